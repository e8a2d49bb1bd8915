//! Goals: whether there is a result to compare with the target, and whether the remark agrees with
//! the numbers.

use crate::checks::{Area, Finding, Where};
use crate::figures::{Figures, GoalOutcome, GoalResult};
use crate::issue::Severity;
use crate::message;
use crate::project::Goal;
use crate::words::Message;

/// How a remark says that a goal was reached, and that it was not.
const REACHED: &str = "nådd";
const NOT_REACHED: [&str; 2] = ["ikke nådd", "ikke nå"];

/// Adds what is off with the report year's goals.
pub fn push(findings: &mut Vec<Finding>, figures: &Figures) {
    for result in figures.goals() {
        let Some(goal) = figures.project().goals.get(result.row) else { continue };
        let mut place = Where::area(Area::Goals).table("goals").row(goal.measure.as_str());
        place.key = figures.goal_key(result.row);
        if result.left_out > 0 {
            let (measure, count) = (goal.measure.as_str(), result.left_out);
            let message = message!("check-goal-left-out", measure = measure, count = count);
            let made_of = [measure, &count.to_string()];
            let rule = "goal-left-out";
            findings.push(Finding::new(rule, Severity::Note, message, place.clone(), &made_of));
        }
        if let Some((known, all)) = result.missing_months() {
            let measure = goal.measure.as_str();
            let message =
                message!("check-goal-months", measure = measure, known = known, all = all);
            let made_of = [measure, &known.to_string(), &all.to_string()];
            let rule = "goal-months";
            findings.push(Finding::new(rule, Severity::Warning, message, place.clone(), &made_of));
        }
        if let Some((rule, severity, message)) = judge(goal, &result) {
            let value =
                result.result.map_or_else(String::new, |value| value.normalize().to_string());
            let target =
                result.threshold.map_or_else(String::new, |threshold| threshold.to_string());
            let made_of = [goal.measure.as_str(), &value, &target, &goal.remark];
            findings.push(Finding::new(rule, severity, message, place, &made_of));
        }
    }
}

fn judge(goal: &Goal, result: &GoalResult) -> Option<(&'static str, Severity, Message)> {
    let measure = goal.measure.as_str();
    let remark = goal.remark.to_lowercase();
    let says_missed = NOT_REACHED.iter().any(|words| remark.contains(words));
    let says_met = remark.contains(REACHED) && !says_missed;
    match result.outcome {
        GoalOutcome::NoResult => Some((
            "goal-without-result",
            Severity::Warning,
            message!("check-goal-without-result", measure = measure),
        )),
        GoalOutcome::NotSet => Some((
            "goal-without-target",
            Severity::Note,
            message!("check-goal-without-target", measure = measure),
        )),
        GoalOutcome::Met if says_missed => Some((
            "goal-word",
            Severity::Error,
            message!("check-goal-word-missed", measure = measure),
        )),
        GoalOutcome::Missed if says_met => {
            Some(("goal-word", Severity::Error, message!("check-goal-word-met", measure = measure)))
        }
        GoalOutcome::Missed if remark.trim().is_empty() => Some((
            "goal-without-remark",
            Severity::Warning,
            message!("check-goal-without-remark", measure = measure),
        )),
        GoalOutcome::Met | GoalOutcome::Missed => None,
    }
}
