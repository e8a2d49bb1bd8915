//! A statement as it is printed: headings, lines, sums set apart, and under an opened line its
//! accounts and its remark. One cell is selected; arrows move it.

mod draw;
mod keys;
mod layout;
mod remark;

use eframe::egui::scroll_area::{DragScroll, ScrollSource};
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Id, Popup, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::app::Document;
use crate::calendar::Year;
use crate::figures::Statement;
use crate::project::Remark;
use crate::t;
use crate::ui::icon;
use crate::ui::widgets::menu::Item;

use super::columns::{Col, ColumnChoice, Money};
use super::rows::{Kind, Opened, Remarked, RowId, ShownRow};
use draw::Drawing;
use layout::Layout;
use remark::Draft;

/// A cell by its row and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub row: RowId,
    pub column: Col,
}

/// What the window remembers of the statements.
#[derive(Default)]
pub(super) struct TableState {
    pub cursor: Option<Cell>,
    pub opened: Opened,
    pub choice: ColumnChoice,
    pub hides_zeros: bool,
    draft: Option<Draft>,
    /// The cursor has moved and is to be scrolled into sight.
    reveal: bool,
    wants_focus: bool,
}

impl TableState {
    /// Selects a cell and brings it into sight.
    pub fn select(&mut self, cell: Cell) {
        self.cursor = Some(cell);
        self.reveal = true;
    }

    /// Opens a row that is closed, and closes one that is open.
    pub fn toggle(&mut self, row: &RowId) {
        if !self.opened.rows.remove(row) {
            self.opened.rows.insert(row.clone());
        }
    }
}

/// A statement ready to be shown.
pub(super) struct Sheet<'a> {
    pub statement: &'a Statement,
    /// Words over it, where several statements stand below each other.
    pub title: Option<String>,
    pub rows: Vec<ShownRow>,
    pub money: Money,
}

/// What the person asks for that the table does not do itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Show where the selected number comes from.
    Trail,
    /// The same, or hide it again.
    ToggleTrail,
    /// Put back what the source says in the selected cell.
    UseSource,
    /// Move the accounts of a row to another line.
    Move(RowId),
    /// Put this remark on a line; an empty one takes the remark away.
    Remark { row: RowId, remark: Option<usize>, text: String, also: String },
    /// Copy the statements as a block for Excel.
    CopyAll,
}

/// What is shown: statements below each other, in the same columns.
pub(super) struct Table<'a> {
    pub year: Year,
    pub sheets: &'a [Sheet<'a>],
    pub columns: &'a [Col],
    /// Words in the head over the lines: unit and status.
    pub caption: &'a str,
    /// Why a line needs a remark: "Avviket er over 10 % og 100 000 kroner."
    pub limits: &'a str,
    pub remarks: &'a [Remark],
    pub document: &'a Document,
}

impl Table<'_> {
    /// Shows the statements in the room that is left, and returns what was asked for.
    pub fn show(&self, ui: &mut Ui, state: &mut TableState) -> Vec<Asked> {
        let id = ui.make_persistent_id("statement");
        let mut asked = Vec::new();
        self.follow_writing(state);
        let layout = Layout::new(ui, self, state);
        let width = layout.width();
        ScrollArea::horizontal().id_salt("statement-wide").auto_shrink(false).show(ui, |ui| {
            ui.set_min_width(width);
            draw::head(ui, self, &layout);
            ScrollArea::vertical()
                .id_salt("statement-rows")
                .auto_shrink(false)
                .scroll_source(ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() })
                .show(ui, |ui| self.body(ui, id, state, &layout, &mut asked));
        });
        asked
    }

    fn body(
        &self,
        ui: &mut Ui,
        id: Id,
        state: &mut TableState,
        layout: &Layout,
        asked: &mut Vec<Asked>,
    ) {
        let size = vec2(layout.width(), layout.height());
        let (all, _) = ui.allocate_exact_size(size, Sense::hover());
        let sight = all.intersect(ui.clip_rect());
        let response = ui.interact(sight, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, t!("place-economy")));
        if std::mem::take(&mut state.wants_focus) {
            response.request_focus();
        }
        if keys::run(ui, id, self, state, asked) {
            state.reveal = true;
        }
        let drawing = Drawing { id, table: self, layout, origin: all.min };
        drawing.rows(ui, &response, state, asked);
        self.reveal(ui, all, state, layout);
    }

    /// Brings the selected cell into sight after it has moved.
    fn reveal(&self, ui: &Ui, all: Rect, state: &mut TableState, layout: &Layout) {
        let Some(cursor) = &state.cursor else { return };
        if std::mem::take(&mut state.reveal)
            && let Some(at) = self.flat().position(|(_, row)| row.id == cursor.row)
        {
            let rect = layout.row_rect(all.min, at);
            ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
        }
    }

    /// What can be done with the selected row, offered at its cell.
    fn menu(&self, response: &Response, state: &mut TableState, asked: &mut Vec<Asked>) {
        let Some(row) = self.selected(state) else { return };
        let (id, opens, takes_remark) = (row.id.clone(), row.opens, row.takes_remark());
        let has_accounts = opens.is_some() || row.kind == Kind::Account;
        let is_remarked = matches!(row.remarked, Remarked::Yes(_));
        let mut chosen = None;
        Popup::context_menu(response).accessible_name(t!("economy-row-menu")).show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut offer = |on: bool, text: String, icon, keys: String, action: u8| {
                if ui.add_enabled(on, Item::new(&text).icon(icon).keys(&keys)).clicked() {
                    chosen = Some(action);
                }
            };
            offer(true, t!("trail-show"), icon::TRAIL, t!("keys-trail"), 0);
            offer(has_accounts, t!("economy-move"), icon::MOVE, String::new(), 1);
            let words = match is_remarked {
                true => t!("economy-change-remark"),
                false => t!("economy-write-remark"),
            };
            offer(takes_remark, words, icon::REMARK, t!("keys-edit"), 2);
            offer(true, t!("economy-copy-statement"), icon::COPY, String::new(), 3);
        });
        match chosen {
            Some(0) => asked.push(Asked::Trail),
            Some(1) => asked.push(Asked::Move(id)),
            Some(2) => self.write_remark(state, &id),
            Some(_) => asked.push(Asked::CopyAll),
            None => {}
        }
    }

    /// Opens the place to write a line's remark in.
    fn write_remark(&self, state: &mut TableState, id: &RowId) {
        let Some((_, row)) = self.flat().find(|(_, row)| row.id == *id) else { return };
        state.draft = Some(Draft::of(row, self.remarks));
        state.opened.writing = Some(id.clone());
    }

    /// A draft whose line is no longer shown is dropped.
    fn follow_writing(&self, state: &mut TableState) {
        let is_shown = |id: &RowId| self.flat().any(|(_, row)| row.id == *id);
        if state.opened.writing.as_ref().is_some_and(|id| !is_shown(id)) {
            state.opened.writing = None;
            state.draft = None;
        }
    }

    fn selected(&self, state: &TableState) -> Option<&ShownRow> {
        let cursor = state.cursor.as_ref()?;
        self.flat().map(|(_, row)| row).find(|row| row.id == cursor.row && row.is_selectable())
    }

    /// All rows of all sheets, with the sheet that each is of.
    fn flat(&self) -> impl Iterator<Item = (&Sheet<'_>, &ShownRow)> {
        self.sheets.iter().flat_map(|sheet| sheet.rows.iter().map(move |row| (sheet, row)))
    }
}
