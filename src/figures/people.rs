//! The organisation's figures: gender shares, turnover, sick leave, cases per årsverk.

use rust_decimal::Decimal;

use super::Portion;
use crate::calendar::Year;
use crate::project::{GenderCount, Project, SickGroup, SickLeave, Staff};

/// The staffing nearest the end of `year`: the latest day of count in it.
pub fn staff_at_year_end(project: &Project, year: Year) -> Option<(usize, &Staff)> {
    project
        .staff
        .iter()
        .enumerate()
        .filter(|(_, staff)| staff.date.is_some_and(|date| date.year() == year))
        .max_by_key(|(_, staff)| staff.date)
}

/// The share of women in a group.
pub fn women(group: &GenderCount) -> Option<Portion> {
    Some(Portion { part: group.women?.into(), whole: group.total?.into() })
}

/// A year's turnover with what it is made of: those who left, in percent of the average number of
/// employees at the start and the end of the year. Apprentices and hired hands do not count, since
/// the statistics keep them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turnover {
    /// Employees who left, with pension or without, but no apprentices or hired hands.
    pub left: u32,
    /// Employees at the end of the year before.
    pub employees_before: u32,
    /// Employees at the end of the year.
    pub employees_after: u32,
    /// Those who left in percent of the average of both.
    pub percent: Decimal,
}

/// Whether a category or a group names apprentices or hired hands.
pub(crate) fn is_apprentice(category: &str) -> bool {
    let category = category.to_lowercase();
    APPRENTICE_STEMS.iter().any(|stem| category.contains(stem))
}

/// How exports name those who are not counted as employees.
const APPRENTICE_STEMS: [&str; 2] = ["lærling", "innleid"];

/// The sick leave of a group of people in one year, in working days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SickDays {
    /// Working days that could have been worked.
    pub possible: u32,
    /// Days away on one's own word.
    pub self_certified: u32,
    /// Days away on a doctor's word.
    pub doctor_certified: u32,
}

impl SickDays {
    /// All days away.
    pub fn total(self) -> u32 {
        self.self_certified.saturating_add(self.doctor_certified)
    }

    /// So many days of the possible ones.
    pub fn portion(self, days: u32) -> Portion {
        Portion { part: days.into(), whole: self.possible.into() }
    }

    fn of(row: &SickLeave) -> Option<Self> {
        Some(Self {
            possible: row.possible_workdays?,
            self_certified: row.self_certified_days?,
            doctor_certified: row.doctor_certified_days?,
        })
    }
}

/// The sick leave of one group, or of all where `group` is `None`, in `year`. That of all is
/// known where every group has a row: the sum of some groups is not the company's.
pub fn sick_days(project: &Project, year: Year, group: Option<SickGroup>) -> Option<SickDays> {
    let rows = || project.sick_leave.iter().filter(|row| row.year == Some(year));
    let is_of_group = |row: &SickLeave| group.is_none_or(|group| row.group == group);
    let mut groups =
        SickGroup::ALL.iter().filter(|other| group.is_none_or(|group| group == **other));
    if !groups.all(|group| rows().any(|row| row.group == *group)) {
        return None;
    }
    rows().filter(|row| is_of_group(row)).try_fold(SickDays::default(), |sum, row| {
        let row = SickDays::of(row)?;
        Some(SickDays {
            possible: sum.possible.checked_add(row.possible)?,
            self_certified: sum.self_certified.checked_add(row.self_certified)?,
            doctor_certified: sum.doctor_certified.checked_add(row.doctor_certified)?,
        })
    })
}

/// A year's sick leave in percent: computed from days where they are known, else as given.
pub fn sick_leave_percent(project: &Project, year: Year) -> Option<Decimal> {
    let computed =
        sick_days(project, year, None).and_then(|days| days.portion(days.total()).percent());
    computed.or_else(|| {
        project.sick_leave_years.iter().find(|row| row.year == Some(year))?.sick_leave_pct
    })
}

/// The highest sick leave in percent that was aimed at in `year`.
pub fn sick_leave_target(project: &Project, year: Year) -> Option<Decimal> {
    project.sick_leave_years.iter().find(|row| row.year == Some(year))?.target_max_pct
}
