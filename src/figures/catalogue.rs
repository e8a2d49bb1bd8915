//! The catalogue: every figure that there is, by key.

use rust_decimal::Decimal;

use super::figure::period_text;
use super::key::{CaseMeasure, Reference, SickMeasure};
use super::{Figure, Figures, Key, Period, Unit, goal_name};
use crate::calendar::{IsoWeek, Year};
use crate::project::{Cell, CellAt, GenderCount, SickGroup, TableId};
use crate::{t, text_key};

/// Tables whose numbers are figures. The numbers of the long lists (calls, deliveries, new users)
/// are part of the goals that they are counted into.
const FIGURE_TABLES: [TableId; 5] =
    [TableId::Staff, TableId::Gender, TableId::Turnover, TableId::SickLeaveYears, TableId::Uptime];

impl Figures {
    /// The names of all figures, the report year's first.
    pub fn keys(&self) -> Vec<Key> {
        let mut keys = self.keys_before_accounts();
        keys.extend(self.account_keys().into_iter().map(Key::Accounts));
        keys.extend(self.keys_of_tables());
        keys.extend(self.keys_of_days());
        keys
    }

    /// The names of figures that stand in tables, and are too many for a list of all: customers'
    /// cases in the report year, and how far arts and accounts are from their budgets.
    pub fn keys_beside(&self) -> Vec<Key> {
        let year = self.report_year();
        let mut keys = Vec::new();
        for customer in self.project.customers.iter() {
            for period in Period::ALL {
                let key =
                    |measure| Key::CustomerCases(customer.name.clone(), year, period, measure);
                keys.extend(CaseMeasure::ALL.map(key));
            }
        }
        keys.extend(self.account_keys_beside().into_iter().map(Key::Accounts));
        keys
    }

    fn keys_before_accounts(&self) -> Vec<Key> {
        let mut keys = self.yearly_keys();
        keys.extend(self.goals().iter().filter_map(|goal| self.goal_key(goal.row)));
        keys
    }

    fn keys_of_tables(&self) -> Vec<Key> {
        let mut keys = Vec::new();
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
        keys
    }

    fn keys_of_days(&self) -> Vec<Key> {
        let mut keys = Vec::new();
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
        years.flat_map(|year| self.keys_of_year(year)).collect()
    }

    /// The names of the figures that every year has, whether anything is known of it or not.
    pub(super) fn keys_of_year(&self, year: Year) -> Vec<Key> {
        let mut keys = Vec::new();
        for period in Period::ALL {
            keys.extend(CaseMeasure::ALL.map(|measure| Key::Cases(year, period, measure)));
            keys.push(Key::Workdays(year, period));
            keys.extend([Key::Incidents(year, period), Key::DistinctIncidents(year, period)]);
        }
        keys.extend((1..=12).map(|month| Key::Month(year, month)));
        keys.extend(self.yearly(year).into_iter().map(|yearly| Key::Yearly(year, yearly)));
        for group in [Some(SickGroup::Women), Some(SickGroup::Men), None] {
            keys.extend(SickMeasure::ALL.map(|measure| Key::SickLeave(year, group, measure)));
        }
        keys
    }

    /// All figures that have a value, the report year's first.
    pub fn all(&self) -> Vec<Figure> {
        let known = |keys: Vec<Key>| -> Vec<Figure> {
            let figures = keys.into_iter().map(|key| self.figure(&key));
            figures.filter(|figure| figure.value.is_some()).collect()
        };
        let mut all = known(self.keys_before_accounts());
        let of_accounts = || known(self.account_keys().into_iter().map(Key::Accounts).collect());
        all.extend_from_slice(self.of_accounts.get_or_init(of_accounts));
        all.extend(known(self.keys_of_tables()));
        all.extend_from_slice(self.of_days.get_or_init(|| known(self.keys_of_days())));
        all
    }

    /// The key that `text` names, relative to the report year.
    pub fn find_key(&self, text: &str) -> Option<Key> {
        let known = self.keys().into_iter().chain(self.keys_beside());
        Key::find(text, self.project.settings.report_year, known)
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
            Key::Accounts(key) => self.account_value(key),
            Key::Cell { table, row, column } => {
                let place = self.find_cell(*table, row, column);
                place.map_or((None, Unit::Plain, 0), |(row, column)| {
                    self.measured_cell(CellAt { table: *table, row, column })
                })
            }
            _ => {
                let (unit, decimals) = printed_as(key);
                (self.evaluate(&self.made(key)), unit, decimals)
            }
        }
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
                let period = self.period_words(*year, *period);
                let last_year = (year - 1).to_string();
                match measure {
                    CaseMeasure::Count => t!("figure-cases", period = period),
                    CaseMeasure::Average => t!("figure-cases-average", period = period),
                    CaseMeasure::PerWorkday => t!("figure-cases-per-workday", period = period),
                    CaseMeasure::AveragePerWorkday => {
                        t!("figure-cases-average-per-workday", period = period)
                    }
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
            Key::CustomerCases(customer, year, period, measure) => t!(
                "figure-of-customer",
                customer = customer,
                figure = self.label(&Key::Cases(*year, *period, *measure)),
            ),
            Key::Yearly(year, yearly) => {
                yearly.label(*year, self.period_words(*year, Period::Year))
            }
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
                t!("figure-incidents", period = self.period_words(*year, *period))
            }
            Key::DistinctIncidents(year, period) => {
                t!("figure-distinct-incidents", period = self.period_words(*year, *period))
            }
            Key::GoalResult(year, measure) => {
                t!("figure-goal-result", measure = measure, year = year.to_string())
            }
            Key::WomenShare(row) => t!("figure-women-share", group = self.group_text(row)),
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
                let word_key = columns.iter().find(|listed| listed.id == *column);
                t!(
                    "figure-cell",
                    column = word_key.map_or_else(String::new, |listed| t!(listed.word_key)),
                    row = self.row_text(*table, row),
                )
            }
        }
    }

    /// A period in words; with its last known day while it runs.
    fn period_words(&self, year: Year, period: Period) -> String {
        let words = period_text(period, year);
        // Only the report year can run.
        let compared = (year == self.report_year()).then(|| self.comparison(year, period));
        match compared.flatten().filter(|compared| !compared.is_whole) {
            Some(compared) => {
                let day = crate::words::day_and_month(compared.span.last);
                t!("figure-period-to-date", period = words, day = day)
            }
            None => words,
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
        let Some((_, group)) = self.group(key) else { return key.to_owned() };
        let alike = self.project.gender.iter().filter(|other| other.group == group.group);
        match alike.count() {
            1 => group.group.clone(),
            _ => self.row_text(TableId::Gender, key),
        }
    }
}

fn sick_word_key(measure: SickMeasure) -> &'static str {
    match measure {
        SickMeasure::Possible => text_key!("sick-possible"),
        SickMeasure::SelfCertified => text_key!("sick-self"),
        SickMeasure::SelfCertifiedPercent => text_key!("sick-self-percent"),
        SickMeasure::DoctorCertified => text_key!("sick-doctor"),
        SickMeasure::DoctorCertifiedPercent => text_key!("sick-doctor-percent"),
        SickMeasure::Total => text_key!("sick-total"),
        SickMeasure::TotalPercent => text_key!("sick-total-percent"),
    }
}

/// Unit and decimals of what is said of the cases of a period: of one customer's, or of all.
fn cases_printed_as(
    customer: Option<&str>,
    (year, period, measure): (Year, Period, CaseMeasure),
) -> (Unit, u32) {
    match measure {
        CaseMeasure::Count | CaseMeasure::Average => (Unit::Count, 0),
        CaseMeasure::PerWorkday | CaseMeasure::AveragePerWorkday => (Unit::PerUnit, 1),
        CaseMeasure::Change(reference) | CaseMeasure::ChangePerWorkday(reference) => {
            let from = match reference {
                Reference::LastYear => {
                    Key::cases_of(customer, year - 1, period, CaseMeasure::Count)
                }
                Reference::Average => Key::cases_of(customer, year, period, CaseMeasure::Average),
            };
            (Unit::Change { from }, 1)
        }
    }
}

/// Unit and decimals with which a figure outside tables and accounts is printed.
fn printed_as(key: &Key) -> (Unit, u32) {
    match key {
        Key::Cases(year, period, measure) => cases_printed_as(None, (*year, *period, *measure)),
        Key::CustomerCases(customer, year, period, measure) => {
            cases_printed_as(Some(customer), (*year, *period, *measure))
        }
        Key::Yearly(_, yearly) => {
            let definition = yearly.definition();
            (definition.unit, definition.decimals)
        }
        Key::WeekAverage(_) | Key::DayAverage(_) => (Unit::Count, 1),
        Key::Workdays(..) => (Unit::Days, 0),
        Key::GoalResult(..) => (percent(None), 2),
        Key::WomenShare(_) => (percent(None), 1),
        Key::SickLeave(year, group, measure) => match measure {
            SickMeasure::Possible
            | SickMeasure::SelfCertified
            | SickMeasure::DoctorCertified
            | SickMeasure::Total => (Unit::Days, 0),
            SickMeasure::SelfCertifiedPercent
            | SickMeasure::DoctorCertifiedPercent
            | SickMeasure::TotalPercent => {
                (percent(Some(Key::SickLeave(*year, *group, SickMeasure::Possible))), 2)
            }
        },
        Key::Month(..)
        | Key::Share(..)
        | Key::Week(_)
        | Key::Day(_)
        | Key::Incidents(..)
        | Key::DistinctIncidents(..) => (Unit::Count, 0),
        // Both have their unit with them.
        Key::Accounts(_) | Key::Cell { .. } => (Unit::Plain, 0),
    }
}

fn percent(of: Option<Key>) -> Unit {
    Unit::Percent { of }
}
