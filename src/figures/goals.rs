//! Goals: each result computed from its export, and whether the goal was reached.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::key::slug;
use crate::calendar::{Span, day_number};
use crate::project::{CallDay, Direction, Goal, GoalMetric, Project, Uptime};

/// What a goal's result says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// *Nådd*.
    Met,
    /// *Ikke nådd*.
    Missed,
    /// *Ikke fastsatt*: there is no number to hold the result against.
    NotSet,
    /// There is a target, but no result.
    NoResult,
}

impl Outcome {
    /// The key of its word in the locale files.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Met => "outcome-met",
            Self::Missed => "outcome-missed",
            Self::NotSet => "outcome-not-set",
            Self::NoResult => "outcome-no-result",
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
    /// The number that the result is held against, in percent.
    pub threshold: Option<Decimal>,
    /// Which side of the threshold is good.
    pub direction: Direction,
    /// What the result says of the goal.
    pub outcome: Outcome,
}

impl GoalResult {
    /// Percentage points from the threshold to the result.
    pub fn distance(&self) -> Option<Decimal> {
        Some(self.result? - self.threshold?)
    }
}

/// What a goal's figures are called: by what is measured; where the year's goals have that in
/// common, so that the figures' names would be the same, by its area as well, or else by its
/// place among them. `None` where there is no such row.
pub fn goal_name(project: &Project, row: usize) -> Option<String> {
    let goal = project.goals.get(row)?;
    let of_year = || project.goals.iter().enumerate().filter(|(_, own)| own.year == goal.year);
    let with_area = |own: &Goal| format!("{}, {}", own.measure, own.area);
    let names: [&dyn Fn(&Goal) -> String; 2] = [&|own| own.measure.clone(), &with_area];
    for name in names {
        let own = slug(&name(goal));
        if of_year().filter(|(_, other)| slug(&name(other)) == own).count() == 1 {
            return Some(name(goal));
        }
    }
    let number = of_year().take_while(|(at, _)| *at <= row).count();
    Some(format!("{} ({number})", goal.measure))
}

/// The goals of a year in the project's order, each with its result in `span`, which begins
/// with the year and ends within it.
pub fn goal_results(project: &Project, span: Span) -> Vec<GoalResult> {
    let goals = project.goals.iter().enumerate();
    let own = goals.filter(|(_, goal)| goal.year == Some(span.first.year()));
    own.map(|(row, goal)| goal_result(project, row, goal, span)).collect()
}

fn goal_result(project: &Project, row: usize, goal: &Goal, span: Span) -> GoalResult {
    let portion = portion(project, goal, span);
    let left_out = left_out(project, goal.metric, span);
    let is_whole_year = span == Span::year(span.first.year());
    let result = match goal.metric {
        GoalMetric::Manual => goal.result.filter(|_| is_whole_year),
        _ => portion.and_then(Portion::percent),
    };
    // Of a limit in days the result is the share over it, and less of that is better.
    let (threshold, direction) = match goal.metric {
        GoalMetric::DeliveriesOver | GoalMetric::NewUsersOver => {
            (goal.share_target, Direction::AtMost)
        }
        _ => (goal.target_value, goal.direction),
    };
    let outcome = match (threshold, result) {
        (None, _) => Outcome::NotSet,
        (Some(_), None) => Outcome::NoResult,
        (Some(threshold), Some(result)) => {
            let is_met = match direction {
                Direction::AtLeast => result >= threshold,
                Direction::AtMost => result <= threshold,
            };
            if is_met { Outcome::Met } else { Outcome::Missed }
        }
    };
    GoalResult { row, result, portion, left_out, threshold, direction, outcome }
}

fn portion(project: &Project, goal: &Goal, span: Span) -> Option<Portion> {
    let is_within = |day: Option<Date>| day.is_some_and(|day| span.contains(day));
    let portion = match goal.metric {
        GoalMetric::Manual => return None,
        GoalMetric::Uptime => {
            let rows = project.uptime.iter().filter(|row| is_within(row.period_start));
            let (outage, whole) = sums(rows.filter_map(outage_of));
            Portion { part: whole.saturating_sub(outage), whole }
        }
        GoalMetric::CallsWithin1Min | GoalMetric::CallsWithin3Min => {
            let rows = project.calls.iter().filter(|row| is_within(row.date));
            let (part, whole) = sums(rows.filter_map(|row| answered_of(row, goal.metric)));
            Portion { part, whole }
        }
        GoalMetric::DeliveriesOver => {
            let days = project.deliveries.iter().filter(|row| is_within(row.delivered));
            over_limit(goal, days.filter_map(|row| days_between(row.ordered, row.delivered)))?
        }
        GoalMetric::NewUsersOver => {
            let days = project.new_users.iter().filter(|row| is_within(row.delivered));
            over_limit(goal, days.filter_map(|row| days_between(row.ordered, row.delivered)))?
        }
    };
    (portion.whole > 0).then_some(portion)
}

/// Rows of the span of which one number is known or none.
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

fn sums(pairs: impl Iterator<Item = (u32, u32)>) -> (u64, u64) {
    pairs.fold((0, 0), |(parts, wholes), (part, whole)| {
        (parts + u64::from(part), wholes + u64::from(whole))
    })
}

/// How many took more days than the goal's limit.
fn over_limit(goal: &Goal, days: impl Iterator<Item = i32>) -> Option<Portion> {
    let limit = goal.target_value?;
    let mut portion = Portion { part: 0, whole: 0 };
    for taken in days {
        portion.whole += 1;
        portion.part += u64::from(Decimal::from(taken) > limit);
    }
    Some(portion)
}

fn days_between(start: Option<Date>, end: Option<Date>) -> Option<i32> {
    Some(day_number(end?) - day_number(start?))
}
