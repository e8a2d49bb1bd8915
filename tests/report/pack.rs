//! What `report` writes into a folder: the signing pack, and a report to each customer.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use sha2::{Digest as _, Sha256};

use super::sample;
use crate::common;

fn report(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_arsmelding"));
    command.arg("report").arg(common::sample_project()).args(arguments);
    command.arg("--out").arg(folder).output().unwrap()
}

/// The folder's files by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let file = |entry: fs::DirEntry| {
        let bytes = fs::read(entry.path()).unwrap();
        (entry.file_name().into_string().unwrap(), bytes)
    };
    entries.map(file).collect()
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_signing_packs_manifest_is_true_of_every_file_and_the_pack_is_the_same_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("en"), folder.path().join("to"));
    for folder in [&first, &second] {
        let output = report(folder, &[]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
    }
    let pack = files(&first);
    assert_eq!(pack, files(&second));
    let manifest = String::from_utf8(pack["innhold.txt"].clone()).unwrap();
    let head: Vec<&str> = manifest.lines().take(3).collect();
    assert_eq!(head, ["Årsmelding 2021", "Hedmark IKT", "28. mars 2022"]);
    let told: BTreeMap<&str, &str> = manifest
        .lines()
        .filter_map(|line| Some((line.rsplit_once("  ")?.1, line.split_once("  ")?.0)))
        .collect();
    let others: Vec<&String> = pack.keys().filter(|name| *name != "innhold.txt").collect();
    assert_eq!(
        others,
        [
            "arsmelding-2021.docx",
            "arsmelding-2021.pdf",
            "arsmelding-2021.xlsx",
            "kilder.txt",
            "kontrollrapport.html",
        ]
    );
    assert_eq!(told.len(), others.len());
    for name in others {
        assert_eq!(told[name.as_str()], sha256(&pack[name]), "{name}");
    }
    let sources = String::from_utf8(pack["kilder.txt"].clone()).unwrap();
    for source in sample().sources.iter() {
        let line = format!("{}  {}", source.sha256, source.file);
        assert!(sources.lines().any(|own| own.starts_with(&line)), "{line}");
    }
    let checks = String::from_utf8(pack["kontrollrapport.html"].clone()).unwrap();
    assert!(checks.contains("Kontrollrapport for 2021"));
    assert!(checks.contains("Laget for underskrift 28. mars 2022"));
}

#[test]
fn every_customer_gets_its_report_in_one_batch() {
    let folder = tempfile::tempdir().unwrap();
    let output = report(folder.path(), &["--kind", "municipality", "--quarter", "2"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let written = files(folder.path());
    for name in ["hamar", "loten", "nord-odal", "sor-odal", "hedmarken-legevakt"] {
        for ending in ["pdf", "docx", "xlsx"] {
            assert!(written.contains_key(&format!("{name}-2021-2.{ending}")), "{name}");
        }
    }
    assert_eq!(written.len(), 3 * sample().customers.len());
}

#[test]
fn what_cannot_be_written_is_refused_in_one_sentence_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("ingen");
    let cases: [(&[&str], &str); 5] = [
        (&["--kind", "quarter"], "--quarter 2"),
        (&["--quarter", "2"], "Årsmeldingen gjelder hele året"),
        (&["--customer", "Hamar"], "--kind municipality"),
        (&["--kind", "municipality", "--quarter", "2", "--customer", "Lom"], "«Lom»"),
        (&["--kind", "municipality", "--quarter", "2", "--pdf", "x.pdf"], "--customer"),
    ];
    for (arguments, cause) in cases {
        let output = report(&out, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let sentence = String::from_utf8(output.stderr).unwrap();
        assert_eq!(sentence.lines().count(), 1, "{sentence}");
        assert!(sentence.contains(cause), "{sentence}");
        assert!(!out.exists(), "{arguments:?}");
    }
}
