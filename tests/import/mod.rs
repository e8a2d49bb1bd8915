//! The import from file to project: what is read, what is asked, what is refused, what changes.

mod accounts;
mod accounts_amounts;
mod accounts_doors;
mod accounts_forms;
mod accounts_ledger;
mod bad_files;
mod case_lists;
mod case_numbers;
mod cells;
mod dates;
mod delivery;
mod formats;
mod forms;
mod headers;
mod made;
mod mapping;
mod opendocument;
mod plan_cases;
mod plan_tables;
mod priorities;
mod row_shape;
mod rows;
mod shown_amounts;
mod small_lists;
mod support;
mod workbooks;
