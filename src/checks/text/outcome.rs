//! Whether a text rightly says that a goal was reached.

use super::context::{Context, Place};
use super::fact::Subject;
use super::number::Parts;
use super::period::year_of;
use super::prose::Sentence;
use super::vocabulary::{Vocabulary, has};
use super::word::Word;
use super::wording::{on_one_line, place_on_one_line};
use super::{Correction, Meant, TextFinding, Verdict};
use crate::figures::{Figures, GoalOutcome, GoalResult};
use crate::{number, t};

/// The largest distance in words between "nådd" and its "ikke", before and behind.
const WORDS_BEFORE: usize = 3;
const WORDS_BEHIND: usize = 2;
/// Decimals with which a percentage is told.
const DECIMALS: u32 = 2;

/// A wrong statement about whether a goal was reached. A sentence about several goals is not
/// judged.
pub(super) fn findings(
    figures: &Figures,
    sentence: &Sentence,
    parts: &Parts,
    context: &Context,
) -> Vec<TextFinding> {
    let vocabulary = Vocabulary::get();
    let words = &parts.words;
    let is_reached = |word: &Word| has(&vocabulary.reached, &word.text);
    let of_other_year = words
        .iter()
        .filter_map(|word| year_of(&word.text))
        .any(|year| year != figures.report_year());
    if of_other_year || !words.iter().any(is_reached) {
        return Vec::new();
    }
    let goals = figures.goals();
    let spoken_of: Vec<&GoalResult> = goals
        .iter()
        .filter(|goal| {
            let name = &figures.project().goals[goal.row].measure;
            let words = vocabulary.of_name(name);
            let place = context.place_of(&Subject { words, ..Subject::default() });
            place.is_some_and(|place| place >= Place::Before)
        })
        .collect();
    let [goal] = spoken_of[..] else { return Vec::new() };
    let says_met = |at: usize| {
        let near = at.saturating_sub(WORDS_BEFORE)..(at + WORDS_BEHIND + 1).min(words.len());
        !words[near].iter().any(|word| has(&vocabulary.negations, &word.text))
    };
    let reached = words.iter().enumerate().filter(|(_, word)| is_reached(word));
    let wrong = reached.filter(|(at, _)| match goal.outcome {
        GoalOutcome::Met => !says_met(*at),
        GoalOutcome::Missed => says_met(*at),
        GoalOutcome::NotSet | GoalOutcome::NoResult => false,
    });
    wrong.filter_map(|(_, word)| finding(figures, sentence, goal, word)).collect()
}

fn finding(
    figures: &Figures,
    sentence: &Sentence,
    goal: &GoalResult,
    word: &Word,
) -> Option<TextFinding> {
    let figure = figures.figure(&figures.goal_key(goal.row)?);
    let (result, threshold) = (goal.result?, goal.threshold?);
    let cause = t!("text-goal-is", threshold = number::percent(threshold, DECIMALS));
    let text = sentence.text.get(word.start..word.end)?.to_owned();
    Some(TextFinding {
        found: text.clone(),
        text,
        line: sentence.line(word.start),
        sentence: on_one_line(&sentence.text),
        at: place_on_one_line(&sentence.text, word.start),
        heading: sentence.heading().map(str::to_owned),
        is_in_table: false,
        verdict: Verdict::Contradicts(
            Meant {
                figure: figure.key,
                reference: None,
                label: figure.label,
                value: number::percent(result, DECIMALS),
            },
            Correction {
                wording: match goal.outcome {
                    GoalOutcome::Met => t!("text-reached"),
                    _ => t!("text-not-reached"),
                },
                cause: Some(cause),
            },
        ),
    })
}
