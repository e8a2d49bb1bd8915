//! A new year from a finished project: what comes along, what does not, and that nothing of the
//! old year stands as the new one's.

use std::process::Command;
use std::sync::Arc;

use crate::common::{sample_project, somebody};
use arsmelding::checks;
use arsmelding::figures::{
    AccountsKey, AmountColumn, CaseMeasure, Figures, Key, Period, RowMeasure, TrailPart,
};
use arsmelding::project::{
    AccountsStatus, CellEdit, Edit, Milestone, Project, SectionState, SectionText, StatementId,
    TableId, TextPeriod, alt_text_id,
};
use arsmelding::report;
use arsmelding::storage;
use jiff::civil::date;

const FILE: &str = "hedmark-ikt-2021.ron";

fn sample() -> Project {
    storage::read(&sample_project()).unwrap()
}

fn next(project: &Project) -> Project {
    Figures::of(project).for_new_year(None, FILE, &somebody()).unwrap()
}

fn edited(project: &Project, edit: &Edit) -> Project {
    project.edited(edit, &somebody()).unwrap().unwrap().0
}

#[test]
fn the_new_year_is_saved_read_and_compared_with_the_years_before_it() {
    let old = sample();
    let after = next(&old);
    let settings = &after.settings;
    assert_eq!(settings.report_year, 2022);
    assert_eq!((settings.baseline_first, settings.baseline_last), (2016, 2021));
    assert!(Arc::ptr_eq(&after.cases, &old.cases), "the cases are shared");
    let read = storage::parse(&storage::to_text(&after).unwrap()).unwrap();
    assert_eq!(read, after);
    let figures = Figures::of(&after);
    assert_eq!(figures.cases(2021, Period::Year), Some(36_226));
    assert_eq!(figures.goals_of(2021), Figures::of(&old).goals(), "last year's results stay");
    let sentence = &after.log.last().unwrap().what;
    assert_eq!((after.log.len(), sentence.as_str()), (1, "Begynte 2022 fra prosjektet for 2021"));
}

#[test]
fn the_last_column_is_the_old_years_accounts_to_the_ore() {
    let (old, new) = (Figures::of(&sample()), Figures::of(&next(&sample())));
    let statements = [
        StatementId::Appropriations,
        StatementId::Investment,
        StatementId::ByNature,
        StatementId::BalanceSheet,
    ];
    for id in statements {
        let (was, is) = (old.statement(id, 2021).unwrap(), new.statement(id, 2022).unwrap());
        let kept = new.statement(id, 2021).unwrap();
        for row in &was.rows {
            let amount = row.amounts.get(AmountColumn::Actual);
            assert_eq!(kept.amount(&row.id, AmountColumn::Actual), amount, "{id:?} {}", row.id);
            // 2022 has two lines a fund where 2021 has one.
            if let Some(own) = is.row(&row.id) {
                assert_eq!(own.amounts.get(AmountColumn::LastYear), amount, "{id:?} {}", row.id);
            }
        }
        for row in &is.rows {
            assert_eq!(row.amounts.get(AmountColumn::Actual), None, "{id:?} {}", row.id);
        }
    }
    let by_nature = new.statement(StatementId::ByNature, 2022).unwrap();
    let last_year = |row| by_nature.amount(row, AmountColumn::LastYear).unwrap();
    let netted = old.statement(StatementId::ByNature, 2021).unwrap();
    assert_eq!(
        last_year("avsetning-disposisjonsfond") + last_year("bruk-disposisjonsfond"),
        netted.amount("netto-disposisjonsfond", AmountColumn::Actual).unwrap(),
    );
    assert_eq!(last_year("netto-driftsresultat").to_string(), "-6619910.90");
    // The fund's history goes on.
    let closing = |figures: &Figures, year| {
        let table = figures.fund_table(year);
        let at = table.years.iter().position(|own| *own == 2021).unwrap();
        let amounts = table.lines.iter().map(|line| line.amounts[at].value);
        amounts.collect::<Vec<_>>()
    };
    assert_eq!(closing(&new, 2022), closing(&old, 2021));
}

#[test]
fn last_years_amounts_lead_to_the_old_project() {
    let figures = Figures::of(&next(&sample()));
    let key = Key::Accounts(AccountsKey::Row {
        statement: StatementId::ByNature,
        year: 2021,
        measure: RowMeasure::Amount(AmountColumn::Actual),
        row: "lønnsutgifter".to_owned(),
    });
    let trail = figures.trail(&key);
    let [TrailPart::Rows { source, .. }] = &trail.parts[..] else { panic!("{:?}", trail.parts) };
    assert_eq!((source.file.as_str(), source.stream.selection.as_str()), (FILE, "2021"));
}

#[test]
fn nothing_of_the_old_years_numbers_stands_as_the_new_years() {
    let figures = Figures::of(&next(&sample()));
    // Known beforehand: working days, the average to compare with, and last year's column.
    let is_known_beforehand = |key: &Key| match key {
        Key::Workdays(..) | Key::Cases(_, _, CaseMeasure::Average) => true,
        Key::WeekAverage(_) | Key::DayAverage(_) => true,
        Key::Accounts(AccountsKey::Row { measure, .. }) => {
            matches!(measure, RowMeasure::Amount(AmountColumn::LastYear))
        }
        _ => false,
    };
    let of_2022: Vec<Key> =
        figures.keys().into_iter().filter(|key| key.year() == Some(2022)).collect();
    assert!(of_2022.iter().any(|key| is_known_beforehand(key) && figures.value(key).is_some()));
    let known: Vec<String> = of_2022
        .iter()
        .filter(|key| !is_known_beforehand(key) && figures.value(key).is_some())
        .map(ToString::to_string)
        .collect();
    assert!(known.is_empty(), "{known:#?}");
    let project = figures.project();
    let accounts = (project.balances.len(), project.balance_list.len(), project.ledger.len());
    assert_eq!(accounts, (0, 0, 0));
}

#[test]
fn goals_are_set_anew_with_the_same_targets_and_without_results() {
    let old = sample();
    let after = next(&old);
    let of = |project: &Project, year| {
        let goals = project.goals.iter().filter(|own| own.year == Some(year));
        goals.map(|own| (own.measure.clone(), own.target_value, own.metric)).collect::<Vec<_>>()
    };
    assert!(!of(&old, 2021).is_empty());
    assert_eq!(of(&after, 2022), of(&old, 2021));
    assert_eq!(of(&after, 2021), of(&old, 2021), "the old year's stay");
    let set = after.goals.iter().filter(|own| own.year == Some(2022));
    assert!(set.clone().all(|own| own.result.is_none() && own.remark.is_empty()));
    let target = |year| {
        let mut years = after.sick_leave_years.iter();
        years.find(|own| own.year == Some(year)).and_then(|own| own.target_max_pct)
    };
    assert!(target(2021).is_some());
    assert_eq!(target(2022), target(2021));
}

#[test]
fn texts_come_along_as_drafts_that_nobody_has_read() {
    let mut old = sample();
    for text in Arc::make_mut(&mut old.texts) {
        text.state = SectionState::Approved;
        text.owner = "daglig leder".to_owned();
    }
    let after = next(&old);
    assert_eq!(after.texts.len(), old.texts.len());
    for (before, text) in old.texts.iter().zip(after.texts.iter()) {
        let period = (text.period.year, text.period.quarter);
        assert_eq!(period, (2022, before.period.quarter));
        assert_eq!((text.state, text.is_carried_over), (SectionState::Draft, true));
        assert_eq!((&text.body, &text.owner), (&before.body, &before.owner));
    }
    // What is written for the new year already is not written over.
    let period = TextPeriod { year: 2022, quarter: None };
    let mut early = SectionText::blank("general", period);
    early.body = Some("Ny tekst.".to_owned());
    Arc::make_mut(&mut old.texts).push(early.clone());
    assert_eq!(next(&old).section_text("general", period), Some(&early));
    let unread = checks::all(&Figures::of(&after), date(2023, 1, 12)).findings;
    let unread = unread.iter().filter(|own| own.rule == "text-unread").count();
    assert_eq!(unread, after.texts.len());
}

#[test]
fn the_report_of_the_new_year_says_what_is_missing() {
    let figures = Figures::of(&next(&sample()));
    let (report, issues) = report::annual(&figures, date(2023, 3, 1));
    let text = report::plain_text(&report);
    assert_eq!(report.title, "Årsmelding 2022");
    assert!(text.contains("[tallet mangler] saker ble registrert i 2022"), "{text}");
    assert!(!text.contains("{§"), "{text}");
    assert!(!issues.is_empty());
    assert!(report::pdf(&report).is_ok());
}

#[test]
fn what_was_decided_of_the_old_year_stays_behind() {
    let mut old = sample();
    let staff = old.staff.iter().position(|own| own.origin.is_some()).unwrap();
    let balance = old.balances.iter().position(|own| own.origin.is_some()).unwrap();
    for (table, row, column, text) in [
        (TableId::Staff, staff, "employees_total", "41"),
        (TableId::Balances, balance, "actual", "1,00"),
    ] {
        let column = old.rows(table).column(column).unwrap();
        let cells = vec![CellEdit { row, column, text: text.to_owned() }];
        old = edited(&old, &Edit::SetCells { table, cells });
    }
    let (rule, fingerprint, reason) = ("future".to_owned(), "1".to_owned(), "sett".to_owned());
    old = edited(&old, &Edit::Accept { rule, fingerprint, reason });
    Arc::make_mut(&mut old.milestones).push(Milestone::default());
    Arc::make_mut(&mut old.gender)[0].date = None;
    let mut accounts = (*old.accounts_settings).clone();
    accounts.status = AccountsStatus::Audited;
    accounts.limit_percent = 12.into();
    old.accounts_settings = Arc::new(accounts);
    let (section, period) = (alt_text_id("weeks"), TextPeriod { year: 2021, quarter: None });
    let body = Some("36 226 saker".to_owned());
    old = edited(&old, &Edit::WriteText { section: section.clone(), period, body });

    let after = next(&old);
    let corrected: Vec<TableId> = after.corrections.iter().map(|own| own.table).collect();
    assert_eq!(corrected, [TableId::Staff], "a correction stays with its row");
    assert!(
        after.acceptances.is_empty() && after.milestones.is_empty() && after.printed.is_empty()
    );
    assert_eq!(after.gender.len(), old.gender.len() - 1, "nobody knows its year");
    let accounts = &after.accounts_settings;
    assert_eq!((accounts.status, accounts.limit_percent), (AccountsStatus::Preliminary, 12.into()));
    assert_eq!(after.report.signing_date, None);
    assert!(!after.texts.iter().any(|own| own.section == section && own.period.year == 2022));
    // The register, the mapping and who signs are the company's own.
    assert_eq!((&after.customers, &after.mapping), (&old.customers, &old.mapping));
    assert_eq!((&after.signatories, &after.profiles), (&old.signatories, &old.profiles));
    let files: Vec<&str> = after.sources.iter().map(|own| own.file.as_str()).collect();
    assert!(files.contains(&"saker-2021.xlsx") && files.contains(&FILE), "{files:?}");
    assert!(!files.contains(&"regnskap-2021.xlsx") && !files.contains(&"hovedbok-2021.csv"));
}

#[test]
fn a_second_new_year_keeps_the_statements_of_both() {
    let first = Figures::of(&sample());
    let third = Figures::of(&next(&next(&sample())));
    assert_eq!(third.report_year(), 2023);
    let result = |figures: &Figures| {
        let own = figures.statement(StatementId::ByNature, 2021).unwrap();
        own.amount("netto-driftsresultat", AmountColumn::Actual)
    };
    assert_eq!(result(&third), result(&first));
}

#[test]
fn the_command_goes_on_from_a_finished_project() {
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("2022.ron");
    let old = sample_project();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_arsmelding"));
        command.arg("new").arg(&new).arg("--from").arg(&old).args(arguments).output().unwrap()
    };
    let refused = run(&["--year", "2021"]);
    assert_eq!((refused.status.code(), new.exists()), (Some(2), false));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("etter 2021"));
    assert_eq!(run(&[]).status.code(), Some(0));
    let project = storage::read(&new).unwrap();
    assert_eq!(project.settings.report_year, 2022);
    assert_eq!(project.settings.company, "Hedmark IKT");
    assert_eq!(run(&[]).status.code(), Some(2), "an existing file is refused");
}
