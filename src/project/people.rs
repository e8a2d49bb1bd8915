//! The organisation: staffing, gender, turnover, sick leave. Never a person, always a count.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::field::choice_field;
use super::record::record;

record! {
    /// Who worked here on one day.
    pub struct Staff in Staff, key(date) {
        /// The day of the count.
        pub date: Option<Date>,
        /// Employees, permanent and temporary, without apprentices.
        pub employees_total: Option<u32>,
        /// Permanent employees.
        pub employees_permanent: Option<u32>,
        /// Temporary employees.
        pub employees_temporary: Option<u32>,
        /// Apprentices.
        pub apprentices: Option<u32>,
        /// Årsverk at hand.
        pub available_fte: Option<Decimal>,
    }
}

record! {
    /// Women and men in a group on one day.
    pub struct GenderCount in Gender, key(group, date) {
        /// The group in words, "Ledergruppe 31.12.2021".
        pub group: String,
        /// The day of the count.
        pub date: Option<Date>,
        /// Women in the group.
        pub women: Option<u32>,
        /// Everyone in the group.
        pub total: Option<u32>,
    }
}

choice_field! {
    /// Which way people moved.
    pub enum TurnoverDirection {
        /// They left.
        Out = "out" "turnover-out",
        /// They came.
        In = "in" "turnover-in",
    }
}

record! {
    /// How many came or left during a year, for one reason.
    pub struct Turnover in Turnover, key(year, direction, category) {
        /// The year.
        pub year: Option<i16>,
        /// Whether they left or came.
        pub direction: TurnoverDirection,
        /// The reason in words.
        pub category: String,
        /// How many.
        pub count: Option<u32>,
    }
}

choice_field! {
    /// The groups of the sick leave statistics.
    pub enum SickGroup {
        /// Women.
        Women = "women" "sick-group-women",
        /// Men.
        Men = "men" "sick-group-men",
    }
}

record! {
    /// Sick leave of one group in one year, in working days.
    pub struct SickLeave in SickLeave, key(year, group) {
        /// The year.
        pub year: Option<i16>,
        /// Women or men.
        pub group: SickGroup,
        /// Working days that could have been worked.
        pub possible_workdays: Option<u32>,
        /// Days away on one's own word (*egenmeldt*).
        pub self_certified_days: Option<u32>,
        /// Days away on a doctor's word (*sykmeldt*).
        pub doctor_certified_days: Option<u32>,
    }
}

record! {
    /// A year's sick leave: the percentage where no days are known, and the target.
    pub struct SickLeaveYear in SickLeaveYears, key(year) {
        /// The year.
        pub year: Option<i16>,
        /// Sick leave in percent, for years of which no days are known.
        pub sick_leave_pct: Option<Decimal>,
        /// The highest percentage that was aimed at.
        pub target_max_pct: Option<Decimal>,
    }
}
