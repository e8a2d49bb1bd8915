//! The sample project: no *feil*, and what is to be looked at.

use arsmelding::issue::Severity;

use arsmelding::project::TableId;

use super::support::{checked, found, sample};

#[test]
fn the_sample_as_imported_has_no_fault() {
    let checked = checked(&sample());
    let faults: Vec<String> = checked
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| format!("{}: {}", finding.rule, finding.message))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(checked.held > 0, "{} identities hold", checked.held);
}

#[test]
fn the_old_krone_of_the_kapitalkonto_is_told_of_once_and_as_a_warning() {
    let found = found(&sample(), "capital-account");
    let [own] = &found[..] else { panic!("{found:#?}") };
    assert_eq!(own.severity, Severity::Warning);
    assert_eq!(own.difference.as_ref().unwrap().machine_text(), "1.00");
}

#[test]
fn only_checks_that_could_have_failed_are_counted() {
    // Sums and percentages that the program makes of its own numbers hold whatever these are.
    let held = checked(&sample()).held;
    assert!((40..200).contains(&held), "{held} checks hold");
    // Without the balance sheet there is less that two sources say alike.
    let mut without = sample();
    without.rows_mut(TableId::BalanceList).keep(&|_| false);
    let fewer = checked(&without).held;
    assert!(fewer < held, "{fewer} of {held}");
}
