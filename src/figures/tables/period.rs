//! A quarter or a year beside the same days of the years before it.

use rust_decimal::Decimal;

use super::columns;
use crate::calendar::{Quarter, Year, workdays};
use crate::figures::{Comparison, Figures, Period, RowKind, Table, TableCell, Volumes};
use crate::t;

impl Figures {
    /// The cases of a quarter, or of the year, and the same days of the years that it is
    /// compared with; while it runs, to date.
    pub(super) fn period_table(&self, year: Year, quarter: Option<Quarter>) -> Table {
        let period = quarter.map_or(Period::Year, Period::Quarter);
        period_table(self.volumes(), self.baseline(), year, period, &self.period_title(period))
    }

    fn period_title(&self, period: Period) -> String {
        t!("title-period", period = t!(period.word_key()))
    }
}

/// The same table of any cases: a row a year, the average of the baseline's years of which all
/// the days are known, and the changes from them.
pub(super) fn period_table(
    volumes: &Volumes,
    baseline: (Year, Year),
    year: Year,
    period: Period,
    title: &str,
) -> Table {
    let ids = ["year", "cases", "workdays", "per_workday"];
    let Some(compared) = Comparison::of(volumes, period, year, baseline) else {
        return Table::new(title.to_owned(), columns(&ids));
    };
    let title = match compared.is_whole {
        true => title.to_owned(),
        false => {
            let day = compared.span.last.strftime("%d.%m.%Y").to_string();
            t!("title-period-to-date", title = title, day = day)
        }
    };
    let mut table = Table::new(title, columns(&ids));
    let mut years: Vec<Year> = (baseline.0..=baseline.1).chain([year - 1]).collect();
    years.sort_unstable();
    years.dedup();
    for earlier in years.into_iter().filter(|earlier| *earlier != year) {
        let Some(cases) = compared.same_days(volumes, earlier) else { continue };
        let days = workdays(compared.span_in(earlier));
        push_year(&mut table, RowKind::Plain, earlier, (cases, days));
    }
    if let Some(average) = compared.average {
        let years = years_text(&compared.average_years(volumes, baseline));
        let days = Decimal::from(compared.workdays_average_sum).checked_div(average.n.into());
        table.push(
            RowKind::Derived,
            vec![
                TableCell::Text(t!("row-average", years = years)),
                TableCell::average(Some(average.value()), 0),
                TableCell::average(days, 1),
                TableCell::average(compared.average_per_workday(), 1),
            ],
        );
    }
    push_year(&mut table, RowKind::Current, year, (compared.cases, compared.workdays));
    let mut change = |head: String, cases: Option<Decimal>, per_workday: Option<Decimal>| {
        if cases.is_some() {
            let (cases, per_workday) = (TableCell::change(cases), TableCell::change(per_workday));
            let cells = vec![TableCell::Text(head), cases, TableCell::Blank, per_workday];
            table.push(RowKind::Derived, cells);
        }
    };
    change(
        t!("row-change-last-year", year = (year - 1).to_string()),
        compared.change_from_last_year(),
        compared.change_from_last_year_per_workday(),
    );
    change(
        t!("row-change-average"),
        compared.change_from_average(),
        compared.change_from_average_per_workday(),
    );
    table
}

fn push_year(table: &mut Table, kind: RowKind, year: Year, (cases, days): (u32, u32)) {
    let per_workday = Decimal::from(cases).checked_div(days.into());
    let cells = vec![
        TableCell::Ordinal(year.into()),
        TableCell::Count(cases.into()),
        TableCell::Count(days.into()),
        TableCell::average(per_workday, 1),
    ];
    table.push(kind, cells);
}

/// "2015–2020"; years that do not follow each other are all named.
pub fn years_text(years: &[Year]) -> String {
    match years {
        [first, .., last] if years.is_sorted_by(|a, b| a + 1 == *b) => format!("{first}–{last}"),
        _ => years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    }
}
