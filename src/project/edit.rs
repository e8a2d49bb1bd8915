//! Edits: functions from project to project, each with the sentence that names it.

mod accounts;
mod corrections;
mod sources;

use std::sync::Arc;

use super::touched::touched;
use super::{
    AccountsSettings, Cell, CellAt, CellKind, LogEntry, Minute, PrintedFigure, PrintedTable,
    PriorityMeaning, Project, RemarkedAmount, ReportChoices, Rows, SectionState, Settings,
    SourceId, StatementLine, TableId, TextPeriod, Touched,
};
use crate::issue::Issue;
use crate::{t, text_key, words};

/// A cell of a table and what is to stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellEdit {
    /// The row; one past the last asks for a new row.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// The text as typed or pasted.
    pub text: String,
}

/// What a person can change in a project by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Sets cells of one table; a paste is one edit. Rows past the end are added.
    SetCells {
        /// The table.
        table: TableId,
        /// The cells.
        cells: Vec<CellEdit>,
    },
    /// Puts a blank row into a table.
    InsertRow {
        /// The table.
        table: TableId,
        /// Where; rows from there on move down.
        at: usize,
    },
    /// Takes rows out of a table.
    RemoveRows {
        /// The table.
        table: TableId,
        /// The rows.
        rows: Vec<usize>,
    },
    /// Fills a whole row of a table in one go; columns that are not named keep what they hold.
    PutRow {
        /// The table.
        table: TableId,
        /// The row; `None` asks for a new one.
        row: Option<usize>,
        /// Columns by id, and the text of each as typed.
        cells: Vec<(String, String)>,
    },
    /// Puts back what the sources say in cells that a person corrected.
    UseSource {
        /// The cells; those that nobody corrected are left alone.
        cells: Vec<CellAt>,
    },
    /// Says why a person put another value in the source's place.
    GiveReason {
        /// The corrected cell.
        cell: CellAt,
        /// Why; empty takes the reason away.
        why: String,
    },
    /// Writes a remark, or says that it is still right; it remembers what it speaks of.
    PutRemark {
        /// The row of the table of remarks; `None` asks for a new one.
        row: Option<usize>,
        /// Columns by id, and the text of each as typed; none where the words are still right.
        cells: Vec<(String, String)>,
        /// What the lines that it speaks of come to now.
        about: Vec<RemarkedAmount>,
    },
    /// Takes in a printed statement; its lines go before those of the same statement, year and
    /// words that were there.
    TakeStatement {
        /// The lines.
        rows: Vec<StatementLine>,
    },
    /// Takes a source out again, with all that it brought.
    RemoveSource {
        /// The source.
        source: SourceId,
    },
    /// Says what words for priority mean.
    ExplainPriorities {
        /// The system whose words they are; `None` for every system that has them.
        system: Option<String>,
        /// The words, each with what it means.
        answers: Vec<(String, PriorityMeaning)>,
    },
    /// Sets the settings of the project.
    SetSettings(Settings),
    /// Accepts a finding of the checks.
    Accept {
        /// The rule.
        rule: String,
        /// What the finding was made of, in short.
        fingerprint: String,
        /// Why it may stand.
        reason: String,
    },
    /// Opens an accepted finding again.
    Reopen {
        /// The rule.
        rule: String,
        /// What the finding was made of, in short.
        fingerprint: String,
    },
    /// Sets how the accounts are shown and judged.
    SetAccountsSettings(AccountsSettings),
    /// Writes what a section says of a period; `None` lets the draft from the figures stand.
    WriteText {
        /// The section's id.
        section: String,
        /// The period that it speaks of.
        period: TextPeriod,
        /// Markdown with fields.
        body: Option<String>,
    },
    /// Says that a text was read and is right as it stands.
    ConfirmText {
        /// The section's id.
        section: String,
        /// The period that it speaks of.
        period: TextPeriod,
    },
    /// Says how far a section has come.
    SetSectionState {
        /// The section's id.
        section: String,
        /// The period that it speaks of.
        period: TextPeriod,
        /// How far.
        state: SectionState,
    },
    /// Says who answers for a section.
    SetSectionOwner {
        /// The section's id.
        section: String,
        /// The period that it speaks of.
        period: TextPeriod,
        /// The person; empty for nobody.
        owner: String,
    },
    /// Sets order and choice of the report's sections, and its signing date.
    SetReport(ReportChoices),
    /// Names the state of the project, and keeps what it prints.
    MakeMilestone {
        /// The name.
        name: String,
        /// The figures that are printed.
        figures: Vec<PrintedFigure>,
    },
    /// Gives a milestone another name.
    RenameMilestone {
        /// The name that it has.
        from: String,
        /// The name that it is to have.
        to: String,
    },
    /// Takes a milestone away.
    RemoveMilestone {
        /// Its name.
        name: String,
    },
    /// Keeps a table as it was printed elsewhere. The edit fills in by whom and when.
    KeepPrinted(PrintedTable),
    /// Calls a printed table something else.
    RenamePrinted {
        /// Its place among the printed tables.
        at: usize,
        /// Where it was printed.
        title: String,
    },
    /// Keeps a printed table no more.
    RemovePrinted {
        /// Its place among the printed tables.
        at: usize,
    },
}

/// Who makes an edit, and when.
#[derive(Clone, Debug)]
pub struct EditContext {
    /// The person's name.
    pub who: String,
    /// Local time.
    pub now: Minute,
}

impl Project {
    /// The project after `edit`, and the sentence that says what was done. An edit that changes
    /// nothing gives `None`.
    ///
    /// # Errors
    /// When a text cannot stand in its column; then nothing is changed.
    pub fn edited(
        &self,
        edit: &Edit,
        context: &EditContext,
    ) -> Result<Option<(Self, String)>, Issue> {
        let mut after = self.clone();
        let what = match edit {
            Edit::SetCells { table, cells } => after.set_cells(*table, cells, context)?,
            Edit::InsertRow { table, at } => {
                after.rows_mut(*table).insert_blank(*at);
                t!("edit-inserted-row", table = t!(table.word_key()))
            }
            Edit::RemoveRows { table, rows } => after.remove_rows(*table, rows),
            Edit::PutRow { table, row, cells } => after.put_row(*table, *row, cells, context)?,
            Edit::UseSource { cells } => after.use_source(cells)?,
            Edit::GiveReason { cell, why } => after.give_reason(*cell, why),
            Edit::PutRemark { row, cells, about } => {
                after.put_remark(*row, cells, about, context)?
            }
            Edit::TakeStatement { rows } => after.take_statement(rows),
            Edit::RemoveSource { source } => after.remove_source(*source)?,
            Edit::ExplainPriorities { system, answers } => {
                after.explain_priorities(system.as_deref(), answers)?
            }
            Edit::SetSettings(settings) => {
                after.settings = Arc::new(settings.clone());
                settings_sentence(&self.settings, settings)
            }
            Edit::Accept { rule, fingerprint, reason } => {
                after.accept(rule, fingerprint, reason, context)?
            }
            Edit::Reopen { rule, fingerprint } => after.reopen(rule, fingerprint),
            Edit::SetAccountsSettings(settings) => {
                after.accounts_settings = Arc::new(settings.clone());
                accounts::settings_sentence(&self.accounts_settings, settings)
            }
            Edit::WriteText { section, period, body } => {
                after.write_text(section, *period, body.as_deref(), context)
            }
            Edit::ConfirmText { section, period } => after.confirm_text(section, *period, context),
            Edit::SetSectionState { section, period, state } => {
                after.set_section_state(section, *period, *state)
            }
            Edit::SetSectionOwner { section, period, owner } => {
                after.set_section_owner(section, *period, owner)?
            }
            Edit::SetReport(choices) => {
                after.report = Arc::new(choices.clone());
                t!("edit-report-choices")
            }
            Edit::MakeMilestone { name, figures } => {
                after.make_milestone(name, figures, context)?
            }
            Edit::RenameMilestone { from, to } => after.rename_milestone(from, to)?,
            Edit::RemoveMilestone { name } => after.remove_milestone(name)?,
            Edit::KeepPrinted(printed) => after.keep_printed(printed, context)?,
            Edit::RenamePrinted { at, title } => after.rename_printed(*at, title)?,
            Edit::RemovePrinted { at } => after.remove_printed(*at),
        };
        if after == *self {
            return Ok(None);
        }
        let mut touched = touched(self, &after);
        if matches!(edit, Edit::RemoveSource { .. }) {
            touched.push(Touched::Import);
        }
        after.log_edit(&what, touched, context);
        Ok(Some((after, what)))
    }

    /// Adds a sentence to the project's log, with what was touched.
    pub fn log_edit(&mut self, what: &str, touched: Vec<Touched>, context: &EditContext) {
        Arc::make_mut(&mut self.log).push(LogEntry {
            when: context.now,
            who: context.who.clone(),
            what: what.to_owned(),
            touched,
        });
    }

    fn set_cells(
        &mut self,
        table: TableId,
        cells: &[CellEdit],
        context: &EditContext,
    ) -> Result<String, Issue> {
        let columns = self.rows(table).columns();
        let mut sentence = String::new();
        for edit in cells {
            let Some(column) = columns.get(edit.column) else { continue };
            let cell = column.kind.parse(&edit.text).map_err(Issue::error)?;
            while self.rows(table).len() <= edit.row {
                let end = self.rows(table).len();
                self.rows_mut(table).insert_blank(end);
            }
            sentence = self.change_sentence(table, edit, &cell);
            self.remember_correction(table, edit, &cell, context);
            self.rows_mut(table).set(edit.row, edit.column, cell);
        }
        Ok(match cells.len() {
            1 => sentence,
            count => t!("edit-set-cells", count = count, table = t!(table.word_key())),
        })
    }

    /// "Endret Oppetid 2021 fra 99,80 til 99,81."
    fn change_sentence(&self, table: TableId, edit: &CellEdit, new: &Cell) -> String {
        let rows = self.rows(table);
        let column = rows.columns()[edit.column];
        let old = shown(&rows.cell(edit.row, edit.column), column.kind);
        let at = CellAt { table, row: edit.row, column: edit.column };
        changed_sentence(rows, at, &old, &shown(new, column.kind))
    }

    /// The log's entry of the edit that gave a cell its value, by what each entry touched: the newest
    /// that touched the cell or brought its row. A row that was renamed since is followed to its
    /// earlier name. `None` where an edit of so many cells may have done it that they are not told
    /// apart, and of logs older than what is touched.
    pub fn log_entry(&self, at: CellAt) -> Option<&LogEntry> {
        let rows = self.rows(at.table);
        let column = rows.columns().get(at.column)?;
        let (id, is_key) = (column.id, column.is_key);
        // Which part of the row's name the cell is, where it is one.
        let before = rows.columns().iter().take(at.column).filter(|column| column.is_key).count();
        let part = is_key.then_some(before);
        let mut key = rows.key(at.row);
        for entry in self.log.iter().rev() {
            let mut rows_touched = Vec::new();
            for touched in &entry.touched {
                match touched {
                    Touched::Cell(table, row, column)
                        if (*table, row, column.as_str()) == (at.table, &key, id) =>
                    {
                        return Some(entry);
                    }
                    Touched::Row(table, row) if *table == at.table => rows_touched.push(row),
                    Touched::Table(table) if *table == at.table => return None,
                    _ => {}
                }
            }
            let earlier = match rows_touched[..] {
                [earlier, later] | [later, earlier] if *later == key => Some(earlier),
                _ if rows_touched.contains(&&key) => return Some(entry),
                _ => None,
            };
            if let Some(earlier) = earlier {
                let part = |key: &str| {
                    key.split(super::record::BETWEEN_KEYS).nth(part?).map(str::to_owned)
                };
                if part(earlier) != part(&key) {
                    return Some(entry);
                }
                key.clone_from(earlier);
            }
        }
        None
    }

    fn remove_rows(&mut self, table: TableId, rows: &[usize]) -> String {
        let mut descending = rows.to_vec();
        descending.sort_unstable();
        descending.dedup();
        for row in descending.iter().rev() {
            self.forget_corrections(table, *row);
            self.rows_mut(table).remove(*row);
        }
        t!("edit-removed-rows", count = descending.len(), table = t!(table.word_key()))
    }
}

/// A cell's content in a sentence.
fn shown(cell: &Cell, kind: CellKind) -> String {
    match cell {
        Cell::Blank => t!("edit-blank"),
        _ => cell.text(kind),
    }
}

fn changed_sentence(rows: &dyn Rows, at: CellAt, old: &str, new: &str) -> String {
    let column = t!(rows.columns()[at.column].word_key);
    t!("edit-set-cell", column = column, key = row_words(rows, at), old = old, new = new)
}

/// Names the row of a cell by its key columns without the column of the cell itself, or by the
/// table where no other key column is filled in.
fn row_words(rows: &dyn Rows, at: CellAt) -> String {
    let mut words: Vec<String> = rows
        .columns()
        .iter()
        .enumerate()
        .filter(|(index, column)| column.is_key && *index != at.column)
        .map(|(index, column)| rows.cell(at.row, index).text(column.kind))
        .filter(|text| !text.is_empty())
        .collect();
    // An area with the name of its only goal is named once.
    words.dedup();
    if words.is_empty() { t!(at.table.word_key()) } else { words.join(" ") }
}

/// What was changed in the settings: "Endret rapportåret fra 2020 til 2021".
fn settings_sentence(old: &Settings, new: &Settings) -> String {
    let years =
        |settings: &Settings| format!("{}–{}", settings.baseline_first, settings.baseline_last);
    let pairs = [
        (text_key!("edit-company"), old.company.clone(), new.company.clone()),
        (text_key!("edit-report-year"), old.report_year.to_string(), new.report_year.to_string()),
        (text_key!("edit-baseline"), years(old), years(new)),
        (
            text_key!("edit-incidents"),
            old.incident_priorities.join(", "),
            new.incident_priorities.join(", "),
        ),
    ];
    changes_sentence(pairs)
}

/// A sentence for each of the settings that were changed: its key, and the words before and after.
fn changes_sentence(settings: impl IntoIterator<Item = (&'static str, String, String)>) -> String {
    let shown = |text: String| if text.is_empty() { t!("edit-blank") } else { text };
    let changes: Vec<String> = settings
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(key, old, new)| {
            words::say(key, &[("old", shown(old).into()), ("new", shown(new).into())])
        })
        .collect();
    changes.join(". ")
}
