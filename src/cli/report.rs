//! `report`: the finished documents.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::answer::Answer;
use super::{CommandResult, ProjectArg};
use crate::app;
use crate::calendar::{Date, Quarter};
use crate::checks::{self, Checked};
use crate::figures::{CustomerQuarter, Figures, ascii_slug};
use crate::issue::{Issue, Severity};
use crate::report::{self, File, PdfWriter, Report};
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

/// Writes reports. What is open is told on standard error and refuses nothing.
pub fn run(args: &ReportArgs) -> CommandResult {
    let asked = Asked::of(args)?;
    let project = storage::read(&args.project.file)?;
    let today = app::now().day();
    let date = args.date.unwrap_or(project.report.dated(today));
    let figures = Figures::of(&project);
    // Of the same project and day a pack is the same; its checks are those of that day.
    let checked = checks::all(&figures, if args.out.is_some() { date } else { today });
    let made = asked.make(args, &figures, &checked, date)?;
    if let Some(folder) = &args.out {
        storage::make_folder(folder)?;
    }
    storage::write_documents(&made.files)?;
    let names = made.files.iter().map(|(path, _)| path.display().to_string());
    let written: Vec<String> = names.map(|file| t!("cli-written", file = file)).collect();
    for issue in &made.issues {
        eprintln!("{issue}");
    }
    warn_of_findings(&checked);
    Ok(Answer::done(written.join("\n")))
}

/// Which report was asked for, with all that it needs.
enum Asked<'a> {
    Annual,
    Quarter(Quarter),
    Customer(Quarter, &'a str),
    EveryCustomer(Quarter),
}

impl<'a> Asked<'a> {
    /// # Errors
    /// When the arguments do not go together, or say nowhere to write.
    fn of(args: &'a ReportArgs) -> Result<Self, Issue> {
        let refused = |cause| Err(Issue::error(cause));
        let names_file = args.pdf.is_some() || args.docx.is_some() || args.xlsx.is_some();
        if !names_file && args.out.is_none() {
            return refused(message!("cli-report-nothing"));
        }
        if args.customer.is_some() && args.kind != Kind::Municipality {
            return refused(message!("cli-report-customer-unwanted"));
        }
        let quarter = args.quarter.and_then(Quarter::from_number);
        match (args.kind, quarter, args.customer.as_deref()) {
            (Kind::Annual, None, _) => Ok(Self::Annual),
            (Kind::Annual, Some(_), _) => refused(message!("cli-report-quarter-unwanted")),
            (_, None, _) => refused(message!("cli-report-quarter-missing")),
            (Kind::Quarter, Some(quarter), _) => Ok(Self::Quarter(quarter)),
            (Kind::Municipality, Some(quarter), Some(name)) => Ok(Self::Customer(quarter, name)),
            (Kind::Municipality, Some(quarter), None) if !names_file => {
                Ok(Self::EveryCustomer(quarter))
            }
            (Kind::Municipality, Some(_), None) => refused(message!("cli-report-customer-missing")),
        }
    }

    /// Makes everything before anything is written.
    fn make(
        &self,
        args: &ReportArgs,
        figures: &Figures,
        checked: &Checked,
        date: Date,
    ) -> Result<Made, Issue> {
        let mut maker = Maker { args, writer: PdfWriter::new(), made: Made::default() };
        let year = figures.report_year().to_string();
        match self {
            Self::Annual => {
                let (report, issues) = report::annual(figures, date);
                maker.named(&report, issues)?;
                if args.out.is_some() {
                    let pack = report::signing_pack(&mut maker.writer, figures, &report, checked)?;
                    maker.in_folder(pack);
                }
            }
            Self::Quarter(quarter) => {
                let made = report::quarterly(figures, *quarter, date)?;
                let number = quarter.number().to_string();
                maker.all(made, &t!("report-file-quarter", year = year, quarter = number))?;
            }
            Self::Customer(quarter, name) => {
                let of = CustomerQuarter::of(figures, name, *quarter);
                let of = of.ok_or_else(|| {
                    Issue::error(message!("cli-report-customer-unknown", customer = *name))
                })?;
                maker.all(report::customer_report(&of, date)?, &customer_stem(&of))?;
            }
            Self::EveryCustomer(quarter) => {
                let reports = report::customer_reports(figures, *quarter);
                for (at, of) in reports.iter().enumerate() {
                    let stem = customer_stem(of);
                    // Names that differ in signs only are told apart by their place.
                    let is_taken = reports[..at].iter().any(|own| customer_stem(own) == stem);
                    let stem = if is_taken { format!("{stem}-{}", at + 1) } else { stem };
                    maker.all(report::customer_report(of, date)?, &stem)?;
                }
                if reports.is_empty() {
                    let cause = message!(
                        "cli-report-no-customers",
                        quarter = quarter.number().to_string(),
                        year = year
                    );
                    return Err(Issue::error(cause));
                }
            }
        }
        Ok(maker.made)
    }
}

/// What is to be written, and what is off in it.
#[derive(Default)]
struct Made {
    files: Vec<(PathBuf, Vec<u8>)>,
    issues: Vec<Issue>,
}

/// Sets reports as the arguments ask.
struct Maker<'a> {
    args: &'a ReportArgs,
    writer: PdfWriter,
    made: Made,
}

impl Maker<'_> {
    /// A report in the files that the arguments name, and in the folder under `stem`.
    fn all(&mut self, made: (Report, Vec<Issue>), stem: &str) -> Result<(), Issue> {
        let (report, issues) = made;
        self.named(&report, issues)?;
        if self.args.out.is_some() {
            let files = report::documents(&mut self.writer, &report, stem)?;
            self.in_folder(files);
        }
        Ok(())
    }

    /// A report in the files that the arguments name.
    fn named(&mut self, report: &Report, issues: Vec<Issue>) -> Result<(), Issue> {
        let ReportArgs { pdf, docx, xlsx, .. } = self.args;
        self.made.issues.extend(issues);
        if let Some(path) = pdf {
            self.made.files.push((path.clone(), self.writer.pdf(report)?));
        }
        if let Some(path) = docx {
            self.made.files.push((path.clone(), report::docx(report)?));
        }
        if let Some(path) = xlsx {
            self.made.files.push((path.clone(), report::xlsx(report)?));
        }
        Ok(())
    }

    /// Files for the folder, if one was named.
    fn in_folder(&mut self, files: Vec<File>) {
        if let Some(folder) = &self.args.out {
            let placed = files.into_iter().map(|file| (folder.join(file.name), file.bytes));
            self.made.files.extend(placed);
        }
    }
}

/// "hamar-2021-2".
fn customer_stem(of: &CustomerQuarter<'_>) -> String {
    let (year, quarter) = (of.figures.report_year(), of.quarter.number());
    format!("{}-{year}-{quarter}", ascii_slug(&of.customer().name))
}

fn warn_of_findings(checked: &Checked) {
    match checked.open(Severity::Error) {
        0 => {}
        count => eprintln!("{}", t!("cli-report-findings", count = count)),
    }
}
