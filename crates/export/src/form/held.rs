//! What a file that goes out holds, and the id that it has for that.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use untoc_core::{Plan, QuestionId, Response};
use untoc_report::Words;

use crate::form::{FormId, StoredForm};
use crate::selection::{ExportOptions, Scope};

/// What a file holds of one questionnaire.
pub(crate) struct Held {
    /// The digest of the questionnaire.
    pub(crate) digest: String,
    /// The questions in the file, in their order.
    pub(crate) questions: Vec<QuestionId>,
    /// The answers in the file, and nothing else.
    pub(crate) response: Response,
}

/// Returns what is kept at home of a file, under the id that the file shows.
pub(crate) fn stored(
    held: Vec<Held>,
    export: &ExportOptions,
    words: &Words,
) -> StoredForm {
    let contributor = export.selection.contributor.as_ref();
    let mut stored = StoredForm {
        id: id(&held, export, words),
        language: words.language().to_owned(),
        blank: export.scope == Scope::Blank,
        contributor: contributor.map(ToString::to_string),
        responses: BTreeMap::new(),
        questions: BTreeMap::new(),
        digests: BTreeMap::new(),
    };
    for part in held {
        let key = part.response.questionnaire.clone();
        stored.questions.insert(key.clone(), part.questions);
        stored.digests.insert(key.clone(), part.digest);
        stored.responses.insert(key, part.response);
    }
    stored
}

/// Returns the digest of a questionnaire.
pub(crate) fn digest(plan: &Plan) -> String {
    let text = serde_json::to_string(plan.questionnaire()).unwrap_or_default();
    let digest = Sha256::digest(text.as_bytes());
    let digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{digits}")
}

fn id(held: &[Held], export: &ExportOptions, words: &Words) -> FormId {
    let contributor = export.selection.contributor.as_ref();
    let mut said = vec![
        words.language().to_owned(),
        format!("{:?}", export.scope),
        export.audience.as_str().to_owned(),
        export.remarks.to_string(),
        contributor.map_or_else(String::new, ToString::to_string),
    ];
    for part in held {
        let questions: Vec<&str> =
            part.questions.iter().map(QuestionId::as_str).collect();
        said.push(part.digest.clone());
        said.push(questions.join(" "));
        said.push(part.response.to_text());
    }
    FormId::of(&said.iter().map(String::as_str).collect::<Vec<_>>())
}
