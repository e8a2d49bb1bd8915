//! The kinds of report: on the year, on a quarter, on one customer's quarter.

use super::Builder;
use crate::calendar::{Date, Quarter};
use crate::figures::{CustomerQuarter, Figures, Period};
use crate::issue::Issue;
use crate::message;
use crate::report::Fault;
use crate::report::block::Report;
use crate::report::outline::{Section, customer_outline, outline, quarter_outline};
use crate::t;

/// The annual report of the report year, dated `date`, and the faults of its texts: fields
/// without a figure, references without a target.
pub fn annual(figures: &Figures, date: Date) -> (Report, Vec<Fault>) {
    let title = t!("annual-title", year = figures.report_year().to_string());
    Builder::new(figures).report(&outline(figures.project()), title, date)
}

/// The report on a quarter of the report year, with the texts that the annual report shows of
/// it, and the faults of these texts. While the quarter runs, its numbers are to date.
///
/// # Errors
/// When nothing is known of the quarter's cases.
pub fn quarterly(
    figures: &Figures,
    quarter: Quarter,
    date: Date,
) -> Result<(Report, Vec<Fault>), Issue> {
    let (word, year) = (quarter_word(quarter), figures.report_year());
    if figures.comparison(year, Period::Quarter(quarter)).is_none() {
        let year = year.to_string();
        return Err(Issue::error(message!("report-quarter-unknown", quarter = word, year = year)));
    }
    let title = t!("report-quarter-title", quarter = word, year = year.to_string());
    let builder = Builder { quarter: Some(quarter), ..Builder::new(figures) };
    Ok(builder.report(&quarter_outline(), title, date))
}

/// The report on a customer's quarter.
///
/// # Errors
/// When the sources speak of no cases and no charges of the customer in the quarter.
pub fn customer_report(
    of: &CustomerQuarter<'_>,
    date: Date,
) -> Result<(Report, Vec<Fault>), Issue> {
    let word = quarter_word(of.quarter);
    let year = of.figures.report_year().to_string();
    let name = of.customer().name.as_str();
    if !of.is_known() {
        let cause = message!("report-customer-empty", customer = name, quarter = word, year = year);
        return Err(Issue::error(cause));
    }
    let title = t!("report-customer-title", customer = name, quarter = word, year = year);
    let builder =
        Builder { quarter: Some(of.quarter), customer: Some(of), ..Builder::new(of.figures) };
    Ok(builder.report(&customer_outline(), title, date))
}

/// The customers of the register with something to report on in a quarter, in its order.
pub fn customer_reports(figures: &Figures, quarter: Quarter) -> Vec<CustomerQuarter<'_>> {
    let register = figures.project().customers.iter();
    // A customer that was merged into another has no report.
    let customers = register.filter(|customer| customer.merged_into.trim().is_empty());
    customers
        .filter_map(|customer| CustomerQuarter::of(figures, &customer.name, quarter))
        .filter(CustomerQuarter::is_known)
        .collect()
}

/// "2. kvartal" for a title, which a line never parts.
fn quarter_word(quarter: Quarter) -> String {
    t!(Period::Quarter(quarter).word_key()).replace(' ', "\u{a0}")
}

impl Builder<'_> {
    fn report(mut self, sections: &[Section], title: String, date: Date) -> (Report, Vec<Fault>) {
        for section in sections.iter().filter(|section| !section.is_left_out) {
            self.section(section);
        }
        self.finish(title, date)
    }
}
