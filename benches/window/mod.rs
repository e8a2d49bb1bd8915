//! The program around a window that is measured: a clock that stands, no settings of a user.

use std::sync::Arc;

use arsmelding::app::{Surroundings, SystemDialogs};
use arsmelding::project::Minute;
use jiff::civil::date;

/// A program on 10 January 2022 that keeps no user settings.
pub fn surroundings() -> Surroundings {
    Surroundings {
        now: Box::new(|| Minute::start_of(date(2022, 1, 10))),
        wake: Arc::new(|| ()),
        dialogs: Box::new(SystemDialogs::default()),
        meeting_place: None,
        settings_path: None,
    }
}
