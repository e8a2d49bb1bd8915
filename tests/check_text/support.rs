//! Texts held against the sample project.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use arsmelding::checks::text::{TextCheck, TextFinding, Verdict};
use arsmelding::figures::Figures;
use arsmelding::import::Document;
use arsmelding::project::Project;
use arsmelding::storage;

/// A file of the test data.
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// The sample project.
fn project() -> Project {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    storage::read(&root.join("sample-data/hedmark-ikt-2021.ron")).unwrap()
}

/// The figures of the project, gathered once.
fn text_check() -> &'static TextCheck<'static> {
    static FIGURES: OnceLock<Figures> = OnceLock::new();
    static CHECK: OnceLock<TextCheck<'static>> = OnceLock::new();
    CHECK.get_or_init(|| TextCheck::of(FIGURES.get_or_init(|| Figures::of(&project()))))
}

/// What the check finds in a document.
pub fn check_document(document: &Document) -> Vec<TextFinding> {
    text_check().check(document)
}

/// What the check finds in a text.
pub fn check(text: &str) -> Vec<TextFinding> {
    check_document(&Document::of_text(text))
}

/// A finding in short: the verdict and the number, with what should stand instead.
pub fn short(finding: &TextFinding) -> String {
    match &finding.verdict {
        Verdict::Agrees(_) => format!("= {}", finding.text),
        Verdict::Contradicts(_, right) => format!("! {} → {}", finding.text, right.wording),
        Verdict::Unknown => format!("? {}", finding.text),
    }
    .replace('\u{a0}', " ")
}
