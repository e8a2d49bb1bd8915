//! A written document as lines, from `.txt`, `.docx` or `.pdf`.

/// A line of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentLine {
    /// Its text.
    pub text: String,
    /// Its level where the document says that it is a heading, 1 at the top. A `.txt` and most
    /// PDFs do not say.
    pub level: Option<u8>,
}

/// A document as lines, in the order in which it is read. An empty line parts paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The lines.
    pub lines: Vec<DocumentLine>,
}

impl Document {
    /// A document of plain text.
    pub fn of_text(text: &str) -> Self {
        let line = |text: &str| DocumentLine { text: text.to_owned(), level: None };
        Self { lines: text.lines().map(line).collect() }
    }
}
