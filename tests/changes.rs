//! What changes from one state of the project to another: in the preview of an import, and since
//! a milestone, with what has made each figure another.

use crate::common;
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{empty_project, imported, read, sample_project, somebody};
use arsmelding::figures::{Change, ChangeCause, Figures, TracedChange, causes_text, changes};
use arsmelding::import;
use arsmelding::project::{
    CellEdit, Edit, EditContext, Minute, Project, Settings, TableId, Touched,
};
use arsmelding::storage;
use jiff::civil::date;

/// Writes a case export of 2020 and 2021: every day one case at 9, and what `more` adds.
fn cases(folder: &Path, name: &str, more: &[&str]) -> PathBuf {
    cases_of(folder, name, &[2020, 2021], more)
}

/// The same of those years.
fn cases_of(folder: &Path, name: &str, years: &[i16], more: &[&str]) -> PathBuf {
    let mut text = String::from("Saksnummer;Registrert;Prioritet\n");
    for year in years.iter().copied() {
        let days = date(year, 1, 1).series(jiff::Span::new().days(1));
        for (at, day) in days.take_while(|day| day.year() == year).enumerate() {
            text += &format!("S{year}-{at:03};{} 09:00;C\n", day.strftime("%d.%m.%Y"));
        }
    }
    for (at, stamp) in more.iter().enumerate() {
        text += &format!("N-{at:03};{stamp};B\n");
    }
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

/// What taking those files would change in the figures.
fn previewed(project: &Project, paths: &[PathBuf]) -> Vec<Change> {
    let plan = import::plan(project, &read(project, paths));
    let before = Figures::of(project);
    changes(&before, &before.updated(plan.after()))
}

fn keys(changes: &[Change]) -> Vec<&str> {
    changes.iter().map(|change| change.key.as_str()).collect()
}

/// Somebody who works some minutes after the others.
fn later(minutes: i32) -> EditContext {
    let somebody = somebody();
    EditContext { now: somebody.now.plus_minutes(minutes), ..somebody }
}

fn edited(project: &Project, edit: &Edit, context: &EditContext) -> Project {
    project.edited(edit, context).unwrap().unwrap().0
}

fn set(project: &Project, table: TableId, row: usize, column: &str, text: &str) -> Edit {
    let column = project.rows(table).column(column).unwrap();
    Edit::SetCells { table, cells: vec![CellEdit { row, column, text: text.to_owned() }] }
}

fn milestone(project: &Project, name: &str, context: &EditContext) -> Project {
    let figures = Figures::of(project).printed();
    edited(project, &Edit::MakeMilestone { name: name.to_owned(), figures }, context)
}

fn since(project: &Project, name: &str) -> Vec<TracedChange> {
    Figures::of(project).changes_since(project.milestone(name).unwrap(), None)
}

/// The traced change of a figure, which must have changed.
fn of<'t>(traced: &'t [TracedChange], key: &str) -> &'t TracedChange {
    traced.iter().find(|own| own.change.key == key).unwrap_or_else(|| panic!("{key}"))
}

#[test]
fn a_case_more_changes_the_figures_of_its_day_and_they_alone() {
    let folder = tempfile::tempdir().unwrap();
    let project = imported(&empty_project(), &[cases(folder.path(), "saker.csv", &[])]);
    let newer = cases(folder.path(), "saker-ny.csv", &["11.08.2021 10:00", "12.08.2021 10:00"]);
    let found = previewed(&project, &[newer]);
    assert_eq!(
        keys(&found[..4]),
        [
            "saker.2021.q3",
            "saker.2021.q3.endring",
            "saker.2021.q3.endring-snitt",
            "hendelser.2021.q3.ab"
        ],
        "the report year's main numbers come first"
    );
    assert_eq!(found[0].text(), "Saker, 3. kvartal 2021: 92 → 94");
    assert_eq!(found[1].text(), "Endring fra 2020, 3. kvartal 2021: 0,0\u{a0}% → +2,2\u{a0}%");
    let told = keys(&found);
    for key in ["saker.2021.uke.32", "saker.2021-08-11", "saker.2021-08-12", "hendelser.2021.q3.ab"]
    {
        assert!(told.contains(&key), "{key} is missing in {told:?}");
    }
    let untouched = |key: &&&str| {
        key.contains(".q1")
            || key.contains("2020")
            || key.contains(".uke.31")
            || key.contains("-13")
    };
    assert_eq!(told.iter().find(untouched), None);
    // Every figure that is told differs, and every figure that differs is told.
    let (before, after) = (Figures::of(&project), {
        let plan = import::plan(&project, &read(&project, &[folder.path().join("saker-ny.csv")]));
        Figures::of(plan.after())
    });
    let differ =
        |key: &arsmelding::figures::Key| before.figure(key).text() != after.figure(key).text();
    let expected = after.keys().into_iter().filter(differ).map(|key| key.to_string());
    let expected: std::collections::BTreeSet<String> = expected.collect();
    let own: std::collections::BTreeSet<String> =
        told.iter().map(|key| (*key).to_owned()).collect();
    assert_eq!(own, expected);
}

#[test]
fn an_export_that_says_the_same_changes_no_figure() {
    let folder = tempfile::tempdir().unwrap();
    let project = imported(&empty_project(), &[cases(folder.path(), "saker.csv", &[])]);
    let same = cases(folder.path(), "saker-igjen.csv", &[]);
    assert_eq!(previewed(&project, &[same]), []);
}

#[test]
fn a_dry_run_lists_what_would_change_and_the_import_what_has() {
    let folder = tempfile::tempdir().unwrap();
    let project = imported(&empty_project(), &[cases(folder.path(), "saker.csv", &[])]);
    let file = folder.path().join("p.ron");
    storage::write(&file, &project).unwrap();
    let newer = cases(folder.path(), "saker-ny.csv", &["11.08.2021 10:00"]);
    let run = |arguments: &[&str]| {
        let program = std::process::Command::new(env!("CARGO_BIN_EXE_arsmelding"))
            .args(
                [&["import", file.to_str().unwrap(), newer.to_str().unwrap()], arguments].concat(),
            )
            .output()
            .unwrap();
        String::from_utf8(program.stdout).unwrap()
    };
    let shown = run(&["--dry-run"]);
    assert!(shown.contains("Saker, 3. kvartal 2021: 92 → 93"), "{shown}");
    assert!(shown.ends_with("Ingenting er endret\n"), "{shown}");
    let answer: serde_json::Value = serde_json::from_str(&run(&["--dry-run", "--json"])).unwrap();
    let figures = answer["figures"].as_array().unwrap();
    assert_eq!(figures[0]["key"], "saker.2021.q3");
    assert_eq!((&figures[0]["before"], &figures[0]["after"]), (&"92".into(), &"93".into()));
    assert!(run(&[]).contains("Saker, 3. kvartal 2021: 92 → 93"));
    let again: serde_json::Value = serde_json::from_str(&run(&["--json"])).unwrap();
    assert_eq!(again["figures"], serde_json::json!([]), "nothing changes, and nothing is listed");
}

/// The sample with a milestone, and after it a correction, a setting, a typed goal, and another
/// export of the telephone answers.
fn worked_on(folder: &Path) -> Project {
    let project = milestone(&storage::read(&sample_project()).unwrap(), "til styret", &later(0));
    let edit = set(&project, TableId::Staff, 2, "employees_permanent", "41");
    let project = edited(&project, &edit, &later(1));
    let settings = Settings { baseline_first: 2016, ..(*project.settings).clone() };
    let project = edited(&project, &Edit::SetSettings(settings), &later(2));
    let company = Settings { company: "Hedmark".to_owned(), ..(*project.settings).clone() };
    let project = edited(&project, &Edit::SetSettings(company), &later(3));
    let calls = folder.join("telefon-ny.csv");
    let text = fs::read_to_string(common::sample_folder().join("telefon-2021.csv")).unwrap();
    let (head, rest) = text.split_once("82").unwrap();
    fs::write(&calls, format!("{head}97{rest}")).unwrap();
    let plan = import::plan(&project, &read(&project, &[calls]));
    plan.apply(&later(4)).unwrap().0
}

#[test]
fn what_has_changed_since_a_milestone_is_told_with_what_has_changed_it() {
    let folder = tempfile::tempdir().unwrap();
    let project = worked_on(folder.path());
    let traced = since(&project, "til styret");

    let staff = of(&traced, "bemanning.2021-12-31.employees_permanent");
    assert_eq!(staff.change.text(), "Fast ansatte, 31.12.2021: 40 → 41");
    assert_eq!(
        causes_text(&staff.causes),
        "Rettet Fast ansatte, 31.12.2021 fra 40 til 41, økonomi 12.01.2022 09:31"
    );

    let average = of(&traced, "saker.2021.q1.snitt");
    let sentence = "Innstilling: Endret årene det sammenlignes med fra 2015–2020 til 2016–2020, \
                    økonomi 12.01.2022 09:32";
    assert_eq!(causes_text(&average.causes), sentence);

    let answered = traced.iter().find(|own| own.change.label.starts_with("Besvart innen 1 minutt"));
    let answered = answered.expect("the share of calls is another");
    let [ChangeCause::Import { source, replaced }] = &answered.causes[..] else {
        panic!("{:?}", answered.causes)
    };
    assert_eq!((source.file.as_str(), source.imported), ("telefon-ny.csv", later(4).now));
    assert_eq!(replaced.as_ref().unwrap().file, "telefon-2021.csv");

    // What was not touched is not told, and nothing is told without a cause.
    assert!(!traced.iter().any(|own| own.change.key.starts_with("§5")));
    assert!(!traced.iter().any(|own| own.change.key == "saker.2021.q1"));
    let unexplained: Vec<&str> = traced
        .iter()
        .filter(|own| own.causes.is_empty())
        .map(|own| own.change.key.as_str())
        .collect();
    assert_eq!(unexplained, Vec::<&str>::new());
}

#[test]
fn two_edits_that_may_both_be_the_cause_are_told_as_that() {
    let project = milestone(&storage::read(&sample_project()).unwrap(), "før", &later(0));
    let project = edited(&project, &set(&project, TableId::Turnover, 0, "count", "4"), &later(1));
    let project =
        edited(&project, &set(&project, TableId::Staff, 2, "employees_total", "43"), &later(2));
    let traced = since(&project, "før");
    let turnover = of(&traced, "turnover.2021.prosent");
    assert_eq!(turnover.causes.len(), 2);
    let sentence = causes_text(&turnover.causes);
    assert!(sentence.starts_with("Én eller flere av disse: "), "{sentence}");
    let only = of(&traced, "bemanning.2021-12-31.employees_total");
    assert_eq!(only.causes.len(), 1, "an edit of another row is not its cause");
    // The same cell corrected twice is told once, from what the source says.
    let again = set(&project, TableId::Staff, 2, "employees_total", "45");
    let project = edited(&project, &again, &later(2));
    let traced = since(&project, "før");
    let total = of(&traced, "bemanning.2021-12-31.employees_total");
    let sentence = "Rettet Ansatte i alt, 31.12.2021 fra 42 til 45, økonomi 12.01.2022 09:32";
    assert_eq!(causes_text(&total.causes), sentence);
    assert_eq!(of(&traced, "turnover.2021.prosent").causes.len(), 2);
}

#[test]
fn an_export_takes_the_place_of_the_one_of_its_own_days() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let years = [2020, 2021].map(|year| cases_of(path, &format!("{year}.csv"), &[year], &[]));
    let project = milestone(&imported(&empty_project(), &years), "før", &later(0));
    let newer = cases_of(path, "2020-ny.csv", &[2020], &["12.08.2020 10:00"]);
    let project = imported(&project, &[newer]);
    let traced = since(&project, "før");
    let change = of(&traced, "saker.2021.q3.endring");
    let sentence = "Import av 2020-ny.csv i stedet for 2020.csv, 12.01.2022 09:30";
    assert_eq!(causes_text(&change.causes), sentence, "the reference is what has changed");
}

#[test]
fn an_export_that_takes_the_last_row_away_is_the_cause_though_it_left_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let first = cases(folder.path(), "saker.csv", &["11.08.2021 10:00"]);
    let project = milestone(&imported(&empty_project(), &[first]), "før", &later(0));
    // Only what states its period takes rows away.
    let newer = cases(folder.path(), "saker-ny.csv", &[]);
    let text = fs::read_to_string(&newer).unwrap();
    fs::write(&newer, format!("Periode: 01.01.2020–31.12.2021\n{text}")).unwrap();
    let project = imported(&project, &[newer]);
    let traced = since(&project, "før");
    let incidents = of(&traced, "hendelser.2021.q3.ab");
    assert_eq!(incidents.change.text(), "A- og B-hendelser, 3. kvartal 2021: 1 → 0");
    assert!(causes_text(&incidents.causes).starts_with("Import av saker-ny.csv i stedet for"));
}

#[test]
fn nothing_has_changed_right_after_a_milestone() {
    let project = milestone(&storage::read(&sample_project()).unwrap(), "nå", &later(0));
    assert_eq!(since(&project, "nå"), []);
}

#[test]
fn two_milestones_are_compared_whatever_has_been_done_since() {
    let folder = tempfile::tempdir().unwrap();
    let project = milestone(&worked_on(folder.path()), "til trykk", &later(5));
    let edit = set(&project, TableId::Staff, 2, "employees_permanent", "39");
    let project = edited(&project, &edit, &later(6));
    let figures = Figures::of(&project);
    let (first, last) =
        (project.milestone("til styret").unwrap(), project.milestone("til trykk").unwrap());
    let traced = figures.changes_since(first, Some(last));
    let staff = of(&traced, "bemanning.2021-12-31.employees_permanent");
    assert_eq!(staff.change.text(), "Fast ansatte, 31.12.2021: 40 → 41");
    assert_eq!(traced, figures.changes_since(last, Some(first)), "the later is the one after");
    let last = figures.changes_since(last, None);
    assert_eq!(keys_of(&last), ["bemanning.2021-12-31.employees_permanent"]);
}

fn keys_of(traced: &[TracedChange]) -> Vec<&str> {
    traced.iter().map(|own| own.change.key.as_str()).collect()
}

#[test]
fn a_row_that_is_gone_is_told_by_the_words_that_the_milestone_kept() {
    let project = milestone(&storage::read(&sample_project()).unwrap(), "før", &later(0));
    let remove = Edit::RemoveRows { table: TableId::Gender, rows: vec![1] };
    let project = edited(&project, &remove, &later(1));
    let traced = since(&project, "før");
    let gone = traced.iter().find(|own| own.change.label.contains("Ledergruppe")).unwrap();
    assert!(gone.change.text().ends_with("→ mangler"), "{}", gone.change.text());
    assert!(causes_text(&gone.causes).contains("Fjernet"), "{}", causes_text(&gone.causes));
}

#[test]
fn a_milestone_is_an_edit_with_a_name_of_its_own_and_comes_back_from_the_file() {
    let sample = storage::read(&sample_project()).unwrap();
    let project = milestone(&sample, " til styret 12.4. ", &later(0));
    assert_eq!(project.log.last().unwrap().what, "Laget milepælen «til styret 12.4.»");
    let kept = project.milestone("til styret 12.4.").unwrap();
    assert_eq!(kept.sources.len(), sample.sources.len());
    assert!(kept.sources.iter().all(|source| source.sha256.len() == 64));
    let text = |key: &str| kept.figures.iter().find(|own| own.key == key).unwrap().text.clone();
    assert_eq!(text("saker.2021.q3"), "8\u{a0}388");

    let written = storage::to_text(&project).unwrap();
    assert_eq!(storage::parse(&written).unwrap(), project);
    let row = "(\"saker.2021.q3\",\"8\\u{a0}388\",\"Saker, 3. kvartal 2021\"),";
    assert!(written.lines().any(|line| line == row), "one figure a line");
    let grown = written.len() - storage::to_text(&sample).unwrap().len();
    assert!(grown < 300_000, "a milestone takes {grown} bytes");

    let refused = |edit: Edit| project.edited(&edit, &later(1)).unwrap_err().to_string();
    let make = |name: &str| Edit::MakeMilestone { name: name.to_owned(), figures: Vec::new() };
    assert!(refused(make("til styret 12.4.")).contains("Velg et annet navn"));
    assert!(refused(make("  ")).contains("trenger et navn"));
    assert!(refused(Edit::RemoveMilestone { name: "x".to_owned() }).contains("til styret 12.4."));
    let rename = Edit::RenameMilestone { from: kept.name.clone(), to: "til trykk".to_owned() };
    let renamed = edited(&project, &rename, &later(1));
    assert!(renamed.milestone("til trykk").is_ok());
    let remove = Edit::RemoveMilestone { name: "til trykk".to_owned() };
    assert!(edited(&renamed, &remove, &later(2)).milestones.is_empty());
}

#[test]
fn milestones_are_made_listed_and_compared_without_a_window() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.ron");
    storage::write(&file, &imported(&empty_project(), &[cases(folder.path(), "saker.csv", &[])]))
        .unwrap();
    let run = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_arsmelding"))
            .args(arguments)
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        (output.status.code(), text, String::from_utf8(output.stderr).unwrap())
    };
    let path = file.to_str().unwrap();
    let (code, text, _) = run(&["milestone", path, "--name", "til styret"]);
    assert_eq!((code, text.as_str()), (Some(0), "Laget milepælen «til styret»\n"));
    let newer = cases(folder.path(), "saker-ny.csv", &["11.08.2021 10:00"]);
    run(&["import", path, newer.to_str().unwrap()]);

    let (code, text, _) = run(&["changes", path, "--since", "til styret", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((code, &answer[0]["key"]), (Some(0), &"saker.2021.q3".into()));
    let cause = &answer[0]["causes"][0];
    assert_eq!((&cause["kind"], &cause["file"]), (&"import".into(), &"saker-ny.csv".into()));
    let (_, text, _) = run(&["changes", path, "--since", "til styret"]);
    assert!(text.contains("Saker, 3. kvartal 2021: 92 → 93"), "{text}");
    assert!(text.contains("Import av saker-ny.csv i stedet for saker.csv, "), "{text}");

    let (_, text, _) = run(&["milestones", path, "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(answer[0]["name"], "til styret");
    let (code, _, why) = run(&["changes", path, "--since", "til trykk"]);
    assert_eq!(code, Some(2));
    assert!(why.contains("Milepælene er til styret"), "{why}");
    let (code, _, _) = run(&["milestone", path, "--name", "til styret", "--remove"]);
    assert_eq!(code, Some(0));
    assert_eq!(storage::read(&file).unwrap().milestones.len(), 0);
}

#[test]
fn the_log_keeps_what_an_edit_touched() {
    let project = storage::read(&sample_project()).unwrap();
    let context = EditContext { who: "Kari".to_owned(), now: Minute::default() };
    let edit = set(&project, TableId::Staff, 2, "employees_permanent", "41");
    let entry = edited(&project, &edit, &context).log.last().unwrap().clone();
    let (row, column) = ("2021-12-31".to_owned(), "employees_permanent".to_owned());
    assert_eq!(entry.touched, [Touched::Cell(TableId::Staff, row, column)]);
    // A row that comes is a row; what no figure rests on is not told of.
    let edit = set(&project, TableId::Staff, 3, "date", "31.12.2022");
    let entry = edited(&project, &edit, &context).log.last().unwrap().clone();
    assert_eq!(entry.touched, [Touched::Row(TableId::Staff, "2022-12-31".to_owned())]);
    let project = milestone(&project, "før", &context);
    assert_eq!(project.log.last().unwrap().touched, []);
}
