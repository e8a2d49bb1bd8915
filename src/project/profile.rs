//! Profiles: how exports of one sort are understood, remembered for the next one.

use serde::{Deserialize, Serialize};

use super::{SourceKind, field::choice_field};
use crate::number::DecimalMark;

choice_field! {
    /// Which number comes first in `03/04/2021`.
    pub enum DateOrder {
        /// 3 April.
        DayFirst = "dmy" "date-order-dmy",
        /// March 4.
        MonthFirst = "mdy" "date-order-mdy",
    }
}

choice_field! {
    /// What a stamp without a zone means.
    pub enum TimeZoneChoice {
        /// Norwegian local time.
        Local = "local" "time-zone-local",
        /// UTC, to be moved to Europe/Oslo before its day is taken.
        Utc = "utc" "time-zone-utc",
    }
}

choice_field! {
    /// With which sign an export of the accounts has its income.
    pub enum LedgerSign {
        /// As the ledger: income below zero.
        Normal = "normal" "sign-normal",
        /// Turned: income above zero.
        Flipped = "flipped" "sign-flipped",
        /// None: income and expense both stand above zero, and so do assets and debt.
        Unsigned = "unsigned" "sign-unsigned",
    }
}

choice_field! {
    /// What a cell of a workbook means whose stamp ends in `Z`: some writers put the clock on the
    /// wall there, others UTC.
    pub enum StampMeaning {
        /// The clock on the wall.
        Wall = "local" "stamps-local",
        /// UTC, to be moved to Europe/Oslo before its day is taken.
        Utc = "utc" "stamps-utc",
    }
}

choice_field! {
    /// What a plain number in a column of percentages is.
    pub enum PercentUnit {
        /// A share of one: 0,0336.
        Share = "share" "percent-share",
        /// The percentage itself: 3,36.
        Points = "points" "percent-points",
        /// No percentage at all, though it stands among such.
        Other = "other" "percent-other",
    }
}

choice_field! {
    /// What times are counted in, where no heading says it.
    pub enum TimeUnit {
        /// Minutes.
        Minutes = "minutes" "time-unit-minutes",
        /// Hours.
        Hours = "hours" "time-unit-hours",
    }
}

choice_field! {
    /// What counts where several rows have the same key and other values.
    pub enum RepeatedRows {
        /// All of them: they are parts, and add up.
        Add = "add" "repeated-add",
        /// The first; of the lines of a case, the earliest.
        First = "first" "repeated-first",
        /// The last.
        Last = "last" "repeated-last",
    }
}

choice_field! {
    /// What amounts are counted in.
    pub enum AmountUnit {
        /// Kroner.
        Krone = "kr" "unit-kr",
        /// A thousand kroner.
        Thousand = "tusen" "unit-tusen",
        /// A million kroner.
        Million = "mill" "unit-mill",
    }
}

choice_field! {
    /// What a system's word for priority means.
    pub enum PriorityMeaning {
        /// A: critical.
        A = "A" "priority-means-a",
        /// B: high.
        B = "B" "priority-means-b",
        /// Neither.
        Other = "other" "priority-means-other",
    }
}

/// What is done with one column of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnChoice {
    /// The column's heading.
    pub heading: String,
    /// The field that it is read into; `None` where it is not read.
    pub field: Option<String>,
}

/// How exports of one sort are understood. The next export whose headings fit needs no
/// question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// What such an export holds.
    pub kind: SourceKind,
    /// The system's name, where the person gave one.
    pub system: String,
    /// What is done with each column, by heading.
    pub columns: Vec<ColumnChoice>,
    /// The answer about ambiguous dates, where one was needed.
    pub date_order: Option<DateOrder>,
    /// The answer about stamps without a zone, where it is not local time.
    pub time_zone: TimeZoneChoice,
    /// The answer about the sign of accounts, where one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign: Option<LedgerSign>,
    /// The answer about what an account string holds, `k.a.u.f.p`, where one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_form: Option<String>,
    /// The answer about the decimal mark of amounts, where one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<DecimalMark>,
    /// The answer about what amounts are counted in, where one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<AmountUnit>,
    /// The words for the unit in the file that the answer was given for. The answer holds for
    /// files with the same words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_words: Option<String>,
    /// The company whose rows are read, of lists of several; an empty name means all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// The answer about stamps that end in `Z`, where one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stamps: Option<StampMeaning>,
    /// The answer about plain numbers in columns of percentages, where one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<PercentUnit>,
    /// The answer about what times are counted in, where one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_unit: Option<TimeUnit>,
    /// The answer about rows with the same key in one list, where one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeated: Option<RepeatedRows>,
    /// Whether accounts without a *kontoklasse* are of the investments, where that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_investment: Option<bool>,
    /// What the system's words for priority mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<(String, PriorityMeaning)>,
    /// The statuses whose cases are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leave_out: Vec<String>,
}

impl Profile {
    /// What persons said of a system's words for priority without a file at hand; it fits no
    /// headings.
    pub fn of_answers(system: &str, priorities: Vec<(String, PriorityMeaning)>) -> Self {
        Self {
            kind: SourceKind::Cases,
            system: system.to_owned(),
            columns: Vec::new(),
            date_order: None,
            time_zone: TimeZoneChoice::default(),
            sign: None,
            account_form: None,
            decimal: None,
            unit: None,
            unit_words: None,
            company: None,
            stamps: None,
            percent: None,
            time_unit: None,
            repeated: None,
            is_investment: None,
            priorities,
            leave_out: Vec::new(),
        }
    }
}
