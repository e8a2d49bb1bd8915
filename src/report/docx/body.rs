//! Blocks as paragraphs, tables and drawings of the document's body.

use super::fields::{begin, bookmark, bookmark_name, end, field, run};
use super::table;
use super::xml::Xml;
use crate::chart;
use crate::issue::Issue;
use crate::report::block::{Block, ChartBlock, Emphasis, Heading, Inline, List, Report, Signature};
use crate::report::pdf::Pages;
use crate::t;

/// English Metric Units in a point.
const EMU: f32 = 12_700.0;
/// Pixels of a chart's picture in a point, for programs that do not draw vectors.
const PICTURE_SCALE: f32 = 3.0;

/// A chart's picture within the document.
pub struct Picture {
    /// The name of its files without their extension.
    pub name: String,
    /// For programs that draw vectors.
    pub svg: String,
    /// For the others.
    pub png: Vec<u8>,
}

/// The body with what it needs.
pub struct Body {
    /// `word/document.xml`.
    pub document: String,
    /// The pictures, in their order.
    pub pictures: Vec<Picture>,
    /// How many numbered lists there are; each counts from 1.
    pub numbered_lists: usize,
}

/// Writes the body. Its contents give the `pages` of the PDF.
///
/// # Errors
/// When a chart cannot be drawn.
pub fn body(report: &Report, pages: Option<&Pages>) -> Result<Body, Issue> {
    let mut writer = Writer::default();
    let charts = report.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    let pictures = charts.map(|chart| picture(chart)).collect::<Result<Vec<_>, Issue>>()?;
    let mut xml = Xml::part();
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            writer.front(xml, report, pages);
            for at in 0..report.blocks.len() {
                writer.block(xml, report, at);
            }
            section_properties(xml);
        });
    });
    let numbered_lists = writer.numbered_lists;
    Ok(Body { document: xml.finish(), pictures, numbered_lists })
}

const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
];

fn picture(chart: &ChartBlock) -> Result<Picture, Issue> {
    let png = chart::png(&chart.scene, PICTURE_SCALE).map_err(Issue::error)?;
    Ok(Picture { name: chart.anchor.clone(), svg: chart::svg(&chart.scene), png })
}

/// A4 with the margins of the PDF; there, no room is left above the letters of a page's first
/// line, so that the upper margin is smaller here. The first page has neither header nor footer.
fn section_properties(xml: &mut Xml) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rIdHeader")]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rIdFooter")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", "1340"),
                ("w:right", "1247"),
                ("w:bottom", "1400"),
                ("w:left", "1247"),
                ("w:header", "700"),
                ("w:footer", "700"),
                ("w:gutter", "0"),
            ],
        );
        xml.empty("w:titlePg", &[]);
    });
}

/// A paragraph of a style.
pub fn paragraph(xml: &mut Xml, style: &str, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", style));
        inner(xml);
    });
}

/// Keeps a paragraph on the page of the next one.
fn keep_next(xml: &mut Xml, is_kept: bool) {
    if is_kept {
        xml.empty("w:keepNext", &[]);
    }
}

/// Runs of text, each as it is set.
pub fn inlines(xml: &mut Xml, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text { text, emphasis } | Inline::Figure { text, emphasis, .. } => {
                run(xml, text, |xml| set_apart(xml, *emphasis));
            }
            Inline::Reference { anchor, text } => {
                // The caption begins with a capital letter; within a sentence it does not.
                let case = if text.starts_with(char::is_lowercase) { " \\* Lower" } else { "" };
                // The caption's weight does not come along into a sentence.
                let instruction =
                    format!("REF {} \\h{case} \\* MERGEFORMAT", bookmark_name(anchor));
                field(xml, &instruction, text);
            }
        }
    }
}

fn set_apart(xml: &mut Xml, emphasis: Emphasis) {
    if emphasis.is_strong {
        xml.empty("w:b", &[]);
    }
    if emphasis.is_stressed {
        xml.empty("w:i", &[]);
    }
}

/// How a kind of numbered part is called and set.
struct Name {
    style: &'static str,
    word: String,
}

#[derive(Default)]
struct Writer {
    bookmarks: usize,
    numbered_lists: usize,
    drawings: usize,
    /// Whether what comes next begins on a new page.
    breaks_page: bool,
}

impl Writer {
    /// The front page and the contents.
    fn front(&mut self, xml: &mut Xml, report: &Report, pages: Option<&Pages>) {
        paragraph(xml, "Company", |xml| run(xml, &report.company, |_| ()));
        paragraph(xml, "Title", |xml| run(xml, &report.title, |_| ()));
        paragraph(xml, "Subtitle", |xml| run(xml, &report.date, |_| ()));
        if !report.has_contents() {
            return;
        }
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", "TOCHeading");
                xml.empty("w:pageBreakBefore", &[]);
            });
            run(xml, &t!("report-contents"), |_| ());
        });
        let headings = report.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) if heading.level <= 2 => Some(heading),
            _ => None,
        });
        let headings: Vec<&Heading> = headings.collect();
        for (at, heading) in headings.iter().enumerate() {
            paragraph(xml, &format!("TOC{}", heading.level), |xml| {
                if at == 0 {
                    begin(xml, "TOC \\o \"1-2\" \\h \\z \\u");
                }
                let page = pages.and_then(|pages| pages.page_of(&heading.anchor));
                contents_entry(xml, heading, page);
                if at + 1 == headings.len() {
                    end(xml);
                }
            });
        }
        self.breaks_page = true;
    }

    fn block(&mut self, xml: &mut Xml, report: &Report, at: usize) {
        let Some(block) = report.blocks.get(at) else { return };
        let is_kept = report.is_kept_with_next(at);
        // Without a paragraph between them, two tables would become one, and one must stand last.
        // Before a new page that paragraph could come to fill a page alone.
        let parts = !matches!(report.blocks.get(at + 1), Some(Block::PageBreak));
        let breaks_page = std::mem::take(&mut self.breaks_page);
        if breaks_page && !matches!(block, Block::Heading(_) | Block::PageBreak) {
            page_break(xml);
        }
        match block {
            Block::Heading(heading) => self.heading(xml, heading, breaks_page),
            Block::Paragraph(words) => xml.element("w:p", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    xml.value("w:pStyle", "Normal");
                    keep_next(xml, is_kept);
                });
                inlines(xml, words);
            }),
            Block::List(list) => self.list(xml, list),
            Block::Table(table) => {
                let name = Name { style: "TableCaption", word: t!("report-table-word") };
                self.caption(xml, &table.anchor, &name, table.number, &table.caption);
                table::table(xml, table);
                match table.note.as_str() {
                    "" if parts => paragraph(xml, "TableEnd", |_| ()),
                    "" => {}
                    note => paragraph(xml, "TableNote", |xml| run(xml, note, |_| ())),
                }
            }
            Block::Chart(chart) => {
                self.drawing(xml, chart);
                let name = Name { style: "Caption", word: t!("report-figure-word") };
                self.caption(xml, &chart.anchor, &name, chart.number, &chart.caption);
            }
            Block::Signatures(lines) => {
                signatures(xml, lines, report);
                if parts {
                    paragraph(xml, "TableEnd", |_| ());
                }
            }
            Block::PageBreak => self.breaks_page = true,
        }
    }

    fn heading(&mut self, xml: &mut Xml, heading: &Heading, breaks_page: bool) {
        self.bookmarks += 1;
        let (id, name) = (self.bookmarks, bookmark_name(&heading.anchor));
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", &format!("Heading{}", heading.level));
                if breaks_page {
                    xml.empty("w:pageBreakBefore", &[]);
                    xml.empty("w:spacing", &[("w:before", "0")]);
                }
            });
            bookmark(xml, id, &name, |xml| run(xml, &heading.text, |_| ()));
        });
    }

    fn list(&mut self, xml: &mut Xml, list: &List) {
        // 1 is the list with dashes; every numbered list has one of the numbers after it.
        let number = match list.is_numbered {
            false => 1,
            true => {
                self.numbered_lists += 1;
                self.numbered_lists + 1
            }
        };
        let last = list.points.len().saturating_sub(1);
        for (at, point) in list.points.iter().enumerate() {
            xml.element("w:p", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    xml.value("w:pStyle", "ListParagraph");
                    keep_next(xml, at < last && list.is_kept_together());
                    xml.element("w:numPr", &[], |xml| {
                        xml.value("w:ilvl", "0");
                        xml.value("w:numId", &number.to_string());
                    });
                });
                inlines(xml, point);
            });
        }
    }

    /// "Tabell 2 Saker per kvartal": Word counts the number; references point at word and number.
    fn caption(&mut self, xml: &mut Xml, anchor: &str, name: &Name, number: usize, words: &str) {
        self.bookmarks += 1;
        let (id, word) = (self.bookmarks, &name.word);
        paragraph(xml, name.style, |xml| {
            bookmark(xml, id, &bookmark_name(anchor), |xml| {
                run(xml, &format!("{word} "), |xml| xml.empty("w:b", &[]));
                field(xml, &format!("SEQ {word} \\* ARABIC"), &number.to_string());
            });
            run(xml, &format!(" {words}"), |_| ());
        });
    }

    fn drawing(&mut self, xml: &mut Xml, chart: &ChartBlock) {
        let at = self.drawings;
        self.drawings += 1;
        let id = (at + 1).to_string();
        let emu = |points: f32| format!("{:.0}", points * EMU);
        let size = chart.scene.size;
        let extent = (emu(size.width), emu(size.height));
        let name = chart.caption.as_str();
        let properties = [("id", id.as_str()), ("name", name), ("descr", chart.alt.as_str())];
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", "Picture"));
            xml.element("w:r", &[], |xml| {
                xml.element("w:drawing", &[], |xml| {
                    let none = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
                    xml.element("wp:inline", &none, |xml| {
                        xml.empty("wp:extent", &[("cx", &extent.0), ("cy", &extent.1)]);
                        xml.empty("wp:docPr", &properties);
                        graphic(xml, at, &properties, &extent);
                    });
                });
            });
        });
    }
}

fn graphic(
    xml: &mut Xml,
    at: usize,
    properties: &[(&str, &str); 3],
    (width, height): &(String, String),
) {
    let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    let vectors = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
    xml.element("a:graphic", &[], |xml| {
        xml.element("a:graphicData", &[("uri", picture)], |xml| {
            xml.element("pic:pic", &[], |xml| {
                xml.element("pic:nvPicPr", &[], |xml| {
                    xml.empty("pic:cNvPr", properties);
                    xml.empty("pic:cNvPicPr", &[]);
                });
                xml.element("pic:blipFill", &[], |xml| {
                    xml.element("a:blip", &[("r:embed", &format!("rIdPng{at}"))], |xml| {
                        xml.element("a:extLst", &[], |xml| {
                            let uri = [("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")];
                            xml.element("a:ext", &uri, |xml| {
                                let svg = format!("rIdSvg{at}");
                                let attributes =
                                    [("xmlns:asvg", vectors), ("r:embed", svg.as_str())];
                                xml.empty("asvg:svgBlip", &attributes);
                            });
                        });
                    });
                    xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
                });
                xml.element("pic:spPr", &[], |xml| {
                    xml.element("a:xfrm", &[], |xml| {
                        xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                        xml.empty("a:ext", &[("cx", width), ("cy", height)]);
                    });
                    xml.element("a:prstGeom", &[("prst", "rect")], |xml| {
                        xml.empty("a:avLst", &[]);
                    });
                });
            });
        });
    });
}

fn page_break(xml: &mut Xml) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:r", &[], |xml| xml.empty("w:br", &[("w:type", "page")]));
    });
}

/// The lines to sign on, two side by side, kept on one page.
fn signatures(xml: &mut Xml, lines: &[Signature], report: &Report) {
    let place = t!("report-place-date", company = &*report.company, date = &*report.date);
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.empty("w:keepNext", &[]));
        run(xml, &place, |_| ());
    });
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", "TableNormal");
            xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        });
        let width = (table::WIDTH / SIGNATURES_WIDE).to_string();
        xml.element("w:tblGrid", &[], |xml| {
            for _ in 0..SIGNATURES_WIDE {
                xml.empty("w:gridCol", &[("w:w", &width)]);
            }
        });
        let rows = lines.chunks(SIGNATURES_WIDE);
        let last = rows.len().saturating_sub(1);
        for (at, row) in rows.enumerate() {
            let is_last = at == last;
            xml.element("w:tr", &[], |xml| {
                xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
                for at in 0..SIGNATURES_WIDE {
                    xml.element("w:tc", &[], |xml| {
                        xml.element("w:tcPr", &[], |xml| {
                            xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")]);
                        });
                        match row.get(at) {
                            Some(line) => signature(xml, line, is_last),
                            None => paragraph(xml, "SignatureRole", |_| ()),
                        }
                    });
                }
            });
        }
    });
}

/// How many lines to sign on stand side by side.
const SIGNATURES_WIDE: usize = 2;

fn signature(xml: &mut Xml, line: &Signature, is_last: bool) {
    for (style, words) in [("SignatureName", &line.name), ("SignatureRole", &line.role)] {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", style);
                keep_next(xml, !is_last);
            });
            run(xml, words, |_| ());
        });
    }
}

/// A line of the contents: the heading, and the page that it is on.
fn contents_entry(xml: &mut Xml, heading: &Heading, page: Option<usize>) {
    let anchor = bookmark_name(&heading.anchor);
    xml.element("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")], |xml| {
        run(xml, &heading.text, |_| ());
        if let Some(page) = page {
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
            field(xml, &format!("PAGEREF {anchor} \\h"), &page.to_string());
        }
    });
}
