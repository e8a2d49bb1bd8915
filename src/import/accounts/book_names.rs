//! The books of a list as a word of a column names them, or the name of its sheet or file; and
//! what is asked where nothing names them and accounts stand there that only investments have.

use super::AccountsReader;
use super::finish::Finished;
use super::surroundings::Surroundings;
use crate::calendar::Year;
use crate::import::heading::normal;
use crate::import::mapping::Mapping;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::raw::{RawCell, cell_at};
use crate::import::sheet::Certainty;
use crate::import::synonyms::synonyms;
use crate::kostra::{Book, Chart, Line, art_of};
use crate::message;
use crate::project::{AccountString, SourceKind, TableId};

/// The *kontoklasse* of investments in a municipality's own books.
const INVESTMENT: &str = "0";

/// The *kontoklasse* that a cell of a column of books names: `Drift`, `I`. `None` for a code, and
/// for a word that names none.
pub fn class_of_cell(text: &str) -> Option<&'static str> {
    let words = normal(text);
    let books = &synonyms().books;
    let is_one_of = |names: &[String]| names.contains(&words);
    match () {
        () if is_one_of(&books.drift) || is_one_of(&books.drift_letters) => Some("1"),
        () if is_one_of(&books.investment) || is_one_of(&books.investment_letters) => Some("0"),
        () if is_one_of(&books.balance) => Some("2"),
        () => None,
    }
}

/// The books that the name of a sheet or a file says: `Investering 2021`. A name that says both
/// says nothing.
pub fn book_in_name(name: &str) -> Option<Book> {
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words = name.split(|c: char| !c.is_alphabetic()).map(normal);
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    let books = &synonyms().books;
    let has = |names: &[String]| words.iter().any(|word| names.contains(word));
    match (has(&books.drift), has(&books.investment)) {
        (true, false) => Some(Book::Drift),
        (false, true) => Some(Book::Investering),
        _ => None,
    }
}

/// The books that the name of a sheet says, which may be a letter.
pub fn book_of_sheet(name: &str) -> Option<Book> {
    let of_letter = class_of_cell(name).and_then(Book::of_class);
    book_in_name(name).or(of_letter.filter(|book| *book != Book::Balanse))
}

/// Lets a column be that of the *kontoklasse* whose cells all name books, whatever it is called.
pub fn settle_books(mapping: &mut Mapping, below: &[&[RawCell<'static>]]) {
    let may_have = matches!(
        mapping.kind,
        SourceKind::Table(TableId::Balances | TableId::BalanceList) | SourceKind::Ledger
    );
    if !may_have || mapping.column_of("class").is_some() {
        return;
    }
    let holds_books = |at: usize| {
        let cells = below.iter().map(|row| cell_at(row, at)).filter(|cell| !cell.is_blank());
        let (mut classes, mut is_word) = (Vec::new(), false);
        for cell in cells {
            let text = cell.text();
            let Some(class) = class_of_cell(&text) else { return false };
            is_word |= text.trim().chars().count() > 1;
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
        // One letter alone in all rows may stand for anything.
        !classes.is_empty() && (is_word || classes.len() > 1)
    };
    let column = mapping.columns.iter().position(|column| {
        let is_open = matches!(column.certainty, Certainty::Known | Certainty::Ignored);
        let field = column.field.as_deref();
        let is_amount = matches!(field, None | Some("actual" | "last_year" | "closing" | "amount"));
        is_open && is_amount && holds_books(column.index)
    });
    let Some(column) = column.and_then(|at| mapping.columns.get_mut(at)) else { return };
    let (index, was) = (column.index, column.field.replace("class".to_owned()));
    column.certainty = Certainty::Known;
    // Another column may be the amount that this one was taken for.
    let Some(field) = was else { return };
    let names = synonyms().of(mapping.kind);
    let headings = names.and_then(|names| names.fields.iter().find(|(known, _)| *known == field));
    let Some((_, headings)) = headings else { return };
    let other = mapping.columns.iter().position(|column| {
        column.index != index
            && column.field.is_none()
            && column.certainty == Certainty::Ignored
            && mapping.normals.get(column.index).is_some_and(|heading| headings.contains(heading))
    });
    if let Some(column) = other.and_then(|at| mapping.columns.get_mut(at)) {
        column.field = Some(field);
        column.certainty = Certainty::Known;
    }
}

impl AccountsReader {
    /// Gives accounts without a *kontoklasse* that of the books that a person or a name says, or
    /// asks which books they are of where an account stands among them that *drift* cannot have.
    pub(super) fn settle_book(
        &self,
        strings: &mut [Option<AccountString>],
        finished: &mut Finished,
    ) {
        if self.kind == SourceKind::Table(TableId::BalanceList) {
            return;
        }
        let Surroundings { book_named, book_said, book_remembered, is_sheet_said, year, .. } =
            self.surroundings;
        let classless =
            || strings.iter().flatten().filter(|string| string.class.is_empty()).peekable();
        if classless().peek().is_none() {
            return;
        }
        // One answer is given to all sheets of a delivery: it is of those that were asked about.
        let only = classless().find(|string| is_of_investment_alone(string, year)).cloned();
        let said = book_said.filter(|_| book_named.is_none());
        finished.is_book_said = said.is_some() && only.is_some();
        // What was said of an earlier list is of such that would be asked about again.
        let remembered = book_remembered.filter(|_| only.is_some());
        match said.or(book_named).or(remembered) {
            Some(Book::Investering) if said.is_some() && only.is_none() && !is_sheet_said => {
                finished.note(None, message!("import-note-book-unused"));
            }
            Some(Book::Investering) => {
                for string in strings.iter_mut().flatten().filter(|string| string.class.is_empty())
                {
                    INVESTMENT.clone_into(&mut string.class);
                }
                match (said, book_named) {
                    (Some(_), _) => {}
                    (None, Some(_)) => {
                        finished.note(None, message!("import-note-investment-by-name"));
                    }
                    (None, None) => {
                        finished.note(None, message!("import-note-investment-as-before"));
                    }
                }
            }
            Some(_) => {}
            None => finished.questions.extend(only.as_ref().and_then(ask)),
        }
    }
}

/// Whether an account's *art* may stand among investments and not in *drift*.
fn is_of_investment_alone(string: &AccountString, year: Year) -> bool {
    let art = art_of(&string.account).and_then(|art| Chart::get().art(art, year));
    art.is_some_and(|art| art.drift == Line::NotAllowed && art.investering != Line::NotAllowed)
}

fn ask(only: &AccountString) -> Option<Question> {
    let code = only.account.as_str();
    let asks = message!("import-ask-book", code = code, name = only.name.as_str());
    let answer = |words: String, book| Answer::new(words, Setting::Book(book));
    let answers = vec![
        answer(crate::t!("import-book-investment"), Book::Investering),
        answer(crate::t!("import-book-drift"), Book::Drift),
    ];
    Question::new(asks, answers)
}
