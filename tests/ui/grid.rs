//! The table behaves like a spreadsheet, driven through its accessible names.

use arsmelding::message;
use arsmelding::ui::theme::{self, Motion};
use arsmelding::ui::widgets::field::Field;
use arsmelding::ui::widgets::grid::{At, Cell, Column, Grid, GridAction, GridModel, GridState};
use arsmelding::words::Message;
use eframe::egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// Goals with a number each; the last column is computed.
struct Goals {
    columns: Vec<Column>,
    rows: Vec<[String; 3]>,
    state: GridState,
    actions: Vec<GridAction>,
    other_field: String,
}

impl GridModel for Goals {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.rows.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        Cell::new(self.rows[row][column].clone())
    }

    fn editable(&self, _row: usize, column: usize) -> bool {
        column < 2
    }

    fn check(&self, _row: usize, column: usize, text: &str) -> Result<(), Message> {
        let sound = column != 1 || text.is_empty() || text.replace(',', ".").parse::<f64>().is_ok();
        if sound { Ok(()) } else { Err(message!("number-not-a-number")) }
    }

    fn grows(&self) -> bool {
        true
    }
}

impl Goals {
    fn new() -> Self {
        let columns = vec![
            Column::text("Mål", 200.0).stretching(),
            Column::number("Måltall", 100.0),
            Column::text("Status", 100.0),
        ];
        let rows =
            [["Oppetid", "99,80", "nådd"], ["Svar", "70", "ikke nådd"], ["Levering", "", ""]]
                .map(|row| row.map(str::to_owned))
                .to_vec();
        let state = GridState::default();
        Self { columns, rows, state, actions: Vec::new(), other_field: String::new() }
    }

    fn apply(&mut self, action: &GridAction) {
        match action {
            GridAction::SetCells(cells) => {
                for (row, column, text) in cells {
                    while self.rows.len() <= *row {
                        self.rows.push(Default::default());
                    }
                    self.rows[*row][*column].clone_from(text);
                }
            }
            GridAction::InsertRow(at) => self.rows.insert(*at, Default::default()),
            GridAction::RemoveRows(rows) => {
                for row in rows.iter().rev() {
                    self.rows.remove(*row);
                }
            }
            _ => {}
        }
    }
}

fn window() -> Harness<'static, Goals> {
    let mut harness = Harness::builder()
        .with_size([600.0, 400.0])
        .with_context_setup(|ctx| theme::install(ctx, Motion::None))
        .build_ui_state(
            |ui, goals: &mut Goals| {
                let mut state = std::mem::take(&mut goals.state);
                let actions = Grid::new("Mål").show(ui, &mut state, goals);
                goals.state = state;
                for action in &actions {
                    goals.apply(action);
                }
                goals.actions.extend(actions);
                Field::new("Annet felt", 200.0).show(ui, &mut goals.other_field);
            },
            Goals::new(),
        );
    harness.run();
    harness
}

fn click(harness: &mut Harness<'_, Goals>, cell: &str) {
    harness.get_by_label(cell).click();
    harness.run();
}

fn press(harness: &mut Harness<'_, Goals>, key: Key) {
    press_with(harness, Modifiers::NONE, key);
}

fn press_with(harness: &mut Harness<'_, Goals>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn send(harness: &mut Harness<'_, Goals>, event: Event) {
    harness.event(event);
    harness.run();
}

fn type_text(harness: &mut Harness<'_, Goals>, text: &str) {
    send(harness, Event::Text(text.to_owned()));
}

#[test]
fn typing_replaces_the_value_and_enter_makes_it_one_edit_and_goes_down() {
    let mut harness = window();
    click(&mut harness, "Måltall, rad 1: 99,80");
    type_text(&mut harness, "9");
    type_text(&mut harness, "5,5");
    assert!(harness.state().actions.is_empty(), "a text being typed is no edit");
    press(&mut harness, Key::Enter);
    let edit = GridAction::SetCells(vec![(0, 1, "95,5".to_owned())]);
    assert_eq!(harness.state().actions, [edit]);
    assert_eq!(harness.state().state.cursor(), Some(At::new(1, 1)));
    harness.get_by_label("Måltall, rad 1: 95,5");
}

#[test]
fn keys_that_come_in_one_frame_are_taken_in_their_order() {
    let mut harness = window();
    click(&mut harness, "Måltall, rad 1: 99,80");
    let key = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let events = [
        Event::Text("9".to_owned()),
        Event::Text("1".to_owned()),
        key(Key::Enter),
        Event::Text("8".to_owned()),
        key(Key::Tab),
    ];
    harness.input_mut().events.extend(events);
    harness.run();
    assert_eq!(harness.state().rows[0][1], "91");
    assert_eq!(harness.state().rows[1][1], "8");
    assert_eq!(harness.state().state.cursor(), Some(At::new(1, 2)));
}

#[test]
fn escape_drops_what_is_typed_and_the_cell_keeps_its_value() {
    let mut harness = window();
    click(&mut harness, "Måltall, rad 2: 70");
    press(&mut harness, Key::F2);
    type_text(&mut harness, "12");
    press(&mut harness, Key::Escape);
    assert!(harness.state().actions.is_empty());
    assert!(!harness.state().state.is_editing());
    harness.get_by_label("Måltall, rad 2: 70");
    press(&mut harness, Key::ArrowUp);
    assert_eq!(harness.state().state.cursor(), Some(At::new(0, 1)), "the table keeps the keys");
}

#[test]
fn a_text_that_may_not_stand_is_told_at_the_cell_and_is_no_edit() {
    let mut harness = window();
    click(&mut harness, "Måltall, rad 2: 70");
    type_text(&mut harness, "12 33x");
    press(&mut harness, Key::Enter);
    assert!(harness.state().actions.is_empty());
    assert!(harness.state().state.is_editing(), "the text stays to be mended");
    harness.get_by_label("Ikke et tall");
    press(&mut harness, Key::Backspace);
    press(&mut harness, Key::Backspace);
    press(&mut harness, Key::Backspace);
    press(&mut harness, Key::Backspace);
    assert!(harness.query_by_label("Ikke et tall").is_none(), "mended");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().rows[1][1], "12");
}

#[test]
fn losing_the_focus_keeps_a_sound_text_and_drops_an_unsound_one_with_the_reason() {
    let mut harness = window();
    click(&mut harness, "Måltall, rad 2: 70");
    type_text(&mut harness, "71");
    click(&mut harness, "Mål, rad 1: Oppetid");
    assert_eq!(harness.state().rows[1][1], "71");
    click(&mut harness, "Måltall, rad 2: 71");
    type_text(&mut harness, "x");
    harness.get_by_label("Annet felt").click();
    harness.run();
    assert_eq!(harness.state().rows[1][1], "71");
    harness.get_by_label("Ikke et tall");
}

#[test]
fn tab_goes_through_the_cells_and_leaves_the_table_at_its_end() {
    let mut harness = window();
    click(&mut harness, "Status, rad 1: nådd");
    press(&mut harness, Key::Tab);
    assert_eq!(harness.state().state.cursor(), Some(At::new(1, 0)));
    press_with(&mut harness, Modifiers::SHIFT, Key::Tab);
    assert_eq!(harness.state().state.cursor(), Some(At::new(0, 2)));
    press_with(&mut harness, Modifiers::COMMAND, Key::End);
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "ute");
    assert_eq!(harness.state().other_field, "ute");
}

#[test]
fn a_block_from_excel_is_one_edit_and_may_add_rows() {
    let mut harness = window();
    click(&mut harness, "Mål, rad 3: Levering");
    send(&mut harness, Event::Paste("Utstyr\t26,55\nBrukere\t2,03\n".to_owned()));
    let texts = [(2, 0, "Utstyr"), (2, 1, "26,55"), (3, 0, "Brukere"), (3, 1, "2,03")];
    let cells = texts.map(|(row, column, text)| (row, column, text.to_owned())).to_vec();
    assert_eq!(harness.state().actions, [GridAction::SetCells(cells)]);
    harness.get_by_label("Måltall, rad 4: 2,03");
}

#[test]
fn a_block_with_an_unsound_text_is_not_pasted_at_all() {
    let mut harness = window();
    click(&mut harness, "Mål, rad 1: Oppetid");
    send(&mut harness, Event::Paste("Nytt\t1\nMer\tmange\n".to_owned()));
    assert!(harness.state().actions.is_empty());
    let told = "Ingenting er limt inn. «mange» passer ikke i Måltall, rad 2: Ikke et tall";
    harness.get_by_label(told);
}

#[test]
fn a_block_pasted_while_a_text_is_typed_goes_to_the_table() {
    let mut harness = window();
    click(&mut harness, "Måltall, rad 1: 99,80");
    press(&mut harness, Key::F2);
    send(&mut harness, Event::Paste("1\n2\n".to_owned()));
    assert_eq!(harness.state().rows[0][1], "1");
    assert_eq!(harness.state().rows[1][1], "2");
}

#[test]
fn a_selected_block_is_copied_as_excel_reads_it_and_cleared_as_one_edit() {
    let mut harness = window();
    click(&mut harness, "Mål, rad 1: Oppetid");
    press_with(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    press_with(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    harness.event(Event::Copy);
    harness.step();
    let copied =
        harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
    assert_eq!(copied.as_deref(), Some("Oppetid\t99,80\nSvar\t70\n"));
    press(&mut harness, Key::Delete);
    assert_eq!(harness.state().actions.len(), 1);
    assert_eq!(harness.state().rows[1][..2], [String::new(), String::new()]);
}

#[test]
fn a_computed_cell_is_not_typed_over_but_opens_on_enter() {
    let mut harness = window();
    click(&mut harness, "Status, rad 1: nådd");
    type_text(&mut harness, "x");
    assert!(!harness.state().state.is_editing());
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().actions, [GridAction::Activate(0, 2)]);
}

#[test]
fn rows_are_added_by_typing_below_the_last_and_removed_by_key() {
    let mut harness = window();
    click(&mut harness, "Mål, Ny rad: Ny rad");
    type_text(&mut harness, "Brukere");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().rows[3][0], "Brukere");
    click(&mut harness, "Mål, rad 2: Svar");
    press_with(&mut harness, Modifiers::COMMAND, Key::Delete);
    assert_eq!(harness.state().rows[1][0], "Levering");
}

#[test]
fn undo_belongs_to_the_editor_while_a_text_is_typed_and_to_the_window_otherwise() {
    let mut harness = window();
    click(&mut harness, "Måltall, rad 1: 99,80");
    assert!(!harness.ctx.text_edit_focused());
    type_text(&mut harness, "5");
    assert!(harness.ctx.text_edit_focused());
    press(&mut harness, Key::Enter);
    assert!(!harness.ctx.text_edit_focused());
}

#[test]
fn a_choice_opens_its_list_and_what_is_chosen_is_an_edit() {
    let mut harness = window();
    let options = ["Oppetid", "Svartid"].map(str::to_owned).to_vec();
    harness.state_mut().columns[0] = Column::choice("Mål", 200.0, options);
    click(&mut harness, "Mål, rad 1: Oppetid");
    press(&mut harness, Key::F2);
    click(&mut harness, "Svartid");
    assert_eq!(harness.state().rows[0][0], "Svartid");
    press(&mut harness, Key::F2);
    press(&mut harness, Key::Escape);
    assert!(!harness.state().state.is_editing());
    press(&mut harness, Key::ArrowDown);
    assert_eq!(harness.state().state.cursor(), Some(At::new(1, 0)));
}

#[test]
fn those_who_hear_the_table_select_a_cell_without_a_pointer() {
    let mut harness = window();
    harness.get_by_label("Måltall, rad 2: 70").click_accesskit();
    harness.run();
    press(&mut harness, Key::ArrowUp);
    type_text(&mut harness, "12");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().rows[0][1], "12");
}

#[test]
fn a_text_that_is_dropped_for_another_cell_is_told() {
    let mut harness = window();
    click(&mut harness, "Måltall, rad 2: 70");
    type_text(&mut harness, "x");
    click(&mut harness, "Mål, rad 1: Oppetid");
    harness.get_by_label("Ikke et tall");
    harness.get_by_label("Måltall, rad 2: 70");
    assert_eq!(harness.state().state.cursor(), Some(At::new(0, 0)));
}

#[test]
fn a_text_still_being_typed_is_finished_before_saving() {
    let mut harness = window();
    click(&mut harness, "Måltall, rad 2: 70");
    type_text(&mut harness, "71");
    let mut state = std::mem::take(&mut harness.state_mut().state);
    let actions = state.finish(harness.state());
    assert_eq!(actions, [GridAction::SetCells(vec![(1, 1, "71".to_owned())])]);
}
