//! Økonomi, driven through accessible names: a reader of the printed report knows the statement
//! again, and comes from a line to its accounts, their source, their remark and their place.

use crate::common;
use std::path::PathBuf;
use std::sync::Arc;

use crate::common::program::Answers;
use crate::common::window::{click, press, wait_for, window};
use arsmelding::project::{
    AccountString, LedgerBatch, LedgerRow, Project, ShownSign, ShownUnit, SourceId, StatementId,
};
use arsmelding::storage;
use arsmelding::ui::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, PointerButton, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use rust_decimal::Decimal;

/// The window at Økonomi, with `project` open.
fn economy(project: &Project) -> Harness<'static, Window> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("regnskap.ron");
    storage::write(&path, project).unwrap();
    let mut window = window(Answers::default(), Some(path));
    wait_for(&mut window, "regnskap.ron");
    press(&mut window, Modifiers::COMMAND, Key::Num6);
    window
}

fn accounts() -> Harness<'static, Window> {
    economy(&common::accounts::project())
}

fn has(window: &Harness<'_, Window>, words: &str) -> bool {
    window.query_all_by_label_contains(&spaced(words)).next().is_some()
}

/// The words with the no-break spaces and the minus of numbers.
fn spaced(words: &str) -> String {
    words.replace('_', "\u{a0}").replace('~', "\u{2212}")
}

fn type_text(window: &mut Harness<'_, Window>, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run_steps(4);
}

/// Selects a number and shows where it comes from.
fn trail(window: &mut Harness<'_, Window>, cell: &str) {
    click(window, &spaced(cell));
    press(window, Modifiers::NONE, Key::F4);
}

fn project<'w>(window: &'w Harness<'_, Window>) -> &'w Project {
    window.state().app().document().unwrap().project()
}

fn tab(window: &mut Harness<'_, Window>, name: &str) {
    window.get_by_role_and_label(Role::Tab, name).click();
    window.run_steps(4);
}

#[test]
fn a_reader_knows_the_printed_statement_again() {
    let mut window = accounts();
    for cell in [
        "Regnskap 2021, Lønnsutgifter: 30_101_367,75",
        "Reg. budsjett, Lønnsutgifter: 34_653_132",
        "Regnskap 2020, Lønnsutgifter: 29_868_562,15",
        "Avvik mot reg., Lønnsutgifter: ~4_551_764,25",
        "Avvik %, Lønnsutgifter: ~13,1_%",
        "Regnskap 2021, Sum driftsinntekter: ~156_847_490,77",
        "Oppr. budsjett, Brutto driftsresultat: ~1_300_000",
        "Avvik %, Brutto driftsresultat: ~323,1_%",
        "Regnskap 2021, Rammetilskudd: 0,00",
    ] {
        assert!(has(&window, cell), "{cell}");
    }
    assert!(has(&window, "Tall i 1 kroner · Foreløpig regnskap"));
    tab(&mut window, "§ 5-8 Balanse");
    assert!(has(&window, "Regnskap 2021, Sum eiendeler: 80_792_635,25"));
    tab(&mut window, "§ 5-9");
    assert!(has(&window, "Regnskap 2021, Netto driftsresultat: ~6_619_910,90"));
    tab(&mut window, "Fond");
    assert!(has(&window, "2021, Saldo 31.12: 15_557_046,36"));
    assert!(has(&window, "2018: inngående saldo avviker kr 1"));
}

#[test]
fn a_line_opens_into_its_accounts_and_an_account_leads_to_its_cell() {
    let mut window = accounts();
    click(&mut window, "Vis kontoer i Lønnsutgifter");
    assert!(has(&window, "Regnskap 2021, 010 Fastlønn: 27_412_806,35"));
    trail(&mut window, "Regnskap 2021, Lønnsutgifter: 30_101_367,75");
    assert!(has(&window, "Sum av 4 arter"));
    assert!(has(&window, "Ark «Saldoliste», cellene F9, F10, F11, F12 … (5 i alt)"));
    assert!(has(&window, "sha256 9f3c 41d0 … 7ae2"));
    click(&mut window, &spaced("010 Fastlønn 27_412_806,35"));
    assert!(has(&window, "Sum av 2 kontoer"));
    assert!(has(&window, "Ansvar 100–140"));
    click(&mut window, "Ett skritt tilbake");
    click(&mut window, &spaced("040 Overtidslønn 1_037_168,40"));
    assert!(has(&window, "Ark «Saldoliste», celle F12"));

    // A double click shows it too, as in every table.
    press(&mut window, Modifiers::NONE, Key::F4);
    let cell = spaced("Regnskap 2021, Lønnsutgifter: 30_101_367,75");
    double_click(&mut window, &cell);
    assert!(has(&window, "Sum av 4 arter"));

    // The keyboard goes the same way: down to the first art, open it, down to its account.
    click(&mut window, &spaced("Regnskap 2021, Lønnsutgifter: 30_101_367,75"));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(has(&window, "1.01000.100.120 Fastlønn, regnskap 2021"));
    assert!(has(&window, "Ark «Saldoliste», celle F9"));
    press(&mut window, Modifiers::NONE, Key::F4);
    assert!(!has(&window, "Ark «Saldoliste»"));
}

#[test]
fn the_deviation_of_an_art_or_an_account_tells_its_own_arithmetic() {
    let mut window = accounts();
    click(&mut window, "Vis kontoer i Lønnsutgifter");
    trail(&mut window, "Regnskap 2021, 010 Fastlønn: 27_412_806,35");
    assert!(has(&window, "Sum av 2 kontoer"));
    // The panel follows the selection, past the budgets and the year before.
    (0..4).for_each(|_| press(&mut window, Modifiers::NONE, Key::ArrowRight));
    assert!(has(&window, "27_412_806,35 minus budsjett kr_31_650_000,00"));
    // On to the budget of the art, and to the accounts that it is the sum of.
    click(
        &mut window,
        &spaced("010 Fastlønn, regulert budsjett 2021 (Lønnsutgifter, § 5-6) 31_650_000,00"),
    );
    assert!(has(&window, "Sum av 2 kontoer"));
}

#[test]
fn an_amount_is_typed_over_from_its_trail_and_the_source_is_remembered() {
    let mut window = accounts();
    click(&mut window, "Vis kontoer i Avskrivninger");
    trail(&mut window, "Regnskap 2021, 590 Avskrivninger: 3_595_542,16");
    click(&mut window, &spaced("1.59000.100.120 Avskrivninger 3_595_542,16"));
    click(&mut window, "Overstyr…");
    type_text(&mut window, "3600000");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(project(&window).corrections[0].original, "3595542.16");
    tab(&mut window, "§ 5-6 Drift etter art");
    // The line rests on the corrected account, and its row under the line is that account.
    click(&mut window, &spaced("Regnskap 2021, Avskrivninger: 3_600_000,00"));
    assert!(has(&window, "Overstyrt: Regnskap"));
    assert!(has(&window, "3_595_542,16"));
    click(&mut window, &spaced("Regnskap 2021, 590 Avskrivninger: 3_600_000,00"));
    press(&mut window, Modifiers::NONE, Key::F8);
    assert!(project(&window).corrections.is_empty());
    assert!(has(&window, "Regnskap 2021, Avskrivninger: 3_595_542,16"));
}

#[test]
fn a_sum_leads_to_the_lines_that_it_is_of() {
    let mut window = accounts();
    trail(&mut window, "Regnskap 2021, Sum driftsutgifter: 153_885_559,20");
    assert!(has(&window, "Sum av 5 linjer"));
    click(&mut window, &spaced("Avskrivninger 3_595_542,16"));
    assert!(has(&window, "Avskrivninger, regnskap 2021"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Sum driftsutgifter");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(has(&window, "Sum av 5 linjer"), "Enter shows it, at the words too");
}

fn double_click(window: &mut Harness<'_, Window>, name: &str) {
    let pos = window.get_by_label(name).rect().center();
    let button = |pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.hover_at(pos);
    window.run_steps(2);
    // In one frame, since each frame of a test takes longer than a double click may.
    window.input_mut().events.extend([true, false, true, false].map(button));
    window.run_steps(4);
}

/// What is copied, with `modifiers` beside the key.
fn copied(window: &mut Harness<'_, Window>, modifiers: Modifiers) -> String {
    let events = [Event::ModifiersChanged(modifiers), Event::Copy];
    window.input_mut().events.extend(events);
    window.step();
    window.input_mut().events.push(Event::ModifiersChanged(Modifiers::NONE));
    let commands = &window.output().platform_output.commands;
    let text = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    text.unwrap_or_default()
}

fn is_selected(window: &Harness<'_, Window>, cell: &str) -> bool {
    window.get_by_label(&spaced(cell)).accesskit_node().is_selected() == Some(true)
}

#[test]
fn a_block_of_a_statement_is_selected_and_copied_as_in_every_table() {
    let mut window = accounts();
    click(&mut window, &spaced("Regnskap 2021, Lønnsutgifter: 30_101_367,75"));
    assert!(!has(&window, "Sum av 4 arter"), "a click alone opens no trail");
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert!(is_selected(&window, "Reg. budsjett, Sosiale utgifter: 8_418_728"));
    let block = "30101367,75\t34653132\n7135470,74\t8418728\n";
    assert_eq!(copied(&mut window, Modifiers::NONE), block);
    let heads = "Tall i 1 kroner · Foreløpig regnskap\tRegnskap 2021\tReg. budsjett\n\
                 Lønnsutgifter\t30101367,75\t34653132\nSosiale utgifter\t7135470,74\t8418728\n";
    assert_eq!(copied(&mut window, Modifiers::SHIFT), heads);

    press(&mut window, Modifiers::COMMAND, Key::A);
    let all = copied(&mut window, Modifiers::SHIFT);
    assert!(all.contains("\nDriftsutgifter\t") && all.contains("\nSum driftsutgifter\t"));
    assert!(!all.contains("Mangler merknad"), "what stands under a line is no row of numbers");
}

#[test]
fn the_keys_of_a_spreadsheet_go_through_a_statement_and_pass_its_headings() {
    let mut window = accounts();
    click(&mut window, &spaced("Regnskap 2021, Sum driftsinntekter: ~156_847_490,77"));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(is_selected(&window, "Regnskap 2021, Lønnsutgifter: 30_101_367,75"));
    press(&mut window, Modifiers::NONE, Key::Home);
    assert!(is_selected(&window, "Lønnsutgifter"));
    press(&mut window, Modifiers::COMMAND, Key::ArrowUp);
    assert!(is_selected(&window, "Rammetilskudd"), "above it is a heading only");
    press(&mut window, Modifiers::COMMAND, Key::ArrowRight);
    assert!(is_selected(&window, "Merknad, Rammetilskudd: tom"));

    // At the words of a line Right opens it, Left leads from a part to its whole and closes it.
    click(&mut window, "Lønnsutgifter");
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(is_selected(&window, "010 Fastlønn"));
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert!(is_selected(&window, "Lønnsutgifter"));
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert!(!has(&window, "010 Fastlønn"));
}

#[test]
fn f2_corrects_an_amount_in_place_and_writes_the_remark_of_a_line() {
    let mut window = accounts();
    click(&mut window, "Vis kontoer i Avskrivninger");
    click(&mut window, &spaced("Regnskap 2021, 590 Avskrivninger: 3_595_542,16"));
    press(&mut window, Modifiers::NONE, Key::F2);
    type_text(&mut window, "tre millioner");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(project(&window).corrections.is_empty());
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::F2);
    type_text(&mut window, "3600000");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(project(&window).corrections[0].original, "3595542.16");
    assert!(has(&window, "Regnskap 2021, Avskrivninger: 3_600_000,00"));

    let cell = "Regnskap 2021, Overføringer og tilskudd til andre: 22_406_330,48";
    click(&mut window, &spaced(cell));
    press(&mut window, Modifiers::NONE, Key::F2);
    type_text(&mut window, "Høyere merverdiavgift");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let remark = project(&window).remarks.last().unwrap().clone();
    assert_eq!(remark.line, "Overføringer og tilskudd til andre");
    assert_eq!(remark.remark, "Høyere merverdiavgift");
    assert!(is_selected(&window, cell));
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    assert!(!is_selected(&window, cell), "the keys are the table's again");
}

#[test]
fn the_selection_stays_on_its_row_while_others_go() {
    let mut window = accounts();
    let cell = "Regnskap 2021, Lønnsutgifter: 30_101_367,75";
    click(&mut window, &spaced(cell));
    click(&mut window, "Skjul nullinjer");
    assert!(is_selected(&window, cell));
}

#[test]
fn a_statement_tells_its_rows_columns_and_heads() {
    let window = accounts();
    window.get_by_role_and_label(Role::RowHeader, "Lønnsutgifter");
    window.get_by_role_and_label(Role::RowHeader, "Driftsutgifter");
    window.get_by_role_and_label(Role::ColumnHeader, "Reg. budsjett");
    let grid = window.get_by_role_and_label(Role::Grid, "Økonomi");
    let node = grid.accesskit_node().data().clone();
    assert!(node.row_count() > Some(30) && node.column_count() > Some(6));
}

#[test]
fn the_names_of_the_lines_stay_while_a_narrow_window_scrolls_the_numbers() {
    let mut window = accounts();
    window.set_size(vec2(860.0, 700.0));
    window.run_steps(4);
    let left = |window: &Harness<'_, Window>, name: &str| window.get_by_label(name).rect().left();
    let before = left(&window, "Lønnsutgifter");
    let cell = spaced("Regnskap 2021, Lønnsutgifter: 30_101_367,75");
    let number = left(&window, &cell);
    click(&mut window, &cell);
    press(&mut window, Modifiers::NONE, Key::End);
    assert_eq!(left(&window, "Lønnsutgifter"), before);
    let is_gone = window.query_by_label(&cell).is_none_or(|cell| cell.rect().left() < number);
    assert!(is_gone, "the numbers have scrolled");
}

#[test]
fn of_a_line_with_ten_thousand_accounts_only_the_rows_in_sight_are_drawn() {
    let mut project = common::accounts::project();
    let balances = Arc::make_mut(&mut project.balances);
    let one = balances[0].clone();
    balances.extend((1_000..11_000).map(|unit| {
        let mut account = one.clone();
        account.unit = unit.to_string();
        account
    }));
    let mut window = economy(&project);
    click(&mut window, "Vis kontoer i Lønnsutgifter");
    click(&mut window, "010 Fastlønn");
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::COMMAND, Key::End);
    assert!(has(&window, "Regnskap 2021, Netto driftsresultat"), "the end is in sight");
    let cells = window.query_all_by_label_contains("Regnskap 2021, ").count();
    assert!(cells < 60, "{cells} rows are drawn");
}

#[test]
fn a_remark_is_written_in_place_and_taken_back() {
    let mut window = accounts();
    assert!(has(&window, "Avviket er over 10_% og 100_000 kroner."));
    click(&mut window, "Skriv merknad til Kjøp av varer og tjenester");
    type_text(&mut window, "Flere lisenser");
    press(&mut window, Modifiers::SHIFT, Key::Enter);
    type_text(&mut window, "enn budsjettert");
    click(&mut window, "Gjelder også…");
    window.get_by_role_and_label(Role::MenuItemRadio, "Salgs- og leieinntekter").click();
    window.run_steps(4);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let remarks = Arc::clone(&project(&window).remarks);
    assert_eq!(remarks.len(), 2);
    assert_eq!(remarks[1].remark, "Flere lisenser\nenn budsjettert");
    assert_eq!(remarks[1].line, "Kjøp av varer og tjenester");
    assert_eq!(remarks[1].also, "Salgs- og leieinntekter");
    assert!(has(&window, "Vis merknad til Kjøp av varer og tjenester"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(project(&window).remarks.len(), 1);
    assert!(has(&window, "Angret: Skrev merknad til § 5-6 Kjøp av varer og tjenester"));

    click(&mut window, "Skriv merknad til Kjøp av varer og tjenester");
    type_text(&mut window, "Slik skal det ikke stå");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(project(&window).remarks.len(), 1, "Escape drops what is typed");
}

#[test]
fn an_account_moves_to_another_line_with_a_reason() {
    let mut window = accounts();
    let before = "Regnskap 2021, Kjøp av varer og tjenester: 90_646_848,07";
    click(&mut window, "Vis kontoer i Kjøp av varer og tjenester");
    trail(&mut window, "Regnskap 2021, 270 Andre tjenester: 30_000_000,00");
    click(&mut window, "Flytt konto…");
    click(&mut window, "Flytt");
    assert!(has(&window, "Skriv hvorfor kontoen hører til der"));
    window.get_by_role_and_label(Role::ComboBox, "Til linje").click();
    window.run_steps(4);
    window.get_by_role_and_label(Role::MenuItemRadio, "Overføringer og tilskudd til andre").click();
    window.run_steps(4);
    window.get_by_role_and_label(Role::TextInput, "Begrunnelse").focus();
    type_text(&mut window, "Avtalt med revisor");
    click(&mut window, "Flytt");
    assert!(has(&window, "Regnskap 2021, Kjøp av varer og tjenester: 60_646_848,07"));
    let rule = project(&window).mapping.last().unwrap().clone();
    assert_eq!((rule.art.as_str(), rule.reason.as_str()), ("270", "Avtalt med revisor"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(has(&window, before));
    assert!(has(&window, "Plasserte art 270 i § 5-6 Overføringer og tilskudd til andre"));
}

#[test]
fn zero_lines_hide_and_sign_and_unit_are_the_statements_own() {
    let mut window = accounts();
    assert!(has(&window, "Regnskap 2021, Rammetilskudd"));
    click(&mut window, "Skjul nullinjer");
    assert!(!has(&window, "Regnskap 2021, Rammetilskudd"));
    assert!(has(&window, "Regnskap 2021, Salgs- og leieinntekter"));

    click(&mut window, "Visning");
    click(&mut window, "Tusen kroner");
    click(&mut window, "Inntekter uten minus");
    let shown = project(&window).accounts_settings.presentation(StatementId::ByNature);
    assert_eq!((shown.unit, shown.sign), (ShownUnit::Thousands, ShownSign::Turned));
    assert!(has(&window, "Regnskap 2021, Salgs- og leieinntekter: 8_085"));
    assert!(has(&window, "Tall i 1_000 kroner"));
}

#[test]
fn an_account_without_a_line_is_told_of_and_comes_first() {
    let mut project = common::accounts::project();
    let balances = Arc::make_mut(&mut project.balances);
    balances[0].account = "00100".to_owned();
    let mut window = economy(&project);
    assert!(has(&window, "Én konto står ikke på noen linje"));
    click(&mut window, "Vis under Kontoer");
    assert!(has(&window, "Årsak, 1.00100.100.120: Koden finnes ikke i kontoplanen"));
}

#[test]
fn a_printed_statement_is_shown_as_understood_before_it_is_taken_in() {
    let mut window = economy(&Project::new("Hedmark IKT", 2021, (2015, 2020)));
    assert!(has(&window, "Ingen regnskap ennå"));
    click(&mut window, "Lim inn trykt oppstilling…");
    let text = "Renteinntekter\t-103235,00\t-100000,00\t-100000,00\t-172039,00\n\
                Utbytter\t-5067,00\t0,00\t0,00\t-4734,00\n";
    window.event(Event::Paste(text.to_owned()));
    window.run_steps(4);
    assert!(has(&window, "Regnskap, Renteinntekter: ~103_235,00"));
    assert!(project(&window).statements.is_empty());
    click(&mut window, "Ta inn 2 linjer");
    assert_eq!(project(&window).statements.len(), 2);
    assert!(has(&window, "Regnskap 2020, Utbytter: ~4_734,00"));
}

#[test]
fn of_a_long_ledger_only_the_rows_in_sight_are_drawn() {
    let mut project = common::accounts::project();
    let account = AccountString { class: "1".to_owned(), ..AccountString::default() };
    let row = |at: u32| LedgerRow {
        account: 0,
        period: 1,
        day: None,
        voucher: format!("B{at}").into(),
        amount: Decimal::ONE,
        customer: None,
        row: at,
    };
    project.ledger = Arc::new(vec![LedgerBatch {
        source: SourceId(1),
        year: 2021,
        accounts: Arc::new(vec![AccountString { account: "19500".to_owned(), ..account }]),
        customers: Arc::new(Vec::new()),
        rows: Arc::new((2..100_002).map(row).collect()),
    }]);
    let mut window = economy(&project);
    tab(&mut window, "Kontoer");
    click(&mut window, &spaced("Hovedbok 100_000"));
    assert!(has(&window, "100_000 rader, sum 100_000,00"));
    click(&mut window, "Bilag, rad 1: B2");
    press(&mut window, Modifiers::COMMAND, Key::End);
    assert!(has(&window, "Rad i fila, rad 100_000: 100001"));
    let cells = window.query_all_by_label_contains("Bilag, rad").count();
    assert!(cells < 100, "{cells} rows are drawn");
}

#[test]
fn an_empty_project_invites_to_import() {
    let exports: Vec<PathBuf> = vec![common::sample_folder().join("mal-2021.xlsx")];
    let answers = Answers { exports: Some(exports), ..Answers::default() };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tom.ron");
    storage::write(&path, &Project::new("Hedmark IKT", 2021, (2015, 2020))).unwrap();
    let mut window = window(answers, Some(path));
    wait_for(&mut window, "tom.ron");
    press(&mut window, Modifiers::COMMAND, Key::Num6);
    click(&mut window, "Velg filer…");
    wait_for(&mut window, "Slik er radene forstått");
    assert!(!window.get_by_label("Kilder").accesskit_node().is_disabled());
}
