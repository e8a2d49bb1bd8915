//! Where the data come from, and the import.

mod corrections;
mod coverage;
mod list;
mod milestones;
mod preview;

use eframe::egui::{Key, Modifiers, Popup, Ui};

use crate::app::{Command, Document};
use crate::look::tokens;
use crate::t;
use crate::ui::actions::{FileAction, ShellAction};
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::target::Target;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::empty::Empty;
use crate::ui::widgets::head::{self, Head};
use crate::ui::widgets::heading::{divide, section};

/// What the place remembers between frames.
#[derive(Debug, Default)]
pub struct SourcesState {
    preview: preview::PreviewState,
    coverage: coverage::Cache,
    corrections: corrections::CorrectionsState,
    tab: Tab,
    milestones: milestones::MilestonesState,
}

/// The tabs: what came in, and what was named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Imported,
    Milestones,
}

impl Tab {
    const ALL: [Self; 2] = [Self::Imported, Self::Milestones];

    fn name(self) -> String {
        match self {
            Self::Imported => t!("sources-tab-imported"),
            Self::Milestones => t!("sources-tab-milestones"),
        }
    }
}

/// Draws the place: the exports that wait for the person's word, or what was imported.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut SourcesState) {
    if cx.app.import().is_some() {
        if is_left(ui, cx) {
            cx.push(Command::CancelImport);
        }
        preview::show(ui, cx, &mut state.preview);
        return;
    }
    state.preview = preview::PreviewState::default();
    let Some(document) = cx.app.document() else { return };
    show_head(ui, cx, document, &mut state.tab);
    match state.tab {
        Tab::Imported => imported(ui, cx, document, state),
        Tab::Milestones => milestones::show(ui, cx, document, &mut state.milestones),
    }
}

fn show_head(ui: &mut Ui, cx: &mut Context<'_>, document: &Document, shown: &mut Tab) {
    let tab = *shown;
    let names = Tab::ALL.map(Tab::name);
    let active = Tab::ALL.iter().position(|known| *known == tab).unwrap_or(0);
    let project = document.project();
    let clicked = Head::new(&t!("place-sources")).tabs(&names, active).show(ui, |ui| match tab {
        // The head has no button while a tab is empty, since the tab then has one.
        Tab::Imported if !project.sources.is_empty() => {
            let import = t!("sources-import");
            if ui.add(Button::primary(&import).icon(icon::DOWNLOAD)).clicked() {
                cx.push(Command::ChooseExports);
            }
        }
        Tab::Milestones if !project.milestones.is_empty() => {
            let new = t!("milestone-new");
            if ui.add(Button::primary(&new).icon(icon::MILESTONE)).clicked() {
                cx.ask(ShellAction::File(FileAction::Milestone));
            }
        }
        _ => {}
    });
    if let Some(tab) = clicked.and_then(|tab| Tab::ALL.get(tab)) {
        *shown = *tab;
    }
}

/// Whether the person leaves the import by Escape, and no open dialog or menu takes the key.
fn is_left(ui: &Ui, cx: &Context<'_>) -> bool {
    let is_covered = cx.app.pending().is_some()
        || cx.is_dialog_open
        || Popup::is_any_open(ui.ctx())
        || ui.ctx().text_edit_focused();
    !is_covered && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

fn imported(ui: &mut Ui, cx: &mut Context<'_>, document: &Document, state: &mut SourcesState) {
    let project = document.project();
    head::page(ui, "sources", |ui| {
        if project.sources.is_empty() {
            empty(ui, cx);
            return;
        }
        coverage::show(ui, document, &mut state.coverage);
        if let Some(at) = corrections::show(ui, document, &mut state.corrections, cx.commands) {
            cx.show(Target::Cell { at, opens: false });
        }
        divide(ui, tokens().size.margin - 8.0);
        let count = t!("sources-count", count = project.sources.len());
        section(ui, &t!("sources-imported"), &count);
        let removed = list::show(ui, project, cx.app.now());
        cx.commands.extend(removed.map(Command::AskToRemove));
    });
}

fn empty(ui: &mut Ui, cx: &mut Context<'_>) {
    let (title, body) = (t!("sources-empty"), t!("sources-empty-body"));
    let action = t!("welcome-choose");
    let empty = Empty {
        icon: icon::FILE_DROP,
        title: &title,
        body: &body,
        action: &action,
        takes_files: true,
    };
    let size = eframe::egui::vec2(ui.available_width(), 318.0);
    if empty.show(ui, size).clicked() {
        cx.push(Command::ChooseExports);
    }
    ui.add_space(8.0);
    theme::text(ui, t!("sources-empty-foot"), scale().caption, colors(ui).text_2);
}
