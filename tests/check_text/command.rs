//! `check-text` as scripts call it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn run(arguments: &[&str]) -> Output {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/hedmark-ikt-2021.ron");
    let mut command = Command::new(env!("CARGO_BIN_EXE_arsmelding"));
    command.arg("check-text").arg(sample).args(arguments).output().unwrap()
}

#[test]
fn contradictions_come_first_and_end_with_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("utkast.txt");
    let path = path.to_str().unwrap();
    let text = "2. kvartal\n\nDet ble registrert 9.086 saker i kvartalet.\n\
                Dette er 6,4% flere enn i samme kvartal året før. Vi har 22.000 brukere.\n";
    fs::write(path, text).unwrap();
    let output = run(&[path, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = [
        ("6,4", 4, "contradicts", Some("saker.2021.q2.endring"), Some("+6,78\u{a0}%")),
        ("22.000", 4, "unknown", None, None),
        ("9.086", 3, "agrees", Some("saker.2021.q2"), Some("9\u{a0}086")),
    ];
    for (own, (text, line, verdict, figure, value)) in
        found.as_array().unwrap().iter().zip(expected)
    {
        assert_eq!((&own["text"], &own["line"]), (&text.into(), &line.into()));
        assert_eq!((&own["verdict"], &own["figure"]), (&verdict.into(), &figure.into()));
        assert_eq!(own["expected"].as_str(), value);
    }
    assert_eq!(found[0]["found"], "6,4\u{a0}% flere");
    assert_eq!(found[0]["wording"], "6,8\u{a0}% flere");

    let shown = String::from_utf8(run(&[path]).stdout).unwrap();
    let places = ["Strider mot tallene: 1", "6,8\u{a0}% flere", "Ukjent: 1", "Stemmer: 1", "9.086"]
        .map(|part| shown.find(part).unwrap_or_else(|| panic!("{part}: {shown}")));
    assert!(places.is_sorted(), "{shown}");
}

#[test]
fn a_text_that_agrees_ends_with_nought_and_what_is_no_text_with_two() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("utkast.txt");
    fs::write(&path, "Sykefraværet i 2021 var 3,36 %.").unwrap();
    assert_eq!(run(&[path.to_str().unwrap()]).status.code(), Some(0));
    let missing = folder.path().join("borte.docx");
    let output = run(&[missing.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("borte.docx"));
}
