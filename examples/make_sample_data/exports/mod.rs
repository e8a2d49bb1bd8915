//! The files of the sample, each as its system would have exported it.

mod cases;
mod organisation;
mod register;
mod service;

use std::error::Error;
use std::fs;
use std::path::Path;

use crate::cases::cases_of;

/// A file's bytes, or why they could not be made.
type Bytes = Result<Vec<u8>, Box<dyn Error>>;

/// Writes every export into `folder`.
///
/// # Errors
/// When a writer refuses a table, or a file cannot be written.
pub fn write_all(folder: &Path) -> Result<(), Box<dyn Error>> {
    let report_year = cases_of(2021);
    let files: [(&str, Bytes); 16] = [
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
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes?)?;
    }
    Ok(())
}
