//! Corrections whose source has moved under them.

use super::Inspection;
use crate::checks::project_values::{table_home, take_origin};
use crate::checks::rule::{finding, rules};
use crate::checks::{Finding, Said, Where};
use crate::message;
use crate::project::source_key;

rules! {
    /// A source says what it said when a person corrected it.
    MOVED { id: "source-moved", severity: Warning, words: "check-source-moved", find: Some(moved) }
}

fn moved(inspection: &Inspection<'_>) -> Vec<Finding> {
    let project = inspection.project();
    let mut findings = Vec::new();
    for correction in project.corrections.iter() {
        let Some(before) = &correction.moved_from else { continue };
        let (key, column) = (correction.key.as_str(), correction.column.as_str());
        let (area, name) = table_home(correction.table);
        let mut place = Where::area(area).table(name).row(key).column(column);
        let rows = project.rows(correction.table);
        let is_corrected = |row: &usize| source_key(rows, *row, &project.corrections) == key;
        if let Some(row) = (0..rows.len()).find(is_corrected) {
            take_origin(&mut place, inspection.figures(), correction.table, row, column);
        }
        let (now, value) = (correction.original.as_str(), correction.value.as_str());
        let finding = finding!(
            MOVED,
            place,
            &[name, key, column, now, value],
            row = key,
            value = value,
            who = correction.who.as_str(),
            before = before.as_str(),
            now = now,
        );
        let [now, value] = [now, value].map(|text| Said::Words(message!("said", text = text)));
        findings.push(finding.with_values(now, value));
    }
    findings
}
