//! The lines of the sheet `survey`.

use crate::survey::wording::Text;

/// A line: a field, or the begin or end of a group.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// What it is: `text`, `select_one LIST`, `begin_group`.
    pub(super) kind: String,
    /// The name, by which others refer to it.
    pub(super) name: String,
    /// What people read.
    pub(super) label: Option<Text>,
    /// What people read below it.
    pub(super) hint: Option<Text>,
    /// When it is shown.
    pub(super) relevant: Option<String>,
    /// When it must be filled in: `yes` or an expression.
    pub(super) required: Option<String>,
    /// What must hold of what was filled in.
    pub(super) constraint: Option<String>,
    /// What people read where that does not hold.
    pub(super) constraint_message: Option<Text>,
    /// How it looks.
    pub(super) appearance: Option<&'static str>,
    /// The question that it belongs to.
    pub(super) slot: Option<usize>,
}

impl Line {
    /// Makes a line of this kind.
    pub(super) fn new(kind: impl Into<String>, name: impl Into<String>) -> Self {
        Self { kind: kind.into(), name: name.into(), ..Self::default() }
    }

    /// Adds what people read.
    pub(super) fn labelled(mut self, label: impl Into<Option<Text>>) -> Self {
        self.label = label.into();
        self
    }
}
