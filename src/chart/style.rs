//! How a chart is drawn: the colours, and the lengths of screen or print.

use super::font::Weight;
use super::scene::{Anchor, Area, Dash, Ink, Mark, Point, Stroke, Text};
use crate::look::{LineTokens, Palette, Rgb, tokens};

/// Colours and measures of a chart. The same chart is drawn in either; only this differs.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The colours.
    pub palette: Palette,
    /// Print's lengths in those of the screen.
    length: f32,
    /// Print's line widths in those of the screen.
    line: f32,
}

impl Style {
    /// For the window and for pictures: type 12.
    pub fn screen(palette: &Palette) -> Self {
        Self { palette: *palette, length: 1.0, line: 1.0 }
    }

    /// For the printed page: type 8, the year's line 1.4, the light colours.
    pub fn print() -> Self {
        Self { palette: tokens().light, length: 8.0 / 12.0, line: 0.7 }
    }

    /// `points` of the screen in this style.
    #[inline]
    pub(super) fn length(&self, points: f32) -> f32 {
        points * self.length
    }

    /// The size of every word in a chart.
    #[inline]
    pub(super) fn text_size(&self) -> f32 {
        self.length(tokens().type_scale.axis.0)
    }

    /// A solid or dashed line as the tokens have it.
    #[inline]
    pub(super) fn stroke(&self, line: &LineTokens, color: Rgb) -> Stroke {
        Stroke { dash: self.dash(&line.dash), ..self.solid(line.width, color) }
    }

    /// A solid line of `width` points of the screen.
    #[inline]
    pub(super) fn solid(&self, width: f32, ink: impl Into<Ink>) -> Stroke {
        Stroke { width: width * self.line, dash: None, ink: ink.into() }
    }

    /// The dotted line that leads from a mark to its words.
    pub(super) fn leader(&self, color: Rgb) -> Stroke {
        Stroke { dash: self.dash(&tokens().plot.event.dash), ..self.solid(1.2, color) }
    }

    fn dash(&self, lengths: &[f32]) -> Option<Dash> {
        match lengths {
            [on, off, ..] => Some(Dash { on: self.length(*on), off: self.length(*off) }),
            _ => None,
        }
    }

    /// A word of a chart, in its one size.
    #[inline]
    pub(super) fn text(
        &self,
        position: Point,
        anchor: Anchor,
        weight: Weight,
        color: Rgb,
        text: impl Into<String>,
    ) -> Mark {
        Mark::Text(self.words(position, anchor, weight, color, text))
    }

    /// The same before it is a mark, to see what it would cover.
    #[inline]
    pub(super) fn words(
        &self,
        position: Point,
        anchor: Anchor,
        weight: Weight,
        color: Rgb,
        text: impl Into<String>,
    ) -> Text {
        let (size, ink, text) = (self.text_size(), color.into(), text.into());
        Text { position, anchor, size, weight, ink, text }
    }

    /// How wide `text` is in a chart.
    #[inline]
    pub(super) fn text_width(&self, text: &str, weight: Weight) -> f32 {
        super::font::width(text, self.text_size(), weight)
    }

    /// A dot under the pointer, set off from its line by a thin edge of the canvas.
    pub(super) fn hover_dot(&self, center: Point, radius: f32, color: Rgb) -> Mark {
        Mark::Circle {
            center,
            radius: self.length(radius - 0.5),
            fill: Some(color.into()),
            stroke: Some(self.solid(1.5, self.palette.canvas)),
        }
    }

    /// The frame around the column under the pointer.
    pub(super) fn hover_frame(&self, column: Area) -> [Mark; 2] {
        let accent = Ink::from(self.palette.accent);
        [
            Mark::Rectangle { area: column, fill: accent.with_alpha(12) },
            Mark::Frame { area: column, stroke: self.solid(1.0, accent.with_alpha(140)) },
        ]
    }
}

/// The coordinate at which a line of one point is sharp on a screen of one pixel a point.
#[inline]
pub(super) fn sharp(coordinate: f32) -> f32 {
    coordinate.floor() + 0.5
}

/// A straight line.
#[inline]
pub(super) fn line(from: Point, to: Point, stroke: Stroke) -> Mark {
    Mark::Line { points: vec![from, to], stroke }
}

/// A filled disc.
#[inline]
pub(super) fn disc(center: Point, radius: f32, color: Rgb) -> Mark {
    Mark::Circle { center, radius, fill: Some(color.into()), stroke: None }
}
