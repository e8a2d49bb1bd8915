//! A statement as it is printed: lines with their accounts, and sums that are computed.

use std::borrow::Cow;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::place::{Placed, Placer};
use super::{Account, AmountColumn, Amounts};
use crate::calendar::Year;
use crate::kostra::{Book, EACH, Each, Form, Layout, LayoutRow, Side, folded, layout};
use crate::project::{StatementId, StatementLine};

/// Where a statement's amounts come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// From accounts: balances, a balance list or a ledger.
    Accounts,
    /// From a statement that somebody printed, typed or pasted.
    Printed,
    /// Nothing is known.
    Nothing,
}

/// What a row is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementRowKind {
    /// A heading with its level; 0 is a half of the balance sheet.
    Heading(u8),
    /// A line.
    Line,
    /// A sum.
    Sum,
    /// A main result.
    Result,
}

/// A row of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRow {
    /// What it is.
    pub kind: StatementRowKind,
    /// Its name in figures and rules; empty for a heading.
    pub id: Cow<'static, str>,
    /// Its words.
    pub name: Cow<'static, str>,
    /// What it holds.
    pub side: Side,
    /// The number of the note that tells more.
    pub note: String,
    /// Its amounts, with the ledger's sign.
    pub amounts: Amounts,
    /// The accounts of a line, by their place in the year's accounts.
    pub accounts: Vec<usize>,
    /// The rows that a sum is of, by their place in the statement.
    pub of: Vec<usize>,
    /// What somebody printed for the row, where the amounts come from accounts.
    pub printed: Option<Amounts>,
    /// The amount in the accounts of the year before, where it differs from the last column of
    /// this year's export.
    pub own_last_year: Option<Decimal>,
}

/// A statement of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Which.
    pub id: StatementId,
    /// The year.
    pub year: Year,
    /// Where its amounts come from.
    pub basis: Basis,
    /// Whether its last column is the accounts of the year before as the project has them, since
    /// no export or printed line of this year gives it.
    pub is_last_year_of_own_accounts: bool,
    /// Its rows in order.
    pub rows: Vec<StatementRow>,
    /// The places of the rows by their ids, since every figure looks for its row.
    places: HashMap<Cow<'static, str>, usize>,
}

impl Statement {
    /// A statement of these rows.
    pub(super) fn new(id: StatementId, year: Year, basis: Basis, rows: Vec<StatementRow>) -> Self {
        let mut places = HashMap::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            places.entry(row.id.clone()).or_insert(at);
        }
        Self { id, year, basis, is_last_year_of_own_accounts: false, rows, places }
    }

    /// The row with that id, the first of several.
    pub fn row(&self, id: &str) -> Option<&StatementRow> {
        self.rows.get(*self.places.get(id)?)
    }

    /// An amount of the row with that id.
    pub fn amount(&self, id: &str, column: AmountColumn) -> Option<Decimal> {
        self.row(id)?.amounts.get(column)
    }

    /// The columns that it has.
    pub fn columns(&self) -> &'static [AmountColumn] {
        match self.id {
            StatementId::BalanceSheet => &AmountColumn::OF_BALANCE,
            StatementId::ClosingDrift | StatementId::ClosingInvestment => &[AmountColumn::Actual],
            _ => &AmountColumn::ALL,
        }
    }

    /// Its rows with amounts, as lines that could have been printed.
    pub fn lines(&self) -> impl Iterator<Item = StatementLine> {
        let rows = self.rows.iter().filter(|row| !row.amounts.is_blank());
        rows.map(|row| StatementLine {
            year: Some(self.year),
            statement: self.id,
            line: row.name.to_string(),
            note: row.note.clone(),
            actual: row.amounts.get(AmountColumn::Actual),
            revised_budget: row.amounts.get(AmountColumn::RevisedBudget),
            original_budget: row.amounts.get(AmountColumn::OriginalBudget),
            last_year: row.amounts.get(AmountColumn::LastYear),
            ..StatementLine::default()
        })
    }

    /// Whether any amount is known.
    pub fn is_known(&self) -> bool {
        self.basis != Basis::Nothing
    }
}

/// What statements are made from.
pub struct Maker<'m> {
    /// The year.
    pub year: Year,
    /// The year's accounts.
    pub accounts: &'m [Account],
    /// Where accounts belong.
    pub placer: &'m Placer<'m>,
    /// Whether funds have one line or two.
    pub form: Form,
    /// Lines that somebody printed, of all years and statements.
    pub printed: &'m [StatementLine],
}

impl Maker<'_> {
    /// A statement that has lines of its own: §5-4, §5-5, §5-6, §5-8.
    pub fn statement(&self, id: StatementId) -> Statement {
        let rows = layout(id).map_or_else(Vec::new, |layout| self.rows(id, layout));
        self.finished(id, rows, &[])
    }

    /// A second paragraph: what some lines of `first` hold, told apart by unit or project.
    pub fn second_paragraph(&self, id: StatementId, first: &Statement) -> Statement {
        let rows = layout(id).map_or_else(Vec::new, |layout| self.rows(id, layout));
        self.finished(id, rows, std::slice::from_ref(first))
    }

    fn rows(&self, id: StatementId, layout: &'static Layout) -> Vec<StatementRow> {
        let mut rows: Vec<StatementRow> = layout.rows(self.form).map(blank_row).collect();
        let book = book_of(id);
        let of_book =
            self.accounts.iter().enumerate().filter(|(_, account)| Some(account.book) == book);
        for (at, account) in of_book {
            if let Placed::To(line) = self.placer.place(id, account)
                && let Some(place) = row_of(layout, self.form, &line, account)
            {
                rows[place].accounts.push(at);
            }
        }
        rows
    }

    /// Fills amounts, from accounts or else as printed, and computes the sums.
    fn finished(
        &self,
        id: StatementId,
        mut rows: Vec<StatementRow>,
        others: &[Statement],
    ) -> Statement {
        let layout = layout(id);
        let template: Vec<&LayoutRow> =
            layout.into_iter().flat_map(|layout| layout.rows(self.form)).collect();
        let template = self.without_blank_extras(id, &mut rows, template);
        let template = self.split_by_group(id, &mut rows, template, others);
        let known = self.known_columns(id);
        let has_accounts = known.contains(&true);
        for (row, layout) in rows.iter_mut().zip(&template) {
            if let LayoutRow::Carried { row: carried, .. } = layout {
                let other = others.iter().find_map(|other| other.row(carried));
                row.amounts = other.map_or_else(Amounts::default, |other| other.amounts);
            } else if row.kind == StatementRowKind::Line && has_accounts {
                for at in &row.accounts {
                    row.amounts.add(&self.accounts[*at].amounts);
                }
                row.amounts = row.amounts.filled(known);
            }
        }
        let printed = self.take_printed(id, &mut rows, has_accounts);
        let known = if has_accounts { known } else { columns_of(&rows) };
        sum_up(&mut rows, &template, known);
        // Carried lines make the statement known only beside lines of units or projects.
        let has_each = template.iter().any(|row| matches!(row, LayoutRow::Each { .. }));
        let is_carried = has_each && others.iter().any(Statement::is_known);
        let basis = match () {
            () if has_accounts => Basis::Accounts,
            () if printed || is_carried => Basis::Printed,
            () => Basis::Nothing,
        };
        if basis == Basis::Nothing {
            rows.iter_mut().for_each(|row| row.amounts = Amounts::default());
        }
        Statement::new(id, self.year, basis, rows)
    }

    /// Leaves out the lines that the regulation does not have, where nothing is on them.
    fn without_blank_extras(
        &self,
        id: StatementId,
        rows: &mut Vec<StatementRow>,
        template: Vec<&'static LayoutRow>,
    ) -> Vec<&'static LayoutRow> {
        let is_printed = |words: &str| {
            let mut printed = self.printed.iter();
            printed.any(|line| {
                line.statement == id && line.year == Some(self.year) && folded(&line.line) == words
            })
        };
        let stands = |(row, layout): &(StatementRow, &LayoutRow)| {
            !layout.is_extra()
                || !row.accounts.is_empty()
                || is_printed(&folded(&row.name))
                || is_printed(&folded(&row.id))
        };
        let kept = rows.drain(..).zip(template).filter(stands);
        let (kept, template): (Vec<_>, Vec<_>) = kept.unzip();
        *rows = kept;
        template
    }

    /// Puts a line for each unit or project where the layout asks for them.
    fn split_by_group(
        &self,
        id: StatementId,
        rows: &mut Vec<StatementRow>,
        template: Vec<&'static LayoutRow>,
        others: &[Statement],
    ) -> Vec<&'static LayoutRow> {
        let mut layouts = Vec::with_capacity(template.len());
        let mut all = Vec::with_capacity(rows.len());
        for (row, layout) in rows.drain(..).zip(template) {
            let LayoutRow::Each { by, statement, rows: ids } = layout else {
                all.push(row);
                layouts.push(layout);
                continue;
            };
            let first = others.iter().find(|other| other.id.id() == statement);
            let mut lines = first.map_or_else(Vec::new, |first| self.each(*by, first, ids));
            if lines.is_empty() {
                lines = self.printed_lines(id);
            }
            layouts.extend(std::iter::repeat_n(layout, lines.len()));
            all.extend(lines);
        }
        *rows = all;
        layouts
    }

    fn each(&self, by: Each, first: &Statement, ids: &[String]) -> Vec<StatementRow> {
        let id = match by {
            Each::Unit => StatementId::AppropriationsByUnit,
            Each::Project => StatementId::InvestmentByProject,
        };
        let mut rows: Vec<(usize, StatementRow)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let held = first.rows.iter().filter(|row| ids.iter().any(|id| row.id == *id));
        for at in held.flat_map(|row| &row.accounts) {
            let account = &self.accounts[*at];
            let rule = self.placer.rule(id, account);
            let name = rule.map_or_else(|| group_name(by, account, self.year), |r| r.line.clone());
            // The company's own lines stand in the order of its rules, the others after them.
            let rank = rule.map_or(usize::MAX, |rule| self.placer.rank(rule));
            match places.get(&name).and_then(|place| rows.get_mut(*place)) {
                Some((best, row)) => {
                    *best = rank.min(*best);
                    row.accounts.push(*at);
                }
                None => {
                    places.insert(name.clone(), rows.len());
                    rows.push((rank, unit_row(name, vec![*at])));
                }
            }
        }
        rows.sort_by(|(a, left), (b, right)| a.cmp(b).then_with(|| left.name.cmp(&right.name)));
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// The lines of a second paragraph as somebody printed them.
    fn printed_lines(&self, id: StatementId) -> Vec<StatementRow> {
        let is_meant = |line: &&StatementLine| {
            let mut rows = layout(id).into_iter().flat_map(|layout| layout.all_rows());
            let words = folded(&line.line);
            line.statement == id
                && line.year == Some(self.year)
                && !rows.any(|row| folded(row.name()) == words)
        };
        let lines = self.printed.iter().filter(is_meant);
        lines.map(|line| unit_row(line.line.clone(), Vec::new())).collect()
    }

    /// The columns of which the statement's accounts know anything.
    fn known_columns(&self, id: StatementId) -> [bool; 4] {
        let book = book_of(id);
        AmountColumn::ALL.map(|column| {
            let mut accounts = self.accounts.iter().filter(|account| Some(account.book) == book);
            accounts.any(|account| account.amounts.get(column).is_some())
        })
    }

    /// Takes what somebody printed: as the amounts where there are no accounts, and else to be
    /// compared with. Notes are taken either way. Whether any amount was taken.
    fn take_printed(&self, id: StatementId, rows: &mut [StatementRow], has_accounts: bool) -> bool {
        let is_meant = |line: &&StatementLine| line.statement == id && line.year == Some(self.year);
        let mut is_taken = false;
        for line in self.printed.iter().filter(is_meant) {
            let words = folded(&line.line);
            let amounts = Amounts::new([
                line.actual,
                line.revised_budget,
                line.original_budget,
                line.last_year,
            ]);
            let printed_row = rows.iter_mut().find(|row| {
                !matches!(row.kind, StatementRowKind::Heading(_))
                    && (folded(&row.name) == words || folded(&row.id) == words)
            });
            let Some(row) = printed_row else { continue };
            row.note.clone_from(&line.note);
            if amounts.is_blank() {
                continue;
            }
            if !has_accounts && row.kind == StatementRowKind::Line {
                row.amounts = amounts;
                is_taken = true;
            }
            row.printed = Some(amounts);
        }
        is_taken
    }
}

/// The row of a layout that an account belongs to, where the chart or a rule says `line`.
fn row_of(layout: &Layout, form: Form, line: &str, account: &Account) -> Option<usize> {
    let rows = || layout.rows(form);
    let place = rows().position(|row| row.takes(line) || row.id() == Some(line));
    place.or_else(|| {
        // A rule may name the netted line of a fund where funds are split; the art tells to
        // and from.
        let netted = layout.all_rows().iter().find(|row| row.id() == Some(line))?;
        let LayoutRow::Line { takes, .. } = netted else { return None };
        let is_income = account.art().is_some_and(|art| art >= 600);
        let part = takes.get(usize::from(is_income))?;
        rows().position(|row| row.takes(part))
    })
}

/// The books that a statement is made from.
pub fn book_of(statement: StatementId) -> Option<Book> {
    match statement {
        StatementId::Appropriations | StatementId::ByNature | StatementId::AppropriationsByUnit => {
            Some(Book::Drift)
        }
        StatementId::Investment | StatementId::InvestmentByProject => Some(Book::Investering),
        StatementId::BalanceSheet => Some(Book::Balanse),
        StatementId::ClosingDrift | StatementId::ClosingInvestment => None,
    }
}

pub(super) fn blank_row(layout: &'static LayoutRow) -> StatementRow {
    let (kind, side) = match layout {
        LayoutRow::Heading { level, .. } => (StatementRowKind::Heading(*level), Side::Mixed),
        LayoutRow::Line { side, .. } => (StatementRowKind::Line, *side),
        LayoutRow::Carried { .. } | LayoutRow::Each { .. } => (StatementRowKind::Line, Side::Mixed),
        LayoutRow::Sum { side, is_result: false, .. } => (StatementRowKind::Sum, *side),
        LayoutRow::Sum { side, is_result: true, .. } => (StatementRowKind::Result, *side),
    };
    StatementRow {
        kind,
        id: Cow::Borrowed(layout.id().unwrap_or_default()),
        name: Cow::Borrowed(layout.name()),
        side,
        note: String::new(),
        amounts: Amounts::default(),
        accounts: Vec::new(),
        of: Vec::new(),
        printed: None,
        own_last_year: None,
    }
}

/// A line of a unit or project.
fn unit_row(name: String, accounts: Vec<usize>) -> StatementRow {
    StatementRow {
        kind: StatementRowKind::Line,
        id: Cow::Owned(name.clone()),
        name: Cow::Owned(name),
        side: Side::Mixed,
        note: String::new(),
        amounts: Amounts::default(),
        accounts,
        of: Vec::new(),
        printed: None,
        own_last_year: None,
    }
}

/// The name of an account's unit or project; without a project, the name of the account.
fn group_name(by: Each, account: &Account, year: Year) -> String {
    let (unit, project) = &account.group_names;
    let (code, name) = match by {
        Each::Unit => (&account.code.unit, unit),
        Each::Project => (&account.code.project, project),
    };
    match (code.is_empty(), name.is_empty()) {
        (_, false) => name.clone(),
        (false, true) => code.clone(),
        (true, true) => account.name(year),
    }
}

/// The columns in which any row has an amount.
fn columns_of(rows: &[StatementRow]) -> [bool; 4] {
    AmountColumn::ALL.map(|column| rows.iter().any(|row| row.amounts.get(column).is_some()))
}

/// Computes the sums from the rows above them.
pub(super) fn sum_up(rows: &mut [StatementRow], template: &[&LayoutRow], known: [bool; 4]) {
    for at in 0..rows.len() {
        let Some(LayoutRow::Sum { of, .. }) = template.get(at) else { continue };
        let parts: Vec<usize> = (0..at)
            .filter(|part| {
                let is_each = matches!(template.get(*part), Some(LayoutRow::Each { .. }));
                let id = if is_each { EACH } else { rows[*part].id.as_ref() };
                of.iter().any(|summed| summed == id)
            })
            .collect();
        let mut sum = Amounts::default();
        for part in &parts {
            sum.add(&rows[*part].amounts);
        }
        rows[at].amounts = sum.filled(known);
        rows[at].of = parts;
    }
}
