//! Amounts of the project that other amounts would take the place of: a correction moves a few
//! accounts, but another company's list, or one in another unit, moves nearly all of them.

use super::delivery::sheet_in_words;
use super::tables::Step;
use super::{Stage, is_same_sheet};
use crate::calendar::Span;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::sheet::SheetRead;
use crate::import::sheet::is_about_accounts;
use crate::message;
use crate::number::{self, Decimal};
use crate::project::{AmountUnit, Cell, CellKind, Rows, SourceId};

/// Fewer rows than this are corrected one by one.
const ROWS: usize = 3;
/// Two lists are of other units when the one is this many times the other, however short they are.
const OTHER_UNIT: Decimal = Decimal::TEN;
/// The amounts of accounts grow while the year runs, at most from one month to twelve.
const MONTHS: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// What becomes of the amounts of one column.
#[derive(Default)]
struct Replaced {
    rows: usize,
    changed: usize,
    /// How many of them do not get smaller.
    growing: usize,
    before: Decimal,
    after: Decimal,
    moved: Decimal,
    source: Option<SourceId>,
}

impl Replaced {
    fn see(&mut self, (before, after): (Decimal, Decimal), source: SourceId) {
        self.rows += 1;
        self.changed += usize::from(before != after);
        self.growing += usize::from(after.abs() >= before.abs());
        self.before += before.abs();
        self.after += after.abs();
        self.moved += (after - before).abs();
        self.source.get_or_insert(source);
    }

    fn is_times(&self, times: Decimal) -> bool {
        self.before * times <= self.after || self.after * times <= self.before
    }

    /// Whether nearly all of it moves, and far.
    fn is_out_of_proportion(&self) -> bool {
        let is_far = self.moved * Decimal::from(4) > self.before.max(self.after);
        let is_all = self.changed * 2 > self.rows;
        match self.rows {
            0 | 1 => false,
            rows if rows < ROWS => self.changed == rows && self.is_times(OTHER_UNIT),
            _ => is_all && is_far,
        }
    }

    /// Whether it may be the same year, some months later, at most that many times as much.
    fn has_grown(&self, most: Decimal) -> bool {
        self.growing * 10 >= self.rows * 9 && self.after <= self.before * most
    }
}

impl Stage<'_> {
    /// What is asked: whether the amounts of a sheet take the place of those that the project has, where
    /// hardly any of them stays what it was.
    pub(super) fn question_of_replaced(
        &self,
        sheet: &SheetRead,
        project_rows: &dyn Rows,
        (columns, steps): (&[usize], &[Step]),
    ) -> Option<(usize, Question)> {
        if sheet.replaces || !is_about_accounts(sheet.kind()) {
            return None;
        }
        let mut asked = None;
        for column in columns {
            let Some(definition) = project_rows.columns().get(*column) else { continue };
            if !matches!(definition.kind, CellKind::Number { .. }) {
                continue;
            }
            let replaced = self.replaced(project_rows, *column, steps);
            let may_grow = matches!(definition.id, "actual" | "closing");
            if !replaced.is_out_of_proportion()
                || may_grow
                    && self
                        .growth(replaced.source, sheet)
                        .is_some_and(|most| replaced.has_grown(most))
            {
                continue;
            }
            asked = self.ask_of(sheet, &replaced, &crate::t!(definition.word_key));
            break;
        }
        asked
    }

    /// The same of postings that have the vouchers of others.
    pub(super) fn question_of_vouchers(
        &self,
        sheet: &SheetRead,
        vouchers: &[(SourceId, Vec<Decimal>, Vec<Decimal>)],
    ) -> Option<(usize, Question)> {
        let mut replaced = Replaced::default();
        for (source, before, after) in vouchers {
            let (mut before, mut after) = (before.clone(), after.clone());
            before.retain(|amount| match after.iter().position(|other| other == amount) {
                Some(at) => {
                    replaced.see((*amount, after.swap_remove(at)), *source);
                    false
                }
                None => true,
            });
            before.sort_unstable();
            after.sort_unstable();
            for at in 0..before.len().max(after.len()) {
                let amount = |side: &[Decimal]| side.get(at).copied().unwrap_or_default();
                replaced.see((amount(&before), amount(&after)), *source);
            }
        }
        let asks = !sheet.replaces && replaced.is_out_of_proportion();
        asks.then(|| self.ask_of(sheet, &replaced, &crate::t!("column-amount"))).flatten()
    }

    /// Asks whether amounts take the place of those of a column.
    fn ask_of(
        &self,
        sheet: &SheetRead,
        replaced: &Replaced,
        column: &str,
    ) -> Option<(usize, Question)> {
        let source = replaced.source.and_then(|source| self.project.source(source));
        let asks = message!(
            "import-ask-replaced",
            changed = replaced.changed,
            rows = replaced.rows,
            column = column,
            place = source.map_or(String::new(), |own| sheet_in_words(&own.file, &own.sheet)),
            before = number::decimal(replaced.before, 2),
            after = number::decimal(replaced.after, 2),
        );
        let mut answers = Vec::new();
        let is_in_thousands = !replaced.after.is_zero() && {
            let times = replaced.before / replaced.after;
            times > Decimal::from(300) && times < Decimal::from(3_000)
        };
        if is_in_thousands {
            let words = crate::t!("import-replaced-thousands");
            answers.push(Answer::new(words, Setting::Unit(AmountUnit::Thousand)));
        }
        answers.push(Answer::new(crate::t!("import-replaced-allow"), Setting::Replace));
        let at = self.sheets.iter().position(|other| is_same_sheet(other, sheet));
        at.zip(Question::new(asks, answers))
    }

    fn replaced(&self, project_rows: &dyn Rows, column: usize, steps: &[Step]) -> Replaced {
        let mut replaced = Replaced::default();
        for step in steps {
            let Some(place) = step.place else { continue };
            let Some(origin) = project_rows.origin(place) else { continue };
            if self.is_of_this_import(origin.source) {
                continue;
            }
            let Cell::Number(before) = project_rows.cell(place, column) else { continue };
            let cell = step.cells.iter().find(|(known, _)| *known == column);
            let after = match cell {
                None => before,
                Some((_, Cell::Number(after))) => *after,
                Some(_) => Decimal::ZERO,
            };
            if !before.is_zero() || !after.is_zero() {
                replaced.see((before, after), origin.source);
            }
        }
        replaced
    }

    /// How many times as much the amounts of a source can become, where it was imported before the
    /// days were over that it speaks of, or says of itself that it ends earlier in the year than the
    /// sheet: the autumn may have twice what the spring had.
    fn growth(&self, source: Option<SourceId>, sheet: &SheetRead) -> Option<Decimal> {
        let source = source.and_then(|source| self.project.source(source))?;
        let earlier = source.period?;
        let is_longer =
            |period: Span| earlier.last < period.last && earlier.last.year() == period.last.year();
        if source.imported.day() <= earlier.last {
            return Some(MONTHS);
        }
        let months = Decimal::from(earlier.last.month());
        sheet.period.is_some_and(is_longer).then(|| MONTHS * Decimal::TWO / months)
    }
}
