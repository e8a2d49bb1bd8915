//! Where rows and columns stand. Rows are of a few fixed heights, so that a table of hundreds
//! of thousands scrolls as quickly as a short one.

use std::ops::Range;

use eframe::egui::{Pos2, Rangef, Rect, Ui, pos2};

use super::model::{Cell, Column, GridModel, RowKind};
use super::state::{At, Block, kind_of, row_count};
use crate::look::{TypeStyle, tokens};
use crate::ui::theme::{colors, medium, scale, semibold};
use crate::ui::widgets::paint;

/// Up to so many rows the words may take more than one line; all of them are measured.
const WRAPPED_ROWS: usize = 400;
/// A heading of the first level has more air above it …
const HEADING: f32 = 34.0;
/// … and words over another table have most.
const TITLE: f32 = 44.0;
/// Air at the left and the right of a cell's words: numbers keep a little more at their right.
const PADDING: [f32; 2] = [10.0, 14.0];
/// The same in a column with little air; only the longest numbers reach the left.
const TIGHT: [f32; 2] = [2.0, 8.0];
/// How far each step of an outline stands in.
const INDENT: f32 = 17.0;

enum Rows {
    /// All of one height.
    Even { height: f32, count: usize },
    /// The top of each row, and the bottom of the last.
    Uneven(Vec<f32>),
}

/// Where the cells stand, measured from the table's upper left corner.
pub(super) struct Layout {
    columns: Vec<Rangef>,
    rows: Rows,
    /// How far the columns have scrolled to the left; the first one stays in sight.
    scrolled: f32,
}

impl Layout {
    /// Lays out `model` in the width of `ui`.
    pub fn new(ui: &Ui, model: &dyn GridModel) -> Self {
        let columns = columns(model.columns(), ui.available_width());
        let rows = rows(ui, model, &columns);
        Self { columns, rows, scrolled: 0.0 }
    }

    /// The columns have scrolled so far, in a table that is `width` wide in sight.
    pub fn scroll(&mut self, scrolled: f32, width: f32) {
        // A first column that would leave no room for the others goes with them.
        let leaves_room = self.first().span() * 2.0 <= width;
        self.scrolled = if leaves_room { scrolled.max(0.0) } else { 0.0 };
    }

    /// Whether the first column stands over others.
    pub fn covers(&self) -> bool {
        self.scrolled > 0.0
    }

    /// The first column, which stays while the others scroll.
    pub fn first(&self) -> Rangef {
        let first = self.columns.first().copied().unwrap_or(Rangef::point(0.0));
        Rangef::new(first.min + self.scrolled, first.max + self.scrolled)
    }

    /// Where a column stands.
    pub fn column(&self, column: usize) -> Rangef {
        match column {
            0 => self.first(),
            _ => self.columns.get(column).copied().unwrap_or(Rangef::point(0.0)),
        }
    }

    pub fn width(&self) -> f32 {
        self.columns.last().map_or(0.0, |column| column.max)
    }

    pub fn height(&self) -> f32 {
        match &self.rows {
            Rows::Even { height, count } => height * *count as f32,
            Rows::Uneven(tops) => tops.last().copied().unwrap_or(0.0),
        }
    }

    fn row(&self, row: usize) -> Rangef {
        match &self.rows {
            Rows::Even { height, .. } => {
                let top = *height * row as f32;
                Rangef::new(top, top + height)
            }
            Rows::Uneven(tops) => {
                let edge = |index: usize| tops.get(index).or(tops.last()).copied().unwrap_or(0.0);
                Rangef::new(edge(row), edge(row.saturating_add(1)))
            }
        }
    }

    /// The rows that lie between two heights.
    pub fn rows_within(&self, span: Rangef) -> Range<usize> {
        match &self.rows {
            Rows::Even { height, count } => {
                let index = |y: f32| (y / height).max(0.0) as usize;
                index(span.min).min(*count)..index(span.max).saturating_add(1).min(*count)
            }
            Rows::Uneven(tops) => {
                let count = tops.len().saturating_sub(1);
                let before = |y: f32| tops.partition_point(|top| *top <= y).saturating_sub(1);
                before(span.min).min(count)..before(span.max).saturating_add(1).min(count)
            }
        }
    }

    /// The cell under `place`.
    pub fn at(&self, origin: Pos2, place: Pos2) -> Option<At> {
        let from = place - origin;
        let column =
            (0..self.columns.len()).find(|column| self.column(*column).contains(from.x))?;
        let row = self.rows_within(Rangef::point(from.y)).next().filter(|_| from.y >= 0.0)?;
        Some(At::new(row, column))
    }

    /// The whole row's rectangle.
    pub fn row_rect(&self, origin: Pos2, row: usize) -> Rect {
        let range = self.row(row);
        Rect::from_min_max(
            pos2(origin.x, origin.y + range.min),
            pos2(origin.x + self.width(), origin.y + range.max),
        )
    }

    /// The cell's rectangle.
    pub fn cell_rect(&self, origin: Pos2, at: At) -> Rect {
        let column = self.column(at.column);
        let row = self.row_rect(origin, at.row);
        Rect::from_x_y_ranges(origin.x + column.min..=origin.x + column.max, row.y_range())
    }

    /// The block's rectangle.
    pub fn block_rect(&self, origin: Pos2, block: Block) -> Rect {
        self.cell_rect(origin, block.from).union(self.cell_rect(origin, block.to))
    }
}

/// Numbers keep their width; the columns that stretch share what is left.
fn columns(columns: &[Column], width: f32) -> Vec<Rangef> {
    let fixed: f32 = columns.iter().map(|column| column.width).sum();
    let stretching = columns.iter().filter(|column| column.stretches).count();
    let extra = (width - fixed).max(0.0) / stretching.max(1) as f32;
    let mut left = 0.0;
    columns
        .iter()
        .map(|column| {
            let width = column.width + if column.stretches { extra } else { 0.0 };
            let right = left + width.min(column.most.max(column.width));
            let range = Rangef::new(left, right);
            left = right;
            range
        })
        .collect()
}

fn rows(ui: &Ui, model: &dyn GridModel, columns: &[Rangef]) -> Rows {
    let count = row_count(model);
    if model.is_even() {
        return Rows::Even { height: tokens().row.table, count };
    }
    let has_words = |row: &usize| !matches!(model.row_kind(*row), RowKind::Part | RowKind::Wide(_));
    let wraps = (0..model.row_count()).filter(has_words).count() <= WRAPPED_ROWS;
    let mut tops = Vec::with_capacity(count.saturating_add(1));
    let mut top = 0.0;
    tops.push(top);
    for row in 0..count {
        top += height(kind_of(model, row));
        if wraps && row < model.row_count() && has_words(&row) {
            let more = lines(ui, model, columns, row).saturating_sub(1);
            top += more as f32 * paint::WRAPPED_LINE;
        }
        tops.push(top);
    }
    Rows::Uneven(tops)
}

/// The height of a row of one line.
fn height(kind: RowKind) -> f32 {
    let heights = &tokens().row;
    match kind {
        RowKind::Wide(height) => height,
        RowKind::Heading(0) => HEADING,
        RowKind::Title => TITLE,
        RowKind::Part => heights.account,
        kind if kind.is_sum() => heights.sum,
        _ => heights.table,
    }
}

/// The lines that the row's longest words take.
fn lines(ui: &Ui, model: &dyn GridModel, columns: &[Rangef], row: usize) -> usize {
    let kind = model.row_kind(row);
    let wrapping = model.columns().iter().zip(columns).enumerate();
    let wrapping = wrapping.filter(|(_, (column, _))| column.lines > 1);
    let lines = wrapping.map(|(index, (column, range))| {
        let cell = model.cell(row, index);
        let rect = Rect::from_x_y_ranges(range.min..=range.max, 0.0..=0.0);
        let width = room(model, At::new(row, index), rect).width();
        let ink = colors(ui).text;
        paint::wrapped(ui, &cell.text, style(&cell, kind), ink, width, column.lines).rows.len()
    });
    lines.max().unwrap_or(1)
}

/// Where in a column's cell its words stand.
pub(super) fn inner(column: &Column, cell: Rect) -> Rect {
    let [left, right] = if column.is_tight { TIGHT } else { PADDING };
    Rect::from_x_y_ranges(cell.left() + left..=cell.right() - right, cell.y_range())
}

/// The same in a row of an outline, whose first words stand in.
pub(super) fn room(model: &dyn GridModel, at: At, cell: Rect) -> Rect {
    let Some(column) = model.columns().get(at.column) else { return cell };
    let inner = inner(column, cell);
    let is_outlined = at.column == 0 && at.row < model.row_count();
    let depth = if is_outlined { model.outline(at.row).depth } else { 0 };
    inner.with_min_x(inner.left() + f32::from(depth) * INDENT)
}

/// The weight of a cell's words in a row of `kind`.
pub(super) fn style(cell: &Cell, kind: RowKind) -> TypeStyle {
    match kind {
        RowKind::Title | RowKind::Heading(0) => scale().heading,
        RowKind::Heading(1) => semibold(scale().table),
        RowKind::Heading(_) => medium(scale().table),
        kind if cell.is_strong(kind) => semibold(scale().table),
        _ => scale().table,
    }
}
