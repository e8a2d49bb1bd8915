//! Fields of Word: numbers of captions, references, contents, page numbers.

use sha2::{Digest as _, Sha256};

use super::xml::Xml;

/// A run of words, set apart as `properties` say.
pub fn run(xml: &mut Xml, text: &str, properties: impl FnOnce(&mut Xml)) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], properties);
        xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(text));
    });
}

/// A field with the result that it has now; Word computes it anew when asked to. None is marked
/// as stale, since Word would ask about each such document when it is opened.
pub fn field(xml: &mut Xml, instruction: &str, result: &str) {
    begin(xml, instruction);
    run(xml, result, |_| ());
    end(xml);
}

/// The start of a field whose result is more than words.
pub fn begin(xml: &mut Xml, instruction: &str) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", "begin")]));
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

/// The name of an anchor as Word allows names: letters, digits and underscores, 40 at most. One
/// that is cut ends in what tells it from others that begin alike.
pub fn bookmark_name(anchor: &str) -> String {
    const LONGEST: usize = 40;
    let plain = anchor.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' });
    let name: String = "_Ref_".chars().chain(plain).collect();
    if name.len() <= LONGEST {
        return name;
    }
    let hash = Sha256::digest(anchor.as_bytes());
    let tail: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{}_{tail}", &name[..LONGEST - tail.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::bookmark_name;

    #[test]
    fn long_anchors_that_begin_alike_have_names_of_their_own() {
        assert_eq!(bookmark_name("quarters"), "_Ref_quarters");
        let anchor = |at: usize| format!("own-section-with-a-long-name-and-a-text-{at}");
        let (one, other) = (bookmark_name(&anchor(1)), bookmark_name(&anchor(2)));
        assert!(one != other && one.len() == 40, "{one} {other}");
    }
}
