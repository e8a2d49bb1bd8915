//! The register of customers.

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

impl Customer {
    /// Whether an export's `name` means this customer.
    pub fn is_called(&self, name: &str) -> bool {
        let wanted = name.trim().to_lowercase();
        std::iter::once(self.name.as_str())
            .chain(self.aliases.split(';'))
            .any(|own| !own.trim().is_empty() && own.trim().to_lowercase() == wanted)
    }
}
