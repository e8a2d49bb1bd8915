//! `figures` and `figure`: the named numbers, and where one comes from.

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::{CommandResult, ProjectArg};
use crate::figures::{Figure, Figures, Trail, TrailPart, Unit, workdays_text};
use crate::issue::Issue;
use crate::project::Cell;
use crate::{message, number, storage, t};

/// What `figures` is given.
#[derive(Debug, Args)]
pub struct FiguresArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// For machines.
    #[arg(long)]
    json: bool,
}

/// What `figure` is given.
#[derive(Debug, Args)]
pub struct FigureArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// The figure's name: `saker.2021.q1`, `saker.q1@-1`.
    key: String,
    /// With where it comes from.
    #[arg(long)]
    trail: bool,
    /// For machines.
    #[arg(long)]
    json: bool,
}

/// Prints all figures that have a value.
pub fn run_all(args: &FiguresArgs) -> CommandResult {
    let figures = Figures::of(&storage::read(&args.project.file)?);
    let known = figures.all();
    let text = if args.json {
        format!("{:#}", Value::Array(known.iter().map(json_figure).collect()))
    } else {
        let lines: Vec<String> = known
            .iter()
            .map(|figure| format!("{}  {}  {}", figure.key, figure.text(), figure.label))
            .collect();
        lines.join("\n")
    };
    Ok(Answer::done(text))
}

/// Prints one figure.
pub fn run_one(args: &FigureArgs) -> CommandResult {
    let figures = Figures::of(&storage::read(&args.project.file)?);
    let key = figures
        .find_key(&args.key)
        .ok_or_else(|| Issue::error(message!("cli-no-such-figure", key = args.key.as_str())))?;
    let trail = figures.trail(&key);
    let text = if args.json {
        let mut object = json_figure(&trail.figure);
        object["trail"] = json_trail(&trail);
        format!("{object:#}")
    } else if args.trail {
        let mut lines = Vec::new();
        push_trail(&mut lines, &trail, 0);
        lines.join("\n")
    } else {
        t!("cli-figure", label = trail.figure.label.as_str(), value = trail.figure.text())
    };
    Ok(Answer::done(text))
}

fn json_figure(figure: &Figure) -> Value {
    // An exact value as a number where it is whole, else with the digits that it has.
    let value = figure.value.map_or(Value::Null, |value| {
        if figure.unit == Unit::Kroner {
            return format!("{:.2}", number::round(value, 2)).into();
        }
        let rounded = number::round(value, 4).normalize();
        match i64::try_from(rounded) {
            Ok(whole) if rounded.fract().is_zero() => whole.into(),
            _ => rounded.to_string().parse::<f64>().map_or(Value::Null, Value::from),
        }
    });
    json!({
        "key": figure.key.to_string(),
        "value": value,
        "unit": figure.unit.id(),
        "text": figure.text(),
        "label": figure.label,
    })
}

fn json_trail(trail: &Trail) -> Value {
    let parts = trail.parts.iter().map(|part| match part {
        TrailPart::Figure(inner) => {
            let mut object = json_figure(&inner.figure);
            object["trail"] = json_trail(inner);
            json!({ "figure": object })
        }
        TrailPart::Rows { source, cells, count } => json!({
            "file": source.file,
            "sha256": source.sha256,
            "sheet": source.sheet,
            "cells": cells,
            "rows": count,
            "imported": Cell::Minute(source.imported).machine_text(),
            "imported_by": source.imported_by,
        }),
        TrailPart::Workdays { count, span } => json!({
            "workdays": count,
            "first": span.first.to_string(),
            "last": span.last.to_string(),
        }),
        TrailPart::Correction { correction, .. } => json!({
            "original": correction.original,
            "value": correction.value,
            "who": correction.who,
            "when": Cell::Minute(correction.when).machine_text(),
            "why": correction.why,
            "moved_from": correction.moved_from,
        }),
        TrailPart::Typed { log: None } => json!({ "typed": true }),
        TrailPart::Typed { log: Some(log) } => json!({
            "typed": true,
            "who": log.who,
            "when": Cell::Minute(log.when).machine_text(),
            "what": log.what,
        }),
    });
    json!({ "formula": trail.formula, "basis": trail.basis, "from": parts.collect::<Vec<_>>() })
}

fn push_trail(lines: &mut Vec<String>, trail: &Trail, depth: usize) {
    let indent = "  ".repeat(depth);
    let figure = &trail.figure;
    let head = t!("cli-figure", label = figure.label.as_str(), value = figure.text());
    lines.push(format!("{indent}{head}  [{}]", figure.key));
    if let Some(formula) = &trail.formula {
        lines.push(format!("{indent}  = {formula}"));
    }
    lines.extend(trail.basis.iter().map(|basis| format!("{indent}  {basis}")));
    for part in &trail.parts {
        match part {
            TrailPart::Figure(inner) => push_trail(lines, inner, depth + 1),
            TrailPart::Rows { source, cells, count } => {
                let place = [source.file.as_str(), source.sheet.as_str(), cells]
                    .into_iter()
                    .filter(|text| !text.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ");
                let when = Cell::Minute(source.imported).edit_text();
                let text = t!("cli-trail-rows", place = place, count = *count, when = when);
                lines.push(format!("{indent}  {text}"));
            }
            TrailPart::Workdays { count, span } => {
                lines.push(format!("{indent}  {}", workdays_text(*count, *span)));
            }
            TrailPart::Correction { correction, .. } => {
                let text = t!(
                    "cli-trail-correction",
                    original = correction.original.as_str(),
                    value = correction.value.as_str(),
                    who = correction.who.as_str(),
                    when = Cell::Minute(correction.when).edit_text(),
                );
                let why = Some(correction.why.as_str()).filter(|why| !why.is_empty());
                let text = why.map_or(text.clone(), |why| format!("{text}: {why}"));
                lines.push(format!("{indent}  {text}"));
            }
            TrailPart::Typed { log } => {
                let text = match log {
                    Some(log) => t!(
                        "cli-trail-typed-by",
                        who = log.who.as_str(),
                        when = Cell::Minute(log.when).edit_text()
                    ),
                    None => t!("cli-trail-typed"),
                };
                lines.push(format!("{indent}  {text}"));
            }
        }
    }
}
