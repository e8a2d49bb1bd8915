//! The layouts of the statements: lines and sums in order.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::calendar::Year;
use crate::project::{FundLines, StatementId};

const DATA: &str = include_str!("../../assets/accounts/statements-v1.ron");

/// Whether what goes to a fund and from it stands in one line or in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Form {
    /// One line a fund.
    Netted,
    /// Two lines a fund.
    Split,
}

/// What a line holds, and so what its deviation from the budget is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Side {
    /// Income: below zero in the ledger.
    Income,
    /// Expense: above zero in the ledger.
    Expense,
    /// What is set aside, used or transferred of a result.
    Disposal,
    /// Either, as a result is; below zero is good.
    Mixed,
    /// A balance; it has no budget.
    Balance,
}

/// How a second paragraph splits the accounts into lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Each {
    /// A line an *ansvar*.
    Unit,
    /// A line a *prosjekt*.
    Project,
}

/// The id in the parts of a sum that stands for all lines of an [`LayoutRow::Each`].
pub const EACH: &str = "each";

/// A row of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum LayoutRow {
    /// A heading; level 0 is a half of the balance sheet, 2 a group within a group.
    Heading {
        /// Its words.
        name: String,
        /// Its level.
        #[serde(default = "first_level")]
        level: u8,
    },
    /// A line.
    Line {
        /// Its name in figures and rules.
        id: String,
        /// Its words, as the regulation has them.
        name: String,
        /// What it holds.
        side: Side,
        /// The chart's lines that it takes; none means the line with its id.
        #[serde(default)]
        takes: Vec<String>,
        /// The form in which it stands; none means both.
        #[serde(default)]
        form: Option<Form>,
        /// Whether the regulation does not have it: it stands only where something is on it.
        #[serde(default)]
        is_extra: bool,
    },
    /// A row of another statement, repeated.
    Carried {
        /// Its name in figures and rules.
        id: String,
        /// Its words.
        name: String,
        /// The other statement.
        statement: String,
        /// The row there.
        row: String,
    },
    /// A line a unit or project.
    Each {
        /// What the lines are.
        by: Each,
        /// The statement whose accounts are split by unit or project.
        statement: String,
        /// The rows there.
        rows: Vec<String>,
    },
    /// A sum of lines and of other sums.
    Sum {
        /// Its name in figures and rules.
        id: String,
        /// Its words, as the regulation has them.
        name: String,
        /// What it holds.
        side: Side,
        /// What it is the sum of.
        of: Vec<String>,
        /// Whether it is a main result.
        #[serde(default)]
        is_result: bool,
    },
}

fn first_level() -> u8 {
    1
}

/// A statement's rows in order.
#[derive(Debug, Deserialize)]
pub struct Layout {
    statement: String,
    rows: Vec<LayoutRow>,
}

#[derive(Debug, Deserialize)]
struct File {
    #[expect(dead_code, reason = "names the format for whoever edits the file")]
    version: u32,
    split_from: Year,
    layouts: Vec<Layout>,
}

impl Form {
    /// The form of a year, unless the settings ask for another.
    pub fn of(year: Year, fund_lines: FundLines) -> Self {
        match fund_lines {
            FundLines::Netted => Self::Netted,
            FundLines::Split => Self::Split,
            FundLines::AsTheYear if year >= file().split_from => Self::Split,
            FundLines::AsTheYear => Self::Netted,
        }
    }
}

impl Layout {
    /// All rows, of both forms.
    pub fn all_rows(&self) -> &[LayoutRow] {
        &self.rows
    }

    /// The rows that stand in that form.
    pub fn rows(&self, form: Form) -> impl Iterator<Item = &LayoutRow> {
        self.rows.iter().filter(move |row| match row {
            LayoutRow::Line { form: Some(row_form), .. } => *row_form == form,
            _ => true,
        })
    }
}

impl LayoutRow {
    /// Its name in figures and rules; a heading has none.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Line { id, .. } | Self::Sum { id, .. } | Self::Carried { id, .. } => Some(id),
            Self::Heading { .. } | Self::Each { .. } => None,
        }
    }

    /// Its words, as the regulation has them; lines of units have words of their own.
    pub fn name(&self) -> &str {
        match self {
            Self::Heading { name, .. }
            | Self::Line { name, .. }
            | Self::Sum { name, .. }
            | Self::Carried { name, .. } => name,
            Self::Each { .. } => "",
        }
    }

    /// Whether the row stands only where something is on it.
    pub fn is_extra(&self) -> bool {
        matches!(self, Self::Line { is_extra: true, .. })
    }

    /// Whether the row takes the chart's line `line`.
    pub fn takes(&self, line: &str) -> bool {
        match self {
            Self::Line { id, takes, .. } if takes.is_empty() => id == line,
            Self::Line { takes, .. } => takes.iter().any(|take| take == line),
            _ => false,
        }
    }
}

/// A line's words as they are compared: letters and digits, without case and footnote signs.
pub fn folded(words: &str) -> String {
    letters(words).collect()
}

/// Whether two names are one, as [`folded`] makes them.
pub fn is_same_name(a: &str, b: &str) -> bool {
    letters(a).eq(letters(b))
}

fn letters(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// The layout of a statement.
pub fn layout(statement: StatementId) -> Option<&'static Layout> {
    file().layouts.iter().find(|layout| layout.statement == statement.id())
}

fn file() -> &'static File {
    static PARSED: OnceLock<File> = OnceLock::new();
    PARSED.get_or_init(|| {
        ron::from_str(DATA).expect("assets/accounts/statements-v1.ron is part of the program")
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::kostra::{Chart, Line};

    #[test]
    fn every_sum_is_of_rows_that_stand_above_it() {
        for layout in &file().layouts {
            let mut above = HashSet::from([EACH]);
            for row in &layout.rows {
                if let LayoutRow::Sum { id, of, .. } = row {
                    for part in of {
                        assert!(above.contains(part.as_str()), "{}: {id}", layout.statement);
                    }
                }
                if let Some(id) = row.id() {
                    assert!(above.insert(id), "{}: {id} twice", layout.statement);
                }
            }
        }
    }

    #[test]
    fn every_line_of_the_chart_has_one_place_in_each_statement_and_form() {
        let chart = Chart::get();
        let line = |line: &Line| match line {
            Line::Line(line) | Line::OnFunctions(line, _) => Some(line.clone()),
            _ => None,
        };
        let drift: HashSet<_> = chart.arts().iter().filter_map(|art| line(&art.drift)).collect();
        let inv: HashSet<_> =
            chart.arts().iter().filter_map(|art| line(&art.investering)).collect();
        let balance: HashSet<_> =
            chart.chapters().iter().filter_map(|chapter| line(&chapter.line)).collect();
        let books = [
            (StatementId::Appropriations, &drift),
            (StatementId::ByNature, &drift),
            (StatementId::Investment, &inv),
            (StatementId::BalanceSheet, &balance),
        ];
        for (statement, lines) in books {
            let layout = layout(statement).unwrap();
            for form in [Form::Netted, Form::Split] {
                for line in lines.iter().filter(|line| *line != "teknisk") {
                    let takers = layout.rows(form).filter(|row| row.takes(line)).count();
                    assert_eq!(takers, 1, "{statement:?} {form:?}: {line}");
                }
            }
        }
    }
}
