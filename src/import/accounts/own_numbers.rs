//! What the account numbers of a whole sheet show: whether they begin with the *kontoklasse* of the
//! *art* beside them, and whether a program has written them as decimal numbers.

use super::codes::{Code, RawString, with_zeros};
use crate::kostra::{Book, art_of};

/// Sees whether the company's own numbers begin with *kontoklasse* and *art*. One that does by
/// chance says nothing: all rows must, and an *art* is never of the balance.
pub fn see_class(strings: &mut [RawString]) {
    let is_led = |string: &RawString| {
        let mut digits = string.account.text.chars();
        let class = digits.next().map(String::from).unwrap_or_default();
        let is_of_result = Book::of_class(&class).is_some_and(|book| book != Book::Balanse);
        is_of_result && digits.as_str().starts_with(with_zeros(&string.art).as_str())
    };
    let mut with_art = strings.iter().filter(|string| art_of(&string.art).is_some()).peekable();
    let are_led = with_art.peek().is_some() && with_art.all(is_led);
    for string in strings.iter_mut() {
        string.is_led_by_class = are_led;
    }
}

/// Takes ".0" off accounts that a program has written as decimal numbers: `1010.0`. They are
/// numbers then, and have lost the zeros in front.
pub fn without_point(strings: &mut [RawString]) {
    let whole = |text: &str| -> Option<String> {
        let whole = text.strip_suffix(".0")?;
        let is_number = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| whole.to_owned())
    };
    let filled = |text: &&str| !text.is_empty();
    let all_are = |of: fn(&RawString) -> &str| {
        let mut texts = strings.iter().map(of).filter(filled).peekable();
        texts.peek().is_some() && texts.all(|text| whole(text).is_some())
    };
    let is_account = all_are(|string| &string.account.text);
    let [of_class, of_art, of_unit, of_function, of_project] = [
        all_are(|string| &string.class),
        all_are(|string| &string.art),
        all_are(|string| &string.unit),
        all_are(|string| &string.function),
        all_are(|string| &string.project),
    ];
    for string in strings.iter_mut() {
        if let Some(text) = whole(&string.account.text).filter(|_| is_account) {
            string.account = Code { text, is_number: true, is_lost: false };
        }
        let others = [
            (&mut string.class, of_class),
            (&mut string.art, of_art),
            (&mut string.unit, of_unit),
            (&mut string.function, of_function),
            (&mut string.project, of_project),
        ];
        for (code, _) in others.into_iter().filter(|(_, is_decimal)| *is_decimal) {
            if let Some(text) = whole(code) {
                *code = text;
            }
        }
        if of_art {
            string.art = with_zeros(&string.art);
        }
    }
}
