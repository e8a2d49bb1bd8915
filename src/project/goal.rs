//! Goals: what the company promised, and where the result comes from.

use rust_decimal::Decimal;

use super::field::choice_field;
use super::record::record;

choice_field! {
    /// What a goal's target is counted in.
    pub enum TargetUnit {
        /// Percent.
        Percent = "percent" "unit-percent",
        /// Days.
        Days = "days" "unit-days",
    }
}

choice_field! {
    /// Which side of the target is good.
    pub enum Direction {
        /// The result must be at least the target.
        AtLeast = "at_least" "direction-at-least",
        /// The result must be at most the target.
        AtMost = "at_most" "direction-at-most",
    }
}

choice_field! {
    /// What a goal measures, and so which export its result is computed from.
    pub enum GoalMetric {
        /// A result that a person types.
        Manual = "manual" "metric-manual",
        /// The share of measured minutes in which the systems were up.
        Uptime = "uptime" "metric-uptime",
        /// The share of calls answered within one minute.
        CallsWithin1Min = "calls_within_1_min" "metric-calls-1",
        /// The share of calls answered within three minutes.
        CallsWithin3Min = "calls_within_3_min" "metric-calls-3",
        /// The share of deliveries that took longer than the target's days.
        DeliveriesOver = "deliveries_over" "metric-deliveries",
        /// The share of new users that took longer than the target's days.
        NewUsersOver = "new_users_over" "metric-new-users",
    }
}

record! {
    /// A goal of one year.
    pub struct Goal in Goals, key(year, area, measure) {
        /// The year that it is for.
        pub year: Option<i16>,
        /// What part of the operation it belongs to.
        pub area: String,
        /// What is measured.
        pub measure: String,
        /// The promise in words, as the report prints it.
        pub target_text: String,
        /// The number in the promise.
        pub target_value: Option<Decimal>,
        /// What that number is counted in.
        pub target_unit: TargetUnit,
        /// Which side of the target is good.
        pub direction: Direction,
        /// Where the result comes from.
        pub metric: GoalMetric,
        /// For a limit in days: the share, in percent, that may be over it. `None` where no
        /// share was promised; then the goal can be neither reached nor missed.
        pub share_target: Option<Decimal>,
        /// The result that a person typed, in percent; used where `metric` is manual.
        pub result: Option<Decimal>,
        /// The manager's remark.
        pub remark: String,
    }
}
