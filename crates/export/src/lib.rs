//! One outline and one plan of fields: JSON, CSV and Markdown out, JSON and CSV back.
//!
//! What readers see is built once, in [`outline`], and every report is made from that
//! [`Outline`]. What people fill in is laid out once, in [`fields`], and every form and
//! table is written from it and read back through a [`Returned`]. What came back is
//! compared with the dossier by [`plan_import`]; nothing is changed here. [`to_surveyjs`]
//! and [`to_xlsform`] write blank questionnaires for other people's survey tools.

mod address;
mod alike;
mod choose;
mod csv;
mod decide;
mod decode;
mod describe;
mod encode;
mod evidence;
mod excel;
mod expected;
mod fields;
mod filled;
mod form;
mod html;
mod import;
mod json;
mod markdown;
mod neutral;
mod official;
mod outline;
mod returned;
mod selection;
mod survey;
mod waiting;
mod word;
mod words;

pub use address::{Address, Part};
pub use choose::{Chosen, KnownEvidence, LeftOut, Subject, choose};
pub use csv::{COLUMNS, CsvOptions, Delimiter, read_csv, to_csv};
pub use decide::{Decision, join, keep_beside};
pub use describe::{Described, DescribedLine, Values, describe_change};
pub use evidence::{Receipt, ReceiptUse, to_dcat, to_ro_crate};
pub use expected::{Bounds, expected_words};
pub use fields::{Field, FieldKind, QuestionFields, fields};
pub use form::{
    Direction, FORM_FORMAT, FORM_PARTS, Form, FormCover, FormFormat, FormId, FormOptions,
    FormPart, FormQuestion, FormSection, GivenAnswer, ReportFormat, ReturnedFormat,
    StoredForm, WriteError, form, read_returned,
};
pub use html::{ANSWERS_FORMAT, FORM_SCRIPT, FORM_STYLE, Inline, STYLE};
pub use import::{ImportOptions, ImportPlan, Imported, Incoming, overlay, plan_import};
pub use json::{read_json, to_json};
pub use markdown::to_markdown;
pub use neutral::{neutralize, restore};
pub use official::{
    ComposedAnswer, Mapped, OVERLAY_FORMAT, OfficialFormat, OfficialItem, OfficialOrder,
    Overlay, OverlayEntry, compose, read_overlay,
};
pub use outline::{
    Cover, Fact, FactValue, Outline, OutlineAnswer, OutlineEvidence, OutlineFinding,
    OutlineLaw, OutlineNoAnswer, OutlinePart, OutlineQuestion, OutlineSection,
    OutlineTable, Record, TableColumn, annex, outline,
};
pub use returned::{About, ReadOptions, Returned};
pub use selection::{ExportOptions, Scope, Selection};
pub use survey::{SurveyError, SurveyOptions, to_surveyjs, to_xlsform};
pub use waiting::{NotCounted, not_counted};
pub use words::{left_out as left_out_in_words, provision as provision_in_words};
