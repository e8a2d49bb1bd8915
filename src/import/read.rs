//! One pass over a sheet: the head is kept until the header is found, then rows are typed as
//! they stream by.

use super::body::Body;
use super::dates::{DateRule, OrderEvidence, OrderVerdict};
use super::header::{HEADER_ROWS, HeadRow, unknown};
use super::heading_years::Names;
use super::merged::Merged;
use super::noticed::note;
use super::open::{Book, Merge, Parted, SheetFacts};
use super::question::Question;
use super::raw::{Flow, RawCell};
use super::row_reader::RowReader;
use super::sheet::SheetRead;
use super::{Known, Options};
use crate::issue::Issue;
use crate::message;
use crate::words::Message;

/// Rows with content that are kept before the header is decided: as many as may stand above
/// it, and some of the data to guess from.
const HEAD_ROWS: usize = HEADER_ROWS + 60;
/// Rows between two reports of progress.
const PROGRESS_ROWS: u32 = 2_000;

/// At most this many passes follow the first: one for the order of dates, one for their zone.
const MORE_PASSES: usize = 2;

/// What became of a sheet.
pub enum SheetOutcome {
    /// It was understood, and its dates show this.
    Read(Box<SheetRead>, SeenDates),
    /// Nothing stands in it.
    Empty,
    /// There is a header but no row below it.
    OnlyHeader,
    /// A column is missing, or one that the person chose is not there.
    Unusable(Message),
    /// The person cancelled.
    Cancelled,
}

/// What dates prove of their order, and the first that proves one.
#[derive(Clone, Debug, Default)]
pub struct SeenDates {
    /// What they prove.
    pub evidence: OrderEvidence,
    /// The first proof, as it stands in the sheet.
    pub example: String,
    /// The cell of that proof, with its sheet where that has a name: `Ark2!B7`.
    pub cell: String,
}

impl SeenDates {
    /// Adds what the dates of another sheet show.
    pub fn add(&mut self, other: &Self) {
        self.evidence = self.evidence.with(other.evidence);
        if self.example.is_empty() {
            self.example.clone_from(&other.example);
            self.cell.clone_from(&other.cell);
        }
    }
}

/// Reads one sheet, by its place in the file and its name. Reading never fails because of a row.
/// What the dates of the workbook's other sheets show is told by `beside`.
///
/// # Errors
/// When the file is damaged or the sheet too large.
pub fn read_sheet(
    book: &mut Book,
    (place, sheet): (usize, &str),
    options: &Options,
    known: &Known<'_>,
    beside: &SeenDates,
    progress: &mut dyn FnMut(u32) -> bool,
) -> Result<SheetOutcome, Message> {
    let rule = DateRule {
        order: options.date_order,
        time_zone: options.time_zone.unwrap_or_default(),
        stamps: options.stamps,
        is_1904: book.is_1904(),
        ..DateRule::default()
    };
    let parted = book.parted();
    let file = book.name.clone();
    let names = Names { sheet, file: &file };
    let mut pass = Pass::new((options, names), known, rule, (parted, beside), progress);
    let facts = pass.run(book, place)?;
    // Which cells are merged is told behind the rows.
    let merges = facts.merges.as_slice();
    if pass.body.as_ref().is_some_and(|body| !Merged::below(body.header_row, merges).is_empty()) {
        let progress = pass.progress;
        pass =
            Pass { merges, ..Pass::new((options, names), known, rule, (parted, beside), progress) };
        pass.run(book, place)?;
    }
    // What the whole column proves and a footer says is known only now; another pass is cheaper
    // than keeping rows.
    for _ in 0..MORE_PASSES {
        let Some(rule) = pass.better_rule() else { break };
        let progress = pass.progress;
        let again = Pass::new((options, names), known, rule, (parted, beside), progress);
        pass = Pass { is_settled: true, merges, ..again };
        pass.run(book, place)?;
    }
    Ok(pass.finish(book, sheet, &facts))
}

struct Pass<'p> {
    options: &'p Options,
    names: Names<'p>,
    known: &'p Known<'p>,
    rule: DateRule,
    /// Whether the rule comes from the whole sheet, so that no profile knows better.
    is_settled: bool,
    /// How the rows of a text table are parted.
    parted: Option<Parted>,
    progress: &'p mut dyn FnMut(u32) -> bool,
    head: Vec<HeadRow>,
    body: Option<Body>,
    /// The sheet's merged cells, where they are known.
    merges: &'p [Merge],
    merged: Merged,
    beside: &'p SeenDates,
    evidence: OrderEvidence,
    is_cancelled: bool,
    failure: Option<Message>,
}

impl<'p> Pass<'p> {
    fn new(
        (options, names): (&'p Options, Names<'p>),
        known: &'p Known<'p>,
        rule: DateRule,
        (parted, beside): (Option<Parted>, &'p SeenDates),
        progress: &'p mut dyn FnMut(u32) -> bool,
    ) -> Self {
        Self {
            options,
            names,
            known,
            rule,
            is_settled: false,
            parted,
            progress,
            head: Vec::new(),
            body: None,
            merges: &[],
            merged: Merged::default(),
            beside,
            evidence: beside.evidence,
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
        let rule = (&mut self.rule, self.is_settled);
        let names = (self.names, self.parted);
        match Body::of_head(&head, self.options, self.known, rule, names) {
            Ok(Some((body, first))) => {
                self.merged = Merged::below(body.header_row, self.merges);
                self.body = Some(body);
                for (row, cells) in head.iter().skip(first) {
                    self.give(*row, cells);
                }
                return Flow::Continue;
            }
            Ok(None) => self.head = head,
            Err(failure) => self.failure = Some(failure),
        }
        Flow::Stop
    }

    /// The rule that the whole sheet asks for, where it is another one.
    fn better_rule(&self) -> Option<DateRule> {
        let body = self.body.as_ref().filter(|_| !self.is_cancelled && self.failure.is_none())?;
        let mut rule = self.evidence.settled(self.rule, self.options.date_order);
        // Who says that the day or the month comes first says that the year does not.
        rule.is_year_first = self.options.date_order.is_none()
            && self.evidence.has_year_first(self.known.report_year);
        if self.options.time_zone.is_none() {
            rule.time_zone = body.titles.notices.time_zone().unwrap_or(rule.time_zone);
        }
        (!rule.means_the_same(self.rule)).then_some(rule)
    }

    fn finish(self, book: &Book, sheet: &str, facts: &SheetFacts) -> SheetOutcome {
        if self.is_cancelled {
            return SheetOutcome::Cancelled;
        }
        if let Some(failure) = self.failure {
            return SheetOutcome::Unusable(failure);
        }
        let Some(mut body) = self.body else {
            return match self.head.is_empty() {
                true => SheetOutcome::Empty,
                // Lines of text that are not parted into cells.
                false if self.parted.is_some_and(|parted| parted.width < 2) => {
                    SheetOutcome::Unusable(message!("import-not-a-spreadsheet"))
                }
                false => SheetOutcome::Unusable(unknown(&self.head, self.options)),
            };
        };
        if body.last_row == body.header_row {
            return SheetOutcome::OnlyHeader;
        }
        if let Some(why) = body.reader.as_ref().and_then(RowReader::refusal) {
            return SheetOutcome::Unusable(why);
        }
        let (example, cell) = match (body.proof_date.as_str(), self.beside.example.as_str()) {
            ("", "") => (body.late_date.clone(), String::new()),
            ("", other) => (other.to_owned(), self.beside.cell.clone()),
            (proof, _) if sheet.is_empty() => (proof.to_owned(), body.proof_cell.clone()),
            (proof, _) => (proof.to_owned(), format!("{sheet}!{}", body.proof_cell)),
        };
        let seen = SeenDates { evidence: self.evidence, example, cell };
        let (questions, mut notes) = questions_and_notes(&body, &self.rule, &seen, self.options);
        notes.extend(body.repeated_notes());
        notes.extend(self.merged.notes());
        notes.extend(body.mended_note());
        let hidden = hidden_rows(&body, facts);
        if hidden > 0 {
            notes.push(note(message!("import-hidden-rows", count = hidden)));
        }
        if let Some(extension) = book.without_formats() {
            notes.push(note(message!("import-without-formats", extension = extension)));
        }
        body.see_scales(&facts.scales);
        let mut read = body.finish((self.options, &book.name), self.known, &self.rule);
        // Which days there are comes before what is asked about them.
        read.questions.splice(0..0, questions);
        read.notes.splice(0..0, book.notes().iter().cloned());
        read.notes.extend(notes);
        read.sha256.clone_from(&book.sha256);
        sheet.clone_into(&mut read.sheet);
        read.exported = read.exported.or(book.modified);
        SheetOutcome::Read(Box::new(read), seen)
    }
}

/// How many rows of the list are hidden in the sheet.
fn hidden_rows(body: &Body, facts: &SheetFacts) -> u32 {
    let (first_row, end) = (body.header_row.saturating_add(1), body.last_row.saturating_add(1));
    let hidden = facts.hidden_rows.iter().map(|(first, last)| {
        last.saturating_add(1).min(end).saturating_sub(*first.max(&first_row))
    });
    hidden.fold(0, u32::saturating_add)
}

/// What is asked and told of the sheet's dates, its zone, and its length.
fn questions_and_notes(
    body: &Body,
    rule: &DateRule,
    SeenDates { evidence, example, cell }: &SeenDates,
    options: &Options,
) -> (Vec<Question>, Vec<Issue>) {
    let (mut questions, mut notes) = (Vec::new(), Vec::new());
    match (evidence.verdict(), options.date_order) {
        (OrderVerdict::Ask, _) if rule.order.is_none() => {
            let asks = message!("import-ask-date-order", example = body.open_date.as_str());
            questions.extend(Question::date_order(asks));
        }
        (OrderVerdict::Doubtful(_), _) if rule.order.is_none() => {
            let (example, cell) = (example.as_str(), cell.as_str());
            let asks = message!("import-ask-date-order-few", example = example, cell = cell);
            questions.extend(Question::date_order(asks));
        }
        (OrderVerdict::Turned(_), None) => {
            let asks = message!("import-ask-turned", example = example.as_str());
            questions.extend(Question::date_order(asks));
        }
        (OrderVerdict::Turned(order), Some(chosen)) if order == chosen => {
            notes.push(note(message!("import-note-turned", example = example.as_str())));
        }
        (OrderVerdict::Ask | OrderVerdict::Doubtful(_), None) => {
            let order = rule.order.map(|order| order.choice().word()).unwrap_or_default();
            let example = body.open_date.as_str();
            let message =
                message!("import-note-order-remembered", example = example, order = order);
            notes.push(note(message));
        }
        (OrderVerdict::Proved(proved), Some(chosen)) if proved != chosen => {
            notes.push(note(message!("import-note-order-proved", example = example.as_str())));
        }
        _ => {}
    }
    if rule.is_year_first {
        let (example, cell) = (body.short_date.0.as_str(), body.short_date.1.as_str());
        notes.push(note(message!("import-note-year-first", example = example, cell = cell)));
    }
    let notices = &body.titles.notices;
    if let Some(zone) = notices.other_zone().filter(|_| options.time_zone.is_none()) {
        match body.mapping.profile {
            // The zone of an earlier export of the same form was answered for.
            Some(_) => {
                let means = rule.time_zone.choice().word();
                notes.push(note(message!("import-note-zone", zone = zone, means = means)));
            }
            None => questions.extend(Question::time_zone(zone)),
        }
    }
    if let Some((shown, all)) = notices.cut {
        notes.push(note(message!("import-note-cut", shown = shown, all = all)));
    }
    (questions, notes)
}
