//! A ledger of 100 000 postings from file to statements, against calamine's bare pass over the
//! same file on one thread.
//!
//! `cargo bench --bench ledger`

mod measure;

use std::io::BufReader;
use std::path::Path;

use arsmelding::figures::Figures;
use arsmelding::import::{self, FileRequest, Known};
use arsmelding::project::{Customer, EditContext, Minute, Project};
use calamine::{Reader as _, Xlsx, open_workbook};
use jiff::civil::date;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};

const ROWS: u32 = 100_000;
const HEADINGS: [&str; 10] = [
    "Bilagsnr",
    "Bilagsdato",
    "Periode",
    "Konto",
    "Ansvar",
    "Funksjon",
    "Kunde",
    "Tekst",
    "Debet",
    "Kredit",
];
const ARTS: [u32; 12] = [10, 50, 90, 99, 120, 195, 200, 270, 429, 650, 750, 770];
const CUSTOMERS: [&str; 4] = ["Hamar", "Løten", "Stange", "Kongsvinger"];

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the ledger");
    let path = folder.path().join("hovedbok.xlsx");
    write_ledger(&path).expect("the ledger is written");
    let project = project();
    println!("{ROWS} postings, {} kB", path.metadata().map_or(0, |own| own.len()) / 1024);
    measure::compare(
        "read, typed, taken in and computed",
        || statements(&project, &path),
        "calamine's cells to the end, one thread",
        || cells(&path),
    );
}

fn project() -> Project {
    let named = |name: &&str| Customer { name: (*name).to_owned(), ..Customer::default() };
    let customers = CUSTOMERS.iter().map(named).collect();
    Project {
        customers: std::sync::Arc::new(customers),
        ..Project::new("Benk", 2021, (2015, 2020))
    }
}

/// The same bytes on every run: amounts, days and accounts follow from the row's number.
fn write_ledger(path: &Path) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let dated = Format::new().set_num_format("dd.mm.yyyy");
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write_string(0, column, heading)?;
    }
    for row in 1..=ROWS {
        let art = ARTS[row as usize % ARTS.len()];
        let month = row % 12 + 1;
        let day = ExcelDateTime::from_ymd(2021, month as u8, (row % 28 + 1) as u8)?;
        sheet.write_number(row, 0, 210_000 + row)?;
        sheet.write_datetime_with_format(row, 1, &day, &dated)?;
        sheet.write_number(row, 2, 202_100 + month)?;
        sheet.write_string(row, 3, format!("1.{art:03}"))?;
        sheet.write_number(row, 4, 100 + row % 9 * 10)?;
        sheet.write_number(row, 5, 120)?;
        if art >= 600 {
            sheet.write_string(row, 6, CUSTOMERS[row as usize % CUSTOMERS.len()])?;
        }
        sheet.write_string(row, 7, format!("Postering {}", row % 500))?;
        let amount = f64::from(row % 100_000 * 37 + row % 100) / 100.0;
        sheet.write_number(row, if art >= 600 { 9 } else { 8 }, amount)?;
    }
    workbook.save(path)
}

/// Takes the ledger into the project and computes; the number of postings keeps the work from
/// being left out.
fn statements(project: &Project, path: &Path) -> u64 {
    let requests = [FileRequest::new(path)];
    let files =
        import::read_files(&requests, &Known::of(project), &|_| true).expect("not cancelled");
    let sheets: Vec<_> =
        files.into_iter().flat_map(|file| file.outcome.expect("a ledger")).collect();
    let context = EditContext { who: String::new(), now: Minute::start_of(date(2022, 1, 10)) };
    let after = import::plan(project, &sheets).apply(&context).expect("something new").0;
    std::hint::black_box(Figures::of(&after));
    let rows: usize = after.ledger.iter().map(|batch| batch.rows.len()).sum();
    assert_eq!(rows, ROWS as usize);
    rows as u64
}

/// Every cell, as calamine streams them.
fn cells(path: &Path) -> u64 {
    let mut workbook: Xlsx<BufReader<std::fs::File>> = open_workbook(path).expect("a ledger");
    let mut count = 0;
    for sheet in workbook.sheet_names() {
        let mut reader = workbook.worksheet_cells_reader(&sheet).expect("a sheet");
        while let Some(cell) = reader.next_cell().expect("a cell") {
            std::hint::black_box(&cell);
            count += 1;
        }
    }
    count
}
