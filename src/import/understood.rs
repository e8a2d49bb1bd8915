//! A sheet's rows when the last has been read: what they say together.

use std::sync::Arc;

use super::accounts::{Finished, ledger_text};
use super::body::{Body, system_of};
use super::cases::case_text;
use super::companies;
use super::dates::DateRule;
use super::day_counts::day_count_text;
use super::mapping::Mapping;
use super::row_reader::RowReader;
use super::sheet::{PreviewRow, SheetRead, TableRow, TypedRows, is_about_accounts};
use super::tables::{FinishedTable, day_column, days_of, table_columns};
use super::verdict::Skipped;
use super::{Known, Options};
use crate::calendar::Span;
use crate::issue::Issue;
use crate::kostra::Book;
use crate::project::{ColumnChoice, LedgerRow, Profile, SourceKind, Stream, TimeZoneChoice};

/// Rows that a preview shows.
const PREVIEW_ROWS: usize = 8;

impl Body {
    /// The sheet as it was understood; file and sheet have no names yet.
    pub fn finish(
        self,
        (options, file): (&Options, &str),
        known: &Known<'_>,
        rule: &DateRule,
    ) -> SheetRead {
        let Self { titles, mapping, notes, mut questions, mut rejects, mut skipped, .. } = self;
        let (finished, statuses) = finish_rows(self.reader, &mapping);
        let company = finished.company.or(self.company);
        let rows = finished.rows.unwrap_or_else(|| TypedRows::none(mapping.kind));
        rejects.extend(finished.rejects);
        skipped.extend(finished.skipped);
        questions.extend(finished.questions);
        if rule.stamps.is_none() && rule.time_zone != TimeZoneChoice::Utc {
            questions.extend(self.cell_notes.question());
        }
        let mut notes: Vec<Issue> = finished.notes.into_iter().chain(notes).collect();
        notes.extend(self.cell_notes.notes(&mapping));
        let profile = mapping.profile.and_then(|index| known.profiles.get(index));
        let system = system_of(options, &titles, profile).to_owned();
        let stated = options.period.or(titles.period);
        // Accounts are a year's, whatever part of it the title rows speak of; a ledger is not. Only
        // the day is kept by which they have come together.
        let until = self.until.filter(|_| is_about_accounts(mapping.kind));
        let period = match (mapping.kind, finished.period) {
            (SourceKind::Ledger, _) => stated.or(finished.period),
            (_, Some(year)) => Some(Span { last: until.unwrap_or(year.last), ..year }),
            (_, None) => stated,
        };
        rejects.sort_by_key(|reject| reject.row);
        skipped.sort_by_key(|skipped| skipped.first);
        let accepted = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let rejected = u32::try_from(rejects.len()).unwrap_or(u32::MAX);
        let skipped_rows = skipped.iter().map(Skipped::count).fold(0, u32::saturating_add);
        let mut read = SheetRead {
            left_out: finished.left_out,
            company: String::new(),
            company_said: None,
            file: String::new(),
            sha256: String::new(),
            sheet: String::new(),
            profile: profile_to_remember(
                &mapping,
                (&system, self.was_doubtful, finished.is_repeat_said, finished.is_book_said),
                (options, finished.unit_words),
                (rule, profile),
            ),
            stream: Stream {
                kind: mapping.kind,
                system,
                selection: options.selection.clone().unwrap_or(titles.selection),
            },
            period: period.or_else(|| period_of(&rows)),
            // The days of a ledger's rows are no statement of what it speaks of.
            is_period_stated: match mapping.kind {
                SourceKind::Ledger => stated.is_some(),
                _ => period.is_some(),
            },
            exported: titles.exported,
            header_row: self.header_row,
            columns: mapping.columns,
            questions,
            notes,
            read: accepted.saturating_add(rejected).saturating_add(skipped_rows),
            rejects,
            skipped,
            repeated: options.repeated,
            replaces: options.replaces,
            preview: Vec::new(),
            rows,
        };
        companies::settle(&mut read, company, file, options);
        preview(&mut read);
        show_statuses(&mut read, &statuses);
        read
    }
}

/// The statuses of the first cases by row, which previews show and nothing keeps.
type FirstStatuses = Vec<(u32, String)>;

/// The rows of a reader with what they say together.
fn finish_rows(reader: Option<RowReader>, mapping: &Mapping) -> (Finished, FirstStatuses) {
    let finished = match reader {
        Some(RowReader::Cases(reader)) => {
            let cases = reader.finish(&mapping.free_headings(), PREVIEW_ROWS);
            let rows = TypedRows::Cases { rows: Arc::new(cases.rows), codes: cases.codes };
            let mut finished = Finished {
                rows: Some(rows),
                is_repeat_said: cases.is_repeat_said,
                skipped: cases.skipped,
                questions: cases.questions,
                notes: cases.told_at,
                left_out: cases.left_out,
                ..Finished::default()
            };
            cases.notes.into_iter().for_each(|note| finished.note(None, note));
            return (finished, cases.statuses);
        }
        Some(RowReader::DayCounts(reader)) => {
            let counts = reader.finish();
            let rows = Some(TypedRows::DayCounts(counts.rows));
            let (skipped, notes) = (counts.skipped, counts.notes);
            let (questions, is_repeat_said) = (counts.questions, counts.is_repeat_said);
            Finished { rows, skipped, notes, questions, is_repeat_said, ..Finished::default() }
        }
        Some(RowReader::Table(reader)) => {
            let table = reader.table();
            let finished = reader.finish();
            Finished {
                rows: Some(TypedRows::Table {
                    table,
                    columns: finished.columns,
                    rows: finished.rows,
                }),
                rejects: finished.rejects,
                skipped: finished.skipped,
                questions: finished.questions,
                notes: finished.notes,
                is_repeat_said: finished.is_repeat_said,
                ..Finished::default()
            }
        }
        Some(RowReader::Statements(statements)) => {
            let (reader, unit) = *statements;
            let table = reader.table();
            let finished = reader.finish();
            let FinishedTable { columns, mut rows, rejects, skipped, .. } = finished;
            let (mut questions, mut notes) = (finished.questions, finished.notes);
            let decided = unit.apply(&columns, &mut rows);
            let unit_words = Some(decided.words);
            questions.extend(decided.question);
            notes.extend(decided.note);
            let rows = Some(TypedRows::Table { table, columns, rows });
            Finished { rows, rejects, skipped, questions, notes, unit_words, ..Finished::default() }
        }
        Some(RowReader::Accounts(reader)) => reader.finish(),
        Some(RowReader::Fund(reader)) => reader.finish(),
        None => Finished::default(),
    };
    (finished, FirstStatuses::new())
}

fn show_statuses(read: &mut SheetRead, statuses: &[(u32, String)]) {
    let Some(at) = read.fields().iter().position(|field| *field == "status") else { return };
    for row in &mut read.preview {
        let status = statuses.iter().find(|(number, _)| *number == row.row);
        if let (Some((_, status)), Some(value)) = (status, row.values.get_mut(at)) {
            value.clone_from(status);
        }
    }
    let first = read.preview.first().and_then(|row| row.values.get(at)).cloned();
    let column = read.columns.iter_mut().find(|column| column.field.as_deref() == Some("status"));
    if let (Some(column), Some(first)) = (column, first) {
        column.sample = first;
    }
}

/// From the first row's day to the last's.
fn period_of(rows: &TypedRows) -> Option<Span> {
    let day = |day| Span::new(day, day);
    let hull = |spans: &mut dyn Iterator<Item = Span>| spans.reduce(|all, span| all.hull(&span));
    match rows {
        TypedRows::Cases { rows, .. } => {
            let registered = rows.iter().map(|case| case.registered);
            let first = registered.clone().min()?;
            Some(Span::new(first.day(), registered.max()?.day()))
        }
        TypedRows::DayCounts(rows) => hull(&mut rows.iter().map(|count| day(count.date))),
        TypedRows::Table { table, columns, rows } => {
            let of_day = day_column(table_columns(*table))?;
            let at = columns.iter().position(|column| *column == of_day)?;
            hull(&mut rows.iter().filter_map(|row| days_of(row.cells.get(at)?)))
        }
        // A ledger's periods are those of its year.
        TypedRows::Ledger { .. } => None,
    }
}

/// How the sheet was understood, where the person had a say in it.
fn profile_to_remember(
    mapping: &Mapping,
    (system, was_doubtful, is_repeat_said, is_book_said): (&str, bool, bool, bool),
    (options, unit_words): (&Options, Option<String>),
    (rule, earlier): (&DateRule, Option<&Profile>),
) -> Option<Profile> {
    let has_answers = options.date_order.is_some()
        || options.time_zone.is_some()
        || is_about_accounts(mapping.kind)
            && (options.sign.is_some()
                || options.account_form.is_some()
                || options.unit.is_some()
                || options.company.is_some()
                || options.decimal.is_some())
        || matches!(mapping.kind, SourceKind::Table(_)) && options.decimal.is_some()
        || options.stamps.is_some()
        || options.percent.is_some()
        || options.time_unit.is_some()
        || was_doubtful && options.kind.is_some()
        || options.allows_persons
        || is_repeat_said && options.repeated.is_some()
        || is_book_said
        || !options.priorities.is_empty()
        || !options.leave_out.is_empty();
    if options.map.is_empty() && options.system.is_none() && !has_answers {
        return None;
    }
    let columns = mapping.columns.iter().map(|column| ColumnChoice {
        heading: column.heading.clone(),
        field: column.field.clone(),
    });
    let form = options.account_form.as_ref().map(ToString::to_string);
    Some(Profile {
        kind: mapping.kind,
        system: system.to_owned(),
        columns: columns.collect(),
        // What the dates of one file prove is no answer for the next.
        date_order: options.date_order.or(earlier.and_then(|earlier| earlier.date_order)),
        time_zone: rule.time_zone,
        sign: options.sign.or(earlier.and_then(|earlier| earlier.sign)),
        account_form: form.or(earlier.and_then(|earlier| earlier.account_form.clone())),
        decimal: options.decimal.or(earlier.and_then(|earlier| earlier.decimal)),
        unit: options.unit.or(earlier.and_then(|earlier| earlier.unit)),
        unit_words: match options.unit {
            Some(_) => unit_words,
            None => earlier.and_then(|earlier| earlier.unit_words.clone()),
        },
        company: options.company.clone().or(earlier.and_then(|earlier| earlier.company.clone())),
        stamps: options.stamps.or(earlier.and_then(|earlier| earlier.stamps)),
        percent: options.percent.or(earlier.and_then(|earlier| earlier.percent)),
        time_unit: options.time_unit.or(earlier.and_then(|earlier| earlier.time_unit)),
        // Said of the parts of one delivery it is no answer for the rows of the next.
        repeated: options
            .repeated
            .filter(|_| is_repeat_said)
            .or(earlier.and_then(|earlier| earlier.repeated)),
        is_investment: options
            .book
            .filter(|_| is_book_said)
            .map(|book| book == Book::Investering)
            .or(earlier.and_then(|earlier| earlier.is_investment)),
        priorities: options.priorities_beside(earlier),
        leave_out: options.leave_out_beside(earlier),
    })
}

/// Formats the first rows, and the first of them beside the columns.
pub(super) fn preview(read: &mut SheetRead) {
    let fields: Vec<String> = read.fields().into_iter().map(str::to_owned).collect();
    let values = |text: &dyn Fn(&str) -> String| fields.iter().map(|field| text(field)).collect();
    read.preview = match &read.rows {
        TypedRows::Cases { rows, codes } => {
            let rows = rows.iter().take(PREVIEW_ROWS);
            rows.map(|case| PreviewRow {
                row: case.row,
                values: values(&|field| case_text(case, field, codes)),
            })
            .collect()
        }
        TypedRows::DayCounts(rows) => {
            let rows = rows.iter().take(PREVIEW_ROWS);
            rows.map(|count| PreviewRow {
                row: count.row,
                values: values(&|field| day_count_text(count, field)),
            })
            .collect()
        }
        TypedRows::Table { table, columns, rows } => {
            let definitions = table_columns(*table);
            let text = |row: &TableRow, field: &str| {
                let at = columns.iter().position(|column| definitions[*column].id == field);
                let cell =
                    at.and_then(|at| Some((row.cells.get(at)?, definitions[columns[at]].kind)));
                cell.map_or_else(String::new, |(cell, kind)| cell.text(kind))
            };
            let rows = rows.iter().take(PREVIEW_ROWS);
            rows.map(|row| PreviewRow { row: row.row, values: values(&|field| text(row, field)) })
                .collect()
        }
        TypedRows::Ledger { accounts, customers, rows, .. } => {
            let text = |row: &LedgerRow, field: &str| ledger_text(row, field, accounts, customers);
            let rows = rows.iter().take(PREVIEW_ROWS);
            rows.map(|row| PreviewRow { row: row.row, values: values(&|field| text(row, field)) })
                .collect()
        }
    };
    if let Some(first) = read.preview.first() {
        let columns = read.columns.iter_mut().filter(|column| column.field.is_some());
        for (column, value) in columns.zip(&first.values) {
            column.sample.clone_from(value);
        }
    }
}
