//! The window's saves: what is saved when work goes on during a save.

use std::path::{Path, PathBuf};

use crate::common::program::{Answers, app, wait_until};
use arsmelding::app::{App, Command};
use arsmelding::project::{Edit, Project, Settings, TableId};
use arsmelding::storage;
use tempfile::TempDir;

fn wait(app: &mut App) {
    wait_until(app, |app| !app.is_busy());
}

/// An open project with unsaved work, and its file.
fn edited_app(folder: &TempDir) -> (App, PathBuf) {
    let path = folder.path().join("prosjekt.ron");
    storage::write(&path, &Project::new("Hedmark IKT", 2021, (2015, 2020))).unwrap();
    let mut app = app(Answers::default());
    app.run(Command::Open(path.clone()));
    wait(&mut app);
    app.run(call_it("Første navn"));
    (app, path)
}

fn call_it(company: &str) -> Command {
    let settings = Settings { company: company.to_owned(), ..Settings::default() };
    Command::Edit(Edit::SetSettings(settings))
}

fn company_in(path: &Path) -> String {
    storage::read(path).unwrap().settings.company.clone()
}

#[test]
fn what_is_done_during_a_save_is_saved_before_the_window_closes() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, path) = edited_app(&folder);
    app.run(Command::Save);
    app.run(call_it("Andre navn"));
    app.run(Command::Close);
    app.run(Command::SaveAndProceed);
    wait(&mut app);
    assert!(app.is_closing());
    assert_eq!(company_in(&path), "Andre navn");
}

#[test]
fn a_save_that_ends_after_another_project_was_opened_is_not_that_projects_save() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, path) = edited_app(&folder);
    app.run(Command::Save);
    app.run(Command::New { company: "Ny".to_owned(), year: 2022, baseline: (2016, 2021) });
    app.run(Command::DiscardAndProceed);
    wait(&mut app);
    let document = app.document().unwrap();
    assert_eq!(document.path(), None);
    assert!(document.has_unsaved_work());
    assert_eq!(company_in(&path), "Første navn");
}

#[test]
fn undo_leads_back_to_the_saved_state_and_redo_away_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, _) = edited_app(&folder);
    app.run(Command::Save);
    wait(&mut app);
    let has_unsaved_work = |app: &App| app.document().unwrap().has_unsaved_work();
    assert!(!has_unsaved_work(&app));
    app.run(Command::Edit(Edit::InsertRow { table: TableId::Staff, at: 0 }));
    assert!(has_unsaved_work(&app));
    app.run(Command::Undo);
    assert!(!has_unsaved_work(&app));
    app.run(Command::Undo);
    assert!(has_unsaved_work(&app));
    app.run(Command::Redo);
    assert!(!has_unsaved_work(&app));
    app.run(Command::Redo);
    assert!(has_unsaved_work(&app));
}
