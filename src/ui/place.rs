//! Where one can be in the window, with names and icons.

use super::icon::{self, Icon};
use crate::t;

/// Where one can be, in the order of the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// How the year was, and what is left to do.
    #[default]
    Overview,
    /// The cases: weeks, days, quarters.
    Cases,
    /// Incidents and other events.
    Events,
    /// Goals and results.
    Goals,
    /// People and absence.
    Organisation,
    /// The accounts and their statements.
    Economy,
    /// The report itself: outline, text and pages.
    Report,
    /// What is wrong, how sure, and where it is mended.
    Control,
    /// Where the data come from.
    Sources,
    /// How the program behaves.
    Settings,
}

impl Place {
    /// The places of the work, in the rail's order; their keys are Ctrl 1 and on.
    pub const WORK: [Self; 9] = [
        Self::Overview,
        Self::Cases,
        Self::Events,
        Self::Goals,
        Self::Organisation,
        Self::Economy,
        Self::Report,
        Self::Control,
        Self::Sources,
    ];

    /// The place's name.
    pub fn name(self) -> String {
        match self {
            Self::Overview => t!("place-overview"),
            Self::Cases => t!("place-cases"),
            Self::Events => t!("place-events"),
            Self::Goals => t!("place-goals"),
            Self::Organisation => t!("place-organisation"),
            Self::Economy => t!("place-economy"),
            Self::Report => t!("place-report"),
            Self::Control => t!("place-control"),
            Self::Sources => t!("place-sources"),
            Self::Settings => t!("place-settings"),
        }
    }

    /// The place's icon.
    pub fn icon(self) -> Icon {
        match self {
            Self::Overview => icon::OVERVIEW,
            Self::Cases => icon::CASES,
            Self::Events => icon::EVENTS,
            Self::Goals => icon::GOALS,
            Self::Organisation => icon::ORGANISATION,
            Self::Economy => icon::ECONOMY,
            Self::Report => icon::REPORT,
            Self::Control => icon::CONTROL,
            Self::Sources => icon::SOURCES,
            Self::Settings => icon::SETTINGS,
        }
    }
}
