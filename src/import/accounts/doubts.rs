//! What a sheet lacks to be read as accounts: a column of amounts, one of account numbers, words
//! of a fund. Each is asked about with the headings that there are.

use super::columns::Columns;
use super::fund_heads::HEAD;
use super::fund_names::is_name;
use super::groups::begins_with_one_of;
use crate::import::Options;
use crate::import::header::HeadRow;
use crate::import::heading::normal;
use crate::import::mapping::{Mapping, NOT_READ};
use crate::import::noticed::note;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::raw::{RawCell, cell_at};
use crate::import::sheet::{Certainty, field_word};
use crate::import::synonyms::synonyms;
use crate::issue::Issue;
use crate::message;
use crate::number::{DecimalMark, parse_amount};
use crate::project::{SourceKind, TableId};
use crate::words::Message;

/// At least this percentage of a column's cells must be codes for it to hold accounts.
const CODES_PERCENT: usize = 80;
/// From this many lines with words of the balance on, a list is a balance sheet.
const BALANCE_LINES: usize = 2;

/// The field of the amount without which a kind cannot be.
fn main_amount(kind: SourceKind) -> Option<&'static str> {
    match kind {
        SourceKind::Table(TableId::Balances) => Some("actual"),
        SourceKind::Table(TableId::BalanceList) => Some("closing"),
        SourceKind::Ledger => Some("amount"),
        SourceKind::Table(_) | SourceKind::Cases | SourceKind::DayCounts => None,
    }
}

/// Asks which column holds the amounts, where no heading is known as one. The
/// columns that are `left` are of other years.
///
/// # Errors
/// When there is no column that could hold any.
pub fn missing_amount(
    mapping: &Mapping,
    below: &[&[RawCell<'static>]],
    (options, left): (&Options, &[(usize, String)]),
) -> Result<Option<Question>, Message> {
    let Some(field) = main_amount(mapping.kind) else { return Ok(None) };
    if !Columns::of(mapping).amounts.is_empty() {
        let is_said = options.map.iter().any(|(named, _)| named == field);
        return Ok(unread_accounts(mapping, below, left).filter(|_| !is_said));
    }
    let is_amount = |cell: &RawCell<'_>| match cell {
        RawCell::Number(_) => true,
        RawCell::Text(text) => parse_amount(text, Some(DecimalMark::Comma)).is_ok(),
        _ => false,
    };
    let likely = mapping.columns_that(below, is_amount);
    let candidates: Vec<String> = match likely.is_empty() {
        true => mapping.free_names(),
        false => likely.into_iter().map(|column| mapping.name_of(column)).collect(),
    };
    let known: Vec<&str> = mapping
        .columns
        .iter()
        .filter(|column| column.field.is_some())
        .map(|column| column.heading.trim())
        .collect();
    let kind = crate::t!(mapping.kind.word_key());
    let known = known.join(", ");
    if candidates.is_empty() {
        return Err(message!("import-no-amount-column", kind = kind, known = known));
    }
    let asks = message!(
        "import-ask-amount-column",
        kind = kind,
        known = known,
        field = field_word(mapping.kind, field),
        candidates = candidates.join(", "),
    );
    Ok(Question::column(asks, field, candidates))
}

/// Why postings cannot be read that have one amount and two accounts, which makes two postings of
/// each row.
pub fn two_accounts(mapping: &Mapping, below: &[&[RawCell<'static>]]) -> Option<Message> {
    let words = &synonyms().accounts;
    let called = |names: &[String]| {
        let is_it = |heading: &String| names.contains(heading);
        mapping.normals.iter().position(is_it).filter(|at| holds_codes(below, *at))
    };
    let is_open = mapping.kind == SourceKind::Ledger
        && mapping.columns.iter().all(|column| {
            column.field.as_deref() != Some("account") || column.certainty == Certainty::Guessed
        });
    let (debit, credit) =
        called(&words.debit_accounts).filter(|_| is_open).zip(called(&words.credit_accounts))?;
    mapping.column_of("amount")?;
    let name = |at: usize| mapping.name_of(at);
    Some(message!("import-two-accounts", debit = name(debit), credit = name(credit)))
}

/// Whether a column holds codes of accounts and no amounts: whole, and never nothing.
fn holds_codes(below: &[&[RawCell<'static>]], column: usize) -> bool {
    let is_code = |cell: &RawCell<'_>| {
        super::codes::begins_with_code(cell) && !cell.text().trim_start().starts_with('-')
    };
    let cells = || below.iter().map(|row| cell_at(row, column)).filter(|cell| !cell.is_blank());
    cells().count() * 2 > below.len() && cells().all(is_code)
}

/// The columns of amounts whose headings have a word that begins so, and that are not `left` out.
fn columns_called<'m>(
    mapping: &'m Mapping,
    below: &[&[RawCell<'static>]],
    left: &'m [(usize, String)],
    beginnings: &'m [String],
) -> impl Iterator<Item = usize> + 'm {
    let is_number = |cell: &RawCell<'_>| match cell {
        RawCell::Number(_) => true,
        RawCell::Text(text) => parse_amount(text, Some(DecimalMark::Comma)).is_ok(),
        _ => false,
    };
    let is_called_so = move |column: &usize| {
        let heading = mapping.normals.get(*column).map_or("", String::as_str);
        let begins = |word: &str| beginnings.iter().any(|start| word.starts_with(start.as_str()));
        heading.split(' ').any(begins) && !left.iter().any(|(other, _)| other == column)
    };
    mapping.columns_that(below, is_number).into_iter().filter(is_called_so)
}

/// Asks whether a column is the accounts, where only budgets are read and it is called like them.
/// The columns that are `left` are of other years.
fn unread_accounts(
    mapping: &Mapping,
    below: &[&[RawCell<'static>]],
    left: &[(usize, String)],
) -> Option<Question> {
    let is_read = |field: &str| mapping.column_of(field).is_some();
    if mapping.kind != SourceKind::Table(TableId::Balances)
        || ["actual", "debit", "credit", "last_year"].into_iter().any(is_read)
        || mapping.profile.is_some()
    {
        return None;
    }
    let words = &synonyms().accounts.actual_words;
    let columns = columns_called(mapping, below, left, words);
    let candidates: Vec<String> = columns.map(|column| mapping.name_of(column)).collect();
    let asks = message!("import-ask-unread-accounts", candidates = candidates.join(", "));
    let mut question = Question::column(asks, "actual", candidates)?;
    let says = Setting::Column { field: "actual".to_owned(), column: NOT_READ.to_owned() };
    question.answers.push(Answer::new(crate::t!("import-only-budget"), says));
    Some(question)
}

/// Asks which column holds the account numbers, of those that there are.
pub fn account_question(
    asks: impl Fn(String) -> Message,
    candidates: &[String],
) -> Option<Question> {
    Question::column(asks(candidates.join(", ")), "account", candidates.to_vec())
}

/// Whether the column that is taken for the account holds codes.
pub fn holds_accounts(mapping: &Mapping, below: &[HeadRow]) -> bool {
    let Some(column) = mapping.column_of("account") else { return false };
    let cells =
        below.iter().map(|(_, cells)| cell_at(cells, column)).filter(|cell| !cell.is_blank());
    let (all, codes) = cells.fold((0_usize, 0_usize), |(all, codes), cell| {
        (all + 1, codes + usize::from(super::codes::begins_with_code(cell)))
    });
    all > 0 && codes * 100 >= all * CODES_PERCENT
}

/// Whether a list with a line and amounts is the history of a fund: a heading or a title says
/// it, or the lines have balances, or most of them words of a fund.
pub fn speaks_of_fund(mapping: &Mapping, above: &[HeadRow], below: &[HeadRow]) -> bool {
    let words = &synonyms().accounts.fund;
    let has_word = |text: &str| {
        let text = normal(text);
        text.split(' ').any(|word| words.iter().any(|known| known == word))
    };
    let mut heads = mapping.columns.iter().filter(|column| column.field.as_deref() == Some(HEAD));
    let is_of_fund = |heading: &str| has_word(heading) || is_name(heading);
    if heads.any(|column| is_of_fund(&column.heading) || mapping.column_of("fund").is_some()) {
        return true;
    }
    let line = mapping.column_of("line").or_else(|| mapping.column_of(HEAD));
    let Some(line) = line else { return false };
    let is_told = mapping.profile.is_some()
        || mapping.column_of("kind").is_some()
        || mapping.columns.get(line).is_some_and(|column| has_word(&column.heading))
        || above.iter().flat_map(|(_, cells)| cells).any(|cell| has_word(&cell.text()));
    if is_told {
        return true;
    }
    let lines = below.iter().map(|(_, cells)| cell_at(cells, line).text());
    let lines: Vec<String> =
        lines.map(|text| normal(&text)).filter(|text| !text.is_empty()).collect();
    let balances = [&synonyms().openings, &synonyms().closings];
    let is_balance = |text: &String| balances.iter().any(|labels| begins_with_one_of(text, labels));
    let of_fund = lines.iter().filter(|text| has_word(text)).count();
    lines.iter().any(is_balance) || of_fund * 2 > lines.len()
}

/// Tells of columns that are called like a budget and are not read, where no budget is.
pub fn unread_budgets(
    mapping: &Mapping,
    below: &[&[RawCell<'static>]],
    left: &[(usize, String)],
) -> Option<Issue> {
    let is_read = |field: &str| mapping.column_of(field).is_some();
    if mapping.kind != SourceKind::Table(TableId::Balances)
        || is_read("revised_budget")
        || is_read("original_budget")
        || mapping.profile.is_some()
    {
        return None;
    }
    let words = &synonyms().accounts.budget_words;
    let columns = columns_called(mapping, below, left, words);
    let names: Vec<String> =
        columns.map(|column| format!("«{}»", mapping.name_of(column))).collect();
    (!names.is_empty())
        .then(|| note(message!("import-note-unread-budget", columns = names.join(", "))))
}

/// Why a list of lines and years is a balance sheet that cannot be read; `None` where it is none.
pub fn balance_without_accounts(mapping: &Mapping, below: &[HeadRow]) -> Option<Message> {
    let line = mapping.column_of("line")?;
    let words = &synonyms().accounts.balance_words;
    let is_of_balance = |(_, cells): &&HeadRow| {
        let text = normal(&cell_at(cells, line).text());
        text.split(' ').any(|word| words.iter().any(|known| known == word))
    };
    let read = mapping.columns.iter().filter(|column| column.field.is_some());
    let headings: Vec<&str> = read.map(|column| column.heading.trim()).collect();
    (below.iter().filter(is_of_balance).count() >= BALANCE_LINES)
        .then(|| message!("import-balance-without-accounts", columns = headings.join(", ")))
}

/// Asks whether a list of lines and years is the history of a fund.
pub fn fund_question(mapping: &Mapping) -> Option<Question> {
    let read = mapping.columns.iter().filter(|column| column.field.is_some());
    let headings: Vec<&str> = read.map(|column| column.heading.trim()).collect();
    let asks = message!("import-ask-fund", columns = headings.join(", "));
    let fund = SourceKind::Table(TableId::Fund);
    let answer = Answer::new(crate::t!("import-is-fund"), Setting::Kind(fund));
    Question::new(asks, vec![answer])
}
