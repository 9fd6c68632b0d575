//! The dossier on a real disk: what is written, what is read again, what is refused.
#![expect(clippy::disallowed_methods, reason = "tests make and damage files")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test reports by panicking, also from its helpers"
)]

mod folder;
mod open_and_change;
mod property;
mod stopping;
mod stopping_disk;
