//! The table of the quarters as it is shown, and beside it where a number comes from.

use eframe::egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::Document;
use crate::figures::Period;
use crate::number::{MINUS, NBSP};
use crate::t;
use crate::ui::widgets::choice::check_box;
use crate::ui::widgets::grid::{Cell, Column, Grid, GridModel, RowKind};
use crate::words::Message;

use super::content::Content;
use super::quarter_rows::QuarterTable;
use super::{State, trail_panel};

/// The panel of the selected number, beside the table.
const TRAIL_WIDTH: f32 = 300.0;
const BESIDE: f32 = 36.0;
/// The table needs so much; with less the panel stands below it.
const TABLE_WIDTH: f32 = 600.0;
/// The least and most width of a column of numbers.
const NUMBER_WIDTH: (f32, f32) = (72.0, 112.0);
/// What the names of the rows would like to have.
const NAME_WIDTH: f32 = 250.0;

/// The table as it is shown in some width.
struct Shown<'a> {
    table: &'a QuarterTable,
    columns: Vec<Column>,
}

/// Shows the table, and beside it where the selected number comes from.
pub(super) fn show(ui: &mut Ui, state: &mut State, content: &Content, document: &Document) {
    let width = ui.available_width();
    let has_room = width >= TABLE_WIDTH + BESIDE + TRAIL_WIDTH;
    let table_width = if has_room { width - BESIDE - TRAIL_WIDTH } else { width };
    let top_left = ui.cursor().min;
    let left = ui.scope(|ui| {
        ui.set_max_width(table_width);
        let shown = Shown { table: &content.quarters, columns: columns(table_width) };
        Grid::new(&t!("title-quarters")).show(ui, &mut state.quarters, &shown);
        ui.add_space(4.0);
        let name = t!("cases-as-printed-switch");
        if check_box(ui, &name, Some(state.shows_printed)).clicked() {
            state.shows_printed = !state.shows_printed;
        }
    });
    let key = state.quarters.cursor().and_then(|at| content.quarters.key(at));
    if has_room {
        let corner = pos2(top_left.x + table_width + BESIDE, top_left.y);
        let room = Rect::from_min_size(corner, vec2(TRAIL_WIDTH, f32::INFINITY));
        let mut beside = ui.new_child(UiBuilder::new().max_rect(room));
        trail_panel::show(&mut beside, &mut state.trail, key, content, document);
        let lower = beside.min_rect().bottom() - left.response.rect.bottom();
        ui.add_space(lower.max(0.0));
    } else {
        ui.add_space(12.0);
        trail_panel::show(ui, &mut state.trail, key, content, document);
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
        self.table.rows.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(row) = self.table.rows.get(row) else { return Cell::default() };
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

    fn row_kind(&self, row: usize) -> RowKind {
        self.table.rows.get(row).map_or(RowKind::Plain, |row| row.kind)
    }

    fn row_name(&self, row: usize) -> Option<String> {
        self.table.rows.get(row).map(|row| row.name.clone())
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
