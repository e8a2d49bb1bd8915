//! Events: what happened that the figures should be seen in the light of.

use super::Minute;
use super::record::record;

record! {
    /// Something that happened: a power cut, an upgrade that failed, a break in a fibre.
    pub struct Event in Events, key(start, title) {
        /// When it began; midnight where only the day is known.
        pub start: Option<Minute>,
        /// When it was over; `None` where it lasted less than a day or is not known.
        pub end: Option<Minute>,
        /// A few words, as they stand over a plot.
        pub title: String,
        /// What happened, in a sentence.
        pub text: String,
        /// Why it happened.
        pub cause: String,
        /// The customers touched, parted by semicolons.
        pub customers: String,
        /// The section of the report that it belongs to.
        pub section: String,
        /// Numbers of cases, or parent numbers of many, tied to it; parted by semicolons.
        pub cases: String,
    }
}
