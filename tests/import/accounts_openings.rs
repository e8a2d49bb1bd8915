//! Balances: of debit and credit alone, of an opening balance and what has moved, and of opening
//! balances among postings.

use arsmelding::import::SheetRead;
use arsmelding::project::{Project, SourceKind, TableId};

use super::support::{Files, imported, project, sheet};

fn list(text: &str) -> SheetRead {
    sheet(Files::new().write("liste.csv", text))
}

fn keys(read: &SheetRead) -> Vec<&'static str> {
    read.notes.iter().map(|own| own.message.key).collect()
}

/// Account, opening and closing balance of a balance list.
fn balance(read: &SheetRead) -> Vec<String> {
    assert_eq!(read.questions, [], "{:?}", read.questions.first().map(|own| own.asks.text()));
    assert_eq!(read.kind(), SourceKind::Table(TableId::BalanceList));
    let amount = |own: &Option<rust_decimal::Decimal>| {
        own.map_or("-".to_owned(), |own| own.normalize().to_string())
    };
    let project: Project = imported(&project(), std::slice::from_ref(read));
    let rows = project.balance_list.iter();
    rows.map(|own| format!("{} {} {}", own.account, amount(&own.opening), amount(&own.closing)))
        .collect()
}

#[test]
fn debit_and_credit_alone_are_the_sides_of_the_balance() {
    let read = list(
        "Konto;Kontonavn;Debet;Kredit\n2.10.01;Bank;1000;\n2.32.01;Gjeld;;600\n2.56.00;Fond;;400\n",
    );
    assert_eq!(balance(&read), ["10.01 - 1000", "32.01 - -600", "56.00 - -400"]);
    assert_eq!(keys(&read), ["import-closing-by-sides"]);
    let read = list(
        "Konto;Kontonavn;Debet;Kredit\n2.10.01;Bank;1000;\n2.56.00;Fond;;1000\nSum;;1000;1000\n",
    );
    assert_eq!(balance(&read), ["10.01 - 1000", "56.00 - -1000"]);
    // Where an account has both, they are what was booked in the year.
    let read = list(
        "Konto;Kontonavn;Debet;Kredit\n2.10.01;Bank;1000;200\n2.32.01;Gjeld;;600\n2.56.00;Fond;;200\n",
    );
    assert_eq!((read.accepted(), read.rejects.len()), (0, 3));
    assert_eq!(read.rejects[0].cause.key, "import-turnover-no-balance");
}

#[test]
fn an_opening_balance_and_what_has_moved_make_the_closing_one() {
    for heading in ["IB;Debet;Kredit", "Inngående saldo;Debet;Kredit"] {
        let read = list(&format!(
            "Konto;Kontonavn;{heading}\n2.10.01;Bank;800;300;100\n2.32.01;Gjeld;-500;0;100\n\
             2.56.00;Fond;-300;0;100\n"
        ));
        assert_eq!(balance(&read), ["10.01 800 1000", "32.01 -500 -600", "56.00 -300 -400"]);
        assert_eq!(keys(&read), ["import-closing-made"]);
    }
    let read = list(
        "Konto;Kontonavn;IB;Bevegelse\n2.10.01;Bank;800;200\n2.32.01;Gjeld;-500;-100\n\
         2.56.00;Fond;-300;-100\n",
    );
    assert_eq!(balance(&read), ["10.01 800 1000", "32.01 -500 -600", "56.00 -300 -400"]);
}

#[test]
fn debit_and_credit_show_the_sign_of_balances_that_have_none() {
    let signed = "Konto;Kontonavn;IB;Debet;Kredit;UB\n2.10.01;Bank;800;300;100;1000\n\
                  2.32.01;Gjeld;-500;0;100;-600\n2.56.00;Fond;-300;0;100;-400\n";
    let right = ["10.01 800 1000", "32.01 -500 -600", "56.00 -300 -400"];
    assert_eq!(
        (balance(&list(signed)), keys(&list(signed))),
        (right.map(str::to_owned).into(), vec![])
    );
    let read = list(&signed.replace('-', ""));
    assert_eq!(balance(&read), right);
    assert_eq!(keys(&read), ["import-sign-by-movement"]);
    // Where they do not bear it out, a person says it.
    let read = list(&signed.replace('-', "").replace("0;100;600", "0;90;600"));
    assert_eq!(read.questions[0].option(), "--sign normal|unsigned");
}

#[test]
fn a_list_of_balance_accounts_alone_is_a_balance_list() {
    for heading in ["Saldo", "Beløp", "UB", "Regnskap 2021"] {
        let read = list(&format!(
            "Konto;Kontonavn;{heading}\n2.10.01;Bank;1000\n2.32.01;Gjeld;-600\n2.56.00;Fond;-400\n"
        ));
        assert_eq!(balance(&read), ["10.01 - 1000", "32.01 - -600", "56.00 - -400"], "{heading}");
    }
    let read = list("Klasse;Konto;Saldo\n2;1001;1000\n2;3201;-600\n2;5600;-400\n");
    assert_eq!(balance(&read), ["1001 - 1000", "3201 - -600", "5600 - -400"]);
    // With a result account among them it is a list of balances.
    let read =
        list("Konto;Kontonavn;Saldo\n1.010;Lønn;1000\n2.10.01;Bank;1000\n2.56.00;Fond;-400\n");
    assert_eq!(read.kind(), SourceKind::Table(TableId::Balances));
}

/// Period, account and amount of every posting.
fn postings(read: &SheetRead) -> Vec<String> {
    let project = imported(&project(), std::slice::from_ref(read));
    let batch = &project.ledger[0];
    let row = |row: &arsmelding::project::LedgerRow| {
        let account = &batch.accounts[row.account as usize];
        format!("{} {}.{} {}", row.period, account.class, account.account, row.amount)
    };
    batch.rows.iter().map(row).collect()
}

#[test]
fn opening_balances_open_balance_accounts_and_are_no_postings_of_the_result() {
    // With a voucher, without one, with the word in the voucher's own column.
    for opening in [
        "0;01.01.2021;KONTO;Inngående balanse;BELØP",
        ";01.01.2021;KONTO;IB;BELØP",
        "IB;01.01.2021;KONTO;;BELØP",
    ] {
        let row = |account: &str, amount: &str| {
            opening.replace("KONTO", account).replace("BELØP", amount)
        };
        let read = list(&format!(
            "Bilagsnr;Dato;Konto;Tekst;Beløp\n{}\n{}\n{}\n1;01.02.2021;1.010;Lønn;1000\n\
             1;01.02.2021;2.10.01;Lønn;-1000\n",
            row("2.10.01", "800"),
            row("2.56.00", "-800"),
            row("1.010", "900"),
        ));
        assert_eq!(
            postings(&read),
            ["0 2.10.01 800", "0 2.56.00 -800", "1 1.010 1000", "1 2.10.01 -1000"]
                .map(|row| row.replace("1 1.", "2 1.").replace("1 2.", "2 2.")),
            "{opening}"
        );
        assert_eq!(keys(&read), ["import-opening-taken", "import-opening-result"], "{opening}");
    }
}

#[test]
fn a_closing_balance_is_no_posting_either() {
    let read = list(
        "Bilagsnr;Dato;Konto;Tekst;Beløp\nIB;01.01.2021;2.10.01;;800\n1;01.02.2021;2.10.01;x;50\n\
         UB;31.12.2021;2.10.01;;850\n2;31.12.2021;2.10.01;Utgående balanse;850\n",
    );
    assert_eq!(postings(&read), ["0 2.10.01 800", "2 2.10.01 50"]);
}

#[test]
fn the_opening_balance_of_a_later_month_is_what_the_postings_before_come_to() {
    let read = list(
        "Bilagsnr;Dato;Konto;Tekst;Beløp\n;01.07.2021;2.10.01;Inngående saldo;800\n\
         7;02.07.2021;2.10.01;x;50\n",
    );
    assert_eq!(
        (postings(&read), keys(&read)),
        (vec!["7 2.10.01 50".to_owned()], vec!["import-opening-later"])
    );
    // A report by months has one for each of them; the first without a day opens the year.
    let read = list(
        "Bilagsnr;Dato;Konto;Tekst;Beløp\n;;2.10.01;Inngående saldo;800\n\
         1;02.01.2021;2.10.01;x;50\n;;2.10.01;Inngående saldo;850\n2;02.02.2021;2.10.01;x;7\n",
    );
    assert_eq!(postings(&read), ["0 2.10.01 800", "1 2.10.01 50", "2 2.10.01 7"]);
    assert_eq!(keys(&read), ["import-opening-taken", "import-opening-later"]);
}

#[test]
fn a_posting_whose_text_begins_like_an_opening_balance_is_one_of_the_year() {
    let read = list("Bilagsnr;Dato;Konto;Tekst;Beløp\n1;02.03.2021;1.195;IB Data leveranse;50\n");
    assert_eq!(postings(&read), ["3 1.195 50"]);
}

#[test]
fn what_was_taken_for_the_wrong_list_is_asked_about_with_the_right_one() {
    // Nothing but the second digit shows that these are chapters.
    let read = list("Konto;Kontonavn;Saldo\n21001;Bank;1000\n23201;Gjeld;-600\n25600;Fond;-400\n");
    assert_eq!(read.questions[0].option(), "--kind balance-list");
    let read = list("Konto;Kontonavn;IB;UB\n1.010;Lønn;0;1000\n1.650;Salg;0;-1000\n");
    assert_eq!(read.questions[0].option(), "--kind balances");
    // Chapters of two digits without the kontoklasse.
    let read = list("Konto;Kontonavn;Saldo\n10.01;Bank;1000\n32.01;Gjeld;-600\n56.00;Fond;-400\n");
    assert_eq!(balance(&read), ["10.01 - 1000", "32.01 - -600", "56.00 - -400"]);
}

#[test]
fn headings_of_the_two_balances_are_known_in_either_order() {
    for heads in [
        "Saldo IB;Debet;Kredit;Saldo UB",
        "Inngående;Debet;Kredit;Utgående",
        "Inng.;Debet;Kredit;Utg.",
    ] {
        let read = list(&format!(
            "Konto;Kontonavn;{heads}\n2.10.01;Bank;800;300;100;1000\n2.56.00;Fond;-800;0;200;-1000\n"
        ));
        assert_eq!(balance(&read), ["10.01 800 1000", "56.00 -800 -1000"], "{heads}");
    }
}

#[test]
fn a_balance_sheet_without_account_numbers_is_refused_for_that() {
    let files = Files::new();
    let path = files.write(
        "balanse.csv",
        "Tekst;Note;31.12.2021;31.12.2020\nEiendeler;;;\nBankinnskudd;1;1000;800\n\
         Disposisjonsfond;;-400;-300\nKortsiktig gjeld;;-600;-500\n",
    );
    let cause = super::support::refusal(path, &Default::default());
    assert!(cause.contains("kontonumre") && !cause.contains("fond"), "{cause}");
}

#[test]
fn rows_of_the_opening_period_are_told() {
    let read = list("Konto;Periode;Regnskap\n010;202100;5\n010;202101;500\n650;202113;-1141\n");
    assert!(keys(&read).contains(&"import-opening-period"), "{:?}", keys(&read));
    let read = list("Konto;Periode;Regnskap\n010;202101;500\n650;202113;-1141\n");
    assert!(!keys(&read).contains(&"import-opening-period"));
}

#[test]
fn balances_over_periods_are_those_at_the_end() {
    for (second, third) in [("900", "-900"), ("800", "-800")] {
        let read = list(&format!(
            "Konto;Periode;IB;Debet;Kredit\n2.10.01;202101;800;100;0\n2.10.01;202102;{second};100;0\n\
             2.56.00;202101;-800;0;100\n2.56.00;202102;{third};0;100\n"
        ));
        assert_eq!(balance(&read), ["10.01 800 1000", "56.00 -800 -1000"]);
    }
    // Of each period it is what was booked, though no account has both sides in one.
    let read = list(
        "Konto;Periode;Debet;Kredit\n2.10.01;202101;100;0\n2.10.01;202102;0;30\n\
         2.56.00;202101;0;100\n2.56.00;202102;30;0\n",
    );
    assert_eq!((read.accepted(), read.rejects.len()), (0, 4));
    assert_eq!(read.rejects[0].cause.key, "import-turnover-no-balance");
}

#[test]
fn a_row_for_the_closing_balance_is_not_added_to_the_one_for_the_opening() {
    let read = list(
        "Konto;Post;Beløp\n2.10.01;Inngående balanse;800\n2.10.01;Utgående balanse;1000\n\
         2.56.00;Inngående balanse;-800\n2.56.00;Utgående balanse;-1000\n",
    );
    assert_eq!(balance(&read), ["10.01 - 1000", "56.00 - -1000"]);
    assert_eq!(keys(&read), ["import-closing-rows"]);
}
