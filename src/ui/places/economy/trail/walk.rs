//! The way from a cell to its sources, worked out in words before it is drawn.

use rust_decimal::Decimal;

use crate::app::Document;
use crate::figures::{
    Account, AccountOrigin, AmountColumn, Basis, Statement, StatementRow, YearAccounts,
};
use crate::project::{MappingRule, StatementId};
use crate::t;

use super::super::columns::{Col, Money};
use super::super::rows::{Part, RowId, art_name, by_art, sum_of};
use super::super::statement::Cell;
use super::sources::{self, Origin};

/// From a cell to its sources.
pub(super) struct Walk {
    /// The number as it stands in the table.
    pub value: String,
    /// What it is: "Lønnsutgifter, regnskap 2021".
    pub label: String,
    /// What it is made of, in words.
    pub formula: String,
    /// What stands behind the formula.
    pub basis: Vec<String>,
    /// The parts that it is made of.
    pub parts: Vec<WalkPart>,
    /// The accounts whose source is told.
    pub accounts: Option<(String, String)>,
    /// Where those stand.
    pub origins: Vec<Origin>,
    /// Whether the accounts can be moved to another line.
    pub moves: bool,
    /// The account whose amount can be typed over, and the column.
    pub overrides: Option<(usize, AmountColumn)>,
}

/// A part of a number.
pub(super) struct WalkPart {
    pub code: String,
    pub name: String,
    pub value: String,
    /// Whether it is the one whose accounts are told.
    pub is_chosen: bool,
    pub goes: Goes,
}

/// Where a click on a part leads.
pub(super) enum Goes {
    /// To the accounts of this art.
    Art(String),
    /// To this row.
    Row(RowId),
    /// Nowhere.
    Nowhere,
}

/// What a walk is made from.
struct Maker<'a> {
    document: &'a Document,
    year: &'a YearAccounts,
    statement: &'a Statement,
    row: &'a StatementRow,
    money: Money,
    column: Col,
}

impl Walk {
    /// The art whose accounts are told, where the number is made of several.
    pub fn chosen_art(&self) -> Option<&str> {
        let chosen = self.parts.iter().find(|part| part.is_chosen)?;
        Some(&chosen.code)
    }

    /// The walk from `cell`; `art` is the art that the person has chosen among its parts.
    pub fn of(document: &Document, cell: &Cell, art: Option<&str>) -> Option<Self> {
        let year = document.figures().accounts().year(document.figures().report_year())?;
        let statement = year.statement(cell.row.statement)?;
        let row = statement.row(&cell.row.row)?;
        let settings = &document.project().accounts_settings;
        let money = Money::of(settings.presentation(statement.id), statement, &year.accounts);
        let column = match cell.column {
            Col::Name => Col::Amount(AmountColumn::Actual),
            column => column,
        };
        let maker = Maker { document, year, statement, row, money, column };
        Some(match &cell.row.part {
            Part::Whole => maker.of_row(art),
            Part::Art(art) => maker.of_art(art),
            Part::Account(at) => maker.of_account(*at, year.accounts.get(*at)?),
        })
    }
}

impl Maker<'_> {
    fn of_row(&self, art: Option<&str>) -> Walk {
        let value = self.column.value(&self.row.amounts, self.row.printed.as_ref());
        let mut walk = self.walk(value, &self.row.name);
        if let Col::Deviation(budget) | Col::Percent(budget) = self.column {
            self.add_difference(&mut walk, budget);
        } else if self.column == Col::Printed || self.statement.basis == Basis::Printed {
            walk.formula = t!("economy-formula-printed");
            walk.origins = self.printed_origins();
        } else if !self.row.of.is_empty() {
            walk.formula = t!("economy-formula-lines", count = self.row.of.len());
            walk.parts = self.lines();
        } else if self.row.accounts.is_empty() {
            walk.formula = self.without_accounts();
        } else {
            self.add_arts(&mut walk, art);
        }
        walk
    }

    fn of_art(&self, art: &str) -> Walk {
        let arts = by_art(&self.year.accounts, &self.row.accounts);
        let own = arts.get(art).cloned().unwrap_or_default();
        let name = format!("{art} {}", art_name(&self.year.accounts, &own, self.year.year));
        let value = self.sum(&own);
        let mut walk = self.walk(value, &name);
        walk.formula = t!("economy-formula-accounts", count = own.len());
        walk.parts = self.strings(&own);
        self.add_accounts(&mut walk, &name, &own);
        walk
    }

    fn of_account(&self, at: usize, account: &Account) -> Walk {
        let name = format!("{} {}", account.text(), account.name(self.year.year));
        let mut walk = self.walk(self.sum(&[at]), &name);
        walk.formula = t!("economy-formula-account");
        walk.basis = self.placing(&[at]);
        self.add_accounts(&mut walk, &name, &[at]);
        let is_of_ledger = matches!(account.origin, AccountOrigin::Ledger(_));
        walk.overrides = (!is_of_ledger).then_some((at, self.column.amount()));
        walk
    }

    fn walk(&self, value: Option<Decimal>, name: &str) -> Walk {
        let text = value.map(|value| self.money.text(value, self.column));
        let words = self.column.words(self.year.year);
        Walk {
            value: text.unwrap_or_else(|| t!("missing")),
            label: t!("economy-cell-label", line = name, column = words),
            formula: String::new(),
            basis: Vec::new(),
            parts: Vec::new(),
            accounts: None,
            origins: Vec::new(),
            moves: false,
            overrides: None,
        }
    }

    /// What accounts come to in the column; a deviation's is that of its amounts.
    fn sum(&self, own: &[usize]) -> Option<Decimal> {
        let mut amounts = crate::figures::Amounts::default();
        for account in own.iter().filter_map(|at| self.year.accounts.get(*at)) {
            amounts.add(&account.amounts);
        }
        self.column.value(&amounts, None)
    }

    fn add_difference(&self, walk: &mut Walk, budget: AmountColumn) {
        walk.formula = match self.column {
            Col::Percent(_) => t!("economy-formula-percent"),
            _ => t!("economy-formula-difference"),
        };
        let columns = [AmountColumn::Actual, budget].map(Col::Amount);
        let parts = columns.into_iter().filter_map(|column| {
            let value = column.value(&self.row.amounts, None)?;
            Some(WalkPart {
                code: String::new(),
                name: column.title(self.year.year),
                value: self.money.text(value, column),
                is_chosen: false,
                goes: Goes::Nowhere,
            })
        });
        walk.parts = parts.collect();
    }

    /// The rows that a sum is of.
    fn lines(&self) -> Vec<WalkPart> {
        let rows = self.row.of.iter().filter_map(|at| self.statement.rows.get(*at));
        let known = rows.filter_map(|row| {
            let value = self.column.value(&row.amounts, row.printed.as_ref())?;
            Some((row, value))
        });
        known
            .filter(|(_, value)| !value.is_zero())
            .map(|(row, value)| WalkPart {
                code: String::new(),
                name: row.name.to_string(),
                value: self.money.text(value, self.column),
                is_chosen: false,
                goes: Goes::Row(RowId {
                    statement: self.statement.id,
                    row: row.id.to_string(),
                    part: Part::Whole,
                }),
            })
            .collect()
    }

    /// The account strings of an art.
    fn strings(&self, own: &[usize]) -> Vec<WalkPart> {
        let accounts = own.iter().filter_map(|at| Some((*at, self.year.accounts.get(*at)?)));
        accounts
            .map(|(at, account)| WalkPart {
                code: account.text(),
                name: account.name(self.year.year),
                value: self
                    .sum(&[at])
                    .map_or_else(|| t!("missing"), |value| self.money.text(value, self.column)),
                is_chosen: false,
                goes: Goes::Row(self.row_id(Part::Account(at))),
            })
            .collect()
    }

    fn row_id(&self, part: Part) -> RowId {
        RowId { statement: self.statement.id, row: self.row.id.to_string(), part }
    }

    /// What a line without accounts comes from.
    fn without_accounts(&self) -> String {
        match self.statement.id {
            StatementId::ClosingDrift | StatementId::ClosingInvestment => {
                t!("economy-formula-closing")
            }
            StatementId::AppropriationsByUnit => t!("economy-formula-carried"),
            _ => t!("economy-formula-nothing"),
        }
    }

    fn add_arts(&self, walk: &mut Walk, chosen: Option<&str>) {
        let arts = by_art(&self.year.accounts, &self.row.accounts);
        let is_balance = self.statement.id == StatementId::BalanceSheet;
        walk.formula = match is_balance {
            true => t!("economy-formula-chapters", count = arts.len()),
            false => t!("economy-formula-arts", count = arts.len()),
        };
        walk.basis = self.placing(&self.row.accounts);
        let first = arts.keys().next().map(String::as_str);
        let chosen = chosen.filter(|art| arts.contains_key(*art)).or(first);
        for (art, own) in &arts {
            let name = art_name(&self.year.accounts, own, self.year.year);
            let is_chosen = chosen == Some(art);
            let amount = sum_of(&self.year.accounts, own, self.column.amount()).unwrap_or_default();
            walk.parts.push(WalkPart {
                code: art.clone(),
                value: self.money.text(amount, self.column),
                is_chosen,
                goes: Goes::Art(art.clone()),
                name: name.clone(),
            });
            if is_chosen {
                self.add_accounts(walk, &format!("{art} {name}"), own);
            }
        }
    }

    /// The accounts whose source is told, and the source.
    fn add_accounts(&self, walk: &mut Walk, name: &str, own: &[usize]) {
        let column = Col::Amount(self.column.amount());
        let amount = sum_of(&self.year.accounts, own, self.column.amount()).unwrap_or_default();
        let title = t!("economy-account", name = name, amount = self.money.text(amount, column));
        walk.accounts = Some((title, self.accounts_words(own)));
        walk.origins =
            sources::of_accounts(self.document.project(), self.year, own, self.column.amount());
        walk.moves = true;
    }

    /// "38 kontoer, ansvar 100–140".
    fn accounts_words(&self, own: &[usize]) -> String {
        let accounts = own.iter().filter_map(|at| self.year.accounts.get(*at));
        let mut units: Vec<&str> = accounts
            .map(|account| account.code.unit.as_str())
            .filter(|unit| !unit.is_empty())
            .collect();
        units.sort_unstable();
        let count = t!("economy-accounts-count", count = own.len());
        match (units.first(), units.last()) {
            (Some(first), Some(last)) if first == last => {
                t!("economy-accounts-unit", count = count, unit = *first)
            }
            (Some(first), Some(last)) => {
                t!("economy-accounts-units", count = count, first = *first, last = *last)
            }
            _ => count,
        }
    }

    /// What decides that the accounts stand here: the chart, and the company's own rules.
    fn placing(&self, own: &[usize]) -> Vec<String> {
        let year = self.year.year.to_string();
        let mut words = vec![t!("economy-placed-by-chart", year = year)];
        let rules = &self.document.project().mapping;
        let fits = |rule: &&MappingRule| {
            let mut accounts = own.iter().filter_map(|at| self.year.accounts.get(*at));
            rule.statement == self.statement.id
                && (rule.line == self.row.name || rule.line == self.row.id)
                && accounts.any(|account| is_named(rule, account))
        };
        words.extend(
            rules
                .iter()
                .filter(fits)
                .map(|rule| t!("economy-placed-by-rule", reason = rule.reason.as_str())),
        );
        words
    }

    fn printed_origins(&self) -> Vec<Origin> {
        let year = Some(self.year.year);
        let lines = self.document.project().statements.iter().enumerate();
        let own = lines.filter(|(_, line)| {
            line.statement == self.statement.id
                && line.year == year
                && (line.line == self.row.name || line.line == self.row.id)
        });
        own.map(|(at, _)| sources::of_printed(self.document.project(), at)).collect()
    }
}

/// Whether a rule speaks of the account by a code of its own.
fn is_named(rule: &MappingRule, account: &Account) -> bool {
    let code = &account.code;
    let fits = |rule: &str, own: &str| rule.is_empty() || own.starts_with(rule);
    fits(&rule.art, &code.account)
        && fits(&rule.unit, &code.unit)
        && fits(&rule.function, &code.function)
        && fits(&rule.account, &code.account)
}
