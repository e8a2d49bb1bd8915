//! A changed text changes no behaviour: with all texts replaced by their keys, the program reads the
//! same exports into the same project, and finds the same numbers and the same faults in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::common::sample_project;

/// Runs the program with Norwegian texts, or with the keys of the texts in their place.
fn run(arguments: &[&str], with_keys: bool) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_arsmelding"));
    command.args(arguments).env_remove("ARSMELDING_TEXT_KEYS");
    if with_keys {
        command.env("ARSMELDING_TEXT_KEYS", "1");
    }
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// What the program answers in JSON, both ways.
fn both(arguments: &[&str]) -> [Value; 2] {
    [false, true].map(|with_keys| serde_json::from_str(&run(arguments, with_keys)).unwrap())
}

/// Some members of every object of a list.
fn members(list: &Value, names: &[&str]) -> Vec<Vec<Value>> {
    let objects = list.as_array().unwrap().iter();
    objects.map(|object| names.iter().map(|name| object[*name].clone()).collect()).collect()
}

#[test]
fn texts_are_replaced_by_their_keys() {
    let sample = sample_project();
    let answer = run(&["figure", sample.to_str().unwrap(), "saker"], true);
    assert!(answer.contains("figure-cases{"), "{answer}");
}

#[test]
fn figures_and_findings_are_the_same_whatever_the_texts_say() {
    let sample = sample_project();
    let sample = sample.to_str().unwrap();
    let [figures, with_keys] = both(&["figures", sample, "--json"]);
    let names = ["key", "value", "unit"];
    assert_eq!(members(&figures, &names), members(&with_keys, &names));
    assert!(figures.as_array().unwrap().len() > 8_000);
    assert_ne!(members(&figures, &["label"]), members(&with_keys, &["label"]));

    let [findings, with_keys] = both(&["check", sample, "--json"]);
    let names = ["rule", "severity", "difference", "fingerprint", "accepted"];
    assert_eq!(members(&findings, &names), members(&with_keys, &names));
    let keys = |findings: &Value| -> Vec<Vec<Vec<Value>>> {
        let findings = findings.as_array().unwrap().iter();
        findings.map(|finding| members(&finding["places"], &["place", "table", "key"])).collect()
    };
    assert_eq!(keys(&findings), keys(&with_keys));
    assert!(!findings.as_array().unwrap().is_empty());
}

/// The smaller exports of the sample, of every kind but cases by the year.
fn exports() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_export = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let is_of_cases = name.starts_with("saker-20") || name.starts_with("cases-");
        let is_data = [".csv", ".tsv", ".xlsx"].iter().any(|ending| name.ends_with(ending));
        is_data && !is_of_cases
    };
    let mut files: Vec<PathBuf> = files.filter(is_export).collect();
    files.sort();
    files
}

/// The project without what its log says in words, and when.
fn without_words(project: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(project).unwrap();
    let lines = text.lines().map(|line| match line.find("(when: ") {
        Some(at) => line[..at].to_owned(),
        None => line.to_owned(),
    });
    lines.filter(|line| !line.contains("imported:")).collect()
}

#[test]
fn exports_are_read_the_same_whatever_the_texts_say() {
    let folder = tempfile::tempdir().unwrap();
    let exports = exports();
    assert!(exports.len() > 12, "{exports:?}");
    let [norwegian, with_keys] = [false, true].map(|with_keys| {
        let project = folder.path().join(format!("{with_keys}.ron"));
        let file = project.to_str().unwrap();
        let new = ["new", file, "--company", "Hedmark IKT", "--year", "2021"];
        run(&[&new[..], &["--baseline", "2015-2020"]].concat(), with_keys);
        let mut import = vec!["import", file];
        import.extend(exports.iter().map(|path| path.to_str().unwrap()));
        run(&import, with_keys);
        without_words(&project)
    });
    let differ: Vec<_> = norwegian.iter().zip(&with_keys).filter(|(a, b)| a != b).collect();
    assert!(differ.is_empty(), "{:#?}", &differ[..differ.len().min(3)]);
    assert_eq!(norwegian.len(), with_keys.len());
}
