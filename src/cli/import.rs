//! `import`: previews and takes one or many sources as one edit, all or nothing.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::changes::{change_lines, json_change};
use super::noticed::{json_note, notes, noticed, with_offer};
use super::said::Said;
use super::{CommandResult, edit_context};
use crate::figures::{Accounts, Change, Figures, changes};
use crate::import::{self, FileRead, FileRequest, Known, Plan, SheetPlan, SheetRead};
use crate::issue::Issue;
use crate::project::{Edit, Project};
use crate::{message, storage, t};

/// What `import` is given.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The project file.
    file: PathBuf,
    /// The exports; none are needed to say what words for priority mean.
    #[arg(required_unless_present = "priority")]
    sources: Vec<PathBuf>,
    #[command(flatten)]
    said: Said,
    /// Lets rows go that the exports no longer have.
    #[arg(long)]
    allow_gone: bool,
    /// Shows what would change, and changes nothing.
    #[arg(long)]
    dry_run: bool,
    /// For machines.
    #[arg(long)]
    json: bool,
}

/// Reads, plans, and unless it is a dry run takes the sources in.
pub fn run(args: &ImportArgs) -> CommandResult {
    let project = storage::read(&args.file)?;
    if args.sources.is_empty() {
        return explain_priorities(args, &project);
    }
    let options = args.said.of(&args.sources)?;
    let requests: Vec<FileRequest> = args
        .sources
        .iter()
        .zip(options)
        .map(|(path, options)| FileRequest { path: path.clone(), options })
        .collect();
    let known = Known::of(&project).with_statements(Accounts::statement_lines);
    let files = import::read_files(&requests, &known, &|_| true).unwrap_or_default();
    let sheets = all_or_nothing(&files)?;
    let plan = import::plan(&project, &sheets);
    refuse_open_questions(&sheets, &plan)?;
    if !args.allow_gone {
        refuse_gone(&plan)?;
    }
    let changed = match plan.has_changes() {
        true => changed_figures(&project, &plan),
        false => Vec::new(),
    };
    let applied = plan.apply(&edit_context());
    if let (Some((after, _)), false) = (&applied, args.dry_run) {
        storage::write(&args.file, after)?;
    }
    let noticed: Vec<Issue> = noticed(&files, &plan).collect();
    for note in noticed.iter().filter(|_| !args.json) {
        eprintln!("{note}");
    }
    let has_rejects = sheets.iter().any(|sheet| !sheet.rejects.is_empty());
    let text = if args.json {
        let sources = sheets.iter().zip(&plan.sheets).map(|(sheet, plan)| json_sheet(sheet, plan));
        let figures = changed.iter().map(json_change);
        let answer = json!({
            "sources": sources.collect::<Vec<_>>(),
            "figures": figures.collect::<Vec<_>>(),
            "notes": noticed.iter().map(json_note).collect::<Vec<_>>(),
        });
        format!("{answer:#}")
    } else {
        let what = match &applied {
            Some((_, what)) => what.clone(),
            None => plan.nothing_new(&sheets),
        };
        let lines = sheets.iter().zip(&plan.sheets).map(|(sheet, plan)| text_sheet(sheet, plan));
        let end = if args.dry_run { t!("cli-dry-run") } else { what };
        lines.chain(change_lines(&changed)).chain([end]).collect::<Vec<_>>().join("\n")
    };
    Ok(Answer::with_findings(text, has_rejects))
}

/// Says what words for priority mean, without a file.
fn explain_priorities(args: &ImportArgs, project: &Project) -> CommandResult {
    let (system, answers) = args.said.of_priorities()?;
    let edit = Edit::ExplainPriorities { system, answers };
    let Some((after, what)) = project.edited(&edit, &edit_context())? else {
        return Ok(Answer::done(t!("cli-priorities-known")));
    };
    let before = Figures::of(project);
    let changed = changes(&before, &before.updated(&after));
    if !args.dry_run {
        storage::write(&args.file, &after)?;
    }
    Ok(Answer::done(match args.json {
        true => {
            let figures: Vec<Value> = changed.iter().map(json_change).collect();
            format!("{:#}", json!({ "sources": [], "figures": figures, "notes": [] }))
        }
        false => {
            let end = if args.dry_run { t!("cli-dry-run") } else { what };
            change_lines(&changed).into_iter().chain([end]).collect::<Vec<_>>().join("\n")
        }
    }))
}

/// Every figure that the import prints otherwise.
fn changed_figures(project: &Project, plan: &Plan) -> Vec<Change> {
    let before = Figures::of(project);
    let after = before.updated(plan.after());
    changes(&before, &after)
}

/// The sheets of all files, or the first file's reason why it cannot be read.
fn all_or_nothing(files: &[FileRead]) -> Result<Vec<&SheetRead>, Issue> {
    let mut sheets = Vec::new();
    for file in files {
        sheets.extend(file.outcome.as_ref().map_err(with_option)?);
    }
    Ok(sheets)
}

/// The reason, and the options that would help where the content is not recognised.
fn with_option(issue: &Issue) -> Issue {
    let why = issue.message.text();
    let arg = |name: &str| issue.message.text_of(name).unwrap_or_default();
    let message = match issue.message.key {
        "import-unknown-content" => message!("cli-unknown-content", why = why),
        "import-looks-like" => {
            message!("cli-looks-like", why = why, kind = arg("id"), field = arg("field"))
        }
        "import-may-be" => message!("cli-may-be", why = why, kind = arg("id")),
        "import-first-row-is-data" => message!("cli-first-row-is-data", why = why),
        "import-no-headings-no-kind" => message!("cli-no-headings-no-kind", why = why),
        _ => return with_offer(issue.clone()),
    };
    Issue { message, ..issue.clone() }
}

fn refuse_open_questions(sheets: &[&SheetRead], plan: &Plan) -> Result<(), Issue> {
    let Some((at, question)) = plan.questions.first() else { return Ok(()) };
    let (asked, option) = (question.asks.text(), question.option());
    let asks_one =
        sheets.get(*at).filter(|sheet| sheets.iter().any(|other| other.file != sheet.file));
    let message = match asks_one {
        Some(sheet) => message!(
            "cli-question-of-file",
            question = asked,
            option = option,
            file = sheet.file.as_str(),
        ),
        None => message!("cli-question", question = asked, option = option),
    };
    let mut issue = Issue::error(message);
    if let Some(sheet) = sheets.get(*at) {
        issue = issue.in_file(&sheet.file);
        issue.place.sheet = Some(sheet.sheet.clone()).filter(|name| !name.is_empty());
    }
    Err(issue)
}

fn refuse_gone(plan: &Plan) -> Result<(), Issue> {
    let gone = plan.sheets.iter().filter(|sheet| sheet.has_many_gone);
    match gone.map(|sheet| (sheet.gone, sheet.known)).next() {
        Some((gone, known)) => Err(Issue::error(message!("cli-gone", gone = gone, known = known))),
        None => Ok(()),
    }
}

fn json_sheet(sheet: &SheetRead, plan: &SheetPlan) -> Value {
    let rejects = sheet.rejects.iter().map(|reject| {
        json!({ "cell": reject.cell, "value": reject.value, "cause": reject.cause.text() })
    });
    json!({
        "file": sheet.file,
        "sheet": sheet.sheet,
        "kind": sheet.kind().id(),
        "period": sheet.period.map(|span| format!("{}..{}", span.first, span.last)),
        "read": sheet.read,
        "accepted": sheet.accepted(),
        "rejected": sheet.rejects.len(),
        "skipped": sheet.skipped_count(),
        "new": plan.new,
        "changed": plan.changed,
        "gone": plan.gone,
        "unchanged": plan.unchanged,
        "rejects": rejects.collect::<Vec<_>>(),
        "skips": sheet.skipped_by_reason().iter().map(|(reason, count)| {
            json!({ "cause": reason.counted(*count), "count": count })
        }).collect::<Vec<_>>(),
        "notes": notes(sheet, plan).map(|note| note.message.text()).collect::<Vec<_>>(),
    })
}

fn text_sheet(sheet: &SheetRead, plan: &SheetPlan) -> String {
    let place = if sheet.sheet.is_empty() {
        sheet.file.clone()
    } else {
        format!("{}, {}", sheet.file, sheet.sheet)
    };
    let mut lines = vec![t!(
        "cli-import-sheet",
        place = place,
        kind = t!(sheet.kind().word_key()),
        read = sheet.read,
        accepted = sheet.accepted(),
        rejected = sheet.rejects.len(),
        skipped = sheet.skipped_count(),
        new = plan.new,
        changed = plan.changed,
        gone = plan.gone,
        unchanged = plan.unchanged,
    )];
    let skipped = sheet.skipped_by_reason();
    if !skipped.is_empty() {
        let reasons: Vec<String> =
            skipped.iter().map(|(reason, count)| reason.counted(*count)).collect();
        lines.push(t!("cli-import-skipped", reasons = reasons.join(", ")));
    }
    lines.extend(sheet.rejects.iter().map(|reject| {
        t!(
            "cli-import-reject",
            cell = reject.cell.as_str(),
            value = reject.value.as_str(),
            cause = reject.cause.text(),
        )
    }));
    lines.join("\n")
}
