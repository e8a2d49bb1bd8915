//! The three documents: every number is in each of them, and they follow the data.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::sync::Arc;

use arsmelding::checks::text::{TextCheck, Verdict};
use arsmelding::figures::{Figures, TableCell};
use arsmelding::import::read_document;
use arsmelding::project::{Case, CaseBatch, Minute, Project, SourceId};
use arsmelding::report::{self, Block, Report};
use calamine::{Data, Reader as _, Xlsx};
use jiff::civil::date;

use crate::{annual, sample};

/// The documents of a report in a folder of their own.
struct Documents {
    folder: tempfile::TempDir,
}

impl Documents {
    fn of(report: &Report) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("r.pdf"), report::pdf(report).unwrap()).unwrap();
        fs::write(folder.path().join("r.docx"), report::docx(report).unwrap()).unwrap();
        fs::write(folder.path().join("r.xlsx"), report::xlsx(report).unwrap()).unwrap();
        Self { folder }
    }

    /// The words of the PDF or the Word document without any space.
    fn words(&self, name: &str) -> String {
        let document = read_document(&self.folder.path().join(name)).unwrap();
        document.lines.iter().map(|line| squeezed(&line.text)).collect()
    }

    /// Every number of the workbook, rounded to four decimals.
    fn numbers(&self) -> BTreeSet<i64> {
        let mut workbook: Xlsx<_> =
            calamine::open_workbook(self.folder.path().join("r.xlsx")).unwrap();
        let mut numbers = BTreeSet::new();
        for sheet in workbook.sheet_names() {
            for cell in workbook.worksheet_range(&sheet).unwrap().used_cells() {
                if let Data::Float(value) = cell.2 {
                    numbers.insert((value * 1e4).round() as i64);
                }
            }
        }
        numbers
    }

    /// A part of the Word document.
    fn part(&self, name: &str) -> String {
        part(&self.folder.path().join("r.docx"), name)
    }
}

fn part(file: &Path, name: &str) -> String {
    let bytes = fs::read(file).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

#[test]
fn every_number_of_every_table_is_in_all_three() {
    let report = annual(&sample());
    let documents = Documents::of(&report);
    let (pdf, docx) = (documents.words("r.pdf"), documents.words("r.docx"));
    let numbers = documents.numbers();
    let mut looked_at = 0;
    for block in &report.blocks {
        let Block::Table(table) = block else { continue };
        for cell in table.table.rows.iter().flat_map(|row| &row.cells) {
            let printed = squeezed(&cell.print());
            if !cell.is_number() {
                continue;
            }
            looked_at += 1;
            assert!(pdf.contains(&printed), "{} is not in the PDF: {printed}", table.anchor);
            assert!(docx.contains(&printed), "{} is not in the Word file: {printed}", table.anchor);
            let value = match cell {
                TableCell::Count(value) | TableCell::Ordinal(value) => (*value).into(),
                TableCell::Number(value, ..) | TableCell::Money(value, _) => *value,
                TableCell::Percent(value, _) | TableCell::Change(value, _) => {
                    *value / arsmelding::number::Decimal::ONE_HUNDRED
                }
                _ => continue,
            };
            let rounded = arsmelding::number::round(value, 4).to_string().parse::<f64>().unwrap();
            let wanted = (rounded * 1e4).round() as i64;
            assert!(
                (wanted - 1..=wanted + 1).any(|near| numbers.contains(&near)),
                "{} is not in the workbook: {cell:?}",
                table.anchor
            );
        }
    }
    assert!(looked_at > 600, "{looked_at}");
}

/// The sample with one more case on 11 March 2021.
fn with_one_more_case() -> Project {
    let mut project = sample();
    let batch = project.cases.last().unwrap();
    let case = Case {
        registered: Minute::new(date(2021, 3, 11), 8, 14),
        row: 1,
        ..batch.rows.first().unwrap().clone()
    };
    let own = CaseBatch {
        source: SourceId(1),
        rows: Arc::new(vec![Case { number: "NY-1".into(), ..case }]),
    };
    Arc::make_mut(&mut project.cases).push(own);
    project
}

#[test]
fn one_more_case_changes_table_percentage_sentence_and_alternative_text_everywhere() {
    let (before, after) = (annual(&sample()), annual(&with_one_more_case()));
    let (old, new) = (Documents::of(&before), Documents::of(&after));
    for name in ["r.pdf", "r.docx"] {
        let (old, new) = (old.words(name), new.words(name));
        assert!(old.contains("10859sakerbleregistrerti1.kvartal"), "{name}");
        assert!(new.contains("10860sakerbleregistrerti1.kvartal"), "{name}");
        assert!(!new.contains("10859"), "{name}");
        // The year's count, in its table and in the sentence.
        assert!(old.contains("36226") && new.contains("36227"), "{name}");
        assert!(!new.contains("36226"), "{name}");
    }
    assert!(old.numbers().contains(&(10_859 * 10_000)));
    assert!(new.numbers().contains(&(10_860 * 10_000)));
    assert!(!new.numbers().contains(&(10_859 * 10_000)));
    let alt = |report: &Report| {
        let mut charts = report.blocks.iter().filter_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            _ => None,
        });
        charts.find(|chart| chart.anchor == "q1").unwrap().alt.clone()
    };
    assert!(squeezed(&alt(&before)).contains("10859") && squeezed(&alt(&after)).contains("10860"));
    let drawn = |documents: &Documents| documents.part("word/document.xml");
    assert!(drawn(&new).contains("10\u{a0}860"));
}

#[test]
fn the_text_check_finds_nothing_against_a_report_that_the_program_wrote() {
    let project = sample();
    let figures = Figures::of(&project);
    let check = TextCheck::of(&figures);
    let documents = Documents::of(&annual(&project));
    for name in ["r.pdf", "r.docx"] {
        let document = read_document(&documents.folder.path().join(name)).unwrap();
        let findings = check.check(&document);
        let wrong: Vec<_> = findings
            .iter()
            .filter(|finding| matches!(finding.verdict, Verdict::Contradicts(..)))
            .collect();
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
        let right = findings.iter().filter(|own| matches!(own.verdict, Verdict::Agrees(_)));
        assert!(right.count() > 400, "{name}");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = annual(&sample());
    assert_eq!(report::pdf(&report).unwrap(), report::pdf(&report).unwrap());
    assert_eq!(report::docx(&report).unwrap(), report::docx(&report).unwrap());
    assert_eq!(report::xlsx(&report).unwrap(), report::xlsx(&report).unwrap());
}

#[test]
fn the_word_document_has_what_readers_and_screen_readers_need() {
    let report = annual(&sample());
    let documents = Documents::of(&report);
    let body = documents.part("word/document.xml");
    let tables = report.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
    let charts = report.blocks.iter().filter(|block| matches!(block, Block::Chart(_))).count();
    assert_eq!(body.matches("<w:tblHeader/>").count(), tables);
    assert_eq!(body.matches("SEQ Tabell").count(), tables);
    assert_eq!(body.matches("SEQ Figur").count(), charts);
    assert_eq!(body.matches("<wp:docPr ").count(), charts);
    assert!(body.contains(" TOC \\o &quot;1-2&quot;") || body.contains(" TOC \\o \"1-2\""));
    assert!(body.contains(" REF _Ref_quarters"));
    assert!(!body.contains("descr=\"\""));
    assert!(documents.part("word/styles.xml").contains("w:lang w:val=\"nb-NO\""));
    // The font comes along, so that the pages look alike where it is not installed.
    assert_eq!(documents.part("word/fontTable.xml").matches("w:fontKey=").count(), 3);
    assert!(documents.part("word/settings.xml").contains("<w:embedTrueTypeFonts/>"));
    assert!(documents.part("docProps/core.xml").contains("Årsmelding 2021"));
    for part in ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml"]
    {
        let text = documents.part(part);
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{part}: {error}"),
            }
        }
    }
}

#[test]
fn the_workbook_sums_with_formulas_and_keeps_text_as_text() {
    let mut project = sample();
    let rows = Arc::make_mut(&mut project.gender);
    rows[0].group = "=HYPERLINK(\"http://x\")".to_owned();
    let documents = Documents::of(&annual(&project));
    let file = documents.folder.path().join("r.xlsx");
    let mut workbook: Xlsx<_> = calamine::open_workbook(&file).unwrap();
    let sheets = workbook.sheet_names();
    let quarters = sheets.iter().find(|name| name.contains("kvartal")).unwrap();
    let formulas = workbook.worksheet_formula(quarters).unwrap();
    let formulas: Vec<&String> = formulas.used_cells().map(|cell| cell.2).collect();
    assert!(formulas.iter().any(|own| own.starts_with("SUM(")), "{formulas:?}");
    let text = sheets.iter().any(|name| {
        let range = workbook.worksheet_range(name).unwrap();
        range.used_cells().any(|cell| cell.2.to_string().starts_with("=HYPERLINK"))
    });
    assert!(text);
    assert!(sheets.iter().all(|name| {
        let formulas = workbook.worksheet_formula(name).unwrap();
        !formulas.used_cells().any(|cell| cell.2.contains("HYPERLINK"))
    }));
    let chart = part(&file, "xl/charts/chart1.xml");
    assert!(chart.contains("<c:lineChart>"));
}
