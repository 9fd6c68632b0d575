//! The words of the model as people read them: kinds, obligations, views, marks.

use std::borrow::Cow;

use untoc_core::{
    Audience, CellKind, Choice, Kind, Lens, NoAnswer, Obligation, Question, Required,
    Stance, State, Status,
};

use crate::words::{Argument, Words};

/// Returns what kind of answer a question asks for.
pub fn kind_in_words(words: &Words, question: &Question) -> String {
    let unit = question.unit.as_deref();
    let given = if unit.is_some() { "yes" } else { "no" };
    let arguments: [(&str, Argument<'_>); 2] =
        [("unit", unit.unwrap_or_default().into()), ("unit-given", given.into())];
    words.say(&format!("kind-{}", question.kind.as_str()), &arguments)
}

/// Returns an option as people read it: yes and no are in the tool's words, all others in
/// those of the questionnaire.
pub fn choice_in_words<'c>(
    words: &Words,
    kind: Kind,
    choice: &'c Choice,
) -> Cow<'c, str> {
    let own = match kind {
        Kind::Implementation | Kind::YesNo => {
            words.find(&format!("option-{}", choice.value), &[])
        }
        Kind::Single
        | Kind::Multiple
        | Kind::Text
        | Kind::Number
        | Kind::Date
        | Kind::Laws
        | Kind::Cases
        | Kind::Authorities
        | Kind::Table => None,
    };
    own.map_or(Cow::Borrowed(&*choice.label), Cow::Owned)
}

/// Returns what a cell holds.
pub fn cell_in_words(words: &Words, kind: CellKind) -> String {
    words.say(&format!("cell-{}", cell_name(kind)), &[])
}

/// Returns the name of what a cell holds, for programs.
pub(crate) fn cell_name(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Text => "text",
        CellKind::Integer => "integer",
        CellKind::Number => "number",
        CellKind::Date => "date",
        CellKind::Choice => "choice",
        CellKind::Link => "link",
        CellKind::Texts => "texts",
        CellKind::Law => "law",
        CellKind::Questions => "questions",
    }
}

/// Returns how strictly a provision binds.
pub fn obligation_in_words(words: &Words, obligation: Obligation) -> String {
    words.say(&format!("obligation-{}", obligation.as_str()), &[])
}

/// Returns what a submission needs of a question.
pub fn required_in_words(words: &Words, required: Required) -> String {
    words.say(&format!("required-{}", required_name(required)), &[])
}

/// Returns the name of what a submission needs, for programs.
pub(crate) fn required_name(required: Required) -> &'static str {
    match required {
        Required::Yes => "yes",
        Required::Advised => "advised",
        Required::No => "no",
    }
}

/// Returns a cross-cutting view.
pub fn lens_in_words(words: &Words, lens: Lens) -> String {
    words.say(&format!("lens-{}", lens.as_str()), &[])
}

/// Returns why there is no answer.
pub fn no_answer_in_words(words: &Words, kind: NoAnswer) -> String {
    words.say(&format!("no_answer-{}", kind.as_str()), &[])
}

/// Returns who may see an answer.
pub fn audience_in_words(words: &Words, audience: Audience) -> String {
    words.say(&format!("audience-{}", audience.as_str()), &[])
}

/// Returns how far an answer has come.
pub fn status_in_words(words: &Words, status: Status) -> String {
    words.say(&format!("status-{}", status.as_str()), &[])
}

/// Returns what an evidence item shows about an answer.
pub fn stance_in_words(words: &Words, stance: Stance) -> String {
    words.say(&format!("stance-{}", stance.as_str()), &[])
}

/// Returns whether a question is asked.
pub fn state_in_words(words: &Words, state: State) -> String {
    words.say(&format!("state-{}", state_name(state)), &[])
}

/// Returns the name of whether a question is asked, for programs.
pub(crate) fn state_name(state: State) -> &'static str {
    match state {
        State::Asked => "asked",
        State::Waiting => "waiting",
        State::NotAsked => "not_asked",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every word of the model has words for people, in every language.
    #[test]
    fn every_term_has_words() {
        for language in Words::languages() {
            let words = Words::load(language);
            let mut said = Vec::new();
            for kind in Kind::ALL {
                said.push(words.say(&format!("kind-{}", kind.as_str()), &[]));
            }
            for kind in [
                CellKind::Text,
                CellKind::Integer,
                CellKind::Number,
                CellKind::Date,
                CellKind::Choice,
                CellKind::Link,
                CellKind::Texts,
                CellKind::Law,
                CellKind::Questions,
            ] {
                said.push(cell_in_words(&words, kind));
            }
            for obligation in
                [Obligation::Mandatory, Obligation::Conditional, Obligation::Optional]
            {
                said.push(obligation_in_words(&words, obligation));
            }
            for required in [Required::Yes, Required::Advised, Required::No] {
                said.push(required_in_words(&words, required));
            }
            for state in [State::Asked, State::Waiting, State::NotAsked] {
                said.push(state_in_words(&words, state));
            }
            said.extend(Lens::ALL.map(|lens| lens_in_words(&words, lens)));
            said.extend(NoAnswer::ALL.map(|kind| no_answer_in_words(&words, kind)));
            said.extend(Audience::ALL.map(|a| audience_in_words(&words, a)));
            said.extend(Status::ALL.map(|s| status_in_words(&words, s)));
            said.extend(Stance::ALL.map(|s| stance_in_words(&words, s)));
            for text in said {
                let key = text.is_ascii() && text.contains('-') && !text.contains(' ');
                assert!(!key, "{language}: {text} has no words");
            }
        }
    }
}
