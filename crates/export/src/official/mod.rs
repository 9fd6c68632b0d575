//! The official questionnaire: its items in their order, and what answers each of them.
//!
//! The official platform takes answers by hand, item by item. A State that has the
//! official questionnaire makes an [`Overlay`] of it: number and text of each item, and
//! the questions here whose answers make it up ([`read_overlay`]). [`compose`] then gives
//! for each item what is to be entered, and [`OfficialFormat`] writes it. No official text
//! comes with this tool.

mod compose;
mod overlay;
mod page;
mod plain;
mod read;

pub use compose::{ComposedAnswer, OfficialItem, OfficialOrder, compose};
pub use overlay::{OVERLAY_FORMAT, Overlay, OverlayEntry};
pub use plain::OfficialFormat;
pub use read::{Mapped, read_overlay};
