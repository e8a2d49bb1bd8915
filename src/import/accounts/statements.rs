//! Printed statements that come as a table: their amounts may be counted in thousands, too.

use super::shown::{Formats, kroner_of};
use super::surroundings::Surroundings;
use super::units::{Decided, decide, unit_of_heading};
use crate::import::mapping::Mapping;
use crate::import::scales::Scales;
use crate::import::sheet::TableRow;
use crate::import::tables::table_columns;
use crate::project::{AmountUnit, Cell, CellKind, TableId};

/// What the amounts of a table of statements are counted in.
pub struct StatementUnit {
    decided: Decided,
    /// What a person has said of it.
    said_unit: Option<AmountUnit>,
    columns: Vec<HeadedAmount>,
    /// How number formats show the amounts.
    scales: Scales,
}

/// A column of amounts.
struct HeadedAmount {
    /// The table's column.
    of_table: usize,
    /// The sheet's column.
    of_sheet: usize,
    /// What its heading says of the unit.
    unit: Option<AmountUnit>,
}

impl StatementUnit {
    /// What headings, titles and the person say.
    pub fn of(mapping: &Mapping, surroundings: &Surroundings) -> Self {
        let definitions = table_columns(TableId::Statements).iter().enumerate();
        let amounts =
            definitions.filter(|(_, column)| matches!(column.kind, CellKind::Number { .. }));
        let (mut columns, mut headings) = (Vec::new(), Vec::new());
        for (of_table, column) in amounts {
            let Some(of_sheet) = mapping.column_of(column.id) else { continue };
            let heading = mapping.columns.get(of_sheet).map_or("", |read| read.heading.as_str());
            let unit = unit_of_heading(heading).map(|named| named.unit);
            columns.push(HeadedAmount { of_table, of_sheet, unit });
            headings.push(heading);
        }
        Self {
            decided: decide(surroundings, &headings, false),
            said_unit: surroundings.said_unit(),
            columns,
            scales: Scales::default(),
        }
    }

    /// Takes what is known of the number formats, when the sheet has ended.
    pub fn see_scales(&mut self, scales: &Scales) {
        self.scales.clone_from(scales);
    }

    /// Makes the amounts kroner; what is asked and told comes back.
    pub fn apply(self, columns: &[usize], rows: &mut [TableRow]) -> Decided {
        let mut formats = Formats::default();
        for (at, column) in columns.iter().enumerate() {
            let Some(headed) = self.columns.iter().find(|headed| headed.of_table == *column) else {
                continue;
            };
            let unit = match headed.unit {
                Some(unit) if !self.decided.goes_before_headings => unit,
                _ => self.decided.unit,
            };
            for row in rows.iter_mut() {
                let Some(Cell::Number(amount)) = row.cells.get_mut(at) else { continue };
                if amount.is_zero() {
                    continue;
                }
                if !self.scales.is_empty() {
                    formats.see(&self.scales, (row.row, headed.of_sheet));
                }
                let scale = self.scales.of(row.row, headed.of_sheet);
                let kroner = kroner_of(scale, unit, self.said_unit.is_some());
                *amount = amount.saturating_mul(kroner).normalize();
            }
        }
        formats.settle(self.decided, self.said_unit)
    }
}
