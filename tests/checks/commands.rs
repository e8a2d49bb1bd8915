//! `check` and `compare` as scripts call them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_arsmelding")).args(arguments).output().unwrap()
}

fn json(output: &Output) -> Vec<Value> {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn sample() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("sample-data/hedmark-ikt-2021.ron").to_str().unwrap().to_owned()
}

#[test]
fn check_of_the_sample_is_done_without_a_fault() {
    let output = run(&["check", &sample(), "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let findings = json(&output);
    let krone = findings.iter().find(|own| own["rule"] == "capital-account").unwrap();
    assert_eq!(krone["severity"], "advarsel");
    assert_eq!(krone["expected"], "-15839515.87");
    assert_eq!(krone["found"], "-15839514.87");
    assert_eq!(krone["places"][0]["place"], "økonomi");
    assert_eq!(krone["places"][0]["table"], "par5-8");
    let text = String::from_utf8(run(&["check", &sample()]).stdout).unwrap();
    assert!(text.contains("kontroller stemmer"), "{text}");
}

#[test]
fn an_open_fault_and_a_difference_end_with_one() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = folder.path().join("feil.ron");
    let text = fs::read_to_string(sample()).unwrap();
    fs::write(&wrong, text.replacen("employees_permanent: 40", "employees_permanent: 39", 1))
        .unwrap();
    let output = run(&["check", wrong.to_str().unwrap(), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(json(&output).iter().any(|own| own["rule"] == "staff-sum"));
    let printed = folder.path().join("trykt.csv");
    fs::write(&printed, "date;employees_total;apprentices\n2021-12-31;24;3\n").unwrap();
    let printed = printed.to_str().unwrap();
    let output = run(&["compare", &sample(), "staff", printed, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let [difference] = &json(&output)[..] else { panic!("one difference") };
    assert_eq!(difference["row"], "2021-12-31");
    assert_eq!(difference["column"], "employees_total");
    assert_eq!((difference["own"].as_i64(), difference["printed"].as_i64()), (Some(42), Some(24)));
    assert_eq!(difference["cause"], "to sifre har byttet plass");
    fs::write(printed, "date,employees_total\n2021-12-31,42\n").unwrap();
    assert_eq!(run(&["compare", &sample(), "staff", printed]).status.code(), Some(0));
    assert_eq!(run(&["compare", &sample(), "ukjent", printed]).status.code(), Some(2));
}

#[test]
fn a_compared_table_is_kept_where_that_is_asked_for_and_checked_from_then_on() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("prosjekt.ron");
    fs::copy(sample(), &project).unwrap();
    let project = project.to_str().unwrap();
    let printed = folder.path().join("trykt.csv");
    fs::write(&printed, "date;employees_total;apprentices\n2021-12-31;24;3\n").unwrap();
    let printed = printed.to_str().unwrap();
    let before = json(&run(&["check", project, "--json"]));
    let kept = run(&["compare", project, "staff", printed, "--keep", "Utkast", "--json"]);
    assert_eq!((kept.status.code(), json(&kept).len()), (Some(1), 1));
    let after = json(&run(&["check", project, "--json"]));
    assert_eq!(after.len(), before.len() + 1);
    let finding = after.iter().find(|own| own["rule"] == "printed-table").unwrap();
    assert_eq!((finding["expected"].as_i64(), finding["found"].as_i64()), (Some(42), Some(24)));
    assert_eq!(finding["places"][0]["file"], "trykt.csv");
    assert!(fs::read_to_string(project).unwrap().contains("title: \"Utkast\""));
    let nameless = run(&["compare", project, "staff", printed, "--keep", " "]);
    assert_eq!(nameless.status.code(), Some(2));
}

#[test]
fn check_writes_its_findings_as_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("kontroll.html");
    let output = run(&["check", &sample(), "--report", page.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("Kapitalkonto") && page.contains("kontroller stemmer"), "{page}");
    let nowhere = folder.path().join("ingen/mappe.html");
    let output = run(&["check", &sample(), "--report", nowhere.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
}
