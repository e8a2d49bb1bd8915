//! The import from file to project: what is read, what is asked, what is refused, what changes.

mod accounts;
mod accounts_amounts;
mod accounts_doors;
mod accounts_forms;
mod accounts_ledger;
mod bad_files;
mod dates;
mod formats;
mod mapping;
mod plan_cases;
mod plan_tables;
mod rows;
mod support;
