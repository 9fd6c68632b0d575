//! What is to be entered for each official item.

use std::collections::HashMap;

use untoc_core::Day;
use untoc_report::Words;

use super::overlay::Overlay;
use crate::choose::{LeftOut, Subject};
use crate::form::Direction;
use crate::outline::{
    FactValue, OutlineAnswer, OutlineNoAnswer, OutlineQuestion, OutlineTable, Record,
    outline,
};
use crate::selection::{ExportOptions, Scope};
use crate::words;
use crate::words::capital;

/// The official items with what is to be entered for each.
#[derive(Debug, Clone)]
pub struct OfficialOrder {
    /// The title.
    pub title: String,
    /// State, date and the rest of the cover; labels and what they say.
    pub cover: Vec<(String, String)>,
    /// The language of the words around the answers (BCP 47).
    pub language: String,
    /// The items.
    pub items: Vec<OfficialItem>,
    /// Questions with an answer that no item takes, in their order.
    pub unused: Vec<String>,
    /// What is left out.
    pub left_out: LeftOut,
}

/// An official item.
#[derive(Debug, Clone)]
pub struct OfficialItem {
    /// The number, as it is printed.
    pub number: String,
    /// The official text.
    pub text: String,
    /// The questions that make it up and are asked, in their order.
    pub answers: Vec<ComposedAnswer>,
    /// Whether a question makes it up at all, asked or not.
    pub is_mapped: bool,
}

/// The answer to one question, as it is entered.
#[derive(Debug, Clone)]
pub struct ComposedAnswer {
    /// The id of the question.
    pub question: String,
    /// The question in the words of this tool.
    pub asked: String,
    /// The answer with its laws and its explanation; empty where there is none yet.
    pub text: String,
    /// The language of the answer (BCP 47).
    pub language: String,
    /// The direction in which that language is written.
    pub direction: Direction,
}

impl OfficialItem {
    /// Returns the text to enter: all answers, each after an empty line.
    pub fn text(&self) -> String {
        let answers = self.answers.iter().map(|answer| answer.text.as_str());
        answers.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// Says whether something is still to be answered.
    pub fn is_open(&self) -> bool {
        self.answers.iter().any(|answer| answer.text.is_empty())
    }
}

/// Composes what is to be entered for each official item, in the official order.
///
/// Where several questions make an item up, each answer follows its question, so that a
/// bare "yes" says to what.
pub fn compose(
    subjects: &[Subject<'_>],
    overlay: &Overlay,
    options: &ExportOptions,
    words: &Words,
    today: Day,
) -> OfficialOrder {
    let options = ExportOptions { scope: Scope::AnswersAndOpen, ..options.clone() };
    let outline = outline(subjects, &options, words, today);
    let questions: Vec<&OutlineQuestion> = outline
        .parts
        .iter()
        .flat_map(|part| &part.sections)
        .flat_map(|section| &section.questions)
        .collect();
    let by_id: HashMap<&str, &OutlineQuestion> =
        questions.iter().map(|question| (question.id.as_str(), *question)).collect();
    let items: Vec<OfficialItem> = overlay
        .entries
        .iter()
        .map(|entry| {
            let asked: Vec<&OutlineQuestion> = entry
                .ids
                .iter()
                .filter_map(|id| by_id.get(id.as_str()).copied())
                .collect();
            let several = asked.len() > 1;
            OfficialItem {
                number: entry.number.clone(),
                text: entry.text.clone(),
                answers: asked.iter().map(|q| composed(q, several, words)).collect(),
                is_mapped: !entry.ids.is_empty(),
            }
        })
        .collect();
    let used = |id: &str| {
        overlay.entries.iter().flat_map(|entry| &entry.ids).any(|own| own.as_str() == id)
    };
    let unused = questions.iter().filter(|q| !q.is_open() && !used(&q.id));
    OfficialOrder {
        title: outline.cover.title.clone(),
        cover: outline.cover.lines.clone(),
        language: outline.language.clone(),
        unused: unused.map(|question| question.id.clone()).collect(),
        left_out: outline.left_out,
        items,
    }
}

fn composed(question: &OutlineQuestion, several: bool, words: &Words) -> ComposedAnswer {
    let mut lines = answer(&question.answer, words);
    if !lines.is_empty() {
        if several {
            lines.insert(0, question.text.clone());
        }
        lines.extend(question.note.clone());
    }
    ComposedAnswer {
        question: question.id.clone(),
        asked: question.text.clone(),
        text: lines.join("\n"),
        language: question.language.clone(),
        direction: Direction::of(&question.language),
    }
}

/// Returns an answer as plain lines; none where there is no answer yet.
fn answer(answer: &OutlineAnswer, words: &Words) -> Vec<String> {
    match answer {
        OutlineAnswer::Open(_) => Vec::new(),
        OutlineAnswer::NoAnswer(none) => no_answer(none),
        OutlineAnswer::Choice(text)
        | OutlineAnswer::Text(text)
        | OutlineAnswer::Number(text)
        | OutlineAnswer::Date(text)
        | OutlineAnswer::Raw(text) => vec![text.clone()],
        OutlineAnswer::Ticks(ticks) => {
            ticks.iter().map(|tick| format!("- {tick}")).collect()
        }
        OutlineAnswer::Records(records) => records
            .iter()
            .map(|record| format!("- {}", record_line(record, words)))
            .collect(),
        OutlineAnswer::Table(table) => table_lines(table),
    }
}

fn no_answer(none: &OutlineNoAnswer) -> Vec<String> {
    let mut lines = vec![capital(&none.kind)];
    lines.extend(none.reason.clone());
    lines.extend(
        none.elsewhere.iter().map(|(label, text)| format!("{}: {text}", capital(label))),
    );
    lines
}

/// Writes a law, a case or an authority on one line.
fn record_line(record: &Record, words: &Words) -> String {
    let mut pieces: Vec<String> = record.title.iter().cloned().collect();
    for fact in &record.facts {
        let text = match &fact.value {
            FactValue::Text(text) | FactValue::Link(text) => text.clone(),
            // Ids of questions say nothing to the readers of the official platform.
            FactValue::Questions(_) => continue,
        };
        pieces.push(if fact.label.is_empty() {
            text
        } else {
            format!("{}: {text}", capital(&fact.label))
        });
    }
    let separator = words.say("official-separator", &[]);
    pieces.join(&format!("{separator} "))
}

fn table_lines(table: &OutlineTable) -> Vec<String> {
    let row = |row: &Vec<String>| {
        let cells = table.columns.iter().zip(row).filter(|(_, text)| !text.is_empty());
        let cells: Vec<String> =
            cells.map(|(column, text)| format!("{}: {text}", column.label)).collect();
        format!("- {}", cells.join("; "))
    };
    table.rows.iter().map(row).collect()
}

/// Returns what is left out, a line for each reason.
pub(super) fn left_out(order: &OfficialOrder, words: &Words) -> Vec<String> {
    words::left_out(words, &order.left_out)
}
