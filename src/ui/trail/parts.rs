//! The parts that a number was made of, the names and values that they are told by, and the cells
//! of files that it began with.

use eframe::egui::{Align, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::Document;
use crate::figures::{AccountsKey, Figure, Key, RowMeasure, Trail, TrailOf, TrailPart, Unit};
use crate::look::tokens;
use crate::number::{self, Decimal};
use crate::project::{Cell, CellAt, Correction, LogEntry, ShownSign, Source};
use crate::t;
use crate::ui::theme::{colors, scale};
use crate::ui::widgets::paint;

const ROW: f32 = 24.0;
/// The least room of a code before its name.
const CODE: f32 = 24.0;
/// A name keeps at least so much; a longer number goes below it.
const NAME: f32 = 96.0;

/// What a row of the list shows.
pub(super) struct PartRow {
    pub code: String,
    pub name: String,
    pub value: String,
}

/// What one asks about when one walks on to a part. A row of a table is known by its place, not
/// by its key, which two may have.
pub(super) fn target(part: &Trail) -> TrailOf {
    match (&part.figure.key, part.at) {
        (Key::Cell { .. }, Some(at)) => TrailOf::Cell(at),
        (key, _) => TrailOf::Figure(key.clone()),
    }
}

/// Draws one part; whether it was clicked.
pub(super) fn show(ui: &mut Ui, part: &PartRow) -> bool {
    let colors = colors(ui);
    let style = scale().table;
    let width = ui.available_width();
    let value = paint::line(ui, &part.value, style, colors.text);
    let code = paint::line(ui, &part.code, style, colors.text_2);
    let taken = if part.code.is_empty() { 0.0 } else { code.size().x.max(CODE) + 8.0 };
    // A long name or code has the first line to itself.
    let name = paint::line(ui, &part.name, style, colors.text);
    let fits = taken + name.size().x.min(NAME) + 8.0 + value.size().x <= width;
    let height = if fits { ROW } else { 2.0 * ROW - 8.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::CLICK);
    let spoken = t!("trail-part", name = part.name.as_str(), value = part.value.as_str());
    let spoken = format!("{} {spoken}", part.code).trim().to_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
    let ground = rect.expand2(vec2(8.0, 0.0));
    if response.hovered() {
        ui.painter().rect_filled(ground, tokens().radius.cell, colors.hover);
    }
    let first = if fits { rect } else { rect.with_max_y(rect.top() + ROW) };
    let last = if fits { rect } else { rect.with_min_y(rect.bottom() - ROW) };
    let room = if fits { width - taken - value.size().x - 8.0 } else { width - taken };
    paint::place_text(ui.painter(), last, value, Align::Max, colors.text);
    paint::place_text(ui.painter(), first, code, Align::Min, colors.text_2);
    let inner = first.with_min_x(first.left() + taken);
    let name = paint::elided(ui, &part.name, style, colors.text, room);
    let is_elided = name.elided;
    paint::place_text(ui.painter(), inner, name, Align::Min, colors.text);
    paint::focus_ring(ui, &response, ground.shrink(2.0), tokens().radius.cell);
    let is_clicked = response.clicked();
    if is_elided {
        response.on_hover_text(&part.name);
    }
    is_clicked
}

/// The sign with which the numbers along `way` are shown: that of the last statement on it, so that
/// parts have the sign of their sum.
pub(super) fn sign(document: &Document, way: &[TrailOf]) -> ShownSign {
    let statements = way.iter().rev().filter_map(|of| match of {
        TrailOf::Figure(Key::Accounts(
            AccountsKey::Row { statement, .. } | AccountsKey::Art { statement, .. },
        )) => Some(*statement),
        _ => None,
    });
    let settings = &document.project().accounts_settings;
    let signs = statements.map(|statement| settings.presentation(statement).sign);
    signs.into_iter().next().unwrap_or(ShownSign::Ledger)
}

/// What stands in the cell, or the figure as it is printed. Amounts are exact to the øre.
pub(super) fn value(document: &Document, trail: &Trail, sign: ShownSign) -> String {
    let of_cell = trail.at.filter(|_| matches!(trail.figure.key, Key::Cell { .. }));
    if let Some(at) = of_cell {
        let rows = document.project().rows(at.table);
        return match rows.columns().get(at.column) {
            Some(column) if rows.cell(at.row, at.column) != Cell::Blank => {
                rows.cell(at.row, at.column).text(column.kind)
            }
            _ => t!("missing"),
        };
    }
    let Figure { value, unit, key, .. } = &trail.figure;
    let turned = |value: Decimal| if sign == ShownSign::Turned { -value } else { value };
    match (value, unit) {
        // The fund and the key figures are shown without the ledger's sign already.
        (Some(value), Unit::Kroner) if is_signed(key) => number::decimal(turned(*value), 2),
        (Some(value), Unit::Kroner) => number::decimal(*value, 2),
        (Some(value), Unit::Change { .. }) if is_signed(key) => {
            number::signed_percent(turned(*value), trail.figure.decimals)
        }
        _ => trail.figure.text(),
    }
}

fn is_signed(key: &Key) -> bool {
    let Key::Accounts(key) = key else { return false };
    matches!(key, AccountsKey::Row { .. } | AccountsKey::Art { .. } | AccountsKey::Account { .. })
}

/// The code, if there is one, and the name of a part under its whole, without what both have in
/// common.
pub(super) fn within(document: &Document, part: &Figure, whole: &Key) -> (String, String) {
    let figures = document.figures();
    let Key::Accounts(key) = &part.key else { return (String::new(), part.label.clone()) };
    match (key, whole) {
        // What a deviation is made of is told from each other by what is said of it.
        (_, Key::Accounts(of)) if !matches!(of.measure(), None | Some(RowMeasure::Amount(_))) => {
            (String::new(), part.label.clone())
        }
        (AccountsKey::Art { art, .. }, _) => (art.clone(), figures.art_name(key)),
        (AccountsKey::Account { year, account, .. }, _) => {
            let name = figures.account(*year, account).map(|account| account.name(*year));
            (account.clone(), name.unwrap_or_default())
        }
        (
            AccountsKey::Row { statement, year, measure, row },
            Key::Accounts(AccountsKey::Row {
                statement: of,
                year: of_year,
                measure: of_measure,
                ..
            }),
        ) if (statement, year) == (of, of_year) && is_same(*measure, *of_measure) => {
            let row = figures.statement_row(*statement, *year, row);
            let name = row.map_or_else(|| part.label.clone(), |row| row.name.to_string());
            (String::new(), name)
        }
        _ => (String::new(), part.label.clone()),
    }
}

fn is_same(part: RowMeasure, whole: RowMeasure) -> bool {
    part == whole && matches!(whole, RowMeasure::Amount(_))
}

/// So many runs of cells are named; the rest is counted.
const NAMED: usize = 4;

/// All that a number comes from in the end, each thing once.
#[derive(Default)]
pub(super) struct Origins {
    pub files: Vec<FileCells>,
    pub corrections: Vec<(CellAt, Correction)>,
    pub typed: Vec<LogEntry>,
    /// Whether a value was typed that the log does not name.
    pub has_untold: bool,
}

/// The cells of one source.
pub(super) struct FileCells {
    pub source: Source,
    cells: Vec<String>,
    count: usize,
}

impl Origins {
    /// The ends of `trail`, those of its parts among them.
    pub fn of(trail: &Trail) -> Self {
        let mut origins = Self::default();
        origins.gather(trail);
        origins
    }

    /// The cells that persons corrected.
    pub fn corrected(&self) -> Vec<CellAt> {
        self.corrections.iter().map(|(at, _)| *at).collect()
    }

    /// Whether the trail leads to no file, correction or typed value.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
            && self.corrections.is_empty()
            && self.typed.is_empty()
            && !self.has_untold
    }

    fn gather(&mut self, trail: &Trail) {
        for part in &trail.parts {
            match part {
                TrailPart::Figure(inner) => self.gather(inner),
                TrailPart::Workdays { .. } => {}
                TrailPart::Rows { source, cells, count } => self.add_rows(source, cells, *count),
                TrailPart::Correction { at, correction } => {
                    if !self.corrections.iter().any(|(known, _)| known == at) {
                        self.corrections.push((*at, (**correction).clone()));
                    }
                }
                TrailPart::Typed { log: Some(log) } => {
                    if !self.typed.contains(log) {
                        self.typed.push(log.clone());
                    }
                }
                TrailPart::Typed { log: None } => self.has_untold = true,
            }
        }
    }

    fn add_rows(&mut self, source: &Source, cells: &str, count: usize) {
        match self.files.iter_mut().find(|file| file.source.id == source.id) {
            // Two figures may be counted from the same rows.
            Some(file) if file.cells.iter().any(|known| known == cells) => {}
            Some(file) => {
                file.cells.push(cells.to_owned());
                file.count += count;
            }
            None => self.files.push(FileCells {
                source: source.clone(),
                cells: vec![cells.to_owned()],
                count,
            }),
        }
    }
}

impl FileCells {
    /// "Ark «Saldoliste», cellene F9, F10", "Cellene B9–B10867 (10 859 i alt)".
    pub fn place(&self) -> String {
        let runs: Vec<&str> = self.cells.iter().flat_map(|cells| cells.split(", ")).collect();
        let named = runs.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let is_cut = runs.len() > NAMED;
        let cells = if is_cut { t!("trail-cells-more", cells = named) } else { named };
        let place = match self.source.sheet.as_str() {
            "" => t!("trail-cells", count = self.count, cells = cells),
            sheet => t!("trail-sheet-cells", count = self.count, cells = cells, sheet = sheet),
        };
        // Cells that are named one by one need no count.
        match is_cut || self.count > runs.len() {
            true => t!("trail-cells-count", place = place, count = self.count),
            false => place,
        }
    }

    /// "9f3c 41d0 … 7ae2": enough of the file's hash to know it again.
    pub fn short_hash(&self) -> String {
        let hash = &self.source.sha256;
        let part = |from: usize, to: usize| hash.get(from..to).unwrap_or_default();
        match hash.len().checked_sub(4) {
            Some(end) if hash.len() > 12 => {
                format!("{} {} … {}", part(0, 4), part(4, 8), part(end, hash.len()))
            }
            _ => hash.clone(),
        }
    }
}
