//! Whose cases are whose: names of the exports held against the register.

use crate::project::{Code, Customer, CustomerNames, Project};

/// For each customer word of the case rows, the customer of the register that it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerIndex {
    by_code: Vec<Option<usize>>,
}

impl CustomerIndex {
    /// Looks up every word once. A customer that was merged counts as the one it became.
    pub fn of(project: &Project) -> Self {
        let names = CustomerNames::of(&project.customers);
        let words = project.codes.customers.iter();
        let row = |word: &str| Some(merged(&project.customers, &names, names.row(word)?));
        Self { by_code: words.map(|(_, word)| row(word)).collect() }
    }

    /// The row of the register that `code` means.
    pub fn customer(&self, code: Code) -> Option<usize> {
        *self.by_code.get(usize::from(code.0).checked_sub(1)?)?
    }
}

/// Follows *merged into*, each customer once, so that a ring of them ends.
fn merged(customers: &[Customer], names: &CustomerNames, start: usize) -> usize {
    let mut at = start;
    for _ in 0..customers.len() {
        match names.row(&customers[at].merged_into) {
            Some(next) if next != at => at = next,
            _ => break,
        }
    }
    at
}
