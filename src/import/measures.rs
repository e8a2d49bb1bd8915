//! What the numbers of a small table are measured in, where files do it in several ways:
//! percentages as 3,36 or 0,0336, times of minutes as hours or as clock times.

use super::heading::compose;
use super::question::{Answer, Question};
use super::raw::{RawCell, percent_of};
use super::synonyms::without_percent;
use super::values::{count, decimal};
use super::{Options, Setting};
use crate::message;
use crate::number::{self, Decimal, DecimalMark, NumberError};
use crate::project::{Cell, PercentUnit, Profile, TimeUnit};
use crate::words::Message;

/// The columns that hold percentages.
const PERCENT: [&str; 5] =
    ["sick_leave_pct", "target_max_pct", "target_value", "share_target", "result"];
/// Those of them that are parts of a whole, so that 100 is the most.
const SHARES: [&str; 2] = ["sick_leave_pct", "target_max_pct"];
/// The columns that hold minutes.
const MINUTES: [&str; 2] = ["measured_minutes", "outage_minutes"];
/// The column of how long something was measured.
const MEASURED: &str = "measured_minutes";
/// The hours of the longest month; no month is measured for so few minutes.
const HOURS_OF_MONTH: f64 = 744.0;
/// Words of headings.
const MINUTE_WORDS: [&str; 6] = ["min", "mins", "minutt", "minutter", "minutes", "minute"];
const HOUR_WORDS: [&str; 8] = ["t", "time", "timer", "h", "hr", "hrs", "hour", "hours"];
const MINUTES_A_DAY: f64 = 1_440.0;

/// What a person has said of the numbers, now or of an earlier export.
#[derive(Clone, Copy, Debug, Default)]
pub struct SaidUnits {
    /// What plain numbers of percent columns are.
    pub percent: Option<PercentUnit>,
    /// What plain numbers of columns of minutes are.
    pub time: Option<TimeUnit>,
    /// Which mark stands before the decimals.
    pub decimal: Option<DecimalMark>,
}

impl SaidUnits {
    /// What is said now, else what was said of an earlier export.
    pub fn of(options: &Options, profile: Option<&Profile>) -> Self {
        Self {
            percent: options.percent.or(profile.and_then(|profile| profile.percent)),
            time: options.time_unit.or(profile.and_then(|profile| profile.time_unit)),
            decimal: options.decimal.or(profile.and_then(|profile| profile.decimal)),
        }
    }
}

/// A column whose numbers need a unit.
#[derive(Clone, Debug)]
pub struct Measure {
    unit: Unit,
    is_measured: bool,
    is_share: bool,
    heading: String,
    /// The greatest plain number, and whether one has decimals.
    greatest: f64,
    has_decimals: bool,
    /// The first of them, as it is seen.
    example: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Percent,
    Minutes,
    Hours,
    /// Minutes, unless the numbers look like hours.
    Open,
}

/// A cell that was read.
pub struct Measured {
    /// What it holds.
    pub cell: Cell,
    /// Whether it is a plain number of percent, which may be meant as a share.
    pub may_be_share: bool,
}

impl Measure {
    /// What a column of that field and heading needs; `None` where its numbers are plain.
    pub fn of(field: &str, heading: &str, units: SaidUnits) -> Option<Self> {
        let unit = match field {
            _ if PERCENT.contains(&field) => Unit::Percent,
            _ if MINUTES.contains(&field) => unit_of_heading(heading).unwrap_or(match units.time {
                Some(TimeUnit::Hours) => Unit::Hours,
                Some(TimeUnit::Minutes) => Unit::Minutes,
                None => Unit::Open,
            }),
            _ => return None,
        };
        let (is_measured, is_share) = (field == MEASURED, SHARES.contains(&field));
        let heading = heading.to_owned();
        let (greatest, has_decimals, example) = (0.0, false, String::new());
        Some(Self { unit, is_measured, is_share, heading, greatest, has_decimals, example })
    }

    /// Where one of the columns names its unit, the others mean the same.
    pub fn share_units<'m>(measures: impl Iterator<Item = &'m mut Self>) {
        let mut measures: Vec<&mut Self> = measures.collect();
        let known = measures.iter().map(|measure| measure.unit);
        let Some(known) =
            known.into_iter().find(|unit| matches!(unit, Unit::Minutes | Unit::Hours))
        else {
            return;
        };
        measures
            .iter_mut()
            .filter(|measure| measure.unit == Unit::Open)
            .for_each(|measure| measure.unit = known);
    }

    /// Reads a cell that is neither blank nor an error.
    ///
    /// # Errors
    /// When it holds no such number.
    pub fn read(&mut self, cell: &RawCell<'_>) -> Result<Measured, Message> {
        match self.unit {
            Unit::Percent => self.percent(cell),
            _ => {
                let cell = self.minutes(cell)?;
                Ok(Measured { cell, may_be_share: false })
            }
        }
    }

    fn see(&mut self, value: f64, cell: &RawCell<'_>) {
        self.greatest = self.greatest.max(value.abs());
        self.has_decimals |= value.fract() != 0.0;
        if self.example.is_empty() && value != 0.0 {
            self.example = cell.text().replace('.', ",");
        }
    }

    fn percent(&mut self, cell: &RawCell<'_>) -> Result<Measured, Message> {
        let not_a_number = || Message::from(NumberError::NotANumber);
        let (value, may_be_share) = match cell {
            RawCell::Percent(share) => (percent_of(*share).ok_or_else(not_a_number)?, false),
            RawCell::Number(value) => {
                self.see(*value, cell);
                (decimal(*value)?, true)
            }
            _ => {
                let text = cell.text();
                let text = compose(&text);
                let text = text.trim();
                let (bare, is_percent) = match without_percent(text) {
                    Some(bare) => (bare, true),
                    None => (text, false),
                };
                let has_words = bare.contains(char::is_alphabetic) || bare.contains('/');
                let value = number::parse_decimal(bare).map_err(|fault| match fault {
                    // "7,5 timer" is a number, but of something else.
                    _ if has_words && bare.contains(|c: char| c.is_ascii_digit()) => {
                        message!("import-cell-with-unit", text = text)
                    }
                    fault => Message::from(fault),
                })?;
                // "kr 4 500" is read as a number elsewhere.
                if bare.contains(char::is_alphabetic) {
                    return Err(message!("import-cell-with-unit", text = text));
                }
                if !is_percent {
                    self.see(value.to_string().parse().unwrap_or_default(), cell);
                }
                (value, !is_percent)
            }
        };
        if self.is_share && value > Decimal::ONE_HUNDRED {
            return Err(message!("import-percent-over"));
        }
        Ok(Measured { cell: Cell::Number(value), may_be_share })
    }

    fn minutes(&mut self, cell: &RawCell<'_>) -> Result<Cell, Message> {
        let days = match cell {
            RawCell::Duration(days) => Some(*days),
            // A clock time is a duration of less than a day.
            RawCell::DateTime { serial, .. } if (0.0..1.0).contains(serial) => Some(*serial),
            RawCell::Text(text) => days_of_clock(text.trim()),
            _ => None,
        };
        if let Some(days) = days {
            return count((days * MINUTES_A_DAY).round()).map(Cell::Count);
        }
        let value = match cell {
            RawCell::Number(value) => *value,
            RawCell::Percent(_) => return Err(message!("import-cell-percent")),
            RawCell::Text(text) if self.unit != Unit::Minutes => {
                let value = number::parse_decimal(&compose(text.trim()))?;
                value.to_string().parse().map_err(|_| Message::from(NumberError::NotANumber))?
            }
            _ => {
                let text = cell.text();
                return Ok(Cell::Count(number::parse_count(&compose(&text))?));
            }
        };
        match self.unit {
            Unit::Hours => count((value * 60.0).round()).map(Cell::Count),
            Unit::Open => {
                self.see(value, cell);
                count(value.round()).map(Cell::Count)
            }
            _ => count(value).map(Cell::Count),
        }
    }

    /// Whether the plain numbers of this column can all be shares.
    pub fn looks_like_shares(&self) -> bool {
        self.unit == Unit::Percent && self.greatest > 0.0 && self.greatest <= 1.0
    }

    /// Whether percentages like `example` are meant as shares.
    pub fn ask_percent(&self) -> Option<Question> {
        let answer = |unit: PercentUnit| Answer::new(unit.choice().word(), Setting::Percent(unit));
        let asks = message!(
            "import-ask-percent",
            heading = self.heading.as_str(),
            example = self.example.as_str(),
        );
        Question::new(asks, vec![answer(PercentUnit::Share), answer(PercentUnit::Points)])
    }

    /// Asks whether the times are hours, where no heading tells and they look like that.
    pub fn ask_time<'m>(measures: impl Iterator<Item = &'m Self> + Clone) -> Option<Question> {
        let open = measures.filter(|measure| measure.unit == Unit::Open && measure.greatest > 0.0);
        let looks_like_hours = |measure: &&Self| {
            measure.has_decimals || measure.is_measured && measure.greatest <= HOURS_OF_MONTH
        };
        let measure = open.clone().find(looks_like_hours)?;
        let answer = |unit: TimeUnit| Answer::new(unit.choice().word(), Setting::TimeUnit(unit));
        let asks = message!(
            "import-ask-time-unit",
            heading = measure.heading.as_str(),
            example = measure.example.as_str(),
        );
        Question::new(asks, vec![answer(TimeUnit::Hours), answer(TimeUnit::Minutes)])
    }
}

/// A share as percent.
pub fn as_percent(cell: &Cell) -> Option<Cell> {
    match cell {
        Cell::Number(share) => {
            Some(Cell::Number(share.checked_mul(Decimal::ONE_HUNDRED)?.normalize()))
        }
        _ => None,
    }
}

fn unit_of_heading(heading: &str) -> Option<Unit> {
    let heading = heading.to_lowercase();
    let mut words = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.find_map(|word| match word {
        _ if MINUTE_WORDS.contains(&word) => Some(Unit::Minutes),
        _ if HOUR_WORDS.contains(&word) => Some(Unit::Hours),
        _ => None,
    })
}

/// The days of `24:00` or `744:30:00`, hours first.
fn days_of_clock(text: &str) -> Option<f64> {
    let mut parts = text.split(':');
    let hours: u32 = parts.next()?.parse().ok()?;
    let minutes: u32 = parts.next()?.parse().ok()?;
    let seconds: u32 = parts.next().map_or(Some(0), |seconds| seconds.parse().ok())?;
    let is_sound = minutes < 60 && seconds < 60 && parts.next().is_none();
    let minutes = f64::from(hours) * 60.0 + f64::from(minutes) + f64::from(seconds) / 60.0;
    is_sound.then_some(minutes / MINUTES_A_DAY)
}
