//! Made-up series in the shape of a real year: high Mondays, quiet weekends, a summer dip.

use arsmelding::calendar::{
    Date, IsoWeek, Quarter, Span, Year, day_number, holiday, is_workday, similar_days, weeks_in,
};
use arsmelding::chart::EventMark;
use arsmelding::figures::{Average, DailySeries, DayPoint, WeekPoint, WeeklySeries};
use jiff::civil::{Weekday, date};

/// The cases of any day, always the same.
pub fn cases_on(day: Date) -> u32 {
    let number = u32::try_from(day_number(day)).expect("a day after 1970");
    let noise = number.wrapping_mul(2_654_435_761) >> 16 & 31;
    if !is_workday(day) {
        return 3 + noise % 8;
    }
    let weekday = day.weekday().to_monday_zero_offset().unsigned_abs();
    let of_week = [200, 175, 165, 155, 120][usize::from(weekday)];
    let of_season = match IsoWeek::of(day).week {
        2 => 140,
        28..=30 => 50,
        34..=36 => 150,
        52 => 70,
        _ => 100,
    };
    let of_spike = if day == date(2021, 3, 11) || day == date(2020, 3, 12) { 90 } else { 0 };
    let growth = if day.year() == 2021 { 15 } else { 0 };
    of_week * of_season / 100 + noise + of_spike + growth
}

/// A quarter of 2021 against 2015–2020, all days known.
pub fn quarter(quarter: Quarter) -> DailySeries {
    let baseline = Span::years(2015, 2020);
    let days = quarter.span(2021).days().map(|day| {
        let compared: Vec<_> =
            similar_days(day, baseline).into_iter().map(|met| (met, cases_on(met))).collect();
        DayPoint {
            date: day,
            holiday: holiday(day),
            is_workday: is_workday(day),
            cases: Some(cases_on(day)),
            is_partial: false,
            average: Average::of(compared.iter().map(|(_, cases)| *cases)),
            compared,
        }
    });
    DailySeries { days: days.collect(), baseline }
}

/// The weeks of 2015 to 2021.
pub fn weeks() -> WeeklySeries {
    let years = 2015..=2021;
    let weeks: Vec<_> = years.flat_map(weeks_of).collect();
    let average = |week: u8| {
        let same = weeks.iter().filter(|at| at.week.week == week && at.week.year < 2021);
        Average::of(same.map(|point| point.cases))
    };
    let averages = (1..=53).map(average).collect();
    WeeklySeries { year: 2021, baseline: (2015, 2020), averages, weeks }
}

fn weeks_of(year: Year) -> Vec<WeekPoint> {
    let point = |week: u8| {
        let week = IsoWeek { year, week };
        let cases = week.span().expect("a week of the year").days().map(cases_on).sum::<u32>();
        let wobble = u32::from(year.unsigned_abs()) * u32::from(week.week) * 7_919 % 140;
        WeekPoint { week, cases: cases + wobble, is_complete: true }
    };
    (1..=weeks_in(year)).map(point).collect()
}

/// Three events like those of 2021.
pub fn three_events() -> Vec<EventMark> {
    [
        (date(2021, 1, 29), "Varsler om svake passord"),
        (date(2021, 2, 4), "Mobil omsorg"),
        (date(2021, 3, 11), "Strømbrudd"),
    ]
    .map(|(date, title)| EventMark { date, title: title.to_owned() })
    .to_vec()
}

/// Thirty events in a quarter, each named in 80 letters.
pub fn thirty_events(quarter: Quarter) -> Vec<EventMark> {
    let days = quarter.span(2021).days().filter(|day| day.weekday() != Weekday::Sunday);
    days.step_by(2)
        .take(30)
        .map(|date| EventMark {
            date,
            title: format!("{:.<80}", format!("Hendelsen den {date} rammet flere systemer ")),
        })
        .collect()
}
