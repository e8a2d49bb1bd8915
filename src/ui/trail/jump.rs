//! From a trail to the cell in its table, where it can be typed over.

use crate::project::{CellAt, TableId};
use crate::ui::context::Context;
use crate::ui::shell::Place;

/// Goes to a cell of one of the project's tables; `opens` begins to type over it.
pub fn to_cell(cx: &mut Context<'_>, at: CellAt, opens: bool) {
    let Some(document) = cx.app.document() else { return };
    let places = &mut cx.state.places;
    cx.state.place = match at.table {
        TableId::Events => {
            places.events.show_cell(at, opens);
            Place::Events
        }
        TableId::Goals
        | TableId::Uptime
        | TableId::Calls
        | TableId::Deliveries
        | TableId::NewUsers => {
            places.goals.show_cell(at, opens);
            Place::Goals
        }
        TableId::Customers
        | TableId::Staff
        | TableId::Gender
        | TableId::Turnover
        | TableId::SickLeave
        | TableId::SickLeaveYears
        | TableId::Agreements
        | TableId::Signatories => {
            places.organisation.show_cell(at, opens);
            Place::Organisation
        }
        TableId::Balances
        | TableId::BalanceList
        | TableId::Fund
        | TableId::Mapping
        | TableId::Remarks
        | TableId::Statements => {
            places.economy.show_cell(document, at, opens);
            Place::Economy
        }
    };
}
