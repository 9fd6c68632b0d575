//! Findings and progress as people and programs read them.
//!
//! Every text that the tool says stands here: the words of findings ([`Words`]), the
//! report of a check ([`Report`]), the explanations of codes ([`explain`]), and the
//! screens that show progress and questions. The crate takes values and returns texts;
//! it opens no file and knows no terminal.

mod human;
mod place;
mod report;
mod style;
mod words;
mod wrap;

pub use human::{Detail, Human, report_human, summary};
pub use place::{place_in_file, place_in_words, question_in_words};
pub use report::{REPORT_FORMAT, Report, Summary, Tool, fingerprints, report_json};
pub use style::{Ink, Style};
pub use words::{Argument, Privacy, Words};
pub use wrap::{Layout, cut, pad, width, wrap};
