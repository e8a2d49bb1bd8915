//! What is read of a report: its tables as they are printed, its words in reading order.

use crate::figures::{RowKind, Table, TableCell, TableColumn, TableRow};
use crate::report::block::{Block, Report, words_of};

/// Without the columns that only machines read, and without columns that hold nothing.
pub(super) fn for_print(table: Table) -> Table {
    let holds = |at: usize| {
        table.rows.iter().any(|row| row.cells.get(at).is_some_and(|c| !c.print().is_empty()))
    };
    let kept: Vec<usize> = (0..table.columns.len())
        .filter(|at| !table.columns[*at].heading.is_empty() && holds(*at))
        .collect();
    let columns = kept.iter().map(|at| {
        let own = &table.columns[*at];
        // A sum of a column that is left out is told as a number.
        let of = own.of.iter().map(|of| kept.iter().position(|kept| kept == of));
        let of = of.collect::<Option<Vec<usize>>>().unwrap_or_default();
        TableColumn { of, ..own.clone() }
    });
    let columns = columns.collect();
    let rows = table.rows.iter().map(|row| {
        // A row of headings may be shorter than the others.
        let cell = |at: &usize| row.cells.get(*at).cloned().unwrap_or(TableCell::Blank);
        let cells = kept.iter().map(cell).collect();
        TableRow { cells, ..row.clone() }
    });
    Table { rows: rows.collect(), columns, title: table.title.clone() }
}

/// What a table shows and what stands below it: its title up to the end of the first sentence,
/// and the rest. A point after a digit makes an ordinal, "2. kvartal", and ends nothing.
pub(super) fn caption_and_note(title: &str) -> (String, String) {
    let mut ends = title.match_indices(". ").map(|(at, _)| at);
    let end = ends.find(|at| !title[..*at].ends_with(|c: char| c.is_ascii_digit()));
    match end {
        Some(at) => (title[..at].to_owned(), title[at + 2..].to_owned()),
        None => (title.to_owned(), String::new()),
    }
}

/// Whether a row of a table is a heading over the rows below it: one word and nothing else.
pub fn is_heading_row(row: &TableRow) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.print().is_empty());
    row.kind == RowKind::Derived
        && filled.next().is_some_and(|cell| !cell.is_number())
        && filled.next().is_none()
}

/// The words of a report in reading order, as a text check reads them.
pub fn plain_text(report: &Report) -> String {
    let mut lines = Vec::new();
    for block in &report.blocks {
        match block {
            Block::Heading(heading) => lines.push(heading.text.clone()),
            Block::Paragraph(inlines) => lines.push(words_of(inlines)),
            Block::List(list) => lines.extend(list.points.iter().map(|point| words_of(point))),
            Block::Table(table) => {
                lines.push(table.caption.clone());
                lines.extend(table.table.rows.iter().map(|row| {
                    let cells: Vec<String> = row.cells.iter().map(|c| c.print()).collect();
                    cells.join("\t")
                }));
            }
            Block::Chart(chart) => lines.extend([chart.caption.clone(), chart.alt.clone()]),
            Block::Signatures(lines_of) => {
                lines.extend(lines_of.iter().map(|own| format!("{}, {}", own.name, own.role)));
            }
            Block::PageBreak => {}
        }
    }
    lines.join("\n")
}
