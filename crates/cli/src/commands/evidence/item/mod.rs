//! The commands on the evidence items of a dossier.

pub(super) mod add;
pub(super) mod describe;
pub(super) mod export;
pub(super) mod link;
pub(super) mod list;
mod open;
pub(super) mod receipt;
pub(super) mod remove;
pub(super) mod set_aside;
pub(super) mod show;
pub(super) mod upload;

use untoc_core::{EvidenceCheck, nearest};
use untoc_dossier::Item;

use crate::error::CommandError;
use crate::session::Session;

/// Says how many rows a check has seen, and how much it found.
fn found_in(check: &EvidenceCheck) -> String {
    let plural = |count, one: &str, many: &str| {
        format!("{count} {}", if count == 1 { one } else { many })
    };
    format!(
        "{}, {}, {}",
        plural(check.rows, "row", "rows"),
        plural(check.errors, "error", "errors"),
        plural(check.warnings, "warning", "warnings")
    )
}

/// Finds an evidence item that is there.
pub(super) fn find(session: &Session<'_>, id: &str) -> Result<Item, CommandError> {
    let id = id.trim();
    let items = session.dossier().items();
    if let Some(item) = items.iter().find(|item| item.id.as_str() == id) {
        if let Some(erased) = item.record.as_ref().and_then(|r| r.erased.as_ref()) {
            return Err(CommandError::usage(format!(
                "{id} was erased at {}: {}",
                erased.at, erased.reason
            )));
        }
        return Ok(item.clone());
    }
    let error = CommandError::usage(format!("there is no evidence item {id}"));
    Err(match nearest(id, items.iter().map(|item| item.id.as_str())) {
        Some(near) => error.hint(format!("did you mean {near}?")),
        None => error.hint("see the items with: untoc evidence list"),
    })
}
