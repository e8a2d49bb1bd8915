//! The foot of a statement: how to read the signs, and how many remarks there are and lack.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, Ui};

use crate::app::Document;
use crate::look::tokens;
use crate::project::{ShownSign, StatementId};
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale};
use crate::{t, text_key};

use super::rows::{Opened, Source};

const HEIGHT: f32 = 32.0;

/// Draws the foot of the statements.
pub(super) fn show(ui: &mut Ui, document: &Document, statements: &[StatementId]) {
    let Some(first) = statements.first() else { return };
    let colors = colors(ui);
    let margin = Margin::symmetric(tokens().size.margin as i8, 0);
    Panel::bottom(text_key!("economy-foot"))
        .exact_size(HEIGHT)
        .resizable(false)
        .show_separator_line(true)
        .frame(Frame::NONE.fill(colors.canvas).inner_margin(margin))
        .show(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                counts(ui, document, statements);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    theme::text(ui, reading(document, *first), scale().body, colors.text_2);
                });
            });
        });
}

/// "Inntekter vises med minus, slik regnskapet er ført. Avvik er regnskap minus budsjett."
fn reading(document: &Document, statement: StatementId) -> String {
    let settings = &document.project().accounts_settings;
    let sign = settings.presentation(statement).sign;
    match (statement, sign) {
        (StatementId::BalanceSheet, ShownSign::Ledger) => t!("economy-foot-balance"),
        (StatementId::BalanceSheet, ShownSign::Turned) => t!("economy-foot-balance-turned"),
        (StatementId::ClosingDrift, _) => t!("economy-foot-closing"),
        (_, ShownSign::Ledger) => t!("economy-foot"),
        (_, ShownSign::Turned) => t!("economy-foot-turned"),
    }
}

/// Laid out from the right, so that the last stands first here.
fn counts(ui: &mut Ui, document: &Document, statements: &[StatementId]) {
    let year = document.figures().report_year();
    let remarks = document.project().remarks.iter().filter(|remark| {
        remark.year == Some(year)
            && statements.contains(&remark.statement)
            && !remark.remark.trim().is_empty()
    });
    let written = remarks.count();
    let opened = Opened::default();
    let missing: usize = Source::new(document, year, &opened, false)
        .map_or(0, |source| statements.iter().map(|id| source.missing_in(*id)).sum());
    let colors = colors(ui);
    if missing > 0 {
        let words = t!("economy-count-missing", count = missing);
        theme::text(ui, words, medium(scale().body), colors.warning);
        theme::icon(ui, icon::NO_REMARK, 15.0, colors.warning);
        ui.add_space(14.0);
    }
    if written > 0 {
        let words = t!("economy-count-remarks", count = written);
        theme::text(ui, words, scale().body, colors.text_2);
        theme::icon(ui, icon::REMARK, 15.0, colors.text_2);
    }
}
