//! A chart's scene, painted: every mark as egui's shapes, where the scene puts it.

use eframe::egui::epaint::text::FontsView;
use eframe::egui::epaint::{Mesh, PathShape, PathStroke};
use eframe::egui::{
    self, Color32, FontFamily, FontId, Pos2, Rect, Role, Sense, Shape, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::theme::{MEDIUM, SEMIBOLD};
use crate::chart::{Anchor, Area, Ink, Mark, Point, Scene, Stroke, Text, Weight};

/// A scene as a picture of its size, named by its title; its value is what it shows.
pub fn picture(ui: &mut Ui, scene: &Scene) {
    let size = vec2(scene.size.width, scene.size.height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(scene.description.clone()),
        ..WidgetInfo::labeled(Role::Image, true, &scene.title)
    });
    paint(ui, scene, rect.min);
}

/// Paints `scene` with its upper left corner at `origin`. The canvas is already there.
pub fn paint(ui: &Ui, scene: &Scene, origin: Pos2) {
    paint_marks(ui, &scene.marks, origin);
}

/// Paints marks that lie over a scene at `origin`, such as those that follow the pointer.
pub fn paint_marks(ui: &Ui, marks: &[Mark], origin: Pos2) {
    let shapes = shapes(ui.ctx(), marks, origin);
    ui.painter().extend(shapes);
}

/// The shapes of `marks` with the scene's upper left corner at `origin`. The fonts of
/// [`super::theme`] must be installed in `ctx`.
pub fn shapes(ctx: &egui::Context, marks: &[Mark], origin: Pos2) -> Vec<Shape> {
    let mut shapes = Vec::with_capacity(marks.len());
    ctx.fonts_mut(|fonts| {
        for mark in marks {
            push_mark(&mut shapes, fonts, mark, origin);
        }
    });
    shapes
}

fn push_mark(shapes: &mut Vec<Shape>, fonts: &mut FontsView<'_>, mark: &Mark, origin: Pos2) {
    match mark {
        Mark::Rectangle { area, fill } => {
            shapes.push(Shape::rect_filled(rect(area, origin), 0.0, color(*fill)));
        }
        Mark::Frame { area, stroke } => {
            let shape =
                Shape::rect_stroke(rect(area, origin), 0.0, pen(stroke), StrokeKind::Middle);
            shapes.push(shape);
        }
        Mark::Polygon { points, fill } => {
            let path =
                PathShape::convex_polygon(path(points, origin), color(*fill), PathStroke::NONE);
            shapes.push(Shape::Path(path));
        }
        Mark::Band { upper, lower, fill } => shapes.push(band(upper, lower, *fill, origin)),
        Mark::Line { points, stroke } => push_line(shapes, points, stroke, origin),
        Mark::Circle { center, radius, fill, stroke } => {
            shapes.push(Shape::Circle(egui::epaint::CircleShape {
                center: place(*center, origin),
                radius: *radius,
                fill: fill.map_or(Color32::TRANSPARENT, color),
                stroke: stroke.as_ref().map_or(egui::Stroke::NONE, pen),
            }));
        }
        Mark::Text(text) => shapes.push(words(fonts, text, origin)),
    }
}

/// A straight line is set on whole pixels by egui; a longer one goes where its points are.
fn push_line(shapes: &mut Vec<Shape>, points: &[Point], stroke: &Stroke, origin: Pos2) {
    let pen = pen(stroke);
    match (stroke.dash, points) {
        (Some(dash), _) => {
            Shape::dashed_line_many(&path(points, origin), pen, dash.on, dash.off, shapes);
        }
        (None, [from, to]) => {
            shapes.push(Shape::line_segment([place(*from, origin), place(*to, origin)], pen));
        }
        (None, _) => shapes.push(Shape::line(path(points, origin), pen)),
    }
}

/// Two triangles between each pair of neighbours, without seams where the colour is see-through.
fn band(upper: &[Point], lower: &[Point], fill: Ink, origin: Pos2) -> Shape {
    let mut mesh = Mesh::default();
    let fill = color(fill);
    for (index, (above, below)) in (0_u32..).zip(upper.iter().zip(lower)) {
        mesh.colored_vertex(place(*above, origin), fill);
        mesh.colored_vertex(place(*below, origin), fill);
        if index > 0 {
            let next = 2 * index;
            mesh.add_triangle(next - 2, next - 1, next);
            mesh.add_triangle(next - 1, next, next + 1);
        }
    }
    Shape::mesh(mesh)
}

/// The words, the middle of their line at the text's position.
fn words(fonts: &mut FontsView<'_>, text: &Text, origin: Pos2) -> Shape {
    let color = color(text.ink);
    let galley = fonts.layout_no_wrap(text.text.clone(), font(text), color);
    let size = galley.size();
    let left = match text.anchor {
        Anchor::Left => 0.0,
        Anchor::Center => size.x / 2.0,
        Anchor::Right => size.x,
    };
    let at = place(text.position, origin) - vec2(left, size.y / 2.0);
    Shape::galley(at, galley, color)
}

fn font(text: &Text) -> FontId {
    let family = match text.weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Medium => FontFamily::Name(MEDIUM.into()),
        Weight::SemiBold => FontFamily::Name(SEMIBOLD.into()),
    };
    FontId::new(text.size, family)
}

fn pen(stroke: &Stroke) -> egui::Stroke {
    egui::Stroke::new(stroke.width, color(stroke.ink))
}

fn color(ink: Ink) -> Color32 {
    let [r, g, b] = ink.color.0;
    Color32::from_rgba_unmultiplied(r, g, b, ink.alpha)
}

/// A point of a scene on the screen.
#[inline]
pub fn place(point: Point, origin: Pos2) -> Pos2 {
    pos2(origin.x + point.x, origin.y + point.y)
}

fn path(points: &[Point], origin: Pos2) -> Vec<Pos2> {
    points.iter().map(|point| place(*point, origin)).collect()
}

/// An area of a scene on the screen.
#[inline]
pub fn rect(area: &Area, origin: Pos2) -> Rect {
    let corner = |x, y| place(Point::new(x, y), origin);
    Rect::from_min_max(corner(area.left, area.top), corner(area.right, area.bottom))
}
