//! Whose things are whose: names of the exports and of persons held against the register.

use crate::project::{Code, Customer, CustomerNames, Project};

/// The register, asked by name.
#[derive(Clone, Debug)]
pub struct Register<'p> {
    customers: &'p [Customer],
    names: CustomerNames,
}

impl<'p> Register<'p> {
    /// The register of a project.
    pub fn of(project: &'p Project) -> Self {
        Self { customers: &project.customers, names: CustomerNames::of(&project.customers) }
    }

    /// The customer that `name` means, by its row; a customer that was merged is the one it
    /// became.
    pub fn row(&self, name: &str) -> Option<usize> {
        Some(self.merged(self.names.row(name)?))
    }

    /// Whether a list of customers, parted by semicolons, has the one in `row`.
    pub fn lists(&self, list: &str, row: usize) -> bool {
        list.split(';').any(|name| self.row(name) == Some(row))
    }

    /// Follows *merged into*, each customer once, so that a ring of them ends.
    fn merged(&self, start: usize) -> usize {
        let mut at = start;
        for _ in 0..self.customers.len() {
            match self.names.row(&self.customers[at].merged_into) {
                Some(next) if next != at => at = next,
                _ => break,
            }
        }
        at
    }
}

/// For each customer word of the case rows, the customer of the register that it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerIndex {
    by_code: Vec<Option<usize>>,
}

impl CustomerIndex {
    /// Looks up every word once.
    pub fn of(project: &Project) -> Self {
        let register = Register::of(project);
        let words = project.codes.customers.iter();
        Self { by_code: words.map(|(_, word)| register.row(word)).collect() }
    }

    /// The row of the register that `code` means.
    pub fn customer(&self, code: Code) -> Option<usize> {
        *self.by_code.get(usize::from(code.0).checked_sub(1)?)?
    }
}
