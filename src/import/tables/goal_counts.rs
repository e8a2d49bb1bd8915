//! Goals that count something other than percent: klager, kroner, seconds, marks from 1 to 6. The
//! table keeps percentages, so their plain numbers are left out with a word, and never become one.

use std::collections::HashSet;

use super::table_columns;
use crate::import::heading::{compose, normal};
use crate::import::noticed::note_at;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::sheet::TableRow;
use crate::import::synonyms::{synonyms, without_percent};
use crate::issue::Issue;
use crate::message;
use crate::number::{Decimal, parse_decimal};
use crate::project::{Cell, Goal, GoalMetric, PercentUnit, TableId, TargetUnit, cell_name};

/// So many cells are named in what is told.
const NAMED: usize = 5;
/// No mark on a scale is higher.
const HIGHEST_MARK: Decimal = Decimal::TEN;

/// The numbers of goals that do not name percent themselves: the row, and the column among those
/// read; what a person says that they are; and what is measured in percent by the project's goals.
type Plain<'p> = (&'p [(usize, usize)], Option<PercentUnit>, &'p HashSet<String>);

/// What the numbers of a goal are.
enum Kind {
    /// What its words count.
    Counts(String),
    /// Percentages, as its words, its headings or a number beside them say.
    Percent,
    /// Nothing says it.
    Open,
}

/// Leaves out the numbers of goals whose words say that they count something other than percent,
/// and tells so; also of shares that stand among percentages. Asks what numbers are that nothing
/// tells of.
pub fn leave_out_counts(
    (columns, headings): (&[(usize, usize)], &[String]),
    rows: &mut [TableRow],
    (plain, percent, in_percent): Plain<'_>,
) -> (Option<Question>, Vec<Issue>) {
    let known = table_columns(TableId::Goals);
    let place = |id: &str| {
        columns.iter().position(|(_, index)| known.get(*index).is_some_and(|c| c.id == id))
    };
    let plain: HashSet<(usize, usize)> = plain.iter().copied().collect();
    let is_headed_so = |place: usize| {
        let heading = columns.get(place).and_then(|(column, _)| headings.get(*column));
        heading.is_some_and(|heading| names_percent(heading))
    };
    let (target, result) = (place("target_value"), place("result"));
    let (measure, words) = (place("measure"), place("target_text"));
    let (metric, unit) = (place("metric"), place("target_unit"));
    let mut left_out: Vec<String> = Vec::new();
    let mut example = String::new();
    let mut shares: Vec<(String, String)> = Vec::new();
    let mut open_goals: Vec<(String, String)> = Vec::new();
    for (at, row) in rows.iter_mut().enumerate() {
        let text = |place: Option<usize>| match place.and_then(|place| row.cells.get(place)) {
            Some(Cell::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let number = |place: Option<usize>| match place.and_then(|place| row.cells.get(place)) {
            Some(Cell::Number(number)) => Some(*number),
            _ => None,
        };
        let choice = |place: Option<usize>| match place.and_then(|place| row.cells.get(place)) {
            Some(Cell::Choice(choice)) => Some(*choice),
            _ => None,
        };
        if choice(metric).is_some_and(|metric| metric != GoalMetric::Manual.choice()) {
            continue;
        }
        let unit = choice(unit);
        let is_in_days = unit == Some(TargetUnit::Days.choice());
        let is_plain = |place: &usize| plain.contains(&(at, *place));
        let (measured, aimed) = (text(measure), text(words));
        let numbers = [number(target), number(result)];
        let named = [target.filter(|_| !is_in_days), result];
        let there = named.iter().flatten().filter(|place| number(Some(**place)).is_some());
        let is_said = is_in_days
            || unit == Some(TargetUnit::Percent.choice())
            || in_percent.contains(&normal(&measured))
            || there.clone().any(|place| !is_plain(place) || is_headed_so(*place));
        let open: Vec<usize> = named.into_iter().flatten().filter(is_plain).collect();
        let counts = match (kind_of(&measured, &aimed, numbers), percent) {
            (Kind::Counts(counts), _) => Some(counts),
            (Kind::Open, Some(PercentUnit::Other)) if !is_said => Some(measured.clone()),
            (Kind::Open, None) if !is_said && there.count() > 0 => {
                let column = open.first().and_then(|place| columns.get(*place));
                let column = column.map_or(0, |(column, _)| *column);
                open_goals.push((measured.clone(), cell_name(column, row.row)));
                None
            }
            (Kind::Open | Kind::Percent, _) => None,
        };
        if let Some(counts) = counts {
            for place in open {
                if let (Some(cell), Some((column, _))) =
                    (row.cells.get_mut(place), columns.get(place))
                {
                    *cell = Cell::Blank;
                    left_out.push(cell_name(*column, row.row));
                    if example.is_empty() {
                        example.clone_from(&counts);
                    }
                }
            }
            continue;
        }
        let aim = number(target).or_else(|| first_number(&aimed));
        if let Some(result) = result.filter(is_plain)
            && let (Some(share), Some(aim)) = (number(Some(result)), aim)
            && share > Decimal::ZERO
            && share <= Decimal::ONE
            && aim >= Decimal::TEN
            && let Some((column, _)) = columns.get(result)
        {
            shares.push((cell_name(*column, row.row), share.to_string().replace('.', ",")));
        }
    }
    let mut notes = Vec::new();
    if let Some(first) = left_out.first().cloned() {
        let count = left_out.len();
        let cells = some_of(left_out);
        let told =
            message!("import-note-other-unit", count = count, cells = cells, target = example);
        notes.push(note_at(told, &first));
    }
    if let Some((cell, share)) = shares.first() {
        let (cell, count, share) = (cell.as_str(), shares.len(), share.as_str());
        let told = message!("import-note-share-among", count = count, cell = cell, example = share);
        notes.push(note_at(told, cell));
    }
    (ask_unit(open_goals), notes)
}

/// What goals measure that a project has in percent.
pub fn goals_in_percent(table: TableId, goals: &[Goal]) -> HashSet<String> {
    let has_percent = |goal: &&Goal| {
        let has_target = goal.target_value.is_some() && goal.target_unit == TargetUnit::Percent;
        table == TableId::Goals && (has_target || goal.result.is_some())
    };
    goals.iter().filter(has_percent).map(|goal| normal(&goal.measure)).collect()
}

/// Asks what the numbers of some goals are, each with its name and its first cell.
fn ask_unit(open: Vec<(String, String)>) -> Option<Question> {
    let cell = open.first().map(|(_, cell)| cell.clone())?;
    let goals = some_of(open.into_iter().map(|(goal, _)| format!("«{goal}»")).collect());
    let answer = |words: String, unit| Answer::new(words, Setting::Percent(unit));
    let answers = vec![
        answer(crate::t!("import-goal-percent"), PercentUnit::Points),
        answer(crate::t!("import-goal-other"), PercentUnit::Other),
    ];
    Question::new(message!("import-ask-goal-unit", goals = goals, cell = cell), answers)
}

/// The first of some words, in a sentence.
fn some_of(mut words: Vec<String>) -> String {
    if words.len() > NAMED {
        words.truncate(NAMED);
        words.push("…".to_owned());
    }
    words.join(", ")
}

/// What a goal's words say of its numbers.
fn kind_of(measure: &str, target: &str, numbers: [Option<Decimal>; 2]) -> Kind {
    let goals = &synonyms().goals;
    let words = words_of(measure);
    let takes_time = |word: &String| goals.durations.contains(word);
    let is_given_so = |word: &String| {
        goals.shares.contains(word)
            || goals.percentages.iter().any(|end| word.ends_with(end.as_str()))
    };
    match other_unit(measure, target, numbers) {
        Some(counts) => Kind::Counts(counts),
        None if names_percent(target) || names_percent(measure) => Kind::Percent,
        None if has(&words, is_given_so) => Kind::Percent,
        // "Svartid under 3 min" is the share that keeps the limit.
        None if has(&words, |word| goals.limits.contains(word)) && has(&words, takes_time) => {
            Kind::Percent
        }
        None => Kind::Open,
    }
}

/// What of a goal's words says that its numbers count something other than percent; `None` where
/// nothing does, or they name percent as well.
fn other_unit(measure: &str, target: &str, numbers: [Option<Decimal>; 2]) -> Option<String> {
    if names_percent(target) {
        return None;
    }
    if counts_something(target) {
        return Some(target.to_owned());
    }
    let words = words_of(measure);
    let goals = &synonyms().goals;
    let is_share = names_percent(measure) || has(&words, |word| goals.shares.contains(word));
    let counts = words.first().is_some_and(|word| goals.counted.contains(word));
    let is_mark = || {
        let is_scored = |word: &String| goals.marks.iter().any(|mark| word.contains(mark.as_str()));
        let mut filled = numbers.iter().flatten().peekable();
        filled.peek().is_some()
            && filled.all(|number| *number > Decimal::ONE && *number <= HIGHEST_MARK)
            && words.iter().any(is_scored)
    };
    // "Svartid under 3 min" is the share that keeps the limit.
    let takes_time = || {
        has(&words, |word| goals.durations.contains(word))
            && !has(&words, |word| goals.limits.contains(word))
    };
    let is_of_unit = !is_share && (counts || takes_time() || names_unit(measure) || is_mark())
        // "Antall saker løst innen frist" counts, though of a share that keeps a limit more is
        // better.
        || counts && !names_percent(measure);
    is_of_unit.then(|| measure.to_owned())
}

/// Whether a target is so many of something: "5 dager", "høyst 2 timer", "kr 4 500", "4 av 5".
fn counts_something(target: &str) -> bool {
    let words = words_of(target);
    let goals = &synonyms().goals;
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_unit = |word: &String| goals.units.contains(word);
    let is_count = |at: usize| {
        let (before, word, next) =
            (at.checked_sub(1).and_then(|at| words.get(at)), words.get(at), words.get(at + 1));
        let is_of_money = before.is_some_and(|before| goals.money.contains(before));
        // "80 innen 3 minutter" is a share that keeps a limit.
        let is_limit = before.is_some_and(|before| goals.shares.contains(before))
            && words.iter().enumerate().any(|(other, word)| other != at && is_number(word));
        word.is_some_and(is_number) && (is_of_money || !is_limit && next.is_some_and(is_unit))
    };
    (0..words.len()).any(is_count) || is_scale(target)
}

/// Whether a measure names its unit behind itself: "Svartid (sek)", "Kostnad i kroner",
/// "Tilfredshet (1-6)".
fn names_unit(measure: &str) -> bool {
    let goals = &synonyms().goals;
    let is_unit = |word: &String| goals.measured.contains(word) || goals.money.contains(word);
    let mut inside = measure.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    let is_inside = inside.any(|inside| {
        let words = words_of(inside);
        words.first().is_some_and(is_unit) || words.last().is_some_and(is_unit)
    });
    let words = words_of(measure);
    let is_last = match &words[..] {
        [.., before, last] => is_unit(last) && before.bytes().all(|byte| !byte.is_ascii_digit()),
        _ => false,
    };
    is_inside || is_last || is_scale(measure)
}

/// Whether a text has a scale: "1-6", "1–5", "(skala 1 til 10)", "av 5".
fn is_scale(text: &str) -> bool {
    let lower = compose(text).to_lowercase();
    let words = words_of(&lower);
    let mark = |word: &String| word.parse::<u8>().ok().filter(|mark| *mark <= 10);
    let from = |word: &String| word.parse::<u8>().is_ok_and(|mark| mark <= 1);
    let goals = &synonyms().goals;
    let is_joined = |word: &str| {
        let mut ends = word.split(['-', '–', '−']);
        match (ends.next(), ends.next(), ends.next()) {
            (Some(a), Some(b), None) => {
                from(&a.trim().to_owned()) && mark(&b.trim().to_owned()).is_some_and(|b| b > 2)
            }
            _ => false,
        }
    };
    let joined = lower.split(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '–' | '−'));
    let has_scale = joined.into_iter().any(is_joined);
    let is_range = words.windows(3).any(|words| match words {
        [a, to, b] => from(a) && goals.to.contains(to) && mark(b).is_some_and(|b| b > 2),
        _ => false,
    });
    let is_of = words.windows(2).any(|words| match words {
        [of, b] => goals.of.contains(of) && mark(b).is_some_and(|b| b > 2),
        _ => false,
    });
    has_scale || is_range || is_of
}

/// Whether percent is named anywhere in a text.
fn names_percent(text: &str) -> bool {
    text.contains('%') || words_of(text).iter().any(|word| without_percent(word).is_some())
}

/// The number of a target such as "minst 90 %".
fn first_number(text: &str) -> Option<Decimal> {
    let is_part = |c: char| c.is_ascii_digit() || c == ',';
    let mut numbers = text.split(|c: char| !is_part(c)).filter(|part| !part.is_empty());
    numbers.find_map(|part| parse_decimal(part.trim_matches(',')).ok())
}

fn has(words: &[String], is_wanted: impl Fn(&String) -> bool) -> bool {
    words.iter().any(is_wanted)
}

/// A text in words that are compared.
fn words_of(text: &str) -> Vec<String> {
    let lower = normal(text);
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
