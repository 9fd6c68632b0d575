//! How much of a file is read at most.

use std::io::{self, Read};

use untoc_core::{Code, Finding, Place};

/// The limits of every reader, in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a text file (JSON, CSV, JSON lines).
    pub bytes: u64,
    /// The most rows of a CSV file.
    pub rows: usize,
    /// The most columns of a CSV file.
    pub columns: usize,
    /// The most bytes of one cell of a CSV file.
    pub cell: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, rows: 100_000, columns: 1_000, cell: 1 << 20 }
    }
}

/// Says why nothing was read.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The file can be read but is not accepted.
    #[error("the file is not accepted: {}", .0.code)]
    Finding(Box<Finding>),
    /// The file cannot be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Reads everything, unless there is more than the limit.
///
/// Never holds more than the limit and one buffer in memory, however much there is: the
/// reading stops at the first byte too many.
///
/// # Errors
/// When the source cannot be read, or holds more than `limits.bytes` (`file-too-large`
/// with the value `size`, the limit in words).
pub fn read_limited(source: impl Read, limits: &Limits) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    source.take(limits.bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if length > limits.bytes {
        let finding = Finding::new(Code::FileTooLarge, Place::default())
            .plain("size", size(limits.bytes));
        return Err(Refusal::Finding(Box::new(finding)));
    }
    Ok(bytes)
}

/// Writes a number of bytes as people do.
fn size(bytes: u64) -> String {
    match bytes {
        0..0x400 => format!("{bytes} bytes"),
        0x400..0x10_0000 => format!("{} KiB", bytes >> 10),
        _ => format!("{} MiB", bytes >> 20),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts what is taken from it and never ends early.
    struct Zeros {
        left: u64,
        given: u64,
    }

    impl Read for Zeros {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count =
                buffer.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
            buffer[..count].fill(0);
            self.left -= count as u64;
            self.given += count as u64;
            Ok(count)
        }
    }

    /// A gigabyte of zeros is given up at the limit, not read to its end.
    #[test]
    fn stops_at_the_limit() {
        let limits = Limits { bytes: 1 << 20, ..Limits::default() };
        let mut zeros = Zeros { left: 1 << 30, given: 0 };
        let Err(Refusal::Finding(finding)) = read_limited(&mut zeros, &limits) else {
            panic!("a gigabyte was accepted");
        };
        assert_eq!(finding.code, Code::FileTooLarge);
        assert_eq!(zeros.given, (1 << 20) + 1);
    }

    /// A file of exactly the limit is read whole.
    #[test]
    fn reads_up_to_the_limit() {
        let limits = Limits { bytes: 10, ..Limits::default() };
        assert_eq!(read_limited(&b"0123456789"[..], &limits).unwrap().len(), 10);
        assert!(read_limited(&b"0123456789x"[..], &limits).is_err());
    }

    /// A source that fails is an error of reading, not a finding.
    #[test]
    fn tells_a_failing_source() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("gone"))
            }
        }
        assert!(matches!(read_limited(Broken, &Limits::default()), Err(Refusal::Io(_))));
    }
}
