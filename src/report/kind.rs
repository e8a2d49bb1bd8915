//! Reports as one asks for them: one, or one for every customer, with the names of their files.

use super::block::Report;
use super::fault::Fault;
use super::pack::{File, documents, signing_pack};
use super::{PdfWriter, annual, customer_report, customer_reports, quarterly};
use crate::calendar::{Date, Quarter};
use crate::checks::Checked;
use crate::figures::{CustomerQuarter, Figures, ascii_slug};
use crate::issue::Issue;
use crate::{message, t};

/// Which report, or which batch of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportKind {
    /// On the report year.
    Annual,
    /// To the board, on a quarter.
    Quarter(Quarter),
    /// To one customer on its quarter, by a name that the register knows.
    Customer(Quarter, String),
    /// To every customer of whose quarter something is known.
    EveryCustomer(Quarter),
}

/// A report that is ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct MadeReport {
    /// What its files are called, without their endings.
    pub stem: String,
    /// The report.
    pub report: Report,
    /// What is off in its texts.
    pub faults: Vec<Fault>,
    /// Whether a folder with it is a signing pack.
    has_pack: bool,
}

impl ReportKind {
    /// The reports, dated `date`.
    ///
    /// # Errors
    /// When the register knows no such customer, or the sources tell nothing of the quarter.
    pub fn make(&self, figures: &Figures, date: Date) -> Result<Vec<MadeReport>, Issue> {
        // A single report is called as its folder.
        let stem = self.folder_name(figures);
        match self {
            Self::Annual => Ok(vec![MadeReport::new(stem, annual(figures, date), true)]),
            Self::Quarter(quarter) => {
                Ok(vec![MadeReport::new(stem, quarterly(figures, *quarter, date)?, false)])
            }
            Self::Customer(quarter, name) => {
                let of = CustomerQuarter::of(figures, name, *quarter).ok_or_else(|| {
                    let customer = name.as_str();
                    Issue::error(message!("report-customer-unknown", customer = customer))
                })?;
                let stem = customer_stem(&of);
                Ok(vec![MadeReport::new(stem, customer_report(&of, date)?, false)])
            }
            Self::EveryCustomer(quarter) => every_customer(figures, *quarter, date),
        }
    }

    /// What a folder with the files is called.
    pub fn folder_name(&self, figures: &Figures) -> String {
        let year = figures.report_year().to_string();
        match self {
            Self::Annual => t!("report-file-annual", year = year),
            Self::Quarter(quarter) => {
                t!("report-file-quarter", year = year, quarter = quarter.number().to_string())
            }
            Self::Customer(quarter, _) | Self::EveryCustomer(quarter) => {
                t!("report-file-customers", year = year, quarter = quarter.number().to_string())
            }
        }
    }
}

fn every_customer(
    figures: &Figures,
    quarter: Quarter,
    date: Date,
) -> Result<Vec<MadeReport>, Issue> {
    let mut all: Vec<MadeReport> = Vec::new();
    for (at, of) in customer_reports(figures, quarter).iter().enumerate() {
        let stem = customer_stem(of);
        // A number tells apart names that differ in signs only.
        let is_taken = all.iter().any(|report| report.stem == stem);
        let stem = if is_taken { format!("{stem}-{}", at + 1) } else { stem };
        all.push(MadeReport::new(stem, customer_report(of, date)?, false));
    }
    match all.is_empty() {
        true => Err(Issue::error(message!(
            "report-no-customers",
            quarter = quarter.number().to_string(),
            year = figures.report_year().to_string(),
        ))),
        false => Ok(all),
    }
}

/// "hamar-2021-2".
fn customer_stem(of: &CustomerQuarter<'_>) -> String {
    let (year, quarter) = (of.figures.report_year(), of.quarter.number());
    format!("{}-{year}-{quarter}", ascii_slug(&of.customer().name))
}

impl MadeReport {
    fn new(stem: String, (report, faults): (Report, Vec<Fault>), has_pack: bool) -> Self {
        Self { stem, report, faults, has_pack }
    }

    /// The files of a folder with the report: its documents, and of the annual report the
    /// signing pack, with what was `checked` on its day.
    ///
    /// # Errors
    /// As for the writers.
    pub fn files(
        &self,
        writer: &mut PdfWriter,
        figures: &Figures,
        checked: &Checked,
    ) -> Result<Vec<File>, Issue> {
        match self.has_pack {
            true => signing_pack(writer, figures, (&self.report, &self.stem), checked),
            false => documents(writer, &self.report, &self.stem),
        }
    }
}
