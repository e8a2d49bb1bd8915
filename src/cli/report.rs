//! `report`: the finished documents.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::answer::Answer;
use super::{CommandResult, ProjectArg};
use crate::app;
use crate::calendar::{Date, Quarter};
use crate::checks::{self, Checked};
use crate::figures::Figures;
use crate::issue::{Issue, Severity};
use crate::report::{self, PdfWriter, Report, ReportKind};
use crate::{message, storage, t};

/// What `report` is given.
#[derive(Debug, Args)]
pub struct ReportArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// Which report.
    #[arg(long, value_enum, default_value_t = Kind::Annual)]
    kind: Kind,
    /// The quarter that it is about, 1 to 4.
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=4))]
    quarter: Option<u8>,
    /// The customer that it is about, by a name that the register knows.
    #[arg(long)]
    customer: Option<String>,
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
    /// The folder for all of them; of the annual report the signing pack.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// The kinds of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// On the year.
    Annual,
    /// On a quarter.
    Quarter,
    /// On a customer's quarter.
    Municipality,
}

/// Writes reports. Open issues go to standard error and stop nothing.
pub fn run(args: &ReportArgs) -> CommandResult {
    let kind = asked(args)?;
    let project = storage::read(&args.project.file)?;
    let today = app::now().day();
    let date = args.date.unwrap_or(project.report.dated(today));
    let figures = Figures::of(&project);
    // Of the same project and day a pack is the same; its checks are those of that day.
    let checked = checks::all(&figures, if args.out.is_some() { date } else { today });
    // Everything is made before anything is written.
    let reports = kind.make(&figures, date)?;
    let mut writer = PdfWriter::new();
    let mut files = Vec::new();
    for made in &reports {
        files.extend(named(args, &mut writer, &made.report)?);
        if let Some(folder) = &args.out {
            let made_files = made.files(&mut writer, &figures, &checked)?.into_iter();
            files.extend(made_files.map(|file| (folder.join(file.name), file.bytes)));
        }
    }
    if let Some(folder) = &args.out {
        storage::make_folder(folder)?;
    }
    storage::write_documents(&files)?;
    let names = files.iter().map(|(path, _)| path.display().to_string());
    let written: Vec<String> = names.map(|file| t!("cli-written", file = file)).collect();
    for fault in reports.iter().flat_map(|made| &made.faults) {
        eprintln!("{fault}");
    }
    warn_of_findings(&checked);
    Ok(Answer::done(written.join("\n")))
}

/// The report that the arguments ask for.
///
/// # Errors
/// When they do not go together, or say nowhere to write.
fn asked(args: &ReportArgs) -> Result<ReportKind, Issue> {
    let refused = |cause| Err(Issue::error(cause));
    let names_file = args.pdf.is_some() || args.docx.is_some() || args.xlsx.is_some();
    if !names_file && args.out.is_none() {
        return refused(message!("cli-report-nothing"));
    }
    if args.customer.is_some() && args.kind != Kind::Municipality {
        return refused(message!("cli-report-customer-unwanted"));
    }
    let quarter = args.quarter.and_then(Quarter::from_number);
    match (args.kind, quarter, args.customer.clone()) {
        (Kind::Annual, None, _) => Ok(ReportKind::Annual),
        (Kind::Annual, Some(_), _) => refused(message!("cli-report-quarter-unwanted")),
        (_, None, _) => refused(message!("cli-report-quarter-missing")),
        (Kind::Quarter, Some(quarter), _) => Ok(ReportKind::Quarter(quarter)),
        (Kind::Municipality, Some(quarter), Some(name)) => Ok(ReportKind::Customer(quarter, name)),
        (Kind::Municipality, Some(quarter), None) if !names_file => {
            Ok(ReportKind::EveryCustomer(quarter))
        }
        (Kind::Municipality, Some(_), None) => refused(message!("cli-report-customer-missing")),
    }
}

/// A report in the files that the arguments name.
fn named(
    args: &ReportArgs,
    writer: &mut PdfWriter,
    report: &Report,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Issue> {
    let mut files = Vec::new();
    let pages = writer.pages(report);
    if let Some(path) = &args.pdf {
        let pages = pages.as_ref().map_err(Issue::clone)?;
        files.push((path.clone(), pages.pdf()?));
    }
    if let Some(path) = &args.docx {
        files.push((path.clone(), report::docx(report, pages.as_ref().ok())?));
    }
    if let Some(path) = &args.xlsx {
        files.push((path.clone(), report::xlsx(report)?));
    }
    Ok(files)
}

fn warn_of_findings(checked: &Checked) {
    match checked.open(Severity::Error) {
        0 => {}
        count => eprintln!("{}", t!("cli-report-findings", count = count)),
    }
}
