//! The rows below a header, typed one by one as they stream by.

use super::accounts::{
    Around, Fate, PartYear, Surroundings, ask_same_heading, balance_without_accounts, book_in_name,
    company_in_name, company_of_titles, fund_question, missing_amount, note_so_far, of_balance,
    settle_art, settle_books, settle_company, settle_currency, settle_names, settle_periods,
    settle_years, speaks_of_fund, title_year, two_accounts, unread_budgets, year_of_field,
};
use super::cases::CaseRules;
use super::cell_notes::CellNotes;
use super::classify::classify;
use super::dates::{DateRule, OrderEvidence, has_clock, read_minute};
use super::doubt::{ask_whether_cases, ask_year, lacks_year};
use super::goals::{settle_goals, unread_result};
use super::header::{HeadRow, find_header};
use super::heading_years::{Names, settle_table_years};
use super::mapping::{AMOUNTS, Mapping};
use super::measures::SaidUnits;
use super::noticed::{note, note_at};
use super::open::Parted;
use super::question::Question;
use super::raw::{RawCell, cell_at, filled};
use super::row_reader::RowReader;
use super::scales::Scales;
use super::shift::{Columns, Held};
use super::synonyms::{is_nothing, synonyms};
use super::tables::{has_months_without_year, table_columns};
use super::titles::{Titles, read_titles, zone_of_heading};
use super::verdict::{Reject, SkipReason, Skipped};
use super::{Known, Options};
use crate::calendar::{Date, Span, Year};
use crate::issue::Issue;
use crate::message;
use crate::project::{Profile, SourceKind, TableId, cell_name};
use crate::words::Message;

/// A line that speaks of the whole list has few cells.
const REMARK_CELLS: usize = 5;
/// A sheet from its header on.
pub struct Body {
    /// The header's row, as Excel counts.
    pub header_row: u32,
    /// What stands above the header.
    pub titles: Titles,
    /// Which column is what.
    pub mapping: Mapping,
    /// What only a person knows about the columns.
    pub questions: Vec<Question>,
    /// Whether nothing but the person, if anybody, says that a row is a case.
    pub was_doubtful: bool,
    /// Types the rows; `None` while a question about a column is open.
    pub reader: Option<RowReader>,
    /// The last row with content.
    pub last_row: u32,
    /// Rows that could not be understood.
    pub rejects: Vec<Reject>,
    /// Rows that are no data.
    pub skipped: Vec<Skipped>,
    /// What cells tell besides their values.
    pub cell_notes: CellNotes,
    /// What was noticed of the sheet.
    pub notes: Vec<Issue>,
    /// What the columns of a text table hold.
    columns: Option<Columns>,
    /// Columns that have the heading of one that is read.
    repeats: Vec<Repeat>,
    /// The first date that can be read both ways.
    pub open_date: String,
    /// The last day of the part of the year in which the accounts have come together.
    pub until: Option<Date>,
    /// The company that a title or the sheet's name has.
    pub company: Option<String>,
    /// The first date as text that proves which number comes first.
    pub proof_date: String,
    /// The cell of that date.
    pub proof_cell: String,
    /// The first date with points whose day is over 12 where Norwegians write it.
    pub late_date: String,
    /// The first date that may begin with a year of two digits, and its cell.
    pub short_date: (String, String),
}

/// A column that is read, and those of the same heading.
struct Repeat {
    column: usize,
    others: Vec<usize>,
    /// Rows in which several of them are filled, with different things.
    both: u32,
}

impl Body {
    /// Understands the head; the place of the first row below the header comes with it. A profile
    /// that fits also says what nobody said about dates, unless the rule `is_settled`.
    ///
    /// # Errors
    /// When a column is missing, or one that the person chose is not there.
    pub fn of_head(
        head: &[HeadRow],
        options: &Options,
        known: &Known<'_>,
        (rule, is_settled): (&mut DateRule, bool),
        (called, parted): (Names<'_>, Option<Parted>),
    ) -> Result<Option<(Self, usize)>, Message> {
        let Some(header) = find_header(head, options, known.profiles)? else { return Ok(None) };
        let header = of_balance(head, header, options, known.profiles);
        let first = header.below();
        let mut mapping = header.mapping;
        let Some(names) = synonyms().of(mapping.kind) else { return Ok(None) };
        let profile = mapping.profile.and_then(|index| known.profiles.get(index));
        if let Some(profile) = profile.filter(|_| !is_settled) {
            adopt(rule, profile, options);
        }
        mapping.take_choices(names, options)?;
        let rows = |rows: &[HeadRow]| -> Vec<Vec<RawCell<'static>>> {
            rows.iter().map(|(_, cells)| cells.clone()).collect()
        };
        let head_above = &head[..header.at.unwrap_or_default()];
        let (above, below) = (rows(head_above), rows(&head[first..]));
        let above: Vec<&[RawCell<'static>]> = above.iter().map(Vec::as_slice).collect();
        let below: Vec<&[RawCell<'static>]> = below.iter().map(Vec::as_slice).collect();
        let mut titles = read_titles(&above);
        let mut notes = mapping.hold_against(names, &below, rule)?;
        let mut questions = Vec::new();
        if header.is_doubtful {
            questions.extend(Question::no_headings(head.first().map_or(1, |(row, _)| *row)));
        } else if !below.is_empty() {
            questions = mapping.guess(names, &below, rule)?;
            mapping.find_clocks(&below);
        }
        let doubt = ask_whether_cases(&mapping, &below).filter(|_| profile.is_none());
        let was_doubtful = doubt.is_some();
        questions.extend(doubt.filter(|_| options.kind.is_none()));
        take_zone(&mut titles, &mapping);
        if options.time_zone.is_none() && !is_settled {
            rule.time_zone = titles.notices.time_zone().unwrap_or(rule.time_zone);
        }
        notes.extend(without_clock(&mapping, &below));
        let headed = header.at.map_or(0, |at| head[at].1.len());
        refuse_unheaded(headed, &below, parted)?;
        let columns = Columns::of(&below, headed, parted, mapping.kind);
        let repeats = mapping.repeated().into_iter();
        let repeats = repeats.map(|(column, others)| Repeat { column, others, both: 0 }).collect();
        let header_row = header.at.map_or(0, |at| head[at].0);
        let of_titles = titles.period.and_then(year_of);
        let likely = [of_titles, Some(known.report_year)];
        let headings = settle_table_years(&mut mapping, names, (options, header_row), likely);
        questions.extend(headings.question);
        if headings.note.is_none() {
            questions.extend(unread_result(&mapping, &below, options));
        }
        notes.extend(headings.note);
        // A sheet or its file may be named after its year.
        let sheet = called.sheet;
        let of_name = called.year();
        let year = options.year.or(headings.year).or(of_titles).or(of_name);
        let needs_year = lacks_year(&mapping) || has_months_without_year(&mapping, &below);
        if needs_year && year.is_none() {
            questions.extend(ask_year(mapping.kind, known.report_year));
        }
        let around = Around { above: head_above, header_row, sheet };
        settle_goals(&mut mapping, &below);
        settle_names(&mut mapping);
        settle_company(&mut mapping, &below);
        settle_art(&mut mapping, &below);
        settle_books(&mut mapping, &below);
        settle_currency(&mut mapping, &below);
        let has_short_periods = settle_periods(&mut mapping, &below, known.report_year);
        let part = PartYear::of(titles.period, &around).filter(|_| options.period.is_none());
        let titled = title_year(options, titles.period, &around)
            .or(part.as_ref().map(|part| part.until.year()));
        let years = settle_years(&mut mapping, names, options, [titled, Some(known.report_year)]);
        questions.extend(years.question);
        let told_year = options.year.or(years.year).or(titled).or(of_name);
        let taken = told_year.unwrap_or(known.report_year);
        let part = part.or_else(|| PartYear::of_headings(&mapping, header_row, taken));
        let until = part.as_ref().and_then(|part| part.until_in(taken));
        let told = part.and_then(|part| part.note(mapping.kind, taken));
        let is_open = told.is_none() && titles.period.is_none();
        notes.extend(told.or_else(|| note_so_far(&mapping, header_row, taken).filter(|_| is_open)));
        let is_of_file = match mapping.kind {
            SourceKind::Cases | SourceKind::DayCounts => false,
            SourceKind::Table(TableId::Balances | TableId::BalanceList) | SourceKind::Ledger => {
                options.year.or(years.year).or(titled).is_none()
            }
            _ => needs_year && options.year.or(headings.year).or(of_titles).is_none(),
        };
        if let Some(year) = called.year_of_file().filter(|year| *year != known.report_year)
            && is_of_file
        {
            notes.push(note(message!("import-note-year-of-file", year = year.to_string())));
        }
        if let Some(cause) = two_accounts(&mapping, &below) {
            return Err(cause);
        }
        if !below.is_empty() {
            questions.extend(ask_same_heading(&mapping, &below, options));
            questions.extend(missing_amount(&mapping, &below, (options, &years.left))?);
            notes.extend(unread_budgets(&mapping, &below, &years.left));
        }
        let is_other_fund = mapping.kind == SourceKind::Table(TableId::Fund)
            && options.kind.is_none()
            && !speaks_of_fund(&mapping, head_above, &head[first..]);
        if is_other_fund {
            if let Some(cause) = balance_without_accounts(&mapping, &head[first..]) {
                return Err(cause);
            }
            questions.extend(fund_question(&mapping));
        }
        let reader = if header.is_doubtful || is_other_fund {
            None
        } else {
            let units = SaidUnits::of(options, profile);
            let year_told = (taken, told_year.is_some(), years.left);
            let surroundings = || {
                let read = Surroundings::of(options, profile, &around, year_told);
                let book_named = read.book_named.or_else(|| book_in_name(called.file));
                Surroundings { has_short_periods, book_named, ..read }
            };
            let system = system_of(options, &titles, profile);
            let case_rules = || CaseRules::of(options, profile, known, (system, &mapping));
            let repeated = options.repeated.or(profile.and_then(|profile| profile.repeated));
            let answers = (units, year, repeated);
            let reader = RowReader::new(&mapping, answers, surroundings, case_rules);
            let separator = parted.map(|parted| parted.separator);
            reader.map(|reader| reader.of_file(options.kind, separator, known.goals))
        };
        let body = Self {
            header_row,
            titles,
            reader,
            mapping,
            was_doubtful,
            questions,
            last_row: header_row,
            rejects: Vec::new(),
            skipped: Vec::new(),
            cell_notes: CellNotes::default(),
            notes,
            columns,
            repeats,
            open_date: String::new(),
            until,
            company: company_of_titles(head_above).or_else(|| company_in_name(sheet)),
            proof_date: String::new(),
            proof_cell: String::new(),
            late_date: String::new(),
            short_date: (String::new(), String::new()),
        };
        Ok(Some((body, first)))
    }

    /// Takes what is known of the number formats, when the sheet has ended.
    pub fn see_scales(&mut self, scales: &Scales) {
        match &mut self.reader {
            Some(RowReader::Accounts(reader)) => reader.see_scales(scales),
            Some(RowReader::Fund(reader)) => reader.see_scales(scales),
            Some(RowReader::Statements(statements)) => statements.1.see_scales(scales),
            Some(RowReader::Cases(_) | RowReader::DayCounts(_) | RowReader::Table(_)) | None => {}
        }
    }

    /// Takes a row with content: as data, as no data, or as a reject.
    pub fn take(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) {
        let next = std::mem::replace(&mut self.last_row, row).saturating_add(1);
        let Some(reader) = &mut self.reader else { return };
        if row > next {
            self.skipped.push(Skipped { first: next, last: row - 1, reason: SkipReason::Blank });
        }
        let before = *evidence;
        let held = match &mut self.columns {
            Some(columns) => columns.hold(row, cells, &self.mapping),
            None => Held::Fits,
        };
        let (mended, moved) = match held {
            Held::Fits => (None, None),
            Held::Mended(cells) => (Some(cells), None),
            Held::Moved(reject) => (None, Some(reject)),
        };
        let cells = mended.as_deref().unwrap_or(cells);
        let merged = first_filled(&mut self.repeats, cells);
        let cells = merged.as_deref().unwrap_or(cells);
        let fate = match moved {
            Some(reject) => {
                classify(cells, &self.mapping).map_or(Fate::Rejected(reject), Fate::Skipped)
            }
            None => reader.take(row, cells, &self.mapping, (rule, evidence)),
        };
        let is_remark = |cells: &[RawCell<'_>]| filled(cells) <= REMARK_CELLS;
        match fate {
            Fate::Kept => self.cell_notes.see(row, cells, &self.mapping),
            Fate::Skipped(reason) => {
                if is_remark(cells) && matches!(reason, SkipReason::Footer | SkipReason::Sum) {
                    self.titles.notices.take(cells);
                }
                self.skipped.push(Skipped { first: row, last: row, reason });
            }
            Fate::Rejected(_) if is_remark(cells) && self.titles.notices.take(cells) => {
                let reason = SkipReason::Footer;
                self.skipped.push(Skipped { first: row, last: row, reason });
            }
            Fate::Rejected(reject) => self.rejects.push(reject),
        }
        if before != *evidence {
            self.remember_dates((row, cells), before, *evidence);
        }
    }

    /// Keeps the dates that a question shows.
    fn remember_dates(
        &mut self,
        (row, cells): (u32, &[RawCell<'_>]),
        before: OrderEvidence,
        now: OrderEvidence,
    ) {
        let is_open = !before.has_open_question() && now.has_open_question();
        let is_proof = before.proofs() == 0 && now.proofs() > 0;
        let is_late = before.late_points() == 0 && now.late_points() > 0;
        let is_short = before.short_dates() == 0 && now.short_dates() > 0;
        if !is_open && !is_proof && !is_late && !is_short {
            return;
        }
        let read = self.mapping.columns.iter().filter(|column| column.field.is_some());
        for column in read {
            let text = cell_at(cells, column.index).text();
            let mut alone = OrderEvidence::default();
            let cell = RawCell::Text(text.as_ref().into());
            // Only what it proves is of interest, not what it is.
            let _ = read_minute(&cell, &DateRule::default(), &mut alone);
            if is_open && alone.has_open_question() && self.open_date.is_empty() {
                self.open_date = text.clone().into_owned();
            }
            if is_short && alone.short_dates() > 0 && self.short_date.0.is_empty() {
                self.short_date = (text.clone().into_owned(), cell_name(column.index, row));
            }
            if is_late && alone.late_points() > 0 && self.late_date.is_empty() {
                self.late_date = text.clone().into_owned();
            }
            if is_proof && alone.proofs() > 0 && self.proof_date.is_empty() {
                self.proof_date = text.into_owned();
                self.proof_cell = cell_name(column.index, row);
            }
        }
    }

    /// What is told of rows whose cells were put in their places again.
    pub fn mended_note(&self) -> Option<Issue> {
        let (count, first) = self.columns.as_ref()?.mended()?;
        let message = message!("import-note-moved", count = count, row = first.to_string());
        Some(note_at(message, &cell_name(0, first)))
    }

    /// What is told of columns with the same heading.
    pub fn repeated_notes(&self) -> impl Iterator<Item = Issue> {
        self.repeats
            .iter()
            .map(|repeat| self.mapping.repeated_note(repeat.column, &repeat.others, repeat.both))
    }
}

/// Refuses a text table most of whose rows have more cells than there are headings: nothing tells
/// which cell lacks its heading. R writes the names of rows in this way, and a comma within amounts
/// has the same effect.
fn refuse_unheaded(
    headed: usize,
    rows: &[&[RawCell<'_>]],
    parted: Option<Parted>,
) -> Result<(), Message> {
    let is_more = |row: &&&[RawCell<'_>]| row.iter().skip(headed).any(|cell| !cell.is_blank());
    let more = rows.iter().filter(is_more).count();
    match parted {
        Some(Parted { width, .. }) if headed > 0 && width > headed && more * 2 > rows.len() => {
            Err(message!("import-rows-unheaded", headings = headed, cells = width))
        }
        _ => Ok(()),
    }
}

/// The row with blanks filled in from further columns of the same heading; `None` where no blank is
/// filled.
fn first_filled<'a>(repeats: &mut [Repeat], cells: &[RawCell<'a>]) -> Option<Vec<RawCell<'a>>> {
    let mut merged: Option<Vec<RawCell<'a>>> = None;
    for Repeat { column, others, both } in repeats {
        let cell = cell_at(cells, *column);
        let mut filled = others
            .iter()
            .map(|other| cell_at(cells, *other))
            .filter(|cell| !cell.is_blank() && !is_nothing(&cell.text()));
        if !cell.is_blank() && !is_nothing(&cell.text()) {
            *both += u32::from(filled.any(|other| other.text() != cell.text()));
            continue;
        }
        let Some(first) = filled.next() else { continue };
        *both += u32::from(filled.any(|other| other.text() != first.text()));
        let merged = merged.get_or_insert_with(|| cells.to_vec());
        if merged.len() <= *column {
            merged.resize(*column + 1, RawCell::Empty);
        }
        if let Some(cell) = merged.get_mut(*column) {
            *cell = first.clone();
        }
    }
    merged
}

/// The zone that the headings of the moments name, where no title does.
fn take_zone(titles: &mut Titles, mapping: &Mapping) {
    let columns = ["created", "closed"].into_iter().filter_map(|field| mapping.column_of(field));
    for column in columns {
        let zone = zone_of_heading(&mapping.columns[column].heading);
        titles.notices.zone = titles.notices.zone.take().or(zone);
    }
}

/// Tells that the rows of cases have days and no time of day.
fn without_clock(mapping: &Mapping, rows: &[&[RawCell<'_>]]) -> Option<Issue> {
    let created = mapping.column_of("created")?;
    let days = || rows.iter().map(|row| cell_at(row, created)).filter(|cell| !cell.is_blank());
    let is_without = mapping.kind == SourceKind::Cases
        && mapping.column_of("created_clock").is_none()
        && days().next().is_some()
        && !days().any(has_clock);
    let heading = mapping.columns.get(created).map_or("", |column| column.heading.trim());
    is_without.then(|| note(message!("import-note-no-clock", column = heading)))
}

/// Lets an earlier export of the same headings say what nobody has said about dates.
fn adopt(rule: &mut DateRule, profile: &Profile, options: &Options) {
    rule.order = rule.order.or(profile.date_order);
    if options.time_zone.is_none() {
        rule.time_zone = profile.time_zone;
    }
    rule.stamps = rule.stamps.or(profile.stamps);
}

/// The system that a sheet comes from: as a person says, a title, or an earlier export.
pub fn system_of<'s>(
    options: &'s Options,
    titles: &'s Titles,
    profile: Option<&'s Profile>,
) -> &'s str {
    let named = options.system.as_deref().unwrap_or_default();
    let remembered = profile.map_or("", |profile| &profile.system);
    let systems = [named, &titles.system, remembered];
    systems.into_iter().find(|system| !system.is_empty()).unwrap_or_default()
}

impl Body {
    /// Whether the numbers of a column are added up, so that one that is merged over several
    /// rows must count once.
    pub fn adds_up(&self, column: usize) -> bool {
        let field = self.mapping.columns.get(column).and_then(|column| column.field.as_deref());
        let Some(field) = field else { return false };
        match self.mapping.kind {
            SourceKind::Cases => false,
            SourceKind::DayCounts => field == "cases",
            SourceKind::Table(TableId::Fund) if year_of_field(field).is_some() => true,
            SourceKind::Ledger
            | SourceKind::Table(TableId::Balances | TableId::BalanceList | TableId::Fund) => {
                AMOUNTS.contains(&field)
            }
            SourceKind::Table(table) => {
                let mut columns = table_columns(table).iter();
                columns.any(|column| column.id == field && column.kind.is_number())
            }
        }
    }
}

/// The year that a period is, or lies within.
fn year_of(period: Span) -> Option<Year> {
    let year = period.first.year();
    (year == period.last.year()).then_some(year)
}
