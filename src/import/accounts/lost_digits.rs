//! Accounts that a workbook holds as numbers: of 1.750 it keeps 1.75, of 075 it keeps 75. Where
//! the other accounts show how many digits there were, they are given back; where nothing shows it,
//! the account is none.

use super::codes::{Code, RawString};
use crate::import::account_form::tokens;
use crate::kostra::Book;

/// What stands before the mark of an account in two parts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Front {
    /// The *kontoklasse* of *drift* or *investering*: an art follows.
    OfResult,
    /// That of the balance: a chapter follows.
    OfBalance,
    /// Something else.
    Other,
}

impl Front {
    fn of(text: &str) -> Self {
        match Book::of_class(text) {
            Some(Book::Balanse) => Self::OfBalance,
            Some(_) => Self::OfResult,
            None => Self::Other,
        }
    }

    /// The fewest digits that follow.
    fn least(self) -> usize {
        match self {
            Self::OfResult => 3,
            Self::OfBalance => 2,
            Self::Other => 1,
        }
    }
}

/// What the accounts with the same kind of front show of the digits that follow it.
#[derive(Default)]
struct Seen {
    /// How many digits texts have, each number once.
    widths: Vec<usize>,
    /// The most digits that a number has.
    most: usize,
    /// Whether some begin with a zero, so that those in front are not lost.
    keeps_front: bool,
    /// Whether some texts end with a zero, so that those of texts are not lost.
    keeps_end: bool,
    /// Whether some texts have more parts than two.
    is_longer: bool,
}

/// What an account was before digits were lost.
enum Was {
    Same,
    Padded(String),
    Lost,
}

/// Gives accounts the digits back that they lost as numbers, and marks those of which nothing
/// shows what they were.
pub fn restore(strings: &mut [RawString]) {
    let mut seen: [Seen; 3] = Default::default();
    let mut led: Vec<usize> = Vec::new();
    for code in strings.iter().map(|string| &string.account) {
        if let Some((front, rest)) = parts(&code.text) {
            seen[place(front)].see(code, rest);
        } else if tokens(&code.text).nth(2).is_some() {
            let mut tokens = tokens(&code.text);
            if let (Some(front), Some(rest)) = (tokens.next(), tokens.next()) {
                let of_front = &mut seen[place(Front::of(front))];
                of_front.is_longer = true;
                of_front.keeps_front |= rest.starts_with('0');
            }
        } else if !code.is_number && is_digits(&code.text) && code.text.starts_with('0') {
            led.push(code.text.len());
        }
    }
    led.sort_unstable();
    led.dedup();
    for code in strings.iter_mut().map(|string| &mut string.account) {
        let was = match parts(&code.text) {
            Some((front, rest)) => seen[place(front)].was(front, rest, code),
            None => undivided(code, &led),
        };
        match was {
            Was::Same => {}
            Was::Padded(text) => *code = Code { text, ..Code::default() },
            Was::Lost => code.is_lost = true,
        }
    }
}

fn place(front: Front) -> usize {
    match front {
        Front::OfResult => 0,
        Front::OfBalance => 1,
        Front::Other => 2,
    }
}

/// The two parts of an account that could be a number with decimals.
fn parts(text: &str) -> Option<(Front, &str)> {
    let (front, rest) = text.split_once(['.', ','])?;
    (is_digits(front) && is_digits(rest)).then(|| (Front::of(front), rest))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Zeros in front are lost of a number; other accounts show how many, unless they have some more
/// digits and some fewer.
fn undivided(code: &Code, led: &[usize]) -> Was {
    let is_short = led.last().is_some_and(|most| code.text.len() < *most);
    if !code.is_number || !is_digits(&code.text) || !is_short {
        return Was::Same;
    }
    match led {
        [only] => Was::Padded(format!("{:0>only$}", code.text)),
        _ => Was::Lost,
    }
}

impl Seen {
    fn see(&mut self, code: &Code, rest: &str) {
        self.keeps_front |= rest.starts_with('0');
        if code.is_number {
            self.most = self.most.max(rest.len());
        } else {
            self.keeps_end |= rest.ends_with('0');
            if !self.widths.contains(&rest.len()) {
                self.widths.push(rest.len());
            }
        }
    }

    fn was(&self, front: Front, rest: &str, code: &Code) -> Was {
        let least = front.least();
        // Of a text in two parts nothing is lost, unless it was a number before it was a text.
        if !code.is_number && rest.len() >= least {
            return Was::Same;
        }
        let width = match (code.is_number, &self.widths[..]) {
            (true, _) if self.is_longer => return Was::Lost,
            (true, []) => Some(self.most.max(least)),
            (true, [only]) if *only >= self.most => Some((*only).max(least)),
            (true, _) => None,
            (false, _) => Some(least),
        };
        let Some(width) = width else {
            let most = self.widths.iter().copied().max().unwrap_or_default().max(self.most);
            return if rest.len() < most { Was::Lost } else { Was::Same };
        };
        if rest.len() >= width {
            return Was::Same;
        }
        let loses_end = code.is_number || !self.keeps_end;
        // A chapter begins with no zero, so that none can be lost in front of one.
        let keeps_front = self.keeps_front || front != Front::OfResult;
        match (loses_end, keeps_front) {
            (true, true) => {
                let end = code.text.len() + width - rest.len();
                Was::Padded(format!("{:0<end$}", code.text))
            }
            (false, false) => Was::Same,
            _ => Was::Lost,
        }
    }
}
