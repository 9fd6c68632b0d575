//! Options and columns, those of the questionnaire and those that come with a kind.

use serde_json::Number;

use crate::questionnaire::{
    Choice, Column, ColumnKind, Kind, OptionSets, Question, Questionnaire, Section,
};

use super::{PlanError, Slot};

/// A column of a question whose answer has rows, whether the questionnaire defines it
/// or the kind of the question does.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanColumn {
    /// The key in files.
    pub key: String,
    /// The heading that people read.
    pub label: String,
    /// What a cell holds.
    pub kind: CellKind,
    /// Whether every row needs it.
    pub required: bool,
    /// The choices, for [`CellKind::Choice`] and [`CellKind::Questions`].
    pub options: Vec<Choice>,
    /// The least number allowed.
    pub minimum: Option<Number>,
    /// The greatest number allowed.
    pub maximum: Option<Number>,
    /// Whether the choices are the questions that the condition names (gap tables).
    pub options_from_when: bool,
    /// Whether a date may lie in the future.
    pub future: bool,
}

/// What a cell of a compiled column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellKind {
    /// Free text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A date, perhaps partial.
    Date,
    /// One of the choices.
    Choice,
    /// An http or https link.
    Link,
    /// Several texts (languages of an authority).
    Texts,
    /// The id of a law in the dossier's register.
    Law,
    /// Ids of questions, out of the choices.
    Questions,
}

pub(super) fn options_of(
    question: &Question,
    sets: &OptionSets,
) -> Result<Vec<Choice>, PlanError> {
    Ok(match question.kind {
        Kind::Implementation => vec![
            Choice::new("yes", "Yes"),
            Choice::new("in_part", "Yes, in part"),
            Choice::new("no", "No"),
        ],
        Kind::YesNo => vec![Choice::new("yes", "Yes"), Choice::new("no", "No")],
        Kind::Single | Kind::Multiple => resolve(
            question.id.as_str(),
            &question.options,
            question.options_from.as_deref(),
            sets,
        )?,
        Kind::Text
        | Kind::Number
        | Kind::Date
        | Kind::Laws
        | Kind::Cases
        | Kind::Authorities
        | Kind::Table => Vec::new(),
    })
}

fn resolve(
    question: &str,
    own: &[Choice],
    from: Option<&str>,
    sets: &OptionSets,
) -> Result<Vec<Choice>, PlanError> {
    match from {
        None => Ok(own.to_vec()),
        Some(set) => sets.option_sets.get(set).cloned().ok_or_else(|| {
            PlanError::OptionSet { question: question.to_owned(), set: set.to_owned() }
        }),
    }
}

pub(super) fn columns_of(
    questionnaire: &Questionnaire,
    section: &Section,
    question: &Question,
    depends: &[usize],
    slots: &[Slot],
    sets: &OptionSets,
) -> Result<Vec<PlanColumn>, PlanError> {
    let named = || -> Vec<Choice> {
        let found = depends.iter().filter_map(|&on| {
            let slot = slots.get(on)?;
            questionnaire.sections.get(slot.section)?.questions.get(slot.question)
        });
        found.map(|q| Choice::new(q.id.as_str(), q.text.as_str())).collect()
    };
    let supported = || -> Vec<Choice> {
        if question.when.is_some() {
            return named();
        }
        let others = section.questions.iter().filter(|other| other.id != question.id);
        others.map(|q| Choice::new(q.id.as_str(), q.text.as_str())).collect()
    };
    Ok(match question.kind {
        Kind::Laws => vec![
            built_in("law", "Law", CellKind::Law, true),
            built_in("provision", "Provision", CellKind::Text, true),
            built_in("summary", "What it does", CellKind::Text, false),
            PlanColumn {
                options: supported(),
                ..built_in(
                    "questions",
                    "Supports the answers to",
                    CellKind::Questions,
                    false,
                )
            },
        ],
        Kind::Cases => vec![
            built_in("authority", "Court or authority", CellKind::Text, false),
            built_in("reference", "Reference", CellKind::Text, false),
            built_in("date", "Date", CellKind::Date, false),
            built_in("summary", "Summary", CellKind::Text, true),
            built_in("link", "Link", CellKind::Link, false),
        ],
        Kind::Authorities => vec![
            built_in("name", "Name", CellKind::Text, true),
            built_in("address", "Postal address", CellKind::Text, false),
            built_in("email", "E-mail", CellKind::Text, false),
            built_in("phone", "Phone", CellKind::Text, false),
            built_in("languages", "Languages accepted", CellKind::Texts, false),
            built_in("urgent", "Urgent channel", CellKind::Text, false),
        ],
        Kind::Table => {
            let mut columns = Vec::new();
            for column in &question.columns {
                columns.push(table_column(question, column, &named, sets)?);
            }
            columns
        }
        Kind::Implementation
        | Kind::YesNo
        | Kind::Single
        | Kind::Multiple
        | Kind::Text
        | Kind::Number
        | Kind::Date => Vec::new(),
    })
}

fn built_in(key: &str, label: &str, kind: CellKind, required: bool) -> PlanColumn {
    PlanColumn {
        key: key.to_owned(),
        label: label.to_owned(),
        kind,
        required,
        options: Vec::new(),
        minimum: None,
        maximum: None,
        options_from_when: false,
        future: false,
    }
}

fn table_column(
    question: &Question,
    column: &Column,
    named: &impl Fn() -> Vec<Choice>,
    sets: &OptionSets,
) -> Result<PlanColumn, PlanError> {
    let kind = match column.kind {
        ColumnKind::Text => CellKind::Text,
        ColumnKind::Integer => CellKind::Integer,
        ColumnKind::Number => CellKind::Number,
        ColumnKind::Date => CellKind::Date,
        ColumnKind::Choice => CellKind::Choice,
    };
    let options = if column.options_from_when {
        named()
    } else {
        resolve(
            question.id.as_str(),
            &column.options,
            column.options_from.as_deref(),
            sets,
        )?
    };
    Ok(PlanColumn {
        options,
        minimum: column.minimum.clone(),
        maximum: column.maximum.clone(),
        options_from_when: column.options_from_when,
        future: column.future,
        ..built_in(&column.key, &column.label, kind, false)
    })
}
