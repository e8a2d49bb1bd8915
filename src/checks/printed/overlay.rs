//! Printed tables laid over other values. A printed number replaces the one under it; all other
//! numbers come from below.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::{Printed, PrintedCell};
use crate::calendar::Year;
use crate::checks::values::{List, Reading, Values};
use crate::checks::{Area, Where};
use crate::figures::{AccountsKey, FundLineId, Key};
use crate::kostra::layout;
use crate::project::{FundLineKind, StatementId};

/// Printed tables over other values, or over nothing.
pub struct Overlay<'v> {
    printed: &'v [Printed],
    under: Option<&'v dyn Values>,
    cells: HashMap<&'v Key, (&'v Printed, &'v PrintedCell)>,
}

impl<'v> Overlay<'v> {
    /// Lays printed tables over `under`. Of a number that is printed twice, the first counts.
    pub fn new(printed: &'v [Printed], under: Option<&'v dyn Values>) -> Self {
        let mut cells = HashMap::new();
        for table in printed {
            for cell in &table.cells {
                cells.entry(&cell.key).or_insert((table, cell));
            }
        }
        Self { printed, under, cells }
    }

    /// The numbers that are printed.
    pub fn keys(&self) -> HashSet<Key> {
        self.cells.keys().map(|key| (*key).clone()).collect()
    }

    /// The numbers that are printed twice with different values.
    pub fn conflicts(&self) -> Vec<[(&'v Printed, &'v PrintedCell); 2]> {
        let all = self.printed.iter().flat_map(|table| table.cells.iter().map(move |c| (table, c)));
        let unlike = all.filter_map(|(table, cell)| {
            let first = *self.cells.get(&cell.key)?;
            let [a, b] = [first.1, cell].map(PrintedCell::reading);
            let reach = if a.step == b.step { Decimal::ZERO } else { a.reach().max(b.reach()) };
            (a.value.saturating_sub(b.value).abs() > reach).then_some([first, (table, cell)])
        });
        unlike.collect()
    }

    fn accounts_keys(&self) -> impl Iterator<Item = &AccountsKey> {
        let cells = self.printed.iter().flat_map(|table| &table.cells);
        cells.filter_map(|cell| match &cell.key {
            Key::Accounts(key) => Some(key),
            _ => None,
        })
    }

    /// The lines of a printed second paragraph that are units or projects of their own.
    fn lines(&self, statement: StatementId, year: Year) -> Vec<String> {
        let named: Vec<&str> = layout(statement)
            .into_iter()
            .flat_map(|layout| layout.all_rows())
            .filter_map(|row| row.id())
            .collect();
        let rows = self.accounts_keys().filter_map(|key| match key {
            AccountsKey::Row { statement: id, year: at, row, .. } => {
                (*id == statement && *at == year).then_some(row)
            }
            _ => None,
        });
        distinct(rows.filter(|row| !named.contains(&row.as_str())))
    }

    fn movements(&self, year: Year) -> Vec<FundLineId> {
        let mut lines = Vec::new();
        for key in self.accounts_keys() {
            match key {
                AccountsKey::Fund(at, line)
                    if *at == year
                        && line.kind() == FundLineKind::Movement
                        && !lines.contains(line) =>
                {
                    lines.push(line.clone());
                }
                _ => {}
            }
        }
        lines
    }
}

fn distinct<'n>(names: impl Iterator<Item = &'n String>) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for name in names {
        if !known.contains(name) {
            known.push(name.clone());
        }
    }
    known
}

impl Values for Overlay<'_> {
    fn get(&self, key: &Key) -> Option<Reading> {
        match self.cells.get(key) {
            Some((_, cell)) => Some(cell.reading()),
            None => self.under?.get(key),
        }
    }

    fn statement_years(&self) -> Vec<Year> {
        let mut years = self.under.map_or_else(Vec::new, Values::statement_years);
        years.extend(self.accounts_keys().map(AccountsKey::year));
        years.sort_unstable();
        years.dedup();
        years
    }

    fn list(&self, list: List) -> Vec<String> {
        let under = || self.under.map_or_else(Vec::new, |under| under.list(list));
        let names = match list {
            List::Lines(statement, year) => self.lines(statement, year),
            List::Rows(table) => {
                let cells = self.printed.iter().flat_map(|printed| &printed.cells);
                let rows = cells.filter_map(|cell| match &cell.key {
                    Key::Cell { table: id, row, .. } if *id == table => Some(row),
                    _ => None,
                });
                let mut rows = distinct(rows);
                rows.extend(
                    under().into_iter().filter(|row| !rows.contains(row)).collect::<Vec<_>>(),
                );
                return rows;
            }
        };
        // A printed list replaces the whole list under it.
        if names.is_empty() { under() } else { names }
    }

    fn fund_movements(&self, year: Year) -> Vec<FundLineId> {
        let lines = self.movements(year);
        match lines.is_empty() {
            true => self.under.map_or_else(Vec::new, |under| under.fund_movements(year)),
            false => lines,
        }
    }

    fn place(&self, key: &Key) -> Where {
        match (self.cells.get(key), self.under) {
            (Some((table, cell)), _) => cell.place(&table.table),
            (None, Some(under)) => under.place(key),
            (None, None) => Where::area(Area::Report),
        }
    }
}
