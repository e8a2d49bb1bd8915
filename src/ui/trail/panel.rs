//! The panel: steps with a dot each on one line, from the number over its formula down to files,
//! cells and persons.

use eframe::egui::{Align, Layout, Rect, Stroke, Ui, UiBuilder, pos2};

use crate::app::{Command, Document, OpenTrail, TrailCommand};
use crate::figures::{AccountsKey, Key, Trail, TrailPart};
use crate::look::tokens;
use crate::project::{LogEntry, ShownSign};
use crate::t;
use crate::ui::context::Context;
use crate::ui::target::Target;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::{heading, key_hint, paint};
use crate::ui::{icon, when};

use super::TrailState;
use super::correction;
use super::parts::{self, FileCells, Origins, PartRow};

/// Left of a step's words stands its dot.
const STEP: f32 = 20.0;
const DOT: f32 = 4.5;

/// Draws the open trail.
pub(super) fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut TrailState) {
    let app = cx.app;
    let (Some(open), Some(document)) = (app.trail(), app.document()) else { return };
    let trail = open.trail();
    head(ui, open, cx.commands);
    ui.add_space(8.0);
    let sign = parts::sign(document, open.way());
    let origins = Origins::of(trail);
    let has_formula = trail.formula.is_some() || !trail.basis.is_empty();
    let goes_on = has_formula || !origins.is_empty();
    step(ui, &t!("trail-step-number"), Dot::End, goes_on, |ui| {
        let value = parts::value(document, trail, sign);
        theme::paragraph(ui, value, scale().figure, colors(ui).text);
        theme::paragraph(ui, &trail.figure.label, scale().body, colors(ui).text_2);
    });
    if has_formula {
        step(ui, &t!("trail-step-formula"), Dot::Middle, !origins.is_empty(), |ui| {
            formula(ui, document, trail, sign, cx.commands);
        });
    } else if origins.is_empty() {
        theme::paragraph(ui, t!("trail-nothing"), scale().body, colors(ui).text_2);
    }
    if !origins.is_empty() {
        step(ui, &t!("trail-step-source"), Dot::End, false, |ui| {
            let draft = &mut state.reason;
            for (at, correction) in &origins.corrections {
                correction::show(ui, document, (*at, correction), draft, cx.commands);
            }
            for file in &origins.files {
                source(ui, file);
            }
            for log in &origins.typed {
                typed(ui, log);
            }
            if origins.has_untold {
                theme::paragraph(ui, t!("trail-typed"), scale().body, colors(ui).text);
            }
        });
    }
    if let Some(target) = wishes(ui, document, trail) {
        cx.show(target);
    }
}

fn head(ui: &mut Ui, open: &OpenTrail, commands: &mut Vec<Command>) {
    let mut ask = |command| commands.push(Command::Trail(command));
    paint::row(ui, tokens().size.button, |ui| {
        theme::text(ui, t!("trail-title"), scale().heading, colors(ui).text);
        if open.goes_back() || open.goes_forth() {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(8.0);
            let back = t!("trail-back");
            let button = IconButton::new(icon::CARET_LEFT, &back);
            if ui.add_enabled(open.goes_back(), button).clicked() {
                ask(TrailCommand::Back);
            }
            let forth = t!("trail-forth");
            let button = IconButton::new(icon::CARET_RIGHT, &forth);
            if ui.add_enabled(open.goes_forth(), button).clicked() {
                ask(TrailCommand::Forth);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            if ui.add(IconButton::new(icon::CLOSE, &t!("trail-close"))).clicked() {
                ask(TrailCommand::Close);
            }
            key_hint::key_sign(ui, &t!("keys-trail"));
        });
    });
}

/// The dot of a step.
#[derive(Clone, Copy, PartialEq)]
enum Dot {
    /// Where the way begins or ends.
    End,
    /// On the way.
    Middle,
}

/// A step with its dot, and the line that goes on to the next.
fn step<R>(
    ui: &mut Ui,
    title: &str,
    dot: Dot,
    goes_on: bool,
    contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    let colors = colors(ui);
    let top = ui.cursor().min;
    let inner = Rect::from_min_max(pos2(top.x + STEP, top.y), ui.max_rect().right_bottom());
    let builder = UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Min));
    let shown = ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        theme::text(ui, title, scale().caption, colors.text_2);
        contents(ui)
    });
    ui.add_space(10.0);
    let centre = pos2(top.x + DOT, top.y + scale().caption.1 / 2.0);
    let color = if dot == Dot::End { colors.accent } else { colors.line_strong };
    if goes_on {
        let bottom = shown.response.rect.bottom() + 6.0;
        let line = Stroke::new(1.0, colors.line_strong);
        ui.painter().vline(centre.x, centre.y + 9.0..=bottom, line);
    }
    ui.painter().circle_filled(centre, DOT, color);
    shown.inner
}

/// The formula in words and numbers, and the figures that it speaks of.
fn formula(
    ui: &mut Ui,
    document: &Document,
    trail: &Trail,
    sign: ShownSign,
    commands: &mut Vec<Command>,
) {
    let colors = colors(ui);
    if let Some(formula) = &trail.formula {
        theme::paragraph(ui, formula, scale().body_strong, colors.text);
    }
    for words in &trail.basis {
        theme::paragraph(ui, words, scale().body, colors.text_2);
    }
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    for part in &trail.parts {
        if let TrailPart::Workdays { count, span } = part {
            let words = crate::figures::workdays_text(*count, *span);
            theme::paragraph(ui, &words, scale().body, colors.text_2);
        }
        let TrailPart::Figure(part) = part else { continue };
        if is_zero_line(part) {
            continue;
        }
        let (code, name) = parts::within(document, &part.figure, &trail.figure.key);
        let row = PartRow { code, name, value: parts::value(document, part, sign) };
        if parts::show(ui, &row) {
            commands.push(Command::Trail(TrailCommand::Walk(parts::target(part))));
        }
    }
}

/// A line of a statement that adds nothing to its sum.
fn is_zero_line(part: &Trail) -> bool {
    let is_line = matches!(part.figure.key, Key::Accounts(AccountsKey::Row { .. }));
    is_line && part.figure.value.is_some_and(|value| value.is_zero())
}

/// A file: name, sheet and cells, when and by whom it was read, and its hash.
fn source(ui: &mut Ui, file: &FileCells) {
    let colors = colors(ui);
    let source = &file.source;
    theme::paragraph(ui, &source.file, scale().body_strong, colors.text);
    theme::paragraph(ui, file.place(), scale().body, colors.text_2);
    ui.add_space(2.0);
    let read = when::exactly(source.imported);
    let read = match source.imported_by.as_str() {
        "" => t!("trail-read", when = read),
        who => t!("trail-read-by", when = read, who = who),
    };
    theme::paragraph(ui, read, scale().caption, colors.text_2);
    if !source.sha256.is_empty() {
        let hash = t!("trail-hash", hash = file.short_hash());
        theme::paragraph(ui, hash, scale().caption, colors.text_2).on_hover_text(&source.sha256);
    }
    ui.add_space(6.0);
}

/// What was typed: by whom and when, as the log has it.
fn typed(ui: &mut Ui, log: &LogEntry) {
    let when = when::exactly(log.when);
    let words = match log.who.as_str() {
        "" => t!("trail-typed-when", when = when),
        who => t!("trail-typed-by", who = who, when = when),
    };
    theme::paragraph(ui, words, scale().body_strong, colors(ui).text);
    theme::paragraph(ui, &log.what, scale().body, colors(ui).text_2);
    ui.add_space(6.0);
}

/// What can be done with the number: go to its row, type over it, move its accounts.
fn wishes(ui: &mut Ui, document: &Document, trail: &Trail) -> Option<Target> {
    let moves = match &trail.figure.key {
        Key::Accounts(key) if has_accounts(document, key) => Some(key),
        _ => None,
    };
    if trail.at.is_none() && moves.is_none() {
        return None;
    }
    let mut wish = None;
    heading::divide(ui, 10.0);
    ui.horizontal_wrapped(|ui| {
        if let Some(at) = trail.at {
            let name = t!("trail-go-to-row");
            if ui.add(Button::secondary(&name).icon(icon::OPEN_OUTSIDE)).clicked() {
                wish = Some(Target::Cell { at, opens: false });
            }
            let is_read = document.project().rows(at.table).origin(at.row).is_some();
            let name = t!("trail-override");
            if is_read && ui.add(Button::quiet(&name)).clicked() {
                wish = Some(Target::Cell { at, opens: true });
            }
        }
        if let Some(key) = moves {
            let name = t!("economy-move");
            if ui.add(Button::quiet(&name).icon(icon::MOVE)).clicked() {
                wish = Some(Target::Accounts(key.clone()));
            }
        }
    });
    wish
}

/// Whether the figure is a sum of accounts of the report year, which can stand on another line.
fn has_accounts(document: &Document, key: &AccountsKey) -> bool {
    let figures = document.figures();
    key.year() == figures.report_year()
        && match key {
            AccountsKey::Row { statement, year, row, .. } => figures
                .statement_row(*statement, *year, row)
                .is_some_and(|row| !row.accounts.is_empty()),
            AccountsKey::Art { .. } | AccountsKey::Account { .. } => true,
            _ => false,
        }
}
