//! What stands in the annual report.

use std::sync::Arc;

use arsmelding::calendar::Quarter;
use arsmelding::figures::Figures;
use arsmelding::project::{Edit, Event, Minute, OutlineEntry, Project, ReportChoices, TextPeriod};
use arsmelding::report::{self, Block, Inline, draft, entries, outline, plain_text};
use jiff::civil::date;

use super::{DAY, annual, headings, sample};
use crate::common::{empty_project, somebody};

#[test]
fn the_samples_report_has_every_chapter_table_and_chart_of_the_published_one() {
    let report = annual(&sample());
    let chapters: Vec<&str> =
        headings(&report).into_iter().filter(|(level, _)| *level == 1).map(|(_, t)| t).collect();
    assert_eq!(
        chapters,
        [
            "Om selskapet",
            "Året i korte trekk",
            "Driften gjennom året",
            "Utviklingsarbeid",
            "Informasjonssikkerhet",
            "Kvartal for kvartal",
            "Mål og resultater",
            "Organisasjonen",
            "Økonomi",
            "Kontroll og etisk standard",
            "Daglig leders vurdering",
            "Underskrifter",
            "Regnskapsoppstillinger",
        ]
    );
    let tables: Vec<&str> = report
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table.anchor.as_str()),
            _ => None,
        })
        .collect();
    for wanted in [
        "quarters",
        "goals",
        "staff",
        "gender",
        "turnover",
        "sick-leave",
        "par5-4",
        "par5-4-2",
        "par5-5",
        "par5-5-2",
        "par5-6",
        "par5-8",
        "par5-9",
        "fund",
    ] {
        assert!(tables.contains(&wanted), "{wanted} is not among {tables:?}");
    }
    let charts: Vec<&str> = report
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Chart(chart) => Some(chart.anchor.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(charts, ["weeks", "q1", "q2", "q3", "q4"]);
}

#[test]
fn tables_and_charts_are_numbered_in_reading_order_and_references_follow() {
    let report = annual(&sample());
    let mut tables = 0;
    let mut charts = 0;
    for block in &report.blocks {
        match block {
            Block::Table(table) => {
                tables += 1;
                assert_eq!(table.number, tables);
            }
            Block::Chart(chart) => {
                charts += 1;
                assert_eq!(chart.number, charts);
            }
            _ => {}
        }
    }
    assert!(plain_text(&report).contains("Figur 1 viser ukene i året mot snittet, og tabell 1"));
}

#[test]
fn every_quarter_tells_its_important_events() {
    let text = plain_text(&annual(&sample()));
    for event in ["11.03", "14.04", "25.08", "19.11"] {
        assert!(text.contains(&format!("{event}\u{a0} ")), "{event}");
    }
}

#[test]
fn a_section_is_drafted_from_the_figures_until_somebody_writes_it() {
    let project = sample();
    let figures = Figures::of(&project);
    let first = TextPeriod { year: 2021, quarter: Some(Quarter::First) };
    let draft = draft(&figures, "drift", first).unwrap();
    // The draft names the figures, so that it stays true where it is taken over.
    assert!(draft.contains("{saker.q1}") && draft.contains("{saker.q1.endring}"), "{draft}");
    let text = plain_text(&annual(&project));
    assert!(text.contains("10\u{a0}859 saker ble registrert i 1. kvartal."));
    assert!(
        text.contains("Det er 1,4\u{a0}% flere enn året før, og 14,9\u{a0}% flere enn snittet")
    );
    assert!(text.contains("Det er det høyeste antallet i 1. kvartal siden 2015."));
    assert!(text.contains("28 saker var hendelser med prioritet A eller B"));
    let edit = Edit::WriteText {
        section: "drift".to_owned(),
        period: first,
        body: Some("Et rolig kvartal med {saker.q1} saker.".to_owned()),
    };
    let (written, _) = project.edited(&edit, &somebody()).unwrap().unwrap();
    let text = plain_text(&annual(&written));
    assert!(text.contains("Et rolig kvartal med 10\u{a0}859 saker."));
    assert!(!text.contains("10\u{a0}859 saker ble registrert i 1. kvartal."));
}

#[test]
fn the_draft_on_the_accounts_says_what_goes_to_the_fund() {
    let year = TextPeriod { year: 2021, quarter: None };
    let told = draft(&Figures::of(&sample()), "economy", year).unwrap();
    assert!(
        told.contains("{§5-6.regnskap.netto-disposisjonsfond|uten-fortegn} er satt av"),
        "{told}"
    );
    let text = plain_text(&annual(&sample()));
    assert!(text.contains("kr\u{a0}2\u{a0}261\u{a0}942,50 er satt av til disposisjonsfondet."));
}

#[test]
fn sections_can_be_moved_left_out_and_added() {
    let project = sample();
    let mut order = entries(&outline(&project));
    let goals = order.iter().position(|own| own.section == "goals").unwrap();
    let moved = order.remove(goals);
    order.insert(0, moved);
    for own in order.iter_mut().filter(|own| own.section == "security") {
        own.is_left_out = true;
    }
    order.insert(
        1,
        OutlineEntry {
            section: "own-1".to_owned(),
            title: "Bærekraft".to_owned(),
            ..OutlineEntry::default()
        },
    );
    let choices = ReportChoices { outline: order, ..ReportChoices::clone(&project.report) };
    let (project, _) = project.edited(&Edit::SetReport(choices), &somebody()).unwrap().unwrap();
    let period = TextPeriod { year: 2021, quarter: None };
    let body = Some("Vi reparerer før vi kjøper nytt.".to_owned());
    let edit = Edit::WriteText { section: "own-1".to_owned(), period, body };
    let (project, _) = project.edited(&edit, &somebody()).unwrap().unwrap();
    let report = annual(&project);
    let chapters: Vec<&str> =
        headings(&report).into_iter().filter(|(level, _)| *level == 1).map(|(_, t)| t).collect();
    assert_eq!(chapters[..3], ["Mål og resultater", "Bærekraft", "Om selskapet"]);
    assert!(!chapters.contains(&"Informasjonssikkerhet"));
    // What stands first is numbered first.
    let first = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some((table.number, table.anchor.as_str())),
        _ => None,
    });
    assert_eq!(first, Some((1, "goals")));
}

#[test]
fn an_empty_project_makes_a_short_report_without_empty_chapters() {
    let report = annual(&empty_project());
    assert!(report.blocks.iter().all(|block| !matches!(block, Block::Chart(_))));
    let shown = headings(&report);
    assert!(shown.len() < 4, "{shown:?}");
    report::pdf(&report).unwrap();
    report::docx(&report, None).unwrap();
    report::xlsx(&report).unwrap();
}

#[test]
fn a_quarter_with_thirty_events_and_long_names_still_makes_a_report() {
    let long = "Interkommunalt velferdsteknologisk samarbeidsprosjekt for Innlandet og omegn 2021";
    let mut project = sample();
    let events = (1..=30).map(|day: i8| Event {
        start: Some(Minute::start_of(date(2021, 6, day))),
        title: long.to_owned(),
        text: format!("{long}: {}", "strømbrudd ".repeat(12)),
        ..Event::default()
    });
    project.events = Arc::new(project.events.iter().cloned().chain(events).collect());
    Arc::make_mut(&mut project.settings).company = long.to_owned();
    let (report, _) = report::annual(&Figures::of(&project), DAY);
    let points = report.blocks.iter().find_map(|block| match block {
        Block::List(list) if list.points.len() >= 30 => Some(list),
        _ => None,
    });
    assert!(points.is_some());
    assert!(!report::pdf(&report).unwrap().is_empty());
}

#[test]
fn of_two_sections_with_one_title_only_the_one_with_the_fault_has_it() {
    let mut project = sample();
    let mut order = entries(&outline(&project));
    let titled = |id: &str| OutlineEntry {
        section: id.to_owned(),
        title: "Bærekraft".to_owned(),
        ..OutlineEntry::default()
    };
    order.extend([titled("own-1"), titled("own-2")]);
    let choices = ReportChoices { outline: order, ..ReportChoices::clone(&project.report) };
    let period = TextPeriod { year: 2021, quarter: None };
    let text = |section: &str, body: &str| Edit::WriteText {
        section: section.to_owned(),
        period,
        body: Some(body.to_owned()),
    };
    for edit in [
        Edit::SetReport(choices),
        text("own-1", "Vi reparerer før vi kjøper nytt."),
        text("own-2", "Vi reparerte {ingen.slik.verdi} maskiner."),
    ] {
        project = project.edited(&edit, &somebody()).unwrap().unwrap().0;
    }
    let (_, faults) = report::annual(&Figures::of(&project), DAY);
    let of = |id: &str| faults.iter().filter(|fault| fault.section == id).count();
    assert_eq!((of("own-1"), of("own-2")), (0, 1));
    assert_eq!(faults[0].title, "Bærekraft");
}

#[test]
fn a_quarters_text_is_the_same_wherever_it_is_shown() {
    let project = sample();
    let third = TextPeriod { year: 2021, quarter: Some(Quarter::Third) };
    let own = project.section_text("drift", third).unwrap().body.clone().unwrap();
    assert!(own.contains("{saker.q3}"));
    assert!(plain_text(&annual(&project)).contains("Skolestarten gikk uten større feil."));
}

#[test]
fn a_figure_in_a_sentence_knows_its_key() {
    let report = annual(&sample());
    let keys = report.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(inlines) => Some(inlines),
        _ => None,
    });
    let keys: Vec<String> = keys
        .flatten()
        .filter_map(|inline| match inline {
            Inline::Figure { key, .. } => Some(key.to_string()),
            _ => None,
        })
        .collect();
    assert!(keys.contains(&"saker.2021.q1".to_owned()), "{keys:?}");
}

#[test]
fn headings_that_a_person_writes_leave_no_gap_and_lead_nowhere_unknown() {
    let project = sample();
    let write = |project: &Project, body: &str| {
        let period = TextPeriod { year: 2021, quarter: None };
        let body = Some(body.to_owned());
        let edit = Edit::WriteText { section: "assessment".to_owned(), period, body };
        project.edited(&edit, &somebody()).unwrap().unwrap().0
    };
    // A third level without a second, two of them, and a chapter that ends with a heading.
    let own = write(&project, "### Folk\n\nVi ble flere.\n\n### Penger\n\nDet holdt.\n\n## Bart");
    let report = annual(&own);
    let shown = headings(&report);
    let at = shown.iter().position(|(_, text)| *text == "Daglig leders vurdering").unwrap();
    assert_eq!(shown[at + 1..at + 3], [(2, "Folk"), (2, "Penger")]);
    assert!(!shown.iter().any(|(_, text)| *text == "Bart"));
    report::pdf(&report).unwrap();
}

#[test]
fn a_reference_to_what_is_not_in_the_report_is_told_with_its_chapter() {
    let project = sample();
    let period = TextPeriod { year: 2021, quarter: None };
    let body = Some("Se {se:staff} og {se:finnes-ikke}.".to_owned());
    let edit = Edit::WriteText { section: "assessment".to_owned(), period, body };
    let (project, _) = project.edited(&edit, &somebody()).unwrap().unwrap();
    let (report, issues) = report::annual(&Figures::of(&project), DAY);
    let told: Vec<String> = issues.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("Daglig leders vurdering"), "{told:?}");
    assert!(told[0].contains("finnes-ikke"), "{told:?}");
    report::pdf(&report).unwrap();
}

#[test]
fn a_year_without_years_before_it_is_compared_with_nothing() {
    let mut project = sample();
    let year = |own: &arsmelding::project::CaseBatch| own.rows[0].registered.day().year();
    Arc::make_mut(&mut project.cases).retain(|own| year(own) == 2021);
    Arc::make_mut(&mut project.day_counts).clear();
    let kept: Vec<_> = project.cases.iter().map(|own| own.source).collect();
    Arc::make_mut(&mut project.sources).retain(|own| {
        own.stream.kind != arsmelding::project::SourceKind::Cases || kept.contains(&own.id)
    });
    Arc::make_mut(&mut project.sources)
        .retain(|own| own.stream.kind != arsmelding::project::SourceKind::DayCounts);
    Arc::make_mut(&mut project.texts).clear();
    let report = annual(&project);
    let text = plain_text(&report);
    assert!(text.contains("36\u{a0}226 saker ble registrert"), "{text}");
    assert!(!text.contains("snittet") && !text.contains("enn året før"), "{text}");
    for block in &report.blocks {
        match block {
            Block::Chart(chart) => assert_eq!(chart.data.series.len(), 1, "{}", chart.anchor),
            Block::Table(table) if table.anchor == "quarters" => {
                assert_eq!(table.table.rows.len(), 1);
            }
            _ => {}
        }
    }
    report::pdf(&report).unwrap();
    report::xlsx(&report).unwrap();
}

#[test]
fn whatever_a_person_writes_becomes_a_report() {
    let long = "Langt".repeat(1_000);
    for body in [
        "Smil 😀 og 漢字 og \u{200b}usynlig \u{2060} \u{feff} tegn\u{7}",
        "{",
        "}",
        "{}",
        "{{saker}}",
        "{saker",
        "saker}",
        "{saker|}",
        "{se:}",
        "{|}",
        "# \n\n## \n\n- \n- \n  - a\n    - b\n      - c\n        - d\n\n1. x\n   1. y",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nkode\n```\n\n<b>x</b> <script>\n\n> sitat\n\n![bilde](a.png) [lenke](http://x)",
        "#let x = 1 \\ \"anførsel\" $a$ *b* _c_ `d` @e <f> // g /* h */",
        long.as_str(),
    ] {
        let mut project = sample();
        for section in ["general", "assessment", "alt-weeks"] {
            let period = TextPeriod { year: 2021, quarter: None };
            let body = Some(body.to_owned());
            let edit = Edit::WriteText { section: section.to_owned(), period, body };
            if let Some((edited, _)) = project.edited(&edit, &somebody()).unwrap() {
                project = edited;
            }
        }
        Arc::make_mut(&mut project.settings).company = body.chars().take(60).collect();
        let (report, issues) = report::annual(&Figures::of(&project), DAY);
        let told = issues.iter().any(|issue| issue.to_string().contains("😀 漢 字"));
        assert_eq!(told, body.contains('😀'), "{issues:?}");
        report::pdf(&report).unwrap_or_else(|issue| panic!("{body:.40}: {issue}"));
        report::docx(&report, None).unwrap();
        report::xlsx(&report).unwrap();
    }
}

#[test]
fn a_number_that_begins_a_line_is_printed_as_it_was_typed() {
    let general = |body: &str| -> Vec<Block> {
        let period = TextPeriod { year: 2021, quarter: None };
        let body = Some(body.to_owned());
        let edit = Edit::WriteText { section: "general".to_owned(), period, body };
        let (written, _) = sample().edited(&edit, &somebody()).unwrap().unwrap();
        let report = annual(&written);
        let is_heading = |block: &Block| matches!(block, Block::Heading(_));
        let from = report.blocks.iter().position(is_heading).unwrap() + 1;
        let after = report.blocks[from..].iter();
        after.take_while(|block| !is_heading(block)).cloned().collect()
    };
    let lines = |blocks: &[Block]| -> Vec<String> {
        let line = |block: &Block| match block {
            Block::Paragraph(inlines) => vec![report::words_of(inlines)],
            Block::List(list) => {
                let sign = if list.is_numbered { "#" } else { "-" };
                list.points.iter().map(|own| format!("{sign} {}", report::words_of(own))).collect()
            }
            other => panic!("{other:?}"),
        };
        blocks.iter().flat_map(line).collect()
    };
    let one_date = general("17. mai var kontoret stengt.\n\nDet var stille.");
    assert_eq!(lines(&one_date), ["17. mai var kontoret stengt.", "Det var stille."]);
    let two_dates = general("17. **mai** var kontoret stengt.\n19. juni kom {saker.q1} saker inn.");
    assert_eq!(
        lines(&two_dates),
        ["17. mai var kontoret stengt.", "19. juni kom 10\u{a0}859 saker inn."]
    );
    assert_eq!(lines(&general("1. juni begynte Kari.")), ["1. juni begynte Kari."]);
    assert_eq!(
        lines(&general("1. Først\n2. Så\n3. Til slutt")),
        ["# Først", "# Så", "# Til slutt"]
    );
    assert_eq!(lines(&general("1) Først\n1) Så")), ["# Først", "# Så"]);
    let mixed = general("- Vår\n  17. mai: stengt\n- # Høst\n- ```\n  kode\n  ```");
    assert_eq!(lines(&mixed), ["- Vår 17. mai: stengt", "- Høst", "- kode"]);
}

#[test]
fn a_brace_that_is_never_closed_and_a_table_of_bars_are_told_of() {
    let told = |body: &str| -> Vec<String> {
        let period = TextPeriod { year: 2021, quarter: None };
        let body = Some(body.to_owned());
        let edit = Edit::WriteText { section: "general".to_owned(), period, body };
        let (written, _) = sample().edited(&edit, &somebody()).unwrap().unwrap();
        let (_, issues) = report::annual(&Figures::of(&written), DAY);
        issues.iter().map(ToString::to_string).collect()
    };
    let open = told("Det kom {saker.q1} saker, og {saker.q2 saker.");
    assert!(open.len() == 1 && open[0].contains("{saker.q2 saker."), "{open:?}");
    let bars = told("| År | Saker |\n|---|---:|\n| 2021 | 5 |");
    assert!(bars.len() == 1 && bars[0].contains("skrevet med streker"), "{bars:?}");
    assert_eq!(told("Det er {saker.q1} saker | og en strek --- her."), Vec::<String>::new());
}

#[test]
fn a_heading_of_letters_that_nobody_sees_is_the_templates_own() {
    let mut project = sample();
    let mut order = entries(&outline(&project));
    order[0].title = "\u{200b} ".to_owned();
    project.report = Arc::new(ReportChoices { outline: order, ..Default::default() });
    let report = annual(&project);
    assert_eq!(headings(&report)[0].1, "Om selskapet");
    report::pdf(&report).unwrap();
}

#[test]
fn every_chart_and_table_that_is_offered_is_printed_where_it_is_put() {
    let mut project = sample();
    let mut order = entries(&outline(&project));
    for own in order.iter_mut().filter(|own| own.section == "q2" || own.section == "par5-8") {
        own.is_left_out = true;
    }
    project.report = Arc::new(ReportChoices { outline: order.clone(), ..Default::default() });
    let before = annual(&project).numbered();
    let offered = report::addable(&Figures::of(&project));
    let names: Vec<&str> = offered.iter().map(|(block, _)| block.name()).collect();
    assert!(names.contains(&"q2") && names.contains(&"par5-8"), "{names:?}");
    assert!(names.contains(&"incidents") && names.contains(&"agreements"), "{names:?}");
    for own in order.iter_mut().filter(|own| own.section == "security") {
        own.added = offered.iter().map(|(block, _)| block.clone()).collect();
    }
    project.report = Arc::new(ReportChoices { outline: order, ..Default::default() });
    let report = annual(&project);
    let after: Vec<String> = report.numbered().into_iter().map(|part| part.anchor).collect();
    assert_eq!(after.len(), before.len() + offered.len(), "{after:?}");
    assert!(names.iter().all(|name| after.iter().any(|own| own == name)), "{after:?}");
    assert!(report::addable(&Figures::of(&project)).is_empty());
    report::pdf(&report).unwrap();
    report::docx(&report, None).unwrap();
    report::xlsx(&report).unwrap();
}
