//! Spreadsheets: forms out as Excel workbooks, back as Excel or OpenDocument.
//!
//! Every row of a form carries a tag in its first column ([`tag::Tag`]): the id of its
//! question, and the option or the number of the row that it stands for. A form is read
//! back by these tags and by the headings of columns, so rows and sheets may be moved.
//! Hidden sheets say what the headings and labels stand for ([`meta`]).

mod meta;
mod read;
mod tag;
mod write;

pub(crate) use read::{first_sheet, read_form};
pub(crate) use write::{CELL_MOST, cell_pieces, write_form};

use crate::address::Part;

/// The parts of an entry in a sheet of questions, each with its column, from 0.
const COLUMNS: [(Part, u16); 7] = [
    (Part::Value, 2),
    (Part::NoAnswer, 3),
    (Part::Reason, 4),
    (Part::Note, 5),
    (Part::ElsewhereReference, 6),
    (Part::ElsewhereDate, 7),
    (Part::ElsewhereChanges, 8),
];
