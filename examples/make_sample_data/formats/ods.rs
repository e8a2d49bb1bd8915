//! OpenDocument spreadsheets, as LibreOffice saves them, with the least that a reader needs.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::escape;
use crate::table::{Table, Value};

const MIME_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"#;

const CONTENT_START: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2">
<office:automatic-styles>
<number:date-style style:name="N1"><number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="N2"><number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="moment" style:family="table-cell" style:data-style-name="N2"/>
</office:automatic-styles>
<office:body><office:spreadsheet>
"#;

const CONTENT_END: &str = "</office:spreadsheet></office:body></office:document-content>\n";

/// A spreadsheet with one sheet.
pub fn ods(table: &Table) -> zip::result::ZipResult<Vec<u8>> {
    // The earliest time that a zip can hold, so that no clock is read.
    let stored = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let deflated = stored.compression_method(CompressionMethod::Deflated);
    let content = content(table);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The type comes first and is not compressed, so that a program can read it off the bytes.
    let parts = [
        ("mimetype", MIME_TYPE, stored),
        ("content.xml", content.as_str(), deflated),
        ("META-INF/manifest.xml", MANIFEST, deflated),
    ];
    for (name, text, options) in parts {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn content(table: &Table) -> String {
    let mut xml = String::from(CONTENT_START);
    xml.extend(["<table:table table:name=\"", table.name, "\">\n"]);
    for title in &table.titles {
        write_row(&mut xml, &[Value::from(title.as_str())]);
    }
    // A blank row parts the titles from the header.
    write_row(&mut xml, &[Value::Blank]);
    let header: Vec<Value> = table.header.iter().map(|name| Value::from(*name)).collect();
    write_row(&mut xml, &header);
    table.rows.iter().for_each(|row| write_row(&mut xml, row));
    write_row(&mut xml, &table.sum);
    xml.push_str("</table:table>\n");
    xml.push_str(CONTENT_END);
    xml
}

fn write_row(xml: &mut String, row: &[Value]) {
    xml.push_str("<table:table-row>");
    for value in row {
        write_cell(xml, value);
    }
    xml.push_str("</table:table-row>\n");
}

fn write_cell(xml: &mut String, value: &Value) {
    let kind = match value {
        Value::Blank => return xml.push_str("<table:table-cell/>"),
        Value::Text(_) => "office:value-type=\"string\"".to_owned(),
        Value::Number(number) => format!("office:value-type=\"float\" office:value=\"{number}\""),
        Value::Amount(ore) => {
            let kroner = *ore as f64 / 100.0;
            format!("office:value-type=\"float\" office:value=\"{kroner}\"")
        }
        Value::Day(day) => format!(
            "table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"{day}\""
        ),
        Value::Moment(moment) => format!(
            "table:style-name=\"moment\" office:value-type=\"date\" \
             office:date-value=\"{moment}\""
        ),
    };
    let text = escape(&value.display());
    xml.extend(["<table:table-cell ", &kind, "><text:p>", &text, "</text:p></table:table-cell>"]);
}
