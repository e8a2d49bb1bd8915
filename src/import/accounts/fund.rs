//! The history of a fund: one row for each year and line, or one row for each line with a column
//! for each year.

use std::collections::{HashMap, HashSet};

use super::columns::year_of;
use crate::calendar::{Span, Year};
use crate::import::classify::classify;
use crate::import::heading::{compose, normal};
use crate::import::mapping::{Mapping, missing};
use crate::import::question::Question;
use crate::import::raw::{RawCell, cell_at};
use crate::import::scales::Scales;
use crate::import::sheet::{Certainty, TableRow, TypedRows};
use crate::import::synonyms::synonyms;
use crate::import::tables::table_columns;
use crate::import::verdict::{Reject, SkipReason};
use crate::message;
use crate::project::{AmountUnit, Cell, FundLineKind, SourceKind, TableId};

use super::amounts::AmountReader;
use super::columns::AmountColumn;
use super::currency::{foreign_question, unit_of_row};
use super::fund_heads::{heads_of, only_fund};
use super::fund_names::{FundNames, OfFund, is_name, is_of_report, is_other, kind_of};
use super::fund_sign::settle_sign;
use super::shown::Formats;
use super::units::{decide, unit_of_heading, units_in_row};
use super::{Fate, Finished, Surroundings};

/// Keeps the lines of a fund until the sheet has ended.
pub struct FundReader {
    line: usize,
    /// The lines that the columns of amounts are, where their headings say it.
    heads: Vec<(FundLineKind, String)>,
    kind: Option<usize>,
    year: Option<usize>,
    /// The columns of amounts with the year that heads them, where one does.
    years: Vec<Option<Year>>,
    amounts: Vec<AmountReader>,
    lines: Vec<Line>,
    /// The column of the fund's name, where lines have one.
    fund: Option<usize>,
    /// The column of what amounts are counted in.
    currency: Option<usize>,
    funds: FundNames,
    headings: Vec<String>,
    surroundings: Surroundings,
}

struct Line {
    row: u32,
    kind: FundLineKind,
    words: String,
    year: Option<Year>,
    fund: OfFund,
    /// Where the amounts of each column begin, of those that are the line's.
    starts: Vec<Option<usize>>,
}

/// The field of a year's column: `y2021`.
fn year_field(year: Year) -> String {
    format!("y{year}")
}

/// The year of such a field.
pub fn year_of_field(field: &str) -> Option<Year> {
    field.strip_prefix('y').and_then(year_of)
}

/// Reads the columns that a year heads, where there is no column of amounts.
pub fn take_years(mapping: &mut Mapping) {
    if mapping.column_of("amount").is_some() || mapping.column_of("line").is_none() {
        return;
    }
    for column in &mut mapping.columns {
        let is_year = |heading: &str| {
            // "2021 (tkr)" is headed by its unit, too.
            let heading = heading.split(['(', '[']).next().unwrap_or_default();
            // "Regnskap 2021" has the amounts of that year, "Budsjett 2021" has none.
            let words = normal(heading);
            let is_actual = synonyms().accounts.actual_words.contains(&words);
            let heading = match heading.trim().split_once(' ') {
                Some((_, year)) if is_actual => year,
                _ => heading,
            };
            let digits = heading.trim().trim_start_matches(['y', 'Y', 'å', 'Å']);
            digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | ' '))
        };
        if column.field.is_none()
            && is_year(&column.heading)
            && let Some(year) = year_of(&column.heading)
        {
            column.field = Some(year_field(year));
            column.certainty = Certainty::Known;
        }
    }
}

/// Takes the first column for the lines of a fund where its heading is blank or names funds alone.
pub fn take_corner(mapping: &mut Mapping) {
    if mapping.column_of("line").is_some() || mapping.profile.is_some() {
        return;
    }
    let years = mapping.columns.iter().filter(|column| year_of(&column.heading).is_some()).count();
    if let Some(corner) = mapping.columns.first_mut().filter(|_| years > 0)
        && (corner.heading.trim().is_empty() || corner.field.as_deref() == Some("fund"))
    {
        corner.field = Some("line".to_owned());
        corner.certainty = Certainty::Guessed;
        take_years(mapping);
    }
}

impl FundReader {
    /// A reader for a sheet of that mapping; `None` while a column is missing.
    pub fn new(mapping: &Mapping, surroundings: Surroundings) -> Option<Self> {
        let heads = heads_of(mapping);
        let first_head = heads.first().map(|(column, ..)| *column);
        let line = mapping.column_of("line").or(first_head)?;
        let headed = mapping.columns.iter().filter_map(|column| {
            let year = year_of_field(column.field.as_deref()?)?;
            Some((column.index, Some(year)))
        });
        let long = mapping.column_of("amount").map(|column| (column, None));
        let only_fund = only_fund(&heads);
        let columns: Vec<(usize, Option<Year>)> = match heads.is_empty() {
            true => long.into_iter().chain(headed).collect(),
            false => heads.iter().map(|(column, ..)| (*column, None)).collect(),
        };
        let decimal = surroundings.decimal;
        let reader = |(column, _): &(usize, Option<Year>)| {
            let heading = mapping.columns.get(*column).map_or("", |column| column.heading.as_str());
            let unit = unit_of_heading(heading).map(|named| named.unit);
            let column =
                AmountColumn { column: *column, field: 0, is_credit: false, is_sided: false, unit };
            AmountReader::new(&[column], decimal)
        };
        (!columns.is_empty()).then(|| Self {
            heads: heads.into_iter().map(|(_, kind, words)| (kind, words)).collect(),
            line,
            kind: mapping.column_of("kind"),
            year: mapping.column_of("year"),
            amounts: columns.iter().map(reader).collect(),
            years: columns.iter().map(|(_, year)| *year).collect(),
            lines: Vec::new(),
            fund: mapping.column_of("fund"),
            currency: mapping.column_of("currency"),
            funds: FundNames::new(only_fund.as_deref().or(titled_fund(
                mapping,
                line,
                &surroundings,
            ))),
            headings: mapping
                .columns
                .iter()
                .map(|column| column.heading.trim().to_owned())
                .collect(),
            surroundings,
        })
    }

    /// Takes a row.
    pub fn take(&mut self, row: u32, cells: &[RawCell<'_>], mapping: &Mapping) -> Fate {
        let text = cell_at(cells, self.line).text();
        let words = compose(&text);
        let kind_text = self.kind.map(|at| cell_at(cells, at).text());
        if let Some(fund) = self.fund {
            self.funds.open(&cell_at(cells, fund).text());
        }
        let has_amount = self.amounts.iter().any(|reader| reader.is_filled(cells));
        if !has_amount && is_name(&words) {
            self.funds.open(&words);
            return Fate::Skipped(SkipReason::Group);
        }
        if !self.heads.is_empty() {
            if self.fund.is_none() {
                self.funds.begin_row();
            }
            return self.take_headed(row, cells, mapping);
        }
        let Some(kind) = kind_of(kind_text.as_deref().unwrap_or_default(), &words) else {
            self.surroundings.units.extend(units_in_row(row, cells));
            if let Some(reason) = classify(cells, mapping) {
                return Fate::Skipped(reason);
            }
            let cell = cell_at(cells, self.line);
            let cause = missing(SourceKind::Table(TableId::Fund), "line");
            return Fate::Rejected(Reject::new(row, self.line, cell, cause));
        };
        let (year, unit) = match self.year_and_unit(row, cells, mapping) {
            Ok(year_and_unit) => year_and_unit,
            Err(fate) => return fate,
        };
        let fund = self.funds.of_line(kind, &words);
        let mut starts = Vec::with_capacity(self.amounts.len());
        for amounts in &mut self.amounts {
            match amounts.read(row, cells, unit) {
                Ok(start) => starts.push(Some(start)),
                Err(reject) => return Fate::Rejected(reject),
            }
        }
        let words = if kind == FundLineKind::Movement { words.into_owned() } else { String::new() };
        self.lines.push(Line { row, kind, words, year, fund, starts });
        Fate::Kept
    }

    /// Takes a row whose lines stand in the headings.
    fn take_headed(&mut self, row: u32, cells: &[RawCell<'_>], mapping: &Mapping) -> Fate {
        if !self.amounts.iter().any(|reader| reader.is_filled(cells)) {
            self.surroundings.units.extend(units_in_row(row, cells));
            return Fate::Skipped(classify(cells, mapping).unwrap_or(SkipReason::Group));
        }
        let (year, unit) = match self.year_and_unit(row, cells, mapping) {
            Ok(year_and_unit) => year_and_unit,
            Err(fate) => return fate,
        };
        let count = self.amounts.len();
        for (at, (kind, words)) in self.heads.iter().enumerate() {
            let Some(amounts) = self.amounts.get_mut(at).filter(|own| own.is_filled(cells)) else {
                continue;
            };
            let mut starts = vec![None; count];
            match (amounts.read(row, cells, unit), starts.get_mut(at)) {
                (Ok(start), Some(place)) => *place = Some(start),
                (Ok(_), None) => {}
                (Err(reject), _) => return Fate::Rejected(reject),
            }
            let fund = self.funds.of_line(*kind, words);
            let words = match kind {
                FundLineKind::Movement => words.clone(),
                FundLineKind::Opening | FundLineKind::Closing => String::new(),
            };
            self.lines.push(Line { row, kind: *kind, words, year, fund, starts });
        }
        Fate::Kept
    }

    /// The year of a row, where it has one, and what its amounts are counted in.
    fn year_and_unit(
        &self,
        row: u32,
        cells: &[RawCell<'_>],
        mapping: &Mapping,
    ) -> Result<(Option<Year>, Option<AmountUnit>), Fate> {
        let unit = unit_of_row(row, cells, self.currency).map_err(Fate::Rejected)?;
        let Some((at, cell)) = self.year.map(|at| (at, cell_at(cells, at))) else {
            return Ok((None, unit));
        };
        let year = year_of(&cell.text()).ok_or_else(|| {
            let fate = classify(cells, mapping).map(Fate::Skipped);
            let cause = message!("cell-not-a-year");
            fate.unwrap_or_else(|| Fate::Rejected(Reject::new(row, at, cell, cause)))
        })?;
        Ok((Some(year), unit))
    }

    /// Takes what is known of the number formats, when the sheet has ended.
    pub fn see_scales(&mut self, scales: &Scales) {
        self.amounts.iter_mut().for_each(|amount| amount.see_scales(scales));
    }

    /// Types the lines; a blank is no row.
    pub fn finish(mut self) -> Finished {
        let mut finished = Finished::default();
        self.decide_unit(&mut finished);
        if let Some(example) = self.amounts.iter().find_map(AmountReader::question) {
            finished.questions.extend(Question::decimal_mark(example));
        }
        let definitions = table_columns(TableId::Fund);
        let columns: Vec<usize> = (0..definitions.len()).collect();
        let mut rows = Vec::new();
        self.keep_own_fund(&mut finished);
        for line in &self.lines {
            let before = rows.len() + finished.rejects.len();
            for (index, amounts) in self.amounts.iter().enumerate() {
                let Some(start) = line.starts.get(index).copied().flatten() else { continue };
                let year = self.years[index].or(line.year).unwrap_or(self.surroundings.year);
                let amount = match amounts.amounts(line.row, start) {
                    Ok([Some(amount), ..]) => amount,
                    Ok(_) => continue,
                    Err(reject) => {
                        finished.rejects.push(reject);
                        continue;
                    }
                };
                let words = if line.words.is_empty() {
                    Cell::Blank
                } else {
                    Cell::Text(line.words.clone())
                };
                let cells = definitions.iter().map(|column| match column.id {
                    "year" => Cell::Year(year),
                    "kind" => Cell::Choice(line.kind.choice()),
                    "line" => words.clone(),
                    _ => Cell::Number(amount),
                });
                rows.push(TableRow { row: line.row, cells: cells.collect() });
            }
            if rows.len() + finished.rejects.len() == before {
                finished.skip(line.row, SkipReason::Blank);
            }
        }
        self.refuse_twice(&mut rows, &mut finished);
        if let Some(told) = settle_sign(&mut rows) {
            finished.note(None, told);
        }
        finished.period = rows
            .iter()
            .filter_map(|row| match row.cells.first() {
                Some(Cell::Year(year)) => Some(Span::year(*year)),
                _ => None,
            })
            .reduce(|all, span| all.hull(&span));
        finished.rows = Some(TypedRows::Table { table: TableId::Fund, columns, rows });
        finished
    }
}

impl FundReader {
    /// Keeps the lines of the *disposisjonsfond* where there are those of other funds, too.
    fn keep_own_fund(&mut self, finished: &mut Finished) {
        let under: HashSet<usize> = self.lines.iter().map(|line| line.fund.under).collect();
        // A movement that names another fund is that fund's where its lines are here.
        let of = |line: &Line| {
            line.fund.named.filter(|named| under.contains(named)).unwrap_or(line.fund.under)
        };
        let mut all: Vec<usize> = self.lines.iter().map(of).collect();
        all.sort_unstable();
        all.dedup();
        let name = |fund: usize| self.funds.name(fund);
        let own_fund = all.iter().copied().find(|fund| is_of_report(name(*fund)));
        let unnamed = all.iter().copied().find(|fund| name(*fund).is_empty());
        let taken = match all[..] {
            [only] if !is_other(name(only)) => Some(only),
            [_] | [] => None,
            _ => own_fund.or(unnamed
                .filter(|unnamed| all.iter().all(|fund| fund == unnamed || is_other(name(*fund))))),
        };
        let others = all.iter().filter(|fund| Some(**fund) != taken && !name(**fund).is_empty());
        let names: Vec<String> = others.map(|fund| format!("«{}»", name(*fund))).collect();
        let is_known = taken.is_some() || all.len() < 2;
        let mut kept = Vec::with_capacity(self.lines.len());
        for line in std::mem::take(&mut self.lines) {
            let fund = of(&line);
            let cell = RawCell::Text(line.words.as_str().into());
            match () {
                () if Some(fund) == taken => kept.push(line),
                () if !is_known => {
                    let cause = message!("import-funds-unknown", funds = names.join(", "));
                    finished.rejects.push(Reject::new(line.row, self.line, &cell, cause));
                }
                () if name(fund).is_empty() => {
                    let cause = message!("import-fund-unsaid", funds = names.join(", "));
                    finished.rejects.push(Reject::new(line.row, self.line, &cell, cause));
                }
                () => finished.skip(line.row, SkipReason::OtherFund),
            }
        }
        if is_known && !names.is_empty() {
            finished.note(None, message!("import-other-funds", funds = names.join(", ")));
        }
        self.lines = kept;
    }

    /// Refuses lines of which a year has two balances: they are of several funds.
    fn refuse_twice(&self, rows: &mut Vec<TableRow>, finished: &mut Finished) {
        let mut met: HashMap<(String, String), (u32, Cell)> = HashMap::new();
        let mut twice: Option<(u32, u32)> = None;
        for row in rows.iter() {
            let [year, kind, .., amount] = &row.cells[..] else { continue };
            if *kind == Cell::Choice(FundLineKind::Movement.choice()) {
                continue;
            }
            let key = (year.machine_text(), kind.machine_text());
            match met.get(&key) {
                Some((first, other)) if other != amount => {
                    twice.get_or_insert((*first, row.row));
                }
                Some(_) => {}
                None => {
                    met.insert(key, (row.row, amount.clone()));
                }
            }
        }
        let Some((first, second)) = twice else { return };
        let mut refused: Vec<u32> = rows.iter().map(|row| row.row).collect();
        refused.dedup();
        for row in refused {
            let words = self.lines.iter().find(|line| line.row == row);
            let words = words.map_or("", |line| line.words.as_str());
            let cause = message!(
                "import-fund-twice",
                first = first.to_string(),
                second = second.to_string(),
            );
            let cell = RawCell::Text(words.into());
            finished.rejects.push(Reject::new(row, self.line, &cell, cause));
        }
        rows.clear();
    }

    fn decide_unit(&mut self, finished: &mut Finished) {
        let columns = self.amounts.iter().flat_map(AmountReader::columns);
        let headings: Vec<&str> = columns
            .map(|column| self.headings.get(column.column).map_or("", String::as_str))
            .collect();
        let mut formats = Formats::default();
        self.amounts.iter().for_each(|amount| amount.see_formats(&mut formats));
        let have_ore = self.amounts.iter().all(AmountReader::have_ore) && !formats.is_scaled();
        let only = self.amounts.iter_mut().find_map(AmountReader::take_only_unit);
        self.amounts.iter_mut().for_each(|amount| {
            amount.take_only_unit();
        });
        self.surroundings.add_unit(only, self.currency);
        let said_unit = self.surroundings.said_unit();
        let decided = decide(&self.surroundings, &headings, have_ore);
        let mut decided = formats.settle(decided, said_unit);
        let foreign = foreign_question(self.surroundings.foreign.as_deref(), &headings);
        if let (Some(asks), None) = (foreign, said_unit) {
            decided.question = Some(asks);
        }
        for amounts in &mut self.amounts {
            let unit = (decided.unit, said_unit.is_some());
            amounts.count_in(unit, decided.goes_before_headings);
        }
        finished.unit_words = Some(decided.words);
        finished.questions.extend(decided.question);
        finished.notes.extend(decided.note);
    }
}

/// The fund that stands around the list: as the heading of its lines, or in a title.
fn titled_fund<'s>(
    mapping: &'s Mapping,
    line: usize,
    surroundings: &'s Surroundings,
) -> Option<&'s str> {
    let heading = mapping.columns.get(line).map(|column| column.heading.as_str());
    heading.filter(|heading| is_name(heading)).or(surroundings.titled_fund.as_deref())
}
