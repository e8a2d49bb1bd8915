//! The invariants of `ARCHITECTURE.md`, read from the source itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in the order in which data flows; a room knows only those above it.
const ROOMS: [&str; 17] = [
    "calendar", "number", "words", "look", "issue", "project", "kostra", "storage", "import",
    "figures", "checks", "chart", "report", "jobs", "app", "ui", "cli",
];

/// Rooms without windows, files, threads or a clock, but for the files named.
const PURE: [(&str, &[&str]); 12] = [
    ("calendar", &[]),
    ("number", &[]),
    ("words", &[]),
    ("look", &[]),
    ("issue", &[]),
    ("project", &[]),
    ("kostra", &[]),
    ("import", &["import/open.rs", "import/open/", "import/parallel.rs"]),
    ("figures", &[]),
    ("checks", &[]),
    ("chart", &[]),
    ("report", &[]),
];

/// What a pure room does not name.
const IMPURE: [&str; 10] = [
    "eframe",
    "egui",
    "std::fs",
    "std::thread",
    "std::env",
    "std::process",
    "Instant::now",
    "SystemTime",
    "Zoned",
    "Timestamp::now",
];

/// Crates that one place alone may name.
const ONE_PLACE: [(&str, &[&str]); 18] = [
    ("calamine", &["import/open.rs", "import/open/"]),
    ("html5gum", &["import/open.rs", "import/open/"]),
    ("encoding_rs", &["import/open.rs", "import/open/"]),
    ("zip", &["import/open.rs", "import/open/", "report/docx/"]),
    ("quick_xml", &["import/open/", "report/docx/"]),
    ("hayro_interpret", &["import/open/pdf.rs"]),
    ("kurbo", &["import/open/pdf.rs"]),
    ("typst", &["report/pdf/"]),
    ("typst_pdf", &["report/pdf/"]),
    ("typst_layout", &["report/pdf/"]),
    ("typst_render", &["report/pdf/"]),
    ("pulldown_cmark", &["report/markdown.rs"]),
    ("rust_xlsxwriter", &["report/xlsx/"]),
    ("resvg", &["chart/png.rs"]),
    ("rfd", &["app/dialogs.rs"]),
    ("interprocess", &["app/instances.rs"]),
    ("wild", &["main.rs"]),
    ("clap", &["cli/", "ui/start.rs"]),
];

struct Source {
    path: String,
    /// The lines without comments, up to the file's own tests.
    code: Vec<(usize, String)>,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = text
                    .lines()
                    .enumerate()
                    .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
                    .filter(|(_, line)| !line.trim_start().starts_with("//"))
                    .map(|(index, line)| (index + 1, line.to_owned()))
                    .collect();
                let path = path.strip_prefix(&root).unwrap();
                found.push(Source { path: path.to_string_lossy().replace('\\', "/"), code });
            }
        }
    }
    found
}

fn room_of(path: &str) -> &str {
    path.split('/').next().unwrap().trim_end_matches(".rs")
}

fn is_in(path: &str, places: &[&str]) -> bool {
    places.iter().any(|place| path == *place || (place.ends_with('/') && path.starts_with(place)))
}

/// Whether `line` names `word` as a whole word.
fn names(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[test]
fn a_room_knows_only_the_rooms_above_it() {
    let position = |room: &str| ROOMS.iter().position(|own| *own == room);
    let mut faults = Vec::new();
    for source in sources() {
        let room = room_of(&source.path);
        let Some(own) = position(room) else {
            // What is no room knows them all: the library's list of them, and the start.
            assert!(["lib", "main"].contains(&room), "{} is in no room", source.path);
            continue;
        };
        for (number, line) in &source.code {
            for (at, _) in line.match_indices("crate::") {
                let rest = &line[at + "crate::".len()..];
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'));
                let known = position(&rest[..end.unwrap_or(rest.len())]);
                if known.is_some_and(|known| known > own) {
                    faults.push(format!("{}:{number}: {}", source.path, line.trim()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A place remembers its own, and asks the window for what stands in another. What several of them
/// use stands beside them.
#[test]
fn a_place_names_no_other_place_and_nothing_around_it_names_one() {
    const KNOW_PLACES: [&str; 3] = ["ui/mod.rs", "ui/window.rs", "ui/places/mod.rs"];
    let in_ui = sources().into_iter().filter(|source| source.path.starts_with("ui/"));
    let others = in_ui.filter(|source| !KNOW_PLACES.contains(&source.path.as_str()));
    let mut faults = Vec::new();
    for source in others {
        let place = source.path.strip_prefix("ui/places/");
        let place = place.map(|path| room_of(path).to_owned());
        for (number, line) in &source.code {
            for (at, _) in line.match_indices("places::") {
                let rest = &line[at + "places::".len()..];
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'));
                let named = &rest[..end.unwrap_or(rest.len())];
                if place.as_deref() != Some(named) {
                    faults.push(format!("{}:{number}: {}", source.path, line.trim()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Files of the import that still stand in a circle: each names another that comes back to it. The
/// list may only become shorter.
const IN_A_CIRCLE: [&str; 30] = [
    "import::accounts",
    "import::accounts::amounts",
    "import::accounts::art_names",
    "import::accounts::balances",
    "import::accounts::book_names",
    "import::accounts::codes",
    "import::accounts::columns",
    "import::accounts::currency",
    "import::accounts::decide",
    "import::accounts::finish",
    "import::accounts::fund_names",
    "import::accounts::groups",
    "import::accounts::ledger",
    "import::accounts::lost_digits",
    "import::accounts::openings",
    "import::accounts::other_plan",
    "import::accounts::own_numbers",
    "import::accounts::part_year",
    "import::accounts::periods",
    "import::accounts::shown",
    "import::accounts::surroundings",
    "import::accounts::total_rows",
    "import::accounts::totals",
    "import::accounts::twice",
    "import::accounts::units",
    "import::classify",
    "import::day_counts",
    "import::mapping",
    "import::sheet",
    "import::tables",
];

/// Two files that name each other are one thing, or share something that belongs below both.
#[test]
fn no_file_names_one_that_comes_back_to_it() {
    let named = named_files();
    let reached = |from: &str| {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut next: Vec<&String> = named[from].iter().collect();
        while let Some(file) = next.pop() {
            if reached.insert(file) {
                next.extend(&named[file]);
            }
        }
        reached
    };
    let files = named.keys().map(String::as_str);
    let circled: BTreeSet<&str> = files.filter(|file| reached(file).contains(file)).collect();
    let listed = BTreeSet::from(IN_A_CIRCLE);
    let comes_back = |file: &str| -> Vec<&String> {
        named[file].iter().filter(|other| reached(other).contains(file)).collect()
    };
    let new: Vec<_> = circled.difference(&listed).map(|file| (file, comes_back(file))).collect();
    assert!(new.is_empty(), "these name what comes back to them: {new:#?}");
    let gone: Vec<_> = listed.difference(&circled).collect();
    assert!(gone.is_empty(), "in no circle any more, so take them off the list: {gone:#?}");
}

/// The files that each file names, all as modules: `checks::text`. What a folder's own file and the
/// files in the folder have with each other is left out.
fn named_files() -> BTreeMap<String, BTreeSet<String>> {
    let module_of = |source: &Source| {
        let path = source.path.trim_end_matches(".rs").trim_end_matches("/mod");
        path.replace('/', "::")
    };
    let sources = sources();
    let files: BTreeSet<String> = sources.iter().map(module_of).collect();
    let file_of = |path: String| {
        let ends = path.rmatch_indices("::").map(|(at, _)| at);
        [path.len()].into_iter().chain(ends).find_map(|end| files.get(&path[..end]).cloned())
    };
    let mut named = BTreeMap::new();
    for source in &sources {
        let module = module_of(source);
        let is_other = |file: &String| !is_within(file, &module) && !is_within(&module, file);
        let paths = named_paths(&module, source).into_iter();
        let files: BTreeSet<String> = paths.filter_map(file_of).filter(is_other).collect();
        named.insert(module, files);
    }
    named
}

fn is_within(file: &str, folder: &str) -> bool {
    file.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// All paths from the crate's root that the code of a file names, in `use` trees and elsewhere.
fn named_paths(module: &str, source: &Source) -> Vec<String> {
    let code: String = source.code.iter().map(|(_, line)| format!("{line}\n")).collect();
    let begins =
        |at: &usize| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    let starts = ["crate::", "super::"].into_iter().flat_map(|start| code.match_indices(start));
    let starts = starts.map(|(at, _)| at).filter(begins);
    starts.flat_map(|at| paths_of(&code[at..])).map(|path| from_root(module, &path)).collect()
}

/// The path that a text begins with; of a `use` tree all its paths.
fn paths_of(tree: &str) -> Vec<String> {
    let end = tree.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let (path, rest) = tree.split_at(end.unwrap_or(tree.len()));
    if !rest.starts_with('{') || !path.ends_with("::") {
        return vec![path.to_owned()];
    }
    let (mut paths, mut depth, mut from) = (Vec::new(), 0, 1);
    for (at, c) in rest.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if (c == ',' && depth == 1) || depth == 0 {
            let inner = paths_of(rest[from..at].trim()).into_iter();
            paths.extend(inner.map(|inner| format!("{path}{inner}")));
            from = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    paths
}

/// `super::number` within `checks::text` is `checks::number`.
fn from_root(module: &str, path: &str) -> String {
    let mut folders: Vec<&str> = module.split("::").collect();
    let mut rest = path;
    while let Some(above) = rest.strip_prefix("super::") {
        folders.pop();
        rest = above;
    }
    match rest.strip_prefix("crate::") {
        Some(path) => path.to_owned(),
        None => folders.into_iter().chain([rest]).collect::<Vec<_>>().join("::"),
    }
}

#[test]
fn pure_rooms_touch_no_window_file_thread_or_clock() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some((_, exceptions)) = PURE.iter().find(|(room, _)| *room == room_of(&source.path))
        else {
            continue;
        };
        if is_in(&source.path, exceptions) {
            continue;
        }
        for (number, line) in &source.code {
            if IMPURE.iter().any(|word| names(line, word)) {
                faults.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_reader_or_writer_is_named_in_one_place() {
    let mut faults = Vec::new();
    for source in sources() {
        for (number, line) in &source.code {
            for (library, places) in ONE_PLACE {
                let is_named = [format!("{library}::"), format!("use {library}")];
                let is_path = |wanted: &String| {
                    line.find(wanted.as_str()).is_some_and(|at| {
                        !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                    })
                };
                if is_named.iter().any(is_path) && !is_in(&source.path, places) {
                    faults.push(format!("{}:{number}: {}", source.path, line.trim()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn only_the_app_changes_the_document() {
    for source in sources().iter().filter(|source| room_of(&source.path) == "ui") {
        for (number, line) in &source.code {
            let changes = ["rows_mut", ".edited(", "Arc::make_mut", "plan.apply("];
            let found = changes.iter().find(|change| line.contains(*change));
            assert_eq!(found, None, "{}:{number}: {}", source.path, line.trim());
        }
    }
}

#[test]
fn exact_numbers_are_never_floats_outside_charts_and_drawing() {
    let exact = ["project", "figures", "checks", "number"];
    for source in sources().iter().filter(|source| exact.contains(&room_of(&source.path))) {
        for (number, line) in &source.code {
            let is_for_drawing = line.contains("fn as_f64") || line.contains("f64::from(self.");
            let is_float = names(line, "f64") || names(line, "f32");
            assert!(!is_float || is_for_drawing, "{}:{number}: {}", source.path, line.trim());
        }
    }
}

#[test]
fn every_text_of_the_code_stands_in_the_locale_files_and_every_text_there_is_used() {
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for (file, text) in arsmelding::words::files() {
        fluent_bundle::FluentResource::try_new((*text).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        for line in text.lines() {
            if let Some((key, _)) = line.split_once(" =")
                && key.starts_with(|c: char| c.is_ascii_lowercase())
                && let Some(other) = known.insert(key.to_owned(), file)
            {
                panic!("{key} stands in both {other} and {file}");
            }
        }
    }
    let text: String = sources()
        .iter()
        .flat_map(|source| source.code.iter().map(|(_, line)| format!("{line}\n")))
        .collect();
    let literals: BTreeSet<&str> = text.split('"').collect();
    let mut named = Vec::new();
    for opening in ["t!(\"", "message!(\"", "t!(\n", "message!(\n"] {
        for (at, _) in text.match_indices(opening) {
            let rest = text[at + opening.len()..].trim_start().trim_start_matches('"');
            named.push(rest.split('"').next().unwrap_or_default());
        }
    }
    let looks_like_a_key = |key: &&&str| {
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    for key in named.iter().filter(looks_like_a_key) {
        let is_started = key.ends_with('-');
        assert!(is_started || known.contains_key(*key), "no locale file has {key}");
    }
    // Keys that are put together: a column's word, a field's, a heading's, a help text's.
    let made = ["column-", "head-", "import-field-", "help-", "section-", "report-heading-"];
    let unused: Vec<String> = known
        .iter()
        .filter(|(key, _)| !made.iter().any(|start| key.starts_with(start)))
        .filter(|(key, _)| !literals.contains(key.as_str()))
        .map(|(key, file)| format!("{file}: {key}"))
        .collect();
    assert!(unused.is_empty(), "nothing says {unused:#?}");
}

#[test]
fn columns_and_tables_have_words() {
    use arsmelding::figures::{Figures, TABLE_NAMES, TableRequest};
    use arsmelding::project::{CellKind, Project, TableId};
    use arsmelding::words;
    let project = Project::new("", 2021, (2015, 2020));
    for table in TableId::ALL {
        assert!(words::has(table.word_key()), "{table:?}");
        for column in project.rows(table).columns() {
            assert!(words::has(column.word_key), "{}", column.word_key);
            if let CellKind::Choice(choices) = column.kind {
                assert!(choices.iter().all(|choice| words::has(choice.word_key)));
            }
        }
    }
    let figures = Figures::of(&project);
    for name in TABLE_NAMES {
        let request = TableRequest { name: name.to_owned(), year: None, quarter: None };
        let table = figures.table(&request).unwrap();
        for column in &table.columns {
            assert!(!column.heading.starts_with("head-"), "{name}: {}", column.id);
        }
    }
}

#[test]
fn files_are_short() {
    for source in sources() {
        let lines = source.code.last().map_or(0, |(number, _)| *number);
        assert!(lines <= 500, "{} has {lines} lines", source.path);
    }
}

#[test]
fn a_text_is_asked_for_with_all_its_arguments_and_no_others() {
    use arsmelding::words;
    words::assert_known("date-day-month", &["month", "day"]);
    assert_eq!(words::known("date-day-month"), "date-day-month");
    let refused = |key: &'static str, given: &'static [&'static str]| {
        std::panic::catch_unwind(|| words::assert_known(key, given)).is_err()
    };
    assert!(refused("no-such-text", &[]));
    assert!(refused("date-day-month", &["day"]));
    assert!(refused("date-day-month", &["day", "month", "year"]));
}

#[test]
fn the_constants_of_rows_are_the_rows_of_the_statements() {
    use arsmelding::kostra::{layout, row};
    use arsmelding::project::StatementId;
    let rows = layout(StatementId::BalanceSheet).unwrap().all_rows().iter();
    let ids: Vec<&str> = rows.filter_map(|row| row.id()).collect();
    assert!(ids.contains(&row::DISPOSISJONSFOND));
    assert!(ids.contains(&row::SUM_OMLOEPSMIDLER));
}
