//! The list of all rules. Projects keep what was accepted by a rule's name and by a digest of what
//! the finding was made of, so neither may change.

use std::collections::BTreeSet;

use arsmelding::{checks, words};

use super::support::{checked, sample};

/// The names of the rules, as projects have them.
const NAMES: [&str; 71] = [
    "account-not-allowed",
    "account-unplaced",
    "assets-moved",
    "backwards",
    "balance",
    "calls-order",
    "capital-account",
    "case-double",
    "case-gap",
    "change",
    "closed-before",
    "closing-booked",
    "closing-line",
    "day-count-differs",
    "deadline",
    "depreciation-mirror",
    "deviation-without-remark",
    "double",
    "empty-workday",
    "fixed-year-field",
    "fund-balance",
    "fund-history",
    "fund-moved",
    "fund-opening",
    "fund-set-aside",
    "fund-sum",
    "future",
    "gender-headcount",
    "gender-share",
    "gender-women",
    "goal-left-out",
    "goal-months",
    "goal-without-remark",
    "goal-without-result",
    "goal-without-target",
    "goal-word",
    "incidents-distinct",
    "internal-arts",
    "last-year",
    "ledger-differs",
    "ledger-double",
    "legal-content",
    "outage",
    "outlier",
    "period-label",
    "printed-differs",
    "printed-itself",
    "printed-table",
    "printed-twice",
    "printed-unread",
    "priority-slow",
    "priority-unknown",
    "quarter-average",
    "quarter-sum",
    "remark-older",
    "second-paragraph",
    "sick-leave-days",
    "sick-leave-groups",
    "sick-leave-percent",
    "sick-leave-possible",
    "source-moved",
    "staff-sum",
    "staff-turnover",
    "statement-shared",
    "statement-sum",
    "text-older",
    "text-unread",
    "transfer-mirror",
    "typed-year",
    "year-sum",
    "year-unfinished",
];

#[test]
fn a_rule_stands_in_the_list_once_and_keeps_its_name() {
    let names: Vec<&str> = checks::rules().map(|rule| rule.id).collect();
    let once: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(once.len(), names.len());
    // New rules may come; one that projects know does not go.
    let lost: Vec<&str> = NAMES.into_iter().filter(|name| !once.contains(name)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn a_rule_has_its_sentence() {
    for rule in checks::rules() {
        assert!(words::has(rule.words), "{} has no sentence {}", rule.id, rule.words);
    }
}

#[test]
fn a_finding_is_of_a_rule_and_no_worse_than_the_rule_says() {
    for finding in checked(&sample()).findings {
        let rule = checks::rules().find(|rule| rule.id == finding.rule).unwrap();
        assert!(finding.severity <= rule.severity, "{}", finding.message);
    }
}

#[test]
fn what_was_accepted_of_the_sample_stays_accepted() {
    let known: BTreeSet<String> = checked(&sample())
        .findings
        .iter()
        .map(|finding| format!("{} {}", finding.rule, finding.fingerprint))
        .collect();
    let before = [
        "capital-account 69f3d459f66730fe",
        "deviation-without-remark 0e3203f1885a6ad5",
        "goal-without-target 64614f093a36ffbf",
        "goal-without-target e553cc657a9fd0b5",
        "legal-content 50227a1be62fad14",
        "fund-history 620b58c59ca60c78",
        "fund-history dc42f6e73cf68dc8",
    ];
    assert_eq!(known, BTreeSet::from(before.map(str::to_owned)));
}
