//! `check`: what the checks of a project find.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::{CommandResult, ProjectArg};
use crate::checks::{self, Checked, Finding, FoundCell, Said, Where};
use crate::figures::{Figures, Unit};
use crate::issue::Severity;
use crate::{app, storage, t, text_key};

/// What `check` is given.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// For machines.
    #[arg(long)]
    json: bool,
    /// Also writes what was found as a page.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Prints the findings; an open *feil* is something to look at.
pub fn run(args: &CheckArgs) -> CommandResult {
    let figures = Figures::of(&storage::read(&args.project.file)?);
    let now = app::now();
    let checked = checks::all(&figures, now.day());
    if let Some(path) = &args.report {
        let page = checks::report::page(&figures, &checked, &checks::report::made_at(now));
        storage::write_document(path, page.as_bytes())?;
    }
    let has_fault = checked.open(Severity::Error) > 0;
    let text = match args.json {
        true => format!("{:#}", Value::Array(checked.findings.iter().map(json_finding).collect())),
        false => text(&checked),
    };
    Ok(Answer::with_findings(text, has_fault))
}

fn text(checked: &Checked) -> String {
    let mut lines: Vec<String> = checked.findings.iter().flat_map(finding_lines).collect();
    let open = checked.findings.iter().filter(|finding| finding.is_open()).count();
    lines.push(t!("cli-check-sum", open = open, held = checked.held));
    lines.join("\n")
}

fn finding_lines(finding: &Finding) -> Vec<String> {
    let severity = severity_word(finding.severity);
    let sentence = finding.message.text();
    let mut lines =
        vec![t!("cli-finding", severity = severity, sentence = sentence, rule = finding.rule)];
    lines.extend(finding.places.first().map(|place| format!("  {}", place.text())));
    if let Some(acceptance) = &finding.acceptance {
        let text =
            t!("cli-accepted", who = acceptance.who.as_str(), reason = acceptance.reason.as_str());
        lines.push(format!("  {text}"));
    }
    lines
}

fn severity_word(severity: Severity) -> String {
    t!(match severity {
        Severity::Error => text_key!("ui-severity-error"),
        Severity::Warning => text_key!("ui-severity-warning"),
        Severity::Note => text_key!("ui-severity-note"),
    })
}

fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "feil",
        Severity::Warning => "advarsel",
        Severity::Note => "til_vurdering",
    }
}

/// A finding for machines.
fn json_finding(finding: &Finding) -> Value {
    json!({
        "rule": finding.rule,
        "severity": severity_id(finding.severity),
        "message": finding.message.text(),
        "expected": finding.expected.as_ref().map(json_said),
        "found": finding.found.as_ref().map(json_said),
        "difference": finding.difference.as_ref().map(json_said),
        "places": finding.places.iter().map(json_place).collect::<Vec<_>>(),
        "cells": finding.cells.iter().map(json_cell).collect::<Vec<_>>(),
        "fingerprint": finding.fingerprint,
        "accepted": finding.acceptance.as_ref().map(|acceptance| json!({
            "reason": acceptance.reason,
            "who": acceptance.who,
        })),
    })
}

fn json_cell(cell: &FoundCell) -> Value {
    json!({
        "row": cell.row,
        "column": cell.column,
        "expected": cell.expected.as_ref().map(json_said),
        "found": json_said(&cell.found),
    })
}

/// Money is exact: a text, never a float.
pub fn json_said(said: &Said) -> Value {
    let text = said.machine_text();
    match said {
        Said::Number { unit, .. } if *unit != Unit::Kroner => {
            let whole = text.parse::<i64>().map(Value::from);
            whole.or_else(|_| text.parse::<f64>().map(Value::from)).unwrap_or(Value::Null)
        }
        _ => text.into(),
    }
}

fn json_place(place: &Where) -> Value {
    json!({
        "place": place.area.id(),
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "key": place.key().map(ToString::to_string),
    })
}
