//! The open document: the project, its figures, its history, and what of it is saved.

use std::path::{Path, PathBuf};

use crate::figures::Figures;
use crate::project::{History, Minute, Project};

/// The open document.
#[derive(Debug)]
pub struct Document {
    project: Project,
    figures: Figures,
    history: History,
    path: Option<PathBuf>,
    saved: Option<Project>,
    saved_at: Option<Minute>,
    revision: u64,
}

impl Document {
    /// A project as it was read from `path`; nothing of it is unsaved.
    pub(super) fn opened(figures: Figures, path: PathBuf, revision: u64) -> Self {
        let project = figures.project().clone();
        let saved = Some(project.clone());
        Self {
            project,
            figures,
            history: History::default(),
            path: Some(path),
            saved,
            saved_at: None,
            revision,
        }
    }

    /// A project that has no file yet. `is_work` says whether closing it would lose anything.
    pub(super) fn unsaved(figures: Figures, is_work: bool, revision: u64) -> Self {
        let project = figures.project().clone();
        let saved = (!is_work).then(|| project.clone());
        Self {
            project,
            figures,
            history: History::default(),
            path: None,
            saved,
            saved_at: None,
            revision,
        }
    }

    /// The project.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The project's figures.
    pub fn figures(&self) -> &Figures {
        &self.figures
    }

    /// What was done and can be undone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The file that it was opened from or saved to.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// When it was last saved in this window.
    pub fn saved_at(&self) -> Option<Minute> {
        self.saved_at
    }

    /// Whether closing it would lose work.
    pub fn has_unsaved_work(&self) -> bool {
        self.saved.as_ref() != Some(&self.project)
    }

    /// A number that changes with every change of the project; what is drawn from it can be
    /// kept as long as the number stays.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    pub(super) fn change(&mut self, after: Project, what: String, revision: u64) {
        let before = std::mem::replace(&mut self.project, after);
        self.history.push(before, what);
        self.refresh(revision);
    }

    pub(super) fn undo(&mut self, revision: u64) -> Option<String> {
        let what = self.history.undo(&mut self.project)?;
        self.refresh(revision);
        Some(what)
    }

    pub(super) fn redo(&mut self, revision: u64) -> Option<String> {
        let what = self.history.redo(&mut self.project)?;
        self.refresh(revision);
        Some(what)
    }

    pub(super) fn mark_saved(&mut self, path: PathBuf, saved: Project, at: Minute) {
        self.path = Some(path);
        self.saved = Some(saved);
        self.saved_at = Some(at);
    }

    fn refresh(&mut self, revision: u64) {
        self.figures = self.figures.updated(&self.project);
        self.revision = revision;
    }
}
