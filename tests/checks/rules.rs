//! The rules over the project: each with what triggers it, and with what is like it and does not.

use arsmelding::calendar::Date;
use arsmelding::checks::{self, Finding};
use arsmelding::figures::Figures;
use arsmelding::issue::Severity;
use arsmelding::project::{
    AccountBalance, AccountString, BalanceAccount, CallDay, Case, CaseBatch, Code, Correction,
    DayCount, DayCountBatch, Delivery, Direction, Edit, EditContext, Event, FundEntry,
    FundLineKind, GenderCount, Goal, LedgerBatch, LedgerRow, Minute, Project, Remark, Source,
    SourceId, SourceKind, Staff, StatementId, StatementLine, Stream, TableId, Uptime,
};
use arsmelding::storage;
use jiff::civil::date;

use super::support::{TODAY, found, number, project, rows};

/// Asserts that a rule finds something in the first project, and nothing in the second.
#[track_caller]
fn triggers(rule: &str, wrong: &Project, right: &Project) -> Finding {
    assert!(found(right, rule).is_empty(), "{rule}: {:#?}", found(right, rule));
    let mut all = found(wrong, rule);
    assert!(!all.is_empty(), "{rule} finds nothing");
    let first = all.remove(0);
    let text = first.message.text();
    assert!(!text.contains('{') && !text.starts_with("check-"), "{text}");
    first
}

fn account(code: &str, actual: &str, budget: &str) -> AccountBalance {
    let mut parts = code.split('.').map(str::to_owned);
    let mut next = || parts.next().unwrap_or_default();
    AccountBalance {
        year: Some(2021),
        class: next(),
        account: next(),
        unit: next(),
        function: next(),
        actual: Some(number(actual)),
        revised_budget: (!budget.is_empty()).then(|| number(budget)),
        ..AccountBalance::default()
    }
}

fn books(balances: Vec<AccountBalance>) -> Project {
    Project { balances: rows(balances), ..project() }
}

#[test]
fn an_account_must_stand_on_a_line_and_an_art_where_it_is_allowed() {
    let right = books(vec![account("1.010.100.120", "100", "")]);
    let unknown = books(vec![account("1.999.100.120", "100", "")]);
    let finding = triggers("account-unplaced", &unknown, &right);
    assert_eq!(finding.severity, Severity::Error);
    let not_in_drift = books(vec![account("1.910.100.120", "100", "")]);
    triggers("account-not-allowed", &not_in_drift, &right);
}

#[test]
fn internal_arts_come_to_nothing_together() {
    let right = vec![account("1.290.100.120", "100", ""), account("1.790.110.120", "-100", "")];
    let wrong = vec![account("1.290.100.120", "100", ""), account("1.790.110.120", "-90", "")];
    let finding = triggers("internal-arts", &books(wrong), &books(right));
    assert_eq!(finding.found.unwrap().machine_text(), "10.00");
}

#[test]
fn a_line_over_the_limits_needs_a_remark() {
    let wrong = books(vec![account("1.010.100.120", "1500000", "1000000")]);
    let remark = |statement, line: &str| Remark {
        year: Some(2021),
        statement,
        line: line.to_owned(),
        remark: "Flere ansatte".to_owned(),
        ..Remark::default()
    };
    let remarks = vec![
        remark(StatementId::ByNature, "Lønnsutgifter"),
        remark(StatementId::Appropriations, "Sum bevilgninger drift, netto"),
    ];
    let right = Project { remarks: rows(remarks), ..wrong.clone() };
    triggers("deviation-without-remark", &wrong, &right);
}

#[test]
fn a_remark_is_older_than_the_amounts_it_speaks_of() {
    let books = |actual| books(vec![account("1.010.100.120", actual, "100")]);
    let remark = |project: &Project, cells: &[(&str, &str)], row| {
        let written = Remark {
            year: Some(2021),
            statement: StatementId::ByNature,
            line: "Lønnsutgifter".to_owned(),
            ..Remark::default()
        };
        let about = Figures::of(project).remarked(&written);
        let cells = cells.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned()));
        edited(project, &Edit::PutRemark { row, cells: cells.collect(), about })
    };
    let words = [
        ("year", "2021"),
        ("statement", "par5-6"),
        ("line", "Lønnsutgifter"),
        ("remark", "Flere ansatte enn ventet"),
    ];
    let right = remark(&books("150"), &words, None);
    let wrong = Project { balances: books("170").balances, ..right.clone() };
    let finding = triggers("remark-older", &wrong, &right);
    let text = finding.message.text();
    assert!(text.contains("150,00") && text.contains("170,00"), "{text}");
    assert!(text.contains("12. januar 2022"), "{text}");
    let line = finding.places[0].key().map(ToString::to_string);
    assert!(line.is_some_and(|line| line.contains("lønnsutgifter")), "{:?}", finding.places);
    // Whoever finds it still right says so; new words are of the new amount too.
    let settled = edited(&wrong, &finding.settling.unwrap().edit);
    assert!(found(&settled, "remark-older").is_empty());
    assert_eq!(settled.remarks[0].remark, "Flere ansatte enn ventet");
    assert!(settled.log.last().unwrap().what.contains("fortsatt er riktig"));
    let rewritten = remark(&wrong, &[("remark", "Enda flere ansatte")], Some(0));
    assert!(found(&rewritten, "remark-older").is_empty());
    let budget =
        Project { balances: rows(vec![account("1.010.100.120", "150", "140")]), ..right.clone() };
    assert!(triggers("remark-older", &budget, &right).message.text().contains("budsjett"));
    // Of a remark that remembers nothing, nothing is said.
    let mut unknown = wrong.clone();
    std::sync::Arc::make_mut(&mut unknown.remarks)[0].written = None;
    assert!(found(&unknown, "remark-older").is_empty());
    let read = storage::parse(&storage::to_text(&wrong).unwrap()).unwrap();
    assert_eq!(read.remarks, wrong.remarks);
}

fn edited(project: &Project, edit: &Edit) -> Project {
    let context = EditContext { who: "daglig leder".to_owned(), now: Minute::new(TODAY, 9, 30) };
    project.edited(edit, &context).unwrap().unwrap().0
}

fn ledger(amount: &str, day: Date) -> LedgerBatch {
    let account = AccountString {
        class: "1".to_owned(),
        account: "010".to_owned(),
        unit: "100".to_owned(),
        function: "120".to_owned(),
        ..AccountString::default()
    };
    let row = LedgerRow {
        account: 0,
        period: 5,
        day: Some(day),
        voucher: "4711".into(),
        amount: number(amount),
        customer: None,
        row: 2,
    };
    LedgerBatch {
        source: SourceId(1),
        year: 2021,
        accounts: rows(vec![account]),
        customers: rows(Vec::new()),
        rows: rows(vec![row]),
    }
}

#[test]
fn the_ledger_says_what_the_balances_say_and_is_of_its_year() {
    let with = |amount, day| Project {
        ledger: rows(vec![ledger(amount, day)]),
        ..books(vec![account("1.010.100.120", "100", "")])
    };
    let right = with("100", date(2021, 5, 3));
    triggers("ledger-differs", &with("99.50", date(2021, 5, 3)), &right);
    triggers("period-label", &with("100", date(2020, 5, 3)), &right);
}

#[test]
fn a_row_of_a_voucher_stands_once_in_the_ledger() {
    let with = |vouchers: [&str; 2]| {
        let mut batch = ledger("50", date(2021, 5, 3));
        let row = batch.rows[0].clone();
        let named = vouchers.map(|voucher| LedgerRow { voucher: voucher.into(), ..row.clone() });
        batch.rows = rows(named.to_vec());
        Project { ledger: rows(vec![batch]), ..books(vec![account("1.010.100.120", "100", "")]) }
    };
    let finding = triggers("ledger-double", &with(["4711", "4711"]), &with(["4711", "4712"]));
    assert_eq!(finding.difference.unwrap().machine_text(), "50.00");
}

#[test]
fn a_printed_statement_is_held_against_the_accounts() {
    let with = |printed: &str| {
        let line = StatementLine {
            year: Some(2021),
            statement: StatementId::ByNature,
            line: "Lønnsutgifter".to_owned(),
            actual: Some(number(printed)),
            ..StatementLine::default()
        };
        Project {
            statements: rows(vec![line]),
            ..books(vec![account("1.010.100.120", "100.40", "")])
        }
    };
    let finding = triggers("printed-differs", &with("-100.40"), &with("100.40"));
    assert!(finding.message.text().contains("byttet fortegn"));
    assert!(found(&with("100"), "printed-differs").is_empty(), "whole kroner");
}

#[test]
fn the_history_of_the_fund_says_what_the_accounts_say() {
    let with = |given: i64| {
        let entry = FundEntry {
            year: Some(2021),
            kind: FundLineKind::Closing,
            amount: Some(given.into()),
            ..FundEntry::default()
        };
        let fund = BalanceAccount {
            year: Some(2021),
            account: "56.001".to_owned(),
            opening: Some(number("-1000.40")),
            closing: Some(number("-1500.40")),
            ..BalanceAccount::default()
        };
        Project {
            fund: rows(vec![entry]),
            balance_list: rows(vec![fund]),
            ..books(vec![account("1.540.100.880", "500", "")])
        }
    };
    // The accounts say 1 500,40: 1 501 is whole kroner of it, and said to be no more.
    let finding = triggers("fund-history", &with(1501), &with(1500));
    assert_eq!(finding.severity, Severity::Note);
    assert!(finding.message.text().contains("Kun avrunding"), "{}", finding.message.text());
    let finding = triggers("fund-history", &with(1510), &with(1500));
    assert_eq!(finding.severity, Severity::Warning);
    let swapped = triggers("fund-history", &with(1050), &with(1500));
    assert!(swapped.message.text().contains("to sifre har byttet plass"));
}

fn source(id: u32, system: &str, first: Date, last: Date, file: &str) -> Source {
    Source {
        id: SourceId(id),
        stream: Stream {
            kind: SourceKind::Cases,
            system: system.to_owned(),
            selection: String::new(),
        },
        company: String::new(),
        file: file.to_owned(),
        sheet: String::new(),
        sha256: file.to_owned(),
        period: Some(arsmelding::calendar::Span::new(first, last)),
        is_last_day_partial: false,
        read: 1,
        accepted: 1,
        rejected: 0,
        skipped: 0,
        replaced: Vec::new(),
        columns: Vec::new(),
        imported: Minute::new(TODAY, 8, 0),
        imported_by: String::new(),
    }
}

fn case(number: &str, day: Date) -> Case {
    Case {
        number: number.into(),
        registered: Minute::new(day, 8, 0),
        priority: Code(0),
        kind: Code(0),
        category: Code(0),
        customer: Code(0),
        open_minutes: None,
        parent: None,
        row: 2,
    }
}

/// A project with a case on each of these days, known from the first to the last of them.
fn cases_on(days: &[Date]) -> Project {
    let source = source(1, "sak", days[0], *days.last().unwrap(), "saker.xlsx");
    let cases = days.iter().enumerate().map(|(at, day)| case(&at.to_string(), *day)).collect();
    Project {
        sources: rows(vec![source]),
        cases: rows(vec![CaseBatch { source: SourceId(1), rows: rows(cases) }]),
        ..project()
    }
}

#[test]
fn a_working_day_without_a_case_is_told_of_and_a_weekend_is_not() {
    // 1 to 5 March 2021 are Monday to Friday.
    let wrong = cases_on(&[date(2021, 3, 1), date(2021, 3, 3)]);
    let right = cases_on(&[date(2021, 3, 5), date(2021, 3, 8)]);
    triggers("empty-workday", &wrong, &right);
}

#[test]
fn a_gap_between_sources_is_told_of() {
    let with = |second: Date| {
        let mut project = cases_on(&[date(2021, 3, 1), date(2021, 3, 2)]);
        let sources = std::sync::Arc::make_mut(&mut project.sources);
        sources.push(source(2, "sak", second, second, "mer.xlsx"));
        project
    };
    let finding = triggers("case-gap", &with(date(2021, 3, 5)), &with(date(2021, 3, 3)));
    assert!(finding.message.text().contains("3. mars 2021"));
}

#[test]
fn nothing_lies_in_the_future() {
    let right = cases_on(&[date(2022, 1, 11), TODAY]);
    triggers("future", &cases_on(&[TODAY, date(2022, 1, 13)]), &right);
    let event = |day| Project {
        events: rows(vec![Event { start: Some(Minute::start_of(day)), ..Event::default() }]),
        ..project()
    };
    triggers("future", &event(date(2022, 2, 1)), &event(TODAY));
}

#[test]
fn a_year_that_is_over_is_known_to_its_last_day() {
    let wrong = cases_on(&[date(2021, 12, 1)]);
    triggers("year-unfinished", &wrong, &cases_on(&[date(2021, 12, 31)]));
}

#[test]
fn day_counts_and_rows_of_the_same_day_agree() {
    let with = |cases| {
        let mut project = cases_on(&[date(2021, 3, 1)]);
        let count = DayCount { date: date(2021, 3, 1), cases, row: 2 };
        project.day_counts =
            rows(vec![DayCountBatch { source: SourceId(2), rows: rows(vec![count]) }]);
        project
    };
    triggers("day-count-differs", &with(3), &with(1));
}

#[test]
fn one_system_under_two_names_counts_its_cases_twice() {
    let with = |number: &str| {
        let mut project = cases_on(&[date(2021, 3, 1)]);
        let day = date(2021, 3, 1);
        std::sync::Arc::make_mut(&mut project.sources).push(source(2, "annet", day, day, "b.csv"));
        let batch = CaseBatch { source: SourceId(2), rows: rows(vec![case(number, day)]) };
        std::sync::Arc::make_mut(&mut project.cases).push(batch);
        project
    };
    triggers("case-double", &with("0"), &with("1"));
}

#[test]
fn a_day_far_out_is_told_of_unless_an_event_explains_it() {
    let peak = date(2021, 3, 11);
    let mut counts = Vec::new();
    for year in 2015..=2021 {
        for day in arsmelding::calendar::Span::year(year).days() {
            let cases = if day == peak { 400 } else { 100 + u32::from(day.day().unsigned_abs()) };
            counts.push(DayCount { date: day, cases, row: 2 });
        }
    }
    let batch = DayCountBatch { source: SourceId(1), rows: rows(counts) };
    let wrong = Project { day_counts: rows(vec![batch]), ..project() };
    let event = Event { start: Some(Minute::start_of(peak)), ..Event::default() };
    let right = Project { events: rows(vec![event]), ..wrong.clone() };
    let finding = triggers("outlier", &wrong, &right);
    assert_eq!(finding.severity, Severity::Note);
    assert_eq!(found(&wrong, "outlier").len(), 1);
}

#[test]
fn a_row_stands_once() {
    let group = |name: &str| GenderCount { group: name.to_owned(), ..GenderCount::default() };
    let with = |second| Project { gender: rows(vec![group("Ledere"), group(second)]), ..project() };
    triggers("double", &with("Ledere"), &with("Teamledere"));
    let event = |title: &str, text: &str| Event {
        start: Some(Minute::start_of(date(2021, 3, 11))),
        title: title.to_owned(),
        text: text.to_owned(),
        ..Event::default()
    };
    let with = |text| Project {
        events: rows(vec![event("Strømbrudd", "Strømmen gikk på Hamar"), event("Avbrudd", text)]),
        ..project()
    };
    triggers("double", &with("Strømmen gikk på Hamar."), &with("Nettet gikk på Hamar"));
    let delivery =
        |reference: &str| Delivery { reference: reference.to_owned(), ..Delivery::default() };
    let with =
        |second| Project { deliveries: rows(vec![delivery("B1"), delivery(second)]), ..project() };
    triggers("double", &with("B1"), &with("B2"));
}

#[test]
fn things_happen_in_their_order() {
    let delivery = |delivered| Project {
        deliveries: rows(vec![Delivery {
            reference: "B1".to_owned(),
            ordered: Some(date(2021, 3, 2)),
            delivered: Some(delivered),
            ..Delivery::default()
        }]),
        ..project()
    };
    triggers("backwards", &delivery(date(2021, 3, 1)), &delivery(date(2021, 3, 2)));
    let calls = |within_1_min| Project {
        calls: rows(vec![CallDay {
            date: Some(date(2021, 3, 1)),
            answered: Some(100),
            within_1_min: Some(within_1_min),
            within_3_min: Some(80),
            ..CallDay::default()
        }]),
        ..project()
    };
    triggers("calls-order", &calls(81), &calls(80));
    let uptime = |outage| Project {
        uptime: rows(vec![Uptime {
            measured_minutes: Some(60),
            outage_minutes: Some(outage),
            ..Uptime::default()
        }]),
        ..project()
    };
    triggers("outage", &uptime(61), &uptime(60));
}

fn goal(result: Option<&str>, target: Option<&str>, remark: &str) -> Project {
    let goal = Goal {
        year: Some(2021),
        measure: "Oppetid".to_owned(),
        target_value: target.map(number),
        direction: Direction::AtLeast,
        result: result.map(number),
        remark: remark.to_owned(),
        ..Goal::default()
    };
    Project { goals: rows(vec![goal]), ..project() }
}

#[test]
fn a_goal_has_a_result_a_target_and_words_that_fit() {
    let met = goal(Some("99.81"), Some("99.80"), "Målet er nådd.");
    triggers("goal-without-result", &goal(None, Some("99.80"), ""), &met);
    triggers("goal-without-target", &goal(Some("99.81"), None, ""), &met);
    triggers("goal-word", &goal(Some("99.81"), Some("99.80"), "Målet er ikke nådd."), &met);
    let missed = goal(Some("99.70"), Some("99.80"), "Målet er ikke nådd.");
    triggers("goal-word", &goal(Some("99.70"), Some("99.80"), "Målet er nådd."), &missed);
    triggers("goal-without-remark", &goal(Some("99.70"), Some("99.80"), ""), &missed);
}

#[test]
fn of_two_goals_with_one_name_a_finding_leads_to_its_own() {
    let met = goal(Some("99.90"), Some("99.80"), "Nådd").goals[0].clone();
    let missed =
        Goal { result: Some("99.70".parse().unwrap()), remark: String::new(), ..met.clone() };
    let project = Project { goals: rows(vec![met, missed]), ..project() };
    let findings = found(&project, "goal-without-remark");
    let figures = Figures::of(&project);
    assert_eq!(findings.len(), 1);
    assert_ne!(figures.goal_key(0), figures.goal_key(1));
    assert_eq!(findings[0].places[0].key(), figures.goal_key(1).as_ref());
}

#[test]
fn a_source_that_moved_under_a_correction_is_told_of() {
    let with = |moved_from: Option<&str>| Project {
        corrections: rows(vec![Correction {
            table: TableId::Staff,
            key: "2021-12-31".to_owned(),
            column: "employees_total".to_owned(),
            original: "43".to_owned(),
            value: "42".to_owned(),
            when: Minute::new(TODAY, 8, 0),
            who: "økonomi".to_owned(),
            why: String::new(),
            moved_from: moved_from.map(str::to_owned),
        }]),
        ..project()
    };
    triggers("source-moved", &with(Some("41")), &with(None));
}

#[test]
fn names_tell_the_period_of_their_data() {
    let file = |name: &str| {
        let mut project = cases_on(&[date(2021, 3, 1)]);
        std::sync::Arc::make_mut(&mut project.sources)[0].file = name.to_owned();
        project
    };
    triggers("period-label", &file("saker-2020.xlsx"), &file("saker-2021.xlsx"));
    let group = |day| Project {
        gender: rows(vec![GenderCount {
            group: "Ledergruppe 31.12.2021".to_owned(),
            date: Some(day),
            ..GenderCount::default()
        }]),
        ..project()
    };
    triggers("period-label", &group(date(2020, 12, 31)), &group(date(2021, 12, 31)));
    let selection = |name: &str| {
        let mut project = cases_on(&[date(2021, 3, 1)]);
        std::sync::Arc::make_mut(&mut project.sources)[0].stream.selection = name.to_owned();
        project
    };
    triggers("period-label", &selection("Registrert i 2020"), &selection("Registrert i 2021"));
}

#[test]
fn a_table_has_rows_of_the_year_that_is_reported_on() {
    let staff = |days: &[Date]| {
        let row = |day: &Date| Staff { date: Some(*day), ..Staff::default() };
        Project { staff: rows(days.iter().map(row).collect()), ..project() }
    };
    let right = staff(&[date(2020, 12, 31), date(2021, 12, 31)]);
    let finding = triggers("period-label", &staff(&[date(2020, 12, 31)]), &right);
    assert!(finding.message.text().contains("ingen rader for 2021"));
    assert!(found(&project(), "period-label").is_empty(), "an empty table says nothing");
}

#[test]
fn a_text_speaks_of_the_year_that_its_numbers_are_of() {
    let remark = |text: &str| goal(Some("99.81"), Some("99.80"), text);
    let right = remark("Oppetiden i 2021 var god.");
    let finding = triggers("period-label", &remark("Oppetiden i 2020 var god."), &right);
    assert_eq!(finding.severity, Severity::Note);
    for compares in [
        "Bedre enn i 2020.",
        "Opp fra 2020.",
        "Målet er nådd.",
        "Versjon 2013 er i bruk siden 2013.",
    ] {
        assert!(found(&remark(compares), "period-label").is_empty(), "{compares}");
    }
    let event = |text: &str| Project {
        events: rows(vec![Event {
            start: Some(Minute::start_of(date(2021, 3, 11))),
            text: text.to_owned(),
            ..Event::default()
        }]),
        ..project()
    };
    triggers("period-label", &event("Strømbrudd 11.3.2020"), &event("Strømbrudd 11.3.2021"));
}

#[test]
fn the_rows_of_a_source_lie_in_the_period_that_it_states() {
    let with = |last: Date| {
        let mut project = cases_on(&[date(2021, 3, 1), date(2021, 3, 2)]);
        let span = arsmelding::calendar::Span::new(date(2021, 3, 1), last);
        std::sync::Arc::make_mut(&mut project.sources)[0].period = Some(span);
        project
    };
    triggers("period-label", &with(date(2021, 3, 1)), &with(date(2021, 3, 2)));
}

#[test]
fn one_case_twice_in_one_export_and_not_alike_is_told_of() {
    let with = |replaced: Vec<(u32, u32)>| {
        let mut project = cases_on(&[date(2021, 3, 1)]);
        std::sync::Arc::make_mut(&mut project.sources)[0].replaced = replaced;
        project
    };
    let finding = triggers("case-double", &with(vec![(4, 27)]), &with(Vec::new()));
    assert!(finding.message.text().contains("rad 4 og rad 27"));
}

#[test]
fn legal_contents_and_deadlines_are_for_a_person_to_judge() {
    let has = |project: &Project, words: &str| {
        let all = found(project, "legal-content");
        assert!(all.iter().all(|own| own.severity == Severity::Note));
        all.iter().any(|own| own.message.text().contains(words))
    };
    let goals = goal(Some("99.81"), Some("99.80"), "");
    assert!(has(&project(), "§ 14-7 c") && !has(&goals, "§ 14-7 c"));
    let deadlines = |today| {
        let all = checks::all(&Figures::of(&project()), today).findings;
        all.iter().filter(|own| own.rule == "deadline").count()
    };
    assert_eq!(deadlines(TODAY), 0);
    assert_eq!(deadlines(date(2022, 2, 10)), 1, "the accounts are due on 22 February");
    assert_eq!(deadlines(date(2022, 4, 1)), 2, "both are over");
    assert_eq!(deadlines(date(2025, 1, 1)), 0, "an old year");
}
