//! The checks: named rules over figures, each with a sentence that tells what was expected, what
//! was found, and what to do.
//!
//! An [`Identity`] says what one number must be by others. It looks at [`Values`] by key, not at
//! the project, so that the same identities check the program's own figures and any printed
//! table. The other rules look at the project itself.

mod finding;
mod identities;
mod identity;
mod look;
mod own;
mod values;

pub use finding::{Area, Finding, Said, Where};
pub use identity::{Break, Expected, Identity, Linear, Rule, Verdict};
pub use look::Looked;
pub use values::{List, Reading, Scope, Values};

use crate::calendar::Date;
use crate::figures::Figures;
use own::Own;

/// What the checks of a project found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The findings, the worst first; accepted ones among them.
    pub findings: Vec<Finding>,
    /// How many identities hold.
    pub held: usize,
}

/// Checks a project's figures. `today` decides what lies in the future and which deadlines near.
pub fn all(figures: &Figures, today: Date) -> Checked {
    let own = Own::of(figures);
    let scope = Scope { year: figures.report_year(), baseline: figures.baseline() };
    let Looked { mut findings, held } = look::look(figures, &own, &scope, None);
    let _ = today;
    findings.sort_by_key(|finding| {
        (std::cmp::Reverse(finding.severity), finding.places.first().map(|place| place.area))
    });
    let findings = findings.into_iter().map(|own| own.with_acceptance(figures)).collect();
    Checked { findings, held }
}
