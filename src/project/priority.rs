//! What a system's words for priority mean, as persons have answered.

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
            .filter(|(_, known)| is_same_word(known, word))
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
            systems.retain(|known| system.is_none_or(|system| system == known));
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
        // Two answers that contradict each other would count as none.
        for profile in profiles.iter_mut() {
            if profile.kind == SourceKind::Cases && profile.system == system {
                profile.priorities.retain(|(other, _)| !is_same_word(other, word));
                if profile.columns.is_empty() {
                    profile.priorities.push((word.to_owned(), means));
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
/// name count as one system. Two answers that contradict each other give `None`.
pub fn priority_meaning(profiles: &[Profile], system: &str, word: &str) -> Option<PriorityMeaning> {
    let of_system = profiles
        .iter()
        .filter(|profile| profile.kind == SourceKind::Cases && profile.system == system);
    let mut answers = of_system.flat_map(|profile| &profile.priorities);
    let is_it = |(known, _): &&(String, PriorityMeaning)| is_same_word(known, word);
    let (_, first) = answers.find(is_it)?;
    answers.filter(is_it).all(|(_, other)| other == first).then_some(*first)
}

/// Whether two words of an export are one: letter case and spaces do not tell them apart.
pub fn is_same_word(a: &str, b: &str) -> bool {
    let small = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    };
    a == b || small(a) == small(b)
}
