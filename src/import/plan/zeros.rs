//! Codes whose leading zeros one export has and another has lost: *ansvar* `0100` and `100` are one.

use std::collections::{BTreeMap, BTreeSet};

use super::Stage;
use crate::import::noticed::note;
use crate::import::sheet::TableRow;
use crate::import::tables::table_columns;
use crate::issue::Issue;
use crate::message;
use crate::project::{AccountString, Cell, TableId};

/// The codes that are written with and without zeros.
const FIELDS: [&str; 2] = ["unit", "project"];

/// How the project writes codes that a sheet writes otherwise, one map a field.
pub(super) struct Zeros([BTreeMap<String, String>; FIELDS.len()]);

impl Zeros {
    /// The sheet's codes in the project's spelling; a code stays where either has both spellings.
    fn of(known: [BTreeSet<String>; FIELDS.len()], here: [BTreeSet<String>; FIELDS.len()]) -> Self {
        let mut all = known.into_iter().zip(here);
        Self(std::array::from_fn(|_| {
            let Some((known, here)) = all.next() else { return BTreeMap::new() };
            let alone = |codes: &BTreeSet<String>, bare: &str| {
                let mut like = codes.iter().filter(|code| without_zeros(code) == Some(bare));
                like.next().cloned().filter(|_| like.next().is_none())
            };
            let other = |code: &String| {
                let bare = without_zeros(code)?;
                let own_code = alone(&here, bare)?;
                let known_code = alone(&known, bare).filter(|known| *known != own_code)?;
                Some((own_code, known_code))
            };
            here.iter().filter_map(other).collect()
        }))
    }

    /// What is told; `None` where all codes are written alike.
    pub(super) fn note(&self) -> Option<Issue> {
        let count = self.0.iter().map(BTreeMap::len).sum::<usize>();
        let (own_code, known) = self.0.iter().find_map(|codes| codes.iter().next())?;
        let (own_code, known) = (own_code.as_str(), known.as_str());
        Some(note(message!(
            "import-zeros-of-project",
            count = count,
            here = own_code,
            known = known
        )))
    }

    fn settle(&self, field: usize, code: &mut String) {
        if let Some(known) = self.0.get(field).and_then(|codes| codes.get(code)) {
            code.clone_from(known);
        }
    }

    /// Writes the codes of account strings as the project does.
    pub(super) fn settle_accounts(&self, accounts: &[AccountString]) -> Vec<AccountString> {
        let mut accounts = accounts.to_vec();
        for account in &mut accounts {
            self.settle(0, &mut account.unit);
            self.settle(1, &mut account.project);
        }
        accounts
    }
}

/// The digits of a code without the zeros before them.
fn without_zeros(code: &str) -> Option<&str> {
    let bare = code.trim_start_matches('0');
    let are_digits = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    are_digits.then_some(bare)
}

impl Stage<'_> {
    /// How the project writes the codes of these account strings; `None` where as they do.
    pub(super) fn zeros_of_accounts(&self, accounts: &[AccountString]) -> Option<Zeros> {
        let units = accounts.iter().map(|account| account.unit.clone());
        let projects = accounts.iter().map(|account| account.project.clone());
        let here = [units.collect(), projects.collect()];
        let zeros = Zeros::of(self.known_codes()?, here);
        zeros.0.iter().any(|codes| !codes.is_empty()).then_some(zeros)
    }

    /// The rows of balances with their codes as the project writes them, and what is told; `None`
    /// where they are written alike.
    pub(super) fn with_zeros(
        &self,
        table: TableId,
        columns: &[usize],
        rows: &[TableRow],
    ) -> Option<(Vec<TableRow>, Option<Issue>)> {
        if table != TableId::Balances {
            return None;
        }
        let definitions = table_columns(table);
        let places = FIELDS.map(|field| {
            let is_it = |at: &usize| definitions.get(*at).is_some_and(|column| column.id == field);
            columns.iter().position(is_it)
        });
        let here = places.map(|place| {
            let codes = rows.iter().filter_map(|row| match row.cells.get(place?) {
                Some(Cell::Text(code)) => Some(code.clone()),
                _ => None,
            });
            codes.collect()
        });
        let zeros = Zeros::of(self.known_codes()?, here);
        let told = zeros.note()?;
        let mut rows = rows.to_vec();
        for (field, place) in places.into_iter().enumerate() {
            for row in &mut rows {
                if let Some(Cell::Text(code)) = place.and_then(|place| row.cells.get_mut(place)) {
                    zeros.settle(field, code);
                }
            }
        }
        Some((rows, Some(told)))
    }

    /// The codes that the project's accounts have from their sources; `None` where a person has
    /// corrected one, so that the table says another than its source.
    fn known_codes(&self) -> Option<[BTreeSet<String>; FIELDS.len()]> {
        let is_code = |column: &str| FIELDS.contains(&column);
        let mut corrections = self.project.corrections.iter();
        if corrections.any(|made| made.table == TableId::Balances && is_code(&made.column)) {
            return None;
        }
        let mut known = [BTreeSet::new(), BTreeSet::new()];
        let table = self.project.rows(TableId::Balances);
        let definitions = table_columns(TableId::Balances);
        for (field, codes) in FIELDS.into_iter().zip(&mut known) {
            let Some(column) = definitions.iter().position(|column| column.id == field) else {
                continue;
            };
            for place in 0..table.len() {
                if let Cell::Text(code) = table.cell(place, column) {
                    codes.insert(code);
                }
            }
        }
        let [units, projects] = &mut known;
        for account in self.project.ledger.iter().flat_map(|batch| batch.accounts.iter()) {
            units.insert(account.unit.clone());
            projects.insert(account.project.clone());
        }
        Some(known)
    }
}
