//! Word documents: forms out and back, and reports.
//!
//! The writer is our own: it writes the content controls that we need, and the same bytes
//! for the same form. The tests in `tests/documents` say what survives which office
//! program.

mod annex;
mod control;
mod form;
mod layout;
mod package;
mod read;
mod report;
mod styles;
mod text;
mod xml;

pub(crate) use form::write_form;
pub(crate) use read::read_form;
pub(crate) use report::write_report;
pub(crate) use xml::is_allowed;
