//! What several commands show: a recorded answer, what follows from it, its findings.

use untoc_core::{
    Cell, Context, Entry, Finding, Level, Plan, QuestionId, Response, Row, Severity,
    State, Surroundings, Value, check_response,
};
use untoc_report::{Ink, Layout, Privacy};

use crate::error::CommandError;
use crate::output::Output;
use crate::world::World;

/// Breaks a text into lines of a width, every line behind an indent; the first line has
/// `first` in its place, the others blanks.
pub(crate) fn wrapped(text: &str, first: &str, width: usize) -> String {
    let blanks = " ".repeat(first.chars().count());
    untoc_report::wrap(text, Layout { width, first, rest: &blanks })
}

/// Says that an answer is recorded, what follows from it and what is wrong with it.
pub(crate) fn recorded(
    world: &World,
    output: &mut Output,
    plan: &Plan,
    before: &Response,
    after: &Response,
    question: &QuestionId,
) -> Result<(), CommandError> {
    match after.answers.get(question.as_str()) {
        None => output.line(&format!(
            "removed the answer to {question}; untoc undo brings it back"
        ))?,
        Some(entry) => {
            let slot = plan.slot(question.as_str()).unwrap_or_default();
            output.line(&format!(
                "recorded {question}: {}",
                value_in_words(plan, slot, entry)
            ))?;
        }
    }
    for line in consequences(plan, before, after) {
        world.tell(&line);
    }
    for line in findings_of(world, plan, after, question) {
        world.tell(&line);
    }
    Ok(())
}

/// Says in one line what an entry holds.
pub(crate) fn value_in_words(plan: &Plan, slot: usize, entry: &Entry) -> String {
    let mut words = match (&entry.value, entry.no_answer) {
        (Some(value), _) => value_line(plan, slot, value),
        (None, Some(kind)) => {
            let reason = entry
                .reason
                .as_deref()
                .map(|r| format!(": {}", one_line(r)))
                .unwrap_or_default();
            format!("no answer ({}){reason}", kind.as_str().replace('_', " "))
        }
        (None, None) => "open".to_owned(),
    };
    if let Some(note) = &entry.note {
        words.push_str(&format!(" (note: {})", one_line(note)));
    }
    words
}

fn value_line(plan: &Plan, slot: usize, value: &Value) -> String {
    let label = |text: &str| {
        let choice = plan.options(slot).iter().find(|choice| choice.value == text);
        choice.map_or_else(|| one_line(text), |choice| choice.label.clone())
    };
    match value {
        Value::Text(text) => label(text),
        Value::Number(number) => {
            let unit = plan.question(slot).unit.as_deref().unwrap_or_default();
            format!("{number} {unit}").trim_end().to_owned()
        }
        Value::List(items) => {
            items.iter().map(|item| label(item)).collect::<Vec<_>>().join("; ")
        }
        Value::Rows(rows) => {
            let word = if rows.len() == 1 { "row" } else { "rows" };
            format!("{} {word}", rows.len())
        }
        Value::Other(_) => "a value that does not suit the question".to_owned(),
    }
}

/// Says in one line what a row holds.
pub(crate) fn row_in_words(plan: &Plan, slot: usize, row: &Row) -> String {
    let cell = |key: &str, cell: &Cell| {
        let column = plan.columns(slot).iter().find(|column| column.key == key);
        let label = |text: &str| {
            let choice =
                column.and_then(|c| c.options.iter().find(|choice| choice.value == text));
            choice.map_or_else(|| one_line(text), |choice| one_line(&choice.label))
        };
        let words = match cell {
            Cell::Text(text) => label(text),
            Cell::Number(number) => number.to_string(),
            Cell::List(items) => items.join(", "),
            Cell::Other(_) => "?".to_owned(),
        };
        format!("{}: {words}", column.map_or(key, |column| column.label.as_str()))
    };
    row.0.iter().map(|(key, content)| cell(key, content)).collect::<Vec<_>>().join("; ")
}

/// Shortens a text to one line that a person can take in.
pub(crate) fn one_line(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if joined.chars().count() <= 100 {
        return joined;
    }
    let short: String = joined.chars().take(99).collect();
    format!("{}…", short.trim_end())
}

/// Says which questions are asked now that were not, and which answers are set aside.
pub(crate) fn consequences(
    plan: &Plan,
    before: &Response,
    after: &Response,
) -> Vec<String> {
    let (old, new) = (plan.align(before), plan.align(after));
    let (was, is) = (plan.states(&old), plan.states(&new));
    let ids = |wanted: &dyn Fn(usize) -> bool| -> Vec<String> {
        plan.slots()
            .filter(|&slot| wanted(slot))
            .map(|slot| plan.question(slot).id.to_string())
            .collect()
    };
    let state = |states: &[State], slot: usize| {
        states.get(slot).copied().unwrap_or(State::NotAsked)
    };
    let has_entry =
        |slot: usize| new.get(slot).copied().flatten().is_some_and(|e| !e.is_open());
    let asked = ids(&|s| state(&is, s) == State::Asked && state(&was, s) != State::Asked);
    let aside = ids(&|s| {
        state(&is, s) == State::NotAsked
            && state(&was, s) != State::NotAsked
            && has_entry(s)
    });
    let mut lines = Vec::new();
    if !asked.is_empty() {
        lines.push(format!("now asked as well: {}", asked.join(", ")));
    }
    if !aside.is_empty() {
        lines.push(format!("set aside, because no longer asked (kept, and back if the answer changes): {}", aside.join(", ")));
    }
    lines
}

/// Returns what is wrong with one answer, in words.
pub(crate) fn findings_of(
    world: &World,
    plan: &Plan,
    response: &Response,
    question: &QuestionId,
) -> Vec<String> {
    let context = Context::new(
        plan,
        response,
        Surroundings::default(),
        Level::Draft,
        world.today(),
    );
    let words = world.words();
    let about = |finding: &Finding| {
        finding.severity > Severity::Note
            && finding.place().and_then(|p| p.question.as_deref())
                == Some(question.as_str())
    };
    let mut lines = Vec::new();
    for finding in check_response(&context).iter().filter(|finding| about(finding)) {
        let ink = match finding.severity {
            Severity::Error => Ink::Error,
            Severity::Warning => Ink::Warning,
            Severity::Note => Ink::Note,
        };
        let severity = world.style.paint(ink, finding.severity.as_str());
        lines.push(format!("{severity}: {}", words.message(finding, Privacy::Shown)));
        if let Some(hint) = words.hint(finding, Privacy::Shown) {
            lines.push(format!("  hint: {hint}"));
        }
    }
    lines
}
