//! The parts of a Word document, put together.

use std::io::{Cursor, Write as _};

use zip::System;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::body::Body;
use super::fields::{field, run};
use super::font;
use super::xml::Xml;
use crate::look;
use crate::report::block::Report;

const STYLES: &str = include_str!("../../../assets/report/docx/styles.xml");
const NUMBERING: &str = include_str!("../../../assets/report/docx/numbering.xml");
const WORD: (&str, &str) =
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The document's bytes; its parts have no clock.
pub fn package(report: &Report, body: &Body) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The same system for every system, so that one report has the same bytes everywhere.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .system(System::Unix);
    let mut put = |name: &str, bytes: &[u8]| -> ZipResult<()> {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
        Ok(())
    };
    put("[Content_Types].xml", content_types().as_bytes())?;
    put("_rels/.rels", package_relations().as_bytes())?;
    put("docProps/core.xml", core(report).as_bytes())?;
    put("word/document.xml", body.document.as_bytes())?;
    put("word/_rels/document.xml.rels", document_relations(body).as_bytes())?;
    put("word/styles.xml", STYLES.as_bytes())?;
    put("word/numbering.xml", numbering(body.numbered_lists).as_bytes())?;
    put("word/settings.xml", settings().as_bytes())?;
    put("word/fontTable.xml", fonts().as_bytes())?;
    put("word/header1.xml", header(report).as_bytes())?;
    put("word/footer1.xml", footer().as_bytes())?;
    put("word/_rels/fontTable.xml.rels", font_relations().as_bytes())?;
    for face in font::faces() {
        put(&format!("word/fonts/{}.odttf", face.id), &face.mixed())?;
    }
    for picture in &body.pictures {
        put(&format!("word/media/{}.png", picture.name), &picture.png)?;
        put(&format!("word/media/{}.svg", picture.name), picture.svg.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn content_types() -> String {
    let mut xml = Xml::part();
    let namespace = [("xmlns", &*format!("{PACKAGE}/content-types"))];
    xml.element("Types", &namespace, |xml| {
        let defaults = [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("svg", "image/svg+xml"),
            ("odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont"),
        ];
        for (extension, kind) in defaults {
            xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)]);
        let parts = [
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("fontTable", "fontTable"),
            ("header1", "header"),
            ("footer1", "footer"),
        ];
        for (part, kind) in parts {
            let name = format!("/word/{part}.xml");
            let kind = format!("{WORD_TYPE}.{kind}+xml");
            xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
    });
    xml.finish()
}

/// Relations: id, the last part of its type, and where it leads.
fn relations(list: &[(String, String, String)]) -> String {
    let mut xml = Xml::part();
    let namespace = [("xmlns", &*format!("{PACKAGE}/relationships"))];
    xml.element("Relationships", &namespace, |xml| {
        for (id, kind, target) in list {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.finish()
}

fn office(id: &str, kind: &str, target: &str) -> (String, String, String) {
    (id.to_owned(), format!("{OFFICE}/{kind}"), target.to_owned())
}

fn package_relations() -> String {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    relations(&[
        office("rId1", "officeDocument", "word/document.xml"),
        ("rId2".to_owned(), core, "docProps/core.xml".to_owned()),
    ])
}

fn document_relations(body: &Body) -> String {
    let mut list = vec![
        office("rIdStyles", "styles", "styles.xml"),
        office("rIdNumbering", "numbering", "numbering.xml"),
        office("rIdSettings", "settings", "settings.xml"),
        office("rIdFonts", "fontTable", "fontTable.xml"),
        office("rIdHeader", "header", "header1.xml"),
        office("rIdFooter", "footer", "footer1.xml"),
    ];
    for (at, picture) in body.pictures.iter().enumerate() {
        let file = |extension: &str| format!("media/{}.{extension}", picture.name);
        list.push(office(&format!("rIdPng{at}"), "image", &file("png")));
        list.push(office(&format!("rIdSvg{at}"), "image", &file("svg")));
    }
    relations(&list)
}

/// What the document says of itself.
fn core(report: &Report) -> String {
    let mut xml = Xml::part();
    let namespaces = [
        ("xmlns:cp", &*format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let stamp = format!("{}T12:00:00Z", report.day);
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&report.title));
        xml.element("dc:creator", &[], |xml| xml.text(&report.company));
        xml.element("dc:language", &[], |xml| xml.text("nb-NO"));
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.element(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.text(&stamp));
        }
    });
    xml.finish()
}

/// The numbering, with one number for each numbered list.
fn numbering(lists: usize) -> String {
    let numbers: String = (0..lists)
        .map(|list| {
            let mut xml = Xml::default();
            xml.element("w:num", &[("w:numId", &(list + 2).to_string())], |xml| {
                xml.value("w:abstractNumId", "1");
                xml.element("w:lvlOverride", &[("w:ilvl", "0")], |xml| {
                    xml.value("w:startOverride", "1");
                });
            });
            xml.finish()
        })
        .collect();
    NUMBERING.replace("LISTS", &numbers)
}

fn settings() -> String {
    let mut xml = Xml::part();
    xml.element("w:settings", &[WORD], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.empty("w:embedTrueTypeFonts", &[]);
        xml.value("w:defaultTabStop", "708");
        xml.value("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", &[], |xml| {
            let mode = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &mode);
        });
        xml.empty("w:themeFontLang", &[("w:val", "nb-NO")]);
        xml.value("w:decimalSymbol", ",");
        xml.value("w:listSeparator", ";");
    });
    xml.finish()
}

/// The report's font, and what takes its place in a program that does not read it from here.
fn fonts() -> String {
    let mut xml = Xml::part();
    xml.element("w:fonts", &[WORD, ("xmlns:r", OFFICE)], |xml| {
        xml.element("w:font", &[("w:name", look::FONT_FAMILY)], |xml| {
            xml.value("w:altName", "Arial");
            xml.value("w:family", "swiss");
            xml.value("w:pitch", "variable");
            for face in font::faces() {
                face.name_in(xml);
            }
        });
    });
    xml.finish()
}

fn font_relations() -> String {
    let files = font::faces().into_iter().map(|face| {
        let file = format!("fonts/{}.odttf", face.id);
        office(face.id, "font", &file)
    });
    relations(&files.collect::<Vec<_>>())
}

fn header(report: &Report) -> String {
    let mut xml = Xml::part();
    xml.element("w:hdr", &[WORD], |xml| {
        super::body::paragraph(xml, "Header", |xml| {
            run(xml, &report.company, |_| ());
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
            run(xml, &report.title, |_| ());
        });
    });
    xml.finish()
}

fn footer() -> String {
    let mut xml = Xml::part();
    xml.element("w:ftr", &[WORD], |xml| {
        super::body::paragraph(xml, "Footer", |xml| {
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
            field(xml, "PAGE", "1");
        });
    });
    xml.finish()
}
