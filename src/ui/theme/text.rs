//! Text in the sizes and weights of the type scale.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Color32, FontFamily, FontId, Galley, Label, Response, RichText, Sense, Ui, Vec2,
};

use super::style::{ICON_BOLD, ICON_FILL, ICON_REGULAR, MEDIUM, SEMIBOLD};
use crate::look::{TypeScale, TypeStyle, tokens};
use crate::ui::icon::{Icon, Weight};

/// The type scale.
pub fn scale() -> &'static TypeScale {
    &tokens().type_scale
}

/// The same size in weight 500.
pub fn medium(TypeStyle(size, line, _): TypeStyle) -> TypeStyle {
    TypeStyle(size, line, 500)
}

/// The same size in weight 600.
pub fn semibold(TypeStyle(size, line, _): TypeStyle) -> TypeStyle {
    TypeStyle(size, line, 600)
}

/// The font of `style`.
pub fn font(TypeStyle(size, _, weight): TypeStyle) -> FontId {
    let family = match weight {
        600.. => FontFamily::Name(SEMIBOLD.into()),
        500.. => FontFamily::Name(MEDIUM.into()),
        _ => FontFamily::Proportional,
    };
    FontId::new(size, family)
}

/// `text` in `style`, for egui's widgets.
pub fn rich(text: impl Into<String>, style: TypeStyle, color: Color32) -> RichText {
    RichText::new(text).font(font(style)).line_height(Some(style.1)).color(color)
}

/// Writes one line of text; what does not fit ends in three dots, and is told in full on hover.
pub fn text(ui: &mut Ui, text: impl Into<String>, style: TypeStyle, color: Color32) -> Response {
    ui.add(Label::new(rich(text, style, color)).truncate())
}

/// Writes text that may take several lines.
pub fn paragraph(
    ui: &mut Ui,
    text: impl Into<String>,
    style: TypeStyle,
    color: Color32,
) -> Response {
    ui.add(Label::new(rich(text, style, color)).wrap())
}

/// Writes a takeaway: its first clause semibold, the rest quieter, as one flowing text.
pub fn with_strong_start(
    ui: &mut Ui,
    start: &str,
    rest: &str,
    style: TypeStyle,
    colors: (Color32, Color32),
) -> Response {
    let mut job = LayoutJob::default();
    let format = |style: TypeStyle, color| TextFormat {
        font_id: font(style),
        line_height: Some(style.1),
        color,
        ..TextFormat::default()
    };
    job.append(start, 0.0, format(semibold(style), colors.0));
    job.append(" ", 0.0, format(style, colors.1));
    job.append(rest, 0.0, format(style, colors.1));
    ui.add(Label::new(job).wrap())
}

/// Shows `icon` at `size`, for the eye only: what it means stands in words beside it.
pub fn icon(ui: &mut Ui, icon: Icon, size: f32, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    let galley = icon_galley(ui, icon, size, color);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response
}

/// `icon` at `size`, laid out for a painter.
pub fn icon_galley(ui: &Ui, icon: Icon, size: f32, color: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(icon.glyph.to_owned(), icon_font(icon, size), color)
}

fn icon_font(icon: Icon, size: f32) -> FontId {
    let family = match icon.weight {
        Weight::Regular => ICON_REGULAR,
        Weight::Fill => ICON_FILL,
        Weight::Bold => ICON_BOLD,
    };
    FontId::new(size, FontFamily::Name(family.into()))
}
