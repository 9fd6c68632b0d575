//! Without the feature `age`.

use std::path::PathBuf;

use crate::commands::evidence::pack::SealArguments;
use crate::error::CommandError;

fn missing() -> CommandError {
    CommandError::usage("this program was built without encryption")
        .hint("encrypt the package with another program, such as age or 7-Zip")
}

/// Would encrypt a package.
pub(in crate::commands::evidence) fn seal(
    _: &[u8],
    _: &SealArguments,
) -> Result<Vec<u8>, CommandError> {
    Err(missing())
}

/// Would open an encrypted package.
pub(in crate::commands::evidence) fn open(
    _: &[u8],
    _: &[PathBuf],
    _: Option<&PathBuf>,
    _: Option<&str>,
) -> Result<Vec<u8>, CommandError> {
    Err(missing())
}
