//! The printed tables that are kept: where each was printed, how it differs from the figures.

use eframe::egui::{Align, Layout, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::app::{Command, Document};
use crate::checks::{ComparedTable, Printed, Sheet, compare, table_word};
use crate::issue::Severity;
use crate::project::{Edit, Minute, PrintedTable};
use crate::t;
use crate::ui::dialogs::modal;
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::when;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::empty::Empty;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::head::within_margins;
use crate::ui::widgets::paint;
use crate::ui::widgets::severity::Verdict;

use super::keep::counts;

const ROW: f32 = 56.0;
/// The room of the buttons at a row's right.
const BUTTONS: f32 = 72.0;
const COUNTS: f32 = 320.0;

/// How each kept table differs from the figures, computed once for each revision.
#[derive(Default)]
pub(super) struct Held {
    revision: Option<u64>,
    tables: Vec<ComparedTable>,
}

impl Held {
    fn refresh(&mut self, document: &Document) {
        if self.revision == Some(document.revision()) {
            return;
        }
        let figures = document.figures();
        let held = document.project().printed.iter().map(|kept| {
            let printed = Printed::read(&kept.table, &Sheet::of(kept), figures);
            printed.map(|printed| compare(figures, &printed)).unwrap_or_default()
        });
        self.tables = held.collect();
        self.revision = Some(document.revision());
    }
}

/// A table that is being called something else.
pub(super) struct RenameDraft {
    at: usize,
    title: String,
}

/// What the person asks for.
pub(super) enum Asked {
    /// Take in another table.
    Keep,
    /// Call one something else.
    Rename(RenameDraft),
    /// Keep one no more.
    Remove(usize),
}

/// Shows the kept tables, and returns what was asked for.
pub(super) fn show(
    ui: &mut Ui,
    (document, now): (&Document, Minute),
    held: &mut Held,
) -> Option<Asked> {
    held.refresh(document);
    let printed = &document.project().printed;
    if printed.is_empty() {
        return show_none(ui);
    }
    let mut asked = None;
    ScrollArea::vertical().id_salt("printed").auto_shrink(false).show(ui, |ui| {
        within_margins(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (at, table) in printed.iter().enumerate() {
                let compared = held.tables.get(at);
                let row = show_row(ui, (table, now), compared, at);
                asked = asked.take().or(row);
            }
        });
    });
    asked
}

fn show_none(ui: &mut Ui) -> Option<Asked> {
    let size = vec2(ui.available_width(), 300.0);
    let empty = Empty {
        icon: icon::TABLE,
        title: &t!("printed-none"),
        body: &t!("printed-none-body"),
        action: &t!("printed-hold"),
        takes_files: false,
    };
    empty.show(ui, size).clicked().then_some(Asked::Keep)
}

fn show_row(
    ui: &mut Ui,
    (printed, now): (&PrintedTable, Minute),
    compared: Option<&ComparedTable>,
    at: usize,
) -> Option<Asked> {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let color = colors(ui);
    let caption = caption(printed, now);
    let spoken = format!("{}: {caption}", printed.title);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
    let name = rect.with_max_x(rect.right() - BUTTONS - COUNTS - 16.0);
    let title = paint::elided(ui, &printed.title, medium(scale().body), color.text, name.width());
    let upper = name.with_min_y(rect.top() + 8.0).with_max_y(rect.center().y);
    paint::place_text(ui.painter(), upper, title, Align::Min, color.text);
    let caption = paint::elided(ui, &caption, scale().caption, color.text_2, name.width());
    let lower = name.with_min_y(rect.center().y).with_max_y(rect.bottom() - 8.0);
    paint::place_text(ui.painter(), lower, caption, Align::Min, color.text_2);
    let numbers = rect.with_max_x(rect.right() - BUTTONS).with_min_x(name.right() + 16.0);
    if let Some(compared) = compared {
        let builder =
            UiBuilder::new().max_rect(numbers).layout(Layout::right_to_left(Align::Center));
        let ui = &mut ui.new_child(builder);
        ui.spacing_mut().item_spacing.x = 6.0;
        let verdict = verdict(compared);
        theme::text(ui, counts(compared), scale().body, color.text);
        theme::icon(ui, verdict.icon(), 16.0, verdict.color(color));
    }
    let asked = buttons(ui, rect.with_min_x(rect.right() - BUTTONS), printed, at);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    paint::hairline(ui, line, color.line);
    asked
}

fn verdict(compared: &ComparedTable) -> Verdict {
    let is_off = compared.differences.iter().any(|difference| !difference.is_rounding);
    if is_off { Verdict::Off(Severity::Warning) } else { Verdict::Right }
}

/// "Saker per kvartal · limt inn av Kari i dag 14.32".
fn caption(printed: &PrintedTable, now: Minute) -> String {
    let when = when::moment(printed.when, now);
    let from = printed.file.as_ref().map_or_else(|| t!("printed-pasted"), |file| file.name.clone());
    let (table, who) = (table_word(&printed.table), printed.who.as_str());
    match who {
        "" => t!("printed-caption-unnamed", table = table, from = from, when = when),
        _ => t!("printed-caption", table = table, from = from, who = who, when = when),
    }
}

fn buttons(
    ui: &mut Ui,
    rect: eframe::egui::Rect,
    printed: &PrintedTable,
    at: usize,
) -> Option<Asked> {
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center));
    let ui = &mut ui.new_child(builder);
    let title = printed.title.as_str();
    let removes = ui.add(IconButton::new(icon::TRASH, &t!("printed-remove", title = title)));
    let renames = ui.add(IconButton::new(icon::PENCIL, &t!("printed-rename", title = title)));
    if removes.clicked() {
        Some(Asked::Remove(at))
    } else if renames.clicked() {
        Some(Asked::Rename(RenameDraft { at, title: printed.title.clone() }))
    } else {
        None
    }
}

/// Shows the dialog in which a table is called something else.
pub(super) fn show_rename(ui: &Ui, open: &mut Option<RenameDraft>, commands: &mut Vec<Command>) {
    let Some(draft) = open else { return };
    let (is_done, is_left) =
        modal::show(ui, "rename-printed", &t!("printed-rename-title"), |ui, is_new| {
            ui.add_space(12.0);
            let name = t!("printed-where");
            theme::text(ui, &name, medium(scale().caption), colors(ui).text_2);
            let response = Field::new(&name, ui.available_width()).show(ui, &mut draft.title);
            if is_new {
                response.request_focus();
            }
            let enter = eframe::egui::Key::Enter;
            let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(enter));
            ui.add_space(20.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let is_named = !draft.title.trim().is_empty();
                let does = ui.add_enabled(is_named, Button::primary(&t!("printed-rename-do")));
                let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
                match (does.clicked() || (is_entered && is_named), leave.clicked()) {
                    (true, _) => Some(true),
                    (_, true) => Some(false),
                    _ => None,
                }
            })
            .inner
        });
    if is_done == Some(true) {
        let title = draft.title.clone();
        commands.push(Command::Edit(Edit::RenamePrinted { at: draft.at, title }));
    }
    if is_done.is_some() || is_left {
        *open = None;
    }
}
