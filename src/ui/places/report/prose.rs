//! A text with fields while a person writes it. Each field stands in it as its value, in a chip
//! that the cursor crosses, deletes and copies as one piece. The project keeps Markdown with the
//! names of the fields.

use std::any::TypeId;
use std::ops::Range;

use eframe::egui::TextBuffer;
use eframe::egui::text::{CCursor, CharIndex};

use crate::report::field_places;

/// Before a chip; then come its number and its value.
const OPEN: char = '\u{2066}';
/// After a chip.
const CLOSE: char = '\u{2069}';
/// The digits of a chip's number. Like the marks around them they are invisible.
const DIGITS: [char; 4] = ['\u{2061}', '\u{2062}', '\u{2063}', '\u{2064}'];
/// How many digits a number has.
const LENGTH: u32 = 5;

/// A text with its chips.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    text: String,
    /// The fields' names by the chips' numbers. No name is ever removed, since undo may need it.
    names: Vec<String>,
}

/// A part of a text as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Typed words.
    Words(&'t str),
    /// A chip: what stands before its value unseen, its value, and what stands after it.
    Chip {
        /// Its number.
        number: usize,
        /// The opening mark with the number.
        before: &'t str,
        /// What is read.
        value: &'t str,
        /// The closing mark.
        after: &'t str,
    },
}

/// The pieces of a shown text, in order.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, chip, after)) = next_chip(rest) {
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        pieces.push(chip);
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

fn next_chip(text: &str) -> Option<(&str, Piece<'_>, &str)> {
    let open = text.find(OPEN)?;
    let close = open + text[open..].find(CLOSE)?;
    let mut value_at = open + OPEN.len_utf8();
    let mut number = 0;
    for c in text[value_at..close].chars() {
        let Some(digit) = DIGITS.iter().position(|digit| *digit == c) else { break };
        number = number * DIGITS.len() + digit;
        value_at += c.len_utf8();
    }
    let end = close + CLOSE.len_utf8();
    let chip = Piece::Chip {
        number,
        before: &text[open..value_at],
        value: &text[value_at..close],
        after: &text[close..end],
    };
    Some((&text[..open], chip, &text[end..]))
}

impl Prose {
    /// The text of some Markdown. `value` gives what a field prints; a field for which it gives
    /// nothing stays as it is typed.
    pub fn of(markdown: &str, value: impl Fn(&str) -> Option<String>) -> Self {
        // Marks from another text name no chip of this one, and they are invisible.
        let text = markdown.chars().filter(|c| !is_mark(*c)).collect();
        let mut prose = Self { text, names: Vec::new() };
        prose.take_in(0, value);
        prose
    }

    /// Markdown with the fields' names.
    pub fn markdown(&self) -> String {
        let piece = |piece: Piece<'_>| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Chip { number, .. } => self.source(number),
        };
        pieces(&self.text).into_iter().map(piece).collect()
    }

    /// A part of the shown text as Markdown, to be copied.
    pub fn markdown_of(&self, shown: &str) -> String {
        Self { text: shown.to_owned(), names: self.names.clone() }.markdown()
    }

    fn source(&self, number: usize) -> String {
        self.names.get(number).map_or_else(String::new, |name| format!("{{{name}}}"))
    }

    /// The name of the field at a chip's number.
    pub fn name(&self, number: usize) -> &str {
        self.names.get(number).map_or("", String::as_str)
    }

    /// The chips with their places, counted in characters.
    pub fn chips(&self) -> Vec<(Range<usize>, usize)> {
        let mut at = 0;
        let mut chips = Vec::new();
        for piece in pieces(&self.text) {
            match piece {
                Piece::Words(words) => at += words.chars().count(),
                Piece::Chip { number, before, value, after } => {
                    let length = [before, value, after].map(|part| part.chars().count());
                    let end = at + length.iter().sum::<usize>();
                    chips.push((at..end, number));
                    at = end;
                }
            }
        }
        chips
    }

    /// The text as it is read, and for each of its characters its place in the shown one and
    /// whether it was typed.
    pub fn plain(&self) -> (String, Vec<(usize, bool)>) {
        let mut plain = String::new();
        let mut places = Vec::new();
        let mut at = 0;
        let mut put = |words: &str, at: usize, is_typed: bool| {
            plain.push_str(words);
            places.extend((0..words.chars().count()).map(|index| (at + index, is_typed)));
        };
        for piece in pieces(&self.text) {
            match piece {
                Piece::Words(words) => {
                    put(words, at, true);
                    at += words.chars().count();
                }
                Piece::Chip { before, value, after, .. } => {
                    at += before.chars().count();
                    put(value, at, false);
                    at += value.chars().count() + after.chars().count();
                }
            }
        }
        (plain, places)
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Puts a field in the place of some characters; gives back the place after it.
    pub fn put_field(&mut self, place: Range<usize>, name: &str, value: &str) -> usize {
        let place = self.whole(place);
        let chip = self.chip(name, value);
        let bytes = self.byte(place.start)..self.byte(place.end);
        self.text.replace_range(bytes, &chip);
        place.start + chip.chars().count()
    }

    /// Puts words in the place of some characters; gives back the place after them.
    pub fn put_words(&mut self, place: Range<usize>, words: &str) -> usize {
        let place = self.whole(place);
        let bytes = self.byte(place.start)..self.byte(place.end);
        self.text.replace_range(bytes, words);
        place.start + words.chars().count()
    }

    fn chip(&mut self, name: &str, value: &str) -> String {
        let known = self.names.iter().position(|known| known == name);
        let number = known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        let digit = |power: u32| DIGITS[number / DIGITS.len().pow(power) % DIGITS.len()];
        let digits: String = (0..LENGTH).rev().map(digit).collect();
        format!("{OPEN}{digits}{value}{CLOSE}")
    }

    /// Makes chips of the fields that are typed out; gives back where the cursor then is.
    pub fn take_in(&mut self, cursor: usize, value: impl Fn(&str) -> Option<String>) -> usize {
        let mut cursor = cursor;
        let mut from = 0;
        loop {
            let places = field_places(&self.text);
            let next = places.into_iter().find(|(place, _)| place.start >= from);
            let Some((place, name)) = next else { return cursor };
            let name = name.to_owned();
            let Some(value) = value(&name) else {
                from = place.end;
                continue;
            };
            let start = self.text[..place.start].chars().count();
            let length = self.text[place.clone()].chars().count();
            let chip = self.chip(&name, &value);
            let new_length = chip.chars().count();
            from = place.start + chip.len();
            self.text.replace_range(place, &chip);
            if cursor >= start + length {
                cursor = cursor + new_length - length;
            } else if cursor > start {
                cursor = start + new_length;
            }
        }
    }

    /// The place beside a chip for a cursor that has moved into it from `before`.
    pub fn beside_chip(&self, cursor: usize, before: usize) -> usize {
        let chips = self.chips();
        let within = chips.iter().find(|(place, _)| place.start < cursor && cursor < place.end);
        match within {
            Some((place, _)) if before <= place.start => place.end,
            Some((place, _)) if before >= place.end => place.start,
            Some((place, _)) if cursor - place.start < place.end - cursor => place.start,
            Some((place, _)) => place.end,
            None => cursor,
        }
    }

    /// The place, extended to the ends of every chip that it touches.
    fn whole(&self, place: Range<usize>) -> Range<usize> {
        let length = self.text.chars().count();
        let mut whole = place.start.min(length)..place.end.min(length);
        for (chip, _) in self.chips() {
            if chip.start < whole.end && whole.start < chip.end {
                whole = whole.start.min(chip.start)..whole.end.max(chip.end);
            }
        }
        whole
    }

    fn byte(&self, character: usize) -> usize {
        self.text.char_indices().nth(character).map_or(self.text.len(), |(at, _)| at)
    }
}

/// Whether a character belongs to a chip's marks.
fn is_mark(c: char) -> bool {
    c == OPEN || c == CLOSE || DIGITS.contains(&c)
}

impl TextBuffer for Prose {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        &self.text
    }

    fn insert_text(&mut self, text: &str, at: CharIndex) -> usize {
        // Marks that come from elsewhere name no chip of this text.
        let words: String = text.chars().filter(|c| !is_mark(*c)).collect();
        let at = self.byte(self.beside_chip(at.0, at.0));
        self.text.insert_str(at, &words);
        words.chars().count()
    }

    fn delete_char_range(&mut self, range: Range<CharIndex>) {
        self.put_words(range.start.0..range.end.0, "");
    }

    fn replace_with(&mut self, text: &str) {
        text.clone_into(&mut self.text);
    }

    fn delete_selected_ccursor_range(&mut self, [min, max]: [CCursor; 2]) -> CCursor {
        let place = self.whole(min.index.0..max.index.0);
        self.put_words(place.clone(), "");
        CCursor { index: CharIndex(place.start), prefer_next_row: true }
    }

    fn type_id(&self) -> TypeId {
        TypeId::of::<Self>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(name: &str) -> Option<String> {
        (name == "saker.q1").then(|| "10 859".to_owned())
    }

    #[test]
    fn a_text_comes_back_as_it_was_with_its_values_in_sight() {
        let markdown = "Vi fikk {saker.q1} saker, {ukjent} og {saker.q1}.";
        let prose = Prose::of(markdown, value);
        assert_eq!(prose.plain().0, "Vi fikk 10 859 saker, {ukjent} og 10 859.");
        assert_eq!(prose.markdown(), markdown);
    }

    #[test]
    fn marks_of_direction_from_elsewhere_take_no_words_with_them() {
        let prose = Prose::of("Vi \u{2066}fikk\u{2069} {saker.q1}.", value);
        assert_eq!(prose.markdown(), "Vi fikk {saker.q1}.");
    }

    #[test]
    fn a_chip_is_taken_away_as_a_whole() {
        let mut prose = Prose::of("Vi fikk {saker.q1} saker", value);
        let (chip, _) = prose.chips().remove(0);
        let end = CCursor::new(chip.end);
        let cursor = prose.delete_previous_char(end);
        assert_eq!(cursor.index.0, chip.start);
        assert_eq!(prose.markdown(), "Vi fikk  saker");
    }

    #[test]
    fn a_field_that_is_typed_out_becomes_a_chip_and_the_cursor_stands_after_it() {
        let mut prose = Prose::default();
        let typed = prose.insert_text("{saker.q1}", CharIndex(0));
        let cursor = prose.take_in(typed, value);
        assert_eq!(prose.chips()[0].0, 0..cursor);
        prose.insert_text(" saker", CharIndex(cursor));
        assert_eq!(prose.markdown(), "{saker.q1} saker");
    }

    #[test]
    fn a_cursor_goes_over_a_chip_in_one_step() {
        let prose = Prose::of("a{saker.q1}b", value);
        let (chip, _) = prose.chips().remove(0);
        assert_eq!(prose.beside_chip(chip.start + 1, chip.start), chip.end);
        assert_eq!(prose.beside_chip(chip.end - 1, chip.end), chip.start);
    }
}
