//! What Typst may see: the template, one report, its charts and the fonts; no files, no clock.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use crate::look;

const TEMPLATE: &str = include_str!("../../../assets/report/template.typ");

/// The faces that the template names.
fn fonts() -> [&'static [u8]; 4] {
    [look::FONT_REGULAR, look::FONT_MEDIUM, look::FONT_SEMIBOLD, look::FONT_ITALIC]
}

/// The world of one report after the other.
#[derive(Debug)]
pub struct ReportWorld {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    template: Source,
    files: HashMap<FileId, Bytes>,
}

impl ReportWorld {
    /// A world with the template and nothing to set.
    pub fn new() -> Self {
        let fonts: Vec<Font> =
            fonts().into_iter().flat_map(|font| Font::iter(Bytes::new(font))).collect();
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(book(&fonts)),
            fonts,
            main: Source::detached(String::new()),
            template: Source::new(id("template.typ"), TEMPLATE.to_owned()),
            files: HashMap::new(),
        }
    }

    /// Puts a report in the place of the one before. Only what has changed is parsed anew.
    pub fn put(&mut self, main: String, files: Vec<(String, String)>) {
        self.main.replace(&main);
        self.files =
            files.into_iter().map(|(name, text)| (id(&name), Bytes::from_string(text))).collect();
    }
}

/// The fonts as weights and slants of one family; two of them carry their weight in the name.
fn book(fonts: &[Font]) -> FontBook {
    let mut book = FontBook::new();
    for font in fonts {
        let mut info = font.info().clone();
        look::FONT_FAMILY.clone_into(&mut info.family);
        book.push(info);
    }
    book
}

/// The id of a file in the world's one folder.
fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the names of a report's files are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = [&self.main, &self.template].into_iter().find(|source| source.id() == id);
        source.cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// A report has the date that it is given; it does not ask what day it is.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
