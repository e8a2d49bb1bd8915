//! What a number format makes of a number: a plain one, a date, a duration, a percentage.

use super::SheetFacts;
use crate::import::accounts::unit_in_words;
use crate::import::raw::RawCell;
use crate::import::scales::Scale;
use crate::project::AmountUnit;

/// What cells of a format hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A number.
    #[default]
    Plain,
    /// A number that is shown otherwise than the cell holds it.
    Scaled(Scale),
    /// A day or a clock time, or both.
    Date,
    /// Hours or minutes that go on beyond a day: `[h]:mm`.
    Duration,
    /// A number that is shown times a hundred.
    Percent,
    /// A number with a percent sign as text behind it: shown as it is.
    PercentSign,
    /// A number with a per mille sign as text behind it.
    PerMilleSign,
}

impl Format {
    /// The format that every workbook has under that number (ECMA-376, 18.8.30).
    pub fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Self::Date,
            46 => Self::Duration,
            _ => Self::Plain,
        }
    }

    /// A format that the workbook defines. Of its sections the first counts that shows anything of
    /// the number; digits may be left out by any of them, since values choose their section.
    pub fn of_code(code: &str) -> Self {
        let sections = sections(code);
        let thousands = sections.iter().map(|section| section.thousands).max().unwrap_or_default();
        let first = sections.iter().find(|section| section.shows.is_some());
        let Some(first) = first else { return Self::Plain };
        match first.shows.unwrap_or_default() {
            Self::Plain => Self::worded(thousands, &first.words),
            other => other,
        }
    }

    /// The format of a number that is shown without its last `thousands` groups of three digits,
    /// and with `words` around it.
    pub fn worded(thousands: u32, words: &str) -> Self {
        // Zeros that stand there as text are left out of the cells.
        let unit = match words.trim() {
            "000" => Some(AmountUnit::Thousand),
            "000 000" => Some(AmountUnit::Million),
            words => unit_in_words(words).filter(|unit| *unit != AmountUnit::Krone),
        };
        match () {
            () if words.contains('%') => Self::PercentSign,
            () if words.contains('‰') => Self::PerMilleSign,
            () if thousands > 0 || unit.is_some() => Self::Scaled(Scale { thousands, unit }),
            () => Self::Plain,
        }
    }

    /// What a cell of the format holds, if its value is that number.
    pub fn cell(self, value: f64, is_1904: bool) -> RawCell<'static> {
        match self {
            Self::Plain | Self::Scaled(_) => RawCell::Number(value),
            Self::Date => RawCell::DateTime { serial: value, is_1904 },
            Self::Duration => RawCell::Duration(value),
            Self::Percent => RawCell::Percent(value),
            Self::PercentSign => RawCell::Percent(value / 100.0),
            // No column is counted so; the cell is refused with what it shows.
            Self::PerMilleSign => RawCell::Text(format!("{value} ‰").replace('.', ",").into()),
        }
    }

    /// Notes how the format shows the number of a cell that it has; of nothing there is nothing
    /// to leave out.
    pub fn see(self, facts: &mut SheetFacts, (row, column): (u32, usize), cell: &RawCell<'_>) {
        if let (Self::Scaled(scale), RawCell::Number(value)) = (self, cell)
            && *value != 0.0
        {
            facts.scales.see(row, column, scale);
        }
    }
}

/// One section of a format: `#,##0,` of `#,##0,;-#,##0,`.
#[derive(Default)]
struct Section {
    /// What it shows of the number; `None` where it shows nothing of it.
    shows: Option<Format>,
    thousands: u32,
    /// Text that is shown beside the number.
    words: String,
    /// Commas behind a digit: they leave digits out, unless another digit follows.
    commas: u32,
    is_behind_digit: bool,
}

impl Section {
    fn digit(&mut self) {
        self.shows = self.shows.or(Some(Format::Plain));
        self.commas = 0;
        self.is_behind_digit = true;
    }

    /// Ends a row of digits.
    fn point(&mut self) {
        self.thousands += std::mem::take(&mut self.commas);
    }
}

fn sections(code: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut section = Section::default();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => section.words.extend(chars.by_ref().take_while(|c| *c != '"')),
            // The next character is shown as it is, or …
            '\\' => section.words.extend(chars.by_ref().take(1)),
            // … skipped, or repeated.
            '_' | '*' => skip(&mut chars, 1),
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let inside = inside.to_ascii_lowercase();
                let is_of = |unit: char| !inside.is_empty() && inside.chars().all(|c| c == unit);
                if ['h', 'm', 's'].into_iter().any(is_of) {
                    section.shows = Some(Format::Duration);
                }
            }
            ';' => {
                section.point();
                sections.push(std::mem::take(&mut section));
            }
            '%' => {
                let shows = section.shows.filter(|show| *show != Format::Plain);
                section.shows = shows.or(Some(Format::Percent));
            }
            '‰' => section.words.push(c),
            // The names that writers give the format without a form: "General", "Standard".
            'G' | 'g' | 'S' if chars.as_str().to_ascii_lowercase().starts_with(rest(c)) => {
                skip(&mut chars, rest(c).len());
                section.shows = section.shows.or(Some(Format::Plain));
            }
            'd' | 'm' | 'h' | 'y' | 's' | 'D' | 'M' | 'H' | 'Y' | 'S'
                if section.shows != Some(Format::Duration) =>
            {
                section.shows = Some(Format::Date);
            }
            '0' | '#' | '?' => section.digit(),
            '@' => section.shows = section.shows.or(Some(Format::Plain)),
            ',' if section.is_behind_digit => section.commas += 1,
            '.' => section.point(),
            _ => {}
        }
        section.is_behind_digit &= matches!(c, '0' | '#' | '?' | ',');
    }
    section.point();
    sections.push(section);
    sections
}

fn skip(chars: &mut std::str::Chars<'_>, count: usize) {
    chars.by_ref().take(count).for_each(drop);
}

fn rest(first: char) -> &'static str {
    if first.eq_ignore_ascii_case(&'s') { "tandard" } else { "eneral" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_what_its_cells_hold() {
        for (code, format) in [
            ("General", Format::Plain),
            ("Standard", Format::Plain),
            ("0.00", Format::Plain),
            ("@", Format::Plain),
            ("#,##0\\ [$kr-414]", Format::Plain),
            ("_-* #,##0.00\\ _k_r_-;\\-* #,##0.00\\ _k_r_-", Format::Plain),
            ("0\" dager\"", Format::Plain),
            ("0.00E+00", Format::Plain),
            ("0.0%", Format::Percent),
            ("0,00 %", Format::Percent),
            ("[Red]-0%;0%", Format::Percent),
            ("0\"%\"", Format::PercentSign),
            ("0.0\\ \\%", Format::PercentSign),
            ("0.0\"‰\"", Format::PerMilleSign),
            ("0.0‰", Format::PerMilleSign),
            ("dd.mm.yyyy", Format::Date),
            ("d/m/yy h:mm;@", Format::Date),
            ("[$-F800]dddd, mmmm dd, yyyy", Format::Date),
            ("[$-414]d. mmmm yyyy", Format::Date),
            ("hh:mm", Format::Date),
            ("h:mm AM/PM", Format::Date),
            ("[=0]\"\";dd.mm.yyyy", Format::Date),
            ("[h]:mm", Format::Duration),
            ("[hh]:mm:ss;@", Format::Duration),
            ("[mm]:ss", Format::Duration),
            ("", Format::Plain),
            ("\"", Format::Plain),
            ("[", Format::Plain),
        ] {
            assert_eq!(Format::of_code(code), format, "{code}");
        }
    }

    #[test]
    fn a_comma_behind_the_digits_leaves_three_of_them_out() {
        let shown = |code: &str| match Format::of_code(code) {
            Format::Scaled(scale) => (scale.thousands, scale.unit),
            Format::Plain => (0, None),
            other => panic!("{code}: {other:?}"),
        };
        for (code, thousands) in [
            ("#,##0,", 1),
            ("# ##0,", 1),
            ("#\\ ##0,", 1),
            ("0.0,,", 2),
            ("0,.0", 1),
            ("#,##0.00,;[Red]-#,##0.00,", 1),
            ("_-* #,##0,_-;\\-* #,##0,_-;_-* \"-\"??_-;_-@_-", 1),
            ("#,##0,\\ [$kr-414]", 1),
            ("[<1000]0;[>=1000]#,##0,", 1),
            ("[>=1000000]0.0,,\"M\";[>=1000]0.0,\"k\";0", 2),
            ("#,##0", 0),
            ("#,##0.00", 0),
            ("0,00", 0),
            ("# ##0,00", 0),
            ("0\", \"", 0),
            ("\"kr\", 0", 0),
            ("#,##0\\,", 0),
            ("@", 0),
        ] {
            assert_eq!(shown(code), (thousands, None), "{code}");
        }
        assert_eq!(shown("#,##0\" TNOK\""), (0, Some(AmountUnit::Thousand)));
        assert_eq!(shown("0.0\" mill.\""), (0, Some(AmountUnit::Million)));
        assert_eq!(shown("#,##0,\" tkr\""), (1, Some(AmountUnit::Thousand)));
        assert_eq!(shown("#,##0\" kr\""), (0, None));
    }
}
