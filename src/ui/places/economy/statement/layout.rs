//! Where the columns and rows of a statement stand.

use eframe::egui::{Pos2, Rangef, Rect, Ui, pos2};

use crate::look::{TypeStyle, tokens};
use crate::ui::theme::{self, colors, scale, semibold};
use crate::ui::widgets::paint;

use super::super::columns::Col;
use super::super::rows::{Kind, ShownRow};
use super::{Table, TableState, remark};

/// The column of the notes' numbers.
pub(super) const NOTE: f32 = 39.0;
/// The column of the remarks' icons.
pub(super) const ICON: f32 = 34.0;
/// The name takes no more than so much, so that its numbers stay near …
const WIDEST_NAME: f32 = 620.0;
/// … and keeps at least so much.
const NAME: f32 = 220.0;
/// Before a line's words stands the sign that opens it.
const INDENT: f32 = 17.0;
/// Air between a number and its cell's right edge.
pub(super) const PADDING: f32 = 8.0;
/// The same at the left, where only the longest numbers reach.
const PADDING_LEFT: f32 = 2.0;
/// A heading that opens a half of the balance sheet has more air above it.
const HALF: f32 = 34.0;
const MISSING: f32 = 30.0;
/// Words over a second statement.
const TITLE: f32 = 44.0;

/// Where columns and rows stand, measured from the table's upper left corner.
pub(super) struct Layout {
    /// Note, the columns, remark.
    places: Vec<Rangef>,
    /// The top of each row, and the bottom of the last.
    tops: Vec<f32>,
    /// The height of the words over the first row of a sheet, by the row's place.
    titles: Vec<(usize, f32)>,
}

impl Layout {
    /// Lays `table` out in the width of `ui`.
    pub fn new(ui: &Ui, table: &Table<'_>, state: &TableState) -> Self {
        let places = places(table, ui.available_width());
        let name = places.get(1).copied().unwrap_or(Rangef::new(0.0, NAME));
        let (mut tops, mut titles, mut top) = (Vec::new(), Vec::new(), 0.0);
        for sheet in table.sheets {
            if sheet.title.is_some() {
                titles.push((tops.len(), TITLE));
                top += TITLE;
            }
            for row in &sheet.rows {
                tops.push(top);
                top += height(ui, table, row, state, name);
            }
        }
        tops.push(top);
        Self { places, tops, titles }
    }

    pub fn width(&self) -> f32 {
        self.places.last().map_or(0.0, |place| place.max)
    }

    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// The place of the notes' numbers.
    pub fn note(&self) -> Rangef {
        self.places.first().copied().unwrap_or(Rangef::point(0.0))
    }

    /// The place of the column with that index.
    pub fn column(&self, index: usize) -> Rangef {
        self.places.get(index + 1).copied().unwrap_or(Rangef::point(0.0))
    }

    /// The place of the remarks' icons.
    pub fn icon(&self) -> Rangef {
        self.places.last().copied().unwrap_or(Rangef::point(0.0))
    }

    /// The whole row's rectangle.
    pub fn row_rect(&self, origin: Pos2, at: usize) -> Rect {
        let edge = |index: usize| self.tops.get(index).copied().unwrap_or(self.height());
        let is_titled = self.titles.iter().find(|(row, _)| *row == at + 1);
        let bottom = edge(at + 1) - is_titled.map_or(0.0, |(_, height)| *height);
        Rect::from_min_max(
            pos2(origin.x, origin.y + edge(at)),
            pos2(origin.x + self.width(), origin.y + bottom),
        )
    }

    /// The rectangle of the words over the row, where its sheet has any.
    pub fn title_rect(&self, origin: Pos2, at: usize) -> Option<Rect> {
        let (_, height) = self.titles.iter().find(|(row, _)| *row == at)?;
        let below = self.row_rect(origin, at);
        Some(Rect::from_min_max(pos2(below.left(), below.top() - height), below.right_top()))
    }
}

/// Numbers keep their width; the words take what is left.
fn places(table: &Table<'_>, width: f32) -> Vec<Rangef> {
    let widths: Vec<f32> =
        table.columns.iter().skip(1).map(|column| column_width(table, *column)).collect();
    let rest = width - NOTE - ICON - widths.iter().sum::<f32>();
    let mut left = 0.0;
    [NOTE, rest.clamp(NAME, WIDEST_NAME)]
        .into_iter()
        .chain(widths)
        .chain([ICON])
        .map(|width| {
            let place = Rangef::new(left, left + width);
            left = place.max;
            place
        })
        .collect()
}

fn column_width(table: &Table<'_>, column: Col) -> f32 {
    let has_decimals = table.sheets.iter().any(|sheet| sheet.money.decimals(column) > 0);
    match column {
        Col::Name => NAME,
        Col::Percent(_) => 67.0,
        Col::Deviation(_) if has_decimals => 111.0,
        _ if has_decimals => 114.0,
        _ => 94.0,
    }
}

fn height(ui: &Ui, table: &Table<'_>, row: &ShownRow, state: &TableState, name: Rangef) -> f32 {
    let heights = &tokens().row;
    let least = match row.kind {
        Kind::Heading(0) => HALF,
        Kind::Heading(_) | Kind::Line => heights.table,
        Kind::Sum | Kind::Result => heights.sum,
        Kind::Art | Kind::Account => return heights.account,
        Kind::Missing => return MISSING,
        Kind::Remark(_) => return remark::height(ui, table, row, state, name),
    };
    let lines = name_galley(ui, row, name).rows.len().saturating_sub(1);
    least + lines as f32 * paint::WRAPPED_LINE
}

/// A line's words, in up to two lines.
pub(super) fn name_galley(
    ui: &Ui,
    row: &ShownRow,
    name: Rangef,
) -> std::sync::Arc<eframe::egui::Galley> {
    let width = name.span() - indent(row.kind) - PADDING_LEFT;
    let colors = colors(ui);
    let color = match row.kind {
        Kind::Line if row.is_zero() => colors.text_3,
        _ => colors.text,
    };
    paint::wrapped(ui, &row.name, style(row.kind), color, width, 2)
}

/// Where in a cell its number stands.
pub(super) fn room(cell: Rect) -> Rect {
    let x = cell.left() + PADDING_LEFT..=cell.right() - PADDING;
    Rect::from_x_y_ranges(x, cell.y_range())
}

/// How far a row's words stand in.
pub(super) fn indent(kind: Kind) -> f32 {
    match kind {
        Kind::Heading(_) | Kind::Sum | Kind::Result => 0.0,
        Kind::Line | Kind::Missing | Kind::Remark(_) => INDENT,
        Kind::Art => 2.0 * INDENT,
        Kind::Account => 2.5 * INDENT,
    }
}

/// The weight of a row's words and numbers.
pub(super) fn style(kind: Kind) -> TypeStyle {
    match kind {
        Kind::Heading(0) => scale().heading,
        Kind::Heading(1) | Kind::Sum | Kind::Result => semibold(scale().table),
        Kind::Heading(_) => theme::medium(scale().table),
        _ => scale().table,
    }
}
