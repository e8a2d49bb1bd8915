//! Every figure that prose can speak of, by what it is about.

use rust_decimal::Decimal;

use super::accounts_subjects::account_facts;
use super::fact::{Against, Fact, Measure, Subject};
use super::part::Part;
use super::people_subjects::people_facts;
use super::shelf::{Shelf, groups};
use super::tie::Tie;
use super::vocabulary::{Concept, Group, Vocabulary};
use crate::calendar::{Span, Year};
use crate::figures::{CaseMeasure, Figures, Key, Period, Reference, Unit};
use crate::project::{TableId, TargetUnit};

/// What prose can speak of: the figures by subject, and the changes between them.
pub fn subjects(figures: &Figures) -> Vec<Subject> {
    let mut shelf = Shelf::new(figures);
    case_facts(&mut shelf);
    goal_facts(&mut shelf);
    people_facts(&mut shelf);
    account_facts(&mut shelf);
    shelf.into_subjects()
}

fn case_facts(shelf: &mut Shelf<'_>) {
    let (report_year, baseline) = (shelf.figures.report_year(), shelf.figures.baseline());
    let first = baseline.0.min(report_year);
    for year in first..=baseline.1.max(report_year) {
        for period in Period::ALL {
            case_facts_of(shelf, year, period, year == report_year);
            if year == report_year {
                difference_from_average(shelf, year, period);
            }
        }
        yearly_facts(shelf, year);
        months(shelf, year);
    }
    weeks(shelf);
    days(shelf);
}

/// Figures of a year that are told of in the words that the vocabulary has for them.
fn yearly_facts(shelf: &mut Shelf<'_>, year: Year) {
    for yearly in shelf.figures.yearly(year) {
        let definition = yearly.definition();
        let Some(words) = Vocabulary::get().figure(definition.room, definition.name) else {
            continue;
        };
        let measure = match definition.unit {
            Unit::Percent { .. } => Measure::Share,
            _ => Measure::Plain,
        };
        shelf.add_figure(words, Key::Yearly(year, yearly), measure);
    }
}

fn months(shelf: &mut Shelf<'_>, year: Year) {
    for month in 1..=12 {
        add_cases(shelf, Key::Month(year, month), Part::Month(month));
    }
}

/// The part of the year that a period is; `None` of all of it.
fn part_of(period: Period) -> Option<Part> {
    match period {
        Period::Quarter(quarter) => Some(Part::Quarter(quarter)),
        Period::Half(half) => Some(Part::Half(half.number())),
        Period::Year => None,
    }
}

fn weeks(shelf: &mut Shelf<'_>) {
    let figures = shelf.figures;
    let year = figures.report_year();
    let complete = figures.weekly().weeks.iter().filter(|point| point.is_complete);
    for week in complete.map(|point| point.week) {
        let part = Part::Week(week.week);
        add_cases(shelf, Key::Week(week), part);
        if week.year == year
            && let Some(value) = figures.value(&Key::WeekAverage(week))
        {
            let words = groups([Concept::Cases, Concept::Average]);
            let fact = Fact::of(Key::WeekAverage(week), value, Measure::Plain);
            shelf.add(words, Fact { part: Some(part), ..fact });
        }
    }
}

/// The days of the report year.
fn days(shelf: &mut Shelf<'_>) {
    for day in Span::year(shelf.figures.report_year()).days() {
        let part = Part::Day(day.month().unsigned_abs(), day.day().unsigned_abs());
        add_cases(shelf, Key::Day(day), part);
    }
}

fn add_cases(shelf: &mut Shelf<'_>, key: Key, part: Part) {
    if let Some(value) = shelf.figures.value(&key) {
        let fact = Fact::of(key, value, Measure::Plain);
        shelf.add(groups([Concept::Cases]), Fact { part: Some(part), ..fact });
    }
}

/// Adds the average with the report year only. Other years have their numbers alone.
fn case_facts_of(shelf: &mut Shelf<'_>, year: Year, period: Period, is_report_year: bool) {
    let part = part_of(period);
    let mut add = |words: Vec<Group>, key: Key, measure, against| {
        if let Some(value) = shelf.figures.value(&key) {
            let between = change_of(shelf.figures, &key);
            shelf.add(words, Fact { part, against, between, ..Fact::of(key, value, measure) });
        }
    };
    let cases = || groups([Concept::Cases]);
    let per_workday = || groups([Concept::Cases, Concept::Workday]);
    let key = |measure| Key::Cases(year, period, measure);
    let last_year = Some(Against::Year(year - 1));
    add(cases(), key(CaseMeasure::Count), Measure::Plain, None);
    add(per_workday(), key(CaseMeasure::PerWorkday), Measure::Plain, None);
    let change = key(CaseMeasure::Change(Reference::LastYear));
    add(cases(), change, Measure::Change, last_year);
    let change = key(CaseMeasure::ChangePerWorkday(Reference::LastYear));
    add(per_workday(), change, Measure::Change, last_year);
    if is_report_year {
        let average = Some(Against::Average);
        let words = groups([Concept::Cases, Concept::Average]);
        add(words, key(CaseMeasure::Average), Measure::Plain, None);
        let change = key(CaseMeasure::Change(Reference::Average));
        add(cases(), change, Measure::Change, average);
        let change = key(CaseMeasure::ChangePerWorkday(Reference::Average));
        add(per_workday(), change, Measure::Change, average);
    }
    let workdays = Key::Workdays(year, period);
    add(groups([Concept::Workday]), workdays, Measure::Plain, None);
    let incidents = Key::Incidents(year, period);
    add(groups([Concept::Incident, Concept::Priority]), incidents, Measure::Plain, None);
    let distinct = Key::DistinctIncidents(year, period);
    add(groups([Concept::Incident, Concept::Distinct]), distinct, Measure::Plain, None);
}

/// How many cases more or less than the average.
fn difference_from_average(shelf: &mut Shelf<'_>, year: Year, period: Period) {
    let figures = shelf.figures;
    let fact = |measure| {
        let key = Key::Cases(year, period, measure);
        Some(Fact::of(key.clone(), figures.value(&key)?, Measure::Plain))
    };
    let both = fact(CaseMeasure::Count).zip(fact(CaseMeasure::Average));
    let made =
        both.and_then(|(count, average)| Fact::difference(&count, &average, Against::Average));
    let part = part_of(period);
    if let Some(fact) = made {
        shelf.add(groups([Concept::Cases]), Fact { part, ..fact });
    }
}

/// The two values that a change of the catalogue is between.
fn change_of(figures: &Figures, key: &Key) -> Option<(Decimal, Decimal)> {
    let Key::Cases(year, period, CaseMeasure::Change(reference)) = key else { return None };
    let comparison = figures.comparison(*year, *period)?;
    let reference = match reference {
        Reference::LastYear => comparison.last_year?.into(),
        Reference::Average => comparison.average?.value(),
    };
    Some((comparison.cases.into(), reference))
}

/// Results, targets, and how far one is from the other.
fn goal_facts(shelf: &mut Shelf<'_>) {
    let (figures, vocabulary) = (shelf.figures, Vocabulary::get());
    let project = figures.project();
    let rows = project.rows(TableId::Goals);
    for (index, goal) in project.goals.iter().enumerate() {
        let words = vocabulary.of_name(&goal.measure);
        let (Some(year), Some(result)) = (goal.year, figures.goal_key(index)) else { continue };
        shelf.add_figure(words.clone(), result.clone(), Measure::Share);
        let (measure, is_share) = match goal.target_unit {
            TargetUnit::Percent => (Measure::Share, true),
            TargetUnit::Days => (Measure::Plain, false),
        };
        let Some(value) = goal.target_value else { continue };
        let key = Key::Cell { table: TableId::Goals, row: rows.key(index), column: "target_value" };
        let target = Fact { year: Some(year), ..Fact::of(key, value, measure) };
        if let Some(value) = figures.value(&result).filter(|_| is_share) {
            let result = Fact::of(result, value, Measure::Share);
            let distance = Fact::difference(&result, &target, Against::Target);
            distance.into_iter().for_each(|fact| shelf.add(words.clone(), fact));
        }
        shelf.add_tied(words, Some(Tie::Target), target);
    }
}
