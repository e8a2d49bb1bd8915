//! What the pointer does: selects, drags over a block, opens cells and the menu.

use eframe::egui::{Popup, Pos2, Response, Ui};

use super::commands::{Work, corrected};
use super::editor::EditEnd;
use super::keys::Command;
use super::layout::Layout;
use super::model::{GridAction, GridModel, Offer};
use super::state::{At, Block, GridState, kind_of};
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
    let mut chosen = None;
    Popup::context_menu(response).accessible_name(t!("grid-menu")).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (Offer { text, icon, keys, is_on }, command) in offers(state, model, block) {
            if ui.add_enabled(is_on, Item::new(&text).icon(icon).keys(&keys)).clicked() {
                chosen = Some(command);
            }
        }
    });
    chosen
}

fn offers(state: &GridState, model: &dyn GridModel, block: Block) -> Vec<(Offer, Command)> {
    let At { row, column } = block.from;
    let mut offers = Vec::new();
    let mut offer = |text, icon, keys, command| {
        offers.push((Offer { text, icon, keys, is_on: true }, command));
    };
    if model.trail(row, column).is_some() {
        offer(t!("trail-show"), icon::TRAIL, t!("keys-trail"), Command::Trail);
    }
    let corrected = corrected(model, state).len();
    if corrected > 0 {
        let words = t!("corrections-use", count = corrected);
        offer(words, icon::USE_SOURCE, t!("keys-use-source"), Command::UseSource);
    }
    offer(t!("grid-copy"), icon::COPY, t!("keys-copy"), Command::Copy);
    let words = match block.is_single() {
        true => t!("grid-copy-table"),
        false => t!("grid-copy-heads"),
    };
    offer(words, icon::COPY, t!("keys-copy-heads"), Command::CopyWithHeads);
    if model.grows() || model.editable(row, column) {
        offer(t!("grid-paste"), icon::PASTE, t!("keys-paste"), Command::AskForPaste);
    }
    if model.editable(row, column) {
        offer(t!("grid-edit"), icon::PENCIL, t!("keys-edit"), Command::Open);
        offer(t!("grid-clear"), icon::CLOSE, t!("keys-clear"), Command::Clear);
    }
    if model.grows() {
        let rows = block.to.row.saturating_sub(row).saturating_add(1);
        offer(t!("grid-insert-row"), icon::PLUS, t!("keys-insert-row"), Command::InsertRow);
        let words = t!("grid-remove-rows", count = rows);
        offer(words, icon::TRASH, t!("keys-remove-rows"), Command::RemoveRows);
    }
    let more = if row < model.row_count() { model.offers(row, column) } else { Vec::new() };
    let more = more.into_iter().enumerate();
    offers.extend(more.map(|(which, offer)| (offer, Command::Choose(which))));
    offers
}

/// What pointer, editor and assistive programs did while the rows were drawn.
#[derive(Default)]
pub(super) struct Happened {
    pressed: Option<(At, bool)>,
    right_clicked: Option<At>,
    dragged_to: Option<At>,
    double_clicked: Option<At>,
    pub asked: Option<At>,
    /// A row whose triangle was pressed.
    pub toggled: Option<usize>,
    /// A cell whose button was pressed.
    pub button: Option<At>,
    pub editor: Option<EditEnd>,
    pub menu: Option<Command>,
}

impl Happened {
    pub fn of(
        ui: &Ui,
        response: &Response,
        model: &dyn GridModel,
        layout: &Layout,
        origin: Pos2,
    ) -> Self {
        let at = response.interact_pointer_pos().and_then(|place| layout.at(origin, place));
        let Some(at) = at.filter(|at| kind_of(model, at.row).is_selectable()) else {
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
        if let Some(row) = self.toggled {
            work.state.select(At::new(row, 0));
            work.state.wants_focus = true;
            work.actions.push(GridAction::Toggle(row));
        }
        work.actions.extend(self.button.map(|at| GridAction::Press(at.row, at.column)));
        if let Some(at) = self.double_clicked {
            work.double_click(at);
        }
    }
}
