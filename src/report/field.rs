//! Fields: figures named in prose, and the words that follow their value.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::figures::{ChangeWords, Figure, Figures, Key, KeyIndex, RowMeasure, Unit};
use crate::number;
use crate::t;

/// A field as it stands between braces, looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// A figure with a value, as it is printed.
    Figure {
        /// The figure.
        key: Key,
        /// As it is printed in a sentence.
        text: String,
    },
    /// Words that follow from the project's settings: the report year, the company.
    Words(String),
    /// A reference to a table or a chart, by its anchor.
    Reference(String),
    /// A figure without a value.
    Missing(Key),
    /// Nothing of that name.
    Unknown,
}

/// How a field is printed, where it says so after a bar: `{saker.q1.endring|tall}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// As a sentence says it.
    Plain,
    /// Without its sign, `|uten-fortegn`: a surplus is below zero in the ledger.
    Unsigned,
    /// As a table has it, with its sign and without words, `|tall`.
    Number,
    /// In whole kroner, `|hele`.
    Whole,
    /// In millions with one decimal, without a sign, `|mill`.
    Millions,
}

impl Manner {
    /// All of them with their names.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Plain, ""),
        (Self::Unsigned, "uten-fortegn"),
        (Self::Number, "tall"),
        (Self::Whole, "hele"),
        (Self::Millions, "mill"),
    ];

    /// Its name in a field.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(manner, _)| *manner == self).map_or("", |(_, id)| id)
    }

    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name)| *name == id).map(|(manner, _)| *manner)
    }

    fn print(self, mut figure: Figure, value: Decimal) -> String {
        match self {
            Self::Plain => in_prose(&figure, value),
            Self::Number => figure.text(),
            Self::Unsigned => {
                figure.value = Some(value.abs());
                figure.text()
            }
            Self::Whole => t!("prose-kroner", amount = number::decimal(value.abs(), 0)),
            Self::Millions => {
                let millions = value.abs() / Decimal::from(1_000_000);
                t!("prose-millions", amount = number::decimal(millions, 1))
            }
        }
    }
}

/// Looks fields up in the figures of one project.
pub struct Fields<'f> {
    figures: &'f Figures,
    index: Arc<KeyIndex>,
}

impl<'f> Fields<'f> {
    /// Fields of these figures.
    pub fn of(figures: &'f Figures) -> Self {
        Self::with(figures, Arc::new(KeyIndex::of(figures)))
    }

    /// The same with an index of these figures that was made before.
    pub fn with(figures: &'f Figures, index: Arc<KeyIndex>) -> Self {
        Self { figures, index }
    }

    /// The field of that name, without its braces.
    pub fn look_up(&self, name: &str) -> Field {
        if let Some(anchor) = name.strip_prefix("se:") {
            return Field::Reference(anchor.trim().to_owned());
        }
        if let Some(words) = self.words(name) {
            return Field::Words(words);
        }
        let (name, manner) = match name.split_once('|') {
            Some((name, manner)) => (name, Manner::from_id(manner.trim())),
            None => (name, Some(Manner::Plain)),
        };
        let Some(manner) = manner else { return Field::Unknown };
        let Some(key) = self.index.find(name) else {
            // What there is of another year only has no number yet.
            let of_another = self.index.find_of_another_year(name);
            return of_another.map_or(Field::Unknown, |key| Field::Missing(key.clone()));
        };
        let figure = self.figures.figure(key);
        match figure.value {
            Some(value) => Field::Figure { key: key.clone(), text: manner.print(figure, value) },
            None => Field::Missing(key.clone()),
        }
    }

    /// Names that speak of the report itself.
    fn words(&self, name: &str) -> Option<String> {
        let settings = &self.figures.project().settings;
        let (first, last) = self.figures.baseline();
        Some(match name {
            "år" => self.figures.report_year().to_string(),
            "år@-1" => (self.figures.report_year() - 1).to_string(),
            "selskap" => settings.company.clone(),
            "snittår" => crate::chart::years_text(first, last),
            _ => return None,
        })
    }
}

/// A figure as a sentence says it: changes with their word and without a sign, "1,4 % flere";
/// deviations from a budget as more or less; everything else as it is printed.
pub fn in_prose(figure: &Figure, value: Decimal) -> String {
    let change = || ChangeWords::percent(value, figure.decimals);
    match (&figure.unit, &figure.key) {
        (Unit::Change { .. }, Key::Accounts(_)) => change().higher(),
        // Of counts, too, a text says "uendret".
        (Unit::Change { .. }, _) if change().is_none() => change().higher(),
        (Unit::Change { .. }, _) => change().more(),
        (Unit::Kroner, Key::Accounts(key))
            if matches!(key.measure(), Some(RowMeasure::Deviation(_))) =>
        {
            number::kroner(value.abs())
        }
        _ => figure.text(),
    }
}

/// The name of a figure in a text, relative to the report year where it is of a year: the report
/// year's without a year, the year before's with `@-1`.
pub fn field_name(key: &Key, report_year: i16) -> String {
    let text = key.to_string();
    let Some(year) = key.year() else { return text };
    let of_year = format!(".{year}");
    let Some(at) = text.find(&of_year) else { return text };
    let rest = &text[at + of_year.len()..];
    // A day or a longer number only begins like the year.
    if rest.starts_with(|c: char| c != '.') {
        return text;
    }
    let name = format!("{}{rest}", &text[..at]);
    match year - report_year {
        0 => name,
        offset => format!("{name}@{offset}"),
    }
}
