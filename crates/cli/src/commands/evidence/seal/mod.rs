//! Encrypted packages, in the format of age (age-encryption.org/v1).
//!
//! The crate behind it is a feature, `age`, which is on by default; without it, packages
//! can be neither encrypted nor opened, and the commands say so.

use std::path::PathBuf;

use clap::builder::{OsStringValueParser, TypedValueParser};

#[cfg(not(feature = "age"))]
mod disabled;
#[cfg(feature = "age")]
mod enabled;

#[cfg(not(feature = "age"))]
pub(super) use disabled::{open, seal};
#[cfg(feature = "age")]
pub(super) use enabled::{open, seal};

/// How a file in the format of age begins.
const BINARY: &[u8] = b"age-encryption.org/v1";
/// How one begins that is written as text.
const ARMOR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// Reads the name of the file with the passphrase; an empty one, which clap refuses as a
/// path, says that the passphrase is asked for.
pub(super) fn passphrase_file() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}

/// Says whether bytes begin like an encrypted file.
pub(super) fn is_sealed(first: &[u8]) -> bool {
    first.starts_with(BINARY) || first.starts_with(ARMOR)
}
