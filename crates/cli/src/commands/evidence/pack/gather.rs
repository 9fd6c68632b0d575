//! The files of a package: which they are, what the checks say, what is left at home.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use untoc_core::{Code, EvidenceCheck, EvidenceFile, FileRole, Finding, Place, Severity};
use untoc_dossier::{Digest, EvidenceLimits, Origin, RealDisk};
use untoc_evidence::{
    Disclosure, Layout, Verdict, is_workbook, names_person, read_workbook,
};
use untoc_intake::{Refusal, check_relative_path};

use super::schemas::Schemas;
use super::table::{self, Examined};
use crate::commands::evidence::source::FileSource;
use crate::error::{CommandError, ErrorKind};
use crate::inputs;

/// What is wanted of the files.
pub(crate) struct Wanted<'a> {
    /// What the tables should hold.
    pub schemas: &'a Schemas,
    /// Whether workbooks stay as they are, beside their tables or in their place.
    pub workbooks: Workbooks,
    /// Files that say what columns and codes mean.
    pub codebooks: &'a [PathBuf],
}

/// What becomes of workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Workbooks {
    /// Their tables become CSV, and they stay at home.
    AsTables,
    /// Their tables become CSV, and they come along.
    WithOriginal,
    /// They are kept as they are.
    Unchanged,
}

/// The files of a package.
#[derive(Default)]
pub(crate) struct Gathered {
    /// The files with where their bytes are.
    pub files: Vec<(EvidenceFile, Origin<'static>)>,
    /// The resources of the Data Package.
    pub resources: Vec<Value>,
    /// What the checks of the tables said.
    pub checks: Vec<EvidenceCheck>,
    /// All findings, under the names of the files as they were given.
    pub findings: Vec<Finding>,
    /// Files that the privacy check blocks, with the columns that name persons.
    pub blocked: Vec<Blocked>,
}

/// A file that the privacy check blocks.
pub(crate) struct Blocked {
    /// The name of the file.
    pub name: String,
    /// The columns that name or reach persons.
    pub columns: Vec<String>,
    /// Whether it is blocked for its small groups or counts as well.
    pub groups: bool,
}

impl Gathered {
    /// Looks at every file.
    pub(crate) fn of(
        files: &[PathBuf],
        wanted: &Wanted<'_>,
    ) -> Result<Self, CommandError> {
        let mut gathered = Self::default();
        for path in files {
            gathered.take(path, wanted)?;
        }
        for path in wanted.codebooks {
            gathered.other(path, FileRole::Codebook)?;
        }
        gathered.files.sort_by(|a, b| a.0.path.cmp(&b.0.path));
        Ok(gathered)
    }

    /// Returns the text of the Data Package.
    pub(crate) fn data_package(&self, id: &str, title: &str) -> String {
        untoc_core::json(&json!({
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": id,
            "title": title,
            "resources": self.resources,
        }))
    }

    fn take(&mut self, path: &Path, wanted: &Wanted<'_>) -> Result<(), CommandError> {
        let name = file_name(path)?;
        if names_person(
            Path::new(&name).file_stem().map_or("", |s| s.to_str().unwrap_or("")),
        ) {
            let place = Place::file(inputs::name_of(path));
            self.findings.push(Finding::new(Code::EvidenceFileName, place));
        }
        let source = FileSource::open(path)?;
        let ending = ending(&name);
        if is_workbook(&source).map_err(|e| cannot_read(path, &e))?
            && matches!(ending.as_str(), "xlsx" | "xlsm" | "ods" | "xls")
        {
            return self.workbook(path, &source, wanted);
        }
        if matches!(ending.as_str(), "csv" | "tsv" | "tab" | "txt") && ending != "txt" {
            let examined =
                table::examine(&source, path, wanted.schemas.of(path), Layouts::File)?;
            let file = self.add_file(path, FileRole::Data, "data")?;
            self.note(path, &file, examined);
            return Ok(());
        }
        self.other(path, FileRole::Document)
    }

    /// Takes a file that is no table.
    fn other(&mut self, path: &Path, role: FileRole) -> Result<(), CommandError> {
        let file = self.add_file(path, role, "data")?;
        self.resources.push(json!({
            "name": self.resource_name(&file.path),
            "path": file.path,
            "mediatype": file.media_type,
            "bytes": file.bytes,
            "hash": format!("sha256:{}", file.sha256),
        }));
        Ok(())
    }

    /// Takes a file as it is.
    fn add_file(
        &mut self,
        path: &Path,
        role: FileRole,
        folder: &str,
    ) -> Result<EvidenceFile, CommandError> {
        let name = file_name(path)?;
        let length = std::fs::metadata(path).map_err(|e| cannot_read(path, &e))?.len();
        let limit = EvidenceLimits::default().file;
        if length > limit {
            return Err(CommandError::new(
                ErrorKind::Findings,
                format!("{} is larger than {} GiB", inputs::name_of(path), limit >> 30),
            )
            .hint("cut it in parts, or compress it"));
        }
        let digest = Digest::of_file(&RealDisk, path, length).map_err(|error| {
            CommandError::new(ErrorKind::Unreadable, error.to_string())
        })?;
        let (safe, original) = self.free_path(folder, &name);
        let file = EvidenceFile {
            media_type: media_type(&ending(&name)).to_owned(),
            path: safe,
            bytes: length,
            sha256: digest.hex(),
            role,
            original,
        };
        let origin = Origin::File(&RealDisk, path.to_owned());
        self.files.push((file.clone(), origin));
        Ok(file)
    }

    fn add_bytes(&mut self, name: &str, bytes: Vec<u8>, original: &str) -> EvidenceFile {
        let (path, _) = self.free_path("data", name);
        let file = EvidenceFile {
            path,
            bytes: bytes.len() as u64,
            sha256: Digest::of(&bytes).hex(),
            media_type: "text/csv".to_owned(),
            role: FileRole::Data,
            original: Some(original.to_owned()),
        };
        self.files.push((file.clone(), Origin::Bytes(bytes)));
        file
    }

    /// Takes a workbook: each visible sheet as a table, or the workbook as it is.
    fn workbook(
        &mut self,
        path: &Path,
        source: &FileSource,
        wanted: &Wanted<'_>,
    ) -> Result<(), CommandError> {
        let name = file_name(path)?;
        let first = match read_workbook(source, None) {
            Ok(book) => book,
            Err(Refusal::Io(error)) => return Err(cannot_read(path, &error)),
            Err(Refusal::Finding(finding))
                if wanted.workbooks == Workbooks::Unchanged =>
            {
                self.report(path, vec![*finding]);
                return self.other(path, FileRole::Document);
            }
            Err(Refusal::Finding(finding)) => {
                return Err(inputs::refused(&inputs::name_of(path), vec![*finding]));
            }
        };
        self.report(path, first.findings.clone());
        let visible: Vec<String> =
            first.sheets.iter().filter(|s| !s.hidden).map(|s| s.name.clone()).collect();
        let kept = match wanted.workbooks {
            Workbooks::AsTables => None,
            Workbooks::WithOriginal => {
                Some(self.add_file(path, FileRole::Original, "data/original")?)
            }
            Workbooks::Unchanged => Some(self.add_file(path, FileRole::Data, "data")?),
        };
        for sheet in &visible {
            let book = match read_workbook(source, Some(sheet)) {
                Ok(book) => book,
                Err(Refusal::Io(error)) => return Err(cannot_read(path, &error)),
                Err(Refusal::Finding(finding)) => {
                    self.report(path, vec![*finding]);
                    continue;
                }
            };
            if book.csv.is_blank() {
                continue;
            }
            let examined =
                table::examine(&book.csv, path, wanted.schemas.of(path), Layouts::Sheet)?;
            let file = match &kept {
                Some(file) if wanted.workbooks == Workbooks::Unchanged => file.clone(),
                Some(_) | None => {
                    let stem =
                        name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
                    let name = match visible.len() {
                        1 => format!("{stem}.csv"),
                        _ => format!("{stem}-{sheet}.csv"),
                    };
                    let bytes = book.csv.to_bytes().map_err(|e| cannot_read(path, &e))?;
                    self.add_bytes(
                        &name,
                        bytes,
                        &format!("{}, {sheet}", file_name(path)?),
                    )
                }
            };
            self.note(path, &file, examined);
        }
        Ok(())
    }

    /// Notes what the check of a table said.
    fn note(&mut self, path: &Path, file: &EvidenceFile, examined: Examined) {
        let count = |severity| {
            examined.findings().filter(|finding| finding.severity == severity).count()
        };
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        self.checks.push(table::check_of(&examined, &file.path, errors, warnings));
        if let Some(blocked) = blocked(path, &examined.disclosure) {
            self.blocked.push(blocked);
        }
        self.resources.push(self.resource(file, &examined.layout, &examined.schema));
        let findings = examined.findings().cloned().collect();
        self.report(path, findings);
    }

    fn resource(&self, file: &EvidenceFile, layout: &Layout, schema: &Value) -> Value {
        let format = if file.path.ends_with(".tsv") { "tsv" } else { "csv" };
        let mut resource = json!({
            "name": self.resource_name(&file.path),
            "path": file.path,
            "type": "table",
            "format": format,
            "mediatype": file.media_type,
            "encoding": layout.encoding.name().to_lowercase(),
            "bytes": file.bytes,
            "hash": format!("sha256:{}", file.sha256),
            "dialect": {"delimiter": char::from(layout.delimiter).to_string()},
            "schema": schema,
        });
        if layout.header_rows.len() == 1
            && layout.header_rows.first() != Some(&1)
            && let Some(dialect) =
                resource.get_mut("dialect").and_then(Value::as_object_mut)
        {
            dialect.insert("headerRows".to_owned(), json!(layout.header_rows));
        }
        resource
    }

    fn resource_name(&self, path: &str) -> String {
        let stem = path.strip_prefix("data/").unwrap_or(path);
        let base = untoc_core::slug(stem).unwrap_or_else(|| "file".to_owned());
        let taken = |name: &str| self.resources.iter().any(|r| r["name"] == *name);
        let mut name = base.clone();
        let mut number = 2;
        while taken(&name) {
            name = format!("{base}-{number}");
            number += 1;
        }
        name
    }

    fn report(&mut self, path: &Path, mut findings: Vec<Finding>) {
        let name = inputs::name_of(path);
        findings.iter_mut().for_each(|finding| finding.set_file(&name));
        self.findings.append(&mut findings);
    }

    /// Returns a path that no other file has and every system can hold, and the name that
    /// the file had if that is another.
    fn free_path(&self, folder: &str, name: &str) -> (String, Option<String>) {
        let safe = safe_name(name);
        let taken = |path: &str| {
            let path = path.to_lowercase();
            self.files.iter().any(|(file, _)| file.path.to_lowercase() == path)
        };
        let mut path = format!("{folder}/{safe}");
        let mut number = 2;
        while taken(&path) {
            path = match safe.rsplit_once('.') {
                Some((stem, ending)) => format!("{folder}/{stem}-{number}.{ending}"),
                None => format!("{folder}/{safe}-{number}"),
            };
            number += 1;
        }
        let original = (path.rsplit('/').next() != Some(name)).then(|| name.to_owned());
        (path, original)
    }
}

/// Whether a table is a file of its own or a sheet that was written out by us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layouts {
    /// A file: everything must be worked out.
    File,
    /// A sheet: in UTF-8, with commas.
    Sheet,
}

fn blocked(path: &Path, disclosure: &Disclosure) -> Option<Blocked> {
    if disclosure.verdict != Verdict::Blocked {
        return None;
    }
    let (mut columns, mut groups) = (Vec::new(), false);
    for finding in disclosure.findings.iter().filter(|f| f.severity == Severity::Error) {
        if finding.code == Code::DisclosureIdentifier {
            let table = finding.place().and_then(|place| place.table.as_ref());
            columns.extend(table.and_then(|table| table.field.clone()));
        } else {
            groups = true;
        }
    }
    Some(Blocked { name: inputs::name_of(path), columns, groups })
}

fn file_name(path: &Path) -> Result<String, CommandError> {
    let name = path.file_name().and_then(|name| name.to_str());
    name.map(str::to_owned).ok_or_else(|| {
        CommandError::usage(format!(
            "{} has no name that can be kept",
            inputs::name_of(path)
        ))
        .hint("rename the file")
    })
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

/// Returns a name that every system can hold.
fn safe_name(name: &str) -> String {
    if check_relative_path(name).is_ok() && !name.starts_with('.') {
        return name.to_owned();
    }
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = untoc_core::slug(stem).unwrap_or_else(|| "file".to_owned());
    let ending: String = ending.chars().filter(char::is_ascii_alphanumeric).collect();
    if ending.is_empty() { stem } else { format!("{stem}.{ending}") }
}

fn media_type(ending: &str) -> &'static str {
    match ending {
        "csv" => "text/csv",
        "tsv" | "tab" => "text/tab-separated-values",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsm" => "application/vnd.ms-excel.sheet.macroEnabled.12",
        "xls" => "application/vnd.ms-excel",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "docx" => {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
        "pdf" => "application/pdf",
        "json" => "application/json",
        "txt" => "text/plain",
        "md" => "text/markdown",
        "html" | "htm" => "text/html",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        _ => "application/octet-stream",
    }
}

/// Says that a file could not be read.
pub(crate) fn cannot_read(path: &Path, error: &std::io::Error) -> CommandError {
    let name = inputs::name_of(path);
    let text = format!("cannot read {name}: {}", inputs::say(error));
    CommandError::new(ErrorKind::Unreadable, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names that cannot live on every system become safe ones; others stay.
    #[test]
    fn names_are_made_safe() {
        for (name, safe) in [
            ("cases 2025.csv", "cases 2025.csv"),
            ("дела.csv", "дела.csv"),
            ("a:b?.csv", "a-b.csv"),
            ("CON.csv", "file.csv"),
            (".hidden.csv", "hidden.csv"),
            ("???.xlsx", "file.xlsx"),
        ] {
            assert_eq!(safe_name(name), safe, "{name}");
        }
    }
}
