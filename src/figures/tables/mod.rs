//! The tables by name, as `table` prints them and the report does.

mod accounts;
mod cases;
mod customer_quarter;
mod organisation;
mod period;
mod registers;
mod service;

use super::{Figures, Key, Table};
use crate::calendar::{Quarter, Year};
use crate::project::{StatementId, TableId};

/// Which table, of which year and quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRequest {
    /// One of [`TABLE_NAMES`].
    pub name: String,
    /// Only this year, where the table has years.
    pub year: Option<Year>,
    /// Only this quarter, where the table has quarters.
    pub quarter: Option<Quarter>,
}

/// The names of all tables.
pub const TABLE_NAMES: [&str; 29] = [
    "quarters",
    "period",
    "changes",
    "weeks",
    "days",
    "workdays",
    "incidents",
    "events",
    "goals",
    "staff",
    "gender",
    "turnover",
    "sick-leave",
    "sick-leave-years",
    "customers",
    "agreements",
    "sources",
    "corrections",
    "par5-4",
    "par5-4-2",
    "par5-5",
    "par5-5-2",
    "par5-6",
    "par5-8",
    "par5-9",
    "par5-9-investering",
    "fund",
    "unplaced",
    "deviations",
];

impl Figures {
    /// The table of that name; `None` where there is none.
    pub fn table(&self, request: &TableRequest) -> Option<Table> {
        let TableRequest { name, year, quarter } = request;
        let report_year = year.unwrap_or(self.report_year());
        Some(match name.as_str() {
            "quarters" => self.quarters_table(*year),
            "period" => self.period_table(report_year, *quarter),
            "changes" => self.changes_table(report_year, *quarter),
            "weeks" => self.weeks_table(*year),
            "days" => self.days_table(report_year, *quarter),
            "workdays" => self.workdays_table(*year),
            "incidents" => self.incidents_table(report_year, *quarter),
            "events" => self.events_table(*year, *quarter),
            "goals" => self.goals_table(report_year, *quarter),
            "staff" => self.staff_table(*year),
            "gender" => self.gender_table(*year),
            "turnover" => self.turnover_table(report_year),
            "sick-leave" => self.sick_leave_table(report_year),
            "sick-leave-years" => self.sick_leave_years_table(*year),
            "customers" => self.customers_table(),
            "agreements" => self.agreements_table(*year, *quarter),
            "sources" => self.sources_table(),
            "corrections" => self.corrections_table(),
            "fund" => self.fund_lines_table(report_year),
            "unplaced" => self.unplaced_table(report_year),
            "deviations" => self.deviations_table(report_year),
            other => {
                let known = StatementId::EVERY.into_iter();
                let id = known.into_iter().find(|id| id.id() == other)?;
                self.statement_table(id, report_year)
            }
        })
    }
}

pub use period::years_text;

impl Figures {
    /// The key of what stands in a row of a table of the project, by its column.
    fn cell_key(&self, table: TableId, row: usize, column: &'static str) -> Key {
        Key::Cell { table, row: self.project.rows(table).key(row), column }
    }
}

/// Columns whose headings stand in the locale files as `head-NAME`.
fn columns(ids: &[&str]) -> Vec<(String, String)> {
    ids.iter().map(|id| ((*id).to_owned(), crate::words::say(&format!("head-{id}"), &[]))).collect()
}
