//! Charts as pictures: saved as SVG or PNG, or put on the clipboard.

use std::path::Path;
use std::sync::Arc;

use super::{Content, Destination, Produced, Product};
use crate::chart::{self, Pixels, Scene};
use crate::issue::Issue;
use crate::storage;
use crate::t;

/// Pixels a point: sharp on paper and on screens of double density.
const SCALE: f32 = 2.0;

/// What becomes of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// A file of vectors.
    Svg,
    /// A file of pixels.
    Png,
    /// Pixels on the clipboard.
    Clipboard,
}

/// A picture for the clipboard.
pub type Picture = Pixels;

impl Product {
    /// A chart in the light colours as a picture. `name` is that of the file, without its extension.
    pub fn picture(scene: Scene, format: PictureFormat, name: &str) -> Self {
        let target = match format {
            PictureFormat::Svg => Destination::File(format!("{name}.svg")),
            PictureFormat::Png => Destination::File(format!("{name}.png")),
            PictureFormat::Clipboard => Destination::Clipboard,
        };
        Self {
            target,
            question: t!("path-save-picture"),
            job: t!("job-drawing"),
            make: Arc::new(move |_| Ok(draw(&scene, format)?)),
        }
    }
}

fn draw(scene: &Scene, format: PictureFormat) -> Result<Produced, Issue> {
    let (content, notice) = match format {
        PictureFormat::Clipboard => {
            let picture = chart::pixels(scene, SCALE).map_err(Issue::error)?;
            (Content::Picture(picture), t!("notice-copied"))
        }
        format => (Content::File(bytes(scene, format)?), t!("notice-picture-saved")),
    };
    Ok(Produced { content, notice, warnings: Vec::new() })
}

fn bytes(scene: &Scene, format: PictureFormat) -> Result<Vec<u8>, Issue> {
    match format {
        PictureFormat::Svg => Ok(chart::svg(scene).into_bytes()),
        _ => chart::png(scene, SCALE).map_err(Issue::error),
    }
}

/// Writes a chart to a file, as SVG or PNG.
///
/// # Errors
/// When the picture cannot be drawn or the file not be written.
pub fn write(scene: &Scene, format: PictureFormat, path: &Path) -> Result<(), Issue> {
    storage::write_document(path, &bytes(scene, format)?)
}
