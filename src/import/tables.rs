//! Rows of the small tables that a person could also have typed.

mod directions;
mod goal_counts;
mod keys;
mod numbered_apart;
mod pairs;
mod places;
mod sick_days;
mod times;
mod totals;
mod women_men;
mod women_share;

use std::collections::HashSet;

use directions::settle_directions;
use goal_counts::{goals_in_percent, leave_out_counts};
use keys::{is_needed, year_cell};
use numbered_apart::settle_apart;
use pairs::half_known;
use places::number_by_place;
use sick_days::ask_days;
use times::day_of_months;
use totals::{OpenRow, settle_open, without_totals};
use women_men::Men;
use women_share::{ask_shares, without_shares};

pub use keys::{day_column, days_of, row_key, year_column};
pub use times::{has_months_without_year, is_span};

use super::accounts::with_zeros;
use super::classify::{TotalLabel, is_sum_label, total_label};
use super::dates::{DateRule, OrderEvidence};
use super::mapping::{Mapping, missing};
use super::measures::{Measure, SaidUnits, as_percent};
use super::question::Question;
use super::raw::{RawCell, cell_at};
use super::repeats::{Beside, KeyedRow, ReadColumn, Settled, Shape, adds, settle};
use super::sheet::TableRow;
use super::synonyms::synonyms;
use super::values::{read_cell, with_mark};
use super::verdict::{Reject, SkipReason, Skipped};
use crate::calendar::{Date, Year};
use crate::import::noticed::note;
use crate::issue::Issue;
use crate::message;
use crate::number::{DecimalMark, NumberError};
use crate::project::{
    Cell, CellKind, Column, Goal, PercentUnit, Project, RepeatedRows, SourceKind, TableId,
    TargetUnit,
};
use crate::words::Message;

/// Columns of the mapping whose codes have three digits at least.
const CODES: [&str; 3] = ["art", "function", "account"];

/// The columns of a table.
pub fn table_columns(table: TableId) -> &'static [Column] {
    Project::default().rows(table).columns()
}

/// Types rows of a table one by one.
pub struct TableReader {
    table: TableId,
    /// The sheet's column and the table's column of each field that is read.
    columns: Vec<(usize, usize)>,
    /// What the numbers of each of them are measured in, where that must be found out.
    measures: Vec<Option<Measure>>,
    said_units: SaidUnits,
    /// Cells that may be shares in place of percentages: the row and the column among those read.
    shares: Vec<(usize, usize)>,
    /// The table's column of the year or its last day, where no column of the sheet says it.
    year: Option<(usize, Cell)>,
    /// The year of rows whose month has none.
    sheet_year: Option<Year>,
    /// The men of groups, where a column has them.
    men: Option<Men>,
    /// The table's column that no column of the sheet says and the rows do: a goal's direction, a
    /// group's total.
    added: Option<usize>,
    rows: Vec<TableRow>,
    /// What the columns are called, of those that are read and of all others.
    headings: Vec<String>,
    others: Vec<(usize, Beside)>,
    /// Those of them that name places, by their place among them.
    places: Vec<(usize, String)>,
    /// Whether commas part the cells, so that a lone point cannot part thousands.
    is_by_comma: bool,
    /// A number of which only a person knows what its mark parts.
    open_mark: Option<Box<str>>,
    /// What stands in the others, in the order of the rows.
    beside: Vec<Vec<Box<str>>>,
    /// Rows that leave open which group they are of.
    open: Vec<OpenRow>,
    /// What a person says of rows with the same key.
    repeated: Option<RepeatedRows>,
    /// Whether a person says what the rows are.
    is_kind_said: bool,
    /// What the goals measure that the project has in percent.
    in_percent: HashSet<String>,
}

/// What became of a table.
pub struct FinishedTable {
    /// The table's columns that were read.
    pub columns: Vec<usize>,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// Rows that leave open which group they are of, and are no totals of the groups.
    pub rejects: Vec<Reject>,
    /// Rows that a later one repeats.
    pub skipped: Vec<Skipped>,
    /// What only a person knows.
    pub questions: Vec<Question>,
    /// What a person should know.
    pub notes: Vec<Issue>,
    /// Whether what a person says of rows with the same key was needed.
    pub is_repeat_said: bool,
}

impl TableReader {
    /// A reader for a sheet of that mapping; `None` while a key column is missing. The rows are of
    /// `year` where no column says of which.
    pub fn new(
        table: TableId,
        mapping: &Mapping,
        said_units: SaidUnits,
        year: Option<Year>,
    ) -> Option<Self> {
        let known = table_columns(table);
        let columns: Vec<(usize, usize)> = (0..known.len())
            .filter_map(|index| Some((mapping.column_of(known[index].id)?, index)))
            .collect();
        let first_key = known.iter().position(|column| column.is_key)?;
        let has = |column: usize| columns.iter().any(|(_, index)| *index == column);
        let sheet_year = year;
        let year = year_column(table).filter(|column| !has(*column)).zip(year);
        let year = year.map(|(column, year)| (column, year_cell(table, column, year)));
        let is_first = |(column, _): &(usize, Cell)| *column == first_key;
        (has(first_key) || year.as_ref().is_some_and(is_first)).then_some(())?;
        let unread = mapping.columns.iter().filter(|column| column.field.is_none());
        let normal = |column: usize| mapping.normals.get(column).map_or("", String::as_str);
        let others: Vec<(usize, Beside)> = unread
            .map(|column| column.index)
            .map(|at| (at, Beside::new(mapping.name_of(at), normal(at))))
            .collect();
        let is_place = |(_, (column, _)): &(usize, &(usize, Beside))| {
            synonyms().parts.contains(normal(*column))
        };
        let places = others.iter().enumerate().filter(is_place);
        let places = places.map(|(at, (column, _))| (at, mapping.name_of(*column))).collect();
        let heading =
            |column: usize| mapping.columns.get(column).map(|column| column.heading.as_str());
        let mut measures: Vec<Option<Measure>> = columns
            .iter()
            .map(|(column, index)| {
                Measure::of(known[*index].id, heading(*column).unwrap_or_default(), said_units)
            })
            .collect();
        Measure::share_units(measures.iter_mut().flatten());
        Some(Self {
            table,
            columns,
            measures,
            said_units,
            shares: Vec::new(),
            year,
            sheet_year,
            men: Men::of(table, mapping),
            added: None,
            rows: Vec::new(),
            headings: mapping
                .columns
                .iter()
                .map(|column| column.heading.trim().to_owned())
                .collect(),
            others,
            places,
            is_by_comma: false,
            open_mark: None,
            beside: Vec::new(),
            open: Vec::new(),
            repeated: None,
            is_kind_said: false,
            in_percent: HashSet::new(),
        })
    }

    /// The same, with what a person says of rows with the same key.
    #[must_use]
    pub fn where_repeated(self, repeated: Option<RepeatedRows>) -> Self {
        Self { repeated, ..self }
    }

    /// The same, where a person says what the rows are, of a text whose cells that mark parts, and
    /// of a project with those goals.
    #[must_use]
    pub fn of_file(self, is_kind_said: bool, separator: Option<char>, goals: &[Goal]) -> Self {
        let in_percent = goals_in_percent(self.table, goals);
        Self { is_kind_said, is_by_comma: separator == Some(','), in_percent, ..self }
    }

    /// The table.
    pub fn table(&self) -> TableId {
        self.table
    }

    /// Whether no day tells a row of data from a sum row.
    pub fn is_without_days(&self) -> bool {
        // Of the mapping and of statements, the name of a line may begin like a sum.
        !matches!(self.table, TableId::Mapping | TableId::Statements)
            && day_column(table_columns(self.table)).is_none()
    }

    /// Takes a row; the reason where it is a total that its key does not let stand.
    ///
    /// # Errors
    /// When a cell does not hold what its column should, or one is blank that tells the row
    /// from others; the row is not taken then.
    pub fn read(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) -> Result<Option<SkipReason>, Reject> {
        let values = match self.try_read(row, cells, rule, evidence) {
            Ok(values) => values,
            // "Totalt" stands where women and men have a row each, "Sum ut" where a row has a way.
            Err(reject)
                if total_label(&reject.value) == Some(TotalLabel::Whole)
                    || is_sum_label(&reject.value) =>
            {
                return Ok(Some(SkipReason::Sum));
            }
            Err(reject) => return Err(reject.known_by(&self.key_of(cells, rule))),
        };
        let beside = self.others.iter().map(|(column, _)| cell_at(cells, *column).text().into());
        let beside: Vec<Box<str>> = beside.collect();
        if let Some(reject) = self.without_group(row, cells, &values) {
            let kept = self.rows.len();
            self.shares.retain(|(at, _)| *at < kept);
            if cells.iter().any(|cell| total_label(&cell.text()) == Some(TotalLabel::Whole)) {
                return Ok(Some(SkipReason::Sum));
            }
            let row = KeyedRow { row, key: String::new(), cells: values, beside };
            self.open.push(OpenRow { row, reject });
            return Ok(None);
        }
        self.rows.push(TableRow { row, cells: values });
        self.beside.push(beside);
        Ok(None)
    }

    /// Why a row cannot be taken that leaves open which of several groups it is of: it must not
    /// become the first of them.
    fn without_group(&self, row: u32, cells: &[RawCell<'_>], values: &[Cell]) -> Option<Reject> {
        let known = table_columns(self.table);
        let mut read = self.columns.iter().zip(values);
        let ((column, index), _) = read.find(|((_, index), value)| {
            let is_group = known
                .get(*index)
                .is_some_and(|column| column.is_key && matches!(column.kind, CellKind::Choice(_)));
            is_group && **value == Cell::Blank
        })?;
        let id = known.get(*index)?.id;
        let cause = missing(SourceKind::Table(self.table), id);
        Some(Reject::new(row, *column, cell_at(cells, *column), cause))
    }

    /// The key of a row that is rejected for another cell; empty where the key is the trouble.
    fn key_of(&self, cells: &[RawCell<'_>], rule: &DateRule) -> String {
        let known = table_columns(self.table);
        let key =
            self.columns.iter().filter(|(_, index)| known[*index].is_key).map(|(column, index)| {
                let cell = cell_at(cells, *column);
                let kind = known[*index].kind;
                let cell = match self.day_of_months(*column, kind, cell) {
                    Some(day) => Cell::Date(day),
                    None => read_cell(kind, cell, rule, &mut OrderEvidence::default()).ok()?,
                };
                Some((*index, cell))
            });
        let Some(mut key) = key.collect::<Option<Vec<(usize, Cell)>>>() else {
            return String::new();
        };
        key.extend(self.year.clone());
        let (columns, cells): (Vec<usize>, Vec<Cell>) = key.into_iter().unzip();
        row_key(self.table, &columns, &TableRow { row: 0, cells })
    }

    fn try_read(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) -> Result<Vec<Cell>, Reject> {
        let known = table_columns(self.table);
        let mut values = Vec::with_capacity(self.columns.len());
        let counts_days = self.counts_days(cells, rule);
        let mut shares = Vec::new();
        for (place, (column, index)) in self.columns.iter().enumerate() {
            let by_comma = self.is_by_comma.then_some(DecimalMark::Point);
            let mark = self.said_units.decimal.or(by_comma);
            let cell = with_mark(cell_at(cells, *column), known[*index].kind, mark);
            let cell = cell.as_ref();
            let is_limit_in_days = counts_days && known[*index].id == "target_value";
            let is_unreadable = cell.is_blank() || matches!(cell, RawCell::Error(_));
            let is_measured = !is_unreadable && !is_limit_in_days;
            let measure = self.measures.get_mut(place).and_then(Option::as_mut);
            let value = match measure.filter(|_| is_measured) {
                Some(measure) => measure.read(cell).map(|measured| {
                    if measured.may_be_share {
                        shares.push((self.rows.len(), place));
                    }
                    measured.cell
                }),
                None => match self.day_of_months(*column, known[*index].kind, cell) {
                    Some(day) => Ok(Cell::Date(day)),
                    None => read_cell(known[*index].kind, cell, rule, evidence),
                },
            };
            let value = value.map_err(|cause| {
                if cause == Message::from(NumberError::Ambiguous) && mark.is_none() {
                    self.open_mark.get_or_insert_with(|| cell.text().into());
                }
                Reject::new(row, *column, cell, cause)
            })?;
            let value = match (self.table, value) {
                // A number has lost its leading zeros.
                (TableId::Mapping, Cell::Text(code)) if CODES.contains(&known[*index].id) => {
                    Cell::Text(with_zeros(&code))
                }
                (_, value) => value,
            };
            if value == Cell::Blank && is_needed(known, *index) {
                return Err(Reject::new(
                    row,
                    *column,
                    cell,
                    missing(SourceKind::Table(self.table), known[*index].id),
                ));
            }
            values.push(value);
        }
        let men = self.men.as_ref().map(|men| men.column);
        let men = men.map(|column| {
            let cell = cell_at(cells, column);
            let men = read_cell(CellKind::Count, cell, rule, evidence);
            men.map_err(|cause| Reject::new(row, column, cell, cause))
        });
        if let (Some(counts), Some(men)) = (&mut self.men, men) {
            counts.take(self.rows.len(), &men?);
        }
        self.shares.extend(shares);
        values.extend(self.year.iter().map(|(_, year)| year.clone()));
        Ok(values)
    }

    /// The day that a month or a year means.
    fn day_of_months(&self, column: usize, kind: CellKind, cell: &RawCell<'_>) -> Option<Date> {
        let heading = self.headings.get(column).map_or("", String::as_str);
        day_of_months(self.table, kind, cell, (heading, self.sheet_year))
    }

    /// Whether a goal's number is a limit in days and no percentage.
    fn counts_days(&self, cells: &[RawCell<'_>], rule: &DateRule) -> bool {
        let known = table_columns(self.table);
        let unit = self.columns.iter().find(|(_, index)| known[*index].id == "target_unit");
        unit.is_some_and(|(column, index)| {
            let cell = cell_at(cells, *column);
            let unit = read_cell(known[*index].kind, cell, rule, &mut OrderEvidence::default());
            matches!(unit, Ok(Cell::Choice(unit)) if unit == TargetUnit::Days.choice())
        })
    }

    /// Settles what the plain numbers of percent columns are, and asks where only a person knows.
    fn settle_units(&mut self) -> Vec<Question> {
        let measures = || self.measures.iter().flatten();
        let mut questions: Vec<Question> = Measure::ask_time(measures()).into_iter().collect();
        let in_doubt = |place: &usize| {
            let measure = self.measures.get(*place).and_then(Option::as_ref);
            measure.is_some_and(Measure::looks_like_shares)
        };
        match self.said_units.percent {
            Some(PercentUnit::Points | PercentUnit::Other) => {}
            Some(PercentUnit::Share) => {
                for (row, place) in self.shares.iter().filter(|(_, place)| in_doubt(place)) {
                    let cell = self.rows.get_mut(*row).and_then(|row| row.cells.get_mut(*place));
                    if let Some(cell) = cell
                        && let Some(percent) = as_percent(cell)
                    {
                        *cell = percent;
                    }
                }
            }
            None => {
                let asked = measures().find(|measure| measure.looks_like_shares());
                questions.extend(asked.and_then(Measure::ask_percent));
            }
        }
        questions
    }

    /// What the rows say together.
    pub fn finish(mut self) -> FinishedTable {
        let mut questions = self.settle_units();
        questions.extend(self.open_mark.as_deref().and_then(Question::decimal_mark));
        let mut notes = half_known(self.table, &self.columns, &self.rows);
        let asked = ask_days(self.table, (&self.columns, &self.headings), &self.rows, &self.shares);
        questions.extend(asked.filter(|_| self.said_units.percent.is_none()));
        if self.table == TableId::Goals {
            let names = (self.columns.as_slice(), self.headings.as_slice());
            let plain = (self.shares.as_slice(), self.said_units.percent, &self.in_percent);
            let (asked, told) = leave_out_counts(names, &mut self.rows, plain);
            questions.extend(asked.filter(|_| questions.is_empty()));
            notes.extend(told);
            let (added, issue) = settle_directions(&self.columns, &self.headings, &mut self.rows);
            self.added = added;
            notes.extend(issue);
        }
        if let Some(men) = self.men.take() {
            let asked = ask_shares(&self.columns, &self.rows, &men);
            questions.extend(asked.filter(|_| !self.is_kind_said));
            let (added, issue) = men.settle(&self.columns, &mut self.rows);
            self.added = added;
            notes.extend(issue);
        }
        let more_women = without_shares(
            (self.table, &self.columns, self.added),
            (&mut self.rows, &mut self.beside),
        );
        let columns = self.columns.iter().map(|(_, index)| *index);
        let year = self.year.as_ref().map(|(column, _)| *column);
        let columns: Vec<usize> = columns.chain(year).chain(self.added).collect();
        let (table, beside, places) = (self.table, &self.beside, &self.places);
        notes.extend(number_by_place(table, &columns, &mut self.rows, beside, places));
        let told = (places.as_slice(), self.repeated);
        let apart = settle_apart(table, &self.columns, &mut self.rows, beside, told);
        notes.extend(apart.note);
        let shape = self.shape();
        let keyed = |(row, beside): (TableRow, Vec<Box<str>>)| KeyedRow {
            key: row_key(self.table, &columns, &row),
            row: row.row,
            cells: row.cells,
            beside,
        };
        let rows: Vec<KeyedRow> = self.rows.into_iter().zip(self.beside).map(keyed).collect();
        let (rows, mut skipped) = without_totals(self.table, &columns, rows);
        let (totals, mut rejects) = settle_open(self.table, &columns, &rows, self.open);
        skipped.extend(totals);
        rejects.extend(more_women);
        let settled = settle(rows, &shape);
        let Settled { rows, skipped: repeated, question, notes: repeat_notes, over, is_said } =
            settled;
        skipped.extend(repeated);
        questions.extend(apart.question.or(question));
        notes.extend(repeat_notes);
        if !over.is_empty() {
            let over: Vec<String> = over.iter().map(|heading| format!("«{heading}»")).collect();
            notes.push(note(message!("import-rows-added-over", columns = over.join(", "))));
        }
        let rows = rows.into_iter().map(|row| TableRow { row: row.row, cells: row.cells });
        FinishedTable {
            columns,
            rows: rows.collect(),
            rejects,
            skipped,
            questions,
            notes,
            is_repeat_said: is_said || apart.is_said,
        }
    }

    /// What the columns hold, for rows with the same key.
    fn shape(&self) -> Shape {
        let known = table_columns(self.table);
        let column = |(column, index): (Option<usize>, usize)| ReadColumn {
            column,
            heading: column.and_then(|at| self.headings.get(at)).cloned().unwrap_or_default(),
            kind: known[index].kind,
            is_key: known[index].is_key,
            adds: adds(self.table, known[index].id),
        };
        let read = self.columns.iter().map(|(column, index)| (Some(*column), *index));
        let year = self.year.iter().map(|(index, _)| *index);
        let beside = year.chain(self.added).map(|index| (None, index));
        Shape {
            read: read.chain(beside).map(column).collect(),
            beside: self.others.iter().map(|(_, beside)| beside.clone()).collect(),
            are_counts: false,
            repeated: self.repeated,
            added: |to| SkipReason::PartAdded { to },
        }
    }
}
