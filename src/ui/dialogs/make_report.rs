//! The dialog for reports in a folder: the annual report with all that is kept of it, a quarter's
//! report to the board, or one to each customer.

use eframe::egui::{Align, Layout, Ui};

use super::modal;
use crate::app::{App, Command, Product};
use crate::calendar::Quarter;
use crate::figures::Period;
use crate::issue::Severity;
use crate::report::{Progress, ReportKind};
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{Stress, dropdown};
use crate::ui::widgets::{choice, severity};
use crate::{t, text_key};

const WIDTH: f32 = 520.0;
const QUARTER: f32 = 160.0;
/// Where what explains a choice begins, under the words of the choice.
const INDENT: f32 = 24.0;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Which {
    #[default]
    Annual,
    Board,
    Customers,
}

impl Which {
    const ALL: [Self; 3] = [Self::Annual, Self::Board, Self::Customers];

    /// The choice in words, and what one gets.
    fn words(self, year: &str) -> (String, String) {
        match self {
            Self::Annual => (t!("annual-title", year = year), t!("make-report-annual")),
            Self::Board => (t!("make-report-to-board"), t!("make-report-board")),
            Self::Customers => (t!("make-report-to-customers"), t!("make-report-customers")),
        }
    }
}

/// What is to be made, while it is being chosen.
pub struct MakeReport {
    which: Which,
    quarter: Quarter,
    /// How many texts the annual report has, and how many of them nobody has approved.
    unapproved: (usize, usize),
}

impl MakeReport {
    /// The annual report, and of the quarters the last one of which anything is known.
    pub fn suggested(app: &App) -> Self {
        let quarter = app.document().and_then(|document| {
            let figures = document.figures();
            let is_known = |quarter: &Quarter| {
                figures.comparison(figures.report_year(), Period::Quarter(*quarter)).is_some()
            };
            Quarter::ALL.into_iter().rfind(is_known)
        });
        let unapproved = app.document().map(|document| Progress::unapproved(document.figures()));
        Self {
            which: Which::default(),
            quarter: quarter.unwrap_or(Quarter::First),
            unapproved: unapproved.unwrap_or_default(),
        }
    }

    fn kind(&self) -> ReportKind {
        match self.which {
            Which::Annual => ReportKind::Annual,
            Which::Board => ReportKind::Quarter(self.quarter),
            Which::Customers => ReportKind::EveryCustomer(self.quarter),
        }
    }
}

/// Shows the dialog while it is open.
pub(super) fn show(ui: &Ui, cx: &mut Context<'_>, open: &mut Option<MakeReport>) {
    let Some(document) = cx.app.document() else {
        *open = None;
        return;
    };
    let Some(making) = open else { return };
    let year = document.figures().report_year().to_string();
    let errors = cx.app.checked().map_or(0, |checked| checked.open(Severity::Error));
    let title = t!("make-report");
    let (answer, is_left) =
        modal::show_wide(ui, text_key!("make-report"), &title, WIDTH, |ui, is_new| {
            contents(ui, making, &year, errors, is_new)
        });
    match answer {
        Some(true) => {
            let kind = making.kind();
            *open = None;
            cx.push(Command::Make(Product::reports(kind)));
        }
        Some(false) => *open = None,
        None if is_left => *open = None,
        None => {}
    }
}

fn contents(
    ui: &mut Ui,
    making: &mut MakeReport,
    year: &str,
    errors: usize,
    is_new: bool,
) -> Option<bool> {
    ui.add_space(8.0);
    for which in Which::ALL {
        let (words, why) = which.words(year);
        if choice::radio(ui, &words, making.which == which).clicked() {
            making.which = which;
        }
        ui.horizontal(|ui| {
            ui.add_space(INDENT);
            ui.vertical(|ui| theme::paragraph(ui, why, scale().caption, colors(ui).text_2));
        });
        ui.add_space(8.0);
    }
    if making.which != Which::Annual {
        let quarters = Quarter::ALL.map(|quarter| t!(Period::Quarter(quarter).word_key()));
        let chosen = Quarter::ALL.iter().position(|quarter| *quarter == making.quarter);
        let name = t!("make-report-quarter");
        if let Some(at) = dropdown(ui, &name, QUARTER, &quarters, chosen, Stress::None) {
            making.quarter = Quarter::ALL[at];
        }
        ui.add_space(8.0);
    }
    if let (Which::Annual, (all, open @ 1..)) = (making.which, making.unapproved) {
        let words = t!("make-report-unapproved", open = open, total = all);
        severity::sentence(ui, Severity::Warning, &words);
    }
    if errors > 0 {
        severity::sentence(ui, Severity::Error, &t!("make-report-errors", count = errors));
    }
    ui.add_space(14.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let make = ui.add(Button::primary(&t!("make-report-folder")));
        let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
        if is_new {
            make.request_focus();
        }
        match () {
            () if make.clicked() => Some(true),
            () if leave.clicked() => Some(false),
            () => None,
        }
    })
    .inner
}
