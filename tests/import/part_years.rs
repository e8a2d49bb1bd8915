//! The year of accounts that a title, or the file's name, says, and titles of a part of a year.

use arsmelding::import::{Options, SheetRead};
use arsmelding::project::Project;

use super::support::{Files, V, imported, project, sheet, sheet_with};

const ROWS: &str = "Konto;Navn;Regnskap\n1010;Lønn;900000\n1120;Kontor;45000\n";
const LIST: &str = "Konto;Navn;Inngående saldo;Utgående saldo\n2101;Bank;1000;2000\n";

/// What is told of a part of a year: the cell and the sentence.
fn part(read: &SheetRead) -> Option<(Option<String>, String)> {
    let told = read.notes.iter().map(|note| (note.place.cell.clone(), note.message.text()));
    told.into_iter().find(|(_, text)| text.contains("ikke for hele året"))
}

/// The years of all balances.
fn years(project: &Project) -> Vec<i16> {
    let mut years: Vec<i16> = project.balances.iter().filter_map(|own| own.year).collect();
    years.dedup();
    years
}

#[test]
fn a_title_of_a_part_of_a_year_is_told_with_its_cell() {
    let files = Files::new();
    for (title, day) in [
        ("Saldobalanse per 31.08.2021", "31.08.2021"),
        ("Saldobalanse per 31.08.21", "31.08.2021"),
        ("Periode: 01.01.2021-31.08.2021", "31.08.2021"),
        ("Periode: 2021-01-01 - 2021-08-31", "31.08.2021"),
        ("periode 202101 - 202108", "31.08.2021"),
        ("Regnskap per 31. august 2021", "31.08.2021"),
        ("Regnskap januar–august 2021", "31.08.2021"),
        ("Regnskapsrapport per august 2021", "31.08.2021"),
        ("Regnskap 2. tertial 2021", "31.08.2021"),
        ("Regnskap 1. halvår 2021", "30.06.2021"),
        ("Regnskap Q3 2021", "30.09.2021"),
        ("Periode 1-8 2021", "31.08.2021"),
        ("Hedmark IKT, per 31.08.2021", "31.08.2021"),
        ("Regnskap februar 2021", "28.02.2021"),
    ] {
        for rows in [ROWS, LIST] {
            let read = sheet(files.write("saldo.csv", format!("{title}\n\n{rows}")));
            let told = part(&read).unwrap_or_else(|| panic!("{title}: {:?}", read.notes));
            assert_eq!(told.0.as_deref(), Some("A1"), "{title}");
            assert!(told.1.contains(&format!("per {day}, ")), "{title}: {}", told.1);
            assert!(read.questions.is_empty(), "{title}: {:?}", read.questions);
        }
        let read = sheet(files.write("saldo.csv", format!("{title}\n\n{ROWS}")));
        assert_eq!(years(&imported(&project(), &[read])), [2021], "{title}");
    }
}

#[test]
fn a_part_that_begins_within_the_year_is_told_from_its_first_day() {
    let files = Files::new();
    let read = sheet(files.write("a.csv", format!("Periode: 01.07.2021-31.12.2021\n{ROWS}")));
    let told = part(&read).unwrap().1;
    assert!(told.contains("fra 01.07.2021 til 31.12.2021"), "{told}");
}

#[test]
fn the_days_may_stand_in_cells_beside_their_words() {
    let files = Files::new();
    let rows: [&[V<'_>]; 4] = [
        &[V::T("Fra dato"), V::D("2021-01-01T00:00:00")],
        &[V::T("Til dato"), V::D("2021-08-31T00:00:00")],
        &[V::T("Konto"), V::T("Navn"), V::T("Regnskap")],
        &[V::T("1010"), V::T("Lønn"), V::N(900_000.0)],
    ];
    let told = part(&sheet(files.xlsx("saldo.xlsx", &rows))).unwrap();
    assert!(told.1.contains("per 31.08.2021"), "{}", told.1);
    assert_eq!(told.0.as_deref(), Some("B2"));
}

#[test]
fn a_whole_year_or_the_day_of_the_print_is_not_told() {
    let files = Files::new();
    for title in [
        "Saldobalanse per 31.12.2021",
        "Periode: 01.01.2021-31.12.2021",
        "periode 202101 - 202113",
        "Periode 1-12 2021",
        "Regnskap 2021",
        "Regnskap desember 2021",
        "Utskriftsdato: 15.11.2021",
        "Regnskap 2021;Utskrift 15.11.2021",
        "Kjørt den 15.11.2021",
    ] {
        let read = sheet(files.write("saldo.csv", format!("{title}\n\n{ROWS}")));
        assert_eq!(part(&read), None, "{title}");
    }
    // What a person says of another year is of no part of this one.
    let path = files.write("saldo.csv", format!("Saldobalanse per 31.08.2021\n{ROWS}"));
    let options = Options { year: Some(2020), ..Options::default() };
    assert_eq!(part(&sheet_with(&path, &project(), &options)), None);
}

#[test]
fn a_file_named_after_a_year_is_of_that_year() {
    let files = Files::new();
    for (name, expected) in [
        ("regnskap-2020.csv", 2020),
        ("Regnskap_2020_endelig.csv", 2020),
        ("Saldo 31.12.2020.csv", 2020),
        ("saldo per 31.08.2020.csv", 2020),
        ("regnskap-2020-12.csv", 2020),
        ("regnskap.csv", 2021),
        ("regnskap-2020-2021.csv", 2021),
        ("eksport-2022-03-15.csv", 2021),
        ("eksport 15.03.2022.csv", 2021),
        ("eksport_20220315.csv", 2021),
    ] {
        let read = sheet(files.write(name, ROWS));
        let is_told = read.notes.iter().any(|note| note.message.text().contains("filas navn"));
        assert_eq!(is_told, expected != 2021, "{name}");
        assert_eq!(years(&imported(&project(), &[read])), [expected], "{name}");
    }
}

#[test]
fn what_stands_in_a_file_goes_before_its_name() {
    let files = Files::new();
    let titled = files.write("regnskap-2020.csv", format!("Regnskap 2021\n\n{ROWS}"));
    assert_eq!(years(&imported(&project(), &[sheet(titled)])), [2021]);
    let headed = files.write("regnskap-2019.csv", ROWS.replace("Regnskap", "Regnskap 2021"));
    assert_eq!(years(&imported(&project(), &[sheet(headed)])), [2021]);
    let path = files.write("regnskap-2020.csv", ROWS);
    let options = Options { year: Some(2021), ..Options::default() };
    assert_eq!(years(&imported(&project(), &[sheet_with(path, &project(), &options)])), [2021]);
    let rows: [&[V<'_>]; 2] = [
        &[V::T("Konto"), V::T("Navn"), V::T("Regnskap")],
        &[V::T("1010"), V::T("Lønn"), V::N(900_000.0)],
    ];
    let path = files.workbook("regnskap-2019.xlsx", &[("2021", &rows)]);
    assert_eq!(years(&imported(&project(), &[sheet(path)])), [2021]);
    // Lists of the staff, too.
    let read = sheet(files.write("ansatte-2020.csv", "Avdeling;Ansatte\nDrift;20\n"));
    assert!(read.questions.is_empty(), "{:?}", read.questions);
    let day = imported(&project(), &[read]).staff[0].date.map(|day| day.year());
    assert_eq!(day, Some(2020));
}

#[test]
fn a_part_of_a_year_in_the_heading_of_the_amounts_is_told() {
    let files = Files::new();
    for heading in [
        "Regnskap pr. 31.08.",
        "Regnskap pr 31.08.2021",
        "Regnskap jan–aug",
        "Regnskap jan-aug 2021",
        "Regnskap (januar til august)",
        "Regnskap 1.-8. periode",
        "Regnskap periode 1-8",
        "Regnskap t.o.m. august",
        "Regnskap per 08-2021",
        "Regnskap 202101-202108",
        "Regnskap 01.01.-31.08.2021",
        "Beløp 01.01.2021-31.08.2021",
        "Regnskap 2021 (pr aug)",
    ] {
        let rows = format!("Konto;Navn;{heading}\n1010;Lønn;900000\n1120;Kontor;45000\n");
        let read = sheet(files.write("saldo.csv", rows));
        let told = part(&read).unwrap_or_else(|| panic!("{heading}: {:?}", read.questions));
        assert_eq!(told.0.as_deref(), Some("C1"), "{heading}");
        assert!(told.1.contains("per 31.08.2021, "), "{heading}: {}", told.1);
        assert_eq!(years(&imported(&project(), &[read])), [2021], "{heading}");
    }
    for heading in ["Regnskap hittil i år", "Regnskap hiå", "Akkumulert"] {
        let rows = format!("Konto;Navn;{heading}\n1010;Lønn;900000\n1120;Kontor;45000\n");
        let read = sheet(files.write("saldo.csv", rows));
        let told = |read: &SheetRead| {
            read.notes.iter().any(|note| note.message.text().contains("ført så langt"))
        };
        assert!(told(&read), "{heading}");
    }
}

#[test]
fn a_part_of_a_year_in_a_column_of_the_list_is_told() {
    let files = Files::new();
    for (headings, cells) in [
        ("Fra;Til", "01.01.2021;31.08.2021"),
        ("Fra periode;Til periode", "202101;202108"),
        ("Fra–Til", "01.01.2021-31.08.2021"),
        ("Periode fra;Periode til", "1;8"),
    ] {
        let row = |account: &str| format!("{account};{cells};45000\n");
        let text = format!("Konto;{headings};Regnskap\n{}{}", row("1010"), row("1120"));
        let read = sheet(files.write("saldo.csv", text));
        assert!(part(&read).is_some(), "{headings}: {:?}", read.notes);
        let whole = |text: &str| text.replace("31.08.", "31.12.").replace("202108", "202112");
        let text = format!("Konto;{headings};Regnskap\n{}{}", row("1010"), row("1120"));
        let text = whole(&text).replace(";1;8;", ";1;12;");
        let read = sheet(files.write("saldo.csv", text));
        assert!(part(&read).is_none(), "{headings}");
    }
}

#[test]
fn rows_of_the_last_period_alone_are_told() {
    let files = Files::new();
    for period in ["12", "202112", "13"] {
        let text = format!("Konto;Periode;Regnskap\n1010;{period};900\n1120;{period};45\n");
        let read = sheet(files.write("saldo.csv", text));
        let told = read.notes.iter().any(|note| note.message.text().contains("bare for den"));
        assert!(told, "{period}: {:?}", read.notes);
    }
}

#[test]
fn headings_that_speak_of_this_year_and_the_last_are_of_the_lists_year() {
    let files = Files::new();
    for headings in [
        "Dette år;Forrige år",
        "I år;I fjor",
        "Inneværende år;Fjoråret",
        "Saldo i år;Saldo fjor",
        "Regnskap;Året før",
        "Regnskap dette året;Regnskap forrige år",
    ] {
        let text = format!("Konto;{headings}\n1010;900;800\n1120;45;44\n");
        let read = sheet(files.write("saldo.csv", text));
        assert_eq!(read.questions, [], "{headings}");
        let after = imported(&project(), &[read]);
        let row = &after.balances[0];
        assert_eq!(
            (row.year, row.actual, row.last_year),
            (Some(2021), Some(900.into()), Some(800.into())),
            "{headings}"
        );
    }
}
