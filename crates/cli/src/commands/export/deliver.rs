//! Where an export goes, and what is said about what it leaves out.

use std::path::Path;

use untoc_export::{ExportOptions, LeftOut};

use super::Export;
use crate::error::{CommandError, ErrorKind};
use crate::inputs::write_file;
use crate::output::Output;
use crate::world::{World, show_path};

/// Writes the files, or the only one to standard output.
pub(super) fn deliver(
    arguments: &Export,
    world: &World,
    output: &mut Output,
    files: &[(String, Vec<u8>)],
) -> Result<(), CommandError> {
    match (&arguments.output, files) {
        (None, [(_, bytes)]) => output.bytes(bytes),
        (None, _) => Err(CommandError::usage(format!(
            "there are {} questionnaires, and one file for each",
            files.len()
        ))
        .hint("give a folder with --output DIR, or choose one with --questionnaire ID")),
        (Some(path), [(_, bytes)]) if !path.is_dir() => {
            write_file(path, bytes, arguments.force)?;
            world.tell(&format!("wrote {}", show_path(path)));
            Ok(())
        }
        (Some(path), files)
            if !path.is_dir()
                && files.iter().any(|(name, _)| same_ending(path, name)) =>
        {
            Err(CommandError::usage(format!(
                "there are {} documents, and {} is the name of one",
                files.len(),
                show_path(path)
            ))
            .hint(
                "give a folder with --output DIR, or choose one with --questionnaire ID",
            ))
        }
        (Some(folder), files) => {
            // Nothing is written unless everything can be.
            if !arguments.force
                && let Some((name, _)) =
                    files.iter().find(|(name, _)| folder.join(name).exists())
            {
                let path = show_path(&folder.join(name));
                return Err(CommandError::new(
                    ErrorKind::Unwritable,
                    format!("{path} exists already"),
                )
                .hint("use --force to replace it, or give another folder"));
            }
            for (name, bytes) in files {
                let path = folder.join(name);
                write_file(&path, bytes, arguments.force)?;
                world.tell(&format!("wrote {}", show_path(&path)));
            }
            Ok(())
        }
    }
}

fn same_ending(path: &Path, name: &str) -> bool {
    let ending = Path::new(name).extension();
    ending.is_some() && path.extension() == ending
}

/// Tells what is left out.
pub(super) fn tell_left_out(world: &World, left_out: LeftOut, options: &ExportOptions) {
    let audience = options.audience.as_str();
    for (count, what) in [
        (
            left_out.more_private,
            format!("answers for a smaller circle than \"{audience}\""),
        ),
        (
            left_out.set_aside,
            "answers that are set aside or wait for an earlier one".to_owned(),
        ),
        (
            left_out.unknown,
            "answers to questions that the questionnaire does not have".to_owned(),
        ),
        (left_out.remarks, "remarks".to_owned()),
        (
            left_out.evidence,
            format!("links to evidence that may not be passed on to \"{audience}\""),
        ),
    ] {
        if count > 0 {
            world.tell(&format!("left out: {count} {what}"));
        }
    }
}
