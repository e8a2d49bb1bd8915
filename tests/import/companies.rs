//! Accounts of several companies: in a column, in titles, in the names of sheets and files. Those
//! of one are wanted, and another's never stand among them unseen.

use std::path::Path;

use arsmelding::import::{self, FileRequest, Known, Options, SheetRead, SkipReason};
use arsmelding::project::{Project, RepeatedRows};

use super::support::{Files, V::*, context, imported, plan, project, sheet, sheet_with, sheets};

const HI: &str =
    "Konto;Kontonavn;Regnskap 2021\n1.010.100.120;Lønn;1000\n1.650.100.120;Salg;-1000\n";
/// The same accounts with other amounts.
const XX: &str =
    "Konto;Kontonavn;Regnskap 2021\n1.010.100.120;Lønn;5000\n1.650.100.120;Salg;-5000\n";
/// Other accounts.
const OTHERS: &str =
    "Konto;Kontonavn;Regnskap 2021\n1.020.100.120;Vikar;5000\n1.651.100.120;Avgift;-5000\n";

fn wants(company: &str) -> Options {
    Options { company: Some(company.to_owned()), ..Options::default() }
}

fn read_all(project: &Project, paths: &[&Path], options: &Options) -> Vec<SheetRead> {
    let requests: Vec<FileRequest> = paths
        .iter()
        .map(|path| FileRequest { path: path.to_path_buf(), options: options.clone() })
        .collect();
    let reads = import::read_files(&requests, &Known::of(project), &|_| true).unwrap();
    reads.into_iter().flat_map(|read| read.outcome.unwrap()).collect()
}

/// The option that answers the one question of a delivery.
fn asked(project: &Project, read: &[SheetRead]) -> String {
    let planned = plan(project, read);
    let [(_, question)] = &planned.questions[..] else { panic!("{:?}", planned.questions) };
    assert!(planned.apply(&context()).is_none());
    question.option()
}

fn actual(project: &Project) -> Vec<String> {
    let amounts = project.balances.iter().filter_map(|own| own.actual);
    amounts.map(|amount| amount.normalize().to_string()).collect()
}

/// Two files, and what the first company's alone come to.
fn choose(one: &Path, other: &Path, question: &str, answer: &str) {
    let both: [&Path; 2] = [one, other];
    let read = read_all(&project(), &both, &Options::default());
    assert_eq!(asked(&project(), &read), question);
    let read = read_all(&project(), &both, &wants(answer));
    assert!(read.iter().all(|own| {
        own.read == own.accepted() + own.skipped_count() + u32::try_from(own.rejects.len()).unwrap()
    }));
    let after = imported(&project(), &read);
    assert_eq!(actual(&after), ["1000", "-1000"]);
    assert_eq!(after.sources.len(), 1);
}

#[test]
fn titles_of_two_files_name_two_companies() {
    for (label, second) in [
        ("Firma: ", XX),
        ("Firma: ", OTHERS),
        ("Selskap ", OTHERS),
        ("Regnskapsenhet: ", XX),
        ("Regnskap for ", OTHERS),
    ] {
        let files = Files::new();
        let one = files.write("a.csv", format!("{label}HI IKS\n{HI}"));
        let other = files.write("b.csv", format!("{label}XX KF\n{second}"));
        choose(&one, &other, "--company \"HI IKS|XX KF|*\"", "HI IKS");
    }
}

#[test]
fn names_of_files_and_sheets_name_two_companies() {
    let files = Files::new();
    let one = files.write("regnskap HI IKS 2021.csv", HI);
    let other = files.write("regnskap XX KF 2021.csv", OTHERS);
    choose(&one, &other, "--company \"HI IKS|XX KF|*\"", "HI IKS");
    let rows = |amount: f64, account: &'static str| {
        vec![vec![T("Konto"), T("Regnskap 2021")], vec![T(account), N(amount)]]
    };
    let (one, other) = (rows(1000.0, "1.010.100.120"), rows(5000.0, "1.020.100.120"));
    let one: Vec<&[_]> = one.iter().map(Vec::as_slice).collect();
    let other: Vec<&[_]> = other.iter().map(Vec::as_slice).collect();
    let path = files.workbook("begge.xlsx", &[("HI IKS", &one), ("XX KF", &other)]);
    let read = sheets(&path, &project(), &Options::default());
    assert_eq!(asked(&project(), &read), "--company \"HI IKS|XX KF|*\"");
    let after = imported(&project(), &sheets(&path, &project(), &wants("HI IKS")));
    assert_eq!(actual(&after), ["1000"]);
}

#[test]
fn a_column_of_one_company_in_each_file_names_two() {
    let files = Files::new();
    for heading in ["Firmanr", "Klient", "Regnskapsenhet", "Foretak", "Company code"] {
        let list = |code: &str, text: &str| {
            text.replacen("Konto;", &format!("{heading};Konto;"), 1)
                .replace("\n1.", &format!("\n{code};1."))
        };
        let one = files.write("a.csv", list("10", HI));
        let other = files.write("b.csv", list("20", OTHERS));
        choose(&one, &other, "--company \"10|20|*\"", "10");
    }
}

#[test]
fn files_with_the_same_accounts_and_other_amounts_are_asked_about() {
    let files = Files::new();
    let (one, other) = (files.write("HI.csv", HI), files.write("XX.csv", XX));
    let both: [&Path; 2] = [&one, &other];
    let read = read_all(&project(), &both, &Options::default());
    assert_eq!(asked(&project(), &read), "--repeated add|first|last");
    // The second may also be the first one, corrected.
    for (counts, expected) in
        [(RepeatedRows::First, ["1000", "-1000"]), (RepeatedRows::Last, ["5000", "-5000"])]
    {
        let options = Options { repeated: Some(counts), ..Options::default() };
        let after = imported(&project(), &read_all(&project(), &both, &options));
        assert_eq!(actual(&after), expected);
    }
    // Lists with other accounts may be parts of one, or two companies'.
    let other = files.write("XX.csv", OTHERS);
    let both: [&Path; 2] = [&one, &other];
    assert!(asked(&project(), &read_all(&project(), &both, &Options::default())).contains('*'));
    let after = imported(&project(), &read_all(&project(), &both, &wants("")));
    assert_eq!(after.balances.len(), 4);
}

#[test]
fn files_of_one_name_with_the_same_accounts_and_other_amounts_are_asked_about() {
    let (files, others) = (Files::new(), Files::new());
    let (one, other) = (files.write("regnskap.csv", HI), others.write("regnskap.csv", XX));
    let both: [&Path; 2] = [&one, &other];
    let read = read_all(&project(), &both, &Options::default());
    assert_eq!(asked(&project(), &read), "--repeated add|first|last");
}

#[test]
fn amounts_of_two_companies_on_one_account_are_never_laid_over_each_other() {
    let files = Files::new();
    let one = files.write("a.csv", format!("Firma: HI IKS\n{HI}"));
    let other = files.write("b.csv", format!("Firma: XX KF\n{XX}"));
    let both: [&Path; 2] = [&one, &other];
    let read = read_all(&project(), &both, &wants(""));
    assert_eq!(asked(&project(), &read), "--company \"XX KF|HI IKS\"");
    // With accounts of their own they stand beside each other.
    let other = files.write("b.csv", format!("Firma: XX KF\n{OTHERS}"));
    let both: [&Path; 2] = [&one, &other];
    let after = imported(&project(), &read_all(&project(), &both, &wants("")));
    assert_eq!(after.balances.len(), 4);
}

#[test]
fn another_company_than_the_projects_is_asked_about_and_takes_its_place_when_it_is_wanted() {
    let files = Files::new();
    let one = files.write("a.csv", format!("Firma: HI IKS\n{HI}"));
    let before = imported(&project(), &[sheet(&one)]);
    for text in [XX, OTHERS] {
        let other = files.write("b.csv", format!("Firma: XX KF\n{text}"));
        let read = [sheet_with(&other, &before, &Options::default())];
        assert_eq!(asked(&before, &read), "--company \"XX KF|HI IKS|*\"");
        // The project's company is wanted: nothing comes of the other, and nothing goes.
        let planned = plan(&before, &[sheet_with(&other, &before, &wants("HI IKS"))]);
        assert_eq!(planned.questions, []);
        assert!(!planned.has_changes());
        // The other is wanted: the first one's rows go, which a person confirms.
        let planned = plan(&before, &[sheet_with(&other, &before, &wants("XX KF"))]);
        assert!(planned.has_many_gone());
        assert_eq!((planned.sheets[0].new, planned.sheets[0].gone), (2, 2));
        assert_eq!(actual(&planned.apply(&context()).unwrap().0), ["5000", "-5000"]);
    }
    // The balance of another company is as strange among the accounts.
    let balance = "Firma: XX KF\nKonto;IB 2021;UB 2021\n2.10;100;200\n2.31;-100;-200\n";
    let read = [sheet_with(files.write("ub.csv", balance), &before, &Options::default())];
    assert_eq!(asked(&before, &read), "--company \"XX KF|HI IKS|*\"");
    // The same company in another spelling, and one that is a number, are no others.
    for title in ["Firma: hi", "Selskap: 10 HI IKS", "Firma: 10", "Regnskap 2021"] {
        let again = files.write("b.csv", format!("{title}\n{XX}"));
        let read = [sheet_with(&again, &before, &Options::default())];
        assert_eq!(plan(&before, &read).questions, [], "{title}");
    }
}

#[test]
fn a_company_that_no_file_is_of_is_asked_about() {
    let files = Files::new();
    let one = files.write("a.csv", format!("Firma: HI IKS\n{HI}"));
    let read = [sheet_with(&one, &project(), &wants("YY"))];
    assert_eq!(asked(&project(), &read), "--company \"HI IKS\"");
    assert_eq!(read[0].skipped_count(), 2);
    assert!(read[0].skipped.iter().any(|own| own.reason == SkipReason::OtherCompany));
}

#[test]
fn another_companys_file_takes_nothing_away_from_the_wanted_one() {
    let files = Files::new();
    let title = "Periode: 01.01.2021 - 31.12.2021\n";
    let one = files.write("a.csv", format!("Firma: HI IKS\n{title}{HI}"));
    let before = imported(&project(), &[sheet(&one)]);
    let other = files.write("b.csv", format!("Firma: XX KF\n{title}{OTHERS}"));
    let both: [&Path; 2] = [&one, &other];
    let planned = plan(&before, &read_all(&before, &both, &wants("HI IKS")));
    assert_eq!(planned.questions, []);
    assert!(!planned.has_many_gone());
    let after = planned.apply(&context()).map_or(before, |(after, _)| after);
    assert_eq!(actual(&after), ["1000", "-1000"]);
}

#[test]
fn ledgers_of_two_companies_are_not_added_up() {
    let files = Files::new();
    let ledger = |company: &str, amount: u32| {
        format!(
            "Firma: {company}\nBilagsnr;Bilagsdato;Konto;Beløp\n1;15.01.2021;1.010.100.120;{amount}\n"
        )
    };
    let one = files.write("a.csv", ledger("HI IKS", 1000));
    let other = files.write("b.csv", ledger("XX KF", 5000));
    let both: [&Path; 2] = [&one, &other];
    let read = read_all(&project(), &both, &Options::default());
    assert_eq!(asked(&project(), &read), "--company \"HI IKS|XX KF|*\"");
    let after = imported(&project(), &read_all(&project(), &both, &wants("XX KF")));
    assert_eq!((after.ledger.len(), after.sources.len()), (1, 1));
}

#[test]
fn a_column_enhet_holds_companies_where_its_values_are_such() {
    let files = Files::new();
    let list = |one: &str, other: &str| {
        format!("Enhet;Konto;Regnskap 2021\n{one};1.010.100.120;1000\n{other};1.010.100.120;5000\n")
    };
    for (one, other) in
        [("HI IKS", "XX KF"), ("Løten kommune", "Hamar kommune"), ("911111111", "922222222")]
    {
        let path = files.write("a.csv", list(one, other));
        let [question] = &sheet(&path).questions[..] else { panic!("{one}") };
        assert!(question.option().starts_with("--company"), "{}", question.option());
        let after = imported(&project(), &[sheet_with(&path, &project(), &wants(one))]);
        assert_eq!(actual(&after), ["1000"], "{one}");
    }
    // Codes that are not those of the account strings may be either.
    let path = files.write("a.csv", list("10", "20"));
    let [question] = &sheet(&path).questions[..] else { panic!("codes") };
    assert_eq!(question.option(), "--map company=Enhet eller --map unit=Enhet");
    let path = files.write("a.csv", list("100", "100"));
    assert_eq!(sheet(&path).questions, []);
    // Without an ansvar in the account they are units.
    let units = "Enhet;Konto;Regnskap 2021\n100;010;1000\n200;010;5000\n";
    let read = sheet(files.write("a.csv", units));
    assert_eq!(imported(&project(), &[read]).balances.len(), 2);
}

#[test]
fn accounts_of_another_company_than_the_projects_own_are_told() {
    let files = Files::new();
    let told = |company: &str| {
        let path = files.write("a.csv", format!("Firma: {company}\n{HI}"));
        plan(&project(), &[sheet(path)]).sheets[0].notes.len()
    };
    assert_eq!([told("XX KF"), told("Hedmark IKT IKS"), told("10")], [1, 0, 0]);
}

#[test]
fn files_without_a_name_that_share_no_account_are_asked_about() {
    let files = Files::new();
    let list =
        |name: &str, rows: &str| files.write(name, format!("Konto;Tekst;Regnskap 2021\n{rows}"));
    let one = list("a.csv", "010;Lønn;1000\n099;Avgift;141\n650;Salg;-1141\n");
    let other = list("b.csv", "020;Lønn;100\n620;Salg;-100\n");
    let read = read_all(&project(), &[&one, &other], &Options::default());
    assert_eq!(asked(&project(), &read), "--company *".replace('*', "\"*\""));
    let read = read_all(&project(), &[&one, &other], &wants(""));
    assert_eq!(imported(&project(), &read).balances.len(), 5);
    // One list that was cut, and the books of one company.
    for rows in ["700;Refusjon;-100\n690;Gebyr;-50\n", "0.020;Lønn;100\n0.910;Lån;-100\n"] {
        let other = list("b.csv", rows);
        let read = read_all(&project(), &[&one, &other], &Options::default());
        assert_eq!(plan(&project(), &read).questions, [], "{rows}");
    }
    // Departments of one company.
    let of = |name: &str, unit: &str, rows: &str| {
        files.write(name, format!("Konto;Ansvar;Regnskap 2021\n{}", rows.replace('U', unit)))
    };
    let one = of("a.csv", "100", "010;U;1000\n650;U;-1000\n");
    let other = of("b.csv", "200", "020;U;100\n620;U;-100\n");
    let read = read_all(&project(), &[&one, &other], &Options::default());
    assert_eq!(plan(&project(), &read).questions, []);
    let other = of("b.csv", "100", "020;U;100\n620;U;-100\n");
    let read = read_all(&project(), &[&one, &other], &Options::default());
    assert_eq!(plan(&project(), &read).questions.len(), 1);
}
