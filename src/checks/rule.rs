//! Rules: what each is called, how bad it is, what it says, and how it is found.

use super::Finding;
use super::rules::Inspection;
use crate::issue::Severity;

/// A rule. A finding of it that is less bad says so with [`Finding::at_most`].
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name in commands and acceptances.
    pub id: &'static str,
    /// How bad a break is at its worst.
    pub severity: Severity,
    /// The key of the sentence that tells of a break.
    pub words: &'static str,
    /// What finds its breaks in a project. `None` where the rule says what one number must be by
    /// others: such breaks are found in the project and in printed tables alike.
    pub find: Option<fn(&Inspection<'_>) -> Vec<Finding>>,
}

/// A rule is known by its name.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// Makes a constant of each rule of a file, and the list `RULES` of them.
macro_rules! rules {
    ($(
        $(#[doc = $meaning:literal])*
        $name:ident {
            id: $id:literal, severity: $severity:ident, words: $words:literal, find: $find:expr $(,)?
        }
    )+) => {
        $(
            $(#[doc = $meaning])*
            const $name: $crate::checks::Rule = $crate::checks::Rule {
                id: $id,
                severity: $crate::issue::Severity::$severity,
                words: $crate::text_key!($words),
                find: $find,
            };
        )+

        /// The rules of this file.
        pub const RULES: &[$crate::checks::Rule] = &[$($name),+];
    };
}
pub(super) use rules;

/// A finding in the words of its rule: `finding!(RULE, place, &made_of, name = value)`. The compiler
/// holds the arguments against the sentence.
macro_rules! finding {
    ($rule:ident, $place:expr, $made_of:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        const _: () = $crate::words::assert_known($rule.words, &[$(stringify!($name)),+]);
        let args = vec![$((stringify!($name), $crate::words::Arg::from($value))),+];
        let message = $crate::words::Message { key: $rule.words, args };
        $crate::checks::Finding::new(&$rule, message, $place, $made_of)
    }};
}
pub(super) use finding;
