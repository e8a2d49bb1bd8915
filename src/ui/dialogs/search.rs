//! The search over the window: any number, place or action by its name or value.

use eframe::egui::Ui;

use super::modal;
use crate::app::{App, Command, TrailCommand};
use crate::figures::{Key, TrailOf};
use crate::t;
use crate::ui::actions::{self, Action, ShellAction};
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::place::Place;
use crate::ui::widgets::finder::{Entry, Finder};

const WIDTH: f32 = 620.0;

/// What can be found.
#[derive(Clone)]
enum Found {
    Do(ShellAction),
    Number(Key),
}

/// The search while it is open.
pub struct Search(Finder<Found>);

impl Search {
    /// All that can be found now.
    pub fn of(app: &App) -> Self {
        let settings = ShellAction::Go(Place::Settings);
        let settings = Entry::new(Found::Do(settings), Place::Settings.name(), String::new())
            .icon(Place::Settings.icon());
        // Places first; what takes back edits is done better by its keys, and the search is open.
        let is_place = |action: &Action| matches!(action.does, ShellAction::Go(_));
        let is_left_out = |action: &Action| {
            matches!(action.does, ShellAction::Undo | ShellAction::Redo | ShellAction::Search)
        };
        let all = actions::all().into_iter().filter(|action| !is_left_out(action));
        let (places, others): (Vec<Action>, Vec<Action>) = all.partition(is_place);
        let entry = |action: Action| {
            // A place is found by its name; its keys would stand beside numbers.
            let keys = if is_place(&action) { String::new() } else { action.keys_text() };
            Entry::new(Found::Do(action.does.clone()), action.words(), keys).icon(action.icon)
        };
        let places = places.into_iter().map(entry).chain([settings]);
        let actions = others.into_iter().map(entry);
        // While an import is looked at, there is no room for a trail.
        let document = app.document().filter(|_| app.import().is_none());
        let figures = document.map(|document| document.figures().all()).unwrap_or_default();
        let figures = figures.into_iter().filter(|figure| figure.value.is_some());
        let figures = figures.map(|figure| {
            let value = figure.text();
            Entry::new(Found::Number(figure.key), figure.label, value).icon(icon::TRAIL)
        });
        Self(Finder::new(places.chain(actions).chain(figures).collect(), String::new()))
    }
}

/// Shows the search while it is open.
pub(super) fn show(ui: &Ui, cx: &mut Context<'_>, open: &mut Option<Search>) {
    if cx.app.document().is_none() || cx.app.pending().is_some() {
        *open = None;
    }
    let Some(search) = open else { return };
    let title = t!("search-title");
    let (chosen, is_left) = modal::show_wide(ui, "search", &title, WIDTH, |ui, is_new| {
        ui.add_space(10.0);
        let (name, hint) = (t!("search-field"), t!("search-hint"));
        search.0.show(ui, (&name, &hint), is_new, |entry| entry.what.clone())
    });
    if chosen.is_some() || is_left {
        *open = None;
    }
    match chosen {
        Some(Found::Do(action)) => cx.ask(action),
        Some(Found::Number(key)) => {
            if cx.place == Place::Settings {
                cx.ask(ShellAction::Go(Place::Overview));
            }
            cx.push(Command::Trail(TrailCommand::Show(TrailOf::Figure(key))));
        }
        None => {}
    }
}
