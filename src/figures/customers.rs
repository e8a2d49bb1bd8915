//! Whose cases are whose: names of the exports held against the register.

use crate::project::{Code, Customer, Project};

/// For each customer word of the case rows, the customer of the register that it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerIndex {
    by_code: Vec<Option<usize>>,
}

impl CustomerIndex {
    /// Looks up every word once. A customer that was merged counts as the one it became.
    pub fn of(project: &Project) -> Self {
        let by_code = project
            .codes
            .customers
            .iter()
            .map(|(_, word)| {
                let at = project.customers.iter().position(|customer| customer.is_called(word))?;
                Some(merged(&project.customers, at))
            })
            .collect();
        Self { by_code }
    }

    /// The row of the register that `code` means.
    pub fn customer(&self, code: Code) -> Option<usize> {
        *self.by_code.get(usize::from(code.0).checked_sub(1)?)?
    }
}

/// Follows *merged into*, each customer once, so that a ring of them ends.
fn merged(customers: &[Customer], start: usize) -> usize {
    let mut at = start;
    for _ in 0..customers.len() {
        let into = &customers[at].merged_into;
        let next = customers.iter().position(|customer| customer.is_called(into));
        match next {
            Some(next) if !into.is_empty() && next != at => at = next,
            _ => break,
        }
    }
    at
}
