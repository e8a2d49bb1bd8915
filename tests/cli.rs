//! The commands without a window, as scripts call them: what they print and how they end.

use crate::common;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use arsmelding::project::{CellAt, CellEdit, Edit, TableId};
use arsmelding::storage;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_arsmelding")).args(arguments).output().unwrap()
}

fn done(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
    String::from_utf8(output.stdout).unwrap()
}

/// The one sentence of a command that was not done.
fn refused(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty());
    let sentence = stderr(&output);
    assert_eq!(sentence.lines().count(), 1, "{sentence}");
    sentence
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_project_is_made_filled_and_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nytt.ron");
    let project = text(&path);
    done(&["new", project, "--year", "2021", "--baseline", "2015-2020"]);
    assert!(refused(&["new", project, "--year", "2021"]).contains("finnes fra før"));

    let exports = common::sample_exports();
    let mut import = vec!["import", project, "--json"];
    import.extend(exports.iter().map(|path| text(path)));
    let answer: serde_json::Value = serde_json::from_str(&done(&import)).unwrap();
    let sources = answer["sources"].as_array().unwrap();
    assert_eq!(sources.len(), 25);
    for source in sources {
        let count = |field: &str| source[field].as_u64().unwrap();
        let parts = count("accepted") + count("rejected") + count("skipped");
        assert_eq!(count("read"), parts, "{}", source["file"]);
        // The accounts come in two layouts, which say the same.
        let taken = count("new") + count("unchanged");
        assert_eq!(taken, count("accepted"), "{}", source["file"]);
    }
    let before = fs::read(&path).unwrap();
    done(&import);
    assert!(fs::read(&path).unwrap() == before, "the same files twice change nothing");

    let quarters = done(&["table", project, "quarters", "--format", "csv"]);
    assert_eq!(quarters.lines().next(), Some("year,q1,q2,q3,q4,sum"));
    assert_eq!(quarters.lines().last(), Some("2021,10859,9086,8388,7893,36226"));
    assert!(done(&["table", project, "quarters"]).contains("10\u{a0}859"));
    let result = done(&["table", project, "§5-6", "--format", "csv"]);
    assert!(result.starts_with("row,section,kind,line_name,note,actual_2021,"), "{result}");
    let line = "24,Finansinntekter/Finansutgifter,sum,Netto driftsresultat,,\
                -6619910.90,-4400000.00,-5000000.00,-4793117.24";
    assert!(result.lines().any(|own| own == line), "{result}");
    let fund: serde_json::Value =
        serde_json::from_str(&done(&["table", project, "fund", "--format", "json"])).unwrap();
    assert_eq!(fund[3]["y2021"], "15557046.36", "money is a text, never a float");
    let rows: serde_json::Value =
        serde_json::from_str(&done(&["table", project, "incidents", "--format", "json"])).unwrap();
    assert_eq!(rows[2]["distinct_incidents"], 18);
    assert_eq!(rows[0]["distinct_incidents"], serde_json::Value::Null);
    let figure = done(&["figure", project, "saker.q1.endring", "--trail", "--json"]);
    let figure: serde_json::Value = serde_json::from_str(&figure).unwrap();
    assert_eq!(figure["key"], "saker.2021.q1.endring");
    assert_eq!(figure["text"], "+1,4\u{a0}%");
    let row = &figure["trail"]["from"][0]["figure"]["trail"]["from"][0];
    assert_eq!((&row["file"], &row["rows"]), (&"saker-2021.xlsx".into(), &10_859.into()));
    assert_eq!(row["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn a_dry_run_shows_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.ron");
    done(&["new", text(&path), "--year", "2021"]);
    let before = fs::read(&path).unwrap();
    let export = common::sample_folder().join("bemanning-2021.xlsx");
    let shown = done(&["import", text(&path), text(&export), "--dry-run"]);
    assert!(shown.contains("3 nye") && shown.contains("Ingenting er endret"), "{shown}");
    assert!(fs::read(&path).unwrap() == before);
}

#[test]
fn one_file_that_cannot_be_read_stops_all_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.ron");
    done(&["new", text(&path), "--year", "2021"]);
    let before = fs::read(&path).unwrap();
    let note = folder.path().join("notat.docx");
    fs::write(&note, "bare tekst uten tabell").unwrap();
    let good = common::sample_folder().join("telefon-2021.csv");
    let sentence = refused(&["import", text(&path), text(&good), text(&note)]);
    assert!(sentence.contains("notat.docx"), "{sentence}");
    assert!(fs::read(&path).unwrap() == before);
}

#[test]
fn rejected_rows_are_told_of_and_an_open_question_names_its_option() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.ron");
    done(&["new", text(&path), "--year", "2021"]);
    let export = folder.path().join("saker.csv");
    fs::write(
        &export,
        "Saksnummer;Registrert;Kunde\nS1;31.02.2021 09:40;Grue\nS2;11.03.2021 08:14;Grue\n",
    )
    .unwrap();
    let output = run(&["import", text(&path), text(&export)]);
    assert_eq!(output.status.code(), Some(1));
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("B2") && shown.contains("Datoen finnes ikke"), "{shown}");

    let before = fs::read(&path).unwrap();
    fs::write(&export, "Saksnummer;Registrert;Kunde\nS3;03/04/2021 09:40;Grue\n").unwrap();
    let sentence = refused(&["import", text(&path), text(&export)]);
    assert!(sentence.contains("--date-order"), "{sentence}");
    assert!(fs::read(&path).unwrap() == before);
    done(&["import", text(&path), text(&export), "--date-order", "dmy"]);
    let days = done(&["table", text(&path), "days", "--quarter", "2", "--format", "csv"]);
    assert!(days.lines().any(|line| line.starts_with("2021-04-03,13,lør,,1,")), "{days}");
}

#[test]
fn accounts_have_their_questions_and_notes_without_a_window_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.ron");
    done(&["new", text(&path), "--year", "2021"]);
    let export = folder.path().join("regnskap.csv");
    let asks = |rows: &str, option: &str| {
        fs::write(&export, format!("Konto;Regnskap 2021\n{rows}")).unwrap();
        let sentence = refused(&["import", text(&path), text(&export)]);
        assert!(sentence.contains(option), "{sentence}");
    };
    asks("1100;1\n1150;2\n1850;-3\n", "--account-form a|kaaa");
    asks("010;1,840\n", "--decimal comma|point");
    asks("010;-1\n750;4\nSum;9\n", "--sign normal|flipped");
    let sentence = refused(&["import", text(&path), text(&export), "--account-form", "k.z"]);
    assert!(sentence.contains("k.a.u.f.p"), "{sentence}");

    let import = ["import", text(&path), text(&export), "--sign", "flipped"];
    let output = run(&[&import[..], &["--dry-run"]].concat());
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("B4"), "a sum that is wrong is told: {}", stderr(&output));
    let answer = done(&[&import[..], &["--json"]].concat());
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let source = &answer["sources"][0];
    assert_eq!((source["kind"].as_str(), source["accepted"].as_u64()), (Some("balances"), Some(2)));
    assert!(source["notes"][0].as_str().unwrap().contains("B4"), "{source}");
}

#[test]
fn what_does_not_exist_is_refused_with_a_sentence() {
    let sample = common::sample_project();
    let sample = text(&sample);
    assert!(refused(&["table", sample, "kvartaler"]).contains("quarters"));
    assert!(refused(&["figure", sample, "saker.2050.q1"]).contains("saker.2050.q1"));
    assert!(refused(&["chart", sample, "q5", "--svg", "x.svg"]).contains("q5"));
    assert!(refused(&["table", "finnes-ikke.ron", "quarters"]).contains("finnes-ikke.ron"));
    assert!(refused(&["table", sample]).contains("--help"));
    assert!(refused(&["import", sample, "x.csv", "--period", "2021"]).contains("--period"));
}

#[test]
fn a_chart_is_written_as_svg_and_as_png() {
    let folder = tempfile::tempdir().unwrap();
    let sample = common::sample_project();
    for name in ["weeks", "q1", "q2", "q3", "q4"] {
        let svg = folder.path().join(format!("{name}.svg"));
        let png = folder.path().join(format!("{name}.png"));
        done(&["chart", text(&sample), name, "--svg", text(&svg)]);
        done(&["chart", text(&sample), name, "--png", text(&png)]);
        assert!(fs::read_to_string(&svg).unwrap().starts_with("<svg"));
        assert!(fs::read(&png).unwrap().starts_with(b"\x89PNG"));
    }
}

#[test]
fn corrections_are_a_table_with_what_the_source_says_and_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.ron");
    let mut project = storage::read(&common::sample_project()).unwrap();
    let context = common::somebody();
    for (table, row, column, text) in
        [(TableId::Staff, 2, "employees_total", "44"), (TableId::Balances, 0, "actual", "1000,5")]
    {
        let column = project.rows(table).column(column).unwrap();
        let cells = vec![CellEdit { row, column, text: text.to_owned() }];
        let edit = Edit::SetCells { table, cells };
        project = project.edited(&edit, &context).unwrap().unwrap().0;
    }
    let cell = CellAt { table: TableId::Staff, row: 2, column: 1 };
    let why = Edit::GiveReason { cell, why: "To vikarer".to_owned() };
    project = project.edited(&why, &context).unwrap().unwrap().0;
    storage::write(&path, &project).unwrap();

    let csv = done(&["table", text(&path), "corrections", "--format", "csv"]);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "table,row,column,source,value,why,who,corrected,moved_from");
    let staff = "staff,2021-12-31,employees_total,42,44,To vikarer,økonomi,2022-01-12T09:30,";
    assert_eq!(lines[1], staff);
    assert!(lines[2].contains(",1000.50,,økonomi,"), "{}", lines[2]);
    let json = done(&["table", text(&path), "corrections", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json[0]["source"], &json[0]["moved_from"]), (&42.into(), &().into()));
    assert_eq!(json[1]["value"], "1000.50", "money is a text, never a float");
    let shown = done(&["table", text(&path), "corrections"]);
    assert!(shown.contains("Ansatte i alt") && shown.contains("1\u{a0}000,50"), "{shown}");
}

#[test]
fn a_source_is_listed_and_taken_out_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nytt.ron");
    let project = text(&path);
    done(&["new", project, "--year", "2021", "--baseline", "2015-2020"]);
    let list = folder.path().join("saker.csv");
    fs::write(&list, "Saksnr;Registrert;Pri\n1;11.03.2021;A\n2;12.03.2021;C\n").unwrap();
    let other = folder.path().join("hamar.csv");
    fs::write(&other, "Saksnr;Registrert;Pri\n7;11.03.2021;A\n").unwrap();
    done(&["import", project, text(&list), "--system", "GLPI"]);
    done(&["import", project, text(&other), "--system", "GLPI", "--selection", "Hamar"]);

    let answer: serde_json::Value =
        serde_json::from_str(&done(&["sources", project, "--json"])).unwrap();
    let field = |at: usize, name: &str| answer[at][name].clone();
    assert_eq!((field(0, "id"), field(0, "rows")), (1.into(), 2.into()));
    assert_eq!((field(1, "system"), field(1, "selection")), ("GLPI".into(), "Hamar".into()));
    assert!(done(&["sources", project]).starts_with("1: saker.csv, Saker, 2021-03-11..2021-03-12"));

    let before = fs::read(&path).unwrap();
    let told = done(&["sources", project, "--remove", "1", "--dry-run"]);
    assert!(told.ends_with("Ingenting er endret\n"), "{told}");
    assert_eq!(fs::read(&path).unwrap(), before);
    let told = done(&["sources", project, "--remove", "1"]);
    assert!(told.ends_with("Tok ut kilden saker.csv (Saker) med 2 rader\n"), "{told}");
    let after = storage::read(&path).unwrap();
    assert_eq!((after.sources.len(), after.cases.len()), (1, 1));
    assert!(refused(&["sources", project, "--remove", "1"]).contains("ingen kilde 1"));
}

#[test]
fn what_was_noticed_is_told_with_file_and_row() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nytt.ron");
    let project = text(&path);
    done(&["new", project, "--year", "2021", "--baseline", "2015-2020"]);
    let accounts = folder.path().join("saldo.csv");
    let rows = "Kontoklasse;Konto;Regnskap 2021\n1;010;100\n1;050;50\n;Sum;160\n";
    fs::write(&accounts, rows).unwrap();
    let answer = done(&["import", project, text(&accounts), "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let note = &answer["notes"][0];
    assert_eq!((&note["file"], &note["row"]), (&"saldo.csv".into(), &4.into()));
    assert!(note["cause"].as_str().unwrap().contains("160,00"), "{note}");
}

#[test]
fn what_is_told_names_the_option_that_helps() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nytt.ron");
    let project = text(&path);
    done(&["new", project, "--year", "2021", "--baseline", "2015-2020"]);
    let hidden = "tests/data/doors/workbooks/hidden-sheet.xlsx";
    let output = run(&["import", project, hidden]);
    assert!(stderr(&output).contains("--with-hidden"), "{}", stderr(&output));
    let answer = done(&["import", project, hidden, "--dry-run", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert!(answer["notes"][0]["cause"].as_str().unwrap().contains("--with-hidden"));
}
