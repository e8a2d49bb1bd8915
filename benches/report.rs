//! The report as PDF: after a one-word edit against a cold compilation, and cold against an
//! equally long report of plain paragraphs.
//!
//! `cargo bench --bench report`

mod measure;

use std::path::Path;

use arsmelding::figures::Figures;
use arsmelding::report::{self, Block, Inline, PdfWriter, Report};
use arsmelding::storage;
use jiff::civil::date;

fn main() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/hedmark-ikt-2021.ron");
    let figures = Figures::of(&storage::read(&path).expect("the sample project"));
    let (report, _) = report::annual(&figures, date(2022, 3, 28));
    let words = report::plain_text(&report);
    println!("{} words, {} blocks", words.split_whitespace().count(), report.blocks.len());
    let mut writer = PdfWriter::new();
    let mut edits = 0_u32;
    measure::compare(
        "full PDF after a one-word edit",
        || {
            edits += 1;
            bytes(&mut writer, &with_one_word(&report, edits))
        },
        "full PDF, cold",
        || cold(&report),
    );
    let mut writer = PdfWriter::new();
    measure::compare(
        "the pages after a one-word edit, as the preview asks for them",
        || {
            edits += 1;
            let document = writer.pages(&with_one_word(&report, edits)).expect("pages");
            document.count() as u64
        },
        "full PDF, cold",
        || cold(&report),
    );
    let plain = plain(&report, &words);
    measure::compare(
        "full PDF, cold",
        || cold(&report),
        "as many words in plain paragraphs, cold",
        || cold(&plain),
    );
    measure::report("figures to blocks", || {
        report::annual(&figures, date(2022, 3, 28)).0.blocks.len() as u64
    });
}

fn bytes(writer: &mut PdfWriter, report: &Report) -> u64 {
    writer.pages(report).and_then(|pages| pages.pdf()).expect("a PDF").len() as u64
}

/// A compilation that finds nothing of earlier ones.
fn cold(report: &Report) -> u64 {
    typst::comemo::evict(0);
    bytes(&mut PdfWriter::new(), report)
}

fn with_one_word(report: &Report, number: u32) -> Report {
    let mut report = report.clone();
    let paragraph = report.blocks.iter_mut().find_map(|block| match block {
        Block::Paragraph(inlines) => Some(inlines),
        _ => None,
    });
    paragraph.expect("a paragraph").push(Inline::plain(format!(" ord{number}")));
    report
}

fn plain(report: &Report, words: &str) -> Report {
    let words: Vec<&str> = words.split_whitespace().collect();
    let paragraphs =
        words.chunks(60).map(|part| Block::Paragraph(vec![Inline::plain(part.join(" "))]));
    Report { blocks: paragraphs.collect(), ..report.clone() }
}
