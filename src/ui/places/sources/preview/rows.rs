//! The first rows as they were understood, what would become of each, and the first rejected.

use eframe::egui::{Color32, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::Entry;
use crate::import::{Effect, PreviewRow, Reject, SheetRead, field_word};
use crate::look::{TypeStyle, tokens};
use crate::number;
use crate::project::{Project, SourceKind};
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale, semibold};
use crate::ui::widgets::heading::section;
use crate::ui::widgets::listing::{Column, Table};
use crate::ui::widgets::paint;
use crate::ui::widgets::tooltip::{self, Tip};

/// Columns that hold stamps or numbers are narrower than those that hold words.
const NARROW: f32 = 60.0;
const CHIP_HEIGHT: f32 = 22.0;
const CHIP_PADDING: f32 = 6.0;

pub(super) fn show(ui: &mut Ui, project: &Project, entry: &Entry<'_>) {
    let read = entry.read;
    if read.preview.is_empty() {
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    section(ui, &t!("rows-title"), &caption(read));
    let fields = read.fields();
    let table = Table::new(ui, columns(project, read, &fields), tokens().row.roomy);
    table.head(ui);
    for (index, row) in read.preview.iter().enumerate() {
        let effect = entry.plan.effects.get(index);
        table.row(ui, None, |ui, column| {
            cell(ui, row, column, fields.get(column.wrapping_sub(1)).copied(), effect);
        });
    }
    if let Some(reject) = read.rejects.first() {
        let at = rejected_field(read, reject);
        table.row(ui, None, |ui, column| rejected_cell(ui, reject, column, at, fields.len()));
    }
}

/// "rad 5–12, og den første avviste".
fn caption(read: &SheetRead) -> String {
    let rows = read.preview.first().zip(read.preview.last());
    let Some((first, last)) = rows.map(|(first, last)| (first.row, last.row)) else {
        return String::new();
    };
    if read.rejects.is_empty() {
        t!("rows-caption", first = first, last = last)
    } else {
        t!("rows-caption-rejected", first = first, last = last)
    }
}

fn columns(project: &Project, read: &SheetRead, fields: &[&str]) -> Vec<Column> {
    let mut columns = vec![Column::number(t!("rejects-row"), 48.0)];
    columns.extend(fields.iter().map(|field| {
        let longest = read.preview.iter().filter_map(|row| {
            let at = fields.iter().position(|known| known == field)?;
            Some(row.values.get(at)?.chars().count())
        });
        // The longest value decides how much of the room that is left a column gets.
        let share = longest.max().unwrap_or(0).clamp(6, 28) as f32;
        let name = field_word(read.kind(), field);
        let is_number = is_number(project, read.kind(), field);
        let make = if is_number { Column::number } else { Column::text };
        make(name, NARROW).share(share)
    }));
    columns.push(Column::text(t!("rows-effect"), 92.0));
    columns
}

/// Whether a field holds numbers, which stand at the right of their column.
fn is_number(project: &Project, kind: SourceKind, field: &str) -> bool {
    match kind {
        SourceKind::Cases => false,
        SourceKind::DayCounts => field == "cases",
        SourceKind::Ledger => matches!(field, "amount" | "debit" | "credit"),
        SourceKind::Table(table) => {
            let mut columns = project.rows(table).columns().iter();
            columns.any(|column| column.id == field && column.kind.is_number())
        }
    }
}

fn cell(
    ui: &mut Ui,
    row: &PreviewRow,
    column: usize,
    field: Option<&str>,
    effect: Option<&Effect>,
) {
    let colors = colors(ui);
    if column == 0 {
        theme::text(ui, number::count(row.row.into()), scale().table, colors.text_2);
        return;
    }
    let (Some(field), Some(value)) = (field, row.values.get(column - 1)) else {
        effect_cell(ui, effect);
        return;
    };
    match value.as_str() {
        // A case that is not closed is open; elsewhere nothing stands in the cell.
        "" if field == "closed" => {
            theme::text(ui, t!("rows-open"), scale().table, colors.text_3);
        }
        "" => {
            theme::text(ui, t!("preview-blank"), scale().table, colors.text_3);
        }
        value => {
            theme::text(ui, value, scale().table, colors.text);
        }
    }
    if let Some(Effect::Changed(fields)) = effect
        && let Some((_, before)) = fields.iter().find(|(changed, _)| changed == field)
    {
        before_chip(ui, before);
    }
}

/// What the project had before, beside the new value.
fn before_chip(ui: &mut Ui, before: &str) {
    let before = if before.is_empty() { t!("preview-blank") } else { before.to_owned() };
    let text = t!("rows-before", value = before);
    chip(ui, &text, scale().table, colors(ui).selected, Stroke::NONE);
}

/// A value with a ground behind it, within the row.
fn chip(ui: &mut Ui, text: &str, style: TypeStyle, fill: Color32, stroke: Stroke) {
    let color = colors(ui).text;
    let room = ui.available_width() - 2.0 * CHIP_PADDING;
    let galley = paint::elided(ui, text, style, color, room);
    let size = vec2(galley.size().x + 2.0 * CHIP_PADDING, CHIP_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect(rect, tokens().radius.cell, fill, stroke, StrokeKind::Inside);
    paint::centre_text(ui.painter(), rect.center(), galley, color);
    let tip = Tip { body: text.to_owned(), ..Tip::default() };
    tooltip::tip(response, &tip);
}

fn effect_cell(ui: &mut Ui, effect: Option<&Effect>) {
    let colors = colors(ui);
    let (icon, word, color) = match effect {
        Some(Effect::New) => (icon::PLUS, t!("effect-new"), colors.accent),
        Some(Effect::Changed(_)) => (icon::PENCIL, t!("effect-changed"), colors.text),
        Some(Effect::Unchanged) => (icon::EQUALS, t!("effect-unchanged"), colors.text_2),
        None => return,
    };
    theme::icon(ui, icon, tokens().size.icon_severity, color);
    theme::text(ui, word, medium(scale().table), color);
}

/// The place of the rejected cell's field among the fields that are read.
fn rejected_field(read: &SheetRead, reject: &Reject) -> Option<usize> {
    let letters = reject.cell.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut taken = read.columns.iter().filter(|column| column.field.is_some());
    taken.position(|column| column.letters() == letters)
}

fn rejected_cell(ui: &mut Ui, reject: &Reject, column: usize, at: Option<usize>, fields: usize) {
    let colors = colors(ui);
    if column == 0 {
        theme::text(ui, number::count(reject.row.into()), scale().table, colors.error);
    } else if column > fields {
        let size = tokens().size.icon_severity;
        theme::icon(ui, icon::ERROR, size, colors.error);
        theme::text(ui, t!("effect-rejected"), medium(scale().table), colors.error);
    } else if at == Some(column - 1) {
        let blank = reject.value.is_empty();
        let value = if blank { t!("preview-blank") } else { reject.value.clone() };
        let stroke = Stroke::new(2.0, colors.error);
        chip(ui, &value, semibold(scale().table), colors.error_soft, stroke);
    } else {
        theme::text(ui, t!("rows-not-taken"), scale().table, colors.text_3);
    }
}
