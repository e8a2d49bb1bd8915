//! HTML tables, as many systems save them under the name `.xls`: token by token, never as a
//! document tree.

use std::borrow::Cow;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::{Flow, MAX_CELLS, OnRow, RawCell};
use crate::message;
use crate::words::Message;

/// More columns than Excel has are not believed.
const MAX_SPAN: usize = 200;

/// Streams the rows of all tables of a page, in order.
pub fn read(text: &str, on_row: &mut OnRow<'_>) -> Result<(), Message> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut table =
        Table { on_row, row: 0, seen: 0, cells: Vec::new(), open: None, is_in_row: false };
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        if table.take(token)? == Flow::Stop {
            return Ok(());
        }
    }
    table.end_row().map(|_| ())
}

struct Table<'t, 'f> {
    on_row: &'t mut OnRow<'f>,
    row: u32,
    seen: u64,
    cells: Vec<RawCell<'static>>,
    /// The text of the cell that is being read, and how many columns it spans.
    open: Option<(String, usize)>,
    is_in_row: bool,
}

impl Table<'_, '_> {
    fn take(&mut self, token: Token) -> Result<Flow, Message> {
        match token {
            Token::StartTag(tag) => match tag.name.as_slice() {
                b"tr" => {
                    let flow = self.end_row()?;
                    self.is_in_row = true;
                    return Ok(flow);
                }
                b"td" | b"th" => {
                    self.end_cell();
                    self.is_in_row = true;
                    self.open = Some((String::new(), column_span(&tag)));
                }
                b"br" | b"p" | b"div" => self.push(" "),
                _ => {}
            },
            Token::EndTag(tag) => match tag.name.as_slice() {
                b"td" | b"th" => self.end_cell(),
                b"tr" | b"table" => return self.end_row(),
                _ => {}
            },
            Token::String(text) => self.push(&String::from_utf8_lossy(&text.value)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        Ok(Flow::Continue)
    }

    fn push(&mut self, text: &str) {
        if let Some((open, _)) = &mut self.open {
            open.push_str(text);
        }
    }

    /// A cell over several columns stands in the first of them, as in Excel.
    fn end_cell(&mut self) {
        let Some((text, span)) = self.open.take() else { return };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let cell = if text.is_empty() { RawCell::Empty } else { RawCell::Text(Cow::Owned(text)) };
        self.cells.push(cell);
        self.cells.extend((1..span).map(|_| RawCell::Empty));
    }

    fn end_row(&mut self) -> Result<Flow, Message> {
        self.end_cell();
        if !std::mem::take(&mut self.is_in_row) {
            return Ok(Flow::Continue);
        }
        self.row = self.row.saturating_add(1);
        self.seen = self.seen.saturating_add(self.cells.len() as u64);
        if self.seen > MAX_CELLS {
            return Err(message!("import-too-large", most = MAX_CELLS));
        }
        let flow = (self.on_row)(self.row, &self.cells);
        self.cells.clear();
        Ok(flow)
    }
}

fn column_span(tag: &StartTag<()>) -> usize {
    let span = tag.attributes.get(b"colspan".as_slice());
    let span = span.and_then(|value| std::str::from_utf8(&value.value).ok()?.trim().parse().ok());
    span.unwrap_or(1).clamp(1, MAX_SPAN)
}
