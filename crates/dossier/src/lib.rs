//! The folder on disk: open, save, lock, history.
//!
//! A dossier is a folder of files that people can read without this tool. [`Dossier`]
//! opens it, whatever is broken in it, and changes it by one write at a time: a line of
//! the history first, then the files, each replaced in one moment. [`Dossier::undo`]
//! takes any change back. Every operation on the file system goes through [`Disk`], so
//! that a test can stop after each of them and prove that nothing is lost.

mod act;
mod backup;
mod change_set;
mod commit;
mod compose;
mod contents;
mod digest;
mod disk;
mod dossier;
mod draft;
mod edit;
mod error;
mod evidence;
mod file_name;
mod forms;
mod history;
mod init;
mod journal;
mod keep;
mod layout;
mod lock;
mod log;
mod official;
mod outside;
mod repair;
mod rules;
mod stored;
mod undo;
mod validate;
mod values;
mod write;

pub use act::{Act, Via};
pub use change_set::{ChangeSet, ItemChange, Removal};
pub use contents::check_history;
pub use digest::Digest;
pub use disk::{
    Action, Disk, DiskError, Flush, Held, Kind, PackedDisk, ReadOnly, RealDisk,
};
pub use dossier::{Dossier, find_upward, is_dossier};
pub use error::{Error, ErrorKind, FileConflict, Holder, Way};
pub use evidence::{
    EvidenceLimits, Inspected, Item, Origin, Package, Part, bag_of, inspect_package,
    linked, package_root, unlinked, write_zip,
};
pub use file_name::FileName;
pub use history::HISTORY_FORMAT;
pub use journal::{JOURNAL_FORMAT, Journal, Unsaved};
pub use log::{How, LogChange, LogLine, Standing, Values};
pub use stored::Stored;
pub use undo::Undone;
pub use validate::{validate, validate_file, validate_loose};
