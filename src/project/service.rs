//! What the service goals are measured on: calls, deliveries, new users, uptime.

use jiff::civil::Date;

use super::record::record;

record! {
    /// Telephone answers of one day.
    pub struct CallDay in Calls, key(date) {
        /// The day.
        pub date: Option<Date>,
        /// Calls answered.
        pub answered: Option<u32>,
        /// Of these, answered within one minute.
        pub within_1_min: Option<u32>,
        /// Of these, answered within three minutes.
        pub within_3_min: Option<u32>,
    }
}

record! {
    /// A delivery of equipment.
    pub struct Delivery in Deliveries, key(reference) {
        /// The order's number.
        pub reference: String,
        /// The day of the order.
        pub ordered: Option<Date>,
        /// The day of the delivery; `None` while it is under way.
        pub delivered: Option<Date>,
    }
}

record! {
    /// A new user, from order to ready.
    pub struct NewUser in NewUsers, key(reference) {
        /// The order's number.
        pub reference: String,
        /// The day of the order.
        pub ordered: Option<Date>,
        /// The day on which the user was ready; `None` while it is under way.
        pub delivered: Option<Date>,
    }
}

record! {
    /// How long a system was measured and how long it was out, in one period.
    pub struct Uptime in Uptime, key(system, period_start) {
        /// The system.
        pub system: String,
        /// The first day of the period.
        pub period_start: Option<Date>,
        /// The minutes in which it should have been up.
        pub measured_minutes: Option<u32>,
        /// The minutes of these in which it was not.
        pub outage_minutes: Option<u32>,
    }
}
