//! The tabs with statements: what is shown, and what the person asks for.

use eframe::egui::Ui;

use crate::app::{Command, Document, TrailCommand};
use crate::calendar::Year;
use crate::figures::{Statement, TrailOf, unit_word_key};
use crate::issue::Severity;
use crate::number;
use crate::project::{AccountsSettings, Edit, Remark, StatementId, TableId};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{paint, severity, tsv};
use crate::{t, text_key};

use super::EconomyState;
use super::columns::{Col, Money};
use super::figure_of;
use super::move_account::MoveDraft;
use super::rows::{Kind, RowId, Source};
use super::statement::{Asked, Sheet, Table, TableState};

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
    let sheets = sheets(document, state.tab.statements(), year, &state.table);
    let Some(first) = sheets.first() else { return };
    let columns = state.table.choice.columns(first.statement);
    let caption = caption(document, first.statement);
    let table = Table {
        year,
        sheets: &sheets,
        columns: &columns,
        caption: &caption,
        limits: &limits(&document.project().accounts_settings),
        document,
        remarks: &document.project().remarks,
    };
    let before = state.table.cursor.clone();
    let asked = table.show(ui, &mut state.table);
    let of = state.table.cursor.as_ref().and_then(|cell| figure_of::trail_of(document, cell));
    if let Some(of) = of.clone().filter(|_| state.table.cursor != before) {
        commands.push(Command::Trail(TrailCommand::Follow(of)));
    }
    for asked in asked {
        match asked {
            Asked::Trail => {
                commands.extend(of.clone().map(|of| Command::Trail(TrailCommand::Show(of))));
            }
            Asked::ToggleTrail => {
                commands.extend(of.clone().map(|of| Command::Trail(TrailCommand::Toggle(of))));
            }
            Asked::UseSource => commands.extend(use_source(document, of.as_ref())),
            Asked::Move(row) => state.moving = MoveDraft::of_row(document, &row),
            Asked::Remark { row, remark, text, also } => {
                commands.extend(remark_edit(document, &row, remark, text, also));
            }
            Asked::CopyAll => ui.ctx().copy_text(block(&sheets, &columns, year)),
        }
    }
}

/// The edit that puts back what the source says in the cell of the selected account.
fn use_source(document: &Document, of: Option<&TrailOf>) -> Option<Command> {
    let cells = match of? {
        TrailOf::Cell(at) => vec![*at],
        TrailOf::Figure(key) => document.figures().cells_of(key),
    };
    // A line rests on many accounts: each is brought back where it stands.
    let [at] = cells[..] else { return None };
    document.figures().correction(at)?;
    Some(Command::Edit(Edit::UseSource { cells: vec![at] }))
}

/// The statements with the rows that are shown.
fn sheets<'a>(
    document: &'a Document,
    statements: &[StatementId],
    year: Year,
    state: &TableState,
) -> Vec<Sheet<'a>> {
    let source = Source::new(document, year, &state.opened, state.hides_zeros);
    let known = document.figures().accounts().year(year);
    let Some((source, of_year)) = source.zip(known) else { return Vec::new() };
    let settings = &document.project().accounts_settings;
    let known = statements.iter().filter_map(|id| of_year.statement(*id));
    let sheets = known.enumerate().map(|(index, statement)| Sheet {
        statement,
        title: (index > 0).then(|| t!(title_key(statement.id))),
        rows: source.rows(statement),
        money: Money::of(settings.presentation(statement.id), statement, &of_year.accounts),
    });
    sheets.collect()
}

/// The words over a statement that stands below another.
fn title_key(statement: StatementId) -> &'static str {
    match statement {
        StatementId::AppropriationsByUnit => text_key!("economy-title-units"),
        StatementId::InvestmentByProject => text_key!("economy-title-projects"),
        StatementId::ClosingInvestment => text_key!("economy-title-investment"),
        _ => text_key!("place-economy"),
    }
}

/// "Tall i 1 kroner · Foreløpig regnskap".
fn caption(document: &Document, statement: &Statement) -> String {
    let settings = &document.project().accounts_settings;
    let unit = t!(unit_word_key(settings.presentation(statement.id).unit));
    t!("economy-caption", unit = unit, status = status(settings))
}

/// "Foreløpig regnskap", "Avlagt 14.2.2022".
pub(super) fn status(settings: &AccountsSettings) -> String {
    let word = settings.status.choice().word();
    match settings.status_date {
        Some(date) => {
            let date = format!("{}.{}.{}", date.day(), date.month(), date.year());
            t!("economy-status-dated", status = word, date = date)
        }
        None => t!("economy-status", status = word),
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

/// The statements as a block for Excel: numbers with a decimal comma and without thousands.
fn block(sheets: &[Sheet<'_>], columns: &[Col], year: Year) -> String {
    let mut lines: Vec<Vec<String>> = Vec::new();
    let heads = columns.iter().skip(1).map(|column| column.title(year));
    lines.push(std::iter::once(String::new()).chain(heads).collect());
    let rows = sheets.iter().flat_map(|sheet| &sheet.rows);
    for row in rows.filter(|row| !matches!(row.kind, Kind::Remark(_) | Kind::Missing)) {
        let is_heading = matches!(row.kind, Kind::Heading(_));
        let cells = columns.iter().skip(1).map(|column| {
            let value = column.value(&row.amounts, row.printed.as_ref());
            let shown = value.filter(|_| !is_heading);
            shown.map_or_else(String::new, |value| {
                number::round(value, 2).normalize().to_string().replace('.', ",")
            })
        });
        let name = format!("{} {}", row.code, row.name).trim().to_owned();
        lines.push(std::iter::once(name).chain(cells).collect());
    }
    tsv::write(&lines)
}
