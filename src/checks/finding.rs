//! Findings: what a rule found, in words and numbers, and where to mend it.

use rust_decimal::Decimal;
use sha2::{Digest as _, Sha256};

use super::Rule;
use super::project_values::table_home;
use crate::figures::{Address, Figure, Figures, Key, Unit, points_text};
use crate::issue::Severity;
use crate::number;
use crate::project::{Acceptance, Edit, Source, StatementId, TableId};
use crate::words::Message;
use crate::{t, text_key};

/// The place of the window in which a thing is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// *Saker*.
    Cases,
    /// *Hendelser*.
    Events,
    /// *Mål*.
    Goals,
    /// *Organisasjon*.
    Organisation,
    /// *Økonomi*.
    Accounts,
    /// *Rapport*.
    Report,
    /// *Kilder*.
    Sources,
}

impl Area {
    /// How machines name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Cases => "saker",
            Self::Events => "hendelser",
            Self::Goals => "mål",
            Self::Organisation => "organisasjon",
            Self::Accounts => "økonomi",
            Self::Report => "rapport",
            Self::Sources => "kilder",
        }
    }

    /// The key of its word in the locale files.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Cases => text_key!("place-cases"),
            Self::Events => text_key!("place-events"),
            Self::Goals => text_key!("place-goals"),
            Self::Organisation => text_key!("place-organisation"),
            Self::Accounts => text_key!("place-economy"),
            Self::Report => text_key!("area-report"),
            Self::Sources => text_key!("place-sources"),
        }
    }
}

/// Where something stands: as much as is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Where {
    /// The place of the window.
    pub area: Area,
    /// The table by its name on the command line, `par5-6`.
    pub table: Option<String>,
    /// The row in words.
    pub row: Option<String>,
    /// The column in words, or its id.
    pub column: Option<String>,
    /// The file that it was read from.
    pub file: Option<String>,
    /// The sheet within the file.
    pub sheet: Option<String>,
    /// The cell as Excel names it.
    pub cell: Option<String>,
    /// Where it is, whatever it is called; `None` where no more is known than the place.
    pub address: Option<Address>,
}

impl Where {
    /// Somewhere in a place.
    pub fn area(area: Area) -> Self {
        Self {
            area,
            table: None,
            row: None,
            column: None,
            file: None,
            sheet: None,
            cell: None,
            address: None,
        }
    }

    /// A source in the list of sources.
    pub fn source(source: &Source) -> Self {
        let place = Self::area(Area::Sources).table("sources").row(source.file.as_str());
        Self { file: Some(source.file.clone()), ..place.at(Address::Source(source.id)) }
    }

    /// The same in a table.
    #[must_use]
    pub fn table(mut self, table: &str) -> Self {
        self.table = Some(table.to_owned());
        self.address.get_or_insert_with(|| Address::Table(table.to_owned()));
        self
    }

    /// The same where that is.
    #[must_use]
    pub fn at(mut self, address: Address) -> Self {
        self.address = Some(address);
        self
    }

    /// The figure that stands there.
    pub fn key(&self) -> Option<&Key> {
        self.address.as_ref()?.figure()
    }

    /// The same in a row.
    #[must_use]
    pub fn row(mut self, row: impl Into<String>) -> Self {
        self.row = Some(row.into());
        self
    }

    /// The same in a column.
    #[must_use]
    pub fn column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }

    /// The place of the window, table, row, column and source in words, as far as they are known.
    pub fn text(&self) -> String {
        let area = t!(self.area.word_key());
        let table = self.table.as_deref().map(table_word).filter(|table| *table != area);
        let others = [&self.row, &self.column, &self.file, &self.sheet, &self.cell];
        let parts = std::iter::once(area).chain(table);
        parts.chain(others.into_iter().flatten().cloned()).collect::<Vec<_>>().join(", ")
    }
}

/// What a table is called, by its name on the command line.
pub fn table_word(name: &str) -> String {
    if let Some(statement) = StatementId::EVERY.into_iter().find(|id| id.id() == name) {
        return statement.word();
    }
    t!(match name {
        "quarters" => text_key!("title-quarters"),
        "changes" => text_key!("title-changes"),
        "weeks" => text_key!("title-weeks"),
        "days" => text_key!("title-days"),
        "workdays" => text_key!("title-workdays"),
        "incidents" => text_key!("title-incidents"),
        "events" => text_key!("title-events"),
        "goals" => text_key!("title-goals"),
        "sources" => text_key!("title-sources"),
        "deviations" => text_key!("printed-table-deviations"),
        "unplaced" => text_key!("table-unplaced"),
        "ledger" => text_key!("kind-ledger"),
        other => {
            let tables = TableId::ALL.into_iter();
            let table = tables.into_iter().find(|table| table_home(*table).1 == other);
            return table.map_or_else(|| other.to_owned(), |table| t!(table.word_key()));
        }
    })
}

/// What was expected or found: a number with its unit, or words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A number.
    Number {
        /// The number.
        value: Decimal,
        /// What it is counted in.
        unit: Unit,
        /// The decimals with which it is shown.
        decimals: u32,
    },
    /// Words: "merknad", "ingen".
    Words(Message),
}

impl Said {
    /// A count.
    pub fn count(value: impl Into<Decimal>) -> Self {
        Self::Number { value: value.into(), unit: Unit::Count, decimals: 0 }
    }

    /// Kroner and øre.
    pub fn kroner(value: Decimal) -> Self {
        Self::Number { value, unit: Unit::Kroner, decimals: 2 }
    }

    /// A number in the unit of a figure, with at least `decimals` so that it can be told from the
    /// numbers beside it. Percentages have at least the two decimals of tables.
    pub fn like(figure: &Figure, value: Decimal, decimals: u32) -> Self {
        let least = match figure.unit {
            Unit::Percent { .. } | Unit::Change { .. } => figure.decimals.max(2),
            _ => figure.decimals,
        };
        Self::Number { value, unit: figure.unit.clone(), decimals: least.max(decimals) }
    }

    /// This number less another of its unit; `None` where either is words.
    pub fn less(&self, other: &Self) -> Option<Self> {
        let (Self::Number { value, unit, decimals }, Self::Number { value: other, .. }) =
            (self, other)
        else {
            return None;
        };
        let value = number::round(*value, *decimals) - number::round(*other, *decimals);
        Some(Self::Number { value, unit: unit.clone(), decimals: *decimals })
    }

    /// As a person reads it.
    pub fn text(&self) -> String {
        match self {
            Self::Number { value, unit, decimals } => match unit {
                Unit::Kroner => number::decimal(*value, 2),
                Unit::Percent { .. } => number::percent(*value, *decimals),
                Unit::Change { .. } => number::signed_percent(*value, *decimals),
                _ => number::decimal(*value, *decimals),
            },
            Self::Words(message) => message.text(),
        }
    }

    /// As a person reads it where it is a difference: between percentages in *prosentpoeng*.
    pub fn difference_text(&self) -> String {
        match self {
            Self::Number { value, unit: Unit::Percent { .. } | Unit::Change { .. }, decimals } => {
                points_text(*value, *decimals)
            }
            _ => self.text(),
        }
    }

    /// As machines read it: money with two decimals.
    pub fn machine_text(&self) -> String {
        match self {
            Self::Number { value, unit, decimals } => {
                let decimals = if *unit == Unit::Kroner { 2 } else { *decimals };
                format!("{:.*}", decimals as usize, number::round(*value, decimals))
            }
            Self::Words(message) => message.text(),
        }
    }
}

/// One of several cells that a finding covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundCell {
    /// The row in words.
    pub row: String,
    /// The column in words.
    pub column: String,
    /// What was expected; `None` where nothing was.
    pub expected: Option<Said>,
    /// What was found.
    pub found: Said,
}

/// What settles a finding with one press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settling {
    /// What the person states by it, as the text of a button.
    pub words: Message,
    /// What is done.
    pub edit: Edit,
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What was expected, what was found, the difference, and what to do.
    pub message: Message,
    /// What was expected.
    pub expected: Option<Said>,
    /// What was found.
    pub found: Option<Said>,
    /// How far it is off.
    pub difference: Option<Said>,
    /// Where it stands, the place to mend first.
    pub places: Vec<Where>,
    /// The cells that the finding covers, where it covers several for one cause.
    pub cells: Vec<FoundCell>,
    /// What settles it, where a person need only say so.
    pub settling: Option<Settling>,
    /// A short digest of what the finding was made of. It changes with the numbers.
    pub fingerprint: String,
    /// Who accepted it, and why.
    pub acceptance: Option<Acceptance>,
}

impl Finding {
    /// A finding of a rule without numbers. `made_of` identifies it from one check to the next.
    pub fn new(rule: &Rule, message: Message, place: Where, made_of: &[impl AsRef<str>]) -> Self {
        Self {
            rule: rule.id,
            severity: rule.severity,
            message,
            expected: None,
            found: None,
            difference: None,
            places: vec![place],
            cells: Vec::new(),
            settling: None,
            fingerprint: fingerprint(made_of),
            acceptance: None,
        }
    }

    /// The same where it is no worse than that, whatever its rule says.
    #[must_use]
    pub fn at_most(mut self, severity: Severity) -> Self {
        self.severity = self.severity.min(severity);
        self
    }

    /// The same with what was expected and what was found.
    #[must_use]
    pub fn with_values(mut self, expected: Said, found: Said) -> Self {
        self.expected = Some(expected);
        self.found = Some(found);
        self
    }

    /// The same with how far it is off.
    #[must_use]
    pub fn off_by(mut self, difference: Said) -> Self {
        self.difference = Some(difference);
        self
    }

    /// The same with another place.
    #[must_use]
    pub fn and_at(mut self, place: Where) -> Self {
        self.places.push(place);
        self
    }

    /// Whether nobody has accepted it.
    pub fn is_open(&self) -> bool {
        self.acceptance.is_none()
    }

    /// Takes the acceptance that the project has of it.
    pub(super) fn with_acceptance(mut self, figures: &Figures) -> Self {
        self.acceptance = figures.project().acceptance(self.rule, &self.fingerprint).cloned();
        self
    }
}

/// A short digest of what a finding was made of.
pub fn fingerprint(parts: &[impl AsRef<str>]) -> String {
    /// Long enough that no two findings of a project share a digest.
    const BYTES: usize = 8;
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_ref().as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().take(BYTES).map(|byte| format!("{byte:02x}")).collect()
}
