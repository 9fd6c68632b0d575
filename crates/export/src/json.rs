//! JSON: the stored format of a response, out and back.

use untoc_core::{Code, Entry, Finding, Library, Place, Response};
use untoc_intake::decode_text;
use untoc_schema::{locate, read_response};

use crate::choose::{LeftOut, Subject, choose};
use crate::import::{Imported, Incoming};
use crate::returned::{About, ReadOptions};
use crate::selection::ExportOptions;

/// Writes a response in its stored format, and says what is left out.
///
/// Answers that wait or are set aside stay in place.
pub fn to_json(subject: Subject<'_>, options: &ExportOptions) -> (String, LeftOut) {
    let chosen = choose(subject, options);
    let mut response = chosen.response;
    response.normalise(subject.plan);
    (response.to_text(), chosen.left_out)
}

/// Reads a response in its stored format.
///
/// Its findings have line and column; where the text is no response at all, nothing but
/// findings comes back.
pub fn read_json(bytes: &[u8], library: &Library, options: &ReadOptions<'_>) -> Imported {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > options.limits.bytes {
        let limit = usize::try_from(options.limits.bytes).unwrap_or(usize::MAX);
        let finding = Finding::new(Code::FileTooLarge, Place::default());
        return Imported {
            findings: vec![finding.number("limit", limit)],
            ..<_>::default()
        };
    }
    let text = match decode_text(bytes) {
        Ok(text) => text,
        Err(finding) => return Imported { findings: vec![*finding], ..<_>::default() },
    };
    let read = read_response(&text, library);
    let mut imported = Imported { findings: read.findings, ..<_>::default() };
    text.shift(&mut imported.findings);
    let Some(response) = read.value else { return imported };
    match library.get(response.questionnaire.as_str()) {
        Some(plan) => {
            let about = About {
                state: Some(response.state.to_string()),
                version: Some(response.questionnaire_version.clone()),
                language: Some(response.language.clone()),
            };
            let mut incoming = Incoming::new(&plan, about);
            take(&mut incoming, &text, response);
            imported.incoming.push(incoming);
        }
        None => {
            let known = |finding: &Finding| finding.code == Code::QuestionnaireUnknown;
            if !imported.findings.iter().any(known) {
                let mut finding = Finding::new(
                    Code::QuestionnaireUnknown,
                    Place::pointer("/questionnaire"),
                )
                .typed("value", response.questionnaire.as_str());
                locate(&text, std::slice::from_mut(&mut finding));
                imported.findings.push(finding);
            }
        }
    }
    imported
}

fn take(incoming: &mut Incoming, text: &str, response: Response) {
    let mut places: Vec<Finding> = Vec::new();
    for (id, _) in response.answers.iter() {
        let place = Place::pointer(format!("/answers/{id}"));
        places.push(Finding::new(Code::ImportConflict, place));
    }
    locate(text, &mut places);
    let found =
        places.into_iter().filter_map(|finding| finding.places.into_iter().next());
    let ids = response.answers.iter().map(|(id, _)| id.clone());
    incoming.places = ids.zip(found).collect();
    for (id, entry) in response.answers.iter() {
        if *entry == Entry::default() {
            incoming.left_empty.push(id.clone());
        }
    }
    incoming.answers = response.answers;
    incoming.answers.retain(|_, entry| *entry != Entry::default());
    incoming.sort();
}
