//! A little XML: elements that are opened and closed, with every word escaped.

use quick_xml::escape::escape;

/// XML as it is written.
#[derive(Default)]
pub struct Xml {
    out: String,
}

/// Attributes by name.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A part of the package, with the declaration that begins it.
    pub fn part() -> Self {
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        Self { out: declaration.to_owned() }
    }

    /// An element with what `inner` puts into it.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        self.out.push('>');
        inner(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.out.push_str("/>");
    }

    /// An element with one attribute `w:val`, as most settings are.
    pub fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// Words. A break between lines is a space; what cannot stand in XML is left out.
    pub fn text(&mut self, text: &str) {
        let spaced = text.replace(['\n', '\r', '\t'], " ");
        let allowed: String = spaced.chars().filter(|c| is_allowed(*c)).collect();
        self.out.push_str(&escape(&allowed));
    }

    /// The finished text.
    pub fn finish(self) -> String {
        self.out
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.text(value);
            self.out.push('"');
        }
    }
}

/// Whether XML 1.0 lets a letter stand.
fn is_allowed(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')
}
