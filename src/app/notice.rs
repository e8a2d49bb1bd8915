//! Notices: what the person should be told once.

use crate::issue::Issue;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was done.
    Done,
    /// Something was done that undo takes back; the notice offers that.
    Undoable,
    /// Something was done, and there is something to know of it.
    Warning,
    /// Something failed.
    Failed,
}

/// Something to be told once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// The sentence.
    pub text: String,
}

impl Notice {
    /// Something was done.
    pub fn done(text: String) -> Self {
        Self { kind: NoticeKind::Done, text }
    }

    /// Something was done that undo takes back.
    pub fn undoable(text: String) -> Self {
        Self { kind: NoticeKind::Undoable, text }
    }

    /// Something to know of what was done.
    pub fn warning(text: String) -> Self {
        Self { kind: NoticeKind::Warning, text }
    }

    /// Something failed.
    pub fn failed(issue: &Issue) -> Self {
        Self { kind: NoticeKind::Failed, text: issue.to_string() }
    }
}
