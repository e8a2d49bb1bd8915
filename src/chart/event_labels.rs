//! Where the words of events go: in rows over the plot, so that none lies over another.
//!
//! A leader goes past the words of other events where it can. Many events in few days leave
//! no such way; then leaders go behind words, which is better than events without a name.

use std::cmp::Ordering;

use super::font::{Weight, elide};
use super::style::Style;

/// Between the middle of a diamond and its words.
const AFTER_DIAMOND: f32 = 9.0;
/// The least space between two labels, and between a label and a leader.
const SPACE: f32 = 7.0;
/// The widths, in points, to which labels are cut until all have room; 0 leaves the date.
const LIMITS: [f32; 8] = [300.0, 240.0, 190.0, 150.0, 115.0, 85.0, 60.0, 0.0];
/// Labels are not cut under this to keep leaders from going behind words.
const LEAST_CLEAR: f32 = 150.0;
/// A title of less room than this says nothing.
const LEAST_TITLE: f32 = 26.0;

/// The words of the events of one day.
#[derive(Clone, Debug)]
pub(super) struct EventWords {
    /// The middle of the day.
    pub x: f32,
    /// "29.01".
    pub date: String,
    /// "Varsler om svake passord".
    pub title: String,
}

/// On which side of its diamond a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// Where a day's diamond and words go.
#[derive(Clone, Debug)]
pub(super) struct PlacedEvent {
    /// The middle of the day.
    pub x: f32,
    /// The row of the diamond, 0 being next to the plot.
    pub row: usize,
    /// The label, if there is room for one.
    pub label: Option<Label>,
}

/// The words beside a diamond.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub side: Side,
    pub left: f32,
    pub right: f32,
    pub date: String,
    /// The title as far as there is room for it.
    pub title: String,
}

/// The events' words from left to right, and the room that there is for them.
pub(super) struct EventRows<'a> {
    pub events: &'a [EventWords],
    /// From where to where words may go.
    pub left: f32,
    pub right: f32,
    pub rows: usize,
    pub style: &'a Style,
}

/// Whether leaders may go behind words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leaders {
    Clear,
    Behind,
}

impl EventRows<'_> {
    /// Places every event, with as much of its words as there is room for. Where not even all
    /// dates have room, some events have their diamond alone.
    pub fn place(&self) -> Vec<PlacedEvent> {
        let clear = LIMITS.into_iter().filter(|limit| *limit >= LEAST_CLEAR);
        let attempts = clear
            .map(|limit| (limit, Leaders::Clear))
            .chain(LIMITS.into_iter().map(|limit| (limit, Leaders::Behind)));
        let placed = attempts.into_iter().find_map(|(limit, leaders)| {
            Some((self.place_within(limit, leaders, false)?, leaders))
        });
        let dates = || Some((self.place_within(0.0, Leaders::Behind, true)?, Leaders::Behind));
        let (mut placed, leaders) = placed.or_else(dates).unwrap_or((vec![], Leaders::Clear));
        self.widen(&mut placed, leaders);
        placed
    }

    /// Places from right to left, each label in the lowest row that has room. `None` where one
    /// has no room, unless `may_be_silent` leaves such a one its diamond alone.
    fn place_within(
        &self,
        limit: f32,
        leaders: Leaders,
        may_be_silent: bool,
    ) -> Option<Vec<PlacedEvent>> {
        let mut placed: Vec<PlacedEvent> = Vec::with_capacity(self.events.len());
        for (index, event) in self.events.iter().enumerate().rev() {
            let before = index.checked_sub(1).and_then(|before| self.events.get(before));
            let labels = [Side::Right, Side::Left].map(|side| self.label(event, side, limit));
            let place = self.best_place(labels, event.x, before, |place| {
                self.fits(place, placed.iter(), leaders)
            });
            let silent = PlacedEvent { x: event.x, row: 0, label: None };
            placed.push(place.or(may_be_silent.then_some(silent))?);
        }
        placed.reverse();
        Some(placed)
    }

    /// Right or left in the lowest row that `fits`; left only where no event lies under the
    /// words, since its diamond is still to come. Last of all left in the topmost row.
    fn best_place(
        &self,
        [right, left]: [Label; 2],
        x: f32,
        before: Option<&EventWords>,
        fits: impl Fn(&PlacedEvent) -> bool,
    ) -> Option<PlacedEvent> {
        let left_is_clear = before.is_none_or(|before| before.x + self.space() < left.left);
        let topmost = self.rows.saturating_sub(1);
        let mut places = (0..self.rows)
            .flat_map(|row| [(row, &right, true), (row, &left, left_is_clear)])
            .chain([(topmost, &left, topmost > 0)])
            .filter(|(.., is_possible)| *is_possible)
            .map(|(row, label, _)| PlacedEvent { x, row, label: Some(label.clone()) });
        places.find(fits)
    }

    /// Gives words that were cut the room that turned out to be free.
    fn widen(&self, placed: &mut [PlacedEvent], leaders: Leaders) {
        for (index, event) in self.events.iter().enumerate() {
            let Some(now) = placed.get(index).cloned() else { continue };
            let Some(side) = now.label.as_ref().map(|label| label.side) else { continue };
            let others = || {
                let others = placed.iter().enumerate().filter(|(other, _)| *other != index);
                others.map(|(_, other)| other)
            };
            let wider = LIMITS.into_iter().find_map(|limit| {
                let label = Some(self.label(event, side, limit));
                let place = PlacedEvent { label, ..now };
                let is_wider = place.width() > now.width();
                (is_wider && self.fits(&place, others(), leaders)).then_some(place)
            });
            if let (Some(wider), Some(place)) = (wider, placed.get_mut(index)) {
                *place = wider;
            }
        }
    }

    /// The label of `event` cut to `limit`.
    fn label(&self, event: &EventWords, side: Side, limit: f32) -> Label {
        let (size, limit) = (self.style.text_size(), self.style.length(limit));
        let between = super::font::width(" ", size, Weight::Regular);
        let date_width = super::font::width(&event.date, size, Weight::SemiBold);
        let room = limit - date_width - between;
        let title = if room < self.style.length(LEAST_TITLE) {
            "".into()
        } else {
            elide(&event.title, room, size, Weight::Regular)
        };
        let title_width = super::font::width(&title, size, Weight::Regular);
        let width = date_width + if title.is_empty() { 0.0 } else { between + title_width };
        let after = self.style.length(AFTER_DIAMOND);
        let left = match side {
            Side::Right => event.x + after,
            Side::Left => event.x - after - width,
        };
        let (date, title) = (event.date.clone(), title.into_owned());
        Label { side, left, right: left + width, date, title }
    }

    /// Whether `place` lies within the chart and apart from `others`.
    fn fits<'b>(
        &self,
        place: &PlacedEvent,
        mut others: impl Iterator<Item = &'b PlacedEvent>,
        leaders: Leaders,
    ) -> bool {
        let (left, right) = place.extent();
        let is_inside = left >= self.left && right <= self.right;
        is_inside && others.all(|other| self.are_apart(place, other, leaders))
    }

    /// In one row two events must be apart; else the leader of the upper one must pass beside
    /// the words of the lower one, or may go behind them.
    fn are_apart(&self, one: &PlacedEvent, other: &PlacedEvent, leaders: Leaders) -> bool {
        let space = self.space();
        let (left, right) = one.extent();
        let (other_left, other_right) = other.extent();
        match one.row.cmp(&other.row) {
            Ordering::Equal => right + space <= other_left || other_right + space <= left,
            _ if leaders == Leaders::Behind => true,
            Ordering::Less => !(left - space..right + space).contains(&other.x),
            Ordering::Greater => !(other_left - space..other_right + space).contains(&one.x),
        }
    }

    fn space(&self) -> f32 {
        self.style.length(SPACE)
    }
}

impl Label {
    /// Whether the words lie at `x`.
    pub fn covers(&self, x: f32) -> bool {
        self.left - SPACE / 2.0 < x && x < self.right + SPACE / 2.0
    }
}

impl PlacedEvent {
    /// From the left edge of diamond and words to their right edge.
    fn extent(&self) -> (f32, f32) {
        let words = self.label.as_ref();
        let left = words.map_or(self.x, |label| label.left.min(self.x));
        let right = words.map_or(self.x, |label| label.right.max(self.x));
        (left, right)
    }

    fn width(&self) -> f32 {
        let (left, right) = self.extent();
        right - left
    }
}
