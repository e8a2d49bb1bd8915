//! Annotations: a title and a line of text over a peak of the weeks.

use super::columns::Columns;
use super::font::Weight;
use super::lines::{WeekLine, clearance, highest_in};
use super::scene::{Anchor, Area, Mark, Point};
use super::style::Style;

/// From the top of the plot to the middle of the title's line.
const FIRST_LINE: f32 = 13.5;
/// From the title's line to the text's.
const LINE: f32 = 16.0;
/// From the peak to the words.
const BESIDE: f32 = 16.0;

/// Words over the peak of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The week's number, 1 to 53.
    pub week: u8,
    /// "Korona, 12. mars 2020".
    pub title: String,
    /// "Uke 12: 1 240 saker".
    pub text: String,
}

/// Where an annotation's words can go.
struct Place {
    anchor: Anchor,
    /// The middle of the title's line.
    y: f32,
    area: Area,
}

/// Draws the annotations of weeks that some line has, each beside its peak where the words
/// cover no line and no other words. The areas of the words are put into `taken`.
pub(super) fn push_annotations(
    marks: &mut Vec<Mark>,
    taken: &mut Vec<Area>,
    annotations: &[Annotation],
    lines: &[WeekLine],
    columns: &Columns,
    style: &Style,
) {
    for annotation in annotations {
        let Some(index) = usize::from(annotation.week).checked_sub(1) else { continue };
        let Some(top) = highest_in(lines, index, index + 1) else { continue };
        let peak = Point::new(columns.middle(index), top);
        let places: Vec<Place> = places(annotation, peak, &columns.plot, style).collect();
        let is_free = |place: &&Place| {
            place.area.left >= columns.plot.left
                && place.area.right <= columns.plot.right
                && !taken.iter().any(|other| other.overlaps(&place.area))
        };
        let is_clear =
            |place: &&Place| is_free(place) && clearance(lines, &place.area, columns).is_some();
        let place = places.iter().find(is_clear).or_else(|| places.iter().find(is_free));
        if let Some(place) = place {
            push_one(marks, annotation, peak, place, style);
            taken.push(place.area);
        }
    }
}

/// Right and left of the peak at the top of the plot, then a little lower, and lower still.
fn places(
    annotation: &Annotation,
    peak: Point,
    plot: &Area,
    style: &Style,
) -> impl Iterator<Item = Place> {
    let title = style.text_width(&annotation.title, Weight::SemiBold);
    let width = title.max(style.text_width(&annotation.text, Weight::Regular));
    let (beside, half_line) = (style.length(BESIDE), style.length(8.0));
    let [first_line, next_line, next_place] =
        [FIRST_LINE, LINE, 2.2 * LINE].map(|y| style.length(y));
    let top = plot.top + first_line;
    (0..3_u8).flat_map(move |row| {
        let y = top + f32::from(row) * next_place;
        [Anchor::Left, Anchor::Right].map(|anchor| {
            let left = match anchor {
                Anchor::Right => peak.x - beside - width,
                _ => peak.x + beside,
            };
            let (area_top, bottom) = (y - half_line, y + next_line + half_line);
            Place { anchor, y, area: Area { left, right: left + width, top: area_top, bottom } }
        })
    })
}

/// The words, and a dotted leader to them: up from the peak and over, or straight where the
/// words stand lower than the peak.
fn push_one(
    marks: &mut Vec<Mark>,
    annotation: &Annotation,
    peak: Point,
    place: &Place,
    style: &Style,
) {
    let anchor = place.anchor;
    let towards = if anchor == Anchor::Right { -1.0 } else { 1.0 };
    let bend = place.y + style.length(5.5);
    let end = Point::new(peak.x + towards * style.length(BESIDE - 6.0), bend);
    let above = Point::new(peak.x, peak.y - style.length(3.0));
    let points =
        if above.y > bend { vec![above, Point::new(peak.x, bend), end] } else { vec![above, end] };
    marks.push(Mark::Line { points, stroke: style.leader(style.palette.text_2) });
    let x = peak.x + towards * style.length(BESIDE);
    let [title, text] = [place.y, place.y + style.length(LINE)].map(|y| Point::new(x, y));
    let palette = &style.palette;
    marks.push(style.text(title, anchor, Weight::SemiBold, palette.text, &*annotation.title));
    marks.push(style.text(text, anchor, Weight::Regular, palette.text_2, &*annotation.text));
}
