//! Rows of an account that say what its other rows come to: "Sum" among its departments, a row
//! without a department beside those that have one. They must not be added to what they sum up.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::amounts::Amounts;
use super::codes::{RawString, begins_with_code};
use super::columns::{AMOUNTS, Columns};
use super::totals::Mismatch;
use crate::import::classify::{TotalLabel, total_label};
use crate::import::heading::compose;
use crate::import::mapping::Mapping;
use crate::import::raw::{RawCell, cell_at};
use crate::import::synonyms::synonyms;
use crate::number::Decimal;

/// At most this many dimensions are compared; no list has more.
const DIMENSIONS: usize = 31;

/// Among more rows than this, a total always has a word that says so.
const PARTS: usize = 300;

/// A column of times has few of them in a list of a part of a year.
const TEXTS: usize = 12;

/// A blank cell, by its place among the texts.
const BLANK: u32 = 0;

/// A column, or a code with its name, by which rows of one account may differ.
#[derive(Debug)]
struct Dimension {
    columns: Vec<usize>,
    /// Whether it tells the year or the period.
    is_time: bool,
    /// Whether it is known what it tells.
    is_known: bool,
    /// Whether a field is read from it.
    is_read: bool,
}

/// What stands in the dimensions of the rows of data.
#[derive(Debug, Default)]
pub struct Dimensions {
    all: Vec<Dimension>,
    texts: Vec<(Box<str>, Option<TotalLabel>)>,
    places: HashMap<Box<str>, u32>,
    /// The texts of each row of data, in their order.
    rows: Vec<Box<[u32]>>,
}

/// A row of data with its amounts.
pub struct Candidate {
    /// The row, as Excel counts.
    pub row: u32,
    /// Its place among the rows of data.
    pub place: usize,
    /// Its account string, by its place among the sheet's.
    pub string: u32,
    /// Its amounts.
    pub amounts: Amounts,
}

/// A row that is exactly what other rows of its account come to, though nothing calls it a total.
pub struct Alike {
    /// The row.
    pub row: u32,
    /// What stands where the others have their names; empty where nothing does.
    pub name: String,
    /// Of how many accounts the same is true of that name.
    pub accounts: usize,
    /// Another row of the account.
    pub other: u32,
    /// The first amount that it has.
    pub field: usize,
    /// How much that is.
    pub amount: Decimal,
    /// Whether it was left out as a total.
    pub is_left_out: bool,
    /// Its place among the rows of data.
    pub place: usize,
    /// Whether a person must say what it is: the name stands nowhere else.
    pub is_open: bool,
}

/// Which rows are totals.
#[derive(Default)]
pub struct TotalRows {
    /// Those rows, by their places among the rows of data.
    pub places: HashSet<usize>,
    /// Totals that are not what their rows come to.
    pub wrong: Vec<(u32, Vec<Mismatch>)>,
    /// Rows that only their amounts tell.
    pub alike: Vec<Alike>,
}

impl Dimensions {
    /// The dimensions of a sheet.
    pub fn of(mapping: &Mapping, columns: &Columns) -> Self {
        let read = [
            (vec![columns.unit, columns.unit_name], false),
            (vec![columns.function], false),
            (vec![columns.project, columns.project_name], false),
            (vec![columns.company], false),
            (vec![columns.year], true),
            (vec![columns.period], true),
        ];
        let mut all: Vec<Dimension> = Vec::new();
        for (columns, is_time) in read {
            let columns: Vec<usize> = columns.into_iter().flatten().collect();
            if !columns.is_empty() {
                all.push(Dimension { columns, is_time, is_known: true, is_read: true });
            }
        }
        for column in mapping.columns.iter().filter(|column| column.field.is_none()) {
            let normal = mapping.normals.get(column.index).map_or("", String::as_str);
            let is_time = synonyms().times.contains(normal);
            let is_known = is_time || synonyms().parts.contains(normal);
            let columns = vec![column.index];
            all.push(Dimension { columns, is_time, is_known, is_read: false });
        }
        all.truncate(DIMENSIONS);
        let texts = vec![(Box::from(""), None)];
        let places = HashMap::from([(Box::from(""), BLANK)]);
        Self { all, texts, places, rows: Vec::new() }
    }

    /// Keeps what stands in a row of data.
    pub fn take(&mut self, cells: &[RawCell<'_>]) {
        let mut row = Vec::with_capacity(self.all.len());
        for dimension in &self.all {
            let filled = dimension.columns.iter().map(|at| cell_at(cells, *at));
            let mut filled = filled.filter(|cell| !cell.is_blank());
            let text = match filled.next() {
                None => "".into(),
                // A name beside a code says no more than the code.
                Some(first) if begins_with_code(first) => first.text(),
                Some(first) => match filled.next() {
                    Some(name) if total_label(&first.text()).is_none() => name.text(),
                    _ => first.text(),
                },
            };
            let text = compose(&text);
            let at = match self.places.get(text.as_ref()) {
                Some(at) => *at,
                None => {
                    let at = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
                    self.texts.push((text.as_ref().into(), total_label(&text)));
                    self.places.insert(text.as_ref().into(), at);
                    at
                }
            };
            row.push(at);
        }
        self.rows.push(row.into());
    }

    /// Whether a cell says that its row is a total.
    pub fn is_total(cell: &RawCell<'_>) -> bool {
        matches!(cell, RawCell::Text(text) if total_label(text).is_some())
    }

    fn text(&self, at: u32) -> &str {
        usize::try_from(at).ok().and_then(|at| self.texts.get(at)).map_or("", |(text, _)| text)
    }

    fn label(&self, at: u32) -> Option<TotalLabel> {
        usize::try_from(at).ok().and_then(|at| self.texts.get(at)).and_then(|(_, label)| *label)
    }

    fn row(&self, place: usize) -> &[u32] {
        self.rows.get(place).map_or(&[], |row| row)
    }

    /// What stands in each column that no field is read from, with its place, where it is as few
    /// texts as a person would look at.
    pub fn unread(&self) -> impl Iterator<Item = (usize, Vec<&str>)> {
        let unread = self.all.iter().enumerate().filter(|(_, own)| !own.is_read);
        unread.filter_map(|(at, own)| {
            let texts = self.rows.iter().filter_map(|row| row.get(at).copied());
            let texts: HashSet<u32> = texts.collect();
            let is_few = (1..=TEXTS).contains(&texts.len());
            let texts = texts.into_iter().map(|at| self.text(at)).collect();
            Some((*own.columns.first()?, texts)).filter(|_| is_few)
        })
    }

    /// Whether a column tells blocks of rows apart: it says one thing in each, and never the same.
    pub fn tell_apart<'b>(&self, blocks: impl Iterator<Item = &'b [usize]> + Clone) -> bool {
        (0..self.all.len()).any(|at| {
            let text = |place: &usize| self.row(*place).get(at).copied().unwrap_or(BLANK);
            let mut known = HashSet::new();
            blocks.clone().all(|block| {
                let mut texts = block.iter().map(text);
                let first = texts.next().unwrap_or(BLANK);
                texts.all(|other| other == first) && known.insert(first)
            })
        })
    }

    /// The dimensions for which something is true, a bit each.
    fn mask(&self, is: impl Fn(usize, &Dimension) -> bool) -> u32 {
        let set = self.all.iter().enumerate().filter(|(at, dimension)| is(*at, dimension));
        set.fold(0, |mask, (at, _)| mask | 1 << at)
    }

    /// Which of the rows are totals of others.
    pub fn totals(
        &self,
        rows: &[Candidate],
        strings: &[RawString],
        columns: &Columns,
    ) -> TotalRows {
        let mut totals = TotalRows::default();
        if self.all.is_empty() {
            return totals;
        }
        let accounts = accounts(strings, columns);
        let mut finding =
            Finding { dimensions: self, rows, accounts: &accounts, groups: HashMap::new() };
        finding.nameless(&mut totals);
        finding.labelled(&mut totals);
        finding.alike(&mut totals);
        totals
    }
}

/// The account of each string, with all of it that has no separate column.
fn accounts(strings: &[RawString], columns: &Columns) -> Vec<u32> {
    let mut places: HashMap<[&str; 5], u32> = HashMap::new();
    let mut all = Vec::with_capacity(strings.len());
    for string in strings {
        let key = [
            string.class.as_str(),
            string.account.text.as_str(),
            without_column(columns.unit, &string.unit),
            without_column(columns.function, &string.function),
            without_column(columns.project, &string.project),
        ];
        let next = u32::try_from(places.len()).unwrap_or(u32::MAX);
        all.push(*places.entry(key).or_insert(next));
    }
    all
}

/// A part of an account string where no separate column tells it.
fn without_column(column: Option<usize>, part: &str) -> &str {
    if column.is_some() { "" } else { part }
}

/// The rows while it is found out which are totals.
struct Finding<'r> {
    dimensions: &'r Dimensions,
    rows: &'r [Candidate],
    accounts: &'r [u32],
    /// The rows that agree in all but some dimensions, by those.
    groups: HashMap<u32, HashMap<Vec<u32>, Rc<[usize]>>>,
}

impl<'r> Finding<'r> {
    /// What a row has in common with those of its group.
    fn key(&self, row: &Candidate, but: u32) -> Vec<u32> {
        let account = usize::try_from(row.string).ok().and_then(|at| self.accounts.get(at));
        let dimensions = self.dimensions.all.iter().zip(self.dimensions.row(row.place));
        let texts =
            dimensions.enumerate().map(|(at, (dimension, text))| match dimension.is_known {
                true if but & (1 << at) == 0 => *text,
                _ => BLANK,
            });
        account.copied().into_iter().chain(texts).collect()
    }

    /// The rows of the same account that agree with one in all dimensions but those.
    fn group(&mut self, row: &Candidate, but: u32) -> Rc<[usize]> {
        if !self.groups.contains_key(&but) {
            let mut groups: HashMap<Vec<u32>, Vec<usize>> = HashMap::new();
            for (at, other) in self.rows.iter().enumerate() {
                groups.entry(self.key(other, but)).or_default().push(at);
            }
            let groups = groups.into_iter().map(|(key, rows)| (key, Rc::from(rows)));
            self.groups.insert(but, groups.collect());
        }
        let groups = self.groups.get(&but);
        groups
            .and_then(|groups| groups.get(&self.key(row, but)))
            .cloned()
            .unwrap_or_else(|| Rc::from([]))
    }

    fn labels(&self, row: &Candidate) -> u32 {
        let texts = self.dimensions.row(row.place);
        let label = |at: usize| texts.get(at).and_then(|text| self.dimensions.label(*text));
        self.dimensions.mask(|at, _| label(at).is_some())
    }

    fn blanks(&self, row: &Candidate) -> u32 {
        let texts = self.dimensions.row(row.place);
        self.dimensions.mask(|at, _| texts.get(at) == Some(&BLANK))
    }

    /// The rows that are no totals as far as is known.
    fn parts(&self, group: &[usize], but: usize, totals: &TotalRows) -> Vec<&'r Candidate> {
        let others = group.iter().filter(|at| **at != but).filter_map(|at| self.rows.get(*at));
        let is_part =
            |row: &&Candidate| self.labels(row) == 0 && !totals.places.contains(&row.place);
        others.filter(is_part).collect()
    }

    /// Rows that have no name where the others have theirs, and are what those come to.
    fn nameless(&mut self, totals: &mut TotalRows) {
        let rows = self.rows;
        for (at, row) in rows.iter().enumerate() {
            let blanks = self.blanks(row);
            if blanks == 0 || self.labels(row) != 0 {
                continue;
            }
            let group = self.group(row, blanks);
            if !(3..=PARTS).contains(&group.len()) {
                continue;
            }
            let parts = self.parts(&group, at, totals);
            let are_named = parts.iter().all(|part| self.blanks(part) & blanks != blanks);
            if are_named && is_sum_of(row, &parts) {
                totals.places.insert(row.place);
                totals.alike.extend(alike(row, &parts, "", (1, true)));
            }
        }
    }

    /// Rows that are called totals.
    fn labelled(&mut self, totals: &mut TotalRows) {
        let rows = self.rows;
        for (at, row) in rows.iter().enumerate() {
            let labels = self.labels(row);
            if labels == 0 {
                continue;
            }
            let near_group = self.group(row, labels);
            let near = self.parts(&near_group, at, totals);
            let is_met = !near.is_empty() && mismatches(row, &near).is_empty();
            let wide = match is_met {
                true => near_group,
                false => self.group(row, labels | self.blanks(row)),
            };
            let parts = if is_met { near } else { self.parts(&wide, at, totals) };
            if parts.is_empty() {
                continue;
            }
            let wrong = mismatches(row, &parts);
            let texts = self.dimensions.row(row.place).iter().zip(&self.dimensions.all);
            let mut is_whole = false;
            let (mut is_known, mut is_time) = (false, true);
            for (text, dimension) in texts {
                let Some(label) = self.dimensions.label(*text) else { continue };
                is_whole |= label == TotalLabel::Whole;
                is_known |= dimension.is_known;
                is_time &= dimension.is_time;
            }
            // Remarks may begin as parts of sums do.
            if !wrong.is_empty() && !is_known && !is_whole {
                continue;
            }
            // What had come to a value at the end of a period has come to it in all.
            let is_last = is_time && parts.iter().any(|part| part.amounts == row.amounts);
            totals.places.insert(row.place);
            if is_whole && !wrong.is_empty() && !is_last {
                totals.wrong.push((row.row, wrong));
            }
        }
    }

    /// Rows that nothing calls totals, and that are what the others come to: where that is so of
    /// one name wherever it stands, it is the name of a total.
    fn alike(&mut self, totals: &mut TotalRows) {
        let rows = self.rows;
        for at in 0..self.dimensions.all.len() {
            if self.dimensions.all.get(at).is_none_or(|dimension| dimension.is_time) {
                continue;
            }
            let mut met: HashMap<u32, (usize, Vec<Alike>, Vec<usize>)> = HashMap::new();
            for (index, row) in rows.iter().enumerate() {
                let text = self.dimensions.row(row.place).get(at).copied().unwrap_or(BLANK);
                if text == BLANK || totals.places.contains(&row.place) || self.labels(row) != 0 {
                    continue;
                }
                let group = self.group(row, 1 << at);
                if !(3..=PARTS).contains(&group.len()) {
                    continue;
                }
                let parts = self.parts(&group, index, totals);
                let is_counted = |part: &&&Candidate| {
                    part.amounts.iter().flatten().any(|amount| !amount.is_zero())
                };
                if parts.iter().filter(is_counted).count() < 2 {
                    continue;
                }
                let (stands, sums, places) = met.entry(text).or_default();
                *stands += 1;
                if is_sum_of(row, &parts) {
                    sums.extend(alike(row, &parts, self.dimensions.text(text), (1, false)));
                    places.push(row.place);
                }
            }
            let mut met: Vec<_> =
                met.into_values().filter(|(_, sums, _)| !sums.is_empty()).collect();
            met.sort_by_key(|(_, sums, _)| sums.first().map(|sum| sum.row));
            for (stands, sums, places) in met {
                if stands > 1 && sums.len() < stands {
                    // Elsewhere the same name is one among the others.
                    totals.alike.extend(sums);
                    continue;
                }
                let accounts = sums.len();
                let is_left_out = accounts > 1;
                if is_left_out {
                    totals.places.extend(places);
                }
                let first = sums.into_iter().next();
                let is_open = !is_left_out;
                totals.alike.extend(first.map(|sum| Alike {
                    accounts,
                    is_left_out,
                    is_open,
                    ..sum
                }));
            }
        }
        let mut rows = HashSet::new();
        totals.alike.retain(|sum| rows.insert(sum.row));
    }
}

fn alike(
    row: &Candidate,
    parts: &[&Candidate],
    name: &str,
    (accounts, is_left_out): (usize, bool),
) -> Option<Alike> {
    let amounts = row.amounts.iter().enumerate();
    let mut amounts = amounts.filter_map(|(field, amount)| Some((field, (*amount)?)));
    let (field, amount) = amounts.find(|(_, amount)| !amount.is_zero())?;
    let other = parts.first()?.row;
    let name = name.to_owned();
    let (place, is_open) = (row.place, false);
    Some(Alike { row: row.row, name, accounts, other, field, amount, is_left_out, place, is_open })
}

/// What rows come to; `None` beyond all numbers.
fn sums(parts: &[&Candidate]) -> Option<[Decimal; AMOUNTS]> {
    let mut sums = [Decimal::ZERO; AMOUNTS];
    for part in parts {
        for (sum, amount) in sums.iter_mut().zip(&part.amounts) {
            *sum = Decimal::checked_add(*sum, amount.unwrap_or_default())?;
        }
    }
    Some(sums)
}

/// Whether a row with amounts is exactly what two or more others come to.
fn is_sum_of(row: &Candidate, parts: &[&Candidate]) -> bool {
    parts.len() > 1
        && row.amounts.iter().flatten().any(|amount| !amount.is_zero())
        && sums(parts).is_some_and(|sums| {
            row.amounts.iter().zip(sums).all(|(amount, sum)| amount.unwrap_or_default() == sum)
        })
}

/// The amounts of a row that are not what others come to.
fn mismatches(row: &Candidate, parts: &[&Candidate]) -> Vec<Mismatch> {
    let sums = sums(parts).unwrap_or([Decimal::ZERO; AMOUNTS]);
    let fields = row.amounts.iter().zip(sums).enumerate();
    fields
        .filter_map(|(field, (says, sum))| Some(Mismatch { field, says: (*says)?, sum }))
        .filter(|mismatch| mismatch.says != mismatch.sum)
        .collect()
}
