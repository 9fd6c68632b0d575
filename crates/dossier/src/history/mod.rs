//! The history: one line for each change, each line bound to the one before it.

mod erase;
mod line;
mod scan;
mod stack;
mod step;

pub(crate) use erase::erase_values;
pub(crate) use line::{Line, LineView};
pub(crate) use scan::{BreakReason, FileChange, Index, Indexed, scan};
pub(crate) use stack::Stack;
pub(crate) use step::{Kept, Step, What};

/// The name and major version of the stored format.
pub const HISTORY_FORMAT: &str = "untoc-history/1";
