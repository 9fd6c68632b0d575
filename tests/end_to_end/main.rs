//! Runs the real binary the way people and scripts do.
//!
//! These tests prove the wiring; what the parts do is proved where they live.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking and makes its own files"
)]

mod arrows;
mod batch_guide;
mod demo;
mod evidence;
mod evidence_items;
mod explanations;
mod focal_point;
mod help;
mod hostile;
mod interview;
mod ngo_guide;
mod nightly;
mod pdf;
mod preparing;
mod returned_forms;
mod run;
mod schemas;
mod serve;
mod submission;
mod surveys;
mod validation;
