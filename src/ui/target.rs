//! What of another place can be asked for.

use super::place::Place;
use crate::checks::{Area, Where};
use crate::figures::AccountsKey;
use crate::issue::Severity;
use crate::project::{CellAt, TableId};

/// What is to be shown, in whichever place it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Where a finding is mended.
    Finding(Where),
    /// A cell of the project's tables.
    Cell {
        /// The cell.
        at: CellAt,
        /// Whether its text is to be typed over at once.
        opens: bool,
    },
    /// The open findings of a severity.
    Findings(Severity),
    /// A section of the report, by its id.
    Section(String),
    /// The dialog that moves the accounts under a figure to another line.
    Accounts(AccountsKey),
}

impl Target {
    /// The place in which it stands.
    pub fn place(&self) -> Place {
        match self {
            Self::Finding(place) => place_of(place.area),
            Self::Cell { at, .. } => place_of_table(at.table),
            Self::Findings(_) => Place::Control,
            Self::Section(_) => Place::Report,
            Self::Accounts(_) => Place::Economy,
        }
    }
}

/// The place of the window where things of an area are mended.
pub fn place_of(area: Area) -> Place {
    match area {
        Area::Cases => Place::Cases,
        Area::Events => Place::Events,
        Area::Goals => Place::Goals,
        Area::Organisation => Place::Organisation,
        Area::Accounts => Place::Economy,
        Area::Report => Place::Report,
        Area::Sources => Place::Sources,
    }
}

fn place_of_table(table: TableId) -> Place {
    place_of(crate::checks::table_home(table).0)
}
