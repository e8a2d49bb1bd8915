//! A sheet of cases when its last row has been read: what follows from it as a whole.

use std::collections::{HashMap, HashSet};

use super::lines::{Changes, counts_before, fill_blanks};
use super::number::are_cut;
use super::persons::look_like_persons;
use super::priority::recode_priorities;
use super::several::several_customers;
use super::trust::{Distrust, distrusted, doubted};
use super::words::recode;
use super::{Beside, CaseReader, CaseRules};
use crate::import::heading::normal;
use crate::import::mapping::NOT_READ;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::raw::minute_text;
use crate::import::synonyms::synonyms;
use crate::import::verdict::{SkipReason, Skipped};
use crate::issue::Issue;
use crate::message;
use crate::project::{Case, Code, Codes, Minute, RepeatedRows, Vocabulary, cell_name};
use crate::words::Message;

/// At most this many texts that are no case numbers are named.
const NAMED: usize = 3;

/// What the rows of a whole sheet became.
pub struct FinishedCases {
    /// The accepted cases.
    pub rows: Vec<Case>,
    /// The words of their codes.
    pub codes: Codes,
    /// Cases that a later row repeats.
    pub skipped: Vec<Skipped>,
    /// What only a person knows.
    pub questions: Vec<Question>,
    /// What a person should know.
    pub notes: Vec<Message>,
    /// The same, of single cells.
    pub told_at: Vec<Issue>,
    /// The numbers of the cases that are left out for their status.
    pub left_out: Vec<Box<str>>,
    /// The statuses of the first cases, by row.
    pub statuses: Vec<(u32, String)>,
    /// Whether what a person says of rows with the same number was needed.
    pub is_repeat_said: bool,
}

impl CaseReader {
    /// What follows from the sheet as a whole: which priorities are known, what the types are
    /// called here, whether the numbers can be trusted, and which cases are repeated. `others`
    /// are the headings that may hold the customers instead of the column that does.
    pub fn finish(mut self, others: &[String], first_rows: usize) -> FinishedCases {
        let mut notes = Vec::new();
        let mut questions = Vec::new();
        let is_repeat_said = self.tell_numbers(&mut notes, &mut questions);
        let Self { number, moments, priority, kind, category, customer, mut rows, .. } = self;
        let (beside, rules, statuses) = (self.beside, self.rules, self.statuses);
        let changes = self.changes;
        let left_out = self.left_out;
        let told_at = moments.note().into_iter().chain(several_customers(&customer, &rows));
        let told_at: Vec<Issue> = told_at.collect();
        parents_by_number(&mut rows, &beside);
        let mut codes = Codes { categories: category.words.clone(), ..Codes::default() };
        let persons = (!rules.may_hold_persons).then(|| look_like_persons(&customer, &rows));
        match persons.flatten() {
            Some(count) => {
                // Until a person has said so, no name leaves this room.
                rows.iter_mut().for_each(|case| case.customer = Code(0));
                questions.extend(ask_persons(count, others));
            }
            None => codes.customers.clone_from(&customer.words),
        }
        recode_words(&mut rows, &kind.words, (&priority.words, &rules), &mut codes, &mut questions);
        notes.extend(statuses.notes());
        notes.extend(
            statuses
                .unmet(&rules.named_now)
                .map(|status| message!("import-status-unmet", status = status)),
        );
        let shown = rows.iter().zip(&beside).take(first_rows);
        let first = shown.map(|(case, beside)| (case.row, statuses.word(beside.status).to_owned()));
        let first = first.collect();
        let skipped = if number.is_some() {
            drop_repeated(&mut rows, &changes, rules.repeated)
        } else {
            Vec::new()
        };
        // They are kept while other files are read.
        rows.shrink_to_fit();
        FinishedCases {
            rows,
            codes,
            skipped,
            questions,
            notes,
            told_at,
            left_out,
            statuses: first,
            is_repeat_said,
        }
    }

    /// Removes what is no case number and notes it. Returns whether a person's answer was needed.
    fn tell_numbers(&mut self, notes: &mut Vec<Message>, questions: &mut Vec<Question>) -> bool {
        let mut is_said = false;
        if let (Some(column), 1..) = (self.number, self.without_number) {
            let cell = cell_name(column, self.first_without);
            let count = self.without_number;
            notes.push(message!("import-cases-without-number", count = count, cell = cell));
        }
        let mut shortened = self.beside.iter().filter(|beside| beside.is_number_shortened).count();
        if are_cut(self.rows.iter().map(|case| &*case.number)) {
            for case in self.rows.iter_mut().filter(|case| !case.number.is_empty()) {
                case.number = Box::default();
                shortened += 1;
            }
        }
        if shortened > 0 {
            notes.push(message!("import-numbers-shortened", count = shortened));
        }
        let distrust = distrusted(&self.rows);
        match &distrust {
            Some(Distrust::Column) => {
                notes.push(message!("import-numbers-repeat", count = self.rows.len()));
                self.rows.iter_mut().for_each(|case| case.number = Box::default());
            }
            Some(Distrust::Numbers(numbers)) => {
                let mut count = 0_u32;
                for case in self.rows.iter_mut().filter(|row| numbers.contains(&row.number)) {
                    case.number = Box::default();
                    count += 1;
                }
                let mut named: Vec<&str> = numbers.iter().map(AsRef::as_ref).collect();
                named.sort_unstable();
                named.truncate(NAMED);
                let named: Vec<String> =
                    named.into_iter().map(|number| format!("«{number}»")).collect();
                let numbers = named.join(", ");
                notes.push(message!("import-numbers-single", count = count, numbers = numbers));
            }
            None => is_said = self.doubt_numbers(notes, questions),
        }
        // A parent is named by its number, and these are no case numbers.
        let are_none = distrust == Some(Distrust::Column)
            || shortened > 0 && shortened * 2 > self.rows.len()
            || self.shortened_parents > 0;
        if are_none && self.rows.iter().any(|case| case.parent.is_some()) {
            self.rows.iter_mut().for_each(|case| case.parent = None);
            notes.push(message!("import-parents-left"));
        }
        is_said
    }
}

impl CaseReader {
    /// Asks, or does as a person says, where a number repeats at other times and nothing tells
    /// whether its rows are one case. Returns whether a person has said it.
    fn doubt_numbers(&mut self, notes: &mut Vec<Message>, questions: &mut Vec<Question>) -> bool {
        let Some(doubt) = doubted(&self.rows) else { return false };
        match self.rules.repeated {
            Some(RepeatedRows::Add) => {
                for case in self.rows.iter_mut().filter(|row| doubt.numbers.contains(&row.number)) {
                    case.number = Box::default();
                }
                notes.push(message!("import-numbers-apart", count = doubt.rows));
            }
            Some(RepeatedRows::First | RepeatedRows::Last) => {}
            None => {
                let (first, second) = &doubt.example;
                let key = match (doubt.are_many, doubt.is_of_customers) {
                    (true, false) => "import-ask-numbers",
                    (true, true) => "import-ask-numbers-customers",
                    (false, false) => "import-note-numbers",
                    (false, true) => "import-note-numbers-customers",
                };
                let message = message!(
                    key,
                    count = doubt.numbers.len(),
                    rows = doubt.rows,
                    number = &*first.number,
                    first = first.row.to_string(),
                    first_time = minute_text(first.registered),
                    second = second.row.to_string(),
                    second_time = minute_text(second.registered),
                );
                if !doubt.are_many {
                    notes.push(message);
                    return false;
                }
                let answer = |words: String, rows| Answer::new(words, Setting::Repeated(rows));
                let answers = vec![
                    answer(crate::t!("import-numbers-are-cases"), RepeatedRows::Add),
                    answer(crate::t!("import-numbers-are-lines"), RepeatedRows::First),
                    answer(crate::t!("import-numbers-are-one"), RepeatedRows::Last),
                ];
                questions.extend(Question::new(message, answers));
            }
        }
        self.rules.repeated.is_some()
    }
}

/// Some systems name a case's parent by its inner number, which no reader of the report knows.
fn parents_by_number(rows: &mut [Case], beside: &[Beside]) {
    let numbers: HashMap<&str, Box<str>> = rows
        .iter()
        .zip(beside)
        .filter(|(case, beside)| !beside.inner.is_empty() && !case.number.is_empty())
        .map(|(case, beside)| (&*beside.inner, case.number.clone()))
        .collect();
    if numbers.is_empty() {
        return;
    }
    for case in rows.iter_mut() {
        if let Some(number) = case.parent.as_deref().and_then(|parent| numbers.get(parent)) {
            case.parent = Some(number.clone());
        }
    }
}

fn recode_words(
    rows: &mut [Case],
    kinds: &Vocabulary,
    (priorities, rules): (&Vocabulary, &CaseRules),
    codes: &mut Codes,
    questions: &mut Vec<Question>,
) {
    let type_codes = recode(kinds, &mut codes.types, |word| {
        let known = synonyms().types.get(&normal(word));
        Some(known.map_or(word, String::as_str))
    });
    let recoded = recode_priorities(priorities, rows, rules, &mut codes.priorities);
    questions.extend(recoded.questions);
    let new = |codes: &[Option<Code>], old: Code| {
        codes.get(usize::from(old.0)).copied().flatten().unwrap_or_default()
    };
    for case in rows {
        case.kind = new(&type_codes, case.kind);
        case.priority = new(&recoded.codes, case.priority);
    }
}

/// Whether the persons in the column of customers are to be read, or another column.
fn ask_persons(count: usize, others: &[String]) -> Option<Question> {
    let column =
        |column: &str| Setting::Column { field: "customer".to_owned(), column: column.to_owned() };
    let mut answers = vec![Answer::new(crate::t!("import-persons-not-read"), column(NOT_READ))];
    answers.extend(others.iter().map(|other| {
        let words = crate::t!("import-persons-other", column = other);
        Answer::new(words, column(other))
    }));
    answers.push(Answer::new(crate::t!("import-persons-allow"), Setting::AllowPersons));
    Question::new(message!("import-ask-persons", count = count), answers)
}

/// Of rows with the same number, the one that was written last counts, and where nothing says
/// when they were, the last of the sheet. Where a person says the first, they are lines of
/// one case, in whatever order: the earliest counts, and a later line may have closed it.
fn drop_repeated(
    rows: &mut Vec<Case>,
    changes: &Changes,
    repeated: Option<RepeatedRows>,
) -> Vec<Skipped> {
    let are_lines = repeated == Some(RepeatedRows::First);
    fill_blanks(rows, changes, are_lines);
    let numbered = rows.iter().filter(|case| !case.number.is_empty());
    let mut counts: HashMap<&str, &Case> = HashMap::new();
    let mut closed: HashMap<Box<str>, Minute> = HashMap::new();
    for case in numbered.clone() {
        let kept = counts.entry(&case.number).or_insert(case);
        if counts_before(changes, are_lines, case, kept) {
            *kept = case;
        }
        if let Some(minutes) = case.open_minutes.filter(|_| are_lines) {
            let moment = case.registered.plus_minutes(minutes);
            let latest = closed.entry(case.number.clone()).or_insert(moment);
            *latest = moment.max(*latest);
        }
    }
    if counts.len() == numbered.count() {
        return Vec::new();
    }
    let skipped: Vec<Skipped> = rows
        .iter()
        .filter_map(|case| {
            let counting = *counts.get(&*case.number)?;
            let by = counting.row;
            let is_alike = Case { row: by, ..case.clone() } == *counting;
            let reason = match (is_alike, are_lines) {
                (true, _) => SkipReason::Repeated { by },
                (false, true) => SkipReason::LineOf { by },
                (false, false) => SkipReason::Replaced { by },
            };
            (by != case.row).then_some(Skipped { first: case.row, last: case.row, reason })
        })
        .collect();
    let repeated: HashSet<u32> = skipped.iter().map(|skipped| skipped.first).collect();
    rows.retain(|case| !repeated.contains(&case.row));
    for case in rows.iter_mut().filter(|case| case.open_minutes.is_none()) {
        let moment = closed.get(&case.number);
        case.open_minutes = moment.map(|moment| moment.minutes_since(case.registered));
    }
    skipped
}
