//! Texts of our own with planted errors, and without.

use std::fs;

use arsmelding::checks::text::{TextFinding, Verdict};

use super::support::{check, data, short};

fn contradictions(findings: &[TextFinding]) -> Vec<String> {
    let wrong = |own: &&TextFinding| matches!(own.verdict, Verdict::Contradicts(..));
    findings.iter().filter(wrong).map(short).collect()
}

/// What is said of the only number of a sentence.
fn only(text: &str) -> String {
    let all: Vec<String> = check(text).iter().map(short).collect();
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.concat()
}

#[test]
fn planted_errors_are_found_and_only_they() {
    let text = fs::read_to_string(data("text/with-errors.txt")).unwrap();
    let expected = [
        "! 4,79 → 4,57 % færre",
        "! 5,86 → 6,23 % flere",
        "! 9 806 → 9 086",
        "! 6,4 → 6,8 % flere",
        "! 14 → 12 % færre",
        "! 14,1 → 14,1 % færre",
        "! 54,0 → 45,0",
        "! 3,63 → 3,36 %",
        "! 80 → 45 % lavere",
        "! 99,18 → 99,81 %",
        "! 156 847 → kr 156 847 491",
        "! 75 194 428 → kr 90 646 848",
        "! 7,6 → 7,1 mill. kroner",
    ];
    assert_eq!(contradictions(&check(&text)), expected);
}

#[test]
fn a_right_text_raises_nothing_and_what_is_no_figure_is_unknown() {
    let text = fs::read_to_string(data("text/without-errors.txt")).unwrap();
    let found = check(&text);
    assert_eq!(contradictions(&found), [""; 0]);
    let unknown: Vec<&str> = found
        .iter()
        .filter(|own| own.verdict == Verdict::Unknown)
        .map(|own| own.text.as_str())
        .collect();
    let expected = ["12", "3 400", "4,1", "10", "12", "8", "3", "10", "1 200", "2.500"];
    assert_eq!(unknown, expected);
}

#[test]
fn what_the_project_has_no_figure_of_is_never_called_wrong() {
    let text = fs::read_to_string(data("text/no-figures.txt")).unwrap();
    assert_eq!(contradictions(&check(&text)), [""; 0]);
}

#[test]
fn a_goal_that_was_missed_is_not_called_reached() {
    let said = |text: &str| contradictions(&check(text));
    let wrong = "Andelen besvart innen 3 minutter ble 70,1 %, og målet ble nådd.";
    assert_eq!(said(wrong), ["! nådd → ikke nådd"]);
    assert_eq!(said("Oppetiden nådde ikke målet i 2021."), ["! nådde → nådd"]);
    for right in [
        "Andelen besvart innen 3 minutter ble 70,1 %, og målet ble ikke nådd.",
        "Oppetiden nådde målet.",
        "Vi nådde de fleste målene.",
    ] {
        assert_eq!(said(right), [""; 0], "{right}");
    }
}

#[test]
fn a_number_is_read_in_every_spelling() {
    for number in
        ["10.859", "10 859", "10\u{a0}859", "10\u{202f}859", "10859", "10.\n859", "10\n859"]
    {
        let text = format!("I første kvartal 2021 kom det {number} saker.");
        assert!(only(&text).starts_with("= 10"), "{text}");
    }
    for number in [
        "kr 15.557.046,-",
        "15 557 046 kr",
        "kr. 15.557.046,36",
        "15,6 mill. kroner",
        "15 557 046kr",
    ] {
        let text = format!("Disposisjonsfondet er ved utgangen av året på {number}.");
        assert!(only(&text).starts_with("= 15"), "{text}");
    }
    for number in ["3,36%", "3.36 %", "3,4 prosent", "ca. 3 pst."] {
        let text = format!("Sykefraværet i 2021 var {number}");
        assert!(only(&text).starts_with("= 3"), "{text}");
    }
}

#[test]
fn what_is_no_number_is_passed_over() {
    let text = "Møtet 29.01 og 6.mai 2022 kl. 08.15 gjaldt sak 006/2021, jf. § 5-6 og §§ 26 og 27.\n\
        Regnskapet per 31.12.2021 (uke 34 og 35, side 19, figur 2) følger ISO 27001, NS 5814 og EN 301549.\n\
        Microsoft365, Office 365, Windows 10, Log4j2 og HIKT2025 er navn. Ring 62 51 00 00 eller +47 900 12 345.\n\
        I perioden 2015-2020, 2020/-21 og fram mot 2025, i 1. kvartal og 3.kvartal. Tall i 1 kroner.\n\n\
        1. Innledning\n\n2) Et punkt\n\n3.1 Om driften\n";
    assert_eq!(check(text).iter().map(short).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn each_mistake_is_named() {
    let cause = |text: &str| {
        let found = check(text);
        let Some(Verdict::Contradicts(_, right)) = found.last().map(|own| own.verdict.clone())
        else {
            panic!("{text}: {found:?}");
        };
        right.cause.unwrap_or_default()
    };
    let cases = "Saksmengden i andre kvartal 2021 var";
    assert!(cause(&format!("{cases} 6,4 % høyere enn i 2020.")).contains("delt på den nye"));
    assert!(cause(&format!("{cases} 6,8 % lavere enn i 2020.")).contains("retningen"));
    assert!(cause(&format!("{cases} 15,2 % høyere enn i 2020.")).contains("snittet"));
    assert!(cause(&format!("{cases} 8 509 saker.")).contains("2. kvartal 2020"));
    assert!(cause(&format!("{cases} 9 068 saker.")).contains("byttet plass"));
    let fund = "Disposisjonsfondet er ved utgangen av 2021 på kr";
    assert!(cause(&format!("{fund} 15 557.")).contains("Tusenskille"));
    assert!(cause(&format!("{fund} 13 295 104,-.")).contains("2020"));
    assert_eq!(cause(&format!("{fund} 15 600 000,-.")), "");
}

#[test]
fn changes_between_any_two_periods_are_known() {
    for text in [
        "Fra første til andre kvartal 2021 falt saksmengden med 16,3 %.",
        "Sykefraværet økte med 82,8 % fra 2020 til 2021.",
        "Driftsinntektene økte med 15,2 % fra 2020 til 2021.",
        "Salgs- og leieinntektene ble 121,5 % høyere enn budsjettert i 2021.",
    ] {
        assert!(only(text).starts_with('='), "{text}: {}", only(text));
    }
    assert_eq!(
        only("Saksmengden falt med 61,3 % fra første til andre kvartal 2021."),
        "! 61,3 → falt … 16,3 %"
    );
    assert_eq!(
        only("Driftsinntektene falt med 15,2 % fra 2020 til 2021."),
        "! 15,2 → økte … 15,2 %"
    );
    assert_eq!(only("Legemeldt sykefravær var 2,26 % i 2021."), "! 2,26 → 2,62 %");
}

#[test]
fn a_number_of_something_else_is_not_held_against_the_figure() {
    for text in [
        "Sykefraværet i bransjen er 6 %.",
        "I mars 2021 var sykefraværet 4,2 %.",
        "14 % av sakene i 2021 gjaldt passord.",
        "I 2021 kom 9 900 saker fra Stange.",
        "Innen kategorien nettverk var det 35 000 saker i 2021.",
        "Vi regner med over 40 000 saker i 2022.",
        "I andre kvartal 2021 falt ventetiden med 6 %.",
        "Andelen saker løst på første forsøk økte med 6 % fra 2020.",
        "Lønnsoppgjøret ga 2,8 % høyere lønn enn i 2020.",
        "Av kr 250 000 fra disposisjonsfondet gikk det meste til utstyr.",
        "Vi har nesten 30 000 saker i arkivet.",
    ] {
        assert!(!only(text).starts_with('!'), "{text}: {}", only(text));
    }
}

proptest::proptest! {
    /// Texts come from anywhere: whatever stands in them, each number lies on one of its lines.
    #[test]
    fn any_text_is_read(text in "([0-9]{1,4}|[ .,%\\-–/:()§\n\t\u{a0}]|kr|mill|saker|2021|kvartal|ø|€|flere){0,40}") {
        let lines = text.lines().count().max(1);
        for finding in check(&text) {
            proptest::prop_assert!((1..=lines).contains(&finding.line));
            let marked = finding.sentence.get(finding.at..finding.at + finding.text.len());
            proptest::prop_assert_eq!(marked, Some(finding.text.as_str()));
        }
    }
}
