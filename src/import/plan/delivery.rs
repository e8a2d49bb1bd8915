//! Sheets of one import that come from one stream are parts of one delivery: what one part
//! brings, no other part removes, and what stands in two parts is told with both places.

use std::collections::BTreeMap;

use super::{SheetPlan, Stage};
use crate::import::noticed::note;
use crate::import::sheet::SheetRead;
use crate::message;
use crate::project::SourceId;

impl<'s> Stage<'s> {
    /// The other parts of the delivery that the sheet belongs to. The same sheet given twice is
    /// one part.
    pub(super) fn other_parts(&self, sheet: &SheetRead) -> impl Iterator<Item = &'s SheetRead> {
        let is_other_part = |other: &&&SheetRead| {
            other.stream == sheet.stream
                && (other.sha256 != sheet.sha256 || other.sheet != sheet.sheet)
        };
        self.sheets.iter().filter(is_other_part).copied()
    }

    /// Whether a source came with this import, so that what it brought is not gone for another
    /// part that lacks it.
    pub(super) fn is_of_this_import(&self, source: SourceId) -> bool {
        self.new_sources.contains(&source)
    }

    /// Whether a source is the sheet itself, imported before.
    pub(super) fn is_of_file(&self, source: SourceId, sheet: &SheetRead) -> bool {
        self.project.source(source).is_some_and(|source| {
            !source.sha256.is_empty()
                && source.sha256 == sheet.sha256
                && source.sheet == sheet.sheet
        })
    }

    /// Where a row of a source stands, in words: `saker.xlsx, Januar, rad 5`.
    pub(super) fn place_of(&self, source: SourceId, row: u32) -> String {
        let Some(source) = self.project.source(source) else { return String::new() };
        place_in_words(&source.file, &source.sheet, row)
    }
}

/// A sheet with its file, in words.
pub(super) fn sheet_in_words(file: &str, sheet: &str) -> String {
    match sheet.is_empty() {
        true => file.to_owned(),
        false => crate::t!("question-sheet", file = file, sheet = sheet),
    }
}

/// A row with its file and sheet, in words.
pub(super) fn place_in_words(file: &str, sheet: &str, row: u32) -> String {
    let row = row.to_string();
    match sheet.is_empty() {
        true => crate::t!("import-place-of-row", file = file, row = row),
        false => crate::t!("import-place-of-row-in-sheet", file = file, sheet = sheet, row = row),
    }
}

/// Rows of a sheet whose key another part of the delivery has, too.
#[derive(Default)]
pub(super) struct SharedRows {
    by_part: BTreeMap<SourceId, SharedWith>,
}

/// What a sheet shares with one other part.
#[derive(Default)]
pub(super) struct SharedWith {
    /// How many rows have the same key.
    pub(super) rows: u32,
    /// How many of them say something else.
    pub(super) differing: u32,
    /// The first: its key, its row in the other part and in this one.
    first: (String, u32, u32),
}

impl SharedRows {
    /// Notes a row whose key `other` has in its row `there`.
    pub(super) fn see(
        &mut self,
        other: SourceId,
        (there, here): (u32, u32),
        differs: bool,
        key: impl FnOnce() -> String,
    ) {
        let shared = self.by_part.entry(other).or_default();
        // The first that differs is worth more than the first of all.
        if shared.rows == 0 || (differs && shared.differing == 0) {
            shared.first = (key(), there, here);
        }
        shared.rows += 1;
        shared.differing += u32::from(differs);
    }

    /// What is shared with each other part.
    pub(super) fn parts(&self) -> impl Iterator<Item = (SourceId, &SharedWith)> {
        self.by_part.iter().map(|(source, shared)| (*source, shared))
    }

    /// Tells of each other part what it shares with `sheet`.
    pub(super) fn tell(&self, stage: &Stage<'_>, sheet: &SheetRead, plan: &mut SheetPlan) {
        for (source, shared) in self.parts() {
            plan.shared += shared.rows;
            let (key, there, here) = &shared.first;
            let first = stage.place_of(source, *there);
            let second = place_in_words(&sheet.file, &sheet.sheet, *here);
            let message = match shared.differing {
                0 => message!(
                    "import-shared-alike",
                    count = shared.rows,
                    key = key.as_str(),
                    first = first,
                    second = second,
                ),
                differing => message!(
                    "import-shared-differing",
                    count = shared.rows,
                    differing = differing,
                    key = key.as_str(),
                    first = first,
                    second = second,
                ),
            };
            plan.notes.push(note(message));
        }
    }
}

/// Rows that another selection of the same system has, too.
#[derive(Default)]
pub(super) struct Overlap(BTreeMap<SourceId, u32>);

impl Overlap {
    /// Notes a row that stands in that source as well.
    pub(super) fn see(&mut self, other: SourceId) {
        *self.0.entry(other).or_default() += 1;
    }

    /// Tells of each other source how many rows stand there, and that they count once.
    pub(super) fn tell(&self, stage: &Stage<'_>, plan: &mut SheetPlan) {
        for (source, count) in &self.0 {
            let Some(source) = stage.project.source(*source) else { continue };
            plan.notes.push(note(message!(
                "import-selections-overlap",
                count = *count,
                place = sheet_in_words(&source.file, &source.sheet),
                selection = selection_in_words(&source.stream.selection),
            )));
        }
    }
}

/// A selection in words.
pub(super) fn selection_in_words(selection: &str) -> String {
    match selection.is_empty() {
        true => crate::t!("import-no-selection"),
        false => crate::t!("import-selection", selection = selection),
    }
}

/// Whether rows of the project go that a sheet could have and has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Absent {
    /// They go: the sheet states the period that they are of.
    Gone,
    /// They stay: the sheet does not say which days it speaks of.
    NoPeriod,
    /// They stay: the sheet has none of the known rows, so that it is another part of the
    /// delivery, imported by itself.
    OtherPart,
}

impl Absent {
    /// What is to be made of rows that `sheet` has not; `has_known` says whether it has any of
    /// the rows that are known from its stream.
    pub(super) fn of(sheet: &SheetRead, has_known: bool) -> Self {
        match (sheet.is_period_stated, has_known) {
            (false, _) => Self::NoPeriod,
            // What has no row at all says that there is none.
            (true, false) if !sheet.rows.is_empty() => Self::OtherPart,
            (true, _) => Self::Gone,
        }
    }

    /// Tells that rows stay, and why.
    pub(super) fn tell(self, staying: usize, plan: &mut SheetPlan) {
        let message = match self {
            _ if staying == 0 => return,
            Self::Gone => return,
            Self::NoPeriod => message!("import-rows-stay", count = staying),
            Self::OtherPart => message!("import-rows-stay-other-part", count = staying),
        };
        plan.notes.push(note(message));
    }
}
