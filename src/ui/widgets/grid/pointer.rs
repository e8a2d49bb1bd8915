//! What the pointer does: selects, drags over a block, opens cells and the menu.

use eframe::egui::{Popup, Pos2, Response, Ui};

use super::commands::{Work, corrected};
use super::editor::EditEnd;
use super::keys::Command;
use super::layout::Layout;
use super::model::{GridAction, GridModel};
use super::state::{At, GridState};
use crate::t;
use crate::ui::icon;
use crate::ui::widgets::menu::Item;

/// Offers what can be done with the selection; returns what was chosen.
pub(super) fn context_menu(
    response: &Response,
    state: &GridState,
    model: &dyn GridModel,
) -> Option<Command> {
    let block = state.block()?;
    let editable = model.editable(block.from.row, block.from.column);
    let rows = block.to.row.saturating_sub(block.from.row).saturating_add(1);
    let has_trail = model.trail(block.from.row, block.from.column).is_some();
    let corrected = corrected(model, state).len();
    let mut offers = Vec::new();
    if has_trail {
        offers.push((true, t!("trail-show"), icon::TRAIL, t!("keys-trail"), Command::Trail));
    }
    if corrected > 0 {
        let words = t!("corrections-use", count = corrected);
        offers.push((true, words, icon::USE_SOURCE, t!("keys-use-source"), Command::UseSource));
    }
    offers.extend([
        (true, t!("grid-copy"), icon::COPY, t!("keys-copy"), Command::Copy),
        (true, t!("grid-paste"), icon::PASTE, t!("keys-paste"), Command::AskForPaste),
        (editable, t!("grid-edit"), icon::PENCIL, t!("keys-edit"), Command::Open),
        (editable, t!("grid-clear"), icon::CLOSE, t!("keys-clear"), Command::Clear),
    ]);
    if model.grows() {
        let remove = t!("grid-remove-rows", count = rows);
        offers.push((
            true,
            t!("grid-insert-row"),
            icon::PLUS,
            t!("keys-insert-row"),
            Command::InsertRow,
        ));
        offers.push((true, remove, icon::TRASH, t!("keys-remove-rows"), Command::RemoveRows));
    }
    let mut chosen = None;
    Popup::context_menu(response).accessible_name(t!("grid-menu")).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (on, text, icon, keys, command) in offers {
            let item = Item::new(&text).icon(icon).keys(&keys);
            if ui.add_enabled(on, item).clicked() {
                chosen = Some(command);
            }
        }
    });
    chosen
}

/// What pointer, editor and assistive programs did while the rows were drawn.
#[derive(Default)]
pub(super) struct Happened {
    pressed: Option<(At, bool)>,
    right_clicked: Option<At>,
    dragged_to: Option<At>,
    double_clicked: Option<At>,
    pub asked: Option<At>,
    pub editor: Option<EditEnd>,
    pub menu: Option<Command>,
}

impl Happened {
    pub fn of(ui: &Ui, response: &Response, layout: &Layout, origin: Pos2) -> Self {
        let Some(at) = response.interact_pointer_pos().and_then(|place| layout.at(origin, place))
        else {
            return Self::default();
        };
        let (pressed, shift) =
            ui.input(|input| (input.pointer.primary_pressed(), input.modifiers.shift));
        let pressed = (pressed && response.is_pointer_button_down_on())
            // A slow frame may hold the press and the release.
            || response.clicked();
        Self {
            pressed: pressed.then_some((at, shift)),
            right_clicked: response.secondary_clicked().then_some(at),
            dragged_to: response.dragged().then_some(at),
            double_clicked: response.double_clicked().then_some(at),
            ..Self::default()
        }
    }

    /// Carries out what happened. `no_keys` is whether no key is waiting to be carried out.
    pub fn apply(self, work: &mut Work<'_>, no_keys: bool) {
        match self.pressed {
            Some((at, true)) => work.state.extend(at),
            Some((at, false)) => work.state.select(at),
            None => {}
        }
        match self.editor {
            // A key that ends the text may have taken the focus along; it is run afterwards.
            Some(EditEnd::LostFocus) if no_keys => work.lose(),
            Some(EditEnd::Chosen) => {
                work.finish();
            }
            Some(EditEnd::Dismissed) => {
                work.run(Command::Cancel);
            }
            _ => {}
        }
        if self.pressed.is_none()
            && let Some(at) = self.dragged_to.filter(|at| *at != work.state.far)
        {
            work.state.extend(at);
        }
        let outside = |at: &At| !work.state.block().is_some_and(|block| block.contains(*at));
        if let Some(at) = self.right_clicked.filter(outside).or(self.asked) {
            work.state.select(at);
        }
        let touched = self.pressed.is_some() || self.right_clicked.is_some();
        work.state.wants_focus |= (touched || self.asked.is_some()) && !work.state.is_editing();
        if let Some(At { row, column }) = self.double_clicked {
            if work.model.editable(row, column) {
                work.state.begin(work.model, None);
            } else {
                work.actions.push(GridAction::Activate(row, column));
            }
        }
    }
}
