//! Charts as pictures: saved as SVG or PNG, or put on the clipboard.

use std::path::{Path, PathBuf};

use super::files::{broken, take_finished};
use super::{App, Notice, PathPurpose};
use crate::chart::{self, Pixels, Scene};
use crate::issue::Issue;
use crate::jobs::{Job, JobOutcome, Progress};
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

/// A chart that is to become a picture.
#[derive(Clone, Debug)]
pub struct PictureRequest {
    /// The chart, in the light colours.
    pub scene: Scene,
    /// What becomes of it.
    pub format: PictureFormat,
    /// A name for the file, without its extension.
    pub name: String,
}

impl PictureFormat {
    /// The extension of such a file; a picture on the clipboard would be pixels.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png | Self::Clipboard => "png",
        }
    }
}

impl PictureRequest {
    fn file_name(&self) -> String {
        format!("{}.{}", self.name, self.format.extension())
    }
}

/// A picture for the clipboard.
pub type Picture = Pixels;

type Drawn = Result<Option<Picture>, Issue>;

/// Pictures that are being asked about, drawn, or ready for the clipboard.
#[derive(Debug, Default)]
pub(super) struct PictureJobs {
    choosing: Option<(PictureRequest, Job<Option<PathBuf>>)>,
    drawing: Option<Job<Drawn>>,
    ready: Option<Picture>,
}

impl PictureJobs {
    pub(super) fn running(&self) -> Option<(String, Progress)> {
        self.drawing.as_ref().map(|job| (t!("job-drawing"), job.progress()))
    }

    pub(super) fn cancel(&mut self) {
        self.drawing = None;
    }
}

impl App {
    /// The picture that is to be put on the clipboard; handed over once.
    pub fn take_picture(&mut self) -> Option<Picture> {
        self.pictures.ready.take()
    }

    pub(super) fn draw_picture(&mut self, request: PictureRequest) {
        if request.format == PictureFormat::Clipboard {
            let draw = move || chart::pixels(&request.scene, SCALE).map(Some);
            let job = Job::start(self.waker(), move |_| draw().map_err(Issue::error));
            self.pictures.drawing = Some(job);
            return;
        }
        let name = request.file_name();
        let folder = self.document().and_then(super::Document::path).and_then(Path::parent);
        let job = self.surroundings.dialogs.save(folder, &name, self.waker());
        self.pictures.choosing = Some((request, job));
    }

    pub(super) fn poll_pictures(&mut self) {
        self.poll_chosen_file();
        let Some(job) = &self.pictures.drawing else { return };
        let drawn = match job.poll() {
            JobOutcome::Running => return,
            JobOutcome::Done(drawn) => drawn,
            JobOutcome::Broken => Err(broken()),
        };
        self.pictures.drawing = None;
        match drawn {
            Ok(picture) => {
                let is_copied = picture.is_some();
                self.pictures.ready = picture;
                let key = if is_copied { t!("notice-copied") } else { t!("notice-picture-saved") };
                self.notify(Notice::done(key));
            }
            Err(issue) => self.notify(Notice::failed(&issue)),
        }
    }

    fn poll_chosen_file(&mut self) {
        let Some((request, job)) = self.pictures.choosing.take() else { return };
        let mut slot = Some(job);
        match take_finished(&mut slot) {
            None => self.pictures.choosing = slot.map(|job| (request, job)),
            Some(chosen) => {
                if let Some(path) = chosen.flatten() {
                    self.write_picture(request, path);
                } else {
                    let name = request.file_name();
                    self.ask_for_path(PathPurpose::SavePicture(Box::new(request)), &name);
                }
            }
        }
    }

    pub(super) fn write_picture(&mut self, request: PictureRequest, path: PathBuf) {
        let work = move |_: &_| write(&request, &path).map(|()| None);
        self.pictures.drawing = Some(Job::start(self.waker(), work));
    }
}

/// Writes a chart to a file, as SVG or PNG.
///
/// # Errors
/// When the picture cannot be drawn or the file not be written.
pub fn write(request: &PictureRequest, path: &Path) -> Result<(), Issue> {
    let bytes = match request.format {
        PictureFormat::Svg => chart::svg(&request.scene).into_bytes(),
        _ => chart::png(&request.scene, SCALE).map_err(Issue::error)?,
    };
    storage::write_document(path, &bytes)
}
