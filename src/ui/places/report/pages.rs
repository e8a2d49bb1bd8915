//! The pages at the right, as they will be printed. They follow the text that is written.

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{
    Align, ColorImage, Frame, Margin, Panel, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind,
    TextureHandle, TextureOptions, Ui, WidgetInfo, vec2,
};

use crate::app::{App, Command, PageWish, PreviewPage, PreviewWish, TypedText};
use crate::look::tokens;
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::choice::{Stress, dropdown};
use crate::ui::widgets::{choice, paint, severity};

/// A4 in points.
const PAGE: eframe::egui::Vec2 = vec2(595.276, 841.89);
/// The pages' share of what the outline leaves of the window.
const SHARE: f32 = 0.54;
const HEAD: f32 = 40.0;
const SIDE: i8 = 24;
const FIT: f32 = 132.0;

/// How large a page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Fit {
    /// All of it.
    #[default]
    Height,
    /// As wide as the room.
    Width,
}

impl Fit {
    const ALL: [Self; 2] = [Self::Height, Self::Width];

    fn word(self) -> String {
        match self {
            Self::Height => t!("rapport-fit-height"),
            Self::Width => t!("rapport-fit-width"),
        }
    }
}

/// What is remembered of the pages.
#[derive(Default)]
pub(super) struct PagesState {
    /// The page that was turned to; `None` follows the text.
    turned_to: Option<usize>,
    fit: Fit,
    picture: Option<(u64, TextureHandle)>,
}

impl PagesState {
    /// Follows the text again.
    pub fn follow(&mut self) {
        self.turned_to = None;
    }
}

/// Shows the page of the text at one of `anchors`, with what is being `typed`.
pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    (anchors, typed): (Vec<String>, Option<TypedText>),
    state: &mut PagesState,
    commands: &mut Vec<Command>,
) {
    let width = (ui.available_width() * SHARE).round();
    let margin = Margin { left: SIDE, right: SIDE, top: 0, bottom: 16 };
    let frame = Frame::NONE.fill(colors(ui).sunken).inner_margin(margin);
    let shown = Panel::right("report-pages")
        .exact_size(width)
        .resizable(false)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let page = app.preview();
            head(ui, page, state);
            let room = ui.available_size();
            let size = match state.fit {
                Fit::Height => PAGE * (room.y / PAGE.y).min(room.x / PAGE.x),
                Fit::Width => PAGE * (room.x / PAGE.x),
            };
            let page_wish = state.turned_to.map_or(PageWish::At(anchors), PageWish::Number);
            let pixels = size.y / PAGE.y * ui.ctx().pixels_per_point();
            let wish = PreviewWish { typed, page: page_wish, scale: pixels };
            if !app.is_previewed(&wish) {
                commands.push(Command::ShowPage(wish));
            }
            if let Some(fault) = app.preview_fault() {
                severity::sentence(ui, fault.severity, &fault.message.text());
            }
            match page {
                Some(page) => paper(ui, page, size, state),
                None => {
                    theme::text(ui, t!("rapport-setting"), scale().body, colors(ui).text_2);
                }
            }
        });
    let edge = shown.response.rect;
    ui.painter().vline(edge.left(), edge.y_range(), Stroke::new(1.0, colors(ui).line));
}

/// Which page of how many, and the ways to the others.
fn head(ui: &mut Ui, page: Option<&PreviewPage>, state: &mut PagesState) {
    paint::row(ui, HEAD, |ui| {
        let (name_of_before, name_of_after) = (t!("rapport-page-before"), t!("rapport-page-after"));
        let (number, count) = page.map_or((0, 0), |page| (page.number, page.count));
        let back = {
            let button = IconButton::new(icon::CARET_LEFT, &name_of_before);
            ui.add_enabled(number > 1, button).clicked()
        };
        let words = t!("rapport-page", number = number, count = count);
        theme::text(ui, words, scale().body, colors(ui).text);
        let on = {
            let button = IconButton::new(icon::CARET_RIGHT, &name_of_after);
            ui.add_enabled(number < count, button).clicked()
        };
        if back {
            state.turned_to = Some(number - 1);
        }
        if on {
            state.turned_to = Some(number + 1);
        }
        ui.with_layout(eframe::egui::Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let words = Fit::ALL.map(Fit::word);
            let chosen = Fit::ALL.iter().position(|fit| *fit == state.fit);
            let name = t!("rapport-fit");
            if let Some(at) = dropdown(ui, &name, FIT, &words, chosen, Stress::None) {
                state.fit = Fit::ALL[at];
            }
            let follows = state.turned_to.is_none();
            if choice::check_box(ui, &t!("rapport-follows"), Some(follows)).clicked() {
                state.turned_to = follows.then_some(number.max(1));
            }
        });
    });
}

/// The page; it stays white also when the window is dark.
fn paper(ui: &mut Ui, page: &PreviewPage, size: eframe::egui::Vec2, state: &mut PagesState) {
    let known = state.picture.as_ref().is_some_and(|(serial, _)| *serial == page.serial);
    if !known {
        let pixels = &page.picture;
        let image = ColorImage::from_rgba_unmultiplied(
            [pixels.width as usize, pixels.height as usize],
            &pixels.rgba,
        );
        let texture = ui.ctx().load_texture("report-page", image, TextureOptions::LINEAR);
        state.picture = Some((page.serial, texture));
    }
    let Some((_, texture)) = &state.picture else { return };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let left = ((ui.available_width() - size.x) / 2.0).max(0.0);
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), size.y), Sense::hover());
        // Pixel on pixel, so that small type is sharp.
        let corner = (rect.min + vec2(left, 0.0)).round_to_pixels(ui.pixels_per_point());
        let pixels = vec2(page.picture.width as f32, page.picture.height as f32);
        let is_drawn_so = (pixels / ui.pixels_per_point() - size).abs().max_elem() < 1.0;
        let size = if is_drawn_so { pixels / ui.pixels_per_point() } else { size };
        let rect = Rect::from_min_size(corner, size);
        let spoken = t!("rapport-page-picture", number = page.number, count = page.count);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
        let whole = Rect::from_min_max(eframe::egui::pos2(0.0, 0.0), eframe::egui::pos2(1.0, 1.0));
        ui.painter().image(texture.id(), rect, whole, eframe::egui::Color32::WHITE);
        let stroke = Stroke::new(1.0, colors(ui).line_strong);
        ui.painter().rect_stroke(rect, tokens().radius.cell, stroke, StrokeKind::Outside);
    });
}
