//! The program without its window: dialogs that are answered at once, a clock that stands.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use arsmelding::app::{App, Dialogs, MeetingPlace, Surroundings, Wake};
use arsmelding::jobs::Job;
use arsmelding::project::Minute;
use jiff::civil::date;

/// How often a test looks before it gives up.
pub const PATIENCE: usize = 4_000;
/// How long it waits between two looks.
pub const PAUSE: Duration = Duration::from_millis(5);

/// What the dialogs are answered with, the same every time; `None` is a person who cancels.
#[derive(Clone, Default)]
pub struct Answers {
    /// The exports that are chosen.
    pub exports: Option<Vec<PathBuf>>,
    /// The project file that is chosen.
    pub project: Option<PathBuf>,
    /// The text that is checked.
    pub text: Option<PathBuf>,
    /// Where things are saved.
    pub saves_at: Option<PathBuf>,
    /// The folder in which files are put.
    pub folder: Option<PathBuf>,
}

impl Dialogs for Answers {
    fn open_project(&self, _: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>> {
        let path = self.project.clone();
        Job::start(wake, move |_| path)
    }

    fn choose_exports(&self, _: Option<&Path>, wake: Wake) -> Job<Option<Vec<PathBuf>>> {
        let exports = self.exports.clone();
        Job::start(wake, move |_| exports)
    }

    fn choose_text(&self, _: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>> {
        let text = self.text.clone();
        Job::start(wake, move |_| text)
    }

    fn choose_folder(&self, _: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>> {
        let path = self.folder.clone();
        Job::start(wake, move |_| path)
    }

    fn save(&self, _: Option<&Path>, _: &str, wake: Wake) -> Job<Option<PathBuf>> {
        let path = self.saves_at.clone();
        Job::start(wake, move |_| path)
    }
}

/// A program on 12 January 2022 that keeps no user settings.
pub fn app(answers: Answers) -> App {
    app_meeting_at(answers, None)
}

/// The same, found by other windows at a place of the test's.
pub fn app_meeting_at(answers: Answers, meeting_place: Option<MeetingPlace>) -> App {
    App::new(Surroundings {
        now: Box::new(|| Minute::new(date(2022, 1, 12), 9, 30)),
        wake: Arc::new(|| ()),
        dialogs: Box::new(answers),
        meeting_place,
        settings_path: None,
    })
}

/// Takes in what jobs finish until `is_so`.
pub fn wait_until(app: &mut App, is_so: impl Fn(&App) -> bool) {
    for _ in 0..PATIENCE {
        app.poll();
        if is_so(app) {
            return;
        }
        thread::sleep(PAUSE);
    }
    panic!("what the test waits for never came");
}
