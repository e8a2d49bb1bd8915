//! `compare`: a table as printed elsewhere against our own.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::check::json_said;
use super::{CommandResult, ProjectArg};
use crate::checks::{ComparedTable, Difference, Printed, Sheet, compare};
use crate::figures::Figures;
use crate::issue::Issue;
use crate::words::{self, Message};
use crate::{message, storage, t};

/// What `compare` is given.
#[derive(Debug, Args)]
pub struct CompareArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// The table's name.
    table: String,
    /// The printed table as CSV.
    printed: PathBuf,
    /// For machines.
    #[arg(long)]
    json: bool,
}

/// Prints what differs; a difference is something to look at.
pub fn run(args: &CompareArgs) -> CommandResult {
    let figures = Figures::of(&storage::read(&args.project.file)?);
    let sheet = read(&args.printed)?;
    let printed = Printed::read(&args.table, &sheet, &figures)?;
    let compared = compare(&figures, &printed);
    let text = match args.json {
        true => {
            let all = compared.differences.iter().map(json_difference);
            format!("{:#}", Value::Array(all.collect()))
        }
        false => text(&compared),
    };
    Ok(Answer::with_findings(text, !compared.differences.is_empty()))
}

fn text(compared: &ComparedTable) -> String {
    let mut lines: Vec<String> = compared.differences.iter().map(Difference::text).collect();
    lines.push(t!(
        "cli-compare-sum",
        differences = compared.differences.len(),
        agreed = compared.agreed,
        unknown = compared.unknown,
    ));
    lines.join("\n")
}

fn json_difference(difference: &Difference) -> Value {
    json!({
        "row": difference.row,
        "column": difference.column,
        "own": difference.own.as_ref().map(json_said),
        "printed": json_said(&difference.printed),
        "cause": difference.cause.as_ref().map(Message::text),
    })
}

/// The table in a CSV file, with commas or semicolons.
fn read(path: &Path) -> Result<Sheet, Issue> {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
    let failed =
        |why: String| Issue::error(message!("cli-cannot-read-printed", why = why)).in_file(&name);
    let text = std::fs::read_to_string(path).map_err(|error| failed(words::io_error(&error)))?;
    let text = text.trim_start_matches('\u{feff}');
    let head = text.lines().next().unwrap_or_default();
    let delimiter = if head.matches(';').count() > head.matches(',').count() { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| failed(error.to_string()))?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| failed(error.to_string()))?;
        rows.push(record.iter().map(str::to_owned).collect());
    }
    Ok(Sheet::new(&header.iter().collect::<Vec<_>>(), rows))
}
