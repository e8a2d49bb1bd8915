//! Printed statements that come as a table: their amounts may be counted in thousands, too.

use super::surroundings::Surroundings;
use super::units::{Decided, decide, factor, unit_of_heading};
use crate::import::mapping::Mapping;
use crate::import::sheet::TableRow;
use crate::import::tables::table_columns;
use crate::project::{AmountUnit, Cell, CellKind, TableId};

/// What the amounts of a table of statements are counted in.
pub struct StatementUnit {
    decided: Decided,
    /// The table's columns of amounts with what their headings say.
    columns: Vec<(usize, Option<AmountUnit>)>,
}

impl StatementUnit {
    /// What headings, titles and the person say.
    pub fn of(mapping: &Mapping, surroundings: &Surroundings) -> Self {
        let own = table_columns(TableId::Statements).iter().enumerate();
        let amounts = own.filter(|(_, column)| matches!(column.kind, CellKind::Number { .. }));
        let headed: Vec<(usize, &str)> = amounts
            .filter_map(|(at, column)| {
                let place = mapping.column_of(column.id)?;
                Some((at, mapping.columns.get(place)?.heading.as_str()))
            })
            .collect();
        let headings: Vec<&str> = headed.iter().map(|(_, heading)| *heading).collect();
        let unit = |heading: &str| unit_of_heading(heading).map(|own| own.unit);
        Self {
            decided: decide(surroundings, &headings, false),
            columns: headed.iter().map(|(at, heading)| (*at, unit(heading))).collect(),
        }
    }

    /// Makes the amounts kroner; what is asked and told comes back.
    pub fn apply(self, columns: &[usize], rows: &mut [TableRow]) -> Decided {
        for (at, column) in columns.iter().enumerate() {
            let Some((_, headed)) = self.columns.iter().find(|(own, _)| own == column) else {
                continue;
            };
            let unit = match headed {
                Some(own) if !self.decided.goes_before_headings => *own,
                _ => self.decided.unit,
            };
            for cell in rows.iter_mut().filter_map(|row| row.cells.get_mut(at)) {
                if let Cell::Number(amount) = cell {
                    *amount = amount.saturating_mul(factor(unit)).normalize();
                }
            }
        }
        self.decided
    }
}
