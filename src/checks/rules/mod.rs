//! Rules over the project itself, and the list of all rules.

mod accounts;
mod cases;
mod doubles;
mod goals;
mod law;
mod order;
mod outliers;
mod periods;
mod printed;
mod printed_twice;
mod priorities;
mod remarks;
mod sources;
mod texts;

use std::cell::OnceCell;

use super::project_values::ProjectValues;
use super::{Finding, Rule, identities};
use crate::calendar::Date;
use crate::figures::{Figures, GoalResult};
use crate::project::Project;
use printed::KeptTable;
pub use printed_twice::printed_twice;

/// The rules that are no identities, file by file.
const RULES: [&[Rule]; 14] = [
    accounts::RULES,
    printed::RULES,
    remarks::RULES,
    cases::RULES,
    priorities::RULES,
    outliers::RULES,
    doubles::RULES,
    order::RULES,
    goals::RULES,
    sources::RULES,
    periods::RULES,
    texts::RULES,
    law::RULES,
    printed_twice::RULES,
];

/// Every rule.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.into_iter().chain(identities::RULES).flatten()
}

/// What the rules look at. What several of them ask for is worked out once.
pub struct Inspection<'p> {
    values: &'p ProjectValues<'p>,
    today: Date,
    goals: OnceCell<Vec<GoalResult>>,
    kept_tables: OnceCell<Vec<KeptTable<'p>>>,
}

impl<'p> Inspection<'p> {
    fn figures(&self) -> &'p Figures {
        self.values.figures()
    }

    fn project(&self) -> &'p Project {
        self.figures().project()
    }

    fn goals(&self) -> &[GoalResult] {
        self.goals.get_or_init(|| self.figures().goals())
    }

    fn kept_tables(&self) -> &[KeptTable<'p>] {
        self.kept_tables.get_or_init(|| KeptTable::all(self.values))
    }
}

/// What the rules over the project find.
pub fn findings(values: &ProjectValues<'_>, today: Date) -> Vec<Finding> {
    let (goals, kept_tables) = (OnceCell::new(), OnceCell::new());
    let inspection = Inspection { values, today, goals, kept_tables };
    all().filter_map(|rule| rule.find).flat_map(|find| find(&inspection)).collect()
}
