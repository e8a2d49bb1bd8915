//! The report on a quarter, and the reports to the customers.

use std::sync::Arc;

use arsmelding::calendar::{Quarter, Span};
use arsmelding::figures::{CustomerQuarter, Figures, TableCell, TableRow};
use arsmelding::number::{Decimal, round};
use arsmelding::project::{Agreement, Project};
use arsmelding::report::{
    self, Block, Report, customer_report, customer_reports, plain_text, quarterly,
};
use jiff::civil::date;

use super::{DAY, annual, headings, sample};
use crate::common::empty_project;

fn quarter(project: &Project, quarter: Quarter) -> Report {
    let (report, issues) = quarterly(&Figures::of(project), quarter, DAY).unwrap();
    assert!(issues.is_empty(), "{issues:?}");
    report
}

fn customer(project: &Project, name: &str, quarter: Quarter) -> Report {
    let figures = Figures::of(project);
    let of = CustomerQuarter::of(&figures, name, quarter).unwrap();
    let (report, issues) = customer_report(&of, DAY).unwrap();
    assert!(issues.is_empty(), "{issues:?}");
    report
}

/// The rows of the report's table with that anchor, as printed.
fn rows(report: &Report, anchor: &str) -> Vec<Vec<String>> {
    let tables = report.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.anchor == anchor => Some(&table.table),
        _ => None,
    });
    let table = tables.into_iter().next().unwrap_or_else(|| panic!("no table {anchor}"));
    table.rows.iter().map(|row| row.cells.iter().map(TableCell::print).collect()).collect()
}

fn row(report: &Report, anchor: &str, head: &str) -> Vec<String> {
    let rows = rows(report, anchor);
    let found = rows.iter().find(|row| row[0] == head);
    found.unwrap_or_else(|| panic!("{head} is not in {rows:?}")).clone()
}

#[test]
fn a_quarters_report_holds_the_quarters_numbers() {
    let report = quarter(&sample(), Quarter::Second);
    assert_eq!(report.title, "Kvartalsrapport 2.\u{a0}kvartal 2021");
    assert_eq!(row(&report, "period", "2021")[1..], ["9\u{a0}086", "59", "154,0"]);
    assert_eq!(row(&report, "period", "Endring fra 2020")[1], "+6,78\u{a0}%");
    // What comes later in the year is not told, though it is known by now.
    let quarters: Vec<String> =
        rows(&report, "incidents").into_iter().map(|r| r[0].clone()).collect();
    assert_eq!(quarters, ["1", "2"]);
    let text = plain_text(&report);
    assert!(text.contains("15.06\u{a0} ") && !text.contains("25.08"), "{text}");
    assert!(!text.contains("36\u{a0}226"));
    let charts: Vec<&str> = report
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Chart(chart) => Some(chart.anchor.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(charts, ["q2"]);
    assert!(text.contains("Rammeavtale nettverksutstyr") && !text.contains("Lisensforvaltning"));
}

#[test]
fn a_quarters_report_shows_the_text_of_the_annual_report() {
    let project = sample();
    let (own, year) = (quarter(&project, Quarter::Third), annual(&project));
    let paragraphs = |report: &Report| -> Vec<String> {
        let words = plain_text(report);
        words.lines().filter(|line| line.contains("Skolestarten")).map(str::to_owned).collect()
    };
    assert_eq!(paragraphs(&own).len(), 1);
    assert_eq!(paragraphs(&own), paragraphs(&year));
    assert!(plain_text(&own).contains("Anskaffelse av ny nettavtale er i gang."));
}

#[test]
fn goals_of_a_quarter_are_those_so_far() {
    let project = sample();
    let (half, whole) = (quarter(&project, Quarter::Second), quarter(&project, Quarter::Fourth));
    let calls = "Besvart innen 1 minutt";
    assert_eq!(row(&half, "goals", calls)[2], "57,70\u{a0}%");
    // At the year's end they are the annual report's.
    assert_eq!(row(&whole, "goals", calls), row(&annual(&project), "goals", calls));
    assert_ne!(row(&half, "goals", calls), row(&whole, "goals", calls));
}

#[test]
fn while_the_quarter_runs_its_report_is_to_date() {
    let mut project = sample();
    // The export was made on 16 August.
    let last = date(2021, 8, 15);
    for source in Arc::make_mut(&mut project.sources) {
        if let Some(period) = source.period.filter(|period| period.contains(last)) {
            source.period = Some(Span::new(period.first, last));
        }
    }
    for batch in Arc::make_mut(&mut project.cases) {
        let rows = batch.rows.iter().filter(|case| case.registered.day() <= last).cloned();
        batch.rows = Arc::new(rows.collect());
    }
    let (report, _) = quarterly(&Figures::of(&project), Quarter::Third, DAY).unwrap();
    let caption = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.anchor == "period" => Some(table.caption.clone()),
        _ => None,
    });
    assert_eq!(caption.as_deref(), Some("Saker i 3. kvartal til og med 15.08.2021"));
    // The same days of the year before, not its whole quarter.
    let figures = Figures::of(&project);
    let days = Span::new(date(2020, 7, 1), date(2020, 8, 15));
    let same = figures.volumes().sum(days).unwrap();
    assert_eq!(row(&report, "period", "2020")[1], arsmelding::number::count(same.into()));
}

#[test]
fn a_customers_cases_are_held_against_its_own_years_only() {
    let project = sample();
    let hamar = customer(&project, "Hamar", Quarter::Second);
    let years: Vec<String> = rows(&hamar, "period").into_iter().map(|row| row[0].clone()).collect();
    // Of 2015 only counts of all customers together are known.
    assert_eq!(
        years[..7],
        ["2016", "2017", "2018", "2019", "2020", "Snitt 2016–2020", "2021"],
        "{years:?}"
    );
    let count = |text: &str| text.replace('\u{a0}', "").parse::<u32>().unwrap();
    let cases: Vec<u32> = rows(&hamar, "period")[..5].iter().map(|row| count(&row[1])).collect();
    let average =
        arsmelding::number::round(Decimal::from(cases.iter().sum::<u32>()) / Decimal::from(5), 0);
    assert_eq!(Decimal::from(count(&row(&hamar, "period", "Snitt 2016–2020")[1])), average);
    // Sør-Odal came in 2018.
    let late = customer(&project, "Sør-Odal", Quarter::Second);
    assert_eq!(rows(&late, "period")[0][0], "2018");
    assert!(rows(&late, "period").iter().any(|row| row[0] == "Snitt 2018–2020"));
    // Every case has a priority and a category.
    let own = row(&hamar, "period", "2021")[1].clone();
    for table in ["priorities", "categories"] {
        let rows = rows(&hamar, table);
        let (sum, parts) = rows.split_last().unwrap();
        assert_eq!(sum[1], own, "{table}");
        assert_eq!(parts.iter().map(|row| count(&row[1])).sum::<u32>(), count(&own), "{table}");
    }
}

#[test]
fn what_a_customer_had_in_earlier_years_only_is_part_of_its_average() {
    let mut project = sample();
    let days = Quarter::Second.span(2021);
    for batch in Arc::make_mut(&mut project.cases) {
        let mut rows = batch.rows.to_vec();
        // All of the quarter's cases are of one category.
        let of_quarter = |day| days.contains(day);
        let first = rows.iter().find(|case| of_quarter(case.registered.day())).cloned();
        for case in rows.iter_mut().filter(|case| of_quarter(case.registered.day())) {
            case.category = first.as_ref().unwrap().category;
        }
        batch.rows = Arc::new(rows);
    }
    let report = customer(&project, "Hamar", Quarter::Second);
    let table = report.blocks.iter().find_map(|block| match block {
        Block::Table(own) if own.anchor == "categories" => Some(&own.table),
        _ => None,
    });
    let table = table.unwrap();
    let (sum, parts) = table.rows.split_last().unwrap();
    let average = |row: &TableRow| match row.cells[3] {
        TableCell::Number(average, ..) => average,
        ref other => panic!("{other:?}"),
    };
    assert!(parts.iter().filter(|row| row.cells[1] == TableCell::Count(0)).count() > 3);
    let total: Decimal = parts.iter().map(average).sum();
    assert_eq!(round(total, 6), round(average(sum), 6));
    assert_eq!(sum.of, (0..parts.len()).collect::<Vec<_>>());
}

#[test]
fn the_customers_cases_together_are_the_companys() {
    let project = sample();
    let figures = Figures::of(&project);
    let reports = customer_reports(&figures, Quarter::Second);
    let cases: u32 = reports.iter().map(|of| of.comparison().unwrap().cases).sum();
    assert_eq!(cases, 9_086);
}

#[test]
fn a_customers_uptake_is_what_the_ledger_charged_it() {
    let project = sample();
    let figures = Figures::of(&project);
    for name in project.customers.iter().map(|customer| customer.name.as_str()) {
        let in_ledger: Decimal = project
            .ledger
            .iter()
            .flat_map(|batch| batch.rows.iter().map(move |row| (batch, row)))
            .filter(|(batch, row)| {
                row.customer.is_some_and(|at| batch.customers[at as usize] == name)
            })
            .map(|(_, row)| -row.amount)
            .sum();
        let quarters = Quarter::ALL
            .map(|quarter| CustomerQuarter::of(&figures, name, quarter).unwrap().uptake());
        let charged: Decimal = quarters.iter().flatten().map(|art| art.quarter).sum();
        let to_date: Decimal = quarters[3].iter().map(|art| art.to_date).sum();
        assert!(in_ledger > Decimal::ZERO, "{name}");
        assert_eq!((charged, to_date), (in_ledger, in_ledger), "{name}");
    }
}

#[test]
fn a_customer_reads_of_what_touched_it_and_of_what_is_agreed_for_it() {
    let project = sample();
    let hamar = plain_text(&customer(&project, "Hamar kommune", Quarter::First));
    assert!(hamar.contains("11.03\u{a0} ") && hamar.contains("Drift av legevakt"), "{hamar}");
    let grue = plain_text(&customer(&project, "Grue", Quarter::First));
    assert!(!grue.contains("11.03\u{a0} ") && !grue.contains("Drift av legevakt"), "{grue}");
    // An agreement without customers is made for all.
    let second = plain_text(&customer(&project, "Grue", Quarter::Second));
    assert!(second.contains("Rammeavtale nettverksutstyr"), "{second}");
    let none = Project { events: Arc::default(), ..project };
    let none = plain_text(&customer(&none, "Grue", Quarter::First));
    assert!(none.contains("Ingen av de viktige hendelsene i kvartalet berørte dere."));
}

#[test]
fn what_cannot_be_reported_on_says_why() {
    let figures = Figures::of(&empty_project());
    let refused = quarterly(&figures, Quarter::First, DAY).unwrap_err().to_string();
    assert!(refused.contains("ingen saker for 1.\u{a0}kvartal 2021"), "{refused}");
    assert!(CustomerQuarter::of(&figures, "Hamar", Quarter::First).is_none());
    assert!(customer_reports(&figures, Quarter::First).is_empty());
    let mut project = sample();
    Arc::make_mut(&mut project.settings).report_year = 2025;
    let figures = Figures::of(&project);
    let hamar = CustomerQuarter::of(&figures, "Hamar", Quarter::First).unwrap();
    let refused = customer_report(&hamar, DAY).unwrap_err().to_string();
    assert!(refused.contains("verken saker eller uttak for Hamar"), "{refused}");
}

#[test]
fn a_customer_with_a_long_name_and_many_agreements_still_gets_a_report() {
    let long = "Interkommunalt velferdsteknologisk samarbeidsprosjekt for Innlandet og omegn 2021";
    let mut project = sample();
    Arc::make_mut(&mut project.customers)[0].name = long.to_owned();
    let agreements = (1..=30).map(|day: i8| Agreement {
        agreement: format!("Avtale {day} om {long}"),
        supplier: long.to_owned(),
        date: Some(date(2021, 6, day)),
        ..Agreement::default()
    });
    project.agreements = Arc::new(agreements.collect());
    let report = customer(&project, long, Quarter::Second);
    assert_eq!(rows(&report, "agreements").len(), 30);
    assert!(headings(&report).contains(&(1, "Nye avtaler")));
    let files = report::documents(&mut report::PdfWriter::new(), &report, "kunde").unwrap();
    assert_eq!(
        files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(),
        ["kunde.pdf", "kunde.docx", "kunde.xlsx"]
    );
}
