//! A tab's statements as one table of figures, made anew only when what they show has changed.

use std::collections::HashSet;

use eframe::egui::Id;

use crate::app::Document;
use crate::calendar::Year;
use crate::figures::{
    AccountsKey, AmountColumn, Figures, Key, RowMeasure, Statement, TrailOf, YearAccounts,
};
use crate::project::StatementId;
use crate::ui::figure_table::{FigureCell, FigureRow, FigureTable, Typed, plain};
use crate::ui::icon;
use crate::ui::widgets::grid::{At, Cell, Column, GridState, Mark, Outline, RowKind, Tone};
use crate::{t, text_key};

use super::columns::{Col, ColumnChoice, Money, caption};
use super::remark::Draft;
use super::rows::{Kind, Opened, Part, Remarked, RowId, ShownRow, Source};

/// The name takes no more than so much, so that its numbers stay near …
const WIDEST_NAME: f32 = 620.0;
/// … and keeps at least so much.
const NAME: f32 = 220.0;
const NOTE: f32 = 38.0;
const REMARK: f32 = 32.0;

/// What the window remembers of the statements.
#[derive(Default)]
pub(super) struct StatementState {
    pub grid: GridState,
    pub opened: Opened,
    pub choice: ColumnChoice,
    pub hides_zeros: bool,
    pub draft: Option<Draft>,
    /// A row and a column that are to be selected when they are shown.
    sought: Option<(RowId, Col)>,
    made: Option<Made>,
    /// Whether what is shown has to be made anew.
    is_stale: bool,
}

/// The statements of a tab as they were made, and of what.
struct Made {
    revision: u64,
    statements: &'static [StatementId],
    choice: ColumnChoice,
    hides_zeros: bool,
    shown: Statements,
}

/// The statements of a tab as they are shown.
pub(super) struct Statements {
    /// The rows, one a row of the table.
    pub rows: Vec<ShownRow>,
    columns: Vec<Col>,
    /// The table.
    pub table: FigureTable,
}

impl StatementState {
    /// Selects a cell when it is shown next.
    pub fn select(&mut self, row: RowId, column: Col) {
        // The row may be one of zeros.
        self.hides_zeros = false;
        self.sought = Some((row, column));
    }

    /// Opens a row that is closed, and closes one that is open.
    pub fn toggle(&mut self, row: &RowId) {
        toggle(&mut self.opened.rows, row);
        self.is_stale = true;
    }

    /// Shows a line's remark, or hides it.
    pub fn toggle_remark(&mut self, row: &RowId) {
        toggle(&mut self.opened.remarks, row);
        self.is_stale = true;
    }

    /// Opens the place to write a line's remark in, or closes it.
    pub fn write(&mut self, draft: Option<Draft>) {
        self.opened.writing = draft.as_ref().map(|draft| draft.row.clone());
        self.draft = draft;
        self.is_stale = true;
    }

    /// The statements of a tab, in which what was sought is selected. They are given back by
    /// [`keep`](Self::keep).
    pub fn take(
        &mut self,
        document: &Document,
        statements: &'static [StatementId],
    ) -> Option<Statements> {
        let revision = document.revision();
        let made = self.made.take().filter(|made| {
            made.revision == revision
                && made.statements == statements
                && made.choice == self.choice
                && made.hides_zeros == self.hides_zeros
        });
        let shown = match made.filter(|_| !std::mem::take(&mut self.is_stale)) {
            Some(made) => made.shown,
            None => Statements::of(document, statements, self)?,
        };
        // A draft whose line is no longer shown is dropped.
        let is_shown = |draft: &Draft| shown.rows.iter().any(|row| row.id == draft.row);
        if self.draft.as_ref().is_some_and(|draft| !is_shown(draft)) {
            self.write(None);
        }
        if let Some((row, column)) = self.sought.take()
            && let Some(at) = shown.find(&row, column)
        {
            self.grid.select(at);
        }
        Some(shown)
    }

    /// Keeps the statements for the next frame, unless something has been opened meanwhile.
    pub fn keep(
        &mut self,
        document: &Document,
        statements: &'static [StatementId],
        shown: Statements,
    ) {
        let (choice, hides_zeros) = (self.choice, self.hides_zeros);
        let revision = document.revision();
        let made = Made { revision, statements, choice, hides_zeros, shown };
        self.made = (!std::mem::take(&mut self.is_stale)).then_some(made);
    }
}

fn toggle(rows: &mut HashSet<RowId>, row: &RowId) {
    if !rows.remove(row) {
        rows.insert(row.clone());
    }
}

impl Statements {
    fn of(document: &Document, ids: &[StatementId], state: &StatementState) -> Option<Self> {
        let figures = document.figures();
        let year = figures.report_year();
        let source = Source::new(document, year, &state.opened, state.hides_zeros)?;
        let of_year = figures.accounts().year(year)?;
        let settings = &document.project().accounts_settings;
        let known: Vec<&Statement> = ids.iter().filter_map(|id| of_year.statement(*id)).collect();
        let first = known.first()?;
        let columns = state.choice.columns(first);
        let money = |statement: &&Statement| {
            Money::of(settings.presentation(statement.id), statement, &of_year.accounts)
        };
        let monies: Vec<Money> = known.iter().map(money).collect();
        let caption = caption(document, first.id);
        let table = FigureTable {
            columns: grid_columns(&columns, &monies, caption, year),
            ..FigureTable::default()
        };
        let mut shown = Self { rows: Vec::new(), columns, table };
        for (index, (statement, money)) in known.iter().zip(&monies).enumerate() {
            if index > 0 {
                shown.push_title(statement.id);
            }
            for row in source.rows(statement) {
                let maker = Maker { figures, accounts: of_year, money, row: &row };
                shown.table.rows.push(maker.row(&shown.columns));
                shown.rows.push(row);
            }
        }
        Some(shown)
    }

    /// Words over a statement that stands below another.
    fn push_title(&mut self, statement: StatementId) {
        let title = FigureCell::words(Cell::new(t!(title_key(statement))));
        let row = FigureRow { kind: RowKind::Title, cells: vec![title], ..FigureRow::default() };
        self.table.rows.push(row);
        self.rows.push(ShownRow::title(statement));
    }

    /// Where a cell stands in the table.
    fn find(&self, row: &RowId, column: Col) -> Option<At> {
        let row = self.rows.iter().position(|shown| shown.id == *row && !shown.is_wide())?;
        let column = self.columns.iter().position(|shown| *shown == column).unwrap_or(0);
        // The notes stand behind the names.
        Some(At::new(row, if column == 0 { 0 } else { column + 1 }))
    }

    /// The column of the remarks, the last one.
    pub fn remark_column(&self) -> usize {
        self.table.columns.len().saturating_sub(1)
    }

    /// The row in which the remark of `line` stands or is written.
    pub fn remark_row(&self, line: &RowId) -> Option<usize> {
        self.rows.iter().position(|row| row.is_wide() && row.id == *line)
    }
}

/// The names, the notes, the amounts, the remarks.
fn grid_columns(columns: &[Col], monies: &[Money], caption: String, year: Year) -> Vec<Column> {
    let name = Column { most: WIDEST_NAME, ..Column::text(caption, NAME) };
    let note = Column::text(t!("economy-note"), NOTE);
    let amount = |column: &Col| {
        let has_decimals = monies.iter().any(|money| money.decimals(*column) > 0);
        Column::number(column.title(year), column.width(has_decimals))
    };
    let remark = Column::text(t!("economy-remark"), REMARK);
    let remark = Column { icon: Some(icon::REMARK), ..remark };
    std::iter::once(name.wrapping(2).stretching())
        .chain([note])
        .chain(columns.iter().skip(1).map(amount))
        .chain([remark])
        .map(Column::tight)
        .collect()
}

/// Makes the row of the table for a row of a statement.
struct Maker<'a> {
    figures: &'a Figures,
    accounts: &'a YearAccounts,
    money: &'a Money,
    row: &'a ShownRow,
}

impl Maker<'_> {
    fn row(&self, columns: &[Col]) -> FigureRow {
        let (kind, depth) = match self.row.kind {
            Kind::Heading(level) => (RowKind::Heading(level), 0),
            Kind::Sum => (RowKind::Sum, 0),
            Kind::Result => (RowKind::Result, 0),
            Kind::Line => (RowKind::Plain, 1),
            Kind::Art => (RowKind::Part, 2),
            Kind::Account => (RowKind::Part, 3),
            // How high it is depends on what is written in it.
            Kind::Remark(_) | Kind::Missing => (RowKind::Wide(0.0), 0),
        };
        let cells = match self.row.kind {
            Kind::Remark(_) | Kind::Missing => Vec::new(),
            Kind::Heading(_) => vec![self.name()],
            _ => {
                let note = Cell::new(&*self.row.note).tone(Tone::Label);
                let amounts = columns.iter().skip(1).map(|column| self.amount(*column));
                [self.name(), FigureCell::words(note)]
                    .into_iter()
                    .chain(amounts)
                    .chain([self.remark()])
                    .collect()
            }
        };
        let id = Some(Id::unique((&self.row.id, self.row.is_wide())));
        FigureRow { kind, outline: Outline { depth, open: self.row.opens }, id, cells }
    }

    fn name(&self) -> FigureCell {
        let is_quiet = self.row.kind == Kind::Line && self.row.is_zero();
        let tone = if is_quiet { Tone::Quiet } else { Tone::Plain };
        let code = self.row.code.clone();
        let cell = Cell { code, tone, ..Cell::new(&*self.row.name) };
        let is_heading = matches!(self.row.kind, Kind::Heading(_));
        let of = if is_heading { None } else { self.trail(Col::Name) };
        FigureCell { copied: cell.spoken(), cell, of, typed: Typed::No }
    }

    fn amount(&self, column: Col) -> FigureCell {
        let row = self.row;
        let value = column.value(&row.amounts, row.printed.as_ref());
        let is_deviation = matches!(column, Col::Deviation(_) | Col::Percent(_));
        let text = match value {
            Some(value) if is_deviation && value.is_zero() && row.is_zero() => None,
            Some(value) => Some(self.money.text(value, column)),
            None if matches!(column, Col::Amount(_)) => Some(t!("missing")),
            None => None,
        };
        let differs = self.difference(column);
        let is_strong = matches!(row.kind, Kind::Sum | Kind::Result);
        let tone = match column {
            Col::Printed if differs.is_some() => Tone::Warning,
            _ if value.is_none_or(|value| value.is_zero()) => Tone::Quiet,
            Col::Printed => Tone::Label,
            Col::Percent(_) if !is_strong => Tone::Label,
            _ => Tone::Plain,
        };
        let cell = Cell::new(text.unwrap_or_default()).tone(tone);
        let cell = match differs {
            Some(words) => cell.mark(Mark::Differs).hint(words),
            None => cell,
        };
        let is_of_account = matches!(row.kind, Kind::Art | Kind::Account);
        let typed = match column {
            Col::Amount(_) if is_of_account => Typed::Value,
            _ => Typed::No,
        };
        let copied = value.map_or_else(String::new, plain);
        FigureCell { cell, copied, of: self.trail(column), typed }
    }

    /// What another place says of the same number, where it says something else.
    fn difference(&self, column: Col) -> Option<String> {
        let row = self.row;
        if column == Col::Amount(AmountColumn::LastYear) {
            let year = self.accounts.year.saturating_sub(1).to_string();
            let amount = self.money.alone(row.own_last_year?);
            return Some(t!("economy-own-last-year", year = year, amount = amount));
        }
        let printed = Col::Printed.value(&row.amounts, row.printed.as_ref());
        let printed = printed.filter(|_| column == Col::Printed)?;
        let Some(actual) = row.amounts.get(AmountColumn::Actual) else {
            return Some(t!("economy-printed-alone"));
        };
        let off = printed.checked_sub(actual).filter(|off| !off.is_zero())?;
        Some(t!("economy-printed-off", amount = self.money.alone(off)))
    }

    fn remark(&self) -> FigureCell {
        let line = &*self.row.name;
        let (icon, tone, does) = match self.row.remarked {
            Remarked::No => return FigureCell::default(),
            Remarked::Yes(_) => (icon::REMARK, Tone::Label, t!("economy-show-remark", line = line)),
            Remarked::Missing => {
                (icon::NO_REMARK, Tone::Warning, t!("economy-remark-line", line = line))
            }
        };
        let cell = Cell { button: Some((icon, does)), tone, ..Cell::default() };
        FigureCell { cell, ..FigureCell::default() }
    }

    /// What the trail of a column is of; at the words it is of the year's accounts.
    fn trail(&self, column: Col) -> Option<TrailOf> {
        let RowId { statement, row, .. } = &self.row.id;
        let year = self.accounts.year;
        if column == Col::Printed {
            let row = self.figures.statement_row(*statement, year, row)?;
            let actual = AmountColumn::Actual;
            let printed = self.figures.printed_cell(*statement, year, row, actual)?;
            return Some(TrailOf::Cell(printed));
        }
        self.key(column).map(TrailOf::Figure)
    }

    /// The figure in a column.
    fn key(&self, column: Col) -> Option<Key> {
        let RowId { statement, row, part } = &self.row.id;
        let (statement, row, year) = (*statement, row.clone(), self.accounts.year);
        let measure = match column {
            Col::Deviation(budget) => RowMeasure::Deviation(budget),
            Col::Percent(budget) => RowMeasure::DeviationPercent(budget),
            _ => RowMeasure::Amount(column.amount()),
        };
        Some(Key::Accounts(match part {
            Part::Whole => AccountsKey::Row { statement, year, measure, row },
            Part::Art(art) => AccountsKey::Art { statement, year, measure, row, art: art.clone() },
            Part::Account(at) => {
                let account = self.accounts.accounts.get(*at)?.text();
                AccountsKey::Account { year, measure, account }
            }
        }))
    }
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
