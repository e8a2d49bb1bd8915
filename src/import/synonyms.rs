//! How exports name things: versioned data under `assets/import`, read once.

mod file;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::account_words::AccountWords;
use super::heading::normal;
use crate::project::SourceKind;

const DATA: &str = include_str!("../../assets/import/synonyms-v1.ron");

/// The names that exports use, all in the form in which they are compared.
#[derive(Debug)]
pub struct Synonyms {
    /// The kinds of exports, in the order in which they are tried.
    pub kinds: Vec<KindNames>,
    /// Columns that name persons.
    pub persons: HashSet<String>,
    /// Columns of free text, which may describe persons.
    pub texts: HashSet<String>,
    /// Words of the names of organisations, which no person has.
    pub organisations: HashSet<String>,
    /// How words of such names end.
    pub organisation_ends: Vec<String>,
    /// Mailboxes that are no person's.
    pub mailboxes: HashSet<String>,
    /// First names that many persons have.
    pub first_names: HashSet<String>,
    /// How surnames end that were the father's name once.
    pub surname_ends: Vec<String>,
    /// Statuses of cases that may be none: merged, deleted, spam.
    pub doubtful_statuses: HashSet<String>,
    /// Columns of amounts, which no case has.
    pub amounts: HashSet<String>,
    /// Columns of numbers that lists of cases have beside the cases.
    pub helpers: HashSet<String>,
    /// This program's word for each spelling of a priority.
    pub priorities: HashMap<String, String>,
    /// Spellings of priorities that are known in sheets of certain headings.
    pub priorities_of_forms: Vec<FormPriorities>,
    /// This program's word for each spelling of a type.
    pub types: HashMap<String, String>,
    /// The id of the choice that each other word of one means.
    pub choices: HashMap<String, String>,
    /// The labels of title rows.
    pub titles: TitleNames,
    /// What stands first in a sum row.
    pub sums: HashSet<String>,
    /// What the first text of a sum row begins with.
    pub sum_starts: Vec<String>,
    /// What stands in a total's row in place of a part's name, beside those.
    pub totals: HashSet<String>,
    /// What such a text of several words begins with.
    pub total_starts: HashSet<String>,
    /// What stands there in the row of an average.
    pub averages: HashSet<String>,
    /// What the name of a row begins with whose numbers are in those of other rows.
    pub breakdowns: HashSet<String>,
    /// Columns that tell places or groups, whose rows are parts.
    pub parts: HashSet<String>,
    /// Those of which each may number its orders for itself.
    pub numbering: HashSet<String>,
    /// Columns of the share of the time in which a system was up.
    pub uptimes: HashSet<String>,
    /// What is called of telephones, by the ends of words.
    pub calls: Vec<String>,
    /// Headings of days of sick leave, of whatever kind.
    pub sick_days: Vec<String>,
    /// Columns that say when a line of a case was written.
    pub changes: HashSet<String>,
    /// Columns that tell times.
    pub times: HashSet<String>,
    /// What may stand behind a percentage, in small letters; the longer before the shorter.
    pub percents: Vec<String>,
    /// Headings of lists of persons that say what post each of them has.
    pub posts: HashSet<String>,
    /// Headings of the names in such lists.
    pub names: HashSet<String>,
    /// What footers begin with.
    pub footers: Vec<String>,
    /// Words that stand for nothing.
    pub nothing: HashSet<String>,
    /// Words that stand for no day, beside those.
    pub no_day: HashSet<String>,
    /// Words of a column of flags.
    pub flags: HashSet<String>,
    /// What a balance before the rows begins with.
    pub openings: Vec<String>,
    /// What a balance after the rows begins with.
    pub closings: Vec<String>,
    /// How the books are named.
    pub books: BookNames,
    /// Words of goals.
    pub goals: GoalWords,
    /// Words of the accounts.
    pub accounts: AccountWords,
}

/// How headings and title rows name the books of the accounts.
#[derive(Debug, Deserialize)]
pub struct BookNames {
    /// The operating accounts.
    pub drift: Vec<String>,
    /// The investment accounts.
    pub investment: Vec<String>,
    /// The balance sheet.
    pub balance: Vec<String>,
    /// Letters that stand for the operating accounts in a column of books.
    pub drift_letters: Vec<String>,
    /// Letters that stand for the investment accounts there.
    pub investment_letters: Vec<String>,
    /// Words of titles that also name the accounts' year.
    pub titles: Vec<String>,
}

/// How one kind of export names its fields.
#[derive(Debug)]
pub struct KindNames {
    /// The kind.
    pub kind: SourceKind,
    /// The fields without which an export is not of this kind.
    pub required: Vec<String>,
    /// Fields of which an export of this kind has at least one; none are asked where empty.
    pub typical: Vec<String>,
    /// The fields with their headings, the most telling first.
    pub fields: Vec<(String, Vec<String>)>,
    /// Columns that are never read in this kind, beside those that name persons.
    pub locked: HashSet<String>,
    /// Fields that say nothing of whether an export is of this kind.
    pub aside: Vec<String>,
    /// Headings that mean a field only where all of some others stand, too.
    pub only_beside: Vec<HeadingRule>,
    /// Fields, headings that mean them only where any of some others stands, too, and those.
    pub only_beside_any: Vec<(String, Vec<String>, Vec<String>)>,
    /// Headings that do not mean a field where any of some others stands, too.
    pub not_beside: Vec<HeadingRule>,
    /// Headings that name persons where any of some others stands, too.
    pub persons_beside: Vec<(String, Vec<String>)>,
}

/// Words for priority that are known in sheets of certain headings.
#[derive(Debug)]
pub struct FormPriorities {
    /// The headings, all of which stand there.
    pub headings: Vec<String>,
    /// This program's word.
    pub class: String,
    /// The spellings.
    pub words: Vec<String>,
}

/// A heading whose meaning others decide.
#[derive(Debug)]
pub struct HeadingRule {
    /// The field.
    pub field: String,
    /// The heading.
    pub heading: String,
    /// The others.
    pub others: Vec<String>,
}

/// Words of goals that say which side of the target is good.
#[derive(Debug, Deserialize)]
pub struct GoalWords {
    /// Beginnings of words for what there should be little of.
    pub bad: Vec<String>,
    /// Words with which there should be much of it after all.
    pub mended: Vec<String>,
    /// Words before the most that may be.
    pub limits: Vec<String>,
    /// Words for the share that keeps such a limit.
    pub shares: Vec<String>,
    /// Ends of words that are given in percent.
    pub percentages: Vec<String>,
    /// Words before the least that must be.
    pub at_least: Vec<String>,
    /// What a target counts that is no percentage.
    pub units: Vec<String>,
    /// Money that may stand before its number.
    pub money: Vec<String>,
    /// What takes a time.
    pub durations: Vec<String>,
    /// What the name of a goal begins with that counts something.
    pub counted: Vec<String>,
    /// What stands behind the name of a goal that is measured in it.
    pub measured: Vec<String>,
    /// Parts of words for marks on a scale.
    pub marks: Vec<String>,
    /// Words between the ends of a scale.
    pub to: Vec<String>,
    /// Words before the highest mark of one.
    pub of: Vec<String>,
}

/// The labels of the rows above a header.
#[derive(Debug, Deserialize)]
pub struct TitleNames {
    /// Before a period from–to.
    pub period: Vec<String>,
    /// Before a period's first day.
    pub from: Vec<String>,
    /// Before a period's last day.
    pub to: Vec<String>,
    /// Before what was selected.
    pub selection: Vec<String>,
    /// Selections that mean everything.
    pub everything: Vec<String>,
    /// Before the system's name.
    pub system: Vec<String>,
    /// Before the moment of the export.
    pub exported: Vec<String>,
    /// Before the zone of the stamps.
    pub zone: Vec<String>,
    /// What a sentence about the zone begins with: "All times in UTC".
    pub zone_starts: Vec<String>,
    /// Words beside how many rows of how many an export shows.
    pub shown: Vec<String>,
    /// What stands before how many there are.
    pub of: Vec<String>,
}

impl KindNames {
    /// The field that a heading, in its compared form, names.
    pub fn field_of(&self, heading: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(_, headings)| headings.iter().any(|known| known == heading))
            .map(|(id, _)| id.as_str())
    }

    /// Whether a heading means a field in a sheet that has those headings.
    pub fn holds(&self, field: &str, heading: &str, all: &[String]) -> bool {
        let is_of_heading = |rule: &&HeadingRule| rule.field == field && rule.heading == heading;
        let is_there = |other: &String| all.contains(other);
        let mut of_any = self.only_beside_any.iter();
        self.only_beside.iter().filter(is_of_heading).all(|rule| rule.others.iter().all(is_there))
            && of_any.all(|(known, headings, others)| {
                let is_ruled = known == field && headings.iter().any(|other| other == heading);
                !is_ruled || others.iter().any(is_there)
            })
            && !self
                .not_beside
                .iter()
                .filter(is_of_heading)
                .any(|rule| rule.others.iter().any(is_there))
    }

    /// Whether a heading names persons in a sheet that has those headings.
    pub fn is_person_beside(&self, heading: &str, all: &[String]) -> bool {
        self.persons_beside.iter().any(|(known, others)| {
            known == heading && others.iter().any(|other| all.contains(other))
        })
    }
}

impl Synonyms {
    /// The names of one kind.
    pub fn of(&self, kind: SourceKind) -> Option<&KindNames> {
        self.kinds.iter().find(|names| names.kind == kind)
    }
}

/// The fields that an export of that kind can have, by id, in the order in which they are told.
pub fn fields(kind: SourceKind) -> Vec<&'static str> {
    let names = synonyms().of(kind);
    names.map_or(Vec::new(), |names| names.fields.iter().map(|(id, _)| id.as_str()).collect())
}

/// A text without its `%` or `prosent`, where it ends so.
pub fn without_percent(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_end = |end: &&String| {
        let rest = text.len().checked_sub(end.len());
        rest.and_then(|at| text.get(at..)).is_some_and(|last| last.to_lowercase() == **end)
    };
    let end = synonyms().percents.iter().find(is_end)?;
    text.get(..text.len() - end.len()).map(str::trim_end)
}

/// Whether a text stands for nothing: a word for it, or a mark alone.
pub fn is_nothing(text: &str) -> bool {
    // No such word has a digit, and nearly all case numbers and dates have.
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let is_word = || synonyms().nothing.contains(&normal(text));
    !has_digit && (!text.chars().any(char::is_alphanumeric) || is_word())
}

/// Whether a text stands for no day.
pub fn is_no_day(text: &str) -> bool {
    is_nothing(text) || synonyms().no_day.contains(&normal(text))
}

/// The synonyms. The file is part of the program, and a test reads it.
pub fn synonyms() -> &'static Synonyms {
    static PARSED: OnceLock<Synonyms> = OnceLock::new();
    PARSED.get_or_init(|| {
        let file: file::File = ron::from_str(DATA)
            .expect("assets/import/synonyms-v1.ron is part of the program and tested");
        file.compared()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::field_word;

    #[test]
    fn no_word_for_nothing_has_a_digit() {
        let has_digit = |word: &String| word.contains(|c: char| c.is_ascii_digit());
        assert!(!synonyms().nothing.iter().any(has_digit));
        assert!(is_nothing("Ikke satt") && is_nothing("-") && !is_nothing("NA-2021"));
    }

    #[test]
    fn every_kind_has_synonyms_and_every_field_has_a_word() {
        for (kind, id) in SourceKind::ALL {
            let names = synonyms().of(kind).unwrap_or_else(|| panic!("no synonyms for {id}"));
            let known = |field: &String| names.fields.iter().any(|(other, _)| other == field);
            assert!(names.required.iter().chain(&names.typical).all(known), "{id}");
            for (field, _) in &names.fields {
                assert_ne!(field_word(kind, field), "missing", "{id}: {field}");
            }
        }
    }
}
