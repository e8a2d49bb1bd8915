//! Which arts and balance chapters there are, and which line each belongs to.

use std::sync::OnceLock;

use serde::Deserialize;

use super::Book;
use crate::calendar::Year;

const DATA: &str = include_str!("../../assets/accounts/chart-v1.ron");

/// Where an art or a chapter belongs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Line {
    /// To that line, on any *funksjon*.
    Line(String),
    /// To that line, on these *funksjoner* only.
    OnFunctions(String, Vec<u16>),
    /// Travel that must be reported: a setting decides.
    Travel,
    /// It must not stand in these books.
    NotAllowed,
    /// Outside the sums of the balance sheet.
    Memoria,
}

/// An art with the years in which it exists.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Art {
    /// Its three digits.
    pub art: u16,
    /// Its name.
    pub name: String,
    /// The first year that has it.
    #[serde(default)]
    pub from: Year,
    /// The last year that has it.
    #[serde(default)]
    pub to: Option<Year>,
    /// Whether it is not reported. All internal arts together must come to zero.
    #[serde(default)]
    pub is_internal: bool,
    /// Where it belongs in *drift*.
    pub drift: Line,
    /// Where it belongs in *investering*.
    pub investering: Line,
}

/// A balance chapter with the years in which it exists.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Chapter {
    /// Its digits; an account belongs to the longest chapter that it begins with.
    pub chapter: String,
    /// Its name.
    pub name: String,
    /// The first year that has it.
    #[serde(default)]
    pub from: Year,
    /// The last year that has it.
    #[serde(default)]
    pub to: Option<Year>,
    /// Where it belongs in §5-8.
    pub line: Line,
}

/// Where an account belongs in a year, or why it belongs nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place<'c> {
    /// To that line.
    Line(&'c str),
    /// To the line of reportable travel.
    Travel,
    /// Outside the sums.
    Outside,
    /// There is no such art or chapter.
    Unknown,
    /// It exists in other years: the first and the last of them.
    OtherYear(Option<Year>, Option<Year>),
    /// It must not stand in these books.
    NotAllowed,
    /// It may stand on these *funksjoner* only.
    WrongFunction(&'c [u16]),
}

/// The chart of accounts.
#[derive(Debug, Deserialize)]
pub struct Chart {
    #[expect(dead_code, reason = "names the format for whoever edits the file")]
    version: u32,
    arts: Vec<Art>,
    chapters: Vec<Chapter>,
}

impl Chart {
    /// The chart that is part of the program.
    pub fn get() -> &'static Self {
        static PARSED: OnceLock<Chart> = OnceLock::new();
        PARSED.get_or_init(|| {
            ron::from_str(DATA).expect("assets/accounts/chart-v1.ron is part of the program")
        })
    }

    /// The arts, of all years.
    pub fn arts(&self) -> &[Art] {
        &self.arts
    }

    /// The balance chapters, of all years.
    pub fn chapters(&self) -> &[Chapter] {
        &self.chapters
    }

    /// The art with that number in `year`.
    pub fn art(&self, art: u16, year: Year) -> Option<&Art> {
        self.arts.iter().find(|entry| entry.art == art && is_valid(entry.from, entry.to, year))
    }

    /// The longest chapter of `year` that a balance account begins with. Points and spaces in
    /// the account do not count.
    pub fn chapter(&self, account: &str, year: Year) -> Option<&Chapter> {
        self.longest(account, |chapter| is_valid(chapter.from, chapter.to, year))
    }

    fn longest(&self, account: &str, fits: impl Fn(&Chapter) -> bool) -> Option<&Chapter> {
        let digits: String = account.chars().filter(char::is_ascii_digit).collect();
        let fitting = self.chapters.iter().filter(|chapter| digits.starts_with(&chapter.chapter));
        fitting.filter(|chapter| fits(chapter)).max_by_key(|chapter| chapter.chapter.len())
    }

    /// Where an art belongs in the books of `year`; a *funksjon* that is not known says nothing
    /// against it.
    pub fn place_art(&self, book: Book, art: u16, function: Option<u16>, year: Year) -> Place<'_> {
        let Some(entry) = self.art(art, year) else {
            let other = self.arts.iter().find(|entry| entry.art == art);
            return other.map_or(Place::Unknown, |entry| other_year(entry.from, entry.to));
        };
        let line = if book == Book::Investering { &entry.investering } else { &entry.drift };
        match line {
            Line::Line(line) => Place::Line(line),
            Line::OnFunctions(line, functions) => match function {
                Some(function) if !functions.contains(&function) => Place::WrongFunction(functions),
                _ => Place::Line(line),
            },
            Line::Travel => Place::Travel,
            Line::Memoria => Place::Outside,
            Line::NotAllowed => Place::NotAllowed,
        }
    }

    /// Where a balance account belongs in §5-8 of `year`.
    pub fn place_chapter(&self, account: &str, year: Year) -> Place<'_> {
        let Some(chapter) = self.chapter(account, year) else {
            let other = self.longest(account, |_| true);
            return other.map_or(Place::Unknown, |chapter| other_year(chapter.from, chapter.to));
        };
        match &chapter.line {
            Line::Line(line) | Line::OnFunctions(line, _) => Place::Line(line),
            Line::Memoria | Line::Travel => Place::Outside,
            Line::NotAllowed => Place::NotAllowed,
        }
    }
}

fn is_valid(from: Year, to: Option<Year>, year: Year) -> bool {
    from <= year && to.is_none_or(|to| year <= to)
}

fn other_year(from: Year, to: Option<Year>) -> Place<'static> {
    Place::OtherYear(Some(from).filter(|from| *from > 0), to)
}
