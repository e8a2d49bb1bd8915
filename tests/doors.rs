//! A number is the same at every door: what stands in a table is the figure that its cell names.

use arsmelding::calendar::Quarter;
use arsmelding::figures::{CustomerQuarter, Figures, TABLE_NAMES, Table, TableCell, TableRequest};
use arsmelding::number::{self, Decimal};
use arsmelding::project::Project;
use arsmelding::storage;

use crate::common::{running_sample, sample_project};

/// The number in a cell, with how many decimals it has for machines.
fn number_in(cell: &TableCell) -> Option<(Decimal, u32)> {
    match cell {
        TableCell::Count(value) | TableCell::Ordinal(value) => Some(((*value).into(), 0)),
        TableCell::Number(value, _, decimals) => Some((*value, *decimals)),
        TableCell::Percent(value, _)
        | TableCell::Change(value, _)
        | TableCell::Deviation(value, ..)
        | TableCell::Money(value, _) => Some((*value, 2)),
        _ => None,
    }
}

/// How many cells of a table name a figure; each of them must be it.
fn figures_in(table: &Table, figures: &Figures, name: &str) -> usize {
    let mut count = 0;
    for row in &table.rows {
        assert!(row.keys.is_empty() || row.keys.len() == row.cells.len(), "{name}");
        for (at, cell) in row.cells.iter().enumerate() {
            let Some(key) = row.key(at) else { continue };
            let shown = number_in(cell);
            let value = figures.value(key);
            let decimals = shown.map_or(0, |(_, decimals)| decimals);
            let rounded = |value: Decimal| number::round(value, decimals).normalize();
            assert_eq!(
                shown.map(|(number, _)| rounded(number)),
                value.map(rounded),
                "{name}, {}: {key}",
                row.cells[0].print()
            );
            count += usize::from(value.is_some());
        }
    }
    count
}

/// How many cells of all tables of a year name a figure.
fn figures_in_tables(project: &Project, year: i16) -> usize {
    let figures = Figures::of(project);
    let mut count = 0;
    for name in TABLE_NAMES {
        let request = TableRequest { name: name.to_owned(), year: Some(year), quarter: None };
        let whole = TableRequest { year: None, ..request.clone() };
        for table in [figures.table(&request).unwrap(), figures.table(&whole).unwrap()] {
            count += figures_in(&table, &figures, name);
        }
    }
    for customer in project.customers.iter().filter(|_| year == figures.report_year()) {
        for quarter in Quarter::ALL {
            let of = CustomerQuarter::of(&figures, &customer.name, quarter).unwrap();
            count += figures_in(&of.table("period").unwrap(), &figures, &customer.name);
        }
    }
    count
}

#[test]
fn every_number_of_a_table_is_the_figure_that_it_names() {
    let project = storage::read(&sample_project()).unwrap();
    assert!(figures_in_tables(&project, 2021) > 3_000);
    assert!(figures_in_tables(&project, 2020) > 1_000);
}

#[test]
fn every_number_of_a_year_that_runs_is_the_figure_that_it_names() {
    assert!(figures_in_tables(&running_sample(), 2021) > 2_000);
}
