//! What is said of sources on the command line: of all of them, or of one, `--unit a.csv=tusen`.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, TypedValueParser};

use crate::calendar::{Date, Span, YEARS, Year};
use crate::import::{ALL_COMPANIES, AccountForm, HeaderRow, Options};
use crate::issue::Issue;
use crate::kostra::Book;
use crate::message;
use crate::number::DecimalMark;
use crate::project::{
    AmountUnit, DateOrder, LedgerSign, PercentUnit, PriorityMeaning, RepeatedRows, SourceKind,
    StampMeaning, TimeUnit, TimeZoneChoice,
};

/// The options of `import` that say something of its sources. Each may be given several times;
/// `FILE=VALUE` is said of one source, and goes before what is said of all.
#[derive(Debug, Args)]
pub struct Said {
    /// What they hold; without it the content decides.
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    /// The one sheet that is wanted.
    #[arg(long, value_name = "NAME")]
    sheet: Vec<String>,
    /// A field and the column that it is read from: `created=Innmeldt`.
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<String>,
    /// Which number comes first in dates with slashes.
    #[arg(long, value_parser = OneOf(&["dmy", "mdy"]))]
    date_order: Vec<String>,
    /// What stamps without a zone mean: `local` or `utc`.
    #[arg(long, value_name = "ZONE")]
    timezone: Vec<String>,
    /// The days that the exports speak of: `2021-01-01..2021-12-31`.
    #[arg(long, value_name = "FROM..TO")]
    period: Vec<String>,
    /// How accounts have their income: below zero as the ledger, or turned.
    #[arg(long, value_parser = OneOf(&["normal", "flipped", "unsigned"]))]
    sign: Vec<String>,
    /// What account strings hold: `k.a.u.f.p`, `kaaa`.
    #[arg(long, value_name = "FORM")]
    account_form: Vec<String>,
    /// Which mark stands before the øre.
    #[arg(long, value_parser = OneOf(&["comma", "point"]))]
    decimal: Vec<String>,
    /// The books that accounts without a kontoklasse are of.
    #[arg(long, value_parser = OneOf(&["drift", "investment"]))]
    book: Vec<String>,
    /// What the exports were selected by in their system.
    #[arg(long, value_name = "NAME")]
    selection: Vec<String>,
    /// The system that they come from.
    #[arg(long, value_name = "NAME")]
    system: Vec<String>,
    /// What a word for priority means: `Haster=A`.
    #[arg(long, value_name = "WORD=A|B|other")]
    priority: Vec<String>,
    /// What amounts are counted in.
    #[arg(long, value_parser = OneOf(&["kr", "tusen", "mill"]))]
    unit: Vec<String>,
    /// What plain numbers of percent columns are: 0,0336 or 3,36.
    #[arg(long, value_parser = OneOf(&["share", "points", "other"]))]
    percent: Vec<String>,
    /// What times of minutes are counted in, where no heading says it.
    #[arg(long, value_parser = OneOf(&["minutes", "hours"]))]
    time_unit: Vec<String>,
    /// The company whose rows are read, of a list of several; `*` for all of them.
    #[arg(long, value_name = "NAME")]
    company: Vec<String>,
    /// What parts the cells of a text file; `tab` for a tab.
    #[arg(long, value_name = "C")]
    separator: Vec<String>,
    /// What cells of a workbook mean whose stamps end in Z.
    #[arg(long, value_parser = OneOf(&["local", "utc"]))]
    stamps: Vec<String>,
    /// Where the headings stand, as Excel counts; `none` for a list without headings.
    #[arg(long, value_name = "N|none")]
    header_row: Vec<String>,
    /// Reads sheets that are hidden in the workbook, too.
    #[arg(long)]
    with_hidden: bool,
    /// What counts where several rows have the same key: all together, the first, or the last.
    #[arg(long, value_parser = OneOf(&["add", "first", "last"]))]
    repeated: Vec<String>,
    /// Leaves cases of that status out.
    #[arg(long, value_name = "STATUS")]
    leave_out: Vec<String>,
    /// The year that the rows are of, where they do not say it.
    #[arg(long, value_name = "YEAR")]
    source_year: Vec<String>,
    /// Reads columns that seem to hold persons all the same.
    #[arg(long, value_parser = OneOf(&["allow"]))]
    persons: Vec<String>,
    /// Lets amounts take the place of those that the project has, though nearly all change.
    #[arg(long, value_parser = OneOf(&["allow"]))]
    replace: Vec<String>,
}

/// What words for priority mean.
type Answers = Vec<(String, PriorityMeaning)>;

/// One of some words, or `FILE=` before one of them.
#[derive(Clone, Copy, Debug)]
struct OneOf(&'static [&'static str]);

impl TypedValueParser for OneOf {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<String, clap::Error> {
        let text = value.to_string_lossy();
        let word = text.rsplit_once('=').map_or(text.as_ref(), |(_, word)| word);
        // Names the possible values where the word is none of them.
        let parser = clap::builder::PossibleValuesParser::new(self.0);
        let word = parser.parse_ref(command, arg, std::ffi::OsStr::new(word))?;
        Ok(match text.rsplit_once('=') {
            Some((file, _)) => format!("{file}={word}"),
            None => word,
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(|word| PossibleValue::new(*word))))
    }
}

/// What is said of one source.
struct OfSource<'s> {
    path: &'s Path,
    sources: &'s [PathBuf],
}

/// Whether a source is called so: as it was given, or by its name alone.
fn is_named(path: &Path, name: &str) -> bool {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    path.to_string_lossy() == name || file == name
}

impl OfSource<'_> {
    /// All that an option says of the source: to all, then to it.
    fn all<'v>(&self, values: &'v [String]) -> Vec<&'v str> {
        let (mut of_all, mut of_source) = (Vec::new(), Vec::new());
        for value in values {
            match value.split_once('=') {
                Some((file, rest)) if is_named(self.path, file) => of_source.push(rest),
                Some((file, _)) if self.sources.iter().any(|other| is_named(other, file)) => {}
                _ => of_all.push(value.as_str()),
            }
        }
        of_all.extend(of_source);
        of_all
    }

    /// The last that an option says of the source.
    fn last<'v>(&self, values: &'v [String]) -> Option<&'v str> {
        self.all(values).pop()
    }

    /// The last word of an option that has some.
    fn one_of<T: Copy>(&self, values: &[String], words: &[(&str, T)]) -> Result<Option<T>, Issue> {
        let Some(value) = self.last(values) else { return Ok(None) };
        let known = words.iter().find(|(word, _)| *word == value).map(|(_, value)| *value);
        match known {
            Some(known) => Ok(Some(known)),
            None => {
                let file = value.split_once('=').map_or(value, |(file, _)| file);
                Err(Issue::error(message!("cli-no-such-source", file = file)))
            }
        }
    }

    /// The last that an option says of the source, understood.
    fn parsed<T>(
        &self,
        values: &[String],
        parse: impl Fn(&str) -> Result<T, Issue>,
    ) -> Result<Option<T>, Issue> {
        self.last(values).map(parse).transpose()
    }
}

impl Said {
    /// What is said of each source.
    ///
    /// # Errors
    /// When a value cannot be understood, or is said of a file that is none of the sources.
    pub fn of(&self, sources: &[PathBuf]) -> Result<Vec<Options>, Issue> {
        sources.iter().map(|path| self.of_source(&OfSource { path, sources })).collect()
    }

    /// What is said of words for priority without a source, and of which system.
    ///
    /// # Errors
    /// When an answer cannot be understood.
    pub fn of_priorities(&self) -> Result<(Option<String>, Answers), Issue> {
        let answers = self.priority.iter().map(|text| priority(text));
        let answers = last_of_each(answers.collect::<Result<_, _>>()?);
        Ok((self.system.last().cloned(), answers))
    }

    fn of_source(&self, source: &OfSource<'_>) -> Result<Options, Issue> {
        let text = |values: &[String]| source.last(values).map(str::to_owned);
        let all = |values| source.all(values).into_iter();
        let orders = [("dmy", DateOrder::DayFirst), ("mdy", DateOrder::MonthFirst)];
        let stamps = [("local", StampMeaning::Wall), ("utc", StampMeaning::Utc)];
        let units = [
            ("kr", AmountUnit::Krone),
            ("tusen", AmountUnit::Thousand),
            ("mill", AmountUnit::Million),
        ];
        let percents = [
            ("share", PercentUnit::Share),
            ("points", PercentUnit::Points),
            ("other", PercentUnit::Other),
        ];
        let times = [("minutes", TimeUnit::Minutes), ("hours", TimeUnit::Hours)];
        let signs = [
            ("normal", LedgerSign::Normal),
            ("flipped", LedgerSign::Flipped),
            ("unsigned", LedgerSign::Unsigned),
        ];
        let repeated = [
            ("add", RepeatedRows::Add),
            ("first", RepeatedRows::First),
            ("last", RepeatedRows::Last),
        ];
        let books = [("drift", Book::Drift), ("investment", Book::Investering)];
        let marks = [("comma", DecimalMark::Comma), ("point", DecimalMark::Point)];
        Ok(Options {
            kind: source.parsed(&self.kind, kind)?,
            sheet: text(&self.sheet),
            map: all(&self.map).map(mapped).collect::<Result<_, _>>()?,
            date_order: source.one_of(&self.date_order, &orders)?,
            time_zone: source.parsed(&self.timezone, time_zone)?,
            period: source.parsed(&self.period, period)?,
            stamps: source.one_of(&self.stamps, &stamps)?,
            year: source.parsed(&self.source_year, year)?,
            system: text(&self.system),
            selection: text(&self.selection),
            unit: source.one_of(&self.unit, &units)?,
            percent: source.one_of(&self.percent, &percents)?,
            time_unit: source.one_of(&self.time_unit, &times)?,
            repeated: source.one_of(&self.repeated, &repeated)?,
            company: text(&self.company).map(|name| match name.as_str() {
                ALL_COMPANIES => String::new(),
                _ => name,
            }),
            priorities: last_of_each(all(&self.priority).map(priority).collect::<Result<_, _>>()?),
            leave_out: all(&self.leave_out).map(str::to_owned).collect(),
            allows_persons: source.one_of(&self.persons, &[("allow", ())])?.is_some(),
            replaces: source.one_of(&self.replace, &[("allow", ())])?.is_some(),
            separator: source.parsed(&self.separator, separator)?,
            header_row: source.parsed(&self.header_row, header_row)?,
            with_hidden: self.with_hidden,
            sign: source.one_of(&self.sign, &signs)?,
            account_form: source.parsed(&self.account_form, account_form)?,
            book: source.one_of(&self.book, &books)?,
            decimal: source.one_of(&self.decimal, &marks)?,
        })
    }
}

/// Of several answers about one word the last counts.
fn last_of_each(all: Answers) -> Answers {
    let mut last: Answers = Vec::with_capacity(all.len());
    for (word, means) in all {
        last.retain(|(known, _)| *known != word);
        last.push((word, means));
    }
    last
}

fn kind(id: &str) -> Result<SourceKind, Issue> {
    SourceKind::from_id(id).ok_or_else(|| {
        let kinds = SourceKind::ALL.map(|(_, id)| id).join(", ");
        Issue::error(message!("cli-no-such-kind", kind = id, kinds = kinds))
    })
}

fn mapped(text: &str) -> Result<(String, String), Issue> {
    match text.split_once('=') {
        Some((field, column)) => Ok((field.to_owned(), column.to_owned())),
        None => Err(Issue::error(message!("cli-bad-map", text = text))),
    }
}

fn year(text: &str) -> Result<Year, Issue> {
    text.trim().parse().map_err(|_| Issue::error(message!("cli-bad-source-year", text = text)))
}

fn account_form(text: &str) -> Result<AccountForm, Issue> {
    text.parse().map_err(|()| Issue::error(message!("cli-bad-account-form", text = text)))
}

fn priority(text: &str) -> Result<(String, PriorityMeaning), Issue> {
    let meaning = text.rsplit_once('=').and_then(|(word, means)| {
        let means = PriorityMeaning::ALL
            .iter()
            .find(|meaning| meaning.choice().id.eq_ignore_ascii_case(means.trim()))?;
        Some((word.trim().to_owned(), *means))
    });
    meaning.ok_or_else(|| Issue::error(message!("cli-bad-priority", text = text)))
}

fn separator(text: &str) -> Result<char, Issue> {
    let mut chars = text.chars();
    match (text, chars.next(), chars.next()) {
        ("tab" | "\\t", ..) => Ok('\t'),
        (_, Some(only), None) if only.is_ascii() && !only.is_ascii_alphanumeric() => Ok(only),
        _ => Err(Issue::error(message!("cli-bad-separator", text = text))),
    }
}

fn header_row(text: &str) -> Result<HeaderRow, Issue> {
    match text {
        "none" => Ok(HeaderRow::None),
        _ => match text.parse() {
            Ok(row) if row > 0 => Ok(HeaderRow::At(row)),
            _ => Err(Issue::error(message!("cli-bad-header-row", text = text))),
        },
    }
}

fn time_zone(text: &str) -> Result<TimeZoneChoice, Issue> {
    match text.to_ascii_lowercase().as_str() {
        "utc" | "z" => Ok(TimeZoneChoice::Utc),
        "local" | "europe/oslo" => Ok(TimeZoneChoice::Local),
        _ => Err(Issue::error(message!("cli-bad-zone", text = text))),
    }
}

fn period(text: &str) -> Result<Span, Issue> {
    let days = text
        .split_once("..")
        .map(|(first, last)| (first.trim().parse::<Date>(), last.trim().parse::<Date>()));
    match days {
        Some((Ok(first), Ok(last)))
            if first <= last && [first, last].iter().all(|day| YEARS.contains(&day.year())) =>
        {
            Ok(Span::new(first, last))
        }
        _ => Err(Issue::error(message!("cli-bad-period", text = text))),
    }
}
