//! The files of the sample, each as its system would have exported it.

mod accounts;
mod books;
mod cases;
mod organisation;
mod register;
mod service;

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use crate::cases::cases_of;

/// A file's bytes, or why they could not be made.
type Bytes = Result<Vec<u8>, Box<dyn Error>>;

/// When the files were exported, in seconds after 1970: 5 January 2022, 08:30 in Oslo.
const EXPORTED: Duration = Duration::from_secs(1_641_367_800);

/// The same for the accounts: 14 February 2022, 10:42 in Oslo.
const ACCOUNTS_EXPORTED: Duration = Duration::from_secs(1_644_831_720);

/// Writes the exports that become the sample project into `folder` and names them.
///
/// # Errors
/// When a writer refuses a table, or a file cannot be written.
pub fn write_all(folder: &Path) -> Result<Vec<&'static str>, Box<dyn Error>> {
    let report_year = cases_of(2021);
    let files: [(&'static str, Bytes); 16] = [
        ("saker-per-dag-2015.xlsx", cases::day_counts(2015)),
        ("saker-2016.xls", cases::web_page(2016)),
        ("saker-2017.ods", cases::open_document(2017)),
        ("saker-2018.xlsx", cases::workbook(2018, &cases_of(2018))),
        ("cases-2019.csv", cases::english(2019)),
        ("saker-2020.xlsx", cases::workbook(2020, &cases_of(2020))),
        ("saker-2021.xlsx", cases::workbook(2021, &report_year)),
        ("kunder.csv", register::customers()),
        ("hendelser-2021.xlsx", register::events(&report_year)),
        ("mal-2021.xlsx", register::goals()),
        ("telefon-2021.csv", service::calls()),
        ("leveranser-2021.xlsx", service::deliveries()),
        ("nye-brukere-2021.xlsx", service::new_users()),
        ("oppetid-2021.tsv", service::uptime()),
        ("sykefravar-2021.xlsx", organisation::sick_leave()),
        ("bemanning-2021.xlsx", organisation::staffing()),
    ];
    write_files(folder, files, EXPORTED)
}

/// Writes the exports of the accounts into `folder` and names them.
///
/// # Errors
/// When a writer refuses a table, or a file cannot be written.
pub fn write_accounts(folder: &Path) -> Result<Vec<&'static str>, Box<dyn Error>> {
    let files: [(&'static str, Bytes); 6] = [
        ("regnskap-2021.xlsx", accounts::report()),
        ("regnskap-2021-liste.xlsx", accounts::list()),
        ("saldobalanse-2021.xlsx", accounts::balance_list()),
        ("hovedbok-2021.csv", books::ledger()),
        ("disposisjonsfond-historikk.csv", books::fund_history()),
        ("kontoplan-tilpasning.csv", books::mapping()),
    ];
    write_files(folder, files, ACCOUNTS_EXPORTED)
}

fn write_files(
    folder: &Path,
    files: impl IntoIterator<Item = (&'static str, Bytes)>,
    exported: Duration,
) -> Result<Vec<&'static str>, Box<dyn Error>> {
    let mut names = Vec::new();
    for (name, bytes) in files {
        let mut file = fs::File::create(folder.join(name))?;
        file.write_all(&bytes?)?;
        // An export without title rows is dated by its file, and the import goes by that order.
        file.set_modified(UNIX_EPOCH + exported)?;
        names.push(name);
    }
    Ok(names)
}
