//! Findings and progress as people and programs read them.
//!
//! Every text that the tool says stands here: the words of findings ([`Words`]), the
//! report of a check ([`Report`]), the explanations of codes, and the
//! screens that show progress and questions. The crate takes values and returns texts;
//! it opens no file and knows no terminal.

mod comparison;
mod condition;
mod escape;
mod explain;
mod figure;
mod human;
mod letter;
mod place;
mod questions;
mod report;
mod screen;
mod search;
mod status;
mod style;
mod terms;
mod words;
mod wrap;

pub use comparison::{
    BeforeAfter, COMPARISON_FORMAT, Changed, ComparisonHead, ComparisonList, Coverage,
    changed_human, comparison_brackets, comparison_heading, comparison_items,
    comparison_summary, gone_human,
};
pub use condition::{Naming, condition_in_words};
pub use explain::{
    Example, Explanation, Form, explain, explain_list, explanation_text, findings_page,
};
pub use figure::{
    figure_rows, figure_style, figure_svg, figure_svg_unstyled, figure_text,
};
pub use human::{Detail, Human, findings_human, masked_human, statistics_human, summary};
pub use letter::{Letter, LetterAbout, LetterForm, letter};
pub use place::{
    place_in_file, place_in_words, question_in_words, questionnaire_in_words,
};
pub use questions::{
    Asked, answer_in_words, question_json, question_text, questionnaires_text,
    questions_json, questions_text, value_in_words,
};
pub use report::{
    CodeCount, DossierRecord, Head, LastLine, MachineFormat, Part, Pending,
    REPORT_FORMAT, ReportLine, Reported, ShardPart, Summary, Tool, fingerprints,
};
pub use screen::{Screen, Signs};
pub use search::{Hit, Query, fold, search};
pub use status::{
    AssignmentStatus, ContributorStatus, DossierStatus, NextQuestion,
    QuestionnaireStatus, SectionStatus, Step, days_between, dossier_status, status_csv,
    status_json, status_text,
};
pub use style::{Ink, Style};
pub use terms::{
    audience_in_words, cell_in_words, choice_in_words, kind_in_words, lens_in_words,
    no_answer_in_words, obligation_in_words, required_in_words, stance_in_words,
    state_in_words, status_in_words,
};
pub use words::{Argument, Privacy, Words};
pub use wrap::{Layout, cut, pad, width, wrap};
