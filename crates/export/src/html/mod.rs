//! Pages for a browser: forms out, their saved answers back, and reports.
//!
//! Each page is one file that needs no network, under a strict content security policy.
//! The templates, style sheets and the script of forms stand in `templates/`.
//! [`Inline`] is what a page carries in itself, with the digest by which its policy lets
//! it through. What the page of a form saves are the texts of its fields under their
//! addresses ([`ANSWERS_FORMAT`]), so that one reader of fields serves all formats.

mod data;
mod form;
mod inline;
mod report;
mod saved;
#[cfg(test)]
mod tests;

pub use form::{FORM_SCRIPT, FORM_STYLE};
pub use inline::{Inline, STYLE};
pub use saved::ANSWERS_FORMAT;

pub(crate) use form::write_form;
pub(crate) use report::write_report;
pub(crate) use saved::read_saved;
