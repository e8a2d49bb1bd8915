//! Writing the project file: readable, in a fixed order, one row a line.

use std::fmt;
use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;

use super::atomic::Staged;
use super::backup::Earlier;
use super::disk::{Disk, SystemDisk};
use super::{FORMAT, VERSION};
use crate::issue::Issue;
use crate::message;
use crate::project::Project;
use crate::words;

/// So much is handed to the system at once.
const BUFFER: usize = 64 << 10;

/// Saves `project` at `path`; the version before becomes the newest backup. A program that is
/// killed in the middle leaves the old file or the new one.
///
/// # Errors
/// When the folder cannot be written to, or another program holds the file for longer than a
/// second; then the old file and its backups are as they were.
pub fn write(path: &Path, project: &Project) -> Result<(), Issue> {
    write_on(&SystemDisk, path, project)
}

/// As [`write`], on a disk that may be one that fails.
///
/// # Errors
/// As for [`write`].
pub fn write_on(disk: &dyn Disk, path: &Path, project: &Project) -> Result<(), Issue> {
    let mut fault = None;
    let staged = Staged::new(disk, path, |file| {
        // Written as it is made: the text of many cases is as large as all else together.
        let mut out = TextFile { file: BufWriter::with_capacity(BUFFER, file), failure: None };
        let done = written(&mut out, project);
        match (done, out.failure.take()) {
            (_, Some(failure)) => Err(failure),
            (Err(error), None) => Err(io::Error::other(fault.insert(error).to_string())),
            (Ok(()), None) => out.file.flush(),
        }
    });
    if let Some(fault) = fault {
        return Err(cannot_encode(&fault));
    }
    staged.and_then(|staged| replace(disk, path, staged)).map_err(|error| {
        let name = path.display().to_string();
        Issue::error(message!("storage-cannot-write", file = name, why = words::io_error(&error)))
    })
}

fn replace(disk: &dyn Disk, path: &Path, staged: Staged<'_>) -> io::Result<()> {
    let earlier = Earlier::set_aside(disk, path);
    let replaced = staged.put();
    match (earlier, &replaced) {
        (Some(earlier), Ok(())) => earlier.keep(),
        (Some(earlier), Err(_)) => earlier.forget(),
        (None, _) => {}
    }
    replaced
}

/// A file that takes text, and remembers what it failed by.
struct TextFile<'f> {
    file: BufWriter<&'f mut File>,
    failure: Option<io::Error>,
}

impl fmt::Write for TextFile<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.file.write_all(text.as_bytes()).map_err(|error| {
            self.failure = Some(error);
            fmt::Error
        })
    }
}

/// The text of the project file.
///
/// # Errors
/// When a part cannot be written as RON, which would be a fault of the program.
pub fn to_text(project: &Project) -> Result<String, Issue> {
    let mut text = String::with_capacity(1 << 20);
    written(&mut text, project).map_err(|fault| cannot_encode(&fault))?;
    Ok(text)
}

fn cannot_encode(fault: &ron::Error) -> Issue {
    Issue::error(message!("storage-cannot-encode", why = fault.to_string()))
}

/// How many levels of a part are broken into lines; what lies deeper stands on its row's line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    /// One line a field, or one line a row.
    Rows = 1,
    /// One line a word within a list of a struct.
    Lists = 2,
    /// One line a row within a batch of a list.
    Batches = 3,
}

fn written(text: &mut impl fmt::Write, project: &Project) -> Result<(), ron::Error> {
    text.write_str("#![enable(implicit_some)]\n(\n")?;
    text.write_fmt(format_args!("format: {FORMAT:?},\nversion: {VERSION},\n"))?;
    let Project {
        settings,
        customers,
        events,
        goals,
        staff,
        gender,
        turnover,
        sick_leave,
        sick_leave_years,
        calls,
        deliveries,
        new_users,
        uptime,
        accounts_settings,
        balances,
        balance_list,
        fund,
        mapping,
        remarks,
        statements,
        agreements,
        signatories,
        report,
        texts,
        corrections,
        acceptances,
        printed,
        profiles,
        sources,
        log,
        milestones,
        codes,
        day_counts,
        ledger,
        cases,
    } = project;
    part(text, "settings", settings, Lines::Rows)?;
    part(text, "customers", customers, Lines::Rows)?;
    part(text, "events", events, Lines::Rows)?;
    part(text, "goals", goals, Lines::Rows)?;
    part(text, "staff", staff, Lines::Rows)?;
    part(text, "gender", gender, Lines::Rows)?;
    part(text, "turnover", turnover, Lines::Rows)?;
    part(text, "sick_leave", sick_leave, Lines::Rows)?;
    part(text, "sick_leave_years", sick_leave_years, Lines::Rows)?;
    part(text, "calls", calls, Lines::Rows)?;
    part(text, "deliveries", deliveries, Lines::Rows)?;
    part(text, "new_users", new_users, Lines::Rows)?;
    part(text, "uptime", uptime, Lines::Rows)?;
    part(text, "accounts_settings", accounts_settings, Lines::Rows)?;
    part(text, "balances", balances, Lines::Rows)?;
    part(text, "balance_list", balance_list, Lines::Rows)?;
    part(text, "fund", fund, Lines::Rows)?;
    part(text, "mapping", mapping, Lines::Rows)?;
    part(text, "remarks", remarks, Lines::Rows)?;
    part(text, "statements", statements, Lines::Rows)?;
    part(text, "agreements", agreements, Lines::Rows)?;
    part(text, "signatories", signatories, Lines::Rows)?;
    part(text, "report", report, Lines::Lists)?;
    part(text, "texts", texts, Lines::Rows)?;
    part(text, "corrections", corrections, Lines::Rows)?;
    part(text, "acceptances", acceptances, Lines::Rows)?;
    part(text, "printed", printed, Lines::Rows)?;
    part(text, "profiles", profiles, Lines::Rows)?;
    part(text, "sources", sources, Lines::Rows)?;
    part(text, "log", log, Lines::Rows)?;
    part(text, "milestones", milestones, Lines::Batches)?;
    part(text, "codes", codes, Lines::Lists)?;
    part(text, "day_counts", day_counts, Lines::Batches)?;
    part(text, "ledger", ledger, Lines::Batches)?;
    part(text, "cases", cases, Lines::Batches)?;
    text.write_str(")\n")?;
    Ok(())
}

fn part(
    text: &mut impl fmt::Write,
    name: &str,
    value: &impl Serialize,
    lines: Lines,
) -> Result<(), ron::Error> {
    // The many rows of the batches are numbers in a fixed order; spaces would only make them long.
    let separator = if lines == Lines::Batches { "" } else { " " };
    let config = PrettyConfig::new()
        .depth_limit(lines as usize)
        .indentor("")
        .separator(separator)
        .new_line("\n");
    text.write_str(name)?;
    text.write_str(": ")?;
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .to_writer_pretty(&mut *text, value, config)?;
    text.write_str(",\n")?;
    Ok(())
}
