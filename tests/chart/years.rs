//! Numbers as bars: a number a year, several lines over the years, accounts against a budget.

use arsmelding::chart::{
    BudgetBar, Ink, Mark, Size, Style, YearBar, YearGroup, budget_bars, year_bars, year_groups,
};
use arsmelding::look::tokens;
use arsmelding::number::Decimal;

#[test]
fn a_year_without_a_number_is_a_gap_and_the_report_year_is_told_apart() {
    let bar = |year, value: Option<i64>, text: &str| YearBar {
        year,
        value: value.map(Decimal::from),
        text: text.to_owned(),
    };
    let bars = [bar(2019, Some(40), "40"), bar(2020, None, "mangler"), bar(2021, Some(80), "80")];
    let style = Style::screen(&tokens().light);
    let scene = year_bars("Årsverk".to_owned(), &bars, 2021, Size::new(300.0, 140.0), &style);
    let drawn: Vec<(f32, Ink)> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Rectangle { area, fill } => Some((area.height(), *fill)),
            _ => None,
        })
        .collect();
    let [(half, quiet), (whole, marked)] = drawn[..] else { panic!("two bars, not {drawn:?}") };
    assert!((whole - 2.0 * half).abs() < 0.01);
    assert_eq!((quiet, marked), (tokens().light.plot_band.into(), tokens().light.accent.into()));
    assert_eq!(scene.description, "2019: 40. 2020: mangler. 2021: 80.");
}

fn rectangles(marks: &[Mark]) -> Vec<(f32, f32)> {
    let of = |mark: &Mark| match mark {
        Mark::Rectangle { area, .. } => Some((area.width(), area.height())),
        _ => None,
    };
    marks.iter().filter_map(of).collect()
}

#[test]
fn expense_groups_share_one_scale() {
    let group = |name: &str, values: [i64; 2]| YearGroup {
        name: name.to_owned(),
        years: (2020..)
            .zip(values)
            .map(|(year, value)| YearBar {
                year,
                value: Some(Decimal::from(value)),
                text: value.to_string(),
            })
            .collect(),
    };
    let groups = [group("Lønnsutgifter", [30, 40]), group("Avskrivninger", [10, 20])];
    let style = Style::screen(&tokens().light);
    let scene = year_groups("Utgifter".to_owned(), &groups, 2021, Size::new(400.0, 160.0), &style);
    let heights: Vec<f32> = rectangles(&scene.marks).iter().map(|(_, height)| *height).collect();
    let [thirty, forty, ten, twenty] = heights[..] else { panic!("four bars, not {heights:?}") };
    assert!((thirty - 3.0 * ten).abs() < 0.01);
    assert!((forty - 2.0 * twenty).abs() < 0.01);
    assert!(scene.description.starts_with("Lønnsutgifter: 2020: 30. 2021: 40."));
}

#[test]
fn a_budget_is_a_tick_on_the_scale_of_the_bars() {
    let bar = |actual: i64, budget: Option<i64>| BudgetBar {
        name: "Lønnsutgifter".to_owned(),
        actual: Decimal::from(actual),
        budget: budget.map(Decimal::from),
        words: "2,0 merutgift".to_owned(),
    };
    let style = Style::screen(&tokens().light);
    let bars = [bar(-40, Some(-20)), bar(10, None)];
    let scene = budget_bars("Avvik".to_owned(), &bars, Size::new(800.0, 60.0), &style);
    let widths: Vec<f32> = rectangles(&scene.marks).iter().map(|(width, _)| *width).collect();
    let [income, expense] = widths[..] else { panic!("two bars, not {widths:?}") };
    assert!((income - 4.0 * expense).abs() < 0.01, "bars show sizes, whatever the sign");
    let ticks = scene.marks.iter().filter(|mark| matches!(mark, Mark::Line { .. })).count();
    assert_eq!(ticks, 3, "a tick with its edge, and the axis");
    assert_eq!(scene.description, "Lønnsutgifter: 2,0 merutgift. Lønnsutgifter: 2,0 merutgift.");
}
