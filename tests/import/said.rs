//! What is said of one source of several, and what is said later without any.

use std::path::Path;
use std::process::{Command, Output};

use arsmelding::import::Options;
use arsmelding::project::{Edit, PriorityMeaning, Project, SourceId, Touched};

use super::support::{Files, context, imported, plan, project, sheet, sheet_with};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_arsmelding")).args(arguments).output().unwrap()
}

/// What a command printed that was done.
fn done(arguments: &[&str]) -> String {
    let output = run(arguments);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {told}");
    String::from_utf8(output.stdout).unwrap()
}

fn refused(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn new_project(files: &Files) -> String {
    let path = files.write("p.ron", "");
    std::fs::remove_file(&path).unwrap();
    done(&["new", text(&path), "--year", "2021"]);
    text(&path).to_owned()
}

const IN_1000: &str = "Beløp i 1000\nKonto;Kontonavn;Regnskap 2021\n1.010.100.120;Lønn;1000\n";
const IN_KRONER: &str = "Konto;Kontonavn;Regnskap 2021\n1.200.100.120;Kjøp;5000\n";

#[test]
fn a_unit_is_said_of_the_source_that_it_is_of() {
    let files = Files::new();
    let file = new_project(&files);
    let (one, other) = (files.write("a.csv", IN_1000), files.write("b.csv", IN_KRONER));
    let import = ["import", &file, text(&one), text(&other)];
    let told = refused(&import);
    assert!(told.contains("--unit kr|tusen|mill") && told.contains("«a.csv=»"), "{told}");
    for said in [
        &["--unit", "a.csv=tusen"][..],
        &["--unit", &format!("{}=tusen", text(&one))],
        &["--unit", "kr", "--unit", "a.csv=tusen"],
        &["--unit", "tusen", "--unit", "b.csv=kr"],
    ] {
        let dry: Vec<&str> =
            import.iter().chain(said).chain(&["--dry-run", "--json"]).copied().collect();
        done(&dry);
        let copy = format!("{file}.{}", said.len());
        std::fs::copy(&file, &copy).unwrap();
        let mut into: Vec<&str> = import.iter().chain(said).copied().collect();
        into[1] = &copy;
        done(&into);
        let amounts = done(&["table", &copy, "par5-6", "--format", "csv"]);
        assert!(amounts.contains("1000000.00"), "{said:?}: {amounts}");
        assert!(amounts.contains(",5000.00"), "{said:?}: {amounts}");
    }
    let told = refused(&["import", &file, text(&one), "--unit", "c.csv=tusen"]);
    assert!(told.contains("c.csv"), "{told}");
    let told = refused(&["import", &file, text(&one), "--unit", "a.csv=tonn"]);
    assert!(told.contains("tonn"), "{told}");
}

#[test]
fn every_option_may_be_said_of_one_source() {
    let files = Files::new();
    let file = new_project(&files);
    let list = |number: u32, word: &str| {
        files.write(
            &format!("{number}.csv"),
            format!("Saksnr;Registrert;Pri\n{number};03/04/2021 08:00;{word}\n"),
        )
    };
    let (one, other) = (list(1, "Haster"), list(2, "Haster"));
    let import = [
        "import",
        &file,
        text(&one),
        text(&other),
        "--date-order",
        "dmy",
        "--date-order",
        "2.csv=mdy",
        "--system",
        "1.csv=Desk",
        "--system",
        "2.csv=Servicetorg",
        "--priority",
        "Haster=A",
        "--priority",
        "2.csv=Haster=other",
        "--selection",
        "Hamar=og Løten",
    ];
    done(&import);
    let sources: serde_json::Value =
        serde_json::from_str(&done(&["sources", &file, "--json"])).unwrap();
    let of = |name: &str, field: &str| {
        let mut all = sources.as_array().unwrap().iter();
        let source = all.find(|own| own["file"] == name).unwrap();
        source[field].as_str().unwrap().to_owned()
    };
    assert_eq!(of("1.csv", "system"), "Desk");
    assert_eq!(of("2.csv", "system"), "Servicetorg");
    assert_eq!(of("1.csv", "period"), "2021-04-03..2021-04-03");
    assert_eq!(of("2.csv", "period"), "2021-03-04..2021-03-04");
    // What is no file's name is part of the value.
    assert_eq!(of("1.csv", "selection"), "Hamar=og Løten");
    let answers = std::fs::read_to_string(&file).unwrap();
    assert_eq!(answers.matches("(\"Haster\", A)").count(), 1);
    assert_eq!(answers.matches("(\"Haster\", Other)").count(), 1);
}

#[test]
fn a_unit_is_remembered_for_files_that_say_the_same_of_it() {
    let files = Files::new();
    let said =
        Options { unit: Some(arsmelding::project::AmountUnit::Thousand), ..Options::default() };
    let before =
        imported(&project(), &[sheet_with(files.write("a.csv", IN_1000), &project(), &said)]);
    let actual = |text: &str| {
        let read = sheet_with(files.write("b.csv", text), &before, &Options::default());
        assert_eq!(read.questions, []);
        let after = imported(&before, &[read]);
        let own = after.balances.iter().find(|own| own.account == "200").unwrap();
        own.actual.unwrap().normalize().to_string()
    };
    assert_eq!(actual(&format!("Beløp i 1000\n{IN_KRONER}")), "5000000");
    // The same headings without a word of the unit are of kroner.
    assert_eq!(actual(IN_KRONER), "5000");
}

/// Three cases of each word, imported in the window before anybody has said what they mean.
fn waiting(files: &Files) -> Project {
    let rows = (0..6).map(|n| {
        let word = ["Haster", "Vanlig"][n % 2];
        format!("{n};{:02}.03.2021 08:00;{word}\n", n + 1)
    });
    let text: String = std::iter::once("Saksnr;Registrert;Pri\n".to_owned()).chain(rows).collect();
    imported(&project(), &[sheet(files.write("saker.csv", text))])
}

fn incidents(project: &Project) -> Option<u32> {
    let figures = arsmelding::figures::Figures::of(project);
    figures.incidents(arsmelding::calendar::Span::year(2021)).map(|own| own.cases)
}

#[test]
fn a_word_for_priority_is_explained_without_its_file() {
    let files = Files::new();
    let before = waiting(&files);
    assert_eq!(incidents(&before), None);
    let explained = |project: &Project, answers: &[(&str, PriorityMeaning)]| {
        let answers = answers.iter().map(|(word, means)| ((*word).to_owned(), *means)).collect();
        let edit = Edit::ExplainPriorities { system: None, answers };
        project.edited(&edit, &context()).unwrap()
    };
    let (after, what) = explained(&before, &[("haster", PriorityMeaning::A)]).unwrap();
    assert_eq!(what, "Forklarte prioriteter: «haster»: A (kritisk)");
    assert_eq!(after.log.last().unwrap().touched, [Touched::IncidentPriorities]);
    assert_eq!(incidents(&after), None, "the other word waits");
    let (after, _) = explained(&after, &[("Vanlig", PriorityMeaning::Other)]).unwrap();
    assert_eq!(incidents(&after), Some(3));
    // No case is touched, and the next export needs no answer.
    assert_eq!(after.cases, before.cases);
    let again = sheet_with(
        files.write("neste.csv", "Saksnr;Registrert;Pri\n9;09.03.2021 08:00;Haster\n"),
        &after,
        &Options::default(),
    );
    assert_eq!(again.questions, []);
    assert_eq!(incidents(&imported(&after, &[again])), Some(4));
    // Another answer takes the place of the first, whatever said it.
    let (other, _) = explained(&after, &[("Haster", PriorityMeaning::Other)]).unwrap();
    assert_eq!(incidents(&other), Some(0));
    assert!(explained(&other, &[("Haster", PriorityMeaning::Other)]).is_none());
    let edit = Edit::ExplainPriorities {
        system: None,
        answers: vec![("Tull".to_owned(), PriorityMeaning::A)],
    };
    assert!(before.edited(&edit, &context()).is_err());
}

#[test]
fn an_import_that_only_brings_answers_says_what_it_touched() {
    let files = Files::new();
    let before = waiting(&files);
    let mut said = Options::default();
    for (word, means) in [("Haster", PriorityMeaning::B), ("Vanlig", PriorityMeaning::Other)] {
        said.say(&arsmelding::import::Setting::Priority { word: word.to_owned(), means });
    }
    let rows =
        (0..6).map(|n| format!("{n};{:02}.03.2021 08:00;{}\n", n + 1, ["Haster", "Vanlig"][n % 2]));
    let text: String = std::iter::once("Saksnr;Registrert;Pri\n".to_owned()).chain(rows).collect();
    let read = sheet_with(files.write("saker.csv", text), &before, &said);
    let (after, what) = plan(&before, &[read]).apply(&context()).unwrap();
    assert_eq!(what, "Forklarte prioriteter: «Haster»: B (høy), «Vanlig»: Ingen av dem");
    assert_eq!(after.log.last().unwrap().touched, [Touched::IncidentPriorities]);
    assert_eq!((after.sources.len(), after.sources[0].id), (1, SourceId(1)));
    assert_eq!(incidents(&after), Some(3));
}

#[test]
fn words_for_priority_are_explained_on_the_command_line() {
    let files = Files::new();
    let file = new_project(&files);
    let list = "Saksnr;Registrert;Pri\n1;01.03.2021 08:00;Haster\n2;02.03.2021 08:00;Vanlig\n";
    let path = files.write("saker.csv", list);
    let others = ["--priority", "Haster=other", "--priority", "Vanlig=other"];
    let import = ["import", &file, text(&path), "--period", "2021-01-01..2021-12-31"];
    let import: Vec<&str> = import.into_iter().chain(others).collect();
    done(&import);
    let said = done(&["import", &file, "--priority", "Haster=A"]);
    assert!(said.contains("Forklarte prioriteter: «Haster»: A (kritisk)"), "{said}");
    let incidents = done(&["table", &file, "incidents", "--format", "csv"]);
    assert!(incidents.lines().any(|line| line.starts_with("1,1,")), "{incidents}");
    assert!(refused(&["import", &file, "--priority", "Tull=A"]).contains("«Tull»"));
    assert!(refused(&["import", &file]).contains("mangler"));
}
