//! The names of figures. A key is a type; its text exists at the edges only.

use std::fmt;

use super::{AccountsKey, Dimension, Period, Yearly};
use crate::calendar::{Date, HalfYear, IsoWeek, Quarter, Span, Year};
use crate::project::{SickGroup, TableId};

/// What a change is measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reference {
    /// The same days of the year before.
    LastYear,
    /// The average of the same days in the baseline.
    Average,
}

/// What is said of the cases of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaseMeasure {
    /// How many.
    Count,
    /// The average of the baseline for the same days.
    Average,
    /// How many per working day.
    PerWorkday,
    /// How many per working day in the baseline: all its cases over all its working days.
    AveragePerWorkday,
    /// The change in percent of the reference.
    Change(Reference),
    /// The change per working day in percent of the reference's.
    ChangePerWorkday(Reference),
}

impl CaseMeasure {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Count,
        Self::Average,
        Self::PerWorkday,
        Self::AveragePerWorkday,
        Self::Change(Reference::LastYear),
        Self::Change(Reference::Average),
        Self::ChangePerWorkday(Reference::LastYear),
        Self::ChangePerWorkday(Reference::Average),
    ];
}

/// What is said of a group's sick leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SickMeasure {
    /// Working days that could have been worked.
    Possible,
    /// Days away on one's own word.
    SelfCertified,
    /// The same in percent of the possible days.
    SelfCertifiedPercent,
    /// Days away on a doctor's word.
    DoctorCertified,
    /// The same in percent of the possible days.
    DoctorCertifiedPercent,
    /// All days away.
    Total,
    /// All days away in percent of the possible days.
    TotalPercent,
}

impl SickMeasure {
    /// All of them, in the order of the tables' columns.
    pub const ALL: [Self; 7] = [
        Self::Possible,
        Self::SelfCertified,
        Self::SelfCertifiedPercent,
        Self::DoctorCertified,
        Self::DoctorCertifiedPercent,
        Self::Total,
        Self::TotalPercent,
    ];
}

/// The name of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// Cases of a quarter, a half or a year: `saker.2021.q1.endring`, `saker.2021.halvår.1`.
    Cases(Year, Period, CaseMeasure),
    /// The same of one customer of the register, by its name, beside the years in which it was one:
    /// `kundesaker.2021.hamar.q1.snitt`.
    CustomerCases(String, Year, Period, CaseMeasure),
    /// A figure of a year that one rule makes of others: `saker.2021.per-årsverk`.
    Yearly(Year, Yearly),
    /// Cases of a month, 1 to 12: `saker.2021.måned.3`.
    Month(Year, u8),
    /// Cases of a run of days that share a word: `saker.2021-01-01–2021-03-31.kunde.hamar`.
    Share(Span, Dimension, Option<String>),
    /// Cases of an ISO week: `saker.2021.uke.10`.
    Week(IsoWeek),
    /// The average of the week's number in the baseline: `saker.2021.uke.10.snitt`.
    WeekAverage(IsoWeek),
    /// Cases of a day: `saker.2021-03-11`.
    Day(Date),
    /// The average of the day's *tilsvarende dager*: `saker.2021-03-11.snitt`.
    DayAverage(Date),
    /// Working days: `arbeidsdager.2021.q1`.
    Workdays(Year, Period),
    /// A- and B-incidents: `hendelser.2021.q3.ab`.
    Incidents(Year, Period),
    /// How many separate incidents they tell of: `hendelser.2021.q3.ulike`.
    DistinctIncidents(Year, Period),
    /// A goal's result in percent, by [`goal_name`](super::goal_name): `mål.2021.oppetid.resultat`.
    GoalResult(Year, String),
    /// The share of women in a group on a day, by the row's key: `kjønnsfordeling.….andel-kvinner`.
    WomenShare(String),
    /// Sick leave of a group, or of all: `sykefravær.2021.kvinner.prosent`.
    SickLeave(Year, Option<SickGroup>, SickMeasure),
    /// A figure of the accounts: `§5-6.2021.regnskap.lønnsutgifter`.
    Accounts(AccountsKey),
    /// A number that stands in a table: `bemanning.2021-12-31.employees_total`.
    Cell {
        /// The table.
        table: TableId,
        /// The row, by its key.
        row: String,
        /// The column's id.
        column: &'static str,
    },
}

impl Key {
    /// The report year that the figure belongs to, if it belongs to one.
    pub fn year(&self) -> Option<Year> {
        match self {
            Self::Cases(year, ..)
            | Self::CustomerCases(_, year, ..)
            | Self::Yearly(year, _)
            | Self::Month(year, _)
            | Self::Workdays(year, _)
            | Self::Incidents(year, _)
            | Self::DistinctIncidents(year, _)
            | Self::GoalResult(year, _)
            | Self::SickLeave(year, ..) => Some(*year),
            Self::Week(week) | Self::WeekAverage(week) => Some(week.year),
            Self::Share(span, ..) => Some(span.last.year()),
            Self::Day(day) | Self::DayAverage(day) => Some(day.year()),
            Self::Accounts(key) => Some(key.year()),
            Self::WomenShare(_) | Self::Cell { .. } => None,
        }
    }

    /// What is said of the cases of a period: of one customer's, or of all.
    pub(super) fn cases_of(
        customer: Option<&str>,
        year: Year,
        period: Period,
        measure: CaseMeasure,
    ) -> Self {
        match customer {
            Some(customer) => Self::CustomerCases(customer.to_owned(), year, period, measure),
            None => Self::Cases(year, period, measure),
        }
    }

    /// The key that `text` names. A key without a year means `report_year`, `@-1` the year
    /// before it; ASCII spellings (`ae`, `o`, `a`, `par`) are understood. `known` are the keys
    /// that there are; of two that look alike, the first is meant.
    pub fn find(text: &str, report_year: Year, known: impl Iterator<Item = Self>) -> Option<Self> {
        let spellings = Self::spellings(text, report_year)?;
        let place = |key: &Self| {
            spellings.iter().position(|spelling| *spelling == folded(&key.to_string()))
        };
        known
            .filter_map(|key| Some((place(&key)?, key)))
            .min_by_key(|(at, _)| *at)
            .map(|(_, key)| key)
    }

    /// The texts, folded, that a key may have which `text` names: with the year that it means,
    /// and as it stands.
    pub(super) fn spellings(text: &str, report_year: Year) -> Option<Vec<String>> {
        let (name, offset) = match text.rsplit_once('@') {
            Some((name, offset)) => (name, offset.parse::<Year>().ok()?),
            None => (text, 0),
        };
        let year = report_year.checked_add(offset)?;
        let folded_name = folded(name);
        let with_year = folded_name.split_once('.').map_or_else(
            || format!("{folded_name}.{year}"),
            |(room, rest)| format!("{room}.{year}.{rest}"),
        );
        let as_it_stands = (offset == 0).then_some(folded_name);
        Some(std::iter::once(with_year).chain(as_it_stands).collect())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cases(year, period, measure) => {
                write!(f, "saker.{year}{}{}", period_part(*period), measure_part(*measure))
            }
            Self::CustomerCases(customer, year, period, measure) => {
                let (period, measure) = (period_part(*period), measure_part(*measure));
                write!(f, "kundesaker.{year}.{}{period}{measure}", slug(customer))
            }
            Self::Yearly(year, yearly) => {
                let definition = yearly.definition();
                write!(f, "{}.{year}.{}", definition.room, definition.name)?;
                yearly.variant().map_or(Ok(()), |variant| write!(f, ".{}", slug(variant)))
            }
            Self::Month(year, month) => write!(f, "saker.{year}.måned.{month}"),
            Self::Share(span, dimension, word) => {
                let Span { first, last } = span;
                let word = slug(word.as_deref().unwrap_or_default());
                write!(f, "saker.{first}–{last}.{}.{word}", dimension.id())
            }
            Self::Week(IsoWeek { year, week }) => write!(f, "saker.{year}.uke.{week}"),
            Self::WeekAverage(IsoWeek { year, week }) => {
                write!(f, "saker.{year}.uke.{week}.snitt")
            }
            Self::Day(day) => write!(f, "saker.{day}"),
            Self::DayAverage(day) => write!(f, "saker.{day}.snitt"),
            Self::Workdays(year, period) => {
                write!(f, "arbeidsdager.{year}{}", period_part(*period))
            }
            Self::Incidents(year, period) => {
                write!(f, "hendelser.{year}{}.ab", period_part(*period))
            }
            Self::DistinctIncidents(year, period) => {
                write!(f, "hendelser.{year}{}.ulike", period_part(*period))
            }
            Self::GoalResult(year, goal) => write!(f, "mål.{year}.{}.resultat", slug(goal)),
            Self::WomenShare(row) => write!(f, "kjønnsfordeling.{}.andel-kvinner", slug(row)),
            Self::SickLeave(year, group, measure) => {
                let group = match group {
                    Some(SickGroup::Women) => ".kvinner",
                    Some(SickGroup::Men) => ".menn",
                    None => "",
                };
                write!(f, "sykefravær.{year}{group}{}", sick_part(*measure))
            }
            Self::Accounts(key) => key.fmt(f),
            Self::Cell { table, row, column } => {
                write!(f, "{}.{}.{column}", table_part(*table), slug(row))
            }
        }
    }
}

fn period_part(period: Period) -> &'static str {
    match period {
        Period::Quarter(Quarter::First) => ".q1",
        Period::Quarter(Quarter::Second) => ".q2",
        Period::Quarter(Quarter::Third) => ".q3",
        Period::Quarter(Quarter::Fourth) => ".q4",
        Period::Half(HalfYear::First) => ".halvår.1",
        Period::Half(HalfYear::Second) => ".halvår.2",
        Period::Year => "",
    }
}

fn measure_part(measure: CaseMeasure) -> &'static str {
    match measure {
        CaseMeasure::Count => "",
        CaseMeasure::Average => ".snitt",
        CaseMeasure::PerWorkday => ".per-arbeidsdag",
        CaseMeasure::AveragePerWorkday => ".snitt-per-arbeidsdag",
        CaseMeasure::Change(Reference::LastYear) => ".endring",
        CaseMeasure::Change(Reference::Average) => ".endring-snitt",
        CaseMeasure::ChangePerWorkday(Reference::LastYear) => ".endring-per-arbeidsdag",
        CaseMeasure::ChangePerWorkday(Reference::Average) => ".endring-snitt-per-arbeidsdag",
    }
}

fn sick_part(measure: SickMeasure) -> &'static str {
    match measure {
        SickMeasure::Possible => ".mulige",
        SickMeasure::SelfCertified => ".egenmeldt",
        SickMeasure::SelfCertifiedPercent => ".egenmeldt-prosent",
        SickMeasure::DoctorCertified => ".legemeldt",
        SickMeasure::DoctorCertifiedPercent => ".legemeldt-prosent",
        SickMeasure::Total => ".dager",
        SickMeasure::TotalPercent => ".prosent",
    }
}

fn table_part(table: TableId) -> &'static str {
    match table {
        TableId::Customers => "kunder",
        TableId::Events => "hendelser",
        TableId::Goals => "mål",
        TableId::Staff => "bemanning",
        TableId::Gender => "kjønnsfordeling",
        TableId::Turnover => "turnover",
        TableId::SickLeave => "fravær",
        TableId::SickLeaveYears => "fravær-år",
        TableId::Calls => "telefon",
        TableId::Deliveries => "leveranser",
        TableId::NewUsers => "nye-brukere",
        TableId::Uptime => "oppetid",
        TableId::Balances => "kontorad",
        TableId::BalanceList => "balansekonto",
        TableId::Fund => "fondslinje",
        TableId::Mapping => "tilpasning",
        TableId::Remarks => "merknad",
        TableId::Statements => "oppstilling",
        TableId::Agreements => "avtale",
        TableId::Signatories => "signatur",
    }
}

/// Lower case, with hyphens for all that is no letter or digit.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.to_lowercase().chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}

/// A name in lower case and ASCII, with hyphens between its words: `nord-odal`, `loten`.
pub fn ascii_slug(text: &str) -> String {
    slug(&folded(text)).chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

/// Lower case in ASCII: `æ` as `ae`, `ø` as `o`, `å` as `a`, `§` as `par`.
pub(super) fn folded(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len());
    for c in text.trim().to_lowercase().chars() {
        match c {
            'æ' => ascii.push_str("ae"),
            'ø' => ascii.push('o'),
            'å' => ascii.push('a'),
            '§' => ascii.push_str("par"),
            _ => ascii.push(c),
        }
    }
    ascii
}
