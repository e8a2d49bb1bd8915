//! Changed figures in the cells of a table: what it is, before, after.

use eframe::egui::{Color32, Label, Ui};

use crate::figures::Change;
use crate::look::TypeStyle;
use crate::t;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::listing::Column;

/// Room for a number with its unit.
const NUMBER: f32 = 124.0;

/// The columns that every list of changed figures begins with; `after` heads the last of them.
pub fn columns(after: String) -> Vec<Column> {
    vec![
        Column::text(t!("changed-figure"), 180.0).share(2.0),
        Column::number(t!("changed-before"), NUMBER),
        Column::number(after, NUMBER),
    ]
}

/// Draws one of those columns.
pub fn cell(ui: &mut Ui, change: &Change, column: usize) {
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
