//! A report as plain text.

use crate::report::block::{Block, Report, words_of};

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
                lines.extend(lines_of.iter().map(|line| format!("{}, {}", line.name, line.role)));
            }
            Block::PageBreak => {}
        }
    }
    lines.join("\n")
}
