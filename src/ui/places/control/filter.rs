//! Which findings are shown: by severity or acceptance, and by place.

use crate::checks::{Area, Finding};
use crate::issue::Severity;
use crate::t;

/// A tab of the place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// All findings; the accepted ones stand last.
    #[default]
    All,
    /// The open ones of a severity.
    Of(Severity),
    /// The accepted ones.
    Accepted,
    /// No findings but the printed tables that are held against the figures.
    Printed,
}

impl Tab {
    /// The tabs in order.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Of(Severity::Error),
        Self::Of(Severity::Warning),
        Self::Of(Severity::Note),
        Self::Accepted,
        Self::Printed,
    ];

    /// The tab's words, with how many findings or `printed` tables it shows.
    pub fn name(self, findings: &[Finding], printed: usize) -> String {
        let count = findings.iter().filter(|finding| self.has(finding)).count();
        match self {
            Self::All => t!("control-tab-all", count = count),
            Self::Of(Severity::Error) => t!("control-tab-errors", count = count),
            Self::Of(Severity::Warning) => t!("control-tab-warnings", count = count),
            Self::Of(Severity::Note) => t!("control-tab-notes", count = count),
            Self::Accepted => t!("control-tab-accepted", count = count),
            Self::Printed => t!("control-tab-printed", count = printed),
        }
    }

    fn has(self, finding: &Finding) -> bool {
        match self {
            Self::All => true,
            Self::Of(severity) => finding.is_open() && finding.severity == severity,
            Self::Accepted => !finding.is_open(),
            Self::Printed => false,
        }
    }
}

/// What is shown of the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub tab: Tab,
    /// Only findings of this place; `None` for all.
    pub area: Option<Area>,
}

impl Filter {
    /// The findings that are shown, the worst first and the accepted ones last.
    pub fn of<'f>(&self, findings: &'f [Finding]) -> Vec<&'f Finding> {
        let is_there = |finding: &&Finding| {
            self.area.is_none_or(|area| finding.places.iter().any(|place| place.area == area))
        };
        let mut shown: Vec<&Finding> =
            findings.iter().filter(|finding| self.tab.has(finding)).filter(is_there).collect();
        shown.sort_by_key(|finding| !finding.is_open());
        shown
    }
}

/// The places in which something was found, in the order of the work.
pub(super) fn areas(findings: &[Finding]) -> Vec<Area> {
    let places = findings.iter().flat_map(|finding| &finding.places);
    let mut areas: Vec<Area> = places.map(|place| place.area).collect();
    areas.sort_unstable();
    areas.dedup();
    areas
}
