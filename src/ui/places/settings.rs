//! How the program behaves, and what the project goes by.

use eframe::egui::Ui;

use crate::app::{Command, Document, fault_log};
use crate::calendar::Year;
use crate::project::{Cell, CellKind, Edit, PriorityMeaning, Project, Settings, SourceKind};
use crate::storage::ThemeChoice;
use crate::t;
use crate::ui::actions::ShellAction;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice;
use crate::ui::widgets::field::{Check, label, typed_field};
use crate::ui::widgets::head::{self, Head};
use crate::ui::widgets::heading::{divide, section};

/// What the place remembers between frames: the field that is being typed in.
#[derive(Debug, Default)]
pub struct SettingsState {
    draft: Option<(Typed, String)>,
}

/// The fields that are typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typed {
    Name,
    Company,
    ReportYear,
    BaselineFirst,
    BaselineLast,
}

const WIDE: f32 = 320.0;
const YEAR: f32 = 96.0;
const GAP: f32 = 20.0;
/// The priorities that a case can have where no export has named others.
const PRIORITIES: [&str; 4] = ["A", "B", "C", "D"];

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut SettingsState) {
    Head::new(&t!("place-settings")).show(ui, |_| ());
    head::page(ui, "settings", |ui| {
        themes(ui, cx);
        ui.add_space(GAP);
        let who = cx.app.user().who();
        let name = cx.app.user().name.clone();
        let shown = if name.is_empty() { who } else { name };
        let draft = &mut state.draft;
        if let Some(name) = typed(ui, draft, Typed::Name, WIDE, &shown, &|_| None) {
            cx.push(Command::SetUserName(name));
        }
        theme::text(ui, t!("settings-name-why"), scale().caption, colors(ui).text_2);
        divide(ui, GAP);
        match cx.app.document() {
            Some(document) => project(ui, cx, document, &mut state.draft),
            None => {
                let text = t!("settings-no-project");
                theme::text(ui, text, scale().body, colors(ui).text_2);
            }
        }
        divide(ui, GAP);
        about(ui, cx);
    });
}

/// Which program this is, what it is made with, and where it writes what went wrong.
fn about(ui: &mut Ui, cx: &mut Context<'_>) {
    section(ui, &t!("about-title"), &t!("about-version", version = env!("CARGO_PKG_VERSION")));
    ui.add_space(8.0);
    if let Some(log) = fault_log::path() {
        let text = t!("about-log", log = log.display().to_string());
        theme::paragraph(ui, text, scale().caption, colors(ui).text_2);
        ui.add_space(8.0);
    }
    if ui.add(Button::secondary(&t!("about-show-licences"))).clicked() {
        cx.ask(ShellAction::ShowLicences);
    }
}

fn themes(ui: &mut Ui, cx: &mut Context<'_>) {
    section(ui, &t!("settings-program"), &t!("settings-program-caption"));
    ui.add_space(8.0);
    label(ui, &t!("settings-theme"));
    let themes = [
        (ThemeChoice::System, t!("settings-theme-system")),
        (ThemeChoice::Light, t!("settings-theme-light")),
        (ThemeChoice::Dark, t!("settings-theme-dark")),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (theme, name) in themes {
            if choice::radio(ui, &name, cx.app.user().theme == theme).clicked() {
                cx.push(Command::SetTheme(theme));
            }
        }
    });
}

fn project(
    ui: &mut Ui,
    cx: &mut Context<'_>,
    document: &Document,
    draft: &mut Option<(Typed, String)>,
) {
    let settings = &*document.project().settings;
    section(ui, &t!("settings-project"), &t!("settings-project-caption"));
    ui.add_space(8.0);
    let mut after = settings.clone();
    let company = &|text: &str| text.trim().is_empty().then(|| t!("new-company-missing"));
    if let Some(text) = typed(ui, draft, Typed::Company, WIDE, &settings.company, company) {
        after.company = text.trim().to_owned();
    }
    ui.add_space(12.0);
    years(ui, draft, settings, &mut after);
    ui.add_space(GAP);
    incidents(ui, document.project(), &mut after);
    if after != *settings {
        cx.push(Command::Edit(Edit::SetSettings(after)));
    }
    words_for_priority(ui, cx, document);
}

/// The systems' words for priority with their meanings, as persons have answered. Words without an
/// answer stand first.
fn words_for_priority(ui: &mut Ui, cx: &mut Context<'_>, document: &Document) {
    let project = document.project();
    let mut words: Vec<(String, String)> = Vec::new();
    for unknown in document.figures().unknown_priorities() {
        let system =
            project.source(unknown.source).map_or("", |source| source.stream.system.as_str());
        words.push((system.to_owned(), unknown.word.clone()));
    }
    let answered = project.profiles.iter().filter(|profile| profile.kind == SourceKind::Cases);
    for (system, word) in answered
        .flat_map(|profile| profile.priorities.iter().map(|(word, _)| (&profile.system, word)))
    {
        if !words
            .iter()
            .any(|(known_system, known_word)| known_system == system && known_word == word)
        {
            words.push((system.clone(), word.clone()));
        }
    }
    if words.is_empty() {
        return;
    }
    ui.add_space(GAP);
    section(ui, &t!("settings-words"), &t!("settings-words-caption"));
    for (system, word) in words {
        let name = match system.is_empty() {
            true => t!("settings-word", word = word.as_str()),
            false => t!("settings-word-of", word = word.as_str(), system = system.as_str()),
        };
        ui.add_space(8.0);
        label(ui, &name);
        let now = project.priority_meaning(&system, &word);
        ui.push_id((&system, &word), |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for means in PriorityMeaning::ALL {
                    let text = means.choice().word();
                    if choice::radio(ui, &text, now == Some(*means)).clicked() {
                        cx.push(Command::Edit(Edit::ExplainPriorities {
                            system: Some(system.clone()),
                            answers: vec![(word.clone(), *means)],
                        }));
                    }
                }
            });
        });
    }
}

fn years(
    ui: &mut Ui,
    draft: &mut Option<(Typed, String)>,
    settings: &Settings,
    after: &mut Settings,
) {
    let (first, last) = (settings.baseline_first, settings.baseline_last);
    let year = |text: &str| parse_year(text).err();
    let from = |text: &str| match parse_year(text) {
        Ok(year) if year > last => Some(t!("new-baseline-reversed")),
        other => other.err(),
    };
    let to = |text: &str| match parse_year(text) {
        Ok(year) if year < first => Some(t!("new-baseline-reversed")),
        other => other.err(),
    };
    let report_year = settings.report_year;
    let fields: [(Typed, Year, &mut Year, Check<'_>); 3] = [
        (Typed::ReportYear, report_year, &mut after.report_year, &year),
        (Typed::BaselineFirst, first, &mut after.baseline_first, &from),
        (Typed::BaselineLast, last, &mut after.baseline_last, &to),
    ];
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (field, now, after, check) in fields {
            let text = ui.vertical(|ui| typed(ui, draft, field, YEAR, &now.to_string(), check));
            if let Some(Ok(year)) = text.inner.map(|text| parse_year(&text)) {
                *after = year;
            }
        }
    });
    theme::text(ui, t!("settings-baseline-why"), scale().caption, colors(ui).text_2);
}

fn incidents(ui: &mut Ui, project: &Project, after: &mut Settings) {
    label(ui, &t!("settings-incidents"));
    let mut priorities: Vec<&str> = PRIORITIES.to_vec();
    let known = project.codes.priorities.iter().map(|(_, word)| word);
    let chosen = project.settings.incident_priorities.iter().map(String::as_str);
    for priority in known.chain(chosen) {
        if !priorities.contains(&priority) {
            priorities.push(priority);
        }
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for priority in priorities {
            let is_on = after
                .incident_priorities
                .iter()
                .any(|incident_priority| incident_priority == priority);
            if !choice::check_box(ui, priority, Some(is_on)).clicked() {
                continue;
            }
            if is_on {
                after.incident_priorities.retain(|known| known != priority);
            } else {
                after.incident_priorities.push(priority.to_owned());
                after.incident_priorities.sort();
            }
        }
    });
    theme::text(ui, t!("settings-incidents-why"), scale().caption, colors(ui).text_2);
}

fn typed(
    ui: &mut Ui,
    draft: &mut Option<(Typed, String)>,
    field: Typed,
    width: f32,
    now: &str,
    check: Check<'_>,
) -> Option<String> {
    typed_field(ui, draft, field, &field.name(), width, now, check)
}

impl Typed {
    fn name(self) -> String {
        match self {
            Self::Name => t!("settings-name"),
            Self::Company => t!("new-company"),
            Self::ReportYear => t!("new-year"),
            Self::BaselineFirst => t!("new-baseline-first"),
            Self::BaselineLast => t!("new-baseline-last"),
        }
    }
}

fn parse_year(text: &str) -> Result<Year, String> {
    match CellKind::Year.parse(text) {
        Ok(Cell::Year(year)) => Ok(year),
        Ok(_) => Err(t!("cell-not-a-year")),
        Err(message) => Err(message.text()),
    }
}
