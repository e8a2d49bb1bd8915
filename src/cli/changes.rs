//! `changes`: every figure that has changed since a milestone, with its cause; and changed
//! figures as all commands tell of them.

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::{CommandResult, ProjectArg};
use crate::figures::{Change, ChangeCause, Figures, TracedChange, causes_text, groups_text};
use crate::project::{Cell, Project};
use crate::{storage, t};

/// How many changed figures a person sees one by one; machines get all.
const LISTED: usize = 24;

/// What `changes` is given.
#[derive(Debug, Args)]
pub struct ChangesArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// The milestone that is held against the project as it is.
    #[arg(long, value_name = "NAME")]
    since: String,
    /// Another milestone, instead of the project as it is.
    #[arg(long, value_name = "NAME")]
    until: Option<String>,
    /// For machines.
    #[arg(long)]
    json: bool,
}

/// Prints what has changed.
pub fn run(args: &ChangesArgs) -> CommandResult {
    let figures = Figures::of(&storage::read(&args.project.file)?);
    let project: &Project = figures.project();
    let since = project.milestone(&args.since)?;
    let until = args.until.as_deref().map(|name| project.milestone(name)).transpose()?;
    let traced = figures.changes_since(since, until);
    let text = match args.json {
        true => format!("{:#}", Value::Array(traced.iter().map(json_traced).collect())),
        false => text(&traced),
    };
    Ok(Answer::done(text))
}

fn text(traced: &[TracedChange]) -> String {
    let mut lines = vec![t!("cli-changes-count", count = traced.len())];
    for TracedChange { change, causes } in traced {
        lines.push(format!("  {}", change.text()));
        lines.push(format!("      {}", causes_text(causes)));
    }
    lines.join("\n")
}

fn json_traced(traced: &TracedChange) -> Value {
    let mut object = json_change(&traced.change);
    object["causes"] = traced.causes.iter().map(json_cause).collect();
    object
}

fn json_cause(cause: &ChangeCause) -> Value {
    let mut object = json!({
        "kind": cause.id(),
        "text": cause.text(),
        "when": Cell::Minute(cause.when()).machine_text(),
    });
    match cause {
        ChangeCause::Import { source, replaced } => {
            object["file"] = source.file.as_str().into();
            object["sheet"] = source.sheet.as_str().into();
            object["sha256"] = source.sha256.as_str().into();
            object["replaced"] = replaced.as_ref().map(|source| source.sha256.as_str()).into();
        }
        ChangeCause::Correction { cell, correction } => {
            object["cell"] = cell.as_str().into();
            object["who"] = correction.who.as_str().into();
            object["original"] = correction.original.as_str().into();
            object["value"] = correction.value.as_str().into();
        }
        ChangeCause::Edit(entry) => object["who"] = entry.who.as_str().into(),
    }
    object
}

/// A changed figure for machines: `null` stands for a gap.
pub fn json_change(change: &Change) -> Value {
    json!({
        "key": change.key,
        "label": change.label,
        "group": change.group.id(),
        "before": change.before,
        "after": change.after,
    })
}

/// The lines that list changed figures for a person: the first of them one by one, the rest
/// counted by subject. No lines where no figure has changed.
pub fn change_lines(changes: &[Change]) -> Vec<String> {
    if changes.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![t!("cli-changes-count", count = changes.len())];
    lines.extend(changes.iter().take(LISTED).map(|change| format!("  {}", change.text())));
    if changes.len() > LISTED {
        let groups = groups_text(changes.iter().skip(LISTED));
        lines.push(format!("  {}", t!("changes-rest", groups = groups)));
    }
    lines
}
