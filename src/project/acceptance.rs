//! Accepted findings: a person looked, and says why it may stand.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{EditContext, Minute, Project};
use crate::issue::Issue;
use crate::{message, t};

/// A finding that somebody accepted. It holds for the numbers that the finding was made of: when
/// they change, the finding has another fingerprint and is open again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// The rule.
    pub rule: String,
    /// What the finding was made of, in short.
    pub fingerprint: String,
    /// Why it may stand.
    pub reason: String,
    /// Who accepted it.
    pub who: String,
    /// When.
    pub when: Minute,
}

impl Project {
    /// The acceptance of the finding with that rule and fingerprint.
    pub fn acceptance(&self, rule: &str, fingerprint: &str) -> Option<&Acceptance> {
        self.acceptances
            .iter()
            .find(|acceptance| acceptance.rule == rule && acceptance.fingerprint == fingerprint)
    }

    /// Accepts a finding, or gives an accepted one another reason.
    pub(super) fn accept(
        &mut self,
        rule: &str,
        fingerprint: &str,
        reason: &str,
        context: &EditContext,
    ) -> Result<String, Issue> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Issue::error(message!("accept-without-reason")));
        }
        // The same reason again is no edit.
        if self.acceptance(rule, fingerprint).is_none_or(|acceptance| acceptance.reason != reason) {
            let acceptances = Arc::make_mut(&mut self.acceptances);
            acceptances.retain(|acceptance| {
                acceptance.rule != rule || acceptance.fingerprint != fingerprint
            });
            acceptances.push(Acceptance {
                rule: rule.to_owned(),
                fingerprint: fingerprint.to_owned(),
                reason: reason.to_owned(),
                who: context.who.clone(),
                when: context.now,
            });
        }
        Ok(t!("edit-accepted", reason = reason))
    }

    /// Opens an accepted finding again.
    pub(super) fn reopen(&mut self, rule: &str, fingerprint: &str) -> String {
        if self.acceptance(rule, fingerprint).is_some() {
            Arc::make_mut(&mut self.acceptances).retain(|acceptance| {
                acceptance.rule != rule || acceptance.fingerprint != fingerprint
            });
        }
        t!("edit-reopened")
    }
}
