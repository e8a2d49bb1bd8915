//! Spor: where a number comes from. One panel for all places, opened from any number: by F4, by
//! the menu of its cell, or by a click where a click does nothing else.

mod correction;
mod panel;
mod parts;

use eframe::egui::{Key, Label, Modifiers, Popup, Response, RichText, Sense, Ui};

use crate::app::{Command, TrailCommand};
use crate::figures::TrailOf;
use crate::look::{TypeStyle, tokens};
use crate::t;
use crate::ui::context::Context;
use crate::ui::place::Place;

use super::icon;
use super::theme::{self, colors};
use super::widgets::grid::GridAction;
use super::widgets::menu::Item;
use super::widgets::paint;
use super::widgets::panel::{side_panel, side_panel_over};

/// What the panel remembers between frames.
#[derive(Default)]
pub struct TrailState {
    reason: correction::Draft,
}

/// Draws a place with the open trail beside it, or over it where the window is narrow.
pub fn around(
    ui: &mut Ui,
    cx: &mut Context<'_>,
    state: &mut TrailState,
    place: impl FnOnce(&mut Ui, &mut Context<'_>),
) {
    let is_shown =
        cx.app.trail().is_some() && cx.app.import().is_none() && cx.place != Place::Settings;
    let is_beside = ui.ctx().content_rect().width() >= tokens().size.slim_below_width;
    if is_shown && is_free(ui) && pressed(ui, Key::Escape) {
        cx.push(Command::Trail(TrailCommand::Close));
    }
    state.reason.begin_frame();
    if is_shown && is_beside {
        side_panel(ui, "trail", |ui| panel::show(ui, cx, state));
    }
    place(ui, cx);
    if is_shown && !is_beside {
        side_panel_over(ui, "trail-over", |ui| panel::show(ui, cx, state));
    }
    // What was being written of a number that is no longer shown counts too.
    let left = state.reason.left_behind();
    cx.commands.extend(left);
    if is_shown && is_free(ui) {
        keys(ui, cx);
    }
}

/// The keys that no number and no table has taken: they are the open trail's.
fn keys(ui: &Ui, cx: &mut Context<'_>) {
    if pressed(ui, Key::F4) {
        cx.push(Command::Trail(TrailCommand::Close));
    }
    if pressed(ui, Key::F8)
        && let Some(open) = cx.app.trail()
    {
        let cells = parts::Origins::of(open.trail()).corrected();
        if !cells.is_empty() {
            cx.push(Command::Edit(crate::project::Edit::UseSource { cells }));
        }
    }
}

/// Whether no dialog, menu or field is nearer to the keys.
fn is_free(ui: &Ui) -> bool {
    let ctx = ui.ctx();
    let has_dialog = ctx.memory(|memory| memory.top_modal_layer().is_some());
    !has_dialog && !Popup::is_any_open(ctx) && !ctx.text_edit_focused()
}

fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// Hands on what a table was asked about trails; the other actions come back.
pub fn followed(actions: Vec<GridAction>, commands: &mut Vec<Command>) -> Vec<GridAction> {
    let mut others = Vec::new();
    for action in actions {
        match action {
            GridAction::Trail(of) => commands.push(Command::Trail(TrailCommand::Toggle(of))),
            GridAction::ShowTrail(of) => commands.push(Command::Trail(TrailCommand::Show(of))),
            GridAction::Selected(of) => commands.push(Command::Trail(TrailCommand::Follow(of))),
            other => others.push(other),
        }
    }
    others
}

/// Lets a number outside tables be asked where it comes from: F4 under the pointer or with the
/// focus, and its menu.
pub fn answers(response: &Response, of: Option<TrailOf>, commands: &mut Vec<Command>) {
    if let Some(of) = &of {
        let is_near = response.has_focus() || response.hovered();
        let key =
            |input: &mut eframe::egui::InputState| input.consume_key(Modifiers::NONE, Key::F4);
        if is_near && response.ctx.input_mut(key) {
            commands.push(Command::Trail(TrailCommand::Toggle(of.clone())));
        }
    }
    let mut is_chosen = false;
    Popup::context_menu(response).accessible_name(t!("trail-menu")).show(|ui| {
        let text = t!("trail-show");
        let keys = t!("keys-trail");
        let item = Item::new(&text).icon(icon::TRAIL).keys(&keys);
        is_chosen = ui.add_enabled(of.is_some(), item).clicked();
    });
    if let Some(of) = of.filter(|_| is_chosen) {
        commands.push(Command::Trail(TrailCommand::Show(of)));
    }
}

/// The same for a number on which a click does nothing else.
pub fn click_answers(response: &Response, of: &TrailOf, commands: &mut Vec<Command>) {
    if response.clicked() {
        commands.push(Command::Trail(TrailCommand::Show(of.clone())));
    }
    answers(response, Some(of.clone()), commands);
}

/// Writes a number that can be asked where it comes from.
pub fn number(
    ui: &mut Ui,
    text: &str,
    style: TypeStyle,
    of: &TrailOf,
    commands: &mut Vec<Command>,
) {
    words(ui, theme::rich(text, style, colors(ui).text), of, commands);
}

/// Writes words that tell of a figure, and can be asked where it comes from.
pub fn words(ui: &mut Ui, words: RichText, of: &TrailOf, commands: &mut Vec<Command>) {
    let response = ui.add(Label::new(words).selectable(false).sense(Sense::CLICK));
    paint::focus_ring(ui, &response, response.rect, tokens().radius.cell);
    click_answers(&response, of, commands);
}

/// Lights a row that can be asked where its number comes from.
pub fn lit(ui: &Ui, response: &Response, rect: eframe::egui::Rect) {
    let around = rect.expand2(eframe::egui::vec2(8.0, 0.0));
    let over = paint::hover(ui, response.id, response.hovered());
    let hover = colors(ui).hover;
    let fill = paint::mix(hover.gamma_multiply(0.0), hover, over);
    ui.painter().rect_filled(around, tokens().radius.cell, fill);
    paint::focus_ring(ui, response, around.shrink(2.0), tokens().radius.cell);
}
