//! Orders that each part of a delivery numbers for itself, so that one number is several orders.

use std::collections::HashSet;

use super::rows::{Clash, table_of};
use super::{Cow, Parts};
use crate::import::sheet::{SheetRead, TypedRows};
use crate::import::tables::table_columns;
use crate::project::{Cell, TableId};

/// Whether parts say of one number that it was ordered on several days: those may be several
/// orders.
pub(super) fn may_be_orders(sheets: &[&SheetRead], clashes: &[Clash]) -> bool {
    clashes.iter().any(|clash| {
        let table = table_of(sheets, clash.first);
        let table = table.filter(|table| matches!(table, TableId::Deliveries | TableId::NewUsers));
        let column = table.and_then(|table| table_columns(table).get(clash.column));
        column.is_some_and(|column| column.id == "ordered")
    })
}

impl Parts<'_> {
    /// Lets the name of its part stand before each number.
    pub(super) fn number_apart(&mut self, delivery: &[usize]) {
        let parts: Vec<&SheetRead> =
            delivery.iter().filter_map(|at| self.sheets.get(*at)).map(AsRef::as_ref).collect();
        let names: HashSet<&str> = parts.iter().map(|part| part.sheet.as_str()).collect();
        let are_sheets = names.len() == parts.len();
        for at in delivery {
            let Some(part) = self.sheets.get_mut(*at).map(Cow::to_mut) else { continue };
            let stem = part.file.rsplit_once('.').map_or(part.file.as_str(), |(stem, _)| stem);
            let name = if are_sheets { part.sheet.clone() } else { stem.to_owned() };
            let TypedRows::Table { table, columns, rows } = &mut part.rows else { continue };
            let definitions = table_columns(*table);
            let is_number = |c: &usize| {
                definitions.get(*c).is_some_and(|definition| definition.id == "reference")
            };
            let Some(number) = columns.iter().position(is_number) else { continue };
            for row in rows {
                if let Some(Cell::Text(number)) = row.cells.get_mut(number) {
                    *number = format!("{name} {number}");
                }
            }
        }
    }
}
