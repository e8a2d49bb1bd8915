//! Differences in words: *flere* and *færre* of counts, *høyere* and *lavere* of rates and amounts,
//! *prosentpoeng* between percentages, and the words of no difference.

use std::cmp::Ordering;

use crate::number::{self, Decimal};
use crate::t;

/// A difference as it is printed: its size, and which way it goes. One that rounds to nothing goes
/// no way.
pub struct ChangeWords {
    size: String,
    way: Ordering,
}

impl ChangeWords {
    /// A change in percent.
    pub fn percent(change: Decimal, decimals: u32) -> Self {
        Self::new(change, decimals, number::percent)
    }

    /// A difference of counts; one is written as a word.
    pub fn count(difference: Decimal) -> Self {
        let size = |size: Decimal, decimals| match size == Decimal::ONE {
            true => t!("change-one"),
            false => number::decimal(size, decimals),
        };
        Self::new(difference, 0, size)
    }

    /// A difference of percentages.
    pub fn points(difference: Decimal, decimals: u32) -> Self {
        Self::new(difference, decimals, points_text)
    }

    fn new(change: Decimal, decimals: u32, print: impl Fn(Decimal, u32) -> String) -> Self {
        let rounded = number::round(change, decimals);
        Self { size: print(rounded.abs(), decimals), way: rounded.cmp(&Decimal::ZERO) }
    }

    /// Of counts: "1,4 % flere", "like mange".
    pub fn more(&self) -> String {
        let size = self.size.as_str();
        match self.way {
            Ordering::Greater => t!("change-more", size = size),
            Ordering::Less => t!("change-fewer", size = size),
            Ordering::Equal => t!("change-as-many"),
        }
    }

    /// Of rates and amounts: "1,4 % høyere", "uendret".
    pub fn higher(&self) -> String {
        let size = self.size.as_str();
        match self.way {
            Ordering::Greater => t!("change-higher", size = size),
            Ordering::Less => t!("change-lower", size = size),
            Ordering::Equal => t!("change-none"),
        }
    }

    /// Whether there is no difference as printed.
    pub fn is_none(&self) -> bool {
        self.way == Ordering::Equal
    }

    /// What joins the words to what is compared with: *enn*, or *som* where there is no difference.
    pub fn joiner(&self) -> String {
        if self.is_none() { t!("change-as") } else { t!("change-than") }
    }

    /// "1,4 % flere enn", "like mange som".
    pub fn more_than(&self) -> String {
        format!("{} {}", self.more(), self.joiner())
    }
}

/// "1,52 prosentpoeng".
pub fn points_text(points: Decimal, decimals: u32) -> String {
    t!("change-points", points = number::decimal(points, decimals))
}
