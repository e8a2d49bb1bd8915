//! First sentences on goals, staffing, gender, turnover and sick leave.

use super::{Writer, escaped};
use crate::figures::{
    GoalOutcome, Key, SickMeasure, Yearly, sick_leave_percent, sick_leave_target, staff_at_year_end,
};
use crate::project::{GenderCount, SickGroup, TableId};
use crate::t;

impl Writer<'_> {
    /// Which goals were reached and which not.
    pub(super) fn goals(&self) -> Vec<String> {
        let goals = self.figures.goals_of(self.year);
        let project = self.figures.project();
        let named = |outcome: GoalOutcome| -> Vec<String> {
            let goals = goals.iter().filter(|goal| goal.outcome == outcome);
            goals
                .filter_map(|goal| {
                    let result = self.field(&self.figures.goal_key(goal.row)?)?;
                    let name = escaped(&project.goals[goal.row].measure);
                    Some(match goal.missing_months() {
                        Some((known, all)) => t!(
                            "draft-goal-of-months",
                            goal = name,
                            result = result,
                            known = known,
                            all = all,
                        ),
                        None => t!("draft-goal", goal = name, result = result),
                    })
                })
                .collect()
        };
        let (met, missed) = (named(GoalOutcome::Met), named(GoalOutcome::Missed));
        let mut sentences = Vec::new();
        let judged = met.len() + missed.len();
        if judged > 0 {
            sentences.push(t!("draft-goals", met = met.len(), all = judged));
        }
        if !met.is_empty() {
            sentences.push(t!("draft-goals-met", goals = listed(&met)));
        }
        if !missed.is_empty() {
            sentences.push(t!("draft-goals-missed", goals = listed(&missed)));
        }
        sentences
    }

    /// Employees, apprentices and årsverk at the end of the year and the year before.
    pub(super) fn staff(&self) -> Vec<String> {
        let project = self.figures.project();
        let cell = |year: i16, column: &'static str| {
            let (row, _) = staff_at_year_end(project, year)?;
            let row = project.rows(TableId::Staff).key(row);
            self.field(&Key::Cell { table: TableId::Staff, row, column })
        };
        let Some(employees) = cell(self.year, "employees_total") else { return Vec::new() };
        let mut sentences = vec![match cell(self.year, "apprentices") {
            Some(apprentices) => {
                t!("draft-staff", employees = employees, apprentices = apprentices)
            }
            None => t!("draft-staff-only", employees = employees),
        }];
        let fte = (cell(self.year, "available_fte"), cell(self.year - 1, "available_fte"));
        match fte {
            (Some(now), Some(before)) => {
                sentences.push(t!("draft-fte-both", now = now, before = before));
            }
            (Some(now), None) => sentences.push(t!("draft-fte", now = now)),
            _ => {}
        }
        sentences
    }

    /// How many women there are in each group.
    pub(super) fn gender(&self) -> Vec<String> {
        let project = self.figures.project();
        let is_of_year = |group: &GenderCount| group.date.is_none_or(|day| day.year() == self.year);
        let groups = project.gender.iter().enumerate().filter(|(_, group)| is_of_year(group));
        let groups = groups.filter_map(|(at, group)| {
            let share = self.field(&self.figures.women_share_key(at))?;
            let row = project.rows(TableId::Gender).key(at);
            let cell = |column| {
                self.field(&Key::Cell { table: TableId::Gender, row: row.clone(), column })
            };
            let (women, total) = (cell("women")?, cell("total")?);
            let name = escaped(&group.group);
            Some(t!("draft-women", group = name, women = women, total = total, share = share))
        });
        groups.collect()
    }

    /// The turnover in percent, and what it is made of.
    pub(super) fn turnover(&self) -> Vec<String> {
        let percent = self.field(&Key::Yearly(self.year, Yearly::Turnover));
        percent.map(|percent| t!("draft-turnover", percent = percent)).into_iter().collect()
    }

    /// The field of the year's goal for sick leave.
    fn sick_leave_target(&self) -> Option<String> {
        let project = self.figures.project();
        let mut years = project.sick_leave_years.iter();
        let at = years.position(|year| year.year == Some(self.year))?;
        let (table, column) = (TableId::SickLeaveYears, "target_max_pct");
        self.field(&Key::Cell { table, row: project.rows(table).key(at), column })
    }

    /// Sick leave in percent, against the goal and the year before, and per gender.
    pub(super) fn sick_leave(&self) -> Vec<String> {
        let key = |year, group| Key::SickLeave(year, group, SickMeasure::TotalPercent);
        let Some(all) = self.field(&key(self.year, None)) else { return Vec::new() };
        let mut sentences = vec![t!("draft-sick-leave", percent = all)];
        let project = self.figures.project();
        let percent = sick_leave_percent(project, self.year);
        if let (Some(percent), Some(target)) = (percent, sick_leave_target(project, self.year)) {
            let limit = self.sick_leave_target().unwrap_or_default();
            sentences.push(match percent <= target {
                true => t!("draft-sick-leave-within", target = limit),
                false => t!("draft-sick-leave-over", target = limit),
            });
        }
        if let Some(before) = self.field(&key(self.year - 1, None)) {
            sentences.push(t!("draft-sick-leave-before", percent = before));
        }
        let groups = [SickGroup::Women, SickGroup::Men];
        if let [Some(women), Some(men)] =
            groups.map(|group| self.field(&key(self.year, Some(group))))
        {
            sentences.push(t!("draft-sick-leave-groups", women = women, men = men));
        }
        sentences
    }
}

/// "A, B og C".
fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => t!("draft-and", first = first.join(", "), last = last.as_str()),
    }
}
