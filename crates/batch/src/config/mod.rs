//! The file `untoc.toml`: how runs in a folder and below are made.
//!
//! It is found upward from the current folder, like git's. A key or a code that does not
//! exist is an error with what was most likely meant: a setting that is passed over in
//! silence is worse than none.

mod read;
mod show;

use std::path::{Path, PathBuf};

use untoc_core::{Code, Level, Severity};
use untoc_report::Words;

use crate::error::Error;
use crate::faults::read_steering;
use crate::find::Exclude;
use crate::glob::Pattern;
use crate::severities::Severities;

pub use show::Setting;

/// The name of the file.
pub const CONFIG_NAME: &str = "untoc.toml";

/// How runs are made, and where that is said.
#[derive(Debug, Default)]
pub struct Config {
    path: Option<PathBuf>,
    level: Option<(Level, usize)>,
    exclude: Vec<(Pattern, usize)>,
    severities: Vec<(Code, Option<Severity>, usize)>,
}

impl Config {
    /// Finds the file in a folder or the nearest one above.
    pub fn find_upward(folder: &Path) -> Option<PathBuf> {
        folder
            .ancestors()
            .map(|above| above.join(CONFIG_NAME))
            .find(|path| path.is_file())
    }

    /// Reads the file.
    ///
    /// # Errors
    /// When it cannot be read, or has a fault.
    pub fn read(path: &Path, words: &Words) -> Result<Self, Error> {
        let text = read_steering(path, words)?;
        let mut config = read::read(&text)
            .map_err(|faults| Error::Faulty { path: path.to_owned(), faults })?;
        config.path = Some(path.to_owned());
        Ok(config)
    }

    /// Returns the file, if there is one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Returns the usual level of runs, if it is set.
    pub fn level(&self) -> Option<Level> {
        self.level.map(|(level, _)| level)
    }

    /// Returns how much each code weighs.
    pub fn severities(&self) -> Severities {
        let mut severities = Severities::default();
        for (code, severity, _) in &self.severities {
            severities.set(*code, *severity);
        }
        severities
    }

    /// Returns what runs leave out; `here` is the current folder.
    pub fn exclude(&self, here: &Path) -> Exclude {
        let Some(path) = &self.path else { return Exclude::default() };
        let file = here.join(path);
        let folder = file.parent().unwrap_or(here).to_owned();
        let patterns = self.exclude.iter().map(|(pattern, _)| pattern.clone());
        Exclude::new(folder, patterns.collect())
    }
}
