//! Time zones as exports name them.

/// A zone that a title, a heading or a footer names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NamedZone {
    /// Norwegian time, under one of its names.
    Norwegian,
    /// UTC.
    Utc,
    /// Another one.
    Other(String),
}

/// Minutes east of UTC of what stands behind a clock: `Z`, `UTC`, `CET`, `CEST`.
pub fn offset_of(word: &str) -> Option<Zone> {
    Some(match word {
        "z" | "utc" | "gmt" | "ut" | "wet" => Zone::Offset(0),
        "cet" | "met" | "mez" => Zone::Offset(60),
        "cest" | "mest" | "mesz" | "metdst" => Zone::Offset(120),
        _ => return None,
    })
}

/// What a zone behind a clock means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// So many minutes east of UTC.
    Offset(i32),
    /// The clock on a Norwegian wall.
    Norwegian,
}

/// The cities whose clocks go as those in Oslo.
const LIKE_OSLO: [&str; 9] = [
    "oslo",
    "stockholm",
    "copenhagen",
    "berlin",
    "paris",
    "amsterdam",
    "brussels",
    "madrid",
    "vienna",
];

/// How names of zones begin: `America/New_York`.
const AREAS: [&str; 13] = [
    "africa",
    "america",
    "antarctica",
    "arctic",
    "asia",
    "atlantic",
    "australia",
    "brazil",
    "canada",
    "europe",
    "indian",
    "pacific",
    "us",
];

/// Whether a city of Europe has Norwegian time.
pub fn is_like_oslo(city: &str) -> bool {
    LIKE_OSLO.contains(&city)
}

/// The zone that a text is: `UTC`, `Europe/Oslo`, `(UTC+01:00) Amsterdam, Berlin, Bern`,
/// `America/New_York`. `None` for what is no zone.
pub fn zone_in(text: &str) -> Option<NamedZone> {
    let text = text.trim().trim_matches(['(', ')', '[', ']', '.']).trim();
    let lower = text.to_lowercase();
    let is_utc = matches!(
        lower.as_str(),
        "utc"
            | "gmt"
            | "z"
            | "etc/utc"
            | "utc+0"
            | "utc+00:00"
            | "utc±0"
            | "utc+0000"
            | "gmt+0"
            | "+00:00"
            | "zulu"
            | "universal"
            | "coordinated universal time"
            | "koordinert universaltid"
            | "greenwich mean time"
    );
    let is_norwegian = matches!(
        lower.as_str(),
        "cet"
            | "cest"
            | "met"
            | "cet/cest"
            | "utc+1"
            | "gmt+1"
            | "utc+01:00"
            | "gmt+01:00"
            | "+01:00"
            | "w. europe standard time"
            | "romance standard time"
            | "central european time"
            | "central europe standard time"
            | "norsk tid"
            | "norge"
            | "lokal tid"
            | "local time"
            | "sentraleuropeisk tid"
    );
    let city = lower.rsplit(['/', ' ', ',']).find(|word| is_like_oslo(word));
    let in_europe = city.is_some() && !lower.contains("utc+00") && !lower.contains("gmt+00");
    if is_utc {
        Some(NamedZone::Utc)
    } else if is_norwegian || in_europe {
        Some(NamedZone::Norwegian)
    } else if is_zone_name(text) {
        Some(NamedZone::Other(text.to_owned()))
    } else {
        None
    }
}

/// `America/New_York`, `UTC-5`, `EST`, `Eastern Standard Time`.
fn is_zone_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    let is_path = lower.split_once('/').is_some_and(|(area, city)| {
        AREAS.contains(&area) && city.chars().all(|c| c.is_ascii_alphabetic() || "_-/".contains(c))
    });
    let is_shifted = ["utc", "gmt", "(utc", "(gmt"].iter().any(|start| {
        lower.strip_prefix(start).is_some_and(|rest| rest.trim_start().starts_with(['+', '-', '−']))
    });
    let is_short = [
        "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "ist", "eet", "eest", "msk",
        "aest",
    ]
    .contains(&lower.as_str());
    is_path || is_shifted || is_short || lower.ends_with("standard time")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_known_by_many_names() {
        for text in ["UTC", "(UTC)", "Etc/UTC", "UTC+00:00"] {
            assert_eq!(zone_in(text), Some(NamedZone::Utc), "{text}");
        }
        for text in
            ["Europe/Oslo", "CET", "(UTC+01:00) Amsterdam, Berlin", "W. Europe Standard Time"]
        {
            assert_eq!(zone_in(text), Some(NamedZone::Norwegian), "{text}");
        }
        for text in ["America/New_York", "UTC-5", "Eastern Standard Time", "EST"] {
            assert_eq!(zone_in(text), Some(NamedZone::Other(text.to_owned())), "{text}");
        }
        for text in ["Hamar", "alle", "31.12.2021", "og/eller 3"] {
            assert_eq!(zone_in(text), None, "{text}");
        }
    }
}
