//! Compares what was printed elsewhere with the project's figures: kept tables, statements that
//! were pasted where accounts are known, and the history of the fund.

use super::Inspection;
use crate::checks::printed::{ComparedTable, Held, Printed, Sheet, compare_with};
use crate::checks::project_values::ProjectValues;
use crate::checks::rule::{finding, rules};
use crate::checks::{Area, Finding, Under, Where, look_at_printed};
use crate::issue::Issue;
use crate::project::PrintedTable;
use crate::{message, t, text_key};

rules! {
    /// A kept table is one of ours.
    UNREAD {
        id: "printed-unread", severity: Note, words: "check-printed-unread", find: Some(unread),
    }
    /// The numbers of a kept table are the project's.
    TABLE {
        id: "printed-table", severity: Warning, words: "check-printed-differs", find: Some(tables),
    }
    /// The numbers of a kept table agree with each other where the project has none.
    ITSELF {
        id: "printed-itself", severity: Warning, words: "check-printed-itself", find: Some(itself),
    }
    /// A statement that was pasted is that of the known accounts.
    STATEMENT {
        id: "printed-differs", severity: Error, words: "check-printed-differs",
        find: Some(statements),
    }
    /// The history of the fund is that of the accounts.
    FUND {
        id: "fund-history", severity: Warning, words: "check-printed-differs",
        find: Some(fund_history),
    }
}

/// A kept table, compared with the project's figures where its numbers could be named.
pub struct KeptTable<'p> {
    kept: &'p PrintedTable,
    compared: Result<(Printed, ComparedTable), Issue>,
}

impl<'p> KeptTable<'p> {
    /// The kept tables of the project.
    pub fn all(values: &ProjectValues<'p>) -> Vec<Self> {
        let figures = values.figures();
        let compared = |kept: &PrintedTable| {
            let printed = Printed::read(&kept.table, &Sheet::of(kept), figures)?;
            let compared = compare_with(values, &printed);
            Ok((printed, compared))
        };
        let all = figures.project().printed.iter();
        all.map(|kept| Self { kept, compared: compared(kept) }).collect()
    }
}

fn unread(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for KeptTable { kept, compared } in inspection.kept_tables() {
        let Err(issue) = compared else { continue };
        findings.push(finding!(
            UNREAD,
            Where::area(Area::Report).table(&kept.table),
            &[&kept.table, &kept.title],
            title = kept.title.as_str(),
            why = issue.message.text(),
        ));
    }
    findings
}

fn tables(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for KeptTable { kept, compared } in inspection.kept_tables() {
        let Ok((_, compared)) = compared else { continue };
        let held = Held {
            rule: &TABLE,
            table: &kept.table,
            title: &kept.title,
            named: &kept.title,
            advice: text_key!("printed-advice"),
            file: kept.file.as_ref().map(|file| file.name.as_str()),
        };
        findings.extend(held.findings(inspection.figures(), compared));
    }
    findings
}

fn itself(inspection: &Inspection<'_>) -> Vec<Finding> {
    let figures = inspection.figures();
    let mut findings = Vec::new();
    for KeptTable { kept, compared } in inspection.kept_tables() {
        let Ok((printed, compared)) = compared else { continue };
        if compared.unknown == 0 {
            continue;
        }
        let printed = std::slice::from_ref(printed);
        for broken in look_at_printed(figures, printed, Under::Nothing).findings {
            let key = broken.places.first().and_then(Where::key);
            if key.is_none_or(|key| figures.value(key).is_some()) {
                continue;
            }
            let message = message!(
                "check-printed-itself",
                title = kept.title.as_str(),
                text = broken.message.text(),
            );
            let severity = broken.severity.min(ITSELF.severity);
            findings.push(Finding { rule: ITSELF.id, severity, message, ..broken });
        }
    }
    findings
}

fn statements(inspection: &Inspection<'_>) -> Vec<Finding> {
    let figures = inspection.figures();
    let Some(year) = figures.accounts().year(figures.report_year()) else { return Vec::new() };
    let mut findings = Vec::new();
    for statement in &year.statements {
        let title = t!("printed-statement", statement = statement.id.word());
        let held = Held {
            rule: &STATEMENT,
            table: statement.id.id(),
            title: &title,
            named: "",
            advice: text_key!("printed-advice-statement"),
            file: None,
        };
        let compared = compare_with(inspection.values, &Printed::of_statement(statement));
        findings.extend(held.findings(figures, &compared));
    }
    findings
}

fn fund_history(inspection: &Inspection<'_>) -> Vec<Finding> {
    let title = t!("printed-fund-history");
    let held = Held {
        rule: &FUND,
        table: "fund",
        title: &title,
        named: "",
        advice: text_key!("printed-advice-fund"),
        file: None,
    };
    let printed = Printed::of_fund_history(inspection.project());
    held.findings(inspection.figures(), &compare_with(inspection.values, &printed))
}
