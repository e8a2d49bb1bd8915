//! Where rows and columns stand. Rows are of a few fixed heights, so that a table of hundreds
//! of thousands scrolls as quickly as a short one.

use std::ops::Range;

use eframe::egui::{Pos2, Rangef, Rect, Ui, pos2};

use super::draw::{PADDING, PADDING_RIGHT};
use super::model::{Column, GridModel, RowKind};
use super::state::{At, Block, row_count};
use crate::look::tokens;
use crate::ui::theme::{colors, scale, semibold};
use crate::ui::widgets::paint;

/// Up to so many rows the heights may differ; longer tables are plain lists.
const UNEVEN_ROWS: usize = 4_000;
/// Up to so many rows the words may take more than one line; all of them are measured.
const WRAPPED_ROWS: usize = 400;

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
}

impl Layout {
    /// Lays out `model` in the width of `ui`.
    pub fn new(ui: &Ui, model: &dyn GridModel) -> Self {
        let columns = columns(model.columns(), ui.available_width());
        let rows = rows(ui, model, &columns);
        Self { columns, rows }
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

    /// The columns' places from left to right.
    pub fn columns(&self) -> &[Rangef] {
        &self.columns
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
        let column = self.columns.iter().position(|column| column.contains(from.x))?;
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
        let column = self.columns.get(at.column).copied().unwrap_or(Rangef::point(0.0));
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
            let right = left + column.width + if column.stretches { extra } else { 0.0 };
            let range = Rangef::new(left, right);
            left = right;
            range
        })
        .collect()
}

fn rows(ui: &Ui, model: &dyn GridModel, columns: &[Rangef]) -> Rows {
    let heights = &tokens().row;
    let count = row_count(model);
    if count > UNEVEN_ROWS {
        return Rows::Even { height: heights.table, count };
    }
    let mut tops = Vec::with_capacity(count.saturating_add(1));
    let mut top = 0.0;
    tops.push(top);
    for row in 0..count {
        let kind = if row < model.row_count() { model.row_kind(row) } else { RowKind::Plain };
        top += match kind {
            kind if kind.is_sum() => heights.sum,
            _ => heights.table,
        };
        if count <= WRAPPED_ROWS && row < model.row_count() {
            let more = lines(ui, model, columns, row).saturating_sub(1);
            top += more as f32 * paint::WRAPPED_LINE;
        }
        tops.push(top);
    }
    Rows::Uneven(tops)
}

/// The lines that the row's longest words take.
fn lines(ui: &Ui, model: &dyn GridModel, columns: &[Rangef], row: usize) -> usize {
    let wrapping = model.columns().iter().zip(columns).enumerate();
    let wrapping = wrapping.filter(|(_, (column, _))| column.lines > 1);
    let lines = wrapping.map(|(index, (column, range))| {
        let cell = model.cell(row, index);
        let strong = cell.is_strong(model.row_kind(row));
        let style = if strong { semibold(scale().table) } else { scale().table };
        let width = range.span() - PADDING - PADDING_RIGHT;
        paint::wrapped(ui, &cell.text, style, colors(ui).text, width, column.lines).rows.len()
    });
    lines.max().unwrap_or(1)
}
