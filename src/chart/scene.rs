//! A scene: a chart as a flat list of marks in points, ready to be painted anywhere.
//!
//! The origin is the top left corner and y grows downwards. Every colour is resolved, so a
//! painter decides nothing.

use super::font::{self, Weight};
use crate::look::Rgb;

/// A place in a scene, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f32,
    /// From the top edge.
    pub y: f32,
}

impl Point {
    /// The point `x` from the left and `y` from the top.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// A width and a height in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Points from left to right.
    pub width: f32,
    /// Points from top to bottom.
    pub height: f32,
}

impl Size {
    /// The size of that width and height.
    pub const fn new(width: f32, height: f32) -> Self {
        Self { width, height }
    }
}

/// A rectangle by its edges.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Area {
    /// Right edge less left edge.
    #[inline]
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// Bottom edge less top edge.
    #[inline]
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Whether the two share more than an edge.
    #[inline]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// A colour with its opacity, 255 being opaque.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    /// The colour.
    pub color: Rgb,
    /// The opacity.
    pub alpha: u8,
}

impl Ink {
    /// The same colour, see-through.
    #[must_use]
    #[inline]
    pub fn with_alpha(self, alpha: u8) -> Self {
        Self { alpha, ..self }
    }
}

impl From<Rgb> for Ink {
    fn from(color: Rgb) -> Self {
        Self { color, alpha: u8::MAX }
    }
}

/// The lengths of a dash and of the space after it, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dash {
    /// The length of the drawn part.
    pub on: f32,
    /// The length of the space.
    pub off: f32,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// In points.
    pub width: f32,
    /// `None` for a solid line.
    pub dash: Option<Dash>,
    /// Its colour.
    pub ink: Ink,
}

/// Which part of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Anchor {
    Left,
    Center,
    Right,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The anchor's x, and the middle of the line (half way between the font's ascender and
    /// descender) as y; see [`Text::baseline`].
    pub position: Point,
    /// Which part of the text stands at `position.x`.
    pub anchor: Anchor,
    /// The type size in points.
    pub size: f32,
    /// The weight.
    pub weight: Weight,
    /// The colour.
    pub ink: Ink,
    /// The words.
    pub text: String,
}

impl Text {
    /// The y of the baseline: ascender 1025 and descender −275 of 1000 put it 0.375 em under
    /// the middle of the line.
    #[inline]
    pub fn baseline(&self) -> f32 {
        self.position.y + 0.375 * self.size
    }

    /// The rectangle that the text covers, from the top of a d to the foot of a g.
    pub fn area(&self) -> Area {
        let width = font::width(&self.text, self.size, self.weight);
        let left = match self.anchor {
            Anchor::Left => self.position.x,
            Anchor::Center => self.position.x - width / 2.0,
            Anchor::Right => self.position.x - width,
        };
        let (top, bottom) = (self.position.y - 0.42 * self.size, self.position.y + 0.6 * self.size);
        Area { left, top, right: left + width, bottom }
    }
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle.
    Rectangle {
        /// Where.
        area: Area,
        /// Its colour.
        fill: Ink,
    },
    /// The outline of a rectangle, the stroke centred on its edge.
    Frame {
        /// Where.
        area: Area,
        /// Its outline.
        stroke: Stroke,
    },
    /// A filled convex polygon.
    Polygon {
        /// Its corners in order.
        points: Vec<Point>,
        /// Its colour.
        fill: Ink,
    },
    /// The area between two lines with the same x positions: a strip of quads.
    Band {
        /// The upper line from left to right.
        upper: Vec<Point>,
        /// The lower line, a point under each of `upper`.
        lower: Vec<Point>,
        /// Its colour.
        fill: Ink,
    },
    /// A line through at least two points.
    Line {
        /// The points in order.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A disc, a ring, or both.
    Circle {
        /// Its middle.
        center: Point,
        /// In points, to the middle of the stroke.
        radius: f32,
        /// Its inside.
        fill: Option<Ink>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A line of text.
    Text(Text),
}

/// A chart, ready to be painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The size that it was laid out for.
    pub size: Size,
    /// What the scene lies on. Documents paint it; the window's canvas already has it.
    pub background: Ink,
    /// The marks in the order of painting.
    pub marks: Vec<Mark>,
    /// The chart's name, "Saker per dag, 1. kvartal 2021".
    pub title: String,
    /// The alternative text: in a few sentences what the chart shows.
    pub description: String,
}

impl Scene {
    /// The texts of the scene in the order of painting.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        texts(&self.marks)
    }
}

/// The texts among `marks`.
pub(super) fn texts(marks: &[Mark]) -> impl Iterator<Item = &Text> {
    marks.iter().filter_map(|mark| match mark {
        Mark::Text(text) => Some(text),
        _ => None,
    })
}
