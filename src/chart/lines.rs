//! The lines of several years, and how much room there is between them.

use super::columns::Columns;
use super::scale::CountScale;
use super::scene::{Area, Point};
use crate::calendar::{Year, weeks_in};
use crate::figures::WeeklySeries;

/// A line with a point for each week that has one, by week number less one.
#[derive(Clone, Debug)]
pub(super) struct WeekLine {
    /// The year; `None` for the average.
    pub year: Option<Year>,
    pub points: Vec<Option<Point>>,
}

impl WeekLine {
    /// The complete weeks of `year`.
    #[inline]
    pub fn of_year(
        series: &WeeklySeries,
        year: Year,
        columns: &Columns,
        scale: &CountScale,
    ) -> Self {
        let mut points = vec![None; columns.count];
        for point in series.of_year(year).filter(|point| point.is_complete) {
            let index = usize::from(point.week.week).wrapping_sub(1);
            if let Some(place) = points.get_mut(index) {
                let y = scale.y(point.cases.into(), &columns.plot);
                *place = Some(Point::new(columns.middle(index), y));
            }
        }
        Self { year: Some(year), points }
    }

    /// The averages of the weeks that the report year has.
    pub fn of_average(series: &WeeklySeries, columns: &Columns, scale: &CountScale) -> Self {
        let point = |index: usize| {
            let average = (*series.averages.get(index)?)?;
            Some(Point::new(columns.middle(index), scale.y(average.as_f64(), &columns.plot)))
        };
        let count = columns.count.min(usize::from(weeks_in(series.year)));
        Self { year: None, points: (0..count).map(point).collect() }
    }

    /// The point of the week with that index.
    #[inline]
    pub fn at(&self, index: usize) -> Option<Point> {
        *self.points.get(index)?
    }

    /// The last point and its index.
    #[inline]
    pub fn last(&self) -> Option<(usize, Point)> {
        self.points.iter().enumerate().rev().find_map(|(index, point)| Some((index, (*point)?)))
    }

    /// How far, up or down, the line stays from `area`; `None` where it goes through it.
    #[inline]
    fn distance_from(&self, area: &Area, columns: &Columns) -> Option<f32> {
        let first = ((area.left - columns.middle(0)) / columns.width()).floor().max(0.0) as usize;
        let last = ((area.right - columns.middle(0)) / columns.width()).ceil().max(0.0) as usize;
        let points = self.points.get(first..=last.min(self.points.len().saturating_sub(1)));
        let mut nearest = f32::INFINITY;
        for pair in points.unwrap_or_default().windows(2) {
            let [Some(from), Some(to)] = pair else { continue };
            let at = |x: f32| {
                let part = ((x - from.x) / (to.x - from.x)).clamp(0.0, 1.0);
                from.y + part * (to.y - from.y)
            };
            let (one, other) = (at(area.left), at(area.right));
            let distance = (area.top - one.max(other)).max(one.min(other) - area.bottom);
            if distance < 0.0 {
                return None;
            }
            nearest = nearest.min(distance);
        }
        Some(nearest)
    }
}

/// How far the nearest of `lines` stays from `area`; `None` where one goes through it.
#[inline]
pub(super) fn clearance(lines: &[WeekLine], area: &Area, columns: &Columns) -> Option<f32> {
    lines.iter().try_fold(f32::INFINITY, |nearest, line| {
        Some(nearest.min(line.distance_from(area, columns)?))
    })
}

/// The y of the highest point of `lines` in the weeks from `first` up to, not with, `end`.
pub(super) fn highest_in(lines: &[WeekLine], first: usize, end: usize) -> Option<f32> {
    let points = lines.iter().flat_map(|line| line.points.get(first..end.min(line.points.len())));
    points.flatten().flatten().map(|point| point.y).min_by(f32::total_cmp)
}
