//! Runs over many files: found, checked, reported, joined.

#![expect(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking and makes its own files"
)]

mod broken;
mod comparing;
mod corpus;
mod finding;
mod packages;
mod same_report;
mod steering;
