//! The dialog that takes in a printed statement, pasted from Excel or from a PDF: the rows are
//! shown as they were understood before anything is changed.

use eframe::egui::{Align, Layout, ScrollArea, Ui};

use crate::app::{Command, Document};
use crate::calendar::Year;
use crate::import::{PrintedRead, read_printed};
use crate::issue::Severity;
use crate::number;
use crate::project::{Edit, StatementId, StatementLine};
use crate::t;
use crate::ui::dialogs::modal;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{Stress, dropdown};
use crate::ui::widgets::field::text_area;
use crate::ui::widgets::grid::{Cell, Column, Grid, GridModel, GridState};
use crate::ui::widgets::severity;

const TEXT_HEIGHT: f32 = 130.0;
const ROWS_HEIGHT: f32 = 260.0;
const NOTES_HEIGHT: f32 = 110.0;
const WIDTH: f32 = 820.0;

/// A printed statement that is being taken in.
pub(super) struct PasteDraft {
    statement: StatementId,
    year: Year,
    text: String,
    read: PrintedRead,
    rows: GridState,
}

impl PasteDraft {
    /// A dialog for `statement` of `year`, with nothing pasted yet.
    pub fn new(statement: StatementId, year: Year) -> Self {
        Self {
            statement,
            year,
            text: String::new(),
            read: PrintedRead::default(),
            rows: GridState::default(),
        }
    }

    /// Reads a new text as the statement that knows most of its rows; the person may choose
    /// another. The second paragraphs accept any words, so that only a person chooses them.
    fn understand_anew(&mut self) {
        self.understand();
        let others = [
            StatementId::Appropriations,
            StatementId::Investment,
            StatementId::ByNature,
            StatementId::BalanceSheet,
        ];
        for statement in others {
            let read = read_printed(statement, self.year, &self.text);
            if read.rows.len() > self.read.rows.len() {
                (self.statement, self.read) = (statement, read);
            }
        }
    }

    fn understand(&mut self) {
        self.read = match self.text.trim() {
            "" => PrintedRead::default(),
            _ => read_printed(self.statement, self.year, &self.text),
        };
    }
}

enum Answer {
    None,
    Take,
    Leave,
}

/// Shows the dialog while it is open.
pub(super) fn show(
    ui: &Ui,
    document: &Document,
    open: &mut Option<PasteDraft>,
    commands: &mut Vec<Command>,
) {
    let Some(draft) = open else { return };
    draft.year = document.figures().report_year();
    let title = t!("economy-paste-title");
    let shown = modal::show_wide(ui, "paste-statement", &title, WIDTH, |ui, is_new| {
        contents(ui, draft, is_new)
    });
    match shown {
        (Answer::Take, _) => {
            let rows = std::mem::take(&mut draft.read.rows);
            commands.push(Command::Edit(Edit::TakeStatement { rows }));
            *open = None;
        }
        (Answer::Leave, _) | (Answer::None, true) => *open = None,
        (Answer::None, false) => {}
    }
}

fn contents(ui: &mut Ui, draft: &mut PasteDraft, is_new: bool) -> Answer {
    let lead = t!("economy-paste-lead", year = draft.year.to_string());
    theme::paragraph(ui, lead, scale().body, colors(ui).text_2);
    ui.add_space(12.0);
    let name = t!("column-statement");
    let statements = StatementId::EVERY;
    let words = statements.map(|statement| statement.word());
    let chosen = statements.iter().position(|statement| *statement == draft.statement);
    if let Some(at) = dropdown(ui, &name, 220.0, &words, chosen, Stress::None) {
        draft.statement = statements[at];
        draft.understand();
    }
    ui.add_space(10.0);
    let (name, hint) = (t!("economy-paste-text"), t!("economy-paste-hint"));
    if text_area(ui, (&name, &hint), TEXT_HEIGHT, &mut draft.text, is_new) {
        draft.understand_anew();
    }
    ui.add_space(10.0);
    understood(ui, draft);
    ui.add_space(16.0);
    let count = draft.read.rows.len();
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let take = t!("economy-paste-take", count = count);
        let is_taken = ui.add_enabled(count > 0, Button::primary(&take)).clicked();
        let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
        match (is_taken, leave.clicked()) {
            (true, _) => Answer::Take,
            (_, true) => Answer::Leave,
            _ => Answer::None,
        }
    })
    .inner
}

/// The rows as they were understood, and what was not.
fn understood(ui: &mut Ui, draft: &mut PasteDraft) {
    let PasteDraft { read, rows, .. } = draft;
    // However many there are, the buttons stay in sight.
    ScrollArea::vertical().id_salt("notes").max_height(NOTES_HEIGHT).show(ui, |ui| {
        for note in &read.notes {
            severity::sentence(ui, Severity::Warning, &note.text());
        }
    });
    if read.rows.is_empty() {
        return;
    }
    let words = t!("economy-paste-understood", count = read.rows.len());
    theme::text(ui, words, medium(scale().caption), colors(ui).text_2);
    let model = Model::new(&read.rows);
    let _ = Grid::new(&t!("economy-paste-table")).max_height(ROWS_HEIGHT).show(ui, rows, &model);
}

struct Model<'a> {
    rows: &'a [StatementLine],
    columns: Vec<Column>,
}

impl<'a> Model<'a> {
    fn new(rows: &'a [StatementLine]) -> Self {
        let columns = vec![
            Column::text(t!("economy-name"), 220.0).stretching(),
            Column::text(t!("economy-note"), 50.0),
            Column::number(t!("column-actual"), 125.0),
            Column::number(t!("economy-revised"), 125.0),
            Column::number(t!("economy-original"), 125.0),
            Column::number(t!("column-last_year"), 125.0),
        ];
        Self { rows, columns }
    }
}

impl GridModel for Model<'_> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.rows.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(line) = self.rows.get(row) else { return Cell::default() };
        let amount = match column {
            0 => return Cell::new(&*line.line),
            1 => return Cell::new(&*line.note),
            2 => line.actual,
            3 => line.revised_budget,
            4 => line.original_budget,
            _ => line.last_year,
        };
        amount.map_or_else(Cell::default, |amount| Cell::new(number::decimal(amount, 2)))
    }

    fn row_name(&self, row: usize) -> Option<String> {
        self.rows.get(row).map(|row| row.line.clone())
    }
}
