//! Data Packages (Frictionless Data, versions 1 and 2): a descriptor and its tables.
//!
//! The descriptor is read, its files are opened by checked relative paths through
//! [`PackageFiles`], and each table is checked against its own schema. There is no network
//! here: what lies elsewhere is a finding.

mod check;
mod dialect;
mod digest;
mod inline;
mod joined;
mod read;
mod resource;

use std::io;

use serde_json::Value;
use untoc_intake::SafePath;

pub use self::check::{PackageOptions, PackageReport, ResourceReport, check_package};
pub use self::digest::Digest;
pub use self::read::read_package;
use crate::layout::Dialect;
use crate::source::Source;
use crate::table_schema::TableSchema;

/// Opens the files of a package.
pub trait PackageFiles {
    /// Opens a file by its path below the folder of the descriptor; none if it is not
    /// there.
    ///
    /// # Errors
    /// When the file is there and cannot be opened.
    fn open(&self, path: &SafePath) -> io::Result<Option<Box<dyn Source + '_>>>;
}

/// A descriptor.
#[derive(Debug, Clone, Default)]
pub struct DataPackage {
    /// The name, if it has one.
    pub name: String,
    /// The title, if it has one.
    pub title: String,
    /// The resources, in their order.
    pub resources: Vec<Resource>,
}

/// A resource: a table, or another file.
#[derive(Debug, Clone, Default)]
pub struct Resource {
    /// The name.
    pub name: String,
    /// The title, if it has one.
    pub title: String,
    /// Where its bytes are.
    pub content: Content,
    /// The checksum that is promised.
    pub hash: Option<Digest>,
    /// The number of bytes that is promised.
    pub bytes: Option<u64>,
    /// Whether it is a table.
    pub is_table: bool,
    /// What is known about its layout.
    pub dialect: Dialect,
    /// The sheet of a workbook.
    pub sheet: Sheet,
    /// What it should hold.
    pub schema: Option<TableSchema>,
}

/// Where the bytes of a resource are.
#[derive(Debug, Clone, Default)]
pub enum Content {
    /// Nowhere that can be read.
    #[default]
    Nothing,
    /// In files, one after the other.
    Files(Vec<SafePath>),
    /// In the descriptor.
    Inline(Value),
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Sheet {
    /// The first that is visible.
    #[default]
    First,
    /// The one with this name.
    Named(String),
    /// The one with this number, from 1.
    Numbered(usize),
}
