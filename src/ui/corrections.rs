//! Values that a person put in a source's place: how they are marked in tables, and told of.

use crate::figures::{Figures, Key};
use crate::project::{Column, Correction, Project};
use crate::t;
use crate::words::date_long;

use super::widgets::grid::{Cell, Mark};

/// So many corrections are told of one by one.
const TOLD: usize = 3;

/// The column that a correction stands in, if the table has it still.
pub fn column_of<'p>(project: &'p Project, own: &Correction) -> Option<&'p Column> {
    project.rows(own.table).columns().iter().find(|column| column.id == own.column)
}

/// What the source says, as the table would show it.
pub fn source_text(project: &Project, own: &Correction) -> String {
    machine_as_shown(project, own, &own.original)
}

/// What the person put in its place, as the table shows it.
pub fn value_text(project: &Project, own: &Correction) -> String {
    let cell = column_of(project, own)
        .and_then(|column| Some(column.kind.parse(&own.value).ok()?.text(column.kind)));
    or_blank(cell.unwrap_or_else(|| own.value.clone()))
}

/// What the source said when it was corrected, where it has moved since.
pub fn moved_from_text(project: &Project, own: &Correction) -> Option<String> {
    own.moved_from.as_deref().map(|before| machine_as_shown(project, own, before))
}

fn machine_as_shown(project: &Project, own: &Correction, text: &str) -> String {
    let cell = column_of(project, own)
        .and_then(|column| Some(column.kind.from_machine(text).ok()?.text(column.kind)));
    or_blank(cell.unwrap_or_else(|| text.to_owned()))
}

fn or_blank(words: String) -> String {
    if words.is_empty() { t!("corrections-blank") } else { words }
}

/// "Overstyrt av økonomi 12. januar 2022. Kilden sier 42. Fire sluttet i desember."
pub fn sentence(project: &Project, own: &Correction) -> String {
    let source = source_text(project, own);
    let mut sentences = vec![t!(
        "corrections-sentence",
        who = who(own),
        when = date_long(own.when.day()),
        source = source.as_str(),
    )];
    if let Some(before) = moved_from_text(project, own) {
        sentences.push(t!("corrections-moved-from", before = before));
    }
    if !own.why.is_empty() {
        sentences.push(t!("corrections-because", why = own.why.as_str()));
    }
    sentences.join(" ")
}

/// Who corrected it.
pub fn who(own: &Correction) -> String {
    if own.who.is_empty() { t!("corrections-somebody") } else { own.who.clone() }
}

/// The mark of a cell that a person corrected.
pub fn mark(own: &Correction) -> Mark {
    if own.moved_from.is_some() { Mark::SourceMoved } else { Mark::Overridden }
}

/// `cell` with its mark and sentence, where a person corrected it.
pub fn marked(cell: Cell, project: &Project, own: Option<&Correction>) -> Cell {
    match own {
        Some(own) => cell.mark(mark(own)).hint(sentence(project, own)),
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
    let found = figures.corrections_under(key);
    let first = found.first()?;
    let moved = found.iter().find(|own| own.moved_from.is_some());
    let mut sentences = vec![t!("corrections-rests-on", count = found.len())];
    sentences.extend(found.iter().take(TOLD).map(|own| sentence(figures.project(), own)));
    Some((mark(moved.unwrap_or(first)), sentences.join(" ")))
}
