//! A file that cannot be read gives one sentence: what it is, and what to do.

use std::path::Path;

use arsmelding::import::{self, FileRequest, Known, Options, SheetRead};

use super::support::{Files, context, project, refusal, sheet};

#[test]
fn a_bad_file_says_what_it_is_and_what_to_do() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad-files");
    let expected = [
        (
            "encrypted.xlsx",
            "Fila er beskyttet med passord. Åpne den i Excel og lagre en kopi uten passord",
        ),
        ("damaged.xlsx", "Fila er skadet og kan ikke leses. "),
        ("damaged-sheet.xlsx", "Fila er skadet og kan ikke leses. "),
        ("empty.csv", "Fila er tom. Ta ut eksporten på nytt"),
        ("picture.xlsx", "Fila er ikke et regneark. "),
        ("sak.pdf", "Fila er ikke et regneark. "),
        ("notat.docx", "Fila er et dokument, ikke et regneark. "),
        (
            "without-dates.xlsx",
            "Fant ingen kolonne med datoer, og uten dem kan ikke «Saker» leses. ",
        ),
        ("only-header.csv", "Arket har en overskrift, men ingen rader under den. "),
        ("unknown.csv", "Fant ingen kolonneoverskrifter som er kjent. "),
        ("missing.xlsx", "Fant ikke fila. "),
    ];
    for (name, sentence) in expected {
        let said = refusal(folder.join(name), &Options::default());
        assert!(said.starts_with(sentence), "{name}: {said}");
    }
}

#[test]
fn cells_are_counted_and_no_claim_of_their_number_is_believed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad-files");
    assert_eq!(sheet(folder.join("huge-dimension.xlsx")).accepted(), 19);
}

#[test]
fn one_bad_file_among_good_ones_is_told_apart() {
    let files = Files::new();
    let good = files.write("god.csv", "Saksnr;Registrert;Pri\n1;11.03.2021;C\n");
    let bad = files.write("tom.csv", "");
    let requests = [FileRequest::new(bad), FileRequest::new(good)];
    let reads = import::read_files(&requests, &Known::of(&project()), &|_| true).unwrap();
    assert_eq!(reads[0].outcome.as_ref().unwrap_err().place.file.as_deref(), Some("tom.csv"));
    assert_eq!(reads[1].outcome.as_ref().unwrap().len(), 1);
}

#[test]
fn reading_can_be_cancelled() {
    let files = Files::new();
    let rows: String = (1..20_000).map(|n| format!("{n};11.03.2021;C\n")).collect();
    let path = files.write("long.csv", format!("Saksnr;Registrert;Pri\n{rows}"));
    let requests = [FileRequest::new(path)];
    let project = project();
    let known = Known::of(&project);
    let reached = std::sync::Mutex::new(Vec::new());
    let read = import::read_files(&requests, &known, &|progress| {
        reached.lock().unwrap().push(progress.row);
        progress.row.is_some_and(|row| row < 6_000)
    });
    assert!(read.is_none());
    assert_eq!(reached.into_inner().unwrap()[..3], [Some(2_000), Some(4_000), Some(6_000)]);
}

#[test]
fn nothing_to_import_changes_nothing() {
    assert!(import::plan::<SheetRead>(&project(), &[]).apply(&context()).is_none());
}
