//! Tables as they were printed elsewhere, kept to be held against the project's figures.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::record::is_default;
use super::{EditContext, Minute, Project};
use crate::issue::Issue;
use crate::{message, t};

/// A table as it was printed elsewhere: in an earlier report, in a colleague's draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PrintedTable {
    /// The table, by its name on the command line: `quarters`.
    pub table: String,
    /// Where it was printed: "Årsmelding 2021, trykt".
    pub title: String,
    /// Who keeps it.
    pub who: String,
    /// When it was taken in.
    pub when: Minute,
    /// The file that it was read from; `None` where it was pasted.
    #[serde(skip_serializing_if = "is_default")]
    pub file: Option<PrintedFile>,
    /// Its columns by id, as `table --format csv` names them.
    pub header: Vec<String>,
    /// Its rows, as printed.
    pub rows: Vec<Vec<String>>,
}

/// The file that a printed table was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedFile {
    /// Its name without its folder.
    pub name: String,
    /// SHA-256 of its content, in hexadecimal.
    pub sha256: String,
}

impl Project {
    /// Keeps a printed table; it goes before one of the same table and title that was there.
    pub(super) fn keep_printed(
        &mut self,
        printed: &PrintedTable,
        context: &EditContext,
    ) -> Result<String, Issue> {
        let title = known_title(&printed.title)?;
        let kept = PrintedTable {
            title: title.to_owned(),
            who: context.who.clone(),
            when: context.now,
            ..printed.clone()
        };
        let all = Arc::make_mut(&mut self.printed);
        let same = all.iter_mut().find(|known| known.table == kept.table && known.title == title);
        match same {
            // The same table again is no edit.
            Some(known) if is_same_print(known, &kept) => {}
            Some(known) => *known = kept,
            None => all.push(kept),
        }
        Ok(t!("edit-kept-printed", title = title))
    }

    /// Calls a printed table something else.
    pub(super) fn rename_printed(&mut self, at: usize, title: &str) -> Result<String, Issue> {
        let title = known_title(title)?;
        let Some(before) = self.printed.get(at).map(|printed| printed.title.clone()) else {
            return Ok(String::new());
        };
        Arc::make_mut(&mut self.printed)[at].title = title.to_owned();
        Ok(t!("edit-renamed-printed", before = before, title = title))
    }

    /// Keeps a printed table no more.
    pub(super) fn remove_printed(&mut self, at: usize) -> String {
        if at >= self.printed.len() {
            return String::new();
        }
        let removed = Arc::make_mut(&mut self.printed).remove(at);
        t!("edit-removed-printed", title = removed.title)
    }
}

fn known_title(title: &str) -> Result<&str, Issue> {
    match title.trim() {
        "" => Err(Issue::error(message!("printed-without-title"))),
        title => Ok(title),
    }
}

fn is_same_print(a: &PrintedTable, b: &PrintedTable) -> bool {
    (&a.file, &a.header, &a.rows) == (&b.file, &b.header, &b.rows)
}
