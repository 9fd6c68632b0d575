//! The formats of forms and reports: one line for each, and a file that knows it.

use untoc_core::{Code, Finding, Library, Place};
use untoc_report::Words;

use crate::csv::read_csv;
use crate::form::Form;
use crate::import::Imported;
use crate::json::read_json;
use crate::markdown::to_markdown;
use crate::outline::Outline;
use crate::returned::ReadOptions;
use crate::{excel, html, word};

/// Why a form cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The form is more than an Excel workbook holds.
    #[error("the form does not fit into an Excel workbook")]
    Workbook(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// A format of forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormFormat {
    /// A Word document (`.docx`).
    Word,
    /// An Excel workbook (`.xlsx`).
    Excel,
    /// A page for a browser (`.html`).
    Html,
}

impl FormFormat {
    /// Returns the ending of file names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Word => "docx",
            Self::Excel => "xlsx",
            Self::Html => "html",
        }
    }

    /// Writes a form; `words` are those that it was built with.
    ///
    /// # Errors
    /// When the form does not fit into the format.
    pub fn write(self, form: &Form<'_>, words: &Words) -> Result<Vec<u8>, WriteError> {
        match self {
            Self::Word => Ok(word::write_form(form, words)),
            Self::Excel => excel::write_form(form, words),
            Self::Html => Ok(html::write_form(form, words)),
        }
    }
}

/// A format of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFormat {
    /// Markdown (`.md`).
    Markdown,
    /// A Word document (`.docx`).
    Word,
    /// A page for a browser (`.html`).
    Html,
}

impl ReportFormat {
    /// Returns the ending of file names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Word => "docx",
            Self::Html => "html",
        }
    }

    /// Writes a report; `words` are those that it was built with.
    pub fn write(self, outline: &Outline, words: &Words) -> Vec<u8> {
        match self {
            Self::Markdown => to_markdown(outline, words).into(),
            Self::Word => word::write_report(outline, words),
            Self::Html => html::write_report(outline, words),
        }
    }
}

/// What a file that came back is, told by its content and never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReturnedFormat {
    /// A response, or the answers that the page for a browser saved.
    Json,
    /// A table in long form.
    Csv,
    /// A Word document.
    Word,
    /// An Excel workbook.
    Excel,
    /// An OpenDocument spreadsheet.
    OpenSpreadsheet,
    /// A page for a browser.
    Html,
    /// Something that cannot be read, named as [`Code::FormNotReadable`] names it.
    Unreadable(&'static str),
}

impl ReturnedFormat {
    /// Tells what a file is.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK") {
            return of_zip(bytes);
        }
        for (start, what) in [
            (&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], "old-office"),
            (b"%PDF", "pdf"),
            (b"\x89PNG", "image"),
            (b"\xff\xd8\xff", "image"),
            (b"GIF8", "image"),
            (b"II*\0", "image"),
            (b"MM\0*", "image"),
            (b"BM", "image"),
            (b"{\\rtf", "rtf"),
        ] {
            if bytes.starts_with(start) {
                return Self::Unreadable(what);
            }
        }
        let marks = |byte: &&u8| {
            !byte.is_ascii_whitespace() && !matches!(byte, 0xef | 0xbb | 0xbf)
        };
        match bytes.iter().find(marks) {
            Some(b'{') => Self::Json,
            Some(b'<') => Self::Html,
            Some(_) | None => Self::Csv,
        }
    }
}

/// Tells which kind of document a zip file is by the names in it.
fn of_zip(bytes: &[u8]) -> ReturnedFormat {
    let has = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    if has(b"word/document.xml") {
        ReturnedFormat::Word
    } else if has(b"xl/workbook.xml") {
        ReturnedFormat::Excel
    } else if has(b"application/vnd.oasis.opendocument.spreadsheet") {
        ReturnedFormat::OpenSpreadsheet
    } else if has(b"application/vnd.oasis.opendocument.text") {
        ReturnedFormat::Unreadable("open-text")
    } else {
        ReturnedFormat::Unreadable("zip")
    }
}

/// Reads a file that came back, whatever its format.
pub fn read_returned(
    bytes: &[u8],
    library: &Library,
    options: &ReadOptions<'_>,
) -> Imported {
    match ReturnedFormat::of(bytes) {
        ReturnedFormat::Json => html::read_saved(bytes, library, options)
            .unwrap_or_else(|| read_json(bytes, library, options)),
        ReturnedFormat::Csv => read_csv(bytes, library, options),
        ReturnedFormat::Word => word::read_form(bytes, library, options),
        ReturnedFormat::Excel | ReturnedFormat::OpenSpreadsheet => {
            excel::read_form(bytes, library, options)
        }
        ReturnedFormat::Html => unreadable("html"),
        ReturnedFormat::Unreadable(what) => unreadable(what),
    }
}

/// Says that a file is no form that can be read, and so what to ask the agency for.
pub(crate) fn unreadable(what: &'static str) -> Imported {
    let finding = Finding::new(Code::FormNotReadable, Place::default());
    Imported { findings: vec![finding.plain("kind", what)], ..<_>::default() }
}
