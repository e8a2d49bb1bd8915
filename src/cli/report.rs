//! `report`: the finished documents.

use std::path::{Path, PathBuf};

use clap::Args;

use super::answer::Answer;
use super::{CommandResult, ProjectArg};
use crate::app;
use crate::calendar::Date;
use crate::checks;
use crate::figures::Figures;
use crate::issue::{Issue, Severity};
use crate::report;
use crate::{message, storage, t};

/// What `report` is given.
#[derive(Debug, Args)]
pub struct ReportArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// The day that stands on the report; without it the project's signing date, else today.
    #[arg(long)]
    date: Option<Date>,
    /// The file to write as PDF.
    #[arg(long)]
    pdf: Option<PathBuf>,
    /// The file to write as a Word document.
    #[arg(long)]
    docx: Option<PathBuf>,
    /// The file to write as an Excel workbook.
    #[arg(long)]
    xlsx: Option<PathBuf>,
}

/// Writes the annual report. What is open is told on standard error and refuses nothing.
pub fn run(args: &ReportArgs) -> CommandResult {
    let project = storage::read(&args.project.file)?;
    let today = app::now().day();
    let date = args.date.or(project.report.signing_date).unwrap_or(today);
    let figures = Figures::of(&project);
    let (report, issues) = report::annual(&figures, date);
    let mut written = Vec::new();
    if let Some(path) = &args.pdf {
        write(path, &report::pdf(&report)?, &mut written)?;
    }
    if let Some(path) = &args.docx {
        write(path, &report::docx(&report)?, &mut written)?;
    }
    if let Some(path) = &args.xlsx {
        write(path, &report::xlsx(&report)?, &mut written)?;
    }
    if written.is_empty() {
        return Err(Issue::error(message!("cli-report-nothing")));
    }
    for issue in &issues {
        eprintln!("{issue}");
    }
    warn_of_findings(&figures, today);
    Ok(Answer::done(written.join("\n")))
}

fn write(path: &Path, bytes: &[u8], written: &mut Vec<String>) -> Result<(), Issue> {
    storage::write_document(path, bytes)?;
    written.push(t!("cli-written", file = path.display().to_string()));
    Ok(())
}

fn warn_of_findings(figures: &Figures, today: Date) {
    let found = checks::all(figures, today).findings;
    let errors = found.iter().filter(|own| own.severity == Severity::Error && own.is_open());
    match errors.count() {
        0 => {}
        count => eprintln!("{}", t!("cli-report-findings", count = count)),
    }
}
