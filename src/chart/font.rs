//! The weights of texts, and their widths from the embedded fonts, so that labels are placed alike
//! everywhere.

use std::borrow::Cow;
use std::sync::OnceLock;

use ttf_parser::Face;

use crate::look;

/// The weight of a text; the fonts of [`crate::look`] in the order of the variants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 500.
    Medium,
    /// 600.
    SemiBold,
}

impl Weight {
    /// The weight as CSS and OpenType number it.
    #[inline]
    pub fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Medium => 500,
            Self::SemiBold => 600,
        }
    }
}

/// The letters up to here have their advances in a table: Latin and its Norwegian letters.
const TABLE_LENGTH: usize = 0x180;

/// The advances of one weight, in em.
struct Advances {
    table: Vec<f32>,
    face: Face<'static>,
}

impl Advances {
    fn of(font: &'static [u8]) -> Self {
        let face = Face::parse(font, 0).expect("the fonts are part of the program and tested");
        let table = (0..TABLE_LENGTH as u32)
            .map(|code| char::from_u32(code).map_or(0.0, |letter| advance_in(&face, letter)))
            .collect();
        Self { table, face }
    }

    fn advance(&self, letter: char) -> f32 {
        let in_table = self.table.get(letter as usize).copied();
        in_table.unwrap_or_else(|| advance_in(&self.face, letter))
    }
}

fn advance_in(face: &Face<'_>, letter: char) -> f32 {
    let glyph = face.glyph_index(letter).unwrap_or_default();
    let units = face.glyph_hor_advance(glyph).unwrap_or_default();
    f32::from(units) / f32::from(face.units_per_em())
}

fn advances(weight: Weight) -> &'static Advances {
    static FONTS: OnceLock<[Advances; 3]> = OnceLock::new();
    let [regular, medium, semi_bold] = FONTS.get_or_init(|| {
        [look::FONT_REGULAR, look::FONT_MEDIUM, look::FONT_SEMIBOLD].map(Advances::of)
    });
    match weight {
        Weight::Regular => regular,
        Weight::Medium => medium,
        Weight::SemiBold => semi_bold,
    }
}

/// The width of `text` in points at the type size `size`.
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let advances = advances(weight);
    size * text.chars().map(|letter| advances.advance(letter)).sum::<f32>()
}

/// Whether the embedded fonts have a letter; all their faces have the same ones.
pub fn has_letter(letter: char) -> bool {
    advances(Weight::Regular).face.glyph_index(letter).is_some()
}

/// `text` where it is no wider than `limit` points, else its beginning with "…"; empty where
/// not even a letter fits.
pub fn elide(text: &str, limit: f32, size: f32, weight: Weight) -> Cow<'_, str> {
    if width(text, size, weight) <= limit {
        return Cow::Borrowed(text);
    }
    let advances = advances(weight);
    let mut left = limit - size * advances.advance('…');
    let kept = text
        .char_indices()
        .take_while(|(_, letter)| {
            left -= size * advances.advance(*letter);
            left >= 0.0
        })
        .last()
        .map_or(0, |(index, letter)| index + letter.len_utf8());
    match text.get(..kept).map(str::trim_end) {
        Some(beginning) if !beginning.is_empty() => Cow::Owned(format!("{beginning}…")),
        _ => Cow::Borrowed(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_equally_wide_in_every_weight() {
        for weight in [Weight::Regular, Weight::Medium, Weight::SemiBold] {
            assert_eq!(width("0123456789−", 10.0, weight).round(), 66.0);
        }
    }

    #[test]
    fn a_long_text_ends_in_three_dots_and_keeps_to_its_limit() {
        let elided = elide("Varsler om svake passord", 80.0, 12.0, Weight::Regular);
        assert!(elided.starts_with("Varsler") && elided.ends_with('…'), "{elided}");
        assert!(width(&elided, 12.0, Weight::Regular) <= 80.0);
        assert_eq!(elide("Varsler", 80.0, 12.0, Weight::Regular), "Varsler");
        assert_eq!(elide("Varsler", 3.0, 12.0, Weight::Regular), "");
    }
}
