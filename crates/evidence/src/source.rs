//! Where bytes come from and where too many of them go.
//!
//! This crate opens no file. A [`Source`] is read at an offset, by several threads at
//! once; a [`Scratch`] takes what does not fit into memory. The command brings files for
//! both, tests bring plain bytes.

use std::io;

/// Bytes that can be read at any offset.
pub trait Source: Sync {
    /// Returns the number of bytes.
    fn length(&self) -> u64;

    /// Reads some bytes from an offset on and says how many; none at the end.
    ///
    /// # Errors
    /// When the bytes cannot be read.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;
}

/// A place for what does not fit into memory, in numbered parts.
pub trait Scratch: Sync {
    /// Adds bytes to a part.
    ///
    /// # Errors
    /// When the bytes cannot be written.
    fn append(&self, part: usize, bytes: &[u8]) -> io::Result<()>;

    /// Returns all bytes of a part, in the order in which they were added.
    ///
    /// # Errors
    /// When the bytes cannot be read.
    fn read(&self, part: usize) -> io::Result<Vec<u8>>;
}

impl Source for [u8] {
    fn length(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let from = usize::try_from(offset).unwrap_or(usize::MAX);
        let rest = self.get(from..).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        for (to, byte) in buffer.iter_mut().zip(rest) {
            *to = *byte;
        }
        Ok(count)
    }
}

impl Source for Vec<u8> {
    fn length(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        self.as_slice().read_at(offset, buffer)
    }
}

impl<S: Source + ?Sized> Source for &S {
    fn length(&self) -> u64 {
        (**self).length()
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        (**self).read_at(offset, buffer)
    }
}

/// Reads until the buffer is full or the source ends, and says how many bytes.
pub(crate) fn read_full(
    source: &dyn Source,
    offset: u64,
    buffer: &mut [u8],
) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match source.read_at(offset + filled as u64, rest) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reading past the end gives what there is and then nothing.
    #[test]
    fn reads_up_to_the_end() {
        let bytes = b"0123456789".to_vec();
        let mut buffer = [0; 4];
        assert_eq!(read_full(&bytes, 8, &mut buffer).unwrap(), 2);
        assert_eq!(&buffer[..2], b"89");
        assert_eq!(read_full(&bytes, 10, &mut buffer).unwrap(), 0);
        assert_eq!(read_full(&bytes, 99, &mut buffer).unwrap(), 0);
    }
}
