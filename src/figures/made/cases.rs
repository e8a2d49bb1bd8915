//! How the figures of the cases are made.

use super::{Made, Rows};
use crate::calendar::{Date, IsoWeek, Span, Year, workdays};
use crate::figures::breakdown::cases_sharing;
use crate::figures::key::{CaseMeasure, Reference};
use crate::figures::{Comparison, Dimension, Figures, Key, Period, Volumes};

/// Cases that are compared year by year: all, or those of one customer.
pub(super) struct CasesOf<'f> {
    figures: &'f Figures,
    volumes: &'f Volumes,
    customer: Option<&'f str>,
}

impl<'f> CasesOf<'f> {
    /// All cases.
    pub fn all(figures: &'f Figures) -> Self {
        Self { figures, volumes: figures.volumes(), customer: None }
    }

    /// The cases of the customer with that name in the register; `None` where there is none.
    pub fn customer(figures: &'f Figures, name: &'f str) -> Option<Self> {
        let row = figures.project().customers.iter().position(|customer| customer.name == name)?;
        Some(Self { figures, volumes: figures.customer_volumes(row)?, customer: Some(name) })
    }

    /// How a figure of them is made.
    pub fn made(&self, year: Year, period: Period, measure: CaseMeasure) -> Made {
        let Some(compared) = self.comparison(year, period) else { return Made::Unknown };
        let figure = |measure| Made::Figure(self.key(year, period, measure));
        match measure {
            CaseMeasure::Count => Made::Counted(compared.cases, self.rows(compared.span)),
            CaseMeasure::Average => {
                let years = self.average_years(&compared);
                let of = years.into_iter().map(|year| self.same_days(&compared, year));
                Made::Mean(of.collect())
            }
            CaseMeasure::PerWorkday => {
                let days = workdays_made(&compared, year);
                Made::quotient(figure(CaseMeasure::Count), days)
            }
            CaseMeasure::AveragePerWorkday => {
                self.per_workday(&compared, self.average_years(&compared))
            }
            CaseMeasure::Change(Reference::LastYear) => {
                let before = self.same_days(&compared, year - 1);
                Made::change(figure(CaseMeasure::Count), before)
            }
            CaseMeasure::Change(Reference::Average) => {
                Made::change(figure(CaseMeasure::Count), figure(CaseMeasure::Average))
            }
            CaseMeasure::ChangePerWorkday(Reference::LastYear) => {
                let before = self.per_workday(&compared, vec![year - 1]);
                Made::change(figure(CaseMeasure::PerWorkday), before)
            }
            CaseMeasure::ChangePerWorkday(Reference::Average) => Made::change(
                figure(CaseMeasure::PerWorkday),
                figure(CaseMeasure::AveragePerWorkday),
            ),
        }
    }

    fn key(&self, year: Year, period: Period, measure: CaseMeasure) -> Key {
        Key::cases_of(self.customer, year, period, measure)
    }

    fn rows(&self, span: Span) -> Rows {
        match self.customer {
            Some(name) => Rows::Sharing(span, Dimension::Customer, Some(name.to_owned())),
            None => Rows::Cases(span),
        }
    }

    /// Only the report year may still run, as of all cases.
    fn comparison(&self, year: Year, period: Period) -> Option<Comparison> {
        if self.customer.is_none() {
            return self.figures.comparison(year, period);
        }
        let compared = Comparison::of(self.volumes, period, year, self.figures.baseline());
        compared.filter(|compared| compared.is_whole || year == self.figures.report_year())
    }

    fn average_years(&self, compared: &Comparison) -> Vec<Year> {
        compared.average_years(self.volumes, self.figures.baseline())
    }

    /// The cases of the compared days in another year: a figure of that year where the period is
    /// whole, else rows of which there is no figure.
    fn same_days(&self, compared: &Comparison, year: Year) -> Made {
        if compared.is_whole {
            return Made::Figure(self.key(year, compared.period, CaseMeasure::Count));
        }
        let cases = compared.same_days(self.volumes, year);
        cases.map_or(Made::Unknown, |cases| Made::Counted(cases, self.rows(compared.span_in(year))))
    }

    /// All cases of the compared days in some years over all the working days of these.
    fn per_workday(&self, compared: &Comparison, years: Vec<Year>) -> Made {
        let cases = years.iter().map(|year| self.same_days(compared, *year));
        let days = years.iter().map(|year| workdays_made(compared, *year));
        Made::quotient(Made::sum(cases), Made::sum(days))
    }
}

impl Figures {
    pub(super) fn month_made(&self, year: Year, month: u8) -> Made {
        let Some(span) = Span::month(year, month) else { return Made::Unknown };
        let cases = self.volumes().sum(span);
        cases.map_or(Made::Unknown, |cases| Made::Counted(cases, Rows::Cases(span)))
    }

    pub(super) fn share_made(&self, span: Span, dimension: Dimension, word: Option<&str>) -> Made {
        // Where the span has no rows, its cases may be known as day counts.
        if !self.volumes().has_rows(span) {
            return Made::Unknown;
        }
        let cases = cases_sharing(self.project(), span, dimension, word).len();
        let rows = Rows::Sharing(span, dimension, word.map(str::to_owned));
        Made::Counted(u32::try_from(cases).unwrap_or(u32::MAX), rows)
    }

    pub(super) fn week_made(&self, week: IsoWeek) -> Made {
        let point = self.weekly().weeks.iter().find(|point| point.week == week);
        match (point, week.span()) {
            (Some(point), Some(span)) => Made::Counted(point.cases, Rows::Cases(span)),
            _ => Made::Unknown,
        }
    }

    pub(super) fn week_average_made(&self, week: IsoWeek) -> Made {
        let compared = self.weekly().compared(week.week);
        Made::Mean(compared.map(|point| Made::Figure(Key::Week(point.week))).collect())
    }

    pub(super) fn day_made(&self, day: Date) -> Made {
        let cases = self.volumes().on(day);
        let span = Span::new(day, day);
        cases.map_or(Made::Unknown, |cases| Made::Counted(cases, Rows::Cases(span)))
    }

    pub(super) fn day_average_made(&self, day: Date) -> Made {
        let compared = self.day(day).compared.into_iter();
        Made::Mean(compared.map(|(day, _)| Made::Figure(Key::Day(day))).collect())
    }

    pub(super) fn incidents_made(&self, span: Span) -> Made {
        let incidents = self.incidents(span);
        incidents.map_or(Made::Unknown, |incidents| {
            Made::Counted(incidents.cases, Rows::Incidents(self.counted_days(span)))
        })
    }

    pub(super) fn distinct_incidents_made(&self, span: Span) -> Made {
        let distinct = self.incidents(span).and_then(|incidents| incidents.distinct);
        distinct.map_or(Made::Unknown, |count| {
            Made::Counted(count, Rows::Incidents(self.counted_days(span)))
        })
    }
}

/// The working days of the compared days in a year.
fn workdays_made(compared: &Comparison, year: Year) -> Made {
    if compared.is_whole {
        return Made::Figure(Key::Workdays(year, compared.period));
    }
    let span = compared.span_in(year);
    Made::Workdays(workdays(span), span)
}
