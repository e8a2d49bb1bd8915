//! Where the report stands: each chapter, how far it has come, and who answers for it.

use eframe::egui::{Align, Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::figures::Figures;
use crate::look::tokens;
use crate::report::{self, Progress, Section, texts_of};
use crate::t;
use crate::ui::theme::{self, Colors, colors, scale};
use crate::ui::trail;
use crate::ui::widgets::paint;
use crate::ui::widgets::severity;

const ROW: f32 = 24.0;
const BAR: f32 = 6.0;
/// Air between the parts of the bar.
const BAR_GAP: f32 = 2.0;
/// Where a chapter's name stands, from the row's left.
const NAME_AT: f32 = 24.0;
const GAP: f32 = 8.0;

/// A chapter of the report, together with the sections within it.
struct Chapter {
    /// Its section's id.
    section: String,
    title: String,
    progress: Progress,
    /// Who answers for its texts.
    owners: Vec<String>,
}

/// The chapters in their order.
pub(super) struct Chapters(Vec<Chapter>);

impl Chapters {
    /// The chapters of the report year's annual report, each with the sections within it.
    pub fn of(figures: &Figures) -> Self {
        let mut chapters: Vec<Chapter> = Vec::new();
        let sections = report::outline(figures.project());
        for section in sections.iter().filter(|section| !section.is_left_out) {
            // The section of a quarter is long enough to count as a chapter.
            let is_chapter = !section.is_within || section.quarter.is_some();
            if is_chapter || chapters.is_empty() {
                let (section, title) = (section.id.clone(), section.title.clone());
                let progress = Progress::Settled;
                chapters.push(Chapter { section, title, progress, owners: Vec::new() });
            }
            if let Some(chapter) = chapters.last_mut() {
                chapter.take(figures, section);
            }
        }
        Self(chapters)
    }

    /// How many texts nobody has read since they were carried over.
    pub fn unread(figures: &Figures) -> usize {
        let sections = report::outline(figures.project());
        let printed = sections.iter().filter(|section| !section.is_left_out);
        let texts = printed.flat_map(|section| texts_of(figures, section));
        texts.filter_map(|(_, _, text)| text).filter(|text| text.is_carried_over).count()
    }

    /// How many chapters nobody answers for, where somebody answers for others.
    pub fn without_owner(&self) -> usize {
        let is_asked = |chapter: &&Chapter| chapter.progress != Progress::Settled;
        let (asked, owned) =
            self.0.iter().filter(is_asked).fold((0, 0), |(asked, owned), chapter| {
                (asked + 1, owned + usize::from(!chapter.owners.is_empty()))
            });
        if owned == 0 { 0 } else { asked - owned }
    }

    /// Heading, bar and rows; the section of the row that is pressed.
    pub fn show(&self, ui: &mut Ui) -> Option<String> {
        let is_approved = |chapter: &&Chapter| chapter.progress == Progress::Approved;
        let approved = self.0.iter().filter(is_approved).count();
        let to_write =
            self.0.iter().filter(|chapter| chapter.progress != Progress::Settled).count();
        let count = t!("overview-report-approved", count = approved, total = to_write);
        let colors = colors(ui);
        paint::row(ui, scale().heading.1, |ui| {
            let rect = ui.max_rect();
            theme::text(ui, t!("overview-report"), scale().heading, colors.text);
            let caption = paint::line(ui, &count, scale().caption, colors.text_2);
            let response = ui.interact(rect, ui.scope_id().with("approved"), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &count));
            paint::place_text(ui.painter(), rect, caption, Align::Max, colors.text_2);
        });
        ui.add_space(8.0);
        self.bar(ui);
        ui.add_space(8.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        let pressed: Vec<&Chapter> =
            self.0.iter().filter(|chapter| chapter.show(ui).clicked()).collect();
        pressed.first().map(|chapter| chapter.section.clone())
    }

    /// A part for each chapter, those that have come furthest first.
    fn bar(&self, ui: &mut Ui) {
        let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
        let progress = self.0.iter().map(|chapter| chapter.progress);
        let mut all: Vec<Progress> =
            progress.filter(|progress| *progress != Progress::Settled).collect();
        // What nobody has begun stands last.
        all.sort_by_key(|progress| (*progress == Progress::Blank, std::cmp::Reverse(*progress)));
        let width = (bar.width() + BAR_GAP) / all.len().max(1) as f32;
        for (at, progress) in all.into_iter().enumerate() {
            let left = bar.left() + at as f32 * width;
            let part = Rect::from_min_size(
                eframe::egui::pos2(left, bar.top()),
                vec2((width - BAR_GAP).max(1.0), BAR),
            );
            ui.painter().rect_filled(part, 0.0, bar_color(progress, colors(ui)));
        }
    }
}

impl Chapter {
    /// Takes the texts of one of its sections.
    fn take(&mut self, figures: &Figures, section: &Section) {
        self.progress = self.progress.min(Progress::of(figures, section));
        for (_, _, text) in texts_of(figures, section) {
            let owner = text.map(|text| text.owner.clone()).filter(|owner| !owner.is_empty());
            self.owners.extend(owner.filter(|owner| !self.owners.contains(owner)));
        }
    }

    fn show(&self, ui: &mut Ui) -> Response {
        let colors = colors(ui);
        let (icon, color) = severity::progress(self.progress, colors);
        let word = t!(self.progress.word_key());
        let owners = self.owners.join(", ");
        let state = match owners.as_str() {
            "" => word,
            owners => t!("overview-report-owned", state = word, owners = owners),
        };
        let size = vec2(ui.available_width(), ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        trail::lit(ui, &response, rect);
        let spoken =
            t!("overview-report-row", chapter = self.title.as_str(), state = state.as_str());
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
        let mark = theme::icon_galley(ui, icon, tokens().size.icon_severity, color);
        paint::place_text(ui.painter(), rect, mark, Align::Min, color);
        let room = rect.width() - NAME_AT;
        let state = paint::elided(ui, &state, scale().caption, colors.text_2, room / 2.0);
        let is_begun = self.progress != Progress::Blank;
        let name_color = if is_begun { colors.text } else { colors.text_2 };
        let name_room = room - state.size().x - GAP;
        let name = paint::elided(ui, &self.title, scale().body, name_color, name_room);
        let is_cut = name.elided || state.elided;
        paint::place_text(
            ui.painter(),
            rect.with_min_x(rect.left() + NAME_AT),
            name,
            Align::Min,
            name_color,
        );
        paint::place_text(ui.painter(), rect, state, Align::Max, colors.text_2);
        if is_cut { response.on_hover_text(spoken) } else { response }
    }
}

fn bar_color(progress: Progress, colors: &Colors) -> Color32 {
    match progress {
        Progress::Approved | Progress::Settled => colors.ok,
        Progress::Ready => colors.text_2,
        Progress::Draft => colors.line_strong,
        Progress::Unread => colors.warning,
        Progress::Blank => colors.line,
    }
}
