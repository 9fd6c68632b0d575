//! What is wrong with a file that steers a run, told as findings are.

use std::path::Path;

use untoc_core::Finding;
use untoc_intake::{Limits, decode_text};
use untoc_report::{Privacy, Words};

use crate::error::{Error, Fault};
use crate::read::read_into;

/// Reads a file that steers a run as text.
pub(crate) fn read_steering(path: &Path, words: &Words) -> Result<String, Error> {
    let mut bytes = Vec::new();
    let faulty = |finding: Box<Finding>| refused(path, vec![*finding], words);
    // A link may lead to such a file: the user has named it.
    let real = std::fs::canonicalize(path)
        .map_err(|source| Error::Read { path: path.to_owned(), source })?;
    read_into(&mut bytes, &real, Limits::default().bytes).map_err(faulty)?;
    let text = decode_text(&bytes).map_err(faulty)?;
    Ok(text.to_string())
}

/// Makes an error of the findings about a file.
pub(crate) fn refused(path: &Path, mut findings: Vec<Finding>, words: &Words) -> Error {
    let name = path.to_string_lossy().replace('\\', "/");
    let faults = findings
        .iter_mut()
        .map(|finding| {
            finding.set_file(&name);
            Fault {
                line: finding.place().and_then(|place| place.line),
                message: words.message(finding, Privacy::Masked),
                hint: words.hint(finding, Privacy::Masked),
            }
        })
        .collect();
    Error::Faulty { path: path.to_owned(), faults }
}
