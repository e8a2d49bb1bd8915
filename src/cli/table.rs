//! `table`: one table as text, CSV or JSON.

use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use super::answer::Answer;
use super::{CommandResult, ProjectArg, year};
use crate::calendar::{Quarter, Year};
use crate::figures::{Figures, RowKind, TABLE_NAMES, Table, TableCell, TableRequest, TableRow};
use crate::issue::Issue;
use crate::{message, storage};

/// What `table` is given.
#[derive(Debug, Args)]
pub struct TableArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// The table's name.
    name: String,
    /// Only this year.
    #[arg(long, value_parser = year)]
    year: Option<Year>,
    /// Only this quarter, 1 to 4.
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=4))]
    quarter: Option<u8>,
    /// How it is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// As a person reads it, in Norwegian.
    Text,
    /// Comma, decimal point, ISO dates.
    Csv,
    /// A list of objects.
    Json,
}

/// Prints one table.
pub fn run(args: &TableArgs) -> CommandResult {
    let project = storage::read(&args.project.file)?;
    let request = TableRequest {
        name: args.name.replace('§', "par").replace(' ', ""),
        year: args.year,
        quarter: args.quarter.and_then(Quarter::from_number),
    };
    let table = Figures::of(&project).table(&request).ok_or_else(|| {
        let names = TABLE_NAMES.join(", ");
        Issue::error(message!("cli-no-such-table", name = args.name.as_str(), names = names))
    })?;
    Ok(Answer::done(match args.format {
        Format::Text => text(&table),
        Format::Csv => csv(&table)?,
        Format::Json => json(&table),
    }))
}

/// Columns as wide as their widest cell, numbers at the right.
fn text(table: &Table) -> String {
    let shown: Vec<usize> =
        (0..table.columns.len()).filter(|at| !table.columns[*at].heading.is_empty()).collect();
    let headings: Vec<String> = shown.iter().map(|at| table.columns[*at].heading.clone()).collect();
    let print = |row: &TableRow| -> Vec<String> {
        let cell = |at: &usize| row.cells.get(*at).map_or_else(String::new, TableCell::print);
        shown.iter().map(cell).collect()
    };
    let rows: Vec<Vec<String>> = table.rows.iter().map(print).collect();
    let widths: Vec<usize> = (0..headings.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.chain([&headings[column]]).map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    let is_right: Vec<bool> = shown
        .iter()
        .map(|at| table.rows.iter().any(|row| row.cells.get(*at).is_some_and(TableCell::is_number)))
        .collect();
    let line = |cells: &[String]| {
        let padded = cells.iter().zip(&widths).zip(&is_right).map(|((cell, width), right)| {
            if *right { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut lines = vec![table.title.clone(), line(&headings)];
    for (row, cells) in table.rows.iter().zip(&rows) {
        if row.kind == RowKind::Sum {
            lines
                .push(widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>().join("──"));
        }
        lines.push(line(cells));
    }
    lines.join("\n")
}

fn csv(table: &Table) -> Result<String, Issue> {
    let failed = |error: String| Issue::error(message!("cli-csv-failed", why = error));
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let ids = table.columns.iter().map(|column| column.id.as_str());
    writer.write_record(ids).map_err(|error| failed(error.to_string()))?;
    for row in table.machine_rows() {
        let cells = row.cells.iter().map(TableCell::machine_text);
        writer.write_record(cells).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(error.to_string()))
}

fn json(table: &Table) -> String {
    let rows = table.machine_rows().map(|row| {
        let fields = table.columns.iter().zip(&row.cells);
        let object: Map<String, Value> =
            fields.map(|(column, cell)| (column.id.clone(), json_cell(cell))).collect();
        Value::Object(object)
    });
    format!("{:#}", Value::Array(rows.collect()))
}

fn json_cell(cell: &TableCell) -> Value {
    match cell {
        TableCell::Blank | TableCell::Unknown => Value::Null,
        TableCell::Count(value) | TableCell::Ordinal(value) => (*value).into(),
        TableCell::YearToDate(year, _) => (*year).into(),
        TableCell::Flag(flag) => (*flag).into(),
        TableCell::Number(..)
        | TableCell::Percent(..)
        | TableCell::Change(..)
        | TableCell::Deviation(..) => {
            let text = cell.machine_text();
            let whole = text.parse::<i64>().map(Value::from);
            whole.or_else(|_| text.parse::<f64>().map(Value::from)).unwrap_or(Value::Null)
        }
        // Money is exact: a text, never a float.
        TableCell::Text(_) | TableCell::Date(_) | TableCell::Named(..) | TableCell::Money(..) => {
            cell.machine_text().into()
        }
    }
}
