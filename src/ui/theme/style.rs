//! The fonts, and egui's style from the look's tokens.

use std::sync::Arc;

use eframe::egui::style::{ScrollStyle, Selection, WidgetVisuals, Widgets};
use eframe::egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak, Margin,
    Shadow, Stroke, Style, TextStyle, Theme, Visuals, vec2,
};

use crate::look::{self, tokens};

use super::{Colors, Motion, colors_of, font, scale};

/// Seconds for pointer and selection.
const HOVER_SECONDS: f32 = 0.12;

pub(super) fn style(theme: Theme, motion: Motion) -> Style {
    let mut style = Style {
        animation_time: if motion == Motion::None { 0.0 } else { HOVER_SECONDS },
        text_styles: text_styles().into(),
        visuals: visuals(theme),
        explanation_tooltips: false,
        ..Style::default()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 4.0);
    spacing.button_padding = vec2(12.0, 5.0);
    spacing.interact_size = vec2(24.0, 24.0);
    spacing.menu_margin = Margin::same(4);
    spacing.window_margin = Margin::same(16);
    spacing.tooltip_width = 460.0;
    spacing.icon_width = 14.0;
    spacing.scroll = scroll_style();
    if motion == Motion::None {
        style.scroll_animation = eframe::egui::style::ScrollAnimation::none();
    }
    style
}

/// A quiet bar over the content, in sight as long as there is something to scroll.
fn scroll_style() -> ScrollStyle {
    let mut scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 6.0,
        handle_min_length: 28.0,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 0.25,
        active_handle_opacity: 0.4,
        interact_handle_opacity: 0.55,
        ..ScrollStyle::floating()
    };
    scroll.fade.strength = 0.0;
    scroll
}

fn text_styles() -> [(TextStyle, FontId); 5] {
    let scale = scale();
    [
        (TextStyle::Small, font(scale.caption)),
        (TextStyle::Body, font(scale.body)),
        (TextStyle::Monospace, font(scale.body)),
        (TextStyle::Button, font(scale.button)),
        (TextStyle::Heading, font(scale.heading)),
    ]
}

fn visuals(theme: Theme) -> Visuals {
    let colors = colors_of(theme);
    let radius = tokens().radius;
    let mut visuals = match theme {
        Theme::Dark => Visuals::dark(),
        Theme::Light => Visuals::light(),
    };
    visuals.widgets = widgets(colors);
    visuals.selection =
        Selection { bg_fill: colors.selected, stroke: Stroke::new(1.0, colors.text) };
    visuals.weak_text_color = Some(colors.text_3);
    visuals.hyperlink_color = colors.accent;
    visuals.faint_bg_color = colors.hover;
    visuals.extreme_bg_color = colors.canvas;
    visuals.text_edit_bg_color = Some(colors.canvas);
    visuals.code_bg_color = colors.sunken;
    visuals.warn_fg_color = colors.warning;
    visuals.error_fg_color = colors.error;
    visuals.window_corner_radius = CornerRadius::same(radius.area as u8);
    visuals.menu_corner_radius = CornerRadius::same(radius.chip as u8);
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.window_fill = colors.raised;
    visuals.window_stroke = Stroke::new(1.0, colors.field_border);
    visuals.panel_fill = colors.canvas;
    visuals.text_cursor.stroke = Stroke::new(1.0, colors.text);
    // A blinking caret repaints without end, dear where the processor draws; and the look is calm.
    visuals.text_cursor.blink = false;
    // The widgets have separate colours for what is disabled.
    visuals.disabled_alpha = 1.0;
    visuals
}

fn widgets(colors: &Colors) -> Widgets {
    let state = |fill: Color32, border: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: CornerRadius::same(tokens().radius.button as u8),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(colors.canvas, colors.line, colors.text),
        inactive: state(colors.canvas, colors.field_border, colors.text),
        hovered: state(colors.hover, colors.field_border, colors.text),
        active: state(colors.sunken, colors.field_border, colors.text),
        open: state(colors.hover, colors.field_border, colors.text),
    }
}

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
