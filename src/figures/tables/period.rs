//! A quarter or a year beside the same days of the years before it.

use rust_decimal::Decimal;

use super::columns;
use crate::calendar::{Quarter, Year, workdays};
use crate::figures::{
    CaseMeasure, Comparison, Figures, Key, Period, Reference, RowKind, Table, TableCell, Volumes,
};
use crate::t;

impl Figures {
    /// The cases of a quarter, or of the year, and the same days of the years that it is
    /// compared with; while it runs, to date.
    pub(super) fn period_table(&self, year: Year, quarter: Option<Quarter>) -> Table {
        let period = quarter.map_or(Period::Year, Period::Quarter);
        let title = self.period_title(period);
        period_table((None, self.volumes()), self.baseline(), year, period, &title)
    }

    fn period_title(&self, period: Period) -> String {
        t!("title-period", period = t!(period.word_key()))
    }
}

/// The same table of all cases, or of a customer's: a row a year, the average of the baseline's years of which all
/// the days are known, and the changes from them.
pub(super) fn period_table(
    (customer, volumes): (Option<&str>, &Volumes),
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
    let key = |year, measure| Some(Key::cases_of(customer, year, period, measure));
    // While the period runs, there is no figure of the same days of another year.
    let keys_of_year = |of: Year| {
        let is_figure = compared.is_whole || of == year;
        let days = compared.is_whole.then_some(Key::Workdays(of, period));
        let [cases, per_workday] =
            [CaseMeasure::Count, CaseMeasure::PerWorkday].map(|measure| key(of, measure));
        [None, cases.filter(|_| is_figure), days, per_workday.filter(|_| is_figure)]
    };
    let mut years: Vec<Year> = (baseline.0..=baseline.1).chain([year - 1]).collect();
    years.sort_unstable();
    years.dedup();
    for earlier in years.into_iter().filter(|earlier| *earlier != year) {
        let Some(cases) = compared.same_days(volumes, earlier) else { continue };
        let days = workdays(compared.span_in(earlier));
        push_year(&mut table, RowKind::Plain, earlier, (cases, days));
        table.names(keys_of_year(earlier));
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
        let keys = [CaseMeasure::Average, CaseMeasure::AveragePerWorkday];
        let [average, per_workday] = keys.map(|measure| key(year, measure));
        table.names([None, average, None, per_workday]);
    }
    push_year(&mut table, RowKind::Current, year, (compared.cases, compared.workdays));
    table.names(keys_of_year(year));
    let mut change = |head: String, reference, cases: Option<Decimal>, per_workday| {
        if cases.is_some() {
            let (cases, per_workday) = (TableCell::change(cases), TableCell::change(per_workday));
            let cells = vec![TableCell::Text(head), cases, TableCell::Blank, per_workday];
            table.push(RowKind::Derived, cells);
            let keys = [CaseMeasure::Change(reference), CaseMeasure::ChangePerWorkday(reference)];
            let [cases, per_workday] = keys.map(|measure| key(year, measure));
            table.names([None, cases, None, per_workday]);
        }
    };
    change(
        t!("row-change-last-year", year = (year - 1).to_string()),
        Reference::LastYear,
        compared.change_from_last_year(),
        compared.change_from_last_year_per_workday(),
    );
    change(
        t!("row-change-average"),
        Reference::Average,
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
