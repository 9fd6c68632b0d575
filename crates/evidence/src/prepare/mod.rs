//! Bringing a table into the form of a profile, so that it may be counted or shared.
//!
//! [`Survey`] looks at the cells, [`propose`] makes a [`Recipe`] of what the columns
//! probably are, [`open_points`] says what nobody has decided yet, and [`prepare`] writes
//! the table anew. The same table and recipe give the same bytes.

mod apply;
mod codes;
mod dates;
mod propose;
mod recipe;
mod survey;
mod synonyms;
#[cfg(test)]
mod tests;

pub use apply::{Open, Prepared, Undecided, open_points, prepare};
pub use propose::{Because, Proposal, add_words, propose};
pub use recipe::{ColumnPlan, Fixed, How, RECIPE_FORMAT, Recipe, RecipeError, ValuePlan};
pub use survey::Survey;
