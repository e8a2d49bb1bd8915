//! Small lists as people keep them.

use arsmelding::import::{Options, Question, SheetRead};
use arsmelding::project::{Direction, PercentUnit, SourceKind, TableId};
use jiff::civil::date;

use super::support::{Files, imported, project, sheet, sheet_with};

fn of_year(year: i16) -> Options {
    Options { year: Some(year), ..Options::default() }
}

/// The options of the questions of a sheet.
fn asks(read: &SheetRead) -> Vec<String> {
    read.questions.iter().map(Question::option).collect()
}

/// The only row of staff: employees and årsverk.
fn staff(read: &SheetRead) -> (Option<u32>, String) {
    let after = imported(&project(), std::slice::from_ref(read));
    let [own] = &after.staff[..] else { panic!("{:?}", after.staff) };
    (own.employees_total, own.available_fte.map_or(String::new(), |fte| fte.to_string()))
}

#[test]
fn goals_need_neither_year_nor_area() {
    let files = Files::new();
    let path = files.write("goals.csv", "Mål;Måltall;Resultat\nOppetid;99,8;99,9\nSvartid;80;75\n");
    let read = sheet(&path);
    assert_eq!(read.kind(), SourceKind::Table(TableId::Goals));
    let options: Vec<String> = read.questions.iter().map(Question::option).collect();
    assert_eq!(options, ["--source-year 2021|2020|2022"]);
    let read = sheet_with(&path, &project(), &of_year(2021));
    assert_eq!((read.questions.len(), read.accepted(), read.rejects.len()), (0, 2, 0));
    let after = imported(&project(), &[read]);
    assert_eq!(after.goals[0].year, Some(2021));
    assert_eq!((after.goals[1].measure.as_str(), after.goals[1].area.as_str()), ("Svartid", ""));
    let again = sheet_with(&path, &after, &of_year(2021));
    assert!(!super::support::plan(&after, &[again]).has_changes());
}

#[test]
fn a_title_row_says_the_year() {
    let files = Files::new();
    let text = "Periode: 01.01.2021–31.12.2021\nMål;Måltall;Resultat\nOppetid;99,8;99,9\n";
    let read = sheet(files.write("titled.csv", text));
    assert_eq!((read.questions.len(), read.accepted()), (0, 1));
}

#[test]
fn staff_of_a_year_is_counted_on_its_last_day() {
    let files = Files::new();
    let text = "År;Ansatte;Årsverk\n2020;44;41,5\n2021;45;42,8\nSum;;\n";
    let read = sheet(files.write("staff.csv", text));
    assert_eq!((read.accepted(), read.rejects.len()), (2, 0));
    let after = imported(&project(), &[read]);
    assert_eq!(after.staff[1].date, Some(date(2021, 12, 31)));
    assert_eq!(after.staff[1].employees_total, Some(45));
    let text = "År;Antall ansatte\n2021;45\n";
    assert_eq!(sheet(files.write("two.csv", text)).kind(), SourceKind::Table(TableId::Staff));
}

#[test]
fn sick_leave_in_percent_needs_no_year_column() {
    let files = Files::new();
    let path = files.write("percent.csv", "Sykefravær (%);Mål høyst (%)\n3,36;4\n");
    assert_eq!(sheet(&path).questions[0].option(), "--source-year 2021|2020|2022");
    let after = imported(&project(), &[sheet_with(&path, &project(), &of_year(2021))]);
    assert_eq!(after.sick_leave_years[0].year, Some(2021));
}

#[test]
fn sick_leave_and_turnover_without_a_year_are_asked_about() {
    let files = Files::new();
    let lists = [
        "Kjønn;Mulige dagsverk;Egenmeldte dagsverk;Legemeldte dagsverk\nKvinner;2818;42;159\nMenn;6117;33;72\n",
        "Retning;Årsak;Antall\nUt;Pensjon;2\nInn;;3\n",
    ];
    for text in lists {
        let path = files.write("list.csv", text);
        assert_eq!(sheet(&path).questions[0].option(), "--source-year 2021|2020|2022", "{text}");
        let read = sheet_with(&path, &project(), &of_year(2020));
        assert_eq!((read.questions.len(), read.accepted()), (0, 2), "{text}");
        let after = imported(&project(), &[read]);
        let years: Vec<_> = after.sick_leave.iter().map(|own| own.year).collect();
        let others: Vec<_> = after.turnover.iter().map(|own| own.year).collect();
        assert!([years, others].concat().iter().all(|year| *year == Some(2020)), "{text}");
    }
}

#[test]
fn staff_and_sick_leave_need_no_year_column() {
    let files = Files::new();
    let path = files
        .write("avd.csv", "Avdeling;Ansatte;Årsverk\nDrift;20;19,5\nStab;10;9\nTotalt;30;28,5\n");
    assert_eq!(asks(&sheet(&path)), ["--source-year 2021|2020|2022"]);
    let read = sheet_with(&path, &project(), &of_year(2021));
    assert_eq!(staff(&read), (Some(30), "28.5".to_owned()));
    let path = files.write("en.csv", "Ansatte;Årsverk\n45;42,8\n");
    let read = sheet_with(&path, &project(), &of_year(2021));
    assert_eq!(staff(&read), (Some(45), "42.8".to_owned()));
    // A heading says it.
    let read = sheet(
        files.write("hode.csv", "Avdeling;Ansatte 2020;Ansatte 2021\nDrift;18;20\nStab;8;10\n"),
    );
    assert!(read.notes.iter().any(|note| note.message.text().contains("«Ansatte 2020»")));
    assert_eq!(staff(&read).0, Some(30));
    let months = "Måned;Sykefravær (%)\nJanuar;5\nFebruar;4\n";
    let path = files.write("mnd.csv", months);
    assert_eq!(asks(&sheet(&path)), ["--source-year 2021|2020|2022"]);
    let read = sheet_with(&path, &project(), &of_year(2021));
    assert_eq!(asks(&read), ["--repeated first|last"]);
    let path = files.write("aar.csv", format!("{months}Hele året;4,4\n"));
    let read = sheet_with(&path, &project(), &of_year(2021));
    let after = imported(&project(), &[read]);
    assert_eq!(after.sick_leave_years[0].sick_leave_pct.unwrap().to_string(), "4.4");
}

#[test]
fn goals_are_headed_in_many_ways() {
    let files = Files::new();
    for head in [
        "Måleparameter;Mål;Resultat",
        "Indikator;Mål 2021;Resultat 2021",
        "KPI;Målsetting;Oppnådd",
        "Nøkkeltall;Målverdi;Resultat",
        "Resultatindikator;Krav;Oppnådd resultat",
        "Mål;Måltall;Resultat",
    ] {
        let path =
            files.write("maal.csv", format!("{head}\nOppetid;99,8 %;99,9 %\nSvartid;80 %;75 %\n"));
        let read = sheet_with(&path, &project(), &of_year(2021));
        assert_eq!((read.questions.len(), read.accepted()), (0, 2), "{head}");
        let after = imported(&project(), &[read]);
        let goal = &after.goals[1];
        let numbers = [goal.target_value, goal.result].map(|own| own.unwrap().to_string());
        assert_eq!(
            (goal.measure.as_str(), numbers),
            ("Svartid", ["80".into(), "75".into()]),
            "{head}"
        );
    }
    let text = "KPI;Målsetting;Oppnådd\nOppetid;Minst 99 %;99,9 %\n";
    let read = sheet_with(files.write("ord.csv", text), &project(), &of_year(2021));
    let after = imported(&project(), &[read]);
    assert_eq!(
        (after.goals[0].target_text.as_str(), after.goals[0].target_value),
        ("Minst 99 %", None)
    );
    // A result of another year is no result of this one.
    let read = sheet(files.write("aar.csv", "Mål;Resultat 2020;Resultat 2021\nOppetid;98;99\n"));
    let after = imported(&project(), &[read]);
    assert_eq!(after.goals[0].year, Some(2021));
    assert_eq!(after.goals[0].result.unwrap().to_string(), "99");
    // Without a year the project's is offered.
    let read = sheet(files.write("uten.csv", "KPI;Mål;Resultat\nOppetid;98;99\n"));
    assert_eq!(asks(&read), ["--source-year 2021|2020|2022"]);
}

/// The goals of a list of 2021 as they are read, those that should be reached from above, and what
/// is told of them.
fn at_most(rows: &str) -> (Vec<String>, Vec<(Option<String>, String)>) {
    let files = Files::new();
    // What the numbers are is asked about elsewhere.
    let said = Options { percent: Some(PercentUnit::Points), ..of_year(2021) };
    let read = sheet_with(files.write("maal.csv", rows), &project(), &said);
    assert_eq!(read.rejects.len(), 0, "{rows}: {:?}", read.rejects);
    let notes = read.notes.iter().map(|note| (note.place.cell.clone(), note.message.text()));
    let told = notes.filter(|(_, text)| text.contains("høyst måltallet")).collect();
    let after = imported(&project(), std::slice::from_ref(&read));
    assert!(!super::support::plan(&after, &[read]).has_changes(), "{rows}");
    let goals = after.goals.iter().filter(|goal| goal.direction == Direction::AtMost);
    (goals.map(|goal| goal.measure.clone()).collect(), told)
}

#[test]
fn goals_of_which_less_is_better_are_reached_from_above() {
    let rows = "År;Måleparameter;Mål;Resultat\n2021;Oppetid;99 %;99,5 %\n\
        2021;Sykefravær;4 %;5 %\n2021;Andel ubesvarte anrop;3 %;2 %\n";
    let (goals, told) = at_most(rows);
    assert_eq!(goals, ["Sykefravær", "Andel ubesvarte anrop"]);
    let [(cell, text)] = &told[..] else { panic!("{told:?}") };
    assert_eq!(cell.as_deref(), Some("B3"));
    assert!(text.contains("«Sykefravær», «Andel ubesvarte anrop»"), "{text}");
    let single = |measure: &str| {
        at_most(&format!("Måleparameter;Måltall;Resultat\n{measure};5;6\n")).0.len()
    };
    for measure in [
        "Antall avvik",
        "Gjennomsnittlig saksbehandlingstid",
        "Leveringstid (dager)",
        "Ventetid på telefon",
        "Feil per 1000 leveranser",
        "Nedetid kritiske systemer",
        "Turnover",
        "Antall klager",
        "Legemeldt sykefravær",
        "Åpne saker, høyst",
    ] {
        assert_eq!(single(measure), 1, "{measure}");
    }
    for measure in [
        "Oppetid",
        "Andel avvik lukket innen frist",
        "Klager besvart innen 3 uker",
        "Leveranser uten feil",
        "Andel anrop besvart under 1 minutt",
        "Reduksjon i sykefravær",
    ] {
        assert_eq!(single(measure), 0, "{measure}");
    }
}

#[test]
fn the_words_of_a_target_say_which_side_of_it_is_good() {
    let of = |target: &str, measure: &str| {
        let rows = format!("Måleparameter;Målsetting;Måltall;Resultat\n{measure};{target};5;6\n");
        at_most(&rows).0.len()
    };
    for target in
        ["Høyst 5 %", "maks 5", "Under 5 dager", "inntil 5", "<5 %", "≤ 5 %", "ikke over 5"]
    {
        assert_eq!(of(target, "Kostnad per bruker"), 1, "{target}");
    }
    for target in ["Minst 5", "over 5 %", ">5 %", "≥ 5", "5 %"] {
        assert_eq!(of(target, "Kostnad per bruker"), 0, "{target}");
    }
    assert_eq!(of("minst 5", "Meldte avvik"), 0);
}

#[test]
fn a_column_of_directions_goes_before_words() {
    let rows = "Måleparameter;Måltall;Retning;Resultat\nSykefravær;5;Minst;6\n\
        Avvik;5;;6\nOppetid;99;Høyst;98\n";
    let (goals, told) = at_most(rows);
    assert_eq!(goals, ["Avvik", "Oppetid"]);
    assert!(told[0].1.contains("«Avvik»") && !told[0].1.contains("Sykefravær"));
}

#[test]
fn results_of_half_years_are_asked_about() {
    let files = Files::new();
    let path = files
        .write("halvaar.csv", "KPI;Mål;Resultat 1. halvår;Resultat 2. halvår\nOppetid;99;98;97\n");
    let read = sheet_with(&path, &project(), &of_year(2021));
    assert_eq!(asks(&read), ["--map result=…"]);
    for (answer, expected) in read.questions[0].answers.iter().zip([Some("98"), Some("97"), None]) {
        let mut options = of_year(2021);
        options.say(&answer.says);
        let after = imported(&project(), &[sheet_with(&path, &project(), &options)]);
        assert_eq!(after.goals[0].result.map(|own| own.to_string()).as_deref(), expected);
    }
}

/// The first days of the periods of systems.
fn starts(read: SheetRead) -> Vec<String> {
    let after = imported(&project(), &[read]);
    after.uptime.iter().filter_map(|own| Some(own.period_start?.to_string())).collect()
}

#[test]
fn a_system_is_measured_from_the_first_day_of_a_month() {
    let files = Files::new();
    let list = |heading: &str, first: &str, second: &str| {
        let rows = format!("System;{heading};Målt tid (min);Nedetid (min)\n");
        format!("{rows}Visma;{first};44640;10\nVisma;{second};40320;0\n")
    };
    for (first, second) in [
        ("januar 2021", "februar 2021"),
        ("2021-01", "2021-02"),
        ("01.2021", "02.2021"),
        ("202101", "202102"),
        ("Jan 2021", "Feb 2021"),
        ("jan.21", "feb.21"),
        ("01.01.2021", "01.02.2021"),
    ] {
        let read = sheet(files.write("oppetid.csv", list("Måned", first, second)));
        assert_eq!((read.rejects.len(), read.questions.len()), (0, 0), "{first}");
        assert_eq!(starts(read), ["2021-01-01", "2021-02-01"], "{first}");
    }
    for (first, second) in [("Jan", "Feb"), ("januar", "februar"), ("1", "2"), ("01", "02")] {
        let path = files.write("oppetid.csv", list("Måned", first, second));
        assert_eq!(asks(&sheet(&path)), ["--source-year 2021|2020|2022"], "{first}");
        let read = sheet_with(&path, &project(), &of_year(2020));
        assert_eq!((read.rejects.len(), read.questions.len()), (0, 0), "{first}");
        assert_eq!(starts(read), ["2020-01-01", "2020-02-01"], "{first}");
    }
    let read = sheet(files.write("oppetid.csv", list("Periode", "Q1 2021", "Q2 2021")));
    assert_eq!(starts(read), ["2021-01-01", "2021-04-01"]);
    // A month that there is not is rejected.
    let read = sheet(files.write("oppetid.csv", list("Måned", "13.2021", "01.2021")));
    assert_eq!((read.rejects.len(), read.accepted()), (1, 1));
}

#[test]
fn staff_of_a_quarter_or_a_month_are_counted_on_its_last_day() {
    let files = Files::new();
    for (heading, first, second, days) in [
        ("Kvartal", "Q3 2020", "Q4 2020", ["2020-09-30", "2020-12-31"]),
        ("Kvartal", "1. kvartal 2021", "2. kvartal 2021", ["2021-03-31", "2021-06-30"]),
        ("Måned", "01.2021", "02.2021", ["2021-01-31", "2021-02-28"]),
        ("Måned", "januar 2021", "februar 2021", ["2021-01-31", "2021-02-28"]),
        ("Tertial", "T1 2021", "2. tertial 2021", ["2021-04-30", "2021-08-31"]),
        ("Dato", "31.08.2021", "31.12.2021", ["2021-08-31", "2021-12-31"]),
    ] {
        let text = format!("{heading};Ansatte;Årsverk\n{first};40;38\n{second};41;39,5\n");
        let read = sheet(files.write("ansatte.csv", text));
        assert_eq!((read.rejects.len(), read.questions.len()), (0, 0), "{first}");
        let after = imported(&project(), &[read]);
        let read: Vec<String> =
            after.staff.iter().filter_map(|own| Some(own.date?.to_string())).collect();
        assert_eq!(read, days, "{first}");
    }
    let path = files.write("ansatte.csv", "Kvartal;Ansatte\n1;40\n2;41\n");
    assert_eq!(asks(&sheet(&path)), ["--source-year 2021|2020|2022"]);
    let after = imported(&project(), &[sheet_with(&path, &project(), &of_year(2021))]);
    assert_eq!(after.staff[1].date, Some(date(2021, 6, 30)));
}

/// Groups with their women and their total.
fn groups(read: SheetRead) -> Vec<(String, Option<u32>, Option<u32>)> {
    let after = imported(&project(), &[read]);
    after.gender.iter().map(|own| (own.group.clone(), own.women, own.total)).collect()
}

#[test]
fn women_and_men_that_are_not_the_total_are_told_with_the_cell() {
    let files = Files::new();
    let head = "År;Gruppe;Kvinner;Menn;Totalt\n";
    let rows = format!("{head}2021;Ledere;2;3;5\n2021;Ansatte;12;33;54\n");
    let read = sheet(files.write("kjonn.csv", rows));
    let told = |read: &SheetRead| -> Vec<(Option<String>, String)> {
        let notes = read.notes.iter().map(|own| (own.place.cell.clone(), own.message.text()));
        notes.filter(|(_, text)| text.contains("kvinner og menn")).collect()
    };
    let [(cell, text)] = &told(&read)[..] else { panic!("{:?}", read.notes) };
    assert_eq!(cell.as_deref(), Some("E3"));
    assert!(text.contains("er 54, men kvinner og menn er 45"), "{text}");
    let all = groups(read);
    assert!(all.contains(&("Ansatte".to_owned(), Some(12), Some(54))), "{all:?}");
    let rows = format!("{head}2021;Ledere;2;3;5\n2021;Ansatte;12;33;45\n2021;Styret;3;;7\n");
    let read = sheet(files.write("kjonn.csv", rows));
    assert_eq!((told(&read).len(), read.accepted()), (0, 3));
    let rows = format!("{head}2021;Ledere;2;3;6\n2021;Ansatte;12;33;54\n");
    assert!(told(&sheet(files.write("kjonn.csv", rows)))[0].1.starts_with("2 rader"));
}

#[test]
fn women_and_men_without_a_total_are_it_together() {
    let files = Files::new();
    let path =
        files.write("k.csv", "År;Gruppe;Kvinner;Menn\n2021;Ledere;2;3\n2021;Ansatte;12;33\n");
    let read = sheet(&path);
    assert_eq!(read.kind(), SourceKind::Table(TableId::Gender));
    assert_eq!((read.accepted(), read.rejects.len(), read.questions.len()), (2, 0, 0));
    let after = imported(&project(), std::slice::from_ref(&read));
    assert!(!super::support::plan(&after, std::slice::from_ref(&read)).has_changes());
    let mut all = groups(read);
    all.sort();
    let group = |name: &str, women, total| (name.to_owned(), Some(women), Some(total));
    assert_eq!(all, [group("Ansatte", 12, 45), group("Ledere", 2, 5)]);
    // A total that is left blank is theirs, too, and men are a number.
    let text = "År;Gruppe;Kvinner;Menn;Totalt\n2021;Ledere;2;3;\n2021;Ansatte;12;ti;22\n";
    let read = sheet(files.write("k.csv", text));
    assert_eq!((read.accepted(), read.rejects.len()), (1, 1));
    assert_eq!(groups(read), [group("Ledere", 2, 5)]);
}

#[test]
fn what_takes_a_time_is_no_percentage() {
    let files = Files::new();
    let text =
        "Mål;Måltall;Resultat\nSvartid;30;25\nGjennomsnittlig ventetid;10;12\nOppetid;99,5;99,6\n";
    let options = Options { year: Some(2021), ..Options::default() };
    let read = sheet_with(files.write("mal.csv", text), &project(), &options);
    let told = read.notes.iter().any(|note| note.message.text().contains("Svartid"));
    assert!(told, "{:?}", read.notes);
    let goals = imported(&project(), &[read]).goals;
    let results: Vec<bool> = goals.iter().map(|goal| goal.result.is_some()).collect();
    assert_eq!(results, [false, false, true]);
}

#[test]
fn goals_with_quarters_have_the_years_result_or_ask_for_it() {
    let files = Files::new();
    let read = |heads: &str| {
        let text = format!("Mål;Måltall;{heads}\nOppetid %;99,5;99,1;99,7;99,9;99,8;99,6\n");
        let options = Options { year: Some(2021), ..Options::default() };
        sheet_with(files.write("mal.csv", text), &project(), &options)
    };
    let of_year = read("1. kvartal;2. kvartal;3. kvartal;4. kvartal;Året");
    assert_eq!(of_year.questions, []);
    let after = imported(&project(), &[of_year]);
    assert_eq!(after.goals[0].result.unwrap().to_string(), "99.6");
    let open = read("Q1;Q2;Q3;Q4;2021");
    assert!(open.questions[0].option().starts_with("--map result="), "{:?}", open.questions);
}

#[test]
fn days_of_sick_leave_of_one_kind_alone_are_asked_about_or_told() {
    let files = Files::new();
    let read = |text: &str| {
        let options = Options { year: Some(2021), ..Options::default() };
        sheet_with(files.write("fravar.csv", text), &project(), &options)
    };
    let open = read(
        "Kjønn;Mulige dagsverk;Egenmeldt;Fravær med legeerklæring\nKvinner;2000;20;80\nMenn;1000;10;30\n",
    );
    let option = open.questions[0].option();
    assert!(option.starts_with("--map doctor_certified_days="), "{option}");
    let half = read("Kjønn;Mulige dagsverk;Egenmeldt\nKvinner;2000;20\nMenn;1000;10\n");
    assert!(half.questions.is_empty());
    assert!(half.notes.iter().any(|note| note.message.text().contains("ikke kjent")));
    let both =
        read("Kjønn;Mulige dagsverk;Egenmeldt;Legemeldt\nKvinner;2000;20;80\nMenn;1000;10;30\n");
    assert!(both.questions.is_empty() && both.notes.is_empty(), "{:?}", both.notes);
}

#[test]
fn the_mark_of_small_numbers_is_asked_about_and_obeyed() {
    use arsmelding::number::DecimalMark;
    let files = Files::new();
    let path = files.write("bemanning.csv", "År;Ansatte;Årsverk\n2020;20;18.500\n2021;21;19.275\n");
    let open = sheet_with(&path, &project(), &Options::default());
    assert_eq!(open.questions[0].option(), "--decimal comma|point");
    let years = |path: &std::path::Path, decimal| -> Vec<String> {
        let options = Options { decimal: Some(decimal), ..Options::default() };
        let read = sheet_with(path, &project(), &options);
        assert_eq!((read.questions.len(), read.rejects.len()), (0, 0));
        let after = imported(&project(), &[read]);
        after
            .staff
            .iter()
            .filter_map(|own| Some(own.available_fte?.normalize().to_string()))
            .collect()
    };
    assert_eq!(years(&path, DecimalMark::Point), ["18.5", "19.275"]);
    assert_eq!(years(&path, DecimalMark::Comma), ["18500", "19275"]);
    let path = files.write("fravar.csv", "År;Ansatte;Årsverk\n2020;20;18,625\n2021;21;19,75\n");
    assert_eq!(years(&path, DecimalMark::Comma), ["18.625", "19.75"]);
    let path = files.write("sykefravar.csv", "År;Sykefravær (%)\n2020;4.625\n2021;4.750 %\n");
    let open = sheet_with(&path, &project(), &Options::default());
    assert_eq!(open.questions[0].option(), "--decimal comma|point");
    let options = Options { decimal: Some(DecimalMark::Point), ..Options::default() };
    let read = sheet_with(&path, &project(), &options);
    let after = imported(&project(), &[read]);
    let all: Vec<String> = after
        .sick_leave_years
        .iter()
        .filter_map(|own| Some(own.sick_leave_pct?.normalize().to_string()))
        .collect();
    assert_eq!(all, ["4.625", "4.75"]);
}
