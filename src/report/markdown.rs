//! What a person writes: plain Markdown with fields, as blocks.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::block::{Block, Emphasis, Heading, Inline, List};
use super::field::{Field, Fields};
use super::letters::is_blank;
use crate::project::field_places;
use crate::words::Message;
use crate::{message, t};

/// A text as blocks, and what is wrong with its fields. Headings begin at `level`; their anchors
/// are for the caller to give.
pub fn blocks(markdown: &str, fields: &Fields<'_>, level: u8) -> (Vec<Block>, Vec<Message>) {
    let mut reader = Reader { fields, level, ..Reader::new(fields) };
    for (event, place) in TextMergeWithOffset::new(Parser::new(markdown).into_offset_iter()) {
        if matches!(event, Event::Start(Tag::Item)) {
            reader.number = number_typed(&markdown[place]);
        } else {
            reader.take(event);
        }
    }
    let (blocks, mut findings) = reader.finish();
    findings.extend(slips(markdown));
    (blocks, findings)
}

/// What looks like a slip of the pen: a brace that begins a field and is never closed, and a table
/// drawn with bars, which is printed as its letters.
fn slips(markdown: &str) -> Vec<Message> {
    let mut slips = Vec::new();
    let typed = field_places(markdown).last().map_or(0, |(place, _)| place.end);
    let open = markdown[typed..].find('{').map(|at| &markdown[typed + at..]);
    if let Some(open) = open.filter(|open| !open.contains('}')) {
        let shown: String = open.chars().take_while(|c| *c != '\n').take(SLIP_SHOWN).collect();
        slips.push(message!("report-field-open", field = shown.trim()));
    }
    let is_bars = |line: &str| {
        let line = line.trim();
        line.contains('|') && line.contains("---") && line.chars().all(|c| "|-: ".contains(c))
    };
    if markdown.lines().any(is_bars) {
        slips.push(message!("report-table-typed"));
    }
    slips
}

/// A line of text with fields, without any Markdown: a caption, a remark.
pub fn inlines(text: &str, fields: &Fields<'_>) -> (Vec<Inline>, Vec<Message>) {
    let mut reader = Reader::new(fields);
    reader.take_text(text);
    (reader.inlines, reader.findings)
}

struct Reader<'f> {
    fields: &'f Fields<'f>,
    level: u8,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    emphasis: Emphasis,
    /// The lists that are open, the outermost first: whether they are numbered.
    lists: Vec<bool>,
    /// The points of the outermost list, each with the number that was typed before it.
    points: Vec<(Option<Number>, Vec<Inline>)>,
    /// What was typed before the point that is open.
    number: Option<Number>,
    findings: Vec<Message>,
}

impl<'f> Reader<'f> {
    fn new(fields: &'f Fields<'f>) -> Self {
        Self {
            fields,
            level: 1,
            blocks: Vec::new(),
            inlines: Vec::new(),
            emphasis: Emphasis::default(),
            lists: Vec::new(),
            points: Vec::new(),
            number: None,
            findings: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.take_text(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.push_words(" "),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::List(first) => {
                // What stands before a list within a point becomes a separate point.
                self.close_point();
                self.lists.push(first.is_some());
            }
            Tag::Emphasis => self.emphasis.is_stressed = true,
            Tag::Strong => self.emphasis.is_strong = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.emphasis.is_stressed = false,
            TagEnd::Strong => self.emphasis.is_strong = false,
            TagEnd::Paragraph if self.is_in_list() => self.push_words(" "),
            TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock if self.is_in_list() => {
                self.push_words(" ");
            }
            TagEnd::Heading(level) => self.close_heading(level),
            TagEnd::Item => self.close_point(),
            TagEnd::List(_) => self.close_list(),
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.close_paragraph(),
            _ => {}
        }
    }

    /// Words with fields.
    fn take_text(&mut self, text: &str) {
        let mut from = 0;
        for (place, name) in field_places(text) {
            self.push_words(&text[from..place.start]);
            from = place.end;
            let inline = self.field(name, &text[place]);
            self.inlines.push(inline);
        }
        self.push_words(&text[from..]);
    }

    fn field(&mut self, name: &str, as_typed: &str) -> Inline {
        let emphasis = self.emphasis;
        match self.fields.look_up(name) {
            Field::Figure { key, text } => Inline::Figure { key, text, emphasis },
            Field::Words(text) => Inline::Text { text, emphasis },
            Field::Reference(anchor) => Inline::Reference { anchor, text: String::new() },
            Field::Missing(key) => {
                self.findings.push(message!("report-field-missing", field = name));
                Inline::Figure { key, text: t!("report-number-missing"), emphasis }
            }
            Field::Unknown => {
                self.findings.push(message!("report-field-unknown", field = name));
                Inline::Text { text: as_typed.to_owned(), emphasis }
            }
        }
    }

    fn push_words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let emphasis = self.emphasis;
        match self.inlines.last_mut() {
            Some(Inline::Text { text, emphasis: last }) if *last == emphasis => {
                text.push_str(words)
            }
            _ => self.inlines.push(Inline::Text { text: words.to_owned(), emphasis }),
        }
    }

    fn close_paragraph(&mut self) {
        let inlines = self.trimmed();
        if !inlines.is_empty() {
            self.blocks.push(Block::Paragraph(inlines));
        }
    }

    fn close_heading(&mut self, level: HeadingLevel) {
        let inlines = self.trimmed();
        for inline in &inlines {
            if let Inline::Reference { anchor, .. } = inline {
                let anchor = anchor.as_str();
                self.findings.push(message!("report-reference-heading", anchor = anchor));
            }
        }
        let text = super::block::words_of(&inlines);
        // One that is about to be written has no words yet.
        if is_blank(&text) {
            return;
        }
        let level = self.level.saturating_add(level as u8 - 1).min(DEEPEST);
        self.blocks.push(Block::Heading(Heading { level, text, anchor: String::new() }));
    }

    fn is_in_list(&self) -> bool {
        !self.lists.is_empty()
    }

    fn close_point(&mut self) {
        let inlines = self.trimmed();
        if !inlines.is_empty() && self.is_in_list() {
            self.points.push((self.number.take(), inlines));
        } else if !inlines.is_empty() {
            self.blocks.push(Block::Paragraph(inlines));
        }
    }

    /// Lists within a list become points of the outermost. What only looks like a numbered list,
    /// "17. mai var kontoret stengt", keeps the number that was typed.
    fn close_list(&mut self) {
        let is_numbered = self.lists.pop().unwrap_or_default();
        if self.is_in_list() {
            return;
        }
        let points = std::mem::take(&mut self.points);
        if is_numbered && counts_from_one(&points) {
            let points = points.into_iter().map(|(_, point)| point).collect();
            self.blocks.push(Block::List(List { is_numbered, points }));
            return;
        }
        let points = points.into_iter().map(|(number, point)| match number {
            Some(number) => with_words_before(&number.typed(), point),
            None => point,
        });
        match is_numbered {
            true => self.blocks.extend(points.map(Block::Paragraph)),
            false => self.blocks.push(Block::List(List { is_numbered, points: points.collect() })),
        }
    }

    fn trimmed(&mut self) -> Vec<Inline> {
        let mut inlines = std::mem::take(&mut self.inlines);
        if let Some(Inline::Text { text, .. }) = inlines.last_mut() {
            text.truncate(text.trim_end().len());
        }
        if let Some(Inline::Text { text, .. }) = inlines.first_mut() {
            *text = text.trim_start().to_owned();
        }
        inlines.retain(|inline| match inline {
            Inline::Text { text, .. } => !text.is_empty(),
            _ => true,
        });
        inlines
    }

    fn finish(mut self) -> (Vec<Block>, Vec<Message>) {
        self.close_paragraph();
        (self.blocks, self.findings)
    }
}

/// The number before a point, as it was typed: "17" and ".".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    value: u64,
    mark: char,
}

impl Number {
    fn typed(self) -> String {
        format!("{}{} ", self.value, self.mark)
    }
}

/// The number that a point begins with; `None` if it begins with a dash.
fn number_typed(point: &str) -> Option<Number> {
    let point = point.trim_start();
    let digits = point.chars().take_while(char::is_ascii_digit).count();
    let value = point[..digits].parse().ok()?;
    Some(Number { value, mark: point[digits..].chars().next()? })
}

/// Whether points are numbered 1, 2, 3 or all 1, as numbered lists are written, and more than one.
fn counts_from_one(points: &[(Option<Number>, Vec<Inline>)]) -> bool {
    let numbers = || points.iter().map(|(number, _)| number.map(|number| number.value));
    let counts = numbers().zip(1..).all(|(number, at)| number == Some(at));
    points.len() > 1 && (counts || numbers().all(|number| number == Some(1)))
}

fn with_words_before(words: &str, mut inlines: Vec<Inline>) -> Vec<Inline> {
    match inlines.first_mut() {
        Some(Inline::Text { text, emphasis }) if *emphasis == Emphasis::default() => {
            text.insert_str(0, words);
        }
        _ => inlines.insert(0, Inline::plain(words)),
    }
    inlines
}

/// How much is shown of a field that is never closed.
const SLIP_SHOWN: usize = 24;

/// The deepest level of a heading.
const DEEPEST: u8 = 4;
