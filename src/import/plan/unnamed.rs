//! Accounts of which nothing says whose they are: two lists that share no account may be those of
//! two companies.

use std::collections::HashSet;

use super::delivery::sheet_in_words;
use super::{Stage, pairs};
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::sheet::{SheetRead, TypedRows};
use crate::import::tables::table_columns;
use crate::kostra::art_of;
use crate::message;
use crate::project::{Cell, TableId};

/// The columns by which one company's list is parted.
const PARTS: [&str; 3] = ["unit", "function", "project"];
/// The first *art* that is income.
const INCOME: u16 = 600;

/// What a list of balances that names no company holds.
struct Unnamed {
    at: usize,
    /// The years and classes that it speaks of.
    of: HashSet<(String, String)>,
    accounts: HashSet<String>,
    /// What stands in the columns by which one company's list is parted.
    parts: [HashSet<String>; PARTS.len()],
    /// Whether it has both income and expenses.
    is_whole: bool,
}

impl Unnamed {
    fn of(at: usize, sheet: &SheetRead) -> Option<Self> {
        let TypedRows::Table { table: TableId::Balances, columns, rows } = &sheet.rows else {
            return None;
        };
        if !sheet.company.is_empty() || sheet.company_said.is_some() || rows.is_empty() {
            return None;
        }
        let definitions = table_columns(TableId::Balances);
        let place = |id: &str| {
            columns.iter().position(|column| {
                definitions.get(*column).is_some_and(|definition| definition.id == id)
            })
        };
        let [year, class, account] = ["year", "class", "account"].map(place);
        let parts = PARTS.map(place);
        let text = |cells: &[Cell], at: Option<usize>| {
            at.and_then(|at| cells.get(at)).map_or(String::new(), Cell::machine_text)
        };
        let mut list = Self {
            at,
            of: HashSet::new(),
            accounts: HashSet::new(),
            parts: Default::default(),
            is_whole: false,
        };
        let (mut income, mut expenses) = (false, false);
        for row in rows {
            let code = text(&row.cells, account);
            list.of.insert((text(&row.cells, year), text(&row.cells, class)));
            for (codes, at) in list.parts.iter_mut().zip(parts) {
                codes.insert(text(&row.cells, at));
            }
            let art = art_of(&code);
            income |= art.is_some_and(|art| art >= INCOME);
            expenses |= art.is_some_and(|art| art < INCOME);
            list.accounts.insert(code);
        }
        list.is_whole = income && expenses;
        Some(list)
    }

    /// Whether another list is of the same books and has none of the accounts, though it is no
    /// continuation. Lists of departments have parts of the same accounts.
    fn is_strange_to(&self, other: &Self) -> bool {
        let (first, last) = (self.accounts.iter().min(), self.accounts.iter().max());
        let is_behind = other.accounts.iter().min() > last || other.accounts.iter().max() < first;
        let mut parts = self.parts.iter().zip(&other.parts);
        let is_parted = parts.any(|(one, other)| one.is_disjoint(other));
        self.is_whole
            && other.is_whole
            && !is_parted
            && !self.of.is_disjoint(&other.of)
            && self.accounts.is_disjoint(&other.accounts)
            && !is_behind
    }
}

impl Stage<'_> {
    /// Asks whether lists without a company's name are of one company, where they share no account.
    pub(super) fn ask_for_unnamed(&mut self) {
        let sheets = self.sheets.iter().copied().enumerate();
        let lists: Vec<Unnamed> = sheets.filter_map(|(at, sheet)| Unnamed::of(at, sheet)).collect();
        let strange = pairs(&lists).find(|(one, other)| one.is_strange_to(other));
        let Some((one, other)) = strange else { return };
        let Some(sheet) = self.sheets.get(other.at) else { return };
        let place = sheet_in_words(&sheet.file, &sheet.sheet);
        let asks = message!("import-ask-unnamed-companies", place = place);
        let all = Answer::new(crate::t!("import-same-company"), Setting::Company(String::new()));
        self.questions.extend(Question::new(asks, vec![all]).map(|question| (one.at, question)));
    }
}
