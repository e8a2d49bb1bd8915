//! Writing the project file: readable, in a fixed order, one row a line.

use std::io;
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
    let text = to_text(project)?;
    replace(disk, path, text.as_bytes()).map_err(|error| {
        let name = path.display().to_string();
        Issue::error(message!("storage-cannot-write", file = name, why = words::io_error(&error)))
    })
}

fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let staged = Staged::new(disk, path, bytes)?;
    let earlier = Earlier::set_aside(disk, path);
    let replaced = staged.put();
    match (earlier, &replaced) {
        (Some(earlier), Ok(())) => earlier.keep(),
        (Some(earlier), Err(_)) => earlier.forget(),
        (None, _) => {}
    }
    replaced
}

/// The text of the project file.
///
/// # Errors
/// When a part cannot be written as RON, which would be a fault of the program.
pub fn to_text(project: &Project) -> Result<String, Issue> {
    written(project)
        .map_err(|error| Issue::error(message!("storage-cannot-encode", why = error.to_string())))
}

/// How many levels of a part get lines of their own; what lies deeper stands on its row's line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    /// One line a field, or one line a row.
    Rows = 1,
    /// One line a word within a list of a struct.
    Lists = 2,
    /// One line a row within a batch of a list.
    Batches = 3,
}

fn written(project: &Project) -> Result<String, ron::Error> {
    let mut text = String::with_capacity(1 << 20);
    text.push_str("#![enable(implicit_some)]\n(\n");
    text.push_str(&format!("format: {FORMAT:?},\nversion: {VERSION},\n"));
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
    part(&mut text, "settings", settings, Lines::Rows)?;
    part(&mut text, "customers", customers, Lines::Rows)?;
    part(&mut text, "events", events, Lines::Rows)?;
    part(&mut text, "goals", goals, Lines::Rows)?;
    part(&mut text, "staff", staff, Lines::Rows)?;
    part(&mut text, "gender", gender, Lines::Rows)?;
    part(&mut text, "turnover", turnover, Lines::Rows)?;
    part(&mut text, "sick_leave", sick_leave, Lines::Rows)?;
    part(&mut text, "sick_leave_years", sick_leave_years, Lines::Rows)?;
    part(&mut text, "calls", calls, Lines::Rows)?;
    part(&mut text, "deliveries", deliveries, Lines::Rows)?;
    part(&mut text, "new_users", new_users, Lines::Rows)?;
    part(&mut text, "uptime", uptime, Lines::Rows)?;
    part(&mut text, "accounts_settings", accounts_settings, Lines::Rows)?;
    part(&mut text, "balances", balances, Lines::Rows)?;
    part(&mut text, "balance_list", balance_list, Lines::Rows)?;
    part(&mut text, "fund", fund, Lines::Rows)?;
    part(&mut text, "mapping", mapping, Lines::Rows)?;
    part(&mut text, "remarks", remarks, Lines::Rows)?;
    part(&mut text, "statements", statements, Lines::Rows)?;
    part(&mut text, "agreements", agreements, Lines::Rows)?;
    part(&mut text, "signatories", signatories, Lines::Rows)?;
    part(&mut text, "report", report, Lines::Lists)?;
    part(&mut text, "texts", texts, Lines::Rows)?;
    part(&mut text, "corrections", corrections, Lines::Rows)?;
    part(&mut text, "acceptances", acceptances, Lines::Rows)?;
    part(&mut text, "printed", printed, Lines::Rows)?;
    part(&mut text, "profiles", profiles, Lines::Rows)?;
    part(&mut text, "sources", sources, Lines::Rows)?;
    part(&mut text, "log", log, Lines::Rows)?;
    part(&mut text, "milestones", milestones, Lines::Batches)?;
    part(&mut text, "codes", codes, Lines::Lists)?;
    part(&mut text, "day_counts", day_counts, Lines::Batches)?;
    part(&mut text, "ledger", ledger, Lines::Batches)?;
    part(&mut text, "cases", cases, Lines::Batches)?;
    text.push_str(")\n");
    Ok(text)
}

fn part(
    text: &mut String,
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
    text.push_str(name);
    text.push_str(": ");
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .to_writer_pretty(&mut *text, value, config)?;
    text.push_str(",\n");
    Ok(())
}
