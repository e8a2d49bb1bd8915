//! Rows that are no accounts but speak of those below or above: groups, sub-totals, balances.

use std::collections::HashMap;

use super::codes::parted;
use super::columns::{Columns, year_of};
use super::text_of;
use crate::import::account_form::Part;
use crate::import::classify::is_sum_label;
use crate::import::heading::normal;
use crate::import::raw::{RawCell, cell_at};
use crate::import::synonyms::{KindNames, synonyms};
use crate::number::parse_amount;

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

/// Whether a row opens a group in several cells, the last of which lies under the amounts:
/// "Ansvar:", 200, "Drift".
pub fn is_spread_group(cells: &[RawCell<'_>], columns: &Columns, names: &KindNames) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.is_blank());
    let is_label = filled
        .next()
        .and_then(text_of)
        .is_some_and(|text| text.ends_with(':') || part_of_label(text, names).is_some());
    let is_name = |cell: &RawCell<'_>| {
        cell.is_blank() || text_of(cell).is_some_and(|text| parse_amount(text, None).is_err())
    };
    is_label && columns.amounts.iter().all(|amount| is_name(cell_at(cells, amount.column)))
}

/// The groups that the titles above the header open; several of one part are what a report was
/// taken out for, and open none.
pub fn groups_above(titles: &[String], names: &KindNames) -> Vec<Group> {
    let groups: Vec<Group> = titles.iter().filter_map(|title| group_above(title, names)).collect();
    let is_only = |group: &&Group| {
        groups.iter().all(|other| other.part != group.part || other.code == group.code)
    };
    groups.iter().filter(is_only).cloned().collect()
}

/// The group that a title above the header opens: "Ansvar: 100 Stab". A span of codes, as a report's
/// selection names it, opens none, and a year is none.
fn group_above(title: &str, names: &KindNames) -> Option<Group> {
    let group = group_of(title, names, None)?;
    let is_code = |code: &str| {
        let is_digit = |c: char| c.is_ascii_digit() || (group.part == Part::Account && c == '.');
        code.starts_with(|c: char| c.is_ascii_digit()) && code.chars().all(is_digit)
    };
    let first = group.name.split_whitespace().next().unwrap_or_default();
    let is_span = first.starts_with(|c: char| c.is_ascii_digit())
        || first.starts_with("..")
        || synonyms().goals.to.iter().any(|to| *to == first.to_lowercase());
    let is_year = !title.contains(':') && year_of(&group.code).is_some();
    (is_code(&group.code) && !is_span && !is_year).then_some(group)
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
