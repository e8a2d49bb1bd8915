//! What persons said that a system's own words for priority mean.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{PriorityMeaning, Profile, Project, SourceKind};
use crate::issue::Issue;
use crate::{message, t};

impl Project {
    /// What a person said that `word` means in exports of cases from `system`.
    pub fn priority_meaning(&self, system: &str, word: &str) -> Option<PriorityMeaning> {
        priority_meaning(&self.profiles, system, word)
    }

    /// The systems whose cases have that word for their priority.
    pub fn systems_with_priority(&self, word: &str) -> BTreeSet<String> {
        let codes: Vec<_> = self
            .codes
            .priorities
            .iter()
            .filter(|(_, own)| is_same_word(own, word))
            .map(|(code, _)| code)
            .collect();
        let batches = self.cases.iter();
        let having =
            batches.filter(|batch| batch.rows.iter().any(|case| codes.contains(&case.priority)));
        let sources = having.filter_map(|batch| self.source(batch.source));
        sources.map(|source| source.stream.system.clone()).collect()
    }

    /// Says what words for priority mean, in every system that has them or in `system` alone. No
    /// case is touched: figures look the answers up.
    ///
    /// # Errors
    /// When no case has one of the words.
    pub(super) fn explain_priorities(
        &mut self,
        system: Option<&str>,
        answers: &[(String, PriorityMeaning)],
    ) -> Result<String, Issue> {
        for (word, means) in answers {
            let mut systems = self.systems_with_priority(word);
            systems.retain(|own| system.is_none_or(|wanted| wanted == own));
            if systems.is_empty() {
                return Err(Issue::error(message!("edit-no-such-priority", word = word.as_str())));
            }
            for system in systems {
                self.explain_priority(&system, word, *means);
            }
        }
        let words: Vec<String> = answers
            .iter()
            .map(|(word, means)| format!("«{word}»: {}", means.choice().word()))
            .collect();
        Ok(t!("edit-explained-priorities", words = words.join(", ")))
    }

    fn explain_priority(&mut self, system: &str, word: &str, means: PriorityMeaning) {
        let profiles = Arc::make_mut(&mut self.profiles);
        let mut is_kept = false;
        // Two answers that contradict each other would say nothing.
        for own in profiles.iter_mut() {
            if own.kind == SourceKind::Cases && own.system == system {
                own.priorities.retain(|(other, _)| !is_same_word(other, word));
                if own.columns.is_empty() {
                    own.priorities.push((word.to_owned(), means));
                    is_kept = true;
                }
            }
        }
        if !is_kept {
            profiles.push(Profile::of_answers(system, vec![(word.to_owned(), means)]));
        }
    }
}

/// What a person said that `word` means in exports of cases from `system`. Systems without a
/// name are taken for one; where two answers contradict each other, nothing is known.
pub fn priority_meaning(profiles: &[Profile], system: &str, word: &str) -> Option<PriorityMeaning> {
    let of_system = profiles
        .iter()
        .filter(|profile| profile.kind == SourceKind::Cases && profile.system == system);
    let mut answers = of_system.flat_map(|own| &own.priorities);
    let is_own = |(own, _): &&(String, PriorityMeaning)| is_same_word(own, word);
    let (_, first) = answers.find(is_own)?;
    answers.filter(is_own).all(|(_, other)| other == first).then_some(*first)
}

/// Whether two words of an export are one: letter case and spaces do not tell them apart.
pub fn is_same_word(a: &str, b: &str) -> bool {
    let small = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    };
    a == b || small(a) == small(b)
}
