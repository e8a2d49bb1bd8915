//! What an account string holds, letter by letter: `k.a.u.f.p`, `kaaa`.

use std::fmt;
use std::str::FromStr;

use crate::t;

/// A part of an account string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The *kontoklasse*.
    Class,
    /// The *art* with what the company appends, or a balance account.
    Account,
    /// The *ansvar*.
    Unit,
    /// The *funksjon*.
    Function,
    /// The *prosjekt*.
    Project,
    /// Something that is not read.
    Skipped,
}

impl Part {
    /// The parts in the order in which account strings have them.
    pub const IN_ORDER: [Self; 5] =
        [Self::Class, Self::Account, Self::Unit, Self::Function, Self::Project];

    const LETTERS: [(Self, char); 6] = [
        (Self::Class, 'k'),
        (Self::Account, 'a'),
        (Self::Unit, 'u'),
        (Self::Function, 'f'),
        (Self::Project, 'p'),
        (Self::Skipped, 'x'),
    ];

    fn of_letter(letter: char) -> Option<Self> {
        let letter = letter.to_ascii_lowercase();
        Self::LETTERS.iter().find(|(_, known)| *known == letter).map(|(part, _)| *part)
    }

    fn letter(self) -> char {
        Self::LETTERS.iter().find(|(known, _)| *known == self).map_or('x', |(_, letter)| *letter)
    }
}

/// The form of an account string. Parts that marks separate have a letter each, `k.a.u.f.p`;
/// of a part of several letters each stands for a digit, and the last takes the rest: in `kaaa`
/// the *kontoklasse* comes first, and the account follows without a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountForm(Vec<Vec<Part>>);

impl AccountForm {
    /// The form of so many separated parts.
    pub fn separated(parts: &[Part]) -> Self {
        Self(parts.iter().map(|part| vec![*part]).collect())
    }

    /// The *kontoklasse* first, then an account of at least so many digits, nothing between.
    pub fn class_in_front(digits: usize) -> Self {
        let account = std::iter::repeat_n(Part::Account, digits);
        Self(vec![std::iter::once(Part::Class).chain(account).collect()])
    }

    /// Something that is not read, the *kontoklasse* and the account, nothing between them.
    pub fn class_behind() -> Self {
        let front = [Part::Skipped, Part::Class];
        let account = std::iter::repeat_n(Part::Account, 3);
        Self(vec![front.into_iter().chain(account).collect()])
    }

    /// Something that is not read, then the *kontoklasse* and the account in one, then `rest`.
    pub fn class_repeated(rest: &[Part]) -> Self {
        let front = Self::class_in_front(3).0;
        let rest = rest.iter().map(|part| vec![*part]);
        Self(std::iter::once(vec![Part::Skipped]).chain(front).chain(rest).collect())
    }

    /// The *kontoklasse* and an account of at least so many digits in one, then `rest`.
    pub fn class_and_account(digits: usize, rest: &[Part]) -> Self {
        let front = Self::class_in_front(digits).0;
        Self(front.into_iter().chain(rest.iter().map(|part| vec![*part])).collect())
    }

    /// Whether the form has that part.
    pub fn has(&self, part: Part) -> bool {
        self.0.iter().flatten().any(|known| *known == part)
    }

    /// Whether the form says where the *kontoklasse* is.
    pub fn has_class(&self) -> bool {
        self.has(Part::Class)
    }

    /// What the parts of a code would be, in words: "kontoklasse 1, konto 010".
    pub fn reading(&self, code: &str) -> String {
        let words = self.split(code).unwrap_or_default().into_iter().filter_map(|(part, code)| {
            Some(match part {
                Part::Class => t!("form-part-class", code = code),
                Part::Account => t!("form-part-account", code = code),
                Part::Unit => t!("form-part-unit", code = code),
                Part::Function => t!("form-part-function", code = code),
                Part::Project => t!("form-part-project", code = code),
                Part::Skipped => return None,
            })
        });
        words.collect::<Vec<_>>().join(", ")
    }

    /// The parts of an account string; `None` where it has another form. Parts at the end may be
    /// missing.
    pub fn split(&self, code: &str) -> Option<Vec<(Part, String)>> {
        let tokens: Vec<&str> = tokens(code).collect();
        if tokens.is_empty() || tokens.len() > self.0.len() {
            return None;
        }
        let mut parts: Vec<(Part, String)> = Vec::with_capacity(self.0.len());
        for (token, letters) in tokens.iter().zip(&self.0) {
            match letters[..] {
                [only] => parts.push((only, (*token).to_owned())),
                _ => split_by_digit(token, letters, &mut parts)?,
            }
        }
        parts.iter().any(|(part, _)| *part == Part::Account).then_some(parts)
    }
}

fn split_by_digit(token: &str, letters: &[Part], parts: &mut Vec<(Part, String)>) -> Option<()> {
    let last = *letters.last()?;
    if token.chars().count() < letters.len() {
        return None;
    }
    for (index, digit) in token.chars().enumerate() {
        let part = letters.get(index).copied().unwrap_or(last);
        match parts.iter_mut().find(|(known, _)| *known == part) {
            Some((_, text)) => text.push(digit),
            None => parts.push((part, digit.to_string())),
        }
    }
    Some(())
}

/// The parts of an account string that marks separate.
pub fn tokens(code: &str) -> impl Iterator<Item = &str> {
    code.split(is_separator).filter(|token| !token.is_empty())
}

/// Whether a character separates the parts of an account string.
pub fn is_separator(c: char) -> bool {
    matches!(c, '.' | '-' | '/' | '_' | ',' | '*' | '|') || c.is_whitespace()
}

impl FromStr for AccountForm {
    type Err = ();

    /// Reads `k.a.u.f.p` or `kaaaa`, with any mark between the parts.
    fn from_str(text: &str) -> Result<Self, ()> {
        let parts: Option<Vec<Vec<Part>>> =
            tokens(text.trim()).map(|token| token.chars().map(Part::of_letter).collect()).collect();
        let form = Self(parts.ok_or(())?);
        let accounts = form.0.iter().filter(|letters| letters.contains(&Part::Account)).count();
        if accounts == 1 { Ok(form) } else { Err(()) }
    }
}

impl fmt::Display for AccountForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |letters: &Vec<Part>| letters.iter().map(|part| part.letter()).collect();
        let parts: Vec<String> = self.0.iter().map(part).collect();
        f.write_str(&parts.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(form: &str, code: &str) -> Option<String> {
        let form: AccountForm = form.parse().ok()?;
        assert_eq!(form.to_string().parse(), Ok(form.clone()));
        let parts = form.split(code)?;
        let words: Vec<String> =
            parts.iter().map(|(part, text)| format!("{}{text}", part.letter())).collect();
        Some(words.join(" "))
    }

    #[test]
    fn an_account_string_falls_into_its_parts() {
        for code in ["1.010.100.860", "1 010 100 860", "1-010-100-860", "1/010/100/860"] {
            assert_eq!(split("k.a.u.f.p", code).unwrap(), "k1 a010 u100 f860");
        }
        assert_eq!(split("k a u f p", "1 010 100 860 P12").unwrap(), "k1 a010 u100 f860 pP12");
        assert_eq!(split("kaaaa", "11010").unwrap(), "k1 a1010");
        assert_eq!(split("kaaa", "101000").unwrap(), "k1 a01000");
        assert_eq!(split("aaauuufff", "010100860").unwrap(), "a010 u100 f860");
        assert_eq!(split("x.kaaa.u", "1.1010.100").unwrap(), "x1 k1 a010 u100");
        assert_eq!(split("a", "1.010"), None);
        assert_eq!(split("kaaa", "101"), None, "no digit for every letter");
        assert_eq!(split("k.u", "1.100"), None, "no account");
        assert_eq!(split("k.q", "1.100"), None, "no such letter");
    }
}
