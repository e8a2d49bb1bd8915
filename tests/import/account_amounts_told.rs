//! Amounts whose meaning nothing but their column or their sign tells: balances over periods, two
//! columns of one heading, expenses without income beside them, and the noise of floats.

use arsmelding::import::{Options, SheetRead};
use arsmelding::project::{LedgerSign, Project, RepeatedRows, SourceKind, TableId};

use super::support::{Files, V, V::*, imported, project, sheet, sheet_with};

fn list(project: &Project) -> Vec<String> {
    let amount = |own: Option<arsmelding::number::Decimal>| {
        own.map_or("-".to_owned(), |own| own.normalize().to_string())
    };
    let all = project.balance_list.iter();
    all.map(|own| format!("{} {} {}", own.account, amount(own.opening), amount(own.closing)))
        .collect()
}

fn actual(project: &Project) -> Vec<String> {
    let amounts = project.balances.iter().filter_map(|own| own.actual);
    amounts.map(|amount| amount.normalize().to_string()).collect()
}

fn option(read: &SheetRead) -> String {
    let [question] = &read.questions[..] else { panic!("{:?}", read.questions) };
    question.option()
}

#[test]
fn of_a_balance_list_over_periods_the_first_opening_and_the_last_closing_count() {
    let mut months = String::from("År;Periode;Konto;Kontonavn;IB;Debet;Kredit;UB\n");
    for month in 1..=12 {
        let (before, after) = (900 + 100 * month, 1000 + 100 * month);
        months += &format!("2021;{month};2100;Bank;{before};150;50;{after}\n");
        months += &format!("2021;{month};2560;Fond;-{before};0;100;-{after}\n");
    }
    let files = Files::new();
    for (text, all) in [
        (months.as_str(), ["100 1000 2200", "560 -1000 -2200"]),
        (
            "Konto;Periode;IB;Bevegelse;UB\n2100;202101;1000;100;1100\n2100;202102;1100;100;1200\n2560;202101;-1000;-100;-1100\n2560;202102;-1100;-100;-1200\n",
            ["100 1000 1200", "560 -1000 -1200"],
        ),
        (
            "Konto;Navn;År;Periode;IB;UB\n2100;Bank;2021;11;1000;1100\n2100;Bank;2021;12;1100;1200\n2560;Fond;2021;11;-1000;-1100\n2560;Fond;2021;12;-1100;-1200\n",
            ["100 1000 1200", "560 -1000 -1200"],
        ),
        // "Periode" may head what moved.
        (
            "Konto;Navn;IB;Periode;UB 2021\n2100;Bank;1000;200;1200\n2560;Fond;-1000;-200;-1200\n",
            ["100 1000 1200", "560 -1000 -1200"],
        ),
    ] {
        let read = sheet(files.write("balanse.csv", text));
        assert_eq!(read.questions, [], "{text}");
        assert_eq!(list(&imported(&project(), &[read])), all, "{text}");
    }
}

#[test]
fn amounts_by_period_are_balances_or_movements_as_a_person_says() {
    let kind = Some(SourceKind::Table(TableId::BalanceList));
    let says = |repeated| Options { kind, repeated, ..Options::default() };
    let files = Files::new();
    // What stands before the first month is carried forward by what moves.
    let moved =
        "2100;202100;1000\n2100;202101;100\n2100;202112;100\n2560;202100;-900\n2560;202112;-300\n";
    let path = files.write("balanse.csv", format!("Konto;Periode;Beløp\n{moved}"));
    let read = sheet_with(&path, &project(), &says(None));
    assert_eq!(read.questions, []);
    assert_eq!(list(&imported(&project(), &[read])), ["100 - 1200", "560 - -1200"]);
    let open = "2100;202101;100\n2100;202112;100\n2560;202101;-100\n2560;202112;-100\n";
    let path = files.write("balanse.csv", format!("Konto;Periode;Beløp\n{open}"));
    let read = sheet_with(&path, &project(), &says(None));
    assert_eq!(option(&read), "--repeated last|add");
    for (repeated, all) in [
        (RepeatedRows::Add, ["100 - 200", "560 - -200"]),
        (RepeatedRows::Last, ["100 - 100", "560 - -100"]),
    ] {
        let read = sheet_with(&path, &project(), &says(Some(repeated)));
        assert_eq!(read.questions, []);
        assert_eq!(list(&imported(&project(), &[read])), all);
    }
    for heading in ["UB", "Saldo", "Utgående saldo"] {
        let path = files.write("balanse.csv", format!("Konto;Periode;{heading}\n{open}"));
        let read = sheet_with(&path, &project(), &says(None));
        assert_eq!(read.questions, [], "{heading}");
        assert_eq!(list(&imported(&project(), &[read])), ["100 - 100", "560 - -100"]);
    }
}

#[test]
fn of_two_columns_with_one_heading_and_other_amounts_a_person_says_which_counts() {
    let files = Files::new();
    let heads = "Art;Regnskap 2021;Budsjett 2021;Regnskap 2021\n";
    let path =
        files.write("saldo.csv", format!("{heads}010;1000;900;1100\n700;-1000;-900;-1100\n"));
    let read = sheet(&path);
    assert_eq!(option(&read), "--map actual=B|D");
    for (column, all) in [("B", ["1000", "-1000"]), ("D", ["1100", "-1100"])] {
        let map = vec![("actual".to_owned(), column.to_owned())];
        let read = sheet_with(&path, &project(), &Options { map, ..Options::default() });
        assert_eq!(read.questions, []);
        assert_eq!(actual(&imported(&project(), &[read])), all);
    }
    let budgets = "Art;Regnskap 2021;Budsjett 2021;Budsjett 2021\n010;1;2;3\n700;-1;-2;-3\n";
    assert_eq!(option(&sheet(files.write("saldo.csv", budgets))), "--map original_budget=C|D");
    // The same amounts twice, and those of two years, are no question.
    for text in [
        "Art;Regnskap 2021;Budsjett 2021;Regnskap 2021\n010;1;2;1\n700;-1;-2;-1\n",
        "Art;Regnskap 2021;Budsjett 2021;Regnskap 2020\n010;1;2;3\n700;-1;-2;-3\n",
    ] {
        assert_eq!(sheet(files.write("saldo.csv", text)).questions, [], "{text}");
    }
}

#[test]
fn expenses_below_zero_without_income_beside_them_are_asked_about() {
    let files = Files::new();
    let heads = "Art;Tekst;Regnskap 2021;Budsjett 2021\n";
    for rows in [
        "010;Lønn;-1000;-900\n090;Pensjon;-100;-90\n120;Kontor;-300;-290\n",
        "010;Lønn;1000;-900\n090;Pensjon;100;-90\n120;Kontor;300;-290\n",
    ] {
        let path = files.write("saldo.csv", format!("{heads}{rows}"));
        let read = sheet(&path);
        assert_eq!(option(&read), "--sign normal|flipped", "{rows}");
        let said = Options { sign: Some(LedgerSign::Flipped), ..Options::default() };
        let read = sheet_with(&path, &project(), &said);
        assert_eq!(read.questions, []);
        let after = imported(&project(), &[read]);
        let budgets: Vec<String> = after
            .balances
            .iter()
            .filter_map(|own| Some(own.original_budget?.normalize().to_string()))
            .collect();
        assert_eq!(actual(&after), ["1000", "100", "300"], "{rows}");
        assert_eq!(budgets, ["900", "90", "290"], "{rows}");
    }
    for rows in [
        "010;Lønn;1000;900\n090;Pensjon;100;90\n120;Kontor;300;290\n",
        // What was taken back.
        "010;Lønn;1000;900\n090;Pensjon;-100;-90\n120;Kontor;300;290\n",
        "010;Lønn;-1000;-900\n",
    ] {
        let read = sheet(files.write("saldo.csv", format!("{heads}{rows}")));
        assert_eq!(read.questions, [], "{rows}");
    }
}

#[test]
fn the_noise_of_a_float_is_no_difference() {
    let parts = [5_200_345.25, 120_330.1, 88_210.33];
    let head: &[V<'_>] = &[T("Art"), T("Tekst"), T("Regnskap 2021")];
    let sum = parts.iter().sum::<f64>();
    for (sum, is_told) in [(sum + 3e-9, false), (sum - 2e-7, false), (sum + 0.01, true)] {
        let rows: [&[V<'_>]; 6] = [
            head,
            &[T("010"), T("Lønn"), N(parts[0])],
            &[T("120"), T("Kontor"), N(parts[1])],
            &[T("190"), T("Leie"), N(parts[2])],
            &[T("Sum"), T(""), N(sum)],
            &[T("700"), T("Ref"), N(-1.0)],
        ];
        let read = sheet(Files::new().xlsx("saldo.xlsx", &rows));
        let told = read.notes.iter().any(|note| note.message.key == "import-sum-differs");
        assert_eq!(told, is_told, "{sum}");
        assert_eq!(read.accepted(), 4);
    }
}
