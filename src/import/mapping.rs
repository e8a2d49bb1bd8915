//! Which column is read into which field, and how sure that is.

mod content;

use super::Options;
use super::accounts::{HEAD, compared, take_years, year_of_field};
use super::dates::{DateRule, is_like_date};
use super::day_counts::{column_of_spans, not_of_days};
use super::heading::normal;
use super::question::Question;
use super::raw::{RawCell, cell_at};
use super::sheet::{Certainty, ColumnRead, column_letters, field_word};
use super::synonyms::{KindNames, synonyms};
use super::tables::table_columns;
use crate::message;
use crate::number::{NumberError, parse_decimal};
use crate::project::{CellKind, Profile, SourceKind, TableId};
use crate::words::Message;

/// What a person writes in place of a column to have a field not read.
pub const NOT_READ: &str = "-";
/// At least this percentage of a column's values must fit for the column to be guessed.
const GUESS_PERCENT: usize = 80;
/// Fewer values than this say nothing.
const GUESS_VALUES: usize = 3;

/// Which column is read into which field.
#[derive(Clone, Debug)]
pub struct Mapping {
    /// What the sheet holds.
    pub kind: SourceKind,
    /// The columns, A first.
    pub columns: Vec<ColumnRead>,
    /// The headings in the form in which they are compared.
    pub normals: Vec<String>,
    /// The profile that helped, by its place among the known ones.
    pub profile: Option<usize>,
}

impl Mapping {
    /// Maps the headings of a row, as far as profiles and synonyms know them; of several profiles
    /// that of the `system` goes before, where a person has named it.
    pub fn of_headings(
        names: &KindNames,
        headings: &[String],
        (profiles, system): (&[Profile], Option<&str>),
    ) -> Self {
        let normals: Vec<String> =
            headings.iter().map(|heading| compared(names, heading)).collect();
        let columns =
            headings.iter().zip(&normals).enumerate().map(|(index, (heading, normal))| {
                let is_person = synonyms().persons.contains(normal)
                    || names.locked.contains(normal)
                    || is_locked_text(names.kind, normal)
                    || names.is_person_beside(normal, &normals);
                let certainty = if is_person { Certainty::Person } else { Certainty::Ignored };
                ColumnRead {
                    index,
                    heading: heading.clone(),
                    field: None,
                    certainty,
                    sample: String::new(),
                }
            });
        let mut mapping =
            Self { kind: names.kind, columns: columns.collect(), normals, profile: None };
        let fitting = profiles
            .iter()
            .enumerate()
            .filter(|(_, profile)| profile.kind == names.kind && mapping.fits(profile, names))
            .max_by_key(|(_, profile)| {
                (system == Some(profile.system.as_str()), profile.columns.len())
            });
        if let Some((index, profile)) = fitting {
            mapping.profile = Some(index);
            mapping.take_profile(profile);
        }
        mapping.take_synonyms(names, fitting.map(|(_, profile)| profile));
        if names.kind == SourceKind::Table(TableId::Fund) {
            take_years(&mut mapping);
        }
        mapping
    }

    /// Maps the columns of a list without headings as an earlier one was understood, by their
    /// places.
    pub fn of_places(
        names: &KindNames,
        width: usize,
        (index, profile): (usize, &Profile),
    ) -> Option<Self> {
        let mut mapping = Self::of_headings(names, &vec![String::new(); width], (&[], None));
        for (column, choice) in profile.columns.iter().enumerate().take(width) {
            if let Some(field) = &choice.field {
                mapping.assign(column, field, Certainty::Remembered);
            }
        }
        mapping.profile = Some(index);
        (mapping.matched() > 0).then_some(mapping)
    }

    /// Whether every column that the profile reads is there, under the profile's heading or
    /// a synonym of its field.
    fn fits(&self, profile: &Profile, names: &KindNames) -> bool {
        let read =
            profile.columns.iter().filter_map(|c| Some((normal(&c.heading), c.field.as_deref()?)));
        // A column without a heading is known by its place only, which moves.
        let mut read = read.filter(|(heading, _)| !heading.is_empty()).peekable();
        read.peek().is_some()
            && read.all(|(heading, field)| {
                self.normals
                    .iter()
                    .any(|normal| *normal == heading || names.field_of(normal) == Some(field))
            })
    }

    fn take_profile(&mut self, profile: &Profile) {
        for choice in &profile.columns {
            let heading = normal(&choice.heading);
            if heading.is_empty() {
                continue;
            }
            if let (Some(field), Some(column)) = (&choice.field, self.free_column(&heading)) {
                self.assign(column, field, Certainty::Remembered);
            }
        }
    }

    fn take_synonyms(&mut self, names: &KindNames, profile: Option<&Profile>) {
        let is_unwanted = |heading: &str| {
            profile.is_some_and(|profile| {
                let mut choices = profile.columns.iter();
                choices.any(|c| c.field.is_none() && normal(&c.heading) == heading)
            })
        };
        for (field, headings) in &names.fields {
            if self.column_of(field).is_some() {
                continue;
            }
            let known = headings.iter().filter(|heading| {
                !is_unwanted(heading) && names.holds(field, heading, &self.normals)
            });
            if let Some(column) = known.into_iter().find_map(|heading| self.free_column(heading)) {
                self.assign(column, field, Certainty::Known);
            }
        }
    }

    /// Takes what the person chose for this import.
    ///
    /// # Errors
    /// When a field or a column does not exist, or the column is about persons.
    pub fn take_choices(&mut self, names: &KindNames, options: &Options) -> Result<(), Message> {
        for (field, chosen) in &options.map {
            if !names.fields.iter().any(|(known, _)| known == field) {
                let fields: Vec<&str> =
                    names.fields.iter().map(|(field, _)| field.as_str()).collect();
                return Err(message!(
                    "import-no-such-field",
                    field = field,
                    fields = fields.join(", ")
                ));
            }
            if let Some(old) = self.column_of(field) {
                self.columns[old].field = None;
                self.columns[old].certainty = Certainty::Ignored;
            }
            if chosen == NOT_READ {
                continue;
            }
            let Some(column) = self.find(chosen) else {
                return Err(message!("import-no-such-column", column = chosen));
            };
            if self.columns[column].certainty == Certainty::Person
                && !self.may_be_chosen(names, column, options)
            {
                return Err(self.locked_message(names, column, chosen));
            }
            self.assign(column, field, Certainty::Chosen);
        }
        if self.kind == SourceKind::Table(TableId::Fund) {
            take_years(self);
        }
        Ok(())
    }

    /// Whether a column that names persons may be read: a person says so. Free text is never a
    /// field of a case.
    fn may_be_chosen(&self, names: &KindNames, column: usize, options: &Options) -> bool {
        let normal = self.normals.get(column).map_or("", String::as_str);
        options.allows_persons
            && !names.locked.contains(normal)
            && !is_locked_text(names.kind, normal)
    }

    /// Why a column is not read, and what to do.
    fn locked_message(&self, names: &KindNames, column: usize, chosen: &str) -> Message {
        let normal = self.normals.get(column).map_or("", String::as_str);
        if names.locked.contains(normal) {
            message!("import-column-locked", column = chosen)
        } else if is_locked_text(names.kind, normal) {
            message!("import-column-text", column = chosen)
        } else {
            message!("import-column-persons", column = chosen)
        }
    }

    /// Guesses from the content what the headings do not tell, and asks where several columns
    /// could be a field that the kind cannot do without.
    ///
    /// # Errors
    /// When such a field is not there at all.
    pub fn guess(
        &mut self,
        names: &KindNames,
        rows: &[&[RawCell<'static>]],
        rule: &DateRule,
    ) -> Result<Vec<Question>, Message> {
        let mut questions = Vec::new();
        // Of a fund whose lines are headings, no column holds the line.
        let has_heads = self.column_of(HEAD).is_some();
        for field in &names.required {
            if self.column_of(field).is_some() || has_heads {
                continue;
            }
            let is_date = is_date_field(names.kind, field);
            let fits = |cell: &RawCell<'_>| is_date && is_like_date(cell, rule);
            let candidates = self.columns_that(rows, fits);
            match candidates[..] {
                [only] => self.assign(only, field, Certainty::Guessed),
                [] if is_date => {
                    let spans =
                        column_of_spans(self).filter(|_| self.kind == SourceKind::DayCounts);
                    if let Some(column) = spans {
                        let mut cells = rows.iter().map(|row| cell_at(row, column).text());
                        let example = cells.next().unwrap_or_default();
                        return Err(not_of_days(self.columns[column].heading.trim(), &example));
                    }
                    return Err(message!(
                        "import-no-date-column",
                        kind = crate::t!(names.kind.word_key())
                    ));
                }
                [] => {
                    let candidates = self.free_names();
                    questions.extend(self.question(field, candidates));
                }
                _ => {
                    let candidates =
                        candidates.iter().map(|column| self.name_of(*column)).collect();
                    questions.extend(self.question(field, candidates));
                }
            }
        }
        if names.kind == SourceKind::Cases {
            self.guess_words(rows);
        }
        Ok(questions)
    }

    fn guess_words(&mut self, rows: &[&[RawCell<'static>]]) {
        // Bare numbers could be anything, so only words tell a priority.
        let is_word = |text: &str| text.chars().any(char::is_alphabetic);
        for (field, words) in [("priority", &synonyms().priorities), ("type", &synonyms().types)] {
            if self.column_of(field).is_none() {
                let fits = |cell: &RawCell<'_>| {
                    is_word(&cell.text()) && words.contains_key(&normal(&cell.text()))
                };
                if let [only] = self.columns_that(rows, fits)[..] {
                    self.assign(only, field, Certainty::Guessed);
                }
            }
        }
    }

    /// The column that is read into `field`.
    pub fn column_of(&self, field: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.field.as_deref() == Some(field))
    }

    /// How many columns are read, but for those that say nothing of what the sheet holds.
    pub fn matched(&self) -> usize {
        let aside = synonyms().of(self.kind).map_or(&[][..], |names| &names.aside);
        let fields = self.columns.iter().filter_map(|column| column.field.as_ref());
        fields.filter(|field| !aside.contains(field)).count()
    }

    /// The headings of columns that are not read and could be, in the order of the sheet.
    pub fn free_headings(&self) -> Vec<String> {
        let free = self.columns.iter().filter(|column| self.is_free(column.index));
        free.map(|column| column.heading.trim().to_owned())
            .filter(|heading| !heading.is_empty())
            .collect()
    }

    /// Whether a column that is not read has one of those headings.
    pub fn has_free(&self, headings: &std::collections::HashSet<String>) -> bool {
        (0..self.columns.len()).any(|at| self.is_free(at) && headings.contains(&self.normals[at]))
    }

    /// The free columns that hold numbers and nothing else.
    pub fn columns_of_numbers(&self, rows: &[&[RawCell<'static>]]) -> Vec<usize> {
        self.columns_that(rows, |cell| match cell {
            RawCell::Number(_) => true,
            RawCell::Text(text) => is_number(text),
            _ => false,
        })
    }

    /// Whether everything is there that makes a sheet this kind.
    pub fn is_complete(&self, names: &KindNames) -> bool {
        let has_years = || {
            names.kind == SourceKind::Table(TableId::Fund)
                && self.columns.iter().filter_map(|c| c.field.as_deref()).any(is_year_field)
        };
        let has = |field: &String| self.column_of(field).is_some();
        if names.kind == SourceKind::Table(TableId::Fund) && self.column_of(HEAD).is_some() {
            return true;
        }
        names.required.iter().all(has)
            && (names.typical.is_empty() || names.typical.iter().any(has) || has_years())
    }

    fn assign(&mut self, column: usize, field: &str, certainty: Certainty) {
        self.columns[column].field = Some(field.to_owned());
        self.columns[column].certainty = certainty;
    }

    fn free_column(&self, heading: &str) -> Option<usize> {
        (0..self.columns.len())
            .find(|index| self.normals[*index] == heading && self.is_free(*index))
    }

    fn is_free(&self, column: usize) -> bool {
        let column = &self.columns[column];
        column.field.is_none() && column.certainty != Certainty::Person
    }

    /// A column by its heading or its letters.
    fn find(&self, name: &str) -> Option<usize> {
        // Headings that differ by their year are told apart by it.
        let exact = self.columns.iter().position(|column| column.heading.trim() == name.trim());
        let heading = normal(name);
        let by_heading = || {
            let is_same = |other: &String| !other.is_empty() && *other == heading;
            self.normals.iter().position(is_same).or_else(|| {
                self.columns.iter().position(|column| is_same(&normal(&column.heading)))
            })
        };
        exact.filter(|_| !name.trim().is_empty()).or_else(by_heading).or_else(|| {
            let same = |index: &usize| column_letters(*index).eq_ignore_ascii_case(name.trim());
            (0..self.columns.len()).find(same)
        })
    }

    /// The free columns most of whose values fit.
    pub fn columns_that(
        &self,
        rows: &[&[RawCell<'static>]],
        fits: impl Fn(&RawCell<'_>) -> bool,
    ) -> Vec<usize> {
        let fit = |column: &usize| {
            let cells =
                rows.iter().map(|row| cell_at(row, *column)).filter(|cell| !cell.is_blank());
            let (all, good) =
                cells.fold((0, 0), |(all, good), cell| (all + 1, good + usize::from(fits(cell))));
            all >= GUESS_VALUES.min(rows.len().max(1)) && good * 100 >= all * GUESS_PERCENT
        };
        (0..self.columns.len()).filter(|column| self.is_free(*column)).filter(fit).collect()
    }

    /// What a column is called: its heading, or its letters.
    pub fn name_of(&self, column: usize) -> String {
        let heading = &self.columns[column].heading;
        if heading.is_empty() { column_letters(column) } else { heading.clone() }
    }

    /// What the free columns are called.
    pub fn free_names(&self) -> Vec<String> {
        let free = (0..self.columns.len()).filter(|column| self.is_free(*column));
        free.map(|column| self.name_of(column)).collect()
    }

    fn question(&self, field: &str, candidates: Vec<String>) -> Option<Question> {
        let asks = message!(
            "import-ask-column",
            field = field_word(self.kind, field),
            candidates = candidates.join(", "),
        );
        Question::column(asks, field, candidates)
    }
}

/// Whether a text is a number, whatever its point may mean.
fn is_number(text: &str) -> bool {
    let number = parse_decimal(text);
    number.is_ok() || number == Err(NumberError::Ambiguous)
}

/// Whether a column is free text that this kind of export never keeps. What happened in an event
/// is told in the report, and a person may choose the column that tells it.
fn is_locked_text(kind: SourceKind, heading: &str) -> bool {
    kind != SourceKind::Table(TableId::Events) && synonyms().texts.contains(heading)
}

fn is_year_field(field: &str) -> bool {
    year_of_field(field).is_some()
}

/// What a reject says of a blank where a field should be.
pub fn missing(kind: SourceKind, field: &str) -> Message {
    message!("import-field-missing", field = field_word(kind, field))
}

/// The fields of accounts that hold amounts.
pub const AMOUNTS: [&str; 13] = [
    "head",
    "actual",
    "revised_budget",
    "original_budget",
    "last_year",
    "amount",
    "debit",
    "credit",
    "opening",
    "movement",
    "closing",
    "opening_credit",
    "closing_credit",
];

/// Whether a field holds days.
pub fn is_date_field(kind: SourceKind, field: &str) -> bool {
    match kind {
        SourceKind::Cases => matches!(field, "created" | "closed"),
        SourceKind::DayCounts | SourceKind::Ledger => field == "date",
        SourceKind::Table(table) => {
            let mut columns = table_columns(table).iter();
            columns.any(|column| {
                column.id == field && matches!(column.kind, CellKind::Date | CellKind::Minute)
            })
        }
    }
}
