//! The import from file to project: what is read, what is asked, what is refused, what changes.

mod accounts;
mod accounts_amounts;
mod accounts_ledger;
mod bad_files;
mod dates;
mod formats;
mod headers;
mod mapping;
mod plan_cases;
mod plan_tables;
mod row_shape;
mod rows;
mod support;
