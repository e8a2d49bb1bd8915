//! The rules over the report's texts: each with what triggers it, and with what is like it and
//! does not.

use std::sync::Arc;

use arsmelding::calendar::Quarter;
use arsmelding::checks::Finding;
use arsmelding::figures::Address;
use arsmelding::issue::Severity;
use arsmelding::project::{
    Edit, EditContext, GenderCount, Minute, OutlineEntry, Project, ReportChoices, SectionState,
    SectionText, TextPeriod,
};
use jiff::civil::date;

use super::support::{TODAY, found, project, rows, sample};

const YEAR: TextPeriod = TextPeriod { year: 2021, quarter: None };

fn text(section: &str, body: &str) -> SectionText {
    SectionText {
        body: Some(body.to_owned()),
        written: Minute::new(TODAY, 8, 0),
        ..SectionText::blank(section, YEAR)
    }
}

fn with(texts: Vec<SectionText>) -> Project {
    Project { texts: rows(texts), ..project() }
}

fn carried(section: &str, body: &str) -> Project {
    with(vec![SectionText { is_carried_over: true, ..text(section, body) }])
}

fn edited(project: &Project, edit: &Edit) -> Project {
    let context = EditContext { who: "daglig leder".to_owned(), now: Minute::new(TODAY, 9, 30) };
    project.edited(edit, &context).unwrap().unwrap().0
}

/// The only finding of a rule, in words.
#[track_caller]
fn only(project: &Project, rule: &str) -> (Finding, String) {
    let mut all = found(project, rule);
    assert_eq!(all.len(), 1, "{rule}: {all:#?}");
    let finding = all.remove(0);
    let words = finding.message.text();
    (finding, words)
}

#[test]
fn a_text_that_was_carried_over_is_read_before_it_is_printed() {
    let wrong = carried("ethics", "To personer godkjenner hver betaling.");
    let (finding, words) = only(&wrong, "text-unread");
    assert_eq!(finding.severity, Severity::Warning);
    assert!(words.contains("«Kontroll og etisk standard»"), "{words}");
    // Whoever finds it right says so; the words stay, and the text is of now.
    let read = edited(&wrong, &finding.settling.unwrap().edit);
    assert!(found(&read, "text-unread").is_empty());
    assert_eq!(read.texts[0].body, wrong.texts[0].body);
    assert_eq!(read.texts[0].written, Minute::new(TODAY, 9, 30));
    // So does whoever writes it anew, or calls it ready.
    let section = || "ethics".to_owned();
    let body = Some("Tre personer godkjenner.".to_owned());
    for edit in [
        Edit::WriteText { section: section(), period: YEAR, body },
        Edit::SetSectionState { section: section(), period: YEAR, state: SectionState::Ready },
    ] {
        assert!(found(&edited(&wrong, &edit), "text-unread").is_empty(), "{edit:?}");
    }
    let owner = "økonomi".to_owned();
    let owned = Edit::SetSectionOwner { section: section(), period: YEAR, owner };
    assert_eq!(found(&edited(&wrong, &owned), "text-unread").len(), 1, "owning is not reading");
    let own = with(vec![text("ethics", "To personer godkjenner hver betaling.")]);
    assert!(found(&own, "text-unread").is_empty());
}

#[test]
fn a_section_that_is_left_out_is_not_read() {
    let outline =
        vec![OutlineEntry { section: "q2".to_owned(), is_left_out: true, ..Default::default() }];
    let mut project = with(vec![SectionText {
        is_carried_over: true,
        period: TextPeriod { quarter: Some(Quarter::Second), ..YEAR },
        ..text("people", "To nye medarbeidere begynte.")
    }]);
    let (_, words) = only(&project, "text-unread");
    assert!(words.contains("«2. kvartal, Organisasjon»"), "{words}");
    project.report = std::sync::Arc::new(ReportChoices { outline, ..Default::default() });
    assert!(found(&project, "text-unread").is_empty());
}

#[test]
fn a_field_that_names_its_year_is_pointed_out_when_the_year_has_moved_on() {
    let fixed = "{saker.2020.q1} saker, {saker} i alt, {saker.2020-03-11|tall} på én dag.";
    let (finding, words) = only(&carried("brief", fixed), "fixed-year-field");
    assert_eq!(finding.severity, Severity::Note);
    assert!(words.contains("«Året i korte trekk»"), "{words}");
    assert!(words.contains("{saker.2020.q1}, {saker.2020-03-11|tall}"), "{words}");
    let relative = carried("brief", "{saker.q1} saker, {saker@-1} i {år@-1}, {se:weeks}.");
    assert!(found(&relative, "fixed-year-field").is_empty());
    // A writer who asks for a year gets it.
    assert!(found(&with(vec![text("brief", fixed)]), "fixed-year-field").is_empty());
}

#[test]
fn a_year_that_was_typed_is_pointed_out_when_the_year_has_moved_on() {
    let typed = "I 2020 og 2019 fikk vi {saker.2018} saker på rom 1402.";
    let (finding, words) = only(&carried("brief", typed), "typed-year");
    assert_eq!(finding.severity, Severity::Note);
    assert!(words.contains("2019, 2020. Rett") && words.contains("{år@-1}"), "{words}");
    assert!(found(&carried("brief", "I {år} fikk vi {saker}."), "typed-year").is_empty());
    assert!(found(&with(vec![text("brief", typed)]), "typed-year").is_empty());
}

#[test]
fn a_text_is_older_than_the_source_that_its_number_rests_on() {
    let sample = sample();
    let sentence = "Sykefraværet var {sykefravær.prosent}.";
    let with = |body: &str, day| {
        let written = Minute::new(day, 8, 0);
        let text = SectionText { written, ..text("sick-leave", body) };
        Project { texts: rows(vec![text]), ..sample.clone() }
    };
    let imported = sample.sources.iter().map(|source| source.imported.day());
    let (first, last) = (imported.clone().min().unwrap(), imported.max().unwrap());
    let before = first.yesterday().unwrap();
    let wrong = with(sentence, before);
    let (finding, words) = only(&wrong, "text-older");
    assert_eq!(finding.severity, Severity::Note);
    assert!(words.contains("«Sykefravær»") && words.contains("sykefravar-2021.xlsx"), "{words}");
    assert!(found(&with(sentence, last.tomorrow().unwrap()), "text-older").is_empty());
    assert!(found(&with("Sykefraværet var lavt.", before), "text-older").is_empty());
    let edit = finding.settling.unwrap().edit;
    let context = EditContext {
        who: "daglig leder".to_owned(),
        now: Minute::new(last.tomorrow().unwrap(), 9, 30),
    };
    let settled = wrong.edited(&edit, &context).unwrap().unwrap().0;
    assert!(found(&settled, "text-older").is_empty());
}

#[test]
fn the_report_says_what_the_law_asks_for() {
    let asks = |project: &Project, words: &str| {
        let all = found(project, "legal-content");
        assert!(all.iter().all(|own| own.severity == Severity::Note));
        all.iter().any(|own| own.message.text().contains(words))
    };
    for (section, law) in [("ethics", "§ 14-7 d"), ("equality", "§ 26 ber")] {
        assert!(asks(&project(), law), "{law}");
        assert!(!asks(&with(vec![text(section, "Vi gjør det slik.")]), law), "{law}");
        assert!(asks(&with(vec![text(section, "  ")]), law), "a blank says nothing");
        let other = TextPeriod { year: 2020, quarter: None };
        let of_last_year = SectionText { period: other, ..text(section, "Vi gjorde det slik.") };
        assert!(asks(&with(vec![of_last_year]), law), "last year's says nothing of this");
    }
    let counted = GenderCount {
        group: "Alle".to_owned(),
        date: Some(date(2021, 12, 31)),
        ..GenderCount::default()
    };
    let mut project = Project { gender: rows(vec![counted]), ..project() };
    assert!(!asks(&project, "§ 14-7 e"));
    let outline = vec![OutlineEntry {
        section: "gender".to_owned(),
        is_left_out: true,
        ..Default::default()
    }];
    project.report = std::sync::Arc::new(ReportChoices { outline, ..Default::default() });
    assert!(asks(&project, "«Kjønnsfordeling» er utelatt"));
}

#[test]
fn a_finding_leads_to_its_section_and_not_to_another_with_the_same_title() {
    let titled = |id: &str| OutlineEntry {
        section: id.to_owned(),
        title: "Bærekraft".to_owned(),
        ..OutlineEntry::default()
    };
    let outline = vec![titled("own-1"), titled("own-2")];
    let second = SectionText { is_carried_over: true, ..text("own-2", "Vi reparerer.") };
    let mut project = with(vec![text("own-1", "Vi kjøper brukt."), second]);
    project.report = Arc::new(ReportChoices { outline, ..ReportChoices::clone(&project.report) });
    let (finding, words) = only(&project, "text-unread");
    assert!(words.contains("«Bærekraft»"), "{words}");
    assert_eq!(finding.places[0].address, Some(Address::Section("own-2".to_owned())));
}
