//! The sample project: the exports, taken in by the program's own import, and what a person
//! writes about the accounts.

use std::error::Error;
use std::path::Path;

use arsmelding::import::{self, FileRequest, Known};
use arsmelding::project::{
    CellEdit, Edit, EditContext, Minute, Project, ReportChoices, TableId, TextPeriod,
};
use arsmelding::storage;
use jiff::civil::date;

use crate::accounts::remarks::{NOTES, REMARKS};
use crate::report::{AGREEMENTS, SIGNATORIES, TEXTS};

/// Writes `hedmark-ikt-2021.ron` from the exports in `folder`.
pub fn write(folder: &Path, exports: &[&str], accounts: &[&str]) -> Result<(), Box<dyn Error>> {
    // The manager's first days at work in the new year, and the day the accounts were closed.
    let manager =
        EditContext { who: "daglig leder".to_owned(), now: Minute::new(date(2022, 1, 10), 9, 15) };
    let economist =
        EditContext { who: "økonomi".to_owned(), now: Minute::new(date(2022, 2, 14), 10, 42) };
    let project = Project::new("Hedmark IKT", 2021, (2015, 2020));
    let project = imported(&project, folder, exports, &manager)?;
    let project = imported(&project, folder, accounts, &economist)?;
    let project = with_remarks(project, &economist)?;
    let project = with_report(project, &manager_in_march())?;
    let path = folder.join("hedmark-ikt-2021.ron");
    storage::write(&path, &project)?;
    // The generator starts anew each time; nobody needs the version before.
    for age in 1..=3 {
        let _ = std::fs::remove_file(storage::backup_path(&path, age));
    }
    Ok(())
}

fn imported(
    project: &Project,
    folder: &Path,
    exports: &[&str],
    context: &EditContext,
) -> Result<Project, Box<dyn Error>> {
    let requests: Vec<FileRequest> =
        exports.iter().map(|name| FileRequest::new(folder.join(name))).collect();
    let files = import::read_files(&requests, &Known::of(project), &|_| true)
        .ok_or("the reading was cancelled")?;
    let mut sheets = Vec::new();
    for file in &files {
        sheets.extend(file.outcome.as_ref().map_err(Clone::clone)?);
    }
    let plan = import::plan(project, &sheets);
    let (imported, _) = plan.apply(context).ok_or("the exports changed nothing")?;
    Ok(imported)
}

/// The remarks that the manager wrote, and which note tells more of a line.
fn with_remarks(project: Project, context: &EditContext) -> Result<Project, Box<dyn Error>> {
    let remarks = REMARKS.iter().map(|remark| {
        vec![
            ("year", "2021"),
            ("statement", remark.statement.id()),
            ("line", remark.line),
            ("also", remark.also),
            ("remark", remark.text),
        ]
    });
    let notes = NOTES.iter().map(|(id, line, note)| {
        vec![("year", "2021"), ("statement", id.id()), ("line", line), ("note", note)]
    });
    let project = with_rows(&project, TableId::Statements, notes, context)?;
    with_rows(&project, TableId::Remarks, remarks, context)
}

/// The day on which the sample's report is written.
fn manager_in_march() -> EditContext {
    EditContext { who: "daglig leder".to_owned(), now: Minute::new(date(2022, 3, 7), 13, 20) }
}

/// What the manager writes in the report, who signs it, and the year's agreements.
fn with_report(project: Project, context: &EditContext) -> Result<Project, Box<dyn Error>> {
    let mut project = project;
    for (section, quarter, body) in TEXTS {
        let edit = Edit::WriteText {
            section: section.to_owned(),
            period: TextPeriod { year: 2021, quarter },
            body: Some(body.to_owned()),
        };
        if let Some((after, _)) = project.edited(&edit, context)? {
            project = after;
        }
    }
    let choices = ReportChoices {
        signing_date: Some(date(2022, 3, 28)),
        ..ReportChoices::clone(&project.report)
    };
    if let Some((after, _)) = project.edited(&Edit::SetReport(choices), context)? {
        project = after;
    }
    let signatories =
        SIGNATORIES.iter().map(|(person, role)| vec![("person", *person), ("role", *role)]);
    let project = with_rows(&project, TableId::Signatories, signatories, context)?;
    let columns = ["agreement", "kind", "supplier", "date", "customers"];
    let agreements = AGREEMENTS.iter().map(|own| columns.into_iter().zip(*own).collect());
    with_rows(&project, TableId::Agreements, agreements, context)
}

/// The project with rows that a person typed, as one edit.
fn with_rows<'a>(
    project: &Project,
    table: TableId,
    rows: impl Iterator<Item = Vec<(&'a str, &'a str)>>,
    context: &EditContext,
) -> Result<Project, Box<dyn Error>> {
    let own = project.rows(table);
    let mut cells = Vec::new();
    for (row, values) in (own.len()..).zip(rows) {
        for (id, text) in values {
            let column = own.column(id).ok_or("no such column")?;
            cells.push(CellEdit { row, column, text: text.to_owned() });
        }
    }
    let edited = project.edited(&Edit::SetCells { table, cells }, context)?;
    Ok(edited.map_or_else(|| project.clone(), |(after, _)| after))
}
