//! The table of all texts, made from the locale files by `build.rs`, and how the compiler looks a
//! text up in it.

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// Refuses to compile a text that no locale file has, that does not get an argument that it
/// uses, or that gets one that it does not.
#[track_caller]
pub const fn assert_known(key: &str, given: &[&str]) {
    let Some(wanted) = arguments(key) else { panic!("no locale file has a text with this key") };
    let mut at = 0;
    while at < wanted.len() {
        assert!(holds(given, wanted[at]), "the text uses an argument that it is not given");
        at += 1;
    }
    at = 0;
    while at < given.len() {
        assert!(holds(wanted, given[at]), "the text does not use an argument that it is given");
        at += 1;
    }
}

/// A text's key as it is; refuses to compile one that no locale file has.
#[track_caller]
pub const fn known(key: &str) -> &str {
    assert!(arguments(key).is_some(), "no locale file has a text with this key");
    key
}

/// The names of a text's arguments; `None` where no file has the key.
const fn arguments(key: &str) -> Option<&'static [&'static str]> {
    let (mut low, mut high) = (0, TEXTS.len());
    while low < high {
        let middle = (low + high) / 2;
        let (known, arguments) = TEXTS[middle];
        match order(key.as_bytes(), known.as_bytes()) {
            0 => return Some(arguments),
            1 => low = middle + 1,
            _ => high = middle,
        }
    }
    None
}

const fn holds(names: &[&str], wanted: &str) -> bool {
    let mut at = 0;
    while at < names.len() {
        if order(names[at].as_bytes(), wanted.as_bytes()) == 0 {
            return true;
        }
        at += 1;
    }
    false
}

/// −1, 0 or 1, as `a` comes before, is, or comes after `b`. The traits that compare are not there
/// for constants.
const fn order(a: &[u8], b: &[u8]) -> i8 {
    let mut at = 0;
    loop {
        if at == a.len() || at == b.len() {
            return if a.len() == b.len() {
                0
            } else if at == b.len() {
                1
            } else {
                -1
            };
        }
        if a[at] != b[at] {
            return if a[at] > b[at] { 1 } else { -1 };
        }
        at += 1;
    }
}
