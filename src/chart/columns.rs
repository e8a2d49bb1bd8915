//! Days or weeks as columns of equal width.

use super::scene::Area;

/// Columns of equal width over the whole of a plot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub plot: Area,
    pub count: usize,
}

impl Columns {
    /// The width of one column.
    #[inline]
    pub fn width(&self) -> f32 {
        self.plot.width() / self.count.max(1) as f32
    }

    /// The left edge of the column with that index.
    #[inline]
    pub fn left(&self, index: usize) -> f32 {
        self.plot.left + index as f32 * self.width()
    }

    /// The middle of the column with that index.
    #[inline]
    pub fn middle(&self, index: usize) -> f32 {
        self.left(index) + self.width() / 2.0
    }

    /// The columns from `first` up to, not with, `end`.
    #[inline]
    pub fn area(&self, first: usize, end: usize) -> Area {
        Area { left: self.left(first), right: self.left(end), ..self.plot }
    }

    /// The index of the column at `x`.
    #[inline]
    pub fn index_at(&self, x: f32) -> Option<usize> {
        let is_inside = self.plot.left <= x && x < self.plot.right;
        let index = ((x - self.plot.left) / self.width()) as usize;
        (is_inside && index < self.count).then_some(index)
    }
}
