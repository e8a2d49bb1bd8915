//! The sample company's accounts give the published report's amounts, by either layout.

use std::path::PathBuf;

use arsmelding::figures::{AmountColumn, Basis, Figures, StatementRowKind, Trail, TrailPart};
use arsmelding::number::Decimal;
use arsmelding::project::{Project, StatementId, TableId};
use serde::Deserialize;

use super::books::csv;
use crate::common::{empty_project, imported, read, sample_folder, somebody};

/// A printed statement: rows in order, with the amounts of its columns.
#[derive(Deserialize)]
struct Printed {
    statement: String,
    rows: Vec<(String, Vec<Decimal>)>,
}

fn printed() -> Vec<Printed> {
    ron::from_str(&std::fs::read_to_string("tests/data/statements-2021.ron").unwrap()).unwrap()
}

fn files(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(|name| sample_folder().join(name)).collect()
}

/// The sample's accounts, with balances from one of the two layouts.
fn accounts(balances: &str) -> Project {
    let names = [
        balances,
        "saldobalanse-2021.xlsx",
        "disposisjonsfond-historikk.csv",
        "kontoplan-tilpasning.csv",
    ];
    imported(&empty_project(), &files(&names))
}

const LAYOUTS: [&str; 2] = ["regnskap-2021.xlsx", "regnskap-2021-liste.xlsx"];

#[test]
fn every_amount_of_the_report_comes_out_of_either_layout() {
    let mut compared = 0;
    for layout in LAYOUTS {
        let figures = Figures::of(&accounts(layout));
        for printed in printed() {
            let id = StatementId::EVERY.into_iter().find(|id| id.id() == printed.statement);
            let statement = figures.statement(id.unwrap(), 2021).unwrap();
            assert_eq!(statement.basis, Basis::Accounts, "{layout}");
            let is_row = |kind| !matches!(kind, StatementRowKind::Heading(_));
            let rows: Vec<_> = statement.rows.iter().filter(|row| is_row(row.kind)).collect();
            assert_eq!(rows.len(), printed.rows.len(), "{layout} {}", printed.statement);
            for (row, (name, amounts)) in rows.iter().zip(&printed.rows) {
                let own: Vec<_> =
                    statement.columns().iter().map(|column| row.amounts.get(*column)).collect();
                let amounts: Vec<_> = amounts.iter().copied().map(Some).collect();
                assert_eq!(own, amounts, "{layout} {} {name}", printed.statement);
                compared += amounts.len();
            }
        }
        assert!(figures.accounts().year(2021).unwrap().unplaced.is_empty(), "{layout}");
    }
    assert_eq!(compared, 2 * 450);
}

#[test]
fn the_second_layout_after_the_first_changes_nothing() {
    let project = accounts(LAYOUTS[0]);
    let sheets = read(&project, &files(&[LAYOUTS[1]]));
    let plan = arsmelding::import::plan(&project, &sheets);
    let balances = &plan.sheets[0];
    assert_eq!((balances.new, balances.changed, balances.gone), (0, 0, 0));
    assert!(balances.unchanged > 100);
    assert!(plan.apply(&somebody()).is_none());
}

#[test]
fn the_fund_is_computed_for_two_years_and_given_for_three() {
    let expected = [
        "Saldo 01.01,13295103.86,11873440.04,8652764.00,5770632.00,3776139.00",
        "Innskudd Sør-Odal,,,,482132.00,",
        "Avsatt fra drift,2261942.50,1421663.82,3220676.00,2400000.00,1994493.00",
        "Saldo 31.12,15557046.36,13295103.86,11873440.00,8652764.00,5770632.00",
    ];
    assert_eq!(csv(&Figures::of(&accounts(LAYOUTS[0])), "fund"), expected);
}

/// The figures that a trail goes on to.
fn figures_of(trail: &Trail) -> Vec<&Trail> {
    let parts = trail.parts.iter();
    parts
        .map(|part| match part {
            TrailPart::Figure(inner) => &**inner,
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn a_line_leads_to_its_accounts_and_an_account_to_its_cell() {
    let figures = Figures::of(&accounts(LAYOUTS[1]));
    let key = figures.find_key("par5-6.regnskap.lonnsutgifter").unwrap();
    let trail = figures.trail(&key);
    assert_eq!(trail.figure.text(), "kr\u{a0}30\u{a0}101\u{a0}367,75");
    assert_eq!(trail.formula.as_deref(), Some("Sum av 4 arter"));
    let arts = figures_of(&trail);
    let names: Vec<String> = arts.iter().map(|art| art.figure.key.to_string()).collect();
    assert_eq!(names[0], "§5-6.2021.regnskap.lønnsutgifter.010");
    let accounts: Vec<&Trail> = arts.iter().flat_map(|art| figures_of(art)).collect();
    for account in &accounts {
        let [TrailPart::Rows { source, cells, count: 1 }] = &account.parts[..] else {
            panic!("{:?}", account.parts)
        };
        assert_eq!(source.file, LAYOUTS[1]);
        assert!(cells.len() >= 2, "{cells}");
    }
    for parts in [&arts, &accounts] {
        let sum: Decimal = parts.iter().map(|part| part.figure.value.unwrap()).sum();
        assert_eq!(Some(sum), trail.figure.value);
    }
    assert!(accounts.len() > 3);
}

#[test]
fn the_ledger_says_what_the_balances_say_and_explains_them() {
    let project = accounts(LAYOUTS[0]);
    let with_customers = imported(&project, &files(&["kunder.csv", "hovedbok-2021.csv"]));
    let figures = Figures::of(&with_customers);
    let year = figures.accounts().year(2021).unwrap();
    assert!(year.ledger_differences.is_empty(), "{:?}", year.ledger_differences);
    let [batch] = &with_customers.ledger[..] else { panic!() };
    assert!(batch.rows.len() > 1_000);
    assert!(batch.customers.contains(&"Hamar".to_owned()), "{:?}", batch.customers);
    let known: Vec<&str> =
        with_customers.customers.iter().map(|customer| customer.name.as_str()).collect();
    assert!(batch.customers.iter().all(|own| known.contains(&own.as_str())));
    // The statements are the balances', not the two together.
    let before = Figures::of(&project);
    let of =
        |figures: &Figures| figures.statement(StatementId::ByNature, 2021).unwrap().rows.clone();
    assert_eq!(of(&figures), of(&before));
}

#[test]
fn a_ledger_alone_makes_statements_of_what_it_has() {
    let project = imported(&empty_project(), &files(&["hovedbok-2021.csv"]));
    let figures = Figures::of(&project);
    let statement = figures.statement(StatementId::ByNature, 2021).unwrap();
    let amount = |column| statement.amount("overføringer-og-tilskudd-fra-andre", column);
    assert!(amount(AmountColumn::Actual).unwrap() < Decimal::from(-100_000_000));
    assert_eq!(amount(AmountColumn::RevisedBudget), None, "a ledger has no budget");
}

#[test]
fn every_row_of_balances_can_be_corrected_and_keeps_its_memory() {
    use arsmelding::project::{CellEdit, Edit};
    let project = accounts(LAYOUTS[0]);
    let column = project.rows(TableId::Balances).column("actual").unwrap();
    let cells = vec![CellEdit { row: 0, column, text: "1,00".to_owned() }];
    let edit = Edit::SetCells { table: TableId::Balances, cells };
    let (corrected, _) = project.edited(&edit, &somebody()).unwrap().unwrap();
    assert_eq!(corrected.corrections.len(), 1);
    let sheets = read(&corrected, &files(&[LAYOUTS[0]]));
    assert!(arsmelding::import::plan(&corrected, &sheets).apply(&somebody()).is_none());
}
