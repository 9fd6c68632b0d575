//! Reading one field of a Table Schema.

use serde_json::Value;

use super::object::{Faults, Object, cell_text};
use super::profile::read_role;
use super::{Constraints, Field, Missing};
use crate::fields::{GeoFormat, Kind, NumberStyle, TextFormat, TimeFormat};

const TYPES: [&str; 16] = [
    "string",
    "number",
    "integer",
    "boolean",
    "object",
    "array",
    "list",
    "datetime",
    "date",
    "time",
    "year",
    "yearmonth",
    "duration",
    "geopoint",
    "geojson",
    "any",
];

/// Reads a field; `missing` are the texts for no value that the schema lists.
pub(super) fn read(
    object: Object<'_>,
    missing: &[Missing],
    version: u8,
    faults: &mut Faults,
) -> Option<Field> {
    let Some(name) = object.text("name", faults) else {
        if object.get("name").is_none() {
            faults.missing(object.path, "name");
        }
        return None;
    };
    let kind = kind(object, version, faults);
    let constraints = constraints(object, faults);
    let own = object.get("missingValues").map(|_| read_missing(object, faults));
    let categories = categories(object, faults);
    let field = Field {
        name: name.to_owned(),
        title: object.text("title", faults).unwrap_or_default().to_owned(),
        kind,
        constraints,
        missing: own.unwrap_or_else(|| missing.to_vec()),
        categories,
        aliases: object.texts("x-aliases", faults).unwrap_or_default(),
        code_aliases: pairs(object, "x-code-aliases", faults),
        role: read_role(object, faults),
        concepts: pairs(object, "x-concepts", faults),
    };
    check(&field, object, faults);
    Some(field)
}

/// Reads an object of texts.
fn pairs(object: Object<'_>, key: &str, faults: &mut Faults) -> Vec<(String, String)> {
    let Some(value) = object.get(key) else { return Vec::new() };
    let Some(map) = value.as_object() else {
        faults.wrong_type(&object.at(key), value, "object");
        return Vec::new();
    };
    map.iter()
        .filter_map(|(from, to)| Some((from.clone(), to.as_str()?.to_owned())))
        .collect()
}

/// Reads the texts that stand for no value, with labels or without.
pub(super) fn read_missing(object: Object<'_>, faults: &mut Faults) -> Vec<Missing> {
    let path = object.at("missingValues");
    let mut list = Vec::new();
    for item in object.array("missingValues", faults).unwrap_or_default() {
        let missing = match item {
            Value::String(value) => Some(Missing { value: value.clone(), label: None }),
            Value::Object(map) => map.get("value").and_then(Value::as_str).map(|value| {
                let label = map.get("label").and_then(Value::as_str).map(str::to_owned);
                Missing { value: value.to_owned(), label }
            }),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => None,
        };
        match missing {
            Some(missing) => list.push(missing),
            None => faults.wrong_type(&path, item, "text"),
        }
    }
    list
}

fn kind(object: Object<'_>, version: u8, faults: &mut Faults) -> Kind {
    // Version 1 takes a field without a type for text, version 2 for anything.
    let default = if version == 1 { "string" } else { "any" };
    let name = object.text("type", faults).unwrap_or(default);
    let format = object.text("format", faults).unwrap_or("default");
    let path = object.at("format");
    let mut one_of = |allowed: &[&str]| {
        if format != "default" && !allowed.contains(&format) {
            faults.not_allowed(&path, format, allowed);
        }
    };
    match name {
        "string" => {
            one_of(&["default", "email", "uri", "binary", "uuid"]);
            Kind::String(match format {
                "email" => TextFormat::Email,
                "uri" => TextFormat::Uri,
                "binary" => TextFormat::Binary,
                "uuid" => TextFormat::Uuid,
                _ => TextFormat::Plain,
            })
        }
        "number" => Kind::Number(number_style(object, faults)),
        "integer" => Kind::Integer(number_style(object, faults)),
        "boolean" => boolean(object, faults),
        "object" => Kind::Object,
        "array" => Kind::Array,
        "list" => list(object, faults),
        "datetime" => Kind::DateTime(time_format(format)),
        "date" => Kind::Date(time_format(format)),
        "time" => Kind::Time(time_format(format)),
        "year" => Kind::Year,
        "yearmonth" => Kind::YearMonth,
        "duration" => Kind::Duration,
        "geopoint" => {
            one_of(&["default", "array", "object"]);
            Kind::GeoPoint(match format {
                "array" => GeoFormat::Array,
                "object" => GeoFormat::Object,
                _ => GeoFormat::Text,
            })
        }
        "geojson" => {
            one_of(&["default", "topojson"]);
            Kind::GeoJson { topology: format == "topojson" }
        }
        "any" => Kind::Any,
        other => {
            faults.not_allowed(&object.at("type"), other, &TYPES);
            Kind::Any
        }
    }
}

fn time_format(format: &str) -> TimeFormat {
    match format {
        "default" => TimeFormat::Iso,
        "any" => TimeFormat::Any,
        pattern => {
            // Version 0 wrote "fmt:" before a pattern.
            let pattern = pattern.strip_prefix("fmt:").unwrap_or(pattern);
            TimeFormat::Pattern(pattern.to_owned())
        }
    }
}

fn number_style(object: Object<'_>, faults: &mut Faults) -> NumberStyle {
    let decimal = object.text("decimalChar", faults).and_then(|text| text.chars().next());
    NumberStyle {
        decimal: decimal.unwrap_or('.'),
        group: object.text("groupChar", faults).map(str::to_owned),
        bare: object.flag("bareNumber", faults).unwrap_or(true),
    }
}

fn boolean(object: Object<'_>, faults: &mut Faults) -> Kind {
    let words = |list: [&str; 4]| list.map(str::to_owned).to_vec();
    let yes = object.texts("trueValues", faults);
    let no = object.texts("falseValues", faults);
    Kind::Boolean {
        yes: yes.unwrap_or_else(|| words(["true", "True", "TRUE", "1"])),
        no: no.unwrap_or_else(|| words(["false", "False", "FALSE", "0"])),
    }
}

fn list(object: Object<'_>, faults: &mut Faults) -> Kind {
    let allowed = ["string", "integer", "boolean", "number", "datetime", "date", "time"];
    let name = object.text("itemType", faults).unwrap_or("string");
    let style = NumberStyle::default;
    let item = match name {
        "string" => Kind::String(TextFormat::Plain),
        "integer" => Kind::Integer(style()),
        "number" => Kind::Number(style()),
        "boolean" => boolean(object, faults),
        "datetime" => Kind::DateTime(TimeFormat::Iso),
        "date" => Kind::Date(TimeFormat::Iso),
        "time" => Kind::Time(TimeFormat::Iso),
        other => {
            faults.not_allowed(&object.at("itemType"), other, &allowed);
            Kind::String(TextFormat::Plain)
        }
    };
    let delimiter = object.text("delimiter", faults).unwrap_or(",").to_owned();
    Kind::List { delimiter, item: Box::new(item) }
}

fn constraints(object: Object<'_>, faults: &mut Faults) -> Constraints {
    let Some(value) = object.get("constraints") else { return Constraints::default() };
    let path = object.at("constraints");
    let Some(map) = value.as_object() else {
        faults.wrong_type(&path, value, "object");
        return Constraints::default();
    };
    let own = Object { map, path: &path };
    for key in map.keys().filter(|key| !KNOWN.contains(&key.as_str())) {
        faults.not_allowed(&path, key, &KNOWN);
    }
    Constraints {
        required: own.flag("required", faults).unwrap_or(false),
        unique: own.flag("unique", faults).unwrap_or(false),
        min_length: own.count("minLength", faults),
        max_length: own.count("maxLength", faults),
        minimum: own.scalar("minimum", faults),
        maximum: own.scalar("maximum", faults),
        exclusive_minimum: own.scalar("exclusiveMinimum", faults),
        exclusive_maximum: own.scalar("exclusiveMaximum", faults),
        pattern: own.text("pattern", faults).map(str::to_owned),
        options: scalars(own, "enum", faults),
        item_options: scalars(own, "x-itemEnum", faults),
        json_schema: own.get("jsonSchema").cloned(),
    }
}

const KNOWN: [&str; 12] = [
    "required",
    "unique",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "pattern",
    "enum",
    "jsonSchema",
    "x-itemEnum",
];

fn scalars(object: Object<'_>, key: &str, faults: &mut Faults) -> Option<Vec<String>> {
    Some(object.array(key, faults)?.iter().filter_map(cell_text).collect())
}

fn categories(object: Object<'_>, faults: &mut Faults) -> Option<Vec<String>> {
    let mut list = Vec::new();
    for item in object.array("categories", faults)? {
        let value = match item {
            Value::Object(map) => map.get("value").and_then(cell_text),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => cell_text(item),
        };
        match value {
            Some(value) => list.push(value),
            None => faults.wrong_type(&object.at("categories"), item, "text"),
        }
    }
    Some(list)
}

/// Looks for parts that do not fit together.
fn check(field: &Field, object: Object<'_>, faults: &mut Faults) {
    let constraints = &field.constraints;
    let path = object.at("constraints");
    let bounds = [
        &constraints.minimum,
        &constraints.maximum,
        &constraints.exclusive_minimum,
        &constraints.exclusive_maximum,
    ];
    let options = constraints.options.iter().flatten();
    for value in bounds.into_iter().flatten().chain(options) {
        if field.kind.parse(value.as_bytes()).is_err() {
            faults.senseless(&path, &field.name, "value-not-of-type");
            break;
        }
    }
    if let (Some(options), Some(categories)) = (&constraints.options, &field.categories)
        && options.iter().any(|option| !categories.contains(option))
    {
        faults.senseless(&path, &field.name, "enum-beyond-categories");
    }
    let text = matches!(field.kind, Kind::String(_) | Kind::Any);
    let sized =
        text || matches!(field.kind, Kind::List { .. } | Kind::Object | Kind::Array);
    let ordered = !sized
        && !matches!(
            field.kind,
            Kind::Boolean { .. } | Kind::GeoPoint(_) | Kind::GeoJson { .. }
        );
    if (constraints.min_length.is_some() || constraints.max_length.is_some()) && !sized {
        faults.senseless(&path, &field.name, "length-of-no-text");
    }
    if bounds.iter().any(|bound| bound.is_some()) && !ordered {
        faults.senseless(&path, &field.name, "range-of-no-number");
    }
    if constraints.pattern.is_some() && !text {
        faults.senseless(&path, &field.name, "pattern-of-no-text");
    }
    if let Some(pattern) = &constraints.pattern
        && crate::pattern::Pattern::new(pattern).is_none()
    {
        faults.senseless(&path, &field.name, "pattern-unreadable");
    }
}
