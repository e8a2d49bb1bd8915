//! The last resort where the system cannot show its file dialogs: the person types a path.

use std::path::{Path, PathBuf};

use super::{App, Command, Destination, Document, Product};
use crate::message;
use crate::words::Message;

/// What a typed path is for.
#[derive(Clone, Debug)]
pub enum PathPurpose {
    /// The project to open.
    OpenProject,
    /// Another year's project, to read its statements.
    ReadProject,
    /// The exports to read, parted by semicolons.
    ReadExports,
    /// The text to check.
    CheckText,
    /// Where the project is saved.
    SaveProject,
    /// The file with a printed table.
    ReadPrinted,
    /// Where this is saved: its file, or the folder for it.
    Make(Product),
}

/// A path that the person is asked to type.
#[derive(Clone, Debug)]
pub struct PathQuestion {
    /// What it is for.
    pub purpose: PathPurpose,
    /// What the field holds from the start.
    pub suggested: String,
    /// What is wrong with the path that was last answered.
    pub finding: Option<Message>,
}

impl App {
    /// The path that the person is to type, where the system shows no dialog.
    pub fn path_question(&self) -> Option<&PathQuestion> {
        self.path_question.as_ref()
    }

    /// Asks for a typed path if the last dialog was answered by nobody, because the system has
    /// none. `name` is the file's suggested name. Returns whether it asks.
    pub(super) fn ask_for_path(&mut self, purpose: PathPurpose, name: &str) -> bool {
        let is_asked = self.surroundings.dialogs.are_missing();
        if is_asked {
            let folder = self.last_folder().unwrap_or_default();
            let suggested = folder.join(name).display().to_string();
            self.path_question = Some(PathQuestion { purpose, suggested, finding: None });
        }
        is_asked
    }

    /// Does what the question was for, or says what is wrong with the path and asks on.
    pub(super) fn answer_path(&mut self, typed: &str) {
        let Some(question) = self.path_question.take() else { return };
        let open = self.document().and_then(Document::path).map(Path::to_owned);
        let paths = paths(typed, &question.purpose);
        let finding = match &question.purpose {
            _ if paths.is_empty() => Some(message!("path-empty")),
            PathPurpose::OpenProject
            | PathPurpose::ReadProject
            | PathPurpose::ReadExports
            | PathPurpose::CheckText
            | PathPurpose::ReadPrinted => missing(&paths),
            PathPurpose::SaveProject => taken(&paths, open.as_deref()),
            PathPurpose::Make(Product { target: Destination::Folder, .. }) => no_folder(&paths),
            PathPurpose::Make(_) => taken(&paths, None),
        };
        if finding.is_some() {
            let suggested = typed.to_owned();
            self.path_question = Some(PathQuestion { finding, suggested, ..question });
            return;
        }
        let first = paths.first().cloned().unwrap_or_default();
        match question.purpose {
            PathPurpose::OpenProject => self.run(Command::Open(first)),
            PathPurpose::ReadProject | PathPurpose::ReadExports => {
                self.run(Command::ReadExports(paths))
            }
            PathPurpose::CheckText => self.run(Command::CheckText(first)),
            PathPurpose::SaveProject => self.start_saving(first),
            PathPurpose::ReadPrinted => self.read_printed_file(first),
            PathPurpose::Make(product) => self.make_product(product, first),
        }
    }

    pub(super) fn leave_path(&mut self) {
        self.path_question = None;
        self.stop_proceeding();
    }
}

/// The paths in a typed text. Quotes around a path and `~` for the home folder are understood;
/// a file to be saved gets the extension that its kind has.
fn paths(typed: &str, purpose: &PathPurpose) -> Vec<PathBuf> {
    let parts: Vec<&str> = match purpose {
        PathPurpose::ReadExports => typed.split(';').collect(),
        _ => vec![typed],
    };
    let named = parts.into_iter().map(|part| part.trim().trim_matches(['"', '\'']));
    named.filter(|part| !part.is_empty()).map(|part| with_extension(home(part), purpose)).collect()
}

fn home(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    }
}

fn with_extension(path: PathBuf, purpose: &PathPurpose) -> PathBuf {
    let extension = match purpose {
        PathPurpose::SaveProject => "ron",
        PathPurpose::Make(Product { target: Destination::File(name), .. }) => {
            Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or_default()
        }
        _ => return path,
    };
    if path.extension().is_some() { path } else { path.with_extension(extension) }
}

fn missing(paths: &[PathBuf]) -> Option<Message> {
    let path = paths.iter().find(|path| !path.is_file())?;
    Some(message!("path-not-found", file = path.display().to_string()))
}

fn no_folder(paths: &[PathBuf]) -> Option<Message> {
    let path = paths.iter().find(|path| !path.is_dir())?;
    Some(message!("path-no-folder", folder = path.display().to_string()))
}

/// The system's dialog asks before it lets a file be overwritten; here the person has to type
/// another name.
fn taken(paths: &[PathBuf], open: Option<&Path>) -> Option<Message> {
    let path = paths.iter().find(|path| Some(path.as_path()) != open && path.exists())?;
    Some(message!("path-taken", file = path.display().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_no_part_of_a_path_and_exports_are_parted_by_semicolons() {
        let read = paths("\"/a b/saker.xlsx\"; mål.csv ;", &PathPurpose::ReadExports);
        assert_eq!(read, [PathBuf::from("/a b/saker.xlsx"), PathBuf::from("mål.csv")]);
        assert_eq!(paths(" a;b ", &PathPurpose::OpenProject), [PathBuf::from("a;b")]);
    }

    #[test]
    fn a_saved_project_gets_its_extension() {
        assert_eq!(paths("/x/2021", &PathPurpose::SaveProject), [PathBuf::from("/x/2021.ron")]);
    }
}
