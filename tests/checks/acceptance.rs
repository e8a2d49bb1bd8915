//! A finding is accepted with a reason, and comes back when its numbers change.

use std::sync::Arc;

use arsmelding::project::{CellEdit, Edit, EditContext, Minute, Project, Staff, TableId};
use arsmelding::storage;
use jiff::civil::date;

use super::support::{found, project, rows};

fn context() -> EditContext {
    EditContext { who: "daglig leder".to_owned(), now: Minute::new(date(2022, 1, 12), 9, 30) }
}

fn edited(project: &Project, edit: &Edit) -> Project {
    project.edited(edit, &context()).unwrap().unwrap().0
}

fn uneven() -> Project {
    let staff = Staff {
        date: Some(date(2021, 12, 31)),
        employees_total: Some(42),
        employees_permanent: Some(40),
        employees_temporary: Some(3),
        ..Staff::default()
    };
    Project { staff: rows(vec![staff]), ..project() }
}

fn accept(project: &Project, reason: &str) -> Edit {
    let finding = &found(project, "staff-sum")[0];
    Edit::Accept {
        rule: finding.rule.to_owned(),
        fingerprint: finding.fingerprint.clone(),
        reason: reason.to_owned(),
    }
}

#[test]
fn an_accepted_finding_is_closed_until_its_numbers_change() {
    let project = uneven();
    assert!(found(&project, "staff-sum")[0].is_open());
    let accepted = edited(&project, &accept(&project, "én i permisjon"));
    let own = &found(&accepted, "staff-sum")[0];
    assert_eq!(own.acceptance.as_ref().unwrap().reason, "én i permisjon");
    assert_eq!(accepted.log.last().unwrap().what, "Godtok et funn: én i permisjon");
    let column = accepted.rows(TableId::Staff).column("employees_temporary").unwrap();
    let cells = vec![CellEdit { row: 0, column, text: "4".to_owned() }];
    let moved = edited(&accepted, &Edit::SetCells { table: TableId::Staff, cells });
    assert!(found(&moved, "staff-sum")[0].is_open());
    let Edit::Accept { rule, fingerprint, .. } = accept(&project, "x") else { unreachable!() };
    let opened = edited(&accepted, &Edit::Reopen { rule, fingerprint });
    assert!(found(&opened, "staff-sum")[0].is_open());
}

#[test]
fn a_reason_is_asked_for_and_the_same_again_changes_nothing() {
    let project = uneven();
    let refused = project.edited(&accept(&project, "  "), &context()).unwrap_err();
    assert!(refused.to_string().contains("grunn"), "{refused}");
    let accepted = edited(&project, &accept(&project, "telt to ganger"));
    assert_eq!(accepted.edited(&accept(&project, "telt to ganger"), &context()).unwrap(), None);
}

#[test]
fn acceptances_are_kept_in_the_file() {
    let project = uneven();
    let accepted = edited(&project, &accept(&project, "én i permisjon"));
    let read = storage::parse(&storage::to_text(&accepted).unwrap()).unwrap();
    assert_eq!(read.acceptances, accepted.acceptances);
    assert!(!Arc::ptr_eq(&read.acceptances, &accepted.acceptances));
}
