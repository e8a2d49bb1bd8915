//! Figures of when cases were closed, and of cases per employee.

use std::sync::Arc;

use arsmelding::checks;
use arsmelding::figures::{Figures, Key, Yearly};
use arsmelding::number::Decimal;
use arsmelding::project::{Project, Source};
use arsmelding::storage;
use jiff::civil::date;

use crate::common::{running_sample, sample_project};

fn sample() -> Project {
    storage::read(&sample_project()).unwrap()
}

fn median_of(figures: &Figures, priority: &str) -> Option<Decimal> {
    figures.value(&Key::Yearly(2021, Yearly::MedianHours(Some(priority.to_owned()))))
}

/// Changes the minutes until each case of 2021 with that priority was closed.
fn change_minutes(project: &mut Project, priority: &str, change: impl Fn(usize, &mut Option<i32>)) {
    let code = project.codes.priorities.code(priority).unwrap();
    let mut at = 0;
    for batch in Arc::make_mut(&mut project.cases) {
        for case in Arc::make_mut(&mut batch.rows) {
            if case.registered.day().year() == 2021 && case.priority == code {
                change(at, &mut case.open_minutes);
                at += 1;
            }
        }
    }
}

#[test]
fn the_median_is_the_middle_of_the_closed_cases_of_a_priority() {
    let mut project = sample();
    // Three cases take one, two and nine hours; the others are still open.
    change_minutes(&mut project, "A", |at, minutes| *minutes = [60, 540, 120].get(at).copied());
    let figures = Figures::of(&project);
    assert_eq!(median_of(&figures, "A"), Some(Decimal::from(2)));
    // Of four, the two in the middle count half each.
    change_minutes(&mut project, "A", |at, minutes| {
        *minutes = [60, 540, 120, 180].get(at).copied()
    });
    assert_eq!(median_of(&Figures::of(&project), "A"), Some(Decimal::new(25, 1)));
    // A case that was closed before it was registered is a slip, and counts for neither figure.
    let share = |project: &Project| {
        Figures::of(project).value(&Key::Yearly(2021, Yearly::ClosedSameDay)).unwrap()
    };
    let before = share(&project);
    change_minutes(&mut project, "A", |at, minutes| {
        *minutes = [60, 540, 120, 180, -5].get(at).copied();
    });
    assert_eq!(median_of(&Figures::of(&project), "A"), Some(Decimal::new(25, 1)));
    assert_eq!(share(&project), before);
}

#[test]
fn a_year_whose_export_does_not_say_when_cases_were_closed_has_no_such_figures() {
    let mut project = sample();
    let without_closed =
        |source: &mut Source| source.columns.retain(|(field, _)| field != "closed");
    let sources = Arc::make_mut(&mut project.sources).iter_mut();
    sources.filter(|source| source.file == "saker-2021.xlsx").for_each(without_closed);
    let figures = Figures::of(&project);
    assert_eq!(median_of(&figures, "A"), None);
    assert_eq!(figures.value(&Key::Yearly(2021, Yearly::ClosedSameDay)), None);
    assert!(figures.value(&Key::Yearly(2020, Yearly::ClosedSameDay)).is_some());
    // 2015 is known as counts of days alone.
    assert_eq!(figures.value(&Key::Yearly(2015, Yearly::ClosedSameDay)), None);
}

#[test]
fn a_year_that_runs_says_up_to_which_day() {
    let figures = Figures::of(&running_sample());
    let share = figures.figure(&Key::Yearly(2021, Yearly::ClosedSameDay));
    assert!(share.value.is_some());
    assert!(share.label.contains("per 31. august"), "{}", share.label);
    assert_eq!(figures.value(&Key::Yearly(2021, Yearly::CasesPerEmployee)), None);
}

#[test]
fn the_figures_have_names_to_ask_by() {
    let figures = Figures::of(&sample());
    let cases = figures.value(&figures.find_key("saker").unwrap()).unwrap();
    let employees =
        figures.value(&figures.find_key("bemanning.2021-12-31.employees_total").unwrap());
    let per_employee = figures.value(&figures.find_key("saker.per-ansatt").unwrap());
    assert_eq!(per_employee, Some(cases / employees.unwrap()));
    for name in ["saker.median-timer.a", "saker.2020.median-timer.d", "saker.lukket-samme-dag@-1"] {
        assert!(figures.find_key(name).is_some_and(|key| figures.value(&key).is_some()), "{name}");
    }
}

#[test]
fn an_urgent_priority_that_takes_longer_than_the_next_is_pointed_out() {
    let rules = |project: &Project| {
        let checked = checks::all(&Figures::of(project), date(2022, 1, 12));
        let slow = checked.findings.into_iter().filter(|finding| finding.rule == "priority-slow");
        slow.map(|finding| finding.message.text()).collect::<Vec<_>>()
    };
    let mut project = sample();
    change_minutes(&mut project, "A", |_, minutes| *minutes = Some(60));
    change_minutes(&mut project, "B", |_, minutes| *minutes = Some(120));
    assert!(!rules(&project).iter().any(|text| text.contains("prioritet A tok")));
    // Somewhat longer may be chance.
    change_minutes(&mut project, "A", |_, minutes| *minutes = Some(180));
    assert!(!rules(&project).iter().any(|text| text.contains("prioritet A tok")));
    change_minutes(&mut project, "A", |_, minutes| *minutes = Some(240));
    let told = rules(&project);
    assert!(told.iter().any(|text| text.contains("prioritet A tok 4,0 timer i 2021")), "{told:?}");
}
