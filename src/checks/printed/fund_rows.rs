//! The history of the fund as somebody gave it, beside what the accounts say.

use super::{Printed, PrintedCell};
use crate::checks::values::fund;
use crate::figures::FundLineId;
use crate::project::Project;

impl Printed {
    /// What a history says of the fund, as a printed table.
    pub fn of_fund_history(project: &Project) -> Self {
        let mut printed = Self { table: "fund".to_owned(), ..Self::default() };
        for (at, entry) in project.fund.iter().enumerate() {
            let (Some(year), Some(amount)) = (entry.year, entry.amount) else { continue };
            let line = FundLineId::of(entry);
            let value = amount.normalize();
            printed.cells.push(PrintedCell {
                at,
                column: year.to_string(),
                row: line.name(),
                key: fund(year, line),
                value,
                text: value.to_string(),
            });
        }
        printed
    }
}
