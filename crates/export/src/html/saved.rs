//! Reads the answers that the page of a form saved.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use untoc_core::{Code, Finding, Library, Place};
use untoc_intake::decode_text;
use untoc_schema::{locate, read_stored, sniff};

use crate::address::Address;
use crate::form::FormId;
use crate::import::Imported;
use crate::returned::{About, ReadOptions, Returned};

/// The name and major version of the format in which a page saves answers.
pub const ANSWERS_FORMAT: &str = "untoc-form-answers/1";

/// Saved answers: the text of every field that is filled, or was and is no more, under
/// its address.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Saved {
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub(super) schema: Option<String>,
    pub(super) format: String,
    pub(super) form: String,
    pub(super) state: String,
    pub(super) language: String,
    pub(super) questionnaires: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) saved: Option<String>,
    pub(super) fields: BTreeMap<String, String>,
}

/// Reads the answers that the page saved; `None` where the JSON is something else.
pub(crate) fn read_saved(
    bytes: &[u8],
    library: &Library,
    options: &ReadOptions<'_>,
) -> Option<Imported> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > options.limits.bytes {
        return None;
    }
    let text = decode_text(bytes).ok()?;
    let format = sniff(&text)?;
    let name = |format: &str| format.split('/').next().map(ToOwned::to_owned);
    if name(&format) != name(ANSWERS_FORMAT) {
        return None;
    }
    let read = read_stored::<Saved>(&text, "form-answers", ANSWERS_FORMAT);
    let mut said = read.findings;
    let mut imported = match read.value {
        Some(saved) => fields(&text, &saved, library, options),
        None => Imported::default(),
    };
    said.append(&mut imported.findings);
    imported.findings = said;
    text.shift(&mut imported.findings);
    Some(imported)
}

fn fields(
    text: &str,
    saved: &Saved,
    library: &Library,
    options: &ReadOptions<'_>,
) -> Imported {
    let mut returned = Returned::default();
    for ((address, typed), place) in saved.fields.iter().zip(places(text, saved)) {
        match Address::parse(address) {
            Some(address) => returned.put(&address, typed, place),
            None if untoc_core::is_blank(typed) => {}
            None => returned.say(
                Finding::new(Code::ImportUnplaced, place)
                    .plain("kind", "address")
                    .typed("value", address),
            ),
        }
    }
    let mut imported = returned.finish(library, options, |questionnaire| About {
        state: Some(saved.state.clone()),
        version: saved.questionnaires.get(questionnaire.as_str()).cloned(),
        language: Some(saved.language.clone()),
    });
    imported.form = FormId::parse(&saved.form);
    imported
}

/// Returns where each field stands in the text.
fn places(text: &str, saved: &Saved) -> Vec<Place> {
    let pointer = |address: &String| {
        let escaped = address.replace('~', "~0").replace('/', "~1");
        Finding::new(Code::ImportUnplaced, Place::pointer(format!("/fields/{escaped}")))
    };
    let mut findings: Vec<Finding> = saved.fields.keys().map(pointer).collect();
    locate(text, &mut findings);
    let place = |finding: Finding| finding.places.into_iter().next().unwrap_or_default();
    findings.into_iter().map(place).collect()
}
