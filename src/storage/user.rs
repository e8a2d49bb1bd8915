//! The user's settings, apart from any project: recent files, theme, name.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic;
use super::disk::SystemDisk;
use crate::calendar::Year;
use crate::project::Minute;

/// How many recent files are remembered.
const RECENT: usize = 8;

/// Which theme the window uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A project that was opened or saved lately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentFile {
    /// Where it is, from the root.
    pub path: PathBuf,
    /// The year that it reports on.
    pub year: Year,
    /// When it was last opened or saved.
    pub used: Minute,
}

/// The user's settings. Where they cannot be read or written the program works without.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserSettings {
    /// The name under which edits are logged; empty for the system's user name.
    pub name: String,
    /// The theme.
    pub theme: ThemeChoice,
    /// The projects opened lately, the last one first.
    pub recent: Vec<RecentFile>,
}

impl UserSettings {
    /// The settings file of this user, if the system has a place for it.
    pub fn default_path() -> Option<PathBuf> {
        let folders = directories::ProjectDirs::from("no", "", "arsmelding")?;
        Some(folders.config_dir().join("settings.ron"))
    }

    /// Reads the settings; none, or damaged ones, are the defaults.
    pub fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).ok();
        let settings = text.and_then(|text| ron::from_str::<Self>(&text).ok());
        let mut settings = settings.unwrap_or_default();
        // Versions before 0.2 kept paths that say nothing without the folder of that day.
        settings.recent.retain(|recent| recent.path.is_absolute());
        settings
    }

    /// Writes the settings, if that is possible.
    pub fn write(&self, path: &Path) {
        let Ok(text) = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::new()) else {
            return;
        };
        if let Some(folder) = path.parent() {
            // A folder that cannot be made shows itself in the next line.
            let _ = fs::create_dir_all(folder);
        }
        // Nothing of the user's work is lost with them.
        let _ = atomic::write(&SystemDisk, path, text.as_bytes());
    }

    /// Puts a project first among the recent ones.
    pub fn remember(&mut self, path: &Path, year: Year, used: Minute) {
        // A path that cannot be made absolute could not have been opened either.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.recent.retain(|recent| recent.path != path);
        self.recent.insert(0, RecentFile { path, year, used });
        self.recent.truncate(RECENT);
    }

    /// The name under which edits are logged.
    pub fn who(&self) -> String {
        if !self.name.is_empty() {
            return self.name.clone();
        }
        ["USERNAME", "USER"].iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
    }
}
