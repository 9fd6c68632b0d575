//! Errors of runs over many files, with what to do next.

use untoc_batch::Error;

use crate::error::{CommandError, ErrorKind};

/// The most faults of a file that are told.
const FAULTS_MOST: usize = 20;

/// Turns an error of a run into one of the command.
pub(crate) fn explain_batch(error: Error) -> CommandError {
    let message = error.to_string();
    match error {
        Error::Report(_) => CommandError::new(ErrorKind::Unwritable, message)
            .hint("make room, or write it elsewhere with --output FILE"),
        Error::Spool(_) => CommandError::new(ErrorKind::Unwritable, message)
            .hint("make room there, or set TMPDIR to another folder"),
        Error::Write { source, .. } => {
            let error = CommandError::new(ErrorKind::Unwritable, message);
            if source.kind() == std::io::ErrorKind::DirectoryNotEmpty {
                error.hint("name a new folder, or use --force to replace letters in it")
            } else if source.kind() == std::io::ErrorKind::AlreadyExists {
                error.hint("use --force to replace it, or give another name")
            } else {
                error.hint("check that the folder is there and that you may write to it")
            }
        }
        Error::Read { .. } => CommandError::new(ErrorKind::Unreadable, message)
            .hint("check the name; names with blanks need quotes"),
        Error::Faulty { faults, .. } => {
            let mut error = CommandError::usage(message);
            for fault in faults.iter().take(FAULTS_MOST) {
                let line = fault.line.map(|line| format!("line {line}: "));
                let hint = fault.hint.as_ref().map(|hint| format!("; {hint}"));
                error = error.hint(format!(
                    "{}{}{}",
                    line.unwrap_or_default(),
                    fault.message,
                    hint.unwrap_or_default()
                ));
            }
            if faults.len() > FAULTS_MOST {
                error = error.hint(format!("and {} more", faults.len() - FAULTS_MOST));
            }
            error
        }
        Error::Parts { hint, .. } => CommandError::usage(message).hint(hint),
        _ => CommandError::new(ErrorKind::Findings, message),
    }
}
