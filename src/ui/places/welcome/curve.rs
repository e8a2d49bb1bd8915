//! A year of the sample as a quiet curve along the foot of the start.

use eframe::egui::{Align2, Color32, Mesh, Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::t;
use crate::ui::theme::{colors, font, scale};
use crate::words;

/// Cases per ISO week of the sample's years 2015–2020: fewest, average, most.
const WEEKS: [(u16, u16, u16); 52] = [
    (74, 334, 581),
    (836, 959, 1207),
    (753, 815, 907),
    (721, 790, 831),
    (662, 734, 808),
    (681, 772, 885),
    (660, 719, 811),
    (574, 651, 716),
    (624, 682, 775),
    (691, 773, 826),
    (644, 773, 864),
    (297, 729, 1166),
    (340, 658, 999),
    (248, 621, 946),
    (279, 536, 774),
    (262, 568, 672),
    (470, 655, 729),
    (504, 573, 680),
    (527, 649, 712),
    (403, 546, 727),
    (480, 574, 672),
    (489, 642, 757),
    (537, 644, 773),
    (471, 660, 785),
    (639, 680, 731),
    (508, 559, 611),
    (430, 465, 525),
    (294, 366, 418),
    (294, 340, 389),
    (307, 356, 440),
    (370, 440, 531),
    (543, 632, 772),
    (726, 849, 980),
    (822, 1013, 1279),
    (760, 907, 1149),
    (689, 844, 918),
    (634, 741, 858),
    (592, 729, 895),
    (603, 724, 849),
    (468, 545, 623),
    (592, 682, 776),
    (585, 679, 808),
    (589, 686, 778),
    (607, 699, 795),
    (651, 786, 946),
    (613, 703, 794),
    (631, 695, 808),
    (602, 703, 792),
    (619, 677, 752),
    (604, 665, 732),
    (543, 600, 724),
    (128, 201, 314),
];
const MOST: f32 = 1300.0;
/// The curve is no higher than this, and left out where it would be lower than that.
const HEIGHTS: (f32, f32) = (110.0, 230.0);
const MONTHS: f32 = 32.0;

/// Draws the curve at the foot of `room`.
pub(super) fn show(ui: &Ui, room: Rect) {
    let (least, most) = HEIGHTS;
    if room.height() < least + MONTHS {
        return;
    }
    let foot = room.bottom() - MONTHS;
    let area = Rect::from_min_max(
        pos2(room.left(), foot - (room.height() - MONTHS).min(most)),
        pos2(room.right(), foot),
    );
    let colors = colors(ui);
    ui.painter().add(band(area, colors.hover));
    let average = WEEKS.iter().enumerate().map(|(week, (_, average, _))| at(area, week, *average));
    ui.painter().add(Shape::line(average.collect(), Stroke::new(1.5, colors.line_strong)));
    let caption = pos2(area.right() - 28.0, area.top() + 8.0);
    let font = font(scale().caption);
    ui.painter().text(caption, Align2::RIGHT_TOP, t!("welcome-curve"), font.clone(), colors.text_3);
    let width = room.width() / 12.0;
    for month in 1..=12_i8 {
        let x = room.left() + width * (f32::from(month) - 0.5);
        let name = t!(words::month_key(month));
        let centre = pos2(x, room.bottom() - 12.0);
        ui.painter().text(centre, Align2::CENTER_CENTER, name, font.clone(), colors.text_3);
    }
}

fn at(area: Rect, week: usize, cases: u16) -> eframe::egui::Pos2 {
    let x = week as f32 / (WEEKS.len() - 1) as f32;
    let y = 1.0 - f32::from(cases) / MOST;
    area.min + vec2(x * area.width(), y * area.height())
}

/// From the fewest to the most, as quads from week to week.
fn band(area: Rect, fill: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for (week, (fewest, _, most)) in WEEKS.into_iter().enumerate() {
        mesh.colored_vertex(at(area, week, fewest), fill);
        mesh.colored_vertex(at(area, week, most), fill);
    }
    for first in (0..mesh.vertices.len() as u32 - 2).step_by(2) {
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
    mesh
}
