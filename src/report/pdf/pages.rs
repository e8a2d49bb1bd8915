//! Set pages, to be looked at: how many there are, where a part begins, and what one looks like.

use typst::foundations::Label;
use typst::introspection::Introspector as _;
use typst::utils::{PicoStr, Scalar};
use typst_layout::PagedDocument;
use typst_render::{RenderOptions, render};

use crate::chart::Pixels;

/// The pages of a report.
#[derive(Clone, Debug)]
pub struct Pages {
    pub(super) document: PagedDocument,
    /// What tells the report from others: the company and the title.
    pub(super) name: String,
}

impl Pages {
    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// The page, from 1, on which the heading, table or chart with that anchor begins; `None`
    /// where the report has none.
    pub fn page_of(&self, anchor: &str) -> Option<usize> {
        // The template puts this before every anchor.
        let label = Label::new(PicoStr::intern(&format!("at-{anchor}")))?;
        let introspector = self.document.introspector();
        let location = introspector.query_label(label).ok()?.location()?;
        introspector.elements().position(location).map(|place| place.page.get())
    }

    /// A page, from 1, as a picture with `scale` pixels a point; `None` where there is none.
    pub fn picture(&self, page: usize, scale: f32) -> Option<Pixels> {
        let page = self.document.pages().get(page.checked_sub(1)?)?;
        let options = RenderOptions {
            pixel_per_pt: Scalar::new(f64::from(scale)),
            ..RenderOptions::default()
        };
        let picture = render(page, &options);
        // The page is opaque, so that its colours are not multiplied by anything.
        let (width, height) = (picture.width(), picture.height());
        Some(Pixels { width, height, rgba: picture.take() })
    }
}
