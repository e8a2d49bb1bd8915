//! How the year was, and what is left to do.

mod chapters;
mod goals;
mod hero;
mod people;
mod quarters;
mod tasks;

use eframe::egui::{Frame, Margin, ScrollArea, Ui, vec2};

use crate::app::{Command, Document};
use crate::look::tokens;
use crate::t;
use crate::ui::actions::ShellAction;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::target::Target;
use crate::ui::widgets::empty::Empty;
use crate::ui::widgets::head::{Head, within_margins};
use crate::ui::widgets::{heading, panel};

use chapters::Chapters;
use tasks::Task;
use tasks::Wish;

/// With less room than this the panel of the work stands under the year.
const BESIDE_WIDTH: f32 = 1060.0;

/// What the place remembers between frames.
#[derive(Default)]
pub struct OverviewState {
    content: Option<Content>,
    quarters: quarters::Scenes,
    goals: goals::Scenes,
}

/// What the place shows, computed once for a revision of the project.
struct Content {
    revision: u64,
    hero: hero::Hero,
    quarters: Vec<quarters::Small>,
    goals: goals::Goals,
    people: people::People,
    chapters: Chapters,
    tasks: Vec<Task>,
    log: Vec<tasks::LogLine>,
}

impl Content {
    fn of(document: &Document, today: crate::calendar::Date) -> Self {
        let figures = document.figures();
        let chapters = Chapters::of(figures);
        Self {
            revision: document.revision(),
            hero: hero::Hero::of(figures),
            quarters: quarters::Small::of_year(figures),
            goals: goals::Goals::of(figures),
            people: people::People::of(figures),
            tasks: tasks::tasks(figures, &chapters),
            chapters,
            log: tasks::latest(document.project(), today),
        }
    }
}

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut OverviewState) {
    let app = cx.app;
    let Some(document) = app.document() else { return };
    if document.project().sources.is_empty() && document.project().log.is_empty() {
        show_empty(ui, cx);
        return;
    }
    if state.content.as_ref().is_none_or(|content| content.revision != document.revision()) {
        state.content = Some(Content::of(document, app.now().day()));
    }
    let Some(content) = state.content.take() else { return };
    let is_beside = ui.available_width() >= BESIDE_WIDTH;
    let mut wish = None;
    if is_beside {
        wish = panel::side_panel(ui, "overview-panel", |ui| tasks::show(ui, &content, app));
    }
    let frame = Frame::NONE.inner_margin(Margin::symmetric(tokens().size.margin as i8, 20));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        frame.show(ui, |ui| {
            show_year(ui, state, (&content, document), cx.commands);
            if !is_beside {
                heading::divide(ui, 20.0);
                wish = tasks::show(ui, &content, app);
            }
        });
    });
    state.content = Some(content);
    match wish {
        Some(Wish::Import) => cx.push(Command::ChooseExports),
        Some(Wish::Go(place)) => cx.ask(ShellAction::Go(place)),
        Some(Wish::OpenSection(section)) => {
            cx.show(Target::Section(section));
        }
        Some(Wish::ShowFindings(severity)) => {
            cx.show(Target::Findings(severity));
        }
        None => {}
    }
}

fn show_year(
    ui: &mut Ui,
    state: &mut OverviewState,
    (content, document): (&Content, &Document),
    commands: &mut Vec<Command>,
) {
    content.hero.show(ui, commands);
    ui.add_space(20.0);
    quarters::show(ui, &mut state.quarters, &content.quarters, document, commands);
    heading::divide(ui, 20.0);
    goals::show(ui, &mut state.goals, &content.goals, content.revision, commands);
    heading::divide(ui, 20.0);
    people::show(ui, &content.people, commands);
}

fn show_empty(ui: &mut Ui, cx: &mut Context<'_>) {
    let settings = cx.app.document().map(|document| &document.project().settings);
    let company = settings.map(|settings| settings.company.clone()).unwrap_or_default();
    let year = settings.map(|settings| settings.report_year.to_string()).unwrap_or_default();
    let title = t!("overview-empty-heading", company = company, year = year);
    Head::new(&title).show(ui, |_| ());
    within_margins(ui, |ui| {
        let size = vec2(ui.available_width().min(720.0), 260.0);
        let empty = Empty {
            icon: icon::OVERVIEW,
            title: &t!("overview-empty-title"),
            body: &t!("overview-empty-body"),
            action: &t!("cases-empty-action"),
            takes_files: true,
        };
        if empty.show(ui, size).clicked() {
            cx.push(Command::ChooseExports);
        }
    });
}
