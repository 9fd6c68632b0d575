//! The check of a Data Package: its descriptor, its files, and each of its tables.

use std::io;
use std::path::{Path, PathBuf};

use untoc_core::{Finding, Place};
use untoc_evidence::{
    Content, DataPackage, Layout, PackageFiles, PackageOptions, Reading, Source,
    check_package, read_package,
};
use untoc_intake::SafePath;
use untoc_schema::{locate, read_json};

use super::bar::Bar;
use super::check::{Asked, Checked};
use super::scratch::FileScratch;
use super::source::FileSource;
use super::table::unreadable;
use crate::error::CommandError;
use crate::inputs;

/// The name that descriptors have.
const DESCRIPTOR: &str = "datapackage.json";

/// Returns the descriptor if a path names one, or a folder that holds one.
pub(super) fn descriptor(path: &Path) -> Result<Option<PathBuf>, CommandError> {
    if path.is_dir() {
        let inside = path.join(DESCRIPTOR);
        if inside.is_file() {
            return Ok(Some(inside));
        }
        let name = inputs::name_of(path);
        return Err(CommandError::usage(format!(
            "{name} is a folder without {DESCRIPTOR}"
        ))
        .hint("name a table, or a folder with a Data Package"));
    }
    let json = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    Ok(json.then(|| path.to_owned()))
}

/// Checks a package and returns its tables, and what is said about the rest.
pub(super) fn check(
    asked: &Asked<'_>,
    path: &Path,
) -> Result<(Vec<Checked>, Vec<Finding>), CommandError> {
    if asked.arguments.infer.is_some() {
        return Err(CommandError::usage(
            "a Data Package says itself what its tables hold",
        )
        .hint("name one of its tables after --infer"));
    }
    let text = inputs::read_text(path)?;
    let read = read_json(&text);
    let mut findings = read.findings;
    let folder = Folder(path.parent().unwrap_or(Path::new("")).to_owned());
    let in_files = |error: io::Error| unreadable(path, &error);
    let mut checked = Vec::new();
    if let Some(value) = read.value {
        let (package, more) = read_package(&value, &folder).map_err(in_files)?;
        findings.extend(more);
        let question = (!asked.arguments.no_privacy).then_some(asked.question);
        let scratch = FileScratch::default();
        let bar = Bar::new(asked.world, folder.length(&package).map_err(in_files)?);
        let progress = |bytes: u64| bar.show(bytes);
        let options = PackageOptions {
            reading: Reading {
                threads: asked.arguments.threads(),
                values: asked.arguments.show_values,
                scratch: Some((&scratch, 0)),
                progress: bar.wanted().then_some(&progress as &(dyn Fn(u64) + Sync)),
                ..Reading::default()
            },
            profile: asked.schema,
            question,
        };
        let report = check_package(&package, &folder, &options);
        bar.clear();
        let report = report.map_err(in_files)?;
        findings.extend(report.findings);
        for found in report.resources {
            let Some(mut report) = found.table else { continue };
            let mut disclosure = found.disclosure;
            let own = disclosure.iter_mut().flat_map(|found| &mut found.findings);
            for place in own.chain(&mut report.findings).flat_map(|f| &mut f.places) {
                folder.name(place);
            }
            let name = folder.name_of(&found.file);
            let layout = found.layout.unwrap_or_else(Layout::unknown);
            checked.push(Checked {
                name,
                layout,
                report,
                disclosure,
                suggested: None,
                inferred: None,
            });
        }
    }
    let (mut own, mut others): (Vec<Finding>, Vec<Finding>) = findings
        .into_iter()
        .partition(|finding| finding.place().is_none_or(|place| place.file.is_none()));
    locate(&text, &mut own);
    own.iter_mut().for_each(|finding| finding.set_file(&inputs::name_of(path)));
    others.iter_mut().flat_map(|f| &mut f.places).for_each(|place| folder.name(place));
    own.append(&mut others);
    Ok((checked, own))
}

/// The folder of a descriptor.
struct Folder(PathBuf);

impl Folder {
    /// Returns the name of a file in the folder as messages show it.
    fn name_of(&self, file: &str) -> String {
        inputs::name_of(&self.0.join(file))
    }

    /// Returns how many bytes the files of a package have.
    fn length(&self, package: &DataPackage) -> io::Result<u64> {
        let mut length = 0;
        for resource in &package.resources {
            let Content::Files(paths) = &resource.content else { continue };
            for path in paths {
                length += self.open(path)?.map_or(0, |file| file.length());
            }
        }
        Ok(length)
    }

    fn name(&self, place: &mut Place) {
        if let Some(file) = &place.file {
            place.file = Some(self.name_of(file));
        }
    }
}

impl PackageFiles for Folder {
    fn open(&self, path: &SafePath) -> io::Result<Option<Box<dyn Source + '_>>> {
        let mut whole = self.0.clone();
        for part in &path.to_path_buf() {
            whole.push(part);
            // A link may lead out of the folder.
            match std::fs::symlink_metadata(&whole) {
                Ok(kind) if !kind.is_symlink() => {}
                Ok(_) => return Ok(None),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(error),
            }
        }
        if !whole.is_file() {
            return Ok(None);
        }
        FileSource::of(&whole).map(|source| Some(Box::new(source) as Box<dyn Source>))
    }
}
