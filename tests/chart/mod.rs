//! Charts as scenes, SVG and PNG.

mod series;
mod years;

use arsmelding::calendar::{Quarter, is_workday, weeks_in};
use arsmelding::chart::{
    Annotation, Area, EventMark, GoalBar, GoalTone, Mark, Point, Scene, SharedScale, Size, Style,
    Text, WeeklyOptions, daily, goal_bar, png, quarter_small, svg, weekly,
};
use arsmelding::look::tokens;
use arsmelding::number::Decimal;
use jiff::civil::date;
use resvg::usvg;

const WIDE: Size = Size::new(1160.0, 372.0);
const NARROW: Size = Size::new(900.0, 230.0);
const WEEKS: Size = Size::new(1200.0, 654.0);

fn screen() -> Style {
    Style::screen(&tokens().light)
}

fn has_words(scene: &Scene, words: &str) -> bool {
    scene.texts().any(|text| text.text == words)
}

/// Every pair of texts that lie over each other.
fn overlaps(scene: &Scene) -> Vec<(String, String)> {
    let texts: Vec<(Area, &Text)> = scene.texts().map(|text| (text.area(), text)).collect();
    let pairs = texts
        .iter()
        .enumerate()
        .flat_map(|(index, one)| texts[index + 1..].iter().map(move |other| (one, other)));
    pairs
        .filter(|((one, _), (other, _))| one.overlaps(other))
        .map(|((_, one), (_, other))| (one.text.clone(), other.text.clone()))
        .collect()
}

/// Every coordinate of a scene, so that a rule can be held against all of them.
fn coordinates(scene: &Scene) -> Vec<f32> {
    let of = |points: &[Point]| points.iter().flat_map(|point| [point.x, point.y]).collect();
    let of_mark = |mark: &Mark| -> Vec<f32> {
        match mark {
            Mark::Rectangle { area, .. } | Mark::Frame { area, .. } => {
                vec![area.left, area.top, area.right, area.bottom]
            }
            Mark::Polygon { points, .. } | Mark::Line { points, .. } => of(points),
            Mark::Band { upper, lower, .. } => [of(upper), of(lower)].concat(),
            Mark::Circle { center, radius, .. } => vec![center.x, center.y, *radius],
            Mark::Text(text) => vec![text.position.x, text.position.y, text.size],
        }
    };
    scene.marks.iter().flat_map(of_mark).collect()
}

/// The lines of this year, in the daily chart's solid width or the weekly chart's dashed one.
fn year_lines(scene: &Scene) -> Vec<&[Point]> {
    let accent = tokens().light.accent.into();
    let lines = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Line { points, stroke } if stroke.ink == accent && stroke.width >= 2.0 => {
            Some(points.as_slice())
        }
        _ => None,
    });
    lines.collect()
}

#[test]
fn thirty_long_events_in_a_quarter_are_all_named_and_no_words_overlap() {
    for quarter in Quarter::ALL {
        let events = series::thirty_events(quarter);
        for size in [WIDE, NARROW] {
            let (scene, _) = daily(&series::quarter(quarter), &events, size, &screen());
            assert_eq!(overlaps(&scene), []);
            for event in &events {
                let day = format!("{:02}.{:02}", event.date.day(), event.date.month());
                assert!(has_words(&scene, &day), "{day} has no words at {size:?}");
            }
            let is_inside =
                |text: &Text| text.area().left >= 0.0 && text.area().right <= size.width;
            assert!(scene.texts().all(is_inside));
        }
    }
}

#[test]
fn events_of_one_day_share_a_diamond_and_those_of_other_quarters_are_left_out() {
    let event = |day, title: &str| EventMark { date: day, title: title.to_owned() };
    let events = [
        event(date(2021, 3, 11), "Strøm\nbrudd"),
        event(date(2021, 3, 11), "Fiberbrudd"),
        event(date(2021, 5, 4), "Brudd i mai"),
    ];
    let (scene, _) = daily(&series::quarter(Quarter::First), &events, WIDE, &screen());
    let diamonds = scene.marks.iter().filter(|mark| matches!(mark, Mark::Polygon { .. }));
    assert_eq!(diamonds.count(), 1);
    assert!(has_words(&scene, "Strøm brudd; Fiberbrudd"));
    assert!(scene.description.ends_with("2 hendelser er merket."));
}

#[test]
fn lines_and_band_break_at_weekends_holidays_and_gaps() {
    let mut quarter = series::quarter(Quarter::Second);
    for day in &mut quarter.days {
        if (date(2021, 6, 8)..date(2021, 6, 11)).contains(&day.date) {
            day.cases = None;
        }
    }
    let (scene, layout) = daily(&quarter, &[], WIDE, &screen());
    let bands = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Band { upper, .. } if upper.len() > 2 => Some(upper.as_slice()),
        _ => None,
    });
    let column = layout.column(date(2021, 4, 1)).map_or(0.0, |area| area.width());
    for points in bands.chain(year_lines(&scene)) {
        for pair in points.windows(2) {
            assert!(pair[1].x - pair[0].x < column * 1.01, "a gap is bridged: {pair:?}");
        }
        assert!(points.iter().all(|point| layout.day_at(point.x).is_some_and(is_workday)));
    }
    let is_in_gap = |point: &Point| layout.day_at(point.x) == Some(date(2021, 6, 9));
    assert!(!year_lines(&scene).concat().iter().any(is_in_gap));
    assert!(has_words(&scene, "mangler data"));
}

#[test]
fn a_year_that_is_still_running_stops_and_misses_nothing() {
    let mut quarter = series::quarter(Quarter::First);
    for day in &mut quarter.days {
        day.is_partial = day.date == date(2021, 2, 10);
        day.cases = day.cases.filter(|_| day.date <= date(2021, 2, 10));
    }
    let (scene, layout) = daily(&quarter, &[], WIDE, &screen());
    assert!(!has_words(&scene, "mangler data"));
    let end = year_lines(&scene).concat().last().and_then(|end| layout.day_at(end.x));
    assert_eq!(end, Some(date(2021, 2, 9)), "a day that may be incomplete is not on the line");
    let mut weeks = series::weeks();
    weeks.weeks.retain(|point| point.week.year < 2021 || point.week.week <= 20);
    let (scene, _) = weekly(&weeks, &WeeklyOptions::default(), WEEKS, &screen());
    assert!(!has_words(&scene, "mangler data") && has_words(&scene, "2021"));
}

#[test]
fn counts_start_at_zero() {
    let mut quarter = series::quarter(Quarter::First);
    quarter.days[0].cases = Some(0);
    let (scene, layout) = daily(&quarter, &[], WIDE, &screen());
    let zero = scene.texts().find(|text| text.text == "0").map(|text| text.position.y);
    assert_eq!(zero, Some(layout.plot().bottom));
    let lowest = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Circle { center, .. } => Some(center.y),
        _ => None,
    });
    assert_eq!(lowest.reduce(f32::max), Some(layout.plot().bottom), "no cases lie on the axis");
}

#[test]
fn without_data_there_are_axes_and_the_words_that_it_is_missing() {
    let mut empty = series::quarter(Quarter::First);
    for day in &mut empty.days {
        (day.cases, day.average) = (None, None);
    }
    let mut no_days = empty.clone();
    no_days.days.clear();
    let mut no_weeks = series::weeks();
    no_weeks.weeks.clear();
    no_weeks.averages.clear();
    for size in [WIDE, Size::new(0.0, 0.0), Size::new(40.0, 20.0)] {
        let options = WeeklyOptions::default();
        let scenes = [
            daily(&empty, &series::three_events(), size, &screen()).0,
            daily(&no_days, &series::three_events(), size, &screen()).0,
            weekly(&no_weeks, &options, size, &screen()).0,
        ];
        for scene in scenes {
            assert!(has_words(&scene, "mangler data") && has_words(&scene, "0"));
            assert!(coordinates(&scene).iter().all(|coordinate| coordinate.is_finite()));
        }
    }
    let shared = SharedScale::of(&no_weeks);
    let small = quarter_small(&no_weeks, Quarter::First, shared, true, NARROW, &screen());
    assert!(coordinates(&small).iter().all(|coordinate| coordinate.is_finite()));
}

#[test]
fn pointing_at_a_day_frames_it_and_marks_both_lines() {
    let (scene, layout) = daily(&series::quarter(Quarter::First), &[], WIDE, &screen());
    let day = date(2021, 3, 11);
    let column = layout.column(day).expect("a day of the quarter");
    assert_eq!(layout.day_at((column.left + column.right) / 2.0), Some(day));
    assert_eq!(layout.day_at(column.left - 1.0), Some(date(2021, 3, 10)));
    assert_eq!(layout.day_at(layout.plot().right + 1.0), None);
    let marks = layout.hover(day);
    let dots = marks.iter().filter(|mark| matches!(mark, Mark::Circle { .. })).count();
    let frames = marks.iter().filter(|mark| matches!(mark, Mark::Frame { .. })).count();
    assert_eq!((dots, frames), (2, 1));
    assert_eq!(layout.hover(date(2021, 4, 1)), []);
    assert!(scene.description.contains("Flest var det"));
}

#[test]
fn a_weekly_chart_names_its_lines_and_no_words_overlap() {
    let annotation = |week, title: &str| Annotation {
        week,
        title: title.to_owned(),
        text: "Flest i 2018: 1 306 saker i uke 34".to_owned(),
    };
    let annotations = [annotation(12, "Korona, 12. mars 2020"), annotation(34, "Skolestart")];
    let options = WeeklyOptions { annotations: &annotations, ..WeeklyOptions::default() };
    for size in [WEEKS, Size::new(900.0, 520.0)] {
        let (scene, layout) = weekly(&series::weeks(), &options, size, &screen());
        assert_eq!(overlaps(&scene), []);
        for words in ["2021", "snitt", "2015–2020", "Skolestart", "fellesferie", "over snittet"] {
            assert!(has_words(&scene, words), "{words}");
        }
        let last = layout.column(53).map(|column| layout.week_at(column.left + 1.0));
        assert_eq!(last, Some(Some(53)), "2015 and 2020 have a week 53");
        assert_eq!(layout.column(54), None);
    }
}

#[test]
fn a_year_switched_off_leaves_the_scale_as_it_was() {
    let weeks = series::weeks();
    let (all, _) = weekly(&weeks, &WeeklyOptions::default(), WEEKS, &screen());
    let hidden_years = [2015, 2016, 2017, 2018, 2019, 2020, 2021];
    let options =
        WeeklyOptions { hidden_years: &hidden_years, hides_average: true, annotations: &[] };
    let (none, layout) = weekly(&weeks, &options, WEEKS, &screen());
    assert_eq!((year_lines(&all).len(), year_lines(&none).len()), (1, 0));
    let top = |scene: &Scene| scene.texts().find(|text| text.text == "1\u{a0}500").cloned();
    assert!(top(&all).is_some() && top(&all) == top(&none));
    let dots = |mark: &Mark| matches!(mark, Mark::Circle { .. });
    assert!(!layout.hover(20).iter().any(dots));
}

#[test]
fn four_quarters_in_little_share_a_scale_that_only_the_first_names() {
    let weeks = series::weeks();
    let shared = SharedScale::of(&weeks);
    let size = Size::new(200.0, 146.0);
    let scenes = Quarter::ALL.map(|quarter| {
        quarter_small(&weeks, quarter, shared, quarter == Quarter::First, size, &screen())
    });
    let names_scale = |scene: &Scene| scene.texts().any(|text| text.text.ends_with("per uke"));
    assert_eq!(scenes.each_ref().map(names_scale), [true, false, false, false]);
    let last_week = weeks_in(2021).to_string();
    for (scene, words) in scenes.iter().zip(["uke 1", "14", "27", &last_week]) {
        assert!(has_words(scene, words), "{words}");
        assert_eq!(overlaps(scene), []);
    }
}

#[test]
fn a_goal_is_a_tick_and_its_result_a_dot() {
    let percent = |hundredths| Some(Decimal::new(hundredths, 2));
    let goal = |target, result, tone| GoalBar {
        scale: (Decimal::ZERO, Decimal::ONE_HUNDRED),
        target,
        result,
        tone,
        states_scale: false,
    };
    let draw = |goal: GoalBar| goal_bar(&goal, Size::new(180.0, 24.0), &screen());
    let dot = |scene: &Scene| {
        scene.marks.iter().find_map(|mark| match mark {
            Mark::Circle { center, fill, .. } => Some((center.x, fill.map(|ink| ink.color))),
            _ => None,
        })
    };
    let missed = draw(goal(percent(7_000), percent(5_970), GoalTone::Missed));
    assert_eq!(missed.description, "Resultatet er 59,70\u{a0}% og målet 70,00\u{a0}%.");
    assert_eq!(dot(&missed).map(|dot| dot.1), Some(Some(tokens().light.error)));
    let without_number = draw(goal(None, percent(2_655), GoalTone::Neutral));
    assert_eq!(without_number.marks.len(), 2, "a track and a dot, no tick");
    let beyond = draw(goal(None, percent(50_000), GoalTone::Neutral));
    assert!(dot(&beyond).is_some_and(|dot| dot.0 <= 180.0), "the dot stays on its track");
}

#[test]
fn a_chart_is_a_well_formed_svg_and_a_png_of_its_size() {
    let title = "Feil i <Exchange> & \"Teams\" \u{1}".to_owned();
    let events = [EventMark { date: date(2021, 3, 11), title }];
    let quarter = series::quarter(Quarter::First);
    for style in [screen(), Style::screen(&tokens().dark), Style::print()] {
        let (scene, _) = daily(&quarter, &events, NARROW, &style);
        let text = svg(&scene);
        assert!(!text.contains("NaN") && !text.contains("inf\""));
        assert!(text.contains("<title id=\"title\">Saker per dag, 1. kvartal 2021</title>"));
        assert!(text.contains("Feil i &lt;Exchange&gt; &amp; \"Teams\""));
        let tree = usvg::Tree::from_str(&text, &usvg::Options::default()).expect("an SVG");
        assert_eq!((tree.size().width(), tree.size().height()), (900.0, 230.0));
        assert_eq!(text, svg(&scene), "the same scene gives the same bytes");
        let bytes = png(&scene, 2.0).expect("a PNG");
        let picture = resvg::tiny_skia::Pixmap::decode_png(&bytes).expect("a PNG that is read");
        assert_eq!((picture.width(), picture.height()), (1_800, 460));
        let corner = picture.pixel(0, 0).map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
        assert_eq!(corner, Some(style.palette.canvas.0), "the picture has its own canvas");
    }
    let (no_size, _) = daily(&quarter, &events, Size::new(0.0, 0.0), &screen());
    let (scene, _) = daily(&quarter, &events, NARROW, &screen());
    for refused in [png(&no_size, 2.0), png(&scene, 1_000.0), png(&scene, f32::NAN)] {
        let words = refused.expect_err("no picture of no pixels, or of too many").text();
        assert!(words.starts_with("Bildet ble ikke laget"), "{words}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(400))]

    #[test]
    fn wherever_events_fall_and_data_is_missing_no_words_overlap(
        events in proptest::collection::vec((0_usize..90, 1_usize..81), 0..30),
        gap in (0_usize..90, 0_usize..20),
        known_days in 1_usize..91,
        divisor in 1_u32..200,
    ) {
        let mut quarter = series::quarter(Quarter::First);
        let events: Vec<EventMark> = events
            .into_iter()
            .map(|(day, letters)| EventMark {
                date: quarter.days[day].date,
                title: "Varsler om svake passord ".chars().cycle().take(letters).collect(),
            })
            .collect();
        let gap = gap.0..gap.0 + gap.1;
        for (index, day) in quarter.days.iter_mut().enumerate() {
            let is_known = index < known_days && !gap.contains(&index);
            day.cases = day.cases.filter(|_| is_known).map(|cases| cases / divisor);
        }
        for size in [WIDE, NARROW] {
            let (scene, _) = daily(&quarter, &events, size, &screen());
            proptest::prop_assert_eq!(overlaps(&scene), []);
        }
    }
}
