//! What is known of a sheet of accounts before its first row: its year, and how it is meant.

use super::book_names::book_of_sheet;
use super::columns::year_of;
use super::company_names::{company_in_name, company_of_titles};
use super::currency::names_foreign_money;
use super::fund_names::{is_of_report, phrase_in};
use super::groups::class_of_books;
use super::text_of;
use super::units::{UnitSaid, unit_in_name, units_in_row};
use crate::calendar::{Span, Year};
use crate::import::Options;
use crate::import::account_form::AccountForm;
use crate::import::dates::LIKELY_YEARS;
use crate::import::header::HeadRow;
use crate::import::heading::normal;
use crate::import::raw::RawCell;
use crate::import::synonyms::synonyms;
use crate::kostra::Book;
use crate::number::DecimalMark;
use crate::project::{AmountUnit, LedgerSign, Profile, RepeatedRows, cell_name};

/// What is known of the accounts before their first row.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The year that headings or title rows tell, or else the project.
    pub year: Year,
    /// Whether a person, headings or title rows tell it.
    pub is_year_told: bool,
    /// The *kontoklasse* of the books that a title row names.
    pub class: Option<&'static str>,
    /// What stands above the header, a title a text: a first group may be among them.
    pub titles: Vec<String>,
    /// The books that accounts without a *kontoklasse* are of, where a person says it …
    pub book_said: Option<Book>,
    /// … or has said it of an earlier list with the same headings, …
    pub book_remembered: Option<Book>,
    /// … and as the sheet or the file is named.
    pub book_named: Option<Book>,
    /// Whether a person has chosen the sheet.
    pub is_sheet_said: bool,
    /// With which sign income stands, where somebody has said it.
    pub sign: Option<LedgerSign>,
    /// What account strings hold, where somebody has said it.
    pub form: Option<AccountForm>,
    /// Which mark stands before the øre, where somebody has said it.
    pub decimal: Option<DecimalMark>,
    /// What amounts are counted in, where a person says it of this file …
    pub unit: Option<AmountUnit>,
    /// … or has said it of an earlier one …
    pub earlier_unit: Option<AmountUnit>,
    /// What the earlier file itself said of it; the answer is of files that say the same.
    pub earlier_words: Option<String>,
    /// … and what the rows around the amounts and the sheet's name say of it.
    pub units: Vec<UnitSaid>,
    /// The title that names the money of another country, where one does.
    pub foreign: Option<String>,
    /// The fund that a title or the sheet's name names.
    pub titled_fund: Option<String>,
    /// Whether periods are written with two digits of their year: `2112`.
    pub has_short_periods: bool,
    /// The company whose rows are wanted, where somebody has said it; an empty name means all.
    pub company: Option<String>,
    /// The company that a title row names.
    pub titled_company: Option<String>,
    /// What a person says of amounts that are of a period or of the year.
    pub repeated: Option<RepeatedRows>,
    /// The columns of other years that are not taken: their cells and headings.
    pub left: Vec<(String, String)>,
}

/// Where a sheet's head is looked at from: what stands above the header, and the sheet's name.
#[derive(Clone, Copy)]
pub struct Around<'h> {
    /// The rows above the header.
    pub above: &'h [HeadRow],
    /// The header's row, as Excel counts.
    pub header_row: u32,
    /// The sheet's name.
    pub sheet: &'h str,
}

/// The year that a person's period or the title rows name.
pub fn title_year(options: &Options, titles: Option<Span>, around: &Around<'_>) -> Option<Year> {
    let is_title = |text: &&str| {
        let words = normal(text);
        words.split(' ').any(|word| synonyms().books.titles.iter().any(|title| title == word))
    };
    let stated = options.period.or(titles).map(|span| span.last.year());
    let year = |text: &str| year_of(text).or_else(|| year_of_period(text));
    stated.or_else(|| texts(around).filter(is_title).filter_map(year).max())
}

/// The year of a period as finance systems write it: `202113`.
fn year_of_period(text: &str) -> Option<Year> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 6);
    let periods = words.filter_map(|word| {
        let (year, period) = word.split_at_checked(4)?;
        let period: u8 = period.parse().ok()?;
        year.parse().ok().filter(|year| LIKELY_YEARS.contains(year) && period <= 13)
    });
    periods.max()
}

fn texts<'h>(around: &Around<'h>) -> impl Iterator<Item = &'h str> {
    around.above.iter().flat_map(|(_, cells)| cells.iter()).filter_map(text_of)
}

/// The fund that a title or the sheet's name tells; the report's, where both kinds are told.
fn fund_around(around: &Around<'_>) -> Option<String> {
    let all = || texts(around).chain([around.sheet]);
    let own_fund = all().find(|text| is_of_report(text)).map(str::to_owned);
    own_fund.or_else(|| all().find_map(phrase_in))
}

/// The texts of a row; a label that ends with a colon goes with what stands beside it.
fn titles_of(cells: &[RawCell<'_>]) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.is_blank()) {
        let text = cell.text();
        let is_label = text.contains(':');
        match titles.last_mut() {
            Some(title) if !is_label => *title = format!("{title} {}", text.trim()),
            _ => titles.push(text.trim().to_owned()),
        }
    }
    titles
}

impl Surroundings {
    /// What a person has said that amounts are counted in, now or of an earlier file.
    pub fn said_unit(&self) -> Option<AmountUnit> {
        let words = self.unit_words();
        let is_like = self.earlier_words.as_ref().is_none_or(|earlier| *earlier == words);
        self.unit.or(self.earlier_unit.filter(|_| is_like))
    }

    /// Adds the unit that a column of units has in all rows, and the first row that names it.
    pub fn add_unit(&mut self, only: Option<(AmountUnit, u32)>, column: Option<usize>) {
        let Some((unit, row)) = only else { return };
        let text = unit.choice().word().to_lowercase();
        let cell = column.map(|column| cell_name(column, row));
        self.units.push(UnitSaid { unit, text, cell, is_vague: false });
    }

    /// What the rows around the amounts and the sheet's name say of the unit, as it is compared.
    pub fn unit_words(&self) -> String {
        let words = self.units.iter().map(|unit| normal(&unit.text));
        words.collect::<Vec<_>>().join("; ")
    }

    /// What the year, the rows above the header, the person and an earlier profile say. `left`
    /// are the columns that are of other years.
    pub fn of(
        options: &Options,
        profile: Option<&Profile>,
        around: &Around<'_>,
        (year, is_year_told, left): (Year, bool, Vec<(usize, String)>),
    ) -> Self {
        let remembered = profile.and_then(|profile| profile.account_form.as_deref()?.parse().ok());
        let rows = around.above.iter();
        let cell = |(column, heading)| (cell_name(column, around.header_row), heading);
        Self {
            year,
            is_year_told,
            class: texts(around).find_map(class_of_books),
            titles: rows.clone().flat_map(|(_, cells)| titles_of(cells)).collect(),
            book_said: options.book,
            book_remembered: profile
                .and_then(|profile| profile.is_investment)
                .map(|is| if is { Book::Investering } else { Book::Drift }),
            book_named: book_of_sheet(around.sheet),
            is_sheet_said: options.sheet.is_some(),
            sign: options.sign.or(profile.and_then(|profile| profile.sign)),
            form: options.account_form.clone().or(remembered),
            decimal: options.decimal.or(profile.and_then(|profile| profile.decimal)),
            unit: options.unit,
            earlier_unit: profile.and_then(|profile| profile.unit),
            earlier_words: profile.and_then(|profile| profile.unit_words.clone()),
            units: rows
                .clone()
                .flat_map(|(row, cells)| units_in_row(*row, cells))
                .chain(unit_in_name(around.sheet))
                .collect(),
            foreign: texts(around).find(|text| names_foreign_money(text)).map(str::to_owned),
            titled_fund: fund_around(around),
            has_short_periods: false,
            company: options
                .company
                .clone()
                .or(profile.and_then(|profile| profile.company.clone())),
            titled_company: company_of_titles(around.above)
                .or_else(|| company_in_name(around.sheet)),
            repeated: options.repeated.or(profile.and_then(|profile| profile.repeated)),
            left: left.into_iter().map(cell).collect(),
        }
    }
}
