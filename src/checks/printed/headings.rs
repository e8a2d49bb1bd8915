//! What the columns of printed tables are called, and which of ours they are. The words are data
//! in `assets/checks`.

use std::sync::OnceLock;

use serde::Deserialize;

use super::Sheet;
use crate::calendar::Year;
use crate::figures::{Figures, TABLE_NAMES, TableRequest};
use crate::kostra::folded;
use crate::project::StatementId;

const DATA: &str = include_str!("../../../assets/checks/headings-v1.ron");
/// The name under which the data hold the columns that all statements share.
const STATEMENT: &str = "statement";
/// What stands for a year in a column's id.
const YEARS: [&str; 2] = ["{year}", "{before}"];

/// A column's id, and the words that printed tables have for it.
type Named = (String, Vec<String>);

/// The columns of a table as they are printed.
#[derive(Debug, Deserialize)]
pub struct TableHeadings {
    table: String,
    /// The columns that say which row it is.
    labels: Vec<Named>,
    /// The columns of numbers, as they are usually printed.
    values: Vec<Named>,
}

/// The columns of the table of that name; `None` where it holds no figures.
pub fn headings_of(table: &str) -> Option<&'static TableHeadings> {
    static PARSED: OnceLock<Vec<TableHeadings>> = OnceLock::new();
    let all = PARSED.get_or_init(|| {
        ron::from_str(DATA).expect("assets/checks/headings-v1.ron is part of the program")
    });
    let is_statement = StatementId::EVERY.into_iter().any(|id| id.id() == table);
    let name = if is_statement { STATEMENT } else { table };
    all.iter().find(|headings| headings.table == name)
}

/// The names of the tables that hold figures, so that a printed one can be held against ours.
pub fn comparable_tables() -> impl Iterator<Item = &'static str> {
    TABLE_NAMES.into_iter().filter(|name| headings_of(name).is_some())
}

impl TableHeadings {
    /// A word for the column with that id, as tables print it.
    pub fn word(&self, id: &str) -> Option<&str> {
        let mut named = self.labels.iter().chain(&self.values);
        let (_, words) = named.find(|(known, _)| known == id)?;
        words.first().map(String::as_str)
    }

    /// A word for the column that says which row it is.
    pub fn label(&self) -> Option<&str> {
        self.labels.first().and_then(|(_, words)| words.first()).map(String::as_str)
    }
}

/// Which of our columns the columns of a printed table are.
pub struct Columns<'c> {
    headings: &'static TableHeadings,
    table: &'c str,
    report_year: Year,
    /// The columns of the project's table: their ids and their folded headings.
    columns: Vec<(String, String)>,
}

impl<'c> Columns<'c> {
    /// The columns of the table of that name; `None` where it holds no figures.
    pub fn of(table: &'c str, figures: &Figures) -> Option<Self> {
        let headings = headings_of(table)?;
        let request = TableRequest { name: table.to_owned(), year: None, quarter: None };
        let columns = figures.table(&request).map_or_else(Vec::new, |table| table.columns);
        let columns =
            columns.into_iter().map(|column| (column.id, folded(&column.heading))).collect();
        Some(Self { headings, table, report_year: figures.report_year(), columns })
    }

    /// The ids of the columns that say which row it is.
    pub fn labels(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.headings.labels.iter().map(|(id, _)| id.as_str())
    }

    /// The ids of the columns of numbers, as they are usually printed.
    pub fn usual_values(&self) -> Vec<String> {
        self.headings.values.iter().map(|(id, _)| self.dated(id, None)).collect()
    }

    /// Whether the column with that id says which row it is.
    pub fn is_label(&self, id: &str) -> bool {
        self.labels().any(|label| label == id)
    }

    /// The id of the column under each heading; `None` where it is none of ours.
    pub fn ids(&self, headings: &[String]) -> Vec<Option<String>> {
        let mut ids: Vec<Option<String>> = Vec::new();
        for heading in headings {
            ids.push(self.id(heading, &ids));
        }
        // The first columns without a known heading are the labels that are still missing.
        let is_known = |label: &&str| ids.iter().flatten().any(|id| id == label);
        let missing: Vec<&str> = self.labels().filter(|label| !is_known(label)).collect();
        let first = ids.iter_mut().take_while(|id| id.is_none());
        for (id, label) in first.zip(missing) {
            *id = Some(label.to_owned());
        }
        ids
    }

    /// The column of numbers with that heading, which may be a few words of a line.
    pub fn value_id(&self, heading: &str, taken: &[Option<String>]) -> Option<String> {
        self.id(heading, taken).filter(|id| !self.is_label(id))
    }

    fn id(&self, heading: &str, taken: &[Option<String>]) -> Option<String> {
        let is_free = |id: &String| !taken.iter().flatten().any(|other| other == id);
        self.machine_id(heading).or_else(|| self.column_id(heading)).filter(is_free).or_else(|| {
            let year = Sheet::year_of(heading.trim());
            let words = match year {
                Some(_) => &heading.trim()[..heading.trim().len() - 4],
                None => heading,
            };
            let (whole, words) = (folded(heading), folded(words));
            let named = self.headings.labels.iter().chain(&self.headings.values);
            let fits = |(id, names): &&Named| {
                let is_dated = YEARS.iter().any(|year| id.contains(year));
                names.iter().map(|name| folded(name)).any(|name| match name.as_str() {
                    "" => is_dated && year.is_some() && words.is_empty(),
                    name => name == whole || (is_dated && name == words),
                })
            };
            named.filter(fits).map(|(id, _)| self.dated(id, year)).find(is_free)
        })
    }

    /// A heading that is an id of ours already: `q1`, `actual_2021`, `women_share_pct_printed`.
    fn machine_id(&self, heading: &str) -> Option<String> {
        let id = heading.trim().to_lowercase();
        let is_id = !id.is_empty()
            && id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b));
        let stem = |pattern: &str| pattern.split('{').next().unwrap_or_default().to_owned();
        let named = self.headings.labels.iter().chain(&self.headings.values);
        let known = named.into_iter().any(|(pattern, _)| match stem(pattern) {
            stem if stem.len() == pattern.len() => id.starts_with(pattern.as_str()),
            stem => id.starts_with(&stem) && id.bytes().any(|b| b.is_ascii_digit()),
        });
        let is_change =
            self.table == "changes" && (id.contains("change_vs") || id.starts_with("avg_"));
        (is_id && (known || is_change)).then_some(id)
    }

    /// The id of the column whose heading in the project's table is the same.
    fn column_id(&self, heading: &str) -> Option<String> {
        let words = folded(heading);
        let column =
            self.columns.iter().find(|(_, heading)| !words.is_empty() && *heading == words);
        column.map(|(id, _)| id.clone())
    }

    /// An id with the year that a heading names, or else the report year and the one before.
    fn dated(&self, id: &str, named: Option<Year>) -> String {
        let year = self.report_year;
        let years = named.map_or([year, year - 1], |named| [named, named]);
        let mut id = id.to_owned();
        for (place, year) in YEARS.iter().zip(years) {
            id = id.replace(place, &year.to_string());
        }
        id
    }
}
