//! Several questions, as a search finds them, and the list of questionnaires.

use untoc_core::Library;

use super::Asked;
use crate::place::questionnaire_in_words;
use crate::screen::Screen;
use crate::style::Ink;
use crate::terms::{kind_in_words, required_in_words};
use crate::words::Words;
use crate::wrap::{pad, width};

/// Returns questions as a list: id and text, with the kind of answer below.
pub fn questions_text(questions: &[Asked<'_>], words: &Words, screen: Screen) -> String {
    let room = questions
        .iter()
        .map(|asked| width(asked.plan.question(asked.slot).id.as_str()))
        .max()
        .unwrap_or(0);
    let mut out = String::new();
    let mut last = None;
    for asked in questions {
        let section = asked.plan.section(asked.slot);
        let here = (asked.plan.id(), &section.id);
        if last != Some(here) {
            if last.is_some() {
                out.push('\n');
            }
            let head = format!("{}  {}", section.id, section.title);
            out.push_str(&format!("{}\n", screen.style.paint(Ink::Strong, &head)));
            last = Some(here);
        }
        let question = asked.plan.question(asked.slot);
        let id = format!("  {}", pad(question.id.as_str(), room));
        out.push_str(&screen.labelled(&id, room + 2, &question.text));
        let below = format!(
            "{}; {}",
            kind_in_words(words, question),
            required_in_words(words, question.required)
        );
        out.push_str(&screen.indented(room + 4, &below));
    }
    if !questions.is_empty() {
        out.push('\n');
    }
    let count = questions.len();
    out.push_str(&words.say("questions-found", &[("count", count.into())]));
    out.push('\n');
    let hint = match questions.first() {
        None => words.say("questions-none-hint", &[]),
        Some(first) => {
            let id = first.plan.question(first.slot).id.as_str();
            words.say("questions-more", &[("question", id.into())])
        }
    };
    out.push_str(&screen.indented(0, &hint));
    out
}

/// Returns the questionnaires as a list: id, what it is about, how many questions.
pub fn questionnaires_text(library: &Library, words: &Words, screen: Screen) -> String {
    let room = library.ids().iter().map(|id| width(id.as_str())).max().unwrap_or(0);
    let mut out = String::new();
    for plan in library.plans() {
        let about = format!(
            "{}: {} ({})",
            questionnaire_in_words(words, plan.id().as_str()),
            plan.questionnaire().title,
            words.say("questions-of", &[("count", plan.len().into())])
        );
        out.push_str(&screen.labelled(plan.id().as_str(), room, &about));
    }
    out
}
