//! Every number of the report for 2021 as printed is changed, one at a time: by a tenth, and by
//! two digits that change places. An identity finds the change and names the number. Nothing is
//! compared with: the printed tables are held against each other alone.

use std::collections::HashSet;

use arsmelding::checks::{self, Finding, Printed, PrintedCell, Under};
use arsmelding::figures::Figures;
use arsmelding::number::{self, Decimal};

use super::support::{printed_report, project};

/// Numbers that nothing else in the report says anything of, with why.
const UNTIED: [(&str, &str, &str, &str); 9] = [
    ("staff", "2019-12-31", "available_fte", "årsverk follow from posts, not from headcounts"),
    ("staff", "2020-12-31", "available_fte", "årsverk follow from posts, not from headcounts"),
    ("staff", "2021-12-31", "available_fte", "årsverk follow from posts, not from headcounts"),
    ("staff", "2019-12-31", "apprentices", "the turnover of 2020 is not printed"),
    ("incidents", "1", "ab_incidents", "no other table counts the incidents"),
    ("incidents", "2", "ab_incidents", "no other table counts the incidents"),
    ("incidents", "3", "ab_incidents", "there may be more incidents than separate ones"),
    ("incidents", "4", "ab_incidents", "no other table counts the incidents"),
    ("incidents", "3", "distinct_incidents", "there may be fewer separate ones than incidents"),
];

/// The changed numbers: a tenth more, at least by one unit of the last digit, and each pair of
/// neighbouring digits swapped. A zero becomes one hundred.
fn mutations(value: Decimal) -> Vec<Decimal> {
    let decimals = value.scale();
    if value.is_zero() {
        return vec![Decimal::ONE_HUNDRED];
    }
    let unit = Decimal::new(1, decimals);
    let tenth = number::round(value / Decimal::TEN, decimals);
    let tenth = if tenth.is_zero() { unit } else { tenth };
    let mut all = vec![value + tenth];
    let digits = value.mantissa().unsigned_abs().to_string();
    for at in 1..digits.len() {
        let mut swapped: Vec<char> = digits.chars().collect();
        swapped.swap(at - 1, at);
        let mantissa: i128 = swapped.iter().collect::<String>().parse().unwrap();
        let swapped = Decimal::from_i128_with_scale(mantissa * value.mantissa().signum(), decimals);
        if swapped != value {
            all.push(swapped);
        }
    }
    all
}

fn look(figures: &Figures, printed: &[Printed]) -> Vec<Finding> {
    checks::look_at_printed(figures, printed, Under::Nothing).findings
}

/// Whether a new finding names the cell.
fn is_found(findings: &[Finding], known: &HashSet<String>, cell: &PrintedCell) -> bool {
    findings.iter().any(|finding| {
        !known.contains(&finding.fingerprint)
            && finding.places.iter().any(|place| place.key() == Some(&cell.key))
    })
}

#[test]
fn a_changed_number_is_found_and_named() {
    let figures = Figures::of(&project());
    let mut report = printed_report();
    let known: HashSet<String> =
        look(&figures, &report).into_iter().map(|own| own.fingerprint).collect();
    let (mut cells, mut covered) = (0, 0);
    let mut missed = Vec::new();
    for at in 0..report.len() {
        for place in 0..report[at].cells.len() {
            let table = report[at].table.clone();
            let cell = report[at].cells[place].clone();
            let is_untied = UNTIED.iter().any(|(name, row, column, _)| {
                table == *name && cell.row == *row && cell.column == *column
            });
            cells += 1;
            let mut is_covered = true;
            for value in mutations(cell.value) {
                report[at].cells[place].value = value;
                if !is_found(&look(&figures, &report), &known, &cell) {
                    is_covered = false;
                    if !is_untied {
                        missed.push(format!("{table} {} {}: {value}", cell.row, cell.column));
                    }
                }
            }
            report[at].cells[place].value = cell.value;
            covered += u32::from(is_covered);
            assert!(!(is_untied && is_covered), "{table} {} is tied", cell.row);
        }
    }
    assert!(missed.is_empty(), "{} of {cells} cells: {missed:#?}", missed.len());
    assert!(covered * 10 >= cells * 9, "{covered} of {cells}");
}

#[test]
fn the_errors_that_were_printed_are_found_and_rounding_is_not_among_them() {
    let findings = look(&Figures::of(&project()), &printed_report());
    let count = |rule: &str| findings.iter().filter(|own| own.rule == rule).count();
    // Nine of the ten printed changes differ from the right ones by more than rounding explains
    // of whole cases; the tenth, −1,29 % where −1,28 % is right, does so too.
    assert_eq!(count("change"), 10);
    // The fund opens 2020 a krone over where it closed 2019, and says 1 421 662 where the
    // statements say 1 421 663,82.
    assert_eq!(count("fund-opening"), 1);
    assert!(count("fund-set-aside") >= 1);
    assert_eq!(count("capital-account"), 1, "the old krone");
    for rule in ["statement-sum", "sick-leave-percent", "sick-leave-days", "balance", "fund-sum"] {
        assert_eq!(count(rule), 0, "{rule}");
    }
}
