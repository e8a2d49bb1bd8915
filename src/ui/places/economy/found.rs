//! Where a finding of the checks leads to: the tab of its table, and in a statement its cell.

use crate::app::Document;
use crate::figures::{AccountsKey, AmountColumn, Key, RowMeasure};
use crate::project::StatementId;

use super::State;
use super::columns::Col;
use super::rows::{Part, RowId};
use super::statement::Cell;
use super::tab::Tab;

impl State {
    /// Opens the tab of a table, by its name on the command line, and selects the row with that
    /// key or those words in a statement of the report year.
    pub fn show_row(&mut self, document: &Document, table: &str, words: &str, key: Option<&Key>) {
        let Some(statement) = StatementId::EVERY.into_iter().find(|own| own.id() == table) else {
            self.go(match table {
                "fund" => Tab::Fund,
                "remarks" | "deviations" => Tab::Deviations,
                _ => Tab::Accounts,
            });
            return;
        };
        let tab = Tab::ALL.into_iter().find(|tab| tab.statements().contains(&statement));
        self.go(tab.unwrap_or_default());
        let year = document.figures().report_year();
        let of_key = match key {
            Some(Key::Accounts(AccountsKey::Row { year: own, row, measure, .. }))
                if *own == year =>
            {
                Some((row.clone(), column_of(*measure)))
            }
            _ => None,
        };
        let of_words = || {
            let rows = &document.figures().statement(statement, year)?.rows;
            let row = rows.iter().find(|row| row.name == words)?;
            Some((row.id.to_string(), Col::Amount(AmountColumn::Actual)))
        };
        if let Some((row, column)) = of_key.or_else(of_words) {
            let row = RowId { statement, row, part: Part::Whole };
            // The row may be one of zeros.
            self.table.hides_zeros = false;
            self.table.select(Cell { row, column });
        }
    }
}

fn column_of(measure: RowMeasure) -> Col {
    match measure {
        RowMeasure::Amount(column) => Col::Amount(column),
        RowMeasure::Deviation(budget) => Col::Deviation(budget),
        RowMeasure::DeviationPercent(budget) => Col::Percent(budget),
    }
}
