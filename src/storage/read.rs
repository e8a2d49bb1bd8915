//! Reading the project file: what it is, which version, then the project.

use std::fs;
use std::path::Path;

use super::{FORMAT, VERSION};
use crate::calendar::YEARS;
use crate::issue::Issue;
use crate::message;
use crate::project::{Project, Settings};
use crate::words;

/// Opens the project file at `path`.
///
/// # Errors
/// When the file cannot be read, is no project file, is of a newer version than this program
/// knows, or is damaged; the sentence says which, where, and what to do.
pub fn read(path: &Path) -> Result<Project, Issue> {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
    let bytes = fs::read(path).map_err(|error| {
        let why = words::io_error(&error);
        Issue::error(message!("storage-cannot-read", why = why)).in_file(&name)
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Issue::error(message!("storage-not-a-project")).in_file(&name))?;
    parse(&text).map_err(|issue| issue.in_file(&name))
}

/// Whether a text says that it is a project file, of whatever version.
pub fn is_project(text: &str) -> bool {
    version_of(without_mark(text)).is_some()
}

/// The project in the text of a project file.
///
/// # Errors
/// As for [`read`], without the file's name.
pub fn parse(text: &str) -> Result<Project, Issue> {
    let text = without_mark(text);
    match version_of(text) {
        None => Err(Issue::error(message!("storage-not-a-project"))),
        Some(version) if version > VERSION => {
            Err(Issue::error(message!("storage-newer", version = version, known = VERSION)))
        }
        // Version 2 added the accounts; version 3 milestones, what an edit touched, printed tables,
        // and all of the report. Of an older file they are empty.
        Some(_) => {
            let project: Project = ron::from_str(text).map_err(|error| damaged(&error))?;
            let Settings { report_year, baseline_first, baseline_last, .. } = *project.settings;
            let mut years = [report_year, baseline_first, baseline_last].into_iter();
            match years.find(|year| !YEARS.contains(year)) {
                Some(year) => {
                    Err(Issue::error(message!("storage-bad-year", year = year.to_string())))
                }
                None => Ok(project),
            }
        }
    }
}

/// Some editors put a byte order mark before the text.
fn without_mark(text: &str) -> &str {
    text.trim_start_matches('\u{feff}')
}

fn damaged(error: &ron::error::SpannedError) -> Issue {
    let at = error.span.start;
    Issue::error(message!(
        "storage-damaged",
        line = at.line,
        column = at.col,
        why = error.code.to_string()
    ))
}

/// The version that the text says it has; `None` where it does not say that it is a project.
fn version_of(text: &str) -> Option<u32> {
    /// The two fields stand first; more than this need not be looked at.
    const HEAD_LINES: usize = 12;
    let mut is_project = false;
    for line in text.lines().take(HEAD_LINES) {
        let Some((name, value)) = line.trim().trim_start_matches('(').split_once(':') else {
            continue;
        };
        let value = value.trim().trim_end_matches(',');
        match name.trim() {
            "format" => is_project = value.trim_matches('"') == FORMAT,
            "version" if is_project => return value.parse().ok(),
            _ => {}
        }
    }
    None
}
