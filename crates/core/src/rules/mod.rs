//! The rules on answers: one rule, one file.
//!
//! A rule looks at the model and says what is wrong as findings. It knows no file
//! format and writes no prose. Faults of form are found when a text is read.

use crate::check::Context;
use crate::finding::Finding;

mod citation_without_provision;
mod column_unknown;
mod contributor_unknown;
mod date_in_future;
mod elsewhere;
mod empty_list;
mod empty_text;
mod evidence_circle;
mod evidence_contradicts;
mod evidence_unknown;
mod exclusive_option;
mod gap_row_missing;
mod law_not_cited;
mod law_unknown;
mod link_not_web;
mod missing;
mod not_a_date;
mod not_an_option;
mod not_asked;
mod out_of_range;
mod question_unknown;
mod reason_missing;
mod repeated_option;
mod row_cell_missing;
mod row_empty;
mod state;
mod text_placeholder;
mod walk;

pub(crate) use walk::{CellAt, find_cells};

pub use link_not_web::is_web_link;
pub use out_of_range::LARGEST_NUMBER;
pub use text_placeholder::is_placeholder;

/// A rule: looks at everything, adds what it finds.
pub(crate) type Rule = fn(&Context<'_>, &mut Vec<Finding>);

/// All rules.
pub(crate) const ALL: &[Rule] = &[
    state::check,
    question_unknown::check,
    not_asked::check,
    missing::check,
    reason_missing::check,
    elsewhere::check,
    empty_list::check,
    empty_text::check,
    not_an_option::check,
    exclusive_option::check,
    repeated_option::check,
    out_of_range::check,
    not_a_date::check,
    date_in_future::check,
    row_empty::check,
    column_unknown::check,
    row_cell_missing::check,
    citation_without_provision::check,
    link_not_web::check,
    gap_row_missing::check,
    law_unknown::check,
    law_not_cited::check,
    evidence_unknown::check,
    evidence_contradicts::check,
    evidence_circle::check,
    text_placeholder::check,
    contributor_unknown::check,
];
