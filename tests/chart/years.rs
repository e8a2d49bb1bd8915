//! A number a year as bars.

use arsmelding::chart::{Ink, Mark, Size, Style, YearBar, year_bars};
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
