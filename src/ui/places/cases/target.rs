//! What a finding of the checks leads to in this place: a number of the quarters, or a day.

use crate::app::Document;
use crate::calendar::{Date, Quarter};
use crate::chart::ChartChoice;
use crate::figures::{Key, Period, TrailOf};

use super::{CasesState, Choice};

/// What a finding leads to.
pub(super) enum Target {
    /// A number of the table of quarters.
    Figure(Key),
    /// A day, with its cases beside the plot.
    Day(Date),
}

impl CasesState {
    /// Opens the quarter of a figure or day, by its key or as `days` names its row, and selects
    /// it.
    pub fn show_row(&mut self, table: &str, row: &str, key: Option<&Key>) {
        let day = match key {
            Some(Key::Day(day)) => Some(*day),
            _ => row.parse().ok().filter(|_| table == "days"),
        };
        if let Some(day) = day {
            self.choice = Choice(ChartChoice::Quarter(Quarter::of(day)));
            self.target = Some(Target::Day(day));
            return;
        }
        match key {
            Some(key @ Key::Cases(_, period, _)) => {
                let quarter = match period {
                    Period::Quarter(quarter) => *quarter,
                    Period::Year => Quarter::First,
                };
                self.choice = Choice(ChartChoice::Quarter(quarter));
                self.target = Some(Target::Figure(key.clone()));
            }
            Some(Key::Week(_) | Key::WeekAverage(_)) => self.choice = Choice(ChartChoice::Weeks),
            _ => {}
        }
    }

    /// Selects what a finding led to, now that it is there.
    pub(super) fn select_target(&mut self, document: &Document) {
        let Some(content) = self.content.take() else { return };
        match self.target.take() {
            Some(Target::Day(day)) => self.open_day(document, &content, day),
            Some(Target::Figure(key)) => {
                if let Some(at) = content.quarters.find(&TrailOf::Figure(key)) {
                    self.quarters.select(at);
                }
            }
            None => {}
        }
        self.content = Some(content);
    }
}
