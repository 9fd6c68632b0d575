//! Files for the evidence crate: read at an offset, never changed.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use untoc_evidence::Source;

use crate::error::{CommandError, ErrorKind};
use crate::inputs;

/// A file on disk.
pub(super) struct FileSource {
    file: Mutex<(File, u64)>,
    length: u64,
}

impl FileSource {
    /// Opens a file that the user named.
    pub(super) fn open(path: &Path) -> Result<Self, CommandError> {
        let name = inputs::name_of(path);
        let cannot = |error: &io::Error| {
            CommandError::new(
                ErrorKind::Unreadable,
                format!("cannot read {name}: {}", inputs::say(error)),
            )
            .hint("check the name; names with blanks need quotes")
        };
        let kind = std::fs::metadata(path).map_err(|error| cannot(&error))?;
        if !kind.is_file() {
            return Err(CommandError::usage(format!("{name} is no ordinary file"))
                .hint("name a table in CSV"));
        }
        Self::of(path).map_err(|error| cannot(&error))
    }

    /// Opens a file that is known to be an ordinary one.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        Ok(Self { file: Mutex::new((file, 0)), length })
    }
}

impl Source for FileSource {
    fn length(&self) -> u64 {
        self.length
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let mut held = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let (file, position) = &mut *held;
        if *position != offset {
            file.seek(SeekFrom::Start(offset))?;
        }
        let count = file.read(buffer)?;
        *position = offset + count as u64;
        Ok(count)
    }
}
