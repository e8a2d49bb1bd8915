//! Last year's own project beside what this year's export says of last year.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arsmelding::figures::{
    Accounts, AccountsKey, AmountColumn, Basis, Figures, Key, RowMeasure, TrailPart,
};
use arsmelding::import::{self, FileRead, FileRequest, Known};
use arsmelding::project::{Project, StatementId, StatementLine, TableId};
use arsmelding::storage;

use super::books::{kroner, statement};
use crate::common::{accounts, somebody};

/// A project of 2020 whose accounts are what 2021's export says of that year, but for 1000 kr
/// more of salaries.
fn project_of_2020(folder: &Path) -> PathBuf {
    let of_last_year = |line: StatementLine| StatementLine {
        year: Some(2020),
        actual: line.last_year,
        revised_budget: None,
        original_budget: None,
        last_year: None,
        ..line
    };
    let lines = Accounts::statement_lines(&accounts::project());
    let mut lines: Vec<StatementLine> = lines.into_iter().map(of_last_year).collect();
    for line in lines.iter_mut().filter(|line| line.line == "Lønnsutgifter") {
        line.actual = line.actual.map(|amount| amount + kroner("1000"));
    }
    let statements = Arc::new(lines);
    let project = Project { statements, ..Project::new("Hedmark IKT", 2020, (2014, 2019)) };
    let path = folder.join("hedmark-ikt-2020.ron");
    storage::write(&path, &project).unwrap();
    path
}

fn read(project: &Project, path: &Path) -> Vec<FileRead> {
    let known = Known::of(project).with_statements(Accounts::statement_lines);
    import::read_files(&[FileRequest::new(path)], &known, &|_| true).unwrap()
}

fn imported(project: &Project, path: &Path) -> Option<Project> {
    let sheets = read(project, path).remove(0).outcome.unwrap();
    Some(import::plan(project, &sheets).apply(&somebody())?.0)
}

#[test]
fn a_difference_from_last_years_own_project_is_shown_where_it_is_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let project = accounts::project();
    let after = imported(&project, &project_of_2020(folder.path())).unwrap();
    let figures = Figures::of(&after);
    let own = statement(&figures, StatementId::ByNature);
    let differing: Vec<&str> = own
        .rows
        .iter()
        .filter(|row| row.own_last_year.is_some())
        .map(|row| row.id.as_ref())
        .collect();
    // The line, and every sum and result that it is in.
    let expected =
        ["lønnsutgifter", "sum-driftsutgifter", "brutto-driftsresultat", "netto-driftsresultat"];
    assert!(expected.iter().all(|row| differing.contains(row)), "{differing:?}");
    let salaries = own.row("lønnsutgifter").unwrap();
    // The column stays the export's.
    assert_eq!(salaries.amounts.get(AmountColumn::LastYear), Some(kroner("29868562.15")));
    assert_eq!(salaries.own_last_year, Some(kroner("29869562.15")));
    for other in [StatementId::Investment, StatementId::BalanceSheet] {
        let rows = &statement(&figures, other).rows;
        assert!(rows.iter().all(|row| row.own_last_year.is_none()), "{other:?}");
    }
}

#[test]
fn last_years_amounts_lead_to_the_project_that_they_come_from() {
    let folder = tempfile::tempdir().unwrap();
    let path = project_of_2020(folder.path());
    let after = imported(&accounts::project(), &path).unwrap();
    let source = after.sources.last().unwrap();
    assert_eq!(source.file, "hedmark-ikt-2020.ron");
    assert_eq!(source.sha256.len(), 64);
    let figures = Figures::of(&after);
    let key = Key::Accounts(AccountsKey::Row {
        statement: StatementId::ByNature,
        year: 2020,
        measure: RowMeasure::Amount(AmountColumn::Actual),
        row: "lønnsutgifter".to_owned(),
    });
    let trail = figures.trail(&key);
    assert_eq!(trail.figure.value, Some(kroner("29869562.15")));
    let [TrailPart::Rows { source: own, cells, .. }] = &trail.parts[..] else {
        panic!("{:?}", trail.parts)
    };
    assert_eq!((&own.file, &cells[..4]), (&source.file, "rad "));
    assert!(after.statements.iter().all(|line| line.origin.is_some()));
    // The same project once more changes nothing.
    assert!(imported(&after, &path).is_none());
}

#[test]
fn a_project_of_the_same_year_or_without_accounts_is_refused_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |other: &Project, name: &str| {
        let path = folder.path().join(name);
        storage::write(&path, other).unwrap();
        read(&accounts::project(), &path).remove(0).outcome.unwrap_err().to_string()
    };
    let same = refused(&accounts::project(), "samme.ron");
    assert!(same.contains("2021") && same.contains("samme.ron"), "{same}");
    let empty = refused(&Project::new("Hedmark IKT", 2020, (2014, 2019)), "tomt.ron");
    assert!(empty.contains("ikke noe regnskap"), "{empty}");
}

#[test]
fn a_list_of_statement_lines_can_be_imported_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oppstillinger-2019.csv");
    let text = "År;Oppstilling;Linje;Regnskap\n\
                2019;§ 5-6;Lønnsutgifter;28 100 000,50\n\
                2019;§ 5-6;Sum driftsutgifter;118 000 000,00\n\
                2019;§ 5-4;Sum bevilgninger drift, netto;5 100 000,00\n";
    std::fs::write(&path, text).unwrap();
    let after = imported(&accounts::project(), &path).unwrap();
    let lines = after.rows(TableId::Statements);
    assert_eq!(lines.len(), 3);
    let figures = Figures::of(&after);
    let row = figures.statement_row(StatementId::ByNature, 2019, "lønnsutgifter").unwrap();
    assert_eq!(row.amounts.get(AmountColumn::Actual), Some(kroner("28100000.50")));
    // How much of it each unit had, nobody said: that is unknown, not nothing.
    let units = figures.statement(StatementId::AppropriationsByUnit, 2019).unwrap();
    assert_eq!(units.basis, Basis::Nothing);
    assert!(units.rows.iter().all(|row| row.amounts.get(AmountColumn::Actual).is_none()));
}
