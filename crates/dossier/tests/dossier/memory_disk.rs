//! A disk in memory that knows what is on the device and what is only on its way there.
//!
//! When the power goes, the bytes of a file are those that were flushed, and a name that
//! was made, changed or removed may or may not have got to the device, each on its own,
//! unless its folder was synced.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use untoc_core::sample::Random;
use untoc_dossier::{Action, Disk, DiskError, Flush, Held, Kind};

#[derive(Debug, Clone, Default)]
struct File {
    now: Vec<u8>,
    flushed: Vec<u8>,
}

/// A change of names that may not be on the device yet.
#[derive(Debug, Clone)]
enum Naming {
    Made(PathBuf, usize),
    Renamed(PathBuf, PathBuf, usize),
    Removed(PathBuf),
    Folder(PathBuf),
    FolderRenamed(PathBuf, PathBuf),
    FolderRemoved(PathBuf),
}

#[derive(Debug, Clone, Default)]
struct State {
    files: Vec<File>,
    names: BTreeMap<PathBuf, usize>,
    folders: BTreeSet<PathBuf>,
    safe_names: BTreeMap<PathBuf, usize>,
    safe_folders: BTreeSet<PathBuf>,
    pending: Vec<Naming>,
}

/// A disk in memory.
#[derive(Debug)]
pub(crate) struct MemoryDisk {
    state: Mutex<State>,
    lock: Arc<()>,
}

impl MemoryDisk {
    /// Makes a disk with one empty folder.
    pub(crate) fn new(folder: &Path) -> Self {
        let folders: BTreeSet<PathBuf> = [folder.to_owned()].into();
        let state =
            State { folders: folders.clone(), safe_folders: folders, ..State::default() };
        Self::of(state)
    }

    fn of(state: State) -> Self {
        Self { state: Mutex::new(state), lock: Arc::new(()) }
    }

    /// Returns another disk with the same on it, all of it safe.
    pub(crate) fn copy(&self) -> Self {
        let mut state = self.state().clone();
        for file in &mut state.files {
            file.flushed.clone_from(&file.now);
        }
        state.pending.clear();
        state.safe_names.clone_from(&state.names);
        state.safe_folders.clone_from(&state.folders);
        Self::of(state)
    }

    /// Returns what is there after the power has gone: what is safe, and of the rest
    /// `percent` of a hundred.
    pub(crate) fn after_power_cut(&self, random: &mut Random, percent: usize) -> Self {
        let mut state = self.state().clone();
        state.names = std::mem::take(&mut state.safe_names);
        state.folders = std::mem::take(&mut state.safe_folders);
        for naming in std::mem::take(&mut state.pending) {
            if random.chance(percent) {
                naming.apply(&mut state.names, &mut state.folders);
            }
        }
        for file in &mut state.files {
            if file.now != file.flushed && random.chance(percent) {
                let length = random.below(file.now.len() + 1);
                file.flushed = file.now[..length].to_vec();
            }
            file.now.clone_from(&file.flushed);
        }
        Self::of(state).copy()
    }

    /// Returns the texts of the files that people know.
    pub(crate) fn texts(&self) -> BTreeMap<String, String> {
        let state = self.state();
        let visible = |path: &Path| {
            !path
                .components()
                .any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
        };
        let texts =
            state.names.iter().filter(|(path, _)| visible(path)).map(|(path, id)| {
                let text = String::from_utf8_lossy(&state.files[*id].now).into_owned();
                (path.display().to_string(), text)
            });
        texts.filter(|(path, _)| !path.ends_with(".jsonl")).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    fn find(&self, path: &Path) -> Result<usize, DiskError> {
        self.state().names.get(path).copied().ok_or_else(|| missing(Action::Read, path))
    }
}

impl Naming {
    fn apply(
        self,
        names: &mut BTreeMap<PathBuf, usize>,
        folders: &mut BTreeSet<PathBuf>,
    ) {
        match self {
            Self::Made(path, id) => drop(names.insert(path, id)),
            Self::Renamed(from, to, id) => {
                names.remove(&from);
                names.insert(to, id);
            }
            Self::Removed(path) => drop(names.remove(&path)),
            Self::Folder(path) => drop(folders.insert(path)),
            Self::FolderRemoved(path) => drop(folders.remove(&path)),
            Self::FolderRenamed(from, to) => {
                let moved = |path: &PathBuf| {
                    path.strip_prefix(&from).ok().map(|rest| match rest.as_os_str() {
                        rest if rest.is_empty() => to.clone(),
                        rest => to.join(rest),
                    })
                };
                for path in folders.clone() {
                    if let Some(new) = moved(&path) {
                        folders.remove(&path);
                        folders.insert(new);
                    }
                }
                for (path, id) in names.clone() {
                    if let Some(new) = moved(&path) {
                        names.remove(&path);
                        names.insert(new, id);
                    }
                }
            }
        }
    }

    fn is_in(&self, folder: &Path) -> bool {
        let within = |path: &Path| path.parent() == Some(folder);
        match self {
            Self::Made(path, _)
            | Self::Removed(path)
            | Self::Folder(path)
            | Self::FolderRemoved(path) => within(path),
            Self::Renamed(from, to, _) | Self::FolderRenamed(from, to) => {
                within(from) || within(to)
            }
        }
    }
}

fn missing(action: Action, path: &Path) -> DiskError {
    let source = std::io::ErrorKind::NotFound.into();
    DiskError { action, path: path.to_owned(), source }
}

impl Disk for MemoryDisk {
    fn kind(&self, path: &Path) -> Result<Kind, DiskError> {
        let state = self.state();
        Ok(match state.names.get(path) {
            Some(id) => Kind::File(state.files[*id].now.len() as u64),
            None if state.folders.contains(path) => Kind::Folder,
            None => Kind::Absent,
        })
    }

    fn list(&self, path: &Path, most: usize) -> Result<Vec<String>, DiskError> {
        let state = self.state();
        let all = state.names.keys().chain(&state.folders);
        let within = all.filter(|name| name.parent() == Some(path)).take(most);
        let name = |path: &PathBuf| Some(path.file_name()?.to_str()?.to_owned());
        Ok(within.filter_map(name).collect())
    }

    fn read(&self, path: &Path, from: u64, most: u64) -> Result<Vec<u8>, DiskError> {
        let id = self.find(path)?;
        let state = self.state();
        let bytes = state.files[id].now.iter().skip(from as usize).take(most as usize);
        Ok(bytes.copied().collect())
    }

    fn make_folder(&self, path: &Path) -> Result<(), DiskError> {
        let mut state = self.state();
        for folder in path.ancestors().collect::<Vec<_>>().into_iter().rev() {
            if state.folders.insert(folder.to_owned()) {
                state.pending.push(Naming::Folder(folder.to_owned()));
            }
        }
        Ok(())
    }

    fn write_new(
        &self,
        path: &Path,
        bytes: &[u8],
        _: Option<&Path>,
        flush: Flush,
    ) -> Result<(), DiskError> {
        let mut state = self.state();
        assert!(!state.names.contains_key(path), "{} exists", path.display());
        let flushed = if flush == Flush::Now { bytes.to_vec() } else { Vec::new() };
        state.files.push(File { now: bytes.to_vec(), flushed });
        let id = state.files.len() - 1;
        state.names.insert(path.to_owned(), id);
        state.pending.push(Naming::Made(path.to_owned(), id));
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError> {
        if self.state().folders.contains(from) {
            let mut state = self.state();
            assert!(!state.folders.contains(to), "{} exists", to.display());
            let naming = Naming::FolderRenamed(from.to_owned(), to.to_owned());
            let State { names, folders, .. } = &mut *state;
            naming.clone().apply(names, folders);
            state.pending.push(naming);
            return Ok(());
        }
        let id = self.find(from)?;
        let mut state = self.state();
        state.names.remove(from);
        state.names.insert(to.to_owned(), id);
        state.pending.push(Naming::Renamed(from.to_owned(), to.to_owned(), id));
        Ok(())
    }

    fn sync_folder(&self, path: &Path) -> Result<(), DiskError> {
        let mut state = self.state();
        let (safe, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut state.pending)
            .into_iter()
            .partition(|naming| naming.is_in(path));
        state.pending = rest;
        let State { safe_names, safe_folders, .. } = &mut *state;
        for naming in safe {
            naming.apply(safe_names, safe_folders);
        }
        Ok(())
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
        if self.find(path).is_err() {
            self.write_new(path, b"", None, Flush::Now)?;
        }
        let id = self.find(path)?;
        let file = &mut self.state().files[id];
        file.now.extend_from_slice(bytes);
        file.flushed.clone_from(&file.now);
        Ok(())
    }

    fn cut(&self, path: &Path, length: u64) -> Result<(), DiskError> {
        let id = self.find(path)?;
        let file = &mut self.state().files[id];
        file.now.truncate(length as usize);
        file.flushed.clone_from(&file.now);
        Ok(())
    }

    fn remove(&self, path: &Path) -> Result<(), DiskError> {
        self.find(path)?;
        let mut state = self.state();
        state.names.remove(path);
        state.pending.push(Naming::Removed(path.to_owned()));
        Ok(())
    }

    fn remove_folder(&self, path: &Path) -> Result<(), DiskError> {
        assert!(self.list(path, 1)?.is_empty(), "{} is not empty", path.display());
        let mut state = self.state();
        state.folders.remove(path);
        state.pending.push(Naming::FolderRemoved(path.to_owned()));
        Ok(())
    }

    fn try_lock(&self, path: &Path) -> Result<Option<Held>, DiskError> {
        if self.find(path).is_err() {
            self.write_new(path, b"", None, Flush::Later)?;
        }
        let free = Arc::strong_count(&self.lock) == 1;
        Ok(free.then(|| Held::new(Arc::clone(&self.lock))))
    }
}
