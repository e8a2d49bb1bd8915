//! The checks: named rules over figures, each with a sentence that tells what was expected, what
//! was found, and what to do.
//!
//! An [`Identity`] says what one number must be by others. It looks at [`Values`] by key, not at
//! the project, so that the same identities check the project's figures and any printed
//! table. The other rules look at the project itself.

mod finding;
mod identities;
mod identity;
mod look;
mod printed;
mod project_values;
/// What was found as a page to print or send.
pub mod report;
mod rule;
mod rules;
/// The numbers of a text held against the figures.
pub mod text;
mod values;

pub use finding::{Area, Finding, FoundCell, Said, Settling, Where, table_word};
pub use identity::{Break, Expected, Identity, Linear, Verdict};
pub use look::Looked;
pub use printed::{
    ComparedTable, Difference, Overlay, Printed, PrintedCell, PrintedWord, Sheet, Understood,
    comparable_tables, compare, kept_table, understand_file, understand_rows, understand_text,
};
pub use rule::Rule;
pub use rules::all as rules;
pub use values::{List, Reading, Scope, Values};

use crate::calendar::Date;
use crate::figures::{Figures, Key};
use crate::issue::Severity;
use project_values::ProjectValues;
pub use project_values::table_home;

/// Where a figure stands: the place of the window, its table, row and column.
pub fn place_of(figures: &Figures, key: &Key) -> Where {
    ProjectValues::of(figures).place(key)
}

/// What the checks of a project found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The findings, the worst first; accepted ones among them.
    pub findings: Vec<Finding>,
    /// How many identities hold that could have failed. A sum that the program computes from its
    /// parts cannot fail and is not counted.
    pub held: usize,
}

impl Checked {
    /// How many findings of a severity nobody has accepted.
    pub fn open(&self, severity: Severity) -> usize {
        let is_open = |finding: &&Finding| finding.severity == severity && finding.is_open();
        self.findings.iter().filter(is_open).count()
    }
}

/// Checks a project's figures. `today` decides what lies in the future and which deadlines near.
pub fn all(figures: &Figures, today: Date) -> Checked {
    let values = ProjectValues::of(figures);
    let could_fail = |identity: &Identity| !identity.holds_by_construction(figures);
    let looked = look::look(figures, &values, values.identities().iter(), &could_fail);
    let Looked { mut findings, held } = looked;
    findings.extend(rules::findings(&values, today));
    findings.sort_by_key(|finding| {
        (std::cmp::Reverse(finding.severity), finding.places.first().map(|place| place.area))
    });
    let findings = findings.into_iter().map(|finding| finding.with_acceptance(figures)).collect();
    Checked { findings, held }
}

/// Where numbers come from that the printed tables do not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Under {
    /// The project's figures.
    ProjectFigures,
    /// Nothing: the printed tables are held against each other alone.
    Nothing,
}

/// Checks printed tables: every identity with one of their numbers in it, and numbers that are
/// printed twice with different values.
pub fn look_at_printed(figures: &Figures, printed: &[Printed], under: Under) -> Looked {
    let values = ProjectValues::of(figures);
    let under: Option<&dyn Values> = match under {
        Under::ProjectFigures => Some(&values),
        Under::Nothing => None,
    };
    let overlay = Overlay::new(printed, under);
    let (identities, keys) = (identities::identities(&overlay, &values.scope()), overlay.keys());
    let is_asked = |identity: &&Identity| {
        keys.contains(&identity.subject) || identity.expected.keys().any(|key| keys.contains(key))
    };
    let asked = identities.iter().filter(is_asked);
    let mut looked = look::look(figures, &overlay, asked, &|_| true);
    looked.findings.extend(rules::printed_twice(figures, &overlay));
    looked
}
