//! What the money of each row is: a column may say that it is counted in thousands, or that it is
//! the money of another country, which is no amount of the report.

use super::columns::Columns;
use super::units::{ask_unit, unit_in_words};
use crate::import::heading::normal;
use crate::import::mapping::Mapping;
use crate::import::question::Question;
use crate::import::raw::{RawCell, cell_at};
use crate::import::sheet::Certainty;
use crate::import::synonyms::synonyms;
use crate::import::verdict::Reject;
use crate::message;
use crate::project::AmountUnit;

/// What a cell says of the money of its row.
enum Money {
    /// Norwegian kroner, counted so.
    Counted(AmountUnit),
    /// That of another country.
    Foreign,
    /// Something else.
    Unknown,
}

impl Money {
    fn of(text: &str) -> Self {
        let words = &synonyms().accounts;
        if words.krone_cells.contains(&normal(text)) {
            return Self::Counted(AmountUnit::Krone);
        }
        match unit_in_words(text) {
            Some(unit) => Self::Counted(unit),
            None if names_foreign_money(text) => Self::Foreign,
            None => Self::Unknown,
        }
    }
}

/// Whether a text names the money of another country.
pub fn names_foreign_money(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| synonyms().accounts.currencies.iter().any(|currency| currency == word))
}

/// What a row says that its amounts are counted in; `None` where it does not say it.
///
/// # Errors
/// When they are not in Norwegian kroner.
pub fn unit_of_row(
    row: u32,
    cells: &[RawCell<'_>],
    column: Option<usize>,
) -> Result<Option<AmountUnit>, Reject> {
    let Some(column) = column else { return Ok(None) };
    let cell = cell_at(cells, column);
    if cell.is_blank() {
        return Ok(None);
    }
    let text = cell.text();
    match Money::of(&text) {
        Money::Counted(unit) => Ok(Some(unit)),
        Money::Foreign | Money::Unknown => {
            let cause = message!("import-not-kroner", text = text.as_ref());
            Err(Reject::new(row, column, cell, cause))
        }
    }
}

/// Reads a column as the unit of the amounts where units stand in it, whatever its heading is.
/// Where a separate column has the amount in that money, the other is in kroner.
pub fn settle_currency(mapping: &mut Mapping, below: &[&[RawCell<'static>]]) {
    let names = synonyms().of(mapping.kind);
    let has_field =
        names.is_some_and(|names| names.fields.iter().any(|(field, _)| field == "currency"));
    if !has_field {
        return;
    }
    let is_foreign_amount = |heading: &String| {
        synonyms().accounts.currency_amounts.iter().any(|known| known == heading)
    };
    let amounts = Columns::of(mapping).amounts;
    let is_amount_of_kroner = amounts.iter().any(|amount| {
        let heading =
            mapping.columns.get(amount.column).map_or("", |column| column.heading.as_str());
        heading.split_whitespace().any(|word| word == "NOK")
    });
    let is_in_kroner = mapping.normals.iter().any(is_foreign_amount) || is_amount_of_kroner;
    if let Some(at) = mapping.column_of("currency") {
        if is_in_kroner
            && let Some(column) = mapping.columns.get_mut(at)
            && column.certainty != Certainty::Chosen
        {
            (column.field, column.certainty) = (None, Certainty::Ignored);
        }
        return;
    }
    let holds_money = |at: usize| {
        let cells = below.iter().map(|row| cell_at(row, at)).filter(|cell| !cell.is_blank());
        let mut count = 0_usize;
        let all = cells.inspect(|_| count += 1).all(|cell| {
            matches!(cell, RawCell::Text(text) if !matches!(Money::of(text), Money::Unknown))
        });
        all && count > 0
    };
    let is_open = |field: Option<&str>| matches!(field, None | Some("unit" | "unit_name"));
    let column = mapping.columns.iter_mut().find(|column| {
        matches!(column.certainty, Certainty::Known | Certainty::Ignored)
            && is_open(column.field.as_deref())
            && !amounts.iter().any(|amount| amount.column == column.index)
            && holds_money(column.index)
    });
    if let Some(column) = column.filter(|_| !is_in_kroner) {
        column.field = Some("currency".to_owned());
        column.certainty = Certainty::Known;
    }
}

/// Asks what amounts are counted in whose title or heading names the money of another country.
pub fn foreign_question(title: Option<&str>, headings: &[&str]) -> Option<Question> {
    let heading = headings.iter().copied().find(|heading| names_foreign_money(heading));
    ask_unit(message!("import-ask-foreign", text = title.or(heading)?.trim()))
}
