//! The dialog that takes in a table as it was printed elsewhere, pasted or from a file. Before the
//! table is kept, the dialog shows what was understood and how it differs from the figures.

use std::sync::Arc;

use eframe::egui::{Align, Layout, ScrollArea, Ui};

use crate::app::{Command, Document};
use crate::checks::{
    ComparedTable, Printed, Said, Sheet, Understood, comparable_tables, compare, kept_table,
    table_word, understand_file, understand_text,
};
use crate::import::TableFile;
use crate::issue::Severity;
use crate::project::Edit;
use crate::ui::dialogs::modal;
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{Stress, dropdown};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::field::text_area;
use crate::ui::widgets::grid::{Cell, Column, Grid, GridModel, GridState, Mark};
use crate::ui::widgets::severity;
use crate::{message, number, t};

const WIDTH: f32 = 820.0;
const TEXT_HEIGHT: f32 = 130.0;
const ROWS_HEIGHT: f32 = 230.0;
const NOTES_HEIGHT: f32 = 84.0;
const FIELD_WIDTH: f32 = 300.0;

/// A printed table that is being taken in.
pub(super) struct KeepDraft {
    table: &'static str,
    /// Whether the person has chosen the table; else the text decides.
    is_chosen: bool,
    title: String,
    text: String,
    file: Option<Arc<TableFile>>,
    understood: Understood,
    compared: ComparedTable,
    rows: GridState,
    /// Whether the person has tried to keep it; from then on blanks are findings too.
    is_tried: bool,
}

impl KeepDraft {
    /// A draft with nothing pasted yet.
    pub fn new(document: &Document) -> Self {
        let year = document.figures().report_year().to_string();
        Self {
            table: "quarters",
            is_chosen: false,
            title: t!("printed-title-default", year = year),
            text: String::new(),
            file: None,
            understood: Understood::default(),
            compared: ComparedTable::default(),
            rows: GridState::default(),
            is_tried: false,
        }
    }

    fn read_as(&self, table: &str, document: &Document) -> Understood {
        let figures = document.figures();
        match &self.file {
            Some(file) => understand_file(table, file, figures),
            None if self.text.trim().is_empty() => Understood::default(),
            None => understand_text(table, &self.text, figures),
        }
    }

    /// Reads the pasted text or the file, as the table whose rows it holds most of, unless the
    /// person has chosen a table.
    fn understand(&mut self, document: &Document) {
        self.understood = self.read_as(self.table, document);
        if !self.is_chosen {
            for table in comparable_tables() {
                let read = self.read_as(table, document);
                if read.known > self.understood.known {
                    (self.table, self.understood) = (table, read);
                }
            }
        }
        let figures = document.figures();
        let printed = Printed::read(self.table, &self.understood.sheet, figures);
        self.compared = printed.map(|printed| compare(figures, &printed)).unwrap_or_default();
    }

    /// Takes the file that was read meanwhile.
    fn take_file(&mut self, file: &Arc<TableFile>, document: &Document) {
        if !self.file.as_ref().is_some_and(|known| Arc::ptr_eq(known, file)) {
            self.file = Some(Arc::clone(file));
            self.text.clear();
            self.understand(document);
        }
    }

    /// What is to be done, when something is understood and it has a title.
    fn edit(&self) -> Option<Edit> {
        if self.understood.known == 0 || self.title.trim().is_empty() {
            return None;
        }
        let file = self.file.as_ref().map(|table_file| table_file.file.clone());
        Some(Edit::KeepPrinted(kept_table(self.table, &self.title, &self.understood, file)))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    None,
    Keep,
    ChooseFile,
    Leave,
}

/// Shows the dialog while it is open; whether a table has just been kept.
pub(super) fn show(
    ui: &Ui,
    document: &Document,
    file: Option<&Arc<TableFile>>,
    open: &mut Option<KeepDraft>,
    commands: &mut Vec<Command>,
) -> bool {
    let Some(draft) = open else { return false };
    if let Some(file) = file {
        draft.take_file(file, document);
    }
    let title = t!("printed-keep-title");
    let (answer, is_left) = modal::show_wide(ui, "keep-printed", &title, WIDTH, |ui, is_new| {
        contents(ui, document, draft, is_new)
    });
    match answer {
        Answer::Keep => match draft.edit() {
            Some(edit) => {
                commands.push(Command::Edit(edit));
                commands.push(Command::ForgetPrinted);
                *open = None;
                return true;
            }
            None => draft.is_tried = true,
        },
        Answer::ChooseFile => commands.push(Command::ChoosePrinted),
        Answer::None if !is_left => {}
        Answer::None | Answer::Leave => {
            commands.push(Command::ForgetPrinted);
            *open = None;
        }
    }
    false
}

fn contents(ui: &mut Ui, document: &Document, draft: &mut KeepDraft, is_new: bool) -> Answer {
    theme::paragraph(ui, t!("printed-keep-lead"), scale().body, colors(ui).text_2);
    ui.add_space(12.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        table_choice(ui, document, draft);
        title_field(ui, draft);
    });
    ui.add_space(10.0);
    if let Some(file) = &draft.file {
        let words = t!("printed-from-file", file = file.file.name.as_str());
        theme::text(ui, words, scale().body, colors(ui).text);
    } else {
        let (name, hint) = (t!("printed-paste"), t!("printed-paste-hint"));
        if text_area(ui, (&name, &hint), TEXT_HEIGHT, &mut draft.text, is_new) {
            draft.understand(document);
        }
    }
    ui.add_space(10.0);
    understood(ui, draft);
    ui.add_space(16.0);
    answers(ui, draft)
}

fn table_choice(ui: &mut Ui, document: &Document, draft: &mut KeepDraft) {
    let names: Vec<&'static str> = comparable_tables().collect();
    let words: Vec<String> = names.iter().map(|name| table_word(name)).collect();
    let chosen = names.iter().position(|name| *name == draft.table);
    ui.vertical(|ui| {
        ui.set_width(FIELD_WIDTH);
        let name = t!("printed-table");
        theme::text(ui, &name, medium(scale().caption), colors(ui).text_2);
        if let Some(at) = dropdown(ui, &name, FIELD_WIDTH, &words, chosen, Stress::None) {
            draft.table = names[at];
            draft.is_chosen = true;
            draft.understand(document);
        }
    });
}

fn title_field(ui: &mut Ui, draft: &mut KeepDraft) {
    ui.vertical(|ui| {
        let name = t!("printed-where");
        theme::text(ui, &name, medium(scale().caption), colors(ui).text_2);
        let is_missing = draft.is_tried && draft.title.trim().is_empty();
        let missing = t!("printed-where-missing");
        let finding = is_missing.then_some(missing.as_str());
        let field = Field::new(&name, ui.available_width()).finding(finding);
        field.show(ui, &mut draft.title);
    });
}

fn answers(ui: &mut Ui, draft: &KeepDraft) -> Answer {
    let is_known = draft.understood.known > 0;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let keeps = ui.add_enabled(is_known, Button::primary(&t!("printed-keep"))).clicked();
        let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
        let chooses = ui.add(Button::quiet(&t!("printed-choose-file")).icon(icon::FOLDER_OPEN));
        match (keeps, leave.clicked(), chooses.clicked()) {
            (true, ..) => Answer::Keep,
            (_, true, _) => Answer::Leave,
            (_, _, true) => Answer::ChooseFile,
            _ => Answer::None,
        }
    })
    .inner
}

/// How the table differs from the figures, what was not understood, and its rows.
fn understood(ui: &mut Ui, draft: &mut KeepDraft) {
    let is_empty = draft.file.is_none() && draft.text.trim().is_empty();
    if is_empty {
        return;
    }
    // However many notes there are, the buttons stay in sight.
    ScrollArea::vertical().id_salt("notes").max_height(NOTES_HEIGHT).show(ui, |ui| {
        for note in &draft.understood.notes {
            severity::sentence(ui, Severity::Warning, &note.text());
        }
    });
    if draft.understood.known == 0 {
        return;
    }
    theme::text(ui, counts(&draft.compared), medium(scale().body), colors(ui).text);
    ui.add_space(4.0);
    let model = Model::new(&draft.understood, &draft.compared);
    let name = t!("printed-rows");
    let grid = Grid::new(&name).max_height(ROWS_HEIGHT);
    let _ = grid.show(ui, &mut draft.rows, &model);
}

/// "10 tall avviker, 40 stemmer."
pub(super) fn counts(compared: &ComparedTable) -> String {
    t!(
        "printed-counts",
        differences = compared.differences.len(),
        agreed = compared.agreed,
        unknown = compared.unknown,
    )
}

/// The rows as they were understood, to read.
struct Model<'a> {
    sheet: &'a Sheet,
    compared: &'a ComparedTable,
    columns: Vec<Column>,
}

impl<'a> Model<'a> {
    fn new(understood: &'a Understood, compared: &'a ComparedTable) -> Self {
        /// Columns of numbers; more of them scroll.
        const NUMBER: f32 = 104.0;
        let columns = understood.headings.iter().enumerate().map(|(at, heading)| match at {
            0 => Column::text(heading.clone(), 220.0).stretching(),
            _ => Column::number(heading.clone(), NUMBER),
        });
        Self { sheet: &understood.sheet, compared, columns: columns.collect() }
    }
}

impl Model<'_> {
    /// The program's number, where the printed one is another and rounding does not explain it.
    fn difference(&self, row: usize, column: usize) -> Option<&Said> {
        let (name, id) = (self.sheet.cell(row, 0), self.sheet.header.get(column)?);
        let mut differences =
            self.compared.differences.iter().filter(|difference| !difference.is_rounding);
        let difference = differences
            .find(|difference| difference.row.starts_with(name) && difference.column == *id)?;
        difference.expected.as_ref()
    }
}

impl GridModel for Model<'_> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.sheet.rows.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let text = self.sheet.cell(row, column);
        let value = text.parse::<number::Decimal>().ok().filter(|_| column > 0);
        let cell = Cell::new(
            value.map_or_else(|| text.to_owned(), |value| number::decimal(value, value.scale())),
        );
        match self.difference(row, column) {
            Some(ours) => cell.mark(Mark::Error(message!("printed-cell-off", own = ours.text()))),
            None => cell,
        }
    }

    fn row_name(&self, row: usize) -> Option<String> {
        Some(self.sheet.cell(row, 0).to_owned())
    }
}
