//! `new`: an empty project.

use std::path::PathBuf;

use clap::Args;

use super::answer::Answer;
use super::{CommandResult, year};
use crate::calendar::Year;
use crate::issue::Issue;
use crate::project::{Project, Settings};
use crate::{message, storage, t};

/// What `new` is given.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The project file to write.
    file: PathBuf,
    /// The year that it reports on.
    #[arg(long, value_parser = year)]
    year: Year,
    /// The years that it is compared with, `2015-2020`; the six years before unless given.
    #[arg(long)]
    baseline: Option<String>,
    /// The company's name.
    #[arg(long, default_value = "")]
    company: String,
}

/// Writes an empty project; an existing file is refused.
pub fn run(args: &NewArgs) -> CommandResult {
    let file = args.file.display().to_string();
    if args.file.exists() {
        return Err(Issue::error(message!("cli-file-exists", file = file)));
    }
    let baseline = match &args.baseline {
        Some(text) => parse_years(text)
            .ok_or_else(|| Issue::error(message!("cli-bad-baseline", text = text)))?,
        None => Settings::baseline_before(args.year),
    };
    let project = Project::new(&args.company, args.year, baseline);
    storage::write(&args.file, &project)?;
    Ok(Answer::done(t!("cli-new-done", file = file)))
}

/// `2015-2020`, also with an en dash.
fn parse_years(text: &str) -> Option<(Year, Year)> {
    let (first, last) = text.split_once(['-', '–'])?;
    Some((year(first).ok()?, year(last).ok()?))
}
