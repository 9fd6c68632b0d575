//! Readers of the stored formats other than responses.

use serde::de::DeserializeOwned;
use untoc_core::{Code, Finding, Laws, OptionSets, Place, Questionnaire, Settings};

use crate::read::Read;

/// Reads the settings of a dossier (`dossier.json`).
pub fn read_settings(text: &str) -> Read<Settings> {
    read(text)
}

/// Reads a register of laws (`laws.json`).
pub fn read_laws(text: &str) -> Read<Laws> {
    read(text)
}

/// Reads a questionnaire.
pub fn read_questionnaire(text: &str) -> Read<Questionnaire> {
    read(text)
}

/// Reads the option sets that questionnaires share.
pub fn read_options(text: &str) -> Read<OptionSets> {
    read(text)
}

fn read<T: DeserializeOwned>(text: &str) -> Read<T> {
    match serde_json::from_str(text) {
        Ok(value) => Read { value: Some(value), findings: Vec::new(), lossless: true },
        Err(error) => {
            let place = Place {
                line: Some(error.line()),
                column: Some(error.column()),
                ..Place::default()
            };
            Read::nothing(vec![Finding::new(Code::JsonSyntax, place)])
        }
    }
}
