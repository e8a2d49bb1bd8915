//! Fields of Word: numbers of captions, references, contents, page numbers.

use super::xml::Xml;

/// A run of words, set apart as `properties` say.
pub fn run(xml: &mut Xml, text: &str, properties: impl FnOnce(&mut Xml)) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], properties);
        xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(text));
    });
}

/// A field with the result that it has now; Word computes it anew when asked to.
pub fn field(xml: &mut Xml, instruction: &str, result: &str) {
    begin(xml, instruction, false);
    run(xml, result, |_| ());
    end(xml);
}

/// The start of a field whose result is more than words.
pub fn begin(xml: &mut Xml, instruction: &str, is_stale: bool) {
    let kind = ("w:fldCharType", "begin");
    xml.element("w:r", &[], |xml| match is_stale {
        true => xml.empty("w:fldChar", &[kind, ("w:dirty", "true")]),
        false => xml.empty("w:fldChar", &[kind]),
    });
    xml.element("w:r", &[], |xml| {
        let attributes = [("xml:space", "preserve")];
        xml.element("w:instrText", &attributes, |xml| xml.text(&format!(" {instruction} ")));
    });
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", "separate")]));
}

/// The end of a field.
pub fn end(xml: &mut Xml) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", "end")]));
}

/// A place that references lead to, around what `inner` puts into it.
pub fn bookmark(xml: &mut Xml, id: usize, name: &str, inner: impl FnOnce(&mut Xml)) {
    let id = id.to_string();
    xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
    inner(xml);
    xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
}

/// The name of an anchor as Word allows names: letters, digits and underscores, 40 at most.
pub fn bookmark_name(anchor: &str) -> String {
    let plain = anchor.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' });
    std::iter::once('_').chain("Ref_".chars()).chain(plain).take(40).collect()
}
