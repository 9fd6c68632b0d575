//! What a command knows of the world: the time, the questionnaires, the dossier.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use untoc_core::Library;
use untoc_report::{Detail, Screen, Signs, Style, Words};

use crate::args::Global;
use crate::error::{CommandError, ErrorKind};
use crate::inputs;

/// Everything that a command takes from its surroundings.
pub(crate) struct World {
    /// The options that every command has.
    pub global: Global,
    /// The questionnaires.
    pub library: Arc<Library>,
    /// How to write for the terminal.
    pub style: Style,
    now: Timestamp,
}

impl World {
    /// Looks at the surroundings once.
    pub(crate) fn new(global: Global) -> Result<Self, CommandError> {
        let library = match &global.questionnaires {
            None => Library::embedded(),
            Some(folder) => inputs::load_questionnaires(folder)?,
        };
        let style = global.style();
        Ok(Self { library: Arc::new(library), style, now: now()?, global })
    }

    /// Returns the same surroundings at the present moment, for a command that runs long.
    pub(crate) fn at_present(&self) -> Result<Self, CommandError> {
        Ok(Self {
            global: self.global.clone(),
            library: Arc::clone(&self.library),
            style: Style::Plain,
            now: now()?,
        })
    }

    /// Returns the time.
    pub(crate) fn now(&self) -> Timestamp {
        self.now
    }

    /// Returns today's date, in UTC like all times in files.
    pub(crate) fn today(&self) -> Date {
        jiff::tz::TimeZone::UTC.to_datetime(self.now).date()
    }

    /// Returns the time as it stands in files: UTC to the second.
    pub(crate) fn time(&self) -> String {
        self.now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// Returns the current folder.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
    pub(crate) fn folder(&self) -> Result<PathBuf, CommandError> {
        std::env::current_dir().map_err(|error| {
            CommandError::new(
                ErrorKind::Unreadable,
                format!("cannot tell the current folder: {error}"),
            )
        })
    }

    /// Returns the folder of the dossier: the one named, or the nearest above.
    pub(crate) fn dossier_folder(&self) -> Result<PathBuf, CommandError> {
        if let Some(folder) = &self.global.dossier {
            return Ok(folder.clone());
        }
        let here = self.folder()?;
        let found = untoc_dossier::find_upward(&untoc_dossier::RealDisk, &here)
            .map_err(|error| crate::session::explain(&error))?;
        found.ok_or_else(|| {
            CommandError::usage("there is no dossier here or in a folder above")
                .hint("go into the folder of a dossier, or name it with --dossier DIR")
                .hint("make one with: untoc init DIR --state \"…\" --instruments untoc --clusters 1")
        })
    }

    /// Returns the words of the program in the user's language.
    pub(crate) fn words(&self) -> Words {
        Words::load(&self.global.lang)
    }

    /// Returns whether what is alike is gathered, or each thing shown by itself.
    pub(crate) fn detail(&self, all: bool) -> Detail {
        if all || self.global.verbose > 0 { Detail::Each } else { Detail::Gathered }
    }

    /// Returns the width that texts are laid out for.
    pub(crate) fn width(&self) -> usize {
        let columns = terminal_size::terminal_size().map_or(90, |(width, _)| width.0);
        usize::from(columns).clamp(50, 110)
    }

    /// Returns the page that screens are written for.
    pub(crate) fn screen(&self) -> Screen {
        Screen { style: self.style, width: self.width(), signs: signs() }
    }

    /// Says whether the user asked for silence.
    pub(crate) fn is_quiet(&self) -> bool {
        self.global.quiet > 0
    }

    /// Tells the user something that is not the result, unless silence is asked for.
    pub(crate) fn tell(&self, text: &str) {
        if !self.is_quiet() {
            // Talk is lost when nobody reads it; the result and the exit code are not.
            let _ = crate::output::talk().line(text);
        }
    }
}

/// Returns a path the way messages show it: with `/`.
pub(crate) fn show_path(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Returns the time: `UNTOC_NOW` where it is set (for tests and rebuilt examples), else
/// the clock.
#[expect(clippy::disallowed_methods, reason = "this is the one source of time")]
fn now() -> Result<Timestamp, CommandError> {
    match std::env::var("UNTOC_NOW") {
        Ok(text) => text.parse().map_err(|_| {
            CommandError::usage("the variable UNTOC_NOW is not a time in UTC")
                .hint("write it as 2026-11-24T09:30:00Z, or remove it")
        }),
        Err(_) => Ok(Timestamp::now()),
    }
}

/// Tells whether the terminal shows block characters: everywhere but in an old locale.
fn signs() -> Signs {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let old = locale.is_some_and(|name| {
        let name = name.to_lowercase();
        !name.contains("utf") && name != "c" && name != "posix"
    });
    if old { Signs::Ascii } else { Signs::Blocks }
}
