//! A row of any printed table: its words, and every way to read the numbers after them.

use rust_decimal::Decimal;

use super::amounts::{Reading, readings, spread_minuses};

/// A row of a printed table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedRow {
    /// Its words.
    pub label: String,
    /// Every way to read its numbers; none where there are not as many as asked for.
    pub ways: Vec<Vec<Decimal>>,
}

/// Reads a line as words and `count` numbers. In a PDF only spaces part the numbers, as they
/// part thousands; words may hold numbers themselves, as "Gjennomsnitt 2015–2020" does.
pub fn printed_rows(line: &str, count: usize) -> PrintedRow {
    let line = spread_minuses(&without_units(line));
    let starts = line.char_indices().filter(|(at, c)| {
        let is_start = c.is_ascii_digit() || "-(+".contains(*c);
        is_start && (*at == 0 || line[..*at].ends_with(' '))
    });
    let is_number = |c: char| c.is_ascii_digit() || " ,.-()+*".contains(c);
    for (at, _) in starts {
        let (label, tail) = line.split_at(at);
        if !tail.chars().all(is_number) {
            continue;
        }
        let mut ways: Vec<Vec<Decimal>> = Vec::new();
        for Reading { note, amounts } in readings(tail, count) {
            let numbers: Vec<Decimal> = amounts.into_iter().flatten().collect();
            if note.is_empty() && numbers.len() == count && !ways.contains(&numbers) {
                ways.push(numbers);
            }
        }
        if !ways.is_empty() {
            return PrintedRow { label: label.trim().to_owned(), ways };
        }
    }
    PrintedRow { label: line.trim().to_owned(), ways: Vec::new() }
}

/// The line without "kr" and "%" behind its numbers.
fn without_units(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("kr").into_iter().chain(rest.find('%')).min() {
        let (before, unit) = rest.split_at(at);
        let length = if unit.starts_with('%') { 1 } else { 2 };
        text.push_str(before);
        let is_behind_a_number = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
        text.push_str(if is_behind_a_number { " " } else { &unit[..length] });
        rest = &unit[length..];
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: &str, count: usize) -> (String, Vec<String>) {
        let PrintedRow { label, ways } = printed_rows(line, count);
        let [numbers] = &ways[..] else { panic!("{line}: {ways:?}") };
        (label, numbers.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn words_may_hold_numbers_and_numbers_may_have_units() {
        let (label, numbers) = row("GJENNOMSNITT 2015 - 2020 9 454 7 889 8 497 8 263 34 103", 5);
        assert_eq!(label, "GJENNOMSNITT 2015 - 2020");
        assert_eq!(numbers, ["9454", "7889", "8497", "8263", "34103"]);
        let (label, numbers) = row("ENDRING 2021 IFT. 2020 (%) 1,38 6,35 -13,95 -16,38 -4,79", 5);
        assert_eq!(label, "ENDRING 2021 IFT. 2020 (%)");
        assert_eq!(numbers, ["1.38", "6.35", "-13.95", "-16.38", "-4.79"]);
        let (label, numbers) = row("Saldo 01.01 13 295 103kr   11 873 441kr", 2);
        assert_eq!(
            (label.as_str(), numbers),
            ("Saldo 01.01", vec!["13295103".into(), "11873441".into()])
        );
        let (label, _) = row("Kvinner 2818 42 1,49 % 159 5,64 % 201 7,13 %", 7);
        assert_eq!(label, "Kvinner");
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_decided_here() {
        assert_eq!(printed_rows("Sum 482 132 421 662", 2).ways.len(), 3);
        assert!(printed_rows("Innskudd Sør-Odal 482 132kr", 5).ways.is_empty());
    }
}
