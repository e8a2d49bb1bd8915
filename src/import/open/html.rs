//! HTML tables, as many systems save them under the name `.xls`: token by token, never as a
//! document tree.

use std::borrow::Cow;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::{Flow, MAX_CELLS, OnRow, RawCell};
use crate::message;
use crate::words::Message;

/// More columns than Excel has are not believed.
const MAX_SPAN: usize = 200;
/// More rows than Excel has are not believed.
const MAX_ROW_SPAN: usize = 1_048_576;

/// Streams the rows of all tables of a page, in order.
pub fn read(text: &str, on_row: &mut OnRow<'_>) -> Result<(), Message> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page { on_row, row: 0, seen: 0, table: Table::default(), outer: Vec::new() };
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        if page.take(token)? == Flow::Stop {
            return Ok(());
        }
    }
    page.end_row().map(|_| ())
}

struct Page<'t, 'f> {
    on_row: &'t mut OnRow<'f>,
    row: u32,
    seen: u64,
    table: Table,
    /// The tables around it, each with a cell that is still open.
    outer: Vec<Table>,
}

#[derive(Default)]
struct Table {
    cells: Vec<RawCell<'static>>,
    /// The cell that is being read.
    open: Option<Open>,
    is_in_row: bool,
    /// What cells above say of the columns of the coming rows.
    spanned: Vec<Option<Spanned>>,
    /// Whether rows of several cells came, so that a table within a cell is no part of the list.
    has_rows: bool,
    /// How many tables within a cell are read as its text.
    depth: usize,
}

struct Open {
    text: String,
    columns: usize,
    rows: usize,
}

/// A cell that goes on in so many rows below.
struct Spanned {
    cell: RawCell<'static>,
    rows: usize,
}

impl Page<'_, '_> {
    fn take(&mut self, token: Token) -> Result<Flow, Message> {
        match token {
            Token::StartTag(tag) if tag.name.as_slice() == b"table" => self.begin_table(),
            Token::EndTag(tag) if tag.name.as_slice() == b"table" => return self.end_table(),
            // Within a cell of the list a table is words.
            Token::StartTag(_) | Token::EndTag(_) if self.table.depth > 0 => self.push(" "),
            Token::StartTag(tag) => match tag.name.as_slice() {
                b"tr" => {
                    let flow = self.end_row()?;
                    self.table.is_in_row = true;
                    return Ok(flow);
                }
                b"td" | b"th" => {
                    self.table.end_cell();
                    self.table.is_in_row = true;
                    self.table.open = Some(Open {
                        text: String::new(),
                        columns: span(&tag, b"colspan").clamp(1, MAX_SPAN),
                        // 0 means: to the end of the table.
                        rows: match span(&tag, b"rowspan") {
                            0 => MAX_ROW_SPAN,
                            rows => rows.min(MAX_ROW_SPAN),
                        },
                    });
                }
                b"br" | b"p" | b"div" | b"li" => self.push(" "),
                _ => {}
            },
            Token::EndTag(tag) => match tag.name.as_slice() {
                b"td" | b"th" => self.table.end_cell(),
                b"tr" => return self.end_row(),
                _ => {}
            },
            Token::String(text) => self.push(&String::from_utf8_lossy(&text.value)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        Ok(Flow::Continue)
    }

    /// A table within a cell is a list of its own where the tables around it only lay out the
    /// page, and words where it stands in a list.
    fn begin_table(&mut self) {
        let table = &mut self.table;
        if table.open.is_none() {
            return;
        }
        let is_in_list = table.has_rows || table.cells.iter().any(|cell| !cell.is_blank());
        if is_in_list {
            table.depth += 1;
        } else {
            self.outer.push(std::mem::take(&mut self.table));
        }
    }

    fn end_table(&mut self) -> Result<Flow, Message> {
        if self.table.depth > 0 {
            self.table.depth -= 1;
            return Ok(Flow::Continue);
        }
        let flow = self.end_row()?;
        self.table = self.outer.pop().unwrap_or_default();
        Ok(flow)
    }

    fn push(&mut self, text: &str) {
        if let Some(open) = &mut self.table.open {
            open.text.push_str(text);
        }
    }

    fn end_row(&mut self) -> Result<Flow, Message> {
        let table = &mut self.table;
        table.end_cell();
        if !std::mem::take(&mut table.is_in_row) {
            return Ok(Flow::Continue);
        }
        table.fill_spanned();
        // A short row ends before columns that cells above go on in.
        while table.spanned.iter().skip(table.cells.len()).any(Option::is_some) {
            table.cells.push(RawCell::Empty);
            table.fill_spanned();
        }
        table.has_rows |= table.cells.iter().filter(|cell| !cell.is_blank()).count() > 1;
        self.row = self.row.saturating_add(1);
        self.seen = self.seen.saturating_add(table.cells.len() as u64);
        if self.seen > MAX_CELLS {
            return Err(message!("import-too-large", most = MAX_CELLS));
        }
        let flow = (self.on_row)(self.row, &table.cells);
        table.cells.clear();
        Ok(flow)
    }
}

impl Table {
    /// A cell over several columns stands in the first of them, as in Excel; one over several
    /// rows stands in each of them.
    fn end_cell(&mut self) {
        let Some(Open { text, columns, rows }) = self.open.take() else { return };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let cell = if text.is_empty() { RawCell::Empty } else { RawCell::Text(Cow::Owned(text)) };
        self.fill_spanned();
        for place in 0..columns {
            let own = if place == 0 { cell.clone() } else { RawCell::Empty };
            if rows > 1 {
                let column = self.cells.len();
                if self.spanned.len() <= column {
                    self.spanned.resize_with(column + 1, || None);
                }
                if let Some(spanned) = self.spanned.get_mut(column) {
                    *spanned = Some(Spanned { cell: own.clone(), rows: rows - 1 });
                }
            }
            self.cells.push(own);
        }
    }

    /// Puts what cells above say into the columns that come next.
    fn fill_spanned(&mut self) {
        while let Some(Some(spanned)) = self.spanned.get_mut(self.cells.len()) {
            self.cells.push(spanned.cell.clone());
            spanned.rows -= 1;
            if spanned.rows == 0
                && let Some(done) = self.spanned.get_mut(self.cells.len() - 1)
            {
                *done = None;
            }
        }
    }
}

fn span(tag: &StartTag<()>, name: &[u8]) -> usize {
    let span = tag.attributes.get(name);
    let span = span.and_then(|value| std::str::from_utf8(&value.value).ok()?.trim().parse().ok());
    span.unwrap_or(1)
}
