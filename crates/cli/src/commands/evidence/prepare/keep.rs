//! Keeping what was decided: in the recipe that was asked for, or beside the new table if
//! whoever decides has stopped.

use std::path::{Path, PathBuf};

use untoc_evidence::Recipe;

use super::Prepare;
use crate::error::{CommandError, ErrorKind};
use crate::inputs;
use crate::world::show_path;

/// The recipe may be written over only if it is the one that was read; better said before
/// anything is asked than after.
pub(super) fn refuse_existing(arguments: &Prepare) -> Result<(), CommandError> {
    match &arguments.save_recipe {
        Some(save) if save.exists() && arguments.recipe.as_ref() != Some(save) => {
            let text = format!("{} exists already", show_path(save));
            Err(CommandError::new(ErrorKind::Unwritable, text)
                .hint("give another name with --save-recipe")
                .hint(format!(
                    "or go on with it: --recipe {0} --save-recipe {0}",
                    show_path(save)
                )))
        }
        _ => Ok(()),
    }
}

/// Writes the recipe.
pub(super) fn write(
    arguments: &Prepare,
    path: &Path,
    recipe: &Recipe,
) -> Result<(), CommandError> {
    let again = arguments.recipe.as_deref() == Some(path);
    inputs::write_file(path, recipe.to_text().as_bytes(), again)
}

/// Keeps what was decided up to now, and says how to go on.
pub(super) fn stopped(
    arguments: &Prepare,
    recipe: &Recipe,
) -> Result<CommandError, CommandError> {
    let path = match &arguments.save_recipe {
        Some(path) => path.clone(),
        None => free_name(&arguments.output),
    };
    write(arguments, &path, recipe)?;
    let name = show_path(&path);
    let text =
        format!("stopped; no table was written, and what you decided is in {name}");
    Ok(CommandError::new(ErrorKind::Interrupted, text).hint(format!(
        "go on with: untoc evidence prepare {} --profile {} --recipe {name} --save-recipe {name} --output {}",
        quoted(&arguments.file),
        arguments.profile,
        quoted(&arguments.output)
    )))
}

fn quoted(path: &Path) -> String {
    let name = show_path(path);
    if name.contains(' ') { format!("\"{name}\"") } else { name }
}

/// A name beside the new table that is not taken yet.
fn free_name(output: &Path) -> PathBuf {
    let first = output.with_extension("recipe.json");
    let more = (2..).map(|number| output.with_extension(format!("recipe-{number}.json")));
    std::iter::once(first).chain(more).find(|path| !path.exists()).unwrap_or_default()
}
