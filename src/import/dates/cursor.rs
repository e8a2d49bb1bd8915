//! A text with a date in it, part by part: digits, words and marks.

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'t> {
    /// Digits.
    Number(&'t str),
    /// Letters, in small ones.
    Word(&'t str),
    /// Anything else.
    Mark(char),
}

/// A place within a text.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'t> {
    rest: &'t str,
}

impl<'t> Cursor<'t> {
    /// The beginning of a text, in small letters.
    pub fn of(text: &'t str) -> Self {
        Self { rest: text }
    }

    /// What follows.
    pub fn rest(&self) -> &'t str {
        self.rest
    }

    /// The part that begins here.
    pub fn peek(&self) -> Option<Token<'t>> {
        let first = self.rest.chars().next()?;
        let run = |is_in: fn(char) -> bool| {
            let end = self.rest.find(|c: char| !is_in(c)).unwrap_or(self.rest.len());
            self.rest.get(..end).unwrap_or_default()
        };
        Some(match first {
            '0'..='9' => Token::Number(run(|c| c.is_ascii_digit())),
            c if c.is_alphabetic() => Token::Word(run(char::is_alphabetic)),
            c => Token::Mark(c),
        })
    }

    /// Goes behind that part.
    pub fn advance(&mut self) {
        let length = match self.peek() {
            Some(Token::Number(text) | Token::Word(text)) => text.len(),
            Some(Token::Mark(mark)) => mark.len_utf8(),
            None => 0,
        };
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    /// Goes behind any of these marks.
    pub fn skip(&mut self, marks: &[char]) {
        self.rest = self.rest.trim_start_matches(marks);
    }

    /// Goes behind the digits that begin here, if any do.
    pub fn take_number(&mut self) -> Option<&'t str> {
        let Some(Token::Number(digits)) = self.peek() else { return None };
        self.advance();
        Some(digits)
    }

    /// Whether nothing follows.
    pub fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }
}
