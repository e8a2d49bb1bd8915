//! Small lists whose numbers are of another measure than the table keeps: days for percent, pieces
//! for percent, percent for heads. They are asked about or left out, and never pass for it.

use arsmelding::import::{Options, Question, SheetRead};
use arsmelding::project::{PercentUnit, RepeatedRows, SourceKind, TableId};

use super::support::{Files, imported, project, refusal, sheet, sheet_with};

fn of_year() -> Options {
    Options { year: Some(2021), ..Options::default() }
}

fn asks(read: &SheetRead) -> Vec<String> {
    read.questions.iter().map(Question::option).collect()
}

fn list(text: &str) -> SheetRead {
    sheet_with(Files::new().write("liste.csv", text), &project(), &of_year())
}

fn noted(read: &SheetRead, words: &str) -> Vec<String> {
    let notes = read.notes.iter().filter(|note| note.message.text().contains(words));
    notes.map(|note| note.place.cell.clone().unwrap_or_default()).collect()
}

#[test]
fn days_of_sick_leave_are_no_percent() {
    for text in [
        "Avdeling;Mulige dagsverk;Egenmeldt;Legemeldt;Totalt\nDrift;400;8;12;20\n\
         Stab;420;9;15;24\nSum;820;17;27;44\n",
        "År;Korttid;Langtid;Totalt\n2020;20;30;50\n2021;21;33;54\n",
        "År;Mulige dagsverk;Egenmeldt;Legemeldt;Sykefravær totalt\n2020;400;2;4;6\n",
        "År;Sykefravær\n2020;45,5\n2021;38\n",
        "År;Sykefravær\n2020;22\n2021;18\n",
    ] {
        assert_eq!(asks(&list(text)), ["--percent points"], "{text}");
    }
    let files = Files::new();
    let path = files.write("fravær.csv", "År;Korttid;Langtid;Totalt\n2021;20;30;50\n");
    let said = Options { percent: Some(PercentUnit::Points), ..Options::default() };
    let read = sheet_with(&path, &project(), &said);
    assert_eq!((asks(&read).len(), read.accepted()), (0, 1));
}

#[test]
fn percentages_of_sick_leave_are_taken_without_a_question() {
    for text in [
        "År;Korttid;Langtid;Totalt\n2020;1,2;3,4;4,6\n2021;1,1;3,0;4,1\n",
        "År;1-16 dager;17+ dager;Totalt\n2020;1,6;3,1;4,7\n2021;1,7;3,2;4,9\n",
        "År;Sykefravær\n2020;5\n2021;6\n",
        "År;Sykefravær (%)\n2020;22\n2021;18\n",
        "År;Sykefravær\n2020;22 %\n2021;18 %\n",
        "År;Mulige dagsverk;Sykefravær\n2020;4000;4,5\n2021;4100;4,7\n",
        "År;Korttid (%);Langtid (%);Totalt\n2020;8;12;20\n",
    ] {
        let read = list(text);
        assert_eq!((asks(&read).len(), read.rejects.len()), (0, 0), "{text}");
        assert!(read.accepted() > 0, "{text}");
    }
}

#[test]
fn the_days_that_a_doctor_certified_are_read_by_their_other_names() {
    let text = "Gruppe;Mulige dagsverk;Egenmelding;Legemelding;Sum fravær\n\
                Kvinner;400;8;12;20\nMenn;420;9;15;24\n";
    let after = imported(&project(), &[list(text)]);
    let days: Vec<Option<u32>> =
        after.sick_leave.iter().map(|own| own.doctor_certified_days).collect();
    assert_eq!(days, [Some(12), Some(15)]);
}

#[test]
fn equal_months_and_quarters_are_no_repetitions() {
    for text in [
        "Måned;Korttid;Langtid;Totalt\nJanuar;1,5;3,2;4,7\nFebruar;1,5;3,2;4,7\nMars;1,5;3,2;4,7\n",
        "Kvartal;Korttid;Langtid;Sum\n1. kvartal;1,5 %;3,2 %;4,7 %\n2. kvartal;1,5 %;3,2 %;4,7 %\n",
    ] {
        assert_eq!(asks(&list(text)), ["--repeated first|last"], "{text}");
    }
    // The same row once more is one.
    let read = list("År;Korttid;Langtid;Totalt\n2021;1,5;3,2;4,7\n2021;1,5;3,2;4,7\n");
    assert_eq!((asks(&read).len(), read.accepted(), read.skipped_count()), (0, 1, 1));
}

#[test]
fn goals_that_count_are_no_percent() {
    for (goal, target, result) in [
        ("Antall klager", "10", "8"),
        ("Antall saker løst innen frist", "100", "95"),
        ("Brukertilfredshet (1-6)", "5", "4,8"),
        ("Tilfredshet (skala 1 til 10)", "8", "7,9"),
        ("Tilfredshet av 5", "4", "4,2"),
        ("Kundetilfredshet", "5,0", "4,8"),
        ("Svartid (sek)", "30", "25"),
        ("Svartid i minutter", "3", "2"),
        ("Kostnad per bruker", "4500", "4321,5"),
        ("Investert (mill. kr)", "2", "1,8"),
    ] {
        let read = list(&format!("Mål;Måltall;Resultat\n{goal};{target};{result}\n"));
        assert_eq!(noted(&read, "er noe annet"), ["B2"], "{goal}");
        let after = imported(&project(), &[read]);
        let goal = &after.goals[0];
        assert_eq!((goal.target_value, goal.result), (None, None), "{}", goal.measure);
    }
    for (goal, target, result) in [
        ("Kostnad", "kr 4 500", "4321,50"),
        ("Innsparing", "2 mill. kr", "1850000"),
        ("Svartid", "30 sek", "25"),
        ("Fornøyde", "4 av 5", "4"),
        ("Karakter", "minst 5 (1-6)", "4,8"),
    ] {
        let read = list(&format!("Mål;Krav;Resultat\n{goal};{target};{result}\nB;90 %;92\n"));
        assert_eq!(noted(&read, "er noe annet"), ["C2"], "{target}");
        let after = imported(&project(), &[read]);
        let results: Vec<bool> = after.goals.iter().map(|own| own.result.is_some()).collect();
        assert_eq!(results.iter().filter(|is_there| **is_there).count(), 1, "{target}");
    }
}

#[test]
fn goals_in_percent_are_taken_whatever_they_speak_of() {
    for (goal, target, result) in [
        ("Oppetid %", "99,5", "99,7"),
        ("Andel saker løst innen 3 dager", "90", "92"),
        ("Besvart innen 1 minutt", "80", "82"),
        ("Svartid under 3 min", "90", "88"),
        ("Kostnadsdekning", "95", "97"),
        ("Sykefravær", "5", "6,1"),
        ("Antall klager besvart (%)", "90", "92"),
        ("Antall klager", "10 %", "8 %"),
    ] {
        let read = list(&format!("Mål;Måltall;Resultat\n{goal};{target};{result}\n"));
        assert_eq!(read.questions.len(), 0, "{goal}");
        assert!(noted(&read, "er noe annet").is_empty(), "{goal}");
        let after = imported(&project(), &[read]);
        assert!(after.goals[0].target_value.is_some() && after.goals[0].result.is_some(), "{goal}");
    }
}

#[test]
fn goals_without_a_unit_are_asked_about() {
    let files = Files::new();
    for (goal, target, result) in [
        ("Fornøyde kunder", "4", "5"),
        ("Turnover", "10", "8"),
        ("Kundetilfredshet", "80", "83"),
        ("Nedetid", "2", "1,5"),
        ("Løst på dagen", "70", "75"),
    ] {
        let text = format!("Mål;Måltall;Resultat\n{goal};{target};{result}\nOppetid;99;99,5\n");
        let path = files.write("mål.csv", &text);
        let read = sheet_with(&path, &project(), &of_year());
        assert_eq!(asks(&read), ["--percent points|other"], "{goal}");
        assert!(read.questions[0].asks.text().contains(&format!("«{goal}»")));
        let taken = |percent| {
            let said = Options { percent: Some(percent), ..of_year() };
            let after = imported(&project(), &[sheet_with(&path, &project(), &said)]);
            let goals = after.goals.iter().map(|own| own.result.is_some());
            goals.collect::<Vec<bool>>()
        };
        assert_eq!(taken(PercentUnit::Points), [true, true], "{goal}");
        assert_eq!(taken(PercentUnit::Other), [false, true], "{goal}");
    }
    // The project has the goal in percent.
    let first = list("Mål;Måltall;Resultat\nTurnover;10 %;8 %\n");
    let before = imported(&project(), &[first]);
    let path = files.write("mål.csv", "Mål;Måltall;Resultat\nTurnover;10;7\n");
    assert_eq!(asks(&sheet_with(&path, &before, &of_year())).len(), 0);
    // A heading, a column of units, a number beside it or the target's words say it.
    for text in [
        "Mål;Måltall (%);Resultat (%)\nTurnover;10;8\n",
        "Mål;Måltall;Enhet;Resultat\nTurnover;10;%;8\n",
        "Mål;Måltall;Resultat\nTurnover;10 %;8\n",
        "Indikator;Målsetting;Resultat\nTurnover;høyst 10 %;8\n",
        "Mål;Måltall;Resultat\nTurnover;;\n",
    ] {
        assert_eq!(asks(&list(text)).len(), 0, "{text}");
    }
}

#[test]
fn a_share_among_percentages_is_told() {
    let head = "Mål;Måltall;Resultat\n";
    let read = list(&format!("{head}Løst innen frist;90;0,92\nOppetid;99,5;99,8\n"));
    assert_eq!(noted(&read, "0,92 prosent"), ["C2"]);
    let read = list(&format!("{head}Nedetid;1;0,5\nOppetid;99,5;99,8\n"));
    assert!(noted(&read, "prosent").is_empty());
}

#[test]
fn women_and_men_in_percent_are_no_heads() {
    let head = "Dato;Gruppe;Kvinner;Menn";
    let read = list(&format!("{head}\n31.12.2021;Ansatte;45 %;55 %\n"));
    assert_eq!((read.accepted(), read.rejects.len()), (0, 1));
    let shares = "31.12.2021;Ledere;40;60\n31.12.2021;Ansatte;45;55\n";
    assert_eq!(asks(&list(&format!("{head}\n{shares}"))), ["--kind gender"]);
    let files = Files::new();
    let path = files.write("alle.csv", format!("{head}\n{shares}"));
    let said = Options { kind: Some(SourceKind::Table(TableId::Gender)), ..Options::default() };
    let read = sheet_with(&path, &project(), &said);
    assert_eq!((asks(&read).len(), read.accepted()), (0, 2));
    // More women than employees there are none.
    let read =
        list("Dato;Gruppe;Kvinner;Totalt\n31.12.2021;Ledere;40;5\n31.12.2021;Ansatte;9;22\n");
    assert_eq!((read.accepted(), read.rejects.len()), (1, 1));
    assert!(read.rejects[0].cause.text().contains("flere kvinner enn"));
    for text in [
        "Dato;Gruppe;Kvinner (%);Menn (%)\n31.12.2021;Ledere;40;60\n31.12.2021;Ansatte;45;55\n",
        "Gruppe;Kvinner;Menn\nLedere;40 %;60 %\nAnsatte;47 %;53 %\n",
    ] {
        let why = refusal(files.write("kjønn.csv", text), &of_year());
        assert!(why.contains("kvinner og menn i prosent"), "{why}");
    }
    // Heads are heads, also where one group is a hundred.
    let read = list(&format!("{head}\n31.12.2021;Ledere;4;6\n31.12.2021;Ansatte;45;55\n"));
    assert_eq!((asks(&read).len(), read.accepted(), read.rejects.len()), (0, 2, 0));
}

#[test]
fn lists_that_are_nearly_what_is_needed_are_refused_with_what_they_lack() {
    let files = Files::new();
    for (text, cause) in [
        ("År;Korttidsfravær;Langtidsfravær\n2020;1,6;3,1\n2021;1,7;3,2\n", "ikke det samlede"),
        ("System;År;Oppetid\nERP;2021;99,95\nHR;2021;99,5\n", "oppetid"),
        ("Dato;Antall anrop\n01.03.2021;20\n02.03.2021;20\n", "hvor mange som ble besvart"),
        ("Måned;Innkommende samtaler\nJan;20\nFeb;20\n", "hvor mange som ble besvart"),
        (
            "Avdeling;Egenmeldte dager;Legemeldte dager;Mulige dagsverk\nStab;10;20;1200\n",
            "ikke for kvinner og menn",
        ),
        ("Avdeling;Sykedager;Mulige dagsverk\nStab;30;1200\n", "ikke for kvinner og menn"),
        (
            "Dato;Antall anrop;Besvarte;Ubesvarte\n01.03.2021;20;18;2\n02.03.2021;20;18;2\n",
            "ett eller tre",
        ),
    ] {
        let why = refusal(files.write("liste.csv", text), &Options::default());
        assert!(why.contains(cause), "{why}");
    }
}

#[test]
fn orders_that_each_place_numbers_for_itself_on_the_same_days_are_asked_about() {
    let files = Files::new();
    let rows = |places: &[&str]| -> String {
        let row = |place: &str, day: u32| {
            format!("{day};{place};{day:02}.03.2021;{:02}.03.2021;PC\n", day + 2)
        };
        places.iter().flat_map(|place| (1..=5).map(move |day| row(place, day))).collect()
    };
    for column in ["Kommune", "Avdeling", "Kunde"] {
        let text = format!("Ordrenr;{column};Bestilt;Levert;Vare\n{}", rows(&["Ås", "Frogn"]));
        let path = files.write("ordre.csv", text);
        assert_eq!(asks(&sheet(&path)), ["--repeated add|first"], "{column}");
        let said = |repeated| Options { repeated: Some(repeated), ..Options::default() };
        let count = |repeated| sheet_with(&path, &project(), &said(repeated)).accepted();
        assert_eq!((count(RepeatedRows::Add), count(RepeatedRows::First)), (10, 5), "{column}");
        let read = sheet_with(&path, &project(), &said(RepeatedRows::Add));
        let after = imported(&project(), &[read]);
        assert!(after.deliveries.iter().any(|own| own.reference == "Frogn 1"));
    }
    // Lines of one place's order, and orders of a place each.
    for text in [
        format!("Ordrenr;Kommune;Bestilt;Levert;Vare\n{}", rows(&["Ås", "Ås"])),
        format!("Ordrenr;Kommune;Bestilt;Levert;Vare\n{}", rows(&["Ås"])),
        format!("Ordrenr;Linje;Bestilt;Levert;Vare\n{}", rows(&["1", "2"])),
        format!("Ordrenr;Vare;Bestilt;Levert;Merke\n{}", rows(&["Skjerm", "Mus"])),
    ] {
        let read = sheet(files.write("linjer.csv", text));
        assert_eq!((asks(&read).len(), read.accepted()), (0, 5));
    }
}
