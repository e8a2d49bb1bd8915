//! Tables of goals and events.

use super::columns;
use crate::calendar::{Quarter, Year};
use crate::figures::{Figures, GoalOutcome, GoalResult, RowKind, Table, TableCell};
use crate::number;
use crate::project::{Goal, GoalMetric, TargetUnit};
use crate::t;

impl Figures {
    /// The goals of a year; of a quarter, with the results from the year's start to its end.
    pub(super) fn goals_table(&self, year: Year, quarter: Option<Quarter>) -> Table {
        let ids = [
            "area",
            "measure",
            "target_text",
            "target_value",
            "target_unit",
            "result_text",
            "result_value",
            "result_unit",
            "result_kind",
            "target_met",
            "remark",
        ];
        let mut table = Table::new(t!("title-goals"), columns(&ids));
        for result in self.goals_until(year, quarter) {
            let goal = &self.project().goals[result.row];
            let cells = vec![
                TableCell::text(&goal.area),
                TableCell::text(&goal.measure),
                TableCell::text(&goal.target_text),
                goal.target_value.map_or(TableCell::Blank, |value| {
                    let decimals = if goal.target_unit == TargetUnit::Percent { 2 } else { 0 };
                    TableCell::Number(value, decimals, decimals)
                }),
                TableCell::Text(goal.target_unit.choice().word()),
                TableCell::text(&result_text(goal, &result)),
                TableCell::percent(result.result),
                TableCell::Text(TargetUnit::Percent.choice().word()),
                TableCell::Text(result_kind(goal.metric).to_owned()),
                TableCell::Text(met(result.outcome).to_owned()),
                TableCell::text(&goal.remark),
            ];
            table.push(RowKind::Plain, cells);
            // Of a part of the year there is no figure.
            let key = self.goal_key(result.row).filter(|_| quarter.is_none());
            table.names(ids.map(|id| key.clone().filter(|_| id == "result_value")));
        }
        table
    }

    pub(super) fn events_table(&self, year: Option<Year>, quarter: Option<Quarter>) -> Table {
        let ids = ["date", "quarter", "section", "summary_abridged"];
        let mut table = Table::new(t!("title-events"), columns(&ids));
        let mut events: Vec<_> = self.project().events.iter().collect();
        events.sort_by_key(|event| event.start);
        for event in events {
            let Some(day) = event.start.map(crate::project::Minute::day) else { continue };
            let event_quarter = Quarter::of(day);
            if year.is_some_and(|year| year != day.year())
                || quarter.is_some_and(|quarter| quarter != event_quarter)
            {
                continue;
            }
            let summary = if event.text.is_empty() { &event.title } else { &event.text };
            let cells = vec![
                TableCell::Date(day),
                TableCell::Ordinal(event_quarter.number().into()),
                TableCell::text(&event.section),
                TableCell::text(summary),
            ];
            table.push(RowKind::Plain, cells);
        }
        table
    }
}

/// A goal's result in words: "59,70 %", "26,55 % av leveransene tok over 21 dager".
pub(crate) fn result_text(goal: &Goal, result: &GoalResult) -> String {
    let Some(result) = result.result else { return String::new() };
    let percent = number::percent(result, 2);
    let days = || goal.target_value.map_or_else(String::new, |days| days.normalize().to_string());
    match goal.metric {
        GoalMetric::DeliveriesOver => t!("result-deliveries", percent = percent, days = days()),
        GoalMetric::NewUsersOver => t!("result-new-users", percent = percent, days = days()),
        _ => percent,
    }
}

/// How machines name what the result is a share of.
fn result_kind(metric: GoalMetric) -> &'static str {
    match metric {
        GoalMetric::Manual => "value",
        GoalMetric::Uptime => "share_available",
        GoalMetric::CallsWithin1Min | GoalMetric::CallsWithin3Min => "share_within_limit",
        GoalMetric::DeliveriesOver | GoalMetric::NewUsersOver => "share_over_limit",
    }
}

/// How machines name the outcome.
fn met(outcome: GoalOutcome) -> &'static str {
    match outcome {
        GoalOutcome::Met => "true",
        GoalOutcome::Missed => "false",
        GoalOutcome::NotSet => "not_stated",
        GoalOutcome::NoResult => "",
    }
}
