//! The import from file to project: what is read, what is asked, what is refused, what changes.

mod accounts;
mod accounts_amounts;
mod accounts_ledger;
mod bad_files;
mod cells;
mod dates;
mod formats;
mod made;
mod mapping;
mod opendocument;
mod plan_cases;
mod plan_tables;
mod rows;
mod support;
mod workbooks;
