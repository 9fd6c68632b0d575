//! Paths that a run leaves out.

use std::path::{Component, Path, PathBuf};

use crate::glob::Pattern;

/// Paths that a run leaves out where it meets them in a folder. A path that was named is
/// looked at all the same.
#[derive(Debug, Default)]
pub struct Exclude {
    /// The folder that patterns with `/` start from.
    base: PathBuf,
    patterns: Vec<Pattern>,
}

impl Exclude {
    /// Makes a list of patterns that start from a folder.
    pub fn new(base: PathBuf, patterns: Vec<Pattern>) -> Self {
        Self { base, patterns }
    }

    /// Returns where a folder lies below the base, with `/`; `None` if it does not, or if
    /// nothing is left out.
    pub(super) fn place(&self, folder: &Path, here: &Path) -> Option<String> {
        if self.patterns.is_empty() {
            return None;
        }
        let whole = tidy(&here.join(folder));
        // What lies elsewhere is still left out by patterns for single names.
        let below = whole.strip_prefix(&self.base).unwrap_or(Path::new(""));
        Some(below.to_string_lossy().replace('\\', "/"))
    }

    /// Says whether a path below the base is left out.
    pub(super) fn takes(&self, path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        self.patterns.iter().any(|pattern| {
            let text = pattern.as_str();
            match text.trim_end_matches('/').contains('/') {
                true => pattern.fits(path),
                false => pattern.fits(name),
            }
        })
    }
}

/// Takes `.` and `..` out of a path without looking at the disk.
fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                tidy.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                tidy.push(part);
            }
        }
    }
    tidy
}
