//! Counts of weeks, months and channels are no day counts.

use arsmelding::import::{Options, Question, SheetRead};
use arsmelding::project::{DateOrder, SourceKind};

use super::support::{Files, V::*, project, refusal, sheet, sheet_with};

fn of_days() -> Options {
    Options { kind: Some(SourceKind::DayCounts), ..Options::default() }
}

fn noted(read: &SheetRead, words: &str) -> bool {
    read.notes.iter().any(|note| note.message.text().contains(words))
}

/// A list of a count for each of those days.
fn list(days: &[&str]) -> String {
    let rows: String = days.iter().map(|day| format!("{day};120\n")).collect();
    format!("Dato;Antall saker\n{rows}")
}

#[test]
fn days_a_month_or_a_week_apart_are_asked_about() {
    let files = Files::new();
    let lists: [(&[&str], &str); 6] = [
        (&["01.01.2021", "01.02.2021", "01.03.2021"], "måned"),
        (&["01.01.2021", "01.02.2021"], "måned"),
        (&["31.01.2021", "28.02.2021", "31.03.2021"], "måned"),
        (&["01.01.2021", "01.04.2021", "01.07.2021", "01.10.2021"], "måned"),
        (&["04.01.2021", "11.01.2021", "18.01.2021", "25.01.2021"], "uke"),
        (&["10.01.2021", "17.01.2021", "24.01.2021"], "uke"),
    ];
    for (days, over) in lists {
        let path = files.write("antall.csv", list(days));
        let read = sheet(&path);
        let [question] = &read.questions[..] else { panic!("{days:?}: {:?}", read.questions) };
        assert_eq!(question.option(), "--kind day-counts");
        assert!(question.asks.text().contains(&format!("én rad for hver {over} ({}", days[0])));
        let said = sheet_with(&path, &project(), &of_days());
        assert_eq!(
            (said.questions.len(), said.accepted()),
            (0, u32::try_from(days.len()).unwrap())
        );
        assert!(noted(&said, &format!("én rad for hver {over}")), "{:?}", said.notes);
    }
}

#[test]
fn which_number_is_the_month_is_asked_before_whether_days_are_days() {
    let files = Files::new();
    // The first of each month, or the first days of January.
    let days: Vec<String> = (1..=9).map(|at| format!("01/{at:02}/2021")).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    let path = files.write("antall.csv", list(&days));
    let options: Vec<String> = sheet(&path).questions.iter().map(Question::option).collect();
    assert_eq!(options, ["--date-order dmy|mdy", "--kind day-counts"]);
    let said = |order| Options { date_order: Some(order), ..Options::default() };
    let asked = |order| sheet_with(&path, &project(), &said(order)).questions.len();
    assert_eq!((asked(DateOrder::DayFirst), asked(DateOrder::MonthFirst)), (1, 0));
}

#[test]
fn days_are_days_also_where_some_are_missing() {
    let files = Files::new();
    let lists: [&[&str]; 4] = [
        &["04.01.2021", "05.01.2021", "07.01.2021", "11.01.2021"],
        &["01.01.2021"],
        &["04.01.2021", "18.01.2021", "08.03.2021"],
        &["01.01.2021", "01.02.2021", "02.02.2021"],
    ];
    for days in lists {
        let read = sheet(files.write("antall.csv", list(days)));
        assert!(read.questions.is_empty() && !noted(&read, "én rad for hver"), "{days:?}");
        assert_eq!(read.accepted(), u32::try_from(days.len()).unwrap());
    }
}

#[test]
fn counts_under_months_and_weeks_are_refused_for_that() {
    let files = Files::new();
    let lists = [
        ("Måned;Antall saker\njanuar 2021;300\nfebruar 2021;280\n", "Måned", "januar 2021"),
        ("Måned;Antall saker\n01.01.2021;300\n01.02.2021;280\n", "Måned", "01.01.2021"),
        ("Måned;Antall saker\n01.01.2021;300\n", "Måned", "01.01.2021"),
        ("Måned;A;B;C;D;Totalt\njanuar 2021;1;2;3;4;10\n", "Måned", "januar 2021"),
        ("År;Måned;Antall\n2021;1;300\n2021;2;280\n", "Måned", "1"),
        (
            "Ukestart;Antall saker\n04.01.2021;50\n11.01.2021;60\n18.01.2021;55\n",
            "Ukestart",
            "04.01.2021",
        ),
        ("År;Uke;Saker\n2021;1;70\n2021;2;80\n", "Uke", "1"),
        ("Kvartal;Antall henvendelser\nQ1 2021;900\nQ2 2021;910\n", "Kvartal", "Q1 2021"),
        ("Dato;Antall saker\n2021-01;300\n2021-02;280\n", "Dato", "2021-01"),
        ("Dato;Antall saker\njan.21;300\nfeb.21;280\n", "Dato", "jan.21"),
    ];
    for (text, heading, example) in lists {
        let path = files.write("antall.csv", text);
        for options in [Options::default(), of_days()] {
            let why = refusal(&path, &options);
            let begins = format!("Kolonnen «{heading}» deler antallet");
            assert!(why.starts_with(&begins) && why.contains(&format!("(«{example}»)")), "{why}");
            assert!(why.contains("én rad per dag"), "{why}");
        }
    }
    let path = files.write("antall.csv", "Fra;Til;Antall saker\n01.01.2021;31.01.2021;50\n");
    let why = refusal(path, &Options::default());
    assert!(why.starts_with("Kolonnen «Fra» deler antallet"), "{why}");
    let months = files.xlsx(
        "antall.xlsx",
        &[
            &[T("Måned"), T("Antall saker")],
            &[D("2021-01-01T00:00:00"), N(300.0)],
            &[D("2021-02-01T00:00:00"), N(280.0)],
        ],
    );
    assert!(refusal(months, &of_days()).contains("«Måned»"));
}

#[test]
fn one_month_among_the_days_is_rejected_for_what_it_is() {
    let files = Files::new();
    let text = list(&["04.01.2021", "05.01.2021", "januar 2021"]);
    let read = sheet(files.write("antall.csv", text));
    assert_eq!((read.accepted(), read.rejects.len(), read.questions.len()), (2, 1, 0));
    assert!(read.rejects[0].cause.text().starts_with("Dette er en måned"));
}

#[test]
fn counts_of_channels_lack_the_column_of_all_cases() {
    let files = Files::new();
    let head = "Dato;Telefon;E-post;Portal";
    let path = files.write(
        "kanaler.csv",
        format!("{head};Totalt\n04.01.2021;10;5;3;18\n05.01.2021;8;4;2;14\n"),
    );
    let why = refusal(&path, &Options::default());
    assert!(why.contains("«Saker per dag»") && why.contains("«Antall saker»"), "{why}");
    let map = vec![("cases".to_owned(), "Totalt".to_owned())];
    let read = sheet_with(&path, &project(), &Options { map, ..of_days() });
    assert_eq!((read.questions.len(), read.accepted(), read.rejects.len()), (0, 2, 0));
    let without = format!("{head}\n04.01.2021;10;5;3\n05.01.2021;8;4;2\n");
    let why = refusal(files.write("kanaler.csv", without), &Options::default());
    assert!(why.contains("«Saker per dag»"), "{why}");
}

#[test]
fn the_split_of_counts_of_a_day_is_told_where_it_is_lost() {
    let files = Files::new();
    let text = "Dato;Kunde;Prioritet;Antall\n04.01.2021;Hamar;A;2\n04.01.2021;Grue;B;3\n\
                05.01.2021;Hamar;C;4\n06.01.2021;Hamar;C;4\n";
    let read = sheet(files.write("antall.csv", text));
    assert_eq!((read.accepted(), read.skipped_count()), (3, 1));
    assert!(noted(&read, "Fordelingen på «Kunde», «Prioritet»"), "{:?}", read.notes);
}

#[test]
fn a_lone_point_in_a_text_of_commas_parts_no_thousands() {
    let files = Files::new();
    let read = sheet(files.write("a.csv", "Dato,Antall saker\n2021-01-04,1.234\n2021-01-05,3\n"));
    assert_eq!((read.accepted(), read.rejects.len()), (1, 1));
    // Where a semicolon parts the cells, it does, as Norwegians write.
    let read = sheet(files.write("b.csv", "Dato;Antall saker\n2021-01-04;1.234\n2021-01-05;3\n"));
    assert_eq!((read.accepted(), read.rejects.len()), (2, 0));
}
