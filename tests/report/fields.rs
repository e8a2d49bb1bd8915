//! Fields: what they name, and the words that follow their value.

use arsmelding::figures::{CaseMeasure, Figures, Key, Period, Reference};
use arsmelding::project::{Edit, TextPeriod};
use arsmelding::report::{self, Field, Fields, field_name, field_places};

use super::{DAY, sample};
use crate::common::somebody;

fn printed(fields: &Fields<'_>, name: &str) -> String {
    match fields.look_up(name) {
        Field::Figure { text, .. } | Field::Words(text) => text,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn words_follow_the_number() {
    let figures = Figures::of(&sample());
    let fields = Fields::of(&figures);
    for (name, text) in [
        ("saker.q1", "10 859"),
        ("saker.q1.endring", "1,4 % flere"),
        ("saker.q3.endring", "12,2 % færre"),
        ("saker.q1.endring|tall", "+1,4 %"),
        ("saker.2019.q1", "9 372"),
        ("saker.q1@-1", "10 709"),
        ("saker@-1", "37 962"),
        ("sykefravær.prosent", "3,36 %"),
        ("sykefravaer.prosent@-1", "1,84 %"),
        ("§5-8.regnskap.disposisjonsfond|uten-fortegn", "kr 15 557 046,36"),
        ("§5-8.regnskap.disposisjonsfond|hele", "kr 15 557 046"),
        ("§5-8.regnskap.disposisjonsfond|mill", "15,6 millioner kroner"),
        ("år", "2021"),
        ("selskap", "Hedmark IKT"),
        ("snittår", "2015–2020"),
    ] {
        assert_eq!(printed(&fields, name).replace('\u{a0}', " "), text, "{name}");
    }
}

#[test]
fn a_field_that_names_nothing_is_told_and_stands_as_it_was_written() {
    let edit = Edit::WriteText {
        section: "general".to_owned(),
        period: TextPeriod { year: 2021, quarter: None },
        body: Some("Vi fikk {saker.q5} saker, se {se:ingenting}.".to_owned()),
    };
    let (project, _) = sample().edited(&edit, &somebody()).unwrap().unwrap();
    let (report, issues) = report::annual(&Figures::of(&project), DAY);
    assert!(
        report::plain_text(&report)
            .contains("Vi fikk {saker.q5} saker, se [henvisningen mangler].")
    );
    let told: Vec<String> = issues.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("Om selskapet: ") && told[0].contains("saker.q5"), "{told:?}");
    assert!(told[1].contains("ingenting"), "{told:?}");
}

#[test]
fn the_name_of_a_field_is_relative_to_the_report_year() {
    let q1 = Period::COLUMNS[0];
    let key = |year| Key::Cases(year, q1, CaseMeasure::Change(Reference::LastYear));
    assert_eq!(field_name(&key(2021), 2021), "saker.q1.endring");
    assert_eq!(field_name(&key(2020), 2021), "saker.q1.endring@-1");
    let figures = Figures::of(&sample());
    let fields = Fields::of(&figures);
    // Whatever the program names, it finds again.
    for key in figures.keys().into_iter().take(400) {
        if figures.value(&key).is_none() {
            continue;
        }
        let name = field_name(&key, 2021);
        let Field::Figure { key: found, .. } = fields.look_up(&name) else {
            panic!("{name} is not found");
        };
        assert_eq!(found, key, "{name}");
    }
}

#[test]
fn braces_that_are_no_field_are_left_alone() {
    assert_eq!(field_places("uten felt"), []);
    assert_eq!(field_places("{ åpen"), []);
    let text = "a {b} {c {saker} d";
    let names: Vec<&str> = field_places(text).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["b", "saker"]);
}

#[test]
fn a_line_of_accounts_that_are_not_there_yet_lacks_its_number_and_is_no_slip() {
    let mut project = sample();
    std::sync::Arc::make_mut(&mut project.settings).report_year = 2022;
    let edit = Edit::WriteText {
        section: "general".to_owned(),
        period: TextPeriod { year: 2022, quarter: None },
        body: Some("Resultatet ble {§5-6.regnskap.netto-driftsresultat|uten-fortegn}.".to_owned()),
    };
    let (project, _) = project.edited(&edit, &somebody()).unwrap().unwrap();
    let (report, issues) = report::annual(&Figures::of(&project), DAY);
    let text = report::plain_text(&report);
    assert!(text.contains("Resultatet ble [tallet mangler]."), "{text}");
    let told: Vec<String> = issues.iter().map(ToString::to_string).collect();
    assert!(
        told.iter().any(|own| own.contains("har ikke noe tall i dette prosjektet")),
        "{told:?}"
    );
}
