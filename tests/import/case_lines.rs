//! Several rows of one case: the row that was written last counts, and a blank never overrides.

use arsmelding::import::{Question, SheetRead, TypedRows};
use arsmelding::project::{Case, Code, Codes};

use super::support::{Files, sheet};

fn cases(read: &SheetRead) -> (&[Case], &Codes) {
    match &read.rows {
        TypedRows::Cases { rows, codes } => (rows, codes),
        other => panic!("no cases: {other:?}"),
    }
}

fn priorities(read: &SheetRead) -> Vec<String> {
    let (rows, codes) = cases(read);
    let word = |case: &Case| codes.priorities.word(case.priority).unwrap_or_default().to_owned();
    rows.iter().map(word).collect()
}

fn journal(head: &str, lines: &[&str]) -> SheetRead {
    let rows = (1..=12).flat_map(|day| {
        lines.iter().map(move |line| {
            let day = format!("{day:02}");
            format!("S{day};{day}.03.2021 08:15;{}\n", line.replace("DAG", &day))
        })
    });
    let text = format!("Saksnr;Opprettet;{head}\n{}", rows.collect::<String>());
    sheet(Files::new().write("journal.csv", text))
}

#[test]
fn a_blank_line_of_a_case_overrides_nothing() {
    for lines in [["Ås;A;a", ";;b"], [";;b", "Ås;A;a"], ["Ås;;a", ";A;b"]] {
        let read = journal("Kunde;Prioritet;Tekst", &lines);
        assert_eq!((read.questions.len(), read.accepted(), read.skipped_count()), (0, 12, 12));
        assert!(priorities(&read).iter().all(|word| word == "A"), "{lines:?}");
        assert!(cases(&read).0.iter().all(|case| case.customer != Code(0)), "{lines:?}");
    }
}

#[test]
fn a_line_that_says_little_leaves_a_case_closed_and_one_that_says_all_opens_it_again() {
    let head = "Lukket;Prioritet;Tekst";
    let closed = "DAG.03.2021 10:15";
    let read = journal(head, &[&format!("{closed};A;a"), ";;b"]);
    assert!(cases(&read).0.iter().all(|case| case.open_minutes == Some(120)));
    let read = journal(head, &[&format!("{closed};A;a"), ";A;b"]);
    assert!(cases(&read).0.iter().all(|case| case.open_minutes.is_none()));
}

#[test]
fn the_order_of_lines_is_that_of_the_column_that_tells_it() {
    let (early, late) = ("DAG.03.2021 08:30;A", "DAG.03.2021 10:00;C");
    for heading in ["Endret", "Sist oppdatert", "Updated at"] {
        let head = format!("{heading};Prioritet");
        for lines in [[early, late], [late, early]] {
            let read = journal(&head, &lines);
            assert_eq!((read.questions.len(), read.accepted()), (0, 12));
            assert!(priorities(&read).iter().all(|word| word == "C"), "{heading} {lines:?}");
        }
    }
    // A line that does not say when it was written follows the one above it.
    let read = journal("Endret;Prioritet", &["DAG.03.2021 08:30;A", ";"]);
    assert!(priorities(&read).iter().all(|word| word == "A"));
    // Nothing tells it: the last of the sheet.
    let read = journal("Prioritet", &["C", "A"]);
    assert!(priorities(&read).iter().all(|word| word == "A"));
}

#[test]
fn numbers_of_several_municipalities_on_the_same_days_are_asked_about() {
    let list = |customers: &[&str]| {
        let row = |customer: &str, day: u32| format!("{day};{customer};{day:02}.03.2021\n");
        let rows = customers.iter().flat_map(|own| (1..=10).map(move |day| row(own, day)));
        let text = format!("Saksnr;Kommune;Opprettet\n{}", rows.collect::<String>());
        sheet(Files::new().write("saker.csv", text))
    };
    let options =
        |read: SheetRead| -> Vec<String> { read.questions.iter().map(Question::option).collect() };
    assert_eq!(options(list(&["Ås", "Frogn", "Vestby"])), ["--repeated add|first|last"]);
    assert!(options(list(&["Ås", "Ås"])).is_empty());
    assert!(options(list(&["Ås"])).is_empty());
}
