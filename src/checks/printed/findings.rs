//! The differences between a printed table and the project's figures as findings. Cells that differ
//! for one cause are one finding.

use super::cause::ROUNDED;
use super::words::ColumnWords;
use super::{ComparedTable, Difference};
use crate::checks::project_values::home;
use crate::checks::{Area, Finding, FoundCell, Rule, Said, Where};
use crate::figures::{Address, Figures};
use crate::issue::Severity;
use crate::words::Message;
use crate::{message, t};

/// A printed table that was compared with the project's figures.
pub struct Held<'h> {
    /// The rule that tells of its differences.
    pub rule: &'static Rule,
    /// The table, by its name on the command line.
    pub table: &'h str,
    /// Where it was printed.
    pub title: &'h str,
    /// The name that a person gave it, where one did: it tells findings of like tables apart.
    pub named: &'h str,
    /// The key of the words that say what to do.
    pub advice: &'static str,
    /// The file that it was read from.
    pub file: Option<&'h str>,
}

impl Held<'_> {
    /// The findings of its differences, in the order of the table.
    pub fn findings(&self, figures: &Figures, compared: &ComparedTable) -> Vec<Finding> {
        if compared.differences.is_empty() {
            return Vec::new();
        }
        let words = ColumnWords::of(figures, self.table);
        let mut groups: Vec<Vec<&Difference>> = Vec::new();
        for difference in &compared.differences {
            let same = groups.iter_mut().find(|group| is_alike(group[0], difference));
            match same {
                Some(group) => group.push(difference),
                None => groups.push(vec![difference]),
            }
        }
        groups.iter().map(|group| self.finding(group, &words)).collect()
    }

    fn finding(&self, group: &[&Difference], words: &ColumnWords) -> Finding {
        let first = group[0];
        let message = self.message(group, words);
        let mut made_of = vec![self.table.to_owned(), self.named.to_owned()];
        for difference in group {
            let expected =
                difference.expected.as_ref().map_or_else(String::new, Said::machine_text);
            let printed = difference.printed.machine_text();
            // The words of a row change with the language, its figure does not.
            let row = difference.key.as_ref().map(ToString::to_string);
            let row = row.unwrap_or_else(|| difference.row.clone());
            made_of.extend([row, difference.column.clone(), expected, printed]);
        }
        let mut places = group.iter().map(|difference| self.place(difference, words));
        let place = places.next().unwrap_or_else(|| Where::area(Area::Report));
        let mut finding = Finding::new(self.rule, message, place, &made_of);
        if first.is_rounding {
            finding = finding.at_most(Severity::Note);
        }
        finding.places.extend(places);
        finding.expected = first.expected.clone();
        finding.found = Some(first.printed.clone());
        finding.difference =
            first.expected.as_ref().and_then(|expected| first.printed.less(expected));
        if group.len() > 1 {
            finding.cells = group.iter().map(|difference| found_cell(difference, words)).collect();
        }
        finding
    }

    /// What differs, with the likely cause and its arithmetic.
    fn message(&self, group: &[&Difference], words: &ColumnWords) -> Message {
        let first = group[0];
        let cause = match &first.cause {
            Some(cause) if cause.key == ROUNDED => t!("printed-only-rounding"),
            Some(_) if first.is_rounding => t!("printed-only-rounding-parts"),
            Some(cause) => t!("printed-likely-cause", cause = cause.text()),
            None => t!("printed-no-cause"),
        };
        let arithmetic = first.arithmetic.as_ref().map_or_else(String::new, |arithmetic| {
            let others = group.len() - 1;
            let text = arithmetic.text();
            if others == 0 { text } else { t!("printed-pattern", text = text, others = others) }
        });
        let cause = format!("{cause} {arithmetic}");
        let (row, column) = (words.of_row(&first.row), words.of_column(&first.column));
        let (title, printed) = (self.title, first.printed.text());
        match &first.expected {
            None => message!(
                "check-printed-unknown-row",
                row = row,
                title = title,
                printed = printed,
                others = group.len() - 1,
            ),
            Some(expected) => message!(
                "check-printed-differs",
                row = row,
                column = column,
                own = expected.text(),
                printed = printed,
                title = title,
                cause = cause.trim(),
                others = group.len() - 1,
                advice = t!(self.advice),
            ),
        }
    }

    fn place(&self, difference: &Difference, words: &ColumnWords) -> Where {
        let area = difference.key.as_ref().map_or(Area::Report, |key| home(key).0);
        let mut place = Where::area(area)
            .table(self.table)
            .row(words.of_row(&difference.row))
            .column(words.of_column(&difference.column));
        if let Some(key) = &difference.key {
            place.address = Some(Address::Figure(key.clone()));
        }
        place.file = self.file.map(str::to_owned);
        place
    }
}

/// Whether two differences have the same cause, so that one finding covers both.
fn is_alike(a: &Difference, b: &Difference) -> bool {
    let cause = |difference: &Difference| difference.cause.as_ref().map(|cause| cause.key);
    cause(a).is_some() && cause(a) == cause(b) && a.expected.is_some() == b.expected.is_some()
}

fn found_cell(difference: &Difference, words: &ColumnWords) -> FoundCell {
    FoundCell {
        row: words.of_row(&difference.row),
        column: words.of_column(&difference.column),
        expected: difference.expected.clone(),
        found: difference.printed.clone(),
    }
}
