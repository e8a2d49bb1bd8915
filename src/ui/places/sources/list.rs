//! What was imported: one line a sheet, the newest first.

use eframe::egui::Ui;

use crate::look::tokens;
use crate::number;
use crate::project::{Minute, Project, Source, SourceId};
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::when;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::listing::{Column, Table};
use crate::ui::widgets::tooltip::{self, Tip};

/// The column of how many rows were read.
const READ: usize = 4;
/// The column of how many of them were no data.
const SKIPPED: usize = 7;
/// The column of the person who imported.
const WHO: usize = 9;
/// The column of the file's hash.
const HASH: usize = 10;
/// The column of the button that takes a source out.
const REMOVE: usize = 11;
/// So much of a file's hash is shown; the rest on hover.
const HASH_SHOWN: usize = 8;

/// Shows the sources; the one that somebody wants to take out is handed back.
pub(super) fn show(ui: &mut Ui, project: &Project, now: Minute) -> Option<SourceId> {
    let (shown, columns): (Vec<usize>, Vec<Column>) =
        columns().into_iter().enumerate().filter(|(at, _)| fits(*at, ui.available_width())).unzip();
    let table = Table::new(ui, columns, tokens().row.roomy);
    table.head(ui);
    // Later imports have higher numbers.
    let mut sources: Vec<&Source> = project.sources.iter().collect();
    sources.sort_by_key(|source| std::cmp::Reverse((source.imported, source.id)));
    let mut removed = None;
    for source in sources {
        table.row(ui, None, |ui, place| match shown[place] {
            REMOVE => {
                let name = t!("sources-remove", file = &source.file);
                if ui.add(IconButton::new(icon::TRASH, &name)).clicked() {
                    removed = Some(source.id);
                }
            }
            column => cell(ui, source, column, now),
        });
    }
    removed
}

/// Whether a column has room: in a narrow window the file's hash goes first, then the person, then
/// what was read and skipped.
fn fits(column: usize, width: f32) -> bool {
    match column {
        HASH => width >= 1150.0,
        WHO => width >= 1060.0,
        READ | SKIPPED => width >= 1000.0,
        _ => true,
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::text(t!("sources-file"), 166.0).share(2.0),
        Column::text(t!("sources-sheet"), 90.0).share(1.0),
        Column::text(t!("sources-content"), 116.0).share(1.0),
        Column::text(t!("sources-period"), 150.0),
        Column::number(t!("sources-read"), 50.0),
        Column::number(t!("sources-accepted"), 58.0),
        Column::number(t!("sources-rejected"), 46.0),
        Column::number(t!("sources-skipped"), 46.0),
        Column::text(t!("sources-when"), 98.0),
        Column::text(t!("sources-who"), 80.0).share(0.5),
        Column::text(t!("sources-hash"), 62.0),
        Column::text(String::new(), 24.0),
    ]
}

fn cell(ui: &mut Ui, source: &Source, column: usize, now: Minute) {
    let colors = colors(ui);
    let quiet = |ui: &mut Ui, text: String| {
        theme::text(ui, text, scale().table, colors.text_2);
    };
    let count = |ui: &mut Ui, count: u32, color| {
        let color = if count == 0 { colors.text_3 } else { color };
        theme::text(ui, number::count(count.into()), scale().table, color);
    };
    match column {
        0 => {
            theme::text(ui, &source.file, theme::medium(scale().table), colors.text);
        }
        1 if source.sheet.is_empty() => quiet(ui, t!("sources-no-sheet")),
        1 => quiet(ui, source.sheet.clone()),
        2 => {
            let what = t!(source.stream.kind.word_key());
            theme::text(ui, what, scale().table, colors.text);
        }
        3 => quiet(ui, source.period.map_or_else(|| t!("sources-no-period"), when::span_short)),
        READ => count(ui, source.read, colors.text),
        5 => count(ui, source.accepted, colors.text),
        6 => count(ui, source.rejected, colors.text),
        SKIPPED => count(ui, source.skipped, colors.text_2),
        8 => quiet(ui, when::moment(source.imported, now)),
        WHO if source.imported_by.is_empty() => quiet(ui, t!("sources-nobody")),
        WHO => quiet(ui, source.imported_by.clone()),
        _ => hash(ui, &source.sha256),
    }
}

fn hash(ui: &mut Ui, sha256: &str) {
    let start = sha256.get(..HASH_SHOWN).unwrap_or(sha256);
    let response = theme::text(ui, start, scale().table, colors(ui).text_3);
    let tip = Tip {
        title: t!("sources-hash-tip"),
        body: sha256.to_owned(),
        source: t!("sources-hash-why"),
    };
    tooltip::tip(response, &tip);
}
