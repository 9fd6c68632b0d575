//! Errors of the validator as findings of ours: no word of it reaches a reader.

use std::collections::BTreeSet;

use jsonschema::error::{TypeKind, ValidationErrorKind as Error};
use jsonschema::{JsonType, ValidationError};
use serde_json::Value as Json;
use untoc_core::{Code, CountryCode, Finding, PartialDate, Place, Provision, nearest};

use super::place::around;
use super::schemas::{Ready, ready};
use crate::derive::{ID_PATTERN, link_pattern, text_pattern};
use crate::form::{Form, coded};
use crate::json::Node;
use crate::language::{LANGUAGE_PATTERN, TIME_PATTERN};
use crate::pointer::{Finder, push_key};

/// Checks a value against the schema of a stored format and reports what is wrong.
pub(super) fn check(form: &mut Form, root: &Node<'_>, json: &Json, name: &str) {
    let Some(ready) = ready(name) else { return };
    let mut errors: Vec<ValidationError<'_>> =
        ready.validator.iter_errors(json).collect();
    errors.sort_by_key(|error| weight(error.kind()));
    let mut translator =
        Translator { form, finder: Finder::new(root), ready, judged: BTreeSet::new() };
    for error in &errors {
        translator.translate(error);
    }
}

/// What comes first says more; of several errors about one value only one is told.
fn weight(kind: &Error) -> u8 {
    let fields =
        matches!(kind, Error::AdditionalProperties { .. } | Error::Required { .. });
    let text = matches!(kind, Error::Pattern { .. } | Error::Enum { .. });
    if matches!(kind, Error::Type { .. }) {
        0
    } else if fields {
        1
    } else if text {
        2
    } else {
        3
    }
}

struct Translator<'a, 'n, 't> {
    form: &'a mut Form,
    finder: Finder<'n, 't>,
    ready: &'static Ready,
    /// The values about which something has been said.
    judged: BTreeSet<String>,
}

impl Translator<'_, '_, '_> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the kinds that our schemas cannot give have one common finding"
    )]
    fn translate(&mut self, error: &ValidationError<'_>) {
        let pointer = error.instance_path().as_str();
        if pointer == "/format" {
            return;
        }
        match error.kind() {
            Error::AdditionalProperties { unexpected } => {
                self.judged.insert(pointer.to_owned());
                for field in unexpected {
                    self.unknown(error, pointer, field);
                }
            }
            Error::Required { property } => {
                let field = property.as_str().unwrap_or_default();
                // Where fields exclude each other, the forms allowed say more.
                let among = error.schema_path().as_str().contains("/oneOf/");
                if !(among || pointer.is_empty() && field == "format") {
                    self.judged.insert(pointer.to_owned());
                    let finding = self.at(Code::FieldMissing, pointer);
                    self.form.push(finding.plain("field", field));
                }
            }
            Error::PropertyNames { error } => {
                let key = error.instance().as_str().unwrap_or_default();
                let mut inner = pointer.to_owned();
                push_key(&mut inner, key);
                let finding = self.at(Code::IdMalformed, &inner);
                self.push_value(finding, &inner, error.instance());
            }
            _ if !self.judged.insert(pointer.to_owned()) => {}
            Error::Type { kind } => self.wrong_type(pointer, expected_type(kind)),
            Error::Enum { options } => self.not_an_option(error, pointer, options),
            Error::Constant { expected_value } => {
                let finding = self.not_allowed(error, pointer);
                self.form.push(finding.plain("expected", expected_value));
            }
            Error::Pattern { pattern } => self.written(error, pointer, pattern),
            Error::MaxLength { .. } => {
                let finding = self.at(Code::IdMalformed, pointer);
                self.push_value(finding, pointer, error.instance());
            }
            Error::Not { schema } if schema["type"] == "null" => {
                self.wrong_type(pointer, "object");
            }
            Error::Not { .. } => {
                let finding = self.at(Code::IdMalformed, pointer);
                self.push_value(finding, pointer, error.instance());
            }
            Error::UniqueItems => {
                let finding = self.at(Code::EntryDuplicate, pointer);
                let finding = finding.plain("field", field_of(pointer));
                self.form.push(finding.typed("value", &repeated(error.instance())));
            }
            Error::MinItems { .. } => {
                let finding = self.at(Code::ListEmpty, pointer);
                self.form.push(finding.plain("field", field_of(pointer)));
            }
            Error::OneOfNotValid { .. } | Error::OneOfMultipleValid { .. } => {
                let finding = self.at(Code::FieldNotAllowed, pointer);
                let field = field_of(pointer);
                let forms =
                    if field == "assignments" { "one-of-two" } else { "condition" };
                self.form.push(finding.plain("field", field).plain("expected", forms));
            }
            _ => {
                let finding = self.at(Code::FieldNotAllowed, pointer);
                let finding = finding.plain("field", field_of(pointer));
                self.form.push(finding.plain("expected", "other"));
            }
        }
    }

    /// Makes a finding about the value at a pointer.
    fn at(&mut self, code: Code, pointer: &str) -> Finding {
        let place = Place {
            pointer: Some(pointer.to_owned()),
            byte: Some(self.finder.nearest(pointer).start),
            ..around(&mut self.finder, pointer)
        };
        Finding::new(code, place)
    }

    fn push_value(&mut self, finding: Finding, pointer: &str, value: &Json) {
        let text = value.as_str().unwrap_or_default();
        self.form.push(coded(finding.plain("field", field_of(pointer)), "value", text));
    }

    fn unknown(&mut self, error: &ValidationError<'_>, pointer: &str, field: &str) {
        if self.form.only_counts(Code::FieldUnknown) {
            return;
        }
        let mut inner = pointer.to_owned();
        push_key(&mut inner, field);
        let mut finding = self.at(Code::FieldUnknown, &inner);
        let around = self.finder.nearest(pointer);
        let member = self.finder.member(around, field);
        if let (Some(member), Some(place)) = (member, finding.places.first_mut()) {
            place.byte = Some(member.start);
        }
        let keyword = error.schema_path().as_str();
        let object = keyword.rsplit_once('/').map_or("", |(object, _)| object);
        let known =
            self.ready.schema.pointer(object).and_then(|s| s["properties"].as_object());
        let known: Vec<&str> =
            known.into_iter().flat_map(|p| p.keys().map(String::as_str)).collect();
        finding = finding.typed("field", field).one_of("expected", &known);
        if let Some(near) = nearest(field, known.iter().copied()) {
            finding = finding.plain("nearest", near);
        }
        self.form.push(finding);
    }

    fn wrong_type(&mut self, pointer: &str, expected: &'static str) {
        let shape = self.finder.nearest(pointer).shape().as_str();
        let finding = self.at(Code::FieldWrongType, pointer);
        self.form.push(
            finding
                .plain("field", field_of(pointer))
                .plain("value", shape)
                .plain("expected", expected),
        );
    }

    /// Makes the finding for a value that is not one of those allowed.
    fn not_allowed(&mut self, error: &ValidationError<'_>, pointer: &str) -> Finding {
        let finding = self.at(Code::FieldNotAllowed, pointer);
        let finding = finding.plain("field", field_of(pointer));
        match &**error.instance() {
            Json::String(text) => finding.typed("value", text),
            other @ (Json::Bool(_) | Json::Number(_) | Json::Null) => {
                finding.plain("value", other)
            }
            Json::Array(_) | Json::Object(_) => finding,
        }
    }

    fn not_an_option(
        &mut self,
        error: &ValidationError<'_>,
        pointer: &str,
        options: &Json,
    ) {
        let numbers =
            options.as_array().is_some_and(|all| all.iter().all(Json::is_number));
        if numbers && !error.instance().is_number() {
            self.wrong_type(pointer, "number");
            return;
        }
        let words: Vec<String> = options
            .as_array()
            .into_iter()
            .flatten()
            .map(|option| {
                option.as_str().map_or_else(|| option.to_string(), str::to_owned)
            })
            .collect();
        let mut finding = self.not_allowed(error, pointer).one_of("expected", &words);
        if let Some(text) = error.instance().as_str()
            && let Some(near) = nearest(text, words.iter().map(String::as_str))
        {
            finding = finding.plain("nearest", near);
        }
        self.form.push(finding);
    }

    /// Reports a text that is not written as its pattern asks.
    fn written(&mut self, error: &ValidationError<'_>, pointer: &str, pattern: &str) {
        let (code, expected) = code_of(pattern);
        let text = error.instance().as_str().unwrap_or_default();
        let mut finding = self.at(code, pointer).plain("field", field_of(pointer));
        if code == Code::AnswerNotADate {
            finding = finding.plain("column", field_of(pointer));
        }
        if code == Code::LinkNotWeb {
            finding = finding.private("value", text);
        } else if code != Code::FieldEmpty {
            finding = coded(finding, "value", text);
        }
        if let Some(expected) = expected {
            finding = finding.plain("expected", expected);
        }
        if expected == Some("state-code")
            && let Ok(state) = CountryCode::find(text)
        {
            finding = finding.plain("nearest", state);
        }
        self.form.push(finding);
    }
}

/// Returns the code for a text that does not match a pattern, and the word by which
/// messages know what was expected.
fn code_of(pattern: &str) -> (Code, Option<&'static str>) {
    match pattern {
        ID_PATTERN => (Code::IdMalformed, None),
        PartialDate::PATTERN => (Code::AnswerNotADate, None),
        LANGUAGE_PATTERN => (Code::LanguageMalformed, None),
        TIME_PATTERN => (Code::TimeMalformed, None),
        Provision::PATTERN => (Code::ProvisionMalformed, None),
        "^[A-Z]{3}$" => (Code::FieldNotAllowed, Some("state-code")),
        "^[0-9a-f]{64}$" | "^sha256:[0-9a-f]{64}$" => {
            (Code::FieldNotAllowed, Some("digest"))
        }
        "^[a-z0-9]+(_[a-z0-9]+)*$" => (Code::FieldNotAllowed, Some("word")),
        text if text == text_pattern() => (Code::FieldEmpty, None),
        text if text == link_pattern() => (Code::LinkNotWeb, None),
        text if text.contains("-02-29)") => (Code::FieldNotAllowed, Some("day")),
        _ => (Code::FieldNotAllowed, Some("version")),
    }
}

fn expected_type(kind: &TypeKind) -> &'static str {
    let word = |kind: JsonType| match kind {
        JsonType::Null => "null",
        JsonType::Boolean => "boolean",
        JsonType::Integer => "integer",
        JsonType::Number => "number",
        JsonType::String => "text",
        JsonType::Array => "list",
        JsonType::Object => "object",
    };
    match kind {
        TypeKind::Single(kind) => word(*kind),
        TypeKind::Multiple(kinds) => kinds.iter().next().map_or("text", word),
    }
}

/// Returns the name of the field that a pointer is about: of an item, that of its list.
fn field_of(pointer: &str) -> String {
    let named = |step: &&str| !step.is_empty() && step.parse::<usize>().is_err();
    let step = pointer.rsplit('/').find(named).unwrap_or_default();
    step.replace("~1", "/").replace("~0", "~")
}

/// Returns the first item that stands twice, as text.
fn repeated(list: &Json) -> String {
    let items = list.as_array().map_or(&[][..], Vec::as_slice);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let text =
        |item: &Json| item.as_str().map_or_else(|| item.to_string(), str::to_owned);
    items.iter().map(text).find(|item| !seen.insert(item.clone())).unwrap_or_default()
}
