//! `milestone` and `milestones`: states of the project with a name.

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::{CommandResult, ProjectArg, edit_context};
use crate::figures::Figures;
use crate::project::{Cell, Edit, Milestone};
use crate::{storage, t};

/// What `milestone` is given.
#[derive(Debug, Args)]
pub struct MilestoneArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// The milestone's name: `til styret 12.4.`.
    #[arg(long)]
    name: String,
    /// The name that the milestone is to have instead.
    #[arg(long, value_name = "NAME")]
    rename: Option<String>,
    /// Takes the milestone away.
    #[arg(long, conflicts_with = "rename")]
    remove: bool,
    /// For machines.
    #[arg(long)]
    json: bool,
}

/// What `milestones` is given.
#[derive(Debug, Args)]
pub struct MilestonesArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// For machines.
    #[arg(long)]
    json: bool,
}

/// Makes a milestone, or renames or removes one, and saves the project.
pub fn run_one(args: &MilestoneArgs) -> CommandResult {
    let project = storage::read(&args.project.file)?;
    let name = args.name.clone();
    let edit = match (&args.rename, args.remove) {
        (Some(to), _) => Edit::RenameMilestone { from: name.clone(), to: to.clone() },
        (None, true) => Edit::RemoveMilestone { name: name.clone() },
        (None, false) => {
            let figures = Figures::of(&project).printed();
            Edit::MakeMilestone { name: name.clone(), figures }
        }
    };
    let Some((after, what)) = project.edited(&edit, &edit_context())? else {
        return Ok(Answer::done(t!("notice-nothing-new")));
    };
    storage::write(&args.project.file, &after)?;
    let shown = after.milestone(args.rename.as_deref().unwrap_or(&name)).ok();
    Ok(Answer::done(match args.json {
        true => format!("{:#}", shown.map_or(Value::Null, json_milestone)),
        false => what,
    }))
}

/// Prints the milestones, the latest first.
pub fn run_all(args: &MilestonesArgs) -> CommandResult {
    let project = storage::read(&args.project.file)?;
    let latest_first = project.milestones.iter().rev();
    let text = match args.json {
        true => format!("{:#}", Value::Array(latest_first.map(json_milestone).collect())),
        false if project.milestones.is_empty() => t!("milestones-none"),
        false => latest_first.map(text_milestone).collect::<Vec<_>>().join("\n"),
    };
    Ok(Answer::done(text))
}

fn text_milestone(milestone: &Milestone) -> String {
    t!(
        "cli-milestone",
        name = milestone.name.as_str(),
        when = Cell::Minute(milestone.when).edit_text(),
        who = milestone.who.as_str(),
        figures = milestone.figures.len(),
        sources = milestone.sources.len(),
    )
}

fn json_milestone(milestone: &Milestone) -> Value {
    json!({
        "name": milestone.name,
        "when": Cell::Minute(milestone.when).machine_text(),
        "who": milestone.who,
        "figures": milestone.figures.len(),
        "sources": milestone.sources.len(),
    })
}
