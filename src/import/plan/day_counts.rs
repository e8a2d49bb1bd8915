//! Day counts against those that the project has.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::delivery::{Absent, Overlap, SharedRows, selection_in_words, sheet_in_words};
use super::{Effect, Gone, SheetPlan, Stage};
use crate::calendar::Date;
use crate::import::day_counts::day_count_text;
use crate::import::noticed::note;
use crate::import::sheet::{SheetRead, TypedRows};
use crate::message;
use crate::project::{DayCount, DayCountBatch};

/// Equal counts on this many days are no chance.
const DAYS_ALIKE: usize = 3;

impl Stage<'_> {
    /// Day counts are known by stream and day.
    pub(super) fn take_day_counts(&mut self, sheet: &SheetRead, rows: &[DayCount]) -> SheetPlan {
        let mut plan = SheetPlan::default();
        let by_day: HashMap<Date, &DayCount> =
            rows.iter().map(|count| (count.date, count)).collect();
        let of_other_parts: HashSet<Date> = self
            .other_parts(sheet)
            .filter_map(|part| match &part.rows {
                TypedRows::DayCounts(rows) => Some(rows.iter().map(|count| count.date)),
                _ => None,
            })
            .flatten()
            .collect();
        let mut effects: HashMap<Date, Effect> = HashMap::new();
        let mut kept: Vec<DayCountBatch> = Vec::with_capacity(self.project.day_counts.len());
        let (mut shared, mut staying) = (SharedRows::default(), 0);
        let is_known_day = |batch: &DayCountBatch, day: Date| {
            !self.is_of_this_import(batch.source)
                && self.is_same_stream(batch.source, sheet)
                && sheet.period.is_some_and(|period| period.contains(day))
        };
        let absent = Absent::of(
            sheet,
            self.project.day_counts.iter().any(|batch| {
                let mut known = batch.rows.iter().filter(|old| is_known_day(batch, old.date));
                known.any(|old| by_day.contains_key(&old.date))
            }),
        );
        let mut overlap = Overlap::default();
        for batch in self.project.day_counts.iter() {
            if !self.is_same_stream(batch.source, sheet) {
                let collected = (&mut overlap, &mut effects, &mut plan);
                kept.extend(self.without_overlap(sheet, batch, &by_day, collected));
                continue;
            }
            let is_part = self.is_of_this_import(batch.source);
            let mut rest = Vec::new();
            for old in batch.rows.iter() {
                let is_known = is_known_day(batch, old.date);
                plan.known += u32::from(is_known);
                if let Some(new) = by_day.get(&old.date) {
                    let effect = effect(old, new);
                    if is_part {
                        let differs = effect != Effect::Unchanged;
                        let day = || day_count_text(old, "date");
                        shared.see(batch.source, (old.row, new.row), differs, day);
                    }
                    effects.insert(old.date, effect);
                } else if is_known && absent == Absent::Gone && !of_other_parts.contains(&old.date)
                {
                    plan.lose(|| Gone { what: day_count_text(old, "date"), day: Some(old.date) });
                } else {
                    staying += usize::from(is_known && !of_other_parts.contains(&old.date));
                    rest.push(old.clone());
                }
            }
            if !rest.is_empty() {
                kept.push(DayCountBatch { source: batch.source, rows: Arc::new(rest) });
            }
        }
        shared.tell(self, sheet, &mut plan);
        overlap.tell(self, &mut plan);
        absent.tell(staying, &mut plan);
        let effect_of = |day: Date| effects.get(&day).cloned().unwrap_or(Effect::New);
        for count in rows {
            plan.count(&effect_of(count.date));
        }
        let previews = rows
            .iter()
            .filter(|count| sheet.preview.iter().any(|preview| preview.row == count.row));
        plan.effects = previews.map(|count| effect_of(count.date)).collect();
        plan.is_taken = plan.moves_rows() || !self.covers(sheet);
        if plan.is_taken {
            let source = self.add_source(sheet);
            if !rows.is_empty() {
                kept.push(DayCountBatch { source, rows: Arc::new(rows.to_vec()) });
            }
            self.project.day_counts = Arc::new(kept);
        }
        plan
    }
}

impl Stage<'_> {
    /// What is left of the counts of another selection: those that the sheet has just so are the
    /// same cases, in the same file, or where they are alike on nearly all days. Else both count,
    /// and it is told where one of the two is no selection at all.
    fn without_overlap(
        &self,
        sheet: &SheetRead,
        batch: &DayCountBatch,
        by_day: &HashMap<Date, &DayCount>,
        (overlap, effects, plan): (&mut Overlap, &mut HashMap<Date, Effect>, &mut SheetPlan),
    ) -> Option<DayCountBatch> {
        let source = self.project.source(batch.source)?;
        let of_both = batch.rows.iter().filter_map(|old| Some((old, *by_day.get(&old.date)?)));
        let both: Vec<(&DayCount, &DayCount)> = of_both.collect();
        if both.is_empty() || source.stream.system != sheet.stream.system {
            return Some(batch.clone());
        }
        // Days without cases are alike everywhere.
        let counted = both.iter().filter(|(old, new)| old.cases > 0 || new.cases > 0);
        let alike = counted.clone().filter(|(old, new)| old.cases == new.cases).count();
        let are_same = self.is_of_file(batch.source, sheet)
            || (alike >= DAYS_ALIKE && alike * 10 >= counted.count() * 9);
        if are_same {
            for (old, new) in both {
                overlap.see(batch.source);
                effects.insert(old.date, effect(old, new));
            }
            let rest = batch.rows.iter().filter(|old| !by_day.contains_key(&old.date));
            let rest: Vec<DayCount> = rest.cloned().collect();
            return (!rest.is_empty())
                .then(|| DayCountBatch { source: batch.source, rows: Arc::new(rest) });
        }
        if source.stream.selection.is_empty() != sheet.stream.selection.is_empty() {
            plan.notes.push(note(message!(
                "import-days-of-both",
                count = both.len(),
                place = sheet_in_words(&source.file, &source.sheet),
                selection = selection_in_words(&source.stream.selection),
            )));
        }
        Some(batch.clone())
    }
}

fn effect(old: &DayCount, new: &DayCount) -> Effect {
    if old.cases == new.cases {
        Effect::Unchanged
    } else {
        Effect::Changed(vec![("cases".to_owned(), day_count_text(old, "cases"))])
    }
}
