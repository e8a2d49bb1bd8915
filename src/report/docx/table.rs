//! A table: its header row repeated on every page, rows whole, numbers at the right.

use super::fields::run;
use super::xml::Xml;
use crate::chart::{self, Weight};
use crate::figures::{RowKind, TableRow};
use crate::report::block::TableBlock;
use crate::report::tables::is_heading_row;

/// The width of the text, in twentieths of a point.
pub const WIDTH: usize = 9_412;
/// What a cell keeps free at its sides, and a little more, in the same.
const FREE: usize = 184;
/// Twentieths of a point in a point.
const TWIPS: f32 = 20.0;
/// How much wider bold letters are than those that are measured.
const BOLDER: f32 = 1.03;
/// The sizes of the styles TableText and TableSmall, in points.
const SIZE: f32 = 8.5;
const SMALL: f32 = 7.5;

/// Writes a table.
pub fn table(xml: &mut Xml, block: &TableBlock) {
    let table = &block.table;
    let (is_number, is_small) = (block.number_columns(), block.is_set_small());
    let style = match (is_small, block.is_set_close()) {
        (_, true) => "TableClose",
        (true, false) => "TableSmall",
        (false, false) => "TableText",
    };
    let widths = widths(block, is_small);
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", "ReportTable");
            xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            xml.empty("w:tblLook", &[("w:firstRow", "1"), ("w:noHBand", "1"), ("w:noVBand", "1")]);
            xml.value("w:tblCaption", &block.caption);
            xml.value("w:tblDescription", &block.caption);
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in &widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        let header: Vec<String> =
            table.columns.iter().map(|column| column.heading.clone()).collect();
        let columns = Columns { is_number: &is_number, widths: &widths, style };
        let is_together = block.is_kept_together();
        columns.row(xml, &header, RowLook::Header, true);
        for (at, row) in table.rows.iter().enumerate() {
            let cells: Vec<String> = row.cells.iter().map(|cell| cell.print()).collect();
            // The last row takes the note with it.
            let has_next = at + 1 < table.rows.len() || !block.note.is_empty();
            columns.row(xml, &cells, RowLook::of(row), is_together && has_next);
        }
    });
}

/// Narrow columns have the room that they need; the others have room for their longest words, and
/// share the rest.
fn widths(block: &TableBlock, is_small: bool) -> Vec<usize> {
    let table = &block.table;
    let narrow = block.narrow_columns();
    let line = |words: &str| needed(words, is_small);
    let longest_word = |words: &str| words.split(' ').map(line).max().unwrap_or_default();
    let cells_need = |at: usize, need: &dyn Fn(&str) -> usize| {
        let rows = table.rows.iter().filter(|row| !is_heading_row(row));
        let cells = rows.filter_map(|row| row.cells.get(at));
        cells.map(|cell| need(&cell.print())).max().unwrap_or_default()
    };
    let least = |heading: &dyn Fn(&str) -> usize| -> Vec<usize> {
        let columns = table.columns.iter().zip(&narrow).enumerate();
        let least = columns.map(|(at, (column, is_narrow))| match is_narrow {
            true => cells_need(at, &line).max(heading(&column.heading)),
            false => cells_need(at, &longest_word).min(WIDTH / 4).max(heading(&column.heading)),
        });
        least.collect()
    };
    // A heading stands on one line where there is room; it never breaks within a word.
    let mut widths = least(&line);
    if widths.iter().sum::<usize>() > WIDTH {
        widths = least(&longest_word);
    }
    let sharing = narrow.iter().filter(|is_narrow| !**is_narrow).count().max(1);
    let share = WIDTH.saturating_sub(widths.iter().sum()) / sharing;
    for (width, _) in widths.iter_mut().zip(&narrow).filter(|(_, is_narrow)| !**is_narrow) {
        *width += share;
    }
    let whole: usize = widths.iter().sum();
    widths.into_iter().map(|width| width * WIDTH / whole.max(1)).collect()
}

/// How wide a cell has to be for its words to stand on one line.
fn needed(words: &str, is_small: bool) -> usize {
    let size = if is_small { SMALL } else { SIZE };
    let width = chart::text_width(words, size, Weight::SemiBold) * BOLDER * TWIPS;
    width.ceil() as usize + FREE
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum RowLook {
    Header,
    Heading,
    Plain,
    Sum,
    Current,
}

impl RowLook {
    fn of(row: &TableRow) -> Self {
        match row.kind {
            _ if is_heading_row(row) => Self::Heading,
            RowKind::Sum => Self::Sum,
            RowKind::Current => Self::Current,
            RowKind::Plain | RowKind::Derived => Self::Plain,
        }
    }
}

struct Columns<'t> {
    is_number: &'t [bool],
    widths: &'t [usize],
    style: &'t str,
}

impl Columns<'_> {
    /// A row; one that `is_kept` stands on the page of what comes next.
    fn row(&self, xml: &mut Xml, cells: &[String], look: RowLook, is_kept: bool) {
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                if look == RowLook::Header {
                    xml.empty("w:tblHeader", &[]);
                }
            });
            for (at, text) in cells.iter().enumerate() {
                self.cell(xml, (at, text), look, is_kept);
            }
        });
    }

    fn cell(&self, xml: &mut Xml, (at, text): (usize, &str), look: RowLook, is_kept: bool) {
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", &self.widths[at].to_string()), ("w:type", "dxa")]);
                if look == RowLook::Sum {
                    xml.element("w:tcBorders", &[], |xml| {
                        let line = [("w:val", "single"), ("w:sz", "6"), ("w:space", "0")];
                        xml.empty("w:top", &line);
                    });
                    let fill = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", "F4F5F3")];
                    xml.empty("w:shd", &fill);
                }
                xml.value("w:vAlign", if look == RowLook::Header { "bottom" } else { "center" });
            });
            xml.element("w:p", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    xml.value("w:pStyle", self.style);
                    if is_kept {
                        xml.empty("w:keepNext", &[]);
                    }
                    if self.is_number[at] {
                        xml.value("w:jc", "right");
                    }
                });
                if !text.is_empty() {
                    run(xml, text, |xml| {
                        if look != RowLook::Plain {
                            xml.empty("w:b", &[]);
                        }
                    });
                }
            });
        });
    }
}
