//! Day counts against those that the project has.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Effect, Gone, SheetPlan, Stage};
use crate::calendar::Date;
use crate::import::day_counts::day_count_text;
use crate::import::sheet::SheetRead;
use crate::project::{DayCount, DayCountBatch};

impl Stage<'_> {
    /// Day counts are known by stream and day.
    pub(super) fn take_day_counts(&mut self, sheet: &SheetRead, rows: &[DayCount]) -> SheetPlan {
        let mut plan = SheetPlan::default();
        let by_day: HashMap<Date, &DayCount> =
            rows.iter().map(|count| (count.date, count)).collect();
        let mut effects: HashMap<Date, Effect> = HashMap::new();
        let mut kept: Vec<DayCountBatch> = Vec::with_capacity(self.project.day_counts.len());
        for batch in self.project.day_counts.iter() {
            if !self.is_same_stream(batch.source, sheet) {
                kept.push(batch.clone());
                continue;
            }
            let mut rest = Vec::new();
            for old in batch.rows.iter() {
                let is_in_period = sheet.period.is_some_and(|period| period.contains(old.date));
                plan.known += u32::from(is_in_period);
                if let Some(new) = by_day.get(&old.date) {
                    effects.insert(old.date, effect(old, new));
                } else if is_in_period {
                    plan.lose(|| Gone { what: day_count_text(old, "date"), day: Some(old.date) });
                } else {
                    rest.push(old.clone());
                }
            }
            if !rest.is_empty() {
                kept.push(DayCountBatch { source: batch.source, rows: Arc::new(rest) });
            }
        }
        let effect_of = |day: Date| effects.get(&day).cloned().unwrap_or(Effect::New);
        for count in rows {
            plan.count(&effect_of(count.date));
        }
        let previews =
            rows.iter().filter(|count| sheet.preview.iter().any(|own| own.row == count.row));
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

fn effect(old: &DayCount, new: &DayCount) -> Effect {
    if old.cases == new.cases {
        Effect::Unchanged
    } else {
        Effect::Changed(vec![("cases".to_owned(), day_count_text(old, "cases"))])
    }
}
