//! Corrected values: their marks in tables, and the sentences about them.

use crate::figures::{Figures, Key};
use crate::project::{Column, Correction, Project};
use crate::t;
use crate::words::date_long;

use super::widgets::grid::{Cell, Mark};

/// How many corrections a sentence lists one by one.
const LISTED: usize = 3;

/// The column that a correction stands in, if the table has it still.
pub fn column_of<'p>(project: &'p Project, correction: &Correction) -> Option<&'p Column> {
    project.rows(correction.table).columns().iter().find(|column| column.id == correction.column)
}

/// What the source says, as the table would show it.
pub fn source_text(project: &Project, correction: &Correction) -> String {
    machine_as_shown(project, correction, &correction.original)
}

/// What the person put in its place, as the table shows it.
pub fn value_text(project: &Project, correction: &Correction) -> String {
    let cell = column_of(project, correction)
        .and_then(|column| Some(column.kind.parse(&correction.value).ok()?.text(column.kind)));
    or_blank(cell.unwrap_or_else(|| correction.value.clone()))
}

/// What the source said when it was corrected, where it has moved since.
pub fn moved_from_text(project: &Project, correction: &Correction) -> Option<String> {
    correction.moved_from.as_deref().map(|before| machine_as_shown(project, correction, before))
}

fn machine_as_shown(project: &Project, correction: &Correction, text: &str) -> String {
    let cell = column_of(project, correction)
        .and_then(|column| Some(column.kind.from_machine(text).ok()?.text(column.kind)));
    or_blank(cell.unwrap_or_else(|| text.to_owned()))
}

fn or_blank(words: String) -> String {
    if words.is_empty() { t!("corrections-blank") } else { words }
}

/// "Overstyrt av økonomi 12. januar 2022. Kilden sier 42. Fire sluttet i desember."
pub fn sentence(project: &Project, correction: &Correction) -> String {
    let source = source_text(project, correction);
    let mut sentences = vec![t!(
        "corrections-sentence",
        who = who(correction),
        when = date_long(correction.when.day()),
        source = source.as_str(),
    )];
    if let Some(before) = moved_from_text(project, correction) {
        sentences.push(t!("corrections-moved-from", before = before));
    }
    if !correction.why.is_empty() {
        sentences.push(t!("corrections-because", why = correction.why.as_str()));
    }
    sentences.join(" ")
}

/// Who corrected it.
pub fn who(correction: &Correction) -> String {
    if correction.who.is_empty() { t!("corrections-somebody") } else { correction.who.clone() }
}

/// The mark of a cell that a person corrected.
pub fn mark(correction: &Correction) -> Mark {
    if correction.moved_from.is_some() { Mark::SourceMoved } else { Mark::Overridden }
}

/// `cell` with its mark and sentence, where a person corrected it.
pub fn marked(cell: Cell, project: &Project, correction: Option<&Correction>) -> Cell {
    match correction {
        Some(correction) => cell.mark(mark(correction)).hint(sentence(project, correction)),
        None => cell,
    }
}

/// `cell` with a mark, where the figure in it rests directly on what persons corrected.
pub fn marked_figure(cell: Cell, figures: &Figures, key: &Key) -> Cell {
    match resting(figures, key) {
        Some((mark, hint)) => cell.mark(mark).hint(hint),
        None => cell,
    }
}

/// The mark and the sentence of a figure that rests directly on what persons corrected.
pub fn resting(figures: &Figures, key: &Key) -> Option<(Mark, String)> {
    let corrections = figures.corrections_under(key);
    let first = corrections.first()?;
    let moved = corrections.iter().find(|correction| correction.moved_from.is_some());
    let mut sentences = vec![t!("corrections-rests-on", count = corrections.len())];
    sentences.extend(
        corrections.iter().take(LISTED).map(|correction| sentence(figures.project(), correction)),
    );
    Some((mark(moved.unwrap_or(first)), sentences.join(" ")))
}
