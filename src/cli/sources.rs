//! `sources`: what was imported, and the way to take one source out again.

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::changes::{change_lines, json_change};
use super::{CommandResult, ProjectArg, edit_context};
use crate::figures::{Figures, changes};
use crate::project::{Cell, Edit, Project, Source, SourceId};
use crate::{storage, t};

/// What `sources` is given.
#[derive(Debug, Args)]
pub struct SourcesArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// Takes that source out, with all that it brought.
    #[arg(long, value_name = "ID")]
    remove: Option<u32>,
    /// Shows what would change, and changes nothing.
    #[arg(long, requires = "remove")]
    dry_run: bool,
    /// For machines.
    #[arg(long)]
    json: bool,
}

/// Lists the sources, or takes one out and saves the project.
pub fn run(args: &SourcesArgs) -> CommandResult {
    let project = storage::read(&args.project.file)?;
    match args.remove {
        Some(id) => remove(args, &project, SourceId(id)),
        None => Ok(list(args, &project)),
    }
}

fn list(args: &SourcesArgs, project: &Project) -> Answer {
    let sources = project.sources.iter();
    Answer::done(match args.json {
        true => {
            let sources = sources.map(|source| json_source(project, source));
            format!("{:#}", Value::Array(sources.collect()))
        }
        false => {
            let lines: Vec<String> = sources.map(|source| text_source(project, source)).collect();
            lines.join("\n")
        }
    })
}

fn remove(args: &SourcesArgs, project: &Project, source: SourceId) -> CommandResult {
    let edit = Edit::RemoveSource { source };
    let Some((after, what)) = project.edited(&edit, &edit_context())? else {
        return Ok(Answer::done(t!("notice-nothing-new")));
    };
    let before = Figures::of(project);
    let changed = changes(&before, &before.updated(&after));
    if !args.dry_run {
        storage::write(&args.project.file, &after)?;
    }
    Ok(Answer::done(match args.json {
        true => {
            let figures: Vec<Value> = changed.iter().map(json_change).collect();
            format!("{:#}", json!({ "figures": figures }))
        }
        false => {
            let end = if args.dry_run { t!("cli-dry-run") } else { what };
            change_lines(&changed).into_iter().chain([end]).collect::<Vec<_>>().join("\n")
        }
    }))
}

fn text_source(project: &Project, source: &Source) -> String {
    let place = match source.sheet.is_empty() {
        true => source.file.clone(),
        false => format!("{}, {}", source.file, source.sheet),
    };
    t!(
        "cli-source",
        id = source.id.0.to_string(),
        place = place,
        kind = t!(source.stream.kind.word_key()),
        period = source.period.map_or_else(
            || t!("cli-source-without-period"),
            |span| format!("{}..{}", span.first, span.last),
        ),
        rows = project.rows_of(source.id),
        when = Cell::Minute(source.imported).edit_text(),
    )
}

fn json_source(project: &Project, source: &Source) -> Value {
    json!({
        "id": source.id.0,
        "file": source.file,
        "sheet": source.sheet,
        "sha256": source.sha256,
        "kind": source.stream.kind.id(),
        "system": source.stream.system,
        "selection": source.stream.selection,
        "company": source.company,
        "period": source.period.map(|span| format!("{}..{}", span.first, span.last)),
        "read": source.read,
        "accepted": source.accepted,
        "rejected": source.rejected,
        "skipped": source.skipped,
        "rows": project.rows_of(source.id),
        "imported": Cell::Minute(source.imported).machine_text(),
        "imported_by": source.imported_by,
    })
}
