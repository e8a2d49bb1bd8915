//! Any spreadsheet as a stream of rows, then typed rows, then what they would change.
//!
//! The way of an import:
//! 1. [`read_files`] reads files in parallel into [`SheetRead`]s. Nothing is asked back and
//!    nothing is changed; what only a person knows comes out as a [`Question`], and is answered
//!    by reading again with [`Options`].
//! 2. [`plan()`] holds the sheets against the project: what is new, changed, gone, unchanged.
//! 3. [`Plan::apply`] gives the project after the import, as one edit with its sentence.
//!
//! Everything here is pure but `open.rs`, which reads files, and `parallel.rs`, which starts
//! threads.

mod account_form;
mod account_words;
mod accounts;
mod body;
mod cases;
mod cell_notes;
mod classify;
mod companies;
mod dates;
mod day_counts;
mod document;
mod doubt;
mod earlier;
mod goals;
mod header;
mod heading;
mod heading_years;
mod mapping;
mod measures;
mod merged;
mod noticed;
mod open;
mod options;
mod parallel;
mod plan;
mod printed;
mod question;
mod raw;
mod read;
mod repeats;
mod row_reader;
mod scales;
mod sheet;
mod shift;
mod synonyms;
mod table_file;
mod tables;
mod titles;
mod understood;
mod values;
mod verdict;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::calendar::Year;
use crate::issue::{Issue, Severity};
use crate::message;
use crate::project::{Codes, Goal, Profile, Project, SourceKind, StatementLine};
use crate::words::Message;

use open::{Book, SheetName};
use read::{SeenDates, SheetOutcome};

pub use account_form::AccountForm;
pub use cases::{case_number, known_priority};
pub use document::{Document, DocumentLine};
pub use mapping::NOT_READ;
pub use options::{ALL_COMPANIES, HeaderRow, Options, Setting, offered};
pub use plan::{DayDifference, Effect, Gone, Plan, SheetPlan, plan};
pub use printed::{PrintedRead, PrintedRow, printed_rows, read_printed, ways_to_read};
pub use question::{Answer, Question};
pub use sheet::{
    Certainty, ColumnRead, PreviewRow, SheetRead, TableRow, TypedRows, column_letters, field_word,
};
pub use synonyms::fields;
pub use table_file::{TableFile, TextRows, read_table_file};
pub use verdict::{Reject, SkipReason, Skipped};

/// A file and what the person says about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRequest {
    /// Where the file is.
    pub path: PathBuf,
    /// What the person says.
    pub options: Options,
}

impl FileRequest {
    /// A file about which nothing is said.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), options: Options::default() }
    }
}

/// What a project knows that helps to read.
#[derive(Clone, Copy, Debug)]
pub struct Known<'p> {
    /// How earlier exports were understood.
    pub profiles: &'p [Profile],
    /// The words of its cases.
    pub codes: &'p Codes,
    /// The year that accounts are of, where they do not say it.
    pub report_year: Year,
    /// Its goals.
    pub goals: &'p [Goal],
    /// How another project's accounts stand on its statements; without it, a project's file is
    /// no source.
    pub statements_of: Option<StatementsOf>,
}

/// The lines of a project's statements, which only the figures know.
pub type StatementsOf = fn(&Project) -> Vec<StatementLine>;

impl<'p> Known<'p> {
    /// What that project knows.
    pub fn of(project: &'p Project) -> Self {
        let report_year = project.settings.report_year;
        Self {
            profiles: &project.profiles,
            codes: &project.codes,
            report_year,
            goals: &project.goals,
            statements_of: None,
        }
    }

    /// The same, and how the statements of another year's project are read.
    #[must_use]
    pub fn with_statements(self, statements_of: StatementsOf) -> Self {
        Self { statements_of: Some(statements_of), ..self }
    }
}

/// How far the reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The file, by its place in the request.
    pub file: usize,
    /// The row that was reached in it; `None` when the file is done.
    pub row: Option<u32>,
}

/// A file as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct FileRead {
    /// Where the file is.
    pub path: PathBuf,
    /// Its name, without its folder.
    pub name: String,
    /// The sheets that were understood, or why the file cannot be imported.
    pub outcome: Result<Vec<SheetRead>, Issue>,
    /// Sheets that were left out, and why.
    pub notes: Vec<Issue>,
}

/// Reads files, several at once. `progress` is called from the reading threads, now and then;
/// when it answers `false`, the reading is cancelled and the result is `None`.
pub fn read_files(
    files: &[FileRequest],
    known: &Known<'_>,
    progress: &(dyn Fn(Progress) -> bool + Sync),
) -> Option<Vec<FileRead>> {
    let is_cancelled = AtomicBool::new(false);
    let report = |progress_now: Progress| {
        if !progress(progress_now) {
            is_cancelled.store(true, Ordering::Relaxed);
        }
        !is_cancelled.load(Ordering::Relaxed)
    };
    // The largest first, so that no core is left alone with it at the end.
    let mut order: Vec<usize> = (0..files.len()).collect();
    order.sort_by_key(|file| std::cmp::Reverse(open::size(&files[*file].path)));
    let reads = parallel::for_each(&order, |file| {
        if is_cancelled.load(Ordering::Relaxed) {
            return None;
        }
        let read =
            read_file(&files[file], known, &mut |row| report(Progress { file, row: Some(row) }));
        report(Progress { file, row: None }).then_some(read)
    });
    if is_cancelled.into_inner() {
        return None;
    }
    let damaged = |request: &FileRequest| {
        let name = file_name(&request.path);
        let issue = Issue::error(message!("import-damaged")).in_file(&name);
        FileRead { path: request.path.clone(), name, outcome: Err(issue), notes: Vec::new() }
    };
    let reads = reads.into_iter().zip(files);
    let mut reads: Vec<FileRead> =
        reads.map(|(read, request)| read.flatten().unwrap_or_else(|| damaged(request))).collect();
    let sheets = reads.iter_mut().flat_map(|read| read.outcome.iter_mut().flatten());
    plan::share_codes(sheets.collect(), known.codes);
    Some(reads)
}

/// Reads a written document: `.txt`, `.docx` or `.pdf`.
///
/// # Errors
/// When the file cannot be read, is none of these, is damaged, encrypted, or has no text.
pub fn read_document(path: &Path) -> Result<Document, Issue> {
    open::document::read(path).map_err(|why| Issue::error(why).in_file(&file_name(path)))
}

fn read_file(
    request: &FileRequest,
    known: &Known<'_>,
    progress: &mut dyn FnMut(u32) -> bool,
) -> FileRead {
    let name = file_name(&request.path);
    let mut notes = Vec::new();
    let sheets = read_sheets(request, known, &mut notes, progress);
    let outcome = match sheets {
        Ok(mut sheets) => {
            for sheet in &mut sheets {
                sheet.file.clone_from(&name);
                for note in &mut sheet.notes {
                    note.place.file = Some(name.clone());
                    note.place.sheet = Some(sheet.sheet.clone()).filter(|name| !name.is_empty());
                }
            }
            Ok(sheets)
        }
        Err(issue) => Err(issue.in_file(&name)),
    };
    let notes = notes.into_iter().map(|note: Issue| note.in_file(&name)).collect();
    FileRead { path: request.path.clone(), name, outcome, notes }
}

/// The sheets that can be imported. A sheet that cannot is a note if another can, and else the
/// reason why the file cannot.
fn read_sheets(
    request: &FileRequest,
    known: &Known<'_>,
    notes: &mut Vec<Issue>,
    progress: &mut dyn FnMut(u32) -> bool,
) -> Result<Vec<SheetRead>, Issue> {
    let mut book = Book::open(&request.path).map_err(Issue::error)?;
    book.part_by(request.options.separator);
    if let Some(project) = book.project() {
        let sheet = earlier::sheet(&book, project, known).map_err(Issue::error)?;
        return Ok(vec![sheet]);
    }
    let chosen_sheets = wanted_sheets(&book, &request.options)?;
    let (mut sheets, mut dates) = (Vec::new(), Vec::new());
    let mut hidden = Vec::new();
    for (place, sheet) in &chosen_sheets {
        // Who names a sheet wants it, hidden or not.
        if sheet.is_hidden && !request.options.with_hidden && request.options.sheet.is_none() {
            hidden.push((*place, &sheet.name));
            continue;
        }
        let name = (*place, sheet.name.as_str());
        let beside = SeenDates::default();
        match read::read_sheet(&mut book, name, &request.options, known, &beside, progress) {
            Ok(SheetOutcome::Read(sheet, seen)) => {
                sheets.push(*sheet);
                dates.push((*place, seen));
            }
            Ok(SheetOutcome::Cancelled) => break,
            Ok(outcome) => notes.extend(left_out(outcome).map(|why| issue_in(why, &sheet.name))),
            Err(failure) => return Err(issue_in(failure, &sheet.name)),
        }
    }
    if sheets.is_empty() {
        // What is sought may stand in the hidden ones, and that is the cause then.
        for (place, name) in &hidden {
            let name: (usize, &str) = (*place, name);
            let beside = SeenDates::default();
            let read =
                read::read_sheet(&mut book, name, &request.options, known, &beside, progress);
            if matches!(read, Ok(SheetOutcome::Read(..))) {
                return Err(issue_in(message!("import-only-hidden"), name.1));
            }
        }
        let first = notes.drain(..).next();
        return Err(first.unwrap_or_else(|| Issue::error(message!("import-file-empty"))));
    }
    settle_dates(&mut book, &mut sheets, &dates, (request, known), progress)?;
    notes.extend(hidden.iter().map(|(_, name)| issue_in(message!("import-hidden-sheet"), name)));
    for note in notes.iter_mut() {
        note.severity = Severity::Note;
    }
    Ok(sheets)
}

/// Reads sheets again whose dates the other sheets of their kind decide or put in doubt: a
/// workbook is of one system.
fn settle_dates(
    book: &mut Book,
    sheets: &mut [SheetRead],
    dates: &[(usize, SeenDates)],
    (request, known): (&FileRequest, &Known<'_>),
    progress: &mut dyn FnMut(u32) -> bool,
) -> Result<(), Issue> {
    let kinds: Vec<SourceKind> = sheets.iter().map(SheetRead::kind).collect();
    for (at, (sheet, (place, seen))) in sheets.iter_mut().zip(dates).enumerate() {
        let mut beside = SeenDates::default();
        for (other, (_, dates)) in dates.iter().enumerate() {
            if other != at && kinds.get(other) == kinds.get(at) {
                beside.add(dates);
            }
        }
        if !seen.evidence.gains_from(beside.evidence) {
            continue;
        }
        let name = sheet.sheet.clone();
        let options = &request.options;
        let read = read::read_sheet(book, (*place, &name), options, known, &beside, progress);
        if let SheetOutcome::Read(again, _) = read.map_err(|failure| issue_in(failure, &name))? {
            *sheet = *again;
        }
    }
    Ok(())
}

/// The sheets that the person wants, each with its place in the file.
fn wanted_sheets(book: &Book, options: &Options) -> Result<Vec<(usize, SheetName)>, Issue> {
    let mut sheets: Vec<(usize, SheetName)> = book.sheets().into_iter().enumerate().collect();
    // A text file has one sheet without a name, and it is always the wanted one.
    let is_named = sheets.iter().any(|(_, sheet)| !sheet.name.is_empty());
    let Some(name) = options.sheet.as_deref().filter(|_| is_named) else { return Ok(sheets) };
    let names: Vec<&str> = sheets.iter().map(|(_, sheet)| sheet.name.as_str()).collect();
    let all = names.join(", ");
    sheets.retain(|(_, sheet)| sheet.name.to_lowercase() == name.to_lowercase());
    if sheets.is_empty() {
        return Err(Issue::error(message!("import-no-such-sheet", sheet = name, sheets = all)));
    }
    Ok(sheets)
}

/// Why a sheet cannot be taken; `None` where there is nothing in it.
fn left_out(outcome: SheetOutcome) -> Option<Message> {
    match outcome {
        SheetOutcome::OnlyHeader => Some(message!("import-only-header")),
        SheetOutcome::Unusable(why) => Some(why),
        SheetOutcome::Read(..) | SheetOutcome::Empty | SheetOutcome::Cancelled => None,
    }
}

fn issue_in(message: Message, sheet: &str) -> Issue {
    let issue = Issue::error(message);
    if sheet.is_empty() { issue } else { issue.in_sheet(sheet) }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
