//! The sample project with the accounts of the published report, and texts held against it.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::sync::{Arc, OnceLock};

use arsmelding::checks::text::{TextCheck, TextFinding, Verdict};
use arsmelding::figures::Figures;
use arsmelding::import::Document;
use arsmelding::number::Decimal;
use arsmelding::project::{FundEntry, FundLineKind, Project, StatementId, StatementLine};
use arsmelding::storage;
use serde::Deserialize;

/// A file of the test data.
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

#[derive(Deserialize)]
struct PrintedStatement {
    statement: String,
    rows: Vec<(String, Vec<String>)>,
}

/// The sample project, with the report's statements where it has no accounts of its own.
pub fn project() -> Project {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = storage::read(&root.join("sample-data/hedmark-ikt-2021.ron")).unwrap();
    let text = fs::read_to_string(data("statements-2021.ron")).unwrap();
    let printed: Vec<PrintedStatement> = ron::from_str(&text).unwrap();
    let statements = printed.iter().flat_map(|own| own.rows.iter().map(|row| line(own, row)));
    let fund = vec![FundEntry {
        year: Some(2018),
        kind: FundLineKind::Movement,
        line: "Innskudd Sør-Odal".to_owned(),
        amount: Some(Decimal::from(482_132)),
        origin: None,
    }];
    Project { statements: Arc::new(statements.collect()), fund: Arc::new(fund), ..project }
}

fn line(own: &PrintedStatement, (name, amounts): &(String, Vec<String>)) -> StatementLine {
    let statement = StatementId::EVERY.into_iter().find(|id| id.id() == own.statement).unwrap();
    // The balance sheet has no budgets.
    let has_budgets = amounts.len() == 4;
    let amount = |at: usize| amounts.get(at).and_then(|text| Decimal::from_str(text).ok());
    StatementLine {
        year: Some(2021),
        statement,
        line: name.clone(),
        actual: amount(0),
        revised_budget: amount(1).filter(|_| has_budgets),
        original_budget: amount(2).filter(|_| has_budgets),
        last_year: amount(amounts.len() - 1),
        ..StatementLine::default()
    }
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
