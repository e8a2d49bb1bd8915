//! The amounts of the lines that a remark covers.

use super::{AmountColumn, Statement, StatementRow};
use crate::figures::Figures;
use crate::kostra::folded;
use crate::project::{Remark, RemarkedAmount};

/// The lines that a remark covers, its own first.
pub(super) fn lines_of(remark: &Remark) -> impl Iterator<Item = &str> {
    let lines = std::iter::once(remark.line.as_str()).chain(remark.also.split(';'));
    lines.map(str::trim).filter(|line| !line.is_empty())
}

impl Figures {
    /// The present amounts of the lines that a remark covers. A line that its statement lacks is
    /// left out, and so is every line of a statement that is not known.
    pub fn remarked(&self, remark: &Remark) -> Vec<RemarkedAmount> {
        let statement = remark.year.and_then(|year| self.statement(remark.statement, year));
        let Some(statement) = statement.filter(|statement| statement.is_known()) else {
            return Vec::new();
        };
        let rows = lines_of(remark).filter_map(|line| Some((line, row_of(statement, line)?)));
        let amounts = rows.map(|(line, row)| RemarkedAmount {
            line: line.to_owned(),
            actual: row.amounts.get(AmountColumn::Actual),
            budget: row.amounts.get(AmountColumn::RevisedBudget),
        });
        amounts.collect()
    }

    /// The row that a line of a remark is.
    pub fn remarked_row(&self, remark: &Remark, line: &str) -> Option<&StatementRow> {
        row_of(self.statement(remark.statement, remark.year?)?, line)
    }
}

fn row_of<'s>(statement: &'s Statement, line: &str) -> Option<&'s StatementRow> {
    let name = folded(line);
    statement.rows.iter().find(|row| folded(&row.name) == name || folded(&row.id) == name)
}
