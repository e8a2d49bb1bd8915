//! Which columns of a sheet hold codes, names and amounts, and of which year the amounts are.

use super::form::Part;
use crate::calendar::Year;
use crate::import::mapping::Mapping;
use crate::import::raw::{RawCell, cell_at};
use crate::import::sheet::{Certainty, ColumnRead};
use crate::project::{SourceKind, TableId};

/// The most amounts that a row of any kind has.
pub const AMOUNTS: usize = 4;

/// A column that gives an amount, or a side of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountColumn {
    /// The sheet's column.
    pub column: usize,
    /// Which of the kind's amounts it gives, by its place in [`amount_fields`].
    pub field: usize,
    /// Whether it holds the credit side, which counts below zero.
    pub is_credit: bool,
}

/// The columns that are read.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// The *kontoklasse*.
    pub class: Option<usize>,
    /// The account, alone or with everything else in it.
    pub account: Option<usize>,
    /// What the account is called.
    pub account_name: Option<usize>,
    /// The *ansvar*.
    pub unit: Option<usize>,
    /// What the *ansvar* is called.
    pub unit_name: Option<usize>,
    /// The *funksjon*.
    pub function: Option<usize>,
    /// The *prosjekt*.
    pub project: Option<usize>,
    /// What the *prosjekt* is called.
    pub project_name: Option<usize>,
    /// The year of each row, where rows have one.
    pub year: Option<usize>,
    /// The amounts.
    pub amounts: Vec<AmountColumn>,
}

/// The amounts of a kind, by the ids of their fields.
pub fn amount_fields(kind: SourceKind) -> &'static [&'static str] {
    match kind {
        SourceKind::Table(TableId::Balances) => {
            &["actual", "revised_budget", "original_budget", "last_year"]
        }
        SourceKind::Table(TableId::BalanceList) => &["opening", "closing", "movement"],
        _ => &["amount"],
    }
}

impl Columns {
    /// The columns that a mapping names.
    pub fn of(mapping: &Mapping) -> Self {
        let fields = amount_fields(mapping.kind);
        let amount = |(field, id): (usize, &&str)| {
            let column = mapping.column_of(id)?;
            Some(AmountColumn { column, field, is_credit: false })
        };
        let mut amounts: Vec<AmountColumn> = fields.iter().enumerate().filter_map(amount).collect();
        // Debit and credit make the amount that has no column of its own.
        let sided = if mapping.kind == SourceKind::Table(TableId::BalanceList) { 2 } else { 0 };
        if !amounts.iter().any(|own| own.field == sided) {
            for (id, is_credit) in [("debit", false), ("credit", true)] {
                let column = mapping.column_of(id);
                amounts.extend(column.map(|column| AmountColumn {
                    column,
                    field: sided,
                    is_credit,
                }));
            }
        }
        Self {
            class: mapping.column_of("class"),
            account: mapping.column_of("account"),
            account_name: mapping.column_of("account_name"),
            unit: mapping.column_of("unit"),
            unit_name: mapping.column_of("unit_name"),
            function: mapping.column_of("function"),
            project: mapping.column_of("project"),
            project_name: mapping.column_of("project_name"),
            year: mapping.column_of("year"),
            amounts,
        }
    }

    /// The columns of codes; what stands in them makes one account string or another.
    pub fn codes(&self) -> [Option<usize>; 6] {
        [self.class, self.account, self.unit, self.function, self.project, self.year]
    }

    /// The column of a part.
    pub fn of_part(&self, part: Part) -> Option<usize> {
        match part {
            Part::Class => self.class,
            Part::Account => self.account,
            Part::Unit => self.unit,
            Part::Function => self.function,
            Part::Project => self.project,
            Part::Skipped => None,
        }
    }

    /// Whether a row has something in a column of amounts.
    pub fn has_amount(&self, cells: &[RawCell<'_>]) -> bool {
        self.amounts.iter().any(|own| !cell_at(cells, own.column).is_blank())
    }
}

/// Settles what headings say only together: which of two equal ones is the name beside a code,
/// and which of several years is the one that the sheet is about. That year comes back, where
/// headings tell it.
pub fn settle(mapping: &mut Mapping) -> Option<Year> {
    for (code, name) in
        [("account", "account_name"), ("unit", "unit_name"), ("project", "project_name")]
    {
        let (Some(own), Some(beside)) = (mapping.column_of(code), mapping.column_of(name)) else {
            continue;
        };
        if is_text(&mapping.columns[own].heading)
            && !is_text(&mapping.columns[beside].heading)
            && mapping.normals[own] == mapping.normals[beside]
        {
            swap(mapping, own, beside);
        }
    }
    settle_years(mapping)
}

fn settle_years(mapping: &mut Mapping) -> Option<Year> {
    let chosen = |mapping: &Mapping, id| {
        let column = mapping.column_of(id)?;
        Some((column, year_of(&mapping.columns[column].heading)))
    };
    if let Some((actual, Some(_))) = chosen(mapping, "actual") {
        take_latest(mapping, actual);
    }
    for (now, before) in [("actual", "last_year"), ("closing", "opening")] {
        if let (Some((now, Some(year))), Some((before, Some(earlier)))) =
            (chosen(mapping, now), chosen(mapping, before))
            && year < earlier
        {
            swap(mapping, now, before);
        }
    }
    let headed = |id| chosen(mapping, id).and_then(|(_, year)| year);
    let year = headed("actual")
        .or_else(|| headed("closing"))
        .or_else(|| headed("revised_budget"))
        .or_else(|| headed("original_budget"))
        .or_else(|| headed("last_year").map(|year| year.saturating_add(1)))?;
    for id in ["revised_budget", "original_budget"] {
        take_of_year(mapping, id, year);
    }
    Some(year)
}

/// Of several years' columns the latest is the accounts and the one before it last year's.
fn take_latest(mapping: &mut Mapping, actual: usize) {
    let normal = mapping.normals[actual].clone();
    let is_open = |column: &ColumnRead| {
        column.certainty != Certainty::Chosen
            && (column.field.is_none()
                || matches!(column.field.as_deref(), Some("actual" | "last_year")))
    };
    let mut years: Vec<(Year, usize)> = mapping
        .columns
        .iter()
        .filter(|column| mapping.normals[column.index] == normal && is_open(column))
        .filter_map(|column| Some((year_of(&column.heading)?, column.index)))
        .collect();
    years.sort_unstable_by_key(|(year, _)| std::cmp::Reverse(*year));
    if years.len() < 3 {
        return;
    }
    for (place, (_, column)) in years.iter().enumerate() {
        let column = &mut mapping.columns[*column];
        column.field = ["actual", "last_year"].get(place).map(|id| (*id).to_owned());
        column.certainty =
            if column.field.is_some() { Certainty::Known } else { Certainty::Ignored };
    }
}

/// Of a budget of several years that of `year`.
fn take_of_year(mapping: &mut Mapping, id: &str, year: Year) {
    let Some(column) = mapping.column_of(id) else { return };
    let own = &mapping.columns[column];
    if own.certainty == Certainty::Chosen || year_of(&own.heading).is_none_or(|own| own == year) {
        return;
    }
    let same = mapping.columns.iter().find(|other| {
        other.field.is_none()
            && mapping.normals[other.index] == mapping.normals[column]
            && year_of(&other.heading) == Some(year)
    });
    if let Some(other) = same.map(|other| other.index) {
        swap(mapping, column, other);
    }
}

/// Lets two columns change places, unless the person chose one of them.
fn swap(mapping: &mut Mapping, one: usize, other: usize) {
    let columns = &mut mapping.columns;
    if [one, other].iter().any(|at| columns[*at].certainty == Certainty::Chosen) {
        return;
    }
    let (field, certainty) = (columns[one].field.take(), columns[one].certainty);
    columns[one].field = columns[other].field.take();
    columns[one].certainty = columns[other].certainty;
    (columns[other].field, columns[other].certainty) = (field, certainty);
}

fn is_text(heading: &str) -> bool {
    heading.to_lowercase().contains("(t)")
}

/// The year that a heading or a title names, `Regnskap 2021`, `31.12.2021`.
pub fn year_of(heading: &str) -> Option<Year> {
    let words = heading.split(|c: char| !c.is_ascii_digit());
    let years = words.filter(|word| word.len() == 4).filter_map(|word| word.parse().ok());
    years.filter(|year| (1950..=2100).contains(year)).max()
}
