//! A folder of its own for each test, and the binary run in it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A temporary folder in which commands run.
pub(crate) struct Place {
    folder: tempfile::TempDir,
    inside: PathBuf,
}

/// What a command did.
pub(crate) struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub talk: String,
}

impl Place {
    /// Makes an empty folder.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().to_path_buf();
        Self { folder, inside }
    }

    /// Makes a dossier of Exampleland and goes into it.
    pub(crate) fn dossier(arguments: &str) -> Self {
        let mut place = Self::new();
        place.ok(&format!("init exampleland --state XXA {arguments}"));
        place.inside = place.folder.path().join("exampleland");
        place
    }

    /// Goes into a folder below.
    pub(crate) fn enter(&mut self, folder: &str) {
        self.inside = self.inside.join(folder);
    }

    /// Returns a path in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.inside.join(name)
    }

    /// Reads a file as text.
    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// Writes a file.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// Runs a command with arguments split at blanks; double quotes keep them together.
    pub(crate) fn run(&self, arguments: &str) -> Ran {
        self.feed(arguments, "")
    }

    /// Runs a command with a text on standard input.
    pub(crate) fn feed(&self, arguments: &str, input: &str) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_untoc"))
            .args(split(arguments))
            .current_dir(&self.inside)
            .env("UNTOC_NOW", "2026-11-24T09:30:00Z")
            .env("NO_COLOR", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The command may end before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let clean = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
            text.replace(&*self.folder.path().to_string_lossy(), "[folder]")
        };
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: clean(&output.stdout),
            talk: clean(&output.stderr),
        }
    }

    /// Runs a command that must succeed and returns its output.
    pub(crate) fn ok(&self, arguments: &str) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "untoc {arguments}\n{}{}", ran.out, ran.talk);
        ran.out
    }

    /// Runs a command that must fail with a code and returns what it says.
    pub(crate) fn fails(&self, code: i32, arguments: &str) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, code, "untoc {arguments}\n{}{}", ran.out, ran.talk);
        ran.talk
    }
}

/// Returns all files below a folder with their contents, by name.
pub(crate) fn files(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut found = std::collections::BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            let name =
                path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            match std::fs::symlink_metadata(&path).unwrap().is_dir() {
                true => folders.push(path),
                false => {
                    found.insert(name, std::fs::read(&path).unwrap_or_default());
                }
            }
        }
    }
    found
}

fn split(arguments: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let (mut quoted, mut started) = (false, false);
    for c in arguments.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                started = true;
            }
            ' ' if !quoted => {
                if started || !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                started = false;
            }
            other => word.push(other),
        }
    }
    if started || !word.is_empty() {
        words.push(word);
    }
    words
}
