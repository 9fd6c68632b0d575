//! Limits, checked paths, zip files, XML, workbooks and text decoding for everything that
//! comes from outside.
//!
//! A file from somebody else may be huge, in another encoding or a trap. What this crate
//! hands on is bounded in size, is text, and names no path outside the folder that it is
//! meant for. It opens nothing itself: the caller brings a reader or bytes.

mod archive;
mod limits;
mod path;
mod text;
mod workbook;
mod xml;

pub use archive::{Archive, ArchiveEntry, ArchiveLimits};
pub use limits::{Limits, Refusal, read_limited};
pub use path::{PathError, SafePath, check_relative_path};
pub use text::{Text, decode_text};
pub use workbook::{
    CellForm, Cells, OpenWorkbook, SheetCell, SheetName, WorkbookLimits,
    begins_like_workbook,
};
pub use xml::{XmlElement, XmlFault, XmlLimits, XmlNode, XmlNodes};
