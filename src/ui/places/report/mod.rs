//! Rapport: the outline, the text and the pages. What is written is at once what is printed.

mod dialogs;
mod head;
mod layout;
mod marks;
mod note;
mod outline;
mod pages;
mod prose;
mod section;
mod text;
mod values;
mod writing;

use eframe::egui::{CentralPanel, Frame, Ui};

use crate::app::{Command, Document};
use crate::project::{AddedBlock, Edit, OutlineEntry, ReportChoices};
use crate::report::{Part, Progress, Section, entries};
use crate::ui::actions::ShellAction;
use crate::ui::context::Context;
use crate::ui::theme::colors;

use dialogs::{Describe, NumberList, Outcome, Rename};
use head::{Addable, HeadWish};
use note::Asked;
use values::{ValueIndex, Values};
use writing::{Around, TextId, Writing};

/// What the place remembers between frames.
#[derive(Default)]
pub struct ReportState {
    /// The document that the state belongs to, by the count of shown documents.
    of: u64,
    /// The section that is open.
    section: Option<String>,
    /// The text in it that had the focus last.
    focused: Option<String>,
    writing: Option<Writing>,
    values: ValueIndex,
    numbers: Option<NumberList>,
    renaming: Option<Rename>,
    describing: Option<Describe>,
    /// Numbers that the person lets stand, by their text.
    left: Vec<(TextId, String)>,
    /// How far the sections have come, as long as the project stays as it is.
    progress: Option<(u64, Vec<Progress>)>,
    addable: Addable,
    pages: pages::PagesState,
}

impl ReportState {
    /// Opens a section by its id.
    pub fn open(&mut self, section: &str) {
        self.section = Some(section.to_owned());
        self.pages.follow();
    }

    /// Forgets all of another document but the section, which may have just been opened.
    fn follow_document(&mut self, shown: u64) {
        if self.of != shown {
            *self = Self { of: shown, section: self.section.take(), ..Self::default() };
            self.pages.follow();
        }
    }

    /// How far each of the sections has come.
    fn progress(&mut self, document: &Document, sections: &[Section]) -> &[Progress] {
        let known = self.progress.take().filter(|(revision, _)| *revision == document.revision());
        let figures = document.figures();
        let make = || Progress::of_outline(figures, sections);
        let known = known.unwrap_or_else(|| (document.revision(), make()));
        &self.progress.insert(known).1
    }
}

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut ReportState) {
    let app = cx.app;
    let Some(document) = app.document() else { return };
    state.follow_document(app.shown());
    let sections = crate::report::outline(document.project());
    let open =
        state.section.as_ref().and_then(|id| sections.iter().find(|section| section.id == *id));
    let Some(open) = open.or_else(|| sections.first()) else { return };
    let values = state.values.values(app, document);
    let wish = head::show(ui, document, open, &mut state.addable, cx.commands);
    let progress = state.progress(document, &sections);
    let asked = outline::show(ui, app, (&sections, progress), &open.id);
    let heading = state.focused.as_deref().and_then(|text| section::heading_of(open, text));
    let anchors = section::anchors(open, heading);
    let typed = state.writing.as_ref().map(Writing::typed);
    pages::show(ui, app, (anchors, typed), &mut state.pages, cx.commands);
    let around =
        Around { app, values: &values, is_lent: state.numbers.is_some(), left: &state.left };
    let frame = Frame::NONE.fill(colors(ui).canvas);
    let outcome = CentralPanel::no_frame()
        .frame(frame)
        .show(ui, |ui| section::show(ui, open, &around, &mut state.writing, cx.commands))
        .inner;
    if let Some(text) = outcome.focused {
        state.focused = Some(text);
        state.pages.follow();
    }
    match outcome.asked {
        Some((_, Asked::Choose(of, place, query))) => {
            state.numbers = Some(NumberList::new(of, place, query, &values));
        }
        Some((of, Asked::Leave(number))) => state.left.push((of, number)),
        Some((_, Asked::Replace(_))) | None => {}
    }
    match wish {
        Some(HeadWish::Number) if state.numbers.is_none() => {
            state.numbers = number_list(state.writing.as_ref(), open, document, &values);
        }
        Some(HeadWish::Block(block)) => {
            let put = |blocks: &mut Vec<AddedBlock>| blocks.push(block);
            cx.commands.push(change_blocks(document, &sections, &open.id, put));
        }
        Some(HeadWish::Number) | None => {}
    }
    if let Some(block) = outcome.removed {
        let take = |blocks: &mut Vec<AddedBlock>| blocks.retain(|other| *other != block);
        cx.commands.push(change_blocks(document, &sections, &open.id, take));
    }
    state.describing = outcome.described.or(state.describing.take());
    show_description(ui, state, cx.commands);
    show_numbers(ui, state, document, &values);
    show_rename(ui, state, document, &sections, cx.commands);
    if let Some(asked) = asked {
        follow_outline(state, document, &sections, asked, cx.commands);
    }
    if let Some(place) = outcome.place {
        cx.ask(ShellAction::Go(place));
    }
}

fn show_description(ui: &Ui, state: &mut ReportState, commands: &mut Vec<Command>) {
    let Some(mut describing) = state.describing.take() else { return };
    match describing.show(ui) {
        Outcome::Open => state.describing = Some(describing),
        Outcome::Left => {}
        Outcome::Done((of, text)) => commands.push(of.write(text)),
    }
}

/// A list for the text that is written, else for the end of the section's first one.
fn number_list(
    writing: Option<&Writing>,
    section: &Section,
    document: &Document,
    values: &Values<'_>,
) -> Option<NumberList> {
    if let Some(writing) = writing {
        let place = writing.cursor..writing.cursor;
        return Some(NumberList::new(writing.of.clone(), place, String::new(), values));
    }
    let text = section.parts.iter().find_map(|part| match part {
        Part::Text(id) => Some(id.clone()),
        _ => None,
    })?;
    let of = TextId { text, period: section.period(document.figures().report_year()) };
    Some(NumberList::new(of, usize::MAX..usize::MAX, String::new(), values))
}

fn show_numbers(ui: &Ui, state: &mut ReportState, document: &Document, values: &Values<'_>) {
    let Some(mut list) = state.numbers.take() else { return };
    let replacement = match list.show(ui) {
        Outcome::Open => {
            state.numbers = Some(list);
            return;
        }
        Outcome::Left => None,
        Outcome::Done(replacement) => Some(replacement),
    };
    if state.writing.as_ref().is_none_or(|writing| writing.of != list.of) && replacement.is_some() {
        state.writing = Some(Writing::begin(&list.of, document, values));
    }
    let Some(writing) = &mut state.writing else { return };
    writing.wants_focus = true;
    if let Some(replacement) = replacement {
        writing.replace(&replacement);
    }
}

fn show_rename(
    ui: &Ui,
    state: &mut ReportState,
    document: &Document,
    sections: &[Section],
    commands: &mut Vec<Command>,
) {
    let Some(mut renaming) = state.renaming.take() else { return };
    let title = match renaming.show(ui) {
        Outcome::Open => {
            state.renaming = Some(renaming);
            return;
        }
        Outcome::Left => return,
        Outcome::Done(title) => title,
    };
    let mut entries = entries(sections);
    match &renaming.section {
        Some(id) => {
            for entry in entries.iter_mut().filter(|entry| entry.section == *id) {
                entry.title.clone_from(&title);
            }
        }
        None => {
            let at = entries.iter().position(|entry| entry.section == renaming.after);
            let at = at.map_or(entries.len(), |at| at + 1);
            let is_within = entries.get(at).is_some_and(|next| next.is_within);
            let id = free_id(&entries);
            state.section = Some(id.clone());
            let entry = OutlineEntry { section: id, title, is_within, ..OutlineEntry::default() };
            entries.insert(at, entry);
        }
    }
    commands.push(change(document, entries));
}

/// An id that no section has.
fn free_id(entries: &[OutlineEntry]) -> String {
    let id = |number: usize| format!("own-{number}");
    let is_free = |id: &String| entries.iter().all(|entry| entry.section != *id);
    (1..=entries.len() + 1).map(id).find(is_free).unwrap_or_default()
}

fn change(document: &Document, outline: Vec<OutlineEntry>) -> Command {
    let choices = ReportChoices { outline, ..ReportChoices::clone(&document.project().report) };
    Command::Edit(Edit::SetReport(choices))
}

/// Changes what a person put into a section.
fn change_blocks(
    document: &Document,
    sections: &[Section],
    of: &str,
    change_them: impl FnOnce(&mut Vec<AddedBlock>),
) -> Command {
    let mut entries = entries(sections);
    if let Some(entry) = entries.iter_mut().find(|entry| entry.section == of) {
        change_them(&mut entry.added);
    }
    change(document, entries)
}

fn follow_outline(
    state: &mut ReportState,
    document: &Document,
    sections: &[Section],
    asked: outline::Asked,
    commands: &mut Vec<Command>,
) {
    match asked {
        outline::Asked::Open(id) => {
            // What is being typed becomes an edit as the section is left.
            commands.extend(state.writing.take().map(|writing| writing.command()));
            state.section = Some(id);
            state.focused = None;
            state.pages.follow();
        }
        outline::Asked::Change(outline) => commands.push(change(document, outline)),
        outline::Asked::Rename(id) => {
            let known = sections.iter().find(|section| section.id == id);
            let title = known.map_or_else(String::new, |section| section.title.clone());
            let after = String::new();
            state.renaming = Some(Rename { section: Some(id), after, title });
        }
        outline::Asked::Add(after) => {
            state.renaming = Some(Rename { section: None, after, title: String::new() });
        }
    }
}
