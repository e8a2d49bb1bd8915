//! Rows of cases per day.

mod spans;

use spans::CountedOver;

use super::dates::{DateFault, DateRule, OrderEvidence, read_minute};
use super::mapping::{Mapping, missing};
use super::noticed::note;
use super::options::Setting;
use super::question::{Answer, Question};
use super::raw::{RawCell, cell_at, minute_text};
use super::repeats::{Adds, Beside, KeyedRow, ReadColumn, Settled, Shape, settle};
use super::synonyms::synonyms;
use super::tables::is_span;
use super::values::{read_cell, with_mark};
use super::verdict::{Reject, SkipReason, Skipped};
use crate::issue::Issue;
use crate::message;
use crate::number::DecimalMark;
use crate::project::{Cell, CellKind, DayCount, RepeatedRows, SourceKind};
use crate::words::Message;

/// At most this many days are named in a note or a question.
const NAMED: usize = 2;

/// Types day counts one by one.
pub struct DayCountReader {
    date: usize,
    cases: usize,
    /// The headings of the two.
    headings: [String; 2],
    /// The columns that tell one count of a day from another, and are not kept.
    others: Vec<(usize, String)>,
    beside: Vec<Beside>,
    rows: Vec<KeyedRow>,
    /// What a person says of rows of one day of which nothing tells.
    repeated: Option<RepeatedRows>,
    /// Whether a person says that these are counts of days.
    is_kind_said: bool,
    /// Whether commas part the cells, so that a lone point cannot part thousands.
    is_by_comma: bool,
    /// Whether the heading of the days says that they are weeks or months.
    is_headed_over: bool,
    /// The first cell that says so itself: "januar 2021".
    span: Option<String>,
}

/// The day counts of a whole sheet.
pub struct FinishedDayCounts {
    /// One count for each day.
    pub rows: Vec<DayCount>,
    /// The rows whose count was added to another of their day.
    pub skipped: Vec<Skipped>,
    /// What only a person knows.
    pub questions: Vec<Question>,
    /// What a person should know.
    pub notes: Vec<Issue>,
    /// Whether what a person says of rows of one day was needed.
    pub is_repeat_said: bool,
}

impl DayCountReader {
    /// A reader for a sheet of that mapping; `None` while a column is missing.
    pub fn new(mapping: &Mapping, repeated: Option<RepeatedRows>) -> Option<Self> {
        let (date, cases) = (mapping.column_of("date")?, mapping.column_of("cases")?);
        let heading = |at: usize| mapping.name_of(at).trim().to_owned();
        let unread = mapping.columns.iter().filter(|column| column.field.is_none());
        let others: Vec<(usize, String)> =
            unread.map(|column| (column.index, column.heading.trim().to_owned())).collect();
        let normal = |at: usize| mapping.normals.get(at).map_or("", String::as_str);
        let beside = others.iter().map(|(at, _)| Beside::new(heading(*at), normal(*at)));
        let beside = beside.chain([Beside::clock(heading(date))]).collect();
        let headings = [heading(date), heading(cases)];
        let is_headed_over = is_headed_over(normal(date));
        Some(Self {
            date,
            cases,
            headings,
            others,
            beside,
            rows: Vec::new(),
            repeated,
            is_kind_said: false,
            is_by_comma: false,
            is_headed_over,
            span: None,
        })
    }

    /// The same, where a person says that these are counts of days, and of a text whose cells that
    /// mark parts.
    #[must_use]
    pub fn of_file(self, is_kind_said: bool, separator: Option<char>) -> Self {
        Self { is_kind_said, is_by_comma: separator == Some(','), ..self }
    }

    /// Why none of it can be taken: the counts are those of weeks or months, and a report needs
    /// those of days.
    pub fn refusal(&self) -> Option<Message> {
        let [heading, _] = &self.headings;
        if let Some(example) = self.span.as_deref().filter(|_| self.rows.is_empty()) {
            return Some(not_of_days(heading, example));
        }
        self.counted_over().filter(|_| self.is_headed_over)?;
        Some(not_of_days(heading, &day_text(self.rows.first()?)))
    }

    fn counted_over(&self) -> Option<CountedOver> {
        let days = self.rows.iter().filter_map(|row| match row.cells.first() {
            Some(Cell::Date(day)) => Some(*day),
            _ => None,
        });
        CountedOver::of(days, self.is_headed_over)
    }

    /// Asks whether days that stand a week or a month apart are days at all. Notes it where a
    /// person has said that they are.
    fn doubt_days(&self) -> (Option<Question>, Option<Issue>) {
        let Some(over) = self.counted_over() else { return (None, None) };
        let mut examples: Vec<String> = Vec::new();
        for day in self.rows.iter().map(day_text) {
            if examples.len() < NAMED && !examples.contains(&day) {
                examples.push(day);
            }
        }
        let (over, examples) = (over.word(), examples.join(", "));
        if self.is_kind_said {
            let message = message!("import-note-counts-over", over = over, examples = examples);
            return (None, Some(note(message)));
        }
        let asks = message!("import-ask-counts-over", over = over, examples = examples);
        let days = Setting::Kind(SourceKind::DayCounts);
        let answer = Answer::new(crate::t!("import-counts-are-of-days"), days);
        (Question::new(asks, vec![answer]), None)
    }

    /// Takes a row.
    ///
    /// # Errors
    /// When the row is no day with its count; it is not taken then.
    pub fn read(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) -> Result<Option<SkipReason>, Reject> {
        let (date, cases) = (cell_at(cells, self.date), cell_at(cells, self.cases));
        let day = read_minute(date, rule, evidence).map_err(|fault| match fault {
            DateFault::Missing => {
                Reject::new(row, self.date, date, missing(SourceKind::DayCounts, "date"))
            }
            _ if is_span(date, &self.headings[0]) => {
                self.span.get_or_insert_with(|| date.text().into_owned());
                Reject::new(row, self.date, date, message!("import-span-is-no-day"))
            }
            _ => Reject::new(row, self.date, date, fault.message()),
        })?;
        let cases =
            with_mark(cases, CellKind::Count, self.is_by_comma.then_some(DecimalMark::Point));
        let cases = cases.as_ref();
        match read_cell(CellKind::Count, cases, rule, evidence) {
            Ok(Cell::Count(count)) => {
                let others = self.others.iter().map(|(at, _)| cell_at(cells, *at).text().into());
                let clock = [minute_text(day).into()];
                self.rows.push(KeyedRow {
                    row,
                    key: day.day().to_string(),
                    cells: vec![Cell::Date(day.day()), Cell::Count(count)],
                    beside: others.chain(clock).collect(),
                });
                Ok(None)
            }
            Ok(_) => {
                Err(Reject::new(row, self.cases, cases, missing(SourceKind::DayCounts, "cases")))
            }
            Err(cause) => Err(Reject::new(row, self.cases, cases, cause)),
        }
    }

    /// One count for each day: several of one day, for a customer or a place each, add up.
    pub fn finish(self) -> FinishedDayCounts {
        let (doubt, doubt_note) = self.doubt_days();
        let read = |at: usize, kind: CellKind| ReadColumn {
            column: Some(if at == 0 { self.date } else { self.cases }),
            heading: self.headings.get(at).cloned().unwrap_or_default(),
            kind,
            is_key: at == 0,
            adds: if at == 0 { Adds::No } else { Adds::Flow },
        };
        let shape = Shape {
            read: vec![read(0, CellKind::Date), read(1, CellKind::Count)],
            beside: self.beside,
            are_counts: true,
            repeated: self.repeated,
            added: |to| SkipReason::AddedToDay { to },
        };
        let Settled { rows, skipped, question, mut notes, is_said, .. } = settle(self.rows, &shape);
        let count = |row: KeyedRow| match row.cells[..] {
            [Cell::Date(date), Cell::Count(cases)] => Some(DayCount { date, cases, row: row.row }),
            _ => None,
        };
        let rows: Vec<DayCount> = rows.into_iter().filter_map(count).collect();
        let is_added = |skipped: &Skipped| matches!(skipped.reason, SkipReason::AddedToDay { .. });
        if skipped.iter().any(is_added) {
            let total: u64 = rows.iter().map(|day| u64::from(day.cases)).sum();
            let headings = self.others.iter().map(|(_, heading)| heading.clone());
            let headings: Vec<String> = headings.filter(|heading| !heading.is_empty()).collect();
            let days = rows.len();
            notes.insert(
                0,
                note(match headings.is_empty() {
                    true => message!("import-days-added", cases = total, days = days),
                    false => message!(
                        "import-days-added-over",
                        cases = total,
                        days = days,
                        columns = quoted(&headings),
                    ),
                }),
            );
        }
        notes.extend(doubt_note);
        let questions = doubt.into_iter().chain(question).collect();
        FinishedDayCounts { rows, skipped, questions, notes, is_repeat_said: is_said }
    }
}

/// The day of a row as a person writes it.
fn day_text(row: &KeyedRow) -> String {
    row.cells.first().map_or_else(String::new, |day| day.text(CellKind::Date))
}

/// Whether a heading of days says that they are weeks or months.
fn is_headed_over(heading: &str) -> bool {
    let names = synonyms().of(SourceKind::DayCounts);
    let is_known = names.is_some_and(|names| names.field_of(heading) == Some("date"));
    synonyms().times.contains(heading) && !is_known
}

/// Why counts of weeks or months cannot be taken.
pub fn not_of_days(heading: &str, example: &str) -> Message {
    message!("import-counts-not-of-days", heading = heading, example = example)
}

/// The column that says over which time the counts of a list are, where none has days.
pub fn column_of_spans(mapping: &Mapping) -> Option<usize> {
    let is_free =
        |at: &usize| mapping.columns.get(*at).is_some_and(|column| column.field.is_none());
    let mut columns = (0..mapping.normals.len()).filter(is_free);
    columns.rfind(|at| mapping.normals.get(*at).is_some_and(|heading| is_headed_over(heading)))
}

fn quoted(headings: &[String]) -> String {
    headings.iter().map(|heading| format!("«{heading}»")).collect::<Vec<_>>().join(", ")
}

/// A day count's field as it stands in previews.
pub fn day_count_text(count: &DayCount, field: &str) -> String {
    match field {
        "date" => Cell::Date(count.date).text(CellKind::Date),
        "cases" => Cell::Count(count.cases).text(CellKind::Count),
        _ => String::new(),
    }
}
