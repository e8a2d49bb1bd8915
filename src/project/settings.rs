//! What the whole project goes by.

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::calendar::{Span, YEARS, Year};

/// What the whole project goes by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The company's name.
    pub company: String,
    /// The year that is reported on.
    #[serde(deserialize_with = "sound_year")]
    pub report_year: Year,
    /// The first year that the report year is compared with the average of.
    #[serde(deserialize_with = "sound_year")]
    pub baseline_first: Year,
    /// The last such year.
    #[serde(deserialize_with = "sound_year")]
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
    /// The days of the years that the report year is compared with the average of.
    pub fn baseline(&self) -> Span {
        Span::years(self.baseline_first, self.baseline_last)
    }
}

/// A year of the file, refused where no calendar of this program reaches.
fn sound_year<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Year, D::Error> {
    let year = Year::deserialize(deserializer)?;
    if YEARS.contains(&year) {
        Ok(year)
    } else {
        Err(de::Error::custom(format!("{year} is no year between 1900 and 2200")))
    }
}
