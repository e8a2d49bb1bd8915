//! Fonts, colours and text sizes from the look's tokens, put into egui once at start.

mod style;
mod text;

use std::sync::OnceLock;

use eframe::egui::{self, Color32};

use crate::look::{Palette, Rgb, tokens};

pub use style::{ICON_BOLD, ICON_FILL, ICON_REGULAR, MEDIUM, SEMIBOLD};
pub use text::{
    font, icon, icon_galley, medium, paragraph, rich, scale, semibold, text, with_strong_start,
};

macro_rules! colors {
    ($($name:ident),+ $(,)?) => {
        /// The colours of one theme as egui paints them, by what they mean.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the names are explained in tokens.ron")]
        pub struct Colors { $(pub $name: Color32),+ }

        impl From<&Palette> for Colors {
            fn from(palette: &Palette) -> Self {
                Self { $($name: color(palette.$name)),+ }
            }
        }
    };
}

colors! {
    canvas, panel, chrome, sunken, raised, hover, selected, accent_soft, line, line_strong,
    field_border, text, text_2, text_3, accent, accent_hover, on_accent, error, error_soft,
    warning, warning_soft, ok, ok_soft, r#override, override_soft, plot_average, plot_quiet,
    plot_band, plot_grid, plot_weekend, plot_holiday, paper,
}

/// A token's colour as egui paints it.
pub fn color(Rgb([r, g, b]): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// The colours of the theme that `ui` is drawn in.
pub fn colors(ui: &egui::Ui) -> &'static Colors {
    colors_of(if ui.visuals().dark_mode { egui::Theme::Dark } else { egui::Theme::Light })
}

/// The colours of `theme`.
pub fn colors_of(theme: egui::Theme) -> &'static Colors {
    static LIGHT: OnceLock<Colors> = OnceLock::new();
    static DARK: OnceLock<Colors> = OnceLock::new();
    match theme {
        egui::Theme::Light => LIGHT.get_or_init(|| Colors::from(&tokens().light)),
        egui::Theme::Dark => DARK.get_or_init(|| Colors::from(&tokens().dark)),
    }
}

/// Whether the window moves things at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    /// The short times of the look.
    #[default]
    Short,
    /// Nothing moves; for people and systems that ask for less.
    None,
}

/// Puts fonts and both themes into `ctx`. The system's theme is followed until
/// [`egui::Context::set_theme`] says otherwise.
pub fn install(ctx: &egui::Context, motion: Motion) {
    ctx.set_fonts(style::definitions());
    ctx.set_theme(egui::ThemePreference::System);
    // Remote desktops and some systems do not tell their theme.
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        ctx.set_style_of(theme, style::style(theme, motion));
    }
}
