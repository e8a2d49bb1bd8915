//! The register of customers.

use std::collections::HashMap;

use jiff::civil::Date;

use super::record::record;

record! {
    /// A customer. Case rows keep the name that the export gave; the register says, by name
    /// and alias, whose they are, so that a renamed or merged customer keeps its history.
    pub struct Customer in Customers, key(name) {
        /// The name as the report writes it.
        pub name: String,
        /// Other names in the exports, parted by semicolons.
        pub aliases: String,
        /// Whether the customer is one of the company's owners.
        pub owner: bool,
        /// The first day as a customer; `None` where it has always been one.
        pub from: Option<Date>,
        /// The last day as a customer; `None` where it still is one.
        pub to: Option<Date>,
        /// The name of the customer that this one became a part of.
        pub merged_into: String,
    }
}

/// The register by every name and alias, in the form in which names are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CustomerNames(HashMap<String, usize>);

impl CustomerNames {
    /// The names of those customers; of two with the same name, the first has it.
    pub fn of(customers: &[Customer]) -> Self {
        let mut names = Self::default();
        for (row, customer) in customers.iter().enumerate() {
            for name in std::iter::once(customer.name.as_str()).chain(customer.aliases.split(';')) {
                names.add(name, row);
            }
        }
        names
    }

    /// The customer of the register that an export's `name` means, by its row.
    pub fn row(&self, name: &str) -> Option<usize> {
        self.0.get(&compared(name)).copied()
    }

    /// Gives the customer in `row` a name, unless it is blank or another's.
    pub fn add(&mut self, name: &str, row: usize) {
        let name = compared(name);
        if !name.is_empty() {
            self.0.entry(name).or_insert(row);
        }
    }
}

fn compared(name: &str) -> String {
    name.trim().to_lowercase()
}
