//! Places as people name them: "Convention, article 5, question 1 (untoc-5-q1)".

use untoc_core::{Instrument, Place};

use crate::words::{Words, clean};

/// Returns the place in words; the name of the file where it is about no question.
pub fn place_in_words(words: &Words, place: &Place) -> String {
    let mut parts = Vec::new();
    match &place.question {
        Some(question) => parts.extend(question_parts(words, question)),
        None => parts.extend(outer_parts(words, place)),
    }
    if let Some(table) = &place.table {
        if let Some(row) = table.row {
            parts.push(words.say("place-row", &[("row", row.into())]));
        }
        if let Some(field) = &table.field {
            parts.push(words.say("place-column", &[("column", clean(field).into())]));
        }
    }
    parts.join(", ")
}

/// Returns the place for programs that jump to it: `file:line:column`.
pub fn place_in_file(place: &Place) -> Option<String> {
    let mut text = clean(place.file.as_deref()?);
    if let Some(line) = place.line {
        text.push_str(&format!(":{line}"));
        if let Some(column) = place.column {
            text.push_str(&format!(":{column}"));
        }
    }
    Some(text)
}

/// Returns a question in words.
pub fn question_in_words(words: &Words, question: &str) -> String {
    question_parts(words, question).join(", ")
}

fn question_parts(words: &Words, id: &str) -> Vec<String> {
    let id = &clean(id);
    let Some((before, number)) = id.rsplit_once("-q") else { return vec![id.clone()] };
    let Some((code, middle)) = before.split_once('-') else { return vec![id.clone()] };
    let Some(instrument) = Instrument::from_code(code) else { return vec![id.clone()] };
    vec![
        words.say("place-instrument", &[("instrument", instrument.code().into())]),
        subject(words, middle),
        words.say("place-question", &[("number", number.into()), ("id", id.into())]),
    ]
}

/// What a section is about: its article, the whole cluster, or its own name.
fn subject(words: &Words, middle: &str) -> String {
    let is_number =
        |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if is_number(middle) {
        return words.say("place-article", &[("article", middle.into())]);
    }
    match middle.strip_prefix('c') {
        Some(cluster) if is_number(cluster) => {
            words.say("place-cluster", &[("cluster", cluster.into())])
        }
        Some(_) | None => middle.to_owned(),
    }
}

fn outer_parts(words: &Words, place: &Place) -> Vec<String> {
    let named = place.section.as_ref().or(place.questionnaire.as_ref());
    let Some(named) = named else {
        return vec![clean(place.file.as_deref().unwrap_or_default())];
    };
    questionnaire_parts(words, named)
}

/// Returns a questionnaire, or a section, in words.
pub fn questionnaire_in_words(words: &Words, id: &str) -> String {
    questionnaire_parts(words, id).join(", ")
}

fn questionnaire_parts(words: &Words, id: &str) -> Vec<String> {
    let named = clean(id);
    let (code, rest) = named.split_once('-').unwrap_or((&named, ""));
    match Instrument::from_code(code) {
        None => vec![named],
        Some(instrument) => {
            let instrument = words
                .say("place-instrument", &[("instrument", instrument.code().into())]);
            let about = match rest.strip_prefix("cluster-") {
                Some(cluster) => {
                    words.say("place-cluster", &[("cluster", cluster.into())])
                }
                None => subject(words, rest),
            };
            vec![instrument, about]
        }
    }
}

#[cfg(test)]
mod tests {
    use untoc_core::TablePlace;

    use super::*;

    fn of_question(id: &str) -> String {
        question_in_words(&Words::load("en"), id)
    }

    /// Ids are turned into what people call the place, and unknown ones stay as they are.
    #[test]
    fn names_questions() {
        assert_eq!(
            of_question("untoc-5-q1a"),
            "Convention, article 5, question 1a (untoc-5-q1a)"
        );
        assert_eq!(
            of_question("som-c3-q2"),
            "Smuggling of Migrants Protocol, cluster 3, question 2 (som-c3-q2)"
        );
        assert_eq!(of_question("my-own-q1"), "my-own-q1");
        assert_eq!(of_question("x"), "x");
    }

    /// Rows and columns follow; without a question the questionnaire or file is named.
    #[test]
    fn names_rows_and_files() {
        let words = Words::load("en");
        let mut place = Place {
            question: Some("tip-5-q1a".to_owned()),
            table: Some(TablePlace {
                row: Some(2),
                column: Some(1),
                field: Some("law".to_owned()),
            }),
            ..Place::default()
        };
        assert_eq!(
            place_in_words(&words, &place),
            "Trafficking in Persons Protocol, article 5, question 1a (tip-5-q1a), row 2, column law"
        );
        place = Place::file("dossier.json");
        assert_eq!(place_in_words(&words, &place), "dossier.json");
        place.questionnaire = Some("fp-cluster-2".to_owned());
        assert_eq!(place_in_words(&words, &place), "Firearms Protocol, cluster 2");
        place.line = Some(3);
        place.column = Some(7);
        assert_eq!(place_in_file(&place).as_deref(), Some("dossier.json:3:7"));
    }
}
