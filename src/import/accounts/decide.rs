//! How the account strings of a sheet are read: so that they are accounts that exist.

use std::collections::HashSet;

use super::art_names::{Misnamed, with_names};
use super::codes::{Padding, RawString};
use crate::calendar::Year;
use crate::import::account_form::{AccountForm, Part, tokens};
use crate::kostra::{Book, Chart, art_of};
use crate::project::AccountString;

/// A reading is right when at least this percentage of its accounts exist …
const RIGHT: usize = 95;
/// … and less than this percentage in every other reading.
const WRONG: usize = 50;

/// How the account strings are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The form.
    pub form: AccountForm,
    /// The zeros that are lost.
    pub padding: Padding,
    /// The other forms that they could have, with this one first, and a code that fits them;
    /// only where a person must choose.
    pub doubt: Option<(String, Vec<AccountForm>)>,
    /// An account whose name says that it is another art: its code, its name, and the art.
    pub misnamed: Option<Misnamed>,
}

/// A form with how many of the codes have it, and what speaks for it.
struct Candidate {
    form: AccountForm,
    fits: usize,
    /// In how many of those a part says the same as the separate column of that part.
    agrees: usize,
    /// In how many of those the account exists.
    exists: usize,
}

/// Decides how the account strings of a sheet are read. `is_balance` says that they are those of
/// the balance sheet, whose accounts begin with no zeros.
pub fn decide(strings: &[RawString], is_balance: bool, year: Year) -> Reading {
    let mut met = HashSet::new();
    let mut codes: Vec<&RawString> = strings.iter().collect();
    // Strings with parts in separate columns come first: of each account they prove most.
    codes.sort_by_key(|string| {
        Part::IN_ORDER.iter().all(|part| string.part_beside(*part).is_empty())
    });
    let codes: Vec<&RawString> = codes
        .into_iter()
        .filter(|string| !string.account.text.is_empty() && !string.account.is_lost)
        .filter(|string| art_of(&string.art).is_none())
        .filter(|string| met.insert((&string.account.text, &string.class)))
        .collect();
    if is_balance {
        return read(&codes, Padding::NONE, is_balance, year).0;
    }
    let padded = decide_padding(strings, &codes, year);
    with_names(padded, &codes)
}

fn decide_padding(strings: &[RawString], codes: &[&RawString], year: Year) -> Reading {
    let is_balance = false;
    let (lost, lost_exists) = read(codes, Padding::of(strings), is_balance, year);
    if lost.doubt.is_none() && lost_exists * 100 >= codes.len() * RIGHT {
        return lost;
    }
    let (least, least_exists) = read(codes, Padding::LEAST, is_balance, year);
    let is_better = least.doubt.is_none() && least_exists * 100 >= codes.len() * RIGHT;
    if is_better { least } else { lost }
}

/// The best reading with that padding, and how many accounts exist under it.
fn read(codes: &[&RawString], padding: Padding, is_balance: bool, year: Year) -> (Reading, usize) {
    let mut candidates: Vec<Candidate> = forms(codes, is_balance)
        .into_iter()
        .map(|form| weigh(form, codes, padding, is_balance, year))
        .collect();
    // The sort is stable: of equal candidates the likelier form stays first.
    candidates.sort_by_key(|candidate| std::cmp::Reverse((candidate.exists, candidate.fits)));
    let count = codes.len();
    let mut possible: Vec<&Candidate> =
        candidates.iter().filter(|candidate| candidate.fits * 100 >= count * RIGHT).collect();
    // What other columns bear out is no coincidence when all rows have it.
    // With a class of one kind alone accounts may begin with its digit by chance.
    let is_right = |candidate: &&Candidate| candidate.exists * 100 >= count * RIGHT;
    let mut classes = codes.iter().map(|code| code.class.as_str());
    let first = classes.next();
    let is_one_class = first.is_some() && classes.all(|class| Some(class) == first);
    let is_chance = is_one_class
        && codes.iter().all(|code| tokens(&code.account.text).nth(1).is_none())
        && possible.iter().copied().filter(is_right).count() > 1;
    if !is_chance && possible.iter().any(|candidate| candidate.agrees * 100 >= count * RIGHT) {
        possible.retain(|candidate| candidate.agrees * 100 >= count * RIGHT);
    }
    if possible.is_empty() {
        possible.extend(candidates.first());
    }
    // Forms that give the same strings need no question.
    let strings = |form: &AccountForm| -> Vec<Option<AccountString>> {
        codes.iter().map(|code| code.resolved(form, padding)).collect()
    };
    if let Some(first) = possible.first().map(|candidate| strings(&candidate.form)) {
        let mut place = 0;
        possible.retain(|candidate| {
            place += 1;
            place == 1 || strings(&candidate.form) != first
        });
    }
    let Some(best) = possible.first() else {
        let form = AccountForm::separated(&[Part::Account]);
        return (Reading { form, padding, doubt: None, misnamed: None }, 0);
    };
    let is_certain = possible.len() == 1
        || (best.exists * 100 >= count * RIGHT
            && possible[1..].iter().all(|candidate| candidate.exists * 100 < count * WRONG));
    let of_balance = class_of_balance(codes, padding, &possible, year).filter(|_| is_balance);
    let is_certain = is_certain || of_balance.is_some();
    let form = of_balance.unwrap_or(best.form.clone());
    let doubt = (!is_certain).then(|| {
        let example = example(codes, padding, &possible);
        (example, possible.iter().map(|candidate| candidate.form.clone()).collect())
    });
    (Reading { form, padding, doubt, misnamed: None }, best.exists)
}

/// A list all of whose accounts begin with 2, or with 5, has the *kontoklasse* in front, if
/// what follows are chapters.
fn class_of_balance(
    codes: &[&RawString],
    padding: Padding,
    possible: &[&Candidate],
    year: Year,
) -> Option<AccountForm> {
    let all_begin_with = |class| codes.iter().all(|code| code.account.text.starts_with(class));
    if !all_begin_with('2') && !all_begin_with('5') {
        return None;
    }
    let in_front = possible.iter().find(|candidate| candidate.form.has_class())?;
    let weighed = weigh(in_front.form.clone(), codes, padding, true, year);
    (weighed.exists * 100 >= codes.len() * RIGHT).then_some(weighed.form)
}

/// The forms that the codes can have, the likeliest first. What has a separate column may stand
/// in the account string as well, or not.
pub fn forms(codes: &[&RawString], is_balance: bool) -> Vec<AccountForm> {
    let is_owned = |part: Part| codes.iter().any(|code| !code.part_beside(part).is_empty());
    let divided = codes.iter().filter(|code| tokens(&code.account.text).nth(1).is_some()).count();
    if divided * 2 < codes.len().max(1) {
        let mut forms = vec![AccountForm::separated(&[Part::Account])];
        if !is_owned(Part::Class) || codes.iter().all(|code| begins_with_its_class(code)) {
            // A chapter of the balance sheet has two digits, an art three.
            forms.push(AccountForm::class_in_front(if is_balance { 2 } else { 3 }));
        }
        return forms;
    }
    let all = Part::IN_ORDER.to_vec();
    let others: Vec<Part> = all.iter().copied().filter(|part| !is_owned(*part)).collect();
    let mut forms = Vec::new();
    for parts in [&all, &others] {
        let without_class: Vec<Part> =
            parts.iter().copied().filter(|part| *part != Part::Class).collect();
        for form in [parts, &without_class] {
            let form = AccountForm::separated(form);
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    let has_long_front = |code: &&RawString| {
        tokens(&code.account.text).next().is_some_and(|first| (4..=6).contains(&first.len()))
    };
    if codes.iter().all(has_long_front)
        && (!is_owned(Part::Class) || codes.iter().all(|code| begins_with_its_class(code)))
    {
        for rest in [&all, &others] {
            let rest: Vec<Part> = rest
                .iter()
                .copied()
                .filter(|part| !matches!(part, Part::Class | Part::Account))
                .collect();
            let form = AccountForm::class_and_account(if is_balance { 2 } else { 3 }, &rest);
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    if !is_owned(Part::Class) && codes.iter().all(|code| repeats_class(&code.account.text)) {
        forms.push(AccountForm::class_repeated(&[Part::Unit, Part::Function, Part::Project]));
    }
    forms
}

/// Whether an account begins with the *kontoklasse* that a column of its own says, with enough
/// digits behind it: of all rows, that is no chance.
fn begins_with_its_class(code: &RawString) -> bool {
    let rest = code.account.text.strip_prefix(code.class.as_str());
    // A number has lost the zero that is its class.
    let is_lost = code.class == "0" && code.account.is_number;
    !code.class.is_empty() && (is_lost || rest.is_some_and(|rest| rest.len() >= 2))
}

/// Whether the account itself begins with the *kontoklasse* that stands before it: `1.1010`.
fn repeats_class(code: &str) -> bool {
    let mut tokens = tokens(code);
    match (tokens.next(), tokens.next()) {
        (Some(class), Some(account)) => {
            class.len() == 1 && account.len() > 3 && account.starts_with(class)
        }
        _ => false,
    }
}

fn weigh(
    form: AccountForm,
    codes: &[&RawString],
    padding: Padding,
    is_balance: bool,
    year: Year,
) -> Candidate {
    let (mut fits, mut agrees, mut exists) = (0, 0, 0);
    for code in codes {
        let Some(string) = code.resolved(&form, padding).filter(|string| is_possible(code, string))
        else {
            continue;
        };
        let Some(is_agreed) = agreement(code, &form, padding) else { continue };
        fits += 1;
        agrees += usize::from(is_agreed);
        exists += usize::from(does_exist(&string, is_balance, year));
    }
    Candidate { form, fits, agrees, exists }
}

/// Whether parts of the string say the same as their separate columns; `None` where they say
/// something else.
fn agreement(code: &RawString, form: &AccountForm, padding: Padding) -> Option<bool> {
    let mut is_agreed = false;
    for (part, text) in form.split(&padding.padded(&code.account))? {
        let beside = code.part_beside(part);
        if !beside.is_empty() && beside != text {
            return None;
        }
        is_agreed |= !beside.is_empty();
    }
    Some(is_agreed)
}

/// Whether the parts can be what they are taken for, whatever accounts there are.
fn is_possible(code: &RawString, string: &AccountString) -> bool {
    let has_class = string.class.is_empty() || Book::of_class(&string.class).is_some();
    let is_balance = Book::of_class(&string.class) == Some(Book::Balanse);
    let digits = string.account.bytes().filter(u8::is_ascii_digit).count();
    // Of an account string in parts no zeros are lost, so that one digit is no account.
    let is_digit = tokens(&code.account.text).nth(1).is_some()
        && tokens(&code.account.text)
            .any(|token| token.len() == 1 && string.account == format!("00{token}"));
    // A chapter has two digits, so that one digit before a mark is the *kontoklasse*.
    let lacks_class = string.class.is_empty()
        && string.account.split_once('.').is_some_and(|(first, _)| first.len() < 2);
    has_class && !is_digit && !lacks_class && digits >= if is_balance { 2 } else { 3 }
}

fn does_exist(string: &AccountString, is_balance: bool, year: Year) -> bool {
    let chart = Chart::get();
    let is_balance = match Book::of_class(&string.class) {
        Some(book) => book == Book::Balanse,
        None => is_balance,
    };
    if is_balance {
        return chart.chapter(&string.account, year).is_some();
    }
    // Last year's column may need an art that is gone this year.
    let art = art_of(&string.account);
    art.is_some_and(|art| {
        [year, year.saturating_sub(1)].iter().any(|year| chart.art(art, *year).is_some())
    })
}

/// A code that can be read in more than one way.
fn example(codes: &[&RawString], padding: Padding, possible: &[&Candidate]) -> String {
    let fits_all = |code: &&&RawString| {
        possible.iter().all(|candidate| {
            code.resolved(&candidate.form, padding).is_some_and(|string| is_possible(code, &string))
        })
    };
    let code = codes.iter().find(fits_all).or(codes.first());
    code.map_or_else(String::new, |code| padding.padded(&code.account))
}
