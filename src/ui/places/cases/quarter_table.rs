//! The table of the quarters as it is shown.

use eframe::egui::Ui;

use crate::app::Command;
use crate::figures::{Period, TrailOf};
use crate::number::{MINUS, NBSP};
use crate::t;
use crate::ui::theme::{self, colors, scale};
use crate::ui::trail;
use crate::ui::widgets::choice::check_box;
use crate::ui::widgets::grid::{At, Cell, Column, Grid, GridModel, RowKind};
use crate::words::Message;

use super::CasesState;
use super::content::Content;

/// The least and most width of a column of numbers.
const NUMBER_WIDTH: (f32, f32) = (72.0, 112.0);
/// What the names of the rows would like to have.
const NAME_WIDTH: f32 = 250.0;

/// The table as it is shown in some width.
struct Shown<'a> {
    content: &'a Content,
    columns: Vec<Column>,
}

/// Shows the table.
pub(super) fn show(
    ui: &mut Ui,
    state: &mut CasesState,
    content: &Content,
    commands: &mut Vec<Command>,
) {
    let shown = Shown { content, columns: columns(ui.available_width()) };
    let actions = Grid::new(&t!("title-quarters")).show(ui, &mut state.quarters, &shown);
    let _ = trail::followed(actions, commands);
    ui.add_space(4.0);
    if !content.filter().is_empty() {
        let words = t!("cases-trail-filtered");
        theme::paragraph(ui, words, scale().caption, colors(ui).text_2);
    }
    let name = t!("cases-as-printed-switch");
    if check_box(ui, &name, Some(state.shows_printed)).clicked() {
        state.shows_printed = !state.shows_printed;
    }
}

fn columns(width: f32) -> Vec<Column> {
    let (least, most) = NUMBER_WIDTH;
    let each = ((width - NAME_WIDTH) / 5.0).clamp(least, most);
    let name = Column::text(t!("place-cases"), 120.0).stretching();
    let numbers = Period::ALL.map(|period| Column::number(t!(period.word_key()), each));
    std::iter::once(name).chain(numbers).collect()
}

impl GridModel for Shown<'_> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.content.quarters.rows.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(row) = self.content.quarters.rows.get(row) else { return Cell::default() };
        match column.checked_sub(1) {
            None => Cell::new(row.name.clone()).tone(row.tone),
            Some(column) => row.cells.get(column).cloned().unwrap_or_default(),
        }
    }

    fn edit_text(&self, row: usize, column: usize) -> String {
        plain_number(&self.cell(row, column).text, column)
    }

    fn editable(&self, _row: usize, _column: usize) -> bool {
        false
    }

    fn check(&self, _row: usize, _column: usize, _text: &str) -> Result<(), Message> {
        Ok(())
    }

    /// A figure counts all cases; under a filter the cell shows another number.
    fn trail(&self, row: usize, column: usize) -> Option<TrailOf> {
        let key = self.content.quarters.key(At::new(row, column));
        key.filter(|_| self.content.filter().is_empty()).map(TrailOf::Figure)
    }

    fn row_kind(&self, row: usize) -> RowKind {
        self.content.quarters.rows.get(row).map_or(RowKind::Plain, |row| row.kind)
    }

    fn row_name(&self, row: usize) -> Option<String> {
        self.content.quarters.rows.get(row).map(|row| row.name.clone())
    }
}

/// A number as a Norwegian Excel takes it: no spaces, a hyphen for minus. Names stay.
pub(super) fn plain_number(text: &str, column: usize) -> String {
    if column == 0 {
        return text.to_owned();
    }
    text.chars()
        .filter(|letter| *letter != NBSP && *letter != '+')
        .map(|letter| if letter == MINUS { '-' } else { letter })
        .collect()
}
