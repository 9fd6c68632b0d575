//! A report in a file: whole, or not there.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::Error;

/// A file that takes its name only when it is whole.
///
/// Until [`ReportFile::keep`] it has a name of its own beside the target, so that a run
/// that is killed or finds the disk full leaves no report that looks whole. What is no
/// regular file (a pipe, `/dev/null`) is written to as it is.
#[derive(Debug)]
pub struct ReportFile {
    path: PathBuf,
    to: To,
}

#[derive(Debug)]
enum To {
    Beside(io::BufWriter<NamedTempFile>),
    Through(io::BufWriter<File>),
}

impl ReportFile {
    /// Begins a file; `replace` allows that there is one already.
    ///
    /// # Errors
    /// When there is one already and it may not be replaced, or the folder cannot be
    /// written to.
    pub fn begin(path: &Path, replace: bool) -> Result<Self, Error> {
        let failed = |source| Error::Write { path: path.to_owned(), source };
        let to = match fs::metadata(path) {
            Ok(found) if !found.is_file() && !found.is_dir() => {
                let file =
                    fs::OpenOptions::new().write(true).open(path).map_err(failed)?;
                To::Through(io::BufWriter::new(file))
            }
            Ok(_) if !replace => return Err(failed(ErrorKind::AlreadyExists.into())),
            Ok(_) | Err(_) => {
                To::Beside(io::BufWriter::new(beside(path).map_err(failed)?))
            }
        };
        Ok(Self { path: path.to_owned(), to })
    }

    /// Gives the whole file its name.
    ///
    /// # Errors
    /// When what was written cannot be kept.
    pub fn keep(self) -> Result<(), Error> {
        let path = self.path;
        let failed = |source| Error::Write { path: path.clone(), source };
        match self.to {
            To::Through(mut out) => out.flush().map_err(failed),
            To::Beside(out) => {
                let file =
                    out.into_inner().map_err(|error| failed(error.into_error()))?;
                file.as_file().sync_all().map_err(failed)?;
                file.persist(&path).map(drop).map_err(|error| failed(error.error))
            }
        }
    }
}

fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let prefix = format!(".{name}.");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any other file that a program of this user makes.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

impl Write for ReportFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.to {
            To::Beside(out) => out.write(bytes),
            To::Through(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::Beside(out) => out.flush(),
            To::Through(out) => out.flush(),
        }
    }
}
