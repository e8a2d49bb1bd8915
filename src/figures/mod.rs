//! Figures: named, derived numbers, computed by pure functions from the project.

mod series;

pub use series::{Average, DailySeries, DayPoint, WeekPoint, WeeklySeries};
