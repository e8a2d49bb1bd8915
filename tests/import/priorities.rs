//! Words for priority: known, asked about once per system, and unknown until then.

use arsmelding::calendar::Quarter;
use arsmelding::checks::{self, Finding};
use arsmelding::figures::{Figures, Key, Period, TableCell, TableRequest};
use arsmelding::import::{Options, Question, SheetRead};
use arsmelding::project::{PriorityMeaning, Project, TextPeriod};
use arsmelding::report::draft;
use jiff::civil::date;

use super::support::{Files, imported, plan, project, sheet, sheet_with};

const DOORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/doors/priorities/");

fn said(priorities: &[(&str, PriorityMeaning)]) -> Options {
    let priorities = priorities.iter().map(|(word, means)| ((*word).to_owned(), *means)).collect();
    Options { priorities, ..Options::default() }
}

fn options_of(read: &SheetRead) -> Vec<String> {
    read.questions.iter().map(Question::option).collect()
}

/// A- and B-incidents of the year.
fn incidents(project: &Project) -> Option<u32> {
    let value = Figures::of(project).value(&Key::Incidents(2021, Period::Year));
    value.map(|value| u32::try_from(value).unwrap())
}

fn waiting(project: &Project) -> Vec<Finding> {
    let figures = Figures::of(project);
    let all = checks::all(&figures, date(2022, 3, 1)).findings;
    all.into_iter().filter(|own| own.rule == "priority-unknown").collect()
}

/// A list of cases on 365 days, of which the words come in turns.
fn year(words: &[&str]) -> String {
    let mut text = String::from("Saksnr;Registrert;Prioritet;Kunde\n");
    let mut day = date(2021, 1, 1);
    for (number, word) in (1..=365).zip(words.iter().cycle()) {
        text += &format!("S{number};{};{word};Hamar\n", day.strftime("%d.%m.%Y"));
        day = day.tomorrow().unwrap();
    }
    text
}

#[test]
fn pri_1_is_a() {
    let read = sheet(format!("{DOORS}pri-1-whole-year.csv"));
    assert_eq!(read.questions, []);
    let after = imported(&project(), &[read]);
    // Pri 2, 3, 4, 1 and again: of 365 days, 92 are Pri 2 and 91 are Pri 1.
    assert_eq!(incidents(&after), Some(183));
}

#[test]
fn every_unknown_word_is_asked_about_the_most_frequent_first() {
    let read = sheet(format!("{DOORS}own-words.csv"));
    assert_eq!(read.accepted(), 5);
    assert!(read.rejects.is_empty());
    assert_eq!(
        options_of(&read),
        [
            "--priority Vanlig=A|B|other",
            "--priority \"Haster veldig=A|B|other\"",
            "--priority Haster=A|B|other",
            "--priority \"Kan vente=A|B|other\"",
        ]
    );
    assert!(read.questions.iter().all(|question| question.may_wait));
    let asks = read.questions[0].asks.text();
    assert!(asks.contains("«Vanlig», som står på 2 saker"), "{asks}");
    assert!(asks.contains("«Haster veldig»") && asks.contains("«Kan vente»"), "{asks}");
}

#[test]
fn no_row_is_rejected_and_known_words_stay_known_beside_unknown_ones() {
    for file in ["one-unknown-word.csv", "urgent-9-percent.csv"] {
        let read = sheet(format!("{DOORS}{file}"));
        assert_eq!((read.accepted(), read.rejects.len()), (100, 0), "{file}");
        assert_eq!(read.questions.len(), 1, "{file}");
    }
    let files = Files::new();
    let read = sheet(files.write("mixed.csv", year(&["1 - Kritisk", "2 - Høy", "Gult nivå"])));
    assert_eq!(read.preview[0].values[2], "A");
    assert_eq!(read.preview[1].values[2], "B");
    assert_eq!(read.preview[2].values[2], "Gult nivå");
}

#[test]
fn until_somebody_says_what_a_word_means_the_incidents_are_unknown_and_never_none() {
    let files = Files::new();
    let read = sheet(files.write("waits.csv", year(&["1 - Kritisk", "Haster", "Vanlig"])));
    let planned = plan(&project(), std::slice::from_ref(&read));
    assert!(!planned.must_be_answered(), "the window may import first");
    let after = imported(&project(), &[read]);
    assert_eq!(incidents(&after), None);
    let figures = Figures::of(&after);
    let request = TableRequest { name: "incidents".to_owned(), year: Some(2021), quarter: None };
    let table = figures.table(&request).unwrap();
    assert_eq!(table.rows.len(), 4);
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(TableCell::machine_text).collect();
        assert_eq!([cells[1].as_str(), &cells[2]], ["", ""], "an empty field, never 0");
        assert_eq!(row.cells[1].print(), "–");
    }
    let [finding] = &waiting(&after)[..] else { panic!("one finding") };
    let message = finding.message.text();
    assert!(message.contains("243 saker") && message.contains("«Haster» (122)"), "{message}");
}

#[test]
fn no_drafted_sentence_tells_of_incidents_that_nobody_knows() {
    let files = Files::new();
    let year = year(&["1 - Kritisk", "Haster", "Vanlig"]);
    let read = sheet(files.write("waits.csv", &year));
    let before = imported(&project(), &[read]);
    let section = TextPeriod { year: 2021, quarter: Some(Quarter::First) };
    let told = draft(&Figures::of(&before), "drift", section).unwrap();
    assert!(told.contains("{saker.q1}") && !told.contains("hendelser"), "{told}");
    let answers = said(&[("Haster", PriorityMeaning::B), ("Vanlig", PriorityMeaning::Other)]);
    let read = sheet_with(files.write("waits.csv", &year), &before, &answers);
    let after = imported(&before, &[read]);
    let told = draft(&Figures::of(&after), "drift", section).unwrap();
    assert!(told.contains("{hendelser.q1"), "{told}");
}

#[test]
fn a_quarter_whose_words_are_all_known_keeps_its_number() {
    let files = Files::new();
    let text = "Saksnr;Registrert;Prioritet\n1;04.01.2021;A\n2;31.03.2021;C\n\
        3;01.04.2021;Haster\n4;30.06.2021;B\n5;01.07.2021;B\n6;31.12.2021;C\n";
    let after = imported(&project(), &[sheet(files.write("q2.csv", text))]);
    let figures = Figures::of(&after);
    let of = |quarter: usize| {
        let period = Period::COLUMNS[quarter];
        figures.value(&Key::Incidents(2021, period)).map(|value| value.to_string())
    };
    assert_eq!(of(0).as_deref(), Some("1"));
    assert_eq!(of(1), None);
    assert_eq!(of(2).as_deref(), Some("1"));
}

#[test]
fn a_quarter_whose_export_has_no_priorities_has_no_number() {
    let files = Files::new();
    let first = "Periode: 01.01.2021–31.03.2021\nSaksnr;Registrert;Prioritet\n1;04.01.2021;A\n";
    let second = "Periode: 01.04.2021–30.06.2021\nSaksnr;Registrert;Kunde\n2;04.04.2021;Hamar\n";
    let third = "Periode: 01.07.2021–30.09.2021\nSaksnr;Registrert;Prioritet\n3;04.07.2021;C\n";
    let lists = [("q1.csv", first), ("q2.csv", second), ("q3.csv", third)];
    let read = lists.map(|(name, text)| sheet(files.write(name, text)));
    let figures = Figures::of(&imported(&project(), &read));
    let of = |quarter: usize| {
        let period = Period::COLUMNS[quarter];
        figures.value(&Key::Incidents(2021, period)).map(|value| value.to_string())
    };
    assert_eq!([of(0), of(1), of(2)], [Some("1".to_owned()), None, Some("0".to_owned())]);
    assert_eq!(of(4), None, "nor has the year");
}

#[test]
fn an_answer_counts_at_once_and_is_kept() {
    let files = Files::new();
    let path = files.write("waits.csv", year(&["1 - Kritisk", "Haster", "Vanlig"]));
    let before = imported(&project(), &[sheet(&path)]);
    assert_eq!(incidents(&before), None);
    // The same file once more, with the answers: no row changes, and the number is there.
    let answers = said(&[("haster", PriorityMeaning::B), ("Vanlig", PriorityMeaning::Other)]);
    let read = sheet_with(&path, &before, &answers);
    assert_eq!(read.questions, []);
    let planned = plan(&before, std::slice::from_ref(&read));
    assert_eq!((planned.sheets[0].new, planned.sheets[0].changed), (0, 0));
    let after = imported(&before, &[read]);
    assert_eq!(incidents(&after), Some(122 + 122));
    assert!(waiting(&after).is_empty());
    // The next year's list asks nothing.
    let next = year(&["1 - Kritisk", "Haster", "Vanlig"]).replace(".2021;", ".2022;");
    let read = sheet_with(files.write("next.csv", next), &after, &Options::default());
    assert_eq!(read.questions, []);
    // The trail of the incidents names the rows that they are.
    let trail = Figures::of(&after).trail(&Key::Incidents(2021, Period::Year));
    assert_eq!(trail.figure.value.unwrap().to_string(), "244");
}

#[test]
fn one_systems_words_are_not_anothers() {
    let files = Files::new();
    let named = |system: &str, first: i32| {
        format!("Kilde: {system}\nSaksnr;Registrert;Prioritet\n{first};04.01.2021;Haster\n")
    };
    let answers = said(&[("Haster", PriorityMeaning::A)]);
    let read = sheet_with(files.write("a.csv", named("Redmine", 1)), &project(), &answers);
    let after = imported(&project(), &[read]);
    let own = named("Redmine", 2).replace("Saksnr;Registrert", "Saksnummer;Opprettet");
    let read = sheet_with(files.write("b.csv", own), &after, &Options::default());
    assert_eq!(read.questions, [], "the same system under other headings");
    let read = sheet_with(files.write("c.csv", named("OTRS", 3)), &after, &Options::default());
    let after = imported(&after, &[read]);
    assert_eq!(incidents(&after), None);
    assert_eq!(waiting(&after).len(), 1);
}

#[test]
fn words_whose_meaning_differs_between_systems_are_asked_about() {
    let files = Files::new();
    let words = ["1 very low", "2 low", "3 normal", "4 high", "5 very high"];
    let read = sheet(files.write("znuny.csv", year(&words)));
    assert_eq!(read.questions.len(), 5);
    let read = sheet(files.write("bare.csv", year(&["1", "2", "3", "4"])));
    assert_eq!(read.questions.len(), 0);
    // Where there is a 5, nobody knows at which end 1 stands.
    let read = sheet(files.write("five.csv", year(&["1", "2", "3", "4", "5"])));
    assert_eq!(read.questions.len(), 5);
}

#[test]
fn what_a_person_says_counts_before_what_is_known() {
    let files = Files::new();
    let path = files.write("said.csv", year(&["High", "Medium", "Low"]));
    let read = sheet_with(&path, &project(), &said(&[("Medium", PriorityMeaning::B)]));
    let after = imported(&project(), &[read]);
    assert_eq!(incidents(&after), Some(122 + 122));
}

#[test]
fn a_column_of_many_words_is_no_priority() {
    let files = Files::new();
    let rows = (1..=60).map(|at| format!("S{at};04.01.2021;Emne nummer {at}\n"));
    let text = format!("Saksnr;Registrert;Prioritet\n{}", rows.collect::<String>());
    let read = sheet(files.write("many.csv", text));
    assert_eq!(options_of(&read), ["--map priority=-"]);
}
