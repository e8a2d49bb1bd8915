//! Rules over the project itself, which no identity of numbers can say.

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
use super::own::Own;
use crate::calendar::Date;

/// What the rules over the project find.
pub fn findings(own: &Own<'_>, today: Date) -> Vec<Finding> {
    let figures = own.figures();
    let mut found = Vec::new();
    accounts::push(&mut found, figures);
    printed::push(&mut found, own);
    remarks::push(&mut found, figures);
    cases::push(&mut found, figures, today);
    priorities::push(&mut found, figures);
    outliers::push(&mut found, figures);
    doubles::push(&mut found, figures);
    order::push(&mut found, figures, today);
    goals::push(&mut found, figures);
    sources::push(&mut found, figures);
    periods::push(&mut found, figures);
    texts::push(&mut found, figures);
    law::push(&mut found, figures, today);
    found
}
