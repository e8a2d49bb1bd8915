//! Reading amounts of money: at most two decimals, every sign and unit that accounts are
//! written with, and never a guess where a mark can part thousands as well as øre.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::NumberError;

/// Which mark parts kroner from øre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecimalMark {
    /// `1 234,50`, as Norwegians write.
    Comma,
    /// `1,234.50`, as English systems write.
    Point,
}

/// No company has so many kroner. Smaller amounts can be added without overflow.
const TOO_LARGE: Decimal = Decimal::from_parts(0xA4C6_8000, 0x0003_8D7E, 0, false, 0);
const MINUSES: [char; 3] = ['-', '\u{2212}', '\u{2013}'];

/// Reads an amount in kroner.
///
/// Understood are spaces of any width, points, commas or apostrophes between thousands, `kr` and
/// `NOK` on either side, `,-` behind, and a minus as hyphen, U+2212 or en dash on either side,
/// parentheses or `CR`. A dash alone is nothing. A lone point before exactly three digits parts
/// thousands, unless `mark` says otherwise.
///
/// # Errors
/// [`NumberError::Ambiguous`] for a lone comma before exactly three digits while `mark` is not
/// known, and [`NumberError::TooManyDecimals`] where parts of an øre stand.
pub fn parse_amount(text: &str, mark: Option<DecimalMark>) -> Result<Decimal, NumberError> {
    parse_amount_with(text, mark, 2)
}

/// The same with more decimals, of an amount that is counted in thousands of kroner.
///
/// # Errors
/// As [`parse_amount`].
pub fn parse_amount_with(
    text: &str,
    mark: Option<DecimalMark>,
    decimals: u32,
) -> Result<Decimal, NumberError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    if text.chars().all(|c| MINUSES.contains(&c)) && text.chars().count() == 1 {
        return Ok(Decimal::ZERO);
    }
    let (is_negative, body) = undressed(text)?;
    let digits = Body::of(body).digits(mark)?;
    let value = Decimal::from_str_exact(&digits).map_err(|_| NumberError::NotANumber)?;
    if value >= TOO_LARGE {
        return Err(NumberError::TooLarge);
    }
    if value.normalize().scale() > decimals {
        return Err(NumberError::TooManyDecimals);
    }
    let value = value.normalize();
    Ok(if is_negative && !value.is_zero() { -value } else { value })
}

/// The decimal mark that an amount proves: `1.234,5` and `1.234.567` have a decimal comma,
/// `12.50` a decimal point, `1 234` and `1,840` prove nothing.
pub fn proven_mark(text: &str) -> Option<DecimalMark> {
    let (_, body) = undressed(text.trim()).ok()?;
    let comma = body.matches(',').count();
    let point = body.matches('.').count();
    match (comma, point) {
        (0, 0) => None,
        (1.., 1..) => {
            let is_comma_last = body.rfind(',') > body.rfind('.');
            Some(if is_comma_last { DecimalMark::Comma } else { DecimalMark::Point })
        }
        (1, 0) => (!Body::of(body).can_part_thousands()).then_some(DecimalMark::Comma),
        (0, 1) => (!Body::of(body).can_part_thousands()).then_some(DecimalMark::Point),
        (_, 0) => Some(DecimalMark::Point),
        (0, _) => Some(DecimalMark::Comma),
    }
}

/// The digits with their marks, without sign and unit, and whether it is below zero.
fn undressed(text: &str) -> Result<(bool, &str), NumberError> {
    let mut is_negative = false;
    let mut has_sign = false;
    let mut rest = text;
    loop {
        rest = rest.trim();
        let (after, sign) = if let Some(whole) = whole_kroner(rest) {
            (whole, None)
        } else if let Some(inner) = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'))
        {
            (inner, Some(true))
        } else if let Some(inner) =
            rest.strip_prefix(MINUSES).or_else(|| rest.strip_suffix(MINUSES))
        {
            (inner, Some(true))
        } else if let Some(inner) = rest.strip_prefix('+').or_else(|| rest.strip_suffix('+')) {
            (inner, Some(false))
        } else if let Some(inner) = without_word(rest, "cr") {
            (inner, Some(true))
        } else if let Some(inner) = without_word(rest, "dr") {
            (inner, Some(false))
        } else if let Some(inner) =
            ["kr.", "kr", "nok"].iter().find_map(|word| without_word(rest, word))
        {
            (inner, None)
        } else {
            return Ok((is_negative, rest));
        };
        if let Some(sign) = sign {
            if has_sign {
                return Err(NumberError::NotANumber);
            }
            (has_sign, is_negative) = (true, sign);
        }
        rest = after;
    }
}

/// What stands before `,-`.
fn whole_kroner(text: &str) -> Option<&str> {
    let before = text.strip_suffix("--").or_else(|| text.strip_suffix(MINUSES))?;
    before.strip_suffix(',').filter(|digits| digits.ends_with(|c: char| c.is_ascii_digit()))
}

fn without_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    if let Some(start) = text.get(..word.len())
        && start.eq_ignore_ascii_case(word)
    {
        return text.get(word.len()..);
    }
    let at = text.len().checked_sub(word.len())?;
    text.get(at..).filter(|end| end.eq_ignore_ascii_case(word)).and_then(|_| text.get(..at))
}

/// An amount's digits with their marks, parted at the last comma or point.
struct Body<'t> {
    text: &'t str,
    /// The last comma or point and what stands on both sides.
    parted: Option<(&'t str, char, &'t str)>,
}

impl<'t> Body<'t> {
    fn of(text: &'t str) -> Self {
        let at = text.rfind([',', '.']);
        let parted = at.and_then(|at| {
            let mark = text[at..].chars().next()?;
            Some((&text[..at], mark, &text[at + 1..]))
        });
        Self { text, parted }
    }

    /// Whether the only mark stands before exactly three digits and after one to three, the
    /// first of which is no zero.
    fn can_part_thousands(&self) -> bool {
        let Some((whole, _, fraction)) = self.parted else { return false };
        (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
            && fraction.len() == 3
            && whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit())
    }

    /// The number with a decimal point and no thousands.
    fn digits(&self, decimal: Option<DecimalMark>) -> Result<String, NumberError> {
        let Some((whole, mark, fraction)) = self.parted else { return ungrouped(self.text) };
        let is_repeated = whole.contains(mark);
        let parts_thousands = is_repeated
            || (self.can_part_thousands()
                && match (mark, decimal) {
                    (',', None) => return Err(NumberError::Ambiguous),
                    (',', Some(decimal)) => decimal == DecimalMark::Point,
                    (_, decimal) => decimal != Some(DecimalMark::Point),
                });
        if parts_thousands {
            return ungrouped(self.text);
        }
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NumberError::NotANumber);
        }
        let whole = ungrouped(whole)?;
        Ok(if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") })
    }
}

/// The digits without the marks between thousands, which are all of one sort.
fn ungrouped(text: &str) -> Result<String, NumberError> {
    let sort = |c: char| if c.is_whitespace() { ' ' } else { c };
    let is_mark = |c: char| matches!(c, '.' | ',' | '\'' | '\u{2019}') || c.is_whitespace();
    let mut marks = text.chars().filter(|c| is_mark(*c)).map(sort);
    let first = marks.next();
    let groups: Vec<&str> = text.split(is_mark).collect();
    let is_sound = |(index, group): (usize, &&str)| match (index, groups.len()) {
        (_, 1) => !group.is_empty(),
        (0, _) => (1..=3).contains(&group.len()),
        _ => group.len() == 3,
    };
    let are_digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    if marks.all(|mark| Some(mark) == first)
        && groups.iter().enumerate().all(is_sound)
        && are_digits
    {
        Ok(groups.concat())
    } else {
        Err(NumberError::NotANumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_amount_is_what_it_says() {
        assert_eq!(TOO_LARGE.to_string(), "1000000000000000");
        assert_eq!(parse_amount("1 000 000 000 000 000", None), Err(NumberError::TooLarge));
        assert!(parse_amount("999 999 999 999 999,99", None).is_ok());
    }

    #[test]
    fn a_mark_is_proven_by_what_it_can_only_be() {
        use DecimalMark::{Comma, Point};
        for text in ["1 234,50", "1.234,5", "1.234.567", "0,840", "-12,5", "kr 1234,567"] {
            assert_eq!(proven_mark(text), Some(Comma), "{text}");
        }
        for text in ["12.50", "1,234.5", "1,234,567", "0.840"] {
            assert_eq!(proven_mark(text), Some(Point), "{text}");
        }
        for text in ["1 234", "1,840", "1.840", "12,-", "abc"] {
            assert_eq!(proven_mark(text), None, "{text}");
        }
    }
}
