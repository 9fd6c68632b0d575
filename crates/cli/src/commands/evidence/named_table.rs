//! A table that the user named: a file, or the table of an evidence item.

use std::path::{Path, PathBuf};

use untoc_core::check_id;

use crate::error::CommandError;
use crate::world::{World, show_path};

/// Returns the file that was named, or the one table of the evidence item.
pub(super) fn file_of(named: &Path, world: &World) -> Result<PathBuf, CommandError> {
    if named.exists() {
        return Ok(named.to_path_buf());
    }
    let Some(folder) = folder_of(named, world) else { return Ok(named.to_path_buf()) };
    let mut tables = tables_in(&folder.join("data"));
    if tables.is_empty() {
        tables = tables_in(&folder);
    }
    match tables.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(CommandError::usage(format!("{} holds no table", named.display()))
            .hint("see what it holds: untoc evidence list")),
        several => {
            let names: Vec<String> = several.iter().map(|path| show_path(path)).collect();
            Err(CommandError::usage(format!("{} holds several tables", named.display()))
                .hint(format!("name one of them: {}", names.join(", "))))
        }
    }
}

/// Returns the folder of an evidence item of the dossier, if there is one of this name.
fn folder_of(named: &Path, world: &World) -> Option<PathBuf> {
    let id = named.to_str().filter(|id| check_id(id).is_ok())?;
    let dossier = world.dossier_folder().ok()?;
    let folder = dossier.join("evidence").join(id);
    folder.is_dir().then_some(folder)
}

pub(super) fn tables_in(folder: &Path) -> Vec<PathBuf> {
    let is_table = |path: &PathBuf| {
        let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
        matches!(end.as_deref(), Some("csv" | "tsv" | "tab" | "xlsx" | "ods"))
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files =
        entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut found: Vec<PathBuf> =
        files.map(|entry| entry.path()).filter(is_table).collect();
    found.sort();
    found
}
