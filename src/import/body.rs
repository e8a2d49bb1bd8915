//! The rows below a header, typed one by one as they stream by.

use super::accounts::{
    AccountsReader, Around, Fate, FundReader, StatementUnit, Surroundings, fund_question,
    missing_amount, settle_names, settle_years, speaks_of_fund, title_year,
};
use super::cases::CaseReader;
use super::classify::classify;
use super::dates::{DateRule, OrderEvidence};
use super::day_counts::DayCountReader;
use super::header::{HeadRow, find_header};
use super::mapping::Mapping;
use super::question::Question;
use super::raw::{RawCell, cell_at};
use super::synonyms::synonyms;
use super::tables::TableReader;
use super::titles::{Titles, read_titles};
use super::verdict::{Reject, SkipReason, Skipped};
use super::{Known, Options};
use crate::project::{SourceKind, TableId};
use crate::words::Message;

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
    /// Types the rows; `None` while a question about a column is open.
    pub reader: Option<RowReader>,
    /// The last row with content.
    pub last_row: u32,
    /// Rows that could not be understood.
    pub rejects: Vec<Reject>,
    /// Rows that are no data.
    pub skipped: Vec<Skipped>,
    /// The first date with slashes.
    pub slash_date: String,
}

/// Types rows of one kind.
pub enum RowReader {
    /// Cases.
    Cases(Box<CaseReader>),
    /// Cases per day.
    DayCounts(DayCountReader),
    /// A small table.
    Table(TableReader),
    /// Printed statements, with what their amounts are counted in.
    Statements(TableReader, StatementUnit),
    /// Balances, a balance list or a ledger.
    Accounts(Box<AccountsReader>),
    /// The history of a fund.
    Fund(FundReader),
}

impl Body {
    /// Understands the head; the place of the header comes with it. A profile that fits also
    /// says what nobody said about dates.
    ///
    /// # Errors
    /// When a column is missing, or one that the person chose is not there.
    pub fn of_head(
        head: &[HeadRow],
        options: &Options,
        known: &Known<'_>,
        (rule, sheet): (&mut DateRule, &str),
    ) -> Result<Option<(Self, usize)>, Message> {
        let Some(header) = find_header(head, options, known.profiles) else { return Ok(None) };
        let mut mapping = header.mapping;
        let Some(names) = synonyms().of(mapping.kind) else { return Ok(None) };
        let profile = mapping.profile.and_then(|index| known.profiles.get(index));
        if let Some(profile) = profile {
            rule.order = rule.order.or(profile.date_order);
            if options.time_zone.is_none() {
                rule.time_zone = profile.time_zone;
            }
        }
        mapping.take_choices(names, options)?;
        let below: Vec<&[RawCell<'static>]> =
            head[header.at + 1..].iter().map(|(_, cells)| cells.as_slice()).collect();
        let mut questions =
            if below.is_empty() { Vec::new() } else { mapping.guess(names, &below, rule)? };
        let above: Vec<&[RawCell<'static>]> =
            head[..header.at].iter().map(|(_, cells)| cells.as_slice()).collect();
        let header_row = head[header.at].0;
        let titles = read_titles(&above);
        let around = Around { above: &head[..header.at], header_row, sheet, names };
        settle_names(&mut mapping);
        let titled = title_year(options, titles.period, &around);
        let years = settle_years(&mut mapping, names, options, [titled, Some(known.report_year)]);
        questions.extend(years.question);
        if !below.is_empty() {
            questions.extend(missing_amount(&mapping, &below)?);
        }
        let is_fund = mapping.kind == SourceKind::Table(TableId::Fund);
        let is_doubtful = is_fund
            && options.kind.is_none()
            && !speaks_of_fund(&mapping, around.above, &head[header.at + 1..]);
        if is_doubtful {
            questions.extend(fund_question(&mapping));
        }
        let year = options.year.or(years.year).or(titled).unwrap_or(known.report_year);
        let surroundings = || Surroundings::of(options, profile, &around, (year, years.left));
        let body = Self {
            header_row,
            titles,
            reader: (!is_doubtful).then(|| RowReader::new(&mapping, surroundings)).flatten(),
            mapping,
            questions,
            last_row: header_row,
            rejects: Vec::new(),
            skipped: Vec::new(),
            slash_date: String::new(),
        };
        Ok(Some((body, header.at)))
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
        match reader.take(row, cells, &self.mapping, (rule, evidence)) {
            Fate::Kept => {}
            Fate::Skipped(reason) => self.skipped.push(Skipped { first: row, last: row, reason }),
            Fate::Rejected(reject) => self.rejects.push(reject),
        }
        if before != *evidence && self.slash_date.is_empty() {
            let is_date = |text: &str| {
                text.starts_with(|c: char| c.is_ascii_digit()) && text.matches('/').count() == 2
            };
            let read = self.mapping.columns.iter().filter(|column| column.field.is_some());
            let mut texts = read.map(|column| cell_at(cells, column.index).text());
            let date = texts.find(|text| is_date(text));
            self.slash_date = date.unwrap_or_default().into_owned();
        }
    }
}

impl RowReader {
    fn new(mapping: &Mapping, surroundings: impl FnOnce() -> Surroundings) -> Option<Self> {
        match mapping.kind {
            SourceKind::Table(TableId::Balances | TableId::BalanceList) | SourceKind::Ledger => {
                AccountsReader::new(mapping, surroundings()).map(Box::new).map(Self::Accounts)
            }
            SourceKind::Table(TableId::Fund) => {
                FundReader::new(mapping, surroundings()).map(Self::Fund)
            }
            SourceKind::Table(TableId::Statements) => {
                let unit = StatementUnit::of(mapping, &surroundings());
                let reader = TableReader::new(TableId::Statements, mapping)?;
                Some(Self::Statements(reader, unit))
            }
            SourceKind::Cases => CaseReader::new(mapping).map(Box::new).map(Self::Cases),
            SourceKind::DayCounts => DayCountReader::new(mapping).map(Self::DayCounts),
            SourceKind::Table(table) => TableReader::new(table, mapping).map(Self::Table),
        }
    }

    /// Takes a row: as data, as no data, or as a reject.
    fn take(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        mapping: &Mapping,
        (rule, evidence): (&DateRule, &mut OrderEvidence),
    ) -> Fate {
        let typed = |is_doubtful: bool, read: &mut dyn FnMut() -> Result<(), Reject>| {
            // A sum row could pass for data, so that it must be looked at before it is typed.
            if is_doubtful && let Some(reason) = classify(cells, mapping) {
                return Fate::Skipped(reason);
            }
            match read() {
                Ok(()) => Fate::Kept,
                Err(reject) => {
                    classify(cells, mapping).map_or(Fate::Rejected(reject), Fate::Skipped)
                }
            }
        };
        match self {
            Self::Cases(reader) => {
                typed(reader.is_doubtful(cells), &mut || reader.read(row, cells, rule, evidence))
            }
            Self::DayCounts(reader) => {
                typed(false, &mut || reader.read(row, cells, rule, evidence))
            }
            Self::Table(reader) | Self::Statements(reader, _) => {
                typed(reader.is_without_days(), &mut || reader.read(row, cells, rule, evidence))
            }
            Self::Accounts(reader) => reader.take(row, cells, mapping, (rule, evidence)),
            Self::Fund(reader) => reader.take(row, cells, mapping),
        }
    }
}
