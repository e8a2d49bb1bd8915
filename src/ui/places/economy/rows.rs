//! The rows of a statement as the window shows them, with the accounts under an opened line.

use std::collections::HashSet;

use crate::app::Document;
use crate::calendar::Year;
use crate::figures::{
    AmountColumn, Amounts, Figures, Statement, StatementRow, StatementRowKind, YearAccounts,
    art_name, by_art,
};
use crate::project::StatementId;

/// Identifies a shown row. Unlike its place in the table, the id stays the same when other rows
/// open and close.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct RowId {
    /// The statement.
    pub statement: StatementId,
    /// The id of the row in the statement.
    pub row: String,
    /// Which part of that row.
    pub part: Part,
}

/// A row of a statement, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// The row itself.
    Whole,
    /// Its accounts of one art or chapter.
    Art(String),
    /// One account, by its place in the year's accounts.
    Account(usize),
}

/// The kind of a shown row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading with its level.
    Heading(u8),
    /// A line of the statement.
    Line,
    /// A sum.
    Sum,
    /// A main result.
    Result,
    /// Accounts of one art.
    Art,
    /// One account.
    Account,
    /// A remark on the line above, by its row in the table of remarks; or a new one.
    Remark(Option<usize>),
    /// The line above needs a remark and has none.
    Missing,
}

/// Whether a line has its remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remarked {
    /// It has none and needs none.
    No,
    /// By its row in the table of remarks.
    Yes(usize),
    /// It is over both limits and has none.
    Missing,
}

/// A row as it is shown.
#[derive(Clone, Debug)]
pub(super) struct ShownRow {
    pub kind: Kind,
    pub id: RowId,
    /// The art, or the account string.
    pub code: String,
    pub name: String,
    pub note: String,
    pub amounts: Amounts,
    pub printed: Option<Amounts>,
    /// What the accounts of last year say, where they differ.
    pub own_last_year: Option<rust_decimal::Decimal>,
    /// Whether it is open, where it can be opened.
    pub opens: Option<bool>,
    pub remarked: Remarked,
}

impl ShownRow {
    /// Words over a statement.
    pub fn title(statement: StatementId) -> Self {
        let id = RowId { statement, row: String::new(), part: Part::Whole };
        Self { kind: Kind::Heading(0), ..under(&id) }
    }

    /// Whether it is told across all columns.
    pub fn is_wide(&self) -> bool {
        matches!(self.kind, Kind::Remark(_) | Kind::Missing)
    }

    /// Whether it stands for accounts, which can be moved to another line.
    pub fn has_accounts(&self) -> bool {
        self.opens.is_some() || self.kind == Kind::Account
    }

    /// Whether it is a row of the statement, to which a remark may be written.
    pub fn takes_remark(&self) -> bool {
        matches!(self.kind, Kind::Line | Kind::Sum | Kind::Result)
    }

    /// Whether it holds nothing but zeros.
    pub fn is_zero(&self) -> bool {
        self.amounts.is_zero() && self.printed.is_none_or(|printed| printed.is_zero())
    }
}

/// What the person has opened.
#[derive(Debug, Default)]
pub(super) struct Opened {
    /// Lines and arts whose accounts are shown.
    pub rows: HashSet<RowId>,
    /// Lines whose remark is shown.
    pub remarks: HashSet<RowId>,
    /// The line whose remark is being written.
    pub writing: Option<RowId>,
}

/// What the rows are made from.
pub(super) struct Source<'a> {
    pub figures: &'a Figures,
    pub accounts: &'a YearAccounts,
    pub opened: &'a Opened,
    pub hides_zeros: bool,
    /// The lines of the year that are over both limits and have no remark.
    missing: Vec<(StatementId, String)>,
}

impl<'a> Source<'a> {
    /// The rows of `year`, of which something must be known.
    pub fn new(
        document: &'a Document,
        year: Year,
        opened: &'a Opened,
        hides_zeros: bool,
    ) -> Option<Self> {
        let figures = document.figures();
        let accounts = figures.accounts().year(year)?;
        let missing = figures.deviations(year).into_iter().filter(|line| line.remark.is_none());
        let missing = missing.map(|line| (line.statement, line.row)).collect();
        Some(Self { figures, accounts, opened, hides_zeros, missing })
    }

    /// The rows of a statement.
    pub fn rows(&self, statement: &Statement) -> Vec<ShownRow> {
        let mut shown = Vec::with_capacity(statement.rows.len());
        for row in &statement.rows {
            let line = self.statement_row(statement, row);
            let is_quiet_line = line.kind == Kind::Line && line.is_zero();
            if self.hides_zeros && is_quiet_line && line.remarked != Remarked::Missing {
                continue;
            }
            let (is_open, id, remarked) =
                (line.opens == Some(true), line.id.clone(), line.remarked);
            let name = line.name.clone();
            shown.push(line);
            if is_open {
                self.push_accounts(&mut shown, statement, row);
            }
            if let Some(kind) = self.remark_row(&id, is_open, remarked) {
                shown.push(ShownRow { kind, name, ..under(&id) });
            }
        }
        shown
    }

    fn statement_row(&self, statement: &Statement, row: &StatementRow) -> ShownRow {
        let kind = match row.kind {
            StatementRowKind::Heading(level) => Kind::Heading(level),
            StatementRowKind::Line => Kind::Line,
            StatementRowKind::Sum => Kind::Sum,
            StatementRowKind::Result => Kind::Result,
        };
        let id = RowId { statement: statement.id, row: row.id.to_string(), part: Part::Whole };
        let opens = (!row.accounts.is_empty()).then(|| self.opened.rows.contains(&id));
        let is_it =
            |(statement, row): &(StatementId, String)| *statement == id.statement && *row == id.row;
        let remarked = match self.figures.remark(statement, row) {
            _ if matches!(kind, Kind::Heading(_)) => Remarked::No,
            Some(remark) => Remarked::Yes(remark),
            None if self.missing.iter().any(is_it) => Remarked::Missing,
            None => Remarked::No,
        };
        ShownRow {
            kind,
            code: String::new(),
            name: row.name.to_string(),
            note: row.note.clone(),
            amounts: row.amounts,
            printed: row.printed,
            own_last_year: row.own_last_year,
            opens,
            remarked,
            id,
        }
    }

    /// The row under a line that shows its remark, the place to write it, or that it is missing.
    fn remark_row(&self, id: &RowId, is_open: bool, remarked: Remarked) -> Option<Kind> {
        let is_shown = is_open || self.opened.remarks.contains(id);
        match remarked {
            Remarked::Yes(remark) if is_shown || self.opened.writing.as_ref() == Some(id) => {
                Some(Kind::Remark(Some(remark)))
            }
            _ if self.opened.writing.as_ref() == Some(id) => Some(Kind::Remark(None)),
            Remarked::Missing => Some(Kind::Missing),
            Remarked::Yes(_) | Remarked::No => None,
        }
    }

    fn push_accounts(&self, shown: &mut Vec<ShownRow>, statement: &Statement, row: &StatementRow) {
        // A column that the line knows is zero where an account has nothing in it.
        let known = AmountColumn::ALL.map(|column| row.amounts.get(column).is_some());
        for (art, accounts) in by_art(&self.accounts.accounts, &row.accounts) {
            let part = Part::Art(art.clone());
            let id = RowId { statement: statement.id, row: row.id.to_string(), part };
            let mut amounts = Amounts::default();
            for at in &accounts {
                amounts.add(&self.accounts.accounts[*at].amounts);
            }
            let amounts = amounts.filled(known);
            let is_open = self.opened.rows.contains(&id);
            let name = art_name(&self.accounts.accounts, &accounts, self.accounts.year);
            shown.push(ShownRow {
                kind: Kind::Art,
                code: art,
                name,
                amounts,
                opens: Some(is_open),
                ..under(&id)
            });
            if is_open {
                let strings = accounts.iter().map(|at| self.account_row(&id, *at, known));
                shown.extend(strings);
            }
        }
    }

    fn account_row(&self, art: &RowId, at: usize, known: [bool; 4]) -> ShownRow {
        let account = &self.accounts.accounts[at];
        let id = RowId { part: Part::Account(at), ..art.clone() };
        ShownRow {
            kind: Kind::Account,
            code: account.text(),
            name: account.name(self.accounts.year),
            amounts: account.amounts.filled(known),
            ..under(&id)
        }
    }
}

/// A row of the place `id`, with nothing in it yet.
fn under(id: &RowId) -> ShownRow {
    ShownRow {
        kind: Kind::Account,
        id: id.clone(),
        code: String::new(),
        name: String::new(),
        note: String::new(),
        amounts: Amounts::default(),
        printed: None,
        own_last_year: None,
        opens: None,
        remarked: Remarked::No,
    }
}
