//! Readers of the stored formats other than responses.
//!
//! Each text is checked against its JSON Schema in `schemas/` by the crate `jsonschema`,
//! whose errors become findings of ours; then serde makes the model.

mod place;
mod schemas;
mod translate;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use untoc_core::{
    Code, DOSSIER_FORMAT, EVIDENCE_FORMAT, EVIDENCE_RECORD_FORMAT, Evidence,
    EvidenceRecord, LAWS_FORMAT, Laws, OptionSets, Questionnaire, Settings,
};

use crate::form::Form;
use crate::format::{Format, check_format};
use crate::json::{Node, parse, to_json};
use crate::pointer::Path;
use crate::read::{Read, finish};

pub use schemas::{SCHEMAS, schema_text};

/// The name and major version of the format of a questionnaire.
pub(crate) const QUESTIONNAIRE_FORMAT: &str = "untoc-questionnaire/1";

/// The name and major version of the format of option sets.
pub(crate) const OPTIONS_FORMAT: &str = "untoc-options/1";

/// Reads any JSON text: its syntax, repeated keys and limits, no format.
pub fn read_json(text: &str) -> Read<Json> {
    let parsed = parse(text);
    let mut form = Form::new(parsed.findings);
    let value = parsed.root.as_ref().map(|root| {
        place::complete_syntax(&mut form, root);
        to_json(root)
    });
    finish(text, form, value)
}

/// Reads the settings of a dossier (`dossier.json`).
pub fn read_settings(text: &str) -> Read<Settings> {
    read(text, "dossier", DOSSIER_FORMAT)
}

/// Reads a register of laws (`laws.json`).
pub fn read_laws(text: &str) -> Read<Laws> {
    read(text, "laws", LAWS_FORMAT)
}

/// Reads the description of an evidence item (`evidence.json`).
pub fn read_evidence(text: &str) -> Read<Evidence> {
    read(text, "evidence", EVIDENCE_FORMAT)
}

/// Reads the State's record of an evidence item (`evidence/<item>.json`).
pub fn read_evidence_record(text: &str) -> Read<EvidenceRecord> {
    read(text, "evidence-record", EVIDENCE_RECORD_FORMAT)
}

/// Reads a questionnaire.
///
/// Whether its questions make sense together is judged by the rules of the core.
pub fn read_questionnaire(text: &str) -> Read<Questionnaire> {
    read(text, "questionnaire", QUESTIONNAIRE_FORMAT)
}

/// Reads the option sets that questionnaires share.
pub fn read_options(text: &str) -> Read<OptionSets> {
    read(text, "options", OPTIONS_FORMAT)
}

/// Reads a stored format of another crate: `name` is that of its schema in [`SCHEMAS`].
pub fn read_stored<T: DeserializeOwned>(text: &str, name: &str, format: &str) -> Read<T> {
    read(text, name, format)
}

fn read<T: DeserializeOwned>(text: &str, name: &str, format: &str) -> Read<T> {
    let parsed = parse(text);
    let mut form = Form::new(parsed.findings);
    let value = parsed.root.as_ref().and_then(|root| {
        place::complete_syntax(&mut form, root);
        read_root(&mut form, root, name, format)
    });
    finish(text, form, value)
}

fn read_root<T: DeserializeOwned>(
    form: &mut Form,
    root: &Node<'_>,
    name: &str,
    format: &str,
) -> Option<T> {
    if root.fields().is_none() {
        form.wrong_type(root, &Path::ROOT, "", "object");
        return None;
    }
    if check_format(form, root, format) == Format::Other {
        return None;
    }
    let json = to_json(root);
    let before = form.findings.len();
    translate::check(form, root, &json, name);
    let value = serde_json::from_value(json).ok();
    if value.is_none() && form.findings.len() == before && form.lossless {
        // Schema and model are held to each other by tests; should they differ all the
        // same, the text is refused rather than lost.
        let finding = form
            .finding(Code::FieldNotAllowed, root.start, &Path::ROOT)
            .plain("field", "format")
            .plain("value", format)
            .plain("expected", format);
        form.push(finding);
    }
    value
}

#[cfg(test)]
mod tests {
    use untoc_core::{EMBEDDED, EMBEDDED_OPTIONS, sample};

    use super::*;

    /// Every questionnaire in the binary, and their option sets, are read without a
    /// finding and come back.
    #[test]
    fn embedded_questionnaires_are_read() {
        for (name, text) in EMBEDDED {
            let read = read_questionnaire(text);
            assert_eq!(read.findings, [], "{name}");
            assert!(read.lossless);
            assert_eq!(untoc_core::json(&read.value.unwrap()), text, "{name}");
        }
        let read = read_options(EMBEDDED_OPTIONS);
        assert_eq!(read.findings, []);
        assert!(read.lossless && read.value.is_some());
    }

    /// Laws and settings come back as they were written.
    #[test]
    fn laws_and_settings_come_back() {
        let laws = sample::laws();
        let read = read_laws(&laws.to_text());
        assert_eq!((read.findings, read.value), (Vec::new(), Some(laws)));
        let text = r#"{
          "format": "untoc-dossier/1", "state": "XXA", "instruments": ["untoc", "fp"],
          "clusters": [1, 4], "language": "fr", "focal_point": "Ministère de la Justice",
          "start": "2026-11-24", "due": "2027-05-24",
          "contributors": [{"id": "police", "name": "Police", "holds": ["police"]}],
          "assignments": [{"to": "police", "section": "untoc-5", "sent": "2026-12-01"}],
          "extensions": {"z": 1, "a": [null]}
        }"#;
        let read = read_settings(text);
        assert_eq!(read.findings, []);
        let again: serde_json::Value =
            serde_json::from_str(&read.value.unwrap().to_text()).unwrap();
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(text).unwrap());
    }
}
