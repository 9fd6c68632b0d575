//! The file system of this machine.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::time::Duration;

use super::{Action, Disk, DiskError, Flush, Held, Kind};

/// The file system of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

/// How often a rename is tried while another program (a virus scanner, Excel) holds the
/// target, which only Windows minds.
const RENAME_TRIES: u32 = if cfg!(windows) { 20 } else { 1 };
const RENAME_PAUSE: Duration = Duration::from_millis(50);

impl Disk for RealDisk {
    fn kind(&self, path: &Path) -> Result<Kind, DiskError> {
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_file() => Ok(Kind::File(found.len())),
            Ok(found) if found.is_dir() => Ok(Kind::Folder),
            Ok(found) if found.is_symlink() => Ok(Kind::Link),
            Ok(_) => Ok(Kind::Other),
            // A file stands where a folder of the path is expected.
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::NotFound | ErrorKind::NotADirectory
                ) =>
            {
                Ok(Kind::Absent)
            }
            Err(error) => Err(DiskError::new(Action::Read, path, error)),
        }
    }

    fn list(&self, path: &Path, most: usize) -> Result<Vec<String>, DiskError> {
        let read = |error| DiskError::new(Action::Read, path, error);
        let mut names = Vec::new();
        for entry in fs::read_dir(path).map_err(read)?.take(most) {
            if let Ok(name) = entry.map_err(read)?.file_name().into_string() {
                names.push(name);
            }
        }
        names.sort_unstable();
        Ok(names)
    }

    fn read(&self, path: &Path, from: u64, most: u64) -> Result<Vec<u8>, DiskError> {
        read(path, from, most).map_err(|e| DiskError::new(Action::Read, path, e))
    }

    fn make_folder(&self, path: &Path) -> Result<(), DiskError> {
        make_folder(path).map_err(|e| DiskError::new(Action::Write, path, e))
    }

    fn write_new(
        &self,
        path: &Path,
        bytes: &[u8],
        like: Option<&Path>,
        flush: Flush,
    ) -> Result<(), DiskError> {
        write_new(path, bytes, like, flush)
            .map_err(|e| DiskError::new(Action::Write, path, e))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError> {
        rename(from, to).map_err(|e| DiskError::new(Action::Write, to, e))
    }

    fn sync_folder(&self, path: &Path) -> Result<(), DiskError> {
        sync_folder(path).map_err(|e| DiskError::new(Action::Write, path, e))
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
        append(path, bytes).map_err(|e| DiskError::new(Action::Write, path, e))
    }

    fn cut(&self, path: &Path, length: u64) -> Result<(), DiskError> {
        let cut = || {
            refuse_irregular(path)?;
            let file = OpenOptions::new().write(true).open(path)?;
            file.set_len(length)?;
            file.sync_all()
        };
        cut().map_err(|e| DiskError::new(Action::Write, path, e))
    }

    fn remove(&self, path: &Path) -> Result<(), DiskError> {
        fs::remove_file(path).map_err(|e| DiskError::new(Action::Write, path, e))
    }

    fn remove_folder(&self, path: &Path) -> Result<(), DiskError> {
        fs::remove_dir(path).map_err(|e| DiskError::new(Action::Write, path, e))
    }

    fn try_lock(&self, path: &Path) -> Result<Option<Held>, DiskError> {
        try_lock(path).map_err(|e| DiskError::new(Action::Lock, path, e))
    }
}

/// How often a file is looked at and opened when it changes in between.
const OPEN_TRIES: u32 = 5;

fn read(path: &Path, from: u64, most: u64) -> io::Result<Vec<u8>> {
    let mut file = open_regular(path)?;
    if from > 0 {
        file.seek(SeekFrom::Start(from))?;
    }
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens a regular file. A pipe would keep `open` waiting for ever, so the look comes
/// first; a second look makes sure that no link was put there in between.
fn open_regular(path: &Path) -> io::Result<File> {
    for _ in 0..OPEN_TRIES {
        let looked = fs::symlink_metadata(path)?;
        if !looked.is_file() {
            break;
        }
        let file = File::open(path)?;
        if same_file(&looked, &file.metadata()?) {
            return Ok(file);
        }
    }
    Err(not_regular())
}

fn not_regular() -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, "it is not a regular file")
}

fn refuse_irregular(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => Err(not_regular()),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(unix)]
fn same_file(looked: &fs::Metadata, opened: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (looked.dev(), looked.ino()) == (opened.dev(), opened.ino())
}

#[cfg(not(unix))]
fn same_file(_: &fs::Metadata, opened: &fs::Metadata) -> bool {
    opened.is_file()
}

fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Makes a new file its owner's only.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

fn write_new(
    path: &Path,
    bytes: &[u8],
    like: Option<&Path>,
    flush: Flush,
) -> io::Result<()> {
    let mut file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
    file.write_all(bytes)?;
    if let Some(like) = like
        && let Ok(found) = fs::symlink_metadata(like)
        && found.is_file()
    {
        file.set_permissions(found.permissions())?;
    }
    match flush {
        Flush::Now => file.sync_all(),
        Flush::Later => Ok(()),
    }
}

fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut tries = 1;
    loop {
        match fs::rename(from, to) {
            Err(error)
                if error.kind() == ErrorKind::PermissionDenied
                    && tries < RENAME_TRIES =>
            {
                tries += 1;
                std::thread::sleep(RENAME_PAUSE);
            }
            result => return result,
        }
    }
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    match File::open(path)?.sync_all() {
        // Some network file systems keep no folder to sync.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        result => result,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

fn append(path: &Path, bytes: &[u8]) -> io::Result<()> {
    refuse_irregular(path)?;
    let mut file = private(OpenOptions::new().append(true).create(true)).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn try_lock(path: &Path) -> io::Result<Option<Held>> {
    refuse_irregular(path)?;
    let file = private(OpenOptions::new().write(true).create(true).truncate(false))
        .open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Held::new(file))),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}
