//! Rows of the small tables against those that the project has.

use std::collections::{HashMap, HashSet};
use std::str::FromStr as _;
use std::sync::Arc;

use super::delivery::{Absent, SharedRows};
use super::{Effect, Gone, SheetPlan, Stage};
use crate::import::sheet::{SheetRead, TableRow, TypedRows};
use crate::import::tables::{day_column, days_of, row_key, table_columns};
use crate::number::Decimal;
use crate::project::{Cell, CellKind, Correction, RowRef, Rows, Source, TableId, source_key};

impl Stage<'_> {
    /// Rows are known by their key as the source has it. What a person corrected stays, and
    /// what a person typed is never removed. What the same stream had in a period that the sheet
    /// states, and no part of the delivery has now, is gone.
    pub(super) fn take_table(
        &mut self,
        sheet: &SheetRead,
        table: TableId,
        columns: &[usize],
        rows: &[TableRow],
    ) -> SheetPlan {
        let mut merge = Merge {
            table,
            columns,
            plan: SheetPlan::default(),
            corrected: self.corrected_keys(table),
            corrections: self.project.corrections.to_vec(),
            steps: Vec::with_capacity(rows.len()),
            inferred: inferred_column(table, sheet),
        };
        let project_rows = self.project.rows(table);
        let mut places: HashMap<String, usize> = HashMap::with_capacity(project_rows.len());
        // Only corrections of key columns make a source's key another than the table's.
        let of_keys = corrections_of_keys(project_rows, &self.project.corrections);
        for place in 0..project_rows.len() {
            places.entry(source_key(project_rows, place, &of_keys)).or_insert(place);
        }
        let mut kept = HashSet::new();
        let (mut shared, mut others) = (SharedRows::default(), SharedRows::default());
        for row in rows {
            let key = row_key(table, columns, row);
            let place = places.get(&key).copied();
            kept.extend(place);
            let differs = merge.take(project_rows, &key, place, row);
            let origin = place.and_then(|place| project_rows.origin(place));
            let Some(origin) = origin else { continue };
            let part = (origin.row, row.row);
            if self.is_of_this_import(origin.source) {
                shared.see(origin.source, part, differs, || key_in_words(&key));
            } else if self.is_of_other_company(origin.source, sheet) {
                others.see(origin.source, part, differs, || key_in_words(&key));
            }
        }
        let matched = kept.clone();
        // A row that could not be understood is no sign that it is gone.
        kept.extend(sheet.rejected_keys().filter_map(|key| places.get(key).copied()));
        for part in self.other_parts(sheet) {
            kept.extend(part.rejected_keys().filter_map(|key| places.get(key).copied()));
            if let TypedRows::Table { columns, rows, .. } = &part.rows {
                let keys = rows.iter().map(|row| row_key(table, columns, row));
                kept.extend(keys.filter_map(|key| places.get(&key).copied()));
            }
        }
        let known: Vec<usize> = (0..project_rows.len())
            .filter(|place| self.is_in_scope(sheet, project_rows, *place))
            .collect();
        let mut gone: Vec<usize> =
            known.iter().copied().filter(|place| !kept.contains(place)).collect();
        let absent = Absent::of(sheet, known.iter().any(|place| matched.contains(place)));
        if absent != Absent::Gone {
            absent.tell(gone.len(), &mut merge.plan);
            gone.clear();
        }
        let mut gone_keys = HashSet::with_capacity(gone.len());
        for place in &gone {
            gone_keys.insert(source_key(project_rows, *place, &of_keys));
            let day = day_column(project_rows.columns())
                .and_then(|column| days_of(&project_rows.cell(*place, column)));
            merge
                .plan
                .lose(|| Gone { what: project_rows.key(*place), day: day.map(|span| span.first) });
        }
        merge.corrections.retain(|c| c.table != table || !gone_keys.contains(&c.key));
        merge.plan.known = u32::try_from(known.len()).unwrap_or(u32::MAX);
        shared.tell(self, sheet, &mut merge.plan);
        let replaced = self.question_of_replaced(sheet, project_rows, (columns, &merge.steps));
        self.ask_for_clash(sheet, &shared);
        self.ask_for_clash(sheet, &others);
        if self.questions.is_empty() {
            self.questions.extend(replaced);
        }
        self.apply_merge(sheet, merge, &gone)
    }

    fn corrected_keys(&self, table: TableId) -> HashSet<String> {
        let of_table =
            self.project.corrections.iter().filter(|correction| correction.table == table);
        of_table.map(|correction| correction.key.clone()).collect()
    }

    fn apply_merge(&mut self, sheet: &SheetRead, merge: Merge<'_>, gone: &[usize]) -> SheetPlan {
        let Merge { table, mut plan, corrections, steps, .. } = merge;
        let previews =
            steps.iter().filter(|step| sheet.preview.iter().any(|preview| preview.row == step.row));
        plan.effects = previews.map(|step| step.effect.clone()).collect();
        let moves_corrections = *self.project.corrections != corrections;
        plan.is_taken = plan.moves_rows() || moves_corrections;
        if !plan.is_taken {
            return plan;
        }
        self.project.corrections = Arc::new(corrections);
        let source = self.add_source(sheet);
        let project_rows = self.project.rows_mut(table);
        for step in steps {
            let place = step.place.unwrap_or_else(|| {
                project_rows.insert_blank(project_rows.len());
                project_rows.len() - 1
            });
            for (column, cell) in step.cells {
                project_rows.set(place, column, cell);
            }
            project_rows.set_origin(place, Some(RowRef { source, row: step.row }));
        }
        if !gone.is_empty() {
            let gone: HashSet<usize> = gone.iter().copied().collect();
            project_rows.keep(&|place| !gone.contains(&place));
        }
        plan
    }

    /// Whether a row came from the sheet's stream and, where rows have days, from its period.
    /// An export of one year's deliveries has orders of the year before: they are that
    /// export's, and no other year's export takes them away.
    fn is_in_scope(&self, sheet: &SheetRead, project_rows: &dyn Rows, place: usize) -> bool {
        let source =
            project_rows.origin(place).and_then(|origin| self.project.source(origin.source));
        let is_earlier =
            |source: &&Source| source.stream == sheet.stream && !self.is_of_this_import(source.id);
        let Some(source) = source.filter(is_earlier) else { return false };
        if let (Some(earlier), Some(period)) = (source.period, sheet.period)
            && earlier.intersection(&period).is_none()
        {
            return false;
        }
        let day = day_column(project_rows.columns())
            .and_then(|column| days_of(&project_rows.cell(place, column)));
        match (day, sheet.period) {
            (Some(day), Some(period)) => period.contains(day.first),
            _ => true,
        }
    }
}

/// A key without the parts that are blank.
fn key_in_words(key: &str) -> String {
    key.split(" · ").filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What the rows of a sheet do to a table.
struct Merge<'r> {
    table: TableId,
    columns: &'r [usize],
    plan: SheetPlan,
    /// The rows that have corrections, by their keys.
    corrected: HashSet<String>,
    corrections: Vec<Correction>,
    steps: Vec<Step>,
    /// The table's column that the sheet does not have, so that its cells are inferred.
    inferred: Option<usize>,
}

/// What one row does.
pub(super) struct Step {
    /// The row of the sheet.
    row: u32,
    /// The row of the table; `None` for a new one.
    pub(super) place: Option<usize>,
    /// The cells to set, by column.
    pub(super) cells: Vec<(usize, Cell)>,
    effect: Effect,
}

impl Merge<'_> {
    /// Takes a row; the answer is whether it changes a row that the project has.
    fn take(
        &mut self,
        project_rows: &dyn Rows,
        key: &str,
        place: Option<usize>,
        row: &TableRow,
    ) -> bool {
        let values = self.columns.iter().copied().zip(row.cells.iter().cloned());
        let (cells, effect) = match place {
            None => (values.collect(), Effect::New),
            Some(place) => self.changes(project_rows, key, place, values),
        };
        self.plan.count(&effect);
        let is_change = matches!(effect, Effect::Changed(_));
        self.steps.push(Step { row: row.row, place, cells, effect });
        is_change
    }

    fn changes(
        &mut self,
        project_rows: &dyn Rows,
        key: &str,
        place: usize,
        values: impl Iterator<Item = (usize, Cell)>,
    ) -> (Vec<(usize, Cell)>, Effect) {
        let mut cells = Vec::new();
        let mut before = Vec::new();
        // What is inferred from unchanged words does not replace what a person has made of it
        // since, nor what a person has typed.
        let values: Vec<(usize, Cell)> = values.collect();
        let is_new_word = |(column, value): &(usize, Cell)| {
            project_rows
                .columns()
                .get(*column)
                .is_some_and(|definition| definition.id == "target_text")
                && project_rows.cell(place, *column) != *value
        };
        let infers_anew = project_rows.origin(place).is_some() && values.iter().any(is_new_word);
        for (column, value) in values {
            if self.inferred == Some(column) && !infers_anew {
                continue;
            }
            let value = settled(self.table, column, value);
            let old = project_rows.cell(place, column);
            let definition = project_rows.columns()[column];
            if self.is_corrected(key, definition.id, &value, &old) || old == value {
                continue;
            }
            before.push((definition.id.to_owned(), old.text(definition.kind)));
            cells.push((column, value));
        }
        let effect = if cells.is_empty() { Effect::Unchanged } else { Effect::Changed(before) };
        (cells, effect)
    }

    /// Whether a person's correction stands over the cell. It stays when the source moves under
    /// it, and is no longer needed when the source comes to agree.
    fn is_corrected(&mut self, key: &str, column: &str, value: &Cell, shown: &Cell) -> bool {
        if !self.corrected.contains(key) {
            return false;
        }
        let of_cell = |c: &Correction| c.table == self.table && c.key == key && c.column == column;
        let Some(at) = self.corrections.iter().position(of_cell) else { return false };
        if value == shown {
            self.corrections.remove(at);
        } else if !says(value, &self.corrections[at].original) {
            let correction = &mut self.corrections[at];
            let earlier = std::mem::replace(&mut correction.original, value.machine_text());
            correction.moved_from.get_or_insert(earlier);
            self.plan.moved_corrections += 1;
        }
        true
    }
}

/// The column of goals whose cells follow from the words of the others, where the sheet has none.
fn inferred_column(table: TableId, sheet: &SheetRead) -> Option<usize> {
    let is_read = || sheet.fields().contains(&"direction");
    let columns = table_columns(table);
    let column = columns.iter().position(|column| column.id == "direction");
    column.filter(|_| table == TableId::Goals && !is_read())
}

fn corrections_of_keys(project_rows: &dyn Rows, corrections: &[Correction]) -> Vec<Correction> {
    let is_key =
        |id: &str| project_rows.columns().iter().any(|column| column.is_key && column.id == id);
    let of_keys =
        corrections.iter().filter(|c| c.table == project_rows.table() && is_key(&c.column));
    of_keys.cloned().collect()
}

/// A blank as the table will show it: a choice has no blank, and a flag is not set.
fn settled(table: TableId, column: usize, value: Cell) -> Cell {
    match (value, table_columns(table).get(column).map(|column| column.kind)) {
        (Cell::Blank, Some(CellKind::Choice([first, ..]))) => Cell::Choice(*first),
        (Cell::Blank, Some(CellKind::Flag)) => Cell::Flag(false),
        (value, _) => value,
    }
}

/// Whether a cell says what a machine text says; numbers are compared as numbers.
fn says(cell: &Cell, text: &str) -> bool {
    match cell {
        Cell::Number(value) => Decimal::from_str(text).is_ok_and(|number| number == *value),
        _ => cell.machine_text() == text,
    }
}
