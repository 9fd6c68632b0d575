//! The first page of a form: who asks whom for what, by when, and how to answer.

use untoc_core::{Day, Settings};
use untoc_report::Words;

use crate::choose::Subject;
use crate::form::build::FormOptions;
use crate::form::{FormCover, FormId, FormPart};
use crate::words;

/// Writes the first page.
pub(super) fn cover(
    subjects: &[Subject<'_>],
    options: &FormOptions,
    parts: &[FormPart<'_>],
    id: &FormId,
    words: &Words,
) -> FormCover {
    let settings = subjects.iter().find_map(|subject| subject.settings);
    let state = subjects.first().map(|subject| subject.response.state);
    let state = state.map_or_else(String::new, |state| {
        state.name().map_or_else(|| state.to_string(), ToOwned::to_owned)
    });
    let contributor = contributor(options, settings);
    let due = due(subjects, options, settings);
    let asks = settings.and_then(|settings| settings.focal_point.clone());
    let questions = |part: &FormPart<'_>| -> usize {
        part.sections.iter().map(|section| section.questions.len()).sum()
    };
    let count: usize = parts.iter().map(questions).sum();
    let mut lines = Vec::new();
    let mut line = |key: &str, text: String| {
        if !text.is_empty() {
            lines.push((words.say(&format!("form-{key}"), &[]), text));
        }
    };
    line("asks", asks.clone().unwrap_or_default());
    line("asked", contributor);
    line("state", state.clone());
    let titles: Vec<&str> = parts.iter().map(|part| &*part.title).collect();
    line("about", titles.join("; "));
    line("what", words.say("form-questions", &[("count", count.into())]));
    line("due", due.map(|due| due.to_string()).unwrap_or_default());
    line("return", asks.unwrap_or_default());
    line("id", id.to_string());
    FormCover {
        title: words.say("form-title", &[("state", state.into())]),
        lines,
        how_title: words.say("form-how", &[]),
        how: how(due, words),
        sections_title: words.say("form-sections", &[]),
        sections: sections(parts, words),
        wording: words::document(words, "wording"),
    }
}

fn how(due: Option<Day>, words: &Words) -> Vec<String> {
    let mut how: Vec<String> =
        ["answer", "condition", "no-answer", "rows", "date", "names", "keep"]
            .iter()
            .map(|key| words.say(&format!("form-how-{key}"), &[]))
            .collect();
    how.push(match due {
        Some(due) => words.say("form-how-return-by", &[("date", due.to_string().into())]),
        None => words.say("form-how-return", &[]),
    });
    how
}

fn sections(parts: &[FormPart<'_>], words: &Words) -> Vec<String> {
    let sections = parts.iter().flat_map(|part| &part.sections);
    sections
        .map(|section| {
            let arguments = [
                ("title", (&section.title).into()),
                ("count", section.questions.len().into()),
            ];
            words.say("form-section-line", &arguments)
        })
        .collect()
}

/// Returns the name of the contributor.
fn contributor(options: &FormOptions, settings: Option<&Settings>) -> String {
    let Some(id) = &options.export.selection.contributor else { return String::new() };
    let known = settings.and_then(|settings| settings.contributor(id.as_str()));
    known.map_or_else(|| id.to_string(), |contributor| contributor.name.clone())
}

/// Returns the day by which answers are expected: the first that an assignment names,
/// else that of the review.
fn due(
    subjects: &[Subject<'_>],
    options: &FormOptions,
    settings: Option<&Settings>,
) -> Option<Day> {
    let selection = &options.export.selection;
    let mut days = Vec::new();
    for subject in subjects {
        for slot in subject.plan.slots() {
            if selection.contributor.is_some()
                && selection.chooses(subject.plan, slot, settings)
            {
                let assignment = settings.and_then(|s| s.assignment(subject.plan, slot));
                days.extend(assignment.and_then(|assignment| assignment.due));
            }
        }
    }
    days.into_iter().min().or_else(|| settings.and_then(|settings| settings.due))
}
