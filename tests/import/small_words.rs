//! Small lists with the words that people write in them.

use arsmelding::import::{Options, SheetRead, SkipReason};
use arsmelding::project::{
    CellEdit, Direction, Edit, Project, RepeatedRows, SourceKind, TableId, TurnoverDirection,
};

use super::support::V::{D, T};
use super::support::{Files, context, imported, plan, project, refusal, sheet, sheet_with, sheets};

fn causes(read: &SheetRead) -> Vec<String> {
    read.rejects.iter().map(|reject| reject.cause.text()).collect()
}

fn edited(project: &Project, table: TableId, row: usize, column: &str, text: &str) -> Project {
    let column = project.rows(table).column(column).unwrap();
    let cells = vec![CellEdit { row, column, text: text.to_owned() }];
    project.edited(&Edit::SetCells { table, cells }, &context()).unwrap().unwrap().0
}

#[test]
fn departments_that_number_their_orders_apart_have_orders_of_their_own() {
    let files = Files::new();
    let rows = "Hamar;1;01.02.2021;05.02.2021\nHamar;2;02.02.2021;07.02.2021\n\
                Grue;1;03.02.2021;20.02.2021\nGrue;2;03.02.2021;04.02.2021\n";
    let path = files.write("levert.csv", format!("Avdeling;Bestillingsnr;Bestilt;Levert\n{rows}"));
    let read = sheet(&path);
    assert_eq!((read.questions.len(), read.accepted()), (0, 4));
    assert!(read.notes.iter().any(|note| note.message.text().contains("«Hamar 1»")));
    let after = imported(&project(), &[read]);
    let mut orders: Vec<&str> = after.deliveries.iter().map(|own| own.reference.as_str()).collect();
    orders.sort_unstable();
    assert_eq!(orders, ["Grue 1", "Grue 2", "Hamar 1", "Hamar 2"]);
    assert!(!plan(&after, &[sheet(&path)]).has_changes());
    // Numbers that are each one order's stay as they are, and what nothing tells is asked.
    let plain = format!("Avdeling;Bestillingsnr;Bestilt;Levert\n{}", &rows[..62]);
    let after = imported(&project(), &[sheet(files.write("en.csv", plain))]);
    assert_eq!(after.deliveries[0].reference, "1");
    let other = format!("Merke;Bestillingsnr;Bestilt;Levert\n{rows}");
    assert_eq!(sheet(files.write("merke.csv", other)).questions.len(), 1);
}

#[test]
fn files_and_sheets_that_number_their_orders_apart_are_asked_about() {
    let files = Files::new();
    let head = "Bestillingsnr;Bestilt;Levert\n";
    let paths = [
        files.write(
            "Hamar.csv",
            format!("{head}1;01.02.2021;05.02.2021\n2;01.02.2021;05.02.2021\n"),
        ),
        files
            .write("Grue.csv", format!("{head}1;03.03.2021;05.03.2021\n3;04.03.2021;05.03.2021\n")),
    ];
    let read =
        |options: &Options| paths.each_ref().map(|path| sheet_with(path, &project(), options));
    let asked = plan(&project(), &read(&Options::default()));
    let options: Vec<String> = asked.questions.iter().map(|(_, asked)| asked.option()).collect();
    assert_eq!(options, ["--repeated add|first|last"]);
    let apart = Options { repeated: Some(RepeatedRows::Add), ..Options::default() };
    let after = imported(&project(), &read(&apart));
    let mut orders: Vec<&str> = after.deliveries.iter().map(|own| own.reference.as_str()).collect();
    orders.sort_unstable();
    assert_eq!(orders, ["Grue 1", "Grue 3", "Hamar 1", "Hamar 2"]);
    assert!(!plan(&after, &read(&apart)).has_changes());
    let row = |day| [T("1"), D(day), D("2021-04-05T00:00:00")];
    let heads = [T("Bestillingsnr"), T("Bestilt"), T("Levert")];
    let (one, two) = (row("2021-04-01T00:00:00"), row("2021-04-02T00:00:00"));
    let sheets_of = [("Hamar", &[&heads[..], &one[..]][..]), ("Grue", &[&heads[..], &two[..]][..])];
    let path = files.workbook("ordre.xlsx", &sheets_of);
    let after = imported(&project(), &sheets(&path, &project(), &apart));
    assert_eq!(after.deliveries.len(), 2);
}

#[test]
fn what_is_not_delivered_yet_has_no_day() {
    let files = Files::new();
    let rows = "1;01.02.2021;05.02.2021\n2;02.02.2021;ikke levert\n3;03.02.2021;Delvis\n\
                4;03.02.2021;restordre\n5;03.02.2021;levert\n";
    let read = sheet(files.write("l.csv", format!("Bestillingsnr;Bestilt;Levert\n{rows}")));
    // What is delivered was so on some day.
    assert_eq!((read.accepted(), read.rejects.len()), (4, 1));
    assert_eq!((read.rejects[0].row, read.rejects[0].value.as_str()), (6, "levert"));
    let after = imported(&project(), &[read]);
    let open = after.deliveries.iter().filter(|own| own.delivered.is_none()).count();
    assert_eq!(open, 3);
}

#[test]
fn a_result_may_name_percent_and_nothing_else() {
    let files = Files::new();
    let rows = "2021;A;90;88 prosent\n2021;B;90;88,5 %\n2021;C;90;87 PST\n2021;D;8;7,5 timer\n\
                2021;E;4;4,2 av 5\n2021;F;4;4,2/5\n2021;G;90;ca. 97 %\n2021;H;90;ikke målt\n";
    let read = sheet(files.write("mål.csv", format!("År;Måleparameter;Måltall;Resultat\n{rows}")));
    let causes = causes(&read);
    assert_eq!((read.accepted(), causes.len()), (3, 5), "{causes:?}");
    for (cause, text) in causes.iter().zip(["7,5 timer", "4,2 av 5", "4,2/5", "ca. 97 %"]) {
        assert!(cause.contains(&format!("og «{text}» er noe annet")), "{cause}");
    }
    let after = imported(&project(), &[read]);
    let results: Vec<String> =
        after.goals.iter().map(|own| own.result.unwrap().to_string()).collect();
    assert_eq!(results, ["88", "88.5", "87"]);
}

#[test]
fn a_target_in_percent_is_a_number() {
    let files = Files::new();
    let text = "År;Måleparameter;Mål;Resultat\n2021;A;90 prosent;88 prosent\n2021;B;95 %;96 %\n";
    let text = text.replace("Mål;", "Måltall;");
    let after = imported(&project(), &[sheet(files.write("mål.csv", text))]);
    let targets: Vec<String> =
        after.goals.iter().map(|own| own.target_value.unwrap().to_string()).collect();
    assert_eq!(targets, ["90", "95"]);
}

#[test]
fn rows_that_sum_up_who_came_and_went_are_no_reasons() {
    let files = Files::new();
    let head = "År;Retning;Årsak;Antall\n";
    let lists = [
        "2021;Ut;Pensjon;2\n2021;Ut;Ny jobb;3\n2021;Sum ut;;5\n2021;Inn;Nyansatt;4\n",
        "2021;Sluttet;Pensjon;2\n2021;Sluttet;Ny jobb;3\n2021;Sum sluttet;;5\n\
         2021;Begynt;Nyansatt;4\n",
        "2021;Ut;Pensjon;2\n2021;Ut;Ny jobb;3\n2021;Ut;Sum ut;5\n2021;Inn;Nyansatt;4\n",
    ];
    for rows in lists {
        let read = sheet(files.write("turnover.csv", format!("{head}{rows}")));
        assert_eq!((read.accepted(), read.rejects.len(), read.skipped_count()), (3, 0, 1));
        assert_eq!(read.skipped[0].reason, SkipReason::Sum);
        let after = imported(&project(), &[read]);
        let of = |way: TurnoverDirection| -> u32 {
            after
                .turnover
                .iter()
                .filter(|own| own.direction == way)
                .filter_map(|own| own.count)
                .sum()
        };
        assert_eq!((of(TurnoverDirection::Out), of(TurnoverDirection::In)), (5, 4), "{rows}");
    }
}

#[test]
fn what_is_among_the_others_counts_once() {
    let files = Files::new();
    let rows = "2021;Ut;Pensjon;2\n2021;Ut;Ny jobb;5\n2021;Ut;Herav frivillig;5\n";
    let read = sheet(files.write("ut.csv", format!("År;Retning;Årsak;Antall\n{rows}")));
    assert_eq!((read.accepted(), read.skipped_count()), (2, 1));
    assert_eq!((read.skipped[0].first, read.skipped[0].reason), (4, SkipReason::Among));
}

#[test]
fn a_result_beside_a_target_in_days_is_told_to_be_percent() {
    let files = Files::new();
    let told = |targets: [&str; 2]| {
        let [a, b] = targets;
        let rows = format!("2021;A;{a};4,2\n2021;B;{b};95\n");
        let read =
            sheet(files.write("mål.csv", format!("År;Måleparameter;Målsetting;Resultat\n{rows}")));
        assert_eq!(read.accepted(), 2);
        let notes = read.notes.iter().filter(|own| own.message.text().contains("prosent, men"));
        notes.map(|own| own.place.cell.clone().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(told(["høyst 5 dager", "minst 90 %"]), ["D2"]);
    assert_eq!(told(["bedre", "2 timer"]), ["D3"]);
    for targets in [["95 % innen 5 dager", "90 prosent innen 2 timer"], ["5", "90"], ["bra", "god"]]
    {
        assert!(told(targets).is_empty(), "{targets:?}");
    }
}

#[test]
fn the_total_beside_short_and_long_leave_is_the_sick_leave() {
    let files = Files::new();
    let heads = ["År;Korttid;Langtid;Totalt", "År;Egenmeldt (%);Legemeldt (%);Sum"];
    for head in heads {
        let text = format!("{head}\n2020;1,2;3,4;4,6\n2021;1,1;3,0;4,1\n");
        let read = sheet(files.write("fravær.csv", text));
        assert_eq!(read.kind(), SourceKind::Table(TableId::SickLeaveYears), "{head}");
        let after = imported(&project(), &[read]);
        let shares: Vec<String> = after
            .sick_leave_years
            .iter()
            .map(|own| own.sick_leave_pct.unwrap().to_string())
            .collect();
        assert_eq!(shares, ["4.6", "4.1"]);
    }
    // A total of something else is none.
    let why = refusal(files.write("a.csv", "År;Menn;Totalt\n2021;2;4\n"), &Options::default());
    assert!(!why.contains("ykefravær"), "{why}");
    // Days are no percent.
    let read = sheet(files.write("b.csv", "År;Sykefravær\n2020;350\n2021;4,1\n"));
    assert_eq!((read.accepted(), causes(&read)[0].starts_with("Over 100 prosent")), (1, true));
}

#[test]
fn a_list_of_persons_is_no_staff() {
    let files = Files::new();
    let lists = [
        "Navn;Stilling;Stillingsprosent\nKari Nordmann;Rådgiver;100\nOla Hansen;Konsulent;80\n",
        "Etternavn;Fornavn;Stillingsbrøk\nNordmann;Kari;1\nHansen;Ola;0,8\n",
        "Navn;Avdeling;Årsverk\nKari Nordmann;Drift;1\nOla Hansen;Drift;0,8\n",
        "Ansattnr;Stilling;Ansatt dato\n1;Rådgiver;01.02.2015\n2;Konsulent;01.08.2019\n",
    ];
    for text in lists {
        let why = refusal(files.write("ansatte.csv", text), &Options::default());
        assert!(why.starts_with("Arket er en liste over ansatte"), "{why}");
    }
}

#[test]
fn a_column_for_each_way_or_month_is_refused_for_that() {
    let files = Files::new();
    let wide = files.write("turnover.csv", "År;Begynt;Sluttet\n2020;3;2\n2021;4;5\n");
    let why = refusal(wide, &Options::default());
    assert!(why.starts_with("Arket har en kolonne for hver retning (Begynt, Sluttet)"), "{why}");
    let months = files.write("prio.csv", "Prioritet;Jan;Feb;Mar;Apr\nA;1;0;2;0\nB;3;4;2;1\n");
    let why = refusal(months, &Options::default());
    assert!(why.starts_with("Arket har en kolonne for hver måned (Jan, Feb, Mar, Apr)"), "{why}");
}

#[test]
fn events_need_no_end_where_a_person_says_what_they_are() {
    let files = Files::new();
    let path = files.write("h.csv", "Start;Tittel\n04.01.2021 08:00;Nett nede\n");
    let why = refusal(&path, &Options::default());
    assert!(why.starts_with("Arket kan være «Hendelser»"), "{why}");
    let kind = Some(SourceKind::Table(TableId::Events));
    let read = sheet_with(&path, &project(), &Options { kind, ..Options::default() });
    assert_eq!((read.questions.len(), read.accepted()), (0, 1));
}

#[test]
fn three_decimals_in_a_text_of_commas_are_decimals() {
    let files = Files::new();
    let text = "Dato,Ansatte i alt,Årsverk\n2020-12-31,44,11.5\n2021-12-31,45,12.345\n";
    let after = imported(&project(), &[sheet(files.write("a.csv", text))]);
    let fte: Vec<String> =
        after.staff.iter().map(|own| own.available_fte.unwrap().to_string()).collect();
    assert_eq!(fte, ["11.5", "12.345"]);
    let text = "Year,Sick leave\n2020,5.123\n2021,4.125\n";
    let after = imported(&project(), &[sheet(files.write("b.csv", text))]);
    let shares: Vec<String> =
        after.sick_leave_years.iter().map(|own| own.sick_leave_pct.unwrap().to_string()).collect();
    assert_eq!(shares, ["5.123", "4.125"]);
    // Elsewhere the point may part thousands, and nobody knows.
    let read = sheet(files.write("c.csv", text_of_semicolons()));
    assert_eq!((read.accepted(), read.rejects.len()), (0, 1));
}

fn text_of_semicolons() -> &'static str {
    "Dato;Ansatte i alt;Årsverk\n2021-12-31;45;12.345\n"
}

#[test]
fn a_direction_that_a_person_has_set_does_not_come_back() {
    let files = Files::new();
    let goals = "År;Måleparameter;Måltall;Resultat\n2021;Sykefravær;5;4,1\n2021;Oppetid;99;99,5\n";
    let path = files.write("mål.csv", goals);
    let newer = files.write("ny.csv", goals.replace("4,1", "4,3"));
    let direction = |project: &Project, measure: &str| {
        let own = project.goals.iter().find(|own| own.measure == measure).unwrap();
        (own.direction, own.result.map(|result| result.to_string()))
    };
    let before = imported(&project(), &[sheet(&path)]);
    assert_eq!(direction(&before, "Sykefravær").0, Direction::AtMost);
    let at = before.goals.iter().position(|own| own.measure == "Sykefravær").unwrap();
    let changed = edited(&before, TableId::Goals, at, "direction", "at_least");
    assert!(!plan(&changed, &[sheet(&path)]).has_changes());
    let after = imported(&changed, &[sheet(&newer)]);
    assert_eq!(direction(&after, "Sykefravær"), (Direction::AtLeast, Some("4.3".to_owned())));
    assert_eq!(direction(&after, "Oppetid").0, Direction::AtLeast);

    // Nor does it go over what a person has typed before there was a list.
    let mut typed = project();
    for (column, text) in [("year", "2021"), ("measure", "Oppetid"), ("direction", "at_most")] {
        typed = edited(&typed, TableId::Goals, 0, column, text);
    }
    let mut after = imported(&typed, &[sheet(&path)]);
    assert_eq!(direction(&after, "Oppetid").0, Direction::AtMost);
    assert_eq!(direction(&after, "Sykefravær").0, Direction::AtMost);
    after = imported(&after, &[sheet(&newer)]);
    assert_eq!(direction(&after, "Oppetid").0, Direction::AtMost);
}
