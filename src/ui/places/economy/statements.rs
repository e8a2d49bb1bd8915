//! The tabs with statements: what is shown, and what the person asks for.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, Rect, Ui};

use crate::app::{Command, Document, TrailCommand};
use crate::calendar::Year;
use crate::figures::LineDeviation;
use crate::issue::Severity;
use crate::look::tokens;
use crate::number;
use crate::project::{AccountsSettings, Edit, Remark, ShownSign, StatementId, TableId};
use crate::ui::figure_table::Shown;
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::grid::{Grid, GridAction, Offer, RowKind};
use crate::ui::widgets::{paint, severity};
use crate::{t, text_key};

use super::EconomyState;
use super::move_account::MoveDraft;
use super::remark::{Asked, Draft, Remarks};
use super::rows::{Remarked, RowId, ShownRow};
use super::statement::{StatementState, Statements};

/// The height of the foot: how to read the signs, and how many remarks there are and lack.
const FOOT: f32 = 32.0;

/// Shows the statements of the tab.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    state: &mut EconomyState,
    commands: &mut Vec<Command>,
) {
    let year = document.figures().report_year();
    if !document.figures().accounts().year(year).is_some_and(|accounts| accounts.is_known()) {
        let text = t!("economy-nothing-of-year", year = year.to_string());
        ui.add_space(12.0);
        theme::paragraph(ui, text, scale().takeaway, colors(ui).text_2);
        return;
    }
    unplaced(ui, document, state, year);
    let statements = state.tab.statements();
    let Some(mut shown) = state.table.take(document, statements) else { return };
    let (actions, asked) = table(ui, document, &mut shown, &mut state.table, commands);
    for asked in asked {
        match asked {
            Asked::Write(row) => write(document, &shown, &mut state.table, &row),
            Asked::Drop => {
                state.table.write(None);
                state.table.grid.focus();
            }
            Asked::Put { row, remark, text, also, keeps_focus } => {
                state.table.write(None);
                state.table.opened.remarks.insert(row.clone());
                if keeps_focus {
                    state.table.grid.focus();
                }
                commands.extend(remark_edit(document, &row, remark, text, also));
            }
        }
    }
    for action in actions {
        // Enter at the words of a line without parts asks where the year's amount comes from.
        if let GridAction::Activate(row, 0) = action {
            let of = shown.table.rows.get(row).and_then(|row| row.cells.first()?.of.clone());
            commands.extend(of.map(|of| Command::Trail(TrailCommand::Show(of))));
        }
        follow(document, &shown, state, &action);
    }
    state.table.keep(document, statements, shown);
}

/// Shows the table. Comes back with what was done to it and to the remarks in it.
fn table(
    ui: &mut Ui,
    document: &Document,
    shown: &mut Statements,
    state: &mut StatementState,
    commands: &mut Vec<Command>,
) -> (Vec<GridAction>, Vec<Asked>) {
    let StatementState { grid, draft, .. } = state;
    let remarks = Remarks {
        rows: &shown.rows,
        remarks: &document.project().remarks,
        limits: &limits(&document.project().accounts_settings),
        width: ui.available_width(),
    };
    for (row, figures) in shown.rows.iter().zip(&mut shown.table.rows) {
        if row.is_wide() {
            figures.kind = RowKind::Wide(remarks.height(ui, row, draft.as_ref()));
        }
    }
    let kept = draft.as_ref().and_then(|draft| shown.remark_row(&draft.row));
    let mut asked = Vec::new();
    let mut wide = |ui: &mut Ui, row: usize, rect: Rect| {
        if let Some(row) = shown.rows.get(row) {
            asked.extend(remarks.show(ui, rect, row, draft));
        }
    };
    let offers = |row: usize| shown.rows.get(row).map_or_else(Vec::new, offers);
    let opener = |row: usize, is_open: bool| {
        let line = shown.rows.get(row).map_or("", |row| &row.name);
        match is_open {
            true => t!("economy-close-line", line = line),
            false => t!("economy-open-line", line = line),
        }
    };
    let figures = document.figures();
    let table =
        Shown { table: &shown.table, figures, offers: Some(&offers), opener: Some(&opener) };
    let name = t!("place-economy");
    let widget = Grid::new(&name).max_height(ui.available_height()).wide(kept, &mut wide);
    let actions = table.show(ui, widget, grid, commands);
    (actions, asked)
}

/// The place in [`offers`] of what moves accounts; the other one writes the remark.
const MOVES: usize = 0;

/// What the menu of a row offers.
fn offers(row: &ShownRow) -> Vec<Offer> {
    let words = match row.remarked {
        Remarked::Yes(_) => t!("economy-change-remark"),
        _ => t!("economy-write-remark"),
    };
    let moves = Offer {
        text: t!("economy-move"),
        icon: icon::MOVE,
        keys: String::new(),
        is_on: row.has_accounts(),
    };
    let writes =
        Offer { text: words, icon: icon::REMARK, keys: t!("keys-edit"), is_on: row.takes_remark() };
    vec![moves, writes]
}

fn follow(document: &Document, shown: &Statements, state: &mut EconomyState, action: &GridAction) {
    let (row, column) = match *action {
        GridAction::Toggle(row) => (row, 0),
        GridAction::Press(row, column)
        | GridAction::Activate(row, column)
        | GridAction::Write(row, column)
        | GridAction::Choose(row, column, _) => (row, column),
        _ => return,
    };
    let Some(row) = shown.rows.get(row) else { return };
    let table = &mut state.table;
    match action {
        GridAction::Toggle(_) => table.toggle(&row.id),
        GridAction::Choose(_, _, MOVES) => state.moving = MoveDraft::of_row(document, &row.id),
        GridAction::Write(..) | GridAction::Choose(..) => write(document, shown, table, &row.id),
        _ if column != shown.remark_column() => {}
        _ => match row.remarked {
            Remarked::Yes(_) => table.toggle_remark(&row.id),
            Remarked::Missing => write(document, shown, table, &row.id),
            Remarked::No => {}
        },
    }
}

/// Opens the place to write a line's remark in.
fn write(document: &Document, shown: &Statements, table: &mut StatementState, line: &RowId) {
    let is_line = |row: &&ShownRow| row.id == *line && row.takes_remark();
    if let Some(row) = shown.rows.iter().find(is_line) {
        table.write(Some(Draft::of(row, &document.project().remarks)));
    }
}

/// "Avviket er over 10 % og 100 000 kroner."
pub(super) fn limits(settings: &AccountsSettings) -> String {
    let percent = settings.limit_percent.normalize();
    let kroner = settings.limit_kroner.normalize();
    t!(
        "economy-limits",
        percent = number::percent(percent, percent.scale()),
        kroner = number::decimal(kroner, kroner.scale())
    )
}

/// A note over the statement counts the accounts that stand on none of its lines.
fn unplaced(ui: &mut Ui, document: &Document, state: &mut EconomyState, year: Year) {
    let statements = state.tab.statements();
    let accounts = document.figures().accounts().year(year);
    let count = accounts.map_or(0, |accounts| {
        accounts.unplaced.iter().filter(|one| statements.contains(&one.statement)).count()
    });
    if count == 0 {
        return;
    }
    paint::row(ui, 32.0, |ui| {
        severity::label(ui, Severity::Warning, &t!("economy-unplaced", count = count));
        if ui.add(Button::quiet(&t!("economy-unplaced-show"))).clicked() {
            state.go(super::Tab::Accounts);
            state.accounts.show_unplaced();
        }
    });
}

/// The edit that puts a remark on a line, changes it or takes it away.
pub(super) fn remark_edit(
    document: &Document,
    row: &RowId,
    remark: Option<usize>,
    text: String,
    also: String,
) -> Option<Command> {
    let project = document.project();
    let known = remark.and_then(|at| project.remarks.get(at));
    if text.trim().is_empty() {
        let rows = vec![remark?];
        return Some(Command::Edit(Edit::RemoveRows { table: TableId::Remarks, rows }));
    }
    if known.is_some_and(|remark| remark.remark == text.trim() && remark.also == also) {
        return None;
    }
    let year = document.figures().report_year();
    let written = match known {
        Some(remark) => Remark { also: also.clone(), ..remark.clone() },
        None => {
            let statement = document.figures().statement(row.statement, year)?;
            let line = statement.row(&row.row)?.name.to_string();
            let (year, statement, also) = (Some(year), row.statement, also.clone());
            Remark { year, statement, line, also, ..Remark::default() }
        }
    };
    let about = document.figures().remarked(&written);
    let mut cells = vec![("remark".to_owned(), text), ("also".to_owned(), also)];
    if known.is_none() {
        cells.push(("year".to_owned(), year.to_string()));
        cells.push(("statement".to_owned(), row.statement.id().to_owned()));
        cells.push(("line".to_owned(), written.line));
    }
    Some(Command::Edit(Edit::PutRemark { row: remark, cells, about }))
}

/// Draws the foot of the statements.
pub(super) fn foot(ui: &mut Ui, document: &Document, statements: &[StatementId]) {
    let Some(first) = statements.first() else { return };
    let colors = colors(ui);
    let margin = Margin::symmetric(tokens().size.margin as i8, 0);
    Panel::bottom(text_key!("economy-foot"))
        .exact_size(FOOT)
        .resizable(false)
        .show_separator_line(true)
        .frame(Frame::NONE.fill(colors.canvas).inner_margin(margin))
        .show(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                counts(ui, document, statements);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    theme::text(ui, reading(document, *first), scale().body, colors.text_2);
                });
            });
        });
}

/// "Inntekter vises med minus, slik regnskapet er ført. Avvik er regnskap minus budsjett."
fn reading(document: &Document, statement: StatementId) -> String {
    let settings = &document.project().accounts_settings;
    let sign = settings.presentation(statement).sign;
    match (statement, sign) {
        (StatementId::BalanceSheet, ShownSign::Ledger) => t!("economy-foot-balance"),
        (StatementId::BalanceSheet, ShownSign::Turned) => t!("economy-foot-balance-turned"),
        (StatementId::ClosingDrift, _) => t!("economy-foot-closing"),
        (_, ShownSign::Ledger) => t!("economy-foot"),
        (_, ShownSign::Turned) => t!("economy-foot-turned"),
    }
}

/// Laid out from the right, so that the last stands first here.
fn counts(ui: &mut Ui, document: &Document, statements: &[StatementId]) {
    let year = document.figures().report_year();
    let remarks = document.project().remarks.iter().filter(|remark| {
        remark.year == Some(year)
            && statements.contains(&remark.statement)
            && !remark.remark.trim().is_empty()
    });
    let written = remarks.count();
    let deviations = document.figures().deviations(year);
    let lacks =
        |line: &&LineDeviation| line.remark.is_none() && statements.contains(&line.statement);
    let missing = deviations.iter().filter(lacks).count();
    let colors = colors(ui);
    if missing > 0 {
        let words = t!("economy-count-missing", count = missing);
        theme::text(ui, words, medium(scale().body), colors.warning);
        theme::icon(ui, icon::NO_REMARK, 15.0, colors.warning);
        ui.add_space(14.0);
    }
    if written > 0 {
        let words = t!("economy-count-remarks", count = written);
        theme::text(ui, words, scale().body, colors.text_2);
        theme::icon(ui, icon::REMARK, 15.0, colors.text_2);
    }
}
