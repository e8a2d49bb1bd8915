//! Tables of cases: quarters, changes, weeks, days, working days, incidents.

use super::{columns, years_text};
use crate::calendar::{Quarter, Year, weeks_in, workdays};
use crate::figures::{
    CaseMeasure, Comparison, Figures, Key, Period, Reference, RowKind, Table, TableCell, TableRow,
    Volumes,
};
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
        years
    }

    /// The cases of a period: of the report year, which may still run, as far as it is known from
    /// its first day; of other years, if no day is missing.
    fn known(&self, volumes: &Volumes, year: Year, period: Period) -> Option<u32> {
        let span = period.span(year);
        match year == self.report_year() {
            true => volumes.sum(volumes.known_start(span)?),
            false => volumes.sum(span),
        }
    }

    pub(super) fn quarters_table(&self, only: Option<Year>) -> Table {
        let year = self.report_year();
        let comparisons = Period::COLUMNS.map(|period| self.comparison(year, period));
        let mut table = self.quarters_of(self.volumes(), &comparisons, only);
        // Who prints it does not tell which years nobody has imported.
        let has_number = |row: &TableRow| row.cells.iter().skip(1).any(TableCell::is_number);
        table.rows.retain(|row| only.is_some() || has_number(row));
        table
    }

    /// The cases of the quarters and years of the baseline in `volumes`, which may be a part of all cases;
    /// `comparisons` are its periods of the report year, where they are known.
    pub fn quarters_of(
        &self,
        volumes: &Volumes,
        comparisons: &[Option<Comparison>; 5],
        only: Option<Year>,
    ) -> Table {
        let ids: Vec<&str> =
            std::iter::once("year").chain(Period::COLUMNS.map(Period::id)).collect();
        let mut table = Table::new(t!("title-quarters"), columns(&ids));
        table.sums_columns("sum", &QUARTERS);
        let years = match only {
            Some(year) => vec![year],
            None => self.case_years(),
        };
        let report_year = self.report_year();
        for year in &years {
            let cells =
                Period::COLUMNS.map(|period| TableCell::count(self.known(volumes, *year, period)));
            let kind = if *year == report_year { RowKind::Current } else { RowKind::Plain };
            table.push(kind, with_head(year_cell(*year, report_year, comparisons), cells));
            table.names(case_keys(*year, CaseMeasure::Count));
        }
        if only.is_none() {
            self.push_comparisons(&mut table, comparisons);
        }
        table
    }

    /// The average before the report year, and the changes after it.
    fn push_comparisons(&self, table: &mut Table, comparisons: &[Option<Comparison>; 5]) {
        let year = self.report_year();
        let row = |value: &dyn Fn(&Comparison) -> TableCell| {
            comparisons.each_ref().map(|of| of.as_ref().map_or(TableCell::Blank, value))
        };
        let average = row(&|c| TableCell::average(c.average.map(|a| a.value()), 0));
        let last_year = t!("row-change-last-year", year = (year - 1).to_string());
        let rows: [(String, CaseMeasure, [TableCell; 5]); 4] = [
            (self.average_head(comparisons), CaseMeasure::Average, average),
            (
                last_year,
                CaseMeasure::Change(Reference::LastYear),
                row(&|c| TableCell::change(c.change_from_last_year())),
            ),
            (
                t!("row-change-average"),
                CaseMeasure::Change(Reference::Average),
                row(&|c| TableCell::change(c.change_from_average())),
            ),
            (
                t!("row-change-average-workday"),
                CaseMeasure::ChangePerWorkday(Reference::Average),
                row(&|c| TableCell::change(c.change_from_average_per_workday())),
            ),
        ];
        for (head, measure, cells) in rows {
            // What nothing can be compared with has no row.
            if cells.iter().all(|cell| !cell.is_number()) {
                continue;
            }
            table.push(RowKind::Derived, with_head(TableCell::Text(head), cells));
            table.names(case_keys(year, measure));
            if measure == CaseMeasure::Average {
                // It stands above the report year.
                let last = table.rows.len() - 1;
                table.rows.swap(last.saturating_sub(1), last);
            }
        }
    }

    /// What the row of averages is called: of the same days while the year runs; of how many years,
    /// where some of the baseline are not known.
    fn average_head(&self, comparisons: &[Option<Comparison>; 5]) -> String {
        let (first, last) = self.baseline();
        let years = years_text(&(first..=last).collect::<Vec<Year>>());
        let all = (first..=last).filter(|year| *year != self.report_year()).count();
        let whole_year =
            comparisons.iter().flatten().find(|compared| compared.period == Period::Year);
        let known = whole_year.and_then(|whole| whole.average).map(|average| average.n);
        let is_running = comparisons.iter().flatten().any(|compared| !compared.is_whole);
        match known {
            _ if is_running => t!("row-average-to-date", years = years),
            Some(n) if usize::try_from(n).is_ok_and(|n| n < all) => {
                t!("row-average-fewer", count = n, years = years)
            }
            _ => t!("row-average", years = years),
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
        for period in Period::COLUMNS {
            if only.is_some_and(|quarter| period != Period::Quarter(quarter)) {
                continue;
            }
            let Some(comparison) = self.comparison(year, period) else { continue };
            let average = comparison.average.map(|average| average.value());
            let rounded = average.map(|average| number::round(average, 0));
            let cells = vec![
                TableCell::Text(period.id().to_owned()),
                TableCell::Count(comparison.cases.into()),
                TableCell::count(comparison.last_year),
                TableCell::average(average, 2),
                rounded.map_or(TableCell::Blank, |value| TableCell::Number(value, 0, 0)),
                TableCell::change(comparison.printed_2021_from_last_year()),
                TableCell::change(comparison.change_from_last_year()),
                TableCell::change(comparison.printed_2021_from_average()),
                TableCell::change(comparison.change_from_average()),
            ];
            table.push(RowKind::Plain, cells);
            let key = |year, measure| Some(Key::Cases(year, period, measure));
            let last_year = key(before, CaseMeasure::Count).filter(|_| comparison.is_whole);
            table.names([
                None,
                key(year, CaseMeasure::Count),
                last_year,
                key(year, CaseMeasure::Average),
                None,
                None,
                key(year, CaseMeasure::Change(Reference::LastYear)),
                None,
                key(year, CaseMeasure::Change(Reference::Average)),
            ]);
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
                table.names([None, None, Some(Key::Week(point.week))]);
            }
        }
        table
    }

    pub(super) fn days_table(&self, year: Year, only: Option<Quarter>) -> Table {
        let ids = ["date", "iso_week", "weekday", "holiday", "cases", "average", "n", "min", "max"];
        let mut table = Table::new(t!("title-days"), columns(&ids));
        let quarters =
            Quarter::ALL.into_iter().filter(|quarter| only.is_none_or(|only| only == *quarter));
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
            let (cases, average) = (Key::Day(point.date), Key::DayAverage(point.date));
            table.names([None, None, None, None, Some(cases), Some(average)]);
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
                Period::COLUMNS.map(|period| TableCell::Count(workdays(period.span(year)).into()));
            let mut row = with_head(TableCell::Ordinal(year.into()), cells);
            row.push(TableCell::Count(weeks_in(year).into()));
            table.push(RowKind::Plain, row);
            let keys = Period::COLUMNS.map(|period| Some(Key::Workdays(year, period)));
            table.names(std::iter::once(None).chain(keys));
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
            let Some(cases) = self.known(self.volumes(), year, period) else { continue };
            let incidents = self.incidents(quarter.span(year));
            // Where no source has priorities, there is nothing to know.
            let is_unknown = incidents.is_none() && self.has_unknown_priority(quarter.span(year));
            let count = |value: Option<u32>| match is_unknown {
                true => TableCell::Unknown,
                false => TableCell::count(value),
            };
            let cells = vec![
                TableCell::Ordinal(quarter.number().into()),
                count(incidents.map(|incidents| incidents.cases)),
                count(incidents.and_then(|incidents| incidents.distinct)),
                TableCell::Count(cases.into()),
            ];
            table.push(RowKind::Plain, cells);
            table.names([
                None,
                Some(Key::Incidents(year, period)),
                Some(Key::DistinctIncidents(year, period)),
                Some(Key::Cases(year, period, CaseMeasure::Count)),
            ]);
        }
        table
    }
}

/// A year at the head of a row, with its last known day while it runs.
fn year_cell(year: Year, report_year: Year, comparisons: &[Option<Comparison>; 5]) -> TableCell {
    let whole_year = comparisons.iter().flatten().find(|compared| compared.period == Period::Year);
    match whole_year.filter(|compared| year == report_year && !compared.is_whole) {
        Some(compared) => TableCell::YearToDate(year, compared.span.last),
        None => TableCell::Ordinal(year.into()),
    }
}

/// What is said of the cases of each period, behind the head of a row.
fn case_keys(year: Year, measure: CaseMeasure) -> impl Iterator<Item = Option<Key>> {
    let keys = Period::COLUMNS.map(|period| Some(Key::Cases(year, period, measure)));
    std::iter::once(None).chain(keys)
}

fn with_head(head: TableCell, cells: [TableCell; 5]) -> Vec<TableCell> {
    std::iter::once(head).chain(cells).collect()
}
