//! From the sample exports to the figures of the published report for 2021.

use crate::common;
use std::process::Command;

use arsmelding::calendar::{Quarter, Span};
use arsmelding::figures::{Figures, Key, Period, TableRequest};
use arsmelding::import;
use arsmelding::number::{Decimal, round};
use arsmelding::project::Project;
use arsmelding::{figures, storage};
use jiff::civil::date;

/// Cases per quarter, as the report prints them.
const QUARTERS: [(i16, [u32; 4], u32); 7] = [
    (2015, [8483, 7343, 7210, 7635], 30671),
    (2016, [8596, 8341, 8718, 8414], 34069),
    (2017, [9469, 7522, 7851, 7929], 32771),
    (2018, [10096, 8547, 9915, 9014], 37572),
    (2019, [9372, 7071, 7727, 7402], 31572),
    (2020, [10709, 8509, 9558, 9186], 37962),
    (2021, [10859, 9086, 8388, 7893], 36226),
];

/// For each quarter and the year: the average, the right changes, and the report's own.
const CHANGES: [(&str, [&str; 5]); 5] = [
    ("q1", ["9454.17", "1.40", "14.86", "1.38", "12.94"]),
    ("q2", ["7888.83", "6.78", "15.18", "6.35", "13.18"]),
    ("q3", ["8496.50", "-12.24", "-1.28", "-13.95", "-1.29"]),
    ("q4", ["8263.33", "-14.08", "-4.48", "-16.38", "-4.69"]),
    ("sum", ["34102.83", "-4.57", "6.23", "-4.79", "5.86"]),
];

fn sample() -> Figures {
    Figures::of(&storage::read(&common::sample_project()).unwrap())
}

fn table(figures: &Figures, name: &str) -> Vec<Vec<String>> {
    let request = TableRequest { name: name.to_owned(), year: None, quarter: None };
    let table = figures.table(&request).unwrap();
    table.machine_rows().map(|row| row.cells.iter().map(|c| c.machine_text()).collect()).collect()
}

fn two_decimals(value: Option<Decimal>) -> String {
    format!("{:.2}", round(value.unwrap(), 2))
}

#[test]
fn the_exports_of_an_empty_project_give_the_sample_project() {
    let imported = common::imported(&common::empty_project(), &common::sample_exports());
    let mut sample = storage::read(&common::sample_project()).unwrap();
    // Remarks, agreements and the numbers of notes are no export's; a person writes them.
    (sample.remarks, sample.statements, sample.agreements) = Default::default();
    for name in figures::TABLE_NAMES {
        // The list of sources also tells when each was imported and in which order.
        if name != "sources" {
            let tables = [&imported, &sample].map(|own| table(&Figures::of(own), name));
            assert_eq!(tables[0], tables[1], "{name}");
        }
    }
}

#[test]
fn cases_per_quarter_are_those_of_the_report() {
    let figures = sample();
    for (year, quarters, sum) in QUARTERS {
        for (quarter, cases) in Quarter::ALL.into_iter().zip(quarters) {
            assert_eq!(figures.cases(year, Period::Quarter(quarter)), Some(cases), "{year}");
        }
        assert_eq!(figures.cases(year, Period::Year), Some(sum), "{year}");
    }
}

#[test]
fn a_change_is_divided_by_its_reference_and_the_reports_own_can_be_shown_beside() {
    let figures = sample();
    for (period, (id, expected)) in Period::COLUMNS.into_iter().zip(CHANGES) {
        let found = figures.comparison(2021, period).unwrap();
        let values = [
            found.average.map(|average| average.value()),
            found.change_from_last_year(),
            found.change_from_average(),
            found.printed_2021_from_last_year(),
            found.printed_2021_from_average(),
        ];
        assert_eq!(values.map(two_decimals), expected.map(str::to_owned), "{id}");
    }
}

#[test]
fn the_other_tables_are_those_of_the_report() {
    let figures = sample();
    assert_eq!(
        table(&figures, "incidents"),
        [
            ["1", "28", "", "10859"],
            ["2", "17", "", "9086"],
            ["3", "46", "18", "8388"],
            ["4", "32", "", "7893"],
        ]
    );
    assert_eq!(
        table(&figures, "staff"),
        [
            ["2019-12-31", "40", "39", "1", "3", "42.8"],
            ["2020-12-31", "43", "42", "1", "3", "45.3"],
            ["2021-12-31", "42", "40", "2", "3", "45.0"],
        ]
    );
    assert_eq!(
        table(&figures, "sick-leave"),
        [
            ["Kvinner", "2818", "42", "1.49", "159", "5.64", "201", "7.13"],
            ["Menn", "7382", "34", "0.46", "108", "1.46", "142", "1.92"],
            ["Totalt", "10200", "76", "0.75", "267", "2.62", "343", "3.36"],
        ]
    );
    assert_eq!(
        table(&figures, "sick-leave-years"),
        [["2020", "1.84", "4.00"], ["2021", "3.36", "4.00"]]
    );
    let shares: Vec<String> =
        table(&figures, "gender").into_iter().map(|row| row[1..].join(" of ")).collect();
    assert_eq!(shares, ["12 of 45 of 26.67", "3 of 6 of 50.00"]);
    assert_eq!(table(&figures, "turnover").len(), 5);
    let results: Vec<(String, String)> =
        table(&figures, "goals").into_iter().map(|row| (row[6].clone(), row[9].clone())).collect();
    let expected = [
        ("99.81", "true"),
        ("59.70", "false"),
        ("70.10", "false"),
        ("26.55", "not_stated"),
        ("2.03", "not_stated"),
    ];
    assert_eq!(results, expected.map(|(result, met)| (result.to_owned(), met.to_owned())));
}

#[test]
fn weeks_and_days_add_up_to_the_cases() {
    let figures = sample();
    let sum = |name: &str, column: usize| -> u32 {
        table(&figures, name).iter().map(|row| row[column].parse::<u32>().unwrap()).sum()
    };
    assert_eq!(sum("weeks", 2), 240_843);
    assert_eq!(sum("days", 4), 36_226);
    assert_eq!(table(&figures, "days").len(), 365);
}

#[test]
fn a_day_meets_its_own_kind_and_says_how_many() {
    let figures = sample();
    // An ordinary Thursday; the Thursday that was Skjærtorsdag in two years; week 53.
    let n = |month, day| figures.day(date(2021, month, day)).average.map(|average| average.n);
    assert_eq!(n(3, 11), Some(6));
    assert_eq!(n(4, 15), Some(4));
    assert_eq!(n(1, 2), Some(1));
    assert_eq!(n(4, 2), Some(6));
    let spike = figures.day(date(2021, 3, 11));
    assert_eq!(spike.cases, Some(266));
    let quarter = figures.daily(2021, Quarter::First);
    assert!(quarter.days.iter().all(|day| day.cases <= spike.cases));
}

#[test]
fn any_year_can_be_reported_on_against_any_years() {
    let mut project = storage::read(&common::sample_project()).unwrap();
    let settings = std::sync::Arc::make_mut(&mut project.settings);
    (settings.report_year, settings.baseline_first, settings.baseline_last) = (2018, 2016, 2017);
    let figures = Figures::of(&project);
    let year = figures.comparison(2018, Period::Year).unwrap();
    assert_eq!((year.cases, year.last_year), (37_572, Some(32_771)));
    assert_eq!(year.average.unwrap().value(), Decimal::from(33_420));
}

#[test]
fn a_running_year_is_compared_with_the_same_days_only() {
    let project = common::running_sample();
    let figures = Figures::of(&project);
    let third = figures.comparison(2021, Period::Quarter(Quarter::Third)).unwrap();
    assert!(!third.is_whole);
    assert_eq!(third.span, Span::new(date(2021, 7, 1), date(2021, 8, 31)));
    let same_days = |year| figures.volumes().sum(Span::new(date(year, 7, 1), date(year, 8, 31)));
    assert_eq!(third.last_year, same_days(2020));
    assert_eq!(third.average.unwrap().n, 6);
    assert_eq!(figures.comparison(2021, Period::Quarter(Quarter::Fourth)), None);
    assert!(figures.comparison(2021, Period::Quarter(Quarter::Second)).unwrap().is_whole);
}

#[test]
fn the_same_files_twice_change_nothing() {
    let sample = storage::read(&common::sample_project()).unwrap();
    let sheets = common::read(&sample, &common::sample_exports());
    let plan = import::plan(&sample, &sheets);
    assert!(plan.apply(&common::somebody()).is_none());
    assert!(plan.sheets.iter().all(|sheet| sheet.new + sheet.changed + sheet.gone == 0));
}

#[test]
fn no_person_of_the_exports_reaches_the_project() {
    let text = std::fs::read_to_string(common::sample_project()).unwrap();
    for person in ["Testrud", "Malrud", "Skissmo", "Skjerm er svart", "Elev uten konto"] {
        assert!(!text.contains(person), "{person}");
    }
}

#[test]
fn every_figure_leads_back_to_a_file_and_a_cell() {
    let figures = sample();
    let key = figures.find_key("saker.q1.endring").unwrap();
    let trail = figures.trail(&key);
    assert_eq!(trail.figure.text(), "+1,4\u{a0}%");
    let text = format!("{trail:?}");
    assert!(text.contains("saker-2021.xlsx") && text.contains("saker-2020.xlsx"));
    assert!(text.contains("B9–B10867"), "{text}");
    // Relative and ASCII spellings name the same figures.
    assert_eq!(figures.find_key("saker.q1@-1"), figures.find_key("saker.2020.q1"));
    assert_eq!(
        figures.find_key("sykefravaer.2021.kvinner.prosent"),
        figures.find_key("sykefravær.kvinner.prosent")
    );
    // Every key leads back to itself.
    for key in figures.keys() {
        if !matches!(key, Key::Day(_) | Key::DayAverage(_) | Key::Week(_) | Key::WeekAverage(_)) {
            assert_eq!(figures.find_key(&key.to_string()), Some(key));
        }
    }
}

/// An example that `cargo test` has built beside the tests.
fn example(name: &str) -> Command {
    let example = std::env::current_exe()
        .unwrap()
        .ancestors()
        .map(|folder| folder.join("examples").join(name))
        .map(|path| path.with_extension(std::env::consts::EXE_EXTENSION))
        .find(|path| path.is_file())
        .expect("cargo test builds the examples");
    Command::new(example)
}

#[test]
fn the_generator_writes_what_is_checked_in() {
    let folder = tempfile::tempdir().unwrap();
    assert!(example("make_sample_data").arg(folder.path()).status().unwrap().success());
    for path in common::sample_exports().into_iter().chain([common::sample_project()]) {
        let name = path.file_name().unwrap();
        let fresh = std::fs::read(folder.path().join(name)).unwrap();
        assert!(fresh == std::fs::read(&path).unwrap(), "{name:?}");
    }
}

#[test]
fn the_icons_are_drawn_from_their_svgs() {
    let checked_in = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/icon");
    let folder = tempfile::tempdir().unwrap();
    assert!(example("make_icons").arg(folder.path()).status().unwrap().success());
    let drawn: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(Result::unwrap).collect();
    // The two icons in seven sizes, and both with all sizes in one.
    assert_eq!(drawn.len(), 16);
    for picture in drawn {
        let (fresh, name) = (std::fs::read(picture.path()).unwrap(), picture.file_name());
        assert!(fresh == std::fs::read(checked_in.join(&name)).unwrap(), "{name:?}");
    }
}

#[test]
fn the_manual_page_and_the_completions_name_every_command() {
    let folder = tempfile::tempdir().unwrap();
    assert!(example("make_package_files").arg(folder.path()).status().unwrap().success());
    let command = arsmelding::cli::command();
    let files = ["arsmelding.1", "arsmelding.bash", "_arsmelding", "arsmelding.fish"];
    for file in files {
        let text = std::fs::read_to_string(folder.path().join(file)).unwrap();
        for subcommand in command.get_subcommands() {
            let name = subcommand.get_name();
            // The manual's markup writes a hyphen as `\\-`.
            let is_named = text.contains(name) || text.contains(&name.replace('-', "\\-"));
            assert!(is_named, "{file} does not name {name}");
        }
    }
}

#[test]
fn the_sample_is_of_the_size_that_was_asked_for() {
    let size = |path: &std::path::PathBuf| std::fs::metadata(path).unwrap().len();
    let exports: u64 = common::sample_exports().iter().map(size).sum();
    assert!(exports <= 15_000_000, "{exports}");
    assert!(size(&common::sample_project()) <= 12_000_000);
    let project: Project = storage::read(&common::sample_project()).unwrap();
    // The second layout of the accounts says nothing new, and is no source.
    assert_eq!(project.sources.len(), 24);
}

#[test]
fn how_many_incidents_a_year_had_is_known_only_where_each_quarter_says_which_belong_together() {
    let figures = Figures::of(&storage::read(&common::sample_project()).unwrap());
    let distinct = |period| figures.value(&Key::DistinctIncidents(2021, period));
    let quarters = Quarter::ALL.map(|quarter| distinct(Period::Quarter(quarter)));
    assert!(quarters.iter().any(Option::is_some) && quarters.iter().any(Option::is_none));
    assert_eq!(distinct(Period::Year), None, "{quarters:?}");
}
