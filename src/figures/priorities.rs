//! What the priorities of each system make of its cases.

use std::collections::HashMap;

use crate::import::known_priority;
use crate::project::{Case, Code, PriorityMeaning, Project, SourceId};

/// What a priority makes of its cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Urgency {
    /// An incident.
    Incident,
    /// None, as one without a priority.
    Ordinary,
    /// The system's word is not known, and nobody has said what it means.
    Unknown,
}

/// A system's word for priority that nobody has explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownPriority {
    /// The newest source that has it.
    pub source: SourceId,
    /// The word.
    pub word: String,
    /// How many cases of its system have it.
    pub cases: u32,
}

/// What each priority makes of the cases of each source.
#[derive(Clone, Debug, Default)]
pub(super) struct Priorities {
    systems: HashMap<SourceId, usize>,
    /// For each system, by code.
    words: Vec<Vec<Word>>,
}

/// A word for priority in a system.
#[derive(Clone, Copy, Debug)]
struct Word {
    urgency: Urgency,
    /// Whether only this system has the word and a person counts it as an incident.
    decides: bool,
    /// How many cases have it, and the newest source among theirs.
    used: Option<(u32, SourceId)>,
}

impl Priorities {
    /// The priorities of a project, before anyone has counted which of them are used.
    pub fn of(project: &Project) -> Self {
        let mut priorities = Self::default();
        let mut names: Vec<&str> = Vec::new();
        for batch in project.cases.iter() {
            let name = project.source(batch.source).map_or("", |source| &source.stream.system);
            let at = names.iter().position(|known| *known == name).unwrap_or_else(|| {
                names.push(name);
                priorities.words.push(words_of(project, name));
                names.len() - 1
            });
            priorities.systems.insert(batch.source, at);
        }
        priorities
    }

    /// The system of a source, by its number.
    pub fn system(&self, source: SourceId) -> usize {
        self.systems.get(&source).copied().unwrap_or(usize::MAX)
    }

    /// What each priority makes of the cases of that source, by code.
    pub fn of_source(&self, source: SourceId) -> Vec<Urgency> {
        let words = self.words.get(self.system(source)).map_or(&[][..], Vec::as_slice);
        words.iter().map(|word| word.urgency).collect()
    }

    /// What its priority makes of a case of that source.
    pub fn of_case(&self, source: SourceId, case: &Case) -> Urgency {
        let words = self.words.get(self.system(source));
        let word = words.and_then(|words| words.get(usize::from(case.priority.0)));
        word.map_or(Urgency::Ordinary, |word| word.urgency)
    }

    /// Remembers how many cases of a source have each priority, by code.
    pub fn count(&mut self, source: SourceId, counts: &[u32]) {
        let system = self.system(source);
        let Some(words) = self.words.get_mut(system) else { return };
        for (word, count) in words.iter_mut().zip(counts).filter(|(_, count)| **count > 0) {
            let (before, newest) = word.used.unwrap_or((0, source));
            word.used = Some((before.saturating_add(*count), newest.max(source)));
        }
    }

    /// Settles the open words when all cases are counted, and returns the settled systems. If a
    /// person counts some of a system's words as incidents, all of its words are decided.
    pub fn settle(&mut self) -> Vec<usize> {
        let mut settled = Vec::new();
        for (system, words) in self.words.iter_mut().enumerate() {
            if words.iter().any(|word| word.decides && word.used.is_some()) {
                settled.push(system);
                let open = words.iter_mut().filter(|word| word.urgency == Urgency::Unknown);
                open.for_each(|word| word.urgency = Urgency::Ordinary);
            }
        }
        settled
    }

    /// The words that nobody has explained, the most frequent first.
    pub fn unknown(&self, project: &Project) -> Vec<UnknownPriority> {
        let mut unknown = Vec::new();
        for words in &self.words {
            for (code, word) in (0..).map(Code).zip(words) {
                let Some((cases, source)) = word.used else { continue };
                if word.urgency == Urgency::Unknown {
                    let word = project.codes.priorities.word(code).unwrap_or_default().to_owned();
                    unknown.push(UnknownPriority { source, word, cases });
                }
            }
        }
        unknown.sort_by(|a, b| b.cases.cmp(&a.cases).then_with(|| a.word.cmp(&b.word)));
        unknown
    }
}

/// What a system's words mean, by code, as long as nobody has counted which of them are used.
fn words_of(project: &Project, system: &str) -> Vec<Word> {
    let counted = &project.settings.incident_priorities;
    let is_counted = |word: &str| counted.iter().any(|known| known == word);
    let word = |word: &str| {
        let class = known_priority(word);
        let decides = class.is_none() && is_counted(word);
        let meaning = project.priority_meaning(system, word);
        let class = match meaning {
            Some(PriorityMeaning::A) => Some("A"),
            Some(PriorityMeaning::B) => Some("B"),
            Some(PriorityMeaning::Other) | None => class,
        };
        let urgency = match class {
            _ if decides => Urgency::Incident,
            _ if meaning == Some(PriorityMeaning::Other) => Urgency::Ordinary,
            Some(class) if is_counted(class) || is_counted(word) => Urgency::Incident,
            Some(_) => Urgency::Ordinary,
            None => Urgency::Unknown,
        };
        Word { urgency, decides, used: None }
    };
    let blank = Word { urgency: Urgency::Ordinary, decides: false, used: None };
    std::iter::once(blank)
        .chain(project.codes.priorities.iter().map(|(_, name)| word(name)))
        .collect()
}
