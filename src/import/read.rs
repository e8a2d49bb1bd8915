//! One pass over a sheet: the head is kept until the header is found, then rows are typed as
//! they stream by.

use super::cases::{CaseReader, case_text};
use super::classify::classify;
use super::dates::{DateRule, OrderEvidence, OrderVerdict};
use super::day_counts::{DayCountReader, day_count_text};
use super::header::{HEADER_ROWS, HeadRow, find_header};
use super::mapping::Mapping;
use super::open::Book;
use super::raw::{Flow, RawCell, cell_at};
use super::sheet::{
    PreviewRow, Question, Reject, SheetRead, SkipReason, Skipped, TypedRows, order_question,
};
use super::synonyms::synonyms;
use super::tables::{TableReader, day_column, days_of, table_columns};
use super::titles::{Titles, read_titles};
use super::{Known, Options};
use crate::calendar::Span;
use crate::project::{ColumnChoice, DateOrder, Profile, SourceKind, Stream, TimeZoneChoice};
use crate::words::Message;

/// Rows with content that are kept before the header is decided: as many as may stand above
/// it, and some of the data to guess from.
const HEAD_ROWS: usize = HEADER_ROWS + 60;
/// Rows between two reports of progress.
const PROGRESS_ROWS: u32 = 2_000;
/// Rows that a preview shows.
const PREVIEW_ROWS: usize = 8;

/// What became of a sheet.
pub enum Outcome {
    /// It was understood.
    Read(Box<SheetRead>),
    /// Nothing stands in it.
    Empty,
    /// There is a header but no row below it.
    OnlyHeader,
    /// A column is missing, or one that the person chose is not there.
    Unusable(Message),
    /// No row looks like a known header.
    Unknown,
    /// The person cancelled.
    Cancelled,
}

/// Reads one sheet. Reading never fails because of a row.
///
/// # Errors
/// When the file is damaged or the sheet too large.
pub fn read_sheet(
    book: &mut Book,
    sheet: &str,
    options: &Options,
    known: &Known<'_>,
    progress: &mut dyn FnMut(u32) -> bool,
) -> Result<Outcome, Message> {
    let rule = DateRule {
        order: options.date_order,
        time_zone: options.time_zone.unwrap_or_default(),
        is_1904: book.is_1904(),
    };
    let mut pass = Pass::new(options, known, rule, progress);
    pass.run(book, sheet)?;
    // What the whole column proves is known only now; another pass is cheaper than keeping rows.
    let is_month_first = pass.evidence.verdict() == OrderVerdict::MonthFirst;
    if pass.rule.order.is_none() && is_month_first {
        let progress = pass.progress;
        let rule = DateRule { order: Some(DateOrder::MonthFirst), ..rule };
        pass = Pass::new(options, known, rule, progress);
        pass.run(book, sheet)?;
    }
    Ok(pass.finish(book, sheet))
}

struct Pass<'p> {
    options: &'p Options,
    known: &'p Known<'p>,
    rule: DateRule,
    progress: &'p mut dyn FnMut(u32) -> bool,
    head: Vec<HeadRow>,
    body: Option<Body>,
    evidence: OrderEvidence,
    is_cancelled: bool,
    failure: Option<Message>,
}

struct Body {
    header_row: u32,
    titles: Titles,
    mapping: Mapping,
    questions: Vec<Question>,
    /// `None` while a question about a column is open.
    reader: Option<RowReader>,
    last_row: u32,
    rejects: Vec<Reject>,
    skipped: Vec<Skipped>,
    slash_date: String,
}

enum RowReader {
    Cases(CaseReader),
    DayCounts(DayCountReader),
    Table(TableReader),
}

impl<'p> Pass<'p> {
    fn new(
        options: &'p Options,
        known: &'p Known<'p>,
        rule: DateRule,
        progress: &'p mut dyn FnMut(u32) -> bool,
    ) -> Self {
        Self {
            options,
            known,
            rule,
            progress,
            head: Vec::new(),
            body: None,
            evidence: OrderEvidence::default(),
            is_cancelled: false,
            failure: None,
        }
    }

    fn run(&mut self, book: &mut Book, sheet: &str) -> Result<(), Message> {
        book.read(sheet, &mut |row, cells| self.take(row, cells))?;
        if self.body.is_none() && !self.head.is_empty() && self.failure.is_none() {
            self.decide();
        }
        Ok(())
    }

    fn take(&mut self, row: u32, cells: &[RawCell<'_>]) -> Flow {
        if cells.iter().all(RawCell::is_blank) {
            return Flow::Continue;
        }
        if row.is_multiple_of(PROGRESS_ROWS) && !(self.progress)(row) {
            self.is_cancelled = true;
            return Flow::Stop;
        }
        match &mut self.body {
            Some(body) => body.take(row, cells, &self.rule, &mut self.evidence),
            None => {
                self.head.push((row, cells.iter().map(RawCell::to_owned_cell).collect()));
                if self.head.len() >= HEAD_ROWS {
                    return self.decide();
                }
            }
        }
        Flow::Continue
    }

    /// Finds the header in the head, and takes the head's rows below it.
    fn decide(&mut self) -> Flow {
        let head = std::mem::take(&mut self.head);
        match Body::of_head(&head, self.options, self.known, &mut self.rule) {
            Ok(Some((mut body, at))) => {
                for (row, cells) in &head[at + 1..] {
                    body.take(*row, cells, &self.rule, &mut self.evidence);
                }
                self.body = Some(body);
                return Flow::Continue;
            }
            Ok(None) => self.head = head,
            Err(failure) => self.failure = Some(failure),
        }
        Flow::Stop
    }

    fn finish(self, book: &Book, sheet: &str) -> Outcome {
        if self.is_cancelled {
            return Outcome::Cancelled;
        }
        if let Some(failure) = self.failure {
            return Outcome::Unusable(failure);
        }
        let Some(body) = self.body else {
            return if self.head.is_empty() { Outcome::Empty } else { Outcome::Unknown };
        };
        if body.last_row == body.header_row {
            return Outcome::OnlyHeader;
        }
        let verdict = if self.rule.order.is_some() {
            OrderVerdict::DayFirst
        } else {
            self.evidence.verdict()
        };
        let mut read = body.finish(self.options, self.known, &self.rule, verdict);
        read.sha256.clone_from(&book.sha256);
        sheet.clone_into(&mut read.sheet);
        read.exported = read.exported.or(book.modified);
        Outcome::Read(Box::new(read))
    }
}

impl Body {
    /// Understands the head; the place of the header comes with it. A profile that fits also
    /// says what nobody said about dates.
    fn of_head(
        head: &[HeadRow],
        options: &Options,
        known: &Known<'_>,
        rule: &mut DateRule,
    ) -> Result<Option<(Self, usize)>, Message> {
        let Some(header) = find_header(head, options, known.profiles) else { return Ok(None) };
        let mut mapping = header.mapping;
        let Some(names) = synonyms().of(mapping.kind) else { return Ok(None) };
        if let Some(profile) = mapping.profile.and_then(|index| known.profiles.get(index)) {
            rule.order = rule.order.or(profile.date_order);
            if options.time_zone.is_none() {
                rule.time_zone = profile.time_zone;
            }
        }
        mapping.take_choices(names, options)?;
        let below: Vec<&[RawCell<'static>]> =
            head[header.at + 1..].iter().map(|(_, cells)| cells.as_slice()).collect();
        let questions =
            if below.is_empty() { Vec::new() } else { mapping.guess(names, &below, rule)? };
        let above: Vec<&[RawCell<'static>]> =
            head[..header.at].iter().map(|(_, cells)| cells.as_slice()).collect();
        let header_row = head[header.at].0;
        let body = Self {
            header_row,
            titles: read_titles(&above),
            reader: RowReader::new(&mapping),
            mapping,
            questions,
            last_row: header_row,
            rejects: Vec::new(),
            skipped: Vec::new(),
            slash_date: String::new(),
        };
        Ok(Some((body, header.at)))
    }

    fn take(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) {
        let next = self.last_row.saturating_add(1);
        if row > next {
            self.skipped.push(Skipped { first: next, last: row - 1, reason: SkipReason::Blank });
        }
        self.last_row = row;
        let Some(reader) = &mut self.reader else { return };
        let skip = |reason| Skipped { first: row, last: row, reason };
        if reader.is_doubtful(cells)
            && let Some(reason) = classify(cells, &self.mapping)
        {
            self.skipped.push(skip(reason));
            return;
        }
        let before = *evidence;
        if let Err(reject) = reader.read(row, cells, rule, evidence) {
            match classify(cells, &self.mapping) {
                Some(reason) => self.skipped.push(skip(reason)),
                None => self.rejects.push(reject),
            }
        }
        if before != *evidence && self.slash_date.is_empty() {
            let mut dates = self.mapping.columns.iter().filter(|column| column.field.is_some());
            let date = dates.find_map(|column| {
                Some(cell_at(cells, column.index).text()).filter(|text| text.contains('/'))
            });
            self.slash_date = date.unwrap_or_default().into_owned();
        }
    }

    fn finish(
        self,
        options: &Options,
        known: &Known<'_>,
        rule: &DateRule,
        verdict: OrderVerdict,
    ) -> SheetRead {
        let Self { titles, mapping, mut questions, mut rejects, mut skipped, .. } = self;
        let rows = finish_rows(self.reader, mapping.kind, &mut rejects, &mut skipped);
        questions.extend(order_question(verdict, &self.slash_date));
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
            profile: profile_to_remember(&mapping, &system, options, rule),
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

impl RowReader {
    fn new(mapping: &Mapping) -> Option<Self> {
        match mapping.kind {
            SourceKind::Cases => CaseReader::new(mapping).map(Self::Cases),
            SourceKind::DayCounts => DayCountReader::new(mapping).map(Self::DayCounts),
            SourceKind::Table(table) => TableReader::new(table, mapping).map(Self::Table),
        }
    }

    /// Whether a row must be looked at before it is typed, since a sum row could pass for data.
    fn is_doubtful(&self, cells: &[RawCell<'_>]) -> bool {
        match self {
            Self::Cases(reader) => reader.is_doubtful(cells),
            Self::DayCounts(_) => false,
            Self::Table(reader) => reader.is_without_days(),
        }
    }

    fn read(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) -> Result<(), Reject> {
        match self {
            Self::Cases(reader) => reader.read(row, cells, rule, evidence),
            Self::DayCounts(reader) => reader.read(row, cells, rule, evidence),
            Self::Table(reader) => reader.read(row, cells, rule, evidence),
        }
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
        // A question about a column is open: nothing was typed yet.
        (None, SourceKind::Table(table)) => {
            TypedRows::Table { table, columns: Vec::new(), rows: Vec::new() }
        }
        (None, _) => TypedRows::DayCounts(Vec::new()),
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
    rule: &DateRule,
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
        date_order: options.date_order.and(rule.order),
        time_zone: if has_answers { rule.time_zone } else { TimeZoneChoice::Local },
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
            let text = |row: &super::sheet::TableRow, field: &str| {
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
