//! A sheet of accounts when its last row has been read: sums checked, strings understood.

use std::borrow::Cow;
use std::collections::HashSet;

use super::amounts::Amounts;
use super::balances::Balances;
use super::codes::{Padding, RawString};
use super::decide::{Reading, decide};
use super::part_year::PartYear;
use super::sides::Side;
use super::total_rows::TotalRows;
use super::totals::{Mismatch, Totals};
use super::{AccountsReader, Step, What, ledger, other_plan, twice};
use crate::calendar::{Span, Year};
use crate::import::noticed::{note, note_at};
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::raw::RawCell;
use crate::import::sheet::TypedRows;
use crate::import::verdict::{Reject, SkipReason, Skipped};
use crate::issue::Issue;
use crate::kostra::Book;
use crate::message;
use crate::number::{self, Decimal};
use crate::project::{AccountString, SourceKind, TableId, cell_name};
use crate::words::Message;

/// At most this many wrong sub-totals are noted one by one.
const TOLD: usize = 20;

/// What became of a sheet's rows.
#[derive(Default)]
pub struct Finished {
    /// The accepted rows; `None` where nothing was read.
    pub rows: Option<TypedRows>,
    /// Rows that could not be understood.
    pub rejects: Vec<Reject>,
    /// Rows that are no data.
    pub skipped: Vec<Skipped>,
    /// What a person should know.
    pub notes: Vec<Issue>,
    /// What only a person knows.
    pub questions: Vec<Question>,
    /// The days that the rows speak of.
    pub period: Option<Span>,
    /// Whether what a person says of rows with the same key was needed.
    pub is_repeat_said: bool,
    /// Whether what a person says of the books of accounts was needed.
    pub is_book_said: bool,
    /// What is left out because a person said so, by the numbers of the cases.
    pub left_out: Vec<Box<str>>,
    /// The company whose rows they are, where a column, a group or a title names one.
    pub company: Option<String>,
    /// What the sheet says of the unit of its amounts, as it is compared.
    pub unit_words: Option<String>,
}

impl Finished {
    /// Leaves a row out.
    pub fn skip(&mut self, row: u32, reason: SkipReason) {
        self.skipped.push(Skipped { first: row, last: row, reason });
    }

    /// Tells something.
    pub fn note(&mut self, cell: Option<String>, message: Message) {
        self.notes.push(match cell {
            Some(cell) => note_at(message, &cell),
            None => note(message),
        });
    }
}

/// A row of data as it was understood.
pub struct DataRow {
    /// The row, as Excel counts.
    pub row: u32,
    /// The account string, by its place among the sheet's.
    pub string: u32,
    /// The row among those of data, from 0.
    pub place: usize,
    /// The amounts, with the sign of the sheet.
    pub amounts: Amounts,
    /// Whose it is, by the company's place.
    pub company: u32,
}

impl AccountsReader {
    /// Types the rows.
    pub fn finish(mut self) -> Finished {
        let mut finished = Finished::default();
        let without_zeros = self.strings.restore();
        if !without_zeros.is_empty() {
            let codes = without_zeros.join(", ");
            finished.note(None, message!("import-note-units-padded", codes = codes));
        }
        self.prefix_groups = self.prefix_groups();
        self.tell_left(&mut finished);
        self.decide_unit(&mut finished);
        self.see_sides(&mut finished);
        finished.notes.extend(self.amounts.note());
        self.settle_titled_unit(&mut finished);
        let is_balance = self.kind == SourceKind::Table(TableId::BalanceList);
        let year = self.surroundings.year;
        let reading = match &self.surroundings.form {
            Some(form) => {
                let padding =
                    if is_balance { Padding::NONE } else { Padding::of(self.strings.all()) };
                Reading { form: form.clone(), padding, doubt: None, misnamed: None }
            }
            None => decide(&self.account_strings(), is_balance, year),
        };
        let has_arts = self.strings.have_arts();
        let other_plan = other_plan::of_ns4102(self.strings.all()).filter(|_| !is_balance);
        if let Some(example) = other_plan {
            self.refuse_plan(example, &mut finished);
            return finished;
        }
        if let Some((example, candidates)) = reading.doubt.as_ref().filter(|_| !has_arts) {
            let mut question = Question::account_form(example, candidates);
            if let (Some(question), Some(misnamed)) = (&mut question, &reading.misnamed) {
                question.asks = misnamed.asks();
            }
            finished.questions.extend(question);
        }
        self.ask_whose_units(&reading, &mut finished);
        if let Some(example) = self.amounts.question() {
            finished.questions.extend(Question::decimal_mark(example));
        }
        let rows = self.walk(&mut finished);
        let rows = self.of_company(rows, &mut finished);
        let taken = self.companies.taken(self.surroundings.company.as_deref());
        finished.company = taken.map(str::to_owned);
        let mut strings: Vec<Option<AccountString>> = self
            .strings
            .all()
            .iter()
            .map(|string| {
                let resolved = string.resolved(&reading.form, reading.padding);
                let is_balance = Book::of_class(&string.class) == Some(Book::Balanse);
                // Where other accounts have an *art* beside their number, a number is no *art*.
                resolved.filter(|_| !has_arts || is_balance || string.has_art())
            })
            .collect();
        self.settle_book(&mut strings, &mut finished);
        let rows = self.understood(rows, &strings, &mut finished);
        let mut rows = self.of_closings(rows, &mut finished);
        self.ask_for_account(rows.len(), &mut finished);
        self.settle_signs(&mut rows, &strings, &mut finished);
        self.make_closing(&mut rows, &mut finished);
        self.typed(rows, strings, &mut finished);
        finished
    }

    /// Rejects all rows, whose plan is not KOSTRA's.
    fn refuse_plan(&self, example: &RawString, finished: &mut Finished) {
        let column = self.columns.account.unwrap_or_default();
        let code = example.account.text.as_str();
        let name = example.account_name.as_str();
        for row in self.walk(finished) {
            let raw = usize::try_from(row.string).ok().and_then(|at| self.strings.all().get(at));
            let text = raw.map_or(String::new(), |string| string.account.text.clone());
            let cause = message!("import-other-plan", code = code, name = name);
            let cell = RawCell::Text(text.into());
            finished.rejects.push(Reject::new(row.row, column, &cell, cause));
        }
    }

    /// The account strings of the rows that sum up no others.
    pub(super) fn account_strings(&self) -> Cow<'_, [RawString]> {
        if self.prefix_groups.is_empty() {
            return Cow::Borrowed(self.strings.all());
        }
        let mut wanted = HashSet::new();
        let data = self.steps.iter().filter_map(|step| match step.what {
            What::Data(string) => Some(string),
            _ => None,
        });
        let accounts = data.enumerate().filter(|(place, _)| !self.prefix_groups.contains(place));
        wanted.extend(accounts.filter_map(|(_, string)| usize::try_from(string).ok()));
        let all = self.strings.all().iter().enumerate();
        Cow::Owned(all.filter(|(at, _)| wanted.contains(at)).map(|(_, own)| own.clone()).collect())
    }

    /// Goes through the rows in order: data is given back, and sums are held against it.
    fn walk(&self, finished: &mut Finished) -> Vec<DataRow> {
        let mut totals = Totals::default();
        let mut rows = Vec::with_capacity(self.steps.len());
        let mut place = 0;
        let mut wrong = Vec::new();
        let is_sided = self.is_sided();
        let TotalRows { places: mut total_rows, wrong: mut wrong_rows, alike } =
            self.total_rows(is_sided);
        total_rows.extend(&self.prefix_groups);
        if !self.prefix_groups.is_empty() {
            let count = self.prefix_groups.len();
            finished.note(None, message!("import-prefix-groups", count = count));
        }
        self.tell_alike(&alike, finished);
        for step in &self.steps {
            let this = place;
            place += usize::from(matches!(step.what, What::Data(_)));
            if matches!(step.what, What::Data(_)) && total_rows.contains(&this) {
                finished.skip(step.row, SkipReason::Sum);
                continue;
            }
            if step.what == What::Group {
                totals.bound();
                continue;
            }
            let mut amounts = match self.amounts.amounts(step.row, step.amounts) {
                Ok(amounts) => amounts,
                Err(reject) => {
                    finished.rejects.push(reject);
                    continue;
                }
            };
            if is_sided && step.side == Side::Credit {
                amounts = turned(amounts);
            }
            match step.what {
                What::Data(_) if is_sided && lacks_side(step, &amounts) => {
                    let column = self.columns.side.unwrap_or_default();
                    let cause = message!("import-side-missing");
                    finished.rejects.push(Reject::new(step.row, column, &RawCell::Empty, cause));
                }
                What::Data(string) => {
                    match self
                        .postings
                        .as_ref()
                        .is_some_and(|postings| postings.is_opening_sum(this))
                    {
                        true => totals.open(&amounts),
                        false => totals.add(&amounts),
                    }
                    let company = step.company;
                    rows.push(DataRow { row: step.row, string, place: this, amounts, company });
                }
                // A sum without a side may stand on either.
                _ if is_sided && step.side == Side::Unsaid && totals.is_sum(&turned(amounts)) => {
                    self.sum(step, turned(amounts), &mut totals, &mut wrong, finished);
                }
                _ => self.sum(step, amounts, &mut totals, &mut wrong, finished),
            }
        }
        wrong.extend(totals.unmet());
        // Thousands are rounded, each by half at most, and so is their sum.
        // What is less than an øre is the noise of a float.
        let slack = self.amounts.rounding() * Decimal::from(rows.len() + 1);
        let slack = slack.max(Decimal::new(5, 3));
        for (_, mismatches) in wrong.iter_mut().chain(&mut wrong_rows) {
            mismatches.retain(|mismatch| (mismatch.says - mismatch.sum).abs() > slack);
        }
        self.tell_wrong_rows(&wrong_rows, finished);
        self.tell(wrong, finished);
        rows
    }

    fn sum(
        &self,
        step: &Step,
        amounts: Amounts,
        totals: &mut Totals,
        wrong: &mut Vec<(u32, Vec<Mismatch>)>,
        finished: &mut Finished,
    ) {
        let row = step.row;
        match step.what {
            What::SumAhead => totals.expect(row, amounts),
            What::Opening => totals.open(&amounts),
            What::Unnamed if !totals.is_sum(&amounts) => {
                finished.rejects.push(self.no_number(row));
                return;
            }
            _ => {
                let mismatches = totals.check(&amounts);
                if !mismatches.is_empty() {
                    wrong.push((row, mismatches));
                }
            }
        }
        finished.skip(row, SkipReason::Sum);
    }

    /// Says which sub-totals are not what their rows come to.
    fn tell(&self, mut wrong: Vec<(u32, Vec<Mismatch>)>, finished: &mut Finished) {
        wrong.sort_by_key(|(row, _)| *row);
        let all = wrong
            .iter()
            .flat_map(|(row, mismatches)| mismatches.iter().map(move |mismatch| (*row, mismatch)));
        let count = all.clone().count();
        for (row, mismatch) in all.take(TOLD) {
            let cell = cell_name(self.amounts.column_of(mismatch.field), row);
            let message = message!(
                "import-sum-differs",
                cell = cell.as_str(),
                says = number::decimal(mismatch.says, 2),
                sum = number::decimal(mismatch.sum, 2),
                difference = number::decimal(mismatch.says - mismatch.sum, 2),
            );
            finished.note(Some(cell), message);
        }
        if count > TOLD {
            finished.note(None, message!("import-sums-differ", count = count - TOLD));
        }
    }

    /// The rows whose account string is understood and belongs to the books of the kind.
    fn understood(
        &self,
        rows: Vec<DataRow>,
        strings: &[Option<AccountString>],
        finished: &mut Finished,
    ) -> Vec<DataRow> {
        let is_balance = match self.kind {
            SourceKind::Table(TableId::BalanceList) => Some(true),
            SourceKind::Table(_) => Some(false),
            _ => None,
        };
        let belongs = |string: &AccountString| {
            let book = Book::of_class(&string.class);
            book.zip(is_balance).is_none_or(|(book, is)| (book == Book::Balanse) == is)
        };
        let mut others = 0_usize;
        let mut kept = Vec::with_capacity(rows.len());
        for row in rows {
            match strings.get(row.string as usize) {
                Some(Some(string)) if belongs(string) => kept.push(row),
                Some(Some(_)) => {
                    others += 1;
                    finished.skip(row.row, SkipReason::OtherBooks);
                }
                _ => finished.rejects.push(self.no_account(&row)),
            }
        }
        let asks = match is_balance {
            Some(false) => Some((message!("import-ask-balance-list"), TableId::BalanceList)),
            Some(true) => Some((message!("import-ask-balances"), TableId::Balances)),
            None => None,
        };
        // Nothing is left of what was taken for the wrong list.
        if let Some((asks, table)) = asks
            && others > 0
            && kept.is_empty()
            && finished.rejects.is_empty()
        {
            let kind = SourceKind::Table(table);
            let answer = Answer::new(crate::t!(kind.word_key()), Setting::Kind(kind));
            finished.questions.extend(Question::new(asks, vec![answer]));
        } else if others > 0 {
            finished.note(
                None,
                match is_balance {
                    Some(true) => message!("import-other-books-drift", count = others),
                    _ => message!("import-other-books-balance", count = others),
                },
            );
        }
        kept
    }

    /// Keeps only the row of the closing balance where an account has one.
    fn of_closings(&self, rows: Vec<DataRow>, finished: &mut Finished) -> Vec<DataRow> {
        if self.closings.is_empty() {
            return rows;
        }
        let is_closing = |row: &DataRow| self.closings.contains(&row.row);
        let closed: HashSet<u32> =
            rows.iter().filter(|row| is_closing(row)).map(|row| row.string).collect();
        let (kept, others): (Vec<DataRow>, Vec<DataRow>) =
            rows.into_iter().partition(|row| is_closing(row) || !closed.contains(&row.string));
        others.iter().for_each(|row| finished.skip(row.row, SkipReason::Sum));
        if !others.is_empty() {
            finished.note(None, message!("import-closing-rows", count = others.len()));
        }
        kept
    }

    fn no_account(&self, row: &DataRow) -> Reject {
        let column = self.columns.account.unwrap_or_default();
        let raw = self.strings.all().get(row.string as usize);
        let text = raw.map_or(String::new(), |string| string.account.text.clone());
        let cause = match text.chars().any(char::is_alphabetic) {
            _ if raw.is_some_and(|string| string.account.is_lost) => {
                message!("import-account-digits-lost")
            }
            _ if self.columns.art.is_some() && self.strings.have_arts() => {
                message!("import-art-missing")
            }
            true => message!("import-not-an-account", text = text.as_str()),
            false => message!("import-account-unknown-form"),
        };
        Reject::new(row.row, column, &RawCell::Text(text.into()), cause)
    }

    /// What is told where a column says that all rows are of a part of the year.
    fn part_of_year(&self, year: Year) -> Option<Issue> {
        let mut unread = self.dimensions.as_ref()?.unread();
        let part = unread.find_map(|(column, texts)| {
            PartYear::of_column((self.headings.get(column)?, column), &texts, year)
        });
        part.and_then(|part| part.note(self.kind, year))
    }

    fn typed(
        self,
        rows: Vec<DataRow>,
        strings: Vec<Option<AccountString>>,
        finished: &mut Finished,
    ) {
        let year: Year = self.surroundings.year;
        let is_told = self.surroundings.is_year_told;
        finished.notes.extend(self.part_of_year(year));
        match (self.postings, self.kind) {
            (Some(postings), _) => {
                let strings = strings.into_iter().map(Option::unwrap_or_default).collect();
                ledger::typed(postings, rows, strings, year, finished);
            }
            (None, SourceKind::Table(table)) => {
                let told = (self.dimensions.as_ref(), self.surroundings.repeated);
                let rows = twice::one_plan(rows, &strings, told, finished);
                let headings = (&self.headings[..], self.names, self.surroundings.repeated);
                let strings = (self.strings.all(), &strings[..]);
                let balances = Balances::new(table, &self.columns, strings, headings);
                balances.typed(rows, (year, is_told), finished);
            }
            (None, _) => {}
        }
    }
}

pub(super) fn turned(amounts: Amounts) -> Amounts {
    amounts.map(|amount| amount.map(|value| -value))
}

/// Whether a row has an amount of which nothing says the side.
fn lacks_side(step: &Step, amounts: &Amounts) -> bool {
    step.side == Side::Unsaid && amounts.iter().flatten().any(|amount| !amount.is_zero())
}
