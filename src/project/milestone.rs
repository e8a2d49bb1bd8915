//! Milestones: a named state of the project, kept as the figures that it printed and the
//! sources that it had.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{EditContext, Minute, Project, Source, SourceKind};
use crate::issue::Issue;
use crate::{message, t};

/// A figure as it was printed, kept by its key. In the project file it is a tuple: key, text,
/// label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(String, String, String)", into = "(String, String, String)")]
pub struct PrintedFigure {
    /// The figure's name, `saker.2021.q1`.
    pub key: String,
    /// As it was printed, with its unit: `10 859`, `6,4 %`.
    pub text: String,
    /// What it is, in words: its row may be gone when it is read again.
    pub label: String,
}

impl From<(String, String, String)> for PrintedFigure {
    fn from((key, text, label): (String, String, String)) -> Self {
        Self { key, text, label }
    }
}

impl From<PrintedFigure> for (String, String, String) {
    fn from(PrintedFigure { key, text, label }: PrintedFigure) -> Self {
        (key, text, label)
    }
}

/// A source that the project had, by its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptSource {
    /// The file's name without its folder.
    pub file: String,
    /// The sheet, empty for text files.
    pub sheet: String,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// What it held.
    pub kind: SourceKind,
    /// When it was imported.
    pub imported: Minute,
}

impl KeptSource {
    /// Whether it is that source of the project.
    pub fn is(&self, source: &Source) -> bool {
        self.sha256 == source.sha256 && self.sheet == source.sheet
    }
}

impl From<&Source> for KeptSource {
    fn from(source: &Source) -> Self {
        Self {
            file: source.file.clone(),
            sheet: source.sheet.clone(),
            sha256: source.sha256.clone(),
            kind: source.stream.kind,
            imported: source.imported,
        }
    }
}

/// A named state of the project: "til styret 12.4.".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Milestone {
    /// Its name, unlike that of any other.
    pub name: String,
    /// When it was made.
    pub when: Minute,
    /// Who made it.
    pub who: String,
    /// How many sentences the log had: what was done since comes after them.
    pub edits: usize,
    /// The sources that the project had.
    pub sources: Vec<KeptSource>,
    /// The figures that it printed.
    pub figures: Vec<PrintedFigure>,
}

impl Milestone {
    /// The state of `project`, of which `figures` are printed.
    pub fn of(
        project: &Project,
        name: &str,
        figures: Vec<PrintedFigure>,
        context: &EditContext,
    ) -> Self {
        Self {
            name: name.to_owned(),
            when: context.now,
            who: context.who.clone(),
            edits: project.log.len(),
            sources: project.sources.iter().map(KeptSource::from).collect(),
            figures,
        }
    }
}

impl Project {
    /// The milestone of that name.
    ///
    /// # Errors
    /// When there is none; the sentence names those that there are.
    pub fn milestone(&self, name: &str) -> Result<&Milestone, Issue> {
        self.milestones.iter().find(|milestone| milestone.name == name.trim()).ok_or_else(|| {
            let names: Vec<&str> =
                self.milestones.iter().map(|milestone| milestone.name.as_str()).collect();
            Issue::error(match names.is_empty() {
                true => message!("milestone-none-yet", name = name),
                false => message!("milestone-unknown", name = name, names = names.join(", ")),
            })
        })
    }

    /// Checks a name for a milestone. `renamed` is the present name of the milestone that gets it;
    /// `None` for a new one.
    ///
    /// # Errors
    /// When it is blank, or another milestone has it.
    pub fn milestone_name<'n>(
        &self,
        name: &'n str,
        renamed: Option<&str>,
    ) -> Result<&'n str, Issue> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Issue::error(message!("milestone-without-name")));
        }
        let others =
            self.milestones.iter().filter(|milestone| renamed != Some(milestone.name.as_str()));
        match others.into_iter().any(|other| other.name == name) {
            true => Err(Issue::error(message!("milestone-name-taken", name = name))),
            false => Ok(name),
        }
    }

    /// Names the state of the project, and keeps what it prints.
    pub(super) fn make_milestone(
        &mut self,
        name: &str,
        figures: &[PrintedFigure],
        context: &EditContext,
    ) -> Result<String, Issue> {
        let name = self.milestone_name(name, None)?;
        let made = Milestone::of(self, name, figures.to_vec(), context);
        Arc::make_mut(&mut self.milestones).push(made);
        Ok(t!("edit-made-milestone", name = name))
    }

    /// Gives a milestone another name.
    pub(super) fn rename_milestone(&mut self, from: &str, to: &str) -> Result<String, Issue> {
        self.milestone(from)?;
        let to = self.milestone_name(to, Some(from))?;
        if to != from {
            let milestones = Arc::make_mut(&mut self.milestones).iter_mut();
            for milestone in milestones.filter(|milestone| milestone.name == from) {
                to.clone_into(&mut milestone.name);
            }
        }
        Ok(t!("edit-renamed-milestone", old = from, new = to))
    }

    /// Takes a milestone away; the project itself stays as it is.
    pub(super) fn remove_milestone(&mut self, name: &str) -> Result<String, Issue> {
        self.milestone(name)?;
        Arc::make_mut(&mut self.milestones).retain(|milestone| milestone.name != name);
        Ok(t!("edit-removed-milestone", name = name))
    }
}
