//! How the panel names numbers and writes them: with the sign of the statement that they stand in.

use crate::app::Document;
use crate::figures::{AccountsKey, Figure, Key, RowMeasure, Trail, TrailOf, Unit};
use crate::number::{self, Decimal};
use crate::project::{Cell, ShownSign};
use crate::t;

/// The sign with which the numbers along `way` are shown: that of the last statement on it, so that
/// parts have the sign of their sum.
pub(super) fn sign(document: &Document, way: &[TrailOf]) -> ShownSign {
    let statements = way.iter().rev().filter_map(|of| match of {
        TrailOf::Figure(Key::Accounts(
            AccountsKey::Row { statement, .. } | AccountsKey::Art { statement, .. },
        )) => Some(*statement),
        _ => None,
    });
    let settings = &document.project().accounts_settings;
    let signs = statements.map(|statement| settings.presentation(statement).sign);
    signs.into_iter().next().unwrap_or(ShownSign::Ledger)
}

/// What stands in the cell, or the figure as it is printed. Amounts are exact to the øre.
pub(super) fn value(document: &Document, trail: &Trail, sign: ShownSign) -> String {
    let of_cell = trail.at.filter(|_| matches!(trail.figure.key, Key::Cell { .. }));
    if let Some(at) = of_cell {
        let rows = document.project().rows(at.table);
        return match rows.columns().get(at.column) {
            Some(column) if rows.cell(at.row, at.column) != Cell::Blank => {
                rows.cell(at.row, at.column).text(column.kind)
            }
            _ => t!("missing"),
        };
    }
    let Figure { value, unit, key, .. } = &trail.figure;
    let turned = |value: Decimal| if sign == ShownSign::Turned { -value } else { value };
    match (value, unit) {
        // The fund and the key figures are shown without the ledger's sign already.
        (Some(value), Unit::Kroner) if is_signed(key) => number::decimal(turned(*value), 2),
        (Some(value), Unit::Kroner) => number::decimal(*value, 2),
        _ => trail.figure.text(),
    }
}

fn is_signed(key: &Key) -> bool {
    let Key::Accounts(key) = key else { return false };
    matches!(key, AccountsKey::Row { .. } | AccountsKey::Art { .. } | AccountsKey::Account { .. })
}

/// The code, if there is one, and the name of a part under its whole, without what both have in
/// common.
pub(super) fn within(document: &Document, part: &Figure, whole: &Key) -> (String, String) {
    let figures = document.figures();
    let Key::Accounts(key) = &part.key else { return (String::new(), part.label.clone()) };
    match (key, whole) {
        (AccountsKey::Art { art, .. }, _) => (art.clone(), figures.art_name(key)),
        (AccountsKey::Account { year, account, .. }, _) => {
            let name = figures.account(*year, account).map(|account| account.name(*year));
            (account.clone(), name.unwrap_or_default())
        }
        (
            AccountsKey::Row { statement, year, measure, row },
            Key::Accounts(AccountsKey::Row {
                statement: of,
                year: of_year,
                measure: of_measure,
                ..
            }),
        ) if (statement, year) == (of, of_year) && is_same(*measure, *of_measure) => {
            let row = figures.statement_row(*statement, *year, row);
            let name = row.map_or_else(|| part.label.clone(), |row| row.name.to_string());
            (String::new(), name)
        }
        _ => (String::new(), part.label.clone()),
    }
}

fn is_same(part: RowMeasure, whole: RowMeasure) -> bool {
    part == whole && matches!(whole, RowMeasure::Amount(_))
}
