//! The locale files: every word that a user sees, looked up by key.
//!
//! Texts stand in `assets/locale/nb/*.ftl` ([Fluent](https://projectfluent.org)), one file a
//! room. Code names a text with [`t!`](crate::t) and its arguments; the compiler holds both against
//! the files.

mod texts;

use std::io::{self, ErrorKind};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use unic_langid::langid;

use texts::FILES;
pub use texts::{assert_known, known};

use crate::number::{self, NumberError};

type Bundle = FluentBundle<FluentResource>;

/// An argument of a sentence. Numbers choose plural forms and print with Norwegian thousands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Printed as it stands.
    Text(String),
    /// A count; prints as `10 859`.
    Count(i64),
}

macro_rules! arg_from_integers {
    ($($type:ty),*) => {
        $(impl From<$type> for Arg {
            fn from(value: $type) -> Self {
                Self::Count(i64::try_from(value).unwrap_or(i64::MAX))
            }
        })*
    };
}

arg_from_integers!(i16, i32, i64, u16, u32, u64, usize);

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&String> for Arg {
    fn from(value: &String) -> Self {
        Self::Text(value.clone())
    }
}

/// A sentence that is not worded yet: a key of the locale files and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The key in the locale files.
    pub key: &'static str,
    /// The arguments, by the names that the locale file uses.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// The text that is filled in for that argument, where it is a text.
    pub fn text_of(&self, argument: &str) -> Option<&str> {
        let (_, arg) = self.args.iter().find(|(name, _)| *name == argument)?;
        match arg {
            Arg::Text(text) => Some(text),
            Arg::Count(_) => None,
        }
    }

    /// The same with something that its words do not say, for who goes on from it.
    #[must_use]
    pub fn carrying(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// The sentence in the user's language.
    pub fn text(&self) -> String {
        say(self.key, &self.args)
    }
}

impl From<NumberError> for Message {
    fn from(error: NumberError) -> Self {
        Self { key: error.word_key(), args: Vec::new() }
    }
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

/// A sentence of the locale files: `t!("key")`, `t!("key", name = value)`. It does not compile
/// without a text of that key and those arguments; a key that is not written out is looked up when
/// the program runs.
#[macro_export]
macro_rules! t {
    ($key:literal $(,)?) => {{
        const _: () = $crate::words::assert_known($key, &[]);
        $crate::words::say($key, &[])
    }};
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        const _: () = $crate::words::assert_known($key, &[$(stringify!($name)),+]);
        $crate::words::say($key, &[$((stringify!($name), $crate::words::Arg::from($value))),+])
    }};
    ($key:expr $(,)?) => { $crate::words::say($key, &[]) };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::words::say($key, &[$((stringify!($name), $crate::words::Arg::from($value))),+])
    };
}

/// A [`Message`], worded later: `message!("key", name = value)`, checked as by [`t!`](crate::t).
#[macro_export]
macro_rules! message {
    ($key:literal $(,)?) => {{
        const _: () = $crate::words::assert_known($key, &[]);
        $crate::words::Message { key: $key, args: Vec::new() }
    }};
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        const _: () = $crate::words::assert_known($key, &[$(stringify!($name)),+]);
        $crate::words::Message {
            key: $key,
            args: vec![$((stringify!($name), $crate::words::Arg::from($value))),+],
        }
    }};
    ($key:expr $(,)?) => { $crate::words::Message { key: $key, args: Vec::new() } };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::words::Message {
            key: $key,
            args: vec![$((stringify!($name), $crate::words::Arg::from($value))),+],
        }
    };
}

/// The key of a text that is worded elsewhere: `text_key!("key")` does not compile where no locale
/// file has it.
#[macro_export]
macro_rules! text_key {
    ($key:literal) => {
        const { $crate::words::known($key) }
    };
}

/// With a capital letter at its start.
pub fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Words as they stand within a sentence.
pub fn uncapitalized(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Words the text of `key`. A key that no file has comes back as itself, so that a slip is
/// seen rather than hidden; the tests look for such keys.
pub fn say(key: &str, args: &[(&'static str, Arg)]) -> String {
    if SHOWS_KEYS.load(Ordering::Relaxed) {
        return keyed(key, args);
    }
    let bundle = bundle();
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let mut fluent_args = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        let value = match arg {
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Count(count) => FluentValue::from(*count),
        };
        fluent_args.set(*name, value);
    }
    let mut errors = Vec::new();
    bundle.format_pattern(pattern, Some(&fluent_args), &mut errors).into_owned()
}

/// Whether every text is its key and its arguments.
static SHOWS_KEYS: AtomicBool = AtomicBool::new(false);

/// Shows from now on the key and the arguments of every text in its place, for who wants to see
/// which text stands where.
pub fn show_keys() {
    SHOWS_KEYS.store(true, Ordering::Relaxed);
}

/// `text-key{argument}{argument}`.
fn keyed(key: &str, args: &[(&'static str, Arg)]) -> String {
    let mut text = key.to_owned();
    for (_, arg) in args {
        match arg {
            Arg::Text(words) => text.push_str(&format!("{{{words}}}")),
            Arg::Count(count) => text.push_str(&format!("{{{count}}}")),
        }
    }
    text
}

/// Whether some locale file has `key`.
pub fn has(key: &str) -> bool {
    bundle().has_message(key)
}

/// Every file of the locale with its text, for the test that holds keys against code.
pub fn files() -> &'static [(&'static str, &'static str)] {
    FILES
}

fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| {
        let mut bundle = FluentBundle::new_concurrent(vec![langid!("nb-NO")]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(number::count(number.value as i64)),
            _ => None,
        }));
        for (_, text) in FILES {
            // A file with a fault still gives its sound messages; the tests refuse the fault.
            let resource = FluentResource::try_new((*text).to_owned())
                .unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

/// "31. august", where the year is said elsewhere.
pub fn day_and_month(day: Date) -> String {
    crate::t!("date-day-month", day = day.day().to_string(), month = month_name(day.month()))
}

/// "11. mars 2021", as dates stand in sentences.
pub fn date_long(day: Date) -> String {
    crate::t!(
        "date-long",
        day = day.day().to_string(),
        month = month_name(day.month()),
        year = day.year().to_string()
    )
}

/// "torsdag".
pub fn weekday(day: Date) -> String {
    const KEYS: [&str; 7] =
        ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];
    say(KEYS[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())], &[])
}

/// "tor".
pub fn weekday_short(day: Date) -> String {
    const KEYS: [&str; 7] = [
        "weekday-short-1",
        "weekday-short-2",
        "weekday-short-3",
        "weekday-short-4",
        "weekday-short-5",
        "weekday-short-6",
        "weekday-short-7",
    ];
    say(KEYS[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())], &[])
}

/// The name of a month, 1 to 12; kept, since the day of every figure has one.
fn month_name(month: i8) -> &'static str {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    let names = NAMES.get_or_init(|| (1..=12).map(|month| say(month_key(month), &[])).collect());
    let place = usize::from(month.unsigned_abs()).saturating_sub(1);
    names.get(place).map_or("", String::as_str)
}

/// The key of a month's name, 1 to 12.
pub fn month_key(month: i8) -> &'static str {
    const KEYS: [&str; 12] = [
        "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
        "month-9", "month-10", "month-11", "month-12",
    ];
    KEYS.get(usize::from(month.unsigned_abs()).wrapping_sub(1)).copied().unwrap_or(KEYS[0])
}

/// The reasons of Windows' codes that have no `ErrorKind`: a sharing violation, a lock violation, a
/// name that no file can have.
fn windows_reason(code: i32) -> Option<String> {
    match code {
        32 | 33 => Some(crate::t!("io-busy")),
        123 => Some(crate::t!("io-bad-name")),
        _ => None,
    }
}

/// Why the system could not read or write, in the user's language where it is a common reason.
pub fn io_error(error: &io::Error) -> String {
    if cfg!(windows)
        && let Some(reason) = error.raw_os_error().and_then(windows_reason)
    {
        return reason;
    }
    match error.kind() {
        // Windows says so, too, of a file that another program has open.
        ErrorKind::PermissionDenied if cfg!(windows) => crate::t!("io-held-or-denied"),
        ErrorKind::InvalidFilename => crate::t!("io-bad-name"),
        ErrorKind::NotFound => crate::t!("io-not-found"),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => crate::t!("io-denied"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => crate::t!("io-full"),
        ErrorKind::IsADirectory => crate::t!("io-folder"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => crate::t!("io-busy"),
        _ => error.to_string(),
    }
}
