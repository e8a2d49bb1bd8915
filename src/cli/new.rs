//! `new`: an empty project, or the one for the year after a finished one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::answer::Answer;
use super::{CommandResult, edit_context, year};
use crate::calendar::Year;
use crate::figures::Figures;
use crate::issue::Issue;
use crate::project::{Project, Settings};
use crate::{message, storage, t};

/// What `new` is given.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The project file to write.
    file: PathBuf,
    /// The year that it reports on.
    #[arg(long, value_parser = year, required_unless_present = "from")]
    year: Option<Year>,
    /// The finished project that it goes on from; then the year may be left out.
    #[arg(long)]
    from: Option<PathBuf>,
    /// The years that it is compared with, `2015-2020`; the six years before unless given.
    #[arg(long)]
    baseline: Option<String>,
    /// The company's name.
    #[arg(long)]
    company: Option<String>,
}

/// Writes a project; an existing file is refused.
pub fn run(args: &NewArgs) -> CommandResult {
    let file = args.file.display().to_string();
    if args.file.exists() {
        return Err(Issue::error(message!("cli-file-exists", file = file)));
    }
    let mut project = match &args.from {
        Some(old) => next_year(old, args.year)?,
        None => {
            let year = args.year.unwrap_or_default();
            Project::new("", year, Settings::baseline_before(year))
        }
    };
    let settings = Arc::make_mut(&mut project.settings);
    if let Some(text) = &args.baseline {
        let years = parse_years(text);
        let (first, last) =
            years.ok_or_else(|| Issue::error(message!("cli-bad-baseline", text = text)))?;
        settings.baseline_first = first.min(last);
        settings.baseline_last = first.max(last);
    }
    if let Some(company) = &args.company {
        settings.company.clone_from(company);
    }
    storage::write(&args.file, &project)?;
    Ok(Answer::done(t!("cli-new-done", file = file)))
}

/// The project for a year after that of a finished one.
fn next_year(old: &Path, year: Option<Year>) -> Result<Project, Issue> {
    let figures = Figures::of(&storage::read(old)?);
    let name = old.file_name().unwrap_or_default().to_string_lossy();
    figures.for_new_year(year, &name, &edit_context())
}

/// `2015-2020`, also with an en dash.
fn parse_years(text: &str) -> Option<(Year, Year)> {
    let (first, last) = text.split_once(['-', '–'])?;
    Some((year(first).ok()?, year(last).ok()?))
}
