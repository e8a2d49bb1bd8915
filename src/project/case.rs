//! The cases, compactly: codes as tables, rows as tuples, shared per source.

use std::sync::Arc;

use jiff::civil::Date;
use serde::ser::SerializeTuple as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Minute, SourceId};

/// A word of a [`Vocabulary`] by number; 0 is a blank.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Code(pub u16);

/// The distinct words of one column of the case rows. Words are only ever added, so that a
/// code keeps its meaning through every undo.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Vocabulary(pub Vec<String>);

impl Vocabulary {
    /// The word of `code`, or `None` for a blank.
    #[inline]
    pub fn word(&self, code: Code) -> Option<&str> {
        self.0.get(usize::from(code.0).checked_sub(1)?).map(String::as_str)
    }

    /// The code of `word`, if it is known.
    pub fn code(&self, word: &str) -> Option<Code> {
        let index = self.0.iter().position(|known| known == word)?;
        u16::try_from(index + 1).ok().map(Code)
    }

    /// The code of `word`, which is added if it is new. An empty word is a blank, and so is
    /// one that comes after the 65 535 first.
    pub fn code_or_add(&mut self, word: &str) -> Code {
        if word.is_empty() {
            return Code(0);
        }
        if let Some(code) = self.code(word) {
            return code;
        }
        let Ok(code) = u16::try_from(self.0.len() + 1) else { return Code(0) };
        self.0.push(word.to_owned());
        Code(code)
    }

    /// The codes with their words.
    pub fn iter(&self) -> impl Iterator<Item = (Code, &str)> {
        (1..=u16::MAX).map(Code).zip(self.0.iter().map(String::as_str))
    }
}

/// The words of the case rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Codes {
    /// Priorities, `A` to `D` or as the export writes them.
    pub priorities: Vocabulary,
    /// Types, *Hendelse*, *Bestilling*.
    pub types: Vocabulary,
    /// Categories.
    pub categories: Vocabulary,
    /// Customers as the exports name them; the register says whose they are.
    pub customers: Vocabulary,
}

impl Codes {
    /// Whether a column has no room for further words.
    pub fn are_full(&self) -> bool {
        let columns = [&self.priorities, &self.types, &self.categories, &self.customers];
        columns.into_iter().any(|column| column.0.len() >= usize::from(u16::MAX))
    }
}

/// A case. In the file it is a tuple in the order of these fields; a missing parent is `""`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The system's number, empty where the export has none.
    pub number: Box<str>,
    /// When it was registered; decides the case's day.
    pub registered: Minute,
    /// How urgent it is.
    pub priority: Code,
    /// What kind of case it is.
    pub kind: Code,
    /// What it is about.
    pub category: Code,
    /// Whose it is.
    pub customer: Code,
    /// Minutes from registered to closed; `None` while it is open.
    pub open_minutes: Option<i32>,
    /// The number of the case that this one belongs to.
    pub parent: Option<Box<str>>,
    /// The row of the source, as Excel counts.
    pub row: u32,
}

impl Serialize for Case {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(9)?;
        tuple.serialize_element(&self.number)?;
        tuple.serialize_element(&self.registered)?;
        for code in [self.priority, self.kind, self.category, self.customer] {
            tuple.serialize_element(&code.0)?;
        }
        tuple.serialize_element(&self.open_minutes)?;
        tuple.serialize_element(self.parent.as_deref().unwrap_or_default())?;
        tuple.serialize_element(&self.row)?;
        tuple.end()
    }
}

impl<'de> Deserialize<'de> for Case {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        type Row = (Box<str>, Minute, u16, u16, u16, u16, Option<i32>, Box<str>, u32);
        let (number, registered, priority, kind, category, customer, open_minutes, parent, row) =
            Row::deserialize(deserializer)?;
        Ok(Self {
            number,
            registered,
            priority: Code(priority),
            kind: Code(kind),
            category: Code(category),
            customer: Code(customer),
            open_minutes,
            parent: Some(parent).filter(|parent| !parent.is_empty()),
            row,
        })
    }
}

/// The cases of one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseBatch {
    /// The source that they were read from.
    pub source: SourceId,
    /// The cases, in the order of the source.
    pub rows: Arc<Vec<Case>>,
}

/// How many cases one day had, where the cases themselves are not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayCount {
    /// The day.
    pub date: Date,
    /// How many cases were registered.
    pub cases: u32,
    /// The row of the source, as Excel counts.
    pub row: u32,
}

/// The day counts of one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayCountBatch {
    /// The source that they were read from.
    pub source: SourceId,
    /// The counts, in the order of the source.
    pub rows: Arc<Vec<DayCount>>,
}
