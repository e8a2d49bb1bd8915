//! Balances of 20 000 accounts against 2 000 in one run: read, planned, compared figure by figure,
//! taken in and checked. Work that grows with the accounts takes ten times as long.
//!
//! `cargo bench --bench balances`

mod measure;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use arsmelding::checks;
use arsmelding::figures::{Figures, changes};
use arsmelding::import::{self, FileRequest, Known, Options, SheetRead};
use arsmelding::project::{EditContext, LedgerSign, Minute, Project};
use jiff::civil::date;

const FEW: usize = 2_000;
const MANY: usize = 20_000;
const ARTS: [u32; 12] = [10, 50, 90, 99, 120, 195, 200, 230, 429, 650, 750, 770];
const CHAPTERS: [&str; 6] = ["10", "13", "24", "32", "51", "56"];

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the lists");
    for (what, list) in [
        ("balances", balances as fn(usize, usize) -> String),
        ("a balance list", balance_list),
        ("a ledger", ledger),
    ] {
        let [few, many] = [FEW, MANY].map(|count| Lists::write(folder.path(), what, count, list));
        measure::compare(
            &format!("{what} of {MANY} accounts, new and changed"),
            || many.work(),
            &format!("{what} of {FEW}"),
            || few.work(),
        );
    }
}

/// A list and the same with other amounts.
struct Lists {
    first: PathBuf,
    changed: PathBuf,
}

impl Lists {
    fn write(folder: &Path, what: &str, count: usize, list: fn(usize, usize) -> String) -> Self {
        let path = |version: usize| folder.join(format!("{what}-{count}-{version}.csv"));
        for version in [0, 1] {
            std::fs::write(path(version), list(count, version)).expect("the list is written");
        }
        Self { first: path(0), changed: path(1) }
    }

    /// Takes the list in, then the changed one, and checks; the number of rules that hold keeps
    /// the work from being left out.
    fn work(&self) -> u64 {
        let project = taken(&Project::new("Benk", 2021, (2015, 2020)), &self.first);
        let project = taken(&project, &self.changed);
        checks::all(&Figures::of(&project), date(2022, 1, 10)).held as u64
    }
}

fn taken(project: &Project, path: &Path) -> Project {
    let options = Options { sign: Some(LedgerSign::Normal), ..Options::default() };
    let requests = [FileRequest { path: path.to_owned(), options }];
    let files =
        import::read_files(&requests, &Known::of(project), &|_| true).expect("not cancelled");
    let sheets: Vec<SheetRead> =
        files.into_iter().flat_map(|file| file.outcome.expect("a list")).collect();
    let context = EditContext { who: String::new(), now: Minute::start_of(date(2022, 1, 10)) };
    let plan = import::plan(project, &sheets);
    let before = Figures::of(project);
    std::hint::black_box(changes(&before, &before.updated(plan.after())));
    plan.apply(&context).expect("something new").0
}

fn balances(count: usize, version: usize) -> String {
    let mut text = String::from(
        "Kl;Konto;Kontonavn;Ansvar;Funksjon;Prosjekt;Regnskap 2021;Rev. budsjett 2021\n",
    );
    for at in 0..count {
        let art = ARTS[at % ARTS.len()];
        let amount = at * 37 + version;
        let (unit, project) = (100 + at % 90, 10_000 + at);
        let sign = if art >= 600 { "-" } else { "" };
        let _ =
            writeln!(text, "1;{art:03};Konto {art};{unit};120;{project};{sign}{amount};{sign}{at}");
    }
    text
}

fn balance_list(count: usize, version: usize) -> String {
    let mut text = String::from("Konto;Kontonavn;IB;UB\n");
    for at in 0..count {
        let chapter = CHAPTERS[at % CHAPTERS.len()];
        let sign = if chapter < "30" { "" } else { "-" };
        let closing = at + version;
        let _ = writeln!(text, "2.{chapter}.{at:06};Konto {at};{sign}{at};{sign}{closing}");
    }
    text
}

fn ledger(count: usize, version: usize) -> String {
    let mut text = String::from("Bilagsnr;Bilagsdato;Periode;Konto;Beløp\n");
    for at in 0..count {
        let art = ARTS[at % ARTS.len()];
        let (month, day, unit) = (at % 12 + 1, at % 28 + 1, 100 + at % 90);
        let sign = if art >= 600 { "-" } else { "" };
        let amount = at * 37 + version;
        let _ = writeln!(
            text,
            "{at};{day:02}.{month:02}.2021;2021{month:02};1.{art:03}.{unit}.120.{at};{sign}{amount}",
        );
    }
    text
}
