//! Balances with a row for each period, of several years, and headings that hold a day.

use arsmelding::import::{Options, Question, SheetRead};
use arsmelding::project::{Project, RepeatedRows};

use super::support::{Files, imported, project, sheet, sheet_with};

/// The accounts of a project: year, actual and original budget.
fn accounts(project: &Project) -> Vec<String> {
    let mut rows: Vec<String> = project
        .balances
        .iter()
        .map(|own| {
            let amounts = [own.actual, own.original_budget, own.revised_budget];
            let amounts = amounts.map(|own| own.map_or("-".to_owned(), |own| own.to_string()));
            format!("{} {} {}", own.year.unwrap(), own.account, amounts.join(" "))
        })
        .collect();
    rows.sort();
    rows
}

fn taken(text: &str) -> Vec<String> {
    let read = sheet(Files::new().write("saldo.csv", text));
    assert_eq!(read.questions, [], "{text}");
    accounts(&imported(&project(), &[read]))
}

fn notes(read: &SheetRead) -> String {
    read.notes.iter().map(|note| note.message.text()).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_row_is_of_its_own_year_and_the_periods_of_a_year_add_up() {
    let periods = [
        ("Periode", ["202101", "202102", "202001"]),
        ("Regnskapsperiode", ["2021-01", "2021-02", "2020-12"]),
        ("Måned", ["jan 2021", "feb 2021", "des 2020"]),
        ("Dato", ["15.01.2021", "28.02.2021", "31.12.2020"]),
        ("Kvartal", ["Q1 2021", "2. kvartal 2021", "2020-Q4"]),
        ("Periode", ["202101-202106", "202107-202112", "202001-202012"]),
    ];
    for (heading, [one, two, other]) in periods {
        let text = format!(
            "{heading};Konto;Kontonavn;Beløp\n{one};1.010.100.120;L;100\n{two};1.010.100.120;L;50\n{other};1.010.100.120;L;7\n"
        );
        assert_eq!(taken(&text), ["2020 010 7 - -", "2021 010 150 - -"], "{heading} {one}");
    }
    let text = "År;Periode;Konto;Beløp\n2021;1;1.010.100.120;100\n2021;2;1.010.100.120;50\n2020;1;1.010.100.120;7\n";
    assert_eq!(taken(text), ["2020 010 7 - -", "2021 010 150 - -"]);
    let text = "År;Konto;Beløp\n2021.0;1.010.100.120;100\n2020.0;1.010.100.120;7\n";
    assert_eq!(taken(text), ["2020 010 7 - -", "2021 010 100 - -"]);
}

#[test]
fn amounts_that_have_come_together_count_as_the_last_period_has_them() {
    for heading in ["Saldo", "Regnskap hittil i år", "Regnskap akk", "UB"] {
        let text = format!(
            "Periode;Konto;{heading};Årsbudsjett\n202102;1.010.100.120;150;1200\n202101;1.010.100.120;100;1200\n"
        );
        assert_eq!(taken(&text), ["2021 010 150 - 1200"], "{heading}");
    }
    let text = "Regnskapsperiode;Konto;IB;UB\n202101;2.10.100;100;150\n202102;2.10.100;150;175\n";
    let after = imported(&project(), &[sheet(Files::new().write("balanse.csv", text))]);
    let own = &after.balance_list[0];
    let amounts = [own.opening, own.closing].map(|own| own.unwrap().to_string());
    assert_eq!(amounts, ["100", "175"]);
}

#[test]
fn a_budget_that_is_the_same_in_each_period_is_asked_about() {
    let files = Files::new();
    let text = "Periode;Konto;Regnskap;Budsjett\n202101;1.010.100.120;100;1200\n202102;1.010.100.120;50;1200\n";
    let path = files.write("budsjett.csv", text);
    let options: Vec<String> = sheet(&path).questions.iter().map(Question::option).collect();
    assert_eq!(options, ["--repeated last|add"]);
    let taken = |repeated| {
        let said = Options { repeated: Some(repeated), ..Options::default() };
        accounts(&imported(&project(), &[sheet_with(&path, &project(), &said)]))
    };
    assert_eq!(taken(RepeatedRows::Last), ["2021 010 150 1200 -"]);
    assert_eq!(taken(RepeatedRows::Add), ["2021 010 150 2400 -"]);
    // One that differs is of its period.
    let text = text.replace("50;1200", "50;1300");
    let read = sheet(files.write("egne.csv", text));
    assert_eq!(accounts(&imported(&project(), &[read])), ["2021 010 150 2500 -"]);
}

#[test]
fn what_is_no_period_is_refused_by_its_cell_and_what_is_an_amount_is_read() {
    let files = Files::new();
    let rows: String = (1..=6).map(|month| format!("20210{month};1.010.100.120;100\n")).collect();
    let read =
        sheet(files.write("feil.csv", format!("Periode;Konto;Beløp\n{rows}xx;1.010.100.120;7\n")));
    assert_eq!((read.rejects.len(), read.rejects[0].cell.as_str()), (1, "A8"));
    let read = sheet(
        files.write("aar.csv", "År;Konto;Beløp\n2021;1.010.100.120;100\n2O20;1.010.100.120;7\n"),
    );
    assert_eq!((read.rejects.len(), read.rejects[0].cell.as_str()), (1, "A3"));
    let text = "Konto;IB;Periode;UB\n2.10.100;100;50;150\n2.10.200;0;10;10\n";
    let read = sheet(files.write("bevegelse.csv", text));
    assert!(read.fields().contains(&"movement"));
    let text = "Konto;Periode;Hittil i år\n1.010.100.120;100;1500\n1.650.100.120;-300;-2700\n";
    let read = sheet(files.write("hittil.csv", text));
    assert_eq!(
        accounts(&imported(&project(), &[read])),
        ["2021 010 1500 - -", "2021 650 -2700 - -"]
    );
}

#[test]
fn the_day_on_which_a_list_was_made_is_not_its_year() {
    let files = Files::new();
    let text =
        "Dato;Konto;Regnskap 2021\n05.01.2022;1.010.100.120;100\n05.01.2022;1.650.100.120;-100\n";
    let read = sheet(files.write("laget.csv", text));
    assert!(notes(&read).contains("Kolonne A sier 2022, men lista gjelder 2021"));
    let after = imported(&project(), &[read]);
    assert_eq!(accounts(&after), ["2021 010 100 - -", "2021 650 -100 - -"]);
    let text = "Dato;Konto;Beløp\n15.12.2021;1.010.100.120;100\n05.01.2022;1.010.100.120;7\n";
    let read = sheet(files.write("to-aar.csv", text));
    assert!(notes(&read).contains("flere år (2021, 2022)"));
}

#[test]
fn a_list_of_one_month_is_told() {
    let text = "Periode;Konto;Beløp\n202102;1.010.100.120;100\n";
    let read = sheet(Files::new().write("februar.csv", text));
    assert!(notes(&read).contains("periode 2 i 2021"), "{}", notes(&read));
    // The last month may stand for the whole year, or be the last month alone.
    let text = "Periode;Konto;Beløp\n202112;1.010.100.120;100\n";
    let read = sheet(Files::new().write("desember.csv", text));
    assert!(notes(&read).contains("for hele året"), "{}", notes(&read));
    let text = "Periode;Konto;Regnskap hittil\n202112;1.010.100.120;100\n";
    assert_eq!(notes(&sheet(Files::new().write("desember.csv", text))), "");
}

#[test]
fn a_heading_with_a_day_is_the_accounts_of_its_year() {
    for head in [
        "Regnskap 31.12.2021;Budsjett 2021",
        "Regnskap pr. 31.12.2021;Budsjett 2021",
        "Per 31.12.21;Budsjett 21",
        "Hittil i år 2021;Budsjett 2021",
        "Regnskap 2021-12-31;Budsjett 2021",
        "Virkelig pr 31/12-21;Budsjett 2021",
        "Regnskap 30.09.2021;Budsjett 2021",
        "Saldo per 31.12.2021;Budsjett",
        "Regnskap per 31. desember 2021;Budsjett 2021",
        "Regnskap pr. desember 2021;Budsjett 2021",
    ] {
        let text = format!("Konto;Kontonavn;{head}\n1.010.100.120;L;1;2\n");
        assert_eq!(taken(&text), ["2021 010 1 2 -"], "{head}");
    }
    // The later of two days is the whole year, and last year's is last year's.
    let text = "Konto;Regnskap 31.08.2021;Regnskap 31.12.2021;Regnskap 31.12.2020;Budsjett 2021\n1.010.100.120;9;1;3;2\n";
    let read = sheet(Files::new().write("dager.csv", text));
    assert!(notes(&read).contains("«Regnskap 31.08.2021»"), "{}", notes(&read));
    let after = imported(&project(), &[read]);
    assert_eq!(accounts(&after), ["2021 010 1 2 -"]);
    assert_eq!(after.balances[0].last_year.unwrap().to_string(), "3");
}

#[test]
fn budgets_beside_a_column_that_may_be_the_accounts_are_asked_about() {
    let files = Files::new();
    let text =
        "Konto;Regnskap 1. tertial 2021;Budsjett 2021\n1.010.100.120;1;2\n1.020.100.120;1;2\n";
    let path = files.write("tertial.csv", text);
    let read = sheet(&path);
    assert_eq!(read.questions.len(), 1);
    for (answer, expected) in
        read.questions[0].answers.iter().zip(["2021 010 1 2 -", "2021 010 - 2 -"])
    {
        let mut options = Options::default();
        options.say(&answer.says);
        let read = sheet_with(&path, &project(), &options);
        assert_eq!(accounts(&imported(&project(), &[read]))[0], expected);
    }
}
