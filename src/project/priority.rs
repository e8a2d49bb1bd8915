//! What persons said that a system's own words for priority mean.

use super::{PriorityMeaning, Profile, Project, SourceKind};

impl Project {
    /// What a person said that `word` means in exports of cases from `system`.
    pub fn priority_meaning(&self, system: &str, word: &str) -> Option<PriorityMeaning> {
        priority_meaning(&self.profiles, system, word)
    }
}

/// What a person said that `word` means in exports of cases from `system`. Systems without a
/// name are taken for one; where two answers contradict each other, nothing is known.
pub fn priority_meaning(profiles: &[Profile], system: &str, word: &str) -> Option<PriorityMeaning> {
    let of_system =
        profiles.iter().filter(|own| own.kind == SourceKind::Cases && own.system == system);
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
