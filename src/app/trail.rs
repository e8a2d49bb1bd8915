//! The trail that is open: of which number, and the way that was walked from it.

use super::{App, Document};
use crate::figures::{Trail, TrailOf};
use crate::project::CellAt;

/// What can be asked of the trail.
#[derive(Clone, Debug)]
pub enum TrailCommand {
    /// Show where this comes from.
    Show(TrailOf),
    /// Show where this comes from, or close the trail that shows it already.
    Toggle(TrailOf),
    /// Something else is selected: an open trail shows where it comes from.
    Follow(TrailOf),
    /// Go on to one of the parts.
    Walk(TrailOf),
    /// One step back on the way.
    Back,
    /// One step forth on the way.
    Forth,
    /// Show no trail.
    Close,
}

/// The open trail.
#[derive(Debug)]
pub struct OpenTrail {
    /// The steps from the number that the trail was opened at, to the last that was visited.
    way: Vec<TrailOf>,
    /// The place of the current step.
    at: usize,
    /// For each step in a cell, the key of its row. The place of a row changes when rows before it
    /// come and go.
    row_keys: Vec<Option<String>>,
    trail: Trail,
    revision: u64,
}

impl OpenTrail {
    /// The trail of the current step.
    pub fn trail(&self) -> &Trail {
        &self.trail
    }

    /// The steps from the number that the trail was opened at to the current step.
    pub fn way(&self) -> &[TrailOf] {
        &self.way[..=self.at]
    }

    /// Whether there is a step back.
    pub fn goes_back(&self) -> bool {
        self.at > 0
    }

    /// Whether there is a step forth that was taken before.
    pub fn goes_forth(&self) -> bool {
        self.at + 1 < self.way.len()
    }

    fn of(document: &Document, way: Vec<TrailOf>, at: usize) -> Option<Self> {
        let of = way.get(at)?;
        let row_keys: Vec<Option<String>> = way.iter().map(|of| row_key(document, of)).collect();
        if matches!(of, TrailOf::Cell(_)) && row_keys[at].is_none() {
            return None;
        }
        let trail = document.figures().trail_of(of);
        Some(Self { way, at, row_keys, trail, revision: document.revision() })
    }

    /// The trail after a change of the project; `None` where the row of the current step is gone.
    /// Where only the row of another step is gone, the way begins at the current step.
    fn renewed(self, document: &Document) -> Option<Self> {
        if self.revision == document.revision() {
            return Some(self);
        }
        let steps = self.way.iter().zip(&self.row_keys);
        let steps: Vec<Option<TrailOf>> =
            steps.map(|(of, key)| moved(document, of, key.as_deref())).collect();
        let here = steps.get(self.at)?.clone()?;
        match steps.into_iter().collect() {
            Some(way) => Self::of(document, way, self.at),
            None => Self::of(document, vec![here], 0),
        }
    }
}

fn row_key(document: &Document, of: &TrailOf) -> Option<String> {
    match of {
        TrailOf::Cell(cell) => key_of(document, *cell),
        TrailOf::Figure(_) => None,
    }
}

/// A step at the present place of its row, which is found by its key; `None` where the row is
/// gone.
fn moved(document: &Document, of: &TrailOf, key: Option<&str>) -> Option<TrailOf> {
    let (TrailOf::Cell(cell), Some(key)) = (of, key) else { return Some(of.clone()) };
    if key_of(document, *cell).as_deref() == Some(key) {
        return Some(of.clone());
    }
    let rows = document.project().rows(cell.table);
    // The row has another place, or a part of its key was changed.
    let moved = (0..rows.len()).find(|row| rows.key(*row) == key);
    let row = moved.or_else(|| (cell.row < rows.len()).then_some(cell.row))?;
    Some(TrailOf::Cell(CellAt { row, ..*cell }))
}

fn key_of(document: &Document, cell: CellAt) -> Option<String> {
    let rows = document.project().rows(cell.table);
    (cell.row < rows.len()).then(|| rows.key(cell.row))
}

impl App {
    /// The open trail.
    pub fn trail(&self) -> Option<&OpenTrail> {
        self.trail.as_ref()
    }

    pub(super) fn run_trail(&mut self, command: TrailCommand) {
        let open = self.trail.take();
        let Some(document) = &self.document else { return };
        let anew = |of: TrailOf| OpenTrail::of(document, vec![of], 0);
        self.trail = match (command, open) {
            (TrailCommand::Show(of), _) => anew(of),
            (TrailCommand::Toggle(of), Some(open)) if open.way.first() == Some(&of) => None,
            (TrailCommand::Toggle(of), _) => anew(of),
            (TrailCommand::Follow(of), Some(_)) => anew(of),
            (TrailCommand::Walk(of), Some(mut open)) => {
                open.way.truncate(open.at + 1);
                open.way.push(of);
                OpenTrail::of(document, open.way, open.at + 1)
            }
            (TrailCommand::Back, Some(open)) => {
                OpenTrail::of(document, open.way, open.at.saturating_sub(1))
            }
            (TrailCommand::Forth, Some(open)) => {
                let at = (open.at + 1).min(open.way.len() - 1);
                OpenTrail::of(document, open.way, at)
            }
            (TrailCommand::Walk(_) | TrailCommand::Back | TrailCommand::Forth, None)
            | (TrailCommand::Follow(_), None)
            | (TrailCommand::Close, _) => None,
        };
    }

    /// Computes the open trail again after a change of the project.
    pub(super) fn renew_trail(&mut self) {
        let document = self.document.as_ref();
        self.trail =
            self.trail.take().zip(document).and_then(|(open, document)| open.renewed(document));
    }
}
