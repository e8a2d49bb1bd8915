//! The head of Rapport with its actions: a number or a block into the section, and documents.

use eframe::egui::{Key, Modifiers, ScrollArea, Ui};

use crate::app::{Command, Document, DocumentKind, Product};
use crate::project::AddedBlock;
use crate::report::{Section, addable};
use crate::t;
use crate::ui::icon;
use crate::ui::theme::colors;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::head::Head;
use crate::ui::widgets::{menu, paint};

/// The height of the menu of blocks.
const BLOCKS: f32 = 420.0;

/// What is to be put into the section.
pub(super) enum HeadWish {
    /// A number, chosen from the list.
    Number,
    /// A chart or a table.
    Block(AddedBlock),
}

/// The blocks that can be put in, as long as the project stays as it is.
#[derive(Default)]
pub(super) struct Addable {
    known: Option<(u64, Vec<(AddedBlock, String)>)>,
}

impl Addable {
    fn of(&mut self, document: &Document) -> &[(AddedBlock, String)] {
        let known = self.known.take().filter(|(revision, _)| *revision == document.revision());
        let known = known.unwrap_or_else(|| (document.revision(), addable(document.figures())));
        &self.known.insert(known).1
    }
}

/// Draws the head with its actions. Comes back with what the person wants to put into the section
/// `open`.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    open: &Section,
    addable: &mut Addable,
    commands: &mut Vec<Command>,
) -> Option<HeadWish> {
    let has_dialog = ui.ctx().memory(|memory| memory.top_modal_layer().is_some());
    let by_key =
        !has_dialog && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Period));
    let year = document.figures().report_year().to_string();
    let caption = t!("annual-title", year = year);
    let mut wish = by_key.then_some(HeadWish::Number);
    Head::new(&t!("place-report")).caption(&caption).show(ui, |ui| {
        // Laid out from the right.
        ui.spacing_mut().item_spacing.x = 10.0;
        for kind in DocumentKind::ALL.into_iter().rev() {
            let (icon, name) = match kind {
                DocumentKind::Pdf => (icon::FILE_PDF, t!("rapport-pdf")),
                DocumentKind::Word => (icon::FILE_WORD, t!("rapport-word")),
                DocumentKind::Excel => (icon::FILE_SHEET, t!("rapport-excel")),
            };
            if ui.add(Button::secondary(&name).icon(icon)).clicked() {
                commands.push(Command::Make(Product::annual_report(document, kind)));
            }
        }
        ui.add_space(10.0);
        if let Some(block) = show_blocks(ui, document, open, addable) {
            wish = Some(HeadWish::Block(block));
        }
        let (name, keys) = (t!("rapport-number"), t!("keys-number"));
        let button = Button::secondary(&name).icon(icon::PLUS).keys(&keys);
        // The press takes the focus from the text, which stays the one that is written.
        if ui.add(button).clicked() {
            wish = Some(HeadWish::Number);
        }
    });
    let rect = ui.cursor();
    paint::hairline(ui, rect, colors(ui).line);
    wish
}

/// The charts and tables that the report does not have yet, as a menu.
fn show_blocks(
    ui: &mut Ui,
    document: &Document,
    open: &Section,
    addable: &mut Addable,
) -> Option<AddedBlock> {
    let opener = ui.add(Button::secondary(&t!("rapport-block")).icon(icon::PLUS));
    let name = t!("rapport-block-menu", section = open.title.as_str());
    let show = |ui: &mut Ui| {
        let mut chosen = None;
        let blocks = addable.of(document);
        if blocks.is_empty() {
            ui.add_enabled(false, menu::Item::new(&t!("rapport-block-none")));
        }
        for (block, caption) in blocks {
            let icon = match block {
                AddedBlock::Chart(_) => icon::CASES,
                AddedBlock::Table(_) => icon::TABLE,
            };
            if ui.add(menu::Item::new(caption).icon(icon)).clicked() {
                chosen = Some(block.clone());
            }
        }
        chosen
    };
    menu::menu(&opener, &name, |ui| ScrollArea::vertical().max_height(BLOCKS).show(ui, show).inner)
        .flatten()
}
