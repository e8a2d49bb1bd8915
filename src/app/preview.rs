//! The pages of the report as pictures, while it is written. A worker sets them anew when the
//! project or the text that is being typed has changed; what it compiled stays with it, so that
//! a changed word costs little.

use std::sync::Arc;

use super::{App, Document};
use crate::calendar::Date;
use crate::chart::Pixels;
use crate::figures::Figures;
use crate::issue::Issue;
use crate::jobs::{Job, JobOutcome};
use crate::project::{Edit, EditContext, Project, TextPeriod};
use crate::report::{self, Fault, NumberedPart, Pages, PdfWriter};

/// A text that is being typed and not in the project yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedText {
    /// The text's id.
    pub section: String,
    /// The period that it speaks of.
    pub period: TextPeriod,
    /// Markdown with fields.
    pub body: String,
}

/// The page that the place asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageWish {
    /// Where the first of these anchors begins that the report has.
    At(Vec<String>),
    /// The page with that number, from 1; the last where there are fewer.
    Number(usize),
}

/// The page of the report that the place asks for, and how it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewWish {
    /// The text that is being typed.
    pub typed: Option<TypedText>,
    /// The page.
    pub page: PageWish,
    /// Pixels a point.
    pub scale: f32,
}

/// A page as a picture.
#[derive(Clone, Debug)]
pub struct PreviewPage {
    /// The picture.
    pub picture: Arc<Pixels>,
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
    /// Differs from picture to picture.
    pub serial: u64,
}

/// What is known of the report whose pages were set last.
#[derive(Clone, Debug, Default)]
pub struct ReportContent {
    /// Its tables and charts.
    pub parts: Arc<Vec<NumberedPart>>,
    /// What is off in its texts.
    pub faults: Arc<Vec<Fault>>,
}

/// What pages depend on: the project's revision, the day, and the text that is being typed.
type State = (u64, Date, Option<TypedText>);

/// The pages that were set last, the page in sight, and the work that is under way.
#[derive(Debug, Default)]
pub(super) struct PreviewJobs {
    writer: Option<PdfWriter>,
    set: Option<(State, Pages)>,
    /// What was drawn last or could not be, so that it is not drawn again.
    of: Option<(u64, PreviewWish)>,
    shown: Option<PreviewPage>,
    content: ReportContent,
    fault: Option<Issue>,
    running: Option<(State, PreviewWish, Job<Drawn>)>,
    serial: u64,
}

/// The result of the worker.
#[derive(Debug)]
struct Drawn {
    writer: PdfWriter,
    result: Result<Page, Issue>,
}

#[derive(Debug)]
struct Page {
    pages: Pages,
    /// `None` where the pages were known before.
    content: Option<ReportContent>,
    number: usize,
    picture: Option<Pixels>,
}

impl App {
    /// The page in sight; `None` until one has been drawn.
    pub fn preview(&self) -> Option<&PreviewPage> {
        self.previews.shown.as_ref()
    }

    /// What is known of the report whose pages were set last.
    pub fn report_content(&self) -> &ReportContent {
        &self.previews.content
    }

    /// Why there are no pages, if they cannot be set.
    pub fn preview_fault(&self) -> Option<&Issue> {
        self.previews.fault.as_ref()
    }

    /// Whether the page in sight is the one of `wish`, drawn from the project as it is now.
    pub fn is_previewed(&self, wish: &PreviewWish) -> bool {
        let revision = self.document.as_ref().map(Document::revision);
        let is_it = |(of, shown): &(u64, PreviewWish)| Some(*of) == revision && shown == wish;
        self.previews.of.as_ref().is_some_and(is_it)
    }

    /// Shows a page, unless the worker is busy; then it is asked again when that has ended.
    pub(super) fn show_page(&mut self, wish: PreviewWish) {
        if self.previews.running.is_some() || self.is_previewed(&wish) {
            return;
        }
        let Some(document) = &self.document else { return };
        let date = document.project().report.dated(self.now().day());
        let state = (document.revision(), date, wish.typed.clone());
        let known = self.previews.set.as_ref().filter(|(set, _)| *set == state);
        let known = known.map(|(_, pages)| pages.clone());
        let writer = self.previews.writer.take().unwrap_or_default();
        let (figures, context) = (document.figures().clone(), self.edit_context());
        let asked = wish.clone();
        let job = Job::start(self.waker(), move |_| {
            draw(writer, known, (&figures, &context, date), &asked)
        });
        self.previews.running = Some((state, wish, job));
    }

    pub(super) fn poll_preview(&mut self) {
        let Some((_, _, job)) = &self.previews.running else { return };
        let outcome = job.poll();
        if matches!(outcome, JobOutcome::Running) {
            return;
        }
        let Some((state, wish, _)) = self.previews.running.take() else { return };
        let previews = &mut self.previews;
        previews.of = Some((state.0, wish));
        let result = match outcome {
            JobOutcome::Done(drawn) => {
                previews.writer = Some(drawn.writer);
                drawn.result
            }
            _ => Err(super::files::broken()),
        };
        match result {
            Ok(Page { pages, content, number, picture }) => {
                previews.serial += 1;
                previews.shown = picture.map(|picture| PreviewPage {
                    picture: Arc::new(picture),
                    number,
                    count: pages.count(),
                    serial: previews.serial,
                });
                if let Some(content) = content {
                    previews.content = content;
                }
                previews.fault = None;
                previews.set = Some((state, pages));
            }
            Err(issue) => previews.fault = Some(issue),
        }
    }

    /// Forgets the pages, since another document is open.
    pub(super) fn forget_preview(&mut self) {
        let serial = self.previews.serial;
        self.previews = PreviewJobs { serial, ..PreviewJobs::default() };
    }
}

/// Sets the pages unless they are `known`, and draws the page of the wish.
fn draw(
    mut writer: PdfWriter,
    known: Option<Pages>,
    of: (&Figures, &EditContext, Date),
    wish: &PreviewWish,
) -> Drawn {
    let set = match known {
        Some(pages) => Ok((pages, None)),
        None => set(&mut writer, of, wish.typed.as_ref()),
    };
    let result = set.map(|(pages, content)| {
        let number = match &wish.page {
            PageWish::At(anchors) => anchors.iter().find_map(|anchor| pages.page_of(anchor)),
            PageWish::Number(number) => Some(*number),
        };
        let number = number.unwrap_or(1).clamp(1, pages.count().max(1));
        let picture = pages.picture(number, wish.scale);
        Page { pages, content, number, picture }
    });
    Drawn { writer, result }
}

fn set(
    writer: &mut PdfWriter,
    (figures, context, date): (&Figures, &EditContext, Date),
    typed: Option<&TypedText>,
) -> Result<(Pages, Option<ReportContent>), Issue> {
    let with_typed = typed.and_then(|typed| typed.put_into(figures.project(), context));
    let (report, faults) = match with_typed {
        Some(project) => report::annual(&figures.updated(&project), date),
        None => report::annual(figures, date),
    };
    let parts = Arc::new(report.numbered());
    let content = ReportContent { parts, faults: Arc::new(faults) };
    Ok((writer.pages(&report)?, Some(content)))
}

impl TypedText {
    /// Whether it is that text of that period.
    pub fn is_of(&self, section: &str, period: TextPeriod) -> bool {
        self.section == section && self.period == period
    }

    /// The edit that writes it.
    pub fn edit(&self) -> Edit {
        Edit::WriteText {
            section: self.section.clone(),
            period: self.period,
            body: Some(self.body.clone()),
        }
    }

    /// The project with the text in it; `None` where that changes nothing.
    fn put_into(&self, project: &Project, context: &EditContext) -> Option<Project> {
        let edited = project.edited(&self.edit(), context).ok()?;
        edited.map(|(project, _)| project)
    }
}
