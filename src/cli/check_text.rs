//! `check-text`: the numbers of a document against the figures.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::{CommandResult, ProjectArg};
use crate::checks::text::{TextCheck, TextFinding, Verdict};
use crate::figures::Figures;
use crate::{import, storage, t};

/// What `check-text` is given.
#[derive(Debug, Args)]
pub struct CheckTextArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// The document.
    text: PathBuf,
    /// For machines.
    #[arg(long)]
    json: bool,
}

/// Prints how the numbers of a document agree with the figures: contradictions first.
pub fn run(args: &CheckTextArgs) -> CommandResult {
    let project = storage::read(&args.project.file)?;
    let document = import::read_document(&args.text)?;
    let figures = Figures::of(&project);
    let findings = TextCheck::of(&figures).check(&document);
    let contradicts = |finding: &TextFinding| matches!(finding.verdict, Verdict::Contradicts(..));
    let has_contradiction = findings.iter().any(contradicts);
    let text = if args.json {
        let sorted = in_order(&findings);
        format!("{:#}", Value::Array(sorted.into_iter().map(json_finding).collect()))
    } else {
        text(&findings)
    };
    Ok(Answer::with_findings(text, has_contradiction))
}

/// Contradictions first, then what is unknown, then what agrees; each in the order of the text.
fn in_order(findings: &[TextFinding]) -> Vec<&TextFinding> {
    let mut sorted: Vec<&TextFinding> = findings.iter().collect();
    sorted.sort_by_key(|finding| match finding.verdict {
        Verdict::Contradicts(..) => 0,
        Verdict::Unknown => 1,
        Verdict::Agrees(_) => 2,
    });
    sorted
}

fn json_finding(finding: &TextFinding) -> Value {
    let id = match finding.verdict {
        Verdict::Agrees(_) => "agrees",
        Verdict::Contradicts(..) => "contradicts",
        Verdict::Unknown => "unknown",
    };
    let meant = finding.verdict.meant();
    let correction = match &finding.verdict {
        Verdict::Contradicts(_, correction) => Some(correction),
        _ => None,
    };
    json!({
        "text": finding.text,
        "line": finding.line,
        "verdict": id,
        "figure": meant.map(|meant| meant.figure.to_string()),
        "expected": meant.map(|meant| &meant.value),
        "found": finding.found,
        "reference": meant.and_then(|meant| meant.reference.as_ref()).map(ToString::to_string),
        "label": meant.map(|meant| &meant.label),
        "wording": correction.map(|correction| &correction.wording),
        "cause": correction.and_then(|correction| correction.cause.as_ref()),
        "sentence": finding.sentence,
        "heading": finding.heading,
    })
}

fn text(findings: &[TextFinding]) -> String {
    if findings.is_empty() {
        return t!("cli-text-nothing");
    }
    let mut lines = Vec::new();
    let of = |is: fn(&Verdict) -> bool| findings.iter().filter(move |finding| is(&finding.verdict));
    let wrong = || of(|verdict| matches!(verdict, Verdict::Contradicts(..)));
    lines.push(t!("cli-text-contradicts", count = wrong().count()));
    wrong().for_each(|finding| push_wrong(&mut lines, finding));
    let unknown = || of(|verdict| *verdict == Verdict::Unknown);
    lines.push(t!("cli-text-unknown", count = unknown().count()));
    for finding in unknown().filter(|finding| !finding.is_in_table) {
        let line = finding.line.to_string();
        lines.push(t!("cli-text-line", line = line, text = finding.found.as_str()));
        lines.push(t!("cli-text-sentence", sentence = excerpt(finding)));
    }
    let in_tables: Vec<&str> = unknown()
        .filter(|finding| finding.is_in_table)
        .map(|finding| finding.text.as_str())
        .collect();
    if !in_tables.is_empty() {
        lines.push(t!("cli-text-in-tables", numbers = in_tables.join(" · ")));
    }
    let right: Vec<&str> = of(|verdict| matches!(verdict, Verdict::Agrees(_)))
        .map(|finding| finding.text.as_str())
        .collect();
    lines.push(t!("cli-text-agrees", count = right.len()));
    if !right.is_empty() {
        lines.push(t!("cli-text-numbers", numbers = right.join(" · ")));
    }
    lines.join("\n")
}

fn push_wrong(lines: &mut Vec<String>, finding: &TextFinding) {
    let Verdict::Contradicts(meant, correction) = &finding.verdict else { return };
    let line = finding.line.to_string();
    lines.push(t!("cli-text-line", line = line, text = finding.found.as_str()));
    lines.push(t!("cli-text-sentence", sentence = excerpt(finding)));
    lines.push(t!(
        "cli-text-should",
        label = meant.label.as_str(),
        value = meant.value.as_str(),
        wording = correction.wording.as_str(),
    ));
    if let Some(cause) = &correction.cause {
        lines.push(t!("cli-text-cause", cause = cause.as_str()));
    }
}

/// Words around the number, so that it can be found again.
fn excerpt(finding: &TextFinding) -> String {
    const AROUND: usize = 60;
    let sentence: Vec<char> = finding.sentence.chars().collect();
    let before = finding.sentence.get(..finding.at).unwrap_or_default();
    let at = before.chars().count();
    let from = at.saturating_sub(AROUND);
    let to = (at + finding.text.chars().count() + AROUND).min(sentence.len());
    let excerpt: String = sentence[from..to].iter().collect();
    let before = if from > 0 { "…" } else { "" };
    let behind = if to < sentence.len() { "…" } else { "" };
    format!("{before}{}{behind}", excerpt.trim())
}
