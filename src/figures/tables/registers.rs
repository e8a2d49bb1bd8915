//! The register of customers and the list of sources.

use super::columns;
use crate::figures::{Figures, RowKind, Table, TableCell};
use crate::t;

impl Figures {
    pub(super) fn customers_table(&self) -> Table {
        let ids = ["name", "aliases", "owner", "from", "to", "merged_into"];
        let mut table = Table::new(t!("table-customers"), columns(&ids));
        for row in self.project().customers.iter() {
            let cells = vec![
                TableCell::text(&row.name),
                TableCell::text(&row.aliases),
                TableCell::Flag(row.owner),
                row.from.map_or(TableCell::Blank, TableCell::Date),
                row.to.map_or(TableCell::Blank, TableCell::Date),
                TableCell::text(&row.merged_into),
            ];
            table.push(RowKind::Plain, cells);
        }
        table
    }

    pub(super) fn sources_table(&self) -> Table {
        let ids = ["file", "sha256", "kind", "period", "rows", "when", "sheet"];
        let mut table = Table::new(t!("title-sources"), columns(&ids));
        for source in self.project().sources.iter() {
            let period = source.period.map(|span| format!("{}..{}", span.first, span.last));
            let cells = vec![
                TableCell::text(&source.file),
                TableCell::text(&source.sha256),
                TableCell::Text(source.stream.kind.id().to_owned()),
                TableCell::text(period.as_deref().unwrap_or_default()),
                TableCell::Count(source.accepted.into()),
                TableCell::Text(crate::project::Cell::Minute(source.imported).machine_text()),
                TableCell::text(&source.sheet),
            ];
            table.push(RowKind::Plain, cells);
        }
        table
    }
}
