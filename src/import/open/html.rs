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

/// The tables of a page, by the list that they belong to.
pub struct Page {
    text: String,
    /// Where lists begin, by the place of their first table; the first begins with the page.
    lists: Vec<usize>,
}

impl Page {
    /// A page with its lists. A table of several rows and columns is a separate list unless it
    /// has the headings of the list before it; small tables are titles of the list below them,
    /// and footers at the end.
    pub fn new(text: String) -> Self {
        let mut page = Self { text, lists: vec![0] };
        if page.text.to_ascii_lowercase().matches("<table").count() > 1 {
            page.lists = page.find_lists();
        }
        page
    }

    /// How many lists the page has.
    pub fn count(&self) -> usize {
        self.lists.len()
    }

    /// Streams the rows of one list, in order.
    ///
    /// # Errors
    /// When the page has too many cells.
    pub fn read(&self, list: usize, on_row: &mut OnRow<'_>) -> Result<(), Message> {
        let first = self.lists.get(list).copied().unwrap_or_default();
        let end = self.lists.get(list + 1).copied().unwrap_or(usize::MAX);
        stream(&self.text, &mut |table, row, cells| match table {
            _ if table < first => Flow::Continue,
            _ if table >= end => Flow::Stop,
            _ => on_row(row, cells),
        })
    }

    fn find_lists(&self) -> Vec<usize> {
        struct Seen {
            table: usize,
            rows: usize,
            headings: Vec<String>,
        }
        let mut tables: Vec<Seen> = Vec::new();
        // A page that cannot be read whole is refused when its rows are read.
        let _ = stream(&self.text, &mut |table, _, cells| {
            if cells.iter().filter(|cell| !cell.is_blank()).count() < 2 {
                return Flow::Continue;
            }
            match tables.iter_mut().find(|seen| seen.table == table) {
                Some(seen) => seen.rows += 1,
                None => {
                    let headings = cells.iter().map(|cell| cell.text().into_owned()).collect();
                    tables.push(Seen { table, rows: 1, headings });
                }
            }
            Flow::Continue
        });
        tables.sort_by_key(|seen| seen.table);
        let mut lists: Vec<usize> = Vec::new();
        let mut headings: Vec<Vec<String>> = Vec::new();
        let mut last: Option<usize> = None;
        for seen in tables.into_iter().filter(|seen| seen.rows > 1) {
            if !headings.contains(&seen.headings) {
                // What stands between two lists is the title of the second.
                lists.push(last.map_or(0, |last| last + 1));
                headings.push(seen.headings);
            }
            last = Some(seen.table);
        }
        if lists.is_empty() { vec![0] } else { lists }
    }
}

/// Takes the rows: the table's place in the page, the row's number as Excel counts, its cells.
type OnTableRow<'f> = dyn FnMut(usize, u32, &[RawCell<'_>]) -> Flow + 'f;

fn stream(text: &str, on_row: &mut OnTableRow<'_>) -> Result<(), Message> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut tables =
        Tables { on_row, row: 0, seen: 0, begun: 0, table: Table::default(), outer: Vec::new() };
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        if tables.take(token)? == Flow::Stop {
            return Ok(());
        }
    }
    tables.end_row().map(|_| ())
}

struct Tables<'t, 'f> {
    on_row: &'t mut OnTableRow<'f>,
    row: u32,
    seen: u64,
    /// How many tables have begun.
    begun: usize,
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
    /// Which table of the page it is.
    place: usize,
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

/// A cell that goes on in rows below, and in how many.
struct Spanned {
    cell: RawCell<'static>,
    rows: usize,
}

impl Tables<'_, '_> {
    fn take(&mut self, token: Token) -> Result<Flow, Message> {
        match token {
            Token::StartTag(tag) if tag.name.as_slice() == b"table" => return self.begin_table(),
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

    /// A table within a cell is a separate list where the tables around it only lay out the
    /// page, and words where it stands in a list.
    fn begin_table(&mut self) -> Result<Flow, Message> {
        if self.table.open.is_none() {
            // A table that was not ended.
            let flow = self.end_row()?;
            self.begun += 1;
            self.table = Table { place: self.begun, ..Table::default() };
            return Ok(flow);
        }
        let table = &mut self.table;
        let is_in_list = table.has_rows || table.cells.iter().any(|cell| !cell.is_blank());
        if is_in_list {
            table.depth += 1;
        } else {
            self.begun += 1;
            let inner = Table { place: self.begun, ..Table::default() };
            self.outer.push(std::mem::replace(table, inner));
        }
        Ok(Flow::Continue)
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
        let flow = (self.on_row)(table.place, self.row, &table.cells);
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
            let cell = if place == 0 { cell.clone() } else { RawCell::Empty };
            if rows > 1 {
                let column = self.cells.len();
                if self.spanned.len() <= column {
                    self.spanned.resize_with(column + 1, || None);
                }
                if let Some(spanned) = self.spanned.get_mut(column) {
                    *spanned = Some(Spanned { cell: cell.clone(), rows: rows - 1 });
                }
            }
            self.cells.push(cell);
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
