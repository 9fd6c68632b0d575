//! Words of the model in a field: their name in files, or what people read for it.

use std::sync::OnceLock;

use untoc_core::{Audience, NoAnswer, Status};
use untoc_report::{Words, audience_in_words, no_answer_in_words, status_in_words};

use crate::decode::choice::fold;
use crate::decode::{Expected, Reading};

/// What people read for words of the model, folded, in every language of the tool.
struct Labels {
    no_answers: Vec<(NoAnswer, String)>,
    audiences: Vec<(Audience, String)>,
    statuses: Vec<(Status, String)>,
}

fn labels() -> &'static Labels {
    static LABELS: OnceLock<Labels> = OnceLock::new();
    LABELS.get_or_init(|| {
        let mut labels = Labels {
            no_answers: Vec::new(),
            audiences: Vec::new(),
            statuses: Vec::new(),
        };
        for words in Words::languages().map(Words::load) {
            labels.no_answers.extend(
                NoAnswer::ALL.map(|kind| (kind, fold(&no_answer_in_words(&words, kind)))),
            );
            labels.audiences.extend(
                Audience::ALL.map(|who| (who, fold(&audience_in_words(&words, who)))),
            );
            labels.statuses.extend(
                Status::ALL
                    .map(|status| (status, fold(&status_in_words(&words, status)))),
            );
        }
        labels
    })
}

pub(super) fn no_answer(typed: &str) -> Result<Reading<NoAnswer>, Expected> {
    let found = NoAnswer::from_name(&fold(typed));
    let found = found.or_else(|| by_label(&labels().no_answers, typed));
    read(typed, found, NoAnswer::as_str, &NoAnswer::ALL)
}

pub(super) fn audience(typed: &str) -> Result<Reading<Audience>, Expected> {
    let found = Audience::from_name(&fold(typed));
    let found = found.or_else(|| by_label(&labels().audiences, typed));
    read(typed, found, Audience::as_str, &Audience::ALL)
}

pub(super) fn status(typed: &str) -> Result<Reading<Status>, Expected> {
    let found = Status::from_name(&fold(typed));
    let found = found.or_else(|| by_label(&labels().statuses, typed));
    read(typed, found, Status::as_str, &Status::ALL)
}

fn by_label<T: Copy>(labels: &[(T, String)], typed: &str) -> Option<T> {
    let folded = fold(typed);
    labels.iter().find(|(_, label)| *label == folded).map(|(term, _)| *term)
}

fn read<T: Copy>(
    typed: &str,
    found: Option<T>,
    name: fn(T) -> &'static str,
    all: &[T],
) -> Result<Reading<T>, Expected> {
    match found {
        Some(term) => Ok(Reading::of(term, typed, name(term).to_owned())),
        None => {
            let names = all.iter().map(|term| name(*term).to_owned());
            Err(Expected::Options(names.collect()))
        }
    }
}
