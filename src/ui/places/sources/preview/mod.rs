//! The import before anything is changed: what was understood, and what would change.

mod bar;
mod cards;
mod counts;
mod mapping;
mod questions;
mod refused;
mod rows;
mod source;

use std::path::{Path, PathBuf};

use eframe::egui::{CentralPanel, Frame, Panel, Ui};

use crate::app::{Command, ImportPreview, ImportSession};
use crate::import::{Options, Question, SheetPlan, SheetRead};
use crate::look::tokens;
use crate::project::SourceKind;
use crate::t;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::head::{self, Head};
use crate::ui::widgets::heading::divide;
use crate::ui::widgets::listing::beside;
use crate::ui::widgets::progress::{self, Progress};

/// What is remembered while exports wait for the person's word.
#[derive(Debug, Default)]
pub struct PreviewState {
    /// The sheet that is looked at, by its file and its name.
    selected: Option<(PathBuf, String)>,
    /// How many cases the person has agreed to let go; another number asks again.
    agreed_gone: Option<u32>,
    /// Whether the rows that would go are listed.
    lists_gone: bool,
    /// Whether all figures that would be others are listed.
    lists_changes: bool,
    /// Period and source while they are edited.
    source: Option<source::Draft>,
}

/// A sheet of the preview with what it would change.
#[derive(Clone, Copy)]
struct Entry<'a> {
    /// The sheet's place among the import's sheets.
    sheet: usize,
    /// The file's place among the import's files.
    file: usize,
    path: &'a Path,
    read: &'a SheetRead,
    plan: &'a SheetPlan,
    all_questions: &'a [(usize, Question)],
    /// The options that the person has chosen for the file.
    chosen: Option<&'a Options>,
    /// Whether the file has other sheets, for which the options of this one do not hold.
    has_siblings: bool,
}

/// The preview as the parts of this place look at it.
struct View<'a> {
    preview: &'a ImportPreview,
    entries: Vec<Entry<'a>>,
    /// The entry that is looked at; none where no file could be read.
    selected: Option<usize>,
    is_reading: bool,
}

impl<'a> View<'a> {
    fn new(session: &'a ImportSession, preview: &'a ImportPreview, state: &PreviewState) -> Self {
        let mut plans = preview.plan.sheets.iter();
        let mut entries = Vec::new();
        for (file, file_read) in preview.files.iter().enumerate() {
            let sheets = file_read.outcome.as_deref().unwrap_or_default();
            entries.extend(sheets.iter().zip(plans.by_ref().take(sheets.len())).map(
                |(read, plan)| Entry {
                    sheet: 0,
                    file,
                    path: &file_read.path,
                    read,
                    plan,
                    all_questions: &preview.plan.questions,
                    chosen: session.requests().get(file).map(|request| &request.options),
                    has_siblings: sheets.len() > 1,
                },
            ));
        }
        for (sheet, entry) in entries.iter_mut().enumerate() {
            entry.sheet = sheet;
        }
        let selected = chosen(&entries, state).or_else(|| most_telling(&entries));
        Self { preview, entries, selected, is_reading: session.is_reading() }
    }

    fn selected(&self) -> Option<Entry<'a>> {
        self.selected.and_then(|index| self.entries.get(index)).copied()
    }

    /// How many cases would go from the sheets that lose too many.
    fn many_gone(&self) -> u32 {
        let many = self.entries.iter().filter(|entry| entry.loses_many());
        many.map(|entry| entry.plan.gone).fold(0, u32::saturating_add)
    }
}

impl<'a> Entry<'a> {
    fn id(&self) -> (PathBuf, String) {
        (self.path.to_owned(), self.read.sheet.clone())
    }

    /// The open questions on the sheet.
    fn questions(&self) -> impl Iterator<Item = &'a Question> {
        let of_sheet = |(at, _): &&(usize, Question)| *at == self.sheet;
        self.all_questions.iter().filter(of_sheet).map(|(_, question)| question)
    }

    /// Whether so many rows would go that a person should agree. While a question is open this is
    /// not known, since the answer changes how the rows are read.
    fn loses_many(&self) -> bool {
        self.plan.has_many_gone && self.questions().next().is_none()
    }

    /// The options of the sheet so far, to change one of them.
    fn options(&self) -> Options {
        let mut options = self.chosen.cloned().unwrap_or_default();
        if self.has_siblings {
            options.sheet = Some(self.read.sheet.clone());
        }
        options
    }
}

fn chosen(entries: &[Entry<'_>], state: &PreviewState) -> Option<usize> {
    let selected = state.selected.as_ref()?;
    entries.iter().position(|entry| entry.id() == *selected)
}

/// The sheet to look at first: one that asks something, else one with rejected rows, else the
/// latest cases.
fn most_telling(entries: &[Entry<'_>]) -> Option<usize> {
    let asks = |entry: &Entry<'_>| entry.questions().next().is_some() || entry.loses_many();
    let rejects = |entry: &Entry<'_>| !entry.read.rejects.is_empty();
    let cases = || {
        let all = entries.iter().enumerate();
        let cases = all.filter(|(_, entry)| entry.read.kind() == SourceKind::Cases);
        cases.max_by_key(|(_, entry)| entry.read.period.map(|span| span.last)).map(|(at, _)| at)
    };
    let find = |is: &dyn Fn(&Entry<'_>) -> bool| entries.iter().position(is);
    find(&asks)
        .or_else(|| find(&rejects))
        .or_else(cases)
        .or_else(|| (!entries.is_empty()).then_some(0))
}

/// Draws the import.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut PreviewState) {
    let Some(session) = cx.app.import() else { return };
    let Some(preview) = session.preview() else {
        show_head(ui);
        head::within_margins(ui, |ui| show_reading(ui, cx, session));
        return;
    };
    let view = View::new(session, preview, state);
    let foot = Frame::NONE.fill(colors(ui).panel);
    Panel::bottom("import-bar")
        .exact_size(bar::HEIGHT)
        .resizable(false)
        .show_separator_line(true)
        .frame(foot)
        .show(ui, |ui| bar::show(ui, cx, &view, state.agreed_gone));
    CentralPanel::no_frame().show(ui, |ui| {
        show_head(ui);
        head::page(ui, "preview", |ui| {
            // While files are read again, their places may still change.
            ui.add_enabled_ui(!view.is_reading, |ui| contents(ui, cx, &view, state));
        });
    });
}

fn show_head(ui: &mut Ui) {
    Head::new(&t!("preview-title")).caption(&t!("preview-lead")).show(ui, |_| ());
}

fn contents(ui: &mut Ui, cx: &mut Context<'_>, view: &View<'_>, state: &mut PreviewState) {
    cards::show(ui, cx, view, &mut state.selected);
    refused::show(ui, cx, view);
    questions::show(ui, cx, view, state);
    let Some(entry) = view.selected() else { return };
    ui.add_space(16.0);
    counts::show(ui, cx, &entry, &mut state.source);
    divide(ui, 14.0);
    counts::show_changes(ui, view, &mut state.lists_changes);
    let width = ui.available_width();
    let columns = (width * 0.57).min(700.0);
    let gap = tokens().size.margin;
    let (mut chosen, mut answered) = (None, None);
    beside(
        ui,
        columns,
        gap,
        |ui| chosen = mapping::show(ui, &entry),
        |ui| {
            refused::show_rejects(ui, &entry);
            answered = questions::notes(ui, view, &entry, state);
        },
    );
    cx.commands.extend(chosen.into_iter().chain(answered));
    ui.add_space(20.0);
    if let Some(document) = cx.app.document() {
        rows::show(ui, document.project(), &entry);
    }
}

const READING: f32 = 480.0;

fn show_reading(ui: &mut Ui, cx: &mut Context<'_>, session: &ImportSession) {
    let files = session.requests().len();
    let (file, row) = match cx.app.running_job() {
        Some((_, progress)) => (progress.what, progress.done),
        None => (String::new(), 0),
    };
    let title = if file.is_empty() {
        t!("reading-files", count = files)
    } else {
        t!("reading-file", file = file)
    };
    let count = if row == 0 { String::new() } else { t!("job-rows", count = row) };
    ui.add_space(8.0);
    let is_stopped = ui
        .scope(|ui| {
            ui.set_max_width(READING);
            progress::card(ui, &Progress { title, share: None, count })
        })
        .inner;
    if is_stopped {
        cx.push(Command::CancelJob);
    }
    ui.add_space(8.0);
    theme::text(ui, t!("reading-foot"), scale().caption, colors(ui).text_2);
}
