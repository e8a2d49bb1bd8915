//! Which column is what, and who has a say in it.

use arsmelding::import::{Certainty, Options};
use arsmelding::project::SourceKind;

use super::support::{Files, imported, project, refusal, sheet, sheet_with};

fn chosen(field: &str, column: &str) -> Options {
    Options { map: vec![(field.to_owned(), column.to_owned())], ..Options::default() }
}

#[test]
fn an_unknown_heading_is_guessed_from_what_the_column_holds() {
    let files = Files::new();
    let text = "Saksnr;Kom inn;Hastegrad;Slag;Kunde\n\
        1;11.03.2021;Høy;Incident;Hamar\n2;12.03.2021;Lav;Request;Løten\n\
        3;12.03.2021;Høy;Request;Løten\n";
    let read = sheet(files.write("guess.csv", text));
    let of =
        |field: &str| read.columns.iter().find(|column| column.field.as_deref() == Some(field));
    for (field, heading) in [("created", "Kom inn"), ("priority", "Hastegrad"), ("type", "Slag")] {
        let column = of(field).unwrap();
        assert_eq!((column.heading.as_str(), column.certainty), (heading, Certainty::Guessed));
    }
    assert_eq!(of("customer").unwrap().certainty, Certainty::Known);
    assert_eq!(read.preview[0].values, ["1", "11.03.2021", "B", "Hendelse", "Hamar"]);
}

#[test]
fn two_columns_of_dates_are_asked_about_and_the_answer_is_remembered() {
    let files = Files::new();
    let path = files.write(
        "two.csv",
        "Saksnr;Kom inn;Sist endret;Pri\n1;11.03.2021;12.03.2021;C\n2;11.03.2021;13.03.2021;C\n",
    );
    let read = sheet(&path);
    let answers: Vec<&str> = read.questions[0].answers.iter().map(|a| a.words.as_str()).collect();
    assert_eq!(answers, ["Kom inn", "Sist endret"]);
    assert_eq!(read.questions[0].option(), "--map created=…");
    assert!(read.rows.is_empty());
    assert!(!super::support::plan(&project(), &[read]).has_changes());

    let answered = sheet_with(&path, &project(), &chosen("created", "b"));
    assert_eq!(answered.columns[1].certainty, Certainty::Chosen);
    let after = imported(&project(), &[answered]);
    // The next export has its columns moved, and one renamed within the synonyms.
    let next = files
        .write("next.csv", "Prioritet;Sist endret;Kom inn;Saksnummer\nC;15.04.2021;14.04.2021;3\n");
    let read = sheet_with(&next, &after, &Options::default());
    assert_eq!(read.questions, []);
    assert_eq!(read.columns[2].certainty, Certainty::Remembered);
    assert_eq!(read.preview[0].values, ["C", "14.04.2021", "3"]);
}

#[test]
fn a_column_can_be_chosen_or_left_out_but_never_one_about_persons() {
    let files = Files::new();
    let path = files.write(
        "choose.csv",
        "Saksnr;Registrert;Kategori;Underkategori;Innmelder\n1;11.03.2021;PC;Skjerm;Ola\n",
    );
    let read = sheet_with(&path, &project(), &chosen("category", "Underkategori"));
    assert_eq!(read.preview[0].values, ["1", "11.03.2021", "Skjerm"]);
    let read = sheet_with(&path, &project(), &chosen("category", "-"));
    assert_eq!(read.preview[0].values, ["1", "11.03.2021"]);
    assert!(refusal(&path, &chosen("customer", "E")).contains("gjelder personer"));
    assert!(
        refusal(&path, &chosen("customer", "Kommune")).contains("Fant ikke kolonnen «Kommune»")
    );
    assert!(refusal(&path, &chosen("farge", "A")).contains("er ikke et felt"));
}

#[test]
fn the_person_can_say_what_a_file_is() {
    let files = Files::new();
    let path = files.write("said.csv", "Når;Hvor mange\n04.01.2021;12\n05.01.2021;14\n");
    assert!(refusal(&path, &Options::default()).contains("Fant ingen kolonneoverskrifter"));
    let options = Options {
        kind: Some(SourceKind::DayCounts),
        system: Some("Sentralbordet".to_owned()),
        ..chosen("cases", "B")
    };
    let read = sheet_with(&path, &project(), &options);
    assert_eq!((read.kind(), read.accepted()), (SourceKind::DayCounts, 2));
    let after = imported(&project(), &[read]);
    let read = sheet_with(&path, &after, &Options::default());
    assert_eq!(read.stream.system, "Sentralbordet");
    assert!(!super::support::plan(&after, &[read]).has_changes());
}
