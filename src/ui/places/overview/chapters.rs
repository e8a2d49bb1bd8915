//! Where the report stands: each chapter, how far it has come, and who answers for it.

use eframe::egui::{Align, Color32, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::figures::Figures;
use crate::look::tokens;
use crate::project::{SectionState, SectionText, TextPeriod};
use crate::report::{self, Part, Section};
use crate::t;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, Colors, colors, scale};
use crate::ui::widgets::paint;

const ROW: f32 = 24.0;
const BAR: f32 = 6.0;
/// Air between the parts of the bar.
const BAR_GAP: f32 = 2.0;
/// Where a chapter's name stands, from the row's left.
const NAME_AT: f32 = 24.0;
const GAP: f32 = 8.0;

/// How far a chapter has come: as far as the text of it that has come least far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Progress {
    /// Carried over from another year, and not read since.
    Unread,
    /// Being written, or drafted from the figures.
    Draft,
    /// Written; somebody else may read it.
    Ready,
    /// Read and found good.
    Approved,
}

/// A chapter of the report; the sections within it count as its own.
struct Chapter {
    title: String,
    /// `None` where it has nothing to say yet.
    progress: Option<Progress>,
    /// Who answers for its texts.
    owners: Vec<String>,
}

/// The chapters in their order.
pub(super) struct Chapters(Vec<Chapter>);

impl Chapters {
    /// The chapters of the report year's annual report; those of tables alone are always done.
    pub fn of(figures: &Figures) -> Self {
        let mut chapters: Vec<Chapter> = Vec::new();
        let sections = report::outline(figures.project());
        for section in sections.iter().filter(|section| !section.is_left_out) {
            // A quarter has so much to say that it is told by itself.
            let is_own = !section.is_within || section.quarter.is_some();
            if is_own || chapters.is_empty() {
                let title = section.title.clone();
                chapters.push(Chapter { title, progress: None, owners: Vec::new() });
            }
            if let Some(chapter) = chapters.last_mut() {
                chapter.take(figures, section);
            }
        }
        Self(chapters)
    }

    /// How many texts nobody has read since they were carried over.
    pub fn unread(figures: &Figures) -> usize {
        let year = figures.report_year();
        let texts = figures.project().texts.iter();
        texts.filter(|own| own.period.year == year && own.is_carried_over).count()
    }

    /// How many chapters nobody answers for, where somebody answers for others.
    pub fn without_owner(&self) -> usize {
        let count = self.0.iter().filter(|chapter| chapter.owners.is_empty()).count();
        if count == self.0.len() { 0 } else { count }
    }

    /// Heading, bar and rows.
    pub fn show(&self, ui: &mut Ui) {
        let approved = self.0.iter().filter(|own| own.progress == Some(Progress::Approved)).count();
        let count = t!("overview-report-approved", count = approved, total = self.0.len());
        let colors = colors(ui);
        paint::row(ui, scale().heading.1, |ui| {
            let rect = ui.max_rect();
            theme::text(ui, t!("overview-report"), scale().heading, colors.text);
            let caption = paint::line(ui, &count, scale().caption, colors.text_2);
            let response = ui.interact(rect, ui.scope_id().with("approved"), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &count));
            paint::place_text(ui.painter(), rect, caption, Align::Max, colors.text_2);
        });
        ui.add_space(8.0);
        self.bar(ui);
        ui.add_space(8.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        for chapter in &self.0 {
            chapter.show(ui);
        }
    }

    /// A part for each chapter, those that have come furthest first.
    fn bar(&self, ui: &mut Ui) {
        let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
        let mut all: Vec<Option<Progress>> = self.0.iter().map(|own| own.progress).collect();
        all.sort_by(|a, b| b.cmp(a));
        let width = (bar.width() + BAR_GAP) / all.len().max(1) as f32;
        for (at, progress) in all.into_iter().enumerate() {
            let left = bar.left() + at as f32 * width;
            let part = Rect::from_min_size(
                eframe::egui::pos2(left, bar.top()),
                vec2((width - BAR_GAP).max(1.0), BAR),
            );
            ui.painter().rect_filled(part, 0.0, bar_color(progress, colors(ui)));
        }
    }
}

impl Chapter {
    /// Takes the texts of one of its sections.
    fn take(&mut self, figures: &Figures, section: &Section) {
        let period = TextPeriod { year: figures.report_year(), quarter: section.quarter };
        let ids = section.parts.iter().filter_map(|part| match part {
            Part::Text(id) => Some(id.as_str()),
            _ => None,
        });
        for id in ids {
            let own = figures.project().section_text(id, period);
            if let Some(progress) = progress(figures, id, period, own) {
                self.progress = Some(self.progress.map_or(progress, |least| least.min(progress)));
            }
            let owner = own.map(|own| own.owner.clone()).filter(|owner| !owner.is_empty());
            self.owners.extend(owner.filter(|owner| !self.owners.contains(owner)));
        }
    }

    fn show(&self, ui: &mut Ui) {
        let colors = colors(ui);
        let (icon, color, word) = face(self.progress, colors);
        let owners = self.owners.join(", ");
        let state = match owners.as_str() {
            "" => word,
            owners => t!("overview-report-owned", state = word, owners = owners),
        };
        let size = vec2(ui.available_width(), ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let spoken =
            t!("overview-report-row", chapter = self.title.as_str(), state = state.as_str());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        let mark = theme::icon_galley(ui, icon, tokens().size.icon_severity, color);
        paint::place_text(ui.painter(), rect, mark, Align::Min, color);
        let room = rect.width() - NAME_AT;
        let state = paint::elided(ui, &state, scale().caption, colors.text_2, room / 2.0);
        let name_color = if self.progress.is_some() { colors.text } else { colors.text_2 };
        let name_room = room - state.size().x - GAP;
        let name = paint::elided(ui, &self.title, scale().body, name_color, name_room);
        let is_cut = name.elided || state.elided;
        paint::place_text(
            ui.painter(),
            rect.with_min_x(rect.left() + NAME_AT),
            name,
            Align::Min,
            name_color,
        );
        paint::place_text(ui.painter(), rect, state, Align::Max, colors.text_2);
        if is_cut {
            response.on_hover_text(spoken);
        }
    }
}

/// How far a text has come; `None` where there is nothing to print.
fn progress(
    figures: &Figures,
    id: &str,
    period: TextPeriod,
    own: Option<&SectionText>,
) -> Option<Progress> {
    match own.map(|own| own.state) {
        Some(SectionState::Approved) => return Some(Progress::Approved),
        Some(SectionState::Ready) => return Some(Progress::Ready),
        _ => {}
    }
    let is_written = own.is_some_and(|own| own.body.is_some());
    match own {
        Some(own) if own.is_carried_over => Some(Progress::Unread),
        _ if is_written => Some(Progress::Draft),
        _ => report::draft(figures, id, period).map(|_| Progress::Draft),
    }
}

/// Icon, its colour, and word.
fn face(progress: Option<Progress>, colors: &Colors) -> (Icon, Color32, String) {
    match progress {
        Some(Progress::Approved) => (icon::DONE, colors.ok, t!("section-state-approved")),
        Some(Progress::Ready) => (icon::CHECK, colors.text, t!("section-state-ready")),
        Some(Progress::Draft) => (icon::PENCIL, colors.text_2, t!("section-state-draft")),
        Some(Progress::Unread) => (icon::WARNING, colors.warning, t!("overview-report-unread")),
        None => (icon::NOT_SET, colors.text_2, t!("overview-report-not-begun")),
    }
}

fn bar_color(progress: Option<Progress>, colors: &Colors) -> Color32 {
    match progress {
        Some(Progress::Approved) => colors.ok,
        Some(Progress::Ready) => colors.text_2,
        Some(Progress::Draft) => colors.line_strong,
        Some(Progress::Unread) => colors.warning,
        None => colors.line,
    }
}
