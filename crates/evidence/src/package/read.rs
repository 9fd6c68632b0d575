//! Reading a descriptor.

use std::collections::BTreeSet;
use std::io;

use serde_json::Value;
use untoc_core::{Code, Finding, Place};
use untoc_intake::SafePath;

use super::{DataPackage, PackageFiles, Resource, resource};
use crate::source::read_full;
use crate::table_schema::{Faults, Object};

/// The most bytes of a schema or dialect in a file of its own.
const REFERENCED: u64 = 16 << 20;

/// Reads a descriptor and says what is wrong with it.
///
/// Schemas and dialects that stand in files of their own are read through `files`. Where a
/// part makes no sense the rest is read all the same. Places are JSON pointers into the
/// descriptor, without its name; those in other files name the file.
///
/// # Errors
/// When a file is there and cannot be read.
pub fn read_package(
    value: &Value,
    files: &dyn PackageFiles,
) -> io::Result<(DataPackage, Vec<Finding>)> {
    let mut faults = Faults::default();
    let Some(map) = value.as_object() else {
        faults.wrong_type("", value, "object");
        return Ok((DataPackage::default(), faults.0));
    };
    let object = Object { map, path: "" };
    let text = |key: &str, faults: &mut Faults| {
        object.text(key, faults).unwrap_or_default().to_owned()
    };
    let mut package = DataPackage {
        name: text("name", &mut faults),
        title: text("title", &mut faults),
        resources: Vec::new(),
    };
    about(object, &mut faults);
    let mut outside = Outside { files, findings: Vec::new() };
    let resources = object.array("resources", &mut faults);
    if object.get("resources").is_none() {
        faults.missing("", "resources");
    } else if resources.is_some_and(<[Value]>::is_empty) {
        faults.0.push(
            Finding::new(Code::ListEmpty, Place::pointer("/resources"))
                .plain("field", "resources"),
        );
    }
    for (at, item) in resources.unwrap_or_default().iter().enumerate() {
        let path = format!("/resources/{at}");
        let resource = match item.as_object() {
            Some(map) => {
                resource::read(Object { map, path: &path }, &mut outside, &mut faults)?
            }
            None => {
                faults.wrong_type(&path, item, "object");
                Resource::default()
            }
        };
        package.resources.push(resource);
    }
    names(&package, &mut faults);
    references(&mut package, &mut faults);
    faults.0.extend(outside.findings);
    Ok((package, faults.0))
}

/// What a descriptor says about itself: texts are texts, lists hold objects.
fn about(object: Object<'_>, faults: &mut Faults) {
    for key in ["description", "homepage", "version", "created", "image", "id", "$schema"]
    {
        object.text(key, faults);
    }
    object.texts("keywords", faults);
    for (key, needs) in [
        ("licenses", &["name", "path"][..]),
        (
            "contributors",
            &["title", "email", "path", "givenName", "familyName", "organization"],
        ),
        ("sources", &["title", "path", "email"]),
    ] {
        let path = object.at(key);
        for (at, item) in object.array(key, faults).unwrap_or_default().iter().enumerate()
        {
            let path = format!("{path}/{at}");
            match item.as_object() {
                None => faults.wrong_type(&path, item, "object"),
                Some(map) if !needs.iter().any(|need| map.contains_key(*need)) => {
                    faults.missing(&path, needs.first().copied().unwrap_or_default());
                }
                Some(_) => {}
            }
        }
    }
}

/// Each resource has a name of its own.
fn names(package: &DataPackage, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    for (at, resource) in package.resources.iter().enumerate() {
        if !resource.name.is_empty() && !seen.insert(resource.name.as_str()) {
            let place = Place::pointer(format!("/resources/{at}/name"));
            let finding = Finding::new(Code::PackageNameRepeated, place);
            faults.0.push(finding.plain("value", &resource.name));
        }
    }
}

/// Foreign keys name a table of the package and fields that it has; others are dropped.
fn references(package: &mut DataPackage, faults: &mut Faults) {
    let known: Vec<(String, Option<BTreeSet<String>>)> = package
        .resources
        .iter()
        .map(|resource| {
            let fields = resource.schema.as_ref();
            let fields =
                fields.map(|s| s.fields.iter().map(|f| f.name.clone()).collect());
            (resource.name.clone(), fields)
        })
        .collect();
    for (at, resource) in package.resources.iter_mut().enumerate() {
        let (own, name) = (known.get(at), resource.name.clone());
        let Some(schema) = &mut resource.schema else { continue };
        let mut index = 0;
        schema.foreign_keys.retain_mut(|key| {
            let path = format!("/resources/{at}/schema/foreignKeys/{index}/reference");
            index += 1;
            if key.resource.as_deref() == Some(name.as_str()) {
                key.resource = None;
            }
            let target = match &key.resource {
                None => own,
                Some(wanted) => known.iter().find(|(name, _)| name == wanted),
            };
            let Some((_, fields)) = target else {
                let wanted = key.resource.clone().unwrap_or_default();
                faults.senseless(&path, &wanted, "resource-unknown");
                return false;
            };
            let lacks =
                |name: &&String| fields.as_ref().is_none_or(|f| !f.contains(*name));
            match key.reference.iter().find(lacks) {
                Some(name) => {
                    faults.senseless(&path, name, "field-unknown");
                    false
                }
                None => true,
            }
        });
    }
}

/// Files that a descriptor refers to for more of itself.
pub(super) struct Outside<'f> {
    pub(super) files: &'f dyn PackageFiles,
    pub(super) findings: Vec<Finding>,
}

impl Outside<'_> {
    /// Reads a file with JSON; none if there is a finding about it. `at` is the place in
    /// the descriptor that names it.
    pub(super) fn json(
        &mut self,
        path: &SafePath,
        at: &str,
    ) -> io::Result<Option<Value>> {
        let Some(source) = self.files.open(path)? else {
            let finding = Finding::new(Code::PackageFileMissing, Place::pointer(at));
            self.findings.push(finding.plain("item", path));
            return Ok(None);
        };
        let length = source.length().min(REFERENCED + 1);
        let mut bytes = vec![0; usize::try_from(length).unwrap_or(0)];
        let count = read_full(&*source, 0, &mut bytes)?;
        bytes.truncate(count);
        let place = Place::file(path.as_str());
        if length > REFERENCED {
            let finding = Finding::new(Code::FileTooLarge, place);
            self.findings
                .push(finding.plain("size", format!("{} MiB", REFERENCED >> 20)));
            return Ok(None);
        }
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        match serde_json::from_slice(text) {
            Ok(value) => Ok(Some(value)),
            Err(error) => {
                let place = Place {
                    line: Some(error.line()),
                    column: Some(error.column().max(1)),
                    ..place
                };
                self.findings.push(Finding::new(Code::JsonSyntax, place));
                Ok(None)
            }
        }
    }
}
