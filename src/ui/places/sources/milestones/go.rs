//! From a changed figure to the place where it stands, with its trail in sight where one can be.

use crate::app::Document;
use crate::figures::{AccountsKey, Key};
use crate::project::TableId;
use crate::ui::context::Context;
use crate::ui::shell::Place;

/// Whether the window has a place where the figure stands.
pub(super) fn is_known(key: &Key) -> bool {
    place_of(key).is_some()
}

fn place_of(key: &Key) -> Option<Place> {
    match key {
        Key::Cases(..)
        | Key::Week(_)
        | Key::WeekAverage(_)
        | Key::Day(_)
        | Key::DayAverage(_)
        | Key::Incidents(..)
        | Key::DistinctIncidents(..) => Some(Place::Cases),
        Key::CasesPerFte(_) | Key::Turnover(_) | Key::SickLeave(..) | Key::WomenShare(_) => {
            Some(Place::Organisation)
        }
        Key::GoalResult(..) => Some(Place::Goals),
        Key::Accounts(_) => Some(Place::Economy),
        Key::Cell { table, .. } => match table {
            TableId::Staff | TableId::Gender | TableId::Turnover | TableId::SickLeaveYears => {
                Some(Place::Organisation)
            }
            TableId::Uptime => Some(Place::Goals),
            _ => None,
        },
        Key::Workdays(..) => None,
    }
}

/// Goes there.
pub(super) fn to(cx: &mut Context<'_>, document: &Document, key: &Key) {
    let Some(place) = place_of(key) else { return };
    let places = &mut cx.state.places;
    match key {
        Key::Accounts(AccountsKey::Row { statement, .. }) => {
            places.economy.show_row(document, statement.id(), "", Some(key));
        }
        Key::Accounts(AccountsKey::Fund(..)) => {
            places.economy.show_row(document, "fund", "", Some(key));
        }
        Key::SickLeave(..) | Key::Cell { table: TableId::SickLeaveYears, .. } => {
            places.organisation.show_table("sick-leave");
        }
        Key::Turnover(_) | Key::WomenShare(_) | Key::Cell { .. } | Key::CasesPerFte(_) => {
            places.organisation.show_table("staff");
        }
        _ => {}
    }
    cx.state.place = place;
}
