//! What a command prints and how it ends.

use std::io::Write as _;
use std::process::ExitCode;

/// Done, with nothing to look at.
pub const DONE: u8 = 0;
/// Done, but there is something to look at.
pub const DONE_WITH_FINDINGS: u8 = 1;
/// Not done; nothing was written.
pub const NOT_DONE: u8 = 2;

/// What a command prints and how it ends.
#[derive(Debug)]
pub struct Answer {
    text: String,
    code: u8,
}

impl Answer {
    /// Done; `text` goes to standard output.
    pub fn done(text: String) -> Self {
        Self { text, code: DONE }
    }

    /// Done, with something to look at where `has_findings`.
    pub fn with_findings(text: String, has_findings: bool) -> Self {
        Self { text, code: if has_findings { DONE_WITH_FINDINGS } else { DONE } }
    }

    /// Prints the text. A reader that went away, as `head` does, is no failure.
    pub fn print(&self) -> ExitCode {
        let mut output = std::io::stdout().lock();
        let _ = output.write_all(self.text.as_bytes());
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            let _ = output.write_all(b"\n");
        }
        let _ = output.flush();
        ExitCode::from(self.code)
    }
}
