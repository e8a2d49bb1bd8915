//! What the service goals are measured on: calls, deliveries, new users, uptime.

use arsmelding::calendar::{Date, Span, is_workday};
use jiff::ToSpan as _;
use jiff::civil::date;

use super::Bytes;
use crate::days::cases_per_day;
use crate::facts::{self, Part};
use crate::formats::{delimited, utf16_le, xlsx};
use crate::names::CALLERS;
use crate::random::Random;
use crate::share::share_out;
use crate::table::{Table, Value, row};

/// Telephone answers per working day: the busier the day, the longer the wait.
pub fn calls() -> Bytes {
    let mut random = Random::new("calls", 2021);
    let days: Vec<(Date, u64)> = cases_per_day(2021)
        .into_iter()
        .filter(|(day, _)| is_workday(*day))
        .map(|(day, cases)| (day, u64::from(cases)))
        .collect();
    let (fast, medium) = (facts::CALLS_WITHIN_1_MINUTE, facts::CALLS_WITHIN_3_MINUTES);
    let mut share = |total: u32, load: fn(u64) -> u64| {
        let weights: Vec<u64> = days
            .iter()
            .map(|(_, cases)| load(*cases) * u64::from(random.between(85, 115)))
            .collect();
        share_out(total, &weights)
    };
    let within_1 = share(fast.part, |cases| cases * (400 - cases));
    let within_3 = share(medium.part - fast.part, |cases| cases * 200);
    let later = share(medium.whole - medium.part, |cases| cases * (100 + cases));
    let mut rows = Vec::new();
    for (place, (day, _)) in days.iter().enumerate() {
        let minute = within_1[place];
        let three = minute + within_3[place];
        rows.push(row![*day, three + later[place], minute, three]);
    }
    let header = ["Dato", "Besvarte anrop", "Besvart innen 1 minutt", "Besvart innen 3 minutter"];
    Ok(delimited(&Table::plain("", &header, rows), b';')?.into_bytes())
}

/// An order of something, from the day it was made to the day it was met.
struct Order {
    ordered: Date,
    met: Option<Date>,
}

/// Deliveries of equipment, three of them still under way at the year's end.
pub fn deliveries() -> Bytes {
    let mut random = Random::new("deliveries", 2021);
    let mut orders = orders(&facts::DELIVERIES_OVER_21_DAYS, (3, 21, 65), &mut random);
    for day in [date(2021, 12, 13), date(2021, 12, 20), date(2021, 12, 28)] {
        orders.push(Order { ordered: day, met: None });
    }
    orders.sort_by_key(|order| (order.ordered, order.met));
    let equipment = ["Bærbar PC", "Stasjonær PC", "Nettbrett", "Mobiltelefon", "Skjerm", "Skriver"];
    let rows = (1..)
        .zip(&orders)
        .map(|(number, order)| {
            let reference = format!("U-{number:05}");
            let (equipment, person) = (random.pick(&equipment), random.pick(&CALLERS));
            row![reference.as_str(), order.ordered, order.met, equipment, person]
        })
        .collect();
    let header = ["Bestillingsnr", "Bestilt", "Levert", "Utstyr", "Bestiller"];
    Ok(xlsx(&[titled("Leveranser", "Leveranser av brukerutstyr", &header, rows)])?)
}

/// New users, from order to ready.
pub fn new_users() -> Bytes {
    let mut random = Random::new("new users", 2021);
    let mut orders = orders(&facts::NEW_USERS_OVER_3_DAYS, (0, 3, 12), &mut random);
    orders.sort_by_key(|order| (order.ordered, order.met));
    let rows = (1..)
        .zip(&orders)
        .map(|(number, order)| {
            let reference = format!("N-{number:05}");
            let (name, person) = (random.pick(&CALLERS), random.pick(&CALLERS));
            row![reference.as_str(), order.ordered, order.met, name, person]
        })
        .collect();
    let header = ["Bestillingsnr", "Bestilt", "Bruker klar", "Navn", "Bestiller"];
    Ok(xlsx(&[titled("Nye brukere", "Nye brukere", &header, rows)])?)
}

/// Orders met on working days of 2021: `over.part` of them in more than `limit` days, the
/// others in `limit` days at most.
fn orders(
    over: &Part,
    (shortest, limit, longest): (u32, u32, u32),
    random: &mut Random,
) -> Vec<Order> {
    let workdays: Vec<Date> = Span::year(2021).days().filter(|day| is_workday(*day)).collect();
    (0..over.whole)
        .map(|place| {
            let (least, most) =
                if place < over.part { (limit + 1, longest) } else { (shortest, limit) };
            // Drawn again until the order, too, was made on a working day.
            loop {
                let met = random.pick(&workdays);
                let days = i64::from(random.between(least, most));
                let ordered = met.saturating_sub(days.days());
                if is_workday(ordered) {
                    return Order { ordered, met: Some(met) };
                }
            }
        })
        .collect()
}

fn titled(
    name: &'static str,
    title: &str,
    header: &[&'static str],
    rows: Vec<Vec<Value>>,
) -> Table {
    let titles = vec!["Hedmark IKT".into(), title.into(), "Periode: 01.01.2021–31.12.2021".into()];
    Table { titles, ..Table::plain(name, header, rows) }
}

/// Minutes in which the two health systems were measured and were out, month by month.
pub fn uptime() -> Bytes {
    let mut random = Random::new("uptime", 2021);
    let periods: Vec<(&str, Date)> = ["Gerica", "Profil"]
        .into_iter()
        .flat_map(|system| (1..=12).map(move |month| (system, date(2021, month, 1))))
        .collect();
    let weights: Vec<u64> = periods
        .iter()
        .map(|_| u64::from(random.between(10, 40)) * if random.chance(20) { 4 } else { 1 })
        .collect();
    let outages = share_out(facts::OUTAGE_MINUTES.part, &weights);
    let rows = periods
        .iter()
        .zip(outages)
        .map(|((system, month), outage)| {
            let measured = u32::from(month.days_in_month().unsigned_abs()) * 24 * 60;
            row![*system, *month, measured, outage]
        })
        .collect();
    let header = ["System", "Måned", "Målt tid (min)", "Nedetid (min)"];
    Ok(utf16_le(&delimited(&Table::plain("", &header, rows), b'\t')?))
}
