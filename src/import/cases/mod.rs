//! Case rows: typed as they stream by, finished when the whole column is known.

mod finish;
mod lines;
mod moments;
mod number;
mod persons;
mod priority;
mod several;
mod status;
mod trust;
mod words;

use super::dates::{DateRule, OrderEvidence, read_minute};
use super::heading::normal;
use super::mapping::{Mapping, missing};
use super::raw::{RawCell, cell_at, filled, minute_text};
use super::sheet::Certainty;
use super::synonyms::synonyms;
use super::verdict::{Reject, SkipReason};
use super::{Known, Options};
use crate::project::{
    Case, Code, Codes, PriorityMeaning, Profile, RepeatedRows, SourceKind, Vocabulary,
    is_same_word, priority_meaning,
};

use moments::{Moments, clock_text};
pub use number::case_number;
use number::{NumberCell, number_of};
pub use priority::known_priority;
use status::Statuses;
pub use trust::Numbered;
use words::{WordColumn, last_of_path};

/// What persons said of an export's cases, now and before.
#[derive(Clone, Debug, Default)]
pub struct CaseRules {
    /// What words for priority mean.
    priorities: Vec<(String, PriorityMeaning)>,
    /// Words that the headings make certain, in the form in which they are compared.
    of_form: Vec<(&'static str, &'static str)>,
    /// The statuses that are left out.
    leave_out: Vec<String>,
    /// Those of them that were named for this import.
    named_now: Vec<String>,
    /// What a person says of rows with the same number.
    repeated: Option<RepeatedRows>,
    /// Whether the column of customers may hold what looks like persons.
    may_hold_persons: bool,
}

impl CaseRules {
    /// What was said of a sheet of that system, whose headings `profile` knows.
    pub fn of(
        options: &Options,
        profile: Option<&Profile>,
        known: &Known<'_>,
        (system, mapping): (&str, &Mapping),
    ) -> Self {
        let mut priorities = options.priorities_beside(profile);
        let of_system = known.profiles.iter().filter(|profile| profile.system == system);
        // Answers without a file are of all files of their system, also of one without a name.
        let of_system =
            of_system.filter(|profile| !system.is_empty() || profile.columns.is_empty());
        for (word, _) in of_system.flat_map(|profile| &profile.priorities) {
            let is_new = !priorities.iter().any(|(other, _)| is_same_word(other, word));
            if let Some(means) = priority_meaning(known.profiles, system, word).filter(|_| is_new) {
                priorities.push((word.clone(), means));
            }
        }
        let customer = mapping.column_of("customer").and_then(|at| mapping.columns.get(at));
        let is_confirmed = customer.is_some_and(|column| column.certainty == Certainty::Remembered);
        let forms = synonyms().priorities_of_forms.iter();
        let fitting = forms
            .filter(|form| form.headings.iter().all(|heading| mapping.normals.contains(heading)));
        let of_form = fitting
            .flat_map(|form| form.words.iter().map(|word| (word.as_str(), form.class.as_str())));
        Self {
            priorities,
            of_form: of_form.collect(),
            leave_out: options.leave_out_beside(profile),
            named_now: options.leave_out.clone(),
            repeated: options.repeated.or(profile.and_then(|profile| profile.repeated)),
            may_hold_persons: options.allows_persons || is_confirmed,
        }
    }

    /// What this program calls a priority of that word.
    fn known(&self, word: &str) -> Option<&'static str> {
        let compared = normal(word);
        let mut of_form = self.of_form.iter();
        let certain = of_form.find(|(known, _)| *known == compared).map(|(_, class)| *class);
        certain.or_else(|| known_priority(word))
    }

    /// What a person said that a word for priority means.
    fn meaning_of(&self, word: &str) -> Option<PriorityMeaning> {
        let mut answers = self.priorities.iter();
        answers.find(|(known, _)| is_same_word(known, word)).map(|(_, means)| *means)
    }
}

/// Types case rows one by one.
pub struct CaseReader {
    number: Option<usize>,
    moments: Moments,
    parent: Option<usize>,
    /// The system's inner number of the case, by which other rows may name it as their parent.
    inner: Option<usize>,
    /// When a row was written, where rows of a journal say it.
    changed: Option<usize>,
    changes: lines::Changes,
    priority: WordColumn,
    kind: WordColumn,
    category: WordColumn,
    customer: WordColumn,
    statuses: Statuses,
    /// The numbers of the cases that are left out for their status.
    left_out: Vec<Box<str>>,
    rules: CaseRules,
    rows: Vec<Case>,
    /// What the rows have beside what a case keeps, in the order of `rows`.
    beside: Vec<Beside>,
    /// The parents that Excel has shortened.
    shortened_parents: u32,
    /// The rows that have no number where the others have one, and the first of them.
    without_number: u32,
    first_without: u32,
}

/// What a row has beside what a case keeps.
#[derive(Clone, Debug, Default)]
struct Beside {
    status: Code,
    inner: Box<str>,
    is_number_shortened: bool,
}

impl CaseReader {
    /// A reader for a sheet of that mapping; `None` while no column holds the registered time.
    pub fn new(mapping: &Mapping, rules: CaseRules) -> Option<Self> {
        let words = |field| WordColumn::of(mapping.column_of(field));
        Some(Self {
            number: mapping.column_of("number"),
            moments: Moments::of(mapping)?,
            parent: mapping.column_of("parent"),
            inner: mapping.column_of("inner"),
            changed: column_of_changes(mapping),
            changes: lines::Changes::new(),
            priority: words("priority"),
            kind: words("type"),
            category: words("category"),
            customer: words("customer").shaped(last_of_path),
            statuses: Statuses::of(mapping.column_of("status"), &rules.leave_out),
            left_out: Vec::new(),
            rules,
            rows: Vec::new(),
            beside: Vec::new(),
            shortened_parents: 0,
            without_number: 0,
            first_without: 0,
        })
    }

    /// Whether a sum row could pass for a case: the registered time is a plain number, or there is
    /// no case number.
    pub fn is_doubtful(&self, cells: &[RawCell<'_>]) -> bool {
        let lacks_number = || {
            self.number.is_some_and(|column| {
                matches!(number_of(cell_at(cells, column)), NumberCell::Missing)
            })
        };
        self.moments.is_doubtful(cells) || lacks_number()
    }

    /// Takes a row; the reason where it is left out.
    ///
    /// # Errors
    /// When the row cannot be a case; it is not taken then.
    pub fn read(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) -> Result<Option<SkipReason>, Reject> {
        self.try_read(row, cells, rule, evidence).map_err(|reject| match self.number {
            Some(column) => match number_of(cell_at(cells, column)) {
                NumberCell::Number(number) => reject.known_by(&number),
                _ => reject,
            },
            None => reject,
        })
    }

    fn try_read(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) -> Result<Option<SkipReason>, Reject> {
        let registered = self.moments.registered(row, cells, rule, evidence)?;
        let number = match self.number {
            Some(column) => number_of(cell_at(cells, column)),
            None => NumberCell::Number("".into()),
        };
        let (number, is_number_shortened): (Box<str>, bool) = match number {
            NumberCell::Number(number) => (Box::from(number.as_ref()), false),
            NumberCell::Shortened => (Box::default(), true),
            NumberCell::Nothing => (Box::default(), false),
            NumberCell::Missing if filled(cells) > 1 => (Box::default(), false),
            // A moment alone is no case.
            NumberCell::Missing => {
                let column = self.number.unwrap_or_default();
                let cause = missing(SourceKind::Cases, "number");
                return Err(Reject::new(row, column, cell_at(cells, column), cause));
            }
        };
        let open_minutes = self.moments.open_minutes(row, cells, registered, (rule, evidence));
        let status = self.statuses.code(cells);
        if self.statuses.is_left_out(status) {
            if !number.is_empty() {
                self.left_out.push(number);
            }
            return Ok(Some(SkipReason::LeftOut));
        }
        if self.number.is_some() && number.is_empty() && !is_number_shortened {
            if self.without_number == 0 {
                self.first_without = row;
            }
            self.without_number = self.without_number.saturating_add(1);
        }
        let parent = self.parent_of(cells);
        self.rows.push(Case {
            number,
            registered,
            priority: self.priority.code(cells),
            kind: self.kind.code(cells),
            category: self.category.code(cells),
            customer: self.customer.code(cells),
            open_minutes,
            parent,
            row,
        });
        if let Some(column) = self.changed
            && let Ok(moment) =
                read_minute(cell_at(cells, column), rule, &mut OrderEvidence::default())
        {
            self.changes.insert(row, moment);
        }
        let inner = self.inner.map(|column| number_of(cell_at(cells, column)));
        let inner = match inner {
            Some(NumberCell::Number(number)) => Box::from(number.as_ref()),
            _ => Box::default(),
        };
        self.beside.push(Beside { status, inner, is_number_shortened });
        Ok(None)
    }

    fn parent_of(&mut self, cells: &[RawCell<'_>]) -> Option<Box<str>> {
        match number_of(cell_at(cells, self.parent?)) {
            NumberCell::Number(parent) => Some(Box::from(parent.as_ref())),
            NumberCell::Missing | NumberCell::Nothing => None,
            NumberCell::Shortened => {
                self.shortened_parents = self.shortened_parents.saturating_add(1);
                None
            }
        }
    }
}

/// The column that says when a line of a case was written.
fn column_of_changes(mapping: &Mapping) -> Option<usize> {
    let is_free =
        |at: &usize| mapping.columns.get(*at).is_some_and(|column| column.field.is_none());
    let says = |at: &usize| {
        mapping.normals.get(*at).is_some_and(|heading| synonyms().changes.contains(heading))
    };
    (0..mapping.normals.len()).filter(is_free).find(says)
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
