//! Goals: each result computed from its export, and whether the goal was reached.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::key::slug;
use super::{Figures, Made, points_text};
use crate::calendar::{Span, Year, day_number};
use crate::project::{CallDay, Direction, Goal, GoalMetric, Project, Uptime};
use crate::{number, t, text_key};

/// What a goal's result says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalOutcome {
    /// *Nådd*.
    Met,
    /// *Ikke nådd*.
    Missed,
    /// *Ikke fastsatt*: there is no number to hold the result against.
    NotSet,
    /// There is a target, but no result.
    NoResult,
}

impl GoalOutcome {
    /// The key of its word in the locale files.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Met => text_key!("outcome-met"),
            Self::Missed => text_key!("outcome-missed"),
            Self::NotSet => text_key!("outcome-not-set"),
            Self::NoResult => text_key!("outcome-no-result"),
        }
    }
}

/// A share of counted things, in percent: so many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portion {
    /// How many of them.
    pub part: u64,
    /// Of how many.
    pub whole: u64,
}

impl Portion {
    /// The share in percent; `None` of nothing.
    pub fn percent(self) -> Option<Decimal> {
        Decimal::from(self.part).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(self.whole.into())
    }
}

/// A goal with its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalResult {
    /// The goal's row in the project.
    pub row: usize,
    /// The result in percent.
    pub result: Option<Decimal>,
    /// What the result was counted from, where it was computed.
    pub portion: Option<Portion>,
    /// Days or months of the span that are in no share, since one of their two numbers is not
    /// known.
    pub left_out: usize,
    /// Of a share that is measured every month: how many months of the span are in it, and how
    /// many the span has.
    pub months: Option<(usize, usize)>,
    /// The number that the result is held against, in percent.
    pub threshold: Option<Decimal>,
    /// Which side of the threshold is good.
    pub direction: Direction,
    /// What the result says of the goal.
    pub outcome: GoalOutcome,
}

impl GoalResult {
    /// The months of the span that are in the result, and how many it has, where some are not.
    pub fn missing_months(&self) -> Option<(usize, usize)> {
        self.months.filter(|(known, all)| known < all)
    }

    /// What the result says of the goal, in words; with how much of the span it speaks of, where
    /// that is a part only.
    pub fn outcome_text(&self) -> String {
        let word = crate::words::say(self.outcome.word_key(), &[]);
        match self.missing_months() {
            Some((known, all)) => t!("outcome-of-months", word = word, known = known, all = all),
            None => word,
        }
    }

    /// Percentage points from the threshold to the result.
    pub fn distance(&self) -> Option<Decimal> {
        Some(self.result? - self.threshold?)
    }

    /// The same in words, "10,3 prosentpoeng under": with one decimal, or with two where one would
    /// make a difference look like none.
    pub fn distance_text(&self) -> Option<String> {
        let distance = self.distance()?;
        let decimals = if number::round(distance, 1).is_zero() { 2 } else { 1 };
        let points = points_text(distance.abs(), decimals);
        Some(match distance.cmp(&Decimal::ZERO) {
            std::cmp::Ordering::Less => t!("goal-points-under", points = points),
            std::cmp::Ordering::Equal => t!("goal-points-equal"),
            std::cmp::Ordering::Greater => t!("goal-points-over", points = points),
        })
    }
}

/// The name of a goal's figures: its measure. If two goals of the year have the same measure, the
/// area is added; if that is the same too, the place among them. `None` where there is no such row.
pub fn goal_name(project: &Project, row: usize) -> Option<String> {
    let goal = project.goals.get(row)?;
    let of_year = || project.goals.iter().enumerate().filter(|(_, other)| other.year == goal.year);
    let with_area = |goal: &Goal| format!("{}, {}", goal.measure, goal.area);
    let names: [&dyn Fn(&Goal) -> String; 2] = [&|goal| goal.measure.clone(), &with_area];
    for name in names {
        let slugged = slug(&name(goal));
        if of_year().filter(|(_, other)| slug(&name(other)) == slugged).count() == 1 {
            return Some(name(goal));
        }
    }
    let number = of_year().take_while(|(at, _)| *at <= row).count();
    Some(format!("{} ({number})", goal.measure))
}

impl Figures {
    /// The row of a year's goal, by the name of its figures.
    pub(in crate::figures) fn goal_row(&self, year: Year, name: &str) -> Option<usize> {
        let goals = self.project().goals.iter().enumerate();
        let mut of_year = goals.filter(|(_, goal)| goal.year == Some(year)).map(|(row, _)| row);
        of_year.find(|row| goal_name(self.project(), *row).is_some_and(|known| known == name))
    }

    /// The goals of a year in the project's order, each with its result in `span`, which begins
    /// with the year and ends within it.
    pub(super) fn goal_results(&self, span: Span) -> Vec<GoalResult> {
        let goals = self.project().goals.iter().enumerate();
        let of_year = goals.filter(|(_, goal)| goal.year == Some(span.first.year()));
        of_year.map(|(row, goal)| self.goal_result(row, goal, span)).collect()
    }

    fn goal_result(&self, row: usize, goal: &Goal, span: Span) -> GoalResult {
        let made = self.goal_made(row, span);
        let result = self.evaluate(&made);
        let portion = result.and_then(|_| self.portion(&made));
        let left_out = left_out(self.project(), goal.metric, span);
        // Of a limit in days the result is the share over it, and less of that is better.
        let (threshold, direction) = match goal.metric {
            GoalMetric::DeliveriesOver | GoalMetric::NewUsersOver => {
                (goal.share_target, Direction::AtMost)
            }
            _ => (goal.target_value, goal.direction),
        };
        let outcome = match (threshold, result) {
            (None, _) => GoalOutcome::NotSet,
            (Some(_), None) => GoalOutcome::NoResult,
            (Some(threshold), Some(result)) => {
                let is_met = match direction {
                    Direction::AtLeast => result >= threshold,
                    Direction::AtMost => result <= threshold,
                };
                if is_met { GoalOutcome::Met } else { GoalOutcome::Missed }
            }
        };
        let months = portion.and_then(|_| months(self.project(), goal.metric, span));
        GoalResult { row, result, portion, left_out, months, threshold, direction, outcome }
    }

    /// The two counts of a share; `None` of what is made otherwise.
    pub(in crate::figures) fn portion(&self, made: &Made) -> Option<Portion> {
        let Made::Percent(part, whole) = made else { return None };
        let count = |made| self.evaluate(made)?.to_u64();
        Some(Portion { part: count(part)?, whole: count(whole)? })
    }
}

/// How many months of the span have numbers, and how many it has; `None` of what need not happen
/// every month.
fn months(project: &Project, metric: GoalMetric, span: Span) -> Option<(usize, usize)> {
    let days: Vec<Date> = match metric {
        GoalMetric::Uptime => {
            let rows = project.uptime.iter().filter(|row| outage_of(row).is_some());
            rows.filter_map(|row| row.period_start).collect()
        }
        GoalMetric::CallsWithin1Min | GoalMetric::CallsWithin3Min => {
            let rows = project.calls.iter().filter(|row| answered_of(row, metric).is_some());
            rows.filter_map(|row| row.date).collect()
        }
        GoalMetric::Manual | GoalMetric::DeliveriesOver | GoalMetric::NewUsersOver => return None,
    };
    let within = days.into_iter().filter(|day| span.contains(*day));
    let known: BTreeSet<i8> = within.map(Date::month).collect();
    let all = span.last.month() - span.first.month() + 1;
    Some((known.len(), usize::try_from(all).ok()?))
}

/// Rows of the span that lack one or both of their numbers.
fn left_out(project: &Project, metric: GoalMetric, span: Span) -> usize {
    let is_within = |day: Option<Date>| day.is_some_and(|day| span.contains(day));
    match metric {
        GoalMetric::Uptime => {
            let rows = project.uptime.iter().filter(|row| is_within(row.period_start));
            rows.filter(|row| outage_of(row).is_none()).count()
        }
        GoalMetric::CallsWithin1Min | GoalMetric::CallsWithin3Min => {
            let rows = project.calls.iter().filter(|row| is_within(row.date));
            rows.filter(|row| answered_of(row, metric).is_none()).count()
        }
        _ => 0,
    }
}

/// The outage of a month and the minutes that were measured; `None` where one of them is not
/// known, since no share of an unknown number is known either.
pub(in crate::figures) fn outage_of(row: &Uptime) -> Option<(u32, u32)> {
    row.outage_minutes.zip(row.measured_minutes)
}

/// How many of a day's calls were answered within the limit of that metric, and of how many;
/// `None` where one of them is not known.
pub(in crate::figures) fn answered_of(row: &CallDay, metric: GoalMetric) -> Option<(u32, u32)> {
    let within = match metric {
        GoalMetric::CallsWithin1Min => row.within_1_min,
        _ => row.within_3_min,
    };
    within.zip(row.answered)
}

/// Days from the one to the other; `None` where one is not known.
pub(in crate::figures) fn days_between(start: Option<Date>, end: Option<Date>) -> Option<i32> {
    Some(day_number(end?) - day_number(start?))
}
