//! One window a file: who opens a file that is open elsewhere is led to that window.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::common::program::{Answers, app, app_meeting_at, wait_until};
use arsmelding::app::{App, Command, MeetingPlace, NoticeKind, Presence};
use arsmelding::project::Project;
use arsmelding::storage;
use tempfile::TempDir;

/// Longer than a window takes to answer, and than a caller waits.
const LONG: Duration = Duration::from_secs(10);

struct Desk {
    folder: TempDir,
    place: MeetingPlace,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = MeetingPlace::in_folder(folder.path().join("samtaler"));
        Self { folder, place }
    }

    fn project(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        storage::write(&path, &Project::new("Hedmark IKT", 2021, (2015, 2020))).unwrap();
        path
    }

    /// A program with the project open, answering for it.
    fn open(&self, path: &Path) -> App {
        let mut app = app_meeting_at(Answers::default(), Some(self.place.clone()));
        app.run(Command::Open(path.to_owned()));
        wait_until(&mut app, |app| !app.is_busy());
        app
    }

    /// Calls until somebody answers, since a listener takes a moment to begin.
    fn is_answered(&self, path: &Path, presence: &Presence) -> bool {
        let start = Instant::now();
        while start.elapsed() < LONG {
            let (place, path) = (self.place.clone(), path.to_owned());
            let call = std::thread::spawn(move || place.call(&path));
            while !call.is_finished() {
                presence.is_called();
                std::thread::sleep(Duration::from_millis(1));
            }
            if call.join().unwrap() {
                return true;
            }
        }
        false
    }
}

#[test]
fn a_file_that_is_open_in_another_window_is_not_opened_twice() {
    let desk = Desk::new();
    let (file, other) = (desk.project("årsmelding 2021.ron"), desk.project("annet.ron"));
    let first = desk.open(&file);
    let presence = desk.place.listen(&other, Arc::new(|| ()));
    assert!(desk.is_answered(&other, &presence));

    let (place, path) = (desk.place.clone(), file.clone());
    let second = std::thread::spawn(move || {
        let mut second = app_meeting_at(Answers::default(), Some(place));
        // The listener of the first takes a moment to begin.
        std::thread::sleep(Duration::from_millis(300));
        second.run(Command::Open(path));
        wait_until(&mut second, |app| !app.is_busy());
        let notices = second.notices().to_vec();
        (second.document().is_some(), notices)
    });
    let mut is_called = false;
    while !second.is_finished() {
        is_called |= first.is_called();
        std::thread::sleep(Duration::from_millis(1));
    }
    let (is_opened, notices) = second.join().unwrap();
    assert!(is_called && !is_opened);
    assert_eq!(notices[0].kind, NoticeKind::Warning);
    assert!(notices[0].text.contains("er åpen i et annet vindu"), "{}", notices[0].text);
}

#[test]
fn every_spelling_of_a_path_leads_to_the_same_window() {
    let desk = Desk::new();
    let file = desk.project("prosjekt.ron");
    let presence = desk.place.listen(&file, Arc::new(|| ()));
    let folder = desk.folder.path().join("mappe");
    fs::create_dir(&folder).unwrap();
    assert!(desk.is_answered(&folder.join("../prosjekt.ron"), &presence));
}

#[test]
fn a_file_that_nobody_has_open_is_answered_for_by_nobody() {
    let desk = Desk::new();
    let file = desk.project("prosjekt.ron");
    assert!(!desk.place.call(&file));
    assert!(!desk.place.call(&desk.folder.path().join("finnes-ikke.ron")));
    // A window that has gone answers for nothing any more.
    let presence = desk.place.listen(&file, Arc::new(|| ()));
    assert!(desk.is_answered(&file, &presence));
    drop(presence);
    std::thread::sleep(Duration::from_millis(200));
    assert!(!desk.place.call(&file));
}

#[test]
fn a_window_that_hangs_holds_nobody_up() {
    let desk = Desk::new();
    let file = desk.project("prosjekt.ron");
    // It listens, but never looks who has called.
    let _hanging = desk.place.listen(&file, Arc::new(|| ()));
    std::thread::sleep(Duration::from_millis(300));
    let start = Instant::now();
    assert!(!desk.place.call(&file));
    assert!(start.elapsed() < LONG);
}

#[cfg(unix)]
#[test]
fn a_window_that_hung_and_ends_takes_nothing_from_the_one_that_came_after_it() {
    let desk = Desk::new();
    let file = desk.project("prosjekt.ron");
    let hanging = desk.place.listen(&file, Arc::new(|| ()));
    std::thread::sleep(Duration::from_millis(300));
    let presence = desk.place.listen(&file, Arc::new(|| ()));
    assert!(desk.is_answered(&file, &presence));
    drop(hanging);
    std::thread::sleep(Duration::from_millis(300));
    assert!(desk.is_answered(&file, &presence));
}

#[cfg(unix)]
#[test]
fn what_a_killed_program_left_is_taken_over() {
    let desk = Desk::new();
    let file = desk.project("prosjekt.ron");
    let presence = desk.place.listen(&file, Arc::new(|| ()));
    assert!(desk.is_answered(&file, &presence));
    drop(presence);
    std::thread::sleep(Duration::from_millis(200));
    // A socket that nobody listens on: connecting is refused, binding says that it is there.
    let sockets = desk.folder.path().join("samtaler");
    assert_eq!(fs::read_dir(&sockets).unwrap().count(), 1);
    assert!(!desk.place.call(&file));
    let presence = desk.place.listen(&file, Arc::new(|| ()));
    assert!(desk.is_answered(&file, &presence));
}

#[test]
fn the_window_answers_for_the_file_that_it_saves_at() {
    let desk = Desk::new();
    let first = desk.project("først.ron");
    let then = desk.folder.path().join("så.ron");
    let answers = Answers { saves_at: Some(then.clone()), ..Answers::default() };
    let mut window = app_meeting_at(answers, Some(desk.place.clone()));
    window.run(Command::Open(first.clone()));
    wait_until(&mut window, |app| !app.is_busy());
    window.run(Command::SaveAs);
    wait_until(&mut window, |app| !app.is_busy());
    std::thread::sleep(Duration::from_millis(300));
    let call = |path: &Path| {
        let (place, path) = (desk.place.clone(), path.to_owned());
        let call = std::thread::spawn(move || place.call(&path));
        while !call.is_finished() {
            window.is_called();
            std::thread::sleep(Duration::from_millis(1));
        }
        call.join().unwrap()
    };
    assert!(call(&then));
    assert!(!call(&first));
}

#[test]
fn recent_files_are_named_from_the_root() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("prosjekt.ron");
    storage::write(&path, &Project::new("Hedmark IKT", 2021, (2015, 2020))).unwrap();
    let here = std::env::current_dir().unwrap();
    let up: PathBuf = here.ancestors().skip(1).map(|_| "..").collect();
    let relative = up.join(path.strip_prefix("/").unwrap_or(&path));
    assert!(relative.is_relative() || cfg!(windows));
    let mut app = app(Answers::default());
    app.run(Command::Open(relative));
    wait_until(&mut app, |app| !app.is_busy());
    assert!(app.user().recent[0].path.is_absolute(), "{:?}", app.user().recent);
    assert!(app.document().unwrap().path().unwrap().is_absolute());
}

#[test]
fn recent_files_of_an_earlier_version_that_say_no_folder_are_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.ron");
    let whole = folder.path().join("hel.ron");
    let text = format!(
        "(name: \"\", theme: System, recent: [(path: {whole:?}, year: 2021, used: 202203110814), \
         (path: \"bare-navn.ron\", year: 2021, used: 202203110814)])"
    );
    fs::write(&path, text).unwrap();
    let settings = storage::UserSettings::read(&path);
    assert_eq!(settings.recent.len(), 1, "{settings:?}");
    assert_eq!(settings.recent[0].path, whole);
}
