//! What a report says of its accounts in other places than beside them: a first group above the
//! headings, groups over several cells, the side of an amount in its heading, two accounts a row.

use arsmelding::import::{Options, SheetRead};

use super::support::{Files, imported, project, refusal, sheet, sheet_with};

fn list(text: &str) -> SheetRead {
    sheet(Files::new().write("regnskap 2021.csv", text))
}

/// *Ansvar*, *funksjon*, *prosjekt*, account and amount of every balance.
fn codes(text: &str) -> Vec<String> {
    let read = list(text);
    assert_eq!((read.questions.len(), read.rejects.len()), (0, 0), "{text}: {:?}", read.rejects);
    assert_eq!(read.read, read.accepted() + read.skipped_count(), "{text}");
    let after = imported(&project(), &[read]);
    let row = |own: &arsmelding::project::AccountBalance| {
        let codes = [&own.unit, &own.function, &own.project, &own.account].map(String::as_str);
        format!("{} {}", codes.join("."), own.actual.unwrap_or_default())
    };
    after.balances.iter().map(row).collect()
}

const ROWS: &str = "Art;Tekst;Regnskap 2021\n010;Lønn;1000\n650;Salg;-1000\n";

#[test]
fn the_first_group_of_a_report_may_stand_above_its_headings() {
    let grouped = [
        "Ansvar: 100 Stab\nArt;Tekst;Regnskap 2021\n010;Lønn;1000\nSum ansvar 100;;1000\n\
         Ansvar: 200 Drift\n650;Salg;-1000\n",
        "Nordre IKT IKS\nAnsvar:;100;Stab\n\nArt;Tekst;Regnskap 2021\n010;Lønn;1000\n\
         Ansvar:;200;Drift\n650;Salg;-1000\n",
        "Ansvar;100;Stab\nArt;Tekst;Regnskap 2021\n010;Lønn;1000\nAnsvar;200;Drift\n650;Salg;-1000\n",
        "Ansvar 100 Stab\nArt;Tekst;Regnskap 2021\n010;Lønn;1000\n\nAnsvar 200 Drift\n\
         Art;Tekst;Regnskap 2021\n650;Salg;-1000\n",
    ];
    for text in grouped {
        assert_eq!(codes(text), ["100...010 1000", "200...650 -1000"], "{text}");
    }
    assert_eq!(
        codes(&format!("Funksjon: 120\nAnsvar: 100\nProsjekt: 6001 Fiber\n{ROWS}")),
        ["100.120.6001.010 1000", "100.120.6001.650 -1000"]
    );
}

#[test]
fn what_a_report_was_taken_out_for_is_no_group() {
    for title in [
        "Ansvar: 100 - 299",
        "Ansvar: 100-299",
        "Ansvar: 100 til 299",
        "Ansvar: 100, 200",
        "Ansvar: Alle",
        "Ansvar: 100\nAnsvar: 200",
        "Prosjekt 2021",
        "Utvalg: Ansvar 100-200, Konto 010-999",
        "Konto: 010 - 999",
    ] {
        let text = format!("{title}\n{ROWS}");
        assert_eq!(codes(&text), ["...010 1000", "...650 -1000"], "{title}");
    }
    // A column knows better.
    let text = "Ansvar: 100 Stab\nArt;Ansvar;Regnskap 2021\n010;100;5\n650;200;-5\n";
    assert_eq!(codes(text), ["100...010 5", "200...650 -5"]);
}

#[test]
fn a_titled_ansvar_beside_strings_with_one_of_their_own_is_asked_about() {
    let files = Files::new();
    let text = "Ansvar: 300\nKonto;Regnskap 2021\n1.010.100.120;5\n1.650.200.120;-5\n";
    let path = files.write("liste.csv", text);
    let asked = sheet(&path).questions;
    assert_eq!(asked.len(), 1);
    let taken = |answer: usize| {
        let mut said = Options::default();
        said.say(&asked[0].answers[answer].says);
        let after = imported(&project(), &[sheet_with(&path, &project(), &said)]);
        let own = &after.balances[0];
        [&own.unit, &own.function, &own.project].map(String::clone)
    };
    assert_eq!(taken(0), ["100", "120", ""]);
    assert_eq!(taken(1), ["300", "100", "120"]);
    // Where the strings have it, or have no room for another, nothing is asked.
    for (title, string) in [("100", "1.010.100.120"), ("300", "1.010.120"), ("300", "010.120")] {
        let text = format!("Ansvar: {title}\nKonto;Regnskap 2021\n{string};5\n");
        let after = imported(&project(), &[list(&text)]);
        assert_eq!((&*after.balances[0].unit, &*after.balances[0].function), (title, "120"));
    }
}

#[test]
fn expenses_and_income_in_a_column_each_are_the_two_sides() {
    let rows = "010;1000;\n099;140;0\n650;;1140\n";
    for head in [
        "Konto;Utgifter;Inntekter",
        "Konto;Utgift;Inntekt",
        "Konto;Utgifter 2021;Inntekter 2021",
        "Konto;Kostnader;Inntekter",
    ] {
        let taken = codes(&format!("{head}\n{rows}"));
        assert_eq!(taken, ["...010 1000", "...099 140", "...650 -1140"], "{head}");
    }
    let both = "Konto;Utgifter;Inntekter;Netto\n010;1000;200;800\n650;0;800;-800\n";
    assert_eq!(codes(both), ["...010 800", "...650 -800"]);
    let signed = "Konto;Utgifter;Inntekter\n010;1000;0\n650;0;-1000\n";
    assert_eq!(codes(signed), ["...010 1000", "...650 -1000"]);
    let below = "Konto;Inntekter;Utgifter\n010;;-1000\n650;1000;\n";
    assert_eq!(codes(below), ["...010 1000", "...650 -1000"]);
    let years = "Konto;Utgifter 2020;Inntekter 2020;Utgifter 2021;Inntekter 2021\n\
                 010;900;;1000;\n650;;900;;1000\n";
    assert_eq!(codes(years), ["...010 1000", "...650 -1000"]);
}

#[test]
fn a_row_with_two_accounts_is_refused_with_what_it_is() {
    let files = Files::new();
    for (head, rows) in [
        ("Debetkonto;Kreditkonto;Beløp", "1.010.100.120;2.10.01;1000"),
        ("Debet;Kredit;Beløp", "010;920;1000"),
        ("Konto debet;Konto kredit;Beløp", "010;920;1000"),
    ] {
        let text = format!("Bilagsnr;Dato;{head}\n1;01.03.2021;{rows}\n2;02.03.2021;{rows}\n");
        let why = refusal(files.write("bilag.csv", text), &Options::default());
        assert!(why.contains("ett beløp og to kontoer"), "{why}");
    }
    // Amounts on two sides, and an account beside the one it is set against.
    for text in [
        "Bilagsnr;Dato;Konto;Debet;Kredit\n1;01.03.2021;010;1000;\n2;02.03.2021;650;;1000\n",
        "Bilagsnr;Dato;Konto;Motkonto;Beløp\n1;01.03.2021;010;920;5\n2;02.03.2021;650;920;-5\n",
    ] {
        assert_eq!((list(text).accepted(), list(text).questions.len()), (2, 0), "{text}");
    }
}
