//! Økonomi: the statements as they are printed, the fund, deviations with their remarks, and the
//! accounts behind it all.

mod accounts;
mod columns;
mod deviations;
mod fund;
mod jump;
mod move_account;
mod paste;
mod plots;
mod remark;
mod rows;
mod statement;
mod statements;
mod view;

use eframe::egui::{Frame, Margin, Ui, vec2};

use crate::app::{Command, Document};
use crate::project::StatementId;
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice;
use crate::ui::widgets::empty::Empty;
use crate::ui::widgets::head::{self, Head, within_margins};

use move_account::MoveDraft;
use paste::PasteDraft;
use statement::StatementState;

/// A statement's table has less margin than a page of words.
const TABLE_MARGIN: [i8; 2] = [26, 16];

/// A tab: statements, or what is told beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// §5-4, both paragraphs.
    Appropriations,
    /// §5-5, both paragraphs.
    Investment,
    /// §5-6.
    #[default]
    ByNature,
    /// §5-8.
    BalanceSheet,
    /// §5-9, *drift* and *investering*.
    Closing,
    /// The *disposisjonsfond* over the years.
    Fund,
    /// Deviations, remarks and the economic capacity.
    Deviations,
    /// The accounts, where they are placed, and the ledger.
    Accounts,
}

impl Tab {
    /// All of them in order.
    pub const ALL: [Self; 8] = [
        Self::Appropriations,
        Self::Investment,
        Self::ByNature,
        Self::BalanceSheet,
        Self::Closing,
        Self::Fund,
        Self::Deviations,
        Self::Accounts,
    ];

    /// The tab's words.
    pub fn name(self) -> String {
        match self {
            Self::Appropriations => StatementId::Appropriations.word(),
            Self::Investment => StatementId::Investment.word(),
            Self::ByNature => t!("economy-tab-nature"),
            Self::BalanceSheet => t!("economy-tab-balance"),
            Self::Closing => StatementId::ClosingDrift.word(),
            Self::Fund => t!("economy-tab-fund"),
            Self::Deviations => t!("economy-tab-deviations"),
            Self::Accounts => t!("economy-tab-accounts"),
        }
    }

    /// The statements that stand in it, below each other.
    pub fn statements(self) -> &'static [StatementId] {
        match self {
            Self::Appropriations => {
                &[StatementId::Appropriations, StatementId::AppropriationsByUnit]
            }
            Self::Investment => &[StatementId::Investment, StatementId::InvestmentByProject],
            Self::ByNature => &[StatementId::ByNature],
            Self::BalanceSheet => &[StatementId::BalanceSheet],
            Self::Closing => &[StatementId::ClosingDrift, StatementId::ClosingInvestment],
            Self::Fund | Self::Deviations | Self::Accounts => &[],
        }
    }
}

/// What the place remembers between frames.
#[derive(Default)]
pub struct EconomyState {
    tab: Tab,
    table: StatementState,
    fund: fund::FundState,
    deviations: deviations::DeviationsState,
    accounts: accounts::AccountsState,
    typed: view::Typed,
    moving: Option<MoveDraft>,
    pasting: Option<PasteDraft>,
}

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut EconomyState) {
    let app = cx.app;
    let Some(document) = app.document() else { return };
    if !is_known(document) {
        show_empty(ui, document, cx, state);
        return;
    }
    let commands = &mut *cx.commands;
    let is_statement = !state.tab.statements().is_empty();
    show_head(ui, document, state, commands);
    if is_statement {
        statements::foot(ui, document, state.tab.statements());
    }
    show_tab(ui, document, state, commands);
    move_account::show(ui, document, &mut state.moving, commands);
    paste::show(ui, document, &mut state.pasting, commands);
}

fn show_tab(
    ui: &mut Ui,
    document: &Document,
    state: &mut EconomyState,
    commands: &mut Vec<Command>,
) {
    match state.tab {
        Tab::Fund => head::page(ui, "economy-fund", |ui| {
            fund::show(ui, document, &mut state.fund, commands);
        }),
        Tab::Deviations => head::page(ui, "economy-deviations", |ui| {
            deviations::show(ui, document, &mut state.deviations, commands);
        }),
        Tab::Accounts => head::page(ui, "economy-accounts", |ui| {
            let moving = accounts::show(ui, document, &mut state.accounts, commands);
            state.moving = state.moving.take().or(moving);
        }),
        _ => {
            let margin =
                Margin { left: TABLE_MARGIN[0], right: TABLE_MARGIN[1], top: 0, bottom: 0 };
            Frame::NONE.inner_margin(margin).show(ui, |ui| {
                statements::show(ui, document, state, commands);
            });
        }
    }
}

/// Whether anything is known of the accounts of any year.
fn is_known(document: &Document) -> bool {
    let project = document.project();
    let years = document.figures().accounts().years();
    !project.fund.is_empty() || years.into_iter().any(|year| year.is_known())
}

fn show_empty(ui: &mut Ui, document: &Document, cx: &mut Context<'_>, state: &mut EconomyState) {
    Head::new(&t!("place-economy")).show(ui, |_| ());
    within_margins(ui, |ui| {
        let size = vec2(ui.available_width().min(720.0), 280.0);
        let empty = Empty {
            icon: icon::ECONOMY,
            title: &t!("economy-empty-title"),
            body: &t!("economy-empty-body"),
            action: &t!("economy-empty-action"),
            takes_files: true,
        };
        if empty.show(ui, size).clicked() {
            cx.push(Command::ChooseExports);
        }
        ui.add_space(12.0);
        if ui.add(Button::quiet(&t!("economy-paste")).icon(icon::PASTE)).clicked() {
            state.paste(document);
        }
    });
    paste::show(ui, document, &mut state.pasting, cx.commands);
}

impl EconomyState {
    /// Goes to a tab, without the selection of the tab before.
    fn go(&mut self, tab: Tab) {
        if self.tab != tab {
            self.tab = tab;
            self.table.grid.deselect();
        }
    }

    /// Opens the dialog for a printed statement, with the statement of the tab.
    fn paste(&mut self, document: &Document) {
        let statement = self.tab.statements().first().copied();
        let statement = statement.unwrap_or(StatementId::ByNature);
        self.pasting = Some(PasteDraft::new(statement, document.figures().report_year()));
    }
}

fn show_head(
    ui: &mut Ui,
    document: &Document,
    state: &mut EconomyState,
    commands: &mut Vec<Command>,
) {
    let names = Tab::ALL.map(Tab::name);
    let active = Tab::ALL.iter().position(|tab| *tab == state.tab).unwrap_or(0);
    let statements = state.tab.statements();
    let mut pastes = false;
    let clicked = Head::new(&t!("place-economy")).tabs(&names, active).show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let EconomyState { table, typed, .. } = state;
        pastes = view::show(ui, document, statements, &mut table.choice, typed, commands);
        if !statements.is_empty() {
            let hides = table.hides_zeros;
            if choice::check_box(ui, &t!("economy-hide-zeros"), Some(hides)).clicked() {
                table.hides_zeros = !hides;
            }
        }
    });
    if pastes {
        state.paste(document);
    }
    if let Some(tab) = clicked.and_then(|tab| Tab::ALL.get(tab)) {
        state.go(*tab);
    }
}
