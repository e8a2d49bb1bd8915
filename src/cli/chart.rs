//! `chart`: one chart as SVG or PNG.

use std::path::PathBuf;

use clap::Args;

use super::answer::Answer;
use super::{CommandResult, ProjectArg};
use crate::app::{PictureFormat, write_picture};
use crate::chart::{ChartChoice, Size, Style};
use crate::figures::{Figures, Filter};
use crate::issue::Issue;
use crate::look::tokens;
use crate::{message, storage, t};

/// As wide as a chart stands in the window.
const SIZE: Size = Size::new(1200.0, 420.0);

/// What `chart` is given.
#[derive(Debug, Args)]
pub struct ChartArgs {
    #[command(flatten)]
    project: ProjectArg,
    /// `weeks`, `q1`, `q2`, `q3` or `q4`.
    name: String,
    /// The file to write as SVG.
    #[arg(long, required_unless_present = "png", conflicts_with = "png")]
    svg: Option<PathBuf>,
    /// The file to write as PNG.
    #[arg(long)]
    png: Option<PathBuf>,
}

/// Writes one chart.
pub fn run(args: &ChartArgs) -> CommandResult {
    let choice = ChartChoice::from_id(&args.name)
        .ok_or_else(|| Issue::error(message!("cli-no-such-chart", name = args.name.as_str())))?;
    let project = storage::read(&args.project.file)?;
    let style = Style::screen(&tokens().light);
    let scene = choice.scene(&Figures::of(&project), &Filter::default(), SIZE, &style);
    let targets = [(&args.svg, PictureFormat::Svg), (&args.png, PictureFormat::Png)];
    let mut written = Vec::new();
    for (path, format) in targets {
        let Some(path) = path else { continue };
        write_picture(&scene, format, path)?;
        written.push(t!("cli-written", file = path.display().to_string()));
    }
    Ok(Answer::done(written.join("\n")))
}
