//! The ends of a trail: files with their cells, what persons corrected, and what was typed.

use crate::figures::{Trail, TrailPart};
use crate::project::{CellAt, Correction, LogEntry, Source};
use crate::t;

/// So many runs of cells are named; the rest is counted.
const NAMED: usize = 4;

/// All that a number comes from in the end, each thing once.
#[derive(Default)]
pub(super) struct Origins {
    pub files: Vec<FileCells>,
    pub corrections: Vec<(CellAt, Correction)>,
    pub typed: Vec<LogEntry>,
    /// Whether a value was typed that the log does not name.
    pub has_untold: bool,
}

/// The cells of one source.
pub(super) struct FileCells {
    pub source: Source,
    cells: Vec<String>,
    count: usize,
}

impl Origins {
    /// The ends of `trail`, those of its parts among them.
    pub fn of(trail: &Trail) -> Self {
        let mut origins = Self::default();
        origins.gather(trail);
        origins
    }

    /// The cells that persons corrected.
    pub fn corrected(&self) -> Vec<CellAt> {
        self.corrections.iter().map(|(at, _)| *at).collect()
    }

    /// Whether the trail leads to no file, correction or typed value.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
            && self.corrections.is_empty()
            && self.typed.is_empty()
            && !self.has_untold
    }

    fn gather(&mut self, trail: &Trail) {
        for part in &trail.parts {
            match part {
                TrailPart::Figure(inner) => self.gather(inner),
                TrailPart::Workdays { .. } => {}
                TrailPart::Rows { source, cells, count } => self.add_rows(source, cells, *count),
                TrailPart::Correction { at, correction } => {
                    if !self.corrections.iter().any(|(known, _)| known == at) {
                        self.corrections.push((*at, (**correction).clone()));
                    }
                }
                TrailPart::Typed { log: Some(log) } => {
                    if !self.typed.contains(log) {
                        self.typed.push(log.clone());
                    }
                }
                TrailPart::Typed { log: None } => self.has_untold = true,
            }
        }
    }

    fn add_rows(&mut self, source: &Source, cells: &str, count: usize) {
        match self.files.iter_mut().find(|file| file.source.id == source.id) {
            // Two figures may be counted from the same rows.
            Some(file) if file.cells.iter().any(|known| known == cells) => {}
            Some(file) => {
                file.cells.push(cells.to_owned());
                file.count += count;
            }
            None => self.files.push(FileCells {
                source: source.clone(),
                cells: vec![cells.to_owned()],
                count,
            }),
        }
    }
}

impl FileCells {
    /// "Ark «Saldoliste», cellene F9, F10", "Cellene B9–B10867 (10 859 i alt)".
    pub fn place(&self) -> String {
        let runs: Vec<&str> = self.cells.iter().flat_map(|cells| cells.split(", ")).collect();
        let named = runs.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let is_cut = runs.len() > NAMED;
        let cells = if is_cut { t!("trail-cells-more", cells = named) } else { named };
        let place = match self.source.sheet.as_str() {
            "" => t!("trail-cells", count = self.count, cells = cells),
            sheet => t!("trail-sheet-cells", count = self.count, cells = cells, sheet = sheet),
        };
        // Cells that are named one by one need no count.
        match is_cut || self.count > runs.len() {
            true => t!("trail-cells-count", place = place, count = self.count),
            false => place,
        }
    }

    /// "9f3c 41d0 … 7ae2": enough of the file's hash to know it again.
    pub fn short_hash(&self) -> String {
        let hash = &self.source.sha256;
        let part = |from: usize, to: usize| hash.get(from..to).unwrap_or_default();
        match hash.len().checked_sub(4) {
            Some(end) if hash.len() > 12 => {
                format!("{} {} … {}", part(0, 4), part(4, 8), part(end, hash.len()))
            }
            _ => hash.clone(),
        }
    }
}
