//! Tables as they were printed elsewhere: an earlier report, a draft, a pasted table. Their cells
//! are mapped to keys, so that they can be laid over the project's figures.

mod cause;
mod compare;
mod findings;
mod fund_rows;
mod headings;
mod keep;
mod keys;
mod overlay;
mod sheet;
mod statement_rows;
mod understand;
mod words;

pub use compare::{ComparedTable, Difference, compare, compare_with};
pub use findings::Held;
pub use headings::comparable_tables;
pub use keep::kept_table;
pub use overlay::Overlay;
pub use sheet::Sheet;
pub use understand::{Understood, understand_file, understand_rows, understand_text};

use rust_decimal::Decimal;

use super::{Reading, Where};
use crate::figures::{
    AccountsKey, Address, CaseMeasure, Figures, Key, RowMeasure, SickMeasure, TABLE_NAMES,
};
use crate::issue::Issue;
use crate::project::{StatementId, TableId};
use crate::{message, number};

/// A number of a printed table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedCell {
    /// The row, by its place in the table.
    pub at: usize,
    /// The row in words, as printed.
    pub row: String,
    /// The column, as its heading or id has it.
    pub column: String,
    /// The figure that it should be.
    pub key: Key,
    /// The number.
    pub value: Decimal,
    /// The text as printed.
    pub text: String,
}

impl PrintedCell {
    /// The number with how coarsely it is printed.
    pub fn reading(&self) -> Reading {
        match kind(&self.key) {
            Kind::Count => Reading::exact(self.value),
            Kind::Kroner => Reading::kroner(self.value),
            Kind::Measured => Reading::rounded(self.value, self.value.scale()),
        }
    }

    /// Whether it is `figure`, rounded to the decimals that are printed.
    pub fn is(&self, figure: Decimal) -> bool {
        number::round(figure, self.value.scale()) == self.value
    }

    /// Where it is printed.
    pub fn place(&self, table: &str) -> Where {
        Where::area(super::project_values::home(&self.key).0)
            .table(table)
            .row(self.row.as_str())
            .column(self.column.as_str())
            .at(Address::Figure(self.key.clone()))
    }
}

/// A word of a printed table that says something of numbers, as "nådd" does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedWord {
    /// The row in words, as printed.
    pub row: String,
    /// The column.
    pub column: String,
    /// The word in the project's table; `None` where it has no such row.
    pub expected: Option<String>,
    /// What is printed.
    pub text: String,
}

/// A printed table, its numbers named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// The table, by its name on the command line.
    pub table: String,
    /// Its numbers.
    pub cells: Vec<PrintedCell>,
    /// Its words that are compared.
    pub words: Vec<PrintedWord>,
}

impl Printed {
    /// Names the numbers of a printed table. Its columns are those of `table --format csv`, or
    /// the same with `printed` in their names; cells without a number are left out.
    ///
    /// # Errors
    /// When there is no table of that name, or none of its columns is known.
    pub fn read(table: &str, sheet: &Sheet, figures: &Figures) -> Result<Self, Issue> {
        let table = table.replace('§', "par").replace(' ', "");
        if !TABLE_NAMES.contains(&table.as_str()) {
            let names = TABLE_NAMES.join(", ");
            return Err(Issue::error(message!(
                "cli-no-such-table",
                name = table.as_str(),
                names = names
            )));
        }
        let statement = StatementId::EVERY.into_iter().find(|id| id.id() == table);
        let printed = match statement {
            Some(statement) => statement_rows::read(statement, sheet, figures),
            None => keys::read(&table, sheet, figures),
        };
        match printed.cells.is_empty() && printed.words.is_empty() {
            true => Err(Issue::error(message!("compare-nothing-known", table = table.as_str()))),
            false => Ok(Self { table, ..printed }),
        }
    }

    fn push(&mut self, at: usize, row: &str, column: &str, key: Key, text: &str) {
        if let Some(value) = number_of(text, &key) {
            self.cells.push(PrintedCell {
                at,
                row: row.to_owned(),
                column: column.to_owned(),
                key,
                value,
                text: text.trim().to_owned(),
            });
        }
    }
}

/// How a number is read and how exact it is as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Whole things: a point can only part thousands.
    Count,
    /// Kroner, to the øre where øre are printed.
    Kroner,
    /// A percentage, an average, årsverk: rounded to the decimals that it has.
    Measured,
}

fn kind(key: &Key) -> Kind {
    match key {
        Key::Cases(_, _, CaseMeasure::Count)
        | Key::CustomerCases(.., CaseMeasure::Count)
        | Key::Month(..)
        | Key::Share(..)
        | Key::Week(_)
        | Key::Day(_)
        | Key::Workdays(..)
        | Key::Incidents(..)
        | Key::DistinctIncidents(..)
        | Key::SickLeave(
            _,
            _,
            SickMeasure::Possible
            | SickMeasure::SelfCertified
            | SickMeasure::DoctorCertified
            | SickMeasure::Total,
        ) => Kind::Count,
        Key::Accounts(AccountsKey::Row { measure: RowMeasure::DeviationPercent(_), .. })
        | Key::Accounts(AccountsKey::CapacityPercent(..)) => Kind::Measured,
        Key::Accounts(_) => Kind::Kroner,
        Key::Cell { table, column, .. } => match (table, *column) {
            (TableId::Goals | TableId::SickLeaveYears, _) | (_, "available_fte") => Kind::Measured,
            _ => Kind::Count,
        },
        _ => Kind::Measured,
    }
}

/// A number as files or people write it. Files have a decimal point; before three digits of a
/// count or an amount it can only part thousands.
fn number_of(text: &str, key: &Key) -> Option<Decimal> {
    let text = text.trim();
    if kind(key) == Kind::Count
        && let Ok(count) = number::parse_count(text)
    {
        return Some(count.into());
    }
    let plain = text.trim_end_matches('%').trim_end();
    let parts_thousands = kind(key) == Kind::Kroner
        && plain.rsplit_once('.').is_some_and(|(_, digits)| digits.len() == 3);
    match plain.parse::<Decimal>() {
        Ok(value) if !parts_thousands => Some(value),
        _ if parts_thousands => number::parse_decimal(&text.replace('.', "")).ok(),
        _ => number::parse_decimal(text).ok(),
    }
}
