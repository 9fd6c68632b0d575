//! A form to fill in: what every writer of forms puts on paper and every reader finds.
//!
//! [`form`] builds it once, from plans, responses and a selection: the cover, the
//! sections with their fields, and the answers of other sections that conditions hang on,
//! to read only. A writer ([`FormFormat`]) renders it and knows no kinds of questions; a
//! reader puts what it finds into a [`crate::Returned`]. The form id on the first page
//! finds what stood in the form when it went out ([`StoredForm`]), the base of a
//! three-way import.

mod build;
mod cover;
mod direction;
mod format;
mod held;
mod id;
mod stored;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use untoc_core::{Entry, Plan, Response, State};

use crate::address::Part;
use crate::choose::LeftOut;
use crate::fields::{Field, QuestionFields};

pub use build::{FormOptions, form};
pub use direction::Direction;
pub(crate) use format::unreadable;
pub use format::{FormFormat, ReportFormat, ReturnedFormat, WriteError, read_returned};
pub(crate) use held::{Held, digest, stored};
pub use id::FormId;
pub use stored::{FORM_FORMAT, StoredForm};

/// A form to fill in.
#[derive(Debug, Clone)]
pub struct Form<'a> {
    /// The id on the first page: the same for the same questions, answers and selection.
    pub id: FormId,
    /// The language of the words around the questions and answers (BCP 47).
    pub language: String,
    /// The direction in which that language is written.
    pub direction: Direction,
    /// The first page.
    pub cover: FormCover,
    /// One part for each questionnaire.
    pub parts: Vec<FormPart<'a>>,
    /// The laws of the register, id and title: what a citation may name.
    pub laws: Vec<(String, String)>,
    /// What is left out.
    pub left_out: LeftOut,
    pub(crate) stored: StoredForm,
}

/// The first page, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormCover {
    /// The title.
    pub title: String,
    /// Who asks whom for what, by when; labels and what they say. The form id is the
    /// last.
    pub lines: Vec<(String, String)>,
    /// The heading over `how`.
    pub how_title: String,
    /// How to fill in and return the form, a sentence each, for any format.
    pub how: Vec<String>,
    /// The heading over `sections`.
    pub sections_title: String,
    /// The headings of the sections, with how many questions each has.
    pub sections: Vec<String>,
    /// Whose wording the questions are.
    pub wording: String,
}

/// The questions of one questionnaire.
#[derive(Debug, Clone)]
pub struct FormPart<'a> {
    /// The questionnaire.
    pub plan: &'a Plan,
    /// The heading.
    pub title: String,
    /// The response with what stands in the form, and nothing else.
    pub response: Response,
    /// Whether each question is asked, by slot, by what is known here.
    pub states: Vec<State>,
    /// The digest of the questionnaire.
    pub digest: String,
    /// The direction in which the questions are written.
    pub wording_direction: Direction,
    /// The direction in which answers are written.
    pub answer_direction: Direction,
    /// The sections that have a question here.
    pub sections: Vec<FormSection<'a>>,
}

/// The questions on one article, or on the whole cluster.
#[derive(Debug, Clone)]
pub struct FormSection<'a> {
    /// The id of the section.
    pub id: String,
    /// The heading: article and title.
    pub title: String,
    /// What the article asks of a State.
    pub intro: Option<&'a str>,
    /// Answers that conditions of this section hang on and that are not in the form; to
    /// read only.
    pub given: Vec<GivenAnswer<'a>>,
    /// The questions in order.
    pub questions: Vec<FormQuestion<'a>>,
}

/// An answer of another section, to read only.
#[derive(Debug, Clone)]
pub struct GivenAnswer<'a> {
    /// The slot of the question in its plan.
    pub slot: usize,
    /// The id of the question.
    pub id: &'a str,
    /// The question.
    pub text: &'a str,
    /// The answer in words; that there is none, where there is none.
    pub answer: String,
    /// The entry itself; `None` in a blank form.
    pub entry: Option<Entry>,
}

/// A question with its fields.
#[derive(Debug, Clone)]
pub struct FormQuestion<'a> {
    /// The id, to be seen in every form.
    pub id: &'a str,
    /// The question.
    pub text: &'a str,
    /// What a good answer contains.
    pub help: Option<&'a str>,
    /// The provisions that it tests, in words.
    pub provisions: Option<String>,
    /// How strictly they bind, in words.
    pub obligation: Option<String>,
    /// The condition under which it is asked, in words.
    pub asked_if: Option<String>,
    /// What a submission needs of it, in words.
    pub required: String,
    /// The language of what stands in it (BCP 47).
    pub language: String,
    /// What is filled in.
    pub fields: QuestionFields<'a>,
}

/// The parts of an entry that every form has, besides the answer itself.
pub const FORM_PARTS: [Part; 6] = [
    Part::NoAnswer,
    Part::Reason,
    Part::ElsewhereReference,
    Part::ElsewhereDate,
    Part::ElsewhereChanges,
    Part::Note,
];

impl<'a> FormQuestion<'a> {
    /// Returns the field of the answer itself.
    pub fn value(&self) -> Option<&Field<'a>> {
        self.part(Part::Value)
    }

    /// Returns the field of a part of the entry.
    pub fn part(&self, part: Part) -> Option<&Field<'a>> {
        self.fields.parts.iter().find(|field| field.address.part == part)
    }

    /// Returns the headings of the columns, where the answer has rows.
    pub fn columns(&self) -> impl Iterator<Item = &Cow<'a, str>> {
        self.fields.rows.first().into_iter().flatten().map(|field| &field.label)
    }
}

impl Form<'_> {
    /// Returns how many questions there are.
    pub fn len(&self) -> usize {
        let sections = self.parts.iter().flat_map(|part| &part.sections);
        sections.map(|section| section.questions.len()).sum()
    }

    /// Says whether there is no question.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns what is kept at home, so that an import can tell what was changed.
    pub fn stored(&self) -> &StoredForm {
        &self.stored
    }
}
