//! What a sheet of accounts shows only when its last row has been read, and what is asked then:
//! the unit, the sides, whose rows are wanted, which column holds the accounts.

use super::codes::RawString;
use super::columns::AmountColumn;
use super::company::Wanted;
use super::currency::foreign_question;
use super::decide::Reading;
use super::doubts::account_question;
use super::expenses::expenses_below;
use super::finish::{DataRow, Finished, turned};
use super::shown::Formats;
use super::sides::{Side, Signs};
use super::sign::{self, ColumnSigns};
use super::total_rows::{Alike, Candidate, TotalRows};
use super::totals::Mismatch;
use super::units::{ask_unit, decide};
use super::{AccountsReader, What};
use crate::import::account_form::Part;
use crate::import::mapping::missing;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::raw::RawCell;
use crate::import::sheet::field_word;
use crate::import::verdict::{Reject, SkipReason};
use crate::kostra::Book;
use crate::message;
use crate::number::{self, Decimal};
use crate::project::{
    AccountString, AmountUnit, LedgerSign, RepeatedRows, SourceKind, TableId, cell_name,
};

/// At most this many rows that may be totals are noted one by one.
const TOLD: usize = 20;

/// An account string of this many parts has *kontoklasse*, *konto*, and mostly an *ansvar*.
const PARTS_WITH_UNIT: usize = 4;

impl AccountsReader {
    /// Names the columns of other years.
    pub(super) fn tell_left(&self, finished: &mut Finished) {
        let Some((cell, _)) = self.surroundings.left.first() else { return };
        let headings = self.surroundings.left.iter().map(|(_, heading)| format!("«{heading}»"));
        let headings: Vec<String> = headings.collect();
        let message = message!(
            "import-other-years",
            count = headings.len(),
            columns = headings.join(", "),
            year = self.surroundings.year.to_string(),
        );
        finished.note(Some(cell.clone()), message);
    }

    /// Decides what the amounts are counted in.
    pub(super) fn decide_unit(&mut self, finished: &mut Finished) {
        let columns = self.columns.amounts.iter();
        let headings: Vec<&str> = columns
            .map(|column| self.headings.get(column.column).map_or("", String::as_str))
            .collect();
        let only = self.amounts.take_only_unit();
        self.surroundings.add_unit(only, self.columns.currency);
        let mut formats = Formats::default();
        self.amounts.see_formats(&mut formats);
        let have_ore = self.amounts.have_ore() && !formats.is_scaled();
        let said_unit = self.surroundings.said_unit();
        let decided = decide(&self.surroundings, &headings, have_ore);
        let mut decided = formats.settle(decided, said_unit);
        let foreign = foreign_question(self.surroundings.foreign.as_deref(), &headings);
        let is_larger = decided.unit != AmountUnit::Krone;
        if is_larger && said_unit.is_none() && self.amounts.may_be_shown_in_thousands() {
            let unit = decided.unit.choice().word().to_lowercase();
            decided.question = ask_unit(message!("import-ask-unit-unseen", unit = unit));
        }
        if let (Some(asks), None) = (foreign, said_unit) {
            decided.question = Some(asks);
        }
        let unit = (decided.unit, said_unit.is_some());
        self.amounts.count_in(unit, decided.goes_before_headings);
        finished.unit_words = Some(decided.words);
        finished.questions.extend(decided.question);
        finished.notes.extend(decided.note);
    }

    /// Sees whether amounts of credit and debit carry their sign.
    pub(super) fn see_sides(&mut self, finished: &mut Finished) {
        self.amounts.see_sides();
        if self.amounts.is_debit_signed() {
            finished.note(None, message!("import-debit-signed"));
        }
        if self.amounts.is_credit_signed() {
            finished.note(None, message!("import-credit-signed"));
        }
    }

    /// Asks whether a column like «Enhet» holds companies, where the account strings have another
    /// *ansvar* than it does, or so many parts that one may well be the *ansvar*.
    pub(super) fn ask_whose_units(&self, reading: &Reading, finished: &mut Finished) {
        let Some(heading) = &self.unit_or_company else { return };
        let is_other = |string: &RawString| {
            let code = reading.padding.padded(&string.account);
            let parts = reading.form.split(&code).unwrap_or_default();
            let mut units = parts.iter().filter(|(part, _)| *part == Part::Unit);
            !string.unit.is_empty() && units.any(|(_, unit)| *unit != string.unit)
        };
        let all = self.strings.all();
        let are_several =
            all.iter().any(|string| all.first().is_some_and(|first| string.unit != first.unit));
        let is_long = |string: &RawString| {
            let code = reading.padding.padded(&string.account);
            reading.form.split(&code).is_some_and(|parts| parts.len() >= PARTS_WITH_UNIT)
        };
        let has_units = are_several && all.iter().any(is_long);
        if !has_units && !all.iter().any(is_other) {
            return;
        }
        let answer = |field: &str| {
            let column = Setting::Column { field: field.to_owned(), column: heading.clone() };
            Answer::new(field_word(self.kind, field), column)
        };
        let asks = message!("import-ask-company-or-unit", column = heading.as_str());
        finished.questions.extend(Question::new(asks, vec![answer("company"), answer("unit")]));
    }

    /// Lets each column have the ledger's sign. The investments of a list with both books may have
    /// another than *drift*.
    pub(super) fn settle_signs(
        &self,
        rows: &mut Vec<DataRow>,
        strings: &[Option<AccountString>],
        finished: &mut Finished,
    ) {
        let is_investment = |row: &DataRow| {
            let string = usize::try_from(row.string).ok().and_then(|at| strings.get(at));
            let class = string.and_then(Option::as_ref).map(|string| string.class.as_str());
            class.and_then(Book::of_class) == Some(Book::Investering)
        };
        let (mut investments, mut others): (Vec<DataRow>, Vec<DataRow>) =
            std::mem::take(rows).into_iter().partition(is_investment);
        let are_two = !investments.is_empty() && !others.is_empty();
        if are_two && self.kind == SourceKind::Table(TableId::Balances) {
            self.settle_signs_of(&mut others, strings, finished);
            let of_investments: Vec<Option<AccountString>> = strings
                .iter()
                .map(|string| {
                    let is = |own: &&AccountString| {
                        Book::of_class(&own.class) == Some(Book::Investering)
                    };
                    string.as_ref().filter(is).cloned()
                })
                .collect();
            let asked = finished.questions.len();
            self.settle_signs_of(&mut investments, &of_investments, finished);
            // One answer is for both.
            finished.questions.truncate(if asked > 0 { asked } else { usize::MAX });
            others.append(&mut investments);
            others.sort_by_key(|row| row.place);
        } else {
            others.append(&mut investments);
            others.sort_by_key(|row| row.place);
            self.settle_signs_of(&mut others, strings, finished);
        }
        *rows = others;
    }

    fn settle_signs_of(
        &self,
        rows: &mut [DataRow],
        strings: &[Option<AccountString>],
        finished: &mut Finished,
    ) {
        let is_balance = self.kind == SourceKind::Table(TableId::BalanceList);
        let year = self.surroundings.year;
        let columns = self.amounts.columns();
        let shown = ColumnSigns::of(self.kind, rows, strings, (year, columns));
        let mut sign = self.surroundings.sign;
        let is_moved = columns.iter().any(|column| column.is_sided && column.field == 2);
        if is_balance
            && is_moved
            && sign.is_none()
            && shown.doubt().is_some_and(|doubt| doubt.is_unsigned())
            && sign::is_moved_without_sign(rows, strings, year)
        {
            sign = Some(LedgerSign::Unsigned);
            finished.note(None, message!("import-sign-by-movement"));
        }
        let doubt = shown.doubt();
        if sign.is_none()
            && let Some(doubt) = doubt.as_ref().or(shown.is_unclear_beside())
        {
            finished.questions.extend(doubt.question());
        } else if sign.is_none()
            && self.kind == SourceKind::Table(TableId::Balances)
            && finished.questions.is_empty()
        {
            let below = expenses_below(rows, strings);
            finished.questions.extend(below.and_then(|doubt| doubt.question()));
        }
        // The amounts of a balance list show their sign, so that no answer about other files turns
        // it.
        let fits = |sign: LedgerSign| match doubt {
            Some(doubt) => doubt.is_unsigned() == (sign == LedgerSign::Unsigned),
            None => false,
        };
        let sign = sign.filter(|sign| !is_balance || fits(*sign));
        let (signs, others) = shown.settled(sign);
        for (field, doubt) in others {
            let heading = |field: usize| {
                let column = columns.iter().find(|column| column.field == field);
                let heading = column.and_then(|column| self.headings.get(column.column));
                heading.map_or("", String::as_str)
            };
            let of_main = shown.main().map_or("", heading);
            let total = number::decimal(doubt.total, 2);
            let (column, other) = (heading(field), of_main);
            finished.note(
                None,
                match is_balance {
                    true => message!(
                        "import-sign-of-column-balance",
                        column = column,
                        other = other,
                        total = total,
                    ),
                    false => message!(
                        "import-sign-of-column",
                        books = doubt.books(),
                        column = column,
                        other = other,
                        total = total,
                    ),
                },
            );
        }
        sign::turn(rows, strings, (signs, is_balance, year));
    }

    /// Computes the closing balance where a list has none: from the opening balance and the
    /// movement, or from debit and credit.
    pub(super) fn make_closing(&self, rows: &mut Vec<DataRow>, finished: &mut Finished) {
        if self.kind != SourceKind::Table(TableId::BalanceList) || rows.is_empty() {
            return;
        }
        if self.columns.makes_closing {
            finished.note(None, message!("import-closing-made"));
        }
        let is_of_sides = |column: &AmountColumn| column.is_sided && column.field == 1;
        let is_opening = |column: &AmountColumn| column.field == 0;
        // What stands on two sides beside an opening balance is called a balance.
        if !self.columns.amounts.iter().any(is_of_sides)
            || self.columns.amounts.iter().any(is_opening)
        {
            return;
        }
        let mut data = self.steps.iter().filter(|step| matches!(step.what, What::Data(_)));
        // An account with several periods has what was booked in each of them.
        let first = self.strings.all().first().map(|string| string.time.period);
        let has_periods = self.strings.all().iter().any(|string| Some(string.time.period) != first);
        if !has_periods && !data.any(|step| self.amounts.has_both_sides(step.amounts)) {
            finished.note(None, message!("import-closing-by-sides"));
            return;
        }
        let column = self.columns.amounts.iter().find(|column| is_of_sides(column));
        let column = column.map_or(0, |column| column.column);
        for row in rows.drain(..) {
            let cell = RawCell::Text(number::decimal(row.amounts[1].unwrap_or_default(), 2).into());
            let cause = message!("import-turnover-no-balance");
            finished.rejects.push(Reject::new(row.row, column, &cell, cause));
        }
    }

    /// Whether the column of sides gives the amounts their sign: those of credit stand above
    /// zero, as those of debit do.
    pub(super) fn is_sided(&self) -> bool {
        // Separate columns of debit and credit say it already.
        if self.columns.side.is_none() || self.columns.amounts.iter().any(|amount| amount.is_sided)
        {
            return false;
        }
        let mut signs = Signs::default();
        let credit = self
            .steps
            .iter()
            .filter(|step| step.side == Side::Credit && matches!(step.what, What::Data(_)));
        for step in credit {
            let amounts = self.amounts.amounts(step.row, step.amounts).unwrap_or_default();
            for amount in amounts.iter().flatten() {
                signs.below += usize::from(*amount < Decimal::ZERO);
                signs.above += usize::from(*amount > Decimal::ZERO);
            }
        }
        !signs.are_carried()
    }

    /// The rows that are totals of others of their account.
    pub(super) fn total_rows(&self, is_sided: bool) -> TotalRows {
        let Some(dimensions) = &self.dimensions else { return TotalRows::default() };
        let wanted = self.companies.wanted(self.surroundings.company.as_deref());
        let data = self.steps.iter().filter_map(|step| match step.what {
            What::Data(string) => Some((step, string)),
            _ => None,
        });
        let mut rows = Vec::new();
        for (place, (step, string)) in data.enumerate() {
            if matches!(wanted, Wanted::Only(company) if company != step.company) {
                continue;
            }
            let Ok(mut amounts) = self.amounts.amounts(step.row, step.amounts) else { continue };
            if is_sided && step.side == Side::Credit {
                amounts = turned(amounts);
            }
            rows.push(Candidate { row: step.row, place, string, amounts });
        }
        let mut totals = dimensions.totals(&rows, self.strings.all(), &self.columns);
        if matches!(self.surroundings.repeated, Some(RepeatedRows::First | RepeatedRows::Last)) {
            let open = totals.alike.iter_mut().filter(|total| total.is_open);
            for total in open {
                total.is_left_out = true;
                totals.places.insert(total.place);
            }
        }
        totals
    }

    /// Tells of totals among the rows of an account that are not what the others come to.
    pub(super) fn tell_wrong_rows(&self, wrong: &[(u32, Vec<Mismatch>)], finished: &mut Finished) {
        let all = wrong
            .iter()
            .flat_map(|(row, mismatches)| mismatches.iter().map(move |mismatch| (*row, mismatch)));
        for (row, mismatch) in all.take(TOLD) {
            let cell = cell_name(self.amounts.column_of(mismatch.field), row);
            let message = message!(
                "import-total-row-differs",
                cell = cell.as_str(),
                says = number::decimal(mismatch.says, 2),
                sum = number::decimal(mismatch.sum, 2),
            );
            finished.note(Some(cell), message);
        }
    }

    /// Tells of rows that only their amounts show to be totals.
    pub(super) fn tell_alike(&self, alike: &[Alike], finished: &mut Finished) {
        for total in alike.iter().take(TOLD) {
            let column = self.amounts.column_of(total.field);
            let (cell, other) = (cell_name(column, total.row), cell_name(column, total.other));
            let amount = number::decimal(total.amount, 2);
            if total.is_open && self.surroundings.repeated.is_none() {
                let asks = message!(
                    "import-ask-total-row",
                    cell = cell.as_str(),
                    amount = amount,
                    other = other,
                    name = total.name.as_str(),
                );
                let [sum, part] = [
                    ("import-total-row-is-sum", RepeatedRows::First),
                    ("import-total-row-is-part", RepeatedRows::Add),
                ]
                .map(|(words, says)| Answer::new(crate::t!(words), Setting::Repeated(says)));
                finished.questions.extend(Question::new(asks, vec![sum, part]));
                continue;
            }
            let message = match (total.is_left_out, total.name.as_str()) {
                (true, "") => message!(
                    "import-total-row-nameless",
                    cell = cell.as_str(),
                    amount = amount,
                    other = other,
                ),
                (true, name) => message!(
                    "import-total-row-everywhere",
                    cell = cell.as_str(),
                    amount = amount,
                    other = other,
                    name = name,
                    count = total.accounts,
                ),
                (false, name) => message!(
                    "import-total-row-perhaps",
                    cell = cell.as_str(),
                    amount = amount,
                    other = other,
                    name = name,
                ),
            };
            finished.note(Some(cell), message);
        }
    }

    /// Keeps the rows of the wanted company and skips those of others. A row that names no company
    /// is rejected where one company alone is wanted.
    pub(super) fn of_company(&self, rows: Vec<DataRow>, finished: &mut Finished) -> Vec<DataRow> {
        let company = match self.companies.wanted(self.surroundings.company.as_deref()) {
            Wanted::All => return rows,
            Wanted::Ask => {
                finished.questions.extend(self.companies.question());
                return rows;
            }
            Wanted::Only(company) => company,
        };
        let mut kept = Vec::with_capacity(rows.len());
        for row in rows {
            if row.company == company {
                kept.push(row);
            } else if self.companies.is_unnamed(row.company) {
                let column = self.columns.company.unwrap_or_default();
                let cause = missing(self.kind, "company");
                finished.rejects.push(Reject::new(row.row, column, &RawCell::Empty, cause));
            } else {
                finished.skip(row.row, SkipReason::OtherCompany);
            }
        }
        kept
    }

    /// Why a row of amounts is no account: a name stands there, or nothing does.
    pub(super) fn no_number(&self, row: u32) -> Reject {
        let column = self.columns.account.unwrap_or_default();
        let place = self.nameless.binary_search_by_key(&row, |(nameless, _)| *nameless);
        match place.ok().and_then(|at| self.nameless.get(at)) {
            Some((_, name)) => {
                let cause = message!("import-not-an-account", text = name.as_ref());
                Reject::new(row, column, &RawCell::Text(name.as_ref().into()), cause)
            }
            None => Reject::new(row, column, &RawCell::Empty, missing(self.kind, "account")),
        }
    }

    /// Asks for the column of account numbers where the one that is taken for it has names, or
    /// where there is none.
    pub(super) fn ask_for_account(&self, accepted: usize, finished: &mut Finished) {
        if accepted > 0 || !finished.questions.is_empty() {
            return;
        }
        let kind = crate::t!(self.kind.word_key());
        let question = match (self.columns.account, self.nameless.first()) {
            (Some(_), Some((_, name))) => account_question(
                |candidates| {
                    message!(
                        "import-ask-account-for-names",
                        column = self.account_heading.as_str(),
                        name = name.as_ref(),
                        candidates = candidates,
                    )
                },
                &self.candidates,
            ),
            (None, _) if self.lacks_accounts => account_question(
                |candidates| {
                    message!("import-ask-account", kind = kind.as_str(), candidates = candidates)
                },
                &self.candidates,
            ),
            _ => None,
        };
        finished.questions.extend(question);
    }
}
