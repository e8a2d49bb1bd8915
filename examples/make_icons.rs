//! Draws the icons of `assets/icon` from their SVGs, as PNGs and as one `.ico` each for Windows:
//! `cargo run --release --example make_icons`, into another folder where one is given.

use std::error::Error;
use std::fs::{self, File};
use std::path::PathBuf;

use ico::{IconDir, IconDirEntry, IconImage, ResourceType};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The drawings, by name.
const NAMES: [&str; 2] = ["arsmelding", "project"];
/// The widths in pixels that desktops ask for.
const SIZES: [u32; 7] = [16, 24, 32, 48, 64, 128, 256];

fn main() -> Result<(), Box<dyn Error>> {
    let drawings = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/icon");
    let folder = std::env::args_os().nth(1).map_or_else(|| drawings.clone(), PathBuf::from);
    for name in NAMES {
        let svg = fs::read_to_string(drawings.join(name).with_extension("svg"))?;
        let tree = Tree::from_str(&svg, &Options::default())?;
        let mut icon = IconDir::new(ResourceType::Icon);
        for size in SIZES {
            let picture = draw(&tree, size)?;
            fs::write(folder.join(format!("{name}-{size}.png")), picture.encode_png()?)?;
            let pixels = IconImage::from_rgba_data(size, size, picture.take_demultiplied());
            icon.add_entry(IconDirEntry::encode(&pixels)?);
        }
        icon.write(File::create(folder.join(name).with_extension("ico"))?)?;
    }
    Ok(())
}

fn draw(tree: &Tree, size: u32) -> Result<Pixmap, Box<dyn Error>> {
    let mut picture = Pixmap::new(size, size).ok_or("an icon has pixels")?;
    let scale = size as f32 / tree.size().width();
    resvg::render(tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    Ok(picture)
}
