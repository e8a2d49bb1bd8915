//! A row is held against the shape of its sheet: nothing is swallowed, shifted or split unseen.

use std::fmt::Write as _;
use std::path::PathBuf;

use arsmelding::import::{Options, SheetRead, TypedRows};
use proptest::prelude::*;

use super::support::{Files, project, refusal, registered, sheet, sheet_with};

fn door(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/doors/rows").join(name)
}

fn notes(read: &SheetRead) -> Vec<String> {
    read.notes.iter().map(|note| note.message.text()).collect()
}

fn has_note(read: &SheetRead, words: &str) -> bool {
    notes(read).iter().any(|note| note.contains(words))
}

/// The customers of the cases, one for each case.
fn customers(read: &SheetRead) -> Vec<String> {
    let TypedRows::Cases { rows, codes } = &read.rows else { panic!("no cases: {:?}", read.rows) };
    let word = |code| codes.customers.word(code).unwrap_or_default().to_owned();
    rows.iter().map(|case| word(case.customer)).collect()
}

/// Cases that are known to be closed.
fn closed(read: &SheetRead) -> usize {
    let TypedRows::Cases { rows, .. } = &read.rows else { panic!("no cases: {:?}", read.rows) };
    rows.iter().filter(|case| case.open_minutes.is_some()).count()
}

#[test]
fn a_stray_quote_swallows_no_rows() {
    for name in ["stray-quotes.csv", "quote-never-closed.csv"] {
        let read = sheet(door(name));
        assert_eq!((read.accepted(), read.rejects.len()), (12, 0), "{name}");
        assert!(has_note(&read, "Rad 5 har et anførselstegn"), "{name}: {:?}", notes(&read));
        assert_eq!(read.notes[0].place.cell.as_deref(), Some("C5"), "{name}");
    }
}

#[test]
fn a_stray_quote_on_the_last_row_or_in_a_closed_pair_swallows_none_either() {
    let files = Files::new();
    let head = "Nr;Registrert;Emne;Kunde\n";
    let last = format!("{head}1;01.03.2021;a;Hamar\n2;02.03.2021;\"b;Løten\n");
    assert_eq!(sheet(files.write("last.csv", last)).accepted(), 2);
    // The second quote stands where a quote would close a cell, too.
    let pair = format!(
        "{head}1;01.03.2021;\"a;Hamar\n2;02.03.2021;b;Løten\n3;03.03.2021;c\";Hamar\n\
         4;04.03.2021;d;Hamar\n"
    );
    let read = sheet(files.write("pair.csv", pair));
    assert_eq!((read.accepted(), read.rejects.len()), (4, 0));
    assert_eq!(customers(&read), ["Hamar", "Løten", "Hamar", "Hamar"]);
}

#[test]
fn what_cannot_be_told_apart_is_refused_with_its_rows() {
    let files = Files::new();
    let text = "Nr;Registrert;Emne;Kunde\n1;01.03.2021;a;Hamar\n2;02.03.2021;\"b;Løten\n\
                3;03.03.2021;c;Hamar\nog en linje til\n4;04.03.2021;d;Hamar\n";
    let said = refusal(files.write("mixed.csv", text), &Options::default());
    assert!(said.contains("C3, på linje 3 i fila, har et anførselstegn"), "{said}");
    assert!(said.contains("3–6"), "{said}");
}

#[test]
fn a_description_over_several_lines_is_one_row_whatever_stands_in_it() {
    let files = Files::new();
    let text = "Nr;Registrert;Beskrivelse;Kunde\n\
                1;01.03.2021;\"Hei, \nse her: a, b, c\n\nMvh, Ola; HIKT\";Hamar\n\
                2;02.03.2021;\"x, y\nz, w\";Løten\n3;03.03.2021;\"en ting, to\nting, tre\";Løten\n";
    let read = sheet(files.write("quoted.csv", text));
    assert_eq!(customers(&read), ["Hamar", "Løten", "Løten"]);
    assert_eq!(notes(&read).iter().filter(|note| note.contains("anførsel")).count(), 0);
    // The same without quotes, as some systems write it.
    let rows: String = (1..20).map(|day| format!("{day};{day:02}.03.2021;kort;Hamar\n")).collect();
    let bare = format!(
        "Nr;Registrert;Beskrivelse;Kunde\n{rows}20;20.03.2021;første linje\nandre linje;Løten\n"
    );
    let read = sheet(files.write("bare.csv", bare));
    assert_eq!((read.accepted(), read.rejects.len()), (20, 0));
    assert_eq!(customers(&read).last().unwrap(), "Løten");
    assert!(has_note(&read, "Rad 21 er delt over flere linjer"), "{:?}", notes(&read));
}

#[test]
fn a_separator_within_a_cell_shifts_no_cells_in_silence() {
    let files = Files::new();
    let head = "Nr;Registrert;Emne;Prioritet;Kunde";
    let rows = "1;01.03.2021;a;C;Hamar\n2;02.03.2021;b; eller c;C;Løten\n3;03.03.2021;d;C;Hamar\n";
    let read = sheet(files.write("shifted.csv", format!("{head}\n{rows}")));
    assert_eq!((read.accepted(), read.rejects.len()), (2, 1));
    assert_eq!(read.rejects[0].cell, "F3");
    assert!(read.rejects[0].cause.text().contains("forskjøvet"));
    assert_eq!(read.read, read.accepted() + 1);
    // Where every line ends in a separator, none has moved.
    let text: String = format!("{head}\n{}", rows.replace("; eller c", "")).replace('\n', ";\n");
    let read = sheet(files.write("trailing.csv", text));
    assert_eq!((read.accepted(), read.rejects.len()), (3, 0));
    // Also where the heading does not.
    let text = format!("{head}\n{}", rows.replace("; eller c", "").replace('\n', ";\n"));
    assert_eq!(sheet(files.write("trailing-rows.csv", text)).accepted(), 3);
    // A shifted row whose last cell is blank is as wide as the others with their separator.
    let text =
        format!("{head}\n1;01.03.2021;a;C;Hamar\n2;02.03.2021;b;c;C;\n3;03.03.2021;d;C;Hamar\n");
    assert_eq!(sheet(files.write("blank.csv", text)).rejects.len(), 1);
}

#[test]
fn quotes_that_are_not_doubled_shift_no_cells() {
    let files = Files::new();
    let text = "\"Nr\";\"Registrert\";\"Emne\";\"Kunde\"\n\"1\";\"01.03.2021\";\"Skjerm 24\"\";\"Hamar\"\n\
                \"2\";\"02.03.2021\";\"si \"hei\" du\";\"Løten\"\n\"3\";\"03.03.2021\";\"a\";\"Hamar\"\n";
    let read = sheet(files.write("inches.csv", text));
    assert_eq!(customers(&read), ["Hamar", "Løten", "Hamar"]);
}

#[test]
fn a_person_can_say_what_parts_the_cells() {
    let files = Files::new();
    let text = "Nr|Registrert|Kunde\n1|01.03.2021|Hamar\n2|02.03.2021|Løten\n";
    assert_eq!(customers(&sheet(files.write("bars.csv", text))), ["Hamar", "Løten"]);
    let odd = text.replace('|', "^");
    let said = Options { separator: Some('^'), ..Options::default() };
    let read = sheet_with(files.write("odd.csv", &odd), &project(), &said);
    assert_eq!(customers(&read), ["Hamar", "Løten"]);
    let line = format!("sep=^\n{odd}");
    assert_eq!(customers(&sheet(files.write("line.csv", line))), ["Hamar", "Løten"]);
}

#[test]
fn one_bad_byte_is_told_and_turns_nothing_else() {
    let files = Files::new();
    let mut bytes = "Nr;Registrert;Kunde\n1;01.03.2021;Løten\n2;02.03.2021;Våler\n3;03.03.2021;S"
        .as_bytes()
        .to_vec();
    bytes.extend(b"\xf8r-Odal\n");
    let read = sheet(files.write("mixed.csv", bytes));
    assert_eq!(customers(&read), ["Løten", "Våler", "Sør-Odal"]);
    let note = read.notes.iter().find(|note| note.message.text().contains("tegnkoding")).unwrap();
    assert_eq!(note.place.cell.as_deref(), Some("C4"));
    assert!(note.message.text().contains("«ø»"));
}

#[test]
fn a_name_stands_once_whatever_spaces_and_entities_it_is_written_with() {
    let read = sheet(door("entities.csv"));
    let mut names = customers(&read);
    names.sort();
    names.dedup();
    assert_eq!(names, ["Hamar kommune", "Løten kommune", "Stange kommune"]);
    let files = Files::new();
    let spellings = [
        "Løten kommune",
        "L&oslash;ten kommune",
        "L&#248;ten kommune",
        "Løten\u{a0}kommune",
        "Løten  kommune",
        "Løten&nbsp;kommune",
        "\u{200b}Løten kommune ",
        "\u{feff}Løten kommune",
        "L&amp;oslash;ten kommune",
    ];
    let mut text = String::from("Nr;Registrert;Prioritet;Kunde\n");
    for (nr, name) in spellings.iter().enumerate() {
        // Without quotes, the semicolon of an entity parts cells as any other.
        writeln!(text, "{nr};01.03.2021;C;{name}").unwrap();
    }
    let read = sheet(files.write("spellings.csv", text));
    assert_eq!(read.rejects, []);
    assert_eq!(customers(&read), ["Løten kommune"; 9]);
}

#[test]
fn a_spanned_cell_holds_for_its_rows() {
    for name in ["rowspan-in-the-middle.xls", "rowspan-first.xls"] {
        let read = sheet(door(name));
        assert_eq!(read.rejects, [], "{name}");
        let four = |name: &'static str| std::iter::repeat_n(name, 4);
        let expected: Vec<&str> = four("Hamar kommune")
            .chain(four("Løten kommune"))
            .chain(four("Stange kommune"))
            .collect();
        assert_eq!(customers(&read), expected, "{name}");
    }
}

#[test]
fn spans_of_both_kinds_and_tables_within_cells_move_nothing() {
    let files = Files::new();
    let page = "<html><table><tr><td><table>\
        <tr><th rowspan=2>Nr</th><th colspan=2>Tid</th><th rowspan=2>Kunde</th></tr>\
        <tr><th>Registrert</th><th>Lukket</th></tr>\
        <tr><td>1</td><td>01.03.2021</td><td>02.03.2021</td><td rowspan=2>Hamar</td></tr>\
        <tr><td>2</td><td colspan=2 rowspan=2>02.03.2021</td></tr>\
        <tr><td>3</td><td><table><tr><td>Løten</td></tr></table></td></tr>\
        </table></td></tr></table></html>";
    let read = sheet(files.write("page.xls", page));
    assert_eq!(read.rejects, []);
    assert_eq!(customers(&read), ["Hamar", "Hamar", "Løten"]);
    assert_eq!(closed(&read), 1);
}

#[test]
fn lists_of_a_page_are_read_each_with_its_own_headings() {
    let files = Files::new();
    let row = |nr: u32, day: u32| {
        format!("<tr><td>{nr}</td><td>{day:02}.03.2021 08:00</td><td>Hamar</td></tr>")
    };
    let head = "<tr><th>Saksnr</th><th>Registrert</th><th>Kunde</th></tr>";
    let title = "<table><tr><td>Saker</td></tr></table>";
    let counts =
        "<table><tr><th>Kunde</th><th>Saker</th></tr><tr><td>Hamar</td><td>4</td></tr></table>";
    let page = format!(
        "<html>{title}<table>{head}{}{}</table><table>{head}{}{}</table>{counts}</html>",
        row(1, 1),
        row(2, 2),
        row(3, 3),
        row(4, 4)
    );
    let project = project();
    let read = super::support::sheets(files.write("page.xls", page), &project, &Options::default());
    assert_eq!(read.len(), 1, "the second list is no list of cases");
    assert_eq!((read[0].accepted(), read[0].rejects.len()), (4, 0));
    assert_eq!(read[0].sheet, "Tabell 1");
}

#[test]
fn a_list_whose_last_line_is_cut_off_is_told() {
    let files = Files::new();
    let rows: String =
        (1..20).map(|day| format!("{day};{day:02}.03.2021 08:00;C;Hamar\n")).collect();
    let head = "Nr;Registrert;Prioritet;Kunde\n";
    let read = sheet(files.write("cut.csv", format!("{head}{rows}20;20.03.2021 08:00;C")));
    assert!(has_note(&read, "rad 21, er kortere"), "{:?}", notes(&read));
    let read = sheet(files.write("whole.csv", format!("{head}{rows}20;20.03.2021 08:00;C;Ham")));
    assert!(!has_note(&read, "kortere"));
}

#[test]
fn a_word_for_nothing_is_a_blank() {
    for (name, cases, closed_cases) in [
        ("closed-is-a-dash.csv", 8, 4),
        ("closed-is-a-word.csv", 8, 4),
        ("closed-is-null.csv", 2, 1),
    ] {
        let read = sheet(door(name));
        assert_eq!((read.accepted(), closed(&read)), (cases, closed_cases), "{name}");
        assert!(!has_note(&read, "ikke en dato"), "{name}");
    }
    let files = Files::new();
    let words = [
        "-",
        "–",
        "—",
        "?",
        "null",
        "NULL",
        "N/A",
        "n/a",
        "NaT",
        "Not set",
        "Ikke satt",
        "Ikke lukket",
        "00.00.0000",
        "0000-00-00 00:00:00",
        "0000-00-00",
        "(blank)",
        "ingen",
        "[none]",
        "åpen",
        "...",
    ];
    let rows: String = (1..)
        .zip(words)
        .map(|(nr, word)| {
            format!("{nr};01.03.2021 08:00;{word};C;{}\n", if nr > 10 { "-" } else { "Hamar" })
        })
        .collect();
    let text = format!(
        "Nr;Registrert;Lukket;Pri;Kunde\n{rows}99;02.03.2021 08:00;03.03.2021 09:00;C;Hamar\n"
    );
    let read = sheet(files.write("nothing.csv", text));
    assert_eq!(read.rejects, []);
    assert_eq!(closed(&read), 1);
    let known = customers(&read).into_iter().filter(|name| !name.is_empty()).count();
    assert_eq!(known, 11);
    assert!(!has_note(&read, "ikke en dato"), "{:?}", notes(&read));
}

#[test]
fn a_column_of_nothing_is_not_told() {
    let files = Files::new();
    let text = "Nr;Registrert;Lukket\n1;01.03.2021 08:00;0000-00-00\n2;01.03.2021 08:00;N/A\n";
    let read = sheet(files.write("nothing.csv", text));
    assert_eq!((read.accepted(), closed(&read), notes(&read).len()), (2, 0, 0));
}

#[test]
fn another_word_costs_the_closing_time_and_never_the_case() {
    let files = Files::new();
    let text = "Nr;Registrert;Lukket\n1;01.03.2021 08:00;02.03.2021 08:00\n2;01.03.2021 08:00;snart\n\
                3;01.03.2021 08:00;31.02.2021\n";
    let read = sheet(files.write("soon.csv", text));
    assert_eq!((read.accepted(), closed(&read)), (3, 1));
    let note = read.notes.iter().find(|note| note.message.text().contains("«snart»")).unwrap();
    assert!(note.message.text().starts_with("2 saker"));
    assert_eq!(note.place.cell.as_deref(), Some("C3"));
}

#[test]
fn a_column_of_flags_is_no_column_of_dates() {
    let said =
        Options { map: vec![("created".to_owned(), "callDate".to_owned())], ..Options::default() };
    let read = sheet_with(door("closed-is-a-flag.csv"), &project(), &said);
    assert_eq!((read.accepted(), read.rejects.len(), closed(&read)), (10, 0, 8));
    let files = Files::new();
    let text = "Nr;Registrert;Lukket\n1;01.03.2021 08:00;ja\n2;01.03.2021 08:00;nei\n";
    let read = sheet(files.write("flag.csv", text));
    assert_eq!((read.accepted(), closed(&read)), (2, 0));
    assert!(has_note(&read, "«Lukket» har «ja» og ingen datoer"), "{:?}", notes(&read));
}

#[test]
fn of_columns_with_one_heading_the_first_that_is_filled_counts() {
    let read = sheet(door("two-columns-of-one-heading.csv"));
    assert_eq!(customers(&read).iter().filter(|name| !name.is_empty()).count(), 8);
    assert!(has_note(&read, "står i flere kolonner (C, D)"));
    let files = Files::new();
    let text =
        "Nr;Registrert;Kunde;Kunde\n1;01.03.2021 08:00;Hamar;Løten\n2;01.03.2021 08:00;;Løten\n";
    let read = sheet(files.write("both.csv", text));
    assert_eq!(customers(&read), ["Hamar", "Løten"]);
    assert!(has_note(&read, "i en rad står det noe annet"), "{:?}", notes(&read));
}

#[test]
fn several_customers_in_a_cell_are_told() {
    let read = sheet(door("two-customers-in-a-cell.csv"));
    assert!(has_note(&read, "2 celler har flere kunder"), "{:?}", notes(&read));
    assert_eq!(customers(&read)[1], "Hamar kommune, Løten kommune");
}

#[test]
fn sub_totals_of_excel_are_sums() {
    let read = sheet(door("excel-subtotals.xlsx"));
    assert_eq!((read.accepted(), read.rejects.len(), read.skipped_count()), (12, 0, 4));
    let told: Vec<String> =
        read.skipped_by_reason().iter().map(|(reason, count)| reason.counted(*count)).collect();
    assert_eq!(told, ["4 sumrader"]);
}

fn cell() -> impl Strategy<Value = String> {
    // What people type: separators, quotes and line breaks among words.
    proptest::collection::vec(
        prop::sample::select(vec!["a", "ord", " ", ";", ",", "\"", "\n", "æ", "12", "-", "'"]),
        0..8,
    )
    .prop_map(|parts| parts.concat().trim().to_owned())
}

proptest! {
    /// Whatever stands in a text, a writer that quotes as it should loses no row and moves no cell.
    #[test]
    fn a_sound_table_is_read_as_it_was_written(
        texts in proptest::collection::vec(cell(), 1..30),
        separator in prop::sample::select(vec![';', ',', '\t']),
        line_end in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let join = |cells: &[String]| cells.join(&separator.to_string());
        let heads = ["Saksnr", "Registrert", "Emne", "Kunde"].map(str::to_owned);
        let mut text = join(&heads) + line_end;
        for (nr, own) in texts.iter().enumerate() {
            let cells = [nr.to_string(), "04.03.2021 08:14".to_owned(), quoted(own), "Løten".to_owned()];
            text += &(join(&cells) + line_end);
        }
        let files = Files::new();
        let read = sheet(files.write("list.csv", text));
        prop_assert_eq!(read.accepted() as usize, texts.len());
        prop_assert_eq!(read.read, read.accepted() + read.skipped_count());
        prop_assert!(customers(&read).iter().all(|name| name == "Løten"));
        prop_assert_eq!(registered(&read).len(), texts.len());
    }

    /// A quote that nobody closes is never paid for with a row.
    #[test]
    fn no_stray_quote_takes_rows_away_in_silence(rows in 2_usize..40, at in 0_usize..40, inside in any::<bool>()) {
        let at = at % rows;
        let mut text = String::from("Saksnr;Registrert;Emne;Kunde\n");
        for nr in 0..rows {
            let word = match (nr == at, inside) {
                (false, _) => "ord",
                (true, true) => "or\"d",
                (true, false) => "\"ord",
            };
            text += &format!("{nr};{:02}.03.2021 08:00;{word};Hamar\n", nr % 28 + 1);
        }
        let files = Files::new();
        let read = sheet(files.write("list.csv", text));
        prop_assert_eq!(read.accepted() as usize, rows);
        prop_assert!(inside || has_note(&read, "anførselstegn"));
    }
}
