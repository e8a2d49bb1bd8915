//! What title rows and footers say of the whole list: its zone, and whether it is cut.

use crate::import::dates::{NamedZone, zone_in};
use crate::import::heading::normal;
use crate::import::raw::RawCell;
use crate::import::synonyms::synonyms;
use crate::project::TimeZoneChoice;

/// What a line around a list says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    /// The zone of stamps that have none.
    pub zone: Option<NamedZone>,
    /// How many rows the list has, and of how many they are, where those are more.
    pub cut: Option<(u32, u32)>,
}

impl Notices {
    /// What stamps without a zone mean, where the zone is one that is reckoned with.
    pub fn time_zone(&self) -> Option<TimeZoneChoice> {
        match self.zone {
            Some(NamedZone::Norwegian) => Some(TimeZoneChoice::Local),
            Some(NamedZone::Utc) => Some(TimeZoneChoice::Utc),
            Some(NamedZone::Other(_)) | None => None,
        }
    }

    /// The zone where it is another one, which only a person can answer for.
    pub fn other_zone(&self) -> Option<&str> {
        match &self.zone {
            Some(NamedZone::Other(name)) => Some(name),
            _ => None,
        }
    }

    /// Takes what a row says; whether it said something.
    pub fn take(&mut self, cells: &[RawCell<'_>]) -> bool {
        let texts: Vec<String> = cells
            .iter()
            .filter(|cell| !cell.is_blank())
            .map(|cell| cell.text().into_owned())
            .collect();
        let zone = zone_of(&texts);
        let shown = texts.iter().find_map(|text| shown_of(text)).or_else(|| {
            // Words and numbers may stand in separate cells.
            if texts.len() > 1 { shown_of(&texts.join(" ")) } else { None }
        });
        let is_one = zone.is_some() || shown.is_some();
        self.zone = self.zone.take().or(zone);
        self.cut = self.cut.or(shown.filter(|(shown, all)| shown < all));
        is_one
    }
}

fn zone_of(texts: &[String]) -> Option<NamedZone> {
    let names = &synonyms().titles;
    texts.iter().enumerate().find_map(|(index, text)| {
        let (label, value) = match text.split_once(':') {
            Some((label, value)) if !value.trim().is_empty() => (label, value),
            _ => (text.trim_end_matches(':'), texts.get(index + 1).map_or("", String::as_str)),
        };
        if names.zone.contains(&normal(label)) {
            return zone_in(value)
                .or_else(|| Some(NamedZone::Other(value.trim().to_owned())))
                .filter(|_| !value.trim().is_empty());
        }
        let words = normal(text);
        let is_sentence = names.zone_starts.iter().any(|start| {
            words.strip_prefix(start.as_str()).is_some_and(|rest| rest.starts_with(' '))
        });
        if !is_sentence {
            return None;
        }
        text.split_whitespace().rev().find_map(|word| zone_in(word.trim_matches(['.', ',', ':'])))
    })
}

/// The zone that a heading names behind its words: `Created At (UTC)`.
pub fn zone_of_heading(heading: &str) -> Option<NamedZone> {
    let inner = heading.trim().strip_suffix([')', ']']);
    let zone = inner.and_then(|heading| zone_in(heading.rsplit_once(['(', '['])?.1));
    let is_utc = || normal(heading).split(' ').any(|word| word == "utc");
    zone.or_else(|| is_utc().then_some(NamedZone::Utc))
}

#[derive(Debug, PartialEq)]
enum Part {
    Number(u32),
    Word(String),
}

/// `Viser 10 000 av 17 312`, `Showing 1 to 1,000 of 17,312 entries`.
fn shown_of(text: &str) -> Option<(u32, u32)> {
    let names = &synonyms().titles;
    let parts = parts(text);
    let is_told =
        parts.iter().any(|part| matches!(part, Part::Word(word) if names.shown.contains(word)));
    if !is_told {
        return None;
    }
    parts.windows(3).enumerate().find_map(|(at, window)| {
        let [Part::Number(last), Part::Word(of), Part::Number(all)] = window else { return None };
        if !names.of.contains(of) {
            return None;
        }
        let before = at.checked_sub(2).and_then(|at| parts.get(at));
        let between = at.checked_sub(1).and_then(|at| parts.get(at));
        let first = match (before, between) {
            (Some(Part::Number(first)), Some(Part::Word(to)))
                if ["til", "to", "-"].contains(&to.as_str()) && first <= last =>
            {
                *first
            }
            _ => 1,
        };
        Some((last.saturating_sub(first).saturating_add(1), *all))
    })
}

/// The words and the whole numbers of a text; numbers may have their thousands parted.
fn parts(text: &str) -> Vec<Part> {
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let mut end = at + 1;
        if c.is_ascii_digit() {
            let mut digits = String::from(*c);
            loop {
                let is_group =
                    chars.get(end).is_some_and(|c| c.is_whitespace() || ".,'’".contains(*c))
                        && (1..=3).all(|place| digit(end + place))
                        && !digit(end + 4)
                        && digits.len() <= 9;
                if digit(end) {
                    digits.extend(chars.get(end));
                    end += 1;
                } else if is_group {
                    digits.extend(chars.get(end + 1..end + 4).unwrap_or_default());
                    end += 4;
                } else {
                    break;
                }
            }
            parts.extend(digits.parse().ok().map(Part::Number));
        } else if c.is_alphabetic() {
            while chars.get(end).is_some_and(|c| c.is_alphabetic()) {
                end += 1;
            }
            let word: String = chars.get(at..end).unwrap_or_default().iter().collect();
            parts.push(Part::Word(word.to_lowercase()));
        } else if "-–—/".contains(*c) {
            parts.push(Part::Word(if *c == '/' { "/" } else { "-" }.to_owned()));
        }
        at = end;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_says_that_it_is_cut() {
        for (text, expected) in [
            ("Viser 10 000 av 17 312", Some((10_000, 17_312))),
            ("Showing 1 to 1,000 of 17,312 entries", Some((1_000, 17_312))),
            ("1001–2000 of 17312 records", Some((1_000, 17_312))),
            ("Viser 12 av 12 saker", Some((12, 12))),
            ("Side 1 av 3", None),
            ("Viser saker fra 2021", None),
        ] {
            assert_eq!(shown_of(text), expected, "{text}");
        }
    }

    #[test]
    fn a_line_tells_the_zone() {
        let zone = |text: &str| zone_of(&[text.to_owned()]);
        assert_eq!(zone("Timezone: UTC"), Some(NamedZone::Utc));
        assert_eq!(zone("All times in UTC"), Some(NamedZone::Utc));
        assert_eq!(zone("Alle tider er i UTC."), Some(NamedZone::Utc));
        assert_eq!(zone("Tidssone: Europe/Oslo"), Some(NamedZone::Norwegian));
        let other = NamedZone::Other("America/New_York".to_owned());
        assert_eq!(zone("Time zone: America/New_York"), Some(other));
        assert_eq!(zone("Alle saker for Hamar"), None);
        assert_eq!(zone_of_heading("Created At (UTC)"), Some(NamedZone::Utc));
        assert_eq!(zone_of_heading("Målt tid (min)"), None);
    }
}
