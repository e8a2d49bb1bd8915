//! What a person writes: plain Markdown with fields, as blocks.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd, TextMergeStream};

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
    for event in TextMergeStream::new(Parser::new(markdown)) {
        reader.take(event);
    }
    reader.finish()
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
    points: Vec<Vec<Inline>>,
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
                // What stands before a list within a point is a point of its own.
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
            TagEnd::Heading(level) => self.close_heading(level),
            TagEnd::Item => self.close_point(),
            TagEnd::Paragraph if !self.lists.is_empty() => self.push_words(" "),
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
                Inline::Figure { key, text: t!("missing"), emphasis }
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
            Some(Inline::Text { text, emphasis: own }) if *own == emphasis => text.push_str(words),
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

    fn close_point(&mut self) {
        let inlines = self.trimmed();
        if !inlines.is_empty() && !self.lists.is_empty() {
            self.points.push(inlines);
        } else if !inlines.is_empty() {
            self.blocks.push(Block::Paragraph(inlines));
        }
    }

    /// Lists within a list become points of the outermost.
    fn close_list(&mut self) {
        let is_numbered = self.lists.pop().unwrap_or_default();
        if self.lists.is_empty() {
            let points = std::mem::take(&mut self.points);
            self.blocks.push(Block::List(List { is_numbered, points }));
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

/// The deepest level of a heading.
const DEEPEST: u8 = 4;
