//! A list of accounts and the sheet that it was summed up from, in one workbook: both together
//! count everything twice.

use std::collections::BTreeMap;

use super::delivery::sheet_in_words;
use super::{Stage, pairs};
use crate::import::noticed::note;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::sheet::{SheetRead, TypedRows};
use crate::import::tables::table_columns;
use crate::issue::Issue;
use crate::message;
use crate::number::Decimal;
use crate::project::{Cell, TableId};

/// So few accounts have the same amounts by chance.
const ACCOUNTS: usize = 2;
/// What a row is kept by beside year, *kontoklasse* and account.
const DETAILS: [&str; 3] = ["unit", "function", "project"];

/// The amounts of a list by account.
struct Sums<'s> {
    sheet: &'s SheetRead,
    at: usize,
    /// By year, *kontoklasse* and account.
    amounts: BTreeMap<[String; 3], Decimal>,
    /// Whether its rows have what the accounts of a summary do not have.
    has_details: bool,
}

impl<'s> Sums<'s> {
    fn of(at: usize, sheet: &'s SheetRead) -> Option<Self> {
        let TypedRows::Table { table: TableId::Balances, columns, rows } = &sheet.rows else {
            return None;
        };
        let known = table_columns(TableId::Balances);
        let place = |id: &str| {
            columns.iter().position(|column| known.get(*column).is_some_and(|known| known.id == id))
        };
        let actual = place("actual")?;
        let key = ["year", "class", "account"].map(place);
        let details = DETAILS.map(place);
        let text = |cells: &[Cell], at: Option<usize>| {
            at.and_then(|at| cells.get(at)).map_or(String::new(), Cell::machine_text)
        };
        let mut amounts: BTreeMap<[String; 3], Decimal> = BTreeMap::new();
        let mut has_details = false;
        for row in rows {
            has_details |= details.iter().any(|at| !text(&row.cells, *at).is_empty());
            if let Some(Cell::Number(amount)) = row.cells.get(actual) {
                *amounts.entry(key.map(|at| text(&row.cells, at))).or_default() += amount;
            }
        }
        amounts.retain(|_, amount| !amount.is_zero());
        Some(Self { sheet, at, amounts, has_details })
    }

    fn is_of_one_file(&self, other: &Self) -> bool {
        self.sheet.sha256 == other.sheet.sha256
    }

    /// The amounts where nothing tells of which books an account is.
    fn classless(&self) -> BTreeMap<[&str; 2], Decimal> {
        let mut all: BTreeMap<[&str; 2], Decimal> = BTreeMap::new();
        for ([year, _, account], amount) in &self.amounts {
            *all.entry([year, account]).or_default() += amount;
        }
        all
    }

    /// Whether one of two lists has been summed up from the other.
    fn is_summed_up(&self, other: &Self) -> bool {
        let lacks_class = |sums: &Self| sums.amounts.keys().all(|[_, class, _]| class.is_empty());
        let is_same = match lacks_class(self) != lacks_class(other) {
            true => self.classless() == other.classless(),
            false => self.amounts == other.amounts,
        };
        is_same && self.has_details != other.has_details && self.amounts.len() >= ACCOUNTS
    }

    fn is_same_money(&self, other: &Self) -> bool {
        self.is_of_one_file(other)
            && self.has_details != other.has_details
            && self.amounts.len() >= ACCOUNTS
            && self.amounts == other.amounts
    }
}

/// What is told of each list that another file of the import has been summed up to, by its place.
pub(super) fn summaries(sheets: &[&SheetRead], order: &[usize]) -> Vec<(usize, Issue)> {
    let lists: Vec<Sums<'_>> =
        order.iter().filter_map(|at| Sums::of(*at, sheets.get(*at)?)).collect();
    let told = lists.iter().filter(|own| !own.has_details).filter_map(|own| {
        let mut details = lists.iter().filter(|other| other.has_details);
        let detail = details.find(|other| !own.is_of_one_file(other) && own.is_summed_up(other))?;
        let message = message!(
            "import-note-summary",
            detail = sheet_in_words(&detail.sheet.file, &detail.sheet.sheet),
            count = own.amounts.len(),
        );
        Some((own.at, note(message)))
    });
    told.collect()
}

impl Stage<'_> {
    /// Asks which of two sheets counts, where one sums up the other.
    pub(super) fn ask_for_same_money(&mut self) {
        let sheets = self.sheets.iter().copied().enumerate();
        let lists: Vec<Sums<'_>> = sheets.filter_map(|(at, sheet)| Sums::of(at, sheet)).collect();
        let same = pairs(&lists).find(|(one, other)| one.is_same_money(other));
        let Some((one, other)) = same else { return };
        let (detail, summary) = if one.has_details { (one, other) } else { (other, one) };
        let asks = message!(
            "import-ask-same-money",
            summary = summary.sheet.sheet.as_str(),
            detail = detail.sheet.sheet.as_str(),
            count = summary.amounts.len(),
        );
        let answer = |sums: &Sums<'_>| {
            let name = sums.sheet.sheet.as_str();
            let words = crate::t!("import-only-sheet", sheet = name);
            Answer::new(words, Setting::Sheet(name.to_owned()))
        };
        let question = Question::new(asks, vec![answer(detail), answer(summary)]);
        let at = summary.at;
        self.questions.extend(question.map(|question| (at, question)));
    }
}
