//! What comes again under another selection counts once, also where rows have no numbers.

use std::path::Path;

use arsmelding::import::{Options, Plan};
use arsmelding::project::Project;

use super::support::{Files, imported, plan, project, sheet, sheet_with};

fn selected(selection: &str) -> Options {
    Options { selection: Some(selection.to_owned()), ..Options::default() }
}

fn planned(project: &Project, path: impl AsRef<Path>, selection: &str) -> Plan {
    plan(project, &[sheet_with(path, project, &selected(selection))])
}

fn after(project: &Project, path: impl AsRef<Path>, selection: &str) -> Project {
    let planned = planned(project, path, selection);
    planned.apply(&super::support::context()).map_or(project.clone(), |(after, _)| after)
}

fn cases(project: &Project) -> usize {
    project.cases.iter().map(|batch| batch.rows.len()).sum()
}

fn counted(project: &Project) -> u32 {
    project.day_counts.iter().flat_map(|batch| batch.rows.iter()).map(|own| own.cases).sum()
}

fn told(plan: &Plan) -> Vec<String> {
    plan.sheets[0].notes.iter().map(|note| note.message.text()).collect()
}

/// Cases without numbers; every third of each customer.
fn list(customers: &[&str]) -> String {
    let rows = (0..30).filter_map(|n| {
        let customer = ["Hamar", "Løten", "Stange"][n % 3];
        let (day, month, hour) = (n % 27 + 1, n % 3 + 1, 8 + n % 9);
        customers
            .contains(&customer)
            .then(|| format!("{day:02}.{month:02}.2021 {hour:02}:{n:02};C;{customer}\n"))
    });
    std::iter::once("Registrert;Pri;Kunde\n".to_owned()).chain(rows).collect()
}

#[test]
fn cases_without_numbers_count_once_under_two_selections() {
    let files = Files::new();
    let whole = files.write("alle.csv", list(&["Hamar", "Løten", "Stange"]));
    let hamar = files.write("hamar.csv", list(&["Hamar"]));
    let before = imported(&project(), &[sheet(&whole)]);
    let again = planned(&before, &whole, "X");
    assert_eq!(cases(&after(&before, &whole, "X")), 30);
    assert!(told(&again).iter().any(|note| note.contains("30 rader") && note.contains("én gang")));
    // A selection within all, before it and behind it.
    let part = after(&before, &hamar, "Hamar");
    assert_eq!(cases(&part), 30);
    assert_eq!(cases(&after(&part, &whole, "")), 30);
    let first = after(&project(), &hamar, "Hamar");
    assert_eq!(cases(&after(&first, &whole, "")), 30);
    // Two selections that have nothing in common.
    let other = files.write("løten.csv", list(&["Løten"]));
    assert_eq!(cases(&after(&first, &other, "Løten")), 20);
}

#[test]
fn a_case_that_was_closed_since_is_the_same_under_another_selection() {
    let files = Files::new();
    let list = |closed: &str| {
        let rows = (0..12).map(|n| {
            let (day, closed) = (n + 1, if n < 10 { closed } else { "" });
            format!("{day:02}.03.2021 08:{n:02};{closed};Hamar\n")
        });
        std::iter::once("Registrert;Lukket;Kunde\n".to_owned()).chain(rows).collect::<String>()
    };
    let before = imported(&project(), &[sheet(files.write("alle.csv", list("")))]);
    let later = files.write("hamar.csv", list("30.04.2021 12:00"));
    let planned = planned(&before, &later, "Hamar");
    assert_eq!((planned.sheets[0].new, planned.sheets[0].changed), (0, 10));
    assert!(told(&planned).iter().any(|note| note.contains("12 rader")), "{:?}", told(&planned));
    assert_eq!(cases(&after(&before, &later, "Hamar")), 12);
}

#[test]
fn two_selections_in_one_import_count_once() {
    let files = Files::new();
    let titled =
        |selection: &str, customers: &[&str]| format!("Utvalg: {selection};;\n{}", list(customers));
    let whole = files.write("alle.csv", titled("alle", &["Hamar", "Løten", "Stange"]));
    let hamar = files.write("hamar.csv", titled("Hamar", &["Hamar"]));
    assert_eq!(cases(&imported(&project(), &[sheet(&whole), sheet(&hamar)])), 30);
    assert_eq!(cases(&imported(&project(), &[sheet(&hamar), sheet(&whole)])), 30);
}

#[test]
fn a_file_is_known_again_however_little_it_has() {
    let files = Files::new();
    let path = files.write("to.csv", "Registrert;Pri\n01.03.2021;A\n02.03.2021;C\n");
    let before = imported(&project(), &[sheet(&path)]);
    assert_eq!(cases(&after(&before, &path, "X")), 2);
    let path = files.write("dager.csv", "Dato;Antall\n01.03.2021;4\n");
    let before = imported(&project(), &[sheet(&path)]);
    assert_eq!(counted(&after(&before, &path, "X")), 4);
}

fn days(first: usize) -> String {
    let rows = (1..=10).map(|day| format!("{day:02}.03.2021;{}\n", first + day % 4));
    std::iter::once("Dato;Antall\n".to_owned()).chain(rows).collect()
}

#[test]
fn day_counts_that_say_the_same_count_once_and_others_are_added_and_told() {
    let files = Files::new();
    let whole = files.write("alle.csv", days(5));
    let before = imported(&project(), &[sheet(&whole)]);
    // The same counts in a file that was saved again.
    let again = files.write("alle-2.csv", days(5) + "\n");
    let plan_again = planned(&before, &again, "X");
    assert!(
        told(&plan_again).iter().any(|note| note.contains("10 rader")),
        "{:?}",
        told(&plan_again)
    );
    let moved = after(&before, &again, "X");
    assert_eq!(counted(&moved), counted(&before));
    assert_eq!(counted(&after(&moved, &whole, "")), counted(&before));
    // Other counts of the same days.
    let hamar = files.write("hamar.csv", days(2));
    let other = planned(&before, &hamar, "Hamar");
    assert!(told(&other).iter().any(|note| note.contains("legges sammen")), "{:?}", told(&other));
    assert_eq!(counted(&after(&before, &hamar, "Hamar")), counted(&before) + 35);
    // Two selections of one system are added without a word.
    let of_selection = after(&project(), &whole, "Stange");
    assert!(told(&planned(&of_selection, &hamar, "Hamar")).is_empty());
}
