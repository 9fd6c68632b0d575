//! The hidden sheets: what a form is, what its labels and headings stand for.
//!
//! They only help: a form whose hidden sheets are gone is read by its tags, and by the
//! headings and labels of the questionnaire as it is here.

/// The sheet that says which form this is, for which questionnaire.
pub(super) const FORM_SHEET: &str = "_form";
/// The sheet that says what headings and texts of the form stand for.
pub(super) const FIELDS_SHEET: &str = "_fields";
/// The sheet with the choices: a column of labels, and beside it a column of codes.
pub(super) const LISTS_SHEET: &str = "_lists";

/// The first cell of the hidden row that names the parts in a sheet of questions.
pub(super) const PARTS_ROW: &str = "untoc-parts";

/// What a line of the sheet of fields is about, in its second column: headings are named
/// by their part or column, choices by [`LIST`], texts of the form by [`TEXT`].
pub(super) const TEXT: &str = "text";
