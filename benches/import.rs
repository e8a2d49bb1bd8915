//! The xlsx exports as read, typed and previewed, against calamine's bare pass over the same
//! files on one thread; the ods export against calamine's whole read of it; and the peak memory
//! of a process that imports all exports.
//!
//! `cargo bench --bench import`

mod measure;

use std::io::BufReader;
use std::path::{Path, PathBuf};

use arsmelding::import::{self, FileRequest, Known};
use arsmelding::project::{EditContext, Minute, Project};
use calamine::{Ods, Reader as _, Xlsx, open_workbook};
use jiff::civil::date;

/// The memory that an import of all exports may take.
const MOST_MEGABYTES: f64 = 60.0;
/// What a child process is told, to import everything and tell its peak memory.
const IMPORT_ALL: &str = "--import-all";

fn main() {
    if std::env::args().any(|argument| argument == IMPORT_ALL) {
        import_all();
        return;
    }
    // `-- ods` measures that part alone.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|own| own != "--bench").collect();
    let is_wanted = |part: &str| wanted.is_empty() || wanted.iter().any(|own| own == part);
    if is_wanted("xlsx") {
        measure_xlsx();
    }
    if is_wanted("ods") {
        measure_ods();
    }
    if is_wanted("memory") {
        tell_peak_memory();
    }
}

fn measure_xlsx() {
    let workbooks = exports(|path| path.extension().is_some_and(|own| own == "xlsx"));
    let bytes: u64 = workbooks.iter().map(|path| path.metadata().map_or(0, |m| m.len())).sum();
    println!("{} workbooks, {} kB", workbooks.len(), bytes / 1024);
    measure::compare(
        "read, typed and previewed",
        || preview(&workbooks),
        "calamine's cells to the end, one thread",
        || workbooks.iter().map(|path| cells(path)).sum(),
    );
}

fn measure_ods() {
    let spreadsheets = exports(|path| path.extension().is_some_and(|own| own == "ods"));
    measure::compare(
        "ods read, typed and previewed",
        || preview(&spreadsheets),
        "calamine's whole read",
        || spreadsheets.iter().map(|path| whole(path)).sum(),
    );
}

/// Reads, types and plans; the number of rows keeps the work from being left out.
fn preview(paths: &[PathBuf]) -> u64 {
    let project = Project::new("Benk", 2021, (2015, 2020));
    let requests: Vec<FileRequest> = paths.iter().map(FileRequest::new).collect();
    let files =
        import::read_files(&requests, &Known::of(&project), &|_| true).expect("not cancelled");
    let sheets: Vec<_> =
        files.into_iter().flat_map(|file| file.outcome.expect("a sample file")).collect();
    let plan = import::plan(&project, &sheets);
    plan.sheets.iter().map(|sheet| u64::from(sheet.new)).sum()
}

/// Every cell of every sheet, as calamine streams them.
fn cells(path: &Path) -> u64 {
    let mut workbook: Xlsx<BufReader<std::fs::File>> = open_workbook(path).expect("a sample file");
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

/// Every cell of every sheet of an ods, as calamine reads them.
fn whole(path: &Path) -> u64 {
    let mut workbook: Ods<BufReader<std::fs::File>> = open_workbook(path).expect("a sample file");
    let sheets = workbook.worksheets();
    sheets.iter().map(|(_, range)| std::hint::black_box(range).used_cells().count() as u64).sum()
}

fn exports(is_wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let entries = std::fs::read_dir(folder).expect("the sample data");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| is_wanted(path))
        .collect();
    paths.sort();
    paths
}

fn import_all() {
    let paths = exports(|path| {
        let extension = path.extension().and_then(|own| own.to_str()).unwrap_or_default();
        ["xlsx", "xls", "ods", "csv", "tsv"].contains(&extension)
    });
    let project = Project::new("Benk", 2021, (2015, 2020));
    let requests: Vec<FileRequest> = paths.iter().map(FileRequest::new).collect();
    let files =
        import::read_files(&requests, &Known::of(&project), &|_| true).expect("not cancelled");
    let sheets: Vec<_> =
        files.into_iter().flat_map(|file| file.outcome.expect("a sample file")).collect();
    let context = EditContext { who: String::new(), now: Minute::start_of(date(2022, 1, 10)) };
    let after = import::plan(&project, &sheets).apply(&context).expect("something new").0;
    let cases: usize = after.cases.iter().map(|batch| batch.rows.len()).sum();
    println!("  {cases} cases in the project");
    match measure::peak_memory_kb() {
        Some(kilobytes) => {
            let megabytes = kilobytes as f64 / 1024.0;
            println!("  peak memory: {megabytes:.0} MB");
            println!(
                "  ratio {:.2} (to the {MOST_MEGABYTES} MB that it may be)",
                megabytes / MOST_MEGABYTES
            );
        }
        None => println!("  peak memory: not told by this system"),
    }
}

fn tell_peak_memory() {
    println!("all exports imported, in a process of its own");
    let program = std::env::current_exe().expect("this benchmark");
    let status = std::process::Command::new(program).arg(IMPORT_ALL).status();
    assert!(status.is_ok_and(|status| status.success()), "the import broke down");
}
