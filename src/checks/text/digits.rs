//! The digits of a number: thousands parted by spaces or points, a decimal comma or point.

use rust_decimal::Decimal;

/// The digits of a number, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    /// The value.
    pub value: Decimal,
    /// How many decimals it has.
    pub decimals: u32,
    /// Where it ends.
    pub end: usize,
}

/// Reads the number that begins at the digit `start`. `None` where the digits are part of a name
/// (`5G`) or of something that is no number (`2.1375`).
pub fn digits_at(text: &str, start: usize) -> Option<Digits> {
    let mut end = start + leading_digits(&text[start..]);
    let mut digits = text[start..end].to_owned();
    let mut mark = None;
    let can_be_parted = digits.len() <= 3 && !digits.starts_with('0');
    while let Some(group) = group_at(&text[end..]).filter(|_| can_be_parted) {
        if mark.is_some_and(|mark| mark != group.mark) {
            break;
        }
        mark = Some(group.mark);
        digits.push_str(&text[end + group.start..end + group.start + 3]);
        end += group.start + 3;
    }
    let decimals = decimals_at(&text[end..], mark);
    if decimals > 0 {
        digits.push('.');
        digits.push_str(&text[end + 1..end + 1 + decimals]);
        end += 1 + decimals;
    }
    let rest = &text[end..];
    let next = rest.chars().next();
    let is_glued = next.is_some_and(char::is_alphabetic) && !rest.to_lowercase().starts_with("kr");
    let goes_on = rest
        .strip_prefix(['.', ','])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if is_glued || goes_on {
        return None;
    }
    let value = Decimal::from_str_exact(&digits).ok()?;
    Some(Digits { value, decimals: decimals as u32, end })
}

/// What parts the thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Space,
    Point,
}

struct Group {
    mark: Mark,
    /// Where its digits begin.
    start: usize,
}

/// A group of exactly three digits behind a mark; a line break may stand within the mark.
fn group_at(rest: &str) -> Option<Group> {
    let (mark, behind) = match rest.chars().next()? {
        '.' => {
            let behind = &rest[1..];
            (Mark::Point, behind.strip_prefix('\n').unwrap_or(behind))
        }
        // A tab parts the cells of a table.
        c if c.is_whitespace() && c != '\t' => (Mark::Space, &rest[c.len_utf8()..]),
        _ => return None,
    };
    (leading_digits(behind) == 3).then_some(Group { mark, start: rest.len() - behind.len() })
}

/// How many decimals follow: behind a comma any, behind a point one or two where points part no
/// thousands.
fn decimals_at(rest: &str, mark: Option<Mark>) -> usize {
    match rest.chars().next() {
        Some(',') => leading_digits(&rest[1..]),
        Some('.') if mark != Some(Mark::Point) => {
            Some(leading_digits(&rest[1..])).filter(|count| *count <= 2).unwrap_or(0)
        }
        _ => 0,
    }
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}
