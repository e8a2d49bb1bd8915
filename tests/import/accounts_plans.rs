//! Account plans of companies' own, whose numbers are no arts, and short headings of amounts.

use arsmelding::import::{Options, SheetRead};

use super::support::{Files, imported, project, sheet, sheet_with};

fn list(text: &str) -> SheetRead {
    sheet(Files::new().write("liste.csv", text))
}

fn balances(read: &SheetRead) -> Vec<String> {
    assert_eq!(read.questions, [], "{:?}", read.questions.first().map(|own| own.asks.text()));
    let amount = |own: &Option<rust_decimal::Decimal>| {
        own.map_or("-".to_owned(), |own| own.normalize().to_string())
    };
    let project = imported(&project(), std::slice::from_ref(read));
    let row = |own: &arsmelding::project::AccountBalance| {
        let amounts = [own.actual, own.revised_budget, own.original_budget, own.last_year];
        let amounts: Vec<String> = amounts.iter().map(amount).collect();
        format!("{}.{} {}", own.class, own.account, amounts.join(" "))
    };
    project.balances.iter().map(row).collect()
}

#[test]
fn a_column_of_the_art_goes_before_the_companys_own_numbers() {
    for heading in ["KOSTRA-art", "Art", "Artskode", "Regnskapsart"] {
        let read = list(&format!(
            "Konto;Kontonavn;{heading};Regnskap\n5000;Fastlønn;010;1000\n5400;Avgift;099;141\n\
             6540;Utstyr;200;50\n3000;Salg;650;-1191\n"
        ));
        assert_eq!(
            balances(&read),
            [".010 1000 - - -", ".099 141 - - -", ".200 50 - - -", ".650 -1191 - - -"],
            "{heading}"
        );
    }
    // Numbers have lost the zeros in front, and the kontoklasse stands before the art.
    let read = list(
        "Konto;Kontonavn;Art;Regnskap\n10101;Fastlønn;10;1000\n00999;Avgift;99;141\n16500;Salg;650;-1141\n",
    );
    assert_eq!(balances(&read), ["1.010 1000 - - -", "0.099 141 - - -", "1.650 -1141 - - -"]);
    // An account without one is no art.
    let read = list(
        "Konto;Art;Kontonavn;Regnskap\n5000;010;Lønn;1000\n3000;650;Salg;-1000\n1920;;Bank;500\n",
    );
    assert_eq!(read.rejects[0].cause.key, "import-art-missing");
    assert_eq!(balances(&read), [".010 1000 - - -", ".650 -1000 - - -"]);
    // A column that is called so and holds names is a name.
    let read = list("Konto;Art;Regnskap\n010;Fastlønn;1000\n650;Salg;-1141\n");
    assert_eq!(balances(&read), [".010 1000 - - -", ".650 -1141 - - -"]);
    assert_eq!(imported(&project(), &[read]).balances[0].account_name, "Fastlønn");
}

#[test]
fn accounts_whose_names_contradict_their_arts_are_asked_about() {
    let own = list(
        "Konto;Kontonavn;Regnskap\n5000;Lønn til ansatte;1000\n5400;Arbeidsgiveravgift;141\n\
         6540;Inventar;-50\n3000;Salgsinntekt;-1191\n",
    );
    // Of NS 4102 no answer makes arts.
    assert_eq!((own.accepted(), own.rejects.len()), (0, 4));
    let cause = own.rejects[0].cause.text();
    assert!(cause.contains("NS 4102") && cause.contains("5000 Lønn til ansatte"), "{cause}");
    let five = list(
        "Konto;Kontonavn;Regnskap\n11010;Fastlønn;1000\n11099;Arbeidsgiveravgift;141\n\
         11200;Inventar;50\n11650;Salg;-1191\n",
    );
    let question = five.questions.iter().find(|own| own.option().starts_with("--account-form"));
    let option = question.expect("the form is asked about").option();
    assert!(option.contains("xkaaa"), "{option}");
    // Names that fit ask nothing.
    let right = list(
        "Konto;Kontonavn;Regnskap\n0100;Fastlønn;1000\n0990;Arbeidsgiveravgift;141\n6500;Salg;-1141\n",
    );
    assert_eq!(balances(&right).len(), 3);
}

#[test]
fn short_headings_of_amounts_are_known() {
    let read = |heads: &str| {
        balances(&list(&format!("Konto;Tekst;{heads}\n010;Lønn;1;2;3;4\n650;Salg;-1;-2;-3;-4\n")))
    };
    let right = [".010 1 2 3 4", ".650 -1 -2 -3 -4"];
    for heads in [
        "Regnsk. 21;Rev.bud. 21;Oppr.bud. 21;Regnsk. 20",
        "Regn 2021;Rev.bud;Bud 21;Regn 2020",
        "R-2021;RB-2021;B-2021;R-2020",
        "Regnsk 2021;Reg.bud. 2021;Vedt.bud. 2021;Regnsk 2020",
        "Rekn. 2021;Revidert bud 2021;Buds 21;Rekn. 2020",
        "Regnskap21;Just.bud.;Oppr. b. 21;Regnskap20",
    ] {
        assert_eq!(read(heads), right, "{heads}");
    }
}

#[test]
fn a_balance_with_comparative_years_has_both() {
    for heads in
        ["31.12.2021;31.12.2020", "2021;2020", "Regnsk. 21;Regnsk. 20", "Saldo 2021;Saldo 2020"]
    {
        let read = list(&format!(
            "Konto;Tekst;{heads}\n2.10.01;Bank;1000;800\n2.32.01;Gjeld;-600;-500\n2.56.00;Fond;-400;-300\n"
        ));
        assert_eq!(read.questions, [], "{heads}");
        let project = imported(&project(), &[read]);
        let amounts: Vec<String> = project
            .balance_list
            .iter()
            .map(|own| format!("{} {:?} {:?}", own.account, own.opening, own.closing))
            .collect();
        assert_eq!(
            amounts,
            [
                "10.01 Some(800) Some(1000)",
                "32.01 Some(-500) Some(-600)",
                "56.00 Some(-300) Some(-400)"
            ],
            "{heads}"
        );
    }
}

#[test]
fn a_budget_whose_heading_is_not_known_is_told_of() {
    let read = list(
        "Konto;Tekst;Regnskap 2021;Budsjett etter siste vedtak\n010;Lønn;1;2\n650;Salg;-1;-2\n",
    );
    assert_eq!(read.notes[0].message.key, "import-note-unread-budget");
    let read = list(
        "Konto;Tekst;Regnskap 2021;Budsjett;Avvik mot budsjett\n010;Lønn;1;2;1\n650;Salg;-1;-2;1\n",
    );
    assert_eq!(read.notes, []);
}

#[test]
fn numbers_of_ns_4102_are_never_taken_for_arts() {
    let rows = [
        ("3000", "Salgsinntekt", -5000),
        ("3100", "Salg fritt", -1000),
        ("4300", "Innkjøp", 2000),
        ("5000", "Lønn", 3000),
        ("6300", "Leie lokale", 500),
        ("7700", "Annen kostnad", 15),
        ("8050", "Renteinntekt", -12),
    ];
    let balances: String =
        rows.iter().map(|(code, name, own)| format!("{code};{name};{own}\n")).collect();
    let ledger: String = rows
        .iter()
        .map(|(code, name, own)| format!("1;01.03.2021;{code};{name};{own}\n"))
        .collect();
    let balances = format!("Konto;Kontonavn;Regnskap 2021\n{balances}");
    let ledger = format!("Bilagsnr;Dato;Konto;Tekst;Beløp\n{ledger}");
    let files = Files::new();
    for text in [&balances, &ledger] {
        let path = files.write("liste.csv", text);
        for form in [None, Some("a"), Some("kaaa")] {
            let account_form = form.map(|form| form.parse().unwrap());
            let options = Options { account_form, ..Options::default() };
            let read = sheet_with(&path, &project(), &options);
            assert_eq!((read.accepted(), read.rejects.len()), (0, rows.len()), "{form:?}");
            assert!(read.rejects.iter().all(|own| own.cause.text().contains("NS 4102")));
        }
    }
    let longer = list(
        "Konto;Kontonavn;Regnskap\n30000;Salg;-5000\n50000;Lønn;3000\n54000;Arbeidsgiveravgift;420\n63000;Leie;500\n",
    );
    assert_eq!((longer.accepted(), longer.rejects.len()), (0, 4));
    // Arts of four digits, and the classes 3 to 5 before them, are KOSTRA's.
    for text in [
        "Konto;Kontonavn;Regnskap\n0100;Fastlønn;1000\n5000;Renter;10\n6500;Salg;-1010\n",
        "Konto;Kontonavn;Regnskap\n3010;Fastlønn;1000\n3099;Arbeidsgiveravgift;141\n3200;Inventar;9\n3650;Salg;-1141\n",
    ] {
        let read = list(text);
        assert_eq!(read.rejects, [], "{text}");
    }
}

#[test]
fn a_balance_may_stand_on_two_sides_with_a_column_each() {
    let row = |text: &str| text.replace(' ', ";");
    let rows = [
        "2.10.01 Bank 1000  1500 ",
        "2.18.01 Fordring 200  100 ",
        "2.32.01 Gjeld  400  600",
        "2.59.01 Kapital  800  1000",
    ]
    .map(row)
    .join("\n");
    for heads in [
        "Konto;Navn;IB debet;IB kredit;UB debet;UB kredit",
        "Konto;Navn;Inngående balanse debet;Inngående balanse kredit;Utgående balanse debet;Utgående balanse kredit",
        "Konto;Navn;Debet IB;Kredit IB;Debet UB;Kredit UB",
        "Konto;Navn;Inngående balanse;;Utgående balanse;\n;;Debet;Kredit;Debet;Kredit",
    ] {
        let read = list(&format!("{heads}\n{rows}\n"));
        assert_eq!(read.questions, [], "{heads}");
        assert_eq!(read.rejects, [], "{heads}");
        let after = imported(&project(), &[read]);
        let amounts: Vec<(i64, i64)> = after
            .balance_list
            .iter()
            .map(|own| (own.opening.unwrap(), own.closing.unwrap()))
            .map(|(one, other)| (one.try_into().unwrap(), other.try_into().unwrap()))
            .collect();
        assert_eq!(amounts, [(1000, 1500), (200, 100), (-400, -600), (-800, -1000)], "{heads}");
    }
    // What moved stands between them.
    let read = list(
        "Konto;Navn;IB debet;IB kredit;Bevegelse debet;Bevegelse kredit;UB debet;UB kredit\n\
         2.10.01;Bank;1000;;500;;1500;\n2.32.01;Gjeld;;400;;200;;600\n2.59.01;Kapital;;600;;300;;900\n",
    );
    assert_eq!(read.questions, []);
    let after = imported(&project(), &[read]);
    assert_eq!(after.balance_list[1].closing, Some((-600).into()));
}

#[test]
fn investments_without_signs_beside_drift_with_them_are_asked_about() {
    let drift = "1;010;1000\n1;195;60\n1;650;-760\n1;750;-300\n";
    let head = "Kontoklasse;Konto;Regnskap 2021\n";
    let unsigned = format!("{head}{drift}0;230;500\n0;200;100\n0;910;400\n0;970;200\n");
    let read = list(&unsigned);
    assert_eq!(read.questions[0].option(), "--sign normal|unsigned");
    let path = Files::new();
    let path = (path.write("liste.csv", &unsigned), path);
    let options =
        Options { sign: Some(arsmelding::project::LedgerSign::Unsigned), ..Options::default() };
    let read = sheet_with(&path.0, &project(), &options);
    assert_eq!(
        balances(&read),
        [
            "1.010 1000 - - -",
            "1.195 60 - - -",
            "1.650 -760 - - -",
            "1.750 -300 - - -",
            "0.230 500 - - -",
            "0.200 100 - - -",
            "0.910 -400 - - -",
            "0.970 -200 - - -"
        ]
    );
    let honest = format!("{head}{drift}0;230;500\n0;200;100\n0;910;-400\n0;970;-200\n");
    assert_eq!(balances(&list(&honest)).len(), 8);
    // A few investments without income are no sign of anything.
    assert_eq!(balances(&list(&format!("{head}{drift}0;230;500\n"))).len(), 5);
}

#[test]
fn names_tell_what_the_digits_of_an_account_are() {
    let read = list(
        "Konto;Kontonavn;Regnskap 2021\n1010;Fastlønn;1000\n1099;Arbeidsgiveravgift;140\n1200;Inventar;50\n1650;Salg;-1190\n",
    );
    assert_eq!(
        balances(&read),
        ["1.010 1000 - - -", "1.099 140 - - -", "1.200 50 - - -", "1.650 -1190 - - -"]
    );
    let bare = list("Konto;Regnskap 2021\n1010;1000\n1099;140\n1200;50\n1650;-1190\n");
    assert!(bare.questions[0].option().starts_with("--account-form"), "{:?}", bare.questions);
}
