//! People and absence, and the work they did: a few numbers, each beside the number that it is
//! compared with.

use eframe::egui::{Align, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::Command;
use crate::calendar::Year;
use crate::figures::{
    CaseMeasure, Figures, Key, Period, SickMeasure, TrailOf, Yearly, sick_leave_target,
    staff_at_year_end,
};
use crate::number;
use crate::project::SickGroup;
use crate::t;
use crate::ui::theme::{colors, medium, scale, semibold};
use crate::ui::trail;
use crate::ui::widgets::{heading, paint};

const ROW: f32 = 26.0;
const GAP: f32 = 36.0;

/// A number, what it is, and what it is held against.
struct Fact {
    name: String,
    value: Option<String>,
    beside: String,
    of: Option<TrailOf>,
}

/// Both groups of numbers.
pub(super) struct People {
    people: Vec<Fact>,
    work: Vec<Fact>,
}

impl People {
    /// Of the report year.
    pub fn of(figures: &Figures) -> Self {
        let year = figures.report_year();
        Self {
            people: vec![
                employees(figures, year),
                fte(figures, year),
                sick_leave(figures, year),
                sick_group(figures, year, SickGroup::Women),
                sick_group(figures, year, SickGroup::Men),
            ],
            work: vec![
                per_fte(figures, year),
                per_workday(figures, year),
                incidents(figures, year),
                left(figures, year),
            ],
        }
    }
}

/// A figure, to follow its trail.
fn figure(key: Key) -> Option<TrailOf> {
    Some(TrailOf::Figure(key))
}

fn in_year(value: Option<String>, year: Year) -> String {
    let words = |value| t!("overview-in-year", value = value, year = year.to_string());
    value.map_or_else(String::new, words)
}

fn employees(figures: &Figures, year: Year) -> Fact {
    let count = |year| {
        let (_, staff) = staff_at_year_end(figures.project(), year)?;
        staff.employees_total.map(|count| number::count(count.into()))
    };
    Fact {
        name: t!("overview-employees"),
        value: count(year),
        beside: in_year(count(year - 1), year - 1),
        of: staff_cell(figures, year, "employees_total"),
    }
}

/// A cell of the staffing at the end of the year.
fn staff_cell(figures: &Figures, year: Year, column: &str) -> Option<TrailOf> {
    figures.staff_cell(year, column).map(TrailOf::Cell)
}

fn fte(figures: &Figures, year: Year) -> Fact {
    let fte = |year| {
        let (_, staff) = staff_at_year_end(figures.project(), year)?;
        staff.available_fte.map(|fte| number::decimal(fte, 1))
    };
    Fact {
        name: t!("overview-fte"),
        value: fte(year),
        beside: in_year(fte(year - 1), year - 1),
        of: staff_cell(figures, year, "available_fte"),
    }
}

/// The year's, beside the year before's and the target.
fn sick_leave(figures: &Figures, year: Year) -> Fact {
    let key = |year| Key::SickLeave(year, None, SickMeasure::TotalPercent);
    let before = in_year(printed(figures, &key(year - 1)), year - 1);
    let target = sick_leave_target(figures.project(), year);
    let target = figures.value(&key(year)).zip(target).map(|(percent, target)| {
        let limit = number::percent(target, target.normalize().scale());
        if percent <= target {
            t!("overview-sick-target-met", target = limit)
        } else {
            t!("overview-sick-target-missed", target = limit)
        }
    });
    let beside: Vec<String> =
        [Some(before).filter(|before| !before.is_empty()), target].into_iter().flatten().collect();
    Fact {
        name: t!("sick-total-percent"),
        value: printed(figures, &key(year)),
        beside: beside.join(". "),
        of: figure(key(year)),
    }
}

fn sick_group(figures: &Figures, year: Year, group: SickGroup) -> Fact {
    let key = |measure| Key::SickLeave(year, Some(group), measure);
    let days = |measure| printed(figures, &key(measure));
    let days = days(SickMeasure::Total).zip(days(SickMeasure::Possible));
    Fact {
        name: match group {
            SickGroup::Women => t!("overview-sick-women"),
            SickGroup::Men => t!("overview-sick-men"),
        },
        value: printed(figures, &key(SickMeasure::TotalPercent)),
        beside: days.map_or_else(String::new, |(days, possible)| {
            t!("overview-sick-days", days = days, possible = possible)
        }),
        of: figure(key(SickMeasure::TotalPercent)),
    }
}

/// A figure as it is printed everywhere; `None` for a gap.
fn printed(figures: &Figures, key: &Key) -> Option<String> {
    figures.figure(key).printed()
}

fn per_fte(figures: &Figures, year: Year) -> Fact {
    let value = |year| printed(figures, &Key::Yearly(year, Yearly::CasesPerFte));
    Fact {
        name: t!("overview-per-fte"),
        value: value(year),
        beside: in_year(value(year - 1), year - 1),
        of: figure(Key::Yearly(year, Yearly::CasesPerFte)),
    }
}

fn per_workday(figures: &Figures, year: Year) -> Fact {
    let key = Key::Cases(year, Period::Year, CaseMeasure::PerWorkday);
    let average = Key::Cases(year, Period::Year, CaseMeasure::AveragePerWorkday);
    Fact {
        name: t!("overview-per-workday"),
        value: printed(figures, &key),
        beside: printed(figures, &average)
            .map_or_else(String::new, |value| t!("overview-on-average", value = value)),
        of: figure(key),
    }
}

fn incidents(figures: &Figures, year: Year) -> Fact {
    let is_known = figures.comparison(year, Period::Year).is_some();
    let known = |key: Key| printed(figures, &key).filter(|_| is_known);
    let distinct = known(Key::DistinctIncidents(year, Period::Year));
    Fact {
        name: t!("title-incidents"),
        value: known(Key::Incidents(year, Period::Year)),
        beside: distinct.map_or_else(String::new, |count| t!("overview-distinct", count = count)),
        of: figure(Key::Incidents(year, Period::Year)),
    }
}

fn left(figures: &Figures, year: Year) -> Fact {
    let turnover = figures.turnover(year);
    Fact {
        name: t!("overview-turnover"),
        value: printed(figures, &Key::Yearly(year, Yearly::Turnover)),
        beside: turnover.map_or_else(String::new, |turnover| {
            t!("overview-turnover-left", count = turnover.left)
        }),
        of: figure(Key::Yearly(year, Yearly::Turnover)),
    }
}

/// Shows both groups side by side.
pub(super) fn show(ui: &mut Ui, people: &People, commands: &mut Vec<Command>) {
    let width = (ui.available_width() - GAP) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let groups = [(t!("overview-people"), &people.people), (t!("overview-work"), &people.work)];
        for (title, facts) in groups {
            ui.vertical(|ui| {
                ui.set_width(width);
                heading::section(ui, &title, "");
                ui.add_space(2.0);
                ui.spacing_mut().item_spacing.y = 0.0;
                for fact in facts {
                    show_fact(ui, fact, commands);
                }
            });
        }
    });
}

fn show_fact(ui: &mut Ui, fact: &Fact, commands: &mut Vec<Command>) {
    let of = fact.of.as_ref().filter(|_| fact.value.is_some());
    let sense = if of.is_some() { Sense::CLICK } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    let value = fact.value.clone().unwrap_or_else(|| t!("missing"));
    response.widget_info(|| {
        let name = t!(
            "overview-fact",
            name = fact.name.as_str(),
            value = value.as_str(),
            beside = fact.beside.as_str()
        );
        WidgetInfo::labeled(Role::Label, true, name.trim().to_owned())
    });
    if let Some(of) = of {
        trail::lit(ui, &response, rect);
        trail::click_answers(&response, of, commands);
    }
    let colors = colors(ui);
    let name_width = (rect.width() * 0.36).clamp(110.0, 160.0);
    let names = rect.with_max_x(rect.left() + name_width);
    let values = Rect::from_x_y_ranges(names.right()..=names.right() + 56.0, rect.y_range());
    let beside = rect.with_min_x(values.right() + 12.0);
    let galley = paint::elided(ui, &fact.name, scale().body, colors.text_2, names.width());
    paint::place_text(ui.painter(), names, galley, Align::Min, colors.text_2);
    let (style, color) = match fact.value {
        Some(_) => (semibold(scale().body), colors.text),
        None => (medium(scale().body), colors.text_3),
    };
    let galley = paint::line(ui, &value, style, color);
    paint::place_text(ui.painter(), values, galley, Align::Max, color);
    let galley = paint::elided(ui, &fact.beside, scale().caption, colors.text_2, beside.width());
    let is_elided = galley.elided;
    paint::place_text(ui.painter(), beside, galley, Align::Min, colors.text_2);
    if is_elided {
        response.on_hover_text(&fact.beside);
    }
}
