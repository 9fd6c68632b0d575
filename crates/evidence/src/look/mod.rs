//! Looking at cells: what they seem to be, whoever wrote them.

mod checksums;
pub(crate) mod column;
pub(crate) mod formula;
pub(crate) mod hints;
pub(crate) mod identifiers;
pub(crate) mod labels;
mod people;
