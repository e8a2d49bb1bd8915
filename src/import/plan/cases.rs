//! Case rows against the cases that the project has.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::alike::{Content, Origin, content, origin, repeats, repeats_changed};
use super::delivery::{Absent, Overlap, SharedRows, sheet_in_words};
use super::recode::recoded;
use super::{Effect, Gone, SheetPlan, Stage};
use crate::import::cases::{Numbered, case_text};
use crate::import::noticed::note;
use crate::import::sheet::{SheetRead, TypedRows};
use crate::issue::Issue;
use crate::message;
use crate::project::{Case, CaseBatch, Code, Codes, Minute, SourceKind, Vocabulary};

/// The fields of a case that an export may have or lack.
const FIELDS: [&str; 7] =
    ["created", "priority", "type", "category", "customer", "closed", "parent"];

impl<'s> Stage<'s> {
    /// Cases are known by system and number; without a number by what they are, counted. What
    /// the same stream had in a period that the export states, and no part of the delivery has
    /// now, is gone; a case of another selection of the same system that this export has, too, is
    /// this export's from now on.
    pub(super) fn take_cases(
        &mut self,
        sheet: &SheetRead,
        rows: &Arc<Vec<Case>>,
        codes: &Codes,
    ) -> SheetPlan {
        let mut rows = recoded(rows, codes, Arc::make_mut(&mut self.project.codes));
        let apart = self.numbered_apart(sheet, &mut rows);
        let (matches, mut plan) = self.match_cases(sheet, &mut rows);
        plan.notes.extend(apart);
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

    /// Takes the numbers out of rows that count their cases anew, as running numbers of each sheet
    /// or file do: the same number is another case in what the project has of the system. Such
    /// cases are then known by what they are, and a note says so.
    fn numbered_apart(&self, sheet: &SheetRead, rows: &mut Arc<Vec<Case>>) -> Option<Issue> {
        let batches = self.batches_of_system(sheet);
        let numbered = Numbered::of(if batches.is_empty() { &[] } else { rows.as_slice() });
        let other = batches.into_iter().find(|earlier| numbered.contradict(&earlier.batch.rows))?;
        let source = self.project.source(other.batch.source)?;
        for case in Arc::make_mut(rows) {
            case.number = Box::default();
            case.parent = None;
        }
        let message = message!(
            "import-numbered-apart",
            count = rows.len(),
            place = sheet_in_words(&source.file, &source.sheet),
        );
        Some(note(message))
    }

    fn match_cases(&self, sheet: &SheetRead, rows: &mut Arc<Vec<Case>>) -> (Matches, SheetPlan) {
        let mut plan = SheetPlan::default();
        let mut matches = Matches { effects: vec![None; rows.len()], dropped: HashMap::new() };
        let batches = self.batches_of_system(sheet);
        if batches.is_empty() {
            return (matches, plan);
        }
        let missing: Vec<&str> =
            FIELDS.into_iter().filter(|field| !sheet.fields().contains(field)).collect();
        let has_no_number = |cases: &[Case]| cases.iter().any(|case| case.number.is_empty());
        let is_by_content =
            has_no_number(rows) || batches.iter().any(|earlier| has_no_number(&earlier.batch.rows));
        let mut index = Index::of(rows, is_by_content);
        // A row that could not be understood is no sign that its case is gone.
        let rejected: HashSet<&str> = sheet.rejected_keys().collect();
        let mut shared = SharedRows::default();
        let (mut pairs, mut left) = (Vec::new(), Vec::new());
        let mut has_known = false;
        let mut overlap = Overlap::default();
        for Earlier { at, batch, is_same_stream, is_part } in batches {
            let may_repeat = match is_same_stream {
                true => is_part && is_by_content && repeats(&batch.rows, rows),
                false => is_by_content && self.is_overlapping(sheet, batch, rows),
            };
            for (place, old) in batch.rows.iter().enumerate() {
                let is_known = is_same_stream
                    && !is_part
                    && sheet.period.is_some_and(|period| period.contains(old.registered.day()));
                plan.known += u32::from(is_known);
                // Two equal rows without a number in two parts are two cases, unless the parts
                // repeat each other.
                let may_match_content = may_repeat || (is_same_stream && !is_part);
                match index.find(old, may_match_content) {
                    Some(new) => {
                        has_known |= is_known;
                        if may_repeat && !is_same_stream && old.number.is_empty() {
                            overlap.see(batch.source);
                        }
                        pairs.push((at, place, new, is_part));
                    }
                    // What another part or stream has besides is not judged here.
                    None => {
                        let may_have_changed =
                            (is_same_stream && !is_part) || (may_repeat && !is_same_stream);
                        if may_have_changed || !sheet.left_out.is_empty() {
                            left.push(Left {
                                at,
                                place,
                                is_known,
                                is_same_stream,
                                may_have_changed,
                            });
                        }
                    }
                }
            }
        }
        // A case without a number that was closed since, or has another priority, is the same.
        left.retain(|left| {
            let old = &self.project.cases[left.at].rows[left.place];
            let same = match left.may_have_changed {
                true => index.find_changed(old),
                false => None,
            };
            has_known |= same.is_some() && left.is_same_stream;
            if same.is_some() && !left.is_same_stream {
                overlap.see(self.project.cases[left.at].source);
            }
            pairs.extend(same.map(|new| (left.at, left.place, new, false)));
            same.is_none()
        });
        for (at, place, new, is_part) in pairs {
            let batch = &self.project.cases[at];
            let old = &batch.rows[place];
            if !missing.is_empty() {
                keep_missing(&mut Arc::make_mut(rows)[new], old, &missing);
            }
            let effect = self.effect(old, &rows[new]);
            if is_part {
                let differs = effect != Effect::Unchanged;
                shared.see(batch.source, (old.row, rows[new].row), differs, || gone(old).what);
            }
            // A number that stood in two batches counts once.
            if matches.effects[new].is_none() {
                plan.count(&effect);
                matches.effects[new] = Some(effect);
            }
            matches.dropped.entry(at).or_default().insert(place);
        }
        let absent = Absent::of(sheet, has_known);
        let left_out: HashSet<&str> = sheet.left_out.iter().map(AsRef::as_ref).collect();
        let mut staying = 0;
        // Looked through only where something is missing, which it rarely is.
        let mut others = match left.iter().any(|left| left.is_known) {
            true => self.cases_of_other_parts(sheet),
            false => OtherParts::default(),
        };
        for Left { at, place, is_known, .. } in left {
            let old = &self.project.cases[at].rows[place];
            if left_out.contains(&*old.number) {
                plan.lose(|| gone(old));
                plan.left_out += 1;
                matches.dropped.entry(at).or_default().insert(place);
                continue;
            }
            if !is_known || rejected.contains(&*old.number) || others.has(old) {
                continue;
            }
            if absent == Absent::Gone {
                plan.lose(|| gone(old));
                matches.dropped.entry(at).or_default().insert(place);
            } else {
                staying += 1;
            }
        }
        shared.tell(self, sheet, &mut plan);
        absent.tell(staying, &mut plan);
        overlap.tell(self, &mut plan);
        (matches, plan)
    }

    /// What the project has of the sheet's system, earlier parts of the delivery among it.
    fn batches_of_system(&self, sheet: &SheetRead) -> Vec<Earlier<'_>> {
        let mut batches = Vec::new();
        for (at, batch) in self.project.cases.iter().enumerate() {
            let Some(source) = self.project.source(batch.source) else { continue };
            let is_same_stream = source.stream == sheet.stream;
            if source.stream.kind == SourceKind::Cases
                && source.stream.system == sheet.stream.system
            {
                let is_part = is_same_stream && self.is_of_this_import(batch.source);
                batches.push(Earlier { at, batch, is_same_stream, is_part });
            }
        }
        batches
    }

    /// What the other parts of the delivery hold, earlier and later ones.
    fn cases_of_other_parts(&self, sheet: &SheetRead) -> OtherParts<'s> {
        let mut others = OtherParts::default();
        for part in self.other_parts(sheet) {
            let TypedRows::Cases { rows, codes } = &part.rows else { continue };
            others.numbers.extend(part.rejected_keys());
            for case in rows.iter() {
                if case.number.is_empty() {
                    let content = content(&in_codes_of(case, codes, &self.project.codes));
                    *others.contents.entry(content).or_default() += 1;
                } else {
                    others.numbers.insert(&case.number);
                }
            }
        }
        others
    }

    /// Whether cases without numbers of another selection are among these: the same file, or rows
    /// that say the same. A selection within another one has the same cases.
    fn is_overlapping(&self, sheet: &SheetRead, batch: &CaseBatch, rows: &[Case]) -> bool {
        let has_no_number = |cases: &[Case]| cases.iter().any(|case| case.number.is_empty());
        has_no_number(rows)
            && has_no_number(&batch.rows)
            && (self.is_of_file(batch.source, sheet)
                || repeats(&batch.rows, rows)
                || repeats_changed(&batch.rows, rows))
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

    fn replace_cases(&mut self, sheet: &SheetRead, rows: Arc<Vec<Case>>, dropped: &Dropped) {
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
            batches.push(CaseBatch { source, rows });
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

/// Rows that the project has from the sheet's system.
struct Earlier<'p> {
    /// The batch's place among the project's.
    at: usize,
    batch: &'p CaseBatch,
    is_same_stream: bool,
    /// Whether they came with this import, as another part of the delivery.
    is_part: bool,
}

/// A case of the project that the sheet does not have just so.
struct Left {
    /// The batch's place among the project's.
    at: usize,
    /// The case's place in the batch.
    place: usize,
    /// Whether the stream had it in the period that the sheet speaks of.
    is_known: bool,
    is_same_stream: bool,
    /// Whether a row of the sheet may be the same case in another state.
    may_have_changed: bool,
}

/// What the other parts of a delivery hold.
#[derive(Default)]
struct OtherParts<'s> {
    numbers: HashSet<&'s str>,
    contents: HashMap<Content, usize>,
}

impl OtherParts<'_> {
    /// Whether another part has that case; of equal rows each is found once.
    fn has(&mut self, case: &Case) -> bool {
        if !case.number.is_empty() {
            return self.numbers.contains(&*case.number);
        }
        match self.contents.get_mut(&content(case)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }
}

/// The new rows by number and by content, the first last.
struct Index<'r> {
    rows: &'r [Case],
    by_number: HashMap<&'r str, usize>,
    by_content: HashMap<Content, Vec<usize>>,
    /// Cases without a number by what does not change while they are worked on; filled when it is
    /// first asked for.
    by_origin: Option<HashMap<Origin, Vec<usize>>>,
    is_taken: Vec<bool>,
}

impl<'r> Index<'r> {
    /// By number; by content, too, where some case has no number.
    fn of(rows: &'r [Case], is_by_content: bool) -> Self {
        let mut by_number = HashMap::new();
        let mut by_content: HashMap<Content, Vec<usize>> = HashMap::new();
        for (at, case) in rows.iter().enumerate().rev() {
            if is_by_content {
                by_content.entry(content(case)).or_default().push(at);
            }
            if !case.number.is_empty() {
                by_number.insert(&*case.number, at);
            }
        }
        Self { rows, by_number, by_content, by_origin: None, is_taken: vec![false; rows.len()] }
    }

    /// The new row that is the project's case. A case whose list has no numbers any more, or has
    /// got some, is known by what it is.
    fn find(&mut self, old: &Case, may_match_content: bool) -> Option<usize> {
        if let Some(at) = self.by_number.get(&*old.number).filter(|_| !old.number.is_empty()) {
            self.is_taken[*at] = true;
            return Some(*at);
        }
        if !may_match_content {
            return None;
        }
        let candidates = self.by_content.get_mut(&content(old))?;
        let place = candidates.iter().rposition(|at| {
            !self.is_taken[*at] && (old.number.is_empty() || self.rows[*at].number.is_empty())
        })?;
        let at = candidates.remove(place);
        self.is_taken[at] = true;
        Some(at)
    }

    /// The new row that is the project's case with another state; neither has a number. Days
    /// without a time of day say too little.
    fn find_changed(&mut self, old: &Case) -> Option<usize> {
        let is_whole_day = Minute::start_of(old.registered.day()) == old.registered;
        if !old.number.is_empty() || is_whole_day {
            return None;
        }
        let by_origin = self.by_origin.get_or_insert_with(|| {
            let mut by_origin: HashMap<Origin, Vec<usize>> = HashMap::new();
            for (at, case) in self.rows.iter().enumerate().rev() {
                if case.number.is_empty() && !self.is_taken[at] {
                    by_origin.entry(origin(case)).or_default().push(at);
                }
            }
            by_origin
        });
        let at = by_origin.get_mut(&origin(old))?.pop()?;
        self.is_taken[at] = true;
        Some(at)
    }
}

/// A case of a sheet in the codes of the project; words that the project lacks have no code, and
/// so no case of the project either.
fn in_codes_of(case: &Case, from: &Codes, into: &Codes) -> Case {
    let code = |from: &Vocabulary, into: &Vocabulary, code: Code| {
        from.word(code).map_or(Code(0), |word| into.code(word).unwrap_or(Code(u16::MAX)))
    };
    Case {
        priority: code(&from.priorities, &into.priorities, case.priority),
        kind: code(&from.types, &into.types, case.kind),
        category: code(&from.categories, &into.categories, case.category),
        customer: code(&from.customers, &into.customers, case.customer),
        ..case.clone()
    }
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
