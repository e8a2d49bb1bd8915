//! Rows that are data, rows that are none, and rows that cannot be understood.

use arsmelding::import::{SkipReason, Skipped};
use arsmelding::project::{Project, SourceKind, TableId};
use jiff::civil::date;

use super::support::{Files, V::*, imported, project, sheet, sheets};

#[test]
fn what_is_no_data_is_skipped_and_shown() {
    let files = Files::new();
    let text = "Rapport over saker\n\
        Fra 01.01.2021 til 31.03.2021\n\
        Utvalg: Hamar\n\
        Kilde: Pureservice\n\
        Eksportert: 05.04.2021 08:15\n\
        Saksnummer;Registrert;Prioritet\n\
        1;04.01.2021;C\n\
        \n\
        2;05.01.2021;C\n\
        Saksnummer;Registrert;Prioritet\n\
        3;06.01.2021;D\n\
        Side 1 av 3;;\n\
        Antall saker: 3;;\n\
        Rapporten er laget 05.04.2021;;\n";
    let read = sheet(files.write("report.csv", text));
    let at = |row, reason| Skipped { first: row, last: row, reason };
    assert_eq!(
        read.skipped,
        [
            at(8, SkipReason::Blank),
            at(10, SkipReason::RepeatedHeader),
            at(12, SkipReason::Footer),
            at(13, SkipReason::Sum),
            at(14, SkipReason::Footer),
        ]
    );
    assert_eq!((read.read, read.accepted(), read.rejects.len()), (8, 3, 0));
    assert_eq!(read.stream.system, "Pureservice");
    assert_eq!(read.stream.selection, "Hamar");
    let period = read.period.unwrap();
    assert_eq!((period.first, period.last), (date(2021, 1, 1), date(2021, 3, 31)));
    assert_eq!(read.exported.unwrap().day(), date(2021, 4, 5));
}

#[test]
fn a_period_is_stated_in_many_ways() {
    let files = Files::new();
    let ways = [
        "Periode: 01.01.2021–31.03.2021;",
        "Periode;01.01.2021 - 31.03.2021",
        "Periode: 2021-01-01 til 2021-03-31;",
        "Periode;01.01.2021;31.03.2021",
        "Fra: 01.01.2021;Til: 31.03.2021",
        "Fra dato;01.01.2021\nTil dato;31.03.2021",
    ];
    for way in ways {
        let text = format!("{way}\nSaksnr;Registrert;Pri\n1;11.02.2021;C\n");
        let read = sheet(files.write("period.csv", text));
        let period = read.period.unwrap();
        assert!(read.is_period_stated, "{way}");
        assert_eq!((period.first, period.last), (date(2021, 1, 1), date(2021, 3, 31)), "{way}");
    }
}

#[test]
fn a_sum_that_could_pass_for_a_date_is_still_a_sum() {
    let files = Files::new();
    let read = sheet(files.xlsx(
        "sum.xlsx",
        &[
            &[T("Saksnummer"), T("Registrert"), T("Prioritet")],
            &[T("1"), D("2021-03-11T08:14:00"), T("C")],
            &[T("Antall saker"), N(38_512.0)],
        ],
    ));
    assert_eq!(read.skipped[0].reason, SkipReason::Sum);
    assert_eq!(read.accepted(), 1);
}

#[test]
fn a_case_that_stands_twice_counts_as_the_last_row_has_it() {
    let files = Files::new();
    let text =
        "Saksnr;Registrert;Pri\n1;11.02.2021;C\n2;11.02.2021;C\n1;11.02.2021;C\n2;12.02.2021;C\n";
    let read = sheet(files.write("doubles.csv", text));
    let reasons: Vec<SkipReason> = read.skipped.iter().map(|skipped| skipped.reason).collect();
    assert_eq!(reasons, [SkipReason::Repeated { by: 4 }, SkipReason::Replaced { by: 5 }]);
    assert_eq!(read.replaced(), [(3, 5)], "only what is not alike is remembered");
}

#[test]
fn a_row_that_cannot_be_understood_is_rejected_with_cell_and_cause() {
    let files = Files::new();
    let mut text = String::from("Saksnr;Opprettet dato;Lukket;Pri\n");
    for number in 1..=20 {
        text += &format!("IR-{number};11.03.2021 08:14;;{}\n", ["A", "B", "C", "D"][number % 4]);
    }
    text += "IR-21;31.02.2021 09:40;;C\nIR-22;12.03.2021;;F\n;12.03.2021;;C\n\
             IR-24;;;C\nIR-25;12.03.2021;aldri;C\nIR-3;13.03.2021;;C\n";
    let read = sheet(files.write("faults.csv", text));
    let rejects: Vec<(&str, &str, String)> = read
        .rejects
        .iter()
        .map(|reject| (reject.cell.as_str(), reject.value.as_str(), reject.cause.text()))
        .collect();
    assert_eq!(
        rejects,
        [
            ("B22", "31.02.2021 09:40", "Datoen finnes ikke".to_owned()),
            ("B25", "", "Tid registrert mangler".to_owned()),
        ]
    );
    assert_eq!(
        read.skipped,
        [Skipped { first: 4, last: 4, reason: SkipReason::Replaced { by: 27 } }]
    );
    // Who says when a case will be closed has not closed it; the case counts, and so does one
    // without a number.
    assert_eq!(read.read, read.accepted() + 2 + read.skipped_count());
}

#[test]
fn priorities_of_the_systems_own_are_kept_and_known_ones_are_made_alike() {
    let files = Files::new();
    let list = |words: [&str; 4]| {
        let rows =
            (1..).zip(words).map(|(n, word)| format!("{n};11.03.2021;{word};Service Request\n"));
        format!("Number;Opened;Priority;Type\n{}", rows.collect::<String>())
    };
    let read = sheet(files.write("known.csv", list(["1 - Critical", "2 - High", "Normal", "4"])));
    let priorities: Vec<&str> = read.preview.iter().map(|row| row.values[2].as_str()).collect();
    assert_eq!(priorities, ["A", "B", "C", "D"]);
    assert_eq!(read.preview[0].values[3], "Bestilling");
    let read = sheet(files.write("own.csv", list(["Gull", "Sølv", "Bronse", "Normal"])));
    assert_eq!(read.preview[0].values[2], "Gull");
    assert_eq!(read.rejects, []);
}

#[test]
fn no_name_and_no_text_reaches_the_project() {
    let files = Files::new();
    let text = "Saksnummer;Registrert;Kunde;Innmelder;Saksbehandler;Emne;Beskrivelse;Intern kode\n\
        1;11.03.2021;Hamar;Ola Nordmann;Kari Behandler;Glemt passord;Ringte om fødselsnummer;X-77\n\
        Ola Nordmann;;;;;;;\n\
        3;i fjor;Løten;Per Hansen;Kari Behandler;Skriver;Tom for blekk;X-78\n";
    let read = sheet(files.write("persons.csv", text));
    let secrets = ["Nordmann", "Hansen", "Behandler", "passord", "fødselsnummer", "blekk", "X-7"];
    let shown = format!("{:?} {:?}", read.columns, read.preview);
    let after = ron::to_string(&imported(&project(), &[read])).unwrap();
    for secret in secrets {
        assert!(!after.contains(secret), "{secret}");
        assert!(!shown.contains(secret), "{secret}");
    }
    assert!(after.contains("Hamar"));
}

#[test]
fn every_table_is_told_by_its_headings() {
    let files = Files::new();
    let cases: [(&str, SourceKind); 10] = [
        (
            "date,employees_total,available_fte\n2021-12-31,45,42.8\n",
            SourceKind::Table(TableId::Staff),
        ),
        ("Dato;Antall saker\n04.01.2021;12\n", SourceKind::DayCounts),
        (
            "Dato;Besvarte anrop;Besvart innen 1 minutt;Besvart innen 3 minutter\n04.01.2021;80;50;60\n",
            SourceKind::Table(TableId::Calls),
        ),
        (
            "Bestillingsnr;Bestilt;Levert;Utstyr\n1;04.01.2021;\n",
            SourceKind::Table(TableId::Deliveries),
        ),
        (
            "Bestillingsnr;Bestilt;Bruker klar;Navn\n1;04.01.2021;\n",
            SourceKind::Table(TableId::NewUsers),
        ),
        (
            "System;Måned;Målt tid (min);Nedetid (min)\nGerica;01.01.2021;44 640;46\n",
            SourceKind::Table(TableId::Uptime),
        ),
        (
            "År;Kjønn;Mulige dagsverk;Egenmeldte dagsverk;Legemeldte dagsverk\n2021;Kvinner;2818;42;159\n",
            SourceKind::Table(TableId::SickLeave),
        ),
        (
            "År;Sykefravær (%);Mål høyst (%)\n2021;3,36;4\n",
            SourceKind::Table(TableId::SickLeaveYears),
        ),
        (
            "År;Område;Mål;Måltall;Enhet;Retning;Måles på\n2021;Drift;Oppetid;99,8;%;Minst;uptime\n",
            SourceKind::Table(TableId::Goals),
        ),
        ("Kunde;Andre navn;Eier\nHamar;Hamar kommune;Ja\n", SourceKind::Table(TableId::Customers)),
    ];
    for (text, kind) in cases {
        let read = sheet(files.write("table.csv", text));
        assert_eq!(read.kind(), kind);
        assert_eq!((read.accepted(), read.rejects.len()), (1, 0), "{text}");
    }
}

#[test]
fn a_workbook_gives_each_of_its_sheets_and_leaves_notes_out() {
    let files = Files::new();
    let path = files.workbook(
        "bemanning.xlsx",
        &[
            ("Merknader", &[&[T("Laget av"), T("personal")], &[T("i"), T("januar")]]),
            (
                "Bemanning",
                &[
                    &[T("Dato"), T("Ansatte i alt"), T("Tilgjengelige årsverk")],
                    &[D("2021-12-31T00:00:00"), N(45.0), N(42.8)],
                ],
            ),
            (
                "Turnover",
                &[
                    &[T("År"), T("Retning"), T("Årsak"), T("Antall")],
                    &[N(2021.0), T("Ut"), T("Pensjon"), N(2.0)],
                    &[N(2021.0), T("inn"), T(""), N(3.0)],
                    &[T("Sum"), T(""), T(""), N(5.0)],
                ],
            ),
        ],
    );
    let read = sheets(&path, &project(), &arsmelding::import::Options::default());
    let names: Vec<&str> = read.iter().map(|sheet| sheet.sheet.as_str()).collect();
    assert_eq!(names, ["Bemanning", "Turnover"]);
    let after: Project = imported(&project(), &read);
    assert_eq!(after.staff[0].available_fte.unwrap().to_string(), "42.8");
    assert_eq!(after.turnover.len(), 2);
    assert_eq!(after.log[0].what, "Importerte flere ark fra bemanning.xlsx");
}
