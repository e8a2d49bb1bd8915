//! Small files written at test time, and the shortest way from a file to a project.

use std::path::{Path, PathBuf};

use arsmelding::import::{self, FileRequest, Known, Options, Plan, SheetRead};
use arsmelding::project::{EditContext, Minute, Project};
use jiff::civil::{DateTime, date};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use tempfile::TempDir;

/// A cell of a workbook that a test writes.
#[derive(Clone, Copy)]
pub enum V<'t> {
    /// A text; an empty one is no cell.
    T(&'t str),
    /// A number.
    N(f64),
    /// A real Excel date, `2021-03-11T08:14:00`.
    D(&'t str),
}

/// A folder that goes with the test.
pub struct Files(TempDir);

impl Files {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// A workbook of one sheet.
    pub fn xlsx(&self, name: &str, rows: &[&[V<'_>]]) -> PathBuf {
        self.workbook(name, &[("Ark1", rows)])
    }

    pub fn workbook(&self, name: &str, sheets: &[(&str, &[&[V<'_>]])]) -> PathBuf {
        let mut workbook = Workbook::new();
        for (sheet, rows) in sheets {
            fill(workbook.add_worksheet().set_name(*sheet).unwrap(), rows);
        }
        let path = self.0.path().join(name);
        workbook.save(&path).unwrap();
        path
    }
}

fn fill(sheet: &mut Worksheet, rows: &[&[V<'_>]]) {
    let dated = Format::new().set_num_format("dd.mm.yyyy hh:mm");
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell {
                V::T("") => {}
                V::T(text) => {
                    sheet.write_string(row, column, *text).unwrap();
                }
                V::N(number) => {
                    sheet.write_number(row, column, *number).unwrap();
                }
                V::D(stamp) => {
                    let stamp = ExcelDateTime::parse_from_str(stamp).unwrap();
                    sheet.write_datetime_with_format(row, column, &stamp, &dated).unwrap();
                }
            }
        }
    }
}

pub fn project() -> Project {
    Project::new("Hedmark IKT", 2021, (2015, 2020))
}

pub fn context() -> EditContext {
    EditContext { who: "Kari".to_owned(), now: Minute::new(date(2022, 5, 6), 9, 0) }
}

pub fn file(path: impl AsRef<Path>, options: &Options) -> FileRequest {
    FileRequest { path: path.as_ref().to_owned(), options: options.clone() }
}

/// Reads the only sheet of a file.
pub fn sheet_with(path: impl AsRef<Path>, project: &Project, options: &Options) -> SheetRead {
    let mut sheets = sheets(path, project, options);
    assert_eq!(sheets.len(), 1);
    sheets.remove(0)
}

pub fn sheet(path: impl AsRef<Path>) -> SheetRead {
    sheet_with(path, &project(), &Options::default())
}

pub fn sheets(path: impl AsRef<Path>, project: &Project, options: &Options) -> Vec<SheetRead> {
    let request = [file(path, options)];
    let mut reads = import::read_files(&request, &Known::of(project), &|_| true).unwrap();
    reads.remove(0).outcome.unwrap_or_else(|issue| panic!("{issue}"))
}

/// Why a file cannot be read.
pub fn refusal(path: impl AsRef<Path>, options: &Options) -> String {
    let request = [file(path, options)];
    let mut reads = import::read_files(&request, &Known::of(&project()), &|_| true).unwrap();
    reads.remove(0).outcome.unwrap_err().message.text()
}

pub fn plan(project: &Project, sheets: &[SheetRead]) -> Plan {
    import::plan(project, sheets)
}

/// The project after the import of those sheets.
pub fn imported(project: &Project, sheets: &[SheetRead]) -> Project {
    plan(project, sheets).apply(&context()).expect("the import changes something").0
}

pub fn minute(text: &str) -> Minute {
    Minute::from(text.parse::<DateTime>().unwrap())
}

/// When the cases of a sheet were registered.
pub fn registered(sheet: &SheetRead) -> Vec<Minute> {
    match &sheet.rows {
        import::TypedRows::Cases { rows, .. } => rows.iter().map(|case| case.registered).collect(),
        other => panic!("no cases: {other:?}"),
    }
}

/// All numbers of a project's cases, sorted.
pub fn numbers(project: &Project) -> Vec<String> {
    let cases = project.cases.iter().flat_map(|batch| batch.rows.iter());
    let mut numbers: Vec<String> = cases.map(|case| case.number.to_string()).collect();
    numbers.sort();
    numbers
}
