//! Case rows: typed as they stream by, finished when the whole column is known.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::dates::{DateFault, DateRule, OrderEvidence, read_minute, with_clock};
use super::heading::{compose, normal};
use super::mapping::{Mapping, missing};
use super::noticed::note_at;
use super::raw::{RawCell, cell_at};
use super::synonyms::{is_nothing, synonyms};
use super::values::minute_text;
use super::verdict::{Reject, SkipReason, Skipped};
use crate::issue::Issue;
use crate::message;
use crate::project::{Case, Code, Codes, Minute, SourceKind, Vocabulary, cell_name};

/// From so many known priorities in percent, an unknown one is a mistake; below, the system
/// has priorities of its own.
const KNOWN_PRIORITIES_PERCENT: u64 = 90;

/// Types case rows one by one.
pub struct CaseReader {
    number: Option<usize>,
    created: usize,
    closed: Option<usize>,
    /// The columns of the clocks, where dates stand without.
    clocks: Clocks,
    /// What stood where a closing time should, and was none.
    odd_closed: OddClosed,
    parent: Option<usize>,
    priority: WordColumn,
    kind: WordColumn,
    category: WordColumn,
    customer: WordColumn,
    rows: Vec<Case>,
}

#[derive(Clone, Copy, Default)]
struct Clocks {
    created: Option<usize>,
    closed: Option<usize>,
}

/// Closing times that were none: the case is read all the same.
#[derive(Default)]
struct OddClosed {
    count: u32,
    first: Option<(String, String)>,
}

/// What the rows of a whole sheet became.
pub struct FinishedCases {
    /// The accepted cases.
    pub rows: Vec<Case>,
    /// The words of their codes.
    pub codes: Codes,
    /// Cases whose priority nobody knows.
    pub rejects: Vec<Reject>,
    /// Cases that a later row repeats.
    pub skipped: Vec<Skipped>,
    /// What a person should know.
    pub notes: Vec<Issue>,
}

impl CaseReader {
    /// A reader for a sheet of that mapping; `None` while no column holds the registered time.
    pub fn new(mapping: &Mapping) -> Option<Self> {
        let words =
            |field| WordColumn { column: mapping.column_of(field), ..WordColumn::default() };
        Some(Self {
            number: mapping.column_of("number"),
            created: mapping.column_of("created")?,
            closed: mapping.column_of("closed"),
            clocks: Clocks {
                created: mapping.column_of("created_clock"),
                closed: mapping.column_of("closed_clock"),
            },
            odd_closed: OddClosed::default(),
            parent: mapping.column_of("parent"),
            priority: words("priority"),
            kind: words("type"),
            category: words("category"),
            customer: words("customer"),
            rows: Vec::new(),
        })
    }

    /// Whether the registered time is a plain number, as it may also be in a sum row.
    pub fn is_doubtful(&self, cells: &[RawCell<'_>]) -> bool {
        matches!(cell_at(cells, self.created), RawCell::Number(_))
    }

    /// Takes a row.
    ///
    /// # Errors
    /// When the row cannot be a case; it is not taken then.
    pub fn read(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) -> Result<(), Reject> {
        self.try_read(row, cells, rule, evidence).map_err(|reject| match self.number {
            Some(column) => reject.known_by(&cell_at(cells, column).text()),
            None => reject,
        })
    }

    fn try_read(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) -> Result<(), Reject> {
        let created = cell_at(cells, self.created);
        let moment = moment(cells, self.created, self.clocks.created);
        let registered = read_minute(&moment, rule, evidence).map_err(|fault| match fault {
            DateFault::Missing => {
                Reject::new(row, self.created, created, missing(SourceKind::Cases, "created"))
            }
            _ => Reject::new(row, self.created, created, fault.message()),
        })?;
        let number = match self.number {
            Some(column) => {
                let cell = cell_at(cells, column);
                let number = cell.text();
                if number.is_empty() {
                    return Err(Reject::new(
                        row,
                        column,
                        cell,
                        missing(SourceKind::Cases, "number"),
                    ));
                }
                Box::from(number.as_ref())
            }
            None => Box::default(),
        };
        let open_minutes = self.open_minutes(row, cells, registered, rule, evidence);
        let parent = self.parent.map(|column| cell_at(cells, column).text());
        let parent = parent.filter(|parent| !is_nothing(parent));
        self.rows.push(Case {
            number,
            registered,
            priority: self.priority.code(cells),
            kind: self.kind.code(cells),
            category: self.category.code(cells),
            customer: self.customer.code(cells),
            open_minutes,
            parent: parent
                .filter(|parent| !parent.is_empty())
                .map(|parent| Box::from(parent.as_ref())),
            row,
        });
        Ok(())
    }

    /// How long a case was open. What is no date where one should stand costs the closing time,
    /// never the case.
    fn open_minutes(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        registered: Minute,
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) -> Option<i32> {
        let column = self.closed?;
        let moment = moment(cells, column, self.clocks.closed);
        match read_minute(&moment, rule, evidence) {
            Ok(closed) => Some(closed.minutes_since(registered)),
            Err(DateFault::Missing) => None,
            Err(_) => {
                let odd = &mut self.odd_closed;
                odd.count = odd.count.saturating_add(1);
                let text = || cell_at(cells, column).text().into_owned();
                odd.first.get_or_insert_with(|| (cell_name(column, row), text()));
                None
            }
        }
    }

    /// What follows from the sheet as a whole: which priorities are known, what the types are
    /// called here, and which cases are repeated.
    pub fn finish(self) -> FinishedCases {
        let Self { number, priority, kind, category, customer, odd_closed, mut rows, .. } = self;
        let mut notes = Vec::new();
        if let Some((cell, example)) = odd_closed.first {
            let count = odd_closed.count;
            let told = message!("import-note-odd-closed", count = count, example = example);
            notes.push(note_at(told, &cell));
        }
        notes.extend(several_customers(&customer, &rows));
        let mut rejects = Vec::new();
        let mut codes =
            Codes { categories: category.words, customers: customer.words, ..Codes::default() };
        let type_codes = recode(&kind.words, &mut codes.types, |word| {
            let known = synonyms().types.get(&normal(word));
            Some(known.map_or(word, String::as_str))
        });
        let priority_codes = recode_priorities(&priority.words, &rows, &mut codes.priorities);
        let column = priority.column.unwrap_or_default();
        rows.retain_mut(|case| {
            case.kind = type_codes[usize::from(case.kind.0)].unwrap_or_default();
            let Some(code) = priority_codes[usize::from(case.priority.0)] else {
                let word = priority.words.word(case.priority).unwrap_or_default();
                let cell = RawCell::Text(word.into());
                let cause = message!("import-unknown-priority");
                rejects.push(Reject::new(case.row, column, &cell, cause).known_by(&case.number));
                return false;
            };
            case.priority = code;
            true
        });
        let skipped = if number.is_some() { drop_repeated(&mut rows) } else { Vec::new() };
        FinishedCases { rows, codes, rejects, skipped, notes }
    }
}

/// A date, with the clock that stands beside it.
fn moment<'c, 'a>(
    cells: &'c [RawCell<'a>],
    date: usize,
    clock: Option<usize>,
) -> Cow<'c, RawCell<'a>> {
    let date = cell_at(cells, date);
    match clock {
        Some(clock) => Cow::Owned(with_clock(date, cell_at(cells, clock))),
        None => Cow::Borrowed(date),
    }
}

/// Cells that name several customers at once, each of which the list also has alone, or with a
/// line break between them.
fn several_customers(customers: &WordColumn, rows: &[Case]) -> Option<Issue> {
    let column = customers.column?;
    let words: Vec<&str> = customers.words.iter().map(|(_, word)| word).collect();
    let is_several = |word: &str| {
        let parts: Vec<&str> = word.split([',', ';', '/', '|']).map(str::trim).collect();
        parts.len() > 1
            && (customers.broken.contains(word) || parts.iter().all(|part| words.contains(part)))
    };
    let several: HashSet<Code> =
        customers.words.iter().filter(|(_, word)| is_several(word)).map(|(code, _)| code).collect();
    let mut found = rows.iter().filter(|case| several.contains(&case.customer));
    let first = found.next()?;
    let count = u32::try_from(found.count() + 1).unwrap_or(u32::MAX);
    let example = customers.words.word(first.customer).unwrap_or_default();
    let told = message!("import-note-several-customers", count = count, example = example);
    Some(note_at(told, &cell_name(column, first.row)))
}

/// The new code of each old one, 0 among them; `None` where `word` knows no word for it.
fn recode<'w>(
    old: &'w Vocabulary,
    new: &mut Vocabulary,
    word: impl Fn(&'w str) -> Option<&'w str>,
) -> Vec<Option<Code>> {
    let blank = std::iter::once(Some(Code::default()));
    blank.chain(old.iter().map(|(_, own)| word(own).map(|word| new.code_or_add(word)))).collect()
}

fn recode_priorities(old: &Vocabulary, rows: &[Case], new: &mut Vocabulary) -> Vec<Option<Code>> {
    let known = |word: &str| synonyms().priorities.get(&normal(word)).map(String::as_str);
    let is_known: Vec<bool> =
        std::iter::once(false).chain(old.iter().map(|(_, word)| known(word).is_some())).collect();
    let filled = rows.iter().filter(|case| case.priority != Code(0)).count() as u64;
    let good = rows.iter().filter(|case| is_known[usize::from(case.priority.0)]).count() as u64;
    if good * 100 >= filled * KNOWN_PRIORITIES_PERCENT {
        recode(old, new, known)
    } else {
        recode(old, new, Some)
    }
}

/// Of rows with the same number, the last counts.
fn drop_repeated(rows: &mut Vec<Case>) -> Vec<Skipped> {
    let last: HashMap<&str, &Case> = rows.iter().map(|case| (&*case.number, case)).collect();
    if last.len() == rows.len() {
        return Vec::new();
    }
    let skipped: Vec<Skipped> = rows
        .iter()
        .filter_map(|case| {
            let counts = *last.get(&*case.number)?;
            let by = counts.row;
            let is_alike = Case { row: by, ..case.clone() } == *counts;
            let reason =
                if is_alike { SkipReason::Repeated { by } } else { SkipReason::Replaced { by } };
            (by != case.row).then_some(Skipped { first: case.row, last: case.row, reason })
        })
        .collect();
    let repeated: HashSet<u32> = skipped.iter().map(|skipped| skipped.first).collect();
    rows.retain(|case| !repeated.contains(&case.row));
    skipped
}

/// A column of words, each kept once.
#[derive(Default)]
struct WordColumn {
    column: Option<usize>,
    words: Vocabulary,
    /// Every spelling that was met, so that most cells cost one look-up.
    met: HashMap<Box<str>, Code>,
    /// Words that had a line break in them.
    broken: HashSet<String>,
}

impl WordColumn {
    fn code(&mut self, cells: &[RawCell<'_>]) -> Code {
        let Some(column) = self.column else { return Code(0) };
        let cell = cell_at(cells, column);
        let text = cell.text();
        if text.is_empty() {
            return Code(0);
        }
        if let Some(code) = self.met.get(text.as_ref()) {
            return *code;
        }
        let word = match compose(&text) {
            // Several values of a cell stand on lines of their own.
            word if word.contains('\n') => {
                let word = word.replace('\n', ", ");
                self.broken.insert(word.clone());
                Cow::Owned(word)
            }
            word => word,
        };
        let code = match self.met.get(word.as_ref()) {
            Some(code) => *code,
            None if is_nothing(&word) => Code(0),
            None => self.add(&word),
        };
        self.met.insert(text.as_ref().into(), code);
        self.met.insert(word.as_ref().into(), code);
        code
    }

    /// A word that is known to be new, so that the vocabulary need not be searched.
    fn add(&mut self, word: &str) -> Code {
        let Ok(code) = u16::try_from(self.words.0.len() + 1) else { return Code(0) };
        self.words.0.push(word.to_owned());
        Code(code)
    }
}

/// A case's field as it stands in previews; an open case's closed time is empty.
pub fn case_text(case: &Case, field: &str, codes: &Codes) -> String {
    let word = |words: &Vocabulary, code| words.word(code).unwrap_or_default().to_owned();
    match field {
        "number" => case.number.to_string(),
        "created" => minute_text(case.registered),
        "closed" => case
            .open_minutes
            .map_or_else(String::new, |minutes| minute_text(case.registered.plus_minutes(minutes))),
        "created_clock" => clock_text(case.registered),
        "closed_clock" => case
            .open_minutes
            .map_or_else(String::new, |minutes| clock_text(case.registered.plus_minutes(minutes))),
        "priority" => word(&codes.priorities, case.priority),
        "type" => word(&codes.types, case.kind),
        "category" => word(&codes.categories, case.category),
        "customer" => word(&codes.customers, case.customer),
        "parent" => case.parent.as_deref().unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}

fn clock_text(minute: Minute) -> String {
    let (hour, minute) = minute.clock();
    format!("{hour:02}:{minute:02}")
}
