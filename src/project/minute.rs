//! A moment to the minute, in Norwegian local time.

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::calendar::{YEARS, day_from_number, day_number};

const MINUTES_A_DAY: i32 = 24 * 60;

/// A moment to the minute in local time, without a zone. In the project file it reads
/// `202103110814` for 11 March 2021, 08:14.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Minute(i32);

impl Minute {
    /// That clock time on that day; thousands of years off, the nearest that there is.
    #[inline]
    pub fn new(day: Date, hour: i8, minute: i8) -> Self {
        let day = day_number(day).saturating_mul(MINUTES_A_DAY);
        Self(day.saturating_add(i32::from(hour) * 60 + i32::from(minute)))
    }

    /// The start of `day`.
    #[inline]
    pub fn start_of(day: Date) -> Self {
        Self::new(day, 0, 0)
    }

    /// The day on which the moment lies.
    #[inline]
    pub fn day(self) -> Date {
        day_from_number(self.day_number())
    }

    /// [`Self::day`] as a number, see [`day_number`].
    #[inline]
    pub fn day_number(self) -> i32 {
        self.0.div_euclid(MINUTES_A_DAY)
    }

    /// Hour and minute of the clock.
    #[inline]
    pub fn clock(self) -> (i8, i8) {
        let minutes = self.0.rem_euclid(MINUTES_A_DAY);
        ((minutes / 60) as i8, (minutes % 60) as i8)
    }

    /// The moment so many minutes later.
    #[must_use]
    #[inline]
    pub fn plus_minutes(self, minutes: i32) -> Self {
        Self(self.0.saturating_add(minutes))
    }

    /// Minutes from `earlier` to this moment, negative if this one comes first.
    #[inline]
    pub fn minutes_since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }
}

impl From<DateTime> for Minute {
    fn from(value: DateTime) -> Self {
        Self::new(value.date(), value.hour(), value.minute())
    }
}

impl From<Minute> for DateTime {
    fn from(value: Minute) -> Self {
        let (hour, minute) = value.clock();
        value.day().to_datetime(Time::constant(hour, minute, 0, 0))
    }
}

impl Serialize for Minute {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (hour, minute) = self.clock();
        let day = self.day();
        let digits = [i64::from(day.month()), i64::from(day.day()), hour.into(), minute.into()]
            .iter()
            .fold(i64::from(day.year()), |digits, pair| digits * 100 + pair);
        serializer.serialize_i64(digits)
    }
}

impl<'de> Deserialize<'de> for Minute {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = i64::deserialize(deserializer)?;
        from_digits(digits).ok_or_else(|| de::Error::custom(format!("{digits} is no minute")))
    }
}

fn from_digits(digits: i64) -> Option<Minute> {
    let pair = |divisor: i64| (digits / divisor % 100) as i8;
    let year = i16::try_from(digits / 100_000_000).ok().filter(|year| YEARS.contains(year))?;
    let day = Date::new(year, pair(1_000_000), pair(10_000)).ok()?;
    let time = Time::new(pair(100), pair(1), 0, 0).ok()?;
    Some(Minute::new(day, time.hour(), time.minute()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_minute_reads_as_its_digits_in_the_file() {
        let minute = Minute::new(date(2021, 3, 11), 8, 14);
        assert_eq!(ron::to_string(&minute).unwrap(), "202103110814");
        assert_eq!(ron::from_str("202103110814"), Ok(minute));
        assert!(ron::from_str::<Minute>("202113110814").is_err());
        assert_eq!(minute.plus_minutes(16 * 60).day(), date(2021, 3, 12));
    }
}
