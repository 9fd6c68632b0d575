//! One question with everything about it, for the terminal.

use untoc_core::{CellKind, Kind, Plan, PlanColumn, Question, State, embedded_options};

use super::Asked;
use super::answer::answer_in_words;
use crate::condition::{Naming, condition_in_words};
use crate::place::question_in_words;
use crate::screen::Screen;
use crate::style::Ink;
use crate::terms::{
    cell_in_words, kind_in_words, lens_in_words, obligation_in_words, required_in_words,
};
use crate::words::Words;
use crate::wrap::{Layout, pad, width, wrap};

/// The width of the column of labels.
const LABELS: usize = 18;

/// Returns the question with everything about it, and the answer if there is one.
pub fn question_text(asked: Asked<'_>, words: &Words, screen: Screen) -> String {
    let Asked { plan, slot, .. } = asked;
    let question = plan.question(slot);
    let section = plan.section(slot);
    let place = question_in_words(words, question.id.as_str());
    let mut out = format!("{}\n", screen.style.paint(Ink::Strong, &place));
    let title = format!("{} ({}, {})", section.title, section.id, plan.id());
    out.push_str(&screen.indented(0, &title));
    out.push('\n');
    out.push_str(&screen.indented(2, &question.text));
    out.push('\n');
    let mut put = |key: &str, text: &str| {
        out.push_str(&screen.labelled(&words.say(key, &[]), LABELS, text));
    };
    if let Some(help) = &question.help {
        put("question-help", help);
    }
    put("question-answer", &answer_kind(question, words));
    out.push_str(&answer_choices(plan, slot, words, screen));
    let mut put = |key: &str, text: &str| {
        out.push_str(&screen.labelled(&words.say(key, &[]), LABELS, text));
    };
    if let Some(provision) = provision_line(plan, slot, words) {
        put("question-provision", &provision);
    }
    let condition = condition_in_words(plan, slot, words, Naming::Values)
        .unwrap_or_else(|| words.say("question-always", &[]));
    let asked_label = words.say("question-asked", &[]);
    let condition =
        condition.strip_prefix(&format!("{asked_label} ")).unwrap_or(&condition);
    put("question-asked", condition);
    put("question-needed", &required_in_words(words, question.required));
    if !question.lenses.is_empty() {
        let views: Vec<String> =
            question.lenses.iter().map(|lens| lens_in_words(words, *lens)).collect();
        put(
            "question-views",
            &words.say("question-views-are", &[("views", views.join(", ").into())]),
        );
    }
    if let Some(hint) = &question.evidence_hint {
        let hint = words.say("question-evidence-is", &[("hint", hint.into())]);
        put("question-evidence", &hint);
    }
    if !section.usually_with.is_empty() {
        put("question-with", &words.all_of(&holders(&section.usually_with)));
    }
    out.push_str(&answer(asked, words, screen));
    out
}

fn answer(asked: Asked<'_>, words: &Words, screen: Screen) -> String {
    let mut out = String::from("\n");
    let question = asked.plan.question(asked.slot);
    match asked.entry {
        Some(entry) => {
            for (label, text) in answer_in_words(asked.plan, asked.slot, entry, words) {
                out.push_str(&screen.labelled(&label, LABELS, &text));
            }
            let held = match asked.state {
                Some(State::NotAsked) => Some("question-set-aside"),
                Some(State::Waiting) => Some("question-waiting"),
                Some(State::Asked) | None => None,
            };
            if let Some(key) = held {
                out.push_str(&screen.labelled("", LABELS, &words.say(key, &[])));
            }
        }
        None => {
            let how = words.say(
                "question-to-answer",
                &[
                    ("question", question.id.as_str().into()),
                    ("questionnaire", asked.plan.id().as_str().into()),
                    ("example", example(asked.plan, asked.slot).into()),
                ],
            );
            out.push_str(&screen.labelled(
                &words.say("question-yours", &[]),
                LABELS,
                &how,
            ));
        }
    }
    out
}

/// Returns a value that could be typed, for the command that is named.
fn example(plan: &Plan, slot: usize) -> String {
    match plan.question(slot).kind {
        Kind::Implementation => "in_part".to_owned(),
        Kind::YesNo => "yes".to_owned(),
        Kind::Single | Kind::Multiple => {
            plan.options(slot).first().map(|c| c.value.clone()).unwrap_or_default()
        }
        Kind::Number => "12".to_owned(),
        Kind::Date => "2024-05".to_owned(),
        Kind::Text => "\"…\"".to_owned(),
        Kind::Laws | Kind::Cases | Kind::Authorities | Kind::Table => {
            "--add-row \"…\"".to_owned()
        }
    }
}

fn answer_kind(question: &Question, words: &Words) -> String {
    let kind = kind_in_words(words, question);
    let number = |n: &Option<serde_json::Number>| n.as_ref().map(ToString::to_string);
    let range = match (number(&question.minimum), number(&question.maximum)) {
        (Some(minimum), Some(maximum)) => Some(words.say(
            "question-range",
            &[("minimum", minimum.into()), ("maximum", maximum.into())],
        )),
        (Some(minimum), None) => {
            Some(words.say("question-range-from", &[("minimum", minimum.into())]))
        }
        (None, Some(maximum)) => {
            Some(words.say("question-range-to", &[("maximum", maximum.into())]))
        }
        (None, None) => None,
    };
    match range {
        Some(range) => format!("{kind}, {range}"),
        None => kind,
    }
}

/// Returns a line for each option, or for each column with its options.
fn answer_choices(plan: &Plan, slot: usize, words: &Words, screen: Screen) -> String {
    let mut out = String::new();
    let indent = " ".repeat(LABELS + 2);
    let options = plan.options(slot);
    let room = options.iter().map(|choice| width(&choice.value)).max().unwrap_or(0);
    let room = room.min(screen.width.saturating_sub(LABELS + 2) / 2);
    let alone = words.say("question-alone", &[]);
    for choice in options {
        let label = match choice.exclusive {
            true => format!("{} ({alone})", choice.label),
            false => choice.label.clone(),
        };
        let first = format!("{indent}{}  ", pad(&choice.value, room));
        let rest = format!("{indent}{}", " ".repeat(room + 2));
        let layout = Layout { width: screen.width, first: &first, rest: &rest };
        out.push_str(&format!("{}\n", wrap(&label, layout)));
    }
    let rest = format!("{indent}  ");
    let layout = Layout { width: screen.width, first: &indent, rest: &rest };
    for column in plan.columns(slot) {
        out.push_str(&format!("{}\n", wrap(&column_line(column, words), layout)));
    }
    out
}

fn column_line(column: &PlanColumn, words: &Words) -> String {
    let what = if column.options.is_empty() {
        cell_in_words(words, column.kind)
    } else {
        let values: Vec<&str> =
            column.options.iter().map(|choice| choice.value.as_str()).collect();
        if column.kind == CellKind::Questions {
            words.all_of(&values)
        } else {
            words.one_of(&values)
        }
    };
    let mut line = format!("{} ({}): {what}", column.label, column.key);
    if column.required {
        line.push_str(&format!("; {}", words.say("cell-required", &[])));
    }
    line
}

fn provision_line(plan: &Plan, slot: usize, words: &Words) -> Option<String> {
    let provisions: Vec<&str> =
        plan.provisions(slot).iter().map(|p| p.as_str()).collect();
    if provisions.is_empty() {
        return None;
    }
    let mut line = words.all_of(&provisions);
    if let Some(obligation) = plan.question(slot).obligation {
        line.push_str(&format!("; {}", obligation_in_words(words, obligation)));
    }
    Some(line)
}

/// Returns the kinds of agency that usually hold the answers.
pub(crate) fn holders(values: &[String]) -> Vec<String> {
    let known = embedded_options().option_sets.get("holders");
    let label = |value: &String| {
        let found =
            known.and_then(|set| set.iter().find(|choice| choice.value == *value));
        found.map_or_else(|| value.clone(), |choice| choice.label.clone())
    };
    values.iter().map(label).collect()
}
