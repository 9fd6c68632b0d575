//! Reading one resource of a descriptor.

use std::io;

use serde_json::Value;
use untoc_core::{Code, Finding, Place};
use untoc_intake::{PathError, SafePath, check_relative_path};

use super::dialect;
use super::digest::{Digest, METHODS};
use super::read::Outside;
use super::{Content, Resource, Sheet};
use crate::encoding::Encoding;
use crate::layout::Dialect;
use crate::table_schema::{Faults, Missing, Object, TableSchema, read_schema};

/// Reads a resource.
pub(super) fn read(
    object: Object<'_>,
    outside: &mut Outside<'_>,
    faults: &mut Faults,
) -> io::Result<Resource> {
    let name = object.text("name", faults);
    if name.is_none_or(|name| name.trim().is_empty())
        && object.get("name").is_none_or(Value::is_string)
    {
        faults.missing(object.path, "name");
    }
    let content = content(object, faults);
    let (mut dialect, sheet) = dialect_of(object, outside, faults)?;
    if let Some(name) = object.text("encoding", faults) {
        dialect.encoding = Encoding::from_name(name);
        if dialect.encoding.is_none() {
            faults.not_allowed(&object.at("encoding"), name, &["utf-8", "windows-1252"]);
        }
    }
    let schema = schema(object, outside, faults)?;
    Ok(Resource {
        name: name.unwrap_or_default().to_owned(),
        title: object.text("title", faults).unwrap_or_default().to_owned(),
        is_table: is_table(object, &content, schema.is_some(), faults),
        content,
        hash: hash(object, faults),
        bytes: object.count("bytes", faults).map(|bytes| bytes as u64),
        dialect,
        sheet,
        schema,
    })
}

/// Either files or data, and not both.
fn content(object: Object<'_>, faults: &mut Faults) -> Content {
    let data = object.get("data");
    let paths = paths(object, faults);
    let unclear = |kind: &str, faults: &mut Faults| {
        let finding = Finding::new(Code::PackageSource, Place::pointer(object.path));
        faults.0.push(finding.plain("kind", kind));
    };
    match (object.get("path"), data) {
        (Some(_), Some(_)) => unclear("both", faults),
        (None, None) => unclear("none", faults),
        _ => {}
    }
    match (paths, data) {
        (Some(paths), _) => Content::Files(paths),
        (None, Some(data)) => Content::Inline(data.clone()),
        (None, None) => Content::Nothing,
    }
}

/// Reads the paths of a resource; none if any of them is not accepted.
fn paths(object: Object<'_>, faults: &mut Faults) -> Option<Vec<SafePath>> {
    let value = object.get("path")?;
    let at = object.at("path");
    let texts: Vec<&Value> = match value {
        Value::Array(items) if items.is_empty() => {
            let finding = Finding::new(Code::ListEmpty, Place::pointer(&at));
            faults.0.push(finding.plain("field", "path"));
            return None;
        }
        Value::Array(items) => items.iter().collect(),
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Object(_) => vec![value],
    };
    let mut paths = Vec::new();
    for text in &texts {
        match text.as_str() {
            None => faults.wrong_type(&at, text, "text"),
            Some(text) => paths.extend(safe(text, &at, faults)),
        }
    }
    (paths.len() == texts.len()).then_some(paths)
}

/// Accepts a path that stays below the folder of the descriptor.
fn safe(text: &str, at: &str, faults: &mut Faults) -> Option<SafePath> {
    let kind = if text.contains("://") {
        "remote"
    } else if text
        .split('/')
        .any(|part| part.starts_with('.') && !part.trim_matches('.').is_empty())
    {
        "hidden"
    } else {
        match check_relative_path(text) {
            Ok(path) => return Some(path),
            Err(PathError::Absolute) => "absolute",
            Err(PathError::Upwards) => "upwards",
            Err(PathError::Empty) => "empty",
            Err(PathError::TooLong) => "long",
            Err(PathError::Character | PathError::Ending | PathError::DeviceName) => {
                "name"
            }
        }
    };
    let finding = Finding::new(Code::PackagePath, Place::pointer(at));
    faults.0.push(finding.plain("item", text).plain("kind", kind));
    None
}

fn hash(object: Object<'_>, faults: &mut Faults) -> Option<Digest> {
    let text = object.text("hash", faults)?;
    let digest = Digest::read(text);
    if digest.is_none() {
        let finding =
            Finding::new(Code::PackageHashUnknown, Place::pointer(object.at("hash")));
        faults.0.push(finding.one_of("expected", METHODS));
    }
    digest
}

/// A table says so, or has a schema, or a name as tables have.
fn is_table(
    object: Object<'_>,
    content: &Content,
    schema: bool,
    faults: &mut Faults,
) -> bool {
    let named = object.text("type", faults) == Some("table")
        || object
            .text("profile", faults)
            .is_some_and(|profile| profile.contains("tabular"));
    let ends = |path: &SafePath| {
        let end =
            path.as_str().rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        matches!(end.as_str(), "csv" | "tsv" | "tab" | "xlsx" | "ods")
    };
    let format = object.text("format", faults).map(str::to_ascii_lowercase);
    let format = matches!(format.as_deref(), Some("csv" | "tsv" | "xlsx" | "ods"));
    named
        || schema
        || format
        || match content {
            Content::Files(paths) => paths.iter().all(ends),
            Content::Inline(data) => data.is_array(),
            Content::Nothing => false,
        }
}

/// Reads a part of the descriptor that may stand in a file of its own.
fn part(
    object: Object<'_>,
    key: &str,
    outside: &mut Outside<'_>,
    faults: &mut Faults,
) -> io::Result<Option<(Value, String, Option<SafePath>)>> {
    let Some(value) = object.get(key) else { return Ok(None) };
    let at = object.at(key);
    let Some(text) = value.as_str() else { return Ok(Some((value.clone(), at, None))) };
    let Some(path) = safe(text, &at, faults) else { return Ok(None) };
    let json = outside.json(&path, &at)?;
    Ok(json.map(|json| (json, String::new(), Some(path))))
}

/// Puts the file into the places of findings about it.
fn in_file(mut findings: Vec<Finding>, file: Option<&SafePath>, faults: &mut Faults) {
    if let Some(file) = file {
        findings.iter_mut().for_each(|finding| finding.set_file(file.as_str()));
    }
    faults.0.extend(findings);
}

fn dialect_of(
    object: Object<'_>,
    outside: &mut Outside<'_>,
    faults: &mut Faults,
) -> io::Result<(Dialect, Sheet)> {
    let nothing = (Dialect::default(), Sheet::First);
    let Some((value, at, file)) = part(object, "dialect", outside, faults)? else {
        return Ok(nothing);
    };
    let Some(map) = value.as_object() else {
        faults.wrong_type(&object.at("dialect"), &value, "object");
        return Ok(nothing);
    };
    let mut own = Faults::default();
    let read = dialect::read(Object { map, path: &at }, &mut own);
    in_file(own.0, file.as_ref(), faults);
    Ok(read)
}

fn schema(
    object: Object<'_>,
    outside: &mut Outside<'_>,
    faults: &mut Faults,
) -> io::Result<Option<TableSchema>> {
    let Some((value, at, file)) = part(object, "schema", outside, faults)? else {
        return Ok(None);
    };
    let (mut schema, findings) = read_schema(&value, &at);
    in_file(findings, file.as_ref(), faults);
    // Before there were schemas with texts for no value, resources had them.
    if object.get("missingValues").is_some() && value.get("missingValues").is_none() {
        for text in object.texts("missingValues", faults).unwrap_or_default() {
            for field in &mut schema.fields {
                let missing = Missing { value: text.clone(), label: None };
                if !field.missing.contains(&missing) {
                    field.missing.push(missing);
                }
            }
        }
    }
    Ok(Some(schema))
}
