//! Rules over the project itself, which cannot be stated as identities.

mod accounts;
mod cases;
mod doubles;
mod goals;
mod law;
mod order;
mod outliers;
mod periods;
mod printed;
mod priorities;
mod remarks;
mod sources;
mod texts;

use super::Finding;
use super::project_values::ProjectValues;
use crate::calendar::Date;

/// What the rules over the project find.
pub fn findings(values: &ProjectValues<'_>, today: Date) -> Vec<Finding> {
    let figures = values.figures();
    let mut findings = Vec::new();
    accounts::push(&mut findings, figures);
    printed::push(&mut findings, values);
    remarks::push(&mut findings, figures);
    cases::push(&mut findings, figures, today);
    priorities::push(&mut findings, figures);
    outliers::push(&mut findings, figures);
    doubles::push(&mut findings, figures);
    order::push(&mut findings, figures, today);
    goals::push(&mut findings, figures);
    sources::push(&mut findings, figures);
    periods::push(&mut findings, figures);
    texts::push(&mut findings, figures);
    law::push(&mut findings, figures, today);
    findings
}
