//! Which line of each statement an account belongs to.

use std::collections::HashMap;

use super::Account;
use crate::calendar::Year;
use crate::kostra::{Book, Chart, Place, art_of, folded, layout};
use crate::message;
use crate::project::{AccountsSettings, MappingRule, StatementId, TravelLine};
use crate::words::Message;

/// The chart's line for entries that close the books and are in no sum.
const TECHNICAL: &str = "teknisk";

/// Where an account belongs in a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// To a line: of the chart, or a row of the statement that the company's own rule names.
    To(String),
    /// Outside the sums, as closing entries and memoria are.
    Outside,
    /// Nowhere, and why.
    Nowhere(Cause),
}

/// Why an account stands on no line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// There is no such art or chapter.
    Unknown,
    /// It exists in other years.
    OtherYear {
        /// The first of them, where there is one.
        from: Option<Year>,
        /// The last of them, where there is one.
        to: Option<Year>,
    },
    /// It must not stand in these books.
    NotAllowed(Book),
    /// It may stand on these *funksjoner* only.
    WrongFunction(Vec<u16>),
    /// The company's own rule names a line that the statement does not have.
    NoSuchLine(String),
}

impl Cause {
    /// The cause in words, and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Unknown => message!("unplaced-unknown"),
            Self::OtherYear { from: Some(from), .. } => {
                message!("unplaced-from", year = from.to_string())
            }
            Self::OtherYear { to, .. } => message!(
                "unplaced-until",
                year = to.map_or_else(String::new, |year| year.to_string())
            ),
            Self::NotAllowed(Book::Investering) => message!("unplaced-not-in-investering"),
            Self::NotAllowed(_) => message!("unplaced-not-in-drift"),
            Self::WrongFunction(functions) => {
                let functions: Vec<String> = functions.iter().map(u16::to_string).collect();
                message!("unplaced-function", functions = functions.join(", "))
            }
            Self::NoSuchLine(line) => message!("unplaced-no-such-line", line = line.as_str()),
        }
    }
}

/// Places accounts by the company's own rules, and else by the chart of the year.
pub struct Placer<'p> {
    year: Year,
    travel: TravelLine,
    rules: &'p [MappingRule],
    /// The rows of statements by their words, for the rules' lines.
    lines: HashMap<(StatementId, String), &'static str>,
}

impl<'p> Placer<'p> {
    /// A placer for the accounts of `year`.
    pub fn new(year: Year, rules: &'p [MappingRule], settings: &AccountsSettings) -> Self {
        let mut lines = HashMap::new();
        for statement in StatementId::EVERY {
            for row in layout(statement).into_iter().flat_map(|layout| layout.all_rows()) {
                if let Some(id) = row.id() {
                    lines.insert((statement, folded(row.name())), id);
                    lines.insert((statement, folded(id)), id);
                }
            }
        }
        Self { year, travel: settings.travel, rules, lines }
    }

    /// The most specific rule for an account in a statement.
    pub fn rule(&self, statement: StatementId, account: &Account) -> Option<&'p MappingRule> {
        let fitting =
            self.rules.iter().filter(|rule| rule.statement == statement && matches(rule, account));
        // The first of equally telling rules wins; `max_by_key` would take the last.
        fitting.rev().max_by_key(|rule| weight(rule))
    }

    /// A rule's place among the rules.
    pub fn rank(&self, rule: &MappingRule) -> usize {
        self.rules.iter().position(|listed| std::ptr::eq(listed, rule)).unwrap_or(usize::MAX)
    }

    /// Where an account belongs in a statement that has lines of its own.
    pub fn place(&self, statement: StatementId, account: &Account) -> Placed {
        if let Some(rule) = self.rule(statement, account) {
            return match self.lines.get(&(statement, folded(&rule.line))) {
                Some(id) => Placed::To((*id).to_owned()),
                None => Placed::Nowhere(Cause::NoSuchLine(rule.line.clone())),
            };
        }
        let chart = Chart::get();
        // What only the year before has is placed as that year's chart has it.
        let year = if account.is_last_years() { self.year - 1 } else { self.year };
        let place = match account.art() {
            Some(art) => chart.place_art(account.book, art, account.function(), year),
            None if account.book == Book::Balanse => {
                chart.place_chapter(&account.code.account, year)
            }
            None => Place::Unknown,
        };
        match place {
            Place::Line(TECHNICAL) | Place::Outside => Placed::Outside,
            Place::Line(line) => Placed::To(line.to_owned()),
            Place::Travel => Placed::To(
                match self.travel {
                    TravelLine::Salaries => "lønnsutgifter",
                    TravelLine::Purchases => "kjøp-av-varer-og-tjenester",
                }
                .to_owned(),
            ),
            Place::Unknown => Placed::Nowhere(Cause::Unknown),
            Place::OtherYear(from, to) => Placed::Nowhere(Cause::OtherYear { from, to }),
            Place::NotAllowed => Placed::Nowhere(Cause::NotAllowed(account.book)),
            Place::WrongFunction(functions) => {
                Placed::Nowhere(Cause::WrongFunction(functions.to_vec()))
            }
        }
    }
}

/// Whether everything that a rule names is the account's. An art is compared by its three
/// digits, a chapter by what it begins with, a *funksjon* by its first digits.
fn matches(rule: &MappingRule, account: &Account) -> bool {
    let code = &account.code;
    let same_book = rule.class.is_empty()
        || Book::of_class(&rule.class).is_none_or(|book| book == account.book);
    let same_art = rule.art.is_empty()
        || match account.art() {
            Some(art) => art_of(&rule.art) == Some(art),
            None => digits(&code.account).starts_with(&digits(&rule.art)),
        };
    same_book
        && same_art
        && (rule.unit.is_empty() || rule.unit == code.unit)
        && (rule.function.is_empty() || code.function.starts_with(&rule.function))
        && (rule.account.is_empty() || digits(&rule.account) == digits(&code.account))
}

/// How specific a rule is: an account more than an art, an art more than an *ansvar*.
fn weight(rule: &MappingRule) -> u8 {
    let parts = [&rule.class, &rule.function, &rule.unit, &rule.art, &rule.account];
    (0..).zip(parts).map(|(bit, part)| u8::from(!part.is_empty()) << bit).sum()
}

fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect()
}
