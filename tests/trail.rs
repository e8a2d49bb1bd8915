//! Every number of the sample project leads back to a file, its hash, sheet and cell, or to a
//! person.

use crate::common;
use std::sync::Arc;

use arsmelding::calendar::{Quarter, Span};
use arsmelding::figures::{Dimension, Figures, Filter, Key, Period, Trail, TrailPart, breakdown};
use arsmelding::number::{self, Decimal};
use arsmelding::project::{
    CellAt, CellEdit, Edit, EditContext, FundLines, GoalMetric, Project, TableId, TextPeriod,
};
use arsmelding::report::draft;
use arsmelding::storage;
use jiff::civil::date;

fn sample() -> Project {
    storage::read(&common::sample_project()).unwrap()
}

fn trail(figures: &Figures, key: &str) -> Trail {
    figures.trail(&figures.find_key(key).unwrap_or_else(|| panic!("{key}")))
}

/// The ends of a trail: "regnskap-2021.xlsx, Regnskapsrapport, E25", "rettet av økonomi".
fn ends(trail: &Trail) -> Vec<String> {
    let mut ends = Vec::new();
    for part in &trail.parts {
        match part {
            TrailPart::Figure(inner) => ends.extend(self::ends(inner)),
            TrailPart::Workdays { .. } => {}
            TrailPart::Rows { source, cells, .. } => {
                assert_eq!(source.sha256.len(), 64, "{}", source.file);
                ends.push(format!("{}, {}, {cells}", source.file, source.sheet));
            }
            TrailPart::Correction { correction, .. } => {
                ends.push(format!("rettet av {}: {}", correction.who, correction.why));
            }
            TrailPart::Typed { log } => {
                let who = log.as_ref().map(|log| log.who.as_str());
                ends.push(format!("skrevet av {}", who.unwrap_or_default()));
            }
        }
    }
    ends
}

#[test]
fn every_figure_of_the_year_ends_at_a_cell_or_a_person() {
    let figures = Figures::of(&sample());
    let is_asked = |key: &Key| match key {
        // Working days come from the calendar.
        Key::Workdays(..) => false,
        Key::Day(_) | Key::DayAverage(_) | Key::Week(_) | Key::WeekAverage(_) => false,
        key => key.year().is_none_or(|year| year == 2021),
    };
    let mut asked = 0;
    for figure in figures.all().into_iter().filter(|figure| is_asked(&figure.key)) {
        let is_zero = figure.value.is_some_and(|value| value.is_zero());
        let trail = figures.trail(&figure.key);
        asked += 1;
        assert!(is_zero || !ends(&trail).is_empty(), "{}: {trail:?}", figure.key);
    }
    assert!(asked > 500, "{asked}");
}

#[test]
fn a_goal_a_percentage_a_line_and_a_day_lead_to_their_cells() {
    let figures = Figures::of(&sample());
    let uptime = trail(&figures, "mål.oppetid.resultat");
    assert_eq!(uptime.formula.unwrap(), "1\u{a0}049\u{a0}203 av 1\u{a0}051\u{a0}200");
    for (key, end) in [
        ("mål.oppetid.resultat", "oppetid-2021.tsv, , D2–D25"),
        ("sykefravær.kvinner.prosent", "sykefravar-2021.xlsx"),
        ("§5-6.regnskap.sosiale-utgifter", "regnskap-2021.xlsx, Regnskapsrapport, E"),
        ("turnover.prosent", "bemanning-2021.xlsx, Bemanning, B4"),
        ("saker.2021-03-11", "saker-2021.xlsx, Saksliste, B"),
        ("saker.2015.q1", "saker-per-dag-2015.xlsx"),
    ] {
        let ends = ends(&trail(&figures, key));
        assert!(ends.iter().any(|own| own.starts_with(end)), "{key}: {ends:?}");
    }
    let sick = trail(&figures, "sykefravær.kvinner.prosent");
    assert_eq!(sick.formula.unwrap(), "201 dagsverk fravær delt på 2\u{a0}818 mulige");
}

#[test]
fn a_person_who_typed_or_corrected_a_number_is_named() {
    let context = common::somebody();
    let staff = |column: &str| {
        let project = sample();
        let rows = project.rows(TableId::Staff);
        CellAt { table: TableId::Staff, row: 2, column: rows.column(column).unwrap() }
    };
    let at = staff("employees_total");
    let set = |project: &Project, at: CellAt, text: &str| {
        let cells = vec![CellEdit { row: at.row, column: at.column, text: text.to_owned() }];
        let edit = Edit::SetCells { table: at.table, cells };
        project.edited(&edit, &context).unwrap().unwrap().0
    };
    let corrected = set(&sample(), at, "44");
    let why = Edit::GiveReason { cell: at, why: "To vikarer".to_owned() };
    let corrected = corrected.edited(&why, &context).unwrap().unwrap().0;
    let figures = Figures::of(&corrected);
    let ends_of_turnover = ends(&trail(&figures, "turnover.prosent"));
    assert!(ends_of_turnover.contains(&"rettet av økonomi: To vikarer".to_owned()));
    let turnover = figures.find_key("turnover.prosent").unwrap();
    assert_eq!(figures.corrections_under(&turnover).len(), 1);
    let per_fte = figures.find_key("saker.per-årsverk").unwrap();
    assert!(figures.corrections_under(&per_fte).is_empty(), "rests on another cell");

    // A row that a person typed has no file; the log tells who did it.
    let typed = set(&sample(), CellAt { row: 3, ..at }, "41");
    let figures = Figures::of(&typed);
    assert_eq!(ends(&figures.cell_trail(CellAt { row: 3, ..at })), ["skrevet av økonomi"]);
    // It does so when the row has got its name afterwards, and from another person.
    let kari = EditContext { who: "Kari".to_owned(), ..context.clone() };
    let by_kari = |project: &Project, at: CellAt, text: &str| {
        let cells = vec![CellEdit { row: at.row, column: at.column, text: text.to_owned() }];
        let edit = Edit::SetCells { table: at.table, cells };
        project.edited(&edit, &kari).unwrap().unwrap().0
    };
    let named = by_kari(&typed, CellAt { row: 3, ..staff("date") }, "31.12.2022");
    let who = |project: &Project, at: CellAt| ends(&Figures::of(project).cell_trail(at));
    assert_eq!(who(&named, CellAt { row: 3, ..at }), ["skrevet av økonomi"]);
    assert_eq!(who(&named, CellAt { row: 3, ..staff("date") }), ["skrevet av Kari"]);
    // Whoever wrote it last wrote it.
    let again = by_kari(&named, CellAt { row: 3, ..at }, "42");
    assert_eq!(who(&again, CellAt { row: 3, ..at }), ["skrevet av Kari"]);
}

#[test]
fn a_share_of_the_cases_leads_to_the_rows_that_it_counts() {
    let figures = Figures::of(&sample());
    let span = Quarter::First.span(2021);
    let shares = breakdown(figures.project(), &Filter::default(), span, Dimension::Customer);
    let largest = &shares[0];
    let key = Key::Share(span, Dimension::Customer, largest.word.clone());
    let trail = figures.trail(&key);
    assert_eq!(trail.figure.value, Some(largest.cases.into()));
    let [TrailPart::Rows { source, count, .. }] = &trail.parts[..] else {
        panic!("{:?}", trail.parts)
    };
    assert_eq!((source.file.as_str(), *count), ("saker-2021.xlsx", largest.cases as usize));
    // The shares of a dimension are all cases of the quarter.
    let all: u32 = shares.iter().map(|share| share.cases).sum();
    assert_eq!(figures.cases(2021, Period::Quarter(Quarter::First)), Some(all));
}

#[test]
fn while_the_year_runs_a_change_leads_to_the_same_days_of_the_year_before() {
    let figures = Figures::of(&common::running_sample());
    let same_days = figures.comparison(2021, Period::Year).unwrap();
    let before = figures.figure(&figures.find_key("saker.endring").unwrap());
    let trail = trail(&figures, "saker.endring");
    let formula = trail.formula.clone().unwrap();
    let last_year = number::count(same_days.last_year.unwrap().into());
    assert!(formula.ends_with(&format!("delt på {last_year}")), "{formula} {before:?}");
    assert_eq!(trail.basis, ["Sammenlignet med de samme dagene i 2020, 01.01.–31.08."]);
    let ends = ends(&trail);
    assert!(ends.iter().any(|own| own.starts_with("saker-2020.xlsx")), "{ends:?}");
    let average = self::trail(&figures, "saker.snitt");
    let six = average.formula.clone().unwrap();
    assert!(six.ends_with("delt på 6") && six.contains(&last_year), "{six}");
    // A quarter that is over is made of figures as ever.
    let second = self::trail(&figures, "saker.q2.endring");
    assert_eq!((second.basis.len(), second.parts.len()), (0, 2));
}

#[test]
fn the_average_of_a_week_is_made_of_whole_weeks_only() {
    let mut project = sample();
    // The first days of the first year are not known, the Monday and Tuesday of its week 10 among them.
    let begins = date(2015, 3, 4);
    let counts = &mut Arc::make_mut(&mut project.day_counts)[0];
    Arc::make_mut(&mut counts.rows).retain(|own| own.date >= begins);
    let sources = Arc::make_mut(&mut project.sources);
    let source = sources.iter_mut().find(|own| own.id == counts.source).unwrap();
    source.period = Some(Span::new(begins, date(2015, 12, 31)));
    let figures = Figures::of(&project);
    let average = figures.figure(&figures.find_key("saker.uke.10.snitt").unwrap());
    let trail = figures.trail(&average.key);
    let parts = trail.parts.iter().map(|part| match part {
        TrailPart::Figure(own) => own.figure.value.unwrap(),
        other => panic!("{other:?}"),
    });
    let parts: Vec<Decimal> = parts.collect();
    assert_eq!(parts.len(), 5, "the week of 2015 is not whole");
    let mean = parts.iter().sum::<Decimal>() / Decimal::from(5);
    assert_eq!(number::decimal(mean, 1), average.text());
}

#[test]
fn figures_of_what_is_called_alike_have_names_of_their_own() {
    let mut project = sample();
    let groups = Arc::make_mut(&mut project.gender);
    let mut before = groups[1].clone();
    (before.date, before.women) = (Some(date(2020, 12, 31)), Some(1));
    groups.insert(0, before);
    let goals = Arc::make_mut(&mut project.goals);
    for (measure, area) in
        [("Svar < 1 min", "Telefon"), ("Svar > 1 min", "Telefon"), ("Oppetid", "Nett")]
    {
        let mut own = goals[0].clone();
        (own.measure, own.area) = (measure.to_owned(), area.to_owned());
        own.metric = GoalMetric::Manual;
        own.result = Some(goals.len().into());
        goals.push(own);
    }
    let figures = Figures::of(&project);
    let keys: Vec<Key> =
        figures.keys().into_iter().filter(|key| matches!(key, Key::GoalResult(..))).collect();
    let mut values = Vec::new();
    for key in &keys {
        assert_eq!(figures.find_key(&key.to_string()).as_ref(), Some(key));
        values.push(figures.value(key).unwrap());
    }
    assert_eq!((keys.len(), &values[5..]), (8, &[5.into(), 6.into(), 7.into()][..]));
    let shares: Vec<Decimal> =
        (0..2).map(|row| figures.value(&figures.women_share_key(row)).unwrap()).collect();
    assert_ne!(shares[0], Decimal::from(50), "of 2020");
    assert_eq!(figures.value(&figures.women_share_key(2)), Some(Decimal::from(50)));
    let year = TextPeriod { year: 2021, quarter: None };
    let told = draft(&figures, "gender", year).unwrap();
    assert_eq!(told.matches("Ledergruppe").count(), 1, "{told}");
}

#[test]
fn what_is_set_aside_to_a_fund_of_two_lines_is_no_opening_balance() {
    let mut project = sample();
    Arc::make_mut(&mut project.accounts_settings).fund_lines = FundLines::Split;
    let figures = Figures::of(&project);
    let formula = |line: &str| trail(&figures, &format!("disposisjonsfond.2021.{line}")).formula;
    let of_accounts = Some("Fra balansen og regnskapet; fondet vises uten minus".to_owned());
    assert_eq!(formula("avsatt-fra-drift"), of_accounts);
    assert_eq!(formula("saldo-31-12"), of_accounts);
}
