//! How a field is filled in in a workbook.

use crate::fields::FieldKind;

/// How a field is filled in in a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One entry of a list.
    List,
    /// An entry of a list, or another text.
    Suggestion,
    /// A number.
    Number,
    /// A date, perhaps partial, as text.
    Date,
    /// An x in rows of their own.
    Ticks,
    /// Rows on another sheet.
    Rows,
    /// Text.
    Text,
}

/// Tells how a kind of field is filled in.
pub(super) fn shape(kind: FieldKind) -> Shape {
    match kind {
        FieldKind::Choice => Shape::List,
        FieldKind::Law => Shape::Suggestion,
        FieldKind::Number | FieldKind::WholeNumber => Shape::Number,
        FieldKind::Date => Shape::Date,
        FieldKind::Ticks => Shape::Ticks,
        FieldKind::Rows => Shape::Rows,
        FieldKind::Text
        | FieldKind::Link
        | FieldKind::Texts
        | FieldKind::Questions
        | FieldKind::Evidence
        | FieldKind::Word => Shape::Text,
    }
}
