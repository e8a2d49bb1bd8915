//! What nobody means, in files and on the command line: refused or a gap, never a breakdown.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use arsmelding::calendar::Span;
use arsmelding::figures::{Figures, Period};
use arsmelding::project::{
    Case, CaseBatch, CellKind, Code, DayCount, DayCountBatch, Minute, Project, SourceId, Vocabulary,
};
use jiff::civil::date;

fn arsmelding(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_arsmelding")).args(arguments).output().unwrap()
}

#[test]
fn a_year_of_another_age_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("ny.ron").display().to_string();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/hedmark-ikt-2021.ron");
    let sample = sample.display().to_string();
    for arguments in [
        &["new", &new, "--year", "30000"][..],
        &["new", &new, "--year=-5"],
        &["new", &new, "--year", "2021", "--baseline", "0-2020"],
        &["table", &sample, "quarters", "--year", "10000"],
        &["import", &sample, "mangler.csv", "--period", "0001-01-01..2021-12-31"],
    ] {
        let output = arsmelding(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 1, "{arguments:?}");
    }
    assert!(!Path::new(&new).exists());
}

#[test]
fn a_typed_day_of_another_age_is_refused_with_the_reason() {
    for kind in [CellKind::Date, CellKind::Minute] {
        for text in ["31.12.9999", "0001-01-01", "11.03.-9000"] {
            let message = kind.parse(text).unwrap_err().text();
            assert!(message.contains("Sjekk årstallet"), "{text}: {message}");
        }
    }
    assert_eq!(Minute::new(date(9999, 12, 31), 23, 59), Minute::default().plus_minutes(i32::MAX));
}

#[test]
fn more_cases_than_can_be_counted_are_a_gap() {
    let counts = Span::year(2021).days().map(|date| DayCount { date, cases: u32::MAX, row: 2 });
    let batch = DayCountBatch { source: SourceId(1), rows: Arc::new(counts.collect()) };
    let mut project = Project::new("Hedmark IKT", 2022, (2020, 2021));
    project.day_counts = Arc::new(vec![batch]);
    let figures = Figures::of(&project);
    assert_eq!(figures.cases(2021, Period::Year), None);
    assert!(figures.all().iter().all(|figure| !figure.text().is_empty()));
}

#[test]
fn a_column_with_more_words_than_there_are_codes_is_read_as_far_as_they_go() {
    let mut words = Vocabulary((1..u32::from(u16::MAX)).map(|word| word.to_string()).collect());
    assert_eq!(words.code_or_add("den siste"), Code(u16::MAX));
    assert_eq!(words.code_or_add("en til"), Code(0));
    assert_eq!(words.iter().last(), Some((Code(u16::MAX), "den siste")));
    let day = date(2021, 3, 11);
    let case = Case {
        number: "1".into(),
        registered: Minute::start_of(day),
        priority: Code(0),
        kind: Code(0),
        category: Code(u16::MAX),
        customer: Code(0),
        open_minutes: None,
        parent: None,
        row: 2,
    };
    let mut project = Project::new("Hedmark IKT", 2021, (2015, 2020));
    Arc::make_mut(&mut project.codes).categories = words;
    project.cases = Arc::new(vec![CaseBatch { source: SourceId(1), rows: Arc::new(vec![case]) }]);
    let (filter, span) = (Default::default(), Span::new(day, day));
    let shares = arsmelding::figures::breakdown(
        &project,
        &filter,
        span,
        arsmelding::figures::Dimension::Category,
    );
    assert_eq!(shares[0].word.as_deref(), Some("den siste"));
}
