//! Postings against those that the project has.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Effect, Gone, SheetPlan, Stage};
use crate::calendar::{Date, Span, Year};
use crate::import::accounts::{ledger_text, month_of_period};
use crate::import::sheet::SheetRead;
use crate::issue::{Issue, Severity};
use crate::message;
use crate::number::Decimal;
use crate::project::{AccountString, CustomerNames, LedgerBatch, LedgerRow};

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
}

impl Stage<'_> {
    /// Postings are known by what they are, counted. What the same stream had in the period is
    /// replaced.
    pub(super) fn take_ledger(
        &mut self,
        sheet: &SheetRead,
        year: Year,
        accounts: &[AccountString],
        (names, rows): (&[String], &Arc<Vec<LedgerRow>>),
    ) -> SheetPlan {
        let (customers, rows, unknown) = self.known_customers(names, rows);
        let new = Postings { accounts, customers: &customers, rows: &rows };
        let period = sheet.period.unwrap_or(Span::year(year));
        let is_of_sibling = |batch: &LedgerBatch| {
            let source = self.project.source(batch.source);
            source.is_some_and(|own| own.sha256 == sheet.sha256 && own.sheet != sheet.sheet)
        };
        let is_replaced = |batch: &LedgerBatch, row: &LedgerRow| {
            batch.year == year
                && self.is_same_stream(batch.source, sheet)
                && !is_of_sibling(batch)
                && month_of_period(row.period, batch.year)
                    .is_some_and(|own| own.intersection(&period).is_some())
        };
        let mut plan = compare(&self.project.ledger, new, &is_replaced, sheet);
        if unknown > 0 {
            let message = message!("import-unknown-customers", count = unknown);
            plan.notes.push(Issue { severity: Severity::Note, ..Issue::warning(message) });
        }
        plan.is_taken = plan.moves_rows() || !self.covers(sheet);
        if plan.is_taken {
            let kept = kept(&self.project.ledger, &is_replaced);
            let source = self.add_source(sheet);
            let batch = LedgerBatch {
                source,
                year,
                accounts: Arc::new(accounts.to_vec()),
                customers: Arc::new(customers),
                rows,
            };
            let batches = kept.into_iter().chain((!batch.rows.is_empty()).then_some(batch));
            self.project.ledger = Arc::new(batches.collect());
        }
        plan
    }

    /// The customers as the register names them, the rows that point at them, and how many
    /// names the register does not have: those are not taken in.
    fn known_customers(
        &self,
        names: &[String],
        rows: &Arc<Vec<LedgerRow>>,
    ) -> (Vec<String>, Arc<Vec<LedgerRow>>, usize) {
        let register = CustomerNames::of(&self.project.customers);
        let found: Vec<Option<&String>> = names
            .iter()
            .map(|name| Some(&self.project.customers.get(register.row(name)?)?.name))
            .collect();
        let unknown = found.iter().filter(|own| own.is_none()).count();
        let mut known: Vec<String> = Vec::new();
        let places: Vec<Option<u32>> = found
            .iter()
            .map(|own| {
                let own = (*own)?;
                let place = known.iter().position(|known| known == own).unwrap_or_else(|| {
                    known.push(own.clone());
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

/// Holds the new postings against those that they replace.
fn compare(
    batches: &[LedgerBatch],
    new: Postings<'_>,
    is_replaced: &dyn Fn(&LedgerBatch, &LedgerRow) -> bool,
    sheet: &SheetRead,
) -> SheetPlan {
    let mut plan = SheetPlan::default();
    let old: Vec<(Postings<'_>, &LedgerRow)> = batches
        .iter()
        .flat_map(|batch| {
            let replaced = batch.rows.iter().filter(|row| is_replaced(batch, row));
            replaced.map(move |row| (Postings::of(batch), row))
        })
        .collect();
    plan.known = u32::try_from(old.len()).unwrap_or(u32::MAX);
    if old.is_empty() {
        plan.new = u32::try_from(new.rows.len()).unwrap_or(u32::MAX);
        plan.effects = vec![Effect::New; sheet.preview.len()];
        return plan;
    }
    let mut by_content: HashMap<Content<'_>, usize> = HashMap::with_capacity(old.len());
    for content in old.iter().filter_map(|(postings, row)| postings.content(row)) {
        *by_content.entry(content).or_default() += 1;
    }
    let mut is_new = Vec::with_capacity(new.rows.len());
    for row in new.rows {
        let known = new.content(row).and_then(|content| by_content.get_mut(&content));
        is_new.push(match known {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
    }
    // What is left of the old rows has changed under the same voucher, or is gone.
    let mut by_voucher: HashMap<Voucher<'_>, Vec<(Postings<'_>, &LedgerRow)>> = HashMap::new();
    for (postings, row) in old.iter().rev() {
        let left = postings.content(row).and_then(|content| by_content.get_mut(&content));
        if let Some(left) = left.filter(|left| **left > 0) {
            *left -= 1;
            by_voucher.entry((&row.voucher, row.period)).or_default().push((*postings, row));
        }
    }
    let mut previews = sheet.preview.iter().peekable();
    for (row, is_new) in new.rows.iter().zip(is_new) {
        let effect = if is_new {
            let before = by_voucher.get_mut(&(&*row.voucher, row.period)).and_then(Vec::pop);
            before.map_or(Effect::New, |(postings, old)| changed(postings, old, new, row))
        } else {
            Effect::Unchanged
        };
        plan.count(&effect);
        if previews.next_if(|preview| preview.row == row.row).is_some() {
            plan.effects.push(effect);
        }
    }
    let mut left: Vec<_> = by_voucher.into_values().flatten().collect();
    left.sort_unstable_by_key(|(_, row)| row.row);
    for (postings, row) in left {
        plan.lose(|| gone(postings, row));
    }
    plan
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
