//! Lists of funds: the report has the *disposisjonsfond*, and never another's figures.

use arsmelding::import::{HeaderRow, Options, SheetRead};
use arsmelding::number::Decimal;
use arsmelding::project::{SourceKind, TableId};

use super::support::{Files, imported, project, refusal, sheet, sheet_with, sheets};

/// Year, kind, words and amount of every line.
fn lines(reads: &[SheetRead]) -> Vec<String> {
    let project = imported(&project(), reads);
    let row = |own: &arsmelding::project::FundEntry| {
        format!(
            "{:?} {:?} {} {:?}",
            own.year,
            own.kind,
            own.line,
            own.amount.map(|own| own.to_string())
        )
    };
    project.fund.iter().map(row).collect()
}

fn list(text: &str) -> SheetRead {
    sheet(Files::new().write("fond.csv", text))
}

fn own_alone() -> Vec<String> {
    lines(&[list("Post;2020;2021\nSaldo 1.1.;100;150\nAvsetning;50;20\nSaldo 31.12.;150;170\n")])
}

#[test]
fn of_several_funds_the_reports_own_is_taken() {
    for text in [
        // By a column.
        "Fond;Linje;2020;2021\nDisposisjonsfond;Saldo 1.1.;100;150\nDisposisjonsfond;Avsetning;50;20\n\
         Disposisjonsfond;Saldo 31.12.;150;170\nBundet driftsfond;Saldo 1.1.;1000;1500\n\
         Bundet driftsfond;Avsetning;500;200\nBundet driftsfond;Saldo 31.12.;1500;1700\n",
        // By a column whose name stands once, and a fund that nobody knows.
        "Fond;Linje;2020;2021\nFond for nye kontor;Saldo 1.1.;1000;1500\n;Avsetning;500;200\n\
         ;Saldo 31.12.;1500;1700\nDisp.fond;Saldo 1.1.;100;150\n;Avsetning;50;20\n;Saldo 31.12.;150;170\n",
        // One below the other, under their names.
        "Disposisjonsfond;2020;2021\nSaldo 1.1.;100;150\nAvsetning;50;20\nSaldo 31.12.;150;170\n\
         Bundet driftsfond;;\nSaldo 1.1.;1000;1500\nAvsetning;500;200\nSaldo 31.12.;1500;1700\n",
        "Post;2020;2021\nKompetansefond;;\nSaldo 1.1.;1000;1500\nAvsetning;500;200\n\
         Saldo 31.12.;1500;1700\nDisposisjonsfond;;\nSaldo 1.1.;100;150\nAvsetning;50;20\nSaldo 31.12.;150;170\n",
        // By the lines themselves.
        "Post;2020;2021\nDisposisjonsfond 1.1.;100;150\nAvsetning;50;20\nDisposisjonsfond 31.12.;150;170\n\
         Bundet driftsfond 1.1.;1000;1500\nAvsetning;500;200\nBundet driftsfond 31.12.;1500;1700\n",
        "Post;2020;2021\nInngående saldo bundne driftsfond;1000;1500\nAvsetning;500;200\n\
         Utgående saldo bundne driftsfond;1500;1700\nInngående saldo disposisjonsfond;100;150\n\
         Avsetning;50;20\nUtgående saldo disposisjonsfond;150;170\n",
    ] {
        let read = list(text);
        assert_eq!(read.rejects, [], "{text}");
        assert_eq!(lines(std::slice::from_ref(&read)), own_alone(), "{text}");
        assert_eq!(read.notes[0].message.key, "import-other-funds", "{text}");
    }
}

#[test]
fn a_movement_to_another_fund_is_one_of_the_own() {
    let read = list(
        "Post;2021\nSaldo 1.1.;150\nAvsetning;20\nOverført til bundet driftsfond;-5\nSaldo 31.12.;165\n",
    );
    assert_eq!((read.accepted(), read.notes.len()), (4, 0));
}

#[test]
fn a_list_of_another_fund_alone_is_not_taken() {
    for text in [
        "Bundet driftsfond;;\nPost;2020;2021\nSaldo 1.1.;100;150\nAvsetning;50;20\nSaldo 31.12.;150;170\n",
        "Bundne driftsfond;2020;2021\nSaldo 1.1.;100;150\nAvsetning;50;20\nSaldo 31.12.;150;170\n",
    ] {
        let Ok(reads) = std::panic::catch_unwind(|| list(text)) else { continue };
        assert_eq!(reads.accepted(), 0, "{text}");
    }
    let files = Files::new();
    use super::support::V::*;
    let rows: &[&[super::support::V<'_>]] =
        &[&[T("Post"), T("2021")], &[T("Saldo 1.1."), N(1.0)], &[T("Saldo 31.12."), N(1.0)]];
    let own: &[&[super::support::V<'_>]] =
        &[&[T("Post"), T("2021")], &[T("Saldo 1.1."), N(7.0)], &[T("Saldo 31.12."), N(7.0)]];
    let path =
        files.workbook("fond.xlsx", &[("Disposisjonsfond", own), ("Bundet driftsfond", rows)]);
    let reads = sheets(path, &project(), &arsmelding::import::Options::default());
    let accepted: Vec<u32> = reads.iter().map(SheetRead::accepted).collect();
    assert_eq!(accepted, [2, 0]);
}

#[test]
fn funds_without_names_are_never_mixed() {
    let read = list(
        "Post;2021\nSaldo 1.1.;150\nAvsetning;20\nSaldo 31.12.;170\nSaldo 1.1.;1500\n\
         Avsetning;200\nSaldo 31.12.;1700\n",
    );
    assert_eq!((read.accepted(), read.rejects.len()), (0, 6));
    assert_eq!(read.rejects[0].cause.key, "import-fund-twice");
    let read = list(
        "Fond;Post;2021\nFond A;Saldo 1.1.;150\nFond A;Saldo 31.12.;150\nFond B;Saldo 1.1.;1500\n\
         Fond B;Saldo 31.12.;1500\n",
    );
    assert_eq!((read.accepted(), read.rejects.len()), (0, 4));
    assert_eq!(read.rejects[0].cause.key, "import-funds-unknown");
    // One fund that is called otherwise is the only one that there is.
    let read = list("Fond;Post;2021\nFond A;Saldo 1.1.;150\nFond A;Saldo 31.12.;150\n");
    assert_eq!(read.accepted(), 2);
}

fn history(text: &str) -> SheetRead {
    sheet(Files::new().write("fond.csv", text))
}

fn amounts(read: SheetRead) -> Vec<String> {
    let after = imported(&project(), &[read]);
    let text = |amount: Decimal| amount.normalize().to_string();
    after.fund.iter().map(|line| text(line.amount.unwrap())).collect()
}

#[test]
fn a_fund_in_the_ledgers_sign_is_turned_with_a_word() {
    let head = "Disposisjonsfond;2021\n";
    for (lines, words) in [
        ("Saldo 01.01;-250\nAvsetning;-30\nBruk;80\nSaldo 31.12;-200\n", "under null"),
        ("Saldo 01.01;-250\nAvsetning;30\nBruk;-80\nSaldo 31.12;-200\n", "under null"),
        ("Saldo 01.01;250\nAvsetning;30\nBruk;80\nSaldo 31.12;200\n", "uten minus"),
        ("Saldo 01.01;250\nAvsetning;-30\nBruk;80\nSaldo 31.12;200\n", "uten minus"),
    ] {
        let read = history(&format!("{head}{lines}"));
        assert!(read.notes.iter().any(|note| note.message.text().contains(words)), "{lines}");
        assert_eq!(amounts(read), ["250", "30", "-80", "200"], "{lines}");
    }
    for lines in [
        "Saldo 01.01;250\nAvsetning;30\nBruk;-80\nSaldo 31.12;200\n",
        // What does not meet is for a person to see.
        "Saldo 01.01;250\nAvsetning;30\nBruk;-80\nSaldo 31.12;210\n",
        "Saldo 01.01;250\nAvsetning;30\nBruk;80\nSaldo 31.12;360\n",
        "Avsetning;30\nBruk;80\n",
    ] {
        let read = history(&format!("{head}{lines}"));
        let is_told = |words: &str| read.notes.iter().any(|n| n.message.text().contains(words));
        assert!(!is_told("under null") && !is_told("uten minus"), "{lines}");
    }
}

#[test]
fn a_blank_corner_under_the_name_of_a_fund_heads_its_lines() {
    let lines = "Saldo 01.01;150;250\nAvsetning;100;30\nBruk;0;-80\nSaldo 31.12;250;200\n";
    let all = ["150", "250", "100", "30", "0", "-80", "250", "200"];
    for head in [
        "Disposisjonsfond;;\n;2020;2021\n",
        "Disposisjonsfond;;\n;2020 (kr);2021 (kr)\n",
        "Fond;2020;2021\nDisposisjonsfond;;\n",
    ] {
        assert_eq!(amounts(history(&format!("{head}{lines}"))), all, "{head}");
    }
    let read = history(&format!("Disposisjonsfond;;\n;2020 (tkr);2021 (tkr)\n{lines}"));
    assert_eq!(amounts(read)[0], "150000");
    let said = Options {
        kind: Some(SourceKind::Table(TableId::Fund)),
        map: vec![("line".to_owned(), "A".to_owned())],
        header_row: Some(HeaderRow::At(2)),
        ..Options::default()
    };
    let files = Files::new();
    let path = files.write("tall.csv", format!("Tall;;\n;2020;2021\n{lines}"));
    assert_eq!(sheet_with(&path, &project(), &said).accepted(), 8);
    // Years over other lines are no fund's.
    let path = files.write("mål.csv", ";2020;2021\nOppetid;99,8;99,9\nSvartid;80;82\n");
    refusal(&path, &Options::default());
}

#[test]
fn a_row_for_each_fund_has_what_stands_in_it_and_the_reports_own_is_taken() {
    let text = "Fond;2019;2020;2021\nDisposisjonsfond;100;200;300\nBundet driftsfond;10;20;30\n";
    let read = sheet(Files::new().write("fond.csv", text));
    assert_eq!(read.questions, []);
    assert_eq!(read.read, read.accepted() + read.skipped_count());
    let after = imported(&project(), &[read]);
    let all: Vec<(Option<i16>, &str, String)> = after
        .fund
        .iter()
        .map(|own| (own.year, own.kind.choice().id, own.amount.unwrap().normalize().to_string()))
        .collect();
    assert_eq!(
        all,
        [
            (Some(2019), "closing", "100".to_owned()),
            (Some(2020), "closing", "200".to_owned()),
            (Some(2021), "closing", "300".to_owned())
        ]
    );
}

#[test]
fn the_lines_of_a_history_may_be_its_headings() {
    let expected = lines(&[list(
        "Post;2020;2021\nSaldo 1.1.;100;150\nAvsetning;60;20\nBruk;-10;0\nSaldo 31.12.;150;170\n",
    )]);
    for text in [
        "År;IB;Avsetning;Bruk;UB\n2020;100;60;-10;150\n2021;150;20;0;170\n",
        ";IB 01.01;Avsetning;Bruk;UB 31.12\n2020;100;60;-10;150\n2021;150;20;0;170\n",
        "Disposisjonsfond\nÅr;Inngående balanse;Avsetning;Bruk;Utgående balanse;Merknad\n\
         2020;100;60;10;150;x\n2021;150;20;0;170;\n",
        "Disposisjonsfond;Regnskap 2020;Budsjett 2021;Regnskap 2021\nIB;100;1;150\n\
         Avsetning;60;1;20\nBruk;-10;1;0\nUB;150;1;170\n",
        "År;IB;Avsetning;Bruk;Disposisjonsfond\n2020;100;60;-10;150\n2021;150;20;0;170\n",
        "År;Fond;IB;Avsetning;Bruk;UB\n2020;Disposisjonsfond;100;60;10;150\n\
         2020;Bundet driftsfond;5;1;0;6\n2021;Disposisjonsfond;150;20;0;170\n\
         2021;Bundet driftsfond;6;1;0;7\n",
    ] {
        let read = list(text);
        assert_eq!((read.questions.len(), read.rejects.len()), (0, 0), "{text}");
        assert_eq!(read.read, read.accepted() + read.skipped_count(), "{text}");
        let mut taken = lines(&[read]);
        let mut expected = expected.clone();
        taken.sort();
        expected.sort();
        assert_eq!(taken, expected, "{text}");
    }
}

#[test]
fn a_column_may_be_a_fund() {
    let expected = lines(&[list("Post;2020;2021\nSaldo 31.12.;150;170\n")]);
    for text in [
        "År;Disposisjonsfond\n2020;150\n2021;170\n",
        "År;Disposisjonsfond;Bundet driftsfond\n2020;150;6\n2021;170;7\n",
        "Dato;Disposisjonsfond\n31.12.2020;150\n31.12.2021;170\n",
        ";Ubundet investeringsfond;Disposisjonsfond\n2020;6;150\n2021;7;170\n",
        "År;Fond;Saldo\n2020;Disposisjonsfond;150\n2020;Bundne fond;9\n2021;Disposisjonsfond;170\n",
    ] {
        let read = list(text);
        assert_eq!((read.questions.len(), read.rejects.len()), (0, 0), "{text}");
        assert_eq!(lines(&[read]), expected, "{text}");
    }
    // None of them is the report's.
    let read = list("År;Driftsfond;Investeringsfond\n2020;6;150\n2021;7;170\n");
    assert_eq!(read.accepted(), 0);
    assert!(read.rejects[0].cause.text().contains("ingen av dem heter disposisjonsfond"));
}

#[test]
fn years_with_other_headings_are_no_fund() {
    for text in [
        "År;Inntekter;Utgifter;Resultat\n2020;80;30;50\n2021;100;20;80\n",
        "År;IB;Endring;UB\n2020;80;30;110\n2021;110;20;130\n",
    ] {
        let why = refusal(Files::new().write("liste.csv", text), &Options::default());
        assert!(why.contains("men ingen kolonne er kjent som «Konto»"), "{why}");
    }
    let read = list("År;Konto;IB;Bruk;UB\n2021;2.10.01;80;20;100\n2021;2.56.01;-80;-20;-100\n");
    assert_eq!(read.kind(), SourceKind::Table(TableId::BalanceList));
}

#[test]
fn what_was_used_of_a_fund_takes_away_though_one_years_balances_do_not_meet() {
    let read = list("År;IB;Avsetning;Bruk;Renter;UB\n2020;100;50;10;1;141\n2021;141;0;40;1;110\n");
    let told = read.notes.iter().map(|note| note.message.text()).collect::<String>();
    assert!(told.contains("i andre år stemmer saldoene ikke"), "{told}");
    let used: Vec<String> =
        lines(&[read]).into_iter().filter(|line| line.contains("Bruk")).collect();
    assert!(used.iter().all(|line| line.contains("\"-")) && used.len() == 2, "{used:?}");
}
