//! Paths that come from outside: relative, inside, and possible on every system.

use std::fmt;
use std::path::PathBuf;

use untoc_core::{IdError, check_id};

/// A relative path that stays below the folder it is joined to, on every system.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafePath(String);

/// Says why a path is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    /// The path, or a part between two slashes, is empty.
    #[error("the path has an empty part")]
    Empty,
    /// The path or a part of it is too long for some systems.
    #[error("the path is longer than some systems allow")]
    TooLong,
    /// The path begins at the root of a file system or a drive.
    #[error("the path does not stay inside its folder: it is absolute")]
    Absolute,
    /// The path has a part `.` or `..`.
    #[error("the path does not stay inside its folder: it has a part \".\" or \"..\"")]
    Upwards,
    /// The path has a character that no file name can have on some system.
    #[error("the path has a character that cannot stand in a file name on every system")]
    Character,
    /// A part ends in a dot or a blank, which Windows drops.
    #[error("a part of the path ends in a dot or a blank, which Windows drops")]
    Ending,
    /// A part is a device name of Windows.
    #[error("a part of the path is reserved by Windows and cannot name a file there")]
    DeviceName,
}

const PATH_MAX: usize = 1024;
const PART_MAX: usize = 200;

/// Checks a path that uses `/`: neither absolute nor upwards, and a possible name on
/// Linux, macOS and Windows in each of its parts.
///
/// # Errors
/// Where the path could lead elsewhere, or could not exist on some system.
pub fn check_relative_path(path: &str) -> Result<SafePath, PathError> {
    if path.starts_with(['/', '\\']) || drive(path) {
        return Err(PathError::Absolute);
    }
    if path.len() > PATH_MAX {
        return Err(PathError::TooLong);
    }
    for part in path.split('/') {
        check_part(part)?;
    }
    Ok(SafePath(path.to_owned()))
}

fn drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

fn check_part(part: &str) -> Result<(), PathError> {
    if part.is_empty() {
        return Err(PathError::Empty);
    }
    if part.len() > PART_MAX {
        return Err(PathError::TooLong);
    }
    if part == "." || part == ".." {
        return Err(PathError::Upwards);
    }
    let bad = |c: char| {
        c.is_control()
            || matches!(c, '\\' | '<' | '>' | ':' | '"' | '|' | '?' | '*')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if part.chars().any(bad) {
        return Err(PathError::Character);
    }
    if part.ends_with(['.', ' ']) {
        return Err(PathError::Ending);
    }
    if device_name(part) {
        return Err(PathError::DeviceName);
    }
    Ok(())
}

/// Windows takes `nul`, `NUL.txt` and `com¹` for devices, whatever the folder.
fn device_name(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end().to_lowercase();
    let stem = stem.replace('¹', "1").replace('²', "2").replace('³', "3");
    stem == "conin$" || stem == "conout$" || check_id(&stem) == Err(IdError::DeviceName)
}

impl SafePath {
    /// Returns the path with `/` between its parts.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the path as the system writes it, to be joined to a folder.
    pub fn to_path_buf(&self) -> PathBuf {
        self.0.split('/').collect()
    }
}

impl fmt::Display for SafePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Component;

    use proptest::prelude::*;

    use super::*;

    /// Ordinary names pass, in every script.
    #[test]
    fn accepts_ordinary_names() {
        for path in [
            "a",
            "responses/untoc-cluster-1.json",
            "a b/c.d",
            "données/отчёт.csv",
            ".lock",
        ] {
            assert_eq!(check_relative_path(path).unwrap().as_str(), path);
        }
    }

    /// Every way out of the folder, and every name that some system cannot have, is
    /// refused.
    #[test]
    fn refuses_ways_out() {
        for (path, error) in [
            ("", PathError::Empty),
            ("a//b", PathError::Empty),
            ("a/", PathError::Empty),
            ("/etc/passwd", PathError::Absolute),
            ("\\\\server\\share", PathError::Absolute),
            ("C:/windows", PathError::Absolute),
            ("c:evil", PathError::Absolute),
            ("../x", PathError::Upwards),
            ("a/../../x", PathError::Upwards),
            ("./a", PathError::Upwards),
            ("a\\..\\b", PathError::Character),
            ("a\0b", PathError::Character),
            ("a\nb", PathError::Character),
            ("file:stream", PathError::Character),
            ("invoice\u{202e}fdp.exe", PathError::Character),
            ("a.", PathError::Ending),
            ("a /b", PathError::Ending),
            ("...", PathError::Ending),
            ("NUL", PathError::DeviceName),
            ("x/con.txt", PathError::DeviceName),
            ("Com¹", PathError::DeviceName),
        ] {
            assert_eq!(check_relative_path(path), Err(error), "{path:?}");
        }
    }

    proptest! {
        /// Whatever is accepted has only ordinary parts on this system.
        #[test]
        fn what_is_accepted_stays_inside(path in "[a.:/\\\\ ]{0,12}") {
            if let Ok(safe) = check_relative_path(&path) {
                let joined = safe.to_path_buf();
                prop_assert!(joined.is_relative());
                prop_assert!(joined.components().all(|c| matches!(c, Component::Normal(_))));
            }
        }
    }
}
