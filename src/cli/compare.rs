//! `compare`: a table as printed elsewhere against our own.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::check::json_said;
use super::{CommandResult, ProjectArg, edit_context};
use crate::checks::{ComparedTable, Difference, Printed, compare, kept_table, understand_file};
use crate::figures::Figures;
use crate::issue::Issue;
use crate::project::Edit;
use crate::words::Message;
use crate::{import, message, storage, t};

/// What `compare` is given.
#[derive(Debug, Args)]
pub struct CompareArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// The table's name.
    table: String,
    /// The printed table: CSV, a spreadsheet, or a text as it was pasted from a PDF.
    printed: PathBuf,
    /// Keeps it in the project under this title.
    #[arg(long, value_name = "TITLE")]
    keep: Option<String>,
    /// For machines.
    #[arg(long)]
    json: bool,
}

/// Prints what differs; a difference is something to look at.
pub fn run(args: &CompareArgs) -> CommandResult {
    let project = storage::read(&args.project.file)?;
    let figures = Figures::of(&project);
    let file = import::read_table_file(&args.printed)
        .map_err(|issue| Issue { message: unreadable(&issue), ..issue })?;
    let table = args.table.replace('§', "par").replace(' ', "");
    let understood = understand_file(&table, &file, &figures);
    let printed = Printed::read(&table, &understood.sheet, &figures)?;
    let compared = compare(&figures, &printed);
    if let Some(title) = &args.keep {
        let kept = kept_table(&table, title, &understood, Some(file.file));
        let edit = Edit::KeepPrinted(kept);
        if let Some((after, _)) = project.edited(&edit, &edit_context())? {
            storage::write(&args.project.file, &after)?;
        }
    }
    let text = match args.json {
        true => {
            let all = compared.differences.iter().map(json_difference);
            format!("{:#}", Value::Array(all.collect()))
        }
        false => text(&compared),
    };
    Ok(Answer::with_findings(text, !compared.differences.is_empty()))
}

fn unreadable(issue: &Issue) -> Message {
    message!("cli-cannot-read-printed", why = issue.message.text())
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
        "own": difference.expected.as_ref().map(json_said),
        "printed": json_said(&difference.printed),
        "cause": difference.cause.as_ref().map(Message::text),
    })
}
