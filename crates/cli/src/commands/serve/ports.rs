//! Which ports are tried: the same for the same folder, whenever the program starts.
//!
//! A page that is still open when the program was stopped goes on trying to save at its
//! old address. If the program comes back there, the page can: the browser is let in
//! again by the new first address (the secret is a new one, and stands in no file), its
//! cookie is the browser's for all its pages, and the open page gets a new token for what
//! it has to save. So nothing has to be remembered, not even the port: it follows from
//! the folder. Knowing it helps nobody; without the secret every request is refused.

use std::path::Path;

use untoc_dossier::Digest;

/// The first port; below those that systems give to connections of their own.
const FIRST: u16 = 20_000;

/// How many ports there are.
const COUNT: u16 = 12_000;

/// How many are tried before any free one is taken.
const TRIES: usize = 3;

/// Returns the ports to try for a folder, one after the other.
pub(super) fn of(folder: &Path) -> Vec<u16> {
    let digest = Digest::of(folder.as_os_str().as_encoded_bytes()).hex();
    let numbers = digest.as_bytes().chunks(4).take(TRIES).filter_map(|part| {
        let part = std::str::from_utf8(part).ok()?;
        Some(FIRST + u16::from_str_radix(part, 16).ok()? % COUNT)
    });
    numbers.chain([0]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same folder has the same ports, another one others; the last is any.
    #[test]
    fn the_folder_tells_the_port() {
        let ports = of(Path::new("/home/jo/exampleland-2026"));
        assert_eq!(ports, of(Path::new("/home/jo/exampleland-2026")));
        assert_ne!(ports, of(Path::new("/home/jo/exampleland-2027")));
        assert_eq!(ports.len(), TRIES + 1);
        let (last, own) = ports.split_last().unwrap();
        assert_eq!(*last, 0);
        assert!(own.iter().all(|port| (FIRST..FIRST + COUNT).contains(port)));
    }
}
