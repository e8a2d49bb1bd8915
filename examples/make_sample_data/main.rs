//! Writes `sample-data/`: the exports that a person would have, with the totals of the
//! published report for 2021 and everything else made up.
//!
//! `cargo run --release --example make_sample_data [FOLDER]`
//!
//! The same bytes come out on every run and every machine: chance comes from a seeded
//! generator, shares are whole numbers, and no clock is read.

mod accounts;
mod cases;
mod days;
mod events;
mod exports;
mod facts;
mod formats;
mod incidents;
mod names;
mod project;
mod random;
mod report;
mod share;
mod table;

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map_or_else(|| "sample-data".into(), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    let names = exports::write_all(&folder)?;
    let accounts = exports::write_accounts(&folder)?;
    project::write(&folder, &names, &accounts)
}
