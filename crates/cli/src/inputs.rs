//! Files that a command reads or writes by name, outside a dossier.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use untoc_core::{
    Finding, Library, OptionSets, Plan, Questionnaire, check_questionnaires,
    embedded_options, settle,
};
use untoc_intake::{Limits, Refusal, decode_text, read_limited};
use untoc_report::{Privacy, Words};

use crate::error::{CommandError, ErrorKind};
use crate::world::show_path;

/// The most files of questionnaires that a folder may hold.
const MOST_FILES: usize = 1_000;

/// Reads a text file that the user named; `-` is standard input.
pub(crate) fn read_text(path: &Path) -> Result<String, CommandError> {
    decode(&read_bytes(path)?, &name_of(path))
}

/// Reads standard input as text.
pub(crate) fn read_stdin() -> Result<String, CommandError> {
    read_text(Path::new("-"))
}

/// Reads a file that the user named, within the limits; `-` is standard input.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, CommandError> {
    let name = name_of(path);
    if path == Path::new("-") {
        return bounded(io::stdin().lock(), &name);
    }
    let cannot = |error: &io::Error| {
        CommandError::new(
            ErrorKind::Unreadable,
            format!("cannot read {name}: {}", say(error)),
        )
        .hint("check the name; names with blanks need quotes")
    };
    let kind = std::fs::metadata(path).map_err(|error| cannot(&error))?;
    if kind.is_dir() {
        return Err(
            CommandError::usage(format!("{name} is a folder")).hint("name a file in it")
        );
    }
    let file = File::open(path).map_err(|error| cannot(&error))?;
    bounded(file, &name)
}

fn bounded(source: impl Read, name: &str) -> Result<Vec<u8>, CommandError> {
    match read_limited(source, &Limits::default()) {
        Ok(bytes) => Ok(bytes),
        Err(Refusal::Io(error)) => Err(CommandError::new(
            ErrorKind::Unreadable,
            format!("cannot read {name}: {}", say(&error)),
        )),
        Err(Refusal::Finding(finding)) => Err(refused(name, vec![*finding])),
    }
}

fn decode(bytes: &[u8], name: &str) -> Result<String, CommandError> {
    match decode_text(bytes) {
        Ok(text) => Ok(text.to_string()),
        Err(finding) => Err(refused(name, vec![*finding])),
    }
}

/// Returns the name of a file for messages.
pub(crate) fn name_of(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { show_path(path) }
}

/// Makes an error of findings that keep a file from being used.
pub(crate) fn refused(name: &str, mut findings: Vec<Finding>) -> CommandError {
    let words = Words::load("en");
    for finding in &mut findings {
        finding.set_file(name);
    }
    let count = findings.len();
    let mut error =
        CommandError::new(ErrorKind::Findings, format!("{name} cannot be used as it is"));
    for finding in findings.iter().take(20) {
        let place = finding.place();
        let line = place
            .and_then(|p| p.line)
            .map(|line| format!("line {line}: "))
            .unwrap_or_default();
        let question = place
            .and_then(|p| p.question.as_deref())
            .map(|q| format!("{q}: "))
            .unwrap_or_default();
        error = error.hint(format!(
            "{line}{question}{} ({})",
            words.message(finding, Privacy::Masked),
            finding.code
        ));
    }
    if count > 20 {
        error = error.hint(format!(
            "and {} more; see them all with untoc validate {name}",
            count - 20
        ));
    }
    error
}

/// Says what went wrong with a file in plain words.
pub(crate) fn say(error: &io::Error) -> String {
    let plain = [
        (io::ErrorKind::NotFound, "there is no such file"),
        (io::ErrorKind::PermissionDenied, "you may not open it"),
        (io::ErrorKind::StorageFull, "the disk is full"),
        (io::ErrorKind::AlreadyExists, "it exists already"),
    ];
    let known = plain.iter().find(|(kind, _)| *kind == error.kind());
    known.map_or_else(|| error.to_string(), |(_, words)| (*words).to_owned())
}

/// Writes a file whole or not at all; never over another unless `force`.
pub(crate) fn write_file(
    path: &Path,
    bytes: &[u8],
    force: bool,
) -> Result<(), CommandError> {
    let name = show_path(path);
    let cannot = |error: &io::Error| {
        CommandError::new(
            ErrorKind::Unwritable,
            format!("cannot write {name}: {}", say(error)),
        )
    };
    if !force && path.exists() {
        return Err(CommandError::new(
            ErrorKind::Unwritable,
            format!("{name} exists already"),
        )
        .hint("use --force to replace it, or give another name with --output"));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| cannot(&error))?;
    let mut file =
        tempfile::NamedTempFile::new_in(folder).map_err(|error| cannot(&error))?;
    file.write_all(bytes).map_err(|error| cannot(&error))?;
    file.as_file().sync_all().map_err(|error| cannot(&error))?;
    let persisted = if force { file.persist(path) } else { file.persist_noclobber(path) };
    persisted.map(|_| ()).map_err(|error| cannot(&error.error))
}

/// Loads the questionnaires of a folder: every `.json` file in it and one level below.
///
/// A file that is not a questionnaire in order is refused with its findings.
pub(crate) fn load_questionnaires(folder: &Path) -> Result<Library, CommandError> {
    let mut sets: OptionSets = embedded_options().clone();
    let mut found: Vec<(PathBuf, Questionnaire)> = Vec::new();
    for path in json_files(folder)? {
        let text = read_text(&path)?;
        match untoc_schema::sniff(&text).as_deref() {
            Some(format) if format.starts_with("untoc-options/") => {
                let read = untoc_schema::read_options(&text);
                let Some(own) = read.value.filter(|_| read.findings.is_empty()) else {
                    return Err(refused(&show_path(&path), read.findings));
                };
                sets.option_sets.extend(own.option_sets);
            }
            _ => {
                let read = untoc_schema::read_questionnaire(&text);
                let Some(questionnaire) = read.value.filter(|_| read.findings.is_empty())
                else {
                    return Err(refused(&show_path(&path), read.findings));
                };
                found.push((path, questionnaire));
            }
        }
    }
    if found.is_empty() {
        return Err(CommandError::usage(format!(
            "there is no questionnaire in {}",
            show_path(folder)
        ))
        .hint(
            "a questionnaire is a .json file with \"format\": \"untoc-questionnaire/1\"",
        ));
    }
    let all: Vec<_> =
        found.iter().map(|(_, questionnaire)| questionnaire.clone()).collect();
    let findings = settle(check_questionnaires(&all, &sets));
    if let Some(first) = findings.first() {
        let id = first.place().and_then(|p| p.questionnaire.clone());
        let at = found.iter().find(|(_, q)| Some(q.id.to_string()) == id);
        let name = at.map_or_else(|| show_path(folder), |(path, _)| show_path(path));
        return Err(refused(&name, findings));
    }
    let mut plans = Vec::new();
    for (path, questionnaire) in found {
        let plan = Plan::compile(questionnaire, &sets).map_err(|error| {
            CommandError::new(
                ErrorKind::Findings,
                format!("{}: {error}", show_path(&path)),
            )
        })?;
        plans.push(plan);
    }
    Ok(Library::of(plans))
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, CommandError> {
    let mut files = Vec::new();
    let mut folders = vec![(folder.to_path_buf(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        let cannot = |error: io::Error| {
            CommandError::new(
                ErrorKind::Unreadable,
                format!("cannot read the folder {}: {}", show_path(&folder), say(&error)),
            )
        };
        for entry in std::fs::read_dir(&folder).map_err(cannot)? {
            let entry = entry.map_err(cannot)?;
            let path = entry.path();
            let kind = entry.file_type().map_err(cannot)?;
            if kind.is_dir() && depth == 0 {
                folders.push((path, 1));
            } else if kind.is_file() && path.extension().is_some_and(|e| e == "json") {
                files.push(path);
            }
        }
        if files.len() > MOST_FILES {
            return Err(CommandError::usage(format!(
                "{} holds more than {MOST_FILES} files",
                show_path(&folder)
            )));
        }
    }
    files.sort();
    Ok(files)
}
