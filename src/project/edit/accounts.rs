//! Edits of the accounts: a whole row at once, a printed statement, how the accounts are shown.

use std::sync::Arc;

use super::{CellEdit, EditContext, changes_sentence};
use crate::issue::Issue;
use crate::number;
use crate::project::{
    AccountsSettings, MappingRule, Presentation, Project, StatementId, StatementLine, TableId,
};
use crate::{t, text_key};

impl Project {
    /// Fills a row, or adds it, and says which.
    pub(in crate::project) fn put_row(
        &mut self,
        table: TableId,
        row: Option<usize>,
        cells: &[(String, String)],
        context: &EditContext,
    ) -> Result<String, Issue> {
        let count = self.rows(table).len();
        let known = row.filter(|row| *row < count);
        let row = known.unwrap_or_else(|| {
            self.rows_mut(table).insert_blank(count);
            count
        });
        for (id, text) in cells {
            let rows = self.rows(table);
            let Some(column) = rows.column(id) else { continue };
            let cell = rows.columns()[column].kind.parse(text).map_err(Issue::error)?;
            if rows.cell(row, column) != cell {
                let edit = CellEdit { row, column, text: text.clone() };
                self.remember_correction(table, &edit, &cell, context);
                self.rows_mut(table).set(row, column, cell);
            }
        }
        Ok(self.row_sentence(table, row, known.is_none()))
    }

    /// "Plasserte konto 1.810 i § 5-4 Andre generelle driftsinntekter".
    fn row_sentence(&self, table: TableId, row: usize, is_new: bool) -> String {
        match table {
            TableId::Mapping if let Some(rule) = self.mapping.get(row) => {
                let statement = rule.statement.word();
                t!(
                    "edit-placed",
                    what = accounts_of(rule),
                    statement = statement,
                    line = &*rule.line
                )
            }
            TableId::Remarks if let Some(remark) = self.remarks.get(row) => {
                t!("edit-remarked", statement = remark.statement.word(), line = &*remark.line)
            }
            _ if is_new => t!("edit-inserted-row", table = t!(table.word_key())),
            _ => t!("edit-put-row", table = t!(table.word_key())),
        }
    }

    /// Takes in the lines of a printed statement; each replaces the same line from before.
    pub(super) fn take_statement(&mut self, rows: &[StatementLine]) -> String {
        let lines = Arc::make_mut(&mut self.statements);
        for row in rows {
            match lines.iter_mut().find(|line| is_same_line(line, row)) {
                Some(line) => line.clone_from(row),
                None => lines.push(row.clone()),
            }
        }
        let first = rows.first();
        let year = first.and_then(|row| row.year).map_or_else(String::new, |year| year.to_string());
        let statement = first.map_or_else(String::new, |row| row.statement.word());
        t!("edit-took-statement", count = rows.len(), statement = statement, year = year)
    }
}

/// What a rule speaks of: "konto 1.01000.100", "art 010", "ansvar 100".
fn accounts_of(rule: &MappingRule) -> String {
    let joined = |parts: &[&String]| {
        let filled: Vec<&str> =
            parts.iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
        filled.join(".")
    };
    let codes = [&rule.class, &rule.account, &rule.unit, &rule.function];
    match rule {
        MappingRule { account, .. } if !account.is_empty() => {
            t!("edit-of-account", code = joined(&codes))
        }
        MappingRule { art, unit, .. } if !art.is_empty() => {
            t!("edit-of-art", code = joined(&[art, unit]))
        }
        MappingRule { unit, .. } if !unit.is_empty() => t!("edit-of-unit", code = unit.as_str()),
        _ => t!("edit-of-function", code = joined(&[&rule.class, &rule.function])),
    }
}

fn is_same_line(a: &StatementLine, b: &StatementLine) -> bool {
    let folded = |line: &str| -> String {
        line.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    (a.statement, a.year) == (b.statement, b.year) && folded(&a.line) == folded(&b.line)
}

/// What was changed in how the accounts are shown and judged.
pub(super) fn settings_sentence(old: &AccountsSettings, new: &AccountsSettings) -> String {
    let status = |settings: &AccountsSettings| {
        let date = settings.status_date.map(|date| date.strftime("%d.%m.%Y").to_string());
        [Some(settings.status.choice().word()), date]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let percent = |settings: &AccountsSettings| {
        number::percent(settings.limit_percent, settings.limit_percent.scale())
    };
    let kroner = |settings: &AccountsSettings| {
        number::decimal(settings.limit_kroner, settings.limit_kroner.scale())
    };
    let funds = |settings: &AccountsSettings| settings.fund_lines.choice().word();
    let travel = |settings: &AccountsSettings| settings.travel.choice().word();
    let mut changes = changes_sentence([
        (text_key!("edit-accounts-status"), status(old), status(new)),
        (text_key!("edit-accounts-percent"), percent(old), percent(new)),
        (text_key!("edit-accounts-kroner"), kroner(old), kroner(new)),
        (text_key!("edit-accounts-funds"), funds(old), funds(new)),
        (text_key!("edit-accounts-travel"), travel(old), travel(new)),
    ]);
    for statement in StatementId::EVERY {
        let (was, is) = (old.presentation(statement), new.presentation(statement));
        if was != is {
            let how = presentation_words(is);
            let change = t!("edit-accounts-shown", statement = statement.word(), how = how);
            changes = if changes.is_empty() { change } else { format!("{changes}. {change}") };
        }
    }
    changes
}

/// "Hele kroner, inntekter uten minus".
fn presentation_words(presentation: Presentation) -> String {
    let (unit, sign) = (presentation.unit.choice().word(), presentation.sign.choice().word());
    format!("{unit}, {}", sign.to_lowercase())
}
