//! A table: its header row repeated on every page, rows whole, numbers at the right.

use super::fields::run;
use super::xml::Xml;
use crate::figures::{RowKind, TableRow};
use crate::report::block::TableBlock;
use crate::report::tables::is_heading_row;

/// The width of the text, in twentieths of a point.
pub const WIDTH: usize = 9_412;
/// The width of a letter of a table and what a cell keeps free, in the same.
const LETTER: usize = 105;
const FREE: usize = 200;

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

/// Narrow columns have the room that they need; the others share the rest.
fn widths(block: &TableBlock, is_small: bool) -> Vec<usize> {
    let table = &block.table;
    let letter = if is_small { LETTER * 7 / 8 } else { LETTER };
    let narrow = block.narrow_columns();
    let needs = |of_heading: fn(&str) -> usize| -> Vec<usize> {
        let longest = |at: usize| {
            let rows = table.rows.iter().filter(|row| !is_heading_row(row));
            let cells = rows.filter_map(|row| row.cells.get(at));
            let cells = cells.map(|cell| cell.print().chars().count());
            cells.chain([of_heading(&table.columns[at].heading)]).max().unwrap_or_default()
        };
        (0..table.columns.len()).map(|at| longest(at) * letter + FREE).collect()
    };
    let taken = |needs: &[usize]| -> usize {
        needs.iter().zip(&narrow).filter(|(_, is_narrow)| **is_narrow).map(|(need, _)| need).sum()
    };
    let sharing = narrow.iter().filter(|is_narrow| !**is_narrow).count().max(1);
    let least = sharing * WIDTH / 6;
    // A heading stands on one line where there is room; it never breaks within a word.
    let mut own = needs(|heading| heading.chars().count());
    if taken(&own) + least > WIDTH {
        own = needs(|heading| {
            heading.split(' ').map(|word| word.chars().count()).max().unwrap_or_default()
        });
    }
    let share = WIDTH.saturating_sub(taken(&own)).max(least) / sharing;
    let wanted = own.into_iter().zip(narrow);
    let wanted: Vec<usize> =
        wanted.map(|(need, is_narrow)| if is_narrow { need } else { share }).collect();
    let whole: usize = wanted.iter().sum();
    wanted.into_iter().map(|width| width * WIDTH / whole.max(1)).collect()
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
