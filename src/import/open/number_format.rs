//! What a number format makes of a number: a plain one, a date, a duration, a percentage.

/// What cells of a format hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A number.
    #[default]
    Plain,
    /// A day or a clock time, or both.
    Date,
    /// Hours or minutes that go on beyond a day: `[h]:mm`.
    Duration,
    /// A number that is shown times a hundred.
    Percent,
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

    /// A format of the workbook's own. Of its sections the first counts that shows anything of
    /// the number.
    pub fn of_code(code: &str) -> Self {
        sections(code).into_iter().flatten().next().unwrap_or_default()
    }
}

/// What each section of a format shows of the number; `None` where it shows nothing of it.
fn sections(code: &str) -> Vec<Option<Format>> {
    let mut sections = Vec::new();
    let mut own = None;
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => chars.by_ref().take_while(|c| *c != '"').for_each(drop),
            // The next character is shown as it is, skipped, or repeated.
            '\\' | '_' | '*' => skip(&mut chars, 1),
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let inside = inside.to_ascii_lowercase();
                let is_of = |unit: char| !inside.is_empty() && inside.chars().all(|c| c == unit);
                if ['h', 'm', 's'].into_iter().any(is_of) {
                    own = Some(Format::Duration);
                }
            }
            ';' => sections.push(own.take()),
            '%' => own = own.filter(|own| *own != Format::Plain).or(Some(Format::Percent)),
            // The names that writers give the format without a form: "General", "Standard".
            'G' | 'g' | 'S' if chars.as_str().to_ascii_lowercase().starts_with(rest(c)) => {
                skip(&mut chars, rest(c).len());
                own = own.or(Some(Format::Plain));
            }
            'd' | 'm' | 'h' | 'y' | 's' | 'D' | 'M' | 'H' | 'Y' | 'S'
                if own != Some(Format::Duration) =>
            {
                own = Some(Format::Date);
            }
            '0' | '#' | '?' | '@' => own = own.or(Some(Format::Plain)),
            _ => {}
        }
    }
    sections.push(own);
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
            ("0\"%\"", Format::Plain),
            ("0\\%", Format::Plain),
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
}
