//! Everything that the layout may see: one template, one report, the fonts.

use std::path::PathBuf;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::fonts::fonts;

const TEMPLATE: &str = include_str!("report.typ");

/// A world with one template and one report. Every other file is refused, and there is
/// no clock.
pub(super) struct OwnWorld {
    template: Source,
    report: (FileId, Bytes),
}

impl OwnWorld {
    pub(super) fn new(report: Vec<u8>) -> Self {
        let template = Source::new(id("report.typ"), TEMPLATE.to_owned());
        Self { template, report: (id("report.json"), Bytes::new(report)) }
    }
}

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our own two names are paths");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(Library::default()));

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(fonts())));

impl World for OwnWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id == self.template.id() {
            true => Ok(self.template.clone()),
            false => Err(FileError::NotFound(PathBuf::new())),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id == self.report.0 {
            true => Ok(self.report.1.clone()),
            false => Err(FileError::NotFound(PathBuf::new())),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
