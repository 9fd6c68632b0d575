//! Two versions of a table of cases: which groups of rows have grown or shrunk by a few.

use super::Sight;
use super::classes::Size;

/// What changed between two versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Changed {
    /// The columns that were compared.
    pub(super) fields: Vec<String>,
    /// How many descriptions have a few rows more or fewer.
    pub(super) count: usize,
    /// The first rows of those that the newer table still has.
    pub(super) rows: Vec<usize>,
}

/// Compares the classes of two versions by the describing columns that both have; a
/// description that one of them lacks has no rows there.
pub(super) fn changed(older: &Sight, newer: &Sight, threshold: usize) -> Changed {
    let label = |sight: &Sight, at: usize| sight.roles.label(at).to_lowercase();
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let mut changed = Changed::default();
    for (mine, column) in newer.describing.iter().enumerate() {
        let name = label(newer, *column);
        let theirs = older.describing.iter().position(|at| label(older, *at) == name);
        if let Some(theirs) = theirs {
            before.push(theirs);
            after.push(mine);
            changed.fields.push(newer.roles.label(*column).to_owned());
        }
    }
    if before.is_empty() {
        return changed;
    }
    let (older, newer) =
        (older.classes.by_values(&before), newer.classes.by_values(&after));
    let rows = |size: Option<&Size>| size.map_or(0, |size| size.rows);
    for (description, size) in &newer {
        let difference = size.rows.abs_diff(rows(older.get(description)));
        if difference > 0 && difference < threshold {
            changed.count += 1;
            changed.rows.push(size.first);
        }
    }
    let gone = older.iter().filter(|(description, _)| !newer.contains_key(*description));
    changed.count += gone.filter(|(_, size)| size.rows < threshold).count();
    changed.rows.sort_unstable();
    changed
}
