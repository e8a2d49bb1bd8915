//! The look's tokens: every colour and length, read from `assets/look/tokens.ron`.
//!
//! One set of names, two themes. The window and the charts draw with these and nothing else.

use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, de};

const TOKENS: &str = include_str!("../assets/look/tokens.ron");
/// The font's family.
pub const FONT_FAMILY: &str = "IBM Plex Sans";
// Statics and not constants, of which each part of the program that names one gets a copy.

/// IBM Plex Sans in the weights that the look uses (SIL Open Font License, beside the files).
pub static FONT_REGULAR: &[u8] = include_bytes!("../assets/fonts/IBMPlexSans-Regular.ttf");
/// Weight 500.
pub static FONT_MEDIUM: &[u8] = include_bytes!("../assets/fonts/IBMPlexSans-Medium.ttf");
/// Weight 600.
pub static FONT_SEMIBOLD: &[u8] = include_bytes!("../assets/fonts/IBMPlexSans-SemiBold.ttf");
/// Weight 700, which only Word documents have: Word knows a family in regular and bold.
pub static FONT_BOLD: &[u8] = include_bytes!("../assets/fonts/IBMPlexSans-Bold.ttf");
/// Italics, which only documents have.
pub static FONT_ITALIC: &[u8] = include_bytes!("../assets/fonts/IBMPlexSans-Italic.ttf");

/// The Phosphor icons (MIT, beside the files): lines.
pub static ICONS_REGULAR: &[u8] = include_bytes!("../assets/fonts/Phosphor.ttf");
/// Filled icons.
pub static ICONS_FILL: &[u8] = include_bytes!("../assets/fonts/Phosphor-Fill.ttf");
/// Heavy lines.
pub static ICONS_BOLD: &[u8] = include_bytes!("../assets/fonts/Phosphor-Bold.ttf");

/// An sRGB colour, written `#1B57A6`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    /// The colour as SVG and CSS write it.
    pub fn hex(self) -> String {
        let [r, g, b] = self.0;
        format!("#{r:02X}{g:02X}{b:02X}")
    }
}

impl<'de> Deserialize<'de> for Rgb {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let number = text
            .strip_prefix('#')
            .filter(|digits| digits.len() == 6)
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .ok_or_else(|| de::Error::custom(format!("{text} is no colour")))?;
        let [_, r, g, b] = number.to_be_bytes();
        Ok(Self([r, g, b]))
    }
}

/// The colours of one theme, by what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the names are explained in tokens.ron")]
pub struct Palette {
    pub canvas: Rgb,
    pub panel: Rgb,
    pub chrome: Rgb,
    pub sunken: Rgb,
    pub raised: Rgb,
    pub hover: Rgb,
    pub selected: Rgb,
    pub accent_soft: Rgb,
    pub line: Rgb,
    pub line_strong: Rgb,
    pub field_border: Rgb,
    pub text: Rgb,
    pub text_2: Rgb,
    pub text_3: Rgb,
    pub accent: Rgb,
    pub accent_hover: Rgb,
    pub on_accent: Rgb,
    pub error: Rgb,
    pub error_soft: Rgb,
    pub warning: Rgb,
    pub warning_soft: Rgb,
    pub ok: Rgb,
    pub ok_soft: Rgb,
    pub r#override: Rgb,
    pub override_soft: Rgb,
    pub plot_average: Rgb,
    pub plot_quiet: Rgb,
    pub plot_band: Rgb,
    pub plot_grid: Rgb,
    pub plot_weekend: Rgb,
    pub plot_holiday: Rgb,
    pub paper: Rgb,
}

/// Size, line height and weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct TypeStyle(pub f32, pub f32, pub u16);

/// The type scale.
#[derive(Clone, Copy, Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are explained in tokens.ron")]
pub struct TypeScale {
    pub hero: TypeStyle,
    pub display: TypeStyle,
    pub import_count: TypeStyle,
    pub place: TypeStyle,
    pub figure: TypeStyle,
    pub prose: TypeStyle,
    pub takeaway: TypeStyle,
    pub heading: TypeStyle,
    pub body: TypeStyle,
    pub body_strong: TypeStyle,
    pub button: TypeStyle,
    pub table: TypeStyle,
    pub table_head: TypeStyle,
    pub caption: TypeStyle,
    pub axis: TypeStyle,
}

/// Corner radii.
#[derive(Clone, Copy, Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Radii {
    pub cell: f32,
    pub chip: f32,
    pub button: f32,
    pub area: f32,
}

/// Heights of rows.
#[derive(Clone, Copy, Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct RowHeights {
    pub account: f32,
    pub table: f32,
    pub roomy: f32,
    pub place: f32,
    pub finding: f32,
    pub sum: f32,
}

/// Sizes of the frame and its parts.
#[derive(Clone, Copy, Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Sizes {
    pub top_bar: f32,
    pub status_bar: f32,
    pub rail: f32,
    pub rail_slim: f32,
    pub slim_below_width: f32,
    pub place_head: f32,
    pub margin: f32,
    pub side_panel: f32,
    pub button: f32,
    pub chip: f32,
    pub key_hint: f32,
    pub icon: f32,
    pub icon_rail: f32,
    pub icon_severity: f32,
}

/// How a line of a series is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Marker {
    Disc,
    Square,
    Triangle,
    Diamond,
    Ring,
    Cross,
}

/// Colour, dash and marker of one series; colour never stands alone.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SeriesStyle {
    pub color: Rgb,
    pub dash: Vec<f32>,
    pub marker: Marker,
}

/// The series of both themes, in the order of use.
#[derive(Clone, Debug, Deserialize)]
pub struct Series {
    /// In the light theme and in print.
    pub light: Vec<SeriesStyle>,
    /// In the dark theme.
    pub dark: Vec<SeriesStyle>,
}

/// Width in points of a line in a plot, and its dash; an empty dash is a solid line.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct LineTokens {
    pub width: f32,
    #[serde(default)]
    pub dash: Vec<f32>,
}

/// The average of the weeks: a heavy line on a halo of the canvas.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct HaloedLineTokens {
    pub width: f32,
    pub halo: LineTokens,
}

/// An event over a plot: diamond, dotted leader, ring on the line.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct EventTokens {
    pub dash: Vec<f32>,
    pub diamond: f32,
    pub ring_radius: f32,
}

/// The dots under the pointer.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct HoverTokens {
    pub dot_radius: f32,
    pub average_dot_radius: f32,
}

/// Lines and marks of the plots; their colours stand in the palette.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are explained in tokens.ron")]
pub struct PlotTokens {
    pub year: LineTokens,
    pub year_among_years: LineTokens,
    pub average_daily: LineTokens,
    pub average_weekly: HaloedLineTokens,
    pub other_year: LineTokens,
    pub grid: LineTokens,
    pub zero: LineTokens,
    pub weekend_dot_radius: f32,
    pub event: EventTokens,
    pub hover: HoverTokens,
    pub missing: LineTokens,
}

/// All tokens.
#[derive(Clone, Debug, Deserialize)]
pub struct Tokens {
    /// The light theme, which is also the printed page's.
    pub light: Palette,
    /// The dark theme.
    pub dark: Palette,
    /// The type scale.
    pub type_scale: TypeScale,
    /// The steps of space, smallest first.
    pub space: Vec<f32>,
    /// Corner radii.
    pub radius: Radii,
    /// Heights of rows.
    pub row: RowHeights,
    /// Sizes of the frame and its parts.
    pub size: Sizes,
    /// Lines and marks of the plots.
    pub plot: PlotTokens,
    /// The series for customers, types and priorities.
    pub series: Series,
}

/// The tokens. The file is part of the program, and a test reads it.
pub fn tokens() -> &'static Tokens {
    static PARSED: OnceLock<Tokens> = OnceLock::new();
    PARSED.get_or_init(|| {
        ron::from_str(TOKENS).expect("assets/look/tokens.ron is part of the program and tested")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tokens_are_read() {
        assert_eq!(tokens().light.accent.hex(), "#1B57A6");
        assert_eq!(tokens().dark.canvas, Rgb([0x17, 0x1A, 0x1D]));
        assert_eq!(tokens().type_scale.takeaway, TypeStyle(15.0, 22.0, 400));
        assert_eq!(tokens().series.dark.len(), 6);
        assert_eq!(tokens().plot.year_among_years.dash, [7.0, 4.0]);
    }
}
