//! The identities, generated from layouts, tables and years: none compares with a stored answer.

mod balance;
mod cases;
mod closing;
mod fund;
mod organisation;
mod sick_leave;
mod statements;

pub use organisation::date_in;

use super::{Identity, Rule, Scope, Values};

/// The rules that identities are cases of.
pub const RULES: [&[Rule]; 7] = [
    statements::RULES,
    balance::RULES,
    closing::RULES,
    fund::RULES,
    cases::RULES,
    organisation::RULES,
    sick_leave::RULES,
];

/// Every identity that could hold in `values`.
pub fn identities(values: &dyn Values, scope: &Scope) -> Vec<Identity> {
    let mut all = Vec::new();
    for year in values.statement_years() {
        statements::push(&mut all, values, year);
        balance::push(&mut all, values, year);
        closing::push(&mut all, values, year);
    }
    fund::push(&mut all, values, scope);
    cases::push(&mut all, values, scope);
    organisation::push(&mut all, values, scope);
    sick_leave::push(&mut all, scope);
    all
}
