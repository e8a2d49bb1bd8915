//! The ledger's rows, of all accounts or of one. Only those in sight are drawn.

use eframe::egui::Ui;
use rust_decimal::Decimal;

use crate::app::Document;
use crate::calendar::Year;
use crate::figures::YearAccounts;
use crate::kostra::{Book, Chart, art_of};
use crate::number;
use crate::project::{AccountString, LedgerBatch, LedgerRow, Project};
use crate::t;
use crate::ui::theme::{self, colors, scale};
use crate::ui::when;
use crate::ui::widgets::chip;
use crate::ui::widgets::grid::{Cell, Column, Grid, GridModel, GridState, Tone};
use crate::words::Message;

/// What the part remembers between frames.
#[derive(Default)]
pub(super) struct LedgerState {
    only: Option<AccountString>,
    grid: GridState,
    postings: Option<Postings>,
}

/// The rows of one choice, kept as long as the project stays.
struct Postings {
    revision: u64,
    only: Option<AccountString>,
    year: Year,
    /// Batch and row.
    rows: Vec<(u32, u32)>,
    sum: Decimal,
}

impl LedgerState {
    /// Shows the rows of one account.
    pub fn only(&mut self, account: AccountString) {
        self.only = Some(account);
        self.grid = GridState::default();
    }
}

/// Shows the rows.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    year: &YearAccounts,
    state: &mut LedgerState,
    height: f32,
) {
    let project = document.project();
    state.find(project, document.revision(), year.year);
    let LedgerState { only, grid, postings } = state;
    let Some(postings) = postings else { return };
    let colors = colors(ui);
    let mut clears = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        if let Some(account) = only {
            let words = [account.account.as_str(), account.unit.as_str(), account.name.as_str()];
            let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
            let options = [t!("economy-ledger-all"), words.join(" ")];
            let chosen = chip::filter(ui, &t!("column-account"), &options, 1);
            clears = chosen == Some(0);
        }
        let sum = number::decimal(postings.sum, 2);
        let words = t!("economy-ledger-count", count = postings.rows.len(), sum = sum);
        theme::text(ui, words, scale().body, colors.text_2);
    });
    ui.add_space(8.0);
    let model = Model { project, postings, columns: columns() };
    let _ = Grid::new(&t!("economy-ledger-table")).max_height(height).show(ui, grid, &model);
    if clears {
        *only = None;
        *grid = GridState::default();
    }
}

impl LedgerState {
    fn find(&mut self, project: &Project, revision: u64, year: Year) {
        let is_current = self.postings.as_ref().is_some_and(|postings| {
            postings.revision == revision && postings.only == self.only && postings.year == year
        });
        if is_current {
            return;
        }
        let (mut rows, mut sum) = (Vec::new(), Decimal::ZERO);
        for (at, batch) in (0..).zip(project.ledger.iter()) {
            if batch.year != year {
                continue;
            }
            let are_shown: Vec<bool> = batch
                .accounts
                .iter()
                .map(|account| is_shown(self.only.as_ref(), account))
                .collect();
            for (row, posting) in (0..).zip(batch.rows.iter()) {
                if are_shown.get(posting.account as usize) == Some(&true) {
                    rows.push((at, row));
                    sum = sum.saturating_add(posting.amount);
                }
            }
        }
        self.postings = Some(Postings { revision, only: self.only.clone(), year, rows, sum });
    }
}

/// Whether the rows of an account string are shown. Names do not count, since exports differ in
/// them.
fn is_shown(only: Option<&AccountString>, account: &AccountString) -> bool {
    only.is_none_or(|only| {
        let codes = |string: &AccountString| {
            let AccountString { class, account, unit, function, project, .. } = string.clone();
            [class, account, unit, function, project]
        };
        codes(only) == codes(account)
    })
}

/// What an account is called: by the export, or else by the chart of accounts.
fn name_of(account: &AccountString, year: Year) -> String {
    if !account.name.is_empty() {
        return account.name.clone();
    }
    let chart = Chart::get();
    let name = match Book::of_class(&account.class) {
        Some(Book::Balanse) => chart.chapter(&account.account, year).map(|entry| &entry.name),
        _ => art_of(&account.account).and_then(|art| chart.art(art, year)).map(|entry| &entry.name),
    };
    name.cloned().unwrap_or_default()
}

fn columns() -> Vec<Column> {
    vec![
        Column::number(t!("economy-ledger-period"), 74.0),
        Column::text(t!("economy-ledger-day"), 100.0),
        Column::text(t!("economy-ledger-voucher"), 110.0),
        Column::text(t!("column-account"), 90.0),
        Column::text(t!("column-account_name"), 180.0).stretching(),
        Column::text(t!("column-unit"), 76.0),
        Column::text(t!("column-function"), 80.0),
        Column::text(t!("column-project"), 80.0),
        Column::text(t!("economy-ledger-customer"), 130.0),
        Column::number(t!("column-amount"), 130.0),
        Column::number(t!("economy-ledger-row"), 90.0),
    ]
}

struct Model<'a> {
    project: &'a Project,
    postings: &'a Postings,
    columns: Vec<Column>,
}

impl Model<'_> {
    fn posting(&self, row: usize) -> Option<(&LedgerBatch, &LedgerRow)> {
        let (batch, row) = self.postings.rows.get(row)?;
        let batch = self.project.ledger.get(*batch as usize)?;
        Some((batch, batch.rows.get(*row as usize)?))
    }
}

impl GridModel for Model<'_> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.postings.rows.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some((batch, posting)) = self.posting(row) else { return Cell::default() };
        let account = batch.accounts.get(posting.account as usize);
        let code = |part: fn(&AccountString) -> &String| {
            account.map_or_else(Cell::default, |account| Cell::new(part(account).as_str()))
        };
        match column {
            0 => Cell::new(format!("{:02}", posting.period)),
            1 => posting.day.map_or_else(Cell::default, |day| Cell::new(when::date_short(day))),
            2 => Cell::new(&*posting.voucher),
            3 => code(|account| &account.account),
            4 => account
                .map_or_else(Cell::default, |account| Cell::new(name_of(account, batch.year))),
            5 => code(|account| &account.unit),
            6 => code(|account| &account.function),
            7 => code(|account| &account.project),
            8 => {
                let customer = posting.customer.and_then(|at| batch.customers.get(at as usize));
                customer.map_or_else(Cell::default, |customer| Cell::new(customer.as_str()))
            }
            9 => Cell::new(number::decimal(posting.amount, 2)),
            _ => Cell::new(posting.row.to_string()).tone(Tone::Quiet),
        }
    }

    fn check(&self, _row: usize, _column: usize, _text: &str) -> Result<(), Message> {
        Ok(())
    }
}
