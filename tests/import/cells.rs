//! What the cells of small tables hold besides plain numbers: percentages, durations, formulas
//! without a result, and blanks, which are no zeros.

use std::path::PathBuf;

use arsmelding::figures::{Figures, GoalOutcome, GoalResult};
use arsmelding::import::{Options, Setting, SheetRead, TypedRows};
use arsmelding::project::{
    Direction, Goal, GoalMetric, PercentUnit, Project, TargetUnit, TimeUnit,
};
use rust_xlsxwriter::{Format, Formula, Workbook};

use super::made::{Parts, ods};
use super::support::{Files, imported, project, sheet, sheet_with};
use super::workbooks::{door, notes};

fn with(setting: Setting) -> Options {
    let mut options = Options::default();
    options.say(&setting);
    options
}

/// The first row as previews show it.
fn first(read: &SheetRead) -> Vec<&str> {
    read.preview[0].values.iter().map(String::as_str).collect()
}

fn goals(metrics: &[GoalMetric]) -> Project {
    let goals = metrics.iter().map(|metric| Goal {
        year: Some(2021),
        area: "Drift".to_owned(),
        measure: format!("{metric:?}"),
        target_value: Some(50.into()),
        direction: Direction::AtLeast,
        target_unit: TargetUnit::Percent,
        metric: *metric,
        ..Goal::default()
    });
    Project { goals: goals.collect::<Vec<_>>().into(), ..project() }
}

fn results(project: &Project) -> Vec<GoalResult> {
    Figures::of(project).goals()
}

#[test]
fn a_percentage_that_excel_shows_is_that_percentage() {
    let read = sheet(door("percent-sick-leave.xlsx"));
    assert_eq!(read.questions, []);
    assert_eq!(first(&read), ["2020", "3,36", "4,00"]);
}

#[test]
fn shares_that_are_not_shown_as_percent_are_asked_about() {
    let path = door("share-goals.xlsx");
    let asked = sheet(&path);
    assert_eq!(asked.questions[0].option(), "--percent share|points");
    let share = sheet_with(&path, &project(), &with(Setting::Percent(PercentUnit::Share)));
    assert_eq!(share.questions, []);
    let of = |read: &SheetRead, field: &str| {
        let at = read.fields().iter().position(|own| *own == field).unwrap();
        read.preview[0].values[at].clone()
    };
    assert_eq!(of(&share, "target_value"), "99,8");
    assert_eq!(of(&share, "result"), "99,81");
    let points = sheet_with(&path, &project(), &with(Setting::Percent(PercentUnit::Points)));
    assert_eq!(of(&points, "target_value"), "0,998");
    // The answer is remembered.
    let known = Project { profiles: vec![share.profile.unwrap()].into(), ..project() };
    let again = sheet_with(&path, &known, &Options::default());
    assert_eq!((again.questions.len(), of(&again, "target_value")), (0, "99,8".to_owned()));
}

#[test]
fn percent_columns_are_asked_about_only_where_they_can_be_shares() {
    let files = Files::new();
    for (rows, is_asked) in [
        ("2019;3,36;4\n2020;4,1;4\n", false),
        ("2019;0,0336;0,04\n2020;0,041;0,04\n", true),
        ("2019;3,36 %;4 %\n2020;0,9 %;4 %\n", false),
        ("2019;3,36;0,04\n", true),
        ("2019;0;4\n", false),
        ("2019;1;4\n", true),
    ] {
        let read =
            sheet(files.write("list.csv", format!("År;Sykefravær (%);Mål høyst (%)\n{rows}")));
        assert_eq!(!read.questions.is_empty(), is_asked, "{rows}: {:?}", read.rejects);
        assert_eq!(read.read, read.accepted(), "{rows}");
    }
    // What is above 1 is no share, whatever is said of the others.
    let path = files.write("half.csv", "År;Sykefravær (%);Mål høyst (%)\n2019;3,36;0,04\n");
    let read = sheet_with(path, &project(), &with(Setting::Percent(PercentUnit::Share)));
    assert_eq!(first(&read), ["2019", "3,36", "4,00"]);
}

#[test]
fn a_limit_in_days_is_no_percentage() {
    let files = Files::new();
    let read = sheet(files.write(
        "goals.csv",
        "År;Område;Mål;Måltall;Enhet;Måles på\n2021;Drift;Levering;1;Dager;Skrives inn\n",
    ));
    assert_eq!(read.questions, []);
    assert_eq!(read.accepted(), 1, "{:?}", read.rejects);
}

#[test]
fn a_percentage_is_no_count_and_no_amount() {
    let files = Files::new();
    let row = |cells: &str| format!("<row>{cells}</row>");
    let head = |words: &[&str]| {
        row(&words.iter().map(|word| format!("<c t=\"str\"><v>{word}</v></c>")).collect::<String>())
    };
    let calls = head(&["Dato", "Besvarte anrop", "Besvart innen 1 minutt"])
        + &row("<c s=\"1\"><v>44256</v></c><c><v>100</v></c><c s=\"3\"><v>1</v></c>");
    let read = sheet(Parts::around(&calls).write(&files, "calls.xlsx"));
    assert_eq!((read.accepted(), read.rejects.len()), (0, 1));
    assert_eq!(read.rejects[0].value, "100\u{a0}%");

    let balances = head(&["Konto", "Ansvar", "Funksjon", "Regnskap 2021"])
        + &row("<c><v>10100</v></c><c><v>100</v></c><c><v>120</v></c><c s=\"3\"><v>0.85</v></c>")
        + &row("<c><v>10110</v></c><c><v>100</v></c><c><v>120</v></c><c><v>85</v></c>");
    let read = sheet(Parts::around(&balances).write(&files, "balances.xlsx"));
    assert_eq!(read.rejects.len(), 1);
    assert_eq!((&*read.rejects[0].cell, &*read.rejects[0].value), ("D2", "85\u{a0}%"));
}

fn uptime(read: &SheetRead) -> Vec<(String, String)> {
    let values = read.preview.iter().map(|row| &row.values);
    values.map(|row| (row[2].replace('\u{a0}', ""), row[3].replace('\u{a0}', ""))).collect()
}

fn uptime_list(heads: (&str, &str), rows: &[(&str, &str)]) -> String {
    let rows: String = (1..)
        .zip(rows)
        .map(|(month, (measured, out))| format!("EPJ;01.{month:02}.2021;{measured};{out}\n"))
        .collect();
    format!("System;Måned;{};{}\n{rows}", heads.0, heads.1)
}

#[test]
fn durations_are_minutes_in_columns_of_minutes() {
    let files = Files::new();
    // 24:00 and 744:00 as [h]:mm, 0:45 as a clock time, 90 as a number.
    let rows = "<row><c t=\"str\"><v>System</v></c><c t=\"str\"><v>Måned</v></c>\
        <c t=\"str\"><v>Målt tid</v></c><c t=\"str\"><v>Nedetid</v></c></row>\
        <row><c t=\"str\"><v>EPJ</v></c><c s=\"1\"><v>44197</v></c><c s=\"4\"><v>31</v></c><c s=\"4\"><v>1</v></c></row>\
        <row><c t=\"str\"><v>EPJ</v></c><c s=\"1\"><v>44228</v></c><c s=\"4\"><v>28</v></c><c s=\"5\"><v>0.03125</v></c></row>";
    let read = sheet(Parts::around(rows).write(&files, "uptime.xlsx"));
    assert_eq!(read.questions, []);
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(uptime(&read), [pair("44640", "1440"), pair("40320", "45")]);

    let clock = uptime_list(("Målt tid", "Nedetid"), &[("744:00", "24:00"), ("672:00", "0:45")]);
    assert_eq!(uptime(&sheet(files.write("clock.csv", clock))), uptime(&read));

    let cell = |kind: &str, value: &str| {
        format!("<table:table-cell office:value-type=\"{kind}\" {value}/>")
    };
    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: String| format!("<table:table-row>{cells}</table:table-row>");
    let table = row(["System", "Måned", "Målt tid", "Nedetid"].map(text).concat())
        + &row(text("EPJ")
            + &cell("date", "office:date-value=\"2021-01-01\"")
            + &cell("time", "office:time-value=\"PT744H00M00S\"")
            + &cell("time", "office:time-value=\"PT24H00M00S\""))
        + &row(text("EPJ")
            + &cell("date", "office:date-value=\"2021-02-01\"")
            + &cell("time", "office:time-value=\"PT672H00M00S\"")
            + &cell("time", "office:time-value=\"PT00H45M00S\""));
    let path = files
        .write("uptime.ods", ods(&format!("<table:table table:name=\"A\">{table}</table:table>")));
    assert_eq!(uptime(&sheet(path)), uptime(&read));
}

#[test]
fn hours_are_read_where_a_heading_says_so_and_asked_about_where_none_does() {
    let files = Files::new();
    let rows = [("744", "1,5"), ("672", "0")];
    for heads in [
        ("Målt tid (timer)", "Nedetid (timer)"),
        ("Målt tid (t)", "Nedetid (t)"),
        ("Målt tid (timer)", "Nedetid"),
        ("Målte timer", "Timer nede"),
    ] {
        let read = sheet(files.write("hours.csv", uptime_list(heads, &rows)));
        assert_eq!(read.questions, [], "{heads:?}");
        assert_eq!(uptime(&read)[0], ("44640".to_owned(), "90".to_owned()), "{heads:?}");
    }
    let path = files.write("open.csv", uptime_list(("Målt tid", "Nedetid"), &rows));
    assert_eq!(sheet(&path).questions[0].option(), "--time-unit hours|minutes");
    let hours = sheet_with(&path, &project(), &with(Setting::TimeUnit(TimeUnit::Hours)));
    assert_eq!((hours.questions.len(), &*uptime(&hours)[0].1), (0, "90"));

    let minutes = [("44640", "90"), ("40320", "0")];
    let read = sheet(files.write("minutes.csv", uptime_list(("Målt tid", "Nedetid"), &minutes)));
    assert_eq!(read.questions, []);
    // Half a minute is none where the heading says minutes.
    let half = uptime_list(("Målt tid (min)", "Nedetid (min)"), &[("44640", "1,5")]);
    assert_eq!(sheet(files.write("half.csv", half)).rejects.len(), 1);
}

#[test]
fn formulas_without_a_result_are_told_and_count_as_nothing_known() {
    let read = sheet(door("formulas-calls.xlsx"));
    assert_eq!(read.accepted(), 5);
    let told = notes(&read).join("\n");
    assert!(
        told.contains("Kolonne C («Besvart innen 1 minutt») har 5 formler uten lagret verdi"),
        "{told}"
    );
    assert!(
        told.contains("Kolonne D") && told.contains("Åpne fila i Excel og lagre den"),
        "{told}"
    );
    let metrics = [GoalMetric::CallsWithin1Min, GoalMetric::CallsWithin3Min];
    for result in results(&imported(&goals(&metrics), &[read])) {
        assert_eq!(
            (result.result, result.outcome, result.left_out),
            (None, GoalOutcome::NoResult, 5)
        );
    }
}

#[test]
fn a_formula_without_a_result_is_no_customer_no_date_and_no_amount() {
    let read = sheet(door("formulas-customer.xlsx"));
    assert_eq!(read.accepted(), 6);
    assert!(
        notes(&read).iter().any(|note| note.contains("Kolonne D («Kunde») har 6 formler")),
        "{read:?}"
    );
    let read = sheet(door("formulas-date.xlsx"));
    assert_eq!((read.accepted(), read.rejects.len()), (0, 6));
    assert!(read.rejects[0].cause.text().contains("formel uten lagret verdi"));

    let files = Files::new();
    let rows = "<row><c t=\"str\"><v>Konto</v></c><c t=\"str\"><v>Ansvar</v></c><c t=\"str\"><v>Funksjon</v></c>\
        <c t=\"str\"><v>Regnskap 2021</v></c></row>\
        <row><c><v>10100</v></c><c><v>100</v></c><c><v>120</v></c><c><f>SUM(1,2)</f></c></row>\
        <row><c><v>10110</v></c><c><v>100</v></c><c><v>120</v></c><c><f>1+1</f><v>2</v></c></row>";
    let read = sheet(Parts::around(rows).write(&files, "balances.xlsx"));
    assert_eq!((read.rejects.len(), &*read.rejects[0].cell), (1, "D2"));
    assert!(read.rejects[0].cause.text().contains("formel uten lagret verdi"));
}

/// A list of calls whose third column is a formula with that result.
fn with_formulas(files: &Files, result: &str) -> PathBuf {
    let mut workbook = Workbook::new();
    let list = workbook.add_worksheet();
    let dated = Format::new().set_num_format("dd.mm.yyyy");
    for (column, heading) in (0..).zip(["Dato", "Besvarte anrop", "Besvart innen 1 minutt"]) {
        list.write(0, column, heading).unwrap();
    }
    for row in 1..=3 {
        list.write_number_with_format(row, 0, f64::from(44_255 + row), &dated).unwrap();
        list.write(row, 1, 10).unwrap();
        list.write(row, 2, Formula::new("=B2*0.8").set_result(result)).unwrap();
    }
    files.write("calls.xlsx", workbook.save_to_buffer().unwrap())
}

#[test]
fn a_writer_that_computes_nothing_and_says_so_has_no_zeros() {
    // Libraries write 0 as the result of every formula, and that Excel must compute them all.
    let files = Files::new();
    let read = sheet(with_formulas(&files, "0"));
    assert!(
        notes(&read).iter().any(|note| note.contains("har 3 formler uten lagret verdi")),
        "{read:?}"
    );
    let read = sheet(with_formulas(&files, "8"));
    assert_eq!(notes(&read), [""; 0]);
    let TypedRows::Table { rows, .. } = &read.rows else { panic!("no table") };
    assert_eq!(rows.len(), 3);
    assert_eq!(read.preview[0].values[2], "8");
}

#[test]
fn days_and_months_without_both_numbers_are_in_no_share_and_told() {
    let calls = sheet(door("blank-calls.csv"));
    assert_eq!(
        notes(&calls),
        ["En rad har bare det ene av to tall som hører sammen, og regnes ikke med i målene"]
    );
    let uptime = sheet(door("blank-uptime.csv"));
    assert_eq!(
        notes(&uptime),
        ["2 rader har bare det ene av to tall som hører sammen, og regnes ikke med i målene"]
    );
    let metrics = [GoalMetric::CallsWithin1Min, GoalMetric::CallsWithin3Min, GoalMetric::Uptime];
    let after = imported(&goals(&metrics), &[calls, uptime]);
    let found = results(&after);
    let percent: Vec<String> =
        found.iter().map(|own| own.result.unwrap().round_dp(2).to_string()).collect();
    assert_eq!(percent, ["80", "90", "99.75"]);
    assert_eq!(found.iter().map(|own| own.left_out).collect::<Vec<_>>(), [1, 1, 2]);
    // The trail leads to the cells that count, and to no others.
    let figures = Figures::of(&after);
    let cells: Vec<usize> = found
        .iter()
        .map(|own| figures.cells_of(&figures.goal_key(own.row).unwrap()).len())
        .collect();
    assert_eq!(cells, [18, 18, 2]);
    let findings = arsmelding::checks::all(&figures, jiff::civil::date(2022, 1, 10)).findings;
    assert_eq!(findings.iter().filter(|own| own.rule == "goal-left-out").count(), 3);
}
