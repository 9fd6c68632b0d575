//! The exit codes: promises to scripts and batch jobs.

/// Nothing at or above the threshold.
pub(crate) const CLEAN: u8 = 0;
/// There are findings; also a file that opens but cannot be accepted.
pub(crate) const FINDINGS: u8 = 1;
/// Wrong use, bad configuration, or no input matched.
pub(crate) const USAGE: u8 = 2;
/// At least one input could not be read.
pub(crate) const UNREADABLE: u8 = 3;
/// Output or dossier could not be written.
pub(crate) const UNWRITABLE: u8 = 4;
/// A fault of ours.
pub(crate) const INTERNAL: u8 = 70;
/// Interrupted by the user.
pub(crate) const INTERRUPTED: u8 = 130;
