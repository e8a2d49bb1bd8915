//! Accounts as they really come: in thousands, of several years and companies, with sides in a
//! column, without a heading that is known. Each comes in right or is asked about.

use std::path::PathBuf;

use arsmelding::import::{Options, Setting, SheetRead, SkipReason};
use arsmelding::project::{AmountUnit, LedgerSign, Project, SourceKind, TableId};

use super::support::{Files, V::*, imported, plan, project, refusal, sheet, sheet_with};

fn door(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/doors/accounts").join(name)
}

/// Account and the four amounts of every balance, as text.
fn balances(project: &Project) -> Vec<String> {
    let amount = |own: &Option<rust_decimal::Decimal>| {
        own.map_or("-".to_owned(), |own| own.normalize().to_string())
    };
    let row = |own: &arsmelding::project::AccountBalance| {
        let amounts = [own.actual, own.revised_budget, own.original_budget, own.last_year];
        let amounts: Vec<String> = amounts.iter().map(amount).collect();
        format!("{}: {}", own.account, amounts.join(" "))
    };
    project.balances.iter().map(row).collect()
}

fn taken(read: &SheetRead) -> Vec<String> {
    assert_eq!(read.questions, [], "{:?}", read.questions.first().map(|own| own.asks.text()));
    assert_eq!(
        read.read,
        read.accepted() + read.skipped_count() + u32::try_from(read.rejects.len()).unwrap()
    );
    balances(&imported(&project(), std::slice::from_ref(read)))
}

fn list(files: &Files, text: &str) -> SheetRead {
    sheet(files.write("liste.csv", text))
}

fn notes(read: &SheetRead) -> Vec<String> {
    read.notes.iter().map(|note| note.message.text().replace('\u{a0}', " ")).collect()
}

/// The option that answers the first question, and the question.
fn asked(read: &SheetRead) -> (String, String) {
    let [question, ..] = &read.questions[..] else { panic!("nothing is asked: {:?}", notes(read)) };
    assert!(
        plan(&project(), std::slice::from_ref(read)).apply(&super::support::context()).is_none()
    );
    (question.option(), question.asks.text().replace('\u{a0}', " "))
}

fn said(setting: Setting) -> Options {
    let mut options = Options::default();
    options.say(&setting);
    options
}

fn answered(name: PathBuf, setting: Setting) -> Vec<String> {
    taken(&sheet_with(name, &project(), &said(setting)))
}

#[test]
fn amounts_in_thousands_are_made_kroner() {
    for name in ["thousands-in-a-title.xlsx", "tnok-in-a-title.xlsx"] {
        let read = sheet(door(name));
        assert_eq!(
            taken(&read),
            [
                "010: 1000000 1100000 1100000 950000",
                "099: 141000 150000 150000 130000",
                "195: 50000 60000 60000 40000",
                "650: -1191000 -1310000 -1310000 -1120000",
            ],
            "{name}"
        );
        assert_eq!(read.notes[0].place.cell.as_deref(), Some("A2"), "{name}");
        assert!(notes(&read)[0].ends_with("lest i tusen kroner og gjort om til kroner"), "{name}");
    }
}

#[test]
fn the_unit_is_read_from_titles_headings_footers_and_the_sheets_name() {
    let files = Files::new();
    let rows = "010;1,5\n650;-2\n";
    for text in [
        format!("Alle tall i 1000 kr\n\nKonto;Regnskap 2021\n{rows}"),
        format!("Alle beløp er i hele 1 000 kr;\nKonto;Regnskap 2021\n{rows}"),
        format!("Tal i heile tusen kroner\nKonto;Rekneskap 2021\n{rows}"),
        format!("Valuta:;1000 NOK\nKonto;Regnskap 2021\n{rows}"),
        format!("Konto;Regnskap 2021 (i 1000 kr)\n{rows}"),
        format!("Konto;Regnskap 2021 TNOK\n{rows}"),
        format!("Konto;Beløp i tusen kroner\n{rows}"),
        format!("Konto;TNOK\n{rows}"),
        format!("Konto;Regnskap 2021\n{rows}Alle tall er i hele tusen kroner\n"),
    ] {
        assert_eq!(taken(&list(&files, &text)), ["010: 1500 - - -", "650: -2000 - - -"], "{text}");
    }
    let million = list(&files, &format!("Tall i mill. kr\nKonto;Regnskap 2021\n{rows}"));
    assert_eq!(taken(&million)[0], "010: 1500000 - - -");
    for text in [
        format!("Beløp i hele kroner\nKonto;Regnskap 2021\n{rows}"),
        format!("Konto;Beløp i kr\n{rows}"),
        format!("Utvalg: ansvar 1000 til 1999\nKonto;Regnskap 2021\n{rows}"),
        format!("Utvalg: poster over 1000 kr\nKonto;Regnskap 2021\n{rows}"),
    ] {
        let read = list(&files, &text);
        assert_eq!(taken(&read)[0], "010: 1.5 - - -", "{text}");
        assert_eq!(notes(&read), [""; 0], "{text}");
    }
    let head = [T("Konto"), T("Regnskap 2021")];
    let named = files.workbook(
        "bok.xlsx",
        &[("Regnskap i TNOK", &[&head, &[T("010"), N(1.234)], &[T("650"), N(-2.0)]])],
    );
    assert_eq!(taken(&sheet(named)), ["010: 1234 - - -", "650: -2000 - - -"]);
}

#[test]
fn amounts_in_thousands_have_all_their_decimals() {
    let files = Files::new();
    let text = "Tall i hele tusen kroner\nKonto;Regnskap 2021\n010;1 234,567\n650;-1234,5\n";
    assert_eq!(taken(&list(&files, text)), ["010: 1234567 - - -", "650: -1234500 - - -"]);
    let plain = list(&files, "Konto;Regnskap 2021\n010;1 234,567\n650;-1234,5\n");
    assert_eq!(plain.rejects[0].cell, "B2", "kroner have two");
}

#[test]
fn a_unit_that_is_not_clear_is_asked_about_once() {
    let (option, question) = asked(&sheet(door("in-1000-of-nothing.csv")));
    assert_eq!(option, "--unit kr|tusen|mill");
    assert!(question.starts_with("«Beløp i 1000»"), "{question}");
    let thousand = Setting::Unit(AmountUnit::Thousand);
    let rows = answered(door("in-1000-of-nothing.csv"), thousand.clone());
    assert_eq!(rows[0], "010: 1235000 1200000 - -");
    let kroner = answered(door("in-1000-of-nothing.csv"), Setting::Unit(AmountUnit::Krone));
    assert_eq!(kroner[0], "010: 1235 1200 - -");

    let read = sheet_with(door("in-1000-of-nothing.csv"), &project(), &said(thousand));
    let known = imported(&project(), &[read]);
    let again = sheet_with(door("in-1000-of-nothing.csv"), &known, &Options::default());
    assert_eq!(again.questions, [], "the answer is remembered");
    assert!(!plan(&known, &[again]).has_changes());

    let files = Files::new();
    for text in [
        // Titles that contradict each other, or the headings.
        "Tall i tusen kroner\nBeløp i kr\nKonto;Regnskap 2021\n010;5\n",
        "Alle tall i hele kroner\nKonto;Regnskap 2021 (TNOK)\n010;5\n",
        // One column has a unit, the other none.
        "Konto;Regnskap 2021 (1000 kr);Budsjett 2021\n010;5;6\n",
        // Thousands have no øre.
        "Tall i tusen kroner\nKonto;Regnskap 2021\n010;51234,56\n650;-1234,45\n",
    ] {
        assert_eq!(asked(&list(&files, text)).0, "--unit kr|tusen|mill", "{text}");
    }
}

#[test]
fn a_ledger_a_balance_list_and_a_fund_have_units_too() {
    let files = Files::new();
    let ledger = "Tall i 1000 kr\nBilagsnr;Bilagsdato;Konto;Beløp\n1;01.02.2021;1.010.100;2,5\n";
    let after = imported(&project(), &[list(&files, ledger)]);
    assert_eq!(after.ledger[0].rows[0].amount.to_string(), "2500");
    let balance = "Saldobalanse 2021 i hele tusen kroner\nKonto;IB;UB\n10.100;6;7\n56.010;-6;-7\n";
    let after = imported(&project(), &[list(&files, balance)]);
    assert_eq!(after.balance_list[0].closing, Some(7000.into()));
    let fund = "Disposisjonsfond, beløp i tusen kroner\nLinje;2020;2021\nSaldo 01.01;1;2\nSaldo 31.12;2;3\n";
    let after = imported(&project(), &[list(&files, fund)]);
    assert_eq!(after.fund[0].amount, Some(1000.into()));
}

#[test]
fn sums_of_rounded_thousands_need_not_add_up() {
    let files = Files::new();
    let sums = |title: &str, sum: i64| {
        let rows = "010;1\n020;2\n650;-2\n";
        notes(&list(&files, &format!("{title}\nKonto;Regnskap 2021\n{rows}Sum;{sum}\n")))
    };
    assert_eq!(sums("Tall i tusen kroner", 2).len(), 1, "the unit alone is told");
    assert_eq!(sums("Tall i tusen kroner", 9).len(), 2);
    assert_eq!(sums("Tall i kroner", 2).len(), 1, "kroner are exact");
}

#[test]
fn printed_statements_have_units_too() {
    let files = Files::new();
    let rows = "År;Oppstilling;Linje;Regnskap\n2021;§ 5-6;Lønnsutgifter;1 234\n";
    let after = imported(&project(), &[list(&files, &format!("Tall i 1000 kr\n{rows}"))]);
    assert_eq!(after.statements[0].actual, Some(1_234_000.into()));
    let headed = rows.replace(";Regnskap\n", ";Regnskap (TNOK)\n");
    let after = imported(&project(), &[list(&files, &headed)]);
    assert_eq!(after.statements[0].actual, Some(1_234_000.into()));
}

#[test]
fn each_column_is_of_the_year_in_its_heading() {
    let form = Setting::AccountForm("kaaa".parse().unwrap());
    for (name, rows, left) in [
        ("years-b21-b22.csv", "1010: - - 1000 -", "Budsjett 2022"),
        ("years-r20-b21-b22.csv", "1010: - - 2000 1000", "Budsjett 2022"),
        ("years-r20-b21-r21.csv", "1010: 3000 - 2000 1000", ""),
        ("years-r20-b21.csv", "1010: - - 2000 1000", ""),
        ("years-rb21-b20.csv", "1010: 1000 2000 - -", "Opprinnelig budsjett 2020"),
    ] {
        let read = sheet_with(door(name), &project(), &said(form.clone()));
        assert_eq!(taken(&read)[0], rows, "{name}");
        let told = notes(&read).iter().any(|note| !left.is_empty() && note.contains(left));
        assert_eq!(told, !left.is_empty(), "{name}: {:?}", notes(&read));
        assert_eq!(read.period.unwrap().first.year(), 2021);
    }
    let read = sheet(door("years-r19-b20-b21.csv"));
    assert_eq!(taken(&read)[0], "010: - - 3000 -");
    assert!(notes(&read)[0].contains("«Regnskap 2019», «Budsjett 2020»"), "{:?}", notes(&read));
    let of_2020 = sheet_with(door("years-r19-b20-b21.csv"), &project(), &said(Setting::Year(2020)));
    assert_eq!(taken(&of_2020)[0], "010: - - 2000 1000");
    let later = sheet(door("budgets-of-later-years.csv"));
    assert_eq!(taken(&later), ["010: 1000 - - -", "750: -1000 - - -"]);
    assert!(notes(&later)[0].contains("«Budsjett 2022», «Budsjett 2023»"));
}

#[test]
fn short_headings_have_years_too() {
    let files = Files::new();
    for (heads, amounts) in [
        ("R2021;B2021;R2020", "5 - 6 7"),
        ("R21;B21;R20", "5 - 6 7"),
        ("Regnskap 2021;Rev.bud 2021;Oppr.bud. 2021", "5 6 7 -"),
        ("Rgnsk.2021;Reg.budsjett 21;Oppr.budsjett", "- 6 7 -"),
        ("Regnskap 21;Oppr. budsjett 21;Regnskap 20", "5 - 6 7"),
        ("Regnskap 2021;Bud. 21;Regnskap 2020", "5 - 6 7"),
        ("Regnskap 2021;Oppr. budsjett 2021;Rev. budsjett 2021", "5 7 6 -"),
        ("Regnskap 2021;Budsjett;Budsjett 2022", "5 - 6 -"),
        ("Regnskap 2021;Budsjett 2022;Budsjett", "5 - 7 -"),
        ("Regnskap;Budsjett 2021;Regnskap 2020", "5 - 6 7"),
        ("Hittil i år;Budsjett 2021;Regnskap 2020", "5 - 6 7"),
        ("Regnskap 2021;Regnskap 2020;Regnskap 2019", "5 - - 6"),
        ("Regnskap 2019;Regnskap 2020;Regnskap 2021", "7 - - 6"),
        ("rekneskap_2021;budsjett_2022;budsjett_2023", "5 - - -"),
        ("Regnskap 2021;Årsbudsjett 2021;Budsjett 2021-2024", "5 6 - -"),
    ] {
        let read = list(&files, &format!("Konto;{heads}\n010;5;6;7\n750;-5;-6;-7\n"));
        assert_eq!(taken(&read)[0], format!("010: {amounts}"), "{heads}");
    }
}

#[test]
fn years_that_only_a_person_can_choose_among_are_asked_about() {
    let files = Files::new();
    let text = "konto;rekneskap_2011;budsjett_2012;budsjett_2013\n010;5;6;7\n750;-5;-6;-7\n";
    let (option, question) = asked(&list(&files, text));
    assert_eq!(option, "--source-year 2011|2012|2013");
    assert!(question.contains("rekneskap_2011, budsjett_2012, budsjett_2013"), "{question}");
    let path = files.write("liste.csv", text);
    assert_eq!(answered(path.clone(), Setting::Year(2012))[0], "010: - - 6 5");
    assert_eq!(answered(path, Setting::Year(2011))[0], "010: 5 - - -");
    // A title says which.
    let titled = list(&files, &format!("Regnskapsrapport 2012\n{text}"));
    assert_eq!(taken(&titled)[0], "010: - - 6 5");
}

#[test]
fn a_column_that_a_person_chose_is_taken_whatever_its_year() {
    let files = Files::new();
    let path = files.write("liste.csv", "Konto;Regnskap 2021;Budsjett 2022\n010;5;6\n750;-5;-6\n");
    let column = "Budsjett 2022".to_owned();
    let chosen = Setting::Column { field: "revised_budget".to_owned(), column };
    assert_eq!(answered(path.clone(), chosen)[0], "010: 5 6 - -");
    let files = Files::new();
    let path = files.write("liste.csv", "Konto;Regnskap 2020;Regnskap 2021\n010;5;6\n750;-5;-6\n");
    let column = "Regnskap 2020".to_owned();
    let chosen = Setting::Column { field: "actual".to_owned(), column };
    let read = sheet_with(path, &project(), &said(chosen));
    assert_eq!(taken(&read)[0], "010: 5 - - -");
    assert_eq!(read.period.unwrap().first.year(), 2020);
}

#[test]
fn a_balance_list_has_each_balance_of_its_year() {
    let files = Files::new();
    for heads in ["IB 2021;UB 2021", "31.12.2020;31.12.2021", "Saldo 31.12.2020;Saldo 31.12.2021"] {
        let text = format!("Konto;{heads}\n10.100;6;7\n56.010;-6;-7\n");
        let kind = SourceKind::Table(TableId::BalanceList);
        let path = files.write("ib-ub.csv", text);
        let read = sheet_with(path, &project(), &said(Setting::Kind(kind)));
        let after = imported(&project(), &[read]);
        let own = &after.balance_list[0];
        assert_eq!((own.opening, own.closing), (Some(6.into()), Some(7.into())), "{heads}");
        assert_eq!(own.year, Some(2021), "{heads}");
    }
}

#[test]
fn balance_accounts_in_parts_need_no_class() {
    let files = Files::new();
    let text = "Konto;Kontonavn;IB;UB\n10.100;Bank;6;7\n10.200;Kasse;1;1\n56.010;Fond;-7;-8\n";
    let after = imported(&project(), &[list(&files, text)]);
    let own: Vec<&str> = after.balance_list.iter().map(|own| own.account.as_str()).collect();
    assert_eq!(own, ["10.100", "10.200", "56.010"]);
}

#[test]
fn a_list_of_several_companies_asks_whose_rows_are_wanted() {
    let (option, question) = asked(&sheet(door("two-companies.xlsx")));
    assert_eq!(option, "--company \"HI|KK|*\"");
    assert!(question.contains("HI (4 rader), KK (4 rader)"), "{question}");
    let company = |name: &str| Setting::Company(name.to_owned());
    let own = sheet_with(door("two-companies.xlsx"), &project(), &said(company("hi")));
    assert_eq!(taken(&own)[3], "650: -1191000.5 -1310000 -1310000 -1120000");
    let others = own.skipped.iter().filter(|own| own.reason == SkipReason::OtherCompany);
    assert_eq!((others.count(), own.accepted()), (4, 4));
    let all = sheet_with(door("two-companies.xlsx"), &project(), &said(company("")));
    assert_eq!(taken(&all)[3], "650: -13101005.5 -14410000 -14410000 -12320000");

    let known = imported(&project(), &[own]);
    let again = sheet_with(door("two-companies.xlsx"), &known, &Options::default());
    assert_eq!((again.questions.len(), plan(&known, &[again]).has_changes()), (0, false));
    let unknown = sheet_with(door("two-companies.xlsx"), &project(), &said(company("Ukjent")));
    assert_eq!(asked(&unknown).0, "--company \"HI|KK|*\"");
}

#[test]
fn a_ledger_a_balance_list_and_groups_have_companies_too() {
    let own = said(Setting::Company("HI".to_owned()));
    let ledger = sheet_with(door("ledger-of-two-companies.csv"), &project(), &own);
    assert_eq!((ledger.accepted(), ledger.skipped_count()), (2, 2));
    let files = Files::new();
    let text = "Selskap;Konto;IB;UB\n10;10.100;6;7\n10;56.010;-6;-7\n20;10.100;60;70\n";
    let path = files.write("ib-ub.csv", text);
    assert_eq!(asked(&sheet(&path)).0, "--company \"10|20|*\"");
    let own = said(Setting::Company("10".to_owned()));
    assert_eq!(sheet_with(&path, &project(), &own).accepted(), 2);
    let groups =
        "Firma: Hedmark IKT\nKonto;Regnskap 2021\n010;5\n750;-5\nFirma: Annet IKS;\n010;50\n";
    let path = files.write("grupper.csv", groups);
    assert_eq!(asked(&sheet(&path)).0, "--company \"Hedmark IKT|Annet IKS|*\"");
    let own = said(Setting::Company("Annet IKS".to_owned()));
    assert_eq!(taken(&sheet_with(&path, &project(), &own)), ["010: 50 - - -"]);
    let one = "Firma;Konto;Regnskap 2021\nHI;010;5\nHI;750;-5\n";
    assert_eq!(taken(&list(&files, one)).len(), 2, "one company is no question");
}

/// The amounts of a ledger's rows.
fn postings(read: &SheetRead) -> Vec<String> {
    assert_eq!(read.questions, []);
    let after = imported(&project(), std::slice::from_ref(read));
    let rows = after.ledger.iter().flat_map(|batch| batch.rows.iter());
    rows.map(|row| row.amount.normalize().to_string()).collect()
}

#[test]
fn the_side_of_an_amount_is_read() {
    assert_eq!(postings(&sheet(door("side-in-a-column.csv"))), ["1000", "-1000"]);
    assert_eq!(postings(&sheet(door("credit-with-minus.csv"))), ["1000", "-1000"]);
    let files = Files::new();
    let ledger = |heading: &str, rows: [(&str, &str); 3]| {
        let rows: String = rows
            .iter()
            .zip(["1.010.100", "1.650.100", "1.650.100"])
            .map(|((amount, side), account)| format!("1;01.02.2021;{account};{amount};{side}\n"))
            .collect();
        list(&files, &format!("Bilagsnr;Bilagsdato;Konto;Beløp;{heading}\n{rows}"))
    };
    for (heading, debit, credit) in [
        ("D/K", "D", "K"),
        ("Debet/Kredit", "Debet", "Kredit"),
        ("+/-", "+", "-"),
        ("Dr/Cr", "DR", "CR"),
        ("D/K", "d", "k"),
    ] {
        let unsigned = ledger(heading, [("9", debit), ("10", credit), ("-1", credit)]);
        assert_eq!(postings(&unsigned), ["9", "-10", "1"], "{heading}");
        let signed = ledger(heading, [("9", debit), ("-10", credit), ("-1", credit)]);
        assert_eq!(postings(&signed), ["9", "-10", "-1"], "{heading}: signed already");
    }
    let odd = ledger("D/K", [("9", "D"), ("10", "X"), ("1", "")]);
    let rejects: Vec<(&str, String)> =
        odd.rejects.iter().map(|own| (own.cell.as_str(), own.cause.text())).collect();
    assert_eq!(rejects.len(), 2, "{rejects:?}");
    assert_eq!((rejects[0].0, rejects[1].0), ("E3", "E4"));
    let balances = "Konto;Saldo;D/K\n010;100;D\n650;300;K\nSum;200;\n";
    assert_eq!(taken(&list(&files, balances)), ["010: 100 - - -", "650: -300 - - -"]);
}

#[test]
fn the_question_about_signs_offers_only_what_can_be_right() {
    let files = Files::new();
    let path = files.write("uten.csv", "Konto;Regnskap 2021\n010;100\n750;130\n990;7\n");
    let (option, question) = asked(&sheet(&path));
    assert_eq!(option, "--sign normal|unsigned");
    assert!(question.contains("130,00") && question.contains("100,00"), "{question}");
    let rows = answered(path, Setting::Sign(LedgerSign::Unsigned));
    assert_eq!(rows, ["010: 100 - - -", "750: -130 - - -", "990: -7 - - -"]);
    let path = files.write("ib-ub.csv", "Konto;IB;UB\n10.100;6;7\n56.010;6;7\n");
    assert_eq!(asked(&sheet(&path)).0, "--sign normal|unsigned");
    let read = sheet_with(&path, &project(), &said(Setting::Sign(LedgerSign::Unsigned)));
    let after = imported(&project(), &[read]);
    let closing: Vec<_> = after.balance_list.iter().filter_map(|own| own.closing).collect();
    assert_eq!(closing, [7.into(), (-7).into()]);
}

#[test]
fn amounts_that_programs_write_short_are_read() {
    let rows = taken(&sheet(door("amount-2e05.csv")));
    assert_eq!(rows[0], "010: 2425693.02 200000 2532000 1906016.03");
    let files = Files::new();
    let shortened = list(&files, "Konto;Regnskap 2021\n010;1,23E+08\n750;-5\n");
    assert!(shortened.rejects[0].cause.text().starts_with("Tallet er forkortet av Excel"));
}

#[test]
fn a_list_of_lines_and_years_is_a_fund_only_where_it_says_so() {
    for name in ["budget-by-text-and-year.csv", "budget-decisions-by-year.csv"] {
        let (option, question) = asked(&sheet(door(name)));
        assert_eq!(option, "--kind fund", "{name}");
        assert!(question.contains("Tekst, 2021, 2022"), "{question}");
        assert_eq!(sheet(door(name)).accepted(), 0);
    }
    let files = Files::new();
    for text in [
        "Post;2020;2021\nSaldo 01.01;1;2\nInnskudd;1;1\nSaldo 31.12;2;3\n",
        "Tekst;2020;2021\nAvsetning til fond;1;2\nBruk av fond;-1;-1\n",
        "Disposisjonsfond;2020;2021\nÅrets endring;1;2\n",
        "Disposisjonsfondets utvikling, fondet\nTekst;2020;2021\nÅrets endring;1;2\n",
    ] {
        let read = list(&files, text);
        assert_eq!(read.kind(), SourceKind::Table(TableId::Fund), "{text}");
        assert!(read.questions.is_empty() && read.accepted() > 1, "{text}");
    }
    for text in [
        "Linje;2020;2021\nLønn;1;2\nStrøm;1;2\n",
        "Bevegelse;2020;2021\nTilgang;1;2\nAvgang;1;2\n",
        "Post;Beløp\nLønn;1\nStrøm;2\n",
    ] {
        assert_eq!(asked(&list(&files, text)).0, "--kind fund", "{text}");
    }
}

#[test]
fn a_list_without_known_amounts_or_accounts_asks_with_its_headings() {
    let (option, question) = asked(&sheet(door("no-known-amount.csv")));
    assert_eq!(option, "--map actual=…");
    assert!(question.contains("Konto, Kontonavn, Ansvar") && question.contains("beloep"));
    assert_eq!(asked(&sheet(door("arts-without-known-amount.csv"))).0, "--map actual=…");
    let column = "beloep".to_owned();
    let mut options = said(Setting::Column { field: "actual".to_owned(), column });
    options.say(&Setting::AccountForm("kaaa".parse().unwrap()));
    let read = sheet_with(door("no-known-amount.csv"), &project(), &options);
    assert_eq!(taken(&read)[0], "1010: 1000 - - -");

    let (option, question) = asked(&sheet(door("ledger-without-account.csv")));
    assert!(option.starts_with("--map account="), "{option}");
    assert!(question.contains("Bilagsnr, Dato, Beløp"), "{question}");
    let names = sheet(door("names-for-numbers.csv"));
    let (option, question) = asked(&names);
    assert_eq!(option, "--map account=post");
    assert!(question.contains("«Bank» er ikke et kontonummer"), "{question}");
    assert_eq!(names.rejects[0].cause.text(), "«Bank» er ikke et kontonummer");
    assert_eq!((names.rejects[0].cell.as_str(), names.rejects[0].value.as_str()), ("B2", "Bank"));

    let files = Files::new();
    let text = "Konto;Kontonavn;Ansvar\n010;Lønn;100\n650;Salg;100\n";
    let none = said(Setting::Kind(SourceKind::Table(TableId::Balances)));
    let refused = refusal(files.write("uten.csv", text), &none);
    assert!(refused.contains("ingen kolonne med beløp"), "{refused}");
}

#[test]
fn what_ssb_and_the_tax_authorities_are_sent_is_told_by_name() {
    let files = Files::new();
    let record = "0I2021 30040012345678912345678931200 010   100000\n";
    let kostra = refusal(files.write("0I.dat", record.repeat(4)), &Options::default());
    assert!(kostra.contains("KOSTRA") && kostra.contains("saldobalanse"), "{kostra}");
    let saf_t = "<?xml version=\"1.0\"?><AuditFile xmlns=\"urn:StandardAuditFile-Taxation-Financial:NO\"><Header/></AuditFile>";
    let refused = refusal(files.write("saft.xml", saf_t), &Options::default());
    assert!(refused.contains("SAF-T") && refused.contains("saldobalanse"), "{refused}");
}

#[test]
fn nothing_accepted_is_not_called_known_already() {
    let files = Files::new();
    let none = list(&files, "Konto;Regnskap 2021\n010;x\n020;y\n");
    let sheets = [none];
    let nothing = plan(&project(), &sheets).nothing_new(&sheets);
    assert!(nothing.starts_with("Ingen rader ble godtatt"), "{nothing}");
    let good = list(&files, "Konto;Regnskap 2021\n010;5\n");
    let known = imported(&project(), std::slice::from_ref(&good));
    let sheets = [good];
    assert!(plan(&known, &sheets).nothing_new(&sheets).starts_with("Ingenting nytt: alt"));
    let part = [list(&files, "Konto;Regnskap 2021\n010;5\n020;y\n")];
    let told = plan(&known, &part).nothing_new(&part);
    assert!(told.starts_with("Ingenting nytt: radene som ble godtatt"), "{told}");
}
