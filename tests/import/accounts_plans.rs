//! Account plans of companies' own, whose numbers are no arts, and short headings of amounts.

use arsmelding::import::SheetRead;

use super::support::{Files, imported, project, sheet};

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
    let asks =
        own.questions.iter().map(|own| own.asks.text()).find(|own| own.contains("KOSTRA-art"));
    assert!(asks.is_some_and(|own| own.contains("5000 Lønn til ansatte")), "{:?}", own.questions);
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
