//! All checks of the sample project against computing its figures from scratch, and the same of
//! ten times the data; and every figure there is, from scratch and after an edit, against hashing
//! the project's file.
//!
//! `cargo bench --bench checks`

mod measure;

use std::path::Path;
use std::sync::Arc;

use arsmelding::checks;
use arsmelding::figures::Figures;
use arsmelding::project::Project;
use arsmelding::storage;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;
use sha2::{Digest as _, Sha256};

const TODAY: Date = date(2022, 1, 12);

fn main() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/hedmark-ikt-2021.ron");
    let project = storage::read(&path).expect("the sample project");
    measured("the sample project", &project);
    measured("ten times the rows", &tenfold(&project));
    every_figure(&project, &std::fs::read(&path).expect("the sample project's file"));
}

/// The yardstick is work that no change of the program makes faster or slower.
fn every_figure(project: &Project, file: &[u8]) {
    let hash = || u64::from(Sha256::digest(file)[0]);
    let count = |figures: &Figures| figures.all().len() as u64;
    let from_scratch = || count(&Figures::of(project));
    measure::compare("every figure from scratch", from_scratch, "hashing the file", hash);
    let figures = Figures::of(project);
    count(&figures);
    let mut edited = project.clone();
    Arc::make_mut(&mut edited.staff)[0].employees_total = Some(19);
    let after_edit = || count(&figures.updated(&edited));
    measure::compare("every figure after an edit of staff", after_edit, "hashing the file", hash);
    let mut edited = project.clone();
    Arc::make_mut(&mut edited.balances)[0].actual = Some(Decimal::ONE);
    let after_edit = || count(&figures.updated(&edited));
    measure::compare(
        "every figure after an edit of accounts",
        after_edit,
        "hashing the file",
        hash,
    );
}

fn measured(name: &str, project: &Project) {
    let figures = Figures::of(project);
    measure::compare(
        &format!("all checks of {name}"),
        || checks::all(&figures, TODAY).held as u64,
        "its figures from scratch",
        || {
            let span = Figures::of(project).volumes().span();
            span.map_or(0, |span| span.len_days().unsigned_abs().into())
        },
    );
}

/// Every list of rows ten times over, with references and account strings of their own.
fn tenfold(project: &Project) -> Project {
    let mut all = project.clone();
    for batch in Arc::make_mut(&mut all.cases) {
        batch.rows = Arc::new(repeated(&batch.rows, |_, _| {}));
    }
    for batch in Arc::make_mut(&mut all.ledger) {
        batch.rows = Arc::new(repeated(&batch.rows, |_, _| {}));
    }
    let named = |text: &mut String, time: usize| text.push_str(&time.to_string());
    all.deliveries =
        Arc::new(repeated(&project.deliveries, |own, time| named(&mut own.reference, time)));
    all.new_users =
        Arc::new(repeated(&project.new_users, |own, time| named(&mut own.reference, time)));
    all.balances = Arc::new(repeated(&project.balances, |own, time| named(&mut own.account, time)));
    all.balance_list =
        Arc::new(repeated(&project.balance_list, |own, time| named(&mut own.account, time)));
    all
}

fn repeated<T: Clone>(rows: &[T], change: impl Fn(&mut T, usize)) -> Vec<T> {
    let times = (0..10).flat_map(|time| rows.iter().cloned().map(move |row| (time, row)));
    times
        .map(|(time, mut row)| {
            change(&mut row, time);
            row
        })
        .collect()
}
