//! Which columns of a sheet hold codes, names and amounts, and of which year the amounts are.

use super::codes::with_zeros;
use super::company_names::{is_company, is_of_unit};
use super::units::unit_of_heading;
use crate::calendar::Year;
use crate::import::account_form::Part;
use crate::import::dates::LIKELY_YEARS;
use crate::import::mapping::Mapping;
use crate::import::raw::{RawCell, cell_at};
use crate::import::sheet::Certainty;
use crate::import::synonyms::synonyms;
use crate::kostra::{Chart, art_of};
use crate::project::{AmountUnit, SourceKind, TableId};

/// At least this percentage of a column's values must be companies.
const COMPANIES_PERCENT: usize = 80;
/// At least this percentage of a column's values must be arts.
const ARTS_PERCENT: usize = 90;

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
    /// Whether its side stands in its heading, debit or credit.
    pub is_sided: bool,
    /// What its amounts are counted in, where its heading says so.
    pub unit: Option<AmountUnit>,
}

/// The columns that are read.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// The *kontoklasse*.
    pub class: Option<usize>,
    /// The account, alone or with everything else in it.
    pub account: Option<usize>,
    /// The *art* of the account, where it has a separate column beside the company's number.
    pub art: Option<usize>,
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
    /// The period of each row, where rows have one.
    pub period: Option<usize>,
    /// The side of each row's amounts, debit or credit.
    pub side: Option<usize>,
    /// Whose each row is, in a list of several companies.
    pub company: Option<usize>,
    /// What the amounts of each row are counted in, where rows say it.
    pub currency: Option<usize>,
    /// Whether periods are written with two digits of their year.
    pub has_short_periods: bool,
    /// Whether the closing balance is the opening one with what has moved.
    pub makes_closing: bool,
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
        let unit = |column: usize| {
            let heading = mapping.columns.get(column)?.heading.as_str();
            unit_of_heading(heading).map(|named| named.unit)
        };
        let amount = |(field, id): (usize, &&str)| {
            let column = mapping.column_of(id)?;
            let unit = unit(column);
            Some(AmountColumn { column, field, is_credit: false, is_sided: false, unit })
        };
        let mut amounts: Vec<AmountColumn> = fields.iter().enumerate().filter_map(amount).collect();
        // A balance may stand on two sides, each with a column.
        for (field, id) in [(0, "opening_credit"), (1, "closing_credit")] {
            let is_debit = |amount: &AmountColumn| {
                let heading = mapping.normals.get(amount.column).map_or("", String::as_str);
                amount.field == field && heading.ends_with(" debet")
            };
            let debit = amounts.iter_mut().find(|amount| is_debit(amount));
            let Some((debit, column)) = debit.zip(mapping.column_of(id)) else { continue };
            debit.is_sided = true;
            let unit = unit(column);
            amounts.push(AmountColumn { column, field, is_credit: true, is_sided: true, unit });
        }
        // Debit and credit make the amount that has no separate column.
        let is_list = mapping.kind == SourceKind::Table(TableId::BalanceList);
        let has = |field: usize| amounts.iter().any(|amount| amount.field == field);
        // Without any balance beside them they are the two sides of the closing one.
        let sided = match (is_list, has(0) || has(1)) {
            (true, true) => 2,
            (true, false) => 1,
            (false, _) => 0,
        };
        let lacks_closing = is_list && has(0) && !has(1);
        if !amounts.iter().any(|amount| amount.field == sided) {
            for (id, is_credit) in [("debit", false), ("credit", true)] {
                let column = mapping.column_of(id);
                amounts.extend(column.map(|column| AmountColumn {
                    column,
                    field: sided,
                    is_credit,
                    is_sided: true,
                    unit: unit(column),
                }));
            }
        }
        let makes_closing = lacks_closing && amounts.iter().any(|amount| amount.field == 2);
        Self {
            currency: mapping.column_of("currency"),
            has_short_periods: false,
            makes_closing,
            class: mapping.column_of("class"),
            account: mapping.column_of("account"),
            art: mapping.column_of("kostra_art"),
            account_name: mapping.column_of("account_name"),
            unit: mapping.column_of("unit"),
            unit_name: mapping.column_of("unit_name"),
            function: mapping.column_of("function"),
            project: mapping.column_of("project"),
            project_name: mapping.column_of("project_name"),
            year: mapping.column_of("year"),
            period: match mapping.kind {
                SourceKind::Ledger => None,
                _ => mapping.column_of("period"),
            },
            side: mapping.column_of("side"),
            company: mapping.column_of("company"),
            amounts,
        }
    }

    /// The columns of codes; what stands in them makes one account string or another.
    pub fn codes(&self) -> [Option<usize>; 8] {
        let Self { class, account, art, unit, function, project, year, period, .. } = self;
        [*class, *account, *art, *unit, *function, *project, *year, *period]
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

    /// Whether a row has something in a column of amounts; a formula without a result is something.
    pub fn has_amount(&self, cells: &[RawCell<'_>]) -> bool {
        let is_there = |cell: &RawCell<'_>| !cell.is_blank() || matches!(cell, RawCell::Uncomputed);
        self.amounts.iter().any(|amount| is_there(cell_at(cells, amount.column)))
    }
}

/// Settles which of two equal headings is the name beside a code.
pub fn settle_names(mapping: &mut Mapping) {
    for (code, name) in
        [("account", "account_name"), ("unit", "unit_name"), ("project", "project_name")]
    {
        let (Some(of_code), Some(of_name)) = (mapping.column_of(code), mapping.column_of(name))
        else {
            continue;
        };
        if is_text(&mapping.columns[of_code].heading)
            && !is_text(&mapping.columns[of_name].heading)
            && mapping.normals[of_code] == mapping.normals[of_name]
        {
            swap(mapping, of_code, of_name);
        }
    }
}

/// Reads a column of companies or units as companies where its values are companies.
pub fn settle_company(mapping: &mut Mapping, rows: &[&[RawCell<'static>]]) {
    let has_company = synonyms()
        .of(mapping.kind)
        .is_some_and(|names| names.fields.iter().any(|(field, _)| field == "company"));
    if !has_company || mapping.column_of("company").is_some() {
        return;
    }
    let holds_companies = |at: usize| {
        let cells = rows.iter().map(|row| cell_at(row, at)).filter(|cell| !cell.is_blank());
        let (all, companies) = cells.fold((0_usize, 0_usize), |(all, companies), cell| {
            (all + 1, companies + usize::from(is_company(&cell.text())))
        });
        all > 0 && companies * 100 >= all * COMPANIES_PERCENT
    };
    let column = mapping.columns.iter_mut().find(|column| {
        let is_open = matches!(column.certainty, Certainty::Known | Certainty::Ignored);
        let is_unit = matches!(column.field.as_deref(), None | Some("unit" | "unit_name"));
        is_open && is_unit && is_of_unit(&column.heading) && holds_companies(column.index)
    });
    if let Some(column) = column {
        column.field = Some("company".to_owned());
        column.certainty = Certainty::Known;
    }
}

/// Reads a column as the *art* where another has account numbers that the company made: nothing
/// tells the *art* of such a number.
pub fn settle_art(mapping: &mut Mapping, rows: &[&[RawCell<'static>]]) {
    let has_field = synonyms()
        .of(mapping.kind)
        .is_some_and(|names| names.fields.iter().any(|(field, _)| field == "kostra_art"));
    let headings = &synonyms().accounts.art_headings;
    let is_art =
        |at: usize| mapping.normals.get(at).is_some_and(|heading| headings.contains(heading));
    let Some(account) = mapping.column_of("account").filter(|at| has_field && !is_art(*at)) else {
        return;
    };
    if mapping.column_of("kostra_art").is_some() {
        return;
    }
    let holds_arts = |at: usize| {
        let cells = rows.iter().map(|row| cell_at(row, at)).filter(|cell| !cell.is_blank());
        let (all, arts) = cells.fold((0_usize, 0_usize), |(all, arts), cell| {
            let code = with_zeros(&cell.text());
            let art = art_of(&code).filter(|_| code.len() == 3);
            let exists =
                art.is_some_and(|art| Chart::get().arts().iter().any(|known| known.art == art));
            (all + 1, arts + usize::from(exists))
        });
        all > 0 && arts * 100 >= all * ARTS_PERCENT
    };
    let column = mapping.columns.iter().find(|column| {
        matches!(column.certainty, Certainty::Known | Certainty::Ignored)
            && matches!(column.field.as_deref(), None | Some("account_name"))
            && column.index != account
            && is_art(column.index)
            && holds_arts(column.index)
    });
    let column = column.map(|column| column.index);
    if let Some(column) = column.and_then(|at| mapping.columns.get_mut(at)) {
        column.field = Some("kostra_art".to_owned());
        column.certainty = Certainty::Known;
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
    years.filter(|year| LIKELY_YEARS.contains(year)).max()
}
