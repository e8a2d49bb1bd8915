//! The search over the window: any number, place or action by its name or value.

use eframe::egui::Ui;

use super::modal;
use crate::app::{App, Command, TrailCommand};
use crate::figures::{Key, TrailOf};
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::shell::{FileAction, Place, ShellAction};
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
        let places = Place::WORK.into_iter().chain([Place::Settings]);
        let places = places.map(|place| {
            let action = Found::Do(ShellAction::Go(place));
            Entry::new(action, place.name(), String::new()).icon(place.icon())
        });
        let actions = [
            (ShellAction::File(FileAction::Import), icon::DOWNLOAD, t!("shell-file-import"), ""),
            (ShellAction::MakeReport, icon::EXPORT, t!("make-report"), ""),
            (ShellAction::File(FileAction::Milestone), icon::MILESTONE, t!("milestone-new"), ""),
            (ShellAction::File(FileAction::NewYear), icon::CALENDAR, t!("new-year-menu"), ""),
            (
                ShellAction::File(FileAction::Save),
                icon::SAVE,
                t!("shell-file-save"),
                &*t!("keys-save"),
            ),
            (
                ShellAction::File(FileAction::SaveAs),
                icon::COPY,
                t!("shell-file-save-as"),
                &*t!("keys-save-as"),
            ),
            (
                ShellAction::File(FileAction::Open),
                icon::FOLDER_OPEN,
                t!("shell-file-open"),
                &*t!("keys-open"),
            ),
        ];
        let actions = actions.map(|(action, icon, words, keys)| {
            Entry::new(Found::Do(action), words, keys.to_owned()).icon(icon)
        });
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

/// Shows the search while it is open. Comes back with an action for the frame, if one is chosen.
pub(super) fn show(ui: &Ui, cx: &mut Context<'_>) -> Option<ShellAction> {
    if cx.app.document().is_none() || cx.app.pending().is_some() {
        cx.state.search = None;
        return None;
    }
    let search = cx.state.search.as_mut()?;
    let title = t!("search-title");
    let (chosen, is_left) = modal::show_wide(ui, "search", &title, WIDTH, |ui, is_new| {
        ui.add_space(10.0);
        let (name, hint) = (t!("search-field"), t!("search-hint"));
        search.0.show(ui, (&name, &hint), is_new, |entry| entry.what.clone())
    });
    if chosen.is_some() || is_left {
        cx.state.search = None;
    }
    match chosen? {
        Found::Do(action) => Some(action),
        Found::Number(key) => {
            if cx.state.place == Place::Settings {
                cx.state.place = Place::Overview;
            }
            cx.push(Command::Trail(TrailCommand::Show(TrailOf::Figure(key))));
            None
        }
    }
}
