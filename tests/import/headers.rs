//! Which row the headings are, and what is said where none is.

use std::path::PathBuf;

use arsmelding::import::{HeaderRow, Options, SheetRead, TypedRows};
use arsmelding::project::{SourceKind, TableId};

use super::support::{
    Files, V::*, imported, minute, project, refusal, registered, sheet, sheet_with,
};

fn door(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/doors/rows").join(name)
}

fn map(choices: &[(&str, &str)]) -> Vec<(String, String)> {
    choices.iter().map(|(field, column)| ((*field).to_owned(), (*column).to_owned())).collect()
}

fn cases(choices: &[(&str, &str)]) -> Options {
    Options { kind: Some(SourceKind::Cases), map: map(choices), ..Options::default() }
}

fn has_note(read: &SheetRead, words: &str) -> bool {
    read.notes.iter().any(|note| note.message.text().contains(words))
}

#[test]
fn the_first_row_of_a_list_without_headings_is_data() {
    let path = door("without-headings.xlsx");
    let said = refusal(&path, &Options::default());
    assert!(said.starts_with("Rad 1 ser ut som data"), "{said}");
    let asked = sheet_with(&path, &project(), &cases(&[("created", "B")]));
    assert_eq!(asked.questions.len(), 1);
    assert_eq!(asked.questions[0].option(), "--header-row none");
    assert!(asked.rows.is_empty());
    let mut options = cases(&[("created", "B")]);
    options.say(&asked.questions[0].answers[0].says);
    let read = sheet_with(&path, &project(), &options);
    assert_eq!((read.accepted(), read.read, read.header_row), (6, 6, 0));
    // Its cells can still be told: the columns go into the source.
    assert!(read.has_cells());
    let after = imported(&project(), &[read]);
    assert!(!after.sources[0].columns.is_empty());
}

#[test]
fn a_list_without_headings_asks_for_what_it_holds() {
    let files = Files::new();
    let path = files
        .write("bare.csv", "1;01.03.2021 08:00;C\n2;02.03.2021 08:00;C\n3;03.03.2021 08:00;B\n");
    let none = Some(HeaderRow::None);
    let said = refusal(&path, &Options { header_row: none, ..Options::default() });
    assert!(said.contains("uten overskrifter"), "{said}");
    // The column of dates is found by what it holds.
    let options = Options { header_row: none, ..cases(&[("number", "A"), ("priority", "C")]) };
    let read = sheet_with(&path, &project(), &options);
    assert_eq!(read.accepted(), 3);
    assert_eq!(registered(&read)[0], minute("2021-03-01T08:00"));
}

#[test]
fn a_list_without_headings_is_remembered_by_the_places_of_its_columns() {
    let files = Files::new();
    let list = |month: u32, first: u32| -> String {
        (0..4)
            .map(|at| format!("S{};0{}.{month:02}.2021 08:00;C;Hamar\n", first + at, at + 1))
            .collect()
    };
    let path = files.write("mars.csv", list(3, 1));
    let none = Some(HeaderRow::None);
    let said = refusal(&path, &Options { header_row: none, ..Options::default() });
    assert!(said.contains("A «S1», B «01.03.2021 08:00», C «C», D «Hamar»"), "{said}");
    let columns = [("number", "A"), ("created", "B"), ("priority", "C"), ("customer", "D")];
    let options = Options { header_row: none, ..cases(&columns) };
    let after = imported(&project(), &[sheet_with(&path, &project(), &options)]);
    // The next one needs no word, nor does it with the same one.
    let next = files.write("april.csv", list(4, 5));
    for options in [Options::default(), Options { header_row: none, ..Options::default() }] {
        let read = sheet_with(&next, &after, &options);
        assert_eq!((read.accepted(), read.questions.len(), read.header_row), (4, 0, 0));
        assert_eq!(registered(&read)[0], minute("2021-04-01T08:00"));
    }
    // Other columns are another list.
    let other =
        files.write("annet.csv", "Hamar;S9;C;01.04.2021 08:00\nHamar;S10;C;02.04.2021 08:00\n");
    assert!(!refusal(&other, &Options::default()).is_empty());
    // Headings are headings.
    let headed = format!("Saksnr;Registrert;Prioritet;Kunde\n{}", list(5, 9));
    let read = sheet_with(files.write("mai.csv", headed), &after, &Options::default());
    assert_eq!((read.accepted(), read.header_row), (4, 1));
}

#[test]
fn accounts_without_headings_are_remembered_too() {
    let files = Files::new();
    let list =
        |amount: u32| format!("1.010.100.120;Lønn;{amount};900\n1.650.100.120;Salg;-500;-900\n");
    let path = files.write("a.csv", list(1_000));
    let options = Options {
        header_row: Some(HeaderRow::None),
        kind: Some(SourceKind::Table(TableId::Balances)),
        map: [("account", "A"), ("actual", "C")].map(|(a, b)| (a.to_owned(), b.to_owned())).into(),
        ..Options::default()
    };
    let after = imported(&project(), &[sheet_with(&path, &project(), &options)]);
    let read = sheet_with(files.write("b.csv", list(1_100)), &after, &Options::default());
    assert_eq!((read.accepted(), read.questions.len()), (2, 0));
}

#[test]
fn a_person_can_say_where_the_headings_stand() {
    let files = Files::new();
    let text = "Saksnr;Registrert;Prioritet\n(tekst);(dato);(kode)\n\
                Nummer;Når;Hast\n1;01.03.2021 08:00;C\n2;02.03.2021 08:00;C\n";
    let path = files.write("third.csv", text);
    let options = Options {
        header_row: Some(HeaderRow::At(3)),
        ..cases(&[("number", "Nummer"), ("created", "Når"), ("priority", "Hast")])
    };
    let read = sheet_with(&path, &project(), &options);
    assert_eq!((read.header_row, read.read, read.accepted()), (3, 2, 2));
    let beyond = Options { header_row: Some(HeaderRow::At(99)), ..options };
    assert!(refusal(&path, &beyond).starts_with("Rad 99 er tom"));
}

#[test]
fn a_row_of_data_with_a_known_word_is_no_header() {
    let files = Files::new();
    // As GitLab writes it; none of its headings need be known.
    let text = "Ref,State,Title,Made At (UTC),Done At (UTC)\n\
                11,Closed,a,2021-06-30 23:30:00,2021-07-01 08:00:00\n\
                12,Closed,Type,2021-07-02 10:00:00,2021-07-03 08:00:00\n";
    let options = cases(&[("created", "Made At (UTC)"), ("closed", "Done At (UTC)")]);
    let read = sheet_with(files.write("gitlab.csv", text), &project(), &options);
    assert_eq!((read.header_row, read.accepted()), (1, 2));
    // The headings say the zone of the stamps.
    assert_eq!(registered(&read)[0], minute("2021-07-01T01:30"));
}

#[test]
fn headings_may_stand_in_two_rows_and_have_line_breaks() {
    let files = Files::new();
    let read = sheet(files.xlsx(
        "two.xlsx",
        &[
            &[T("Sakene våre")],
            &[T("Sak"), T(""), T("Tid"), T(""), T("Kunde")],
            &[T("Saks-\nnummer"), T("Prioritet"), T("Registrert\ndato"), T("Lukket"), T("")],
            &[T("1"), T("C"), D("2021-03-01T08:00:00"), D("2021-03-02T08:00:00"), T("Hamar")],
            &[T("2"), T("C"), D("2021-03-02T08:00:00"), T(""), T("Løten")],
        ],
    ));
    assert_eq!((read.header_row, read.accepted(), read.rejects.len()), (3, 2, 0));
    assert_eq!(read.fields(), ["number", "priority", "created", "closed", "customer"]);
    // What the upper row says may be half of the heading.
    let read = sheet(files.write(
        "halves.csv",
        "Registrert;;Lukket;\nDato;Klokkeslett;Dato;Kl\n01.03.2021;08:14;02.03.2021;09:30\n\
         02.03.2021;10:00;;\n",
    ));
    assert_eq!(registered(&read), ["2021-03-01T08:14", "2021-03-02T10:00"].map(minute));
    let TypedRows::Cases { rows, .. } = &read.rows else { panic!("no cases") };
    assert_eq!(rows[0].open_minutes, Some(25 * 60 + 16));
}

#[test]
fn a_refusal_says_what_the_sheet_looks_like_and_what_is_missing() {
    // What may hold the amounts is asked about.
    let read = sheet(door("accounts-without-amount.csv"));
    let asked = read.questions[0].asks.text();
    assert!(asked.contains("art, art_tekst, ansvar") && asked.contains("«Regnskap»"), "{asked}");
    assert_eq!(read.questions[0].option(), "--map actual=…");
    let said = refusal(door("budget-without-dates.csv"), &Options::default());
    assert!(said.contains("ligner «Regnskap per konto»") && said.contains("«Konto»"), "{said}");
    let files = Files::new();
    let uptime = files.write("uptime.csv", "System;Målt tid (min);Merknad\nFagsystem;44640;x\n");
    let said = refusal(uptime, &Options::default());
    assert!(said.contains("ligner «Oppetid»") && said.contains("«Nedetid"), "{said}");
}

#[test]
fn a_column_of_dates_without_dates_is_named() {
    let files = Files::new();
    let text = "#\tid\tOpprettet\tPrioritet\n1\t1\t3 weeks ago\tC\n2\t2\t4 weeks ago\tC\n";
    let said = refusal(files.write("rt.tsv", text), &Options::default());
    assert!(said.contains("«Opprettet»") && said.contains("«3 weeks ago»"), "{said}");
}

#[test]
fn a_zone_in_a_title_a_heading_or_a_footer_is_obeyed() {
    let read = sheet(door("timezone-in-footer.csv"));
    assert_eq!(
        registered(&read),
        ["2021-07-01T01:30", "2022-01-01T00:30", "2021-03-01T11:00"].map(minute)
    );
    assert_eq!((read.accepted(), read.rejects.len(), read.skipped_count()), (3, 0, 2));
    let files = Files::new();
    let rows = "1;2021-06-30 23:30:00;C\n";
    for text in [
        format!("Timezone: UTC\nNr;Registrert;Pri\n{rows}"),
        format!("Tidssone;Etc/UTC\nNr;Registrert;Pri\n{rows}"),
        format!("Alle tider er i UTC\n\nNr;Registrert;Pri\n{rows}"),
        format!("Nr;Registrert (UTC);Pri\n{rows}"),
        format!("Nr;Registrert;Pri\n{rows}\nAll times in UTC;;\n"),
    ] {
        let read = sheet(files.write("utc.csv", &text));
        assert_eq!(registered(&read), [minute("2021-07-01T01:30")], "{text}");
    }
    for zone in ["Europe/Oslo", "CET", "(UTC+01:00) Amsterdam, Berlin, Bern, Roma"] {
        let text = format!("Tidssone: {zone}\nNr;Registrert;Pri\n{rows}");
        let read = sheet(files.write("oslo.csv", &text));
        assert_eq!(registered(&read), [minute("2021-06-30T23:30")], "{text}");
        assert_eq!(read.questions, []);
    }
    let text = format!("Nr;Registrert;Pri\n{rows}Timezone: America/New_York;;\n");
    let path = files.write("york.csv", text);
    let read = sheet(&path);
    assert!(read.questions[0].asks.text().contains("America/New_York"));
    assert_eq!(read.questions[0].option(), "--timezone local|utc");
    let mut options = Options::default();
    options.say(&read.questions[0].answers[1].says);
    let read = sheet_with(&path, &project(), &options);
    assert_eq!((read.questions.len(), registered(&read)[0]), (0, minute("2021-07-01T01:30")));
}

#[test]
fn a_list_that_says_that_it_is_cut_is_told() {
    let files = Files::new();
    let rows = "1;01.03.2021 08:00;C\n2;02.03.2021 08:00;C\n";
    for line in ["Viser 10 000 av 17 312", "Showing 1 to 1,000 of 17,312 entries"] {
        let above = format!("{line}\nNr;Registrert;Pri\n{rows}");
        let below = format!("Nr;Registrert;Pri\n{rows}{line}\n").replace("1,000", "1000");
        for text in [above, below] {
            let read = sheet(files.write("cut.csv", &text));
            assert_eq!((read.accepted(), read.rejects.len()), (2, 0), "{text}");
            assert!(has_note(&read, "Lista er avkortet"), "{text}");
        }
    }
    let whole = format!("Nr;Registrert;Pri\n{rows}Viser 2 av 2\n");
    assert!(!has_note(&sheet(files.write("whole.csv", whole)), "avkortet"));
}

#[test]
fn rows_with_a_cell_more_than_there_are_headings_are_refused() {
    let files = Files::new();
    // As R writes a table with its row names.
    let text = "Saksnr;Registrert;Kunde\n\"1\";11;01.03.2021;Hamar\n\"2\";12;02.03.2021;Løten\n";
    let said = refusal(files.write("r.csv", text), &Options::default());
    assert!(said.contains("4 celler") || said.contains("«Registrert»"), "{said}");
    let text = "År;Område;Mål;Resultat\n1;2021;Drift;Oppetid;99\n2;2021;Drift;Svartid;3\n";
    let said = refusal(files.write("goals.csv", text), &Options::default());
    assert!(said.contains("5 celler") && said.contains("4 overskrifter"), "{said}");
}

#[test]
fn lines_of_text_are_no_spreadsheet() {
    let files = Files::new();
    let said =
        refusal(files.write("vedlegg.xls", "Se vedlegget i e-posten\n"), &Options::default());
    assert!(said.starts_with("Fila er ikke et regneark"), "{said}");
}

#[test]
fn what_was_remembered_of_a_column_without_a_heading_moves_to_no_other() {
    let files = Files::new();
    let text = "Nr;Kom;;Pri\n1;01.03.2021;08:14;C\n2;02.03.2021;10:00;C\n";
    let options =
        Options { map: map(&[("created", "Kom"), ("number", "Nr")]), ..Options::default() };
    let read = sheet_with(files.write("first.csv", text), &project(), &options);
    assert_eq!(registered(&read)[0], minute("2021-03-01T08:14"));
    let after = imported(&project(), &[read]);
    let next = "Nr;;Kom;;Pri\n3;x;03.03.2021;09:00;C\n4;y;04.03.2021;10:00;C\n";
    let read = sheet_with(files.write("next.csv", next), &after, &Options::default());
    assert_eq!(registered(&read)[0], minute("2021-03-03T09:00"));
}
