//! One pass over a sheet: the head is kept until the header is found, then rows are typed as
//! they stream by.

use super::body::Body;
use super::dates::{DateRule, OrderEvidence, OrderVerdict};
use super::header::{HEADER_ROWS, HeadRow};
use super::merged::Merged;
use super::open::{Book, Merge, SheetFacts};
use super::raw::{Flow, RawCell};
use super::sheet::SheetRead;
use super::{Known, Options};
use crate::issue::{Issue, Severity};
use crate::message;
use crate::project::DateOrder;
use crate::words::Message;

/// Rows with content that are kept before the header is decided: as many as may stand above
/// it, and some of the data to guess from.
const HEAD_ROWS: usize = HEADER_ROWS + 60;
/// Rows between two reports of progress.
const PROGRESS_ROWS: u32 = 2_000;

/// What became of a sheet.
pub enum Outcome {
    /// It was understood.
    Read(Box<SheetRead>),
    /// Nothing stands in it.
    Empty,
    /// There is a header but no row below it.
    OnlyHeader,
    /// A column is missing, or one that the person chose is not there.
    Unusable(Message),
    /// No row looks like a known header.
    Unknown,
    /// The person cancelled.
    Cancelled,
}

/// Reads one sheet, by its place in the file and its name. Reading never fails because of a row.
///
/// # Errors
/// When the file is damaged or the sheet too large.
pub fn read_sheet(
    book: &mut Book,
    (place, sheet): (usize, &str),
    options: &Options,
    known: &Known<'_>,
    progress: &mut dyn FnMut(u32) -> bool,
) -> Result<Outcome, Message> {
    let rule = DateRule {
        order: options.date_order,
        time_zone: options.time_zone.unwrap_or_default(),
        stamps: options.stamps,
        is_1904: book.is_1904(),
    };
    let mut pass = Pass::new((options, sheet), known, rule, progress);
    let facts = pass.run(book, place)?;
    // Which cells are merged is told behind the rows.
    let merges = facts.merges.as_slice();
    if pass.body.as_ref().is_some_and(|body| !Merged::below(body.header_row, merges).is_empty()) {
        let progress = pass.progress;
        pass = Pass { merges, ..Pass::new((options, sheet), known, rule, progress) };
        pass.run(book, place)?;
    }
    // What the whole column proves is known only now; another pass is cheaper than keeping rows.
    let is_month_first = pass.evidence.verdict() == OrderVerdict::MonthFirst;
    if pass.rule.order.is_none() && is_month_first {
        let progress = pass.progress;
        let rule = DateRule { order: Some(DateOrder::MonthFirst), ..rule };
        pass = Pass { merges, ..Pass::new((options, sheet), known, rule, progress) };
        pass.run(book, place)?;
    }
    Ok(pass.finish(book, sheet, &facts))
}

struct Pass<'p> {
    options: &'p Options,
    sheet: &'p str,
    known: &'p Known<'p>,
    rule: DateRule,
    progress: &'p mut dyn FnMut(u32) -> bool,
    head: Vec<HeadRow>,
    body: Option<Body>,
    /// The sheet's merged cells, where they are known.
    merges: &'p [Merge],
    merged: Merged,
    evidence: OrderEvidence,
    is_cancelled: bool,
    failure: Option<Message>,
}

impl<'p> Pass<'p> {
    fn new(
        (options, sheet): (&'p Options, &'p str),
        known: &'p Known<'p>,
        rule: DateRule,
        progress: &'p mut dyn FnMut(u32) -> bool,
    ) -> Self {
        Self {
            options,
            sheet,
            known,
            rule,
            progress,
            head: Vec::new(),
            body: None,
            merges: &[],
            merged: Merged::default(),
            evidence: OrderEvidence::default(),
            is_cancelled: false,
            failure: None,
        }
    }

    fn run(&mut self, book: &mut Book, place: usize) -> Result<SheetFacts, Message> {
        let facts = book.read(place, &mut |row, cells| self.take(row, cells))?;
        if self.body.is_none() && !self.head.is_empty() && self.failure.is_none() {
            self.decide();
        }
        Ok(facts)
    }

    fn take(&mut self, row: u32, cells: &[RawCell<'_>]) -> Flow {
        if cells.iter().all(RawCell::is_blank) {
            return Flow::Continue;
        }
        if row.is_multiple_of(PROGRESS_ROWS) && !(self.progress)(row) {
            self.is_cancelled = true;
            return Flow::Stop;
        }
        match &mut self.body {
            Some(_) => self.give(row, cells),
            None => {
                self.head.push((row, cells.iter().map(RawCell::to_owned_cell).collect()));
                if self.head.len() >= HEAD_ROWS {
                    return self.decide();
                }
            }
        }
        Flow::Continue
    }

    /// Gives a row to the body, with what merged cells let hold in it.
    fn give(&mut self, row: u32, cells: &[RawCell<'_>]) {
        let Some(body) = &mut self.body else { return };
        if self.merged.is_empty() {
            return body.take(row, cells, &self.rule, &mut self.evidence);
        }
        let cells = self.merged.fill(row, cells, |column| body.adds_up(column));
        body.take(row, &cells, &self.rule, &mut self.evidence);
    }

    /// Finds the header in the head, and takes the head's rows below it.
    fn decide(&mut self) -> Flow {
        let head = std::mem::take(&mut self.head);
        match Body::of_head(&head, self.options, self.known, (&mut self.rule, self.sheet)) {
            Ok(Some((body, at))) => {
                self.merged = Merged::below(body.header_row, self.merges);
                self.body = Some(body);
                for (row, cells) in head.iter().skip(at + 1) {
                    self.give(*row, cells);
                }
                return Flow::Continue;
            }
            Ok(None) => self.head = head,
            Err(failure) => self.failure = Some(failure),
        }
        Flow::Stop
    }

    fn finish(self, book: &Book, sheet: &str, facts: &SheetFacts) -> Outcome {
        if self.is_cancelled {
            return Outcome::Cancelled;
        }
        if let Some(failure) = self.failure {
            return Outcome::Unusable(failure);
        }
        let Some(body) = self.body else {
            return if self.head.is_empty() { Outcome::Empty } else { Outcome::Unknown };
        };
        if body.last_row == body.header_row {
            return Outcome::OnlyHeader;
        }
        let verdict = if self.rule.order.is_some() {
            OrderVerdict::DayFirst
        } else {
            self.evidence.verdict()
        };
        let rows = body.header_row.saturating_add(1)..=body.last_row;
        let hidden = facts.hidden_rows.iter().map(|(first, last)| {
            let last = last.saturating_add(1).min(rows.end().saturating_add(1));
            last.saturating_sub(*first.max(rows.start()))
        });
        let hidden = hidden.fold(0, u32::saturating_add);
        let mut read = body.finish(self.options, self.known, &self.rule, verdict);
        read.notes.extend(self.merged.notes());
        if hidden > 0 {
            let message = message!("import-hidden-rows", count = hidden);
            read.notes.push(Issue { severity: Severity::Note, ..Issue::warning(message) });
        }
        read.sha256.clone_from(&book.sha256);
        sheet.clone_into(&mut read.sheet);
        read.exported = read.exported.or(book.modified);
        Outcome::Read(Box::new(read))
    }
}
