//! The words by which the check knows what a number is said of: data under `assets/checks`.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::word::{Word, stem};

const DATA: &str = include_str!("../../../assets/checks/words-v1.ron");

/// Something that figures are about, known by any of several words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Concept {
    /// Cases.
    Cases,
    /// An average of years.
    Average,
    /// A working day.
    Workday,
    /// Incidents.
    Incident,
    /// The two highest priorities.
    Priority,
    /// Incidents counted once however many cases tell of them.
    Distinct,
    /// Årsverk.
    Fte,
    /// Sick leave.
    SickLeave,
    /// On one's own word.
    SelfCertified,
    /// On a doctor's word.
    DoctorCertified,
    /// Days that could have been worked.
    Possible,
    /// Days away from work.
    DaysAway,
    /// The column of the year beside its quarters.
    WholeYear,
    /// Women.
    Women,
    /// Men.
    Men,
    /// How many of all are women.
    WomenShare,
    /// Those who lead.
    Leaders,
    /// Turnover of people.
    Turnover,
    /// Employees.
    Employee,
    /// Permanent ones.
    Permanent,
    /// Temporary ones.
    Temporary,
    /// Apprentices.
    Apprentice,
    /// The *disposisjonsfond*.
    Fund,
    /// The start of the year.
    Opening,
    /// The end of the year.
    Closing,
    /// What goes to the fund.
    ToFund,
    /// Closed, of cases.
    Closed,
    /// The day on which something began.
    SameDay,
}

/// Words for a power of ten behind a number: *millioner*.
#[derive(Debug, Deserialize)]
pub struct Scale {
    /// The words.
    pub words: Vec<String>,
    /// How many zeros they stand for.
    pub zeros: u32,
}

/// All words that the check knows. Lists are in lower case, with endings unless said otherwise.
#[derive(Debug, Deserialize)]
pub struct Vocabulary {
    /// Before a number that numbers or names something.
    pub labels: Vec<String>,
    /// After a point, these do not end a sentence.
    pub abbreviations: Vec<String>,
    /// The months, each with its short forms.
    pub months: Vec<Vec<String>>,
    /// First to fourth.
    pub ordinals: Vec<Vec<String>>,
    /// The word for half a year.
    pub half_year: String,
    /// Between two things of a list.
    pub joins: Vec<String>,
    /// Before the number of a week.
    pub weeks: Vec<String>,
    /// "Mellom januar og mars" is all between them.
    pub range_openers: Vec<String>,
    /// The word for a quarter.
    pub quarter: String,
    /// The letters before a quarter's number: `Q1`.
    pub quarter_letters: Vec<String>,
    /// Periods of which there are no figures.
    pub other_periods: Vec<String>,
    /// The same, where none of their kind is named: "en vanlig uke".
    pub unnamed_periods: Vec<String>,
    /// Before a number that another one is compared with.
    pub compared_values: Vec<String>,
    /// The period of the heading.
    pub this_period: Vec<String>,
    /// Before the unit of a table: "Tall i 1 000 kroner".
    pub unit_openers: Vec<String>,
    /// Kroner, before or behind a number.
    pub kroner: Vec<String>,
    /// Percent.
    pub percent: Vec<String>,
    /// Percentage points.
    pub points: Vec<String>,
    /// Percentage points, behind the sign.
    pub short_points: Vec<String>,
    /// Powers of ten.
    pub scales: Vec<Scale>,
    /// Those of them that are kroner too.
    pub scales_in_kroner: Vec<String>,
    /// A number behind these is rounded.
    pub approximately: Vec<String>,
    /// A number behind these is a limit.
    pub bounds: Vec<String>,
    /// Words for up and down, in pairs.
    pub directions: Vec<(String, String)>,
    /// Between a word of direction and how much: "økte med 6 %".
    pub by: Vec<String>,
    /// Between those and the number.
    pub by_all: Vec<String>,
    /// Before a year that the number is compared with.
    pub comparing: Vec<String>,
    /// The same in two words.
    pub comparing_two: Vec<(String, String)>,
    /// Between such a word and the year.
    pub fillers: Vec<String>,
    /// Compared with the year before.
    pub last_year: Vec<String>,
    /// The year before, whenever the text is written; "i fjor" may be the year of the report.
    pub year_before: Vec<String>,
    /// Compared with the average.
    pub average: Vec<String>,
    /// Compared with the quarter before.
    pub last_quarter: Vec<String>,
    /// Compared with a budget.
    pub budget: Vec<String>,
    /// The sentence goes on about what the one before spoke of.
    pub anaphors: Vec<String>,
    /// The same where they open the sentence.
    pub openers: Vec<String>,
    /// Only a part of what the figures count.
    pub narrowing: Vec<String>,
    /// The same where a word ends so: "driftsavdelingen".
    pub narrowing_ends: Vec<String>,
    /// The only words in a plain statement besides what it is of: "Turnover ble 12 %".
    pub plain_words: Vec<String>,
    /// Before the whole of which the number before is a part: "12 av 45".
    pub of_all: Vec<String>,
    /// Before a year, behind what compares: "enn i samme kvartal i 2020".
    pub same_period: Vec<String>,
    /// Behind a number of millions that is kroner though nothing says so.
    pub behind_amounts: Vec<String>,
    /// What was aimed at.
    pub targets: Vec<String>,
    /// What was budgeted.
    pub budgets: Vec<String>,
    /// Between those and a number that is a result, and not the target.
    pub results: Vec<String>,
    /// A goal was reached.
    pub reached: Vec<String>,
    /// Words that turn a statement round.
    pub negations: Vec<String>,
    /// In the head of a statement's second paragraph.
    pub second_paragraphs: Vec<String>,
    number_words: Vec<String>,
    tens: Vec<(String, u32)>,
    concepts: HashMap<Concept, Vec<String>>,
    rows: HashMap<String, Vec<Vec<String>>>,
    figures: HashMap<String, Vec<Concept>>,
    empty_words: Vec<String>,
}

/// Words of which any tells the same; without their endings.
pub type Group = Vec<String>;

impl Vocabulary {
    /// The vocabulary of this version of the program.
    pub fn get() -> &'static Self {
        static PARSED: OnceLock<Vocabulary> = OnceLock::new();
        PARSED.get_or_init(|| {
            ron::from_str(DATA).expect("assets/checks/words-v1.ron is part of the program")
        })
    }

    /// The words of a concept.
    pub fn concept(&self, concept: Concept) -> Group {
        self.concepts.get(&concept).map_or_else(Vec::new, |words| stems(words))
    }

    /// What prose calls a row of a statement, where that is not its name.
    pub fn row(&self, id: &str) -> Option<Vec<Group>> {
        self.rows.get(id).map(|groups| groups.iter().map(|group| stems(group)).collect())
    }

    /// What prose calls a figure of a year, by the first and the last part of its key.
    pub fn figure(&self, room: &str, name: &str) -> Option<Vec<Group>> {
        let concepts = self.figures.get(&format!("{room}.{name}"))?;
        Some(concepts.iter().map(|concept| self.concept(*concept)).collect())
    }

    /// The telling words of a name, all of which must be said: a group each.
    pub fn of_name(&self, name: &str) -> Vec<Group> {
        let words = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        let telling = words.filter(|word| {
            let is_short = word.chars().count() < 3 && !word.chars().all(|c| c.is_ascii_digit());
            !word.is_empty() && !is_short && !self.is_empty_word(word)
        });
        telling.map(|word| self.spellings(&word)).collect()
    }

    /// A word without its ending; a small number also as a word.
    fn spellings(&self, word: &str) -> Group {
        let as_word = word.parse().ok().and_then(|number: usize| self.number_words.get(number));
        let bare = std::iter::once(stem(word).to_owned());
        bare.chain(as_word.map(|word| stem(word).to_owned())).collect()
    }

    /// Whether a word tells nothing of a name.
    pub fn is_empty_word(&self, word: &str) -> bool {
        has(&self.empty_words, word)
    }

    /// The number that an ordinal names: "andre", "2".
    pub fn ordinal(&self, word: &str) -> Option<u8> {
        let index = self
            .ordinals
            .iter()
            .position(|spellings| spellings.iter().any(|spelling| spelling == word));
        index.and_then(|index| u8::try_from(index + 1).ok()).or_else(|| word.parse().ok())
    }

    /// The number of a month, 1 to 12, by its full name; short forms may be other words.
    pub fn full_month(&self, word: &str) -> Option<u8> {
        let index =
            self.months.iter().position(|names| names.first().is_some_and(|name| name == word));
        index.and_then(|index| u8::try_from(index + 1).ok())
    }

    /// Whether a word is one of *tusen*, *millioner*.
    pub fn is_of_scale(&self, word: &str) -> bool {
        self.scales.iter().any(|scale| has(&scale.words, word))
    }

    /// Whether a word names a month, a quarter, half a year or a week.
    pub fn is_of_time(&self, word: &Word) -> bool {
        let stem = word.stem();
        self.full_month(&word.text).is_some()
            || self.ordinals.iter().any(|ordinal| has(ordinal, &word.text))
            || stem == self.quarter
            || stem == self.half_year
            || has(&self.weeks, &word.text)
    }

    /// The number that a word says: "tre", "førtito". What is also an article ("en", "ett") says
    /// none.
    pub fn said_number(&self, word: &str) -> Option<u32> {
        let small =
            |word: &str| self.number_words.iter().position(|number_word| number_word == word);
        let tens = self
            .tens
            .iter()
            .find_map(|(ten, value)| Some((word.strip_prefix(ten.as_str())?, value)));
        match (small(word), tens) {
            (Some(number), _) => u32::try_from(number).ok().filter(|number| *number > 1),
            (None, Some(("", value))) => Some(*value),
            (None, Some((rest, value))) => {
                let unit =
                    u32::try_from(small(rest)?).ok().filter(|unit| (1..=9).contains(unit))?;
                Some(value + unit)
            }
            (None, None) => None,
        }
    }

    /// The number of a month, 1 to 12, by its name.
    pub fn month(&self, word: &str) -> Option<usize> {
        let position = self.months.iter().position(|names| names.iter().any(|name| name == word));
        position.map(|index| index + 1)
    }
}

fn stems(words: &[String]) -> Group {
    let mut stems: Group = words.iter().map(|word| stem(word).to_owned()).collect();
    stems.dedup();
    stems
}

/// Whether a list holds a word.
pub fn has(list: &[String], word: &str) -> bool {
    list.iter().any(|listed| listed == word)
}
