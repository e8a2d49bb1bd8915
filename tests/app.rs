//! The program without its window: commands, jobs, undo of everything, questions before loss.

use crate::common;
use std::sync::Arc;

use crate::common::accounts;
use crate::common::program::{Answers, app, wait_until};
use arsmelding::app::{App, Command, NoticeKind, Pending};
use arsmelding::project::{CellEdit, CellKind, Edit, Project, Settings, TableId};
use arsmelding::storage;

fn project(app: &App) -> Project {
    app.document().unwrap().project().clone()
}

fn new_project(app: &mut App) {
    let company = "Hedmark IKT".to_owned();
    app.run(Command::New { company, year: 2021, baseline: (2015, 2020) });
}

/// A text that a column of that kind takes.
fn sample_text(kind: CellKind) -> String {
    match kind {
        CellKind::Text => "Størrelse på nærområde".to_owned(),
        CellKind::Date => "11.3.2021".to_owned(),
        CellKind::Minute => "11.03.2021 08:14".to_owned(),
        CellKind::Count => "1 234".to_owned(),
        CellKind::Year => "2021".to_owned(),
        CellKind::Number { .. } => "−12,5".to_owned(),
        CellKind::Flag => "Ja".to_owned(),
        CellKind::Choice(choices) => choices.last().unwrap().word(),
    }
}

#[test]
fn everything_that_is_done_can_be_undone_and_done_again() {
    let mut app = app(Answers::default());
    new_project(&mut app);
    let mut states = vec![project(&app)];
    app.run(Command::ReadExports(common::sample_exports()));
    wait_until(&mut app, |app| app.import().is_some_and(|import| import.preview().is_some()));
    app.run(Command::AcceptImport);
    states.push(project(&app));
    for table in TableId::ALL {
        let columns = states[0].rows(table).columns();
        let row = project(&app).rows(table).len();
        let cell = |(column, own): (usize, &arsmelding::project::Column)| CellEdit {
            row,
            column,
            text: sample_text(own.kind),
        };
        let cells = columns.iter().enumerate().map(cell).collect();
        app.run(Command::Edit(Edit::SetCells { table, cells }));
        states.push(project(&app));
        app.run(Command::Edit(Edit::InsertRow { table, at: 0 }));
        states.push(project(&app));
        app.run(Command::Edit(Edit::RemoveRows { table, rows: vec![0, row] }));
        states.push(project(&app));
    }
    let settings = Settings { report_year: 2020, ..Settings::clone(&states[0].settings) };
    app.run(Command::Edit(Edit::SetSettings(settings)));
    states.push(project(&app));
    assert_eq!(states.len(), 2 + 3 * TableId::ALL.len() + 1);
    for before in states.iter().rev().skip(1) {
        app.run(Command::Undo);
        assert!(project(&app) == *before);
    }
    for after in states.iter().skip(1) {
        app.run(Command::Redo);
        assert!(project(&app) == *after);
    }
}

#[test]
fn an_edit_that_changes_nothing_is_no_edit() {
    let mut app = app(Answers::default());
    app.run(Command::Open(common::sample_project()));
    wait_until(&mut app, |app| app.document().is_some());
    let table = TableId::Staff;
    let text = project(&app).rows(table).cell(0, 1).edit_text();
    let cells = vec![CellEdit { row: 0, column: 1, text }];
    app.run(Command::Edit(Edit::SetCells { table, cells }));
    assert!(!app.document().unwrap().has_unsaved_work());
    assert_eq!(app.document().unwrap().history().undo_sentence(), None);
}

#[test]
fn unsaved_work_is_asked_about_before_it_is_lost() {
    let mut app = app(Answers::default());
    new_project(&mut app);
    app.run(Command::Close);
    assert!(matches!(app.pending(), Some(Pending::Close)) && !app.is_closing());
    app.run(Command::StayHere);
    app.run(Command::Open(common::sample_project()));
    assert!(matches!(app.pending(), Some(Pending::Replace(_))));
    // The dialog for saving is cancelled, so nothing is closed.
    app.run(Command::SaveAndProceed);
    wait_until(&mut app, |app| !app.is_busy());
    assert_eq!(project(&app).settings.company, "Hedmark IKT");
    app.run(Command::DiscardAndProceed);
    wait_until(&mut app, |app| app.document().is_some_and(|document| document.path().is_some()));
    app.run(Command::Close);
    assert!(app.is_closing());
}

#[test]
fn an_edit_made_while_a_file_is_opened_is_asked_about() {
    let mut app = app(Answers::default());
    app.run(Command::Open(common::sample_project()));
    wait_until(&mut app, |app| app.document().is_some());
    app.run(Command::Open(common::sample_project()));
    app.run(Command::Edit(Edit::InsertRow { table: TableId::Staff, at: 0 }));
    wait_until(&mut app, |app| app.pending().is_some());
    assert!(app.document().unwrap().has_unsaved_work());
    app.run(Command::DiscardAndProceed);
    wait_until(&mut app, |app| app.document().is_some());
    assert!(!app.document().unwrap().has_unsaved_work());
}

#[test]
fn a_file_that_cannot_be_opened_leaves_what_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notat.ron");
    std::fs::write(&path, "Husk å ringe Kari").unwrap();
    let mut app = app(Answers::default());
    app.run(Command::Open(path));
    wait_until(&mut app, |app| !app.notices().is_empty());
    assert_eq!(app.notices()[0].kind, NoticeKind::Failed);
    assert!(app.notices()[0].text.contains("ikke en prosjektfil"));
    assert!(app.document().is_none());
}

#[test]
fn a_correction_is_kept_by_a_later_import_and_told_of() {
    let project = storage::read(&common::sample_project()).unwrap();
    let column = project.rows(TableId::Staff).column("employees_total").unwrap();
    let cells = vec![CellEdit { row: 2, column, text: "41".to_owned() }];
    let edit = Edit::SetCells { table: TableId::Staff, cells };
    let (corrected, _) = project.edited(&edit, &common::somebody()).unwrap().unwrap();
    assert_eq!(corrected.corrections.len(), 1);
    assert_eq!(corrected.corrections[0].original, "42");

    let sheets = common::read(&corrected, &common::sample_exports());
    let plan = arsmelding::import::plan(&corrected, &sheets);
    assert!(plan.apply(&common::somebody()).is_none(), "the same files change nothing");
    // The source's value put back needs no memory.
    let cells = vec![CellEdit { row: 2, column, text: "42".to_owned() }];
    let edit = Edit::SetCells { table: TableId::Staff, cells };
    let (back, _) = corrected.edited(&edit, &common::somebody()).unwrap().unwrap();
    assert!(back.corrections.is_empty());
}

#[test]
fn another_years_project_is_previewed_like_an_export_and_taken_in_as_one_edit() {
    let folder = tempfile::tempdir().unwrap();
    let earlier = folder.path().join("hedmark-ikt-2020.ron");
    let mut of_2020 = accounts::project();
    Arc::make_mut(&mut of_2020.settings).report_year = 2020;
    for own in Arc::make_mut(&mut of_2020.balances) {
        own.year = Some(2020);
    }
    storage::write(&earlier, &of_2020).unwrap();
    let mut app = app(Answers { project: Some(earlier), ..Answers::default() });
    new_project(&mut app);
    app.run(Command::ChooseEarlierProject);
    wait_until(&mut app, |app| app.import().is_some_and(|import| import.preview().is_some()));
    assert!(project(&app).statements.is_empty());
    app.run(Command::AcceptImport);
    let after = project(&app);
    assert!(after.statements.iter().all(|line| line.year == Some(2020)));
    assert!(after.statements.iter().any(|line| line.line == "Netto driftsresultat"));
    assert_eq!(after.log.len(), 1);
    app.run(Command::Undo);
    assert!(project(&app).statements.is_empty());
}
