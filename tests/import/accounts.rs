//! Balances as finance systems give them: grouped reports, flat lists, joined account strings.

use arsmelding::import::{Options, SheetRead, SkipReason};
use arsmelding::number::DecimalMark;
use arsmelding::project::{LedgerSign, Project, SourceKind, TableId};
use jiff::civil::date;

use super::support::{Files, V::*, imported, plan, project, sheet, sheet_with};

/// Class, account, unit, function, project and the four amounts of every balance, as text.
fn balances(project: &Project) -> Vec<String> {
    let row = |own: &arsmelding::project::AccountBalance| {
        let amounts = [own.actual, own.revised_budget, own.original_budget, own.last_year];
        let codes = [&own.class, &own.account, &own.unit, &own.function, &own.project];
        let codes: Vec<&str> = codes.into_iter().map(String::as_str).collect();
        let amount = |own: &Option<_>| {
            own.map_or(String::new(), |own: rust_decimal::Decimal| own.to_string())
        };
        let amounts: Vec<String> = amounts.iter().map(amount).collect();
        format!("{} | {}", codes.join(" "), amounts.join(" "))
    };
    project.balances.iter().map(row).collect()
}

fn read(read: &SheetRead) -> Vec<String> {
    balances(&imported(&project(), std::slice::from_ref(read)))
}

fn notes(read: &SheetRead) -> Vec<String> {
    read.notes.iter().map(|note| note.message.text().replace('\u{a0}', " ")).collect()
}

/// A report as Visma gives it; numbers have lost the zeros of `010`.
fn grouped(files: &Files, wrong_by: f64) -> SheetRead {
    let head = [
        T("Konto"),
        T("Kontonavn"),
        T("Regnskap 2021"),
        T("Reg. budsj. 2021"),
        T("Regnskap 2020"),
        T("Forbruk %"),
    ];
    sheet(files.xlsx(
        "grouped.xlsx",
        &[
            &[T("Hedmark IKT")],
            &[T("Utvalg: Ansvar alle, Periode 1–13")],
            &[],
            &head,
            &[T("Driftsregnskap")],
            &[T("Ansvar: 100 Daglig leder")],
            &[T("Funksjon 120 Administrasjon")],
            &[N(10.0), T("Fastlønn"), N(1000.5), T("1 100,00"), N(900.0), N(91.0)],
            &[N(750.0), T("Refusjon"), T("400,25-"), T("−500"), T("(300)"), N(80.0)],
            &[T("Sum funksjon 120"), T(""), N(600.25 + wrong_by), N(600.0), N(600.0)],
            &[T("Funksjon 180 Fellesutgifter")],
            &[N(195.0), T("Avgifter"), N(10.0), T(""), N(5.0)],
            &[T("Sum ansvar 100"), T(""), N(610.25), N(600.0), N(605.0)],
            &head,
            &[T("110 Kundesenter")],
            &[T("Funksjon 120 Administrasjon")],
            &[N(10.0), T("Fastlønn"), N(5.0), N(6.0), N(7.0)],
            &[T("Sum ansvar 110"), T(""), N(5.0), N(6.0), N(7.0)],
            &[T("Sum drift"), T(""), N(615.25), N(606.0), N(612.0)],
            &[T("Investeringsregnskap")],
            &[T("Ansvar: 120 Drift")],
            &[N(200.0), T("Utstyr"), N(50.0), N(60.0), N(70.0)],
            &[T("Totalt"), T(""), N(665.25), N(666.0), N(682.0)],
            &[T("Rapporten er laget 15.01.2022")],
        ],
    ))
}

#[test]
fn a_grouped_report_gives_each_account_its_groups_and_no_sum_twice() {
    let files = Files::new();
    let report = grouped(&files, 0.0);
    assert_eq!(report.kind(), SourceKind::Table(TableId::Balances));
    assert_eq!(
        read(&report),
        [
            "1 010 100 120  | 1000.5 1100  900",
            "1 750 100 120  | -400.25 -500  -300",
            "1 195 100 180  | 10   5",
            "1 010 110 120  | 5 6  7",
            "0 200 120   | 50 60  70",
        ]
    );
    assert_eq!(notes(&report), [""; 0], "every sub-total is what its rows come to");
    assert_eq!((report.accepted(), report.rejects.len()), (5, 0));
    assert_eq!(report.read, 5 + report.skipped_count());
    let sums = report.skipped.iter().filter(|own| own.reason == SkipReason::Sum);
    assert_eq!(sums.map(|own| own.first).collect::<Vec<_>>(), [10, 13, 18, 19, 23]);
    let period = report.period.unwrap();
    assert_eq!((period.first, period.last), (date(2021, 1, 1), date(2021, 12, 31)));
    let names = imported(&project(), &[report]);
    assert_eq!(names.balances[0].account_name, "Fastlønn");
    assert_eq!(names.balances[3].unit_name, "Kundesenter");
}

#[test]
fn a_sub_total_that_its_rows_do_not_come_to_is_told_with_its_cell() {
    let files = Files::new();
    let report = grouped(&files, 3.0);
    assert_eq!(report.accepted(), 5);
    assert_eq!(
        notes(&report),
        [
            "C10 sier 603,25, men radene over kommer til 600,25. Forskjellen er 3,00. Summen er ikke brukt"
        ]
    );
}

#[test]
fn balances_of_which_no_column_is_known_as_the_accounts_say_so() {
    let files = Files::new();
    let list = |heading: &str| {
        sheet(files.write("liste.csv", format!("Konto;{heading};Årsbudsjett\n1.010;12,50;11\n")))
    };
    assert!(notes(&list("Beløp")).is_empty());
    let so_far = notes(&list("Beløp hittil i år"));
    assert!(so_far[0].contains("ført så langt") && so_far.len() == 1, "{so_far:?}");
    let unknown = notes(&list("Kolonne 7"));
    assert!(unknown[0].starts_with("Ingen kolonne leses som regnskap"), "{unknown:?}");
}

#[test]
fn a_row_of_amounts_without_a_code_is_a_sum_or_is_rejected() {
    let files = Files::new();
    let list = |last: &str| {
        sheet(files.write("sums.csv", format!(
            "Konto;Kontonavn;Regnskap 2021\n010;Lønn;100\n750;Refusjon;-30\n;Netto lønn;{last}\n;;70\n"
        )))
    };
    assert_eq!(list("70").rejects.len(), 0);
    let wrong = list("71");
    assert_eq!(wrong.rejects[0].cell, "A4");
    assert_eq!(wrong.rejects[0].cause.text(), "Konto mangler");
    assert_eq!(wrong.accepted(), 2);
}

#[test]
fn a_flat_list_has_codes_and_names_side_by_side() {
    let files = Files::new();
    let list = sheet(files.xlsx(
        "flat.xlsx",
        &[
            &[
                T("Kl"),
                T("Konto"),
                T("Konto(T)"),
                T("Ansvar"),
                T("Ansvar(T)"),
                T("Funksjon"),
                T("Funksjon(T)"),
                T("Regnskap 2020"),
                T("Regnskap 2021"),
                T("Rev. budsjett 2021"),
                T("Oppr. budsjett 2021"),
                T("Avvik"),
            ],
            &[
                N(1.0),
                N(10.0),
                T("Fastlønn"),
                N(100.0),
                T("Daglig leder"),
                N(120.0),
                T("Administrasjon"),
                N(9.0),
                N(0.1 + 0.2),
                N(3.0),
                N(2.0),
                N(1.0),
            ],
            &[
                N(1.0),
                N(750.0),
                T("Refusjon"),
                N(100.0),
                T("Daglig leder"),
                N(120.0),
                T("Administrasjon"),
                N(-8.0),
                N(-5.0),
                T(""),
                N(-6.0),
                N(1.0),
            ],
            &[
                T("Σ"),
                T(""),
                T(""),
                T(""),
                T(""),
                T(""),
                T(""),
                N(1.0),
                N(-4.7),
                N(3.0),
                N(-4.0),
                N(2.0),
            ],
        ],
    ));
    // The later year is the accounts, whichever column comes first.
    assert_eq!(read(&list), ["1 010 100 120  | 0.3 3 2 9", "1 750 100 120  | -5  -6 -8"]);
    assert_eq!(notes(&list), [""; 0]);
    let after = imported(&project(), &[list]);
    assert_eq!(after.balances[0].account_name, "Fastlønn");
    assert_eq!(after.balances[0].unit_name, "Daglig leder");
}

#[test]
fn both_layouts_of_the_same_accounts_are_the_same_rows() {
    let files = Files::new();
    let joined = sheet(files.write(
        "joined.csv",
        "Konto;Kontonavn;Regnskap 2021\n1.010.100.120;Fastlønn;5\n1.750.100.120.P7;Refusjon;-7\n",
    ));
    let flat = sheet(files.write(
        "flat.csv",
        "Kl;Art;Kontonavn;Ansvar;Tjeneste;Prosjekt;Regnskap 2021\n\
         1;010;Fastlønn;100;120;;5\n1;750;Refusjon;100;120;P7;-7\n",
    ));
    let before = imported(&project(), &[joined]);
    assert_eq!(balances(&before), ["1 010 100 120  | 5   ", "1 750 100 120 P7 | -7   "]);
    let next = plan(&before, &[flat]);
    assert_eq!((next.has_changes(), next.sheets[0].unchanged), (false, 2));
}

#[test]
fn sheets_of_one_file_do_not_take_each_others_rows() {
    let files = Files::new();
    let head = [T("Konto"), T("Regnskap 2021")];
    let book = |drift: f64| {
        files.workbook(
            "books.xlsx",
            &[
                (
                    "Drift",
                    &[&[T("Driftsregnskap")], &head, &[T("010"), N(drift)], &[T("750"), N(-1.0)]],
                ),
                ("Investering", &[&[T("Investeringsregnskap")], &head, &[T("200"), N(7.0)]]),
            ],
        )
    };
    let read = |path| super::support::sheets(path, &project(), &Options::default());
    let before = imported(&project(), &read(book(5.0)));
    assert_eq!(balances(&before), ["1 010    | 5   ", "1 750    | -1   ", "0 200    | 7   "]);
    assert!(!plan(&before, &read(book(5.0))).has_changes());
    let after = imported(&before, &read(book(6.0)));
    assert_eq!(balances(&after), ["1 010    | 6   ", "1 750    | -1   ", "0 200    | 7   "]);
}

/// The account strings of a list with these accounts.
fn accounts(files: &Files, accounts: &[&str]) -> (Vec<String>, SheetRead) {
    let rows: String = accounts.iter().map(|account| format!("{account};-1\n")).collect();
    let read = sheet(files.write("accounts.csv", format!("Konto;Regnskap 2021\n{rows}")));
    let strings = imported_anyway(&read);
    (strings, read)
}

fn imported_anyway(read: &SheetRead) -> Vec<String> {
    let read = SheetRead { questions: Vec::new(), ..read.clone() };
    let after = imported(&project(), &[read]);
    let row = |own: &arsmelding::project::AccountBalance| {
        [&own.class, &own.account, &own.unit, &own.function, &own.project]
            .map(String::as_str)
            .join(" ")
    };
    after.balances.iter().map(|own| row(own).trim_end().to_owned()).collect()
}

#[test]
fn an_account_string_is_read_as_the_accounts_that_exist_tell() {
    let files = Files::new();
    for (codes, strings) in [
        // In parts, with any mark, the class in front or not.
        (vec!["1.010.100.860", "1.750.100.120"], vec!["1 010 100 860", "1 750 100 120"]),
        (vec!["1 010 100 860 P12", "0 529 900 180"], vec!["1 010 100 860 P12", "0 529 900 180"]),
        (vec!["3-010-100-860", "4-200-100-120"], vec!["3 010 100 860", "4 200 100 120"]),
        (vec!["010.100.860", "750.100.120"], vec![" 010 100 860", " 750 100 120"]),
        (vec!["1.1010.100.860", "1.1750.100.120"], vec!["1 010 100 860", "1 750 100 120"]),
        // In one, with the class in front.
        (vec!["1010", "1750", "1090", "0529"], vec!["1 010", "1 750", "1 090", "0 529"]),
        (vec!["101000", "175000", "109000"], vec!["1 01000", "1 75000", "1 09000"]),
        // In one, without it; numbers have lost their zeros.
        (vec!["010", "750", "090"], vec![" 010", " 750", " 090"]),
        (vec!["0100", "7500", "0900"], vec![" 0100", " 7500", " 0900"]),
        (vec!["10", "750", "90"], vec![" 010", " 750", " 090"]),
        (vec!["1000", "75000", "9000"], vec![" 01000", " 75000", " 09000"]),
    ] {
        let (read, sheet) = accounts(&files, &codes);
        assert_eq!(read, strings, "{codes:?}");
        assert_eq!(sheet.questions, [], "{codes:?}");
    }
}

#[test]
fn an_account_string_that_can_be_read_two_ways_is_asked_about_and_remembered() {
    let files = Files::new();
    // 110, 115 and 185 exist, and so do 1-100, 1-150 and 1-850.
    let codes = ["1100", "1150", "1850"];
    let (_, read) = accounts(&files, &codes);
    let [question] = &read.questions[..] else { panic!("{:?}", read.questions) };
    assert!(question.asks.text().contains("«1100»"));
    let readings: Vec<&str> = question.answers.iter().map(|own| own.words.as_str()).collect();
    assert_eq!(readings, ["konto 1100", "kontoklasse 1, konto 100"]);
    assert_eq!(read.questions[0].option(), "--account-form a|kaaa");
    assert!(
        plan(&project(), std::slice::from_ref(&read)).apply(&super::support::context()).is_none()
    );

    let path = files.write("accounts.csv", "Konto;Regnskap 2021\n1100;1\n1150;2\n1850;-3\n");
    let said = Options { account_form: "kaaa".parse().ok(), ..Options::default() };
    let read = sheet_with(&path, &project(), &said);
    assert_eq!(
        (&read.questions[..], imported_anyway(&read)),
        (&[][..], vec!["1 100".to_owned(), "1 150".to_owned(), "1 850".to_owned()])
    );
    let known = imported(&project(), &[read]);
    let again = sheet_with(&path, &known, &Options::default());
    assert_eq!(again.questions, [], "the answer is remembered");
    assert!(!plan(&known, &[again]).has_changes());
}

#[test]
fn turned_signs_are_asked_about_and_turned_back() {
    let files = Files::new();
    let path = files.write(
        "turned.csv",
        "Konto;Regnskap 2021;Reg. budsj. 2021\n010;-100;-110\n750;130;\n990;7;\n",
    );
    let asked = sheet(&path);
    let [question] = &asked.questions[..] else { panic!("{:?}", asked.questions) };
    assert_eq!(question.option(), "--sign normal|flipped");
    assert!(question.asks.text().contains("130,00"), "the counter-entry 990 says nothing");
    let said = |sign| Options { sign: Some(sign), ..Options::default() };
    let normal = sheet_with(&path, &project(), &said(LedgerSign::Normal));
    assert_eq!(read(&normal)[..2], [" 010    | -100 -110  ", " 750    | 130   "]);
    let flipped = sheet_with(&path, &project(), &said(LedgerSign::Flipped));
    assert_eq!(read(&flipped)[..2], [" 010    | 100 110  ", " 750    | -130   "]);
    let known = imported(&project(), &[flipped]);
    let again = sheet_with(&path, &known, &Options::default());
    assert_eq!((again.questions.len(), plan(&known, &[again]).has_changes()), (0, false));
}

#[test]
fn a_comma_before_three_digits_is_decided_by_its_column_or_asked_about() {
    let files = Files::new();
    let list = |other: &str| {
        files.write("comma.csv", format!("Konto;Regnskap 2021\n010;1,840\n020;{other}\n"))
    };
    assert_eq!(read(&sheet(list("12,5")))[0], " 010    | 1.84   ");
    assert_eq!(read(&sheet(list("1,234.50")))[0], " 010    | 1840   ");
    let asked = sheet(list("12"));
    let [question] = &asked.questions[..] else { panic!("{:?}", asked.questions) };
    assert!(question.asks.text().contains("«1,840»"));
    assert_eq!(question.option(), "--decimal comma|point");
    let said = Options { decimal: Some(DecimalMark::Point), ..Options::default() };
    let known = sheet_with(list("12"), &project(), &said);
    assert_eq!((known.questions.len(), &*read(&known)[0]), (0, " 010    | 1840   "));
    // Øre in parts are refused once the column shows that the comma parts them.
    let refused =
        sheet(files.write("fraction.csv", "Konto;Regnskap 2021\n010;1,845\n020;12,5\n030;x\n"));
    let rejects: Vec<&str> = refused.rejects.iter().map(|own| own.cell.as_str()).collect();
    assert_eq!((rejects, refused.accepted()), (vec!["B2", "B4"], 1));
}

#[test]
fn debit_less_credit_is_the_amount() {
    let files = Files::new();
    let list = sheet(files.write(
        "sides.csv",
        "Konto;Ansvar;Debet;Kredit\n010;100;100,50;0,50\n750;100;;30\nSum;;100,50;30,50\n",
    ));
    assert_eq!(read(&list), [" 010 100   | 100   ", " 750 100   | -30   "]);
    assert_eq!(notes(&list), [""; 0]);
}

#[test]
fn rows_with_the_same_account_string_are_added_up_and_told() {
    let files = Files::new();
    let list =
        sheet(files.write(
            "twice.csv",
            "Konto;Regnskap 2021;Budsjett 2021\n010;1,50;\n750;-9;-9\n010;2;4\n",
        ));
    assert_eq!(read(&list), [" 010    | 3.5  4 ", " 750    | -9  -9 "]);
    assert_eq!(list.skipped[0].reason, SkipReason::Added { to: 2 });
    assert_eq!((list.read, notes(&list).len()), (3, 1));
}

#[test]
fn balance_accounts_among_the_balances_are_left_for_the_balance_list() {
    let files = Files::new();
    let path = files.write(
        "all.csv",
        "Konto;Kontonavn;Regnskap 2021;Regnskap 2020\n1.010.100.120;Lønn;5;4\n\
         2.10.100;Bank;700;600\n2.32.010;Leverandørgjeld;-705;-604\n",
    );
    let balances = sheet(&path);
    assert_eq!(read(&balances), ["1 010 100 120  | 5   4"]);
    assert_eq!((balances.skipped_count(), notes(&balances).len()), (2, 1));
    let kind = Some(SourceKind::Table(TableId::BalanceList));
    let list = sheet_with(&path, &project(), &Options { kind, ..Options::default() });
    let after = imported(&project(), &[list]);
    let bank = &after.balance_list[0];
    assert_eq!(
        (bank.account.as_str(), bank.opening, bank.closing),
        ("10.100", Some(600.into()), Some(700.into()))
    );
}

#[test]
fn a_balance_list_has_its_class_in_front_or_not() {
    let files = Files::new();
    let list = |accounts: [&str; 3]| {
        let [bank, funds, debt] = accounts;
        let path = files.write(
            "ib-ub.csv",
            format!(
                "Saldobalanse 2021\nKonto;Kontonavn;IB;Bevegelse;UB\n{bank};Bank;600;100;700\n\
             {funds};Fond;-100;0;-100\n{debt};Gjeld;-500;-100;-600\nSum;;0;0;0\n"
            ),
        );
        let read = sheet(path);
        assert_eq!(
            (read.kind(), &read.questions[..]),
            (SourceKind::Table(TableId::BalanceList), &[][..])
        );
        assert_eq!(notes(&read), [""; 0]);
        let after = imported(&project(), &[read]);
        after.balance_list.iter().map(|own| own.account.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(list(["2.10.100", "2.56.010", "2.32.020"]), "10.100 56.010 32.020");
    assert_eq!(list(["210100", "256010", "232020"]), "10100 56010 32020");
    assert_eq!(list(["10100", "56010", "32020"]), "10100 56010 32020");
}

#[test]
fn a_cell_that_is_wrong_rejects_its_row_by_name() {
    let files = Files::new();
    let list = sheet(files.write(
        "wrong.csv",
        "Konto;Ansvar;Regnskap 2021\n010;100;12 34\n020;100;5\nX1;100;6\n030;100;#N/A\n",
    ));
    let rejects: Vec<&str> = list.rejects.iter().map(|own| own.cell.as_str()).collect();
    assert_eq!(rejects, ["C2", "A4", "C5"]);
    assert_eq!((list.read, list.accepted()), (4, 1));
}

#[test]
fn the_year_comes_from_headings_titles_or_the_project() {
    let files = Files::new();
    let year = |text: &str| sheet(files.write("year.csv", text)).period.unwrap().first.year();
    assert_eq!(year("Konto;Regnskap 2019;Regnskap 2018\n010;1;2\n"), 2019);
    assert_eq!(year("Regnskapsrapport 2020\nKonto;Regnskap;Regnskap i fjor\n010;1;2\n"), 2020);
    assert_eq!(year("Periode: 01.01.2018–31.12.2018\nKonto;Regnskap\n010;1\n"), 2018);
    assert_eq!(year("Konto;Regnskap\n010;1\n"), 2021);
}
