//! The cases of a year, row by row. Their number per day is decided in [`crate::days`].

use arsmelding::calendar::{Date, Year, is_workday};
use jiff::ToSpan as _;
use jiff::civil::{DateTime, Weekday, date};

use crate::days::cases_per_day;
use crate::names::{self, CALLERS, CATEGORIES, CUSTOMERS, Category, Customer, HANDLERS};
use crate::random::Random;
use crate::{events, incidents};

/// How urgent a case is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Priority {
    A,
    B,
    C,
    D,
}

impl Priority {
    /// Whether the case is an incident that the report counts.
    pub fn is_incident(self) -> bool {
        matches!(self, Self::A | Self::B)
    }
}

/// What kind of case it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Incident,
    Order,
    Inquiry,
}

/// A case. Times are local.
pub struct Case {
    /// The number, rising with time and unique over the years.
    pub number: String,
    /// When it was registered.
    pub registered: DateTime,
    /// When it was closed; `None` while it is open.
    pub closed: Option<DateTime>,
    /// How urgent it is.
    pub priority: Priority,
    /// What kind of case it is.
    pub kind: Kind,
    /// What it is about.
    pub category: &'static Category,
    /// Whose it is.
    pub customer: &'static Customer,
    /// The number of what several cases have in common.
    pub parent: Option<String>,
    /// Who calls.
    pub caller: &'static str,
    /// Who answers.
    pub handler: &'static str,
    /// What the caller writes.
    pub subject: &'static str,
}

/// How likely each hour of a working day is. No case comes between two and three, an hour
/// that summer time skips in March and has twice in October.
const WORKDAY_HOURS: [u32; 24] =
    [2, 1, 0, 1, 1, 4, 14, 68, 142, 138, 124, 104, 96, 104, 92, 54, 22, 10, 7, 5, 4, 3, 2, 2];
/// The same for weekends and holidays.
const FREE_DAY_HOURS: [u32; 24] =
    [3, 2, 0, 1, 1, 2, 4, 8, 10, 12, 12, 12, 11, 10, 10, 9, 9, 8, 8, 7, 6, 5, 4, 3];

/// Minutes of the day that certainly have a case, near midnight at a year's or quarter's end:
/// in UTC the first four lie on the day before.
const NEAR_MIDNIGHT: [(Date, u32); 6] = [
    (date(2019, 1, 1), 12),
    (date(2019, 1, 1), 47),
    (date(2019, 4, 1), 21),
    (date(2019, 7, 1), 105),
    (date(2019, 9, 30), 1_428),
    (date(2019, 12, 31), 1_414),
];

/// When the export of 2021 was made; what closes later is still open in it.
pub const EXPORTED_2021: DateTime = date(2022, 1, 5).at(8, 30, 0, 0);

/// The cases of `year` in the order in which they were registered.
pub fn cases_of(year: Year) -> Vec<Case> {
    let mut random = Random::new("cases", year);
    let mut cases = Vec::new();
    for (day, count) in cases_per_day(year) {
        for minute in minutes_of(day, count, &mut random) {
            let number = format!("S{:02}-{:06}", year % 100, cases.len() + 1);
            cases.push(case(number, at_minute(day, minute), &mut random));
        }
    }
    incidents::mark(year, &mut cases);
    for case in &mut cases {
        case.closed = closing_time(case, &mut random);
    }
    cases
}

/// The moment `minute` minutes after midnight.
fn at_minute(day: Date, minute: u32) -> DateTime {
    day.at((minute / 60) as i8, (minute % 60) as i8, 0, 0)
}

/// The minutes of `day` at which its `count` cases come, in order.
fn minutes_of(day: Date, count: u32, random: &mut Random) -> Vec<u32> {
    let hours = if is_workday(day) { &WORKDAY_HOURS } else { &FREE_DAY_HOURS };
    let certain = NEAR_MIDNIGHT.iter().filter(|(own, _)| *own == day).map(|(_, minute)| *minute);
    let mut minutes: Vec<u32> = certain.collect();
    while minutes.len() < count as usize {
        minutes.push(random.weighted(hours) as u32 * 60 + random.below(60));
    }
    minutes.sort_unstable();
    minutes
}

/// A case without its closing time, not yet an incident of priority A or B.
fn case(number: String, registered: DateTime, random: &mut Random) -> Case {
    let year = registered.year();
    let event = events::on(registered.date()).filter(|_| random.chance(45));
    let category = match event {
        Some(event) => names::category(event.category),
        None => &CATEGORIES[random.weighted(&CATEGORIES.each_ref().map(|own| own.weight))],
    };
    let weight = |own: &Customer| {
        let is_touched = event.is_none_or(|event| event.customers.contains(&own.name));
        if is_touched && own.is_customer_in(year) { own.weight } else { 0 }
    };
    let customer = &CUSTOMERS[random.weighted(&CUSTOMERS.each_ref().map(weight))];
    let kinds = [Kind::Incident, Kind::Order, Kind::Inquiry];
    let kind = if event.is_some() { Kind::Incident } else { kinds[random.weighted(&[45, 33, 22])] };
    Case {
        number,
        registered,
        closed: None,
        priority: if random.chance(72) { Priority::C } else { Priority::D },
        kind,
        category,
        customer,
        parent: None,
        caller: random.pick(&CALLERS),
        handler: random.pick(&HANDLERS),
        subject: random.pick(category.subjects),
    }
}

/// Most cases close the same day, the rest within days, a few after weeks.
fn closing_time(case: &Case, random: &mut Random) -> Option<DateTime> {
    let likely: [u32; 5] =
        if case.priority.is_incident() { [1, 0, 0, 0, 0] } else { [55, 22, 16, 5, 2] };
    let days = match random.weighted(&likely) {
        0 => 0,
        1 => 1,
        2 => random.between(2, 6),
        3 => random.between(7, 14),
        _ => random.between(15, 28),
    };
    let closed = if days == 0 {
        case.registered.saturating_add(i64::from(random.between(4, 300)).minutes())
    } else {
        let day = case.registered.date().saturating_add(i64::from(days).days());
        at_minute(first_weekday(day), random.between(8 * 60, 16 * 60))
    };
    (closed < EXPORTED_2021).then_some(closed)
}

/// `day` itself, or the Monday after it.
fn first_weekday(day: Date) -> Date {
    let wait = match day.weekday() {
        Weekday::Saturday => 2,
        Weekday::Sunday => 1,
        _ => 0,
    };
    day.saturating_add(i64::from(wait).days())
}
