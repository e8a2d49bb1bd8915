//! Blocks as calls of the template's functions. Every word goes in as a string, so that nothing
//! that a person writes is taken for markup.

use std::fmt::Write as _;

use crate::chart;
use crate::figures::{RowKind, TableRow};
use crate::report::block::{Block, ChartBlock, Emphasis, Inline, Report, TableBlock};
use crate::report::letters::{can_print, is_unseen};
use crate::report::tables::is_heading_row;
use crate::t;

/// What is free above and below the words of a row.
const AIR: [&str; 2] = ["3.4pt", "2.3pt"];
/// The sizes of a table's words, in points: the usual, and the smaller.
const SIZES: [&str; 2] = ["8.5pt", "7.6pt"];

/// The report's source and the files that it names.
pub fn markup(report: &Report) -> (String, Vec<(String, String)>) {
    let mut writer = Writer { out: String::with_capacity(1 << 16), files: Vec::new() };
    writer.head(report);
    for (at, block) in report.blocks.iter().enumerate() {
        writer.block(block, report, report.is_kept_with_next(at));
    }
    (writer.out, writer.files)
}

struct Writer {
    out: String,
    files: Vec<(String, String)>,
}

impl Writer {
    fn put(&mut self, words: std::fmt::Arguments<'_>) {
        // Writing into a String cannot fail.
        let _ = self.out.write_fmt(words);
    }

    fn head(&mut self, report: &Report) {
        let day = report.day;
        self.put(format_args!(
            "#import \"template.typ\": *\n\
             #let tbl = tbl.with(supplement: {})\n\
             #let chart = chart.with(supplement: {})\n\
             #show: report.with(title: {}, company: {}, date: {}, contents: {}, \
             has-contents: {}, day: datetime(year: {}, month: {}, day: {}))\n",
            string(&t!("report-table-word")),
            string(&t!("report-figure-word")),
            string(&report.title),
            string(&report.company),
            string(&report.date),
            string(&t!("report-contents")),
            report.has_contents(),
            day.year(),
            day.month(),
            day.day(),
        ));
    }

    fn block(&mut self, block: &Block, report: &Report, is_kept: bool) {
        match block {
            Block::Heading(heading) => {
                let (anchor, text) = (string(&heading.anchor), string(&heading.text));
                self.put(format_args!("#h({}, {anchor}, {text})\n", heading.level));
            }
            Block::Paragraph(inlines) => {
                let kind = if is_kept { "lead" } else { "p" };
                self.put(format_args!("#{kind}({})\n", runs(inlines)));
            }
            Block::List(list) => {
                let kind = if list.is_numbered { "steps" } else { "points" };
                let items = list.points.iter().map(|point| format!("item({})", runs(point)));
                let items = items.collect::<Vec<_>>().join(", ");
                let is_breakable = !list.is_kept_together();
                self.put(format_args!("#{kind}({items}, breakable: {is_breakable})\n"));
            }
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Signatures(lines) => {
                let place =
                    t!("report-place-date", company = &*report.company, date = &*report.date);
                let lines = lines.iter().map(|line| pair(&string(&line.name), &string(&line.role)));
                let lines = lines.collect::<Vec<_>>().join(", ");
                self.put(format_args!("#sign({}, {lines})\n", string(&place)));
            }
            Block::PageBreak => self.put(format_args!("#pagebreak(weak: true)\n")),
        }
    }

    fn chart(&mut self, block: &ChartBlock) {
        let file = format!("{}.svg", block.anchor);
        self.put(format_args!(
            "#chart({}, {}, {}, {})\n",
            string(&block.anchor),
            string(&block.caption),
            string(&block.alt),
            string(&file),
        ));
        self.files.push((file, printable(&chart::svg(&block.scene))));
    }

    fn table(&mut self, block: &TableBlock) {
        let table = &block.table;
        let numbers = block.number_columns();
        let widths = block.narrow_columns().into_iter();
        let widths = widths.map(|is_narrow| if is_narrow { "auto" } else { "1fr" });
        let widths = widths.collect::<Vec<_>>().join(", ");
        let aligns = numbers.iter().map(|is_number| if *is_number { "right" } else { "left" });
        let aligns = aligns.collect::<Vec<_>>().join(", ");
        let header = table.columns.iter().map(|column| string(&column.heading));
        let header = header.collect::<Vec<_>>().join(", ");
        let rows = table.rows.iter().map(row).collect::<Vec<_>>().join(", ");
        let size = SIZES[usize::from(block.is_set_small())];
        let is_breakable = !block.is_kept_together();
        let air = AIR[usize::from(block.is_set_close())];
        self.put(format_args!(
            "#tbl({}, {}, {}, ({},), ({aligns},), ({header},), ({rows},), size: {size}, air: {air}, \
             breakable: {is_breakable})\n",
            string(&block.anchor),
            string(&block.caption),
            string(&block.note),
            widths,
        ));
    }
}

fn row(row: &TableRow) -> String {
    let kind = match row.kind {
        _ if is_heading_row(row) => "head",
        RowKind::Sum => "sum",
        RowKind::Current => "current",
        RowKind::Plain | RowKind::Derived => "plain",
    };
    let cells = row.cells.iter().map(|cell| string(&cell.print()));
    let cells = std::iter::once(string(kind)).chain(cells).collect::<Vec<_>>().join(", ");
    format!("({cells})")
}

fn runs(inlines: &[Inline]) -> String {
    inlines.iter().map(run).collect::<Vec<_>>().join(", ")
}

fn run(inline: &Inline) -> String {
    match inline {
        Inline::Text { text, emphasis } | Inline::Figure { text, emphasis, .. } => {
            let Emphasis { is_strong, is_stressed } = *emphasis;
            let text = string(text);
            match (is_strong, is_stressed) {
                (true, true) => format!("both({text})"),
                (true, false) => format!("strong({text})"),
                (false, true) => format!("emph({text})"),
                (false, false) => format!("[#{text}]"),
            }
        }
        Inline::Reference { anchor, text } => format!("see({}, {})", string(anchor), string(text)),
    }
}

fn pair(first: &str, second: &str) -> String {
    format!("({first}, {second})")
}

/// Stands for a letter that the font does not have: one such would make the whole document invalid.
const NO_SUCH_LETTER: char = '\u{fffd}';

/// A text with what can be printed only. What one cannot see is left out.
fn printable(text: &str) -> String {
    let shown = text.chars().filter(|letter| !is_unseen(*letter));
    shown.map(|letter| if can_print(letter) { letter } else { NO_SUCH_LETTER }).collect()
}

/// A text as Typst writes a string.
fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in printable(text).chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' | '\r' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn nothing_that_a_person_writes_is_taken_for_markup() {
        assert_eq!(string("#set \"x\" \\ $y$"), r##""#set \"x\" \\ $y$""##);
        assert_eq!(string("to\nlinjer\u{7}"), "\"to linjer\"");
    }
}
