//! What an edit touched, as far as figures rest on it: the log keeps it beside the sentence, so
//! that a figure which has changed since can be traced to the edit.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Project, Rows, TableId};

/// Of an edit of more cells and rows than this only the table is kept.
const NAMED: usize = 8;
/// Tables of words and names, on which no figure rests.
const WITHOUT_FIGURES: [TableId; 5] = [
    TableId::Customers,
    TableId::Events,
    TableId::Remarks,
    TableId::Agreements,
    TableId::Signatories,
];

/// Something that an edit touched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Touched {
    /// The year that is reported on.
    ReportYear,
    /// The years that it is compared with.
    Baseline,
    /// The priorities that make a case an incident, or what a system's words for them mean.
    IncidentPriorities,
    /// How the accounts are shown and judged.
    AccountsSettings,
    /// What was imported; the sources tell the rest.
    Import,
    /// Many rows of a table.
    Table(TableId),
    /// A row that came or went, by its key.
    Row(TableId, String),
    /// A cell, by the key of its row and the id of its column.
    Cell(TableId, String, String),
}

impl Touched {
    /// Whether it is a setting or a rule by which numbers are computed, rather than a number.
    pub fn is_rule(&self) -> bool {
        matches!(
            self,
            Self::ReportYear
                | Self::Baseline
                | Self::IncidentPriorities
                | Self::AccountsSettings
                | Self::Table(TableId::Mapping)
                | Self::Row(TableId::Mapping, _)
                | Self::Cell(TableId::Mapping, ..)
        )
    }
}

/// What persons said that words for priority mean, by system.
fn answers_about_priorities(project: &Project) -> BTreeSet<(&str, &str, &'static str)> {
    let profiles = project.profiles.iter();
    profiles
        .flat_map(|profile| {
            let answers = profile.priorities.iter();
            answers.map(|(word, means)| (profile.system.as_str(), word.as_str(), means.choice().id))
        })
        .collect()
}

impl Project {
    /// What an import touched that left the project as `after`: the sources that it brought, and
    /// the answers that figures look up.
    pub fn touched_by_import(&self, after: &Self) -> Vec<Touched> {
        let is_new = self.sources != after.sources;
        let is_answered = answers_about_priorities(self) != answers_about_priorities(after);
        let imported = is_new.then_some(Touched::Import);
        imported.into_iter().chain(is_answered.then_some(Touched::IncidentPriorities)).collect()
    }
}

/// What differs between a project before an edit and after it.
pub(super) fn touched(before: &Project, after: &Project) -> Vec<Touched> {
    let (old, new) = (&before.settings, &after.settings);
    let baseline = |settings: &super::Settings| (settings.baseline_first, settings.baseline_last);
    let settings = [
        (old.report_year != new.report_year, Touched::ReportYear),
        (baseline(old) != baseline(new), Touched::Baseline),
        (
            old.incident_priorities != new.incident_priorities
                || answers_about_priorities(before) != answers_about_priorities(after),
            Touched::IncidentPriorities,
        ),
        (before.accounts_settings != after.accounts_settings, Touched::AccountsSettings),
    ];
    let mut touched: Vec<Touched> =
        settings.into_iter().filter(|(is_other, _)| *is_other).map(|(_, what)| what).collect();
    for table in TableId::ALL.into_iter().filter(|table| !WITHOUT_FIGURES.contains(table)) {
        touched.extend(touched_rows(before.rows(table), after.rows(table)));
    }
    touched
}

/// The cells that differ, and the rows that only one of the two has.
fn touched_rows(before: &dyn Rows, after: &dyn Rows) -> Vec<Touched> {
    // What an edit left alone is shared by both.
    if std::ptr::addr_eq(before, after) {
        return Vec::new();
    }
    let table = after.table();
    let (old, new) = (by_key(before), by_key(after));
    let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let mut touched = Vec::new();
    for key in keys.into_iter().filter(|key| old.get(*key) != new.get(*key)) {
        match (old.get(key).map(Vec::as_slice), new.get(key).map(Vec::as_slice)) {
            (Some([old]), Some([new])) => {
                let cells = after.columns().iter().zip(old.iter().zip(new));
                let differ = cells.filter(|(_, (old, new))| old != new);
                touched
                    .extend(differ.map(|(column, _)| {
                        Touched::Cell(table, key.clone(), column.id.to_owned())
                    }));
            }
            _ => touched.push(Touched::Row(table, key.clone())),
        }
    }
    match touched.len() {
        0..=NAMED => touched,
        _ => vec![Touched::Table(table)],
    }
}

/// What stands in the rows, by their key; two rows may have the same.
fn by_key(rows: &dyn Rows) -> BTreeMap<String, Vec<Vec<String>>> {
    let columns = rows.columns().len();
    let cells = |row| (0..columns).map(|column| rows.cell(row, column).machine_text()).collect();
    let mut by_key: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for row in 0..rows.len() {
        by_key.entry(rows.key(row)).or_default().push(cells(row));
    }
    by_key
}
