//! The register of customers, the list of sources, and what persons corrected.

use super::columns;
use crate::calendar::{Quarter, Span, Year};
use crate::figures::{Figures, RowKind, Table, TableCell};
use crate::project::{Agreement, Cell, Presentation, TableId};
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

    /// The agreements that were made in a year, or in a quarter of it; of all years where none is
    /// named.
    pub(super) fn agreements_table(&self, year: Option<Year>, quarter: Option<Quarter>) -> Table {
        match (year, quarter) {
            (None, None) => agreements_table(&self.project().agreements.iter().collect::<Vec<_>>()),
            (year, quarter) => {
                let year = year.unwrap_or(self.report_year());
                let span = quarter.map_or(Span::year(year), |quarter| quarter.span(year));
                agreements_table(&self.agreements_within(span))
            }
        }
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
                TableCell::Text(Cell::Minute(source.imported).machine_text()),
                TableCell::text(&source.sheet),
            ];
            table.push(RowKind::Plain, cells);
        }
        table
    }

    /// Every value that a person put in a source's place, as the tables show both.
    pub(super) fn corrections_table(&self) -> Table {
        let ids =
            ["table", "row", "column", "source", "value", "why", "who", "corrected", "moved_from"];
        let mut table = Table::new(t!("corrections-title"), columns(&ids));
        for correction in self.project().corrections.iter() {
            let known = self.project().rows(correction.table).columns().iter();
            let column = known.into_iter().find(|column| column.id == correction.column);
            let machine = |text: &str| {
                let cell = column.and_then(|column| column.kind.from_machine(text).ok());
                cell.map_or_else(
                    || TableCell::text(text),
                    |cell| table_cell(correction.table, &cell),
                )
            };
            let typed = column.and_then(|column| column.kind.parse(&correction.value).ok());
            let cells = vec![
                TableCell::Named(t!(correction.table.word_key()), correction.table.id()),
                TableCell::text(&correction.key),
                column.map_or_else(
                    || TableCell::text(&correction.column),
                    |column| TableCell::Named(t!(column.word_key), column.id),
                ),
                machine(&correction.original),
                typed.map_or_else(
                    || TableCell::text(&correction.value),
                    |cell| table_cell(correction.table, &cell),
                ),
                TableCell::text(&correction.why),
                TableCell::text(&correction.who),
                TableCell::Text(Cell::Minute(correction.when).machine_text()),
                correction.moved_from.as_deref().map_or(TableCell::Blank, machine),
            ];
            table.push(RowKind::Plain, cells);
        }
        table
    }
}

/// Agreements with whom they are made and for whom; without customers it is for all.
pub(super) fn agreements_table(agreements: &[&Agreement]) -> Table {
    let ids = ["agreement", "agreement_kind", "supplier", "date", "customers"];
    let mut table = Table::new(t!("title-agreements"), columns(&ids));
    for agreement in agreements {
        let customers =
            agreement.customers.split(';').map(str::trim).filter(|name| !name.is_empty());
        let customers = customers.collect::<Vec<_>>().join(", ");
        let kind = agreement.kind.choice();
        let cells = vec![
            TableCell::text(&agreement.agreement),
            TableCell::Named(kind.word(), kind.id),
            TableCell::text(&agreement.supplier),
            agreement.date.map_or(TableCell::Blank, TableCell::Date),
            if customers.is_empty() {
                TableCell::Named(t!("agreement-for-all"), "")
            } else {
                TableCell::Text(customers)
            },
        ];
        table.push(RowKind::Plain, cells);
    }
    table
}

/// What stands in a cell of one of the project's tables.
fn table_cell(table: TableId, cell: &Cell) -> TableCell {
    use TableId::{BalanceList, Balances, Fund, Statements};
    match cell {
        Cell::Blank => TableCell::Blank,
        Cell::Date(day) => TableCell::Date(*day),
        Cell::Count(count) => TableCell::Count((*count).into()),
        Cell::Year(year) => TableCell::Ordinal((*year).into()),
        Cell::Number(value) if matches!(table, Balances | BalanceList | Fund | Statements) => {
            TableCell::Money(*value, Presentation::default())
        }
        Cell::Number(value) => TableCell::Number(*value, value.scale(), value.scale()),
        Cell::Flag(flag) => TableCell::Flag(*flag),
        Cell::Choice(choice) => TableCell::Named(choice.word(), choice.id),
        Cell::Text(_) | Cell::Minute(_) => TableCell::Text(cell.machine_text()),
    }
}
