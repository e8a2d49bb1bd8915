//! One customer in one quarter of the report year: its cases against its own average, what it
//! was charged, what touched it.

use super::customers::Register;
use super::uptake::{ArtUptake, uptake};
use super::{Comparison, DailySeries, Figures, Filter, Period, Volumes, daily_series};
use crate::calendar::{Quarter, Span, Year};
use crate::project::{Agreement, Customer, Event};

/// A customer in a quarter. Its cases are compared with years in which it was a customer only.
#[derive(Clone, Debug)]
pub struct CustomerQuarter<'f> {
    /// The figures of the whole company.
    pub figures: &'f Figures,
    /// The quarter.
    pub quarter: Quarter,
    /// Lets the customer's cases through.
    pub filter: Filter,
    /// The customer's cases per day.
    pub volumes: &'f Volumes,
    row: usize,
    register: Register<'f>,
}

impl<'f> CustomerQuarter<'f> {
    /// The customer that `name` means; `None` where the register has none of that name.
    pub fn of(figures: &'f Figures, name: &str, quarter: Quarter) -> Option<Self> {
        let project = figures.project();
        let register = Register::of(project);
        let row = register.row(name)?;
        let customer = Some(project.customers[row].name.clone());
        let filter = Filter { customer, ..Filter::default() };
        let volumes = figures.customer_volumes(row)?;
        Some(Self { figures, quarter, filter, volumes, row, register })
    }

    /// The customer in the register.
    pub fn customer(&self) -> &'f Customer {
        &self.figures.project().customers[self.row]
    }

    /// The days of the quarter.
    pub fn span(&self) -> Span {
        self.quarter.span(self.figures.report_year())
    }

    /// The quarter's cases beside the same days of other years; `None` where its first day is
    /// not known.
    pub fn comparison(&self) -> Option<Comparison> {
        let year = self.figures.report_year();
        let period = Period::Quarter(self.quarter);
        Comparison::of(self.volumes, period, year, self.figures.baseline())
    }

    /// The years of the baseline in which it was a customer through the days that are compared.
    pub fn average_years(&self) -> Vec<Year> {
        let compared = self.comparison();
        compared.map_or_else(Vec::new, |compared| {
            compared.average_years(self.volumes, self.figures.baseline())
        })
    }

    /// The days of the quarter beside their *tilsvarende dager* in the customer's own years.
    pub fn daily(&self) -> DailySeries {
        let years = self.average_years();
        let customer_years = years.first().zip(years.last()).map(|(first, last)| (*first, *last));
        let (first, last) = customer_years.unwrap_or(self.figures.baseline());
        daily_series(self.volumes, self.span(), Span::years(first, last))
    }

    /// What it was charged, by art.
    pub fn uptake(&self) -> Vec<ArtUptake> {
        uptake(self.figures.project(), self.row, self.figures.report_year(), self.quarter)
    }

    /// Whether an event touched the customer.
    pub fn is_touched_by(&self, event: &Event) -> bool {
        self.register.lists(&event.customers, self.row)
    }

    /// The agreements of the quarter that are made for the customer, or for all.
    pub fn agreements(&self) -> Vec<&'f Agreement> {
        let all = self.figures.agreements_within(self.span()).into_iter();
        let is_for_customer = |agreement: &&Agreement| {
            agreement.customers.trim().is_empty()
                || self.register.lists(&agreement.customers, self.row)
        };
        all.filter(is_for_customer).collect()
    }

    /// Whether the sources speak of the customer in the quarter: cases, or charges.
    pub fn is_known(&self) -> bool {
        self.comparison().is_some_and(|compared| compared.cases > 0) || !self.uptake().is_empty()
    }
}
