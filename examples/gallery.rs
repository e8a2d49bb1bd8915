//! All widgets of the window with made-up contents, for looking at: `cargo run --release
//! --example gallery`. *Oversikt* shows the parts, *Saker* the quarter table, *Kilder* a long
//! list. `-- dark` opens in the dark theme, `-- empty` without a project, `-- slim` in a small window.

use arsmelding::issue::Severity;
use arsmelding::message;
use arsmelding::number;
use arsmelding::ui::actions::ShellAction;
use arsmelding::ui::icon;
use arsmelding::ui::place::Place;
use arsmelding::ui::shell::{Findings, ProjectView, ShellView, StatusView, shell};
use arsmelding::ui::theme::{self, Motion, colors, scale};
use arsmelding::ui::widgets::button::{Button, IconButton};
use arsmelding::ui::widgets::choice::{Stress, dropdown};
use arsmelding::ui::widgets::empty::Empty;
use arsmelding::ui::widgets::field::{Field, locked};
use arsmelding::ui::widgets::grid::{
    Cell, Column, Grid, GridAction, GridModel, GridState, Mark, RowKind, Tone,
};
use arsmelding::ui::widgets::head::Head;
use arsmelding::ui::widgets::notice::Notice;
use arsmelding::ui::widgets::progress::Progress;
use arsmelding::ui::widgets::severity::Verdict;
use arsmelding::ui::widgets::{
    chip, choice, heading, key_hint, notice, panel, progress, severity, tooltip,
};
use arsmelding::words::Message;
use eframe::egui::{self, Frame, Margin, Ui, vec2};

fn main() -> eframe::Result {
    let arguments: Vec<String> = std::env::args().collect();
    let has = |word: &str| arguments.iter().any(|argument| argument == word);
    let (dark, empty) = (has("dark"), has("empty"));
    let size = if has("slim") { [1280.0, 800.0] } else { [1440.0, 900.0] };
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size(size),
        ..Default::default()
    };
    eframe::run_native(
        "Årsmelding: deler",
        options,
        Box::new(move |creation| {
            theme::install(&creation.egui_ctx, Motion::Short);
            creation.egui_ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
            Ok(Box::new(Gallery::new(empty)))
        }),
    )
}

struct Gallery {
    view: ShellView,
    text: String,
    tab: usize,
    table: Quarters,
    table_state: GridState,
    list: List,
    list_state: GridState,
}

impl Gallery {
    fn new(empty: bool) -> Self {
        let project = ProjectView {
            year: 2021,
            years: vec![2021, 2020, 2019],
            file: "hedmark-ikt.ron".to_owned(),
            saved: "Lagret 14.32".to_owned(),
            undo: Some("Endret Oppetid 2021 fra 99,80 til 99,81".to_owned()),
            redo: None,
        };
        let view = ShellView {
            place: Place::Overview,
            project: (!empty).then_some(project),
            status: StatusView::Settled("Alle tall er oppdatert".to_owned()),
            findings: Findings { errors: 4, warnings: 5, notes: 2 },
            role: "Du redigerer".to_owned(),
        };
        Self {
            view,
            text: "45,0".to_owned(),
            tab: 1,
            table: Quarters::new(),
            table_state: GridState::default(),
            list: List::new(),
            list_state: GridState::default(),
        }
    }

    fn place(&mut self, ui: &mut Ui) {
        let place = self.view.place;
        if place == Place::Overview {
            panel::side_panel(ui, "Overstyrt", side);
        }
        let margin = Margin { left: 28, right: 28, top: 0, bottom: 0 };
        if place == Place::Cases {
            self.quarters_head(ui);
        }
        Frame::NONE.inner_margin(margin).show(ui, |ui| match place {
            Place::Cases => self.quarters(ui),
            Place::Sources => {
                let height = ui.available_height() - 12.0;
                Grid::new("Saker").max_height(height).show(ui, &mut self.list_state, &self.list);
            }
            _ => self.parts(ui),
        });
    }

    fn quarters_head(&mut self, ui: &mut Ui) {
        let names = ["Uke", "1. kvartal", "2. kvartal", "3. kvartal"].map(str::to_owned);
        let tools = |ui: &mut Ui| {
            ui.add(IconButton::new(icon::TABLE, "Vis som tabell"));
            ui.add(IconButton::new(icon::DOWNLOAD, "Lagre figuren"));
        };
        let clicked = Head::new("Saker").tabs(&names, self.tab).show(ui, tools);
        self.tab = clicked.unwrap_or(self.tab);
    }

    fn quarters(&mut self, ui: &mut Ui) {
        let (start, rest) = ("10 859 saker i 1. kvartal, 14,9 % flere enn snittet.", "58 av 63.");
        let inks = (colors(ui).text, colors(ui).text_2);
        theme::with_strong_start(ui, start, rest, scale().takeaway, inks);
        ui.add_space(16.0);
        let actions = ui.scope(|ui| {
            ui.set_max_width(864.0);
            Grid::new("Kvartaler").show(ui, &mut self.table_state, &self.table)
        });
        actions.inner.into_iter().for_each(|action| self.table.apply(action));
    }

    fn parts(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.add_space(12.0);
        heading::section(ui, "Komponenter", "Flater, 1 px streker, små hjørner.");
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                self.controls(left);
                states(right);
            }
        });
    }

    fn controls(&mut self, ui: &mut Ui) {
        heading::group(ui, "Knapper");
        ui.horizontal(|ui| {
            ui.add(Button::primary("Importer"));
            ui.add_enabled(false, Button::primary("Importer"));
            ui.add(Button::secondary("Bruk kilden").icon(icon::USE_SOURCE));
            ui.add(Button::secondary("Avbryt").keys("Esc"));
        });
        ui.horizontal(|ui| {
            ui.add(Button::quiet("Vis spor"));
            ui.add(IconButton::new(icon::DOWNLOAD, "Lagre figuren").keys("Ctrl S"));
        });
        heading::group(ui, "Felt");
        ui.horizontal_top(|ui| {
            Field::new("Årsverk", 130.0).show(ui, &mut self.text);
            let mut wrong = "12 33x".to_owned();
            Field::new("Antall", 130.0).finding(Some("Ikke et tall")).show(ui, &mut wrong);
            Field::new("Årsak", 130.0).hint("Årsak til endringen").show(ui, &mut String::new());
        });
        ui.horizontal(|ui| {
            dropdown(ui, "År", 130.0, &["2020", "2021"], Some(1), Stress::None);
            dropdown(ui, "Felt", 130.0, &["Type", "Kunde"], Some(0), Stress::Guessed);
            locked(ui, "Sum", 130.0, "34 103");
        });
        heading::group(ui, "Brikker og valg");
        ui.horizontal(|ui| {
            chip::filter(ui, "Kunde", &["alle 9", "Stange"], 0);
            chip::filter(ui, "Kunde", &["alle 9", "Stange"], 1);
            chip::toggle(ui, "2020", false);
            chip::toggle(ui, "2021", true);
        });
        ui.horizontal(|ui| {
            choice::check_box(ui, "Av", Some(false));
            choice::check_box(ui, "På", Some(true));
            choice::check_box(ui, "Noen", None);
            choice::radio(ui, "Valgt", true);
            choice::radio(ui, "Ikke valgt", false);
        });
        let empty = Empty {
            icon: icon::EVENTS,
            title: "Ingen hendelser ennå",
            body: "De vises også i figurene.",
            action: "Ny hendelse",
            takes_files: true,
        };
        empty.show(ui, vec2(216.0, 130.0));
    }
}

fn states(ui: &mut Ui) {
    heading::group(ui, "Alvor");
    for verdict in [Severity::Error, Severity::Warning, Severity::Note].map(Verdict::Off) {
        severity::label(ui, verdict, &verdict.word());
    }
    severity::label(ui, Verdict::Right, &Verdict::Right.count(214));
    heading::group(ui, "Fremdrift og melding");
    let work = Progress {
        title: "Leser saker_2021_q3.xlsx".to_owned(),
        share: Some(0.61),
        count: "61 %, 5 117 av 8 388 rader".to_owned(),
    };
    progress::card(ui, &work);
    let done =
        Notice { verdict: Verdict::Right, text: "10 859 saker importert".to_owned(), undo: true };
    notice::card(ui, &done);
    heading::group(ui, "Verktøytips og taster");
    let tip = tooltip::Tip {
        title: "Torsdag 11. mars 2021: strømbrudd".to_owned(),
        body: "266 saker, 123 flere (85,6 %) enn snittet på 143,3.".to_owned(),
        source: "Uke 10: 5.3.2015, 10.3.2016, 9.3.2017".to_owned(),
    };
    Frame::popup(ui.style()).show(ui, |ui| tip.show(ui));
    ui.horizontal(|ui| {
        key_hint::key_hint(ui, "Enter", "lagrer");
        key_hint::key_hint(ui, "Esc", "angrer");
    });
}

fn side(ui: &mut Ui) {
    heading::section(ui, "Overstyrt: 4. kvartal 2021", "");
    panel::labelled(ui, "Gjelder", "7 893");
    panel::labelled(ui, "Kilden sier", "7 889 (4 færre)");
    panel::labelled(ui, "Grunn", "Fire saker fra 31.12 ble ført i januar, og rettet etterpå");
    heading::divide(ui, 16.0);
    severity::sentence(ui, Severity::Warning, "Tallet er endret i kilden etter overstyringen");
}

impl eframe::App for Gallery {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let view = self.view.clone();
        let (_, actions) = shell(ui, &view, |ui| self.place(ui));
        for action in actions {
            match action {
                ShellAction::Go(place) => self.view.place = place,
                ShellAction::SwitchTheme => {
                    let dark = ui.visuals().dark_mode;
                    ui.ctx().set_theme(if dark { egui::Theme::Light } else { egui::Theme::Dark });
                }
                _ => {}
            }
        }
    }
}

/// The quarter table of the look, with its kinds of rows and cells.
struct Quarters {
    columns: Vec<Column>,
    rows: Vec<[String; 6]>,
}

impl Quarters {
    fn new() -> Self {
        let mut columns = vec![Column::text("Saker", 200.0).stretching()];
        columns.extend(
            ["1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal", "Hele året"]
                .map(|title| Column::number(title, 108.0)),
        );
        let rows = [
            "2017|9 469|7 522|7 851|7 929|32 771",
            "2018|10 096|8 547|9 915|9 014|37 572",
            "2019|9 372|7 071|−13,95|7 402|mangler",
            "2020|10 709|8 509|9 558|9 186|37 962",
            "Snitt 2015–2020|9 454|7 889|8 497|8 263|34 103",
            "2021|10 859|9 086|8 388|7 893|36 226",
            "Endring fra 2020|+1,4 %|+6,8 %|−12,2 %|−14,1 %|−4,6 %",
            "Endring fra snittet|+14,9 %|+15,2 %|−1,3 %|−4,5 %|+6,2 %",
        ];
        let cells = |row: &str| {
            let mut parts = row.split('|').map(|text| text.replace(' ', "\u{a0}"));
            std::array::from_fn(|_| parts.next().unwrap_or_default())
        };
        Self { columns, rows: rows.into_iter().map(cells).collect() }
    }

    fn apply(&mut self, action: GridAction) {
        if let GridAction::SetCells(cells) = action {
            for (row, column, text) in cells {
                self.rows[row][column] = text;
            }
        }
    }
}

impl GridModel for Quarters {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.rows.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let cell = Cell::new(self.rows[row][column].clone());
        match (row, column) {
            (2, 5) => Cell::missing(),
            (0, 2) => cell.mark(Mark::SourceMoved),
            (5, 4) => cell.mark(Mark::Overridden),
            (2, 3) => cell.mark(Mark::Error(message!("number-negative"))),
            (6.., 0) => cell.tone(Tone::Label),
            (..6, 5) => cell.strong(),
            _ => cell,
        }
    }

    fn edit_text(&self, row: usize, column: usize) -> String {
        self.rows[row][column].replace('\u{a0}', "")
    }

    fn editable(&self, row: usize, column: usize) -> bool {
        row < 4 && (1..5).contains(&column)
    }

    fn check(&self, _row: usize, _column: usize, text: &str) -> Result<(), Message> {
        text.parse::<u32>().map(|_| ()).map_err(|_| message!("number-not-whole"))
    }

    fn row_kind(&self, row: usize) -> RowKind {
        match row {
            4 => RowKind::Average,
            5 => RowKind::ThisYear,
            _ => RowKind::Plain,
        }
    }

    fn row_name(&self, row: usize) -> Option<String> {
        self.rows.get(row).map(|cells| cells[0].clone())
    }
}

/// As many rows as seven years have cases.
struct List {
    columns: Vec<Column>,
}

impl List {
    fn new() -> Self {
        let columns = vec![
            Column::text("Saksnummer", 160.0),
            Column::text("Kategori", 200.0).stretching(),
            Column::number("Minutter", 100.0),
        ];
        Self { columns }
    }
}

impl GridModel for List {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        240_000
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        match column {
            0 => Cell::new(format!("IR-2021-{row:06}")),
            1 => Cell::new(["Passord", "Skriver", "Nettverk"][row % 3]),
            _ => Cell::new(number::count(row as i64 * 7 % 12_345)),
        }
    }

    fn editable(&self, _row: usize, _column: usize) -> bool {
        false
    }

    fn check(&self, _row: usize, _column: usize, _text: &str) -> Result<(), Message> {
        Ok(())
    }
}
