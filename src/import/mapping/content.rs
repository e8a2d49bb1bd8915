//! Headings held against what stands below them: a column of dates holds dates, a clock may
//! stand beside them, and a second column of the same heading goes on where the first is blank.

use super::Mapping;
use crate::import::dates::{
    DateFault, DateRule, OrderEvidence, has_clock, is_clock_cell, is_like_date, read_minute,
};
use crate::import::noticed::note;
use crate::import::raw::{RawCell, cell_at};
use crate::import::sheet::{Certainty, column_letters};
use crate::import::synonyms::{KindNames, synonyms};
use crate::issue::Issue;
use crate::message;
use crate::project::SourceKind;
use crate::words::Message;

/// The fields of cases that hold moments, with those of a clock in a separate column.
const MOMENTS: [(&str, &str); 2] = [("created", "created_clock"), ("closed", "closed_clock")];
/// At least this percentage of a column's cells must be clocks.
const CLOCKS_PERCENT: usize = 80;

type Rows<'r> = &'r [&'r [RawCell<'static>]];

impl Mapping {
    /// Gives up a column of dates that has none, and takes another that its heading may mean.
    ///
    /// # Errors
    /// When a column that the kind cannot do without has something other than dates.
    pub fn hold_against(
        &mut self,
        names: &KindNames,
        rows: Rows<'_>,
        rule: &DateRule,
    ) -> Result<Vec<Issue>, Message> {
        let mut notes = Vec::new();
        if self.kind != SourceKind::Cases || rows.is_empty() {
            return Ok(notes);
        }
        for (field, _) in MOMENTS {
            let Some(column) = self.column_of(field) else { continue };
            let is_said = self.columns[column].certainty == Certainty::Chosen;
            let Some(example) = without_dates(column, rows, rule).filter(|_| !is_said) else {
                continue;
            };
            let heading = self.columns[column].heading.trim().to_owned();
            self.columns[column].field = None;
            self.columns[column].certainty = Certainty::Ignored;
            if let Some(other) = self.other_dates(names, field, column, rows, rule) {
                self.assign(other.0, field, other.1);
            } else if names.required.iter().any(|name| name == field) {
                let fits = |column: &usize| self.is_free(*column) && has_dates(*column, rows, rule);
                if !(0..self.columns.len()).any(|column| fits(&column)) {
                    return Err(message!(
                        "import-column-without-dates",
                        column = heading,
                        example = example
                    ));
                }
            } else {
                let message = message!("import-note-no-dates", column = heading, example = example);
                notes.push(note(message));
            }
        }
        Ok(notes)
    }

    /// Another column of dates that a field may be read from: one of its synonyms, else the only
    /// one whose heading holds that of the column that has no dates.
    fn other_dates(
        &self,
        names: &KindNames,
        field: &str,
        column: usize,
        rows: Rows<'_>,
        rule: &DateRule,
    ) -> Option<(usize, Certainty)> {
        let fits = |other: &usize| {
            *other != column && self.is_free(*other) && has_dates(*other, rows, rule)
        };
        let headings = names.fields.iter().find(|(known, _)| known == field).map(|(_, all)| all);
        let known = headings.into_iter().flatten().find_map(|heading| {
            (0..self.columns.len()).find(|other| self.normals[*other] == *heading && fits(other))
        });
        if let Some(known) = known {
            return Some((known, Certainty::Known));
        }
        let stem = &self.normals[column];
        let mut alike = (0..self.columns.len())
            .filter(|other| !stem.is_empty() && self.normals[*other].contains(stem.as_str()))
            .filter(fits);
        match (alike.next(), alike.next()) {
            (Some(only), None) => Some((only, Certainty::Guessed)),
            _ => None,
        }
    }

    /// Finds the clock of a column of dates that has none: in a column with the heading of a
    /// clock, or in the next one where that is free and holds clocks only.
    pub fn find_clocks(&mut self, rows: Rows<'_>) {
        if self.kind != SourceKind::Cases {
            return;
        }
        for (field, clock) in MOMENTS {
            let by_heading = self.column_of(clock);
            let Some(dates) = self.column_of(field) else {
                self.give_up(by_heading, rows);
                continue;
            };
            let have_clocks = rows.iter().any(|row| has_clock(cell_at(row, dates)));
            if have_clocks {
                self.give_up(by_heading, &[]);
                continue;
            }
            let fits = |column: &usize| has_clocks(*column, rows);
            if by_heading.is_some_and(|column| fits(&column)) {
                continue;
            }
            self.give_up(by_heading, rows);
            let next = Some(dates + 1)
                .filter(|next| *next < self.columns.len() && self.is_free(*next))
                .filter(fits);
            if let Some(next) = next {
                self.assign(next, clock, Certainty::Guessed);
            }
        }
    }

    /// Gives up a column of clocks that is none, unless a person chose it.
    fn give_up(&mut self, column: Option<usize>, rows: Rows<'_>) {
        let Some(column) = column else { return };
        if self.columns[column].certainty != Certainty::Chosen && !has_clocks(column, rows) {
            self.columns[column].field = None;
            self.columns[column].certainty = Certainty::Ignored;
        }
    }

    /// Columns that have the heading of one that is read, by that one: where it is blank, the
    /// first of them that is filled counts. Of accounts, the second holds names.
    pub fn repeated(&self) -> Vec<(usize, Vec<usize>)> {
        use crate::project::TableId::{BalanceList, Balances, Fund, Statements};
        let is_about_accounts = matches!(
            self.kind,
            SourceKind::Ledger | SourceKind::Table(Balances | BalanceList | Fund | Statements)
        );
        if is_about_accounts {
            return Vec::new();
        }
        let heading = |column: usize| self.columns[column].heading.trim().to_lowercase();
        let others = |column: usize| -> Vec<usize> {
            let headed = heading(column);
            let alike = |other: &usize| {
                *other != column
                    && !headed.is_empty()
                    && self.is_free(*other)
                    && heading(*other) == headed
            };
            (0..self.columns.len()).filter(alike).collect()
        };
        (0..self.columns.len())
            .filter(|column| self.columns[*column].field.is_some())
            .map(|column| (column, others(column)))
            .filter(|(_, others)| !others.is_empty())
            .collect()
    }

    /// What is told of such columns; `both` rows have something in several of them.
    pub fn repeated_note(&self, column: usize, others: &[usize], both: u32) -> Issue {
        let letters: Vec<String> =
            std::iter::once(&column).chain(others).map(|column| column_letters(*column)).collect();
        note(message!(
            "import-note-repeated-heading",
            heading = self.columns[column].heading.trim(),
            columns = letters.join(", "),
            both = both,
        ))
    }
}

/// The first thing in a column that has no date at all; `None` where it has one, or is blank.
fn without_dates(column: usize, rows: Rows<'_>, rule: &DateRule) -> Option<String> {
    let mut filled = rows
        .iter()
        .map(|row| cell_at(row, column))
        .filter(|cell| !cell.is_blank())
        .filter(|cell| is_flag(cell) || !is_missing(cell, rule))
        .peekable();
    let example = filled.peek()?.text().into_owned();
    (!filled.any(|cell| is_like_date(cell, rule))).then_some(example)
}

/// Whether a cell says that there is no date.
fn is_missing(cell: &RawCell<'_>, rule: &DateRule) -> bool {
    read_minute(cell, rule, &mut OrderEvidence::default()) == Err(DateFault::Missing)
}

fn is_flag(cell: &RawCell<'_>) -> bool {
    matches!(cell, RawCell::Bool(_))
        || synonyms().flags.contains(&crate::import::heading::normal(&cell.text()))
}

fn has_dates(column: usize, rows: Rows<'_>, rule: &DateRule) -> bool {
    rows.iter().any(|row| is_like_date(cell_at(row, column), rule))
        && without_dates(column, rows, rule).is_none()
}

fn has_clocks(column: usize, rows: Rows<'_>) -> bool {
    let cells = || rows.iter().map(|row| cell_at(row, column)).filter(|cell| !cell.is_blank());
    let clocks = cells().filter(|cell| is_clock_cell(cell)).count();
    clocks > 0 && clocks * 100 >= cells().count() * CLOCKS_PERCENT
}
