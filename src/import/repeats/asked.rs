//! What is asked of rows with the same key, of which nothing tells what counts.

use super::settling::Settling;
use super::{Adds, Tells};
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::message;
use crate::project::{RepeatedRows, cell_name};

impl Settling<'_> {
    /// Asks of the first rows of which nothing tells what counts.
    pub(super) fn question(&self) -> Option<Question> {
        let group = self.doubts.first()?;
        let (first, last) = (*group.first()?, *group.last()?);
        let columns = self.differing(group);
        let is_number = |column: &&usize| {
            self.shape.read.get(**column).is_some_and(|read| read.kind.is_number())
        };
        let numbers = self.shape.read.iter().position(|read| read.adds != Adds::No);
        let alike = self.shape.read.iter().position(|read| read.kind.is_number() && !read.is_key);
        let numbers = numbers.or(alike);
        let column = columns.iter().find(is_number).or(columns.first()).copied().or(numbers)?;
        let read = self.shape.read.get(column)?;
        let place = |at: usize| cell_name(read.column.unwrap_or_default(), self.row(at));
        let value = |at: usize| self.cell(at, column).text(read.kind);
        let key = self.shape.read.iter().enumerate().filter(|(_, read)| read.is_key);
        let key: Vec<String> = key
            .map(|(column, read)| self.cell(first, column).text(read.kind))
            .filter(|text| !text.is_empty())
            .collect();
        let differs = |at: &usize| self.beside(first, *at) != self.beside(last, *at);
        let by = (0..self.shape.beside.len()).find(differs);
        let by = by.and_then(|column| self.shape.beside.get(column));
        let has_stock = self.shape.read.iter().any(|read| read.adds == Adds::Stock);
        let is_of_times = has_stock && by.is_some_and(|beside| beside.tells == Tells::Times);
        let may_add =
            self.may_add(&columns) && self.sum(group).is_some() && self.has_sums() && !is_of_times;
        let why = match (by, may_add) {
            (Some(by), true) => crate::t!("import-repeated-by", column = by.heading.as_str()),
            (Some(by), false) => {
                crate::t!("import-repeated-no-sum-by", column = by.heading.as_str())
            }
            (None, true) => crate::t!("import-repeated-by-nothing"),
            (None, false) => crate::t!("import-repeated-no-sum"),
        };
        let asks = message!(
            "import-ask-repeated",
            count = self.doubts.len(),
            key = key.join(", "),
            column = read.heading.as_str(),
            first = value(first),
            first_cell = place(first),
            last = value(last),
            last_cell = place(last),
            why = why,
        );
        let mut answers = Vec::new();
        if may_add {
            answers.push(Answer::new(
                crate::t!("import-repeated-add"),
                Setting::Repeated(RepeatedRows::Add),
            ));
        }
        for (at, rows) in [(first, RepeatedRows::First), (last, RepeatedRows::Last)] {
            let words = crate::t!(
                match rows {
                    RepeatedRows::First => "import-repeated-first",
                    _ => "import-repeated-last",
                },
                value = value(at),
                cell = place(at)
            );
            answers.push(Answer::new(words, Setting::Repeated(rows)));
        }
        Question::new(asks, answers)
    }
}
