//! The dossier on a real disk: what is written, what is read again, what is refused.
#![expect(clippy::disallowed_methods, reason = "tests make and damage files")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test reports by panicking, also from its helpers"
)]

mod conflict;
mod evidence;
mod folder;
mod hostile;
mod memory_disk;
mod open_and_change;
mod outside;
mod package;
mod power;
mod property;
mod records;
mod stopping;
mod stopping_disk;
