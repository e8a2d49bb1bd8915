//! What is left to do, derived from what the project does not have.

use super::chapters::Chapters;
use crate::calendar::{Date, Span, Year};
use crate::figures::{
    CustomerIndex, Figures, GoalOutcome, YearAccounts, sick_leave_percent, staff_at_year_end,
};
use crate::t;
use crate::ui::shell::Place;
use crate::words::date_long;

/// Something that is missing, and the place to fill it in.
pub(super) struct Task {
    pub text: String,
    /// The place.
    pub place: Place,
}

/// Everything that is missing, in the order of the work.
pub(super) fn tasks(figures: &Figures, chapters: &Chapters) -> Vec<Task> {
    let year = figures.report_year();
    let missing = [
        missing_days(figures, year).map(|text| (text, Place::Sources)),
        missing_years(figures).map(|text| (text, Place::Sources)),
        rejected_rows(figures).map(|text| (text, Place::Sources)),
        unknown_customers(figures).map(|text| (text, Place::Organisation)),
        no_events(figures, year).map(|text| (text, Place::Events)),
        goals(figures, year).map(|text| (text, Place::Goals)),
        staff(figures, year).map(|text| (text, Place::Organisation)),
        sick_leave(figures, year).map(|text| (text, Place::Organisation)),
        accounts(figures, year).map(|text| (text, Place::Economy)),
    ];
    let of_report = [unread(figures), without_owner(chapters)].into_iter().flatten();
    let of_report = of_report.map(|text| (text, Place::Report));
    let missing = missing.into_iter().flatten().chain(of_report);
    missing.map(|(text, place)| Task { text, place }).collect()
}

fn accounts(figures: &Figures, year: Year) -> Option<String> {
    let is_known = figures.accounts().year(year).is_some_and(YearAccounts::is_known);
    (!is_known).then(|| t!("overview-task-accounts", year = year.to_string()))
}

fn unread(figures: &Figures) -> Option<String> {
    let count = Chapters::unread(figures);
    (count > 0).then(|| t!("overview-task-unread", count = count))
}

fn without_owner(chapters: &Chapters) -> Option<String> {
    let count = chapters.without_owner();
    (count > 0).then(|| t!("overview-task-owners", count = count))
}

/// The days of the report year that no source speaks of.
fn missing_days(figures: &Figures, year: Year) -> Option<String> {
    let days: Vec<Date> =
        Span::year(year).days().filter(|day| figures.volumes().on(*day).is_none()).collect();
    let (first, last) = (days.first()?, days.last()?);
    let year = year.to_string();
    if days.len() >= 365 {
        return Some(t!("overview-task-no-cases", year = year));
    }
    Some(t!(
        "overview-task-days",
        count = days.len(),
        year = year,
        first = date_long(*first),
        last = date_long(*last)
    ))
}

/// The years of the baseline of which not every day is known.
fn missing_years(figures: &Figures) -> Option<String> {
    let (first, last) = figures.baseline();
    let years: Vec<String> = (first..=last)
        .filter(|year| figures.volumes().sum(Span::year(*year)).is_none())
        .map(|year| year.to_string())
        .collect();
    (!years.is_empty()).then(|| t!("overview-task-years", years = years.join(", ")))
}

fn rejected_rows(figures: &Figures) -> Option<String> {
    let sources = figures.project().sources.iter().filter(|source| source.rejected > 0);
    let rows = sources.map(|source| source.rejected).fold(0, u32::saturating_add);
    (rows > 0).then(|| t!("overview-task-rejected", count = rows))
}

/// Customers that the case rows name and the register does not know.
fn unknown_customers(figures: &Figures) -> Option<String> {
    let project = figures.project();
    let index = CustomerIndex::of(project);
    let codes = project.codes.customers.iter();
    let unknown = codes.filter(|(code, _)| index.customer(*code).is_none()).count();
    (unknown > 0).then(|| t!("overview-task-customers", count = unknown))
}

fn no_events(figures: &Figures, year: Year) -> Option<String> {
    let mut events = figures.project().events.iter();
    let has_one = events.any(|event| event.start.is_some_and(|start| start.day().year() == year));
    (!has_one).then(|| t!("overview-task-events", year = year.to_string()))
}

fn goals(figures: &Figures, year: Year) -> Option<String> {
    let goals = figures.goals();
    if goals.is_empty() {
        return Some(t!("overview-task-goals", year = year.to_string()));
    }
    let open = goals.iter().filter(|goal| goal.outcome == GoalOutcome::NoResult).count();
    (open > 0).then(|| t!("overview-task-results", count = open))
}

fn staff(figures: &Figures, year: Year) -> Option<String> {
    let is_missing = staff_at_year_end(figures.project(), year).is_none();
    is_missing.then(|| t!("overview-task-staff", year = year.to_string()))
}

fn sick_leave(figures: &Figures, year: Year) -> Option<String> {
    let is_missing = sick_leave_percent(figures.project(), year).is_none();
    is_missing.then(|| t!("overview-task-sick-leave", year = year.to_string()))
}
