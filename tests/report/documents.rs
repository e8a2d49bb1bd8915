//! The three documents: every number is in each of them, and they follow the data.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::sync::Arc;

use arsmelding::calendar::Span;
use arsmelding::checks::text::{TextCheck, Verdict};
use arsmelding::figures::{Figures, TableCell};
use arsmelding::import::read_document;
use arsmelding::project::{Case, CaseBatch, DayCountBatch, Minute, Project, SourceId};
use arsmelding::report::{self, Block, PdfWriter, Report};
use calamine::{Data, Reader as _, Xlsx};
use jiff::civil::date;
use quick_xml::events::Event;

use super::{annual, sample};

/// The documents of a report in a folder of their own.
struct Documents {
    folder: tempfile::TempDir,
}

impl Documents {
    fn of(report: &Report) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("r.pdf"), report::pdf(report).unwrap()).unwrap();
        fs::write(folder.path().join("r.docx"), report::docx(report, None).unwrap()).unwrap();
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

    /// What each sum of the workbook would be when reckoned anew, beside what it says.
    fn sums(&self) -> Vec<(String, f64, f64)> {
        let mut workbook: Xlsx<_> =
            calamine::open_workbook(self.folder.path().join("r.xlsx")).unwrap();
        let mut sums = Vec::new();
        for sheet in workbook.sheet_names() {
            let values = workbook.worksheet_range(&sheet).unwrap();
            let number = |place: (u32, u32)| match values.get_value(place) {
                Some(Data::Float(value)) => *value,
                _ => 0.0,
            };
            let formulas = workbook.worksheet_formula(&sheet).unwrap();
            let (top, left) = formulas.start().unwrap_or_default();
            for (row, column, formula) in formulas.used_cells() {
                let at = (top + row as u32, left + column as u32);
                let Some(parts) = formula.strip_prefix("SUM(") else { continue };
                let parts = parts.trim_end_matches(')').split(',').map(|part| {
                    let (from, to) = part.split_once(':').unwrap_or((part, part));
                    let ((top, left), (bottom, right)) = (place(from), place(to));
                    let cells =
                        (top..=bottom).flat_map(|row| (left..=right).map(move |c| (row, c)));
                    cells.map(number).sum::<f64>()
                });
                sums.push((format!("{sheet} {at:?} {formula}"), parts.sum(), number(at)));
            }
        }
        sums
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

/// Row and column of "C12", from 0.
fn place(name: &str) -> (u32, u32) {
    let at = name.find(|c: char| c.is_ascii_digit()).unwrap();
    let column = name[..at].bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    (name[at..].parse::<u32>().unwrap() - 1, column - 1)
}

/// The names of elements in their order, each with its attributes.
fn elements(xml: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut elements = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(own) | Event::Empty(own) => {
                let attributes = own.attributes().map(|pair| {
                    let pair = pair.unwrap();
                    (pair.key.0.to_owned(), pair.value.into_owned())
                });
                elements.push((own.name().0.to_owned(), attributes.collect()));
            }
            Event::Eof => return elements,
            _ => {}
        }
    }
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
    assert_eq!(report::docx(&report, None).unwrap(), report::docx(&report, None).unwrap());
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
}

/// What Word asks for beyond well-formed parts: else it offers to repair the document, or asks
/// about its fields.
#[test]
fn word_has_nothing_to_ask_about() {
    let report = annual(&sample());
    let documents = Documents::of(&report);
    let file = fs::File::open(documents.folder.path().join("r.docx")).unwrap();
    let archive = zip::ZipArchive::new(file).unwrap();
    let parts: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    for part in parts.iter().filter(|part| part.ends_with(".xml") || part.ends_with(".rels")) {
        assert!(!elements(&documents.part(part)).is_empty(), "{part}");
    }
    let text = documents.part("word/document.xml");
    let body = elements(&text);
    let of = |name: &str, attribute: &str| -> Vec<String> {
        let own = body.iter().filter(|(own, _)| own == name);
        own.filter_map(|(_, attributes)| attributes.get(attribute).cloned()).collect()
    };
    let distinct = |values: &[String]| values.iter().collect::<BTreeSet<_>>().len();

    let bookmarks = of("w:bookmarkStart", "w:name");
    assert_eq!(distinct(&bookmarks), bookmarks.len());
    assert!(bookmarks.iter().all(|name| name.len() <= 40));
    assert_eq!(of("w:bookmarkStart", "w:id"), of("w:bookmarkEnd", "w:id"));
    assert!(of("w:hyperlink", "w:anchor").iter().all(|anchor| bookmarks.contains(anchor)));
    for instruction in text.split("<w:instrText xml:space=\"preserve\">").skip(1) {
        let mut words = instruction.split_whitespace();
        if matches!(words.next(), Some("REF" | "PAGEREF")) {
            let target = words.next().unwrap();
            assert!(bookmarks.iter().any(|name| name == target), "{target}");
        }
    }
    let drawings = of("wp:docPr", "id");
    assert_eq!(distinct(&drawings), drawings.len());
    let relations = documents.part("word/_rels/document.xml.rels");
    for (_, attributes) in &body {
        let ids = ["r:id", "r:embed"].into_iter().filter_map(|name| attributes.get(name));
        for id in ids {
            assert!(relations.contains(&format!("Id=\"{id}\"")), "{id}");
        }
    }
    let kinds = of("w:fldChar", "w:fldCharType");
    let count = |kind: &str| kinds.iter().filter(|own| *own == kind).count();
    assert!(count("begin") > 20 && count("begin") == count("end"));
    assert!(!text.contains("w:dirty") && !documents.part("word/settings.xml").contains("updateF"));

    // Every row has a cell for each column, every cell a paragraph, no table is too wide.
    for table in text.split("<w:tbl>").skip(1) {
        let table = &table[..table.find("</w:tbl>").unwrap()];
        let widths = table.split("<w:gridCol w:w=\"").skip(1);
        let widths = widths.map(|own| own[..own.find('"').unwrap()].parse::<u32>().unwrap());
        let widths: Vec<u32> = widths.collect();
        assert!(widths.iter().sum::<u32>() <= 9_412 && widths.iter().all(|width| *width > 400));
        for row in table.split("<w:tr>").skip(1) {
            assert_eq!(row.matches("<w:tc>").count(), widths.len());
            assert_eq!(row.matches("</w:p></w:tc>").count(), widths.len());
        }
    }
}

#[test]
fn the_contents_of_the_word_document_give_the_pages_of_the_pdf() {
    let report = annual(&sample());
    let pages = PdfWriter::new().pages(&report).unwrap();
    let words = |pages| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("r.docx");
        fs::write(&file, report::docx(&report, pages).unwrap()).unwrap();
        part(&file, "word/document.xml")
    };
    let (with, without) = (words(Some(&pages)), words(None));
    let headings = report
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Heading(heading) if heading.level <= 2));
    assert_eq!(with.matches(" PAGEREF ").count(), headings.count());
    assert_eq!(without.matches(" PAGEREF ").count(), 0);
    let entry = with.split(" PAGEREF _Ref_section_fund ").nth(1).unwrap();
    let page = pages.page_of("section-fund").unwrap();
    assert!(entry[..entry.find("</w:hyperlink>").unwrap()].contains(&format!(">{page}<")));
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
    for (cell, reckoned, written) in documents.sums() {
        assert!((reckoned - written).abs() < 0.005, "{cell}: {reckoned} {written}");
    }
    let text = sheets.iter().any(|name| {
        let range = workbook.worksheet_range(name).unwrap();
        range.used_cells().any(|cell| cell.2.to_string().starts_with("=HYPERLINK"))
    });
    assert!(text);
    assert!(sheets.iter().all(|name| {
        let formulas = workbook.worksheet_formula(name).unwrap();
        !formulas.used_cells().any(|cell| cell.2.contains("HYPERLINK"))
    }));
    assert!(documents.sums().len() > 100, "{}", documents.sums().len());
    let chart = part(&file, "xl/charts/chart1.xml");
    assert!(chart.contains("<c:lineChart>"));
}

/// A year with a day missing has no count, though its other quarters have one; nothing that Excel
/// reckons differs from what the report says.
#[test]
fn a_gap_in_an_earlier_year_leaves_its_sum_out() {
    let mut project = sample();
    let missing = date(2015, 5, 12);
    let day_of = |period: Span| period.contains(missing);
    let sources = Arc::make_mut(&mut project.sources);
    let first = sources.iter_mut().find(|own| own.period.is_some_and(day_of)).unwrap();
    let whole = first.period.unwrap();
    first.period = Some(Span::new(whole.first, missing.yesterday().unwrap()));
    let mut second = first.clone();
    let id = first.id;
    second.id = SourceId(9_999);
    second.period = Some(Span::new(missing.tomorrow().unwrap(), whole.last));
    let counts = Arc::make_mut(&mut project.day_counts);
    let batch = counts.iter_mut().find(|batch| batch.source == id).unwrap();
    let rows = Arc::make_mut(&mut batch.rows);
    let after = rows.iter().filter(|own| own.date > missing).cloned().collect();
    rows.retain(|own| own.date < missing);
    counts.push(DayCountBatch { source: second.id, rows: Arc::new(after) });
    sources.push(second);
    let report = annual(&project);
    let table = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.anchor == "quarters" => Some(&table.table),
        _ => None,
    });
    let row = &table.unwrap().rows[0];
    let printed: Vec<String> = row.cells.iter().map(TableCell::print).collect();
    assert_eq!(printed[0], "2015");
    assert!(!printed[1].is_empty() && printed[2].is_empty(), "{printed:?}");
    assert!(!printed[3].is_empty() && printed[5].is_empty(), "{printed:?}");
    for (cell, reckoned, written) in Documents::of(&report).sums() {
        assert!((reckoned - written).abs() < 0.005, "{cell}: {reckoned} {written}");
    }
}

#[test]
fn the_days_and_weeks_of_a_chart_are_dates_and_numbers_in_the_workbook() {
    let documents = Documents::of(&annual(&sample()));
    let file = documents.folder.path().join("r.xlsx");
    let mut workbook: Xlsx<_> = calamine::open_workbook(file).unwrap();
    let charts: Vec<String> =
        workbook.sheet_names().into_iter().filter(|name| name.starts_with("Figur")).collect();
    assert_eq!(charts.len(), 5);
    for (at, sheet) in charts.iter().enumerate() {
        let cells = workbook.worksheet_range(sheet).unwrap();
        let first: Vec<&Data> = (3..cells.height()).filter_map(|row| cells.get((row, 0))).collect();
        assert!(first.len() > 50, "{sheet}");
        for cell in first {
            match cell {
                Data::DateTime(day) if at > 0 => {
                    assert_eq!(day.to_ymd_hms_milli().0, 2021);
                }
                Data::Float(week) if at == 0 => assert!((1.0..=53.0).contains(week)),
                other => panic!("{sheet}: {other:?}"),
            }
        }
    }
}

#[test]
fn the_statements_tell_what_the_year_was_closed_with() {
    let report = annual(&sample());
    let note = |name: &str| {
        let block = report.blocks.iter().find_map(|block| match block {
            Block::Table(own) if own.anchor == name => Some(own.note.replace('\u{a0}', " ")),
            _ => None,
        });
        block.unwrap()
    };
    for name in ["par5-4", "par5-6"] {
        let note = note(name);
        for amount in ["kr 1 761 942,50", "kr 600 000,00", "kr 142 031,60"] {
            assert!(note.contains(amount), "{name}: {note}");
        }
    }
    assert!(note("par5-5").contains("strykning av overføring fra drift kr 142 031,60"));
    assert!(!note("par5-8").contains("Årsavslutning"));
}
