//! Balances of 20 000 accounts against 2 000 in one run: read, planned, compared figure by figure,
//! taken in and checked; and the preview and the checks alone. Work that grows with the accounts
//! takes ten times as long.
//!
//! `cargo bench --bench balances`

mod measure;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use arsmelding::checks;
use arsmelding::figures::{Figures, changes};
use arsmelding::import::{self, FileRequest, Known, Options, Plan, SheetRead};
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
        ("balances with a unit for every five", many_units),
        ("balances with a heading for every five", grouped),
        ("a balance list", balance_list),
        ("a ledger", ledger),
    ] {
        let [few, many] = [FEW, MANY].map(|count| Lists::write(folder.path(), what, count, list));
        let [few_taken, many_taken] = [&few, &many].map(Lists::taken);
        let named =
            |work: &str| (format!("{what} of {MANY} accounts, {work}"), format!("of {FEW}"));
        let (name, yardstick) = named("new and changed");
        measure::compare(&name, || many.work(), &yardstick, || few.work());
        let (name, yardstick) = named("changed, as a preview shows them");
        let preview = |lists: &Lists, project| preview(project, &lists.changed).1;
        measure::compare(
            &name,
            || preview(&many, &many_taken),
            &yardstick,
            || preview(&few, &few_taken),
        );
        let (name, yardstick) = named("checked");
        measure::compare(&name, || checked(&many_taken), &yardstick, || checked(&few_taken));
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
        checked(&taken(&self.taken(), &self.changed))
    }

    fn taken(&self) -> Project {
        taken(&Project::new("Benk", 2021, (2015, 2020)), &self.first)
    }
}

fn checked(project: &Project) -> u64 {
    checks::all(&Figures::of(project), date(2022, 1, 10)).held as u64
}

fn taken(project: &Project, path: &Path) -> Project {
    let context = EditContext { who: String::new(), now: Minute::start_of(date(2022, 1, 10)) };
    preview(project, path).0.apply(&context).expect("something new").0
}

/// The plan, and how many figures it would change.
fn preview(project: &Project, path: &Path) -> (Plan, u64) {
    let options = Options { sign: Some(LedgerSign::Normal), ..Options::default() };
    let requests = [FileRequest { path: path.to_owned(), options }];
    let files =
        import::read_files(&requests, &Known::of(project), &|_| true).expect("not cancelled");
    let sheets: Vec<SheetRead> =
        files.into_iter().flat_map(|file| file.outcome.expect("a list")).collect();
    let plan = import::plan(project, &sheets);
    let before = Figures::of(project);
    let changed = changes(&before, &before.updated(plan.after())).len() as u64;
    (plan, changed)
}

const BALANCE_HEADINGS: &str =
    "Kl;Konto;Kontonavn;Ansvar;Funksjon;Prosjekt;Regnskap 2021;Rev. budsjett 2021\n";

/// Thousands of units, each with a line in §5-4's second paragraph.
fn many_units(count: usize, version: usize) -> String {
    let mut text = String::from(BALANCE_HEADINGS);
    for at in 0..count {
        let (unit, amount) = (1_000 + at / 5, at * 37 + version);
        let _ = writeln!(text, "1;010;Konto 010;{unit};120;{};{amount};{at}", at % 5 + 1);
    }
    text
}

/// Five accounts each below a heading of their unit, and a sum behind them.
fn grouped(count: usize, version: usize) -> String {
    let mut text = String::from("Konto;Kontonavn;Regnskap 2021;Rev. budsjett 2021\n");
    for unit in 1_000..1_000 + count / 5 {
        let _ = writeln!(text, "Ansvar: {unit} Enhet {unit};;;");
        let mut sum = 0;
        for art in ARTS.into_iter().take(5) {
            let amount = unit + version;
            sum += amount;
            let _ = writeln!(text, "{art:03};Konto {art};{amount};{amount}");
        }
        let _ = writeln!(text, "Sum ansvar {unit};;{sum};{sum}");
    }
    text
}

fn balances(count: usize, version: usize) -> String {
    let mut text = String::from(BALANCE_HEADINGS);
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
