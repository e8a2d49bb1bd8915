//! What an export of a small table changes, and what persons did that it leaves alone.

use arsmelding::project::{CellAt, CellEdit, Edit, Project, TableId};

use super::support::{Files, context, imported, plan, project, sheet};

const UPTIME: &str = "System;Måned;Målt tid (min);Nedetid (min)\n\
    Gerica;01.01.2021;44640;46\n\
    Gerica;01.02.2021;40320;0\n\
    Profil;01.01.2021;44640;12\n";

fn edited(project: &Project, table: TableId, row: usize, column: usize, text: &str) -> Project {
    let cells = vec![CellEdit { row, column, text: text.to_owned() }];
    project.edited(&Edit::SetCells { table, cells }, &context()).unwrap().unwrap().0
}

#[test]
fn rows_are_known_by_their_key() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("uptime.csv", UPTIME))]);
    assert_eq!(before.uptime.len(), 3);
    assert_eq!(before.uptime[0].origin.unwrap().row, 2);
    assert!(!plan(&before, &[sheet(files.write("copy.csv", UPTIME))]).has_changes());

    let newer =
        UPTIME.replace("40320;0", "40320;5").replace("Profil;01.01.2021", "Profil;01.02.2021");
    let next = plan(&before, &[sheet(files.write("newer.csv", &newer))]);
    let changes = &next.sheets[0];
    assert_eq!([changes.new, changes.changed, changes.gone, changes.unchanged], [1, 1, 0, 1]);
    assert!(changes.notes[0].message.text().starts_with("1 rad fra et tidligere uttrekk"));
    let stated = format!("Periode: 01.01.2021–28.02.2021\n{newer}");
    let next = plan(&before, &[sheet(files.write("newer.csv", stated))]);
    let changes = &next.sheets[0];
    assert_eq!([changes.new, changes.changed, changes.gone, changes.unchanged], [1, 1, 1, 1]);
    assert!(next.has_many_gone(), "one of three is more than 2 %");
    assert_eq!(changes.gone_rows[0].what, "Profil · 2021-01-01");
    let (after, sentence) = next.apply(&context()).unwrap();
    assert_eq!(sentence, "Importerte 3 rader fra newer.csv (Oppetid)");
    let outages: Vec<Option<u32>> = after.uptime.iter().map(|row| row.outage_minutes).collect();
    assert_eq!(outages, [Some(46), Some(5), Some(12)]);
}

#[test]
fn what_a_person_corrected_stays_and_the_source_may_move_under_it() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("uptime.csv", UPTIME))]);
    let corrected = edited(&before, TableId::Uptime, 0, 3, "40");
    let cell = CellAt { table: TableId::Uptime, row: 0, column: 3 };
    let why = Edit::GiveReason { cell, why: " Målefeil ".to_owned() };
    let (corrected, sentence) = corrected.edited(&why, &context()).unwrap().unwrap();
    assert_eq!(sentence, "Begrunnet rettelsen av Nedetid (min) for Gerica 01.01.2021");
    assert!(!plan(&corrected, &[sheet(files.write("copy.csv", UPTIME))]).has_changes());

    let moved = UPTIME.replace("44640;46", "44640;50");
    let next = plan(&corrected, &[sheet(files.write("moved.csv", moved))]);
    assert_eq!((next.sheets[0].moved_corrections, next.sheets[0].changed), (1, 0));
    let (after, _) = next.apply(&context()).unwrap();
    assert_eq!(after.uptime[0].outage_minutes, Some(40));
    assert_eq!(
        (after.corrections[0].original.as_str(), after.corrections[0].value.as_str()),
        ("50", "40")
    );
    assert_eq!(after.corrections[0].moved_from.as_deref(), Some("46"));
    assert_eq!(after.corrections[0].why, "Målefeil");

    // Back to the source: to what it says now, in one edit that undo takes back.
    let back = Edit::UseSource { cells: vec![cell, cell] };
    let (brought, sentence) = after.edited(&back, &context()).unwrap().unwrap();
    assert_eq!(brought.uptime[0].outage_minutes, Some(50));
    assert!(brought.corrections.is_empty());
    assert_eq!(
        sentence,
        "Satte Nedetid (min) for Gerica 01.01.2021 tilbake fra 40 til 50, som kilden sier"
    );
    assert!(brought.edited(&back, &context()).unwrap().is_none(), "nothing is left to bring back");

    let agreed = UPTIME.replace("44640;46", "44640;40");
    let after = imported(&after, &[sheet(files.write("agreed.csv", agreed))]);
    assert_eq!(after.corrections.len(), 0);
    assert_eq!(after.uptime[0].outage_minutes, Some(40));
}

#[test]
fn several_cells_go_back_to_their_sources_at_once() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("uptime.csv", UPTIME))]);
    let renamed = edited(&before, TableId::Uptime, 2, 0, "Profil (gammel)");
    let moved_day = edited(&renamed, TableId::Uptime, 2, 1, "2.1.2021");
    let outage = edited(&moved_day, TableId::Uptime, 2, 3, "13");
    assert_eq!(outage.corrections.len(), 3);
    let cells = (0..4).map(|column| CellAt { table: TableId::Uptime, row: 2, column }).collect();
    let back = Edit::UseSource { cells };
    let (after, sentence) = outage.edited(&back, &context()).unwrap().unwrap();
    assert_eq!(after.uptime, before.uptime);
    assert!(after.corrections.is_empty());
    assert_eq!(sentence, "Satte 3 celler tilbake til det kilden sier");
}

#[test]
fn a_corrected_key_is_still_known_by_what_the_source_says() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("uptime.csv", UPTIME))]);
    let renamed = edited(&before, TableId::Uptime, 2, 0, "Profil (gammel)");
    let next = plan(&renamed, &[sheet(files.write("copy.csv", UPTIME))]);
    assert!(!next.has_changes(), "{:?}", next.sheets);
}

#[test]
fn a_key_corrected_to_another_rows_word_leaves_that_row_its_own() {
    let files = Files::new();
    let text = "System;Periode;Målt tid (min);Nedetid (min)\n\
        Profil;01.01.2021;44640;12\nGerica;01.02.2021;40320;0\n";
    let before = imported(&project(), &[sheet(files.write("uptime.csv", text))]);
    let renamed = edited(&before, TableId::Uptime, 0, 0, "Gerica");
    let next = plan(&renamed, &[sheet(files.write("copy.csv", text))]);
    assert!(!next.has_changes(), "{:?}", next.sheets);
}

#[test]
fn a_removed_row_takes_its_corrections_along() {
    let files = Files::new();
    let read = sheet(files.write("uptime.csv", UPTIME));
    let before = imported(&project(), std::slice::from_ref(&read));
    let corrected = edited(&before, TableId::Uptime, 0, 3, "99");
    let remove = Edit::RemoveRows { table: TableId::Uptime, rows: vec![0] };
    let (removed, _) = corrected.edited(&remove, &context()).unwrap().unwrap();
    assert!(removed.corrections.is_empty());
    let again = imported(&removed, std::slice::from_ref(&read));
    assert!(!plan(&again, &[read]).has_changes());
}

#[test]
fn an_order_of_last_year_belongs_to_the_export_of_its_delivery() {
    let files = Files::new();
    let first =
        "Periode: 01.01.2021–31.12.2021\nBestillingsnr;Bestilt;Levert\n1;04.01.2021;08.01.2021\n";
    let second =
        "Periode: 01.01.2022–31.12.2022\nBestillingsnr;Bestilt;Levert\n2;20.12.2021;05.01.2022\n";
    let first = sheet(files.write("2021.csv", first));
    let both = imported(&project(), &[first.clone(), sheet(files.write("2022.csv", second))]);
    assert_eq!(both.deliveries.len(), 2);
    assert!(!plan(&both, &[first]).has_changes());
}

#[test]
fn a_row_that_is_rejected_is_not_gone() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("uptime.csv", UPTIME))]);
    let read = sheet(files.write("faulty.csv", UPTIME.replace("44640;12", "44640;tolv")));
    assert_eq!(
        (read.rejects[0].cell.as_str(), read.rejects[0].known_by.as_str()),
        ("D4", "Profil · 2021-01-01")
    );
    assert!(!plan(&before, &[read]).has_changes());
}

#[test]
fn a_row_that_a_person_typed_is_never_removed() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("uptime.csv", UPTIME))]);
    let typed = edited(&before, TableId::Uptime, 3, 0, "Visma");
    let only = UPTIME.lines().take(2).collect::<Vec<_>>().join("\n");
    let period = format!("Periode: 01.01.2021–31.12.2021\n{only}\n");
    let after = imported(&typed, &[sheet(files.write("fewer.csv", period))]);
    let systems: Vec<&str> = after.uptime.iter().map(|row| row.system.as_str()).collect();
    assert_eq!(systems, ["Gerica", "Visma"]);
}

#[test]
fn the_register_of_the_same_import_knows_the_customers_of_the_cases() {
    let files = Files::new();
    let cases = "Saksnr;Registrert;Kunde\n1;11.03.2021;Hamar kommune\n2;11.03.2021;Sykehuset\n";
    let register = "Kunde;Andre navn;Eier\nHamar;Hamar kommune;Ja\n";
    let sheets =
        [sheet(files.write("cases.csv", cases)), sheet(files.write("customers.csv", register))];
    let planned = plan(&project(), &sheets);
    assert_eq!(planned.new_customers, ["Sykehuset"]);
    let (after, _) = planned.apply(&context()).unwrap();
    let names: Vec<(&str, bool)> =
        after.customers.iter().map(|customer| (customer.name.as_str(), customer.owner)).collect();
    assert_eq!(names, [("Hamar", true), ("Sykehuset", false)]);
}
