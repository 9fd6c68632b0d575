//! JSON text to model or findings with places; JSON Schemas derived from questionnaires.
//!
//! Faults of form are found here, each once and with line, column and pointer: syntax,
//! duplicate keys, unknown and missing fields, wrong types. What the answers say is
//! judged by the rules of the core. Nothing here touches the disk.

mod derive;
mod form;
mod format;
mod json;
mod language;
mod locate;
mod pointer;
mod position;
mod quick;
mod read;
mod response;
mod sniff;
mod stored;

pub use derive::derive;
pub use json::{DEPTH_MAX, VALUES_MAX};
pub use locate::locate;
pub use quick::{QuickPlan, Scratch, Verdict, questionnaire_of, quick};
pub use read::Read;
pub use response::{read_entry, read_response};
pub use sniff::sniff;
pub use stored::{
    SCHEMAS, read_evidence, read_evidence_record, read_json, read_laws, read_options,
    read_questionnaire, read_settings, read_stored, schema_text,
};
