//! A table: its header row repeated on every page, rows whole, numbers at the right.

use super::fields::run;
use super::xml::Xml;
use crate::figures::{RowKind, TableRow};
use crate::report::block::TableBlock;
use crate::report::tables::is_heading_row;

/// The width of the text, in twentieths of a point.
const WIDTH: usize = 9_412;
/// The width of a letter of a table and what a cell keeps free, in the same.
const LETTER: usize = 105;
const FREE: usize = 200;

/// Writes a table.
pub fn table(xml: &mut Xml, block: &TableBlock) {
    let table = &block.table;
    let (is_number, is_small) = (block.number_columns(), block.is_set_small());
    let style = if is_small { "TableSmall" } else { "TableText" };
    let widths = widths(block, &is_number, is_small);
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

/// Numbers have the room that they need; words share the rest.
fn widths(block: &TableBlock, is_number: &[bool], is_small: bool) -> Vec<usize> {
    let table = &block.table;
    let letter = if is_small { LETTER * 7 / 8 } else { LETTER };
    let longest = |at: usize| {
        let cells = table.rows.iter().filter(|row| !is_heading_row(row));
        let cells = cells.map(|row| row.cells[at].print().chars().count());
        // A heading may break between its words, never within one.
        let head = table.columns[at].heading.split(' ').map(|word| word.chars().count());
        cells.chain(head).max().unwrap_or_default()
    };
    let needs: Vec<usize> =
        (0..table.columns.len()).map(|at| longest(at) * letter + FREE).collect();
    let numbers: usize = needs.iter().zip(is_number).filter(|(_, own)| **own).map(|(n, _)| n).sum();
    let words: usize = needs.iter().zip(is_number).filter(|(_, own)| !**own).map(|(n, _)| n).sum();
    let rest = WIDTH.saturating_sub(numbers).max(WIDTH / 4);
    // A short word beside long sentences keeps the room that it needs.
    let scale = |need: usize| (need * rest / words.max(1)).max(need.min(WIDTH / 8));
    let own = needs.iter().zip(is_number);
    own.map(|(need, is_number)| if *is_number { *need } else { scale(*need) }).collect()
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
