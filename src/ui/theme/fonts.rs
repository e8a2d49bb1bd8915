//! The fonts: IBM Plex Sans in three weights, Phosphor behind each of them and alone.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use crate::look;

/// The family of weight 500.
pub const MEDIUM: &str = "medium";
/// The family of weight 600.
pub const SEMIBOLD: &str = "semibold";
/// The icons' family, regular.
pub const ICON_REGULAR: &str = "icon-regular";
/// The icons' family, filled.
pub const ICON_FILL: &str = "icon-fill";
/// The icons' family, bold.
pub const ICON_BOLD: &str = "icon-bold";

const REGULAR: &str = "regular";
/// Moves the text so that its capitals, not its line, stand in the middle of a control.
const LIFT: f32 = -0.07;

/// Every font of the window. The text families fall back on the icons, so that an icon may
/// stand in a sentence.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let data = [
        (REGULAR, look::FONT_REGULAR),
        (MEDIUM, look::FONT_MEDIUM),
        (SEMIBOLD, look::FONT_SEMIBOLD),
        (ICON_REGULAR, look::ICONS_REGULAR),
        (ICON_FILL, look::ICONS_FILL),
        (ICON_BOLD, look::ICONS_BOLD),
    ];
    for (name, bytes) in data {
        let mut font = FontData::from_static(bytes);
        if !name.starts_with("icon") {
            font = font.tweak(FontTweak { y_offset_factor: LIFT, ..FontTweak::default() });
        }
        fonts.font_data.insert(name.to_owned(), Arc::new(font));
    }
    for (family, first) in [
        (FontFamily::Proportional, REGULAR),
        // The look has no typewriter face; digits are of equal width anyway.
        (FontFamily::Monospace, REGULAR),
        (FontFamily::Name(MEDIUM.into()), MEDIUM),
        (FontFamily::Name(SEMIBOLD.into()), SEMIBOLD),
    ] {
        fonts.families.insert(family, vec![first.to_owned(), ICON_REGULAR.to_owned()]);
    }
    for icon in [ICON_REGULAR, ICON_FILL, ICON_BOLD] {
        let names = vec![icon.to_owned(), REGULAR.to_owned()];
        fonts.families.insert(FontFamily::Name(icon.into()), names);
    }
    fonts
}
