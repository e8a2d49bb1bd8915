//! What belongs to one column or one row of accounts alone: the digits of a code, the sign of an
//! amount, its money, the year of a period.

use arsmelding::import::{Options, SheetRead};
use arsmelding::project::{LedgerSign, Project};

use super::support::{Files, V::*, imported, project, sheet, sheet_with};

/// Class, account and the four amounts of every balance, as text.
fn balances(read: &SheetRead) -> Vec<String> {
    assert_eq!(read.questions, [], "{:?}", read.questions.first().map(|own| own.asks.text()));
    let amount = |own: &Option<rust_decimal::Decimal>| {
        own.map_or("-".to_owned(), |own| own.normalize().to_string())
    };
    let project: Project = imported(&project(), std::slice::from_ref(read));
    let row = |own: &arsmelding::project::AccountBalance| {
        let amounts = [own.actual, own.revised_budget, own.original_budget, own.last_year];
        let amounts: Vec<String> = amounts.iter().map(amount).collect();
        format!("{}.{} {}", own.class, own.account, amounts.join(" "))
    };
    project.balances.iter().map(row).collect()
}

fn keys(read: &SheetRead) -> Vec<&'static str> {
    read.notes.iter().map(|own| own.message.key).collect()
}

fn causes(read: &SheetRead) -> Vec<String> {
    read.rejects.iter().map(|own| format!("{} {} {}", own.cell, own.value, own.cause.key)).collect()
}

fn list(text: &str) -> SheetRead {
    sheet(Files::new().write("liste.csv", text))
}

fn options(sign: LedgerSign) -> Options {
    Options { sign: Some(sign), ..Options::default() }
}

#[test]
fn an_account_with_a_mark_that_is_kept_as_a_number_has_its_last_zeros_again() {
    let files = Files::new();
    let read = |cells: [super::support::V<'_>; 4]| {
        let [a, b, c, d] = cells;
        sheet(files.xlsx(
            "regnskap.xlsx",
            &[
                &[T("Konto"), T("Kontonavn"), T("Regnskap")],
                &[a, T("Fastlønn"), N(1000.0)],
                &[b, T("Arbeidsgiveravgift"), N(141.0)],
                &[c, T("Tilskudd"), N(5.0)],
                &[d, T("Salg"), N(-1146.0)],
            ],
        ))
    };
    let right = ["1.010 1000 - - -", "1.099 141 - - -", "1.750 5 - - -", "1.650 -1146 - - -"];
    // All of them, or one among texts.
    assert_eq!(balances(&read([N(1.01), N(1.099), N(1.75), N(1.65)])), right);
    assert_eq!(balances(&read([T("1.010"), T("1.099"), N(1.75), T("1.650")])), right);
    // Nothing shows whether 1.75 was 1.750 or 1.075.
    let lost = read([N(1.11), N(1.195), N(1.75), N(1.65)]);
    assert_eq!(
        causes(&lost),
        [
            "A2 1.11 import-account-digits-lost",
            "A4 1.75 import-account-digits-lost",
            "A5 1.65 import-account-digits-lost"
        ]
    );
    // Beside whole account strings the rest of it is lost.
    let lost = read([T("1.010.100"), T("1.099.100"), N(1.75), T("1.650.100")]);
    assert_eq!(causes(&lost), ["A4 1.75 import-account-digits-lost"]);
    // A date is no account.
    let lost = read([T("1.010"), T("1.099"), D("2021-01-10T00:00:00"), T("1.650")]);
    assert_eq!(causes(&lost), ["A4 10.01.2021 import-not-an-account"]);
}

#[test]
fn an_account_that_was_a_number_in_a_text_file_has_its_last_zeros_again() {
    for mark in [',', '.'] {
        let text = "Konto;Kontonavn;Regnskap\n1_01;Lønn;1000\n1_099;Avgift;141\n1_75;x;5\n1_65;Salg;-1146\n";
        assert_eq!(
            balances(&list(&text.replace('_', &mark.to_string()))),
            ["1.010 1000 - - -", "1.099 141 - - -", "1.750 5 - - -", "1.650 -1146 - - -"]
        );
    }
    // Where texts keep their last zeros and the first ones, another length is a slip.
    let read =
        list("Konto;Kontonavn;Regnskap\n1.010;Lønn;1000\n1.099;Avgift;141\n1.65;Salg;-1141\n");
    assert_eq!(causes(&read), ["A4 1.65 import-account-digits-lost"]);
    // Where texts keep their last zeros and no first ones, the first are lost.
    let read =
        list("Konto;Kontonavn;Regnskap\n1.10;Lønn;1000\n1.99;Avgift;141\n1.650;Salg;-1141\n");
    assert_eq!(balances(&read), ["1.010 1000 - - -", "1.099 141 - - -", "1.650 -1141 - - -"]);
}

#[test]
fn zeros_in_front_are_given_back_where_the_others_show_how_many() {
    let files = Files::new();
    let read = |first: &str, other: &str, number: f64| {
        sheet(files.xlsx(
            "regnskap.xlsx",
            &[
                &[T("Konto"), T("Kontonavn"), T("Regnskap")],
                &[T(first), T("Fastlønn"), N(1000.0)],
                &[T(other), T("Avgift"), N(141.0)],
                &[N(number), T("Renhold"), N(5.0)],
            ],
        ))
    };
    assert_eq!(
        balances(&read("010", "099", 75.0)),
        [".010 1000 - - -", ".099 141 - - -", ".075 5 - - -"]
    );
    assert_eq!(
        balances(&read("0101", "0995", 505.0)),
        [".0101 1000 - - -", ".0995 141 - - -", ".0505 5 - - -"]
    );
    // 75 may be 075 or 0075.
    assert_eq!(causes(&read("010", "0990", 75.0)), ["A4 75 import-account-digits-lost"]);
}

#[test]
fn a_chapter_that_is_kept_as_a_number_has_two_digits() {
    let files = Files::new();
    let read = sheet(files.xlsx(
        "balanse.xlsx",
        &[
            &[T("Konto"), T("Kontonavn"), T("UB")],
            &[N(2.1), T("Bank"), N(1000.0)],
            &[N(2.32), T("Gjeld"), N(-600.0)],
            &[N(2.56), T("Fond"), N(-400.0)],
        ],
    ));
    let project = imported(&project(), &[read]);
    let accounts: Vec<&str> = project.balance_list.iter().map(|own| own.account.as_str()).collect();
    assert_eq!(accounts, ["10", "32", "56"]);
}

#[test]
fn each_column_has_a_sign_of_its_own() {
    let rows = |budget: [i32; 3], last_year: [i32; 3]| {
        let [a, b, c] = budget;
        let [d, e, f] = last_year;
        format!(
            "Konto;Tekst;Regnskap 2021;Budsjett 2021;Regnskap 2020\n\
             010;Lønn;1000;{a};{d}\n099;Avgift;141;{b};{e}\n650;Salg;-1141;{c};{f}\n"
        )
    };
    let right = ["010 1000 - 1100 900", "099 141 - 150 130", "650 -1141 - -1250 -1030"];
    let right = right.map(|row| format!(".{row}"));
    for (budget, last_year, notes) in [
        ([1100, 150, -1250], [900, 130, -1030], 0),
        ([1100, 150, 1250], [900, 130, -1030], 1),
        ([-1100, -150, 1250], [900, 130, 1030], 2),
        ([1100, 150, -1250], [-900, -130, 1030], 1),
    ] {
        let read = list(&rows(budget, last_year));
        assert_eq!(balances(&read), right, "{budget:?} {last_year:?}");
        assert_eq!(keys(&read), vec!["import-sign-of-column"; notes]);
    }
}

#[test]
fn what_is_said_of_the_sign_turns_no_column_that_has_the_ledgers() {
    let files = Files::new();
    let text = "Konto;Tekst;Regnskap 2021;Budsjett 2021\n010;Lønn;1000;1100\n650;Salg;1000;-1100\n";
    let path = files.write("liste.csv", text);
    assert_eq!(sheet(&path).questions[0].option(), "--sign normal|unsigned");
    let read = sheet_with(&path, &project(), &options(LedgerSign::Unsigned));
    assert_eq!(balances(&read), [".010 1000 - 1100 -", ".650 -1000 - -1100 -"]);
    // The other way round, the budget alone is turned.
    let text = "Konto;Tekst;Regnskap 2021;Budsjett 2021\n010;Lønn;1000;1100\n650;Salg;-1000;1100\n";
    let path = files.write("liste.csv", text);
    for sign in [LedgerSign::Normal, LedgerSign::Unsigned, LedgerSign::Flipped] {
        let read = sheet_with(&path, &project(), &options(sign));
        assert_eq!(balances(&read), [".010 1000 - 1100 -", ".650 -1000 - -1100 -"], "{sign:?}");
    }
}

#[test]
fn a_column_whose_income_stands_on_both_sides_is_asked_about() {
    let read = list(
        "Konto;Tekst;Regnskap 2021;Budsjett 2021\n010;Lønn;1000;1100\n\
         620;Salg;-500;800\n650;Salg;-500;-300\n",
    );
    assert_eq!(read.questions.len(), 1);
    assert_eq!(read.questions[0].option(), "--sign normal|unsigned");
}

#[test]
fn a_column_says_what_the_amounts_of_its_rows_are_counted_in() {
    for heading in ["Enhet", "Beløpsenhet", "Valuta", "Benevning"] {
        let read = list(&format!(
            "Konto;Tekst;Regnskap 2021;{heading}\n010;Lønn;1000,5;TNOK\n650;Salg;-1141;TNOK\n"
        ));
        assert_eq!(balances(&read), [".010 1000500 - - -", ".650 -1141000 - - -"], "{heading}");
        assert_eq!(read.notes[0].place.cell.as_deref(), Some("D2"));
    }
    let mixed = list(
        "Konto;Tekst;Regnskap 2021;Enhet\n010;Lønn;1000;TNOK\n099;Avgift;141;kr\n650;Salg;-1;MNOK\n",
    );
    assert_eq!(balances(&mixed), [".010 1000000 - - -", ".099 141 - - -", ".650 -1000000 - - -"]);
    // Which money it is does not say what it is counted in.
    let titled = list("Beløp i TNOK\nKonto;Regnskap 2021;Valuta\n010;1000;NOK\n650;-1141;NOK\n");
    assert_eq!(balances(&titled), [".010 1000000 - - -", ".650 -1141000 - - -"]);
    // A column of units within the company stays one.
    let units = list("Konto;Enhet;Regnskap 2021\n010;100;1000\n650;200;-1141\n");
    assert_eq!(imported(&project(), &[units]).balances[0].unit, "100");
}

#[test]
fn the_money_of_another_country_is_no_kroner() {
    let read = list(
        "Konto;Tekst;Regnskap 2021;Valuta\n010;Lønn;1000;NOK\n099;x;141;EUR\n650;Salg;-1141;NOK\n",
    );
    assert_eq!(causes(&read), ["D3 EUR import-not-kroner"]);
    let ledger = "Bilagsnr;Bilagsdato;Konto;Beløp;Valuta\n1;01.02.2021;010;1000;NOK\n\
                  2;01.02.2021;099;141;sek\n3;01.02.2021;650;-1141;NOK\n";
    assert_eq!(causes(&list(ledger)), ["E3 sek import-not-kroner"]);
    // The amount in that money stands in a column of its own, so that the other is in kroner.
    let both = "Bilagsnr;Bilagsdato;Konto;Beløp;Valuta;Valutabeløp\n1;01.02.2021;010;1000;EUR;100\n\
                3;01.02.2021;650;-1141;NOK;-1141\n";
    assert_eq!((causes(&list(both)), list(both).accepted()), (Vec::new(), 2));
    let read = list("Valuta: EUR\nKonto;Regnskap 2021\n010;1000\n650;-1141\n");
    assert_eq!(read.questions[0].option(), "--unit kr|tusen|mill");
    assert!(read.questions[0].asks.text().contains("norske kroner"));
}

#[test]
fn a_period_may_have_two_digits_of_its_year() {
    let years = |text: &str| {
        let project = imported(&project(), &[list(text)]);
        let row = |own: &arsmelding::project::AccountBalance| {
            format!("{:?} {} {:?}", own.year, own.account, own.actual.map(|own| own.to_string()))
        };
        project.balances.iter().map(row).collect::<Vec<_>>()
    };
    assert_eq!(
        years("Konto;Periode;Regnskap\n010;2111;500\n010;2112;400\n650;2113;-1141\n"),
        ["Some(2021) 010 Some(\"900\")", "Some(2021) 650 Some(\"-1141\")"]
    );
    assert_eq!(
        years("Konto;Periode;Regnskap\n010;2011;500\n010;2012;400\n650;2012;-1141\n"),
        ["Some(2020) 010 Some(\"900\")", "Some(2020) 650 Some(\"-1141\")"]
    );
    // Years stay years.
    assert_eq!(
        years("Konto;Periode;Regnskap\n010;2021;500\n010;2020;400\n650;2021;-1141\n").len(),
        3
    );
    let ledger = list("Bilagsnr;Periode;Konto;Beløp\n1;2111;010;500\n2;2113;010;500\n");
    let project = imported(&project(), &[ledger]);
    let batch = &project.ledger[0];
    let periods: Vec<u8> = batch.rows.iter().map(|row| row.period).collect();
    assert_eq!((batch.year, periods), (2021, vec![11, 13]));
}

#[test]
fn investments_alone_show_their_sign_too() {
    let read = list(
        "Konto;Tekst;Regnskap 2021;Budsjett 2021\n0.200;Utstyr;1000;1200\n0.910;Lån;-1000;1200\n",
    );
    assert_eq!(balances(&read), ["0.200 1000 - 1200 -", "0.910 -1000 - -1200 -"]);
    assert_eq!(keys(&read), ["import-sign-of-column"]);
    let read = list("Konto;Tekst;Regnskap 2021\n0.200;Utstyr;1000\n0.910;Lån;1000\n");
    assert_eq!(read.questions[0].option(), "--sign normal|unsigned");
    assert!(read.questions[0].asks.text().contains("i investering"));
}

#[test]
fn expenses_below_zero_without_income_are_asked_about_beside_others_above() {
    let read =
        list("Konto;Tekst;Regnskap 2021;Budsjett 2021\n010;Lønn;1000;-1100\n650;Salg;-1000;\n");
    assert_eq!(read.questions[0].option(), "--sign normal|flipped");
    assert!(read.questions[0].asks.text().starts_with("Utgiftene"));
    let files = Files::new();
    let path = files.write(
        "liste.csv",
        "Konto;Tekst;Regnskap 2021;Budsjett 2021\n010;Lønn;1000;-1100\n650;Salg;-1000;\n",
    );
    let read = sheet_with(path, &project(), &options(LedgerSign::Flipped));
    assert_eq!(balances(&read), [".010 1000 - 1100 -", ".650 -1000 - - -"]);
}
