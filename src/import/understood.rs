//! A sheet's rows when the last has been read: what they say together.

use super::body::{Body, RowReader};
use super::cases::case_text;
use super::dates::{DateRule, OrderVerdict};
use super::day_counts::day_count_text;
use super::mapping::Mapping;
use super::sheet::{PreviewRow, Question, SheetRead, TableRow, TypedRows};
use super::tables::{day_column, days_of, table_columns};
use super::verdict::{Reject, Skipped};
use super::{Known, Options};
use crate::calendar::Span;
use crate::project::{Codes, ColumnChoice, Profile, SourceKind, Stream};

/// Rows that a preview shows.
const PREVIEW_ROWS: usize = 8;

impl Body {
    /// The sheet as it was understood; file and sheet have no names yet.
    pub fn finish(
        self,
        options: &Options,
        known: &Known<'_>,
        rule: &DateRule,
        verdict: OrderVerdict,
    ) -> SheetRead {
        let Self { titles, mapping, mut questions, mut rejects, mut skipped, .. } = self;
        let rows = finish_rows(self.reader, mapping.kind, &mut rejects, &mut skipped);
        if verdict == OrderVerdict::Ask {
            questions.push(Question::DateOrder { example: self.slash_date });
        }
        let profile = mapping.profile.and_then(|index| known.profiles.get(index));
        let remembered_system = profile.map(|profile| profile.system.clone()).unwrap_or_default();
        let system = [options.system.clone().unwrap_or_default(), titles.system, remembered_system];
        let system = system.into_iter().find(|system| !system.is_empty()).unwrap_or_default();
        let stated = options.period.or(titles.period);
        rejects.sort_by_key(|reject| reject.row);
        skipped.sort_by_key(|skipped| skipped.first);
        let accepted = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let rejected = u32::try_from(rejects.len()).unwrap_or(u32::MAX);
        let skipped_rows = skipped.iter().map(Skipped::count).fold(0, u32::saturating_add);
        let mut read = SheetRead {
            file: String::new(),
            sha256: String::new(),
            sheet: String::new(),
            profile: profile_to_remember(&mapping, &system, options, (rule, profile)),
            stream: Stream {
                kind: mapping.kind,
                system,
                selection: options.selection.clone().unwrap_or(titles.selection),
            },
            period: stated.or_else(|| period_of(&rows)),
            is_period_stated: stated.is_some(),
            exported: titles.exported,
            header_row: self.header_row,
            columns: mapping.columns,
            questions,
            read: accepted.saturating_add(rejected).saturating_add(skipped_rows),
            rejects,
            skipped,
            preview: Vec::new(),
            rows,
        };
        preview(&mut read);
        read
    }
}

fn finish_rows(
    reader: Option<RowReader>,
    kind: SourceKind,
    rejects: &mut Vec<Reject>,
    skipped: &mut Vec<Skipped>,
) -> TypedRows {
    match (reader, kind) {
        (Some(RowReader::Cases(reader)), _) => {
            let cases = reader.finish();
            rejects.extend(cases.rejects);
            skipped.extend(cases.skipped);
            TypedRows::Cases { rows: cases.rows, codes: cases.codes }
        }
        (Some(RowReader::DayCounts(reader)), _) => {
            let (rows, repeated) = reader.finish();
            skipped.extend(repeated);
            TypedRows::DayCounts(rows)
        }
        (Some(RowReader::Table(reader)), _) => {
            let table = reader.table();
            let (columns, rows, repeated) = reader.finish();
            skipped.extend(repeated);
            TypedRows::Table { table, columns, rows }
        }
        // While a question about a column is open, nothing is typed.
        (None, SourceKind::Table(table)) => {
            TypedRows::Table { table, columns: Vec::new(), rows: Vec::new() }
        }
        (None, SourceKind::DayCounts) => TypedRows::DayCounts(Vec::new()),
        (None, SourceKind::Cases) => TypedRows::Cases { rows: Vec::new(), codes: Codes::default() },
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
            let own = day_column(table_columns(*table))?;
            let at = columns.iter().position(|column| *column == own)?;
            hull(&mut rows.iter().filter_map(|row| days_of(row.cells.get(at)?)))
        }
    }
}

/// How the sheet was understood, where the person had a say in it.
fn profile_to_remember(
    mapping: &Mapping,
    system: &str,
    options: &Options,
    (rule, earlier): (&DateRule, Option<&Profile>),
) -> Option<Profile> {
    let has_answers = options.date_order.is_some() || options.time_zone.is_some();
    if options.map.is_empty() && options.system.is_none() && !has_answers {
        return None;
    }
    let columns = mapping.columns.iter().map(|column| ColumnChoice {
        heading: column.heading.clone(),
        field: column.field.clone(),
    });
    Some(Profile {
        kind: mapping.kind,
        system: system.to_owned(),
        columns: columns.collect(),
        // What the dates of one file prove is no answer for the next.
        date_order: options.date_order.or(earlier.and_then(|earlier| earlier.date_order)),
        time_zone: rule.time_zone,
    })
}

/// Formats the first rows, and the first of them beside the columns.
fn preview(read: &mut SheetRead) {
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
            let own = table_columns(*table);
            let text = |row: &TableRow, field: &str| {
                let at = columns.iter().position(|column| own[*column].id == field);
                let cell = at.and_then(|at| Some((row.cells.get(at)?, own[columns[at]].kind)));
                cell.map_or_else(String::new, |(cell, kind)| cell.text(kind))
            };
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
