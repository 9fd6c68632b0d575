//! Reads whole files into a buffer that is used again and again.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use untoc_core::{Code, Finding, Place};

use crate::reason::reason;

/// Reads a regular file into the buffer, or says what is wrong with it.
///
/// Never opens what is no regular file: a pipe would keep us waiting for ever. The look
/// at the length comes first, so that a file that is too large is not read at all; a
/// file that grows meanwhile is read to the limit and refused.
pub(crate) fn read_into(
    buffer: &mut Vec<u8>,
    path: &Path,
    limit: u64,
) -> Result<(), Box<Finding>> {
    buffer.clear();
    match read(buffer, path, limit) {
        Ok(Outcome::Whole) => Ok(()),
        Ok(Outcome::TooLarge) => {
            let most = usize::try_from(limit).unwrap_or(usize::MAX);
            let finding = Finding::new(Code::FileTooLarge, Place::default());
            Err(Box::new(finding.number("limit", most)))
        }
        Ok(Outcome::NotRegular(kind)) => {
            let finding = Finding::new(Code::FileNotRegular, Place::default());
            Err(Box::new(finding.plain("kind", kind)))
        }
        Err(error) => {
            let finding = Finding::new(Code::FileUnreadable, Place::default());
            Err(Box::new(finding.plain("reason", reason(&error))))
        }
    }
}

enum Outcome {
    Whole,
    TooLarge,
    NotRegular(&'static str),
}

fn read(buffer: &mut Vec<u8>, path: &Path, limit: u64) -> io::Result<Outcome> {
    let looked = fs::symlink_metadata(path)?;
    if !looked.is_file() {
        return Ok(Outcome::NotRegular(if looked.is_dir() {
            "folder"
        } else if looked.is_symlink() {
            "link"
        } else {
            "device"
        }));
    }
    if looked.len() > limit {
        return Ok(Outcome::TooLarge);
    }
    let file = File::open(path)?;
    // Something else may have been put there in between.
    if !file.metadata()?.is_file() {
        return Ok(Outcome::NotRegular("device"));
    }
    let length = usize::try_from(looked.len()).map_err(|_| ErrorKind::OutOfMemory)?;
    buffer.reserve(length + 1);
    file.take(limit.saturating_add(1)).read_to_end(buffer)?;
    Ok(match buffer.len() as u64 > limit {
        true => Outcome::TooLarge,
        false => Outcome::Whole,
    })
}
