//! Rows of balances and of the balance list, as the tables of the project have them.

use std::collections::HashMap;

use super::codes::RawString;
use super::columns::{Columns, amount_fields};
use super::finish::{DataRow, Finished};
use crate::calendar::{Span, YEARS, Year};
use crate::import::sheet::{TableRow, TypedRows};
use crate::import::tables::table_columns;
use crate::import::verdict::SkipReason;
use crate::message;
use crate::project::{AccountString, Cell, SourceKind, TableId, cell_name};

/// What makes the rows of a table.
pub struct Balances<'r> {
    table: TableId,
    sheet: &'r Columns,
    raw: &'r [RawString],
    strings: &'r [Option<AccountString>],
    /// The fields that are set, with their places among the table's columns.
    fields: Vec<(&'static str, usize)>,
}

impl<'r> Balances<'r> {
    /// Rows of that table from the columns of a sheet and its account strings.
    pub fn new(
        table: TableId,
        sheet: &'r Columns,
        raw: &'r [RawString],
        strings: &'r [Option<AccountString>],
    ) -> Self {
        let amounts = amount_fields(SourceKind::Table(table));
        let has = |id: &str| match id {
            "account_name" => raw.iter().any(|own| !own.account_name.is_empty()),
            "unit_name" => raw.iter().any(|own| !own.unit_name.is_empty()),
            "project_name" => raw.iter().any(|own| !own.project_name.is_empty()),
            _ => amounts
                .iter()
                .position(|own| *own == id)
                .is_none_or(|field| sheet.amounts.iter().any(|own| own.field == field)),
        };
        let columns = table_columns(table).iter().enumerate();
        let fields = columns.filter(|(_, own)| has(own.id)).map(|(at, own)| (own.id, at)).collect();
        Self { table, sheet, raw, strings, fields }
    }

    /// Types the rows. Those with the same account string are added up.
    pub fn typed(&self, rows: Vec<DataRow>, year: Year, finished: &mut Finished) {
        if self.table == TableId::Balances && !self.fields.iter().any(|(id, _)| *id == "actual") {
            finished.note(None, message!("accounts-without-actual"));
        }
        let mut kept: Vec<DataRow> = Vec::with_capacity(rows.len());
        let mut places: HashMap<(Year, AccountString), usize> = HashMap::new();
        let mut added = 0_usize;
        let mut off_balance = Vec::new();
        for row in rows {
            let Some(string) = self.key(&row) else { continue };
            let own_year = self.year(&row, year);
            if !is_moved_right(self.table, &row) {
                off_balance.push(row.row);
            }
            match places.get(&(own_year, string.clone())).and_then(|at| kept.get_mut(*at)) {
                Some(first) => {
                    added += 1;
                    add(first, &row);
                    finished.skip(row.row, SkipReason::Added { to: first.row });
                }
                None => {
                    places.insert((own_year, string), kept.len());
                    kept.push(row);
                }
            }
        }
        if added > 0 {
            finished.note(None, message!("import-rows-added", count = added));
        }
        if let Some(first) = off_balance.first() {
            let closing = self.sheet.amounts.iter().find(|own| own.field == 1);
            let cell = cell_name(closing.map_or(0, |own| own.column), *first);
            let message =
                message!("import-balance-off", count = off_balance.len(), cell = cell.as_str());
            finished.note(Some(cell), message);
        }
        let years = places.keys().map(|(year, _)| Span::year(*year));
        finished.period = years.reduce(|all, own| all.hull(&own)).or(Some(Span::year(year)));
        let columns = self.fields.iter().map(|(_, at)| *at).collect();
        let typed = kept.iter().map(|row| self.table_row(row, year)).collect();
        finished.rows = Some(TypedRows::Table { table: self.table, columns, rows: typed });
    }

    /// What tells the row from others of its year.
    fn key(&self, row: &DataRow) -> Option<AccountString> {
        let own = self.strings.get(row.string as usize)?.as_ref()?;
        Some(match self.table {
            TableId::BalanceList => {
                AccountString { account: own.account.clone(), ..AccountString::default() }
            }
            _ => AccountString { name: String::new(), ..own.clone() },
        })
    }

    fn year(&self, row: &DataRow, year: Year) -> Year {
        let own = self.raw.get(row.string as usize).map(|own| own.year.as_str());
        own.and_then(|own| own.parse().ok()).filter(|own| YEARS.contains(own)).unwrap_or(year)
    }

    fn table_row(&self, row: &DataRow, year: Year) -> TableRow {
        let place = row.string as usize;
        let string = self.strings.get(place).cloned().flatten().unwrap_or_default();
        let raw = self.raw.get(place).cloned().unwrap_or_default();
        let amounts = amount_fields(SourceKind::Table(self.table));
        let cell = |id: &str| match id {
            "year" => Cell::Year(self.year(row, year)),
            "class" => text(&string.class),
            "account" => text(&string.account),
            "account_name" => text(&raw.account_name),
            "unit" => text(&string.unit),
            "unit_name" => text(&raw.unit_name),
            "function" => text(&string.function),
            "project" => text(&string.project),
            "project_name" => text(&raw.project_name),
            _ => {
                let field = amounts.iter().position(|own| *own == id);
                let amount = field.and_then(|field| row.amounts[field]);
                amount.map_or(Cell::Blank, Cell::Number)
            }
        };
        TableRow { row: row.row, cells: self.fields.iter().map(|(id, _)| cell(id)).collect() }
    }
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Blank } else { Cell::Text(text.to_owned()) }
}

fn add(first: &mut DataRow, row: &DataRow) {
    for (sum, amount) in first.amounts.iter_mut().zip(row.amounts) {
        if let Some(amount) = amount {
            *sum = Some((sum.unwrap_or_default() + amount).normalize());
        }
    }
}

/// Whether opening balance and movement give the closing balance, where all three are known.
fn is_moved_right(table: TableId, row: &DataRow) -> bool {
    match (table, row.amounts) {
        (TableId::BalanceList, [Some(opening), Some(closing), Some(movement), _]) => {
            closing - opening == movement
        }
        _ => true,
    }
}
