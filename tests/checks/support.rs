//! What several tests of the checks need: small projects, and the report of 2021 as printed.

use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::sync::Arc;

use arsmelding::calendar::Date;
use arsmelding::checks::{self, Checked, Finding, Printed, Sheet};
use arsmelding::figures::Figures;
use arsmelding::number::Decimal;
use arsmelding::project::{Project, StatementId};
use arsmelding::storage;
use jiff::civil::date;
use serde::Deserialize;

/// A day on which the year 2021 is over and no deadline is near.
pub const TODAY: Date = date(2022, 1, 12);

/// A project of 2021 without anything in it.
pub fn project() -> Project {
    Project::new("Prøve IKS", 2021, (2015, 2020))
}

/// The sample project, with its accounts.
pub fn sample() -> Project {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/hedmark-ikt-2021.ron");
    storage::read(&path).unwrap()
}

/// What the checks say of a project.
pub fn checked(project: &Project) -> Checked {
    checks::all(&Figures::of(project), TODAY)
}

/// The findings of one rule.
pub fn found(project: &Project, rule: &str) -> Vec<Finding> {
    let all = checked(project).findings;
    all.into_iter().filter(|finding| finding.rule == rule).collect()
}

/// An exact number.
pub fn number(text: &str) -> Decimal {
    Decimal::from_str(text).unwrap()
}

/// Rows shared as a project's part.
pub fn rows<T>(rows: Vec<T>) -> Arc<Vec<T>> {
    Arc::new(rows)
}

/// A table as CSV.
pub fn sheet(text: &str) -> Sheet {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    Sheet::new(&header, reader.records().map(|record| cells(record.unwrap())).collect())
}

fn data(name: &str) -> String {
    let root: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    std::fs::read_to_string(root.join(name)).unwrap()
}

/// The tables of the report for 2021 that are no statements, as printed.
pub const TABLES: [&str; 7] =
    ["quarters", "incidents", "fund", "staff", "turnover", "gender", "sick-leave"];

#[derive(Deserialize)]
struct PrintedStatement {
    statement: String,
    rows: Vec<(String, Vec<String>)>,
}

/// The statements of the report for 2021, as printed, in CSV columns.
pub fn printed_statements() -> Vec<(StatementId, Sheet)> {
    let all: Vec<PrintedStatement> = ron::from_str(&data("statements-2021.ron")).unwrap();
    let sheets = all.into_iter().map(|own| {
        let id = StatementId::EVERY.into_iter().find(|id| id.id() == own.statement).unwrap();
        let columns: &[&str] = match own.rows[0].1.len() {
            4 => &["actual_2021", "revised_budget_2021", "original_budget_2021", "actual_2020"],
            2 => &["actual_2021", "actual_2020"],
            _ => &["amount_2021"],
        };
        let header: Vec<&str> =
            std::iter::once("line_name").chain(columns.iter().copied()).collect();
        let rows = own
            .rows
            .into_iter()
            .map(|(name, amounts)| std::iter::once(name).chain(amounts).collect());
        (id, Sheet::new(&header, rows.collect()))
    });
    sheets.collect()
}

/// A table of the report for 2021 as printed.
pub fn printed_table(name: &str) -> Sheet {
    sheet(&data(&format!("printed-2021/{name}.csv")))
}

/// Every table of the report for 2021, its numbers named without any project to look them up in.
pub fn printed_report() -> Vec<Printed> {
    let figures = Figures::of(&project());
    let statements = printed_statements().into_iter().map(|(id, sheet)| (id.id(), sheet));
    let tables = TABLES.map(|name| (name, printed_table(name)));
    let all = statements.chain(tables);
    all.map(|(name, sheet)| Printed::read(name, &sheet, &figures).unwrap()).collect()
}
