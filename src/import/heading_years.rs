//! The years of headings in the small tables, «Resultat 2021»: where no column says of which year
//! the rows are, the headings do, and a column of another year is not read.

use super::Options;
use super::accounts::is_before_day;
use super::dates::LIKELY_YEARS;
use super::doubt::lacks_year;
use super::heading::normal;
use super::mapping::Mapping;
use super::noticed::note_at;
use super::options::Setting;
use super::question::{Answer, Question};
use super::sheet::Certainty;
use super::synonyms::KindNames;
use crate::calendar::Year;
use crate::issue::Issue;
use crate::message;
use crate::project::cell_name;

/// What headings say of the year of a small table.
#[derive(Default)]
pub struct TableYears {
    /// The year that the rows are of.
    pub year: Option<Year>,
    /// Which of several, where only a person knows.
    pub question: Option<Question>,
    /// What is told of columns of other years.
    pub note: Option<Issue>,
}

/// Lets the columns of one year be read, where headings have years. `likely` is the year that
/// titles name, then the one that is reported on.
pub fn settle_table_years(
    mapping: &mut Mapping,
    names: &KindNames,
    (options, header_row): (&Options, u32),
    likely: [Option<Year>; 2],
) -> TableYears {
    if !lacks_year(mapping) {
        return TableYears::default();
    }
    let headed: Vec<(usize, String, Year)> = mapping
        .columns
        .iter()
        .filter(|column| column.certainty != Certainty::Person)
        .filter_map(|column| {
            let field = match &column.field {
                Some(field) => field.clone(),
                None => names.field_of(&normal(&column.heading))?.to_owned(),
            };
            Some((column.index, field, year_of(&column.heading)?))
        })
        .collect();
    let mut years: Vec<Year> = headed.iter().map(|(_, _, year)| *year).collect();
    years.sort_unstable();
    years.dedup();
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return TableYears::default();
    };
    let known = likely.into_iter().flatten().find(|year| years.contains(year));
    let year = options.year.or(known).unwrap_or(*last);
    let question = match (first == last, options.year.or(known)) {
        (false, None) => ask(&headed, &years, mapping),
        _ => None,
    };
    // A column of another year gives its field up to the one of the year.
    for (index, _, column_year) in &headed {
        let is_other = |column: &&mut super::sheet::ColumnRead| {
            *column_year != year && column.field.is_some() && column.certainty != Certainty::Chosen
        };
        if let Some(column) = mapping.columns.get_mut(*index).filter(is_other) {
            column.field = None;
            column.certainty = Certainty::Ignored;
        }
    }
    for (index, field, column_year) in &headed {
        let is_said = options.map.iter().any(|(named, _)| named == field);
        let is_free = !is_said && *column_year == year && mapping.column_of(field).is_none();
        if let Some(column) = mapping.columns.get_mut(*index).filter(|_| is_free) {
            column.field = Some(field.clone());
            column.certainty = Certainty::Known;
        }
    }
    let is_left =
        |index: usize| mapping.columns.get(index).is_some_and(|column| column.field.is_none());
    let left: Vec<&(usize, String, Year)> = headed
        .iter()
        .filter(|(index, _, column_year)| *column_year != year && is_left(*index))
        .collect();
    let heading = |index: usize| {
        let column = mapping.columns.get(index);
        column.map_or(String::new(), |column| format!("«{}»", column.heading.trim()))
    };
    let note = left.first().map(|(index, ..)| {
        let columns: Vec<String> = left.iter().map(|(index, ..)| heading(*index)).collect();
        let message = message!(
            "import-other-years",
            count = columns.len(),
            columns = columns.join(", "),
            year = year.to_string(),
        );
        note_at(message, &cell_name(*index, header_row))
    });
    TableYears { year: Some(year), question, note }
}

/// The one year that a heading or a sheet's name names.
pub fn year_of(heading: &str) -> Option<Year> {
    let words = heading.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    let years: Vec<Year> = words
        .filter_map(|word| word.parse().ok())
        .filter(|year| LIKELY_YEARS.contains(year))
        .collect();
    match years[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// What a sheet and its file are called.
#[derive(Clone, Copy, Debug)]
pub struct Names<'n> {
    /// The sheet's name, empty for text files.
    pub sheet: &'n str,
    /// The file's name, without its folder.
    pub file: &'n str,
}

impl Names<'_> {
    /// The year that the sheet is named after, or else the file.
    pub fn year(&self) -> Option<Year> {
        year_of(self.sheet).or_else(|| self.year_of_file())
    }

    /// The year that the file alone is named after. A day that a year does not end on, and that no
    /// word sets the amounts by, is when the file was written, which says nothing.
    pub fn year_of_file(&self) -> Option<Year> {
        if year_of(self.sheet).is_some() {
            return None;
        }
        let words = self.file.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<&str> = words.collect();
        let number = |at: Option<usize>| words.get(at?)?.parse::<u8>().ok();
        let is_of_stamp = |at: usize| {
            let before = [at.checked_sub(2), at.checked_sub(1)].map(number);
            let after = [at.checked_add(1), at.checked_add(2)].map(number);
            let (day, start) = match (before, after) {
                ([Some(day), Some(month)], _) => ((month, day), at.saturating_sub(2)),
                (_, [Some(month), Some(day)]) => ((month, day), at),
                _ => return false,
            };
            let word = start.checked_sub(1).and_then(|at| words.get(at));
            day != (12, 31) && !word.is_some_and(|word| is_before_day(word))
        };
        let at = words.iter().position(|word| year_of(word).is_some());
        year_of(self.file).filter(|_| !at.is_some_and(is_of_stamp))
    }
}

/// Of which year the rows are, each with the columns that are of it.
fn ask(headed: &[(usize, String, Year)], years: &[Year], mapping: &Mapping) -> Option<Question> {
    let headings = |of: Option<Year>| {
        let columns = headed.iter().filter(|(_, _, year)| of.is_none_or(|of| of == *year));
        let columns = columns.filter_map(|(index, ..)| mapping.columns.get(*index));
        columns.map(|column| column.heading.trim().to_owned()).collect::<Vec<_>>().join(", ")
    };
    let answers = years.iter().map(|year| {
        let columns = headings(Some(*year));
        let words = crate::t!("import-year-columns", year = year.to_string(), columns = columns);
        Answer::new(words, Setting::Year(*year))
    });
    let asks = message!("import-ask-heading-year", columns = headings(None));
    Question::new(asks, answers.collect())
}
