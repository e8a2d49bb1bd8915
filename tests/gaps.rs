//! What is not known is no number. Tables are emptied and cut short, one by one, and every figure,
//! table and drafted sentence is read.

use std::collections::BTreeSet;
use std::sync::Arc;

use arsmelding::calendar::Span;
use arsmelding::figures::{
    CaseMeasure, Dimension, Figures, Key, Period, Reference, SickMeasure, TABLE_NAMES, Table,
    TableRequest, Yearly,
};
use arsmelding::project::{Project, SickGroup, SourceKind, TableId, TurnoverDirection};
use arsmelding::report::{ReportKind, plain_text};
use arsmelding::storage;
use jiff::civil::date;

use crate::common::{running_sample, sample_project};

/// The sample without texts of its own, so that all sentences are drafted.
fn drafted(mut project: Project) -> Project {
    project.texts = Arc::default();
    project
}

fn sample() -> Project {
    drafted(storage::read(&sample_project()).unwrap())
}

fn without(project: &Project, table: TableId, keep: impl Fn(usize) -> bool) -> Project {
    let mut cut = project.clone();
    cut.rows_mut(table).keep(&|row| keep(row));
    cut
}

fn table(figures: &Figures, name: &str) -> Table {
    figures.table(&TableRequest { name: name.to_owned(), year: None, quarter: None }).unwrap()
}

/// The lines of the annual report.
fn lines(project: &Project) -> BTreeSet<String> {
    let made = ReportKind::Annual.make(&Figures::of(project), date(2022, 3, 1)).unwrap();
    made.iter()
        .flat_map(|made| plain_text(&made.report).lines().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// What the report says of a project that it does not say of the sample.
fn said_instead(project: &Project) -> Vec<String> {
    lines(project).difference(&lines(&sample())).cloned().collect()
}

/// The tables that persons fill in and that figures outside the accounts are made of.
const COUNTED: [TableId; 10] = [
    TableId::Goals,
    TableId::Staff,
    TableId::Gender,
    TableId::Turnover,
    TableId::SickLeave,
    TableId::SickLeaveYears,
    TableId::Calls,
    TableId::Deliveries,
    TableId::NewUsers,
    TableId::Uptime,
];

#[test]
fn a_table_that_is_emptied_leaves_gaps_and_no_new_number() {
    let whole = sample();
    let figures = Figures::of(&whole);
    let mut gaps = 0;
    for emptied in COUNTED {
        let empty = Figures::of(&without(&whole, emptied, |_| false));
        for figure in empty.all() {
            // What sick leave a year had is known twice: by its days, and as a percentage.
            let is_given_too =
                matches!(figure.key, Key::SickLeave(_, None, SickMeasure::TotalPercent));
            let before = figures.value(&figure.key);
            assert!(
                before == figure.value || is_given_too,
                "{emptied:?}: {} was {before:?} and is {:?}",
                figure.key,
                figure.value
            );
        }
        gaps += figures.all().len() - empty.all().len();
        for name in TABLE_NAMES {
            let (before, after) = (table(&figures, name), table(&empty, name));
            let numbers = |table: &Table| {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells
                    .filter(|cell| cell.is_number())
                    .map(|cell| cell.print())
                    .collect::<BTreeSet<_>>()
            };
            let new: Vec<String> = numbers(&after).difference(&numbers(&before)).cloned().collect();
            assert!(new.is_empty(), "{emptied:?}: {name} has got {new:?}");
        }
        for line in said_instead(&without(&whole, emptied, |_| false)) {
            assert!(!line.contains(" 0,0") && !line.contains("kr 0"), "{emptied:?}: {line}");
        }
    }
    assert!(gaps > 40, "only {gaps} figures are made of these tables");
}

#[test]
fn a_new_project_has_no_number_but_those_of_the_calendar() {
    let figures = Figures::of(&Project::new("Hedmark IKT", 2021, (2015, 2020)));
    let others: Vec<String> = figures
        .all()
        .iter()
        .filter(|figure| !matches!(figure.key, Key::Workdays(..)))
        .map(|figure| figure.key.to_string())
        .collect();
    assert!(others.is_empty(), "{others:?}");
    let year = Span::year(2021);
    let share = Key::Share(year, Dimension::Customer, Some("Hamar kommune".to_owned()));
    assert_eq!(figures.value(&share), None);
}

#[test]
fn turnover_is_known_when_a_row_tells_who_left_were_it_nobody() {
    let value =
        |project: &Project| Figures::of(project).value(&Key::Yearly(2021, Yearly::Turnover));
    let whole = sample();
    assert!(value(&whole).is_some());
    assert_eq!(value(&without(&whole, TableId::Turnover, |_| false)), None);
    let came = |row: usize| whole.turnover[row].direction == TurnoverDirection::In;
    assert_eq!(value(&without(&whole, TableId::Turnover, came)), None);
    let mut nobody = whole.clone();
    for row in Arc::make_mut(&mut nobody.turnover).iter_mut() {
        row.count = Some(0);
    }
    assert_eq!(value(&nobody), Some(0.into()));
}

#[test]
fn the_sick_leave_of_one_group_is_not_that_of_all() {
    let whole = sample();
    let women = |row: usize| whole.sick_leave[row].group == SickGroup::Women;
    let mut cut = without(&whole, TableId::SickLeave, women);
    cut.sick_leave_years = Arc::default();
    let figures = Figures::of(&cut);
    let days = |group| figures.value(&Key::SickLeave(2021, group, SickMeasure::Total));
    assert!(days(Some(SickGroup::Women)).is_some());
    assert_eq!(days(None), None);
    assert_eq!(figures.value(&Key::SickLeave(2021, None, SickMeasure::TotalPercent)), None);
    assert_eq!(table(&figures, "sick-leave").rows.len(), 1, "women, and no sum");
}

#[test]
fn a_result_of_half_the_months_says_so_wherever_it_is_told() {
    let whole = sample();
    for cut in [TableId::Uptime, TableId::Calls] {
        let is_early = |row: usize| match cut {
            TableId::Uptime => whole.uptime[row].period_start.unwrap().month() <= 6,
            _ => whole.calls[row].date.unwrap().month() <= 6,
        };
        let half = without(&whole, cut, is_early);
        let figures = Figures::of(&half);
        let partial: Vec<_> =
            figures.goals().into_iter().filter(|goal| goal.missing_months().is_some()).collect();
        assert!(!partial.is_empty());
        for goal in &partial {
            assert_eq!(goal.missing_months(), Some((6, 12)));
            let key = figures.goal_key(goal.row).unwrap();
            let text = figures.figure(&key).text();
            let telling: Vec<String> =
                said_instead(&half).into_iter().filter(|line| line.contains(&text)).collect();
            assert!(telling.len() >= 2, "table and sentence: {telling:?}");
            for line in telling {
                assert!(line.contains("6 av 12 måneder"), "{line}");
            }
        }
        let findings = arsmelding::checks::all(&figures, date(2022, 1, 10)).findings;
        assert_eq!(findings.iter().filter(|own| own.rule == "goal-months").count(), partial.len());
    }
    let figures = Figures::of(&whole);
    assert!(figures.goals().iter().all(|goal| goal.missing_months().is_none()));
}

#[test]
fn a_year_that_is_not_over_says_until_when_and_gives_no_number_of_a_whole_year() {
    let running = drafted(running_sample());
    let figures = Figures::of(&running);
    assert_eq!(
        figures.value(&Key::Yearly(2021, Yearly::CasesPerFte)),
        None,
        "eight months are no year's work"
    );
    let quarters = table(&figures, "quarters");
    let heads: Vec<String> = quarters.rows.iter().map(|row| row.cells[0].print()).collect();
    assert!(heads.contains(&"Snitt 2015–2020, samme dager".to_owned()), "{heads:?}");
    assert!(heads.contains(&"2021 per 31. august".to_owned()), "{heads:?}");
    let year = quarters.machine_rows().last().unwrap();
    assert_eq!(year.cells[0].machine_text(), "2021");
    let label = |period| figures.figure(&Key::Cases(2021, period, CaseMeasure::Count)).label;
    assert!(label(Period::Year).ends_with("2021 per 31. august"), "{}", label(Period::Year));
    assert!(!label(Period::COLUMNS[0]).contains("per"), "the first quarter is over");
    // The chart's text counts the days that the figure counts: the first of September is not over.
    let cases = figures.figure(&Key::Cases(2021, Period::COLUMNS[2], CaseMeasure::Count)).text();
    let told = said_instead(&running);
    let of_quarter = |line: &&String| line.starts_with("Saker per dag i 3. kvartal");
    let text = told.iter().find(of_quarter).unwrap();
    assert!(text.contains(&format!("{cases} saker til og med 31. august 2021")), "{text}");
}

#[test]
fn a_year_with_a_gap_has_no_number_of_its_cases() {
    let mut project = sample();
    let july = Span::new(date(2020, 7, 1), date(2020, 7, 31));
    let source = project.sources.iter().find(|source| {
        source.period.is_some_and(|period| period == Span::year(2020))
            && source.stream.kind == SourceKind::Cases
    });
    let id = source.unwrap().id;
    for source in Arc::make_mut(&mut project.sources) {
        if source.id == id {
            source.period = Some(Span::new(date(2020, 1, 1), date(2020, 6, 30)));
        }
    }
    for batch in Arc::make_mut(&mut project.cases) {
        Arc::make_mut(&mut batch.rows).retain(|case| !july.contains(case.registered.day()));
    }
    let figures = Figures::of(&project);
    let cases = |period| figures.value(&Key::Cases(2020, period, CaseMeasure::Count));
    assert!(cases(Period::COLUMNS[0]).is_some());
    assert_eq!(cases(Period::COLUMNS[2]), None, "July is missing in the third quarter");
    assert_eq!(cases(Period::Year), None);
    assert_eq!(
        figures.value(&Key::Cases(2021, Period::Year, CaseMeasure::Change(Reference::LastYear))),
        None
    );
}
