//! `changes`: every figure that has changed since a milestone, with its cause; and changed
//! figures as all commands tell of them.

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::{CommandResult, ProjectArg};
use crate::figures::{Change, ChangeCause, Figures, TracedChange, causes_text, groups_text};
use crate::project::{Cell, Project};
use crate::{storage, t};

/// So many changed figures are told one by one to a person; machines get all.
const TOLD: usize = 24;

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
            object["replaced"] = replaced.as_ref().map(|own| own.sha256.as_str()).into();
        }
        ChangeCause::Correction { cell, correction: own } => {
            object["cell"] = cell.as_str().into();
            object["who"] = own.who.as_str().into();
            object["original"] = own.original.as_str().into();
            object["value"] = own.value.as_str().into();
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

/// Changed figures for a person: the first of them one by one, the rest counted by what they are
/// about. Nothing where none has changed.
pub fn told(changes: &[Change]) -> Vec<String> {
    if changes.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![t!("cli-changes-count", count = changes.len())];
    lines.extend(changes.iter().take(TOLD).map(|change| format!("  {}", change.text())));
    if changes.len() > TOLD {
        let groups = groups_text(changes.iter().skip(TOLD));
        lines.push(format!("  {}", t!("changes-rest", groups = groups)));
    }
    lines
}
