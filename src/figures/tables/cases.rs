//! Tables of cases: quarters, changes, weeks, days, working days, incidents.

use super::columns;
use crate::calendar::{Quarter, Year, weeks_in, workdays};
use crate::figures::{Comparison, Figures, Period, RowKind, Table, TableCell};
use crate::number;
use crate::t;

/// Years ahead of the report year in the table of working days, for planning.
const YEARS_AHEAD: Year = 5;
/// The columns of the quarters, which the year sums.
const QUARTERS: [&str; 4] = ["q1", "q2", "q3", "q4"];

impl Figures {
    /// The years that the case tables show: the baseline, the year before and the report year.
    fn case_years(&self) -> Vec<Year> {
        let (first, last) = self.baseline();
        let year = self.report_year();
        let mut years: Vec<Year> = (first..=last).chain([year - 1, year]).collect();
        years.sort_unstable();
        years.dedup();
        years.retain(|year| Period::ALL.iter().any(|period| self.known(*year, *period).is_some()));
        years
    }

    /// The cases of a period: of the report year, which may still run, as far as it is known from
    /// its first day; of other years, if no day is missing.
    fn known(&self, year: Year, period: Period) -> Option<u32> {
        let span = period.span(year);
        match year == self.report_year() {
            true => self.volumes().sum(self.volumes().known_start(span)?),
            false => self.volumes().sum(span),
        }
    }

    pub(super) fn quarters_table(&self, only: Option<Year>) -> Table {
        let ids: Vec<&str> = std::iter::once("year").chain(Period::ALL.map(Period::id)).collect();
        let mut table = Table::new(t!("title-quarters"), columns(&ids));
        table.sums_columns("sum", &QUARTERS);
        let years = match only {
            Some(year) => vec![year],
            None => self.case_years(),
        };
        let report_year = self.report_year();
        for year in &years {
            let cells = Period::ALL.map(|period| TableCell::count(self.known(*year, period)));
            let kind = if *year == report_year { RowKind::Current } else { RowKind::Plain };
            table.push(kind, with_head(self.year_cell(*year), cells));
        }
        if only.is_none() {
            self.push_comparisons(&mut table);
        }
        table
    }

    /// A year at the head of a row, with its last known day while it runs.
    fn year_cell(&self, year: Year) -> TableCell {
        let running = self.comparison(year, Period::Year).filter(|compared| !compared.is_whole);
        match running {
            Some(compared) => TableCell::YearToDate(year, compared.span.last),
            None => TableCell::Ordinal(year.into()),
        }
    }

    /// The average before the report year, and the changes after it.
    fn push_comparisons(&self, table: &mut Table) {
        let year = self.report_year();
        let comparisons = Period::ALL.map(|period| self.comparison(year, period));
        let row = |value: &dyn Fn(&Comparison) -> TableCell| {
            comparisons.each_ref().map(|of| of.as_ref().map_or(TableCell::Blank, value))
        };
        let (first, last) = self.baseline();
        let baseline = format!("{first}–{last}");
        // What nothing can be compared with has no row.
        let is_blank = |cells: &[TableCell; 5]| cells.iter().all(|cell| !cell.is_number());
        let average = row(&|c| TableCell::average(c.average.map(|a| a.value()), 0));
        let is_running = comparisons.iter().flatten().any(|compared| !compared.is_whole);
        let head = match is_running {
            true => t!("row-average-to-date", years = baseline.as_str()),
            false => t!("row-average", years = baseline.as_str()),
        };
        if !is_blank(&average) {
            let at = table.rows.len().saturating_sub(1);
            let average_row = crate::figures::TableRow {
                kind: RowKind::Derived,
                cells: with_head(TableCell::Text(head), average),
                of: Vec::new(),
            };
            table.rows.insert(at, average_row);
        }
        let last_year = t!("row-change-last-year", year = (year - 1).to_string());
        let changes: [(String, [TableCell; 5]); 3] = [
            (last_year, row(&|c| TableCell::change(c.change_from_last_year()))),
            (t!("row-change-average"), row(&|c| TableCell::change(c.change_from_average()))),
            (
                t!("row-change-average-workday"),
                row(&|c| TableCell::change(c.change_from_average_per_workday())),
            ),
        ];
        for (head, cells) in changes.into_iter().filter(|(_, cells)| !is_blank(cells)) {
            table.push(RowKind::Derived, with_head(TableCell::Text(head), cells));
        }
    }

    pub(super) fn changes_table(&self, year: Year, only: Option<Quarter>) -> Table {
        let (first, last) = self.baseline();
        let before = year - 1;
        let ids = [
            "period".to_owned(),
            format!("cases_{year}"),
            format!("cases_{before}"),
            format!("avg_{first}_{last}_exact"),
            format!("avg_{first}_{last}_printed"),
            format!("divided_by_{year}_vs_{before}_pct"),
            format!("correct_change_vs_{before}_pct"),
            format!("divided_by_{year}_vs_avg_pct"),
            "correct_change_vs_avg_pct".to_owned(),
        ];
        let baseline = format!("{first}–{last}");
        let headings = [
            t!("head-period"),
            year.to_string(),
            before.to_string(),
            t!("row-average", years = baseline.as_str()),
            t!("head-average-rounded"),
            t!("head-divided-by-new", year = before.to_string()),
            t!("row-change-last-year", year = before.to_string()),
            t!("head-divided-by-new-average"),
            t!("row-change-average"),
        ];
        let columns = ids.into_iter().zip(headings).collect();
        let mut table = Table::new(t!("title-changes"), columns);
        for period in Period::ALL {
            if only.is_some_and(|quarter| period != Period::Quarter(quarter)) {
                continue;
            }
            let Some(found) = self.comparison(year, period) else { continue };
            let average = found.average.map(|average| average.value());
            let rounded = average.map(|average| number::round(average, 0));
            let cells = vec![
                TableCell::Text(period.id().to_owned()),
                TableCell::Count(found.cases.into()),
                TableCell::count(found.last_year),
                TableCell::average(average, 2),
                rounded.map_or(TableCell::Blank, |value| TableCell::Number(value, 0, 0)),
                TableCell::change(found.printed_2021_from_last_year()),
                TableCell::change(found.change_from_last_year()),
                TableCell::change(found.printed_2021_from_average()),
                TableCell::change(found.change_from_average()),
            ];
            table.push(RowKind::Plain, cells);
        }
        table
    }

    pub(super) fn weeks_table(&self, only: Option<Year>) -> Table {
        let mut table = Table::new(t!("title-weeks"), columns(&["iso_year", "iso_week", "cases"]));
        for point in &self.weekly().weeks {
            if only.is_none_or(|year| year == point.week.year) {
                let cells = vec![
                    TableCell::Ordinal(point.week.year.into()),
                    TableCell::Ordinal(point.week.week.into()),
                    TableCell::Count(point.cases.into()),
                ];
                table.push(RowKind::Plain, cells);
            }
        }
        table
    }

    pub(super) fn days_table(&self, year: Year, only: Option<Quarter>) -> Table {
        let ids = ["date", "iso_week", "weekday", "holiday", "cases", "average", "n", "min", "max"];
        let mut table = Table::new(t!("title-days"), columns(&ids));
        let quarters = Quarter::ALL.into_iter().filter(|own| only.is_none_or(|only| only == *own));
        for point in quarters.flat_map(|quarter| self.daily(year, quarter).days) {
            let of_average = |part: &dyn Fn(&crate::figures::Average) -> TableCell| {
                point.average.as_ref().map_or(TableCell::Blank, part)
            };
            let weekday = crate::words::weekday_short(point.date);
            let holiday = point.holiday.map(|holiday| t!(holiday.word_key()));
            let cells = vec![
                TableCell::Date(point.date),
                TableCell::Ordinal(crate::calendar::IsoWeek::of(point.date).week.into()),
                TableCell::Text(weekday),
                TableCell::text(holiday.as_deref().unwrap_or_default()),
                TableCell::count(point.cases),
                of_average(&|average| TableCell::average(Some(average.value()), 1)),
                point.average.map_or(TableCell::Count(0), |a| TableCell::Count(a.n.into())),
                of_average(&|average| TableCell::Count(average.min.into())),
                of_average(&|average| TableCell::Count(average.max.into())),
            ];
            table.push(RowKind::Plain, cells);
        }
        table
    }

    pub(super) fn workdays_table(&self, only: Option<Year>) -> Table {
        let ids = ["year", "q1", "q2", "q3", "q4", "sum", "iso_weeks"];
        let mut table = Table::new(t!("title-workdays"), columns(&ids));
        table.sums_columns("sum", &QUARTERS);
        let first = self.baseline().0.min(self.report_year());
        for year in first..=self.report_year().saturating_add(YEARS_AHEAD) {
            if only.is_some_and(|only| only != year) {
                continue;
            }
            let cells =
                Period::ALL.map(|period| TableCell::Count(workdays(period.span(year)).into()));
            let mut row = with_head(TableCell::Ordinal(year.into()), cells);
            row.push(TableCell::Count(weeks_in(year).into()));
            table.push(RowKind::Plain, row);
        }
        table
    }

    pub(super) fn incidents_table(&self, year: Year, only: Option<Quarter>) -> Table {
        self.incidents_of(year, |quarter| only.is_none_or(|only| only == quarter))
    }

    /// The incidents of the quarters of a year up to and with `last`.
    pub fn incidents_to_date(&self, year: Year, last: Quarter) -> Table {
        self.incidents_of(year, |quarter| quarter <= last)
    }

    fn incidents_of(&self, year: Year, is_shown: impl Fn(Quarter) -> bool) -> Table {
        let ids = ["quarter", "ab_incidents", "distinct_incidents", "cases_registered"];
        let mut table = Table::new(t!("title-incidents"), columns(&ids));
        for quarter in Quarter::ALL.into_iter().filter(|quarter| is_shown(*quarter)) {
            let period = Period::Quarter(quarter);
            let Some(cases) = self.known(year, period) else { continue };
            let found = self.incidents(quarter.span(year));
            // Where no source has priorities, there is nothing to know.
            let is_unknown = found.is_none() && self.has_unknown_priority(quarter.span(year));
            let count = |value: Option<u32>| match is_unknown {
                true => TableCell::Unknown,
                false => TableCell::count(value),
            };
            let cells = vec![
                TableCell::Ordinal(quarter.number().into()),
                count(found.map(|found| found.cases)),
                count(found.and_then(|found| found.distinct)),
                TableCell::Count(cases.into()),
            ];
            table.push(RowKind::Plain, cells);
        }
        table
    }
}

fn with_head(head: TableCell, cells: [TableCell; 5]) -> Vec<TableCell> {
    std::iter::once(head).chain(cells).collect()
}
