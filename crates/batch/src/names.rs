//! How arguments are printed: the same on every machine, and with `/`.
//!
//! A relative path is printed as it was given. A path that begins at the root of a file
//! system would show where somebody keeps his files and differ from machine to machine:
//! below the current folder it is printed from there, elsewhere by its last name, with as
//! many names before it as keep all arguments apart.

use std::path::{Component, Path};

/// Returns the printed name of each argument, in their order.
pub(crate) fn printed(arguments: &[&Path], here: &Path) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(arguments.len());
    let mut outside: Vec<(usize, Vec<String>)> = Vec::new();
    for (at, argument) in arguments.iter().enumerate() {
        if !argument.is_absolute() {
            names.push(relative(argument));
        } else if let Ok(below) = argument.strip_prefix(here) {
            names.push(relative(below));
        } else {
            outside.push((at, parts(argument)));
            names.push(String::new());
        }
    }
    let mut keep = 1;
    loop {
        for (at, parts) in &outside {
            let from = parts.len().saturating_sub(keep);
            let name = parts.get(from..).unwrap_or_default().join("/");
            if let Some(slot) = names.get_mut(*at) {
                *slot = if name.is_empty() { "root".to_owned() } else { name };
            }
        }
        let whole = outside.iter().all(|(_, parts)| parts.len() <= keep);
        if whole || !clash(&names, &outside) {
            return names;
        }
        keep += 1;
    }
}

/// Says whether an argument from outside has the name of another path.
fn clash(names: &[String], outside: &[(usize, Vec<String>)]) -> bool {
    outside.iter().any(|(at, parts)| {
        let own = names.get(*at);
        names.iter().enumerate().any(|(other, name)| {
            let same_path = outside.iter().any(|(o, p)| *o == other && p == parts);
            other != *at && Some(name) == own && !same_path
        })
    })
}

fn parts(path: &Path) -> Vec<String> {
    path.components()
        .filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            Component::ParentDir => Some("..".to_owned()),
            Component::Prefix(_) | Component::RootDir | Component::CurDir => None,
        })
        .collect()
}

/// Returns a relative path with `/`, without `.` and doubled slashes; `.` for the current
/// folder itself.
fn relative(path: &Path) -> String {
    let parts = parts(path);
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> Vec<String> {
        let paths: Vec<&Path> = arguments.iter().map(Path::new).collect();
        printed(&paths, Path::new("/home/focal"))
    }

    /// Relative paths stay, and are written in one way.
    #[test]
    fn relative_paths_stay() {
        assert_eq!(
            names(&["a", "./b/", "c//d", "../e", ".", "/home/focal/f/g"]),
            ["a", "b", "c/d", "../e", ".", "f/g"]
        );
    }

    /// Of an absolute path as little is printed as keeps it apart.
    #[cfg(unix)]
    #[test]
    fn absolute_paths_are_cut() {
        assert_eq!(names(&["/data/night"]), ["night"]);
        assert_eq!(
            names(&["/data/a/night", "/data/b/night", "/x/day"]),
            ["a/night", "b/night", "x/day"]
        );
        assert_eq!(names(&["/data/night", "night"]), ["data/night", "night"]);
        assert_eq!(names(&["/data/night", "/data/night"]), ["night", "night"]);
        assert_eq!(names(&["/"]), ["root"]);
    }
}
