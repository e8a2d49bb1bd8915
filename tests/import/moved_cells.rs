//! A text row is held against its sheet: the right separator whatever quotes stand in a text, no
//! cell under another's heading, and no row in two pieces.

use arsmelding::import::{Options, SheetRead, TypedRows};
use arsmelding::number::Decimal;
use arsmelding::project::{Cell, TableId};
use proptest::prelude::*;

use super::support::{Files, refusal, sheet};

const CUSTOMERS: [&str; 3] = ["Hamar", "Løten", "Stange"];
const STRAY: [&str; 9] = [
    "\"Kabel 2m",
    "Kabel 2\"",
    "Kabel 2\" x 10",
    "\"Kabel\" 2m",
    "Kabel \"2m\" x",
    "\"\"Kabel",
    "\"Kabel\"\"",
    "24\", 27\"",
    "\"24\", 27",
];

fn notes(read: &SheetRead) -> Vec<String> {
    read.notes.iter().map(|note| note.message.text()).collect()
}

fn note_cell<'r>(read: &'r SheetRead, words: &str) -> Option<&'r str> {
    let note = read.notes.iter().find(|note| note.message.text().contains(words))?;
    note.place.cell.as_deref()
}

fn customers(read: &SheetRead) -> Vec<String> {
    let TypedRows::Cases { rows, codes } = &read.rows else { panic!("no cases: {:?}", read.rows) };
    let word = |code| codes.customers.word(code).unwrap_or_default().to_owned();
    rows.iter().map(|case| word(case.customer)).collect()
}

/// The sum of a ledger's postings.
fn booked(read: &SheetRead) -> Decimal {
    let TypedRows::Ledger { rows, .. } = &read.rows else { panic!("no ledger: {:?}", read.rows) };
    rows.iter().map(|row| row.amount).sum()
}

/// The sum of the amounts of balances.
fn balanced(read: &SheetRead) -> Decimal {
    let TypedRows::Table { table: TableId::Balances, rows, .. } = &read.rows else {
        panic!("no balances: {:?}", read.rows)
    };
    let cells = rows.iter().flat_map(|row| &row.cells);
    cells
        .filter_map(|cell| if let Cell::Number(amount) = cell { Some(*amount) } else { None })
        .sum()
}

fn ledger(rows: u32, text: impl Fn(u32) -> String) -> String {
    let row = |nr: u32| format!("{nr};15.01.2021;{};1.010.100.120;100,50\n", text(nr));
    let rows: String = (1..=rows).map(row).collect();
    format!("Bilagsnr;Bilagsdato;Tekst;Konto;Beløp\n{rows}")
}

/// A list of twelve cases with a text before priority and customer.
fn cases(text: impl Fn(usize) -> String) -> String {
    let row = |nr: usize| {
        let (priority, customer) = (["A", "B", "C"][nr % 3], CUSTOMERS[nr % 3]);
        format!("S{nr};{:02}.03.2021 10:00;{};{priority};{customer}\n", nr + 1, text(nr))
    };
    let rows: String = (0..12).map(row).collect();
    format!("Saksnr;Registrert;Emne;Prioritet;Kunde\n{rows}")
}

fn in_turn() -> Vec<&'static str> {
    (0..12).map(|nr| CUSTOMERS[nr % 3]).collect()
}

#[test]
fn a_stray_quote_among_decimal_commas_leaves_the_separator_alone() {
    let files = Files::new();
    for stray in STRAY {
        for at in [1, 4, 10] {
            let text = ledger(10, |nr| if nr == at { stray.to_owned() } else { format!("T {nr}") });
            let read = sheet(files.write("hovedbok.csv", text));
            assert_eq!((read.accepted(), read.rejects.len()), (10, 0), "{stray} in {at}");
            assert_eq!(booked(&read), "1005.00".parse().unwrap(), "{stray} in {at}");
        }
        let text = ["10", "20", "30"].map(|account| {
            let name = if account == "20" { stray } else { "Lønn, fast" };
            format!("1.0{account}.100.120;{name};1000,25;900,75\n")
        });
        let text = format!("Konto;Kontonavn;Regnskap 2021;Budsjett 2021\n{}", text.concat());
        let read = sheet(files.write("saldo.csv", text));
        assert_eq!(read.accepted(), 3, "{stray}");
        assert_eq!(balanced(&read), "5703.00".parse().unwrap(), "{stray}");
    }
}

#[test]
fn commas_in_titles_and_texts_part_no_cells() {
    let files = Files::new();
    let list = cases(|nr| if nr == 4 { "\"Feil, skjerm".to_owned() } else { format!("mus, {nr}") });
    for title in ["", "Saker med kunde, prioritet, status;;;;\n\n", "Hele 2021, alle kommuner\n"] {
        let read = sheet(files.write("saker.csv", format!("{title}{list}")));
        assert_eq!(customers(&read), in_turn(), "{title}");
    }
    // A comma parts cells where it is what parts them.
    let list = cases(|nr| format!("\"mus; {nr}\"")).replace(';', ",");
    assert_eq!(customers(&sheet(files.write("komma.csv", list))), in_turn());
}

#[test]
fn a_stray_quote_before_a_footer_takes_no_rows_and_is_told_with_its_cell() {
    let files = Files::new();
    let list = cases(|nr| if nr == 4 { "\"Feil".to_owned() } else { "ok".to_owned() });
    let read = sheet(files.write("saker.csv", format!("{list}\nAntall: 12\n")));
    assert_eq!((read.accepted(), read.rejects.len()), (12, 0));
    assert_eq!(note_cell(&read, "anførselstegn"), Some("C6"));
    let list = cases(|nr| if nr == 4 { "\"Feil".to_owned() } else { "\"ok\"".to_owned() });
    let read = sheet(files.write("saker.csv", list));
    assert_eq!(note_cell(&read, "anførselstegn"), Some("C6"));
}

#[test]
fn a_stray_quote_is_no_part_of_a_name_a_number_or_a_heading() {
    let files = Files::new();
    let list = cases(|nr| format!("sak {nr}"));
    for (sound, stray) in [
        ("S3;", "\"S3;"),
        (";A;Hamar\nS4", ";A;\"Hamar\nS4"),
        (";Emne;", ";\"Emne;"),
        ("sak 3;", "\"a; b;"),
        ("sak 11;", "\"a; b;"),
    ] {
        assert!(list.contains(sound));
        let read = sheet(files.write("saker.csv", list.replace(sound, stray)));
        assert_eq!((read.accepted(), read.rejects.len()), (12, 0), "{stray}");
        assert_eq!(customers(&read), in_turn(), "{stray}");
        let TypedRows::Cases { rows, .. } = &read.rows else { panic!("no cases") };
        assert_eq!(&*rows[3].number, "S3", "{stray}");
    }
}

#[test]
fn rows_that_are_all_split_are_put_together_by_their_headings() {
    let files = Files::new();
    for text in ["Hei\nlinje to\nmvh Kari", "Hei\nlinje to", "Hei,\n\nså: a, b\nmvh"] {
        let read = sheet(files.write("saker.csv", cases(|_| text.to_owned())));
        assert_eq!((customers(&read).len(), read.rejects.len()), (12, 0), "{text}");
        assert_eq!(customers(&read), in_turn(), "{text}");
    }
}

#[test]
fn a_refusal_for_a_quote_names_the_cell_and_the_line_where_it_begins() {
    let files = Files::new();
    // The first row's text has three lines, so that rows and lines are counted apart.
    let text = "Nr;Registrert;Emne;Kunde\n1;01.03.2021;\"a\nb\nc\";Hamar\n2;02.03.2021;\"b;Løten\n\
                3;03.03.2021;c;Hamar\nog en linje til\n4;04.03.2021;d;Hamar\n";
    let said = refusal(files.write("blandet.csv", text), &Options::default());
    assert!(said.contains("C3") && said.contains("linje 5") && said.contains("5–8"), "{said}");
}

#[test]
fn a_separator_in_a_text_is_mended_where_only_one_way_fits() {
    let files = Files::new();
    let list = cases(|nr| match nr {
        2 => "mangler mus; tast".to_owned(),
        5 => "pc; skjerm; kabel".to_owned(),
        _ => format!("sak {nr}"),
    });
    let read = sheet(files.write("saker.csv", &list));
    assert_eq!(
        (customers(&read), read.rejects.len()),
        (in_turn().iter().map(|own| (*own).to_owned()).collect(), 0)
    );
    assert_eq!(note_cell(&read, "skilletegn"), Some("A4"));
    // Of two texts beside each other, either may hold it: what is read is the same.
    let beside = list.replace("Emne;", "Emne;Løsning;").replace(";A;", ";x;A;");
    let beside = beside.replace(";B;", ";y;B;").replace(";C;", ";z;C;");
    assert_eq!(customers(&sheet(files.write("to.csv", beside))), in_turn());
}

#[test]
fn a_shift_that_keeps_the_width_is_seen_by_what_the_columns_hold() {
    let files = Files::new();
    for more in [";Merknad", ";"] {
        let list: String = cases(|nr| match nr {
            2 | 5 => "mangler mus; tast".to_owned(),
            _ => format!("sak {nr}"),
        })
        .lines()
        .map(|line| match line {
            line if line.starts_with("Saksnr") => format!("{line}{more}\n"),
            // What Excel makes of a list with one wide row: all rows are as wide.
            line if line.contains("tast") => format!("{line}\n"),
            line => format!("{line};\n"),
        })
        .collect();
        let read = sheet(files.write("saker.csv", list));
        assert_eq!((read.accepted(), read.rejects.len()), (12, 0), "{more}");
        assert_eq!(customers(&read), in_turn(), "{more}");
    }
}

#[test]
fn a_shift_behind_which_the_last_cell_was_blank_is_seen_by_two_words() {
    let files = Files::new();
    let list = cases(|nr| format!("sak {nr}"));
    let list = list.replace("sak 5;C;Stange", "mangler mus; tast;C");
    let read = sheet(files.write("saker.csv", list));
    assert_eq!((read.accepted(), read.rejects.len()), (12, 0));
    assert_eq!(customers(&read)[5], "");
    assert_eq!(note_cell(&read, "skilletegn"), Some("A7"));
}

#[test]
fn a_shift_of_accounts_moves_no_amount_under_another_heading() {
    let files = Files::new();
    let row = |nr: u32| match nr {
        4 => "4;15.01.2021;Kabel; 2m;1.010.100.120;100,00\n".to_owned(),
        _ => format!("{nr};15.01.2021;Tekst {nr};1.010.100.120;100,00;\n"),
    };
    let rows: String = (1..=10).map(row).collect();
    let text = format!("Bilagsnr;Bilagsdato;Tekst;Konto;Beløp;Merknad\n{rows}");
    let read = sheet(files.write("hovedbok.csv", text));
    assert_eq!((read.accepted(), booked(&read)), (10, Decimal::from(1_000)));
    // A number behind the separator would do as an amount.
    for piece in ["fast", "2021"] {
        let row = |nr: u32| match nr {
            4 => format!("1.040.100.120;Lønn; {piece};1000;900\n"),
            _ => format!("1.0{nr}0.100.120;Lønn {nr};1000;900;\n"),
        };
        let rows: String = (1..=9).map(row).collect();
        let text = format!("Konto;Kontonavn;Regnskap 2021;Budsjett 2021;Merknad\n{rows}");
        let read = sheet(files.write("saldo.csv", text));
        assert_eq!((read.accepted(), balanced(&read)), (9, Decimal::from(17_100)), "{piece}");
    }
}

#[test]
fn a_number_that_its_own_comma_parts_is_rejected() {
    let files = Files::new();
    for (number, more) in [("1,000", ""), ("1000,50", ""), ("1000,50", ",")] {
        let row = |nr: u32| match nr {
            4 => format!("1.040.100.120,Lønn,{number},500\n"),
            _ => format!("1.0{nr}0.100.120,Lønn {nr},{nr}00,500{more}\n"),
        };
        let rows: String = (1..=9).map(row).collect();
        let head = "Konto,Kontonavn,Regnskap 2021,Budsjett 2021";
        let head = if more.is_empty() { head.to_owned() } else { format!("{head},Merknad") };
        let read = sheet(files.write("saldo.csv", format!("{head}\n{rows}")));
        let rejected: Vec<u32> = read.rejects.iter().map(|reject| reject.row).collect();
        assert_eq!((read.accepted(), rejected), (8, vec![5]), "{number}{more}");
    }
}

#[test]
fn entities_in_all_rows_part_no_cells() {
    let files = Files::new();
    let list =
        cases(|nr| format!("Feil {nr} &amp; mangler &lt;x&gt;")).replace("Løten", "L&oslash;ten");
    assert_eq!(customers(&sheet(files.write("saker.csv", list))), in_turn());
}

#[test]
fn a_group_among_accounts_does_not_hide_a_stray_quote() {
    let files = Files::new();
    let text = "Konto;Kontonavn;Regnskap 2021\nAnsvar 100;;\n010;\"Lønn;1000\n020;x;500\n030;y;500\n\
                Ansvar 200;;\n010;y;100\n";
    let read = sheet(files.write("saldo.csv", text));
    assert_eq!((read.accepted(), balanced(&read)), (4, Decimal::from(2_100)));
}

#[test]
fn a_row_that_lacks_a_separator_is_rejected_with_that_cause() {
    let files = Files::new();
    let list = cases(|nr| format!("sak {nr}")).replace("sak 5;C;", "sak 5 C;");
    let read = sheet(files.write("saker.csv", list));
    assert_eq!((read.accepted(), read.rejects.len()), (11, 1));
    assert_eq!(read.rejects[0].cell, "D7");
    assert!(
        read.rejects[0].cause.text().contains("forskjøvet"),
        "{}",
        read.rejects[0].cause.text()
    );
}

#[test]
fn a_new_word_or_a_short_row_is_no_shift() {
    let files = Files::new();
    let list = cases(|nr| format!("sak {nr}")).replace("sak 5;C;Stange", "sak 5;Haster;Åmot");
    let list = list.replace("sak 7;B;Løten", "sak 7").replace("sak 8;C;Stange", "sak 8;C;");
    let read = sheet(files.write("saker.csv", list));
    assert_eq!((read.accepted(), read.rejects.len()), (12, 0));
    assert_eq!(customers(&read)[5], "Åmot");
    assert!(notes(&read).iter().all(|note| !note.contains("skilletegn")));
}

#[test]
fn a_row_over_several_lines_without_quotes_is_one_row() {
    let files = Files::new();
    for text in ["Linje 1\nlinje 2", "Hei\n\nse her\nmvh", "Linje 1\nlinje 2; og mer", "a\nb\nc"] {
        let list =
            cases(|nr| if matches!(nr, 2 | 5 | 8) { text.to_owned() } else { format!("sak {nr}") });
        let read = sheet(files.write("saker.csv", list));
        assert_eq!((read.accepted(), read.rejects.len()), (12, 0), "{text}");
        assert_eq!(customers(&read), in_turn(), "{text}");
        assert_eq!(note_cell(&read, "delt over flere linjer"), Some("C4"), "{text}");
    }
    let text = ledger(10, |nr| if nr == 4 { "Kabel\n2m".to_owned() } else { "Faktura".to_owned() });
    let read = sheet(files.write("hovedbok.csv", text));
    assert_eq!((read.accepted(), booked(&read)), (10, "1005.00".parse().unwrap()));
    let row = |nr: u32| match nr {
        4 => "1.040.100.120;Lønn\nfast;1000;900\n".to_owned(),
        _ => format!("1.0{nr}0.100.120;Lønn {nr};1000;900\n"),
    };
    let rows: String = (1..=9).map(row).collect();
    let text = format!("Konto;Kontonavn;Regnskap 2021;Budsjett 2021\n{rows}");
    let read = sheet(files.write("saldo.csv", text));
    assert_eq!((read.accepted(), balanced(&read)), (9, Decimal::from(17_100)));
}

#[test]
fn a_footer_is_no_piece_of_the_last_row() {
    let files = Files::new();
    for footer in ["Antall: 12", "Antall: 12;;;;", "Timezone: UTC;;", "Eksportert av;Kari;"] {
        let list = cases(|nr| format!("sak {nr}")).replace("sak 11;C;Stange", "sak 11");
        let read = sheet(files.write("saker.csv", format!("{list}{footer}\n")));
        assert_eq!(read.accepted(), 12, "{footer}");
        assert!(notes(&read).iter().all(|note| !note.contains("delt over")), "{footer}");
    }
}

#[test]
fn a_quoted_text_whose_lines_look_like_rows_is_a_text() {
    let files = Files::new();
    for text in [
        "\"Hei;\n\nS99;05.03.2021 10:00;x;C;Hamar\nmvh\"",
        "\"S98;05.03.2021 10:00;x;C;Hamar\nS99;05.03.2021 10:00;x;C;Hamar\"",
        "\"videresendt:\nS98;05.03.2021 10:00;x;C;Hamar\nS99;05.03.2021 10:00;\"\"x\"\";C;Hamar\n\"",
    ] {
        let list =
            cases(|nr| if matches!(nr, 2 | 5) { text.to_owned() } else { format!("sak {nr}") });
        let read = sheet(files.write("saker.csv", list));
        assert_eq!(
            (customers(&read), read.rejects.len()),
            (in_turn().iter().map(|own| (*own).to_owned()).collect(), 0),
            "{text}"
        );
        assert!(notes(&read).iter().all(|note| !note.contains("anførselstegn")), "{text}");
    }
}

#[test]
fn a_word_for_nothing_in_place_of_an_amount_is_a_blank_and_told() {
    let files = Files::new();
    for word in ["null", "N/A", "-", "–", "—", "n/a", "ingen"] {
        let text = format!(
            "Konto;Kontonavn;Regnskap 2021;Budsjett 2021\n1.010.100.120;L;1000;{word}\n\
             1.020.100.120;L;{word};500\n1.650.100.120;S;-1000;-5\n"
        );
        let read = sheet(files.write("saldo.csv", text));
        assert_eq!((read.accepted(), read.rejects.len()), (3, 0), "{word}");
        assert_eq!(balanced(&read), Decimal::from(495), "{word}");
        assert_eq!(note_cell(&read, "i stedet for et beløp"), Some("D2"), "{word}");
        let text = format!(
            "Bilagsnr;Bilagsdato;Konto;Debet;Kredit\n1;15.01.2021;1.010.100.120;100,00;{word}\n\
             2;15.01.2021;1.650.100.120;{word};40,00\n"
        );
        let read = sheet(files.write("hovedbok.csv", text));
        assert_eq!((read.accepted(), booked(&read)), (2, Decimal::from(60)), "{word}");
    }
}

#[test]
fn a_case_without_a_number_is_a_case_and_told() {
    let files = Files::new();
    let text = "Saksnr;Registrert;Kunde\nS1;01.03.2021 10:00;Hamar\n;02.03.2021 10:00;Hamar\n\
                -;03.03.2021 10:00;Løten\nSum;;3\n";
    let read = sheet(files.write("saker.csv", text));
    assert_eq!((read.accepted(), read.rejects.len(), read.skipped_count()), (3, 0, 1));
    let told = notes(&read);
    assert!(
        told.iter().any(|note| note.contains("2 saker mangler saksnummer (den første er A3)")),
        "{told:?}"
    );
    // A moment alone is no case.
    let read = sheet(files.write("dato.csv", format!("{text};01.04.2021;\n")));
    assert_eq!((read.accepted(), read.rejects.len()), (3, 1));
}

proptest! {
    /// One separator too many in a text, wherever: no customer comes under another's heading.
    #[test]
    fn a_shift_is_mended_or_rejected_and_never_read(
        at in 0_usize..12,
        before in "[a-zæøå ]{1,8}",
        behind in "[a-zæøå ]{1,8}",
        is_padded in any::<bool>(),
    ) {
        let list = cases(|nr| match nr == at {
            true => format!("{before};{behind}"),
            false => format!("sak {nr}"),
        });
        let pad = |(place, line): (usize, &str)| match is_padded && place != at + 1 {
            true => format!("{line};\n"),
            false => format!("{line}\n"),
        };
        let list: String = list.lines().enumerate().map(pad).collect();
        let files = Files::new();
        let read = sheet(files.write("saker.csv", list));
        prop_assert_eq!(read.read, 12);
        let rejected: Vec<u32> = read.rejects.iter().map(|reject| reject.row).collect();
        let expected: Vec<&str> = in_turn()
            .into_iter()
            .enumerate()
            .filter(|(nr, _)| !rejected.contains(&u32::try_from(nr + 2).unwrap()))
            .map(|(_, customer)| customer)
            .collect();
        prop_assert_eq!(customers(&read), expected);
        prop_assert!(rejected.len() <= 1);
    }
}
