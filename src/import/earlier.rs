//! Another year's project as a source: the statements that it shows, line by line.

use super::Known;
use super::open::Book;
use super::sheet::{Certainty, ColumnRead, SheetRead, TableRow, TypedRows};
use super::tables::table_columns;
use super::understood::preview;
use crate::calendar::Span;
use crate::message;
use crate::project::{Project, Record as _, SourceKind, Stream, TableId};
use crate::t;
use crate::words::Message;

const TABLE: TableId = TableId::Statements;

/// The statements of `project`, which `book` is, as a sheet; its lines are the rows.
///
/// # Errors
/// When no statements are asked for here, when the project has no accounts, and when it is of
/// the year that is reported on.
pub fn sheet(book: &Book, project: &Project, known: &Known<'_>) -> Result<SheetRead, Message> {
    let statements_of = known.statements_of.ok_or(message!("import-not-a-spreadsheet"))?;
    let year = project.settings.report_year;
    let year_text = year.to_string();
    if year == known.report_year {
        return Err(message!("import-project-same-year", year = year_text));
    }
    let lines = statements_of(project);
    if lines.is_empty() {
        return Err(message!("import-project-without-accounts", year = year_text));
    }
    let definitions = table_columns(TABLE);
    let columns = definitions.iter().enumerate().map(|(index, column)| ColumnRead {
        index,
        heading: t!(column.word_key),
        field: Some(column.id.to_owned()),
        certainty: Certainty::Known,
        sample: String::new(),
    });
    let rows: Vec<TableRow> = (1..)
        .zip(&lines)
        .map(|(row, line)| TableRow {
            row,
            cells: (0..definitions.len()).map(|at| line.cell(at)).collect(),
        })
        .collect();
    let mut read = SheetRead {
        left_out: Vec::new(),
        company: String::new(),
        company_said: None,
        repeated: None,
        replaces: false,
        file: String::new(),
        sha256: book.sha256.clone(),
        sheet: t!("import-project-sheet"),
        stream: Stream {
            kind: SourceKind::Table(TABLE),
            system: project.settings.company.clone(),
            selection: year_text,
        },
        period: Some(Span::year(year)),
        is_period_stated: true,
        exported: book.modified,
        header_row: 0,
        columns: columns.collect(),
        questions: Vec::new(),
        notes: Vec::new(),
        read: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        rejects: Vec::new(),
        skipped: Vec::new(),
        preview: Vec::new(),
        rows: TypedRows::Table { table: TABLE, columns: (0..definitions.len()).collect(), rows },
        profile: None,
    };
    preview(&mut read);
    Ok(read)
}
