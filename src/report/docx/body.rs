//! Blocks as paragraphs, tables and drawings of the document's body.

use super::fields::{begin, bookmark, bookmark_name, end, field, run};
use super::table;
use super::xml::Xml;
use crate::chart;
use crate::issue::Issue;
use crate::report::block::{Block, ChartBlock, Emphasis, Heading, Inline, List, Report, Signature};
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

/// Writes the body.
///
/// # Errors
/// When a chart cannot be drawn.
pub fn body(report: &Report) -> Result<Body, Issue> {
    let mut writer = Writer::default();
    let charts = report.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    let pictures = charts.map(|chart| picture(chart)).collect::<Result<Vec<_>, Issue>>()?;
    let mut xml = Xml::part();
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            writer.front(xml, report);
            for block in &report.blocks {
                writer.block(xml, block, report);
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

/// A4 with the margins of the PDF; the first page has neither header nor footer.
fn section_properties(xml: &mut Xml) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rIdHeader")]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rIdFooter")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", "1440"),
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
                let instruction = format!("REF {} \\h{case}", bookmark_name(anchor));
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

#[derive(Default)]
struct Writer {
    bookmarks: usize,
    numbered_lists: usize,
    drawings: usize,
}

impl Writer {
    /// The front page and the contents.
    fn front(&mut self, xml: &mut Xml, report: &Report) {
        paragraph(xml, "Subtitle", |xml| run(xml, &report.company, |_| ()));
        paragraph(xml, "Title", |xml| run(xml, &report.title, |_| ()));
        paragraph(xml, "Subtitle", |xml| run(xml, &report.date, |_| ()));
        if !report.has_contents() {
            return;
        }
        page_break(xml);
        paragraph(xml, "TOCHeading", |xml| run(xml, &t!("report-contents"), |_| ()));
        let headings = report.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) if heading.level <= 2 => Some(heading),
            _ => None,
        });
        let headings: Vec<&Heading> = headings.collect();
        for (at, heading) in headings.iter().enumerate() {
            paragraph(xml, &format!("TOC{}", heading.level), |xml| {
                if at == 0 {
                    begin(xml, "TOC \\o \"1-2\" \\h \\z \\u", true);
                }
                let anchor = bookmark_name(&heading.anchor);
                xml.element("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")], |xml| {
                    run(xml, &heading.text, |_| ());
                });
                if at + 1 == headings.len() {
                    end(xml);
                }
            });
        }
        page_break(xml);
    }

    fn block(&mut self, xml: &mut Xml, block: &Block, report: &Report) {
        match block {
            Block::Heading(heading) => self.heading(xml, heading),
            Block::Paragraph(own) => paragraph(xml, "Normal", |xml| inlines(xml, own)),
            Block::List(list) => self.list(xml, list),
            Block::Table(own) => {
                self.caption(xml, &own.anchor, &t!("report-table-word"), own.number, &own.caption);
                table::table(xml, own);
                let note = own.note.as_str();
                paragraph(xml, "Caption", |xml| run(xml, note, |_| ()));
            }
            Block::Chart(chart) => {
                self.drawing(xml, chart);
                let word = t!("report-figure-word");
                self.caption(xml, &chart.anchor, &word, chart.number, &chart.caption);
            }
            Block::Signatures(lines) => signatures(xml, lines, report),
            Block::PageBreak => page_break(xml),
        }
    }

    fn heading(&mut self, xml: &mut Xml, heading: &Heading) {
        paragraph(xml, &format!("Heading{}", heading.level), |xml| {
            self.bookmarks += 1;
            let name = bookmark_name(&heading.anchor);
            bookmark(xml, self.bookmarks, &name, |xml| run(xml, &heading.text, |_| ()));
        });
    }

    fn list(&mut self, xml: &mut Xml, list: &List) {
        // 1 is the list with dashes; every numbered list has a number of its own after it.
        let number = match list.is_numbered {
            false => 1,
            true => {
                self.numbered_lists += 1;
                self.numbered_lists + 1
            }
        };
        for point in &list.points {
            xml.element("w:p", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    xml.value("w:pStyle", "ListParagraph");
                    xml.element("w:numPr", &[], |xml| {
                        xml.value("w:ilvl", "0");
                        xml.value("w:numId", &number.to_string());
                    });
                });
                inlines(xml, point);
            });
        }
    }

    /// "Tabell 2 Saker per kvartal": the number counts itself, references find word and number.
    fn caption(&mut self, xml: &mut Xml, anchor: &str, word: &str, number: usize, words: &str) {
        self.bookmarks += 1;
        let id = self.bookmarks;
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", "Caption");
                xml.empty("w:keepNext", &[]);
            });
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
            xml.element("w:pPr", &[], |xml| xml.empty("w:keepNext", &[]));
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
                                let own = [("xmlns:asvg", vectors), ("r:embed", svg.as_str())];
                                xml.empty("asvg:svgBlip", &own);
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

fn signatures(xml: &mut Xml, lines: &[Signature], report: &Report) {
    let place = t!("report-place-date", company = &*report.company, date = &*report.date);
    kept_with_next(xml, &place, true);
    for (at, line) in lines.iter().enumerate() {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:keepNext", &[]);
                xml.element("w:pBdr", &[], |xml| {
                    let border = [("w:val", "single"), ("w:sz", "6"), ("w:space", "4")];
                    xml.empty("w:top", &border);
                });
                xml.empty("w:spacing", &[("w:before", "900"), ("w:after", "0")]);
                xml.empty("w:ind", &[("w:right", "5200")]);
            });
            run(xml, &line.name, |xml| xml.empty("w:b", &[]));
        });
        kept_with_next(xml, &line.role, at + 1 < lines.len());
    }
}

/// A paragraph that stands on the page of the next one, if it `is_kept` there.
fn kept_with_next(xml: &mut Xml, words: &str, is_kept: bool) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "Normal");
            if is_kept {
                xml.empty("w:keepNext", &[]);
            }
        });
        run(xml, words, |_| ());
    });
}
