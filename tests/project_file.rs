//! The project file: round trip, one row a line, refusals, backups, and a kill during a save.

use crate::common;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use arsmelding::project::{CellEdit, Edit, Project, TableId};
use arsmelding::storage;

/// Project files of earlier format versions, kept for ever.
const FORMAT_1: &str = "tests/data/format-1.ron";
const FORMAT_2: &str = "tests/data/format-2.ron";

fn goal_edit(column: &str, text: &str, project: &Project) -> Edit {
    let column = project.rows(TableId::Goals).column(column).unwrap();
    let cells = vec![CellEdit { row: 0, column, text: text.to_owned() }];
    Edit::SetCells { table: TableId::Goals, cells }
}

#[test]
fn a_project_comes_back_as_it_was_and_is_written_the_same_again() {
    let text = fs::read_to_string(common::sample_project()).unwrap();
    let project = storage::parse(&text).unwrap();
    assert!(storage::to_text(&project).unwrap() == text, "run the example make_sample_data");
}

#[test]
fn one_edited_cell_is_a_one_line_difference() {
    let project = storage::read(&common::sample_project()).unwrap();
    let edit = goal_edit("target_value", "99,85", &project);
    let (after, what) = project.edited(&edit, &common::somebody()).unwrap().unwrap();
    assert!(what.contains("99,8") && what.contains("99,85"), "{what}");
    let (before, after) = (storage::to_text(&project).unwrap(), storage::to_text(&after).unwrap());
    let old: std::collections::HashSet<&str> = before.lines().collect();
    // The file's first correction turns `[]` into an open bracket; every list does so once.
    let is_row = |line: &&str| line.starts_with('(');
    let new: Vec<&str> = after.lines().filter(|line| !old.contains(line)).filter(is_row).collect();
    // The goal's own row, the sentence of the log, and the memory of what the source said.
    assert_eq!(new.len(), 3, "{new:?}");
}

#[test]
fn every_version_of_the_format_can_still_be_read() {
    let project = storage::read(Path::new(FORMAT_1)).unwrap();
    assert_eq!(project.settings.report_year, 2021);
    assert_eq!(project.cases[0].rows.len(), 3);
    assert_eq!(project.day_counts[0].rows.len(), 2);
    assert_eq!(project.goals.len(), 1);

    let project = storage::read(Path::new(FORMAT_2)).unwrap();
    assert_eq!((project.balances.len(), project.balance_list.len(), project.fund.len()), (3, 3, 3));
    assert_eq!(project.ledger[0].rows.len(), 3);
    assert_eq!((project.corrections.len(), project.acceptances.len()), (1, 1));
    assert!(project.milestones.is_empty());
    // Written anew, it is of this version and says the same.
    let text = storage::to_text(&project).unwrap();
    assert!(text.contains(&format!("version: {},", storage::VERSION)));
    assert_eq!(storage::parse(&text).unwrap(), project);
}

#[test]
fn what_is_no_project_is_refused_with_a_sentence() {
    let issue = |text: &str| storage::parse(text).unwrap_err().to_string();
    assert!(issue("Saksnummer;Registrert\n1;2").contains("ikke en prosjektfil"));
    assert!(issue("").contains("ikke en prosjektfil"));
    let newer = "(\nformat: \"Årsmelding\",\nversion: 99,\n)";
    assert!(issue(newer).contains("nyere utgave"));
    let damaged = "(\nformat: \"Årsmelding\",\nversion: 1,\nsettings: (company: 12),\n)";
    assert!(issue(damaged).contains("skadet på linje 4"), "{}", issue(damaged));
    let year = "(\nformat: \"Årsmelding\",\nversion: 1,\nsettings: (report_year: 30000),\n)";
    assert!(issue(year).contains("Året 30000"), "{}", issue(year));
}

#[test]
fn what_an_editor_does_to_the_lines_of_the_file_does_no_harm() {
    let text = fs::read_to_string(FORMAT_1).unwrap();
    let project = storage::parse(&text).unwrap();
    let edited = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(storage::parse(&edited).unwrap(), project);
}

#[test]
fn earlier_versions_are_kept_beside_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("prosjekt.ron");
    for year in 2021..=2026 {
        storage::write(&path, &Project::new("Virksomhet", year, (2015, 2020))).unwrap();
    }
    let year_of = |path: &Path| storage::read(path).unwrap().settings.report_year;
    assert_eq!(year_of(&path), 2026);
    let backups = [1, 2, 3].map(|age| year_of(&storage::backup_path(&path, age)));
    assert_eq!(backups, [2025, 2024, 2023]);
    assert!(!storage::backup_path(&path, 4).exists());
}

#[test]
fn a_save_that_cannot_be_done_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("finnes-ikke/prosjekt.ron");
    let issue = storage::write(&path, &common::empty_project()).unwrap_err().to_string();
    assert!(issue.contains("kan ikke lagres"), "{issue}");
}

#[test]
fn a_program_killed_during_a_save_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("prosjekt.ron");
    let old = common::empty_project();
    let exports = common::sample_exports();
    let mut seen = [false; 2];
    for delay in (0..40).map(|step| Duration::from_millis(step * 60)) {
        storage::write(&path, &old).unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_arsmelding"))
            .arg("import")
            .arg(&path)
            .args(&exports)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(delay);
        program.kill().unwrap();
        program.wait().unwrap();
        let found = storage::read(&path).unwrap();
        let is_new = found != old;
        assert!(!is_new || found.sources.len() == 24, "half a project");
        seen[usize::from(is_new)] = true;
        if seen == [true, true] {
            return;
        }
    }
    assert!(seen[0], "no kill came before the save");
}
