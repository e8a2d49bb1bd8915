//! Postings against those that the project has.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::delivery::Absent;
use super::{Effect, Gone, SheetPlan, Stage};
use crate::calendar::{Date, Span, Year};
use crate::import::accounts::{ledger_text, month_of_period};
use crate::import::noticed::note;
use crate::import::sheet::{SheetRead, TypedRows};
use crate::issue::Issue;
use crate::message;
use crate::number::Decimal;
use crate::project::{AccountString, CustomerNames, LedgerBatch, LedgerRow, SourceId};

/// What a posting is known by, whatever its row.
type Content<'r> = (&'r str, Option<Date>, u8, &'r AccountString, Decimal, Option<&'r str>);
/// What a posting that has changed is still known by.
type Voucher<'r> = (&'r str, u8);

/// The fields of a posting that can change under its voucher.
const FIELDS: [&str; 8] =
    ["date", "class", "account", "unit", "function", "project", "amount", "customer"];

/// Postings with the tables that their numbers point into.
#[derive(Clone, Copy)]
struct Postings<'r> {
    accounts: &'r [AccountString],
    customers: &'r [String],
    rows: &'r [LedgerRow],
}

impl<'r> Postings<'r> {
    fn of(batch: &'r LedgerBatch) -> Self {
        Self { accounts: &batch.accounts, customers: &batch.customers, rows: &batch.rows }
    }

    fn content(&self, row: &'r LedgerRow) -> Option<Content<'r>> {
        let account = self.accounts.get(row.account as usize)?;
        let customer = row.customer.and_then(|at| self.customers.get(at as usize));
        let customer = customer.map(String::as_str);
        Some((&row.voucher, row.day, row.period, account, row.amount, customer))
    }

    fn text(&self, row: &LedgerRow, field: &str) -> String {
        ledger_text(row, field, self.accounts, self.customers)
    }

    fn counted(&self) -> Contents<'r> {
        let mut counted = HashMap::with_capacity(self.rows.len());
        for content in self.rows.iter().filter_map(|row| self.content(row)) {
            *counted.entry(content).or_default() += 1;
        }
        counted
    }
}

/// A posting's content, without the sheet that it stands in.
type OwnedContent = (Box<str>, Option<Date>, u8, AccountString, Decimal, Option<String>);

fn owned((voucher, day, period, account, amount, customer): Content<'_>) -> OwnedContent {
    (voucher.into(), day, period, account.clone(), amount, customer.map(str::to_owned))
}

/// A ledger among those of a delivery, with the customers that the register knows.
struct LedgerPart<'s> {
    sheet: &'s SheetRead,
    year: Year,
    accounts: Cow<'s, [AccountString]>,
    customers: Vec<String>,
    /// The postings that no earlier part has.
    rows: Arc<Vec<LedgerRow>>,
    unknown_customers: usize,
    /// What is told of codes that the project writes otherwise.
    zeros: Option<Issue>,
    /// Postings that an earlier part has just so, and the place of the first of them.
    repeated: Option<(u32, u32)>,
    vouchers: HashSet<(Box<str>, u8)>,
}

impl LedgerPart<'_> {
    fn postings(&self) -> Postings<'_> {
        Postings { accounts: &self.accounts, customers: &self.customers, rows: &self.rows }
    }

    /// Whether the part speaks of the days of a posting of the same year.
    fn is_in_period(&self, batch: &LedgerBatch, row: &LedgerRow) -> bool {
        let period = self.sheet.period.unwrap_or(Span::year(self.year));
        batch.year == self.year
            && month_of_period(row.period, batch.year)
                .is_some_and(|month| month.intersection(&period).is_some())
    }

    /// Whether the part has a posting of the project just so, voucher and all; without a voucher
    /// two postings are one only where they stand in the same file.
    fn repeats(
        &self,
        (batch, is_same_file): (&LedgerBatch, bool),
        row: &LedgerRow,
        contents: &Contents<'_>,
    ) -> bool {
        batch.year == self.year
            && (!row.voucher.is_empty() || is_same_file)
            && Postings::of(batch)
                .content(row)
                .is_some_and(|content| contents.contains_key(&content))
    }

    /// Whether a posting of the project goes for what the part holds: all of a period that it
    /// states, else the vouchers that it has.
    fn replaces(
        &self,
        batch: &LedgerBatch,
        row: &LedgerRow,
        contents: &Contents<'_>,
        absent: Absent,
    ) -> bool {
        let has_voucher = || self.vouchers.contains(&(row.voucher.clone(), row.period));
        let has_content = || {
            Postings::of(batch).content(row).is_some_and(|content| contents.contains_key(&content))
        };
        batch.year == self.year
            && (has_voucher()
                || has_content()
                || absent == Absent::Gone && self.is_in_period(batch, row))
    }
}

impl LedgerPart<'_> {
    /// Leaves out what earlier parts have just so: an export of the half-year beside one of the
    /// year. `before` counts their postings, each with the row of the first.
    fn leave_out_repeated(&mut self, before: &mut HashMap<OwnedContent, (usize, u32)>) {
        let (mut count, mut first) = (0_u32, None);
        let mut kept = Vec::with_capacity(self.rows.len());
        let postings = self.postings();
        for row in postings.rows {
            let earlier = postings.content(row).and_then(|content| before.get_mut(&owned(content)));
            match earlier.filter(|(left, _)| *left > 0) {
                Some((left, _)) => {
                    *left -= 1;
                    count += 1;
                    first.get_or_insert(row.row);
                }
                None => kept.push(row.clone()),
            }
        }
        if let Some(first) = first {
            self.rows = Arc::new(kept);
            self.repeated = Some((count, first));
        }
    }
}

/// How often each posting stands somewhere.
type Contents<'r> = HashMap<Content<'r>, usize>;

impl Stage<'_> {
    /// Postings are known by what they are, counted. The ledgers of one stream are taken
    /// together, since one voucher may stand in several of them. A voucher that they have takes
    /// the place of the stream's same voucher; all of the stream's postings of a period are
    /// replaced where a ledger states it.
    pub(super) fn take_ledgers(&mut self, sheets: &[&SheetRead]) -> Vec<SheetPlan> {
        let parts = self.ledger_parts(sheets);
        let contents: Vec<Contents<'_>> =
            parts.iter().map(|part| part.postings().counted()).collect();
        let is_of_system = |batch: &LedgerBatch| {
            let source = self.project.source(batch.source);
            source.zip(sheets.first()).is_some_and(|(source, sheet)| {
                source.stream.kind == sheet.stream.kind
                    && source.stream.system == sheet.stream.system
            })
        };
        let is_of_stream = |batch: &LedgerBatch| {
            sheets.first().is_some_and(|sheet| self.is_same_stream(batch.source, sheet))
        };
        // A voucher or a posting that is known shows that the ledger is no other part.
        let has_known =
            self.project.ledger.iter().filter(|batch| is_of_stream(batch)).any(|batch| {
                let mut parts = parts.iter().zip(&contents);
                parts.any(|(part, contents)| {
                    let mut rows = batch.rows.iter();
                    rows.any(|row| part.replaces(batch, row, contents, Absent::NoPeriod))
                })
            });
        let absent = |part: &LedgerPart<'_>| Absent::of(part.sheet, has_known);
        let replaced_by = |batch: &LedgerBatch, row: &LedgerRow| {
            let mut parts = parts.iter().zip(&contents);
            parts.position(|(part, contents)| {
                match is_of_stream(batch) {
                    true => part.replaces(batch, row, contents, absent(part)),
                    // The same voucher in another selection is the same posting.
                    false => {
                        let is_same_file = self.is_of_file(batch.source, part.sheet);
                        is_of_system(batch) && part.repeats((batch, is_same_file), row, contents)
                    }
                }
            })
        };
        let mut plans = compare(&self.project.ledger, &parts, &replaced_by);
        for (part, plan) in parts.iter().zip(&mut plans) {
            self.tell_of_ledger(part, plan);
        }
        if let Some(plan) = plans.last_mut() {
            let is_staying = |batch: &LedgerBatch, row: &LedgerRow| {
                is_of_stream(batch)
                    && parts.iter().any(|part| part.is_in_period(batch, row))
                    && replaced_by(batch, row).is_none()
            };
            let staying: usize = self
                .project
                .ledger
                .iter()
                .map(|batch| batch.rows.iter().filter(|row| is_staying(batch, row)).count())
                .sum();
            parts.last().map_or(Absent::NoPeriod, absent).tell(staying, plan);
        }
        let shared = shared_vouchers(&self.project.ledger, &parts, &replaced_by);
        let asked = parts.first().and_then(|part| self.question_of_vouchers(part.sheet, &shared));
        let is_taken = plans.iter().any(SheetPlan::moves_rows)
            || parts.iter().any(|part| !self.covers(part.sheet));
        if !is_taken {
            return plans;
        }
        let is_replaced = |batch: &LedgerBatch, row: &LedgerRow| replaced_by(batch, row).is_some();
        let mut ledger = kept(&self.project.ledger, &is_replaced);
        drop(contents);
        for (part, plan) in parts.into_iter().zip(&mut plans) {
            plan.is_taken = true;
            let source = self.add_source(part.sheet);
            if part.rows.is_empty() {
                continue;
            }
            ledger.push(LedgerBatch {
                source,
                year: part.year,
                accounts: Arc::new(part.accounts.into_owned()),
                customers: Arc::new(part.customers),
                rows: part.rows,
            });
        }
        self.project.ledger = Arc::new(ledger);
        if self.questions.is_empty() {
            self.questions.extend(asked);
        }
        plans
    }

    /// The ledgers as parts: what an earlier part has just so is not counted again.
    fn ledger_parts<'p>(&self, sheets: &[&'p SheetRead]) -> Vec<LedgerPart<'p>> {
        let mut parts: Vec<LedgerPart<'p>> = Vec::with_capacity(sheets.len());
        for sheet in sheets {
            let TypedRows::Ledger { year, accounts, customers, rows } = &sheet.rows else {
                continue;
            };
            let (customers, rows, unknown_customers) = self.known_customers(customers, rows);
            let zeros = self.zeros_of_accounts(accounts);
            let vouchers = rows
                .iter()
                .filter(|row| !row.voucher.is_empty())
                .map(|row| (row.voucher.clone(), row.period))
                .collect();
            let mut part = LedgerPart {
                sheet,
                year: *year,
                accounts: match &zeros {
                    Some(zeros) => Cow::Owned(zeros.settle_accounts(accounts)),
                    None => Cow::Borrowed(accounts),
                },
                zeros: zeros.and_then(|zeros| zeros.note()),
                customers,
                rows,
                unknown_customers,
                repeated: None,
                vouchers,
            };
            let mut before: HashMap<OwnedContent, (usize, u32)> = HashMap::new();
            for earlier in &parts {
                let postings = earlier.postings();
                for row in postings.rows {
                    if let Some(content) = postings.content(row) {
                        let (count, _) = before.entry(owned(content)).or_insert((0, row.row));
                        *count += 1;
                    }
                }
            }
            if !before.is_empty() {
                part.leave_out_repeated(&mut before);
            }
            parts.push(part);
        }
        parts
    }

    fn tell_of_ledger(&self, part: &LedgerPart<'_>, plan: &mut SheetPlan) {
        plan.notes.extend(part.zeros.clone());
        if part.unknown_customers > 0 {
            let message = message!("import-unknown-customers", count = part.unknown_customers);
            plan.notes.push(note(message));
        }
        if let Some((count, row)) = part.repeated {
            let message =
                message!("import-postings-repeated", count = count, row = row.to_string());
            plan.notes.push(note(message));
        }
    }

    /// The customers as the register names them, the rows that point at them, and how many
    /// names the register does not have: those are not taken in.
    fn known_customers(
        &self,
        names: &[String],
        rows: &Arc<Vec<LedgerRow>>,
    ) -> (Vec<String>, Arc<Vec<LedgerRow>>, usize) {
        let register = CustomerNames::of(&self.project.customers);
        let registered: Vec<Option<&String>> = names
            .iter()
            .map(|name| Some(&self.project.customers.get(register.row(name)?)?.name))
            .collect();
        let unknown = registered.iter().filter(|customer| customer.is_none()).count();
        let mut known: Vec<String> = Vec::new();
        let places: Vec<Option<u32>> = registered
            .iter()
            .map(|customer| {
                let customer = (*customer)?;
                let place = known.iter().position(|known| known == customer).unwrap_or_else(|| {
                    known.push(customer.clone());
                    known.len() - 1
                });
                u32::try_from(place).ok()
            })
            .collect();
        let are_same = (0..).zip(&places).all(|(at, place)| *place == Some(at));
        if are_same {
            return (known, Arc::clone(rows), unknown);
        }
        let place_of = |row: &LedgerRow| *places.get(row.customer? as usize)?;
        let rows = rows.iter().map(|row| LedgerRow { customer: place_of(row), ..row.clone() });
        (known, Arc::new(rows.collect()), unknown)
    }
}

/// What the batches keep besides the rows that are replaced; whole batches stay shared.
fn kept(
    batches: &[LedgerBatch],
    is_replaced: &dyn Fn(&LedgerBatch, &LedgerRow) -> bool,
) -> Vec<LedgerBatch> {
    let mut kept = Vec::new();
    for batch in batches {
        if !batch.rows.iter().any(|row| is_replaced(batch, row)) {
            kept.push(batch.clone());
            continue;
        }
        let rows: Vec<LedgerRow> =
            batch.rows.iter().filter(|row| !is_replaced(batch, row)).cloned().collect();
        if !rows.is_empty() {
            kept.push(LedgerBatch { rows: Arc::new(rows), ..batch.clone() });
        }
    }
    kept
}

/// The amounts of each voucher that a delivery shares with what it replaces: those that were, and
/// those that are.
fn shared_vouchers(
    batches: &[LedgerBatch],
    parts: &[LedgerPart<'_>],
    replaced_by: &dyn Fn(&LedgerBatch, &LedgerRow) -> Option<usize>,
) -> Vec<(SourceId, Vec<Decimal>, Vec<Decimal>)> {
    let mut before: HashMap<Voucher<'_>, (SourceId, Vec<Decimal>, Vec<Decimal>)> = HashMap::new();
    for batch in batches {
        let replaced = batch.rows.iter().filter(|row| !row.voucher.is_empty());
        for row in replaced.filter(|row| replaced_by(batch, row).is_some()) {
            let voucher = before.entry((&row.voucher, row.period));
            voucher.or_insert((batch.source, Vec::new(), Vec::new())).1.push(row.amount);
        }
    }
    for row in parts.iter().flat_map(|part| part.rows.iter()) {
        if let Some((.., after)) = before.get_mut(&(&*row.voucher, row.period)) {
            after.push(row.amount);
        }
    }
    let mut shared: Vec<_> = before.into_values().filter(|(.., after)| !after.is_empty()).collect();
    shared.sort_unstable();
    shared
}

/// Holds the postings of a delivery against those that they replace. What is gone is told of the
/// first part that replaces it.
fn compare(
    batches: &[LedgerBatch],
    parts: &[LedgerPart<'_>],
    replaced_by: &dyn Fn(&LedgerBatch, &LedgerRow) -> Option<usize>,
) -> Vec<SheetPlan> {
    let mut plans: Vec<SheetPlan> = parts.iter().map(|_| SheetPlan::default()).collect();
    let mut old: Vec<(usize, Postings<'_>, &LedgerRow)> = Vec::new();
    for batch in batches {
        for row in batch.rows.iter() {
            if let Some(part) = replaced_by(batch, row) {
                plans[part].known += 1;
                old.push((part, Postings::of(batch), row));
            }
        }
    }
    let mut by_content: Contents<'_> = HashMap::with_capacity(old.len());
    for content in old.iter().filter_map(|(_, postings, row)| postings.content(row)) {
        *by_content.entry(content).or_default() += 1;
    }
    let mut is_new: Vec<Vec<bool>> = Vec::with_capacity(parts.len());
    for part in parts {
        let postings = part.postings();
        let mut of_part = Vec::with_capacity(postings.rows.len());
        for row in postings.rows {
            let known = postings.content(row).and_then(|content| by_content.get_mut(&content));
            of_part.push(match known {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            });
        }
        is_new.push(of_part);
    }
    // What is left of the old rows has changed under the same voucher, or is gone.
    let mut by_voucher: HashMap<Voucher<'_>, Vec<(usize, Postings<'_>, &LedgerRow)>> =
        HashMap::new();
    for (part, postings, row) in old.iter().rev() {
        let left = postings.content(row).and_then(|content| by_content.get_mut(&content));
        if let Some(left) = left.filter(|left| **left > 0) {
            *left -= 1;
            by_voucher.entry((&row.voucher, row.period)).or_default().push((*part, *postings, row));
        }
    }
    for ((part, plan), is_new) in parts.iter().zip(&mut plans).zip(is_new) {
        let postings = part.postings();
        let mut previews = part.sheet.preview.iter().peekable();
        for (row, is_new) in postings.rows.iter().zip(is_new) {
            let effect = if is_new {
                let before = by_voucher.get_mut(&(&*row.voucher, row.period)).and_then(Vec::pop);
                before.map_or(Effect::New, |(_, before, old)| changed(before, old, postings, row))
            } else {
                Effect::Unchanged
            };
            plan.count(&effect);
            // A posting that an earlier part has stands in the preview, but is not taken again.
            while previews.next_if(|preview| preview.row < row.row).is_some() {
                plan.effects.push(Effect::Unchanged);
            }
            if previews.next_if(|preview| preview.row == row.row).is_some() {
                plan.effects.push(effect);
            }
        }
        plan.effects.extend(previews.map(|_| Effect::Unchanged));
        if let Some((count, _)) = part.repeated {
            plan.unchanged += count;
            plan.shared += count;
        }
    }
    let mut left: Vec<_> = by_voucher.into_values().flatten().collect();
    left.sort_unstable_by_key(|(part, _, row)| (*part, row.row));
    for (part, postings, row) in left {
        plans[part].lose(|| gone(postings, row));
    }
    plans
}

fn changed(before: Postings<'_>, old: &LedgerRow, after: Postings<'_>, new: &LedgerRow) -> Effect {
    let fields = FIELDS.into_iter().filter_map(|field| {
        let was = before.text(old, field);
        (was != after.text(new, field)).then(|| (field.to_owned(), was))
    });
    Effect::Changed(fields.collect())
}

fn gone(postings: Postings<'_>, row: &LedgerRow) -> Gone {
    let words = ["voucher", "account", "amount"].map(|field| postings.text(row, field));
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    Gone { what: words.join(" · "), day: row.day }
}
