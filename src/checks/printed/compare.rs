//! A printed table compared with the project's figures, number by number.

use rust_decimal::Decimal;

use super::cause::{Causes, DIVIDED_BY_NEW};
use super::{Printed, PrintedCell};
use crate::checks::Said;
use crate::checks::project_values::ProjectValues;
use crate::figures::{Figures, Key};
use crate::words::Message;
use crate::{message, t};

/// A printed number or word that differs from the project's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The row in words, as printed.
    pub row: String,
    /// The column, as its heading or id has it.
    pub column: String,
    /// The project's number or word; `None` where the project has no such row.
    pub expected: Option<Said>,
    /// As printed.
    pub printed: Said,
    /// The likely cause, where there is one.
    pub cause: Option<Message>,
    /// Whether rounding alone explains it.
    pub is_rounding: bool,
    /// The figure that it should be; words have none.
    pub key: Option<Key>,
    /// How the cause leads from the project's number to the printed one, as arithmetic.
    pub arithmetic: Option<Message>,
}

/// The result of comparing a printed table with the project's figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparedTable {
    /// What differs.
    pub differences: Vec<Difference>,
    /// How many numbers and words agree.
    pub agreed: usize,
    /// How many numbers cannot be compared, since the project has no such figure.
    pub unknown: usize,
}

/// Compares a printed table with the project's figures. A figure rounded to the printed decimals
/// is no difference.
pub fn compare(figures: &Figures, printed: &Printed) -> ComparedTable {
    compare_with(&ProjectValues::of(figures), printed)
}

/// Compares with values that the caller keeps for several tables, so that they are computed once.
pub fn compare_with(values: &ProjectValues<'_>, printed: &Printed) -> ComparedTable {
    let figures = values.figures();
    let mut compared = ComparedTable::default();
    let causes = Causes::new(values, printed);
    for cell in &printed.cells {
        match figures.value(&cell.key) {
            Some(expected) if cell.is(expected) => compared.agreed += 1,
            Some(expected) => {
                compared.differences.push(difference(figures, cell, expected, &causes))
            }
            None => compared.unknown += 1,
        }
    }
    for word in &printed.words {
        let is_alike = word
            .expected
            .as_deref()
            .is_some_and(|expected| expected.eq_ignore_ascii_case(&word.text));
        if is_alike {
            compared.agreed += 1;
            continue;
        }
        let words = |text: &str| Said::Words(message!("said", text = text));
        let cause = match word.expected {
            None => message!("cause-no-such-row"),
            Some(_) => message!("cause-other-word"),
        };
        compared.differences.push(Difference {
            row: word.row.clone(),
            column: word.column.clone(),
            expected: word.expected.as_deref().map(words),
            printed: words(&word.text),
            cause: Some(cause),
            is_rounding: false,
            key: None,
            arithmetic: None,
        });
    }
    compared
}

fn difference(
    figures: &Figures,
    cell: &PrintedCell,
    expected: Decimal,
    causes: &Causes<'_, '_>,
) -> Difference {
    let figure = figures.figure(&cell.key);
    let decimals = cell.value.scale();
    let (cause, is_rounding) = causes.of(cell, expected);
    let is_divided = cause.as_ref().is_some_and(|cause| cause.key == DIVIDED_BY_NEW);
    let arithmetic = if is_divided { causes.division(cell, expected) } else { None };
    Difference {
        row: cell.row.clone(),
        column: cell.column.clone(),
        expected: Some(Said::like(&figure, expected, decimals)),
        printed: Said::like(&figure, cell.value, decimals),
        cause,
        is_rounding,
        key: Some(cell.key.clone()),
        arithmetic,
    }
}

impl Difference {
    /// "Q1, endring: trykt 1,38 %, her 1,40 %. Delt på 2021 i stedet for 2020."
    pub fn text(&self) -> String {
        let expected = self.expected.as_ref().map_or_else(|| t!("missing"), Said::text);
        let args = t!(
            "compare-difference",
            row = self.row.as_str(),
            column = self.column.as_str(),
            own = expected,
            printed = self.printed.text(),
        );
        match &self.cause {
            Some(cause) => format!("{args}: {}", cause.text()),
            None => args,
        }
    }
}
