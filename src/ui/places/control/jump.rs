//! From a finding to where it is mended: the place, its tab, and where it is known the row.

use crate::checks::Where;
use crate::ui::context::Context;
use crate::ui::shell::Place;

use super::words;

/// Goes to a place.
pub(super) fn go(cx: &mut Context<'_>, place: &Where) {
    let Some(document) = cx.app.document() else { return };
    let to = words::place_of(place.area);
    let places = &mut cx.state.places;
    if let Some(table) = place.table.as_deref() {
        let row = place.row.as_deref().unwrap_or_default();
        match to {
            Place::Goals => places.goals.show_row(document, table, row),
            Place::Organisation => places.organisation.show_row(document, table, row),
            Place::Cases => places.cases.show_row(table, row, place.key.as_ref()),
            Place::Events => places.events.show_row(document, row),
            Place::Economy => {
                places.economy.show_row(document, table, row, place.key.as_ref());
            }
            _ => {}
        }
    }
    if let (Place::Report, Some(row)) = (to, place.row.as_deref()) {
        places.report.show_row(document, row);
    }
    cx.state.place = to;
}
