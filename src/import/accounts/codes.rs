//! The account strings of a sheet: each is looked up once, and only when all are known is it
//! decided what they hold.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::book_names::class_of_cell;
use super::columns::Columns;
use super::groups::Context;
use super::lost_digits;
use super::own_numbers;
use super::periods::{RowTime, plain_year, time_in};
use crate::import::account_form::{AccountForm, Part, tokens};
use crate::import::heading::compose;
use crate::import::raw::{RawCell, cell_at, is_whole};
use crate::kostra::{Book, art_of};
use crate::project::AccountString;

/// A code as the sheet has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Code {
    /// The code without a name behind it.
    pub text: String,
    /// Whether the cell holds a number, so that leading zeros are lost.
    pub is_number: bool,
    /// Whether digits are lost, and nothing shows which.
    pub is_lost: bool,
}

/// An account string as the sheet has it: from the columns of its parts and the groups above it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawString {
    /// The *kontoklasse*.
    pub class: String,
    /// The account, alone or with everything else in it.
    pub account: Code,
    /// Its *art*, where a separate column says it.
    pub art: String,
    /// What the account is called.
    pub account_name: String,
    /// The *ansvar*.
    pub unit: String,
    /// What the *ansvar* is called.
    pub unit_name: String,
    /// The *funksjon*.
    pub function: String,
    /// The *prosjekt*.
    pub project: String,
    /// What the *prosjekt* is called.
    pub project_name: String,
    /// Whether the company's own numbers have *kontoklasse* and *art* in front, in all rows that
    /// have an *art* beside.
    pub is_led_by_class: bool,
    /// The year and period of the row, where rows have them.
    pub time: RowTime,
}

/// All account strings of a sheet, each once.
#[derive(Default)]
pub struct Strings {
    all: Vec<RawString>,
    places: HashMap<Box<str>, u32>,
    key: String,
}

impl Strings {
    /// The account string of a row, by its place among all.
    pub fn place(&mut self, cells: &[RawCell<'_>], columns: &Columns, context: &Context) -> u32 {
        self.key.clear();
        for column in columns.codes().into_iter().flatten() {
            push(&mut self.key, cell_at(cells, column));
        }
        // Writing to a string cannot fail.
        let _ = write!(self.key, "{}", context.number());
        if let Some(place) = self.places.get(self.key.as_str()) {
            return *place;
        }
        let place = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(RawString::of(cells, columns, context));
        self.places.insert(self.key.as_str().into(), place);
        place
    }

    /// Gives accounts the digits back that they lost as numbers, when all are known.
    ///
    /// Codes of units, functions and projects that stand there with zeros in front and without
    /// them come back as they were written without.
    pub fn restore(&mut self) -> Vec<String> {
        own_numbers::without_point(&mut self.all);
        lost_digits::restore(&mut self.all);
        own_numbers::see_class(&mut self.all);
        let mut without = Vec::new();
        for of in [unit_of, function_of, project_of] {
            without.extend(same_zeros(&mut self.all, of));
        }
        without
    }

    /// Whether a column says the *art* of some accounts.
    pub fn have_arts(&self) -> bool {
        self.all.iter().any(RawString::has_art)
    }

    /// Forgets an *ansvar* that stands beside the strings.
    pub fn forget_unit(&mut self, unit: &str) {
        self.all.iter_mut().for_each(|string| string.forget_unit(unit));
    }

    /// The strings in the order in which they were met.
    pub fn all(&self) -> &[RawString] {
        &self.all
    }
}

fn unit_of(string: &mut RawString) -> &mut String {
    &mut string.unit
}

fn function_of(string: &mut RawString) -> &mut String {
    &mut string.function
}

fn project_of(string: &mut RawString) -> &mut String {
    &mut string.project
}

/// Gives codes the zeros in front that the same code has elsewhere in the sheet.
fn same_zeros(strings: &mut [RawString], of: fn(&mut RawString) -> &mut String) -> Vec<String> {
    let mut written: HashMap<String, String> = HashMap::new();
    for string in strings.iter_mut() {
        let code = of(string);
        if let Some(bare) = without_zeros(code).filter(|bare| bare.len() < code.len()) {
            let longest = written.entry(bare.to_owned()).or_default();
            if code.len() > longest.len() {
                code.clone_into(longest);
            }
        }
    }
    let mut changed = Vec::new();
    for string in strings.iter_mut() {
        let code = of(string);
        let longest = without_zeros(code).and_then(|bare| written.get(bare));
        if let Some(longest) = longest.filter(|longest| *longest != code) {
            if !changed.contains(code) {
                changed.push(code.clone());
            }
            code.clone_from(longest);
        }
    }
    changed
}

/// A number without the zeros in front of it; `None` for anything else.
pub fn without_zeros(code: &str) -> Option<&str> {
    let is_number = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    let bare = code.trim_start_matches('0');
    is_number.then_some(bare).filter(|bare| !bare.is_empty())
}

fn push(key: &mut String, cell: &RawCell<'_>) {
    match cell {
        RawCell::Text(text) => key.push_str(text.trim()),
        RawCell::Number(value) if is_whole(*value) => {
            let _ = write!(key, "\u{1}{}", *value as i64);
        }
        // A text with the same digits may have kept more of them.
        RawCell::Number(value) => {
            let _ = write!(key, "\u{1}{value}");
        }
        _ => key.push_str(&cell.text()),
    }
    key.push('\u{1f}');
}

impl RawString {
    fn of(cells: &[RawCell<'_>], columns: &Columns, context: &Context) -> Self {
        let read = |column: Option<usize>| column.map_or(&RawCell::Empty, |at| cell_at(cells, at));
        // A name has a separate column, or stands behind the code.
        let name = |column: Option<usize>, beside: String| {
            let text = compose(&read(column).text()).into_owned();
            if text.is_empty() { beside } else { text }
        };
        let code = |column: Option<usize>, part: Part| {
            let (code, beside) = code_and_name(read(column));
            if code.text.is_empty() {
                let (code, name) = context.of(part);
                (Code { text: code.to_owned(), ..Code::default() }, name.to_owned())
            } else {
                (code, beside)
            }
        };
        let (mut class, _) = code(columns.class, Part::Class);
        if let Some(named) = class_of_cell(&read(columns.class).text()) {
            named.clone_into(&mut class.text);
        }
        let (account, account_name) = code(columns.account, Part::Account);
        let (unit, unit_name) = code(columns.unit, Part::Unit);
        let (function, _) = code(columns.function, Part::Function);
        let (project, project_name) = code(columns.project, Part::Project);
        Self {
            class: class.text,
            account,
            art: with_zeros(&code(columns.art, Part::Skipped).0.text),
            account_name: name(columns.account_name, account_name),
            unit: unit.text,
            unit_name: name(columns.unit_name, unit_name),
            function: function.text,
            project: project.text,
            project_name: name(columns.project_name, project_name),
            is_led_by_class: false,
            time: {
                let time = time_in(read(columns.period), columns.has_short_periods);
                let time = time.unwrap_or_default();
                let year = plain_year(&read(columns.year).text());
                RowTime { year: year.or(time.year), period: time.period }
            },
        }
    }

    /// Forgets that *ansvar* beside the string.
    pub fn forget_unit(&mut self, unit: &str) {
        if self.unit == unit {
            self.unit.clear();
            self.unit_name.clear();
        }
    }

    /// Whether a separate column says the *art*.
    pub fn has_art(&self) -> bool {
        art_of(&self.art).is_some()
    }

    /// What the sheet says of a part beside the account string; empty where it says nothing.
    pub fn part_beside(&self, part: Part) -> &str {
        match part {
            Part::Class => &self.class,
            Part::Unit => &self.unit,
            Part::Function => &self.function,
            Part::Project => &self.project,
            Part::Account | Part::Skipped => "",
        }
    }

    /// The string with its account read in that form; `None` where it has another.
    pub fn resolved(&self, form: &AccountForm, padding: Padding) -> Option<AccountString> {
        if self.has_art() {
            return Some(self.of_art());
        }
        if self.account.is_lost {
            return None;
        }
        let mut string = AccountString {
            class: self.class.clone(),
            account: String::new(),
            unit: self.unit.clone(),
            function: self.function.clone(),
            project: self.project.clone(),
            name: self.account_name.clone(),
        };
        let code = padding.padded(&self.account);
        for (part, text) in form.split(&code)? {
            match part {
                Part::Class => set(&mut string.class, text),
                Part::Account => string.account = text,
                Part::Unit => set(&mut string.unit, text),
                Part::Function => set(&mut string.function, text),
                Part::Project => set(&mut string.project, text),
                Part::Skipped => {}
            }
        }
        let is_balance = match Book::of_class(&string.class) {
            Some(book) => book == Book::Balanse,
            None => padding == Padding::NONE,
        };
        if is_balance {
            self.as_balance_account(&mut string, &code, form);
        } else {
            string.account = with_zeros(&string.account);
        }
        is_code(&string.account).then_some(string)
    }

    /// The string of an account whose *art* has a separate column. The *kontoklasse* may stand
    /// before the *art* in the company's number.
    fn of_art(&self) -> AccountString {
        let account = with_zeros(&self.art);
        let class = self.account.text.chars().next().map(String::from).unwrap_or_default();
        let class = Some(class).filter(|_| self.is_led_by_class);
        AccountString {
            class: if self.class.is_empty() {
                class.unwrap_or_default()
            } else {
                self.class.clone()
            },
            account,
            unit: self.unit.clone(),
            function: self.function.clone(),
            project: self.project.clone(),
            name: self.account_name.clone(),
        }
    }

    /// A balance account has no *ansvar* in it: all that follows the *kontoklasse* is the account.
    fn as_balance_account(&self, string: &mut AccountString, code: &str, form: &AccountForm) {
        let all: Vec<&str> = tokens(code).collect();
        if all.len() > 1 {
            let skipped = usize::from(form.has_class());
            string.account = all.get(skipped..).unwrap_or_default().join(".");
            string.unit.clone_from(&self.unit);
            string.function.clone_from(&self.function);
            string.project.clone_from(&self.project);
        }
    }
}

/// A separate column knows better than the account string.
fn set(field: &mut String, text: String) {
    if field.is_empty() {
        *field = text;
    }
}

fn is_code(account: &str) -> bool {
    !account.is_empty() && account.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// A code with the leading zeros that every *art* and *funksjon* has: three digits at least.
pub fn with_zeros(code: &str) -> String {
    if code.bytes().all(|byte| byte.is_ascii_digit()) && !code.is_empty() {
        format!("{code:0>3}")
    } else {
        code.to_owned()
    }
}

/// How many digits an account has in a sheet that has lost leading zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Padding {
    /// The digits of the longest account.
    width: usize,
    /// Whether texts have lost their zeros, too: none begins with one, and their lengths differ.
    pads_texts: bool,
}

impl Padding {
    /// No zeros are lost: the accounts are those of a balance list, whose first digit is none.
    pub const NONE: Self = Self { width: 0, pads_texts: false };

    /// As few zeros as every *art* has.
    pub const LEAST: Self = Self { width: 3, pads_texts: true };

    /// What the accounts of a sheet show.
    pub fn of(strings: &[RawString]) -> Self {
        let mut padding = Self { width: 3, pads_texts: true };
        for code in strings.iter().map(|string| &string.account) {
            if !code.text.is_empty() && code.text.bytes().all(|byte| byte.is_ascii_digit()) {
                padding.width = padding.width.max(code.text.len());
                padding.pads_texts &= !code.text.starts_with('0');
            }
        }
        padding
    }

    /// The account with the zeros that it has lost.
    pub fn padded(self, code: &Code) -> String {
        let is_undivided = code.text.bytes().all(|byte| byte.is_ascii_digit());
        if is_undivided && (code.is_number || self.pads_texts) {
            format!("{:0>width$}", code.text, width = self.width)
        } else {
            code.text.clone()
        }
    }
}

/// `010 Fastlønn` is a code and its name; so is a cell that holds a code alone.
fn code_and_name(cell: &RawCell<'_>) -> (Code, String) {
    match cell {
        RawCell::Number(value) => {
            let code = Code { text: value.to_string(), is_number: true, is_lost: false };
            (code, String::new())
        }
        _ => {
            let (code, name) = parted(&compose(&cell.text()));
            (Code { text: code, ..Code::default() }, name)
        }
    }
}

/// Parts a text into the codes that it begins with and the name that follows; a text without a
/// digit in its first word is all code.
pub fn parted(text: &str) -> (String, String) {
    let has_digit = |word: &&str| word.chars().any(|c| c.is_ascii_digit());
    let words: Vec<&str> = text.split_whitespace().collect();
    let codes = words.iter().take_while(|word| has_digit(word)).count();
    if codes == 0 {
        return (text.trim().to_owned(), String::new());
    }
    // A dash may stand between a code and its name.
    let name = words[codes..].join(" ");
    let name = name.trim_start_matches(['-', '–', ':', ' ']);
    (words[..codes].join(" ").trim_end_matches(':').to_owned(), name.to_owned())
}

/// Whether a cell begins with a code.
pub fn begins_with_code(cell: &RawCell<'_>) -> bool {
    match cell {
        RawCell::Number(_) => true,
        RawCell::Text(text) => text
            .split_whitespace()
            .next()
            .is_some_and(|word| word.chars().any(|c| c.is_ascii_digit())),
        _ => false,
    }
}
