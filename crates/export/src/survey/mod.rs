//! Blank questionnaires for survey tools that an authority already runs.
//!
//! [`to_surveyjs`] writes the JSON of a SurveyJS form and [`to_xlsform`] the workbook
//! that ODK and Kobo take. Both ask every question of a questionnaire under the same
//! conditions as we do, and both say as findings what the format cannot carry. The
//! condition of a question holds in it the conditions of all questions that it names
//! ([`guard`]), because those tools look at the answers to hidden questions.

mod carried;
mod columns;
mod guard;
mod naming;
mod patterns;
mod surveyjs;
#[cfg(test)]
mod tests;
mod wording;
mod words;
mod xlsform;

use untoc_core::Plan;

pub use surveyjs::to_surveyjs;
pub use xlsform::{SurveyError, to_xlsform};

/// How a survey is written.
#[derive(Debug, Clone, Copy, Default)]
pub struct SurveyOptions<'a> {
    /// The same questionnaire in other languages; respondents choose one of them.
    ///
    /// Each must have the questions of the first, in the same order; what it lacks is
    /// shown in the language of the first.
    pub translations: &'a [&'a Plan],
}
