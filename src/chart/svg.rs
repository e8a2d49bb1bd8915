//! A scene as SVG 1.1.

use std::fmt::Write as _;

use super::scene::{Anchor, Area, Ink, Mark, Point, Scene, Stroke, Text};

/// The report's font, then what looks most like it on a machine that has it not.
const FONTS: &str = "'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/// The scene as an SVG document in the size that it was laid out for, with its title and
/// description for those who cannot see it. The same scene always gives the same bytes.
pub fn svg(scene: &Scene) -> String {
    // Five kilobytes hold the texts of a chart, a hundred bytes each of its marks.
    let mut svg = Svg { out: String::with_capacity(5_000 + 100 * scene.marks.len()) };
    let (width, height) = (scene.size.width, scene.size.height);
    svg.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"nb\" role=\"img\" \
         aria-labelledby=\"title desc\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{FONTS}\">\n"
    ));
    svg.element("title", &scene.title);
    svg.element("desc", &scene.description);
    let whole = Area { left: 0.0, top: 0.0, right: width, bottom: height };
    svg.mark(&Mark::Rectangle { area: whole, fill: scene.background });
    scene.marks.iter().for_each(|mark| svg.mark(mark));
    svg.out.push_str("</svg>\n");
    svg.out
}

struct Svg {
    out: String,
}

impl Svg {
    fn put(&mut self, words: std::fmt::Arguments<'_>) {
        // Writing into a String cannot fail.
        let _ = self.out.write_fmt(words);
    }

    fn element(&mut self, name: &str, words: &str) {
        self.put(format_args!("<{name} id=\"{name}\">"));
        self.escaped(words);
        self.put(format_args!("</{name}>\n"));
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Rectangle { area, fill } => {
                self.rectangle(area);
                self.fill(Some(*fill));
            }
            Mark::Frame { area, stroke } => {
                self.rectangle(area);
                self.fill(None);
                self.stroke(stroke);
            }
            Mark::Polygon { points, fill } => {
                self.points("polygon", points.iter());
                self.fill(Some(*fill));
            }
            Mark::Band { upper, lower, fill } => {
                self.points("polygon", upper.iter().chain(lower.iter().rev()));
                self.fill(Some(*fill));
            }
            Mark::Line { points, stroke } => {
                self.points("polyline", points.iter());
                self.fill(None);
                self.stroke(stroke);
                self.out.push_str(" stroke-linejoin=\"round\"");
            }
            Mark::Circle { center, radius, fill, stroke } => {
                self.out.push_str("<circle");
                self.lengths(&[("cx", center.x), ("cy", center.y), ("r", *radius)]);
                self.fill(*fill);
                stroke.iter().for_each(|stroke| self.stroke(stroke));
            }
            Mark::Text(text) => return self.text(text),
        }
        self.out.push_str("/>\n");
    }

    fn text(&mut self, text: &Text) {
        self.out.push_str("<text");
        self.lengths(&[("x", text.position.x), ("y", text.baseline())]);
        self.lengths(&[("font-size", text.size)]);
        self.put(format_args!(" font-weight=\"{}\"", text.weight.number()));
        match text.anchor {
            Anchor::Left => {}
            Anchor::Center => self.out.push_str(" text-anchor=\"middle\""),
            Anchor::Right => self.out.push_str(" text-anchor=\"end\""),
        }
        self.fill(Some(text.ink));
        self.out.push('>');
        self.escaped(&text.text);
        self.out.push_str("</text>\n");
    }

    fn rectangle(&mut self, area: &Area) {
        self.out.push_str("<rect");
        self.lengths(&[("x", area.left), ("y", area.top)]);
        self.lengths(&[("width", area.width()), ("height", area.height())]);
    }

    fn points<'a>(&mut self, element: &str, points: impl Iterator<Item = &'a Point>) {
        self.put(format_args!("<{element} points=\""));
        for (index, point) in points.enumerate() {
            let space = if index > 0 { " " } else { "" };
            self.put(format_args!("{space}{},{}", hundredths(point.x), hundredths(point.y)));
        }
        self.out.push('"');
    }

    fn lengths(&mut self, lengths: &[(&str, f32)]) {
        for (name, length) in lengths {
            self.put(format_args!(" {name}=\"{}\"", hundredths(*length)));
        }
    }

    fn fill(&mut self, ink: Option<Ink>) {
        match ink {
            Some(ink) => self.ink("fill", ink),
            None => self.out.push_str(" fill=\"none\""),
        }
    }

    fn stroke(&mut self, stroke: &Stroke) {
        self.ink("stroke", stroke.ink);
        self.lengths(&[("stroke-width", stroke.width)]);
        if let Some(dash) = stroke.dash {
            let (on, off) = (hundredths(dash.on), hundredths(dash.off));
            self.put(format_args!(" stroke-dasharray=\"{on} {off}\""));
        }
    }

    fn ink(&mut self, property: &str, ink: Ink) {
        self.put(format_args!(" {property}=\"{}\"", ink.color.hex()));
        if ink.alpha < u8::MAX {
            let opacity = hundredths(f32::from(ink.alpha) / 255.0);
            self.put(format_args!(" {property}-opacity=\"{opacity}\""));
        }
    }

    /// Text as XML writes it; characters that XML cannot hold are left out.
    fn escaped(&mut self, words: &str) {
        for letter in words.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '\t' | '\n' | '\r' => self.out.push(' '),
                '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
                _ => self.out.push(letter),
            }
        }
    }
}

/// A length to a hundredth of a point, which is finer than any printer.
fn hundredths(length: f32) -> f32 {
    // Adding zero turns −0 into 0.
    (length * 100.0).round() / 100.0 + 0.0
}
