//! Workbooks made by hand, part by part, as other writers make them.

use std::io::{Cursor, Write as _};
use std::path::PathBuf;

use super::support::Files;

pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a workbook of one sheet.
pub struct Parts {
    pub workbook: String,
    pub links: String,
    pub styles: String,
    pub strings: String,
    pub sheet: String,
    pub sheet_name: String,
}

impl Parts {
    /// The usual parts around rows: `<row>…</row>`. Style 1 is a date, 2 a date with clock, 3 a
    /// percentage, 4 `[h]:mm`, 5 `hh:mm`.
    pub fn around(rows: &str) -> Self {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Self {
            workbook: format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{links}\"><workbookPr/><sheets>\
                 <sheet name=\"Ark\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            links: format!(
                "<Relationships><Relationship Id=\"rId1\" Type=\"{links}/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
            styles: "<styleSheet><numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"dd.mm.yyyy hh:mm\"/>\
                 <numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/><numFmt numFmtId=\"166\" formatCode=\"0.00%\"/></numFmts>\
                 <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
                 <xf numFmtId=\"164\"/><xf numFmtId=\"166\"/><xf numFmtId=\"165\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"
                .to_owned(),
            strings: String::new(),
            sheet: format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
            sheet_name: "xl/worksheets/sheet1.xml".to_owned(),
        }
    }

    pub fn bytes(&self) -> Vec<u8> {
        zipped(&[
            ("xl/workbook.xml", &self.workbook),
            ("xl/_rels/workbook.xml.rels", &self.links),
            ("xl/styles.xml", &self.styles),
            (
                "xl/sharedStrings.xml",
                if self.strings.is_empty() { "<sst/>" } else { &self.strings },
            ),
            (&self.sheet_name, &self.sheet),
        ])
    }

    pub fn write(&self, files: &Files, name: &str) -> PathBuf {
        files.write(name, self.bytes())
    }
}

/// An `.ods` of those tables, `<table:table>…</table:table>`.
pub fn ods(tables: &str) -> Vec<u8> {
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "content.xml",
            &format!("{}</office:document-content>", content("document-content", tables)),
        ),
    ])
}

/// The same as one XML file.
pub fn fods(tables: &str) -> String {
    let start = content("document", tables).replacen(
        "<office:document ",
        "<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\" ",
        1,
    );
    format!("{start}</office:document>")
}

fn content(root: &str, tables: &str) -> String {
    let names = ["office", "table", "text", "style", "draw", "calcext"];
    let spaces: String = names.iter().map(|name| format!(" xmlns:{name}=\"urn:{name}\"")).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:{root} {spaces}><office:automatic-styles>\
         <style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style>\
         <style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    )
}
