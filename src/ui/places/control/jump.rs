//! From a finding to where it is mended: the place, its tab, and where it is known the row.

use crate::checks::Where;
use crate::ui::context::Context;
use crate::ui::shell::Place;

use super::words;

/// Goes to a place.
pub(super) fn go(cx: &mut Context<'_>, place: &Where) {
    let (Some(to), Some(document)) = (words::place_of(place.area), cx.app.document()) else {
        return;
    };
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
    cx.state.place = to;
}
