//! The texts in the fields of one question, as they are written or came back.

use std::collections::BTreeMap;

use untoc_core::is_blank;

use crate::address::Part;

/// The texts in the fields of one question; a field without text is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Filled {
    /// The texts of the parts.
    pub(crate) parts: BTreeMap<Part, String>,
    /// The texts of cells, by row and column.
    pub(crate) rows: BTreeMap<usize, BTreeMap<String, String>>,
}

impl Filled {
    /// Returns the text of a part that a reader would see.
    pub(crate) fn part(&self, part: Part) -> Option<&str> {
        self.parts.get(&part).map(String::as_str).filter(|text| !is_blank(text))
    }

    /// Returns the text of a cell.
    pub(crate) fn cell(&self, row: usize, column: &str) -> &str {
        let cells = self.rows.get(&row);
        cells.and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }

    /// Says whether no field has a text.
    pub(crate) fn is_empty(&self) -> bool {
        self.texts().all(|text| is_blank(text))
    }

    /// Says whether a text has a NUL, which no file of text may hold.
    pub(crate) fn has_nul(&self) -> bool {
        self.texts().any(|text| text.contains('\0'))
    }

    fn texts(&self) -> impl Iterator<Item = &String> {
        let cells = self.rows.values().flat_map(BTreeMap::values);
        self.parts.values().chain(cells)
    }
}
