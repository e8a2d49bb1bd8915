//! The exports of ticketing systems as their own exporters write them: each is taken without a
//! question that the file itself answers. The names are invented.

use std::path::PathBuf;

use arsmelding::figures::{Figures, Key, Period};
use arsmelding::import::{Options, Question, SheetRead, TypedRows};
use arsmelding::project::{Case, PriorityMeaning, Project, SourceKind};
use jiff::civil::DateTime;
use jiff::civil::date;

use super::support::{Files, imported, project, sheet_with};

const ALL: u32 = 300;
const A: u32 = 15;
const B: u32 = 27;
const OPEN: u32 = 28;
const CUSTOMERS: [&str; 3] = ["Hamar kommune", "Løten kommune", "Stange kommune"];
const PERSONS: [&str; 4] = ["Ola Nordmann", "Kari Hansen", "Per Olsen", "Anne Lie"];

/// How urgent a case is, before a system puts it into its own words.
#[derive(Clone, Copy)]
enum Urgency {
    A,
    B,
    C,
    D,
}

/// A case before a system writes it down.
struct Ticket {
    at: u32,
    created: DateTime,
    closed: Option<DateTime>,
    urgency: Urgency,
    customer: &'static str,
    person: &'static str,
    /// Its parent's place, for six of the cases.
    parent: Option<u32>,
}

impl Ticket {
    /// A word of four, the most urgent first.
    fn of(&self, words: [&'static str; 4]) -> &'static str {
        words[self.urgency as usize]
    }

    fn created(&self, form: &str) -> String {
        self.created.strftime(form).to_string()
    }

    fn closed(&self, form: &str) -> String {
        self.closed.map_or_else(String::new, |closed| closed.strftime(form).to_string())
    }

    fn parent(&self, number: impl Fn(u32) -> String) -> String {
        self.parent.map_or_else(String::new, number)
    }
}

/// 300 cases of 2021: 15 A, 27 B, 28 open, six with a parent, of three customers.
fn tickets() -> Vec<Ticket> {
    let start = date(2021, 1, 2).at(9, 30, 0, 0);
    (0..ALL)
        .map(|at| {
            let created = start
                .checked_add(jiff::Span::new().hours(i64::from(at) * 29))
                .expect("within the year");
            let closed = created.checked_add(jiff::Span::new().hours(5)).expect("within the year");
            let urgency = match at % 20 {
                0 => Urgency::A,
                1 => Urgency::B,
                2 if at < 240 => Urgency::B,
                n if n % 2 == 0 => Urgency::C,
                _ => Urgency::D,
            };
            Ticket {
                at,
                created,
                closed: (at % 10 != 7 || at >= OPEN * 10).then_some(closed),
                urgency,
                customer: CUSTOMERS[at as usize % CUSTOMERS.len()],
                person: PERSONS[at as usize % PERSONS.len()],
                parent: (1..=6).contains(&at).then_some(0),
            }
        })
        .collect()
}

/// A text file of cells, all of them quoted where a system does so.
fn text(separator: char, is_quoted: bool, head: &[&str], rows: &[Vec<String>]) -> String {
    let cell = |text: &str| match is_quoted || text.contains([separator, '"', '\n']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    };
    let line = |cells: Vec<&str>| {
        let cells: Vec<String> = cells.into_iter().map(cell).collect();
        cells.join(&separator.to_string()) + "\n"
    };
    let head = line(head.to_vec());
    rows.iter().fold(head, |all, row| all + &line(row.iter().map(String::as_str).collect()))
}

fn rows(row: impl Fn(&Ticket) -> Vec<String>) -> Vec<Vec<String>> {
    tickets().iter().map(row).collect()
}

fn cells<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

/// What a form is expected to give.
struct Expected {
    /// The first case's number.
    number: &'static str,
    /// The words that are asked about.
    asked: &'static [&'static str],
    /// The answers.
    answers: &'static [(&'static str, PriorityMeaning)],
    has_closed: bool,
    has_customer: bool,
    has_parent: bool,
}

impl Expected {
    fn all(number: &'static str) -> Self {
        Self {
            number,
            asked: &[],
            answers: &[],
            has_closed: true,
            has_customer: true,
            has_parent: true,
        }
    }
}

fn cases(read: &SheetRead) -> &[Case] {
    match &read.rows {
        TypedRows::Cases { rows, .. } => rows,
        other => panic!("no cases: {other:?}"),
    }
}

fn asked(read: &SheetRead) -> Vec<String> {
    let mut words: Vec<String> = read
        .questions
        .iter()
        .map(Question::option)
        .map(|option| {
            let word = option.trim_start_matches("--priority ").trim_matches('"');
            word.trim_end_matches("=A|B|other").to_owned()
        })
        .collect();
    words.sort();
    words
}

fn holds(path: PathBuf, expected: &Expected) -> Project {
    let read = sheet_with(&path, &project(), &Options::default());
    assert_eq!(read.kind(), SourceKind::Cases);
    let mut words: Vec<&str> = expected.asked.to_vec();
    words.sort_unstable();
    assert_eq!(asked(&read), words, "{path:?}");
    let priorities = expected.answers.iter().map(|(word, means)| ((*word).to_owned(), *means));
    let options = Options { priorities: priorities.collect(), ..Options::default() };
    let read = sheet_with(&path, &project(), &options);
    assert_eq!(read.questions, [], "{path:?}");
    assert_eq!((read.accepted(), read.rejects.len()), (ALL, 0), "{path:?}");
    let rows = cases(&read);
    assert_eq!(&*rows[0].number, expected.number);
    let first = rows[0].registered;
    assert_eq!((first.day(), first.clock()), (date(2021, 1, 2), (9, 30)), "{path:?}");
    let count = |is: &dyn Fn(&Case) -> bool| rows.iter().filter(|case| is(case)).count();
    if expected.has_closed {
        assert_eq!(count(&|case| case.open_minutes.is_none()), OPEN as usize, "{path:?}");
        assert_eq!(count(&|case| case.open_minutes == Some(300)), (ALL - OPEN) as usize);
    }
    if expected.has_parent {
        let parent = Some(expected.number);
        assert_eq!(count(&|case| case.parent.as_deref() == parent), 6, "{path:?}");
    }
    let after = imported(&project(), &[read]);
    let names: Vec<&str> = after.customers.iter().map(|own| own.name.as_str()).collect();
    match expected.has_customer {
        true => assert_eq!(names, CUSTOMERS, "{path:?}"),
        false => assert!(names.is_empty(), "{path:?}: {names:?}"),
    }
    let whole = ron::to_string(&after).unwrap();
    for person in PERSONS {
        assert!(!whole.contains(person), "{path:?}: {person}");
    }
    let figures = Figures::of(&after);
    let incidents = figures.value(&Key::Incidents(2021, Period::Year));
    assert_eq!(incidents, Some((A + B).into()), "{path:?}");
    after
}

const ISO: &str = "%Y-%m-%d %H:%M:%S";
const DAY_FIRST: &str = "%d-%m-%Y %H:%M";

#[test]
fn glpi_in_english_and_norwegian() {
    let files = Files::new();
    let english = [
        "ID",
        "Title",
        "Status",
        "Opening date",
        "Closing date",
        "Priority",
        "Requester - Requester",
        "Assigned to - Technician",
        "Entity",
    ];
    let norwegian = [
        "ID",
        "Tittel",
        "Status",
        "Åpner dato",
        "Lukket dato",
        "Prioritet",
        "Requester - Requester",
        "Assigned to - Technician",
        "Entity",
    ];
    let lists = [
        (english, ISO, ["Very high", "High", "Medium", "Low"], "Very high"),
        (norwegian, DAY_FIRST, ["Veldig høy", "Høy", "Medium", "Lav"], "Veldig høy"),
    ];
    for (head, form, words, highest) in lists {
        let rows = rows(|own| {
            let number = format!("{} ", 2_000 + own.at).replacen('2', "2 ", 1);
            cells([
                number.trim(),
                "Skriver",
                "Closed",
                &own.created(form),
                &own.closed(form),
                own.of(words),
                own.person,
                "Tekniker Hansen",
                &format!("Alle kunder > {}", own.customer),
            ])
        });
        // GLPI 10 ends each line with a separator, GLPI 11 does not.
        let ten = text(';', true, &head, &rows).replace("\"\n", "\";\n");
        let eleven = text(';', true, &head, &rows).replace('\n', "\r\n");
        for content in [format!("\u{feff}{ten}"), eleven] {
            let answers: &'static [(&'static str, PriorityMeaning)] = match highest {
                "Very high" => &[("Very high", PriorityMeaning::A)],
                _ => &[("Veldig høy", PriorityMeaning::A)],
            };
            let asked: &'static [&'static str] =
                if highest == "Very high" { &["Very high"] } else { &["Veldig høy"] };
            let expected = Expected { asked, answers, has_parent: false, ..Expected::all("2000") };
            holds(files.write("glpi.csv", content), &expected);
        }
    }
}

#[test]
fn jira_as_a_text_file_and_as_a_page() {
    let files = Files::new();
    let head = [
        "Summary",
        "Issue key",
        "Issue id",
        "Issue Type",
        "Status",
        "Priority",
        "Assignee",
        "Reporter",
        "Creator",
        "Created",
        "Updated",
        "Resolved",
        "Labels",
        "Labels",
        "Custom field (Organizations)",
        "Parent",
        "Parent key",
    ];
    let key = |at: u32| format!("SD-{}", at + 1);
    let form = "%d/%b/%y %I:%M %p";
    let rows = rows(|own| {
        let id = |at: u32| (90_000 + at).to_string();
        cells([
            "Skriver",
            &key(own.at),
            &id(own.at),
            "Incident",
            "Done",
            own.of(["Highest", "High", "Medium", "Low"]),
            "agent",
            own.person,
            own.person,
            &own.created(form),
            &own.created(form),
            &own.closed(form),
            "",
            "",
            own.customer,
            &own.parent(id),
            &own.parent(key),
        ])
    });
    holds(files.write("jira.csv", text(',', false, &head, &rows)), &Expected::all("SD-1"));
    // Before 2020 the parent stands by its inner number alone.
    let without: Vec<Vec<String>> = rows.iter().map(|row| row[..row.len() - 1].to_vec()).collect();
    let older = text(',', false, &head[..head.len() - 1], &without);
    holds(files.write("older.csv", older), &Expected::all("SD-1"));

    let cell = |text: &String| format!("<td>{text}</td>");
    let row = |row: &Vec<String>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    let head = head.map(|heading| match heading {
        "Issue key" => "Key".to_owned(),
        other => other.to_owned(),
    });
    let page = format!(
        "<html><body><table><tr><td>Service Desk (Jira)</td></tr></table><table>{}{}</table>\
        <table><tr><td>Generated at Mon Jan 03 2022</td></tr></table></body></html>",
        row(&head.to_vec()),
        rows.iter().map(row).collect::<String>()
    );
    holds(files.write("jira.xls", page), &Expected::all("SD-1"));
}

#[test]
fn servicenow_in_english_and_norwegian() {
    let files = Files::new();
    let english =
        ["Number", "Opened", "Priority", "State", "Caller", "Company", "Closed", "Parent Incident"];
    let fields = [
        "number",
        "opened_at",
        "priority",
        "state",
        "caller_id",
        "company",
        "closed_at",
        "parent_incident",
    ];
    let norwegian = [
        "Nummer",
        "Åpnet",
        "Prioritet",
        "Tilstand",
        "Innringer",
        "Firma",
        "Lukket",
        "Overordnet hendelse",
    ];
    let english_words = ["1 - Critical", "2 - High", "3 - Moderate", "4 - Low"];
    let norwegian_words = ["1 - Kritisk", "2 - Høy", "3 - Moderat", "4 - Lav"];
    let number = |at: u32| format!("INC00{}", 10_000 + at);
    let lists = [
        (english, english_words, ISO),
        (fields, english_words, ISO),
        (norwegian, norwegian_words, "%d.%m.%Y %H:%M:%S"),
    ];
    for (head, words, form) in lists {
        let rows = rows(|own| {
            cells([
                &number(own.at),
                &own.created(form),
                own.of(words),
                "Closed",
                own.person,
                own.customer,
                &own.closed(form),
                &own.parent(number),
            ])
        });
        let content = text(',', true, &head, &rows);
        holds(files.write("servicenow.csv", content), &Expected::all("INC0010000"));
    }
}

#[test]
fn zammad_with_its_title_and_its_persons() {
    let files = Files::new();
    let head = [
        "#",
        "Title",
        "Customer",
        "Organization",
        "Group",
        "Owner",
        "Created At",
        "Closed At",
        "Priority",
        "State",
    ];
    let rows = rows(|own| {
        cells([
            &(67_000 + own.at).to_string(),
            "Skriver",
            own.person,
            own.customer,
            "Servicedesk",
            "Agent Hansen",
            &own.created(ISO),
            &own.closed(ISO),
            own.of(["4 critical", "3 high", "2 normal", "1 low"]),
            "closed",
        ])
    });
    let content = format!("Tickets;;;;\n;;;;\n{}", text(';', false, &head, &rows));
    let expected = Expected {
        asked: &["4 critical", "3 high", "2 normal", "1 low"],
        answers: &[
            ("4 critical", PriorityMeaning::A),
            ("3 high", PriorityMeaning::B),
            ("2 normal", PriorityMeaning::Other),
            ("1 low", PriorityMeaning::Other),
        ],
        has_parent: false,
        ..Expected::all("67000")
    };
    holds(files.write("zammad.csv", content), &expected);
}

#[test]
fn znuny_counts_its_priorities_from_the_lowest() {
    let files = Files::new();
    let heads = [
        [
            "Ticket Number",
            "Age",
            "Created",
            "Closed",
            "State",
            "Priority",
            "Queue",
            "Customer Name",
            "CustomerID",
        ],
        [
            "Nummer",
            "Alder",
            "Opprettet",
            "Avsluttet Tidspunkt",
            "Status",
            "Prioritet",
            "Kø",
            "Customer Name",
            "CustomerID",
        ],
    ];
    for head in heads {
        let rows = rows(|own| {
            cells([
                &format!("20210102100{:05}", own.at + 17),
                "3 d",
                &own.created(ISO),
                &own.closed(ISO),
                "closed successful",
                own.of(["5 very high", "4 high", "2 low", "1 very low"]),
                "Raw",
                own.person,
                own.customer,
            ])
        });
        let expected = Expected {
            asked: &["5 very high", "4 high", "2 low", "1 very low"],
            answers: &[
                ("5 very high", PriorityMeaning::A),
                ("4 high", PriorityMeaning::B),
                ("2 low", PriorityMeaning::Other),
                ("1 very low", PriorityMeaning::Other),
            ],
            has_parent: false,
            ..Expected::all("2021010210000017")
        };
        holds(files.write("znuny.csv", text(';', true, &head, &rows)), &expected);
    }
}

#[test]
fn request_tracker_by_tabs() {
    let files = Files::new();
    let head =
        ["id", "Subject", "Status", "Requestors", "Created", "Resolved", "Priority", "Owner"];
    // RT's own form of dates, `Fri Mar 12 10:42:00 2021`, and its «Not set» belong to the tests of
    // dates; here stand those that the search can be set to.
    let rows = rows(|own| {
        cells([
            &(1 + own.at).to_string(),
            "Skriver",
            "resolved",
            "ola@hamar.example",
            &own.created(ISO),
            &own.closed(ISO),
            own.of(["Kritisk", "High", "Medium", "Low"]),
            own.person,
        ])
    });
    let expected = Expected { has_customer: false, has_parent: false, ..Expected::all("1") };
    holds(files.write("rt.tsv", text('\t', false, &head, &rows)), &expected);
}

#[test]
fn itop_with_its_start_date() {
    let files = Files::new();
    let key = |at: u32| format!("R-{:06}", at + 1);
    for customer in ["Organization", "Organization->Name"] {
        let head = [
            "Ref",
            "Title",
            customer,
            "Caller->Full name",
            "Start date",
            "Close date",
            "Priority",
            "Status",
            "Last update",
            "Parent request",
        ];
        let rows = rows(|own| {
            cells([
                &key(own.at),
                "Skriver",
                own.customer,
                own.person,
                &own.created(ISO),
                &own.closed(ISO),
                own.of(["Critical", "High", "Medium", "Low"]),
                "Closed",
                &own.created(ISO),
                &own.parent(key),
            ])
        });
        holds(files.write("itop.csv", text(',', true, &head, &rows)), &Expected::all("R-000001"));
    }
}

#[test]
fn osticket_whose_department_is_the_desks() {
    let files = Files::new();
    let head = [
        "Ticket Number",
        "Date Created",
        "Subject",
        "From",
        "From Email",
        "Priority",
        "Department",
        "Help Topic",
        "Source",
        "Current Status",
        "Last Updated",
        "Closed Date",
    ];
    let rows = rows(|own| {
        cells([
            &(100_100 + own.at).to_string(),
            &own.created(ISO),
            "Skriver",
            own.person,
            "ola@hamar.example",
            own.of(["Emergency", "High", "Normal", "Low"]),
            "Support",
            "Skriver",
            "Phone",
            "Closed",
            &own.created(ISO),
            &own.closed(ISO),
        ])
    });
    let expected = Expected {
        asked: &["Emergency"],
        answers: &[("Emergency", PriorityMeaning::A)],
        has_customer: false,
        has_parent: false,
        ..Expected::all("100100")
    };
    for separator in [',', ';'] {
        let content = format!("\u{feff}{}", text(separator, true, &head, &rows));
        holds(files.write("osticket.csv", content), &expected);
    }
}

#[test]
fn freshdesk_whose_customer_is_the_firm() {
    let files = Files::new();
    for customer in ["Customer", "Company Name"] {
        let head = [
            "Ticket Id",
            "Subject",
            "Status",
            "Priority",
            "Type",
            customer,
            "Requester Name",
            "Requester Email",
            "Agent",
            "Group",
            "Created Time",
            "Due by Time",
            "Resolved Time",
            "Closed Time",
            "Last Updated Time",
        ];
        let rows = rows(|own| {
            cells([
                &(1 + own.at).to_string(),
                "Skriver",
                "Closed",
                own.of(["Urgent", "High", "Medium", "Low"]),
                "Incident",
                own.customer,
                own.person,
                "ola@hamar.example",
                "Agent Hansen",
                "Support",
                &own.created(ISO),
                &own.created(ISO),
                &own.closed(ISO),
                &own.closed(ISO),
                &own.created(ISO),
            ])
        });
        let expected = Expected {
            asked: &["Urgent"],
            answers: &[("Urgent", PriorityMeaning::A)],
            has_parent: false,
            ..Expected::all("1")
        };
        holds(files.write("freshdesk.csv", text(',', false, &head, &rows)), &expected);
    }
}

#[test]
fn redmine_and_openproject() {
    let files = Files::new();
    let number = |at: u32| (at + 1).to_string();
    let norwegian = [
        "#",
        "Prosjekt",
        "Sakstype",
        "Overordnet sak",
        "Status",
        "Prioritet",
        "Emne",
        "Forfatter",
        "Tildelt til",
        "Opprettet",
        "Closed",
    ];
    let english = [
        "#",
        "Project",
        "Tracker",
        "Parent task",
        "Status",
        "Priority",
        "Subject",
        "Author",
        "Assignee",
        "Created",
        "Closed",
    ];
    let openproject = [
        "ID",
        "Project",
        "Type",
        "Parent",
        "Status",
        "Priority",
        "Subject",
        "Author",
        "Assignee",
        "Created on",
        "Closed on",
    ];
    let lists = [
        (norwegian, ["Omgående", "Haster", "Normal", "Lav"], "%d.%m.%Y %H:%M"),
        (english, ["Immediate", "Urgent", "Normal", "Low"], "%m/%d/%Y %I:%M %p"),
        (openproject, ["Immediate", "High", "Normal", "Low"], ISO),
    ];
    for (head, words, form) in lists {
        let rows = rows(|own| {
            cells([
                &number(own.at),
                "Drift",
                "Hendelse",
                &own.parent(number),
                "Lukket",
                own.of(words),
                "Skriver",
                own.person,
                own.person,
                &own.created(form),
                &own.closed(form),
            ])
        });
        let expected = match words[0] {
            "Omgående" => Expected {
                asked: &["Omgående", "Haster"],
                answers: &[("Omgående", PriorityMeaning::A), ("Haster", PriorityMeaning::B)],
                has_customer: false,
                ..Expected::all("1")
            },
            "Immediate" if words[1] == "Urgent" => Expected {
                asked: &["Immediate", "Urgent"],
                answers: &[("Immediate", PriorityMeaning::A), ("Urgent", PriorityMeaning::B)],
                has_customer: false,
                ..Expected::all("1")
            },
            _ => Expected {
                asked: &["Immediate"],
                answers: &[("Immediate", PriorityMeaning::A)],
                has_customer: false,
                ..Expected::all("1")
            },
        };
        holds(files.write("redmine.csv", text(',', false, &head, &rows)), &expected);
    }
}

#[test]
fn gitlab_says_that_its_times_are_in_utc() {
    let files = Files::new();
    let head = [
        "Issue ID",
        "URL",
        "Title",
        "State",
        "Description",
        "Author",
        "Author Username",
        "Assignee",
        "Due Date",
        "Created At (UTC)",
        "Updated At (UTC)",
        "Closed At (UTC)",
        "Milestone",
        "Priority",
        "Organization",
    ];
    let rows = rows(|own| {
        // Norway is an hour before UTC in winter and two in summer; only the first hour matters.
        let utc = |at: DateTime| {
            let hours =
                if (date(2021, 3, 28)..date(2021, 10, 31)).contains(&at.date()) { 2 } else { 1 };
            let at = at.checked_sub(jiff::Span::new().hours(hours)).unwrap();
            at.strftime(ISO).to_string()
        };
        cells([
            &(1 + own.at).to_string(),
            "https://git.example/1",
            "Skriver",
            if own.closed.is_some() { "Closed" } else { "Open" },
            "Tom for blekk",
            own.person,
            "ola",
            "kari",
            "",
            &utc(own.created),
            &utc(own.created),
            &own.closed.map_or_else(String::new, utc),
            "",
            own.of(["Critical", "High", "Medium", "Low"]),
            own.customer,
        ])
    });
    let expected = Expected { has_parent: false, ..Expected::all("1") };
    holds(files.write("gitlab.csv", text(',', false, &head, &rows)), &expected);
}

#[test]
fn zendesk_manageengine_and_topdesk() {
    let files = Files::new();
    let zendesk = [
        "ID",
        "Subject",
        "Requester",
        "Requester email",
        "Organization",
        "Status",
        "Priority",
        "Created at",
        "Updated at",
        "Solved at",
    ];
    let manageengine = [
        "Request ID",
        "Subject",
        "Requester Name",
        "Technician",
        "Company",
        "Request Status",
        "Priority",
        "Created Time",
        "DueBy Time",
        "Completed Time",
    ];
    let topdesk = [
        "Saksnummer",
        "Kort beskrivelse",
        "Innmelder",
        "Behandler",
        "Filial",
        "Status",
        "Prioritet",
        "Opprettelsesdato",
        "Måldato",
        "Lukket dato",
    ];
    let lists = [
        (zendesk, ["Urgent", "High", "Normal", "Low"], ISO, true),
        (manageengine, ["Kritisk", "High", "Medium", "Low"], ISO, false),
        (topdesk, ["P1", "P2", "P3", "P4"], "%d.%m.%Y %H:%M", false),
    ];
    for (head, words, form, is_asked) in lists {
        let rows = rows(|own| {
            cells([
                &(1 + own.at).to_string(),
                "Skriver",
                own.person,
                "Tekniker Hansen",
                own.customer,
                "Lukket",
                own.of(words),
                &own.created(form),
                &own.created(form),
                &own.closed(form),
            ])
        });
        let expected = Expected { has_parent: false, ..Expected::all("1") };
        let expected = match is_asked {
            true => Expected {
                asked: &["Urgent"],
                answers: &[("Urgent", PriorityMeaning::A)],
                ..expected
            },
            false => expected,
        };
        holds(files.write("list.csv", text(';', false, &head, &rows)), &expected);
    }
    // What TOPdesk's own interface gives: a column of yes and no beside the date.
    let head = ["number", "callDate", "creationDate", "closedDate", "priority.name", "branch"];
    let rows = rows(|own| {
        cells([
            &format!("I 2101 {:04}", own.at),
            &own.created(ISO),
            &own.created(ISO),
            &own.closed(ISO),
            own.of(["P1", "P2", "P3", "P4"]),
            own.customer,
        ])
    });
    let read = sheet_with(
        files.write("interface.csv", text(';', false, &head, &rows)),
        &project(),
        &Options::default(),
    );
    assert_eq!((read.questions.len(), read.accepted()), (0, ALL));
    assert_eq!(&*cases(&read)[3].number, "I 2101 0003");
}
