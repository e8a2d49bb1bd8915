//! What a remark remembers: when it was written, and which amounts it spoke of.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{EditContext, Minute, Project, TableId};
use crate::issue::Issue;
use crate::t;

/// When a remark was written, or found to be still right, and of what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// When.
    pub when: Minute,
    /// By whom.
    pub who: String,
    /// What the lines that it speaks of came to then.
    pub about: Vec<RemarkedAmount>,
}

/// What a line came to when somebody wrote of it, in kroner with the ledger's sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemarkedAmount {
    /// The line, as the statement names it.
    pub line: String,
    /// The year's accounts.
    pub actual: Option<Decimal>,
    /// The *regulert budsjett*.
    pub budget: Option<Decimal>,
}

impl Project {
    /// Writes a remark and remembers what it speaks of. Without words to write, the remark that
    /// stands is said to be still right.
    pub(super) fn put_remark(
        &mut self,
        row: Option<usize>,
        cells: &[(String, String)],
        about: &[RemarkedAmount],
        context: &EditContext,
    ) -> Result<String, Issue> {
        let row = row.filter(|row| *row < self.remarks.len());
        let sentence = match (cells, row.and_then(|row| self.remarks.get(row))) {
            ([], Some(remark)) => t!("edit-remark-still-right", line = &*remark.line),
            ([], None) => return Ok(String::new()),
            _ => self.put_row(TableId::Remarks, row, cells, context)?,
        };
        let at = row.unwrap_or(self.remarks.len().saturating_sub(1));
        if let Some(remark) = Arc::make_mut(&mut self.remarks).get_mut(at) {
            remark.written = Some(Written {
                when: context.now,
                who: context.who.clone(),
                about: about.to_vec(),
            });
        }
        Ok(sentence)
    }
}
