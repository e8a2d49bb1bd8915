//! The tables of one customer's quarter.

use rust_decimal::Decimal;

use super::columns;
use super::period::{period_table, years_text};
use super::registers::agreements_table;
use crate::calendar::{Span, Year};
use crate::figures::{
    ArtUptake, Comparison, CustomerQuarter, Dimension, Period, RowKind, Share, Table, TableCell,
    breakdown,
};
use crate::number::change_percent;
use crate::project::{Presentation, ShownUnit};
use crate::t;

impl CustomerQuarter<'_> {
    /// The customer's table of that name; `None` where there is none.
    pub fn table(&self, name: &str) -> Option<Table> {
        Some(match name {
            "period" => self.period_table(),
            "priorities" => self.breakdown_table(Dimension::Priority),
            "categories" => self.breakdown_table(Dimension::Category),
            "uptake" => self.uptake_table(),
            "agreements" => agreements_table(&self.agreements()),
            _ => return None,
        })
    }

    fn period_table(&self) -> Table {
        let period = Period::Quarter(self.quarter);
        let title = t!(
            "title-customer-period",
            customer = self.customer().name.as_str(),
            period = t!(period.word_key())
        );
        let (figures, year) = (self.figures, self.figures.report_year());
        let customer = Some(self.customer().name.as_str());
        period_table((customer, self.volumes), figures.baseline(), year, period, &title)
    }

    /// The quarter's cases by priority or category, each against the average of the same days in
    /// the customer's own years.
    fn breakdown_table(&self, dimension: Dimension) -> Table {
        let word = t!(dimension.word_key());
        let title = t!("title-customer-breakdown", dimension = word.to_lowercase());
        let years = self.average_years();
        let mut table = Table::new(title, breakdown_columns(dimension, word, &years));
        let Some(compared) = self.comparison() else { return table };
        let project = self.figures.project();
        let shares = |span: Span| breakdown(project, &self.filter, span, dimension);
        let earlier: Vec<Vec<Share>> =
            years.iter().map(|year| shares(compared.span_in(*year))).collect();
        let mut current = shares(compared.span);
        // A word with cases in earlier years only is shown too, since it is part of their average.
        for word in earlier.iter().flatten().map(|share| &share.word) {
            if current.iter().all(|share| share.word != *word) {
                current.push(Share { word: word.clone(), cases: 0 });
            }
        }
        if dimension == Dimension::Priority {
            current.sort_by(|a, b| a.word.cmp(&b.word));
        }
        for share in &current {
            table.push(RowKind::Plain, breakdown_cells(share, &compared, &earlier));
        }
        let average = compared.average.map(|average| average.value());
        table.push(
            RowKind::Sum,
            vec![
                TableCell::Text(t!("row-sum")),
                TableCell::Count(compared.cases.into()),
                percent_of(compared.cases, &compared),
                TableCell::average(average, 1),
                TableCell::change(compared.change_from_average()),
            ],
        );
        table.sums((0..current.len()).collect());
        table
    }

    fn uptake_table(&self) -> Table {
        let mut table =
            Table::new(t!("title-uptake"), columns(&["art", "art_name", "uptake", "to_date"]));
        let arts = self.uptake();
        let whole = Presentation { unit: ShownUnit::Kroner, ..Presentation::default() };
        let kroner = |amount: Decimal| TableCell::Money(amount, whole);
        for uptake in &arts {
            let (art, name) = (TableCell::text(&uptake.art), TableCell::text(&uptake.name));
            let cells = vec![art, name, kroner(uptake.quarter), kroner(uptake.to_date)];
            table.push(RowKind::Plain, cells);
        }
        if !arts.is_empty() {
            let sum = |amount: fn(&ArtUptake) -> Decimal| {
                arts.iter().map(amount).fold(Decimal::ZERO, Decimal::saturating_add)
            };
            let (quarter, to_date) = (sum(|uptake| uptake.quarter), sum(|uptake| uptake.to_date));
            let (blank, head) = (TableCell::Blank, TableCell::Text(t!("row-sum")));
            table.push(RowKind::Sum, vec![blank, head, kroner(quarter), kroner(to_date)]);
            table.sums((0..arts.len()).collect());
        }
        table
    }
}

/// The columns. The heading of the average names its years.
fn breakdown_columns(dimension: Dimension, word: String, years: &[Year]) -> Vec<(String, String)> {
    let id = match dimension {
        Dimension::Priority => "priority",
        _ => "category",
    };
    let mut columns = columns(&["cases", "share", "average", "change"]);
    if !years.is_empty() {
        columns[2].1 = t!("row-average", years = years_text(years));
    }
    columns.insert(0, (id.to_owned(), word));
    columns
}

fn breakdown_cells(share: &Share, compared: &Comparison, earlier: &[Vec<Share>]) -> Vec<TableCell> {
    let same = |year: &Vec<Share>| {
        let known = year.iter().find(|other| other.word == share.word);
        known.map_or(0, |known| known.cases)
    };
    let sum: u32 = earlier.iter().map(same).sum();
    let average = Decimal::from(sum).checked_div(Decimal::from(earlier.len()));
    let change = average.and_then(|average| change_percent(share.cases.into(), average));
    vec![
        TableCell::Text(share.word.clone().unwrap_or_else(|| t!("row-blank"))),
        TableCell::Count(share.cases.into()),
        percent_of(share.cases, compared),
        TableCell::average(average, 1),
        TableCell::change(change),
    ]
}

fn percent_of(cases: u32, compared: &Comparison) -> TableCell {
    let percent = (Decimal::from(cases) * Decimal::ONE_HUNDRED).checked_div(compared.cases.into());
    percent.map_or(TableCell::Blank, |percent| TableCell::Percent(percent, 1))
}
