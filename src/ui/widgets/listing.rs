//! A table to read, without a selection, changed figures in its cells, and two things side by side.

use eframe::egui::{Align, Color32, Label, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::figures::Change;
use crate::look::{TypeStyle, tokens};
use crate::t;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::paint;

/// Air between two columns.
const GAP: f32 = 16.0;

/// Draws two parts beside each other; the first is `width` wide.
pub fn beside(
    ui: &mut Ui,
    width: f32,
    gap: f32,
    first: impl FnOnce(&mut Ui),
    second: impl FnOnce(&mut Ui),
) {
    let start = ui.cursor().min;
    let right = start.x + ui.available_width();
    let column = |name: &str, left: f32, right: f32| {
        let rect = Rect::from_min_max(pos2(left, start.y), pos2(right, f32::INFINITY));
        UiBuilder::new().id_salt(name).max_rect(rect).layout(Layout::top_down(Align::Min))
    };
    let mut left = ui.new_child(column("first", start.x, start.x + width));
    first(&mut left);
    let mut other = ui.new_child(column("second", start.x + width + gap, right));
    second(&mut other);
    ui.allocate_rect(left.min_rect().union(other.min_rect()), Sense::hover());
}

/// A column of a table to read.
pub struct Column {
    name: String,
    width: f32,
    share: f32,
    align: Align,
}

impl Column {
    /// A column of texts, `width` wide.
    pub fn text(name: String, width: f32) -> Self {
        Self { name, width, share: 0.0, align: Align::Min }
    }

    /// A column of numbers, `width` wide.
    pub fn number(name: String, width: f32) -> Self {
        Self { align: Align::Max, ..Self::text(name, width) }
    }

    /// Lets the column take a share of the room that is left.
    pub fn share(mut self, share: f32) -> Self {
        self.share = share;
        self
    }
}

/// A table to read: a head over a strong line, rows without stripes.
pub struct Table {
    columns: Vec<Column>,
    row_height: f32,
}

impl Table {
    /// A table of `columns` over the whole width of `ui`.
    pub fn new(ui: &Ui, mut columns: Vec<Column>, row_height: f32) -> Self {
        let gaps = GAP * columns.len().saturating_sub(1) as f32;
        let fixed: f32 = columns.iter().map(|column| column.width).sum();
        let shares: f32 = columns.iter().map(|column| column.share).sum();
        let rest = (ui.available_width() - gaps - fixed).max(0.0);
        for column in &mut columns {
            if shares > 0.0 {
                column.width += rest * column.share / shares;
            }
        }
        Self { columns, row_height }
    }

    /// The height of a row.
    pub fn row_height(&self) -> f32 {
        self.row_height
    }

    /// Draws the head.
    pub fn head(&self, ui: &mut Ui) {
        let color = colors(ui).text_2;
        let rect = self.line(ui, tokens().row.table, None, |ui, index| {
            theme::text(ui, &self.columns[index].name, scale().table_head, color);
        });
        let foot = rect.with_min_y(rect.bottom() - 1.0);
        paint::hairline(ui, foot, colors(ui).line_strong);
    }

    /// Draws a row; `cell` draws each of its cells by the column's place.
    pub fn row(
        &self,
        ui: &mut Ui,
        fill: Option<Color32>,
        cell: impl FnMut(&mut Ui, usize),
    ) -> Rect {
        self.line(ui, self.row_height, fill, cell)
    }

    fn line(
        &self,
        ui: &mut Ui,
        height: f32,
        fill: Option<Color32>,
        mut cell: impl FnMut(&mut Ui, usize),
    ) -> Rect {
        let size = vec2(ui.available_width(), height);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        if !ui.is_rect_visible(rect) {
            return rect;
        }
        if let Some(fill) = fill {
            ui.painter().rect_filled(rect, 0.0, fill);
        }
        let mut left = rect.left();
        for (index, column) in self.columns.iter().enumerate() {
            let right = (left + column.width).min(rect.right());
            let place = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
            let layout = match column.align {
                Align::Max => Layout::right_to_left(Align::Center),
                _ => Layout::left_to_right(Align::Center),
            };
            let mut inside = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
            inside.spacing_mut().item_spacing.x = 6.0;
            cell(&mut inside, index);
            left = right + GAP;
        }
        rect
    }
}

/// Room for a number with its unit.
const NUMBER: f32 = 124.0;

/// The columns that every list of changed figures begins with; `after` heads the last of them.
pub fn changed_columns(after: String) -> Vec<Column> {
    vec![
        Column::text(t!("changed-figure"), 180.0).share(2.0),
        Column::number(t!("changed-before"), NUMBER),
        Column::number(after, NUMBER),
    ]
}

/// Draws one of those columns.
pub fn changed_cell(ui: &mut Ui, change: &Change, column: usize) {
    let colors = colors(ui);
    let number = |ui: &mut Ui, text: &Option<String>, style: TypeStyle, color: Color32| {
        let (text, color) = match text {
            Some(text) => (text.clone(), color),
            None => (t!("missing"), colors.text_3),
        };
        theme::text(ui, text, style, color);
    };
    match column {
        0 => {
            // A long label takes a second line rather than losing its end.
            let label = theme::rich(&change.label, scale().table, colors.text);
            ui.add(Label::new(label).wrap());
        }
        1 => number(ui, &change.before, scale().table, colors.text_2),
        _ => number(ui, &change.after, medium(scale().table), colors.text),
    }
}
