//! What the whole project goes by.

use serde::{Deserialize, Serialize};

use crate::calendar::{Span, Year};

/// How many years before the report year it is compared with, unless a person says otherwise.
const BASELINE_YEARS: Year = 6;

/// What the whole project goes by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The company's name.
    pub company: String,
    /// The year that is reported on.
    pub report_year: Year,
    /// The first year that the report year is compared with the average of.
    pub baseline_first: Year,
    /// The last such year.
    pub baseline_last: Year,
    /// The priorities that make a case an incident to be told of (*A- og B-hendelser*).
    pub incident_priorities: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            company: String::new(),
            report_year: 2021,
            baseline_first: 2015,
            baseline_last: 2020,
            incident_priorities: vec!["A".to_owned(), "B".to_owned()],
        }
    }
}

impl Settings {
    /// The years that `year` is compared with unless a person says otherwise, first and last.
    pub fn baseline_before(year: Year) -> (Year, Year) {
        (year.saturating_sub(BASELINE_YEARS), year.saturating_sub(1))
    }

    /// The same settings for another report year, compared with the years before it, as far as
    /// data reach back: `first_known` is the first year of which anything is known.
    #[must_use]
    pub fn for_year(&self, year: Year, first_known: Option<Year>) -> Self {
        let (first, last) = Self::baseline_before(year);
        let baseline_first = first.max(first_known.unwrap_or(first)).min(last);
        Self { report_year: year, baseline_first, baseline_last: last, ..self.clone() }
    }

    /// The days of the years that the report year is compared with the average of.
    pub fn baseline(&self) -> Span {
        Span::years(self.baseline_first, self.baseline_last)
    }
}
