//! Runs of points: what a line goes through before it breaks.

use super::scene::{Ink, Mark, Point, Stroke};
use super::style::disc;

/// Parts `points` where one is missing.
#[inline]
pub(super) fn runs<T>(points: impl Iterator<Item = Option<T>>) -> Vec<Vec<T>> {
    let mut runs = Vec::new();
    let mut run = Vec::new();
    for point in points {
        match point {
            Some(point) => run.push(point),
            None if run.is_empty() => {}
            None => runs.push(std::mem::take(&mut run)),
        }
    }
    if !run.is_empty() {
        runs.push(run);
    }
    runs
}

/// A line for each run of `points`; a lone point is a dot as wide as the line.
#[inline]
pub(super) fn push_line(
    marks: &mut Vec<Mark>,
    points: impl Iterator<Item = Option<Point>>,
    stroke: Stroke,
) {
    marks.extend(runs(points).into_iter().map(|points| match points[..] {
        [point] => disc(point, stroke.width, stroke.ink.color),
        _ => Mark::Line { points, stroke },
    }));
}

/// A band for each run of `(highest, lowest)`; a lone pair is `lone_width` wide.
pub(super) fn push_band(
    marks: &mut Vec<Mark>,
    points: impl Iterator<Item = Option<(Point, Point)>>,
    lone_width: f32,
    fill: Ink,
) {
    marks.extend(runs(points).into_iter().map(|run| {
        let (mut upper, mut lower): (Vec<Point>, Vec<Point>) = run.into_iter().unzip();
        for line in [&mut upper, &mut lower] {
            if let [point] = line[..] {
                let half = lone_width / 2.0;
                *line =
                    vec![Point::new(point.x - half, point.y), Point::new(point.x + half, point.y)];
            }
        }
        Mark::Band { upper, lower, fill }
    }));
}
