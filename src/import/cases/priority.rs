//! The words for priority: which are known, which were answered, which are asked about.

use super::CaseRules;
use super::words::recode;
use crate::import::heading::normal;
use crate::import::mapping::NOT_READ;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::synonyms::synonyms;
use crate::message;
use crate::project::{Case, Code, PriorityMeaning, Vocabulary, is_same_word};

/// At most this many unknown words are asked about one by one; a column with more holds no
/// priorities.
const MOST_WORDS: usize = 30;
/// At most this many other words are named beside the one that is asked about.
const NAMED: usize = 5;

/// What this program calls a priority that exports spell like `word`, A to D; `None` for a word
/// whose meaning differs between systems.
pub fn known_priority(word: &str) -> Option<&'static str> {
    if is_counted_from_the_lowest(word) {
        return None;
    }
    synonyms().priorities.get(&normal(word)).map(String::as_str)
}

/// `1 very low`, `3 high`: Znuny and Zammad count from the lowest and put no dash.
fn is_counted_from_the_lowest(word: &str) -> bool {
    let mut chars = word.trim().chars();
    let start = (chars.next(), chars.next(), chars.next());
    matches!(start, (Some(digit), Some(' '), Some(letter)) if digit.is_ascii_digit() && letter.is_lowercase())
}

/// The new codes of a sheet's priorities, and what must be asked about them.
pub struct Priorities {
    /// The new code of each old one.
    pub codes: Vec<Option<Code>>,
    /// A question for each word that nobody has explained, the most frequent first.
    pub questions: Vec<Question>,
}

/// Known words become A to D, all others stay as the system has them. What a person said of a word
/// counts before what is known of it.
pub fn recode_priorities(
    old: &Vocabulary,
    rows: &[Case],
    rules: &CaseRules,
    new: &mut Vocabulary,
) -> Priorities {
    let known = known_of(old, rules);
    let is_answered = |word: &str| rules.meaning_of(word).is_some();
    let codes = recode(old, new, |word| match known(word) {
        Some(class) if !is_answered(word) => Some(class),
        _ => Some(word),
    });
    let mut counts = vec![0_u32; old.0.len() + 1];
    for case in rows {
        if let Some(count) = counts.get_mut(usize::from(case.priority.0)) {
            *count += 1;
        }
    }
    let is_unknown = |word: &str| known(word).is_none() && !is_answered(word);
    let mut unknown: Vec<(&str, u32)> = Vec::new();
    for (code, word) in old.iter().filter(|(_, word)| is_unknown(word)) {
        let count = counts.get(usize::from(code.0)).copied().unwrap_or_default();
        match unknown.iter_mut().find(|(other, _)| is_same_word(other, word)) {
            Some((_, all)) => *all += count,
            None => unknown.push((word, count)),
        }
    }
    unknown.retain(|(_, count)| *count > 0);
    unknown.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Priorities { codes, questions: questions(&unknown) }
}

/// What is known of the words of a column. A bare number is known only where no other bare number
/// of the column is unknown: 5 is the highest of some systems and the lowest of others. So a 1 in a
/// column that has a 5 is not known, either.
fn known_of(old: &Vocabulary, rules: &CaseRules) -> impl Fn(&str) -> Option<&'static str> {
    let is_bare = |word: &str| word.trim().bytes().all(|byte| byte.is_ascii_digit());
    let is_doubtful = old.iter().any(|(_, word)| is_bare(word) && rules.known(word).is_none());
    move |word| rules.known(word).filter(|_| !is_doubtful || !is_bare(word))
}

fn questions(unknown: &[(&str, u32)]) -> Vec<Question> {
    if unknown.len() > MOST_WORDS {
        let asks = message!(
            "import-ask-priorities-many",
            count = unknown.len(),
            examples = named(unknown.iter().take(NAMED)),
        );
        let says = Setting::Column { field: "priority".to_owned(), column: NOT_READ.to_owned() };
        let answer = Answer::new(crate::t!("import-priority-not-read"), says);
        return Question::new(asks, vec![answer]).into_iter().collect();
    }
    let asked = unknown.iter().enumerate().filter_map(|(at, (word, count))| {
        let others = unknown.iter().enumerate().filter(|(other, _)| *other != at);
        let others: Vec<&(&str, u32)> = others.map(|(_, counted)| counted).collect();
        let asks = match others.len() {
            0 => message!("import-ask-priority", word = *word, count = *count),
            more => message!(
                "import-ask-priority-of-several",
                word = *word,
                count = *count,
                more = more,
                others = named(others.into_iter().take(NAMED)),
            ),
        };
        let answer = |means: &PriorityMeaning| {
            let says = Setting::Priority { word: (*word).to_owned(), means: *means };
            Answer::new(means.choice().word(), says)
        };
        Question::new(asks, PriorityMeaning::ALL.iter().map(answer).collect())
    });
    asked.map(Question::that_may_wait).collect()
}

fn named<'w>(words: impl Iterator<Item = &'w (&'w str, u32)>) -> String {
    words.map(|(word, _)| format!("«{word}»")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_mean_one_thing_everywhere_are_known() {
        let known = [
            ("A", "A"),
            ("1 - Kritisk", "A"),
            ("1 – Kritisk", "A"),
            ("Pri 1", "A"),
            ("Prioritet 1", "A"),
            ("Prio 2", "B"),
            ("P1", "A"),
            ("P2 - High", "B"),
            ("Highest", "A"),
            ("Veldig lav", "D"),
        ];
        for (word, class) in known {
            assert_eq!(known_priority(word), Some(class), "{word}");
        }
    }

    #[test]
    fn words_that_mean_other_things_elsewhere_are_not() {
        let unknown = [
            "Urgent",
            "5",
            "3 normal",
            "1 very low",
            "1 low",
            "3 high",
            "Emergency",
            "Very high",
            "Haster",
            "Omgående",
            "Immediate",
            "Gull",
            "0",
        ];
        for word in unknown {
            assert_eq!(known_priority(word), None, "{word}");
        }
    }
}
