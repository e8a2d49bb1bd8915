//! Whether a column of case numbers can be trusted, by what changes when a number repeats.
//!
//! One case keeps its registered time, its customer and its category from row to row and from
//! export to export. A running number, the number of a customer, or what Excel has left of a long
//! number does not.

use std::collections::{HashMap, HashSet};

use crate::calendar::day_from_number;
use crate::project::{Case, Code};

/// Fewer repeats than this prove nothing of a column.
const LEAST_REPEATS: usize = 3;
/// Where at least one number in this many repeats at another time, that is no slip.
const SHARE_OF_NUMBERS: usize = 4;
/// A number of fewer rows than this proves nothing by itself.
const LEAST_ROWS: usize = 3;

/// What the repeats of numbers show, each row held against the one before with its number.
#[derive(Clone, Copy, Debug, Default)]
struct Repeats {
    /// How many there are.
    all: usize,
    /// Those with another registered time.
    moved: usize,
    /// Those of which customer and category, as far as both rows have them, are other ones, too.
    others: usize,
    /// Those that say something of customer or category.
    comparable: usize,
}

impl Repeats {
    fn see(&mut self, before: &Case, after: &Case, is_moved: bool) {
        self.all += 1;
        let pairs = [(before.customer, after.customer), (before.category, after.category)];
        let mut filled = pairs.iter().filter(|(a, b)| *a != Code(0) && *b != Code(0)).peekable();
        let is_comparable = filled.peek().is_some();
        let is_other = is_comparable && filled.all(|(a, b)| a != b);
        self.comparable += usize::from(is_comparable);
        self.moved += usize::from(is_moved);
        self.others += usize::from(is_moved && is_other);
    }

    /// Whether most repeats are of another time, and enough of them also of another customer and
    /// category: by chance, some of those are the same.
    fn are_other_cases(&self) -> bool {
        self.moved >= LEAST_REPEATS && self.moved * 2 > self.all && self.others * 4 >= self.moved
    }
}

/// The numbers of a sheet that are no case numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Distrust {
    /// All of them.
    Column,
    /// Single ones, of which each stands for many cases, as `0` and `Ukjent` do.
    Numbers(HashSet<Box<str>>),
}

/// Which numbers of one sheet are no case numbers; `None` where all can be trusted.
pub fn distrusted(rows: &[Case]) -> Option<Distrust> {
    let mut last: HashMap<&str, &Case> = HashMap::new();
    let mut of_numbers: HashMap<&str, Repeats> = HashMap::new();
    let mut of_sheet = Repeats::default();
    let numbered = || rows.iter().filter(|case| !case.number.is_empty());
    for case in numbered() {
        if let Some(before) = last.insert(&case.number, case) {
            let is_moved = before.registered != case.registered;
            of_sheet.see(before, case, is_moved);
            of_numbers.entry(&case.number).or_default().see(before, case, is_moved);
        }
    }
    if of_sheet.moved == 0 {
        return None;
    }
    let filled = numbered().count();
    let are_many = of_sheet.moved * 5 >= filled;
    let are_most = of_sheet.moved * 2 >= filled && of_sheet.moved >= LEAST_REPEATS;
    let numbers = last.len();
    let is_of_column = are_many && of_sheet.are_other_cases()
        || are_most
            && (numbers * 10 <= filled
                || runs_anew(numbered())
                || names_a_column(numbered(), numbers));
    if is_of_column {
        return Some(Distrust::Column);
    }
    let single = of_numbers.into_iter().filter(|(number, repeats)| {
        // A word is no number, whoever the cases are of.
        let is_word = !number.contains(|c: char| c.is_ascii_digit());
        let are_others = repeats.others * 2 >= repeats.moved && repeats.comparable > 0;
        repeats.all + 1 >= LEAST_ROWS && repeats.moved == repeats.all && (is_word || are_others)
    });
    let single: HashSet<Box<str>> = single.map(|(number, _)| number.into()).collect();
    (!single.is_empty()).then_some(Distrust::Numbers(single))
}

/// Rows whose number stands for one case that was registered anew, or for several cases: nothing
/// else in them tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The numbers.
    pub numbers: HashSet<Box<str>>,
    /// How many rows have one of them.
    pub rows: usize,
    /// Two of the rows with the same number and different times.
    pub example: (Case, Case),
    /// Whether they are too many to be corrections of a time or two.
    pub are_many: bool,
    /// Whether the two rows have the same time, and another customer.
    pub is_of_customers: bool,
}

/// The numbers that come again with another registered time or another customer, where nothing else says that they
/// stand for other cases; `None` where there are none.
pub fn doubted(rows: &[Case]) -> Option<Doubt> {
    let mut last: HashMap<&str, &Case> = HashMap::new();
    let mut numbers: HashSet<Box<str>> = HashSet::new();
    let mut example = None;
    let (mut all, mut moved) = (0_usize, 0_usize);
    for case in rows.iter().filter(|case| !case.number.is_empty()) {
        let Some(before) = last.insert(&case.number, case) else { continue };
        all += 1;
        let is_filled = before.customer != Code(0) && case.customer != Code(0);
        let is_of_other = is_filled && before.customer != case.customer;
        if before.registered != case.registered || is_of_other {
            moved += 1;
            numbers.insert(case.number.clone());
            example.get_or_insert((before, case));
        }
    }
    let (first, second) = example?;
    let is_of_customers = first.registered == second.registered;
    let are_many =
        moved >= LEAST_REPEATS && moved * 2 > all || numbers.len() * SHARE_OF_NUMBERS >= last.len();
    let rows = rows.iter().filter(|case| numbers.contains(&case.number)).count();
    let example = (first.clone(), second.clone());
    Some(Doubt { numbers, rows, example, are_many, is_of_customers })
}

/// Whether the numbers count 1, 2, 3 … and begin anew, as running numbers of lists do that were
/// put one below the other.
fn runs_anew<'c>(rows: impl Iterator<Item = &'c Case>) -> bool {
    let mut before = None;
    let mut starts = 0;
    for case in rows {
        let Ok(number) = case.number.parse::<u64>() else { return false };
        match before {
            Some(last) if Some(number) == u64::checked_add(last, 1) => {}
            _ if number <= 1 => starts += 1,
            _ => return false,
        }
        before = Some(number);
    }
    starts > 1
}

/// Whether the rows are of several customers or categories, so that those say something of whether
/// two rows are one case.
fn words_differ<'c>(rows: impl Iterator<Item = &'c Case> + Clone) -> bool {
    let names: [fn(&Case) -> Code; 2] = [|case| case.customer, |case| case.category];
    names.into_iter().any(|code| {
        let mut words = rows.clone().map(code).filter(|word| *word != Code(0));
        words.next().is_some_and(|first| words.any(|word| word != first))
    })
}

/// Whether the column is the number of something else: each customer, or each category, has but
/// one number.
fn names_a_column<'c>(rows: impl Iterator<Item = &'c Case> + Clone, numbers: usize) -> bool {
    let names: [fn(&Case) -> Code; 2] = [|case| case.customer, |case| case.category];
    names.into_iter().any(|code| {
        let words: HashSet<Code> = rows.clone().map(code).filter(|word| *word != Code(0)).collect();
        let pairs: HashSet<(&str, Code)> =
            rows.clone().map(|case| (&*case.number, code(case))).collect();
        words.len() > 1 && pairs.len() == words.len() && numbers == words.len()
    })
}

/// The cases of a list by their numbers, to be held against other lists.
pub struct Numbered<'c> {
    rows: &'c [Case],
    by_number: HashMap<&'c str, &'c Case>,
}

impl<'c> Numbered<'c> {
    /// Those of these rows that have a number.
    pub fn of(rows: &'c [Case]) -> Self {
        let numbered = rows.iter().filter(|case| !case.number.is_empty());
        Self { rows, by_number: numbered.map(|case| (&*case.number, case)).collect() }
    }

    /// Whether two lists of one system number their cases apart, so that a number that both have
    /// is not one case: running numbers per sheet or file. The codes of both are of one
    /// vocabulary.
    ///
    /// A registered time that was corrected by a day, or whose day and month were read the other
    /// way round, is no sign of another case.
    pub fn contradict(&self, earlier: &[Case]) -> bool {
        let mut repeats = Repeats::default();
        for before in earlier {
            if let Some(case) = self.by_number.get(&*before.number) {
                repeats.see(before, case, is_other_day(before, case));
            }
        }
        if repeats.moved < LEAST_REPEATS || repeats.moved * 5 < repeats.all * 4 {
            return false;
        }
        let are_running = || [earlier, self.rows].into_iter().all(runs_from_one);
        let share = |rows: &[Case]| repeats.all * 2 >= rows.len();
        let are_many = share(earlier) || share(self.rows);
        // Where nothing else is known of the cases, their days alone tell.
        let is_without_words = || !words_differ(earlier.iter().chain(self.rows));
        repeats.are_other_cases()
            || are_running()
            || are_many && (are_apart(earlier, self.rows) || is_without_words())
    }
}

/// Whether two rows were registered on days that no correction and no order of day and month
/// makes one.
fn is_other_day(a: &Case, b: &Case) -> bool {
    let (first, second) = (a.registered.day_number(), b.registered.day_number());
    if first.abs_diff(second) <= 1 {
        return false;
    }
    let (first, second) = (day_from_number(first), day_from_number(second));
    let is_turned = first.year() == second.year()
        && first.day() == second.month()
        && first.month() == second.day();
    !is_turned
}

/// Whether a list counts its cases 1, 2, 3 …, in whatever order.
fn runs_from_one(rows: &[Case]) -> bool {
    let numbers: Option<HashSet<u64>> =
        rows.iter().map(|case| case.number.parse::<u64>().ok()).collect();
    let Some(numbers) = numbers else { return false };
    let ends = numbers.iter().min().zip(numbers.iter().max());
    ends.is_some_and(|(first, last)| *first <= 1 && last - first == numbers.len() as u64 - 1)
}

/// Whether no case of one list was registered between the first and the last of the other.
fn are_apart(a: &[Case], b: &[Case]) -> bool {
    let ends = |rows: &[Case]| {
        let days = rows.iter().map(|case| case.registered.day_number());
        days.clone().min().zip(days.max())
    };
    match (ends(a), ends(b)) {
        (Some((first, last)), Some((other_first, other_last))) => {
            last < other_first || other_last < first
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::project::Minute;

    fn numbers_contradict(earlier: &[Case], rows: &[Case]) -> bool {
        Numbered::of(rows).contradict(earlier)
    }

    fn case(number: &str, day: (i8, i8), customer: u16, category: u16) -> Case {
        Case {
            number: number.into(),
            registered: Minute::new(date(2021, day.0, day.1), 9, 0),
            priority: Code(1),
            kind: Code(0),
            category: Code(category),
            customer: Code(customer),
            open_minutes: None,
            parent: None,
            row: 2,
        }
    }

    fn list(month: i8, customers: u16) -> Vec<Case> {
        let days = (1..=8_i8).zip(0_u16..);
        days.map(|(day, at)| case(&day.to_string(), (month, day), 1 + at % customers, 0)).collect()
    }

    #[test]
    fn running_numbers_of_lists_below_one_another_are_none() {
        let rows: Vec<Case> = [list(1, 3), list(2, 1), list(3, 2)].concat();
        assert_eq!(distrusted(&rows), Some(Distrust::Column));
        // Also where the customers tell nothing.
        let rows: Vec<Case> = [list(1, 1), list(2, 1)].concat();
        assert_eq!(distrusted(&rows), Some(Distrust::Column));
    }

    #[test]
    fn the_number_of_a_customer_is_no_case_number() {
        let day = |at: u16| i8::try_from(at % 28 + 1).unwrap();
        let rows: Vec<Case> = (0..60)
            .map(|at| {
                let customer = at % 12 + 1;
                case(&(500 + customer).to_string(), (3, day(at)), customer, at % 7 + 1)
            })
            .collect();
        assert_eq!(distrusted(&rows), Some(Distrust::Column));
    }

    #[test]
    fn a_word_in_place_of_a_number_is_distrusted_alone() {
        let mut rows: Vec<Case> =
            (0_u16..40).map(|at| case(&format!("S{at}"), (4, 1), at % 3 + 1, 0)).collect();
        let day = |at: u16| i8::try_from(at + 1).unwrap();
        rows.extend((0_u16..5).map(|at| case("Ukjent", (5, day(at)), at % 3 + 1, 0)));
        let only = HashSet::from([Box::from("Ukjent")]);
        assert_eq!(distrusted(&rows), Some(Distrust::Numbers(only)));
    }

    #[test]
    fn a_case_that_stands_in_several_rows_keeps_its_number() {
        // A row for each comment: the same case, always at the same time.
        let rows: Vec<Case> = (0_u16..60)
            .map(|at| case(&format!("S{}", at / 3), (4, 2), at / 3 % 5 + 1, at / 3 % 4 + 1))
            .collect();
        assert_eq!(distrusted(&rows), None);
        // A row for each working day of a case: other times, the same customer.
        let day = |at: u16| i8::try_from(at % 28 + 1).unwrap();
        let rows: Vec<Case> = (0_u16..60)
            .map(|at| case(&format!("S{}", at / 3), (4, day(at)), at / 3 % 5 + 1, at / 3 % 4 + 1))
            .collect();
        assert_eq!(distrusted(&rows), None);
        // One that was corrected.
        let mut rows: Vec<Case> =
            (0_u16..20).map(|at| case(&format!("S{at}"), (4, 1), at % 3 + 1, 0)).collect();
        rows.push(case("S3", (4, 2), 3, 0));
        assert_eq!(distrusted(&rows), None);
    }

    #[test]
    fn lists_that_number_their_cases_apart_contradict_each_other() {
        assert!(numbers_contradict(&list(1, 3), &list(2, 3)), "running numbers");
        let at = |month: i8, customer: u16| -> Vec<Case> {
            (1..=9_i8)
                .map(|day| {
                    case(&format!("{}", 400 + i32::from(day)), (month, day + 10), customer, 0)
                })
                .collect()
        };
        assert!(numbers_contradict(&at(1, 1), &at(2, 2)), "another customer each");
        assert!(numbers_contradict(&at(1, 1), &at(2, 1)), "months apart");
    }

    #[test]
    fn a_newer_export_of_the_same_cases_contradicts_nothing() {
        let before = list(1, 3);
        assert!(!numbers_contradict(&before, &before));
        let mut corrected = before.clone();
        corrected[3].registered = Minute::new(date(2021, 6, 20), 9, 0);
        corrected[4].customer = Code(9);
        assert!(!numbers_contradict(&before, &corrected), "one correction");
        // 1 to 8 January read as the first of January to August.
        let turned: Vec<Case> =
            (1..=8_i8).map(|day| case(&day.to_string(), (day, 1), 1, 0)).collect();
        assert!(!numbers_contradict(&before, &turned), "day and month");
        assert!(!numbers_contradict(&before, &list(2, 3)[..2]), "too few");
    }

    #[test]
    fn the_longest_numbers_are_numbers_too() {
        let most = u64::MAX.to_string();
        let numbers = ["0", &most, "0", &most, "1", &most];
        let rows: Vec<Case> =
            (1..=6_i8).zip(numbers).map(|(day, number)| case(number, (3, day), 1, 1)).collect();
        assert!(!runs_anew(rows.iter()));
        assert!(!runs_from_one(&rows));
    }
}
