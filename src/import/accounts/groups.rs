//! Rows that are no accounts but speak of those below or above: groups, sub-totals, balances.

use std::collections::HashMap;

use super::codes::parted;
use crate::import::account_form::Part;
use crate::import::classify::is_sum_label;
use crate::import::heading::normal;
use crate::import::synonyms::{KindNames, synonyms};

/// The codes of the groups in which a row stands.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The open groups from the outermost to the innermost: what they are, code and name.
    open: Vec<(Part, String, String)>,
    /// What was opened once, in the order in which groups lie within each other.
    order: Vec<Part>,
    /// Each set of open groups has a number.
    numbers: HashMap<String, u32>,
    number: u32,
}

/// A row that opens a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What the group is.
    pub part: Part,
    /// Its code.
    pub code: String,
    /// Its name, empty where it has none.
    pub name: String,
}

impl Context {
    /// Code and name of the open group of that part; empty where none is open.
    pub fn of(&self, part: Part) -> (&str, &str) {
        let open = self.open.iter().find(|(group, _, _)| *group == part);
        open.map_or(("", ""), |(_, code, name)| (code, name))
    }

    /// A number that tells this context from others of the sheet.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Opens a group and closes those that lie within groups of its part.
    pub fn open(&mut self, group: Group) {
        self.close(group.part);
        if !self.order.contains(&group.part) {
            self.order.push(group.part);
        }
        self.open.push((group.part, group.code, group.name));
        self.renumber();
    }

    /// Closes the group of that part and those within it.
    pub fn close(&mut self, part: Part) {
        let depth = |part| self.order.iter().position(|known| *known == part);
        let Some(closed) = depth(part) else { return };
        let kept = |(part, _, _): &(Part, String, String)| depth(*part) < Some(closed);
        let open: Vec<_> = self.open.iter().filter(|open| kept(open)).cloned().collect();
        self.open = open;
        self.renumber();
    }

    fn renumber(&mut self) {
        let open: Vec<&str> = self.open.iter().map(|(_, code, _)| code.as_str()).collect();
        let parts: String = self.open.iter().map(|(part, _, _)| format!("{part:?}")).collect();
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.number =
            *self.numbers.entry(format!("{parts}{}", open.join("\u{1f}"))).or_insert(next);
    }
}

/// What a row that is no account says of the rows around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// It sums up what stands above, and closes a group of that part.
    Sum(Option<Part>),
    /// The balance before the rows below.
    Opening,
    /// The balance after the rows above.
    Closing,
}

/// What the texts of a row say.
pub fn label_of<'t>(texts: impl Iterator<Item = &'t str>, names: &KindNames) -> Option<Label> {
    texts.into_iter().find_map(|text| label(text, names))
}

fn label(text: &str, names: &KindNames) -> Option<Label> {
    let words = normal(text);
    if begins_with_one_of(&words, &synonyms().openings) {
        return Some(Label::Opening);
    }
    if begins_with_one_of(&words, &synonyms().closings) {
        return Some(Label::Closing);
    }
    let ends = words.rsplit(' ').next().is_some_and(|last| synonyms().sums.contains(last));
    (is_sum_label(text) || ends).then(|| Label::Sum(part_in(text, names)))
}

/// Whether a text says that its row is an opening balance. "IB" alone is one; before other words it
/// may be the beginning of a name.
pub fn is_opening(text: &str) -> bool {
    is_label(text, &synonyms().openings)
}

/// Whether a text says that its row is a closing balance.
pub fn is_closing(text: &str) -> bool {
    is_label(text, &synonyms().closings)
}

fn is_label(text: &str, labels: &[String]) -> bool {
    // Nearly all texts begin otherwise, which is seen without comparing them.
    let first = text.trim_start().chars().next().map(|c| c.to_lowercase().next());
    if !labels.iter().any(|label| Some(label.chars().next()) == first) {
        return false;
    }
    let words = normal(text);
    labels.iter().any(|label| {
        let rest = words.strip_prefix(label.as_str());
        rest.is_some_and(|rest| {
            let is_long = label.chars().count() > 2;
            let is_day = !rest.chars().any(char::is_alphabetic);
            rest.is_empty() || (rest.starts_with(' ') && (is_long || is_day))
        })
    })
}

/// Whether a text in its compared form begins with one of the labels, as whole words.
pub fn begins_with_one_of(words: &str, labels: &[String]) -> bool {
    labels.iter().any(|label| {
        let rest = words.strip_prefix(label.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// The part that a sub-total names: "Sum ansvar 100".
fn part_in(text: &str, names: &KindNames) -> Option<Part> {
    text.split(|c: char| c.is_whitespace() || c == ':').find_map(|word| part_of_label(word, names))
}

/// A row that opens a group: "Ansvar: 100 Daglig leder", "Funksjon 120", or a code and a name,
/// which then is `bare`.
pub fn group_of(text: &str, names: &KindNames, bare: Option<Part>) -> Option<Group> {
    let text = text.trim();
    let (label, rest) = match text.split_once(':') {
        Some((label, rest)) => (label, rest),
        None => text.split_once(char::is_whitespace).unwrap_or((text, "")),
    };
    if let Some(part) = part_of_label(label, names)
        && !rest.trim().is_empty()
    {
        let (code, name) = parted(rest);
        return Some(Group { part, code, name });
    }
    let (code, name) = parted(text);
    let has_code = code.chars().any(|c| c.is_ascii_digit());
    bare.filter(|_| has_code).map(|part| Group { part, code, name })
}

fn part_of_label(label: &str, names: &KindNames) -> Option<Part> {
    match names.field_of(&normal(label))? {
        "class" => Some(Part::Class),
        "account" => Some(Part::Account),
        "unit" => Some(Part::Unit),
        "function" => Some(Part::Function),
        "project" => Some(Part::Project),
        _ => None,
    }
}

/// The *kontoklasse* of the books that a heading names: "Investeringsregnskap".
pub fn class_of_books(text: &str) -> Option<&'static str> {
    let words = normal(text);
    let names = |books: &[String]| books.contains(&words);
    let books = &synonyms().books;
    match () {
        () if names(&books.drift) => Some("1"),
        () if names(&books.investment) => Some("0"),
        () if names(&books.balance) => Some("2"),
        () => None,
    }
}
