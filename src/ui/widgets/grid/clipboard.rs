//! Blocks of cells to and from the clipboard.

use super::model::{GridModel, RowKind};
use super::state::{At, Block, edit_text, kind_of};
use crate::message;
use crate::ui::widgets::tsv;
use crate::words::Message;

/// What a paste would do.
pub(super) struct Pasted {
    /// The texts that go into cells: row, column, text.
    pub cells: Vec<(usize, usize, String)>,
    /// The lower right cell of the block that was pasted over.
    pub to: At,
    /// What was left out, if anything.
    pub skipped: Option<Message>,
}

/// The cells of `block` as text for the clipboard.
pub(super) fn copied(model: &dyn GridModel, block: Block) -> String {
    // One cell goes without a newline, so that it can be put into any text field.
    if block.is_single() {
        return edit_text(model, block.from);
    }
    let columns = block.from.column..=block.to.column;
    let text = |row| columns.clone().map(move |column| edit_text(model, At::new(row, column)));
    let rows: tsv::Block = rows(model, block).map(|row| text(row).collect()).collect();
    tsv::write(&rows)
}

/// The cells of `block` with the heads of their columns and the names of their rows.
pub(super) fn copied_with_heads(model: &dyn GridModel, block: Block) -> String {
    let first = (block.from.column > 0).then_some(0);
    let columns = || first.into_iter().chain(block.from.column..=block.to.column);
    let head = |column: usize| model.columns().get(column).map_or("", |column| &column.title);
    let mut lines: tsv::Block = vec![columns().map(|column| head(column).to_owned()).collect()];
    lines.extend(rows(model, block).map(|row| {
        columns().map(|column| edit_text(model, At::new(row, column))).collect::<Vec<String>>()
    }));
    tsv::write(&lines)
}

/// The rows of `block` that have cells.
fn rows(model: &dyn GridModel, block: Block) -> impl Iterator<Item = usize> {
    let rows = block.from.row..=block.to.row;
    rows.filter(move |row| !matches!(kind_of(model, *row), RowKind::Wide(_)))
}

/// Lays `text` over the table from the upper left cell of `selected`; one value over a block
/// fills it. All or nothing: a text that may not stand is told, with its cell, and nothing is
/// pasted. Cells that are computed or lie outside the table are left out, and counted.
pub(super) fn pasted(
    model: &dyn GridModel,
    selected: Block,
    text: &str,
) -> Result<Pasted, (At, Message)> {
    let source = tsv::read(text);
    let mut pasted = Pasted { cells: Vec::new(), to: selected.from, skipped: None };
    let mut skipped = 0_usize;
    for (at, text) in laid_out(&source, selected) {
        if !fits(model, at) {
            skipped = skipped.saturating_add(1);
            continue;
        }
        pasted.to = At::new(pasted.to.row.max(at.row), pasted.to.column.max(at.column));
        if at.row < model.row_count() && edit_text(model, at) == text {
            continue;
        }
        if !model.editable(at.row.min(model.row_count()), at.column) {
            skipped = skipped.saturating_add(1);
            continue;
        }
        let text = text.trim_matches(['\n', '\r']).to_owned();
        model
            .check(at.row.min(model.row_count()), at.column, &text)
            .map_err(|cause| (at, refusal(model, at, &text, &cause)))?;
        pasted.cells.push((at.row, at.column, text));
    }
    if skipped > 0 {
        pasted.skipped = Some(message!("grid-paste-skipped", count = skipped));
    }
    Ok(pasted)
}

/// Each text with the cell that it would go to.
fn laid_out(source: &tsv::Block, selected: Block) -> Vec<(At, &str)> {
    if let [row] = source.as_slice()
        && let [only] = row.as_slice()
    {
        return selected.cells().map(|at| (at, only.as_str())).collect();
    }
    let At { row, column } = selected.from;
    source
        .iter()
        .enumerate()
        .flat_map(|(down, texts)| {
            texts.iter().enumerate().map(move |(right, text)| {
                (At::new(row.saturating_add(down), column.saturating_add(right)), text.as_str())
            })
        })
        .collect()
}

fn fits(model: &dyn GridModel, at: At) -> bool {
    at.column < model.columns().len() && (model.grows() || at.row < model.row_count())
}

fn refusal(model: &dyn GridModel, at: At, text: &str, cause: &Message) -> Message {
    let column = model.columns().get(at.column).map_or("", |column| column.title.as_str());
    message!(
        "grid-paste-refused",
        text = text,
        column = column,
        row = at.row.saturating_add(1),
        cause = cause.text(),
    )
}
