//! A scene as pixels and as PNG: its SVG, painted with the program's fonts.

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::scene::Scene;
use super::svg::svg;
use crate::look;
use crate::message;
use crate::words::Message;

/// The most pixels along either side.
const MOST_PIXELS: u32 = 16_384;

/// A picture as pixels, row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, the colours not multiplied by the opacity.
    pub rgba: Vec<u8>,
}

/// The scene as pixels, `scale` of them a point.
///
/// # Errors
/// Where the picture would have no pixels, or more than 16 384 along a side.
pub fn pixels(scene: &Scene, scale: f32) -> Result<Pixels, Message> {
    let pixmap = painted(scene, scale)?;
    let (width, height) = (pixmap.width(), pixmap.height());
    Ok(Pixels { width, height, rgba: pixmap.take_demultiplied() })
}

/// The scene as the bytes of a PNG with `scale` pixels a point; 2 is sharp on paper.
///
/// # Errors
/// Where the picture would have no pixels, or more than 16 384 along a side.
pub fn png(scene: &Scene, scale: f32) -> Result<Vec<u8>, Message> {
    painted(scene, scale)?.encode_png().map_err(|_| no_picture())
}

fn painted(scene: &Scene, scale: f32) -> Result<Pixmap, Message> {
    let options = Options { fontdb: fonts(), ..Options::default() };
    let tree = Tree::from_str(&svg(scene), &options).map_err(|_| no_picture())?;
    let pixels = |points: f32| (points * scale).round() as u32;
    let (width, height) = (pixels(scene.size.width), pixels(scene.size.height));
    let has_room = width.max(height) <= MOST_PIXELS;
    let pixmap = has_room.then(|| Pixmap::new(width, height)).flatten();
    let mut pixmap = pixmap.ok_or_else(no_picture)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

fn no_picture() -> Message {
    message!("chart-png-failed")
}

/// The embedded fonts and no others, so that every machine gives the same picture.
fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    Arc::clone(FONTS.get_or_init(|| {
        let mut database = fontdb::Database::new();
        for font in [look::FONT_REGULAR, look::FONT_MEDIUM, look::FONT_SEMIBOLD] {
            database.load_font_source(fontdb::Source::Binary(Arc::new(font)));
        }
        Arc::new(database)
    }))
}
