//! Goals: whether there is a result to compare with the target, and whether the remark agrees with
//! the numbers.

use super::Inspection;
use crate::checks::rule::{finding, rules};
use crate::checks::{Area, Finding, Where};
use crate::figures::{Address, GoalOutcome, GoalResult};
use crate::message;
use crate::project::Goal;

rules! {
    /// Every row of a goal's table counts.
    LEFT_OUT { id: "goal-left-out", severity: Note, words: "check-goal-left-out", find: Some(left_out) }
    /// The result of a year rests on all of its months.
    MONTHS { id: "goal-months", severity: Warning, words: "check-goal-months", find: Some(months) }
    /// A goal has a result.
    NO_RESULT {
        id: "goal-without-result", severity: Warning, words: "check-goal-without-result",
        find: Some(without_result),
    }
    /// A goal has a number to hold the result against.
    NO_TARGET {
        id: "goal-without-target", severity: Note, words: "check-goal-without-target",
        find: Some(without_target),
    }
    /// The remark says of a goal what the numbers say.
    WORD { id: "goal-word", severity: Error, words: "check-goal-word-met", find: Some(words) }
    /// A goal that was missed has a remark.
    NO_REMARK {
        id: "goal-without-remark", severity: Warning, words: "check-goal-without-remark",
        find: Some(without_remark),
    }
}

/// How a remark says that a goal was reached, and that it was not.
const REACHED: &str = "nådd";
const NOT_REACHED: [&str; 2] = ["ikke nådd", "ikke nå"];

/// A goal of the report year with its result.
struct Judged<'i> {
    goal: &'i Goal,
    result: &'i GoalResult,
    place: Where,
}

impl<'i> Judged<'i> {
    fn all(inspection: &'i Inspection<'_>) -> impl Iterator<Item = Self> {
        inspection.goals().iter().filter_map(|result| {
            let goal = inspection.project().goals.get(result.row)?;
            let mut place = Where::area(Area::Goals).table("goals").row(goal.measure.as_str());
            if let Some(key) = inspection.figures().goal_key(result.row) {
                place.address = Some(Address::Figure(key));
            }
            Some(Self { goal, result, place })
        })
    }

    fn with_outcome(
        inspection: &'i Inspection<'_>,
        outcome: GoalOutcome,
    ) -> impl Iterator<Item = Self> {
        Self::all(inspection).filter(move |judged| judged.result.outcome == outcome)
    }

    fn measure(&self) -> &str {
        &self.goal.measure
    }

    fn remark(&self) -> String {
        self.goal.remark.to_lowercase()
    }

    fn says_missed(&self) -> bool {
        NOT_REACHED.iter().any(|words| self.remark().contains(words))
    }

    fn says_met(&self) -> bool {
        self.remark().contains(REACHED) && !self.says_missed()
    }

    /// What a finding on the result, the target or the remark is made of.
    fn made_of(&self) -> [String; 4] {
        let value = self.result.result.map(|value| value.normalize().to_string());
        let target = self.result.threshold.map(|threshold| threshold.to_string());
        let (measure, remark) = (self.goal.measure.clone(), self.goal.remark.clone());
        [measure, value.unwrap_or_default(), target.unwrap_or_default(), remark]
    }
}

fn left_out(inspection: &Inspection<'_>) -> Vec<Finding> {
    let short = Judged::all(inspection).filter(|judged| judged.result.left_out > 0);
    let finding = |judged: Judged<'_>| {
        let (measure, count) = (judged.measure(), judged.result.left_out);
        let made_of = [measure, &count.to_string()];
        finding!(LEFT_OUT, judged.place.clone(), &made_of, measure = measure, count = count)
    };
    short.map(finding).collect()
}

fn months(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for judged in Judged::all(inspection) {
        let Some((known, all)) = judged.result.missing_months() else { continue };
        let measure = judged.measure();
        findings.push(finding!(
            MONTHS,
            judged.place.clone(),
            &[measure, &known.to_string(), &all.to_string()],
            measure = measure,
            known = known,
            all = all,
        ));
    }
    findings
}

fn without_result(inspection: &Inspection<'_>) -> Vec<Finding> {
    let goals = Judged::with_outcome(inspection, GoalOutcome::NoResult);
    let finding = |goal: Judged<'_>| {
        finding!(NO_RESULT, goal.place.clone(), &goal.made_of(), measure = goal.measure())
    };
    goals.map(finding).collect()
}

fn without_target(inspection: &Inspection<'_>) -> Vec<Finding> {
    let goals = Judged::with_outcome(inspection, GoalOutcome::NotSet);
    let finding = |goal: Judged<'_>| {
        finding!(NO_TARGET, goal.place.clone(), &goal.made_of(), measure = goal.measure())
    };
    goals.map(finding).collect()
}

fn words(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for judged in Judged::all(inspection) {
        let measure = judged.measure();
        let message = match judged.result.outcome {
            GoalOutcome::Met if judged.says_missed() => {
                message!("check-goal-word-missed", measure = measure)
            }
            GoalOutcome::Missed if judged.says_met() => {
                message!("check-goal-word-met", measure = measure)
            }
            _ => continue,
        };
        findings.push(Finding::new(&WORD, message, judged.place.clone(), &judged.made_of()));
    }
    findings
}

fn without_remark(inspection: &Inspection<'_>) -> Vec<Finding> {
    let missed = Judged::with_outcome(inspection, GoalOutcome::Missed);
    let finding = |goal: Judged<'_>| {
        finding!(NO_REMARK, goal.place.clone(), &goal.made_of(), measure = goal.measure())
    };
    missed.filter(|goal| goal.goal.remark.trim().is_empty()).map(finding).collect()
}
