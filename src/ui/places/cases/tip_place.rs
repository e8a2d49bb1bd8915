//! Where the tooltip lies: beside the day that it tells of, away from the lines.

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::chart::{Mark, Scene};
use crate::ui::scene;

/// Between the tooltip and its day.
const AIR: f32 = 12.0;
/// It may hide the numbers of the weeks, but not the months.
const BELOW: f32 = 18.0;
/// Heights that are tried, from the foot of the plot up.
const STEPS: u8 = 8;

/// How wide the tooltip may be: as much as the roomier side of its day has.
pub(super) fn width(plot: Rect, column: Rect, natural: f32) -> f32 {
    let side = (column.left() - plot.left()).max(plot.right() - column.right());
    natural.min(side - AIR).max(180.0)
}

/// The place in `plot`, beside `column`, that covers the fewest points of the scene's lines; of
/// equals the lowest.
pub(super) fn place(scene: &Scene, origin: Pos2, plot: Rect, column: Rect, size: Vec2) -> Rect {
    let left = column.left() - AIR - size.x;
    let right = column.right() + AIR;
    let tops = (0..STEPS).map(|step| {
        let room = (plot.height() + BELOW - size.y - 4.0).max(0.0);
        plot.bottom() + BELOW - size.y - room * f32::from(step) / f32::from(STEPS - 1)
    });
    let fits = |x: f32| x >= plot.left() - 1.0 && x + size.x <= plot.right() + 1.0;
    let sides = [left, right].into_iter().filter(|x| fits(*x));
    let places: Vec<Rect> = sides
        .flat_map(|x| tops.clone().map(move |y| Rect::from_min_size(pos2(x, y), size)))
        .collect();
    let points = line_points(scene, origin);
    let covered = |place: &Rect| {
        let around = place.expand2(vec2(4.0, 4.0));
        points.iter().filter(|point| around.contains(**point)).count()
    };
    let free = places.iter().min_by_key(|place| covered(place)).copied();
    free.unwrap_or_else(|| {
        // Neither side has room: over the edge of the plot rather than over the day.
        let x = if column.center().x > plot.center().x { left } else { right };
        Rect::from_min_size(pos2(x, plot.bottom() - size.y - 2.0), size)
    })
}

/// Points along the lines, the band's edge and the leaders of the events.
fn line_points(scene: &Scene, origin: Pos2) -> Vec<Pos2> {
    let mut points = Vec::with_capacity(1024);
    for mark in &scene.marks {
        let (line, steps) = match mark {
            Mark::Line { points: line, .. } if line.len() > 2 => (line, 2),
            Mark::Line { points: line, stroke } if stroke.dash.is_some() => (line, 12),
            Mark::Band { upper, .. } => (upper, 2),
            _ => continue,
        };
        for pair in line.windows(2) {
            if let [a, b] = pair {
                let (a, b) = (scene::place(*a, origin), scene::place(*b, origin));
                points.extend((0..=steps).map(|step| a.lerp(b, step as f32 / steps as f32)));
            }
        }
    }
    points
}
