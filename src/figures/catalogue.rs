//! The catalogue: every figure that there is, by key.

use rust_decimal::Decimal;

use super::breakdown::cases_sharing;
use super::figure::period_text;
use super::key::{CaseMeasure, Reference, SickMeasure};
use super::{Comparison, Figure, Figures, Key, Period, Unit, goal_name};
use crate::calendar::{IsoWeek, Year, workdays};
use crate::project::{Cell, CellAt, GenderCount, SickGroup, TableId};
use crate::t;

/// Tables whose numbers are figures of their own. The long lists (calls, deliveries, new users)
/// are told of by the goals that they are counted into.
const FIGURE_TABLES: [TableId; 5] =
    [TableId::Staff, TableId::Gender, TableId::Turnover, TableId::SickLeaveYears, TableId::Uptime];

impl Figures {
    /// The names of all figures, the report year's first.
    pub fn keys(&self) -> Vec<Key> {
        let mut keys = self.yearly_keys();
        keys.extend(self.goals().iter().filter_map(|goal| self.goal_key(goal.row)));
        keys.extend(self.account_keys().into_iter().map(Key::Accounts));
        let groups = 0..self.project.gender.len();
        keys.extend(groups.map(|row| self.women_share_key(row)));
        for table in FIGURE_TABLES {
            let rows = self.project.rows(table);
            for row in 0..rows.len() {
                let numbers = rows.columns().iter().filter(|column| column.kind.is_number());
                keys.extend(numbers.map(|column| Key::Cell {
                    table,
                    row: rows.key(row),
                    column: column.id,
                }));
            }
        }
        for point in &self.weekly().weeks {
            keys.extend([Key::Week(point.week), Key::WeekAverage(point.week)]);
        }
        let days = self.volumes().span().into_iter().flat_map(|span| span.days());
        for day in days {
            keys.extend([Key::Day(day), Key::DayAverage(day)]);
        }
        keys
    }

    fn yearly_keys(&self) -> Vec<Key> {
        let settings = &self.project.settings;
        let report_year = settings.report_year;
        let others = (settings.baseline_first..=settings.baseline_last).rev();
        let years = std::iter::once(report_year).chain(others.filter(|year| *year != report_year));
        years.flat_map(Self::keys_of_year).collect()
    }

    /// The names of the figures that every year has, whether anything is known of it or not.
    pub(super) fn keys_of_year(year: Year) -> Vec<Key> {
        let mut keys = Vec::new();
        for period in Period::ALL {
            keys.extend(CASE_MEASURES.map(|measure| Key::Cases(year, period, measure)));
            keys.push(Key::Workdays(year, period));
            keys.extend([Key::Incidents(year, period), Key::DistinctIncidents(year, period)]);
        }
        keys.extend((1..=2).map(|half| Key::HalfYear(year, half)));
        keys.extend((1..=12).map(|month| Key::Month(year, month)));
        keys.extend([Key::CasesPerFte(year), Key::Turnover(year)]);
        for group in [Some(SickGroup::Women), Some(SickGroup::Men), None] {
            keys.extend(SICK_MEASURES.map(|measure| Key::SickLeave(year, group, measure)));
        }
        keys
    }

    /// All figures that have a value, the report year's first.
    pub fn all(&self) -> Vec<Figure> {
        let known = self.keys().into_iter().map(|key| self.figure(&key));
        known.filter(|figure| figure.value.is_some()).collect()
    }

    /// The key that `text` names, relative to the report year.
    pub fn find_key(&self, text: &str) -> Option<Key> {
        Key::find(text, self.project.settings.report_year, self.keys().into_iter())
    }

    /// The figure with that name. Its value is `None` where the data has a gap.
    pub fn figure(&self, key: &Key) -> Figure {
        let (value, unit, decimals) = self.measured(key);
        Figure { key: key.clone(), value, unit, decimals, label: self.label(key) }
    }

    /// The value of the figure with that name, without its words.
    pub fn value(&self, key: &Key) -> Option<Decimal> {
        self.measured(key).0
    }

    /// Value, unit and decimals of a figure.
    pub(super) fn measured(&self, key: &Key) -> (Option<Decimal>, Unit, u32) {
        match key {
            Key::Cases(year, period, measure) => self.case_figure(*year, *period, *measure),
            Key::CasesPerFte(year) => (self.cases_per_fte(*year), Unit::PerUnit, 1),
            Key::Month(..) | Key::HalfYear(..) => {
                let cases = key.months().and_then(|span| self.volumes().sum(span));
                (cases.map(Decimal::from), Unit::Count, 0)
            }
            Key::Share(span, dimension, word) => {
                let own = cases_sharing(&self.project, *span, *dimension, word.as_deref());
                (Some(own.len().into()), Unit::Count, 0)
            }
            Key::Week(week) => (self.week(*week).map(Decimal::from), Unit::Count, 0),
            Key::WeekAverage(week) => (self.week_average(*week), Unit::Count, 1),
            Key::Day(day) => (self.volumes().on(*day).map(Decimal::from), Unit::Count, 0),
            Key::DayAverage(day) => {
                (self.day(*day).average.map(|average| average.value()), Unit::Count, 1)
            }
            Key::Workdays(year, period) => {
                (Some(workdays(period.span(*year)).into()), Unit::Days, 0)
            }
            Key::Incidents(year, period) => {
                let incidents = self.incidents(period.span(*year));
                (incidents.map(|found| found.cases.into()), Unit::Count, 0)
            }
            Key::DistinctIncidents(year, period) => {
                let incidents = self.incidents(period.span(*year));
                (incidents.and_then(|found| found.distinct).map(Decimal::from), Unit::Count, 0)
            }
            Key::GoalResult(year, measure) => {
                (self.goal(*year, measure).and_then(|goal| goal.result), percent(None), 2)
            }
            Key::WomenShare(row) => (self.women_share(row), percent(None), 1),
            Key::Turnover(year) => {
                let turnover = super::people::turnover(&self.project, *year);
                (turnover.map(|turnover| turnover.percent), percent(None), 1)
            }
            Key::SickLeave(year, group, measure) => self.sick_figure(*year, *group, *measure),
            Key::Accounts(key) => self.account_value(key),
            Key::Cell { table, row, column } => self.cell_figure(*table, row, column),
        }
    }

    fn case_figure(
        &self,
        year: Year,
        period: Period,
        measure: CaseMeasure,
    ) -> (Option<Decimal>, Unit, u32) {
        let comparison = self.comparison(year, period);
        let of = |value: fn(&Comparison) -> Option<Decimal>| comparison.as_ref().and_then(value);
        let change = |reference| Unit::Change { from: reference_key(year, period, reference) };
        match measure {
            CaseMeasure::Count => (of(|c| Some(c.cases.into())), Unit::Count, 0),
            CaseMeasure::Average => (of(|c| Some(c.average?.value())), Unit::Count, 0),
            CaseMeasure::PerWorkday => (of(Comparison::per_workday), Unit::PerUnit, 1),
            CaseMeasure::Change(Reference::LastYear) => {
                (of(Comparison::change_from_last_year), change(Reference::LastYear), 1)
            }
            CaseMeasure::Change(Reference::Average) => {
                (of(Comparison::change_from_average), change(Reference::Average), 1)
            }
            CaseMeasure::ChangePerWorkday(Reference::LastYear) => {
                (of(Comparison::change_from_last_year_per_workday), change(Reference::LastYear), 1)
            }
            CaseMeasure::ChangePerWorkday(Reference::Average) => {
                (of(Comparison::change_from_average_per_workday), change(Reference::Average), 1)
            }
        }
    }

    fn sick_figure(
        &self,
        year: Year,
        group: Option<SickGroup>,
        measure: SickMeasure,
    ) -> (Option<Decimal>, Unit, u32) {
        let days = super::people::sick_days(&self.project, year, group);
        let share = |part: fn(super::SickDays) -> u32| {
            days.and_then(|days| days.portion(part(days)).percent())
        };
        let of = Some(Key::SickLeave(year, group, SickMeasure::Possible));
        match measure {
            SickMeasure::Possible => (days.map(|d| d.possible.into()), Unit::Days, 0),
            SickMeasure::SelfCertified => (days.map(|d| d.self_certified.into()), Unit::Days, 0),
            SickMeasure::SelfCertifiedPercent => (share(|d| d.self_certified), percent(of), 2),
            SickMeasure::DoctorCertified => {
                (days.map(|d| d.doctor_certified.into()), Unit::Days, 0)
            }
            SickMeasure::DoctorCertifiedPercent => (share(|d| d.doctor_certified), percent(of), 2),
            SickMeasure::Total => (days.map(|d| d.total().into()), Unit::Days, 0),
            SickMeasure::TotalPercent => {
                let value = match group {
                    None => super::people::sick_leave_percent(&self.project, year),
                    Some(_) => share(super::SickDays::total),
                };
                (value, percent(of), 2)
            }
        }
    }

    fn cell_figure(&self, table: TableId, row: &str, column: &str) -> (Option<Decimal>, Unit, u32) {
        let found = self.find_cell(table, row, column);
        found.map_or((None, Unit::Plain, 0), |(row, column)| {
            self.measured_cell(CellAt { table, row, column })
        })
    }

    /// Value, unit and decimals of what stands in a cell.
    pub(super) fn measured_cell(&self, at: CellAt) -> (Option<Decimal>, Unit, u32) {
        let rows = self.project.rows(at.table);
        let Some(column) = rows.columns().get(at.column) else { return (None, Unit::Plain, 0) };
        let id = column.id;
        match rows.cell(at.row, at.column) {
            Cell::Count(count) => (Some(count.into()), Unit::Count, 0),
            Cell::Number(value) if id.ends_with("_pct") => (Some(value), percent(None), 2),
            Cell::Number(value) if id.ends_with("_fte") => (Some(value), Unit::Fte, 1),
            Cell::Number(value) => (Some(value), Unit::Plain, value.normalize().scale()),
            _ => (None, Unit::Plain, 0),
        }
    }

    /// Row and column of a table's cell, by the row's key and the column's id.
    pub(super) fn find_cell(
        &self,
        table: TableId,
        row_key: &str,
        column: &str,
    ) -> Option<(usize, usize)> {
        let rows = self.project.rows(table);
        let row = (0..rows.len()).find(|row| rows.key(*row) == row_key)?;
        Some((row, rows.column(column)?))
    }

    pub(super) fn label(&self, key: &Key) -> String {
        match key {
            Key::Cases(year, period, measure) => {
                let period = period_text(*period, *year);
                let last_year = (year - 1).to_string();
                match measure {
                    CaseMeasure::Count => t!("figure-cases", period = period),
                    CaseMeasure::Average => t!("figure-cases-average", period = period),
                    CaseMeasure::PerWorkday => t!("figure-cases-per-workday", period = period),
                    CaseMeasure::Change(Reference::LastYear) => {
                        t!("figure-change-last-year", period = period, year = last_year)
                    }
                    CaseMeasure::Change(Reference::Average) => {
                        t!("figure-change-average", period = period)
                    }
                    CaseMeasure::ChangePerWorkday(Reference::LastYear) => {
                        t!("figure-change-last-year-workday", period = period, year = last_year)
                    }
                    CaseMeasure::ChangePerWorkday(Reference::Average) => {
                        t!("figure-change-average-workday", period = period)
                    }
                }
            }
            Key::CasesPerFte(year) => t!("figure-cases-per-fte", year = year.to_string()),
            Key::Month(year, month) => {
                let month = crate::words::say(crate::words::month_key(*month as i8), &[]);
                t!("figure-month", month = month, year = year.to_string())
            }
            Key::Share(span, dimension, word) => t!(
                "figure-share",
                dimension = t!(dimension.word_key()),
                word = word.clone().unwrap_or_else(|| t!("cases-blank")),
                first = span.first.strftime("%d.%m.%Y").to_string(),
                last = span.last.strftime("%d.%m.%Y").to_string(),
            ),
            Key::HalfYear(year, half) => {
                t!("figure-half-year", half = *half as u32, year = year.to_string())
            }
            Key::Week(IsoWeek { year, week }) => {
                t!("figure-week", week = *week as u32, year = year.to_string())
            }
            Key::WeekAverage(IsoWeek { year, week }) => {
                t!("figure-week-average", week = *week as u32, year = year.to_string())
            }
            Key::Day(day) => t!("figure-day", day = crate::words::date_long(*day)),
            Key::DayAverage(day) => t!("figure-day-average", day = crate::words::date_long(*day)),
            Key::Workdays(year, period) => {
                t!("figure-workdays", period = period_text(*period, *year))
            }
            Key::Incidents(year, period) => {
                t!("figure-incidents", period = period_text(*period, *year))
            }
            Key::DistinctIncidents(year, period) => {
                t!("figure-distinct-incidents", period = period_text(*period, *year))
            }
            Key::GoalResult(year, measure) => {
                t!("figure-goal-result", measure = measure, year = year.to_string())
            }
            Key::WomenShare(row) => t!("figure-women-share", group = self.group_text(row)),
            Key::Turnover(year) => t!("figure-turnover", year = year.to_string()),
            Key::SickLeave(year, group, measure) => {
                let group = match group {
                    Some(group) => group.choice().word(),
                    None => t!("sick-group-all"),
                };
                t!(
                    "figure-sick-leave",
                    measure = t!(sick_word_key(*measure)),
                    group = group,
                    year = year.to_string(),
                )
            }
            Key::Accounts(key) => self.account_label(key),
            Key::Cell { table, row, column } => {
                let columns = self.project.rows(*table).columns();
                let word_key = columns.iter().find(|own| own.id == *column);
                t!(
                    "figure-cell",
                    column = word_key.map_or_else(String::new, |own| t!(own.word_key)),
                    row = self.row_text(*table, row),
                )
            }
        }
    }

    /// A row by its key columns, in words.
    fn row_text(&self, table: TableId, row_key: &str) -> String {
        let rows = self.project.rows(table);
        let Some(row) = (0..rows.len()).find(|row| rows.key(*row) == row_key) else {
            return row_key.to_owned();
        };
        let cells = rows.columns().iter().enumerate().filter(|(_, column)| column.is_key);
        let texts: Vec<String> =
            cells.map(|(index, column)| rows.cell(row, index).text(column.kind)).collect();
        texts.join(", ")
    }

    fn week(&self, week: IsoWeek) -> Option<u32> {
        let weekly = self.weekly();
        weekly.weeks.iter().find(|point| point.week == week).map(|point| point.cases)
    }

    fn week_average(&self, week: IsoWeek) -> Option<Decimal> {
        let index = usize::from(week.week).checked_sub(1)?;
        let average = *self.weekly().averages.get(index)?;
        average.map(|average| average.value())
    }

    fn cases_per_fte(&self, year: Year) -> Option<Decimal> {
        let cases = self.comparison(year, Period::Year)?.cases;
        let (_, staff) = super::people::staff_at_year_end(&self.project, year)?;
        Decimal::from(cases).checked_div(staff.available_fte?)
    }

    fn women_share(&self, row: &str) -> Option<Decimal> {
        super::people::women(self.group(row)?.1)?.percent()
    }

    /// The key of a goal's result; `None` of a goal without a year.
    pub fn goal_key(&self, row: usize) -> Option<Key> {
        let year = self.project.goals.get(row)?.year?;
        Some(Key::GoalResult(year, goal_name(&self.project, row)?))
    }

    /// The key of the share of women in a group, by its row.
    pub fn women_share_key(&self, row: usize) -> Key {
        Key::WomenShare(self.project.rows(TableId::Gender).key(row))
    }

    /// A count of women with its row, by the row's key.
    pub(super) fn group(&self, key: &str) -> Option<(usize, &GenderCount)> {
        let rows = self.project.rows(TableId::Gender);
        self.project.gender.iter().enumerate().find(|(row, _)| rows.key(*row) == key)
    }

    /// A group by its name; with the day, where it has been counted on several.
    fn group_text(&self, key: &str) -> String {
        let Some((_, own)) = self.group(key) else { return key.to_owned() };
        let alike = self.project.gender.iter().filter(|other| other.group == own.group);
        match alike.count() {
            1 => own.group.clone(),
            _ => self.row_text(TableId::Gender, key),
        }
    }
}

const CASE_MEASURES: [CaseMeasure; 7] = [
    CaseMeasure::Count,
    CaseMeasure::Average,
    CaseMeasure::PerWorkday,
    CaseMeasure::Change(Reference::LastYear),
    CaseMeasure::Change(Reference::Average),
    CaseMeasure::ChangePerWorkday(Reference::LastYear),
    CaseMeasure::ChangePerWorkday(Reference::Average),
];

const SICK_MEASURES: [SickMeasure; 7] = [
    SickMeasure::Possible,
    SickMeasure::SelfCertified,
    SickMeasure::SelfCertifiedPercent,
    SickMeasure::DoctorCertified,
    SickMeasure::DoctorCertifiedPercent,
    SickMeasure::Total,
    SickMeasure::TotalPercent,
];

fn sick_word_key(measure: SickMeasure) -> &'static str {
    match measure {
        SickMeasure::Possible => "sick-possible",
        SickMeasure::SelfCertified => "sick-self",
        SickMeasure::SelfCertifiedPercent => "sick-self-percent",
        SickMeasure::DoctorCertified => "sick-doctor",
        SickMeasure::DoctorCertifiedPercent => "sick-doctor-percent",
        SickMeasure::Total => "sick-total",
        SickMeasure::TotalPercent => "sick-total-percent",
    }
}

/// The figure that a change is a percentage of.
pub(super) fn reference_key(year: Year, period: Period, reference: Reference) -> Key {
    match reference {
        Reference::LastYear => Key::Cases(year - 1, period, CaseMeasure::Count),
        Reference::Average => Key::Cases(year, period, CaseMeasure::Average),
    }
}

fn percent(of: Option<Key>) -> Unit {
    Unit::Percent { of }
}
