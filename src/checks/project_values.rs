//! The project's figures as values by key, as identities look at them.

use std::cell::OnceCell;

use rust_decimal::Decimal;

use super::identities::identities;
use super::values::{List, Reading, Scope, Values};
use super::{Area, Identity, Where};
use crate::calendar::Year;
use crate::figures::{
    AccountsKey, Address, CaseMeasure, Comparison, Figures, FundLineId, FundTable, Key, Period,
    Reference, StatementRowKind,
};
use crate::project::{CellAt, FundLineKind, StatementId, TableId};

/// The project's figures as [`Values`]. What many identities ask for is computed once.
pub struct ProjectValues<'f> {
    figures: &'f Figures,
    fund: OnceCell<FundTable>,
    comparisons: OnceCell<Vec<Comparison>>,
    identities: OnceCell<Vec<Identity>>,
}

impl<'f> ProjectValues<'f> {
    /// The figures of a project.
    pub fn of(figures: &'f Figures) -> Self {
        let (fund, comparisons) = (OnceCell::new(), OnceCell::new());
        Self { figures, fund, comparisons, identities: OnceCell::new() }
    }

    /// The project's figures.
    pub fn figures(&self) -> &'f Figures {
        self.figures
    }

    /// The years that the identities are about.
    pub fn scope(&self) -> Scope {
        Scope { year: self.figures.report_year(), baseline: self.figures.baseline() }
    }

    /// Every identity that could hold between the figures.
    pub fn identities(&self) -> &[Identity] {
        self.identities.get_or_init(|| identities(self, &self.scope()))
    }

    fn fund(&self) -> &FundTable {
        self.fund.get_or_init(|| self.figures.fund_table(self.figures.report_year()))
    }

    fn fund_amount(&self, year: Year, line: &FundLineId) -> Option<Reading> {
        let table = self.fund();
        let place = table.years.iter().position(|known| *known == year)?;
        let amount = table.lines.iter().find(|known| known.id == *line)?.amounts.get(place)?;
        let value = amount.value?;
        Some(if amount.is_given { Reading::kroner(value) } else { Reading::exact(value) })
    }

    /// The comparison of a period of the report year that is over and has all of its days; `None`
    /// for any other.
    fn whole(&self, period: Period) -> Option<&Comparison> {
        let comparisons = self.comparisons.get_or_init(|| {
            let all = Period::ALL.into_iter();
            let known = all
                .filter_map(|period| self.figures.comparison(self.figures.report_year(), period));
            known.filter(|comparison| comparison.is_whole).collect()
        });
        comparisons.iter().find(|comparison| comparison.period == period)
    }

    fn case_value(&self, year: Year, period: Period, measure: CaseMeasure) -> Option<Reading> {
        let comparison = || self.whole(period).filter(|_| year == self.figures.report_year());
        let value = match measure {
            CaseMeasure::Count => self.figures.cases(year, period).map(Decimal::from),
            CaseMeasure::Average => comparison()?.average.map(|average| average.value()),
            CaseMeasure::PerWorkday => comparison()?.per_workday(),
            CaseMeasure::AveragePerWorkday => comparison()?.average_per_workday(),
            CaseMeasure::Change(Reference::LastYear) => comparison()?.change_from_last_year(),
            CaseMeasure::Change(Reference::Average) => comparison()?.change_from_average(),
            CaseMeasure::ChangePerWorkday(Reference::LastYear) => {
                comparison()?.change_from_last_year_per_workday()
            }
            CaseMeasure::ChangePerWorkday(Reference::Average) => {
                comparison()?.change_from_average_per_workday()
            }
        };
        value.map(Reading::exact)
    }

    fn lines(&self, statement: StatementId, year: Year) -> Vec<String> {
        let Some(known) = self.figures.statement(statement, year) else { return Vec::new() };
        // The lines of units and projects stand between what is carried and the sum.
        let carried = crate::kostra::layout(statement);
        let is_named = |id: &str| {
            let rows = carried.into_iter().flat_map(|layout| layout.all_rows());
            rows.filter_map(|row| row.id()).any(|carried| carried == id)
        };
        let lines = known.rows.iter().filter(|row| row.kind == StatementRowKind::Line);
        lines.map(|row| row.id.to_string()).filter(|id| !is_named(id)).collect()
    }
}

impl Values for ProjectValues<'_> {
    fn get(&self, key: &Key) -> Option<Reading> {
        match key {
            Key::Cases(year, period, measure) => self.case_value(*year, *period, *measure),
            Key::Accounts(AccountsKey::Fund(year, line)) => self.fund_amount(*year, line),
            // Incidents of a period whose days are not all known are no number of that period.
            Key::Incidents(year, period) | Key::DistinctIncidents(year, period)
                if self.figures.cases(*year, *period).is_none() =>
            {
                None
            }
            _ => self.figures.value(key).map(Reading::exact),
        }
    }

    fn statement_years(&self) -> Vec<Year> {
        let known = self.figures.accounts().years().filter(|year| year.is_known());
        known.map(|year| year.year).collect()
    }

    fn list(&self, list: List) -> Vec<String> {
        match list {
            List::Lines(statement, year) => self.lines(statement, year),
            List::Rows(table) => {
                let rows = self.figures.project().rows(table);
                (0..rows.len()).map(|row| rows.key(row)).collect()
            }
        }
    }

    fn fund_movements(&self, _: Year) -> Vec<FundLineId> {
        let lines = self.fund().lines.iter().map(|line| line.id.clone());
        lines.filter(|line| line.kind() == FundLineKind::Movement).collect()
    }

    fn place(&self, key: &Key) -> Where {
        place_of(self.figures, key)
    }
}

/// Where a figure stands: its place and table, and for a cell its file, sheet and cell.
pub fn place_of(figures: &Figures, key: &Key) -> Where {
    let (area, table) = home(key);
    let mut place = Where::area(area).table(table).row(figures.figure(key).label);
    place.address = Some(Address::Figure(key.clone()));
    if let Key::Cell { table, row, column } = key {
        place.row = Some(row.clone());
        place.column = Some((*column).to_owned());
        let rows = figures.project().rows(*table);
        let at = (0..rows.len()).find(|at| rows.key(*at) == *row);
        if let Some(at) = at {
            take_origin(&mut place, figures, *table, at, column);
        }
    }
    place
}

/// Adds where a cell of a table is, and the file, sheet and cell that it was read from.
pub fn take_origin(place: &mut Where, figures: &Figures, table: TableId, row: usize, column: &str) {
    let project = figures.project();
    let rows = project.rows(table);
    if let (None, Some(column)) = (place.key(), rows.column(column)) {
        place.address = Some(Address::Cell(CellAt { table, row, column }));
    }
    let Some(origin) = rows.origin(row) else { return };
    let Some(source) = project.source(origin.source) else { return };
    place.file = Some(source.file.clone());
    place.sheet = Some(source.sheet.clone()).filter(|sheet| !sheet.is_empty());
    place.cell = source.cell_name(column, origin.row);
}

/// The place of the window and the table, by its name on the command line.
pub fn home(key: &Key) -> (Area, &'static str) {
    match key {
        Key::Cases(_, _, CaseMeasure::Count | CaseMeasure::Average) => (Area::Cases, "quarters"),
        Key::Cases(..) => (Area::Cases, "changes"),
        Key::CustomerCases(..) => (Area::Cases, "quarters"),
        Key::Month(..) | Key::Share(..) => (Area::Cases, "quarters"),
        Key::Yearly(_, yearly) => {
            let definition = yearly.definition();
            let area = if definition.of_cases { Area::Cases } else { Area::Organisation };
            (area, definition.table)
        }
        Key::Week(_) | Key::WeekAverage(_) => (Area::Cases, "weeks"),
        Key::Day(_) | Key::DayAverage(_) => (Area::Cases, "days"),
        Key::Workdays(..) => (Area::Cases, "workdays"),
        Key::Incidents(..) | Key::DistinctIncidents(..) => (Area::Events, "incidents"),
        Key::GoalResult(..) => (Area::Goals, "goals"),
        Key::WomenShare(_) => (Area::Organisation, "gender"),
        Key::SickLeave(..) => (Area::Organisation, "sick-leave"),
        Key::Accounts(key) => (Area::Accounts, accounts_table(key)),
        Key::Cell { table, .. } => table_home(*table),
    }
}

fn accounts_table(key: &AccountsKey) -> &'static str {
    match key {
        AccountsKey::Row { statement, .. } | AccountsKey::Art { statement, .. } => statement.id(),
        AccountsKey::Fund(..) => "fund",
        AccountsKey::Account { .. } => "balances",
        AccountsKey::Capacity(..) | AccountsKey::CapacityPercent(..) => "fund",
    }
}

/// The place of the window of a table, and its name on the command line.
pub fn table_home(table: TableId) -> (Area, &'static str) {
    match table {
        TableId::Customers => (Area::Organisation, "customers"),
        TableId::Events => (Area::Events, "events"),
        TableId::Goals => (Area::Goals, "goals"),
        TableId::Staff => (Area::Organisation, "staff"),
        TableId::Gender => (Area::Organisation, "gender"),
        TableId::Turnover => (Area::Organisation, "turnover"),
        TableId::SickLeave => (Area::Organisation, "sick-leave"),
        TableId::SickLeaveYears => (Area::Organisation, "sick-leave-years"),
        TableId::Calls => (Area::Goals, "calls"),
        TableId::Deliveries => (Area::Goals, "deliveries"),
        TableId::NewUsers => (Area::Goals, "new-users"),
        TableId::Uptime => (Area::Goals, "uptime"),
        TableId::Balances => (Area::Accounts, "balances"),
        TableId::BalanceList => (Area::Accounts, "balance-list"),
        TableId::Fund => (Area::Accounts, "fund"),
        TableId::Mapping => (Area::Accounts, "mapping"),
        TableId::Remarks => (Area::Accounts, "remarks"),
        TableId::Statements => (Area::Accounts, "statements"),
        TableId::Agreements => (Area::Organisation, "agreements"),
        TableId::Signatories => (Area::Organisation, "signatories"),
    }
}
