//! Compares what was printed elsewhere with the project's figures: kept tables, statements that
//! were pasted where accounts are known, and the history of the fund.

use crate::checks::printed::{Held, Printed, Sheet, compare_with};
use crate::checks::project_values::ProjectValues;
use crate::checks::{Area, Finding, Under, Where, look_at_printed};
use crate::figures::Figures;
use crate::issue::Severity;
use crate::project::PrintedTable;
use crate::{message, t, text_key};

/// Adds the differences from the project's figures.
pub fn push(findings: &mut Vec<Finding>, values: &ProjectValues<'_>) {
    for kept in values.figures().project().printed.iter() {
        push_kept(findings, values, kept);
    }
    push_statements(findings, values);
    push_fund_history(findings, values);
}

/// Compares a kept table with the project's figures. Numbers without a figure are checked against
/// the other numbers of the table.
fn push_kept(findings: &mut Vec<Finding>, values: &ProjectValues<'_>, kept: &PrintedTable) {
    let figures = values.figures();
    let printed = match Printed::read(&kept.table, &Sheet::of(kept), figures) {
        Ok(printed) => printed,
        Err(issue) => {
            let message = message!(
                "check-printed-unread",
                title = kept.title.as_str(),
                why = issue.message.text(),
            );
            let place = Where::area(Area::Report).table(&kept.table);
            let made_of = [kept.table.as_str(), &kept.title];
            findings.push(Finding::new("printed-unread", Severity::Note, message, place, &made_of));
            return;
        }
    };
    let held = Held {
        rule: "printed-table",
        severity: Severity::Warning,
        table: &kept.table,
        title: &kept.title,
        advice: text_key!("printed-advice"),
        file: kept.file.as_ref().map(|file| file.name.as_str()),
    };
    let compared = compare_with(values, &printed);
    let has_unknown = compared.unknown > 0;
    findings.extend(held.findings(figures, compared));
    if has_unknown {
        push_itself(findings, figures, kept, printed);
    }
}

/// Numbers of a printed table that contradict each other, where the project has no figures to
/// compare them with.
fn push_itself(
    findings: &mut Vec<Finding>,
    figures: &Figures,
    kept: &PrintedTable,
    printed: Printed,
) {
    let looked = look_at_printed(figures, &[printed], Under::Nothing);
    for finding in looked.findings {
        let key = finding.places.first().and_then(|place| place.key.as_ref());
        if key.is_none_or(|key| figures.value(key).is_some()) {
            continue;
        }
        let message = message!(
            "check-printed-itself",
            title = kept.title.as_str(),
            text = finding.message.text(),
        );
        let severity = finding.severity.min(Severity::Warning);
        findings.push(Finding { rule: "printed-itself", severity, message, ..finding });
    }
}

/// Printed statements that differ from the known accounts.
fn push_statements(findings: &mut Vec<Finding>, values: &ProjectValues<'_>) {
    let figures = values.figures();
    let Some(year) = figures.accounts().year(figures.report_year()) else { return };
    for statement in &year.statements {
        let title = t!("printed-statement", statement = statement.id.word());
        let held = Held {
            rule: "printed-differs",
            severity: Severity::Error,
            table: statement.id.id(),
            title: &title,
            advice: text_key!("printed-advice-statement"),
            file: None,
        };
        let printed = Printed::of_statement(statement);
        findings.extend(held.findings(figures, compare_with(values, &printed)));
    }
}

/// Amounts in the history of the fund that differ from the accounts of their year.
fn push_fund_history(findings: &mut Vec<Finding>, values: &ProjectValues<'_>) {
    let figures = values.figures();
    let title = t!("printed-fund-history");
    let held = Held {
        rule: "fund-history",
        severity: Severity::Warning,
        table: "fund",
        title: &title,
        advice: text_key!("printed-advice-fund"),
        file: None,
    };
    let printed = Printed::of_fund_history(figures.project());
    findings.extend(held.findings(figures, compare_with(values, &printed)));
}
