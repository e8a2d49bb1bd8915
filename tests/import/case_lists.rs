//! Lists that look like cases and count them, persons that look like customers, statuses, times.

use arsmelding::checks;
use arsmelding::figures::{Figures, TrailPart};
use arsmelding::import::{Options, Question, SkipReason, TypedRows};
use arsmelding::project::{Project, SourceKind};
use jiff::civil::date;

use super::support::{Files, imported, plan, project, refusal, sheet, sheet_with};

const DOORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/doors/");

fn total(project: &Project) -> u32 {
    let volumes = Figures::of(project);
    let days = project.day_counts.iter().flat_map(|batch| batch.rows.iter());
    days.filter_map(|count| volumes.volumes().on(count.date)).sum()
}

fn customers(project: &Project) -> Vec<&str> {
    project.customers.iter().map(|customer| customer.name.as_str()).collect()
}

#[test]
fn several_counts_of_one_day_add_up() {
    for (file, cases, days, read_rows) in
        [("a-count-a-customer.csv", 740, 10, 30), ("a-count-a-place.csv", 210, 5, 10)]
    {
        let read = sheet(format!("{DOORS}counts/{file}"));
        assert_eq!(read.kind(), SourceKind::DayCounts, "{file}");
        assert_eq!((read.read, read.accepted()), (read_rows, days), "{file}");
        assert_eq!(read.read, read.accepted() + read.skipped_count());
        assert!(matches!(read.skipped[0].reason, SkipReason::AddedToDay { to: 2 }));
        let note = read.notes[0].message.text();
        assert!(note.contains(&format!("{cases} saker")), "{note}");
        let after = imported(&project(), std::slice::from_ref(&read));
        assert_eq!(total(&after), cases, "{file}");
        assert!(!plan(&after, &[read]).has_changes());
    }
}

#[test]
fn a_count_beside_a_date_makes_no_list_of_cases() {
    let files = Files::new();
    let lists = [
        "Registrert;Kunde;Type;Antall\n01.03.2021;Hamar;Hendelse;4\n01.03.2021;Hamar;Bestilling;3\n",
        "Dato;Prioritet;Antall saker\n01.03.2021;A;1\n01.03.2021;C;6\n",
        "Date;Customer;Count\n2021-03-01;Hamar;5\n2021-03-01;Stange;2\n",
    ];
    for text in lists {
        let read = sheet(files.write("counts.csv", text));
        let TypedRows::DayCounts(rows) = &read.rows else { panic!("{text}") };
        assert_eq!((rows.len(), rows[0].cases), (1, 7), "{text}");
    }
    // A day's sum is not one more of its counts.
    let text = "Dato;Kommune;Antall\n01.03.2021;Hamar;4\n01.03.2021;Grue;3\n01.03.2021;Totalt;7\n";
    let read = sheet(files.write("sums.csv", text));
    let TypedRows::DayCounts(rows) = &read.rows else { panic!("{text}") };
    assert_eq!((rows[0].cases, read.skipped[1].reason), (7, SkipReason::Sum));
    // A case number makes each row a case, whatever it counts besides.
    let text = "Saksnr;Dato;Kunde;Antall\n1;01.03.2021;Hamar;4\n2;01.03.2021;Hamar;3\n";
    assert_eq!(sheet(files.write("cases.csv", text)).kind(), SourceKind::Cases);
}

#[test]
fn amounts_by_day_are_no_cases_unless_somebody_says_so() {
    let path = format!("{DOORS}counts/amounts.csv");
    let why = super::support::refusal(&path, &Options::default());
    assert!(why.contains("Date, Amount") && why.contains("Type, Category"), "{why}");
    let said = Options { kind: Some(SourceKind::Cases), ..Options::default() };
    let read = sheet_with(&path, &project(), &said);
    assert_eq!((read.questions.len(), read.accepted()), (0, 14));
    let after = imported(&project(), &[read]);
    assert_eq!(sheet_with(&path, &after, &Options::default()).questions, [], "asked once");
}

#[test]
fn other_numbers_beside_a_date_are_asked_about() {
    let files = Files::new();
    let text =
        "Dato;Kommune;Timer\n01.03.2021;Hamar;4,5\n02.03.2021;Løten;3\n03.03.2021;Grue;7,5\n";
    let read = sheet(files.write("hours.csv", text));
    let options: Vec<String> = read.questions.iter().map(Question::option).collect();
    assert_eq!(options, ["--kind cases|day-counts"]);
    // The week is no number of cases.
    let text =
        "Registrert;Uke;Kunde\n01.03.2021;9;Hamar\n08.03.2021;10;Løten\n15.03.2021;11;Grue\n";
    assert_eq!(sheet(files.write("weeks.csv", text)).questions, []);
    let text =
        "Dato;Kommune;Kategori\n01.03.2021;Hamar;PC\n02.03.2021;Løten;PC\n03.03.2021;Grue;PC\n";
    assert_eq!(sheet(files.write("words.csv", text)).questions, []);
}

#[test]
fn the_organisation_is_the_customer_and_who_called_is_not() {
    let files = Files::new();
    let lists = [
        "#;Created At;Customer;Organization\n1;2021-03-01;Ola Nordmann;Hamar kommune\n",
        "Ticket Number;Created;CustomerID;Customer Name\n1;2021-03-01;Hamar kommune;Ola Nordmann\n",
        "Ref,Organization->Name,Caller->Full name,Start date,Close date\n\
            R-1,Hamar kommune,Ola Nordmann,2021-03-01 08:00:00,2021-03-02 08:00:00\n",
        "ID;Opening date;Requester - Requester;Entity\n1;2021-03-01;Ola Nordmann;Kunder > Hamar kommune\n",
    ];
    for text in lists {
        let read = sheet(files.write("list.csv", text));
        assert_eq!(read.questions, [], "{text}");
        let after = imported(&project(), &[read]);
        assert_eq!(customers(&after), ["Hamar kommune"], "{text}");
        let whole = ron::to_string(&after).unwrap();
        assert!(!whole.contains("Nordmann"), "{text}");
    }
}

#[test]
fn a_column_that_holds_persons_is_read_only_when_somebody_says_so() {
    let files = Files::new();
    let names = ["Ola Nordmann", "Kari Hansen", "Per Olsen", "Anne-Mari Lie", "Nils B. Moe"];
    let rows = (1..).zip(names.iter().cycle()).take(12);
    let rows: String = rows.map(|(at, name)| format!("{at};{at:02}.03.2021;{name};X\n")).collect();
    let path = files.write("persons.csv", format!("Saksnr;Registrert;Kunde;Sted\n{rows}"));
    let read = sheet(&path);
    let [question] = &read.questions[..] else { panic!("{:?}", read.questions) };
    assert!(!question.may_wait);
    assert_eq!(question.option(), "--map customer=-|Sted eller --persons allow");
    assert!(
        !format!("{:?} {:?} {:?}", read.rows, read.preview, read.questions).contains("Nordmann")
    );

    let chosen = |column: &str| Options {
        map: vec![("customer".to_owned(), column.to_owned())],
        ..Options::default()
    };
    assert_eq!(sheet_with(&path, &project(), &chosen("-")).questions, []);
    assert_eq!(sheet_with(&path, &project(), &chosen("Sted")).questions, []);
    let allowed = Options { allows_persons: true, ..Options::default() };
    let read = sheet_with(&path, &project(), &allowed);
    let after = imported(&project(), &[read]);
    assert_eq!(customers(&after).len(), 5);
    let again = sheet_with(&path, &after, &Options::default());
    assert_eq!(again.questions, [], "asked once");
}

#[test]
fn customers_with_two_capital_letters_are_no_persons() {
    let files = Files::new();
    let names = ["Hamar Kommune", "Sør-Odal", "Nord Odal", "Hedmark IKT", "Løten Kommune AS"];
    let rows = (1..).zip(names.iter().cycle()).take(10);
    let rows: String = rows.map(|(at, name)| format!("{at};{at:02}.03.2021;{name}\n")).collect();
    let read = sheet(files.write("customers.csv", format!("Saksnr;Registrert;Kunde\n{rows}")));
    assert_eq!(read.questions, []);
    assert_eq!(customers(&imported(&project(), &[read])).len(), 5);
}

#[test]
fn a_column_of_persons_can_be_chosen_when_allowed_and_free_text_never() {
    let files = Files::new();
    let path = files.write(
        "locked.csv",
        "Saksnr;Registrert;Bestiller;Beskrivelse\n1;01.03.2021;Hamar;Ringte\n2;02.03.2021;Grue;Skrev\n",
    );
    let wanted = |column: &str, allows_persons| Options {
        map: vec![("customer".to_owned(), column.to_owned())],
        allows_persons,
        ..Options::default()
    };
    assert!(refusal(&path, &wanted("Bestiller", false)).contains("gjelder personer"));
    let read = sheet_with(&path, &project(), &wanted("Bestiller", true));
    assert_eq!(customers(&imported(&project(), &[read])), ["Hamar", "Grue"]);
    assert!(refusal(&path, &wanted("Beskrivelse", true)).contains("er fritekst"));
}

#[test]
fn what_happened_in_an_event_may_be_taken_by_a_persons_choice() {
    let files = Files::new();
    let path = files.write(
        "events.csv",
        "Start;Slutt;Hendelse;Beskrivelse\n01.03.2021;02.03.2021;Strømbrudd;Brudd i Løten\n",
    );
    let read = sheet(&path);
    assert!(!format!("{:?}", read.rows).contains("Brudd i"), "not by itself");
    let options =
        Options { map: vec![("text".to_owned(), "Beskrivelse".to_owned())], ..Options::default() };
    let after = imported(&project(), &[sheet_with(&path, &project(), &options)]);
    assert_eq!(after.events[0].text, "Brudd i Løten");
}

#[test]
fn merged_deleted_and_spam_cases_are_told_and_can_be_left_out() {
    let path = format!("{DOORS}status/merged-deleted-spam.csv");
    let read = sheet(&path);
    assert_eq!(read.accepted(), 12);
    let notes: Vec<String> = read.notes.iter().map(|note| note.message.text()).collect();
    assert_eq!(notes.len(), 3, "{notes:?}");
    for status in ["Slått sammen", "Slettet", "Søppelpost"] {
        let told = notes.iter().any(|note| note.contains(status) && note.contains("3 saker"));
        assert!(told, "{notes:?}");
    }
    let at = read.fields().iter().position(|field| *field == "status").unwrap();
    assert_eq!(read.preview[1].values[at], "Slått sammen");

    let out = ["slått  sammen", "Slettet", "Søppelpost"].map(str::to_owned).to_vec();
    let options = Options { leave_out: out, ..Options::default() };
    let read = sheet_with(&path, &project(), &options);
    assert_eq!((read.read, read.accepted(), read.skipped_count()), (12, 3, 9));
    assert!(read.skipped.iter().all(|own| own.reason == SkipReason::LeftOut));
    let after = imported(&project(), &[read]);
    let again = sheet_with(&path, &after, &Options::default());
    assert_eq!(again.accepted(), 3, "the choice is kept");
    assert!(!ron::to_string(&*after.cases).unwrap().contains("Slettet"));

    let none = Options { leave_out: vec!["Avvist".to_owned()], ..Options::default() };
    let read = sheet_with(&path, &project(), &none);
    let notes: Vec<String> = read.notes.iter().map(|note| note.message.text()).collect();
    assert!(notes.iter().any(|note| note.contains("«Avvist»")), "{notes:?}");
}

#[test]
fn a_case_closed_before_it_was_registered_is_counted_and_found() {
    let read = sheet(format!("{DOORS}times/closed-before-registered.csv"));
    assert_eq!((read.accepted(), read.rejects.len()), (8, 0));
    let after = imported(&project(), &[read]);
    let all = checks::all(&Figures::of(&after), date(2022, 3, 1)).findings;
    let [finding] = &all.iter().filter(|own| own.rule == "closed-before").collect::<Vec<_>>()[..]
    else {
        panic!("one finding")
    };
    let message = finding.message.text();
    assert!(message.starts_with("8 saker i closed-before-registered.csv"), "{message}");
}

#[test]
fn the_trail_of_a_day_that_was_added_up_names_its_file() {
    let read = sheet(format!("{DOORS}counts/a-count-a-place.csv"));
    let after = imported(&project(), &[read]);
    let trail = Figures::of(&after).trail(&arsmelding::figures::Key::Day(date(2021, 3, 1)));
    assert_eq!(trail.figure.value.unwrap().to_string(), "42");
    assert!(trail.parts.iter().any(|part| matches!(part, TrailPart::Rows { .. })));
}
