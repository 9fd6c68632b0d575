//! The plan of fields: what forms and tables write and read back.
//!
//! Every question has one field for its answer, or a field for each cell where the
//! answer has rows, and then a field for each other part of its entry. A field knows its
//! address, what may stand in it and what does. Forms in any format are written from
//! this list and read back through [`crate::Returned`], so that no format knows the
//! kinds of questions.

use std::borrow::Cow;

use serde_json::Number;
use untoc_core::{
    Audience, CellKind, Choice, Kind, NoAnswer, Plan, PlanColumn, Required, State, Status,
};
use untoc_report::{
    Words, audience_in_words, choice_in_words, no_answer_in_words, status_in_words,
};

use crate::address::{Address, Part};
use crate::choose::{Chosen, Subject};
use crate::encode::encode;
use crate::expected::{Bounds, expected_words};
use crate::filled::Filled;
use crate::selection::{ExportOptions, Scope};
use crate::words;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// One of the options.
    Choice,
    /// One or several of the options.
    Ticks,
    /// Free text, perhaps long.
    Text,
    /// A number.
    Number,
    /// A whole number.
    WholeNumber,
    /// A date, perhaps partial.
    Date,
    /// A link.
    Link,
    /// Several short texts.
    Texts,
    /// The id of a law in the register.
    Law,
    /// Ids of questions, out of the options.
    Questions,
    /// Nothing itself: the answer stands in the cells of its rows.
    Rows,
    /// Links to evidence.
    Evidence,
    /// A short word of the file's own: an id, a time, a language.
    Word,
}

/// A field that is filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Field<'a> {
    /// Where it stands.
    pub address: Address,
    /// What it holds.
    pub kind: FieldKind,
    /// What people read beside it: the question, the heading of the column, the part.
    pub label: Cow<'a, str>,
    /// The choices.
    pub options: Cow<'a, [Choice]>,
    /// The least number allowed.
    pub minimum: Option<&'a Number>,
    /// The greatest number allowed.
    pub maximum: Option<&'a Number>,
    /// Whether a row needs it.
    pub required: bool,
    /// How to fill it in.
    pub expected: String,
    /// What stands in it, in codes; empty if nothing does.
    pub content: String,
}

impl Field<'_> {
    /// Returns the code of the choice that is shown so, or the text itself.
    pub(crate) fn code_of<'t>(&'t self, shown: &'t str) -> &'t str {
        let mut same = self.options.iter().filter(|choice| choice.label == shown);
        match (same.next(), same.next()) {
            (Some(choice), None) => &choice.value,
            (Some(_) | None, _) => shown,
        }
    }

    /// Returns what the content means in words, where it is made of choices.
    pub fn content_words(&self) -> String {
        let label = |value: &str| {
            let choice = self.options.iter().find(|choice| choice.value == value);
            choice.map(|choice| choice.label.as_str())
        };
        match self.kind {
            FieldKind::Choice => label(&self.content).unwrap_or_default().to_owned(),
            FieldKind::Ticks => {
                let labels: Vec<&str> =
                    self.content.split("; ").filter_map(label).collect();
                labels.join("; ")
            }
            FieldKind::Text
            | FieldKind::Number
            | FieldKind::WholeNumber
            | FieldKind::Date
            | FieldKind::Link
            | FieldKind::Texts
            | FieldKind::Law
            | FieldKind::Questions
            | FieldKind::Rows
            | FieldKind::Evidence
            | FieldKind::Word => String::new(),
        }
    }
}

/// The fields of one question.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionFields<'a> {
    /// The slot of the question in its plan.
    pub slot: usize,
    /// Whether it is asked.
    pub state: State,
    /// Whether a submission needs it.
    pub required: Required,
    /// The parts of its entry, the answer first.
    pub parts: Vec<Field<'a>>,
    /// The cells, row by row, where the answer has rows.
    pub rows: Vec<Vec<Field<'a>>>,
}

/// Returns the fields of the chosen questions, in the questionnaire's order.
///
/// `spare` says how many empty rows follow those that are filled, of which it is told the
/// number; with `Scope::Answers` there are none.
pub fn fields<'a>(
    subject: Subject<'a>,
    chosen: &Chosen,
    options: &ExportOptions,
    words: &Words,
    spare: impl Fn(usize) -> usize,
) -> Vec<QuestionFields<'a>> {
    let plan = subject.plan;
    let entries = plan.align(&chosen.response);
    let spare = |filled: usize| match options.scope {
        Scope::Answers => 0,
        Scope::AnswersAndOpen | Scope::Blank | Scope::Form => spare(filled),
    };
    let mut questions = Vec::new();
    for slot in plan.slots().filter(|&slot| chosen.has(slot)) {
        let entry = entries.get(slot).copied().flatten();
        let open = chosen.state(slot) != State::NotAsked && !chosen.is_kept_back(slot);
        let wanted = match options.scope {
            Scope::Answers => entry.is_some(),
            Scope::AnswersAndOpen => open,
            Scope::Blank => true,
            Scope::Form => !chosen.is_kept_back(slot),
        };
        if !wanted {
            continue;
        }
        let filled = entry
            .map(|entry| encode(plan, slot, subject.laws, entry))
            .unwrap_or_default();
        questions.push(QuestionFields {
            slot,
            state: chosen.state(slot),
            required: plan.question(slot).required,
            parts: parts(plan, slot, &filled, words),
            rows: rows(plan, slot, &filled, &spare, words),
        });
    }
    questions
}

fn parts<'a>(
    plan: &'a Plan,
    slot: usize,
    filled: &Filled,
    words: &Words,
) -> Vec<Field<'a>> {
    let question = plan.question(slot);
    Part::ALL
        .into_iter()
        .map(|part| {
            let content = filled.parts.get(&part).cloned().unwrap_or_default();
            let address = Address::part(&question.id, part);
            if part == Part::Value {
                return value_field(plan, slot, address, content, words);
            }
            let kind = part_kind(part);
            let options = choices(part, words);
            Field {
                address,
                kind,
                label: words::part(words, part).into(),
                minimum: None,
                maximum: None,
                required: false,
                expected: expected_words(words, kind, &options, Bounds::default()),
                options: options.into(),
                content,
            }
        })
        .collect()
}

/// Returns the field of the answer itself.
pub(crate) fn value_field<'a>(
    plan: &'a Plan,
    slot: usize,
    address: Address,
    content: String,
    words: &Words,
) -> Field<'a> {
    let question = plan.question(slot);
    let kind = value_kind(question.kind);
    let options = options_in_words(plan, slot, words);
    let bounds = Bounds {
        unit: question.unit.as_deref(),
        minimum: question.minimum.as_ref(),
        maximum: question.maximum.as_ref(),
    };
    Field {
        address,
        kind,
        label: question.text.as_str().into(),
        minimum: bounds.minimum,
        maximum: bounds.maximum,
        required: question.required == Required::Yes,
        expected: expected_words(words, kind, &options, bounds),
        options,
        content,
    }
}

/// Returns the options of a question: yes and no in our words, all others in those of the
/// questionnaire.
fn options_in_words<'a>(plan: &'a Plan, slot: usize, words: &Words) -> Cow<'a, [Choice]> {
    let (kind, options) = (plan.question(slot).kind, plan.options(slot));
    if !matches!(kind, Kind::Implementation | Kind::YesNo) {
        return options.into();
    }
    let own = options.iter().map(|choice| Choice {
        label: choice_in_words(words, kind, choice).into_owned(),
        ..choice.clone()
    });
    Cow::Owned(own.collect())
}

fn rows<'a>(
    plan: &'a Plan,
    slot: usize,
    filled: &Filled,
    spare: &dyn Fn(usize) -> usize,
    words: &Words,
) -> Vec<Vec<Field<'a>>> {
    let question = plan.question(slot);
    if !question.kind.has_rows() {
        return Vec::new();
    }
    let last = filled.rows.keys().next_back().copied().unwrap_or(0);
    let columns = plan.columns(slot);
    let cell = |row: usize, column: &'a PlanColumn| {
        let content = filled.cell(row, &column.key).to_owned();
        cell_field(column, Address::cell(&question.id, row, &*column.key), content, words)
    };
    (1..=last + spare(last))
        .map(|row| columns.iter().map(|column| cell(row, column)).collect())
        .collect()
}

/// Returns the field of a cell.
pub(crate) fn cell_field<'a>(
    column: &'a PlanColumn,
    address: Address,
    content: String,
    words: &Words,
) -> Field<'a> {
    let kind = cell_kind(column.kind);
    let (minimum, maximum) = (column.minimum.as_ref(), column.maximum.as_ref());
    let bounds = Bounds { unit: None, minimum, maximum };
    Field {
        address,
        kind,
        label: column.label.as_str().into(),
        minimum,
        maximum,
        required: column.required,
        expected: expected_words(words, kind, &column.options, bounds),
        options: column.options.as_slice().into(),
        content,
    }
}

fn value_kind(kind: Kind) -> FieldKind {
    match kind {
        Kind::Implementation | Kind::YesNo | Kind::Single => FieldKind::Choice,
        Kind::Multiple => FieldKind::Ticks,
        Kind::Text => FieldKind::Text,
        Kind::Number => FieldKind::Number,
        Kind::Date => FieldKind::Date,
        Kind::Laws | Kind::Cases | Kind::Authorities | Kind::Table => FieldKind::Rows,
    }
}

fn cell_kind(kind: CellKind) -> FieldKind {
    match kind {
        CellKind::Text => FieldKind::Text,
        CellKind::Integer => FieldKind::WholeNumber,
        CellKind::Number => FieldKind::Number,
        CellKind::Date => FieldKind::Date,
        CellKind::Choice => FieldKind::Choice,
        CellKind::Link => FieldKind::Link,
        CellKind::Texts => FieldKind::Texts,
        CellKind::Law => FieldKind::Law,
        CellKind::Questions => FieldKind::Questions,
    }
}

fn part_kind(part: Part) -> FieldKind {
    match part {
        Part::NoAnswer | Part::Audience | Part::Status => FieldKind::Choice,
        Part::Value
        | Part::Reason
        | Part::ElsewhereReference
        | Part::ElsewhereChanges
        | Part::Note
        | Part::Remarks => FieldKind::Text,
        Part::ElsewhereDate => FieldKind::Date,
        Part::Evidence => FieldKind::Evidence,
        Part::By | Part::At | Part::Language | Part::More => FieldKind::Word,
    }
}

/// Returns the choices of a part other than the answer.
pub(crate) fn choices(part: Part, words: &Words) -> Vec<Choice> {
    match part {
        Part::NoAnswer => NoAnswer::ALL
            .map(|kind| Choice::new(kind.as_str(), no_answer_in_words(words, kind)))
            .into(),
        Part::Audience => Audience::ALL
            .map(|audience| {
                Choice::new(audience.as_str(), audience_in_words(words, audience))
            })
            .into(),
        Part::Status => Status::ALL
            .map(|status| Choice::new(status.as_str(), status_in_words(words, status)))
            .into(),
        Part::Value
        | Part::Reason
        | Part::ElsewhereReference
        | Part::ElsewhereDate
        | Part::ElsewhereChanges
        | Part::Note
        | Part::Remarks
        | Part::Evidence
        | Part::By
        | Part::At
        | Part::Language
        | Part::More => Vec::new(),
    }
}
