//! Questionnaires, answers, conditions, rules and progress for the review of UNTOC.
//!
//! This crate is the model and the judge. It touches no disk, clock, network or
//! terminal: texts and today's date come in as values. [`Plan`] compiles a
//! questionnaire; [`check_response`] runs the rules on a [`Response`]; [`Changes`] is the
//! only way in which answers change; [`Progress`] counts what is done.

mod answer;
mod changes;
mod check;
mod code;
mod condition;
mod country;
mod date;
mod evidence;
mod figure;
mod finding;
mod id;
mod instrument;
mod laws;
mod library;
mod plan;
mod progress;
mod provision;
mod questionnaire;
mod questionnaire_rules;
mod record;
mod response;
mod rules;
#[cfg(feature = "sample")]
pub mod sample;
mod settings;
mod text;
mod value;

pub use answer::{Audience, Elsewhere, Entry, EvidenceLink, NoAnswer, Stance, Status};
pub use changes::{Change, Changes, Conflict, Stale, ThreeWay};
pub use check::{Context, Surroundings, check_response};
pub use code::Code;
pub use condition::Condition;
pub use country::{Country, CountryCode, CountryError, countries};
pub use date::{DateError, PartialDate};
pub use evidence::{
    EVIDENCE_FORMAT, Evidence, EvidenceFile, FileRole, Naming, OnwardUse, Period,
    Provider, ProviderKind, Sensitivity, Terms,
};
pub use figure::{Figure, FigureBreak, FigureKind, FigureRow, Quantity};
pub use finding::{Finding, Level, Place, Severity, TablePlace, Word, settle};
pub use id::{
    ContributorId, ID_MAX, IdError, ItemId, LawId, QuestionId, QuestionnaireId,
    SectionId, check_id, slug,
};
pub use instrument::{Cluster, Instrument};
pub use laws::{LAWS_FORMAT, Law, LawKind, Laws};
pub use library::{EMBEDDED, EMBEDDED_OPTIONS, Library, embedded_options};
pub use plan::{CellKind, Plan, PlanColumn, PlanError, State, Test, parent_id};
pub use progress::{Count, Progress, Tally};
pub use provision::{Provision, ProvisionError};
pub use questionnaire::{
    Choice, Column, ColumnKind, Kind, Lens, Obligation, OptionSets, Question,
    Questionnaire, Required, Section,
};
pub use questionnaire_rules::check_questionnaires;
pub use record::{
    CheckThresholds, EVIDENCE_RECORD_FORMAT, Erased, EvidenceCheck, EvidenceRecord,
    Received, ReceivedForm, StoredFile,
};
pub use response::{Answers, RESPONSE_FORMAT, Response};
pub use rules::{LARGEST_NUMBER, is_placeholder, is_web_link};
pub use settings::{Assignment, Contributor, DOSSIER_FORMAT, Day, Settings};
pub use text::{BLANK_CLASS, begins_letter, is_blank, json, nearest};
pub use value::{Cell, Row, Value};
