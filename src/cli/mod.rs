//! The same work without a window, for scripts and tests. What it prints is a contract.

mod answer;
mod changes;
mod chart;
mod check;
mod check_text;
mod compare;
mod figures;
mod import;
mod milestones;
mod new;
mod noticed;
mod parse;
mod report;
mod said;
mod sources;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::app;
use crate::calendar::{YEARS, Year};
use crate::issue::Issue;
use crate::project::EditContext;
use crate::storage::UserSettings;
use crate::t;
use crate::ui::Renderer;
use answer::Answer;
pub use parse::{command, parse};

/// What was asked for on the command line.
#[derive(Debug, Parser)]
#[command(
    name = "arsmelding",
    version,
    disable_help_subcommand = true,
    args_conflicts_with_subcommands = true
)]
pub struct CommandLine {
    /// A command; without one the window opens.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The project file to open in the window.
    pub file: Option<PathBuf>,
    /// How the window draws.
    #[arg(long, value_enum)]
    pub renderer: Option<Renderer>,
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// A new project.
    New(new::NewArgs),
    /// Previews and takes sources as one edit.
    Import(Box<import::ImportArgs>),
    /// One table.
    Table(table::TableArgs),
    /// All figures.
    Figures(figures::FiguresArgs),
    /// One figure, with where it comes from.
    Figure(figures::FigureArgs),
    /// The checks.
    Check(check::CheckArgs),
    /// A printed table against our own.
    Compare(compare::CompareArgs),
    /// The numbers of a text against the figures.
    CheckText(check_text::CheckTextArgs),
    /// The finished documents.
    Report(report::ReportArgs),
    /// One chart.
    Chart(chart::ChartArgs),
    /// Names the state of the project, or renames or removes a milestone.
    Milestone(milestones::MilestoneArgs),
    /// The milestones.
    Milestones(milestones::MilestonesArgs),
    /// What was imported; takes a source out again.
    Sources(sources::SourcesArgs),
    /// What has changed since a milestone, and why.
    Changes(changes::ChangesArgs),
}

/// The project file of a command.
#[derive(Debug, Args)]
struct ProjectArg {
    /// The project file.
    file: PathBuf,
}

/// Runs a command, prints its answer, and says how it went: 0 done, 1 done with findings, 2 not
/// done.
pub fn run(command: &Command) -> ExitCode {
    let answer = match command {
        Command::New(args) => new::run(args),
        Command::Import(args) => import::run(args),
        Command::Table(args) => table::run(args),
        Command::Figures(args) => figures::run_all(args),
        Command::Figure(args) => figures::run_one(args),
        Command::Check(args) => check::run(args),
        Command::Compare(args) => compare::run(args),
        Command::CheckText(args) => check_text::run(args),
        Command::Report(args) => report::run(args),
        Command::Chart(args) => chart::run(args),
        Command::Milestone(args) => milestones::run_one(args),
        Command::Milestones(args) => milestones::run_all(args),
        Command::Sources(args) => sources::run(args),
        Command::Changes(args) => changes::run(args),
    };
    match answer {
        Ok(answer) => answer.print(),
        Err(issue) => {
            eprintln!("{issue}");
            ExitCode::from(answer::NOT_DONE)
        }
    }
}

/// A year that the program works with.
fn year(text: &str) -> Result<Year, String> {
    let year = text.trim().parse().ok().filter(|year| YEARS.contains(year));
    year.ok_or_else(|| t!("cell-not-a-year"))
}

/// What a command answers, or why it was not done.
type CommandResult = Result<Answer, Issue>;

/// Who works and when, for the project's log.
fn edit_context() -> EditContext {
    let user = UserSettings::default_path().map(|path| UserSettings::read(&path));
    EditContext { who: user.unwrap_or_default().who(), now: app::now() }
}
