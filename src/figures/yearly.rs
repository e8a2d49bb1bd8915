//! Figures of a year that one rule makes of others. All that the program knows of one stands here:
//! a new one is a variant of [`Yearly`] with its arms in this file, and its words.

use super::closings::Closing;
use super::made::{Made, Rows};
use super::{CaseMeasure, ChangeGroup, Figures, Key, Period, Unit};
use crate::calendar::{Span, Year};
use crate::number::Decimal;
use crate::project::TableId;
use crate::t;

/// A figure of a year, by the rule that makes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Yearly {
    /// Cases per årsverk: `saker.2021.per-årsverk`.
    CasesPerFte,
    /// Cases per employee at the end of the year: `saker.2021.per-ansatt`.
    CasesPerEmployee,
    /// Cases that were closed on the day on which they were registered, in percent of all cases:
    /// `saker.2021.lukket-samme-dag`.
    ClosedSameDay,
    /// The median of the hours until the closed cases with a priority were closed, by the
    /// priority's word in the export: `saker.2021.median-timer.a`.
    MedianHours(Option<String>),
    /// Those who left in percent of the employees: `turnover.2021.prosent`.
    Turnover,
}

/// What is known of a figure beside how it is made.
pub struct Definition {
    /// What its key begins with, before the year.
    pub room: &'static str,
    /// What its key says after the year.
    pub name: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// With how many decimals it is printed.
    pub decimals: u32,
    /// The table that it stands beside, by its name on the command line.
    pub table: &'static str,
    /// What it is about.
    pub group: ChangeGroup,
    /// Whether a report opens with it.
    pub is_main: bool,
    /// Whether it rests on cases.
    pub of_cases: bool,
    /// The columns of tables that it rests on; `None` is all of the table.
    pub columns: &'static [(TableId, Option<&'static str>)],
}

impl Yearly {
    /// What is known of the figure.
    pub fn definition(&self) -> Definition {
        let of_cases = Definition {
            room: "saker",
            name: "",
            unit: Unit::PerUnit,
            decimals: 0,
            table: "quarters",
            group: ChangeGroup::Cases,
            is_main: false,
            of_cases: true,
            columns: &[],
        };
        match self {
            Self::CasesPerFte => Definition {
                name: "per-årsverk",
                is_main: true,
                columns: &[(TableId::Staff, Some("available_fte"))],
                ..of_cases
            },
            Self::CasesPerEmployee => Definition {
                name: "per-ansatt",
                columns: &[(TableId::Staff, Some("employees_total"))],
                ..of_cases
            },
            Self::ClosedSameDay => Definition {
                name: "lukket-samme-dag",
                unit: Unit::Percent { of: None },
                decimals: 1,
                ..of_cases
            },
            Self::MedianHours(_) => {
                Definition { name: "median-timer", unit: Unit::Hours, decimals: 1, ..of_cases }
            }
            Self::Turnover => Definition {
                room: "turnover",
                name: "prosent",
                unit: Unit::Percent { of: None },
                decimals: 1,
                table: "turnover",
                group: ChangeGroup::Organisation,
                is_main: true,
                of_cases: false,
                columns: &[(TableId::Turnover, None), (TableId::Staff, Some("employees_total"))],
            },
        }
    }

    /// What tells it from others of its name: the last part of its key.
    pub fn variant(&self) -> Option<&str> {
        match self {
            Self::MedianHours(priority) => Some(priority.as_deref().unwrap_or_default()),
            _ => None,
        }
    }

    /// The figure's words; `period` says the year, and up to which day while it runs.
    pub(super) fn label(&self, year: Year, period: String) -> String {
        let year = year.to_string();
        match self {
            Self::CasesPerFte => t!("figure-cases-per-fte", year = year),
            Self::CasesPerEmployee => t!("figure-cases-per-employee", year = year),
            Self::ClosedSameDay => t!("figure-closed-same-day", period = period),
            Self::MedianHours(priority) => {
                let priority = priority.clone().unwrap_or_else(|| t!("cases-blank"));
                t!("figure-median-hours", priority = priority, period = period)
            }
            Self::Turnover => t!("figure-turnover", year = year),
        }
    }

    /// How it is made.
    pub(super) fn made(&self, figures: &Figures, year: Year) -> Made {
        match self {
            Self::CasesPerFte => figures.cases_per_made(year, "available_fte"),
            Self::CasesPerEmployee => figures.cases_per_made(year, "employees_total"),
            Self::ClosedSameDay => figures.closed_same_day_made(year),
            Self::MedianHours(priority) => figures.median_hours_made(year, priority.as_deref()),
            Self::Turnover => figures.turnover_made(year),
        }
    }

    /// The sentence that tells how it was computed, where the arithmetic alone does not. `word`
    /// words a number of it.
    pub(super) fn sentence(&self, made: &Made, word: &dyn Fn(&Made) -> String) -> Option<String> {
        match (self, made) {
            (Self::CasesPerFte, Made::Quotient(cases, fte)) => {
                Some(t!("trail-per-fte", cases = word(cases), fte = word(fte)))
            }
            (Self::CasesPerEmployee, Made::Quotient(cases, employees)) => {
                Some(t!("trail-per-employee", cases = word(cases), employees = word(employees)))
            }
            (Self::ClosedSameDay, Made::Percent(closed, all)) => {
                Some(t!("trail-closed-same-day", closed = word(closed), cases = word(all)))
            }
            (Self::MedianHours(_), Made::Median(..)) => Some(t!("trail-median-hours")),
            (Self::Turnover, Made::Percent(left, mean)) => {
                let ends = match &**mean {
                    Made::Mean(ends) => ends.iter().map(word).collect(),
                    _ => Vec::new(),
                };
                let mut ends = ends.into_iter();
                let mut next = || ends.next().unwrap_or_else(|| t!("missing"));
                Some(t!("trail-turnover", left = word(left), before = next(), after = next()))
            }
            _ => None,
        }
    }
}

impl Figures {
    /// The figures of this kind that a year has, whether anything is known of them or not.
    pub fn yearly(&self, year: Year) -> Vec<Yearly> {
        let mut all = vec![
            Yearly::CasesPerFte,
            Yearly::CasesPerEmployee,
            Yearly::ClosedSameDay,
            Yearly::Turnover,
        ];
        let known = self.closings().year(year);
        let codes = known.into_iter().flat_map(|known| known.priorities());
        let word = |code| self.project.codes.priorities.word(code).map(str::to_owned);
        let mut words: Vec<Option<String>> = codes.map(word).collect();
        // A blank has no word to sort by, and comes last.
        words.sort_by_key(|word| (word.is_none(), word.clone()));
        all.extend(words.into_iter().map(Yearly::MedianHours));
        all
    }

    /// The cases of a whole year over a number of its last day.
    fn cases_per_made(&self, year: Year, column: &str) -> Made {
        // The cases of a part of a year say nothing of a year's work.
        let is_whole = self.comparison(year, Period::Year).is_some_and(|year| year.is_whole);
        let Some(cell) = self.staff_cell(year, column).filter(|_| is_whole) else {
            return Made::Unknown;
        };
        let cases = Made::Figure(Key::Cases(year, Period::Year, CaseMeasure::Count));
        Made::quotient(cases, Made::Cell(cell))
    }

    /// The days of a year of whose cases it is known when they were closed: all of a year that is
    /// over, and those up to now of one that runs. `None` where a part is known as day counts.
    fn closed_span(&self, year: Year) -> Option<Span> {
        let compared = self.comparison(year, Period::Year)?;
        let known = self.closings().year(year)?;
        (known.cases == compared.cases).then_some(compared.span)
    }

    fn closed_same_day_made(&self, year: Year) -> Made {
        let (Some(span), Some(known)) = (self.closed_span(year), self.closings().year(year)) else {
            return Made::Unknown;
        };
        let closed = Made::Counted(known.same_day, Rows::Closed(span, Closing::SameDay));
        let all = Made::Figure(Key::Cases(year, Period::Year, CaseMeasure::Count));
        Made::percent(closed, all)
    }

    fn median_hours_made(&self, year: Year, priority: Option<&str>) -> Made {
        let (Some(span), Some(known)) = (self.closed_span(year), self.closings().year(year)) else {
            return Made::Unknown;
        };
        let word = |code| self.project.codes.priorities.word(code);
        let Some(code) = known.priorities().find(|code| word(*code) == priority) else {
            return Made::Unknown;
        };
        let middle = known.middle(code);
        let minutes: Decimal = middle.iter().map(|minutes| Decimal::from(*minutes)).sum();
        // Two in the middle count half each.
        let divisor = Decimal::from(60).checked_mul(middle.len().into());
        match divisor.and_then(|divisor| minutes.checked_div(divisor)) {
            Some(hours) => {
                let closing = Closing::WithPriority(priority.map(str::to_owned));
                Made::Median(hours, Rows::Closed(span, closing))
            }
            None => Made::Unknown,
        }
    }
}
