//! Case rows against the cases that the project has.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Effect, Gone, SheetPlan, Stage};
use crate::import::cases::case_text;
use crate::import::sheet::SheetRead;
use crate::project::{Case, CaseBatch, Code, Codes, Minute, SourceKind, Vocabulary};

/// The fields of a case that an export may have or lack.
const FIELDS: [&str; 7] =
    ["created", "priority", "type", "category", "customer", "closed", "parent"];

/// What a case without a number is known by.
type Content = (Minute, [Code; 4], Option<i32>, Option<Box<str>>);

impl Stage<'_> {
    /// Cases are known by system and number; without a number by what they are, counted. What
    /// the same stream had in the period and no longer has is gone; a case of another
    /// selection of the same system that this export has, too, is this export's from now on.
    pub(super) fn take_cases(
        &mut self,
        sheet: &SheetRead,
        rows: &[Case],
        codes: &Codes,
    ) -> SheetPlan {
        let mut rows = self.recoded(rows, codes);
        let (matches, mut plan) = self.match_cases(sheet, &mut rows);
        plan.new = u32::try_from(matches.effects.iter().filter(|effect| effect.is_none()).count())
            .unwrap_or(u32::MAX);
        plan.effects = sheet
            .preview
            .iter()
            .map(|preview| {
                let at = rows.iter().position(|case| case.row == preview.row);
                let effect = at.and_then(|at| matches.effects[at].clone());
                effect.unwrap_or(Effect::New)
            })
            .collect();
        plan.is_taken = plan.moves_rows() || !self.covers(sheet);
        if plan.is_taken {
            self.replace_cases(sheet, rows, &matches.dropped);
        }
        plan
    }

    /// The rows in the project's own codes; only words that the rows use are added.
    fn recoded(&mut self, rows: &[Case], codes: &Codes) -> Vec<Case> {
        let own = Arc::make_mut(&mut self.project.codes);
        let mut columns = [
            Recoding::new(&codes.priorities, &mut own.priorities),
            Recoding::new(&codes.types, &mut own.types),
            Recoding::new(&codes.categories, &mut own.categories),
            Recoding::new(&codes.customers, &mut own.customers),
        ];
        rows.iter()
            .map(|case| {
                let mut case = case.clone();
                let [priority, kind, category, customer] = &mut columns;
                case.priority = priority.code(case.priority);
                case.kind = kind.code(case.kind);
                case.category = category.code(case.category);
                case.customer = customer.code(case.customer);
                case
            })
            .collect()
    }

    fn match_cases(&self, sheet: &SheetRead, rows: &mut [Case]) -> (Matches, SheetPlan) {
        let mut plan = SheetPlan::default();
        let mut matches = Matches { effects: vec![None; rows.len()], dropped: HashMap::new() };
        let batches: Vec<(usize, &CaseBatch, bool)> = self
            .project
            .cases
            .iter()
            .enumerate()
            .filter_map(|(at, batch)| {
                let stream = &self.project.source(batch.source)?.stream;
                let is_same_system =
                    stream.kind == SourceKind::Cases && stream.system == sheet.stream.system;
                is_same_system.then_some((at, batch, *stream == sheet.stream))
            })
            .collect();
        if batches.is_empty() {
            return (matches, plan);
        }
        let missing: Vec<&str> =
            FIELDS.into_iter().filter(|field| !sheet.fields().contains(field)).collect();
        let (by_number, mut by_content) = index(rows);
        // A row that could not be understood is no sign that its case is gone.
        let rejected: HashSet<&str> = sheet.rejected_keys().collect();
        for (at, batch, is_same_stream) in batches {
            for (place, old) in batch.rows.iter().enumerate() {
                let is_in_period = is_same_stream
                    && sheet.period.is_some_and(|period| period.contains(old.registered.day()));
                plan.known += u32::from(is_in_period);
                let same = if old.number.is_empty() {
                    is_same_stream.then(|| by_content.get_mut(&content(old))?.pop()).flatten()
                } else {
                    by_number.get(&*old.number).copied()
                };
                match same {
                    Some(new) => {
                        keep_missing(&mut rows[new], old, &missing);
                        // A number that stood in two batches counts once.
                        if matches.effects[new].is_none() {
                            let effect = self.effect(old, &rows[new]);
                            plan.count(&effect);
                            matches.effects[new] = Some(effect);
                        }
                        matches.dropped.entry(at).or_default().insert(place);
                    }
                    None if is_in_period && !rejected.contains(&*old.number) => {
                        plan.lose(|| gone(old));
                        matches.dropped.entry(at).or_default().insert(place);
                    }
                    None => {}
                }
            }
        }
        (matches, plan)
    }

    fn effect(&self, old: &Case, new: &Case) -> Effect {
        if content(old) == content(new) {
            return Effect::Unchanged;
        }
        let codes = &self.project.codes;
        let fields = FIELDS.into_iter().filter_map(|field| {
            let before = case_text(old, field, codes);
            (before != case_text(new, field, codes)).then(|| (field.to_owned(), before))
        });
        Effect::Changed(fields.collect())
    }

    fn replace_cases(&mut self, sheet: &SheetRead, rows: Vec<Case>, dropped: &Dropped) {
        let source = self.add_source(sheet);
        let used: HashSet<Code> = rows.iter().map(|case| case.customer).collect();
        let codes = Arc::clone(&self.project.codes);
        let words = codes.customers.iter().filter(|(code, _)| used.contains(code));
        self.add_customers(words.map(|(_, word)| word));
        let batches = Arc::make_mut(&mut self.project.cases);
        for (at, batch) in batches.iter_mut().enumerate() {
            let Some(dropped) = dropped.get(&at) else { continue };
            let kept = batch.rows.iter().enumerate().filter(|(place, _)| !dropped.contains(place));
            batch.rows = Arc::new(kept.map(|(_, case)| case.clone()).collect());
        }
        batches.retain(|batch| !batch.rows.is_empty());
        if !rows.is_empty() {
            batches.push(CaseBatch { source, rows: Arc::new(rows) });
        }
    }
}

/// Rows of the project that go: by the batch's place, the places in it.
type Dropped = HashMap<usize, HashSet<usize>>;

/// Which new rows the project had, and which of its rows they take the place of.
struct Matches {
    /// What becomes of each new row; `None` where it is new.
    effects: Vec<Option<Effect>>,
    dropped: Dropped,
}

/// The new rows by number, and those without one by content, the first last.
fn index(rows: &[Case]) -> (HashMap<Box<str>, usize>, HashMap<Content, Vec<usize>>) {
    let mut by_number = HashMap::new();
    let mut by_content: HashMap<Content, Vec<usize>> = HashMap::new();
    for (at, case) in rows.iter().enumerate().rev() {
        if case.number.is_empty() {
            by_content.entry(content(case)).or_default().push(at);
        } else {
            by_number.insert(case.number.clone(), at);
        }
    }
    (by_number, by_content)
}

fn content(case: &Case) -> Content {
    let codes = [case.priority, case.kind, case.category, case.customer];
    (case.registered, codes, case.open_minutes, case.parent.clone())
}

/// What the new export does not tell, it does not take away.
fn keep_missing(new: &mut Case, old: &Case, missing: &[&str]) {
    for field in missing {
        match *field {
            "priority" => new.priority = old.priority,
            "type" => new.kind = old.kind,
            "category" => new.category = old.category,
            "customer" => new.customer = old.customer,
            "closed" => new.open_minutes = old.open_minutes,
            "parent" => new.parent.clone_from(&old.parent),
            _ => {}
        }
    }
}

fn gone(case: &Case) -> Gone {
    let what = if case.number.is_empty() {
        case_text(case, "created", &Codes::default())
    } else {
        case.number.to_string()
    };
    Gone { what, day: Some(case.registered.day()) }
}

/// From a sheet's codes to the project's, word by word as they are met.
struct Recoding<'w> {
    from: &'w Vocabulary,
    into: &'w mut Vocabulary,
    known: Vec<Option<Code>>,
}

impl<'w> Recoding<'w> {
    fn new(from: &'w Vocabulary, into: &'w mut Vocabulary) -> Self {
        Self { known: vec![None; from.0.len() + 1], from, into }
    }

    fn code(&mut self, code: Code) -> Code {
        let Some(word) = self.from.word(code) else { return Code(0) };
        let known = &mut self.known[usize::from(code.0)];
        *known.get_or_insert_with(|| self.into.code_or_add(word))
    }
}
