//! Tables of the organisation: staffing, gender, turnover, sick leave.

use super::columns;
use crate::calendar::Year;
use crate::figures::{
    Figures, Key, RowKind, SickMeasure, Table, TableCell, sick_days, sick_leave_percent,
    sick_leave_target, women,
};
use crate::project::{SickGroup, TableId};
use crate::t;

impl Figures {
    pub(super) fn staff_table(&self, year: Option<Year>) -> Table {
        let ids = [
            "date",
            "employees_total",
            "employees_permanent",
            "employees_temporary",
            "apprentices",
            "available_fte",
        ];
        let mut table = Table::new(t!("table-staff"), columns(&ids));
        let mut rows: Vec<_> = self.project().staff.iter().enumerate().collect();
        rows.sort_by_key(|(_, row)| row.date);
        for (at, row) in rows {
            let Some(date) = row.date else { continue };
            if year.is_some_and(|year| year != date.year()) {
                continue;
            }
            let cells = vec![
                TableCell::Date(date),
                TableCell::count(row.employees_total),
                TableCell::count(row.employees_permanent),
                TableCell::count(row.employees_temporary),
                TableCell::count(row.apprentices),
                row.available_fte.map_or(TableCell::Blank, |fte| TableCell::Number(fte, 1, 1)),
            ];
            table.push(RowKind::Plain, cells);
            let named =
                ids.into_iter().skip(1).map(|id| Some(self.cell_key(TableId::Staff, at, id)));
            table.names(std::iter::once(None).chain(named));
        }
        table
    }

    pub(super) fn gender_table(&self, year: Option<Year>) -> Table {
        let ids = ["group", "women", "total", "women_share_pct"];
        let mut table = Table::new(t!("table-gender"), columns(&ids));
        for (at, row) in self.project().gender.iter().enumerate() {
            let row_year = row.date.map(jiff::civil::Date::year);
            if year.is_some() && row_year.is_some() && year != row_year {
                continue;
            }
            let cells = vec![
                TableCell::text(&row.group),
                TableCell::count(row.women),
                TableCell::count(row.total),
                TableCell::percent(women(row).and_then(|portion| portion.percent())),
            ];
            table.push(RowKind::Plain, cells);
            let cell = |id| Some(self.cell_key(TableId::Gender, at, id));
            table.names([None, cell("women"), cell("total"), Some(self.women_share_key(at))]);
        }
        table
    }

    pub(super) fn turnover_table(&self, year: Year) -> Table {
        let ids = ["direction", "category", "count"];
        let mut table = Table::new(t!("table-turnover"), columns(&ids));
        let rows = self.project().turnover.iter().enumerate();
        for (at, row) in rows.filter(|(_, row)| row.year == Some(year)) {
            let cells = vec![
                TableCell::Named(row.direction.choice().word(), row.direction.choice().id),
                TableCell::text(&row.category),
                TableCell::count(row.count),
            ];
            table.push(RowKind::Plain, cells);
            table.names([None, None, Some(self.cell_key(TableId::Turnover, at, "count"))]);
        }
        table
    }

    pub(super) fn sick_leave_table(&self, year: Year) -> Table {
        let ids = [
            "group",
            "possible_workdays",
            "self_certified_days",
            "self_certified_pct_computed",
            "doctor_certified_days",
            "doctor_certified_pct_computed",
            "total_days",
            "total_pct_computed",
        ];
        let mut table = Table::new(t!("table-sick-leave"), columns(&ids));
        let groups = [
            (Some(SickGroup::Women), SickGroup::Women.choice().word(), RowKind::Plain),
            (Some(SickGroup::Men), SickGroup::Men.choice().word(), RowKind::Plain),
            (None, t!("sick-group-all"), RowKind::Sum),
        ];
        for (group, word, kind) in groups {
            let Some(days) = sick_days(self.project(), year, group) else { continue };
            let share = |part: u32| TableCell::percent(days.portion(part).percent());
            let cells = vec![
                TableCell::Text(word),
                TableCell::Count(days.possible.into()),
                TableCell::Count(days.self_certified.into()),
                share(days.self_certified),
                TableCell::Count(days.doctor_certified.into()),
                share(days.doctor_certified),
                TableCell::Count(days.total().into()),
                share(days.total()),
            ];
            let of = (0..table.rows.len()).collect();
            table.push(kind, cells);
            let keys = SickMeasure::ALL.map(|measure| Some(Key::SickLeave(year, group, measure)));
            table.names(std::iter::once(None).chain(keys));
            if kind == RowKind::Sum {
                table.sums(of);
            }
        }
        table.sums_columns("total_days", &["self_certified_days", "doctor_certified_days"]);
        table
    }

    pub(super) fn sick_leave_years_table(&self, only: Option<Year>) -> Table {
        let ids = ["year", "sick_leave_pct", "target_max_pct"];
        let mut table = Table::new(t!("table-sick-leave-years"), columns(&ids));
        let given = self.project().sick_leave_years.iter().filter_map(|row| row.year);
        let counted = self.project().sick_leave.iter().filter_map(|row| row.year);
        let mut years: Vec<Year> = given.chain(counted).collect();
        years.sort_unstable();
        years.dedup();
        for year in years.into_iter().filter(|year| only.is_none_or(|only| only == *year)) {
            let cells = vec![
                TableCell::Ordinal(year.into()),
                TableCell::percent(sick_leave_percent(self.project(), year)),
                TableCell::percent(sick_leave_target(self.project(), year)),
            ];
            table.push(RowKind::Plain, cells);
            table.names([None, Some(Key::SickLeave(year, None, SickMeasure::TotalPercent))]);
        }
        table
    }
}
