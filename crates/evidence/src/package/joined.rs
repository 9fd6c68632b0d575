//! Several files that are one table: each goes on where the one before it ended.

use std::io;

use crate::source::{Source, read_full};

/// Files read as one. A line end is put between two files where there is none, and the
/// first line of a later file is left out if it is that of the first file again.
pub(super) struct Joined<'a> {
    /// The pieces: where each starts in the whole, in its file, and its length.
    pieces: Vec<Piece<'a>>,
    length: u64,
}

struct Piece<'a> {
    bytes: Bytes<'a>,
    start: u64,
    from: u64,
    length: u64,
}

enum Bytes<'a> {
    File(&'a dyn Source),
    LineEnd,
}

/// A longer first line is not compared.
const LINE: usize = 64 << 10;

impl<'a> Joined<'a> {
    /// Joins files.
    pub(super) fn new(files: &[&'a dyn Source]) -> io::Result<Self> {
        let mut joined = Self { pieces: Vec::new(), length: 0 };
        let first = match files.first() {
            Some(file) => first_line(*file)?,
            None => Vec::new(),
        };
        for (at, file) in files.iter().enumerate() {
            let same = at > 0 && !first.is_empty() && first_line(*file)? == first;
            let from = if same { first.len() as u64 } else { 0 };
            let length = file.length().saturating_sub(from);
            joined.add(Bytes::File(*file), from, length);
            let mut last = [0];
            let end = file.length().saturating_sub(1);
            if length > 0 && read_full(*file, end, &mut last)? == 1 && last != *b"\n" {
                joined.add(Bytes::LineEnd, 0, 1);
            }
        }
        Ok(joined)
    }

    fn add(&mut self, bytes: Bytes<'a>, from: u64, length: u64) {
        if length > 0 {
            self.pieces.push(Piece { bytes, start: self.length, from, length });
            self.length += length;
        }
    }
}

/// Returns the first line with its end; empty if it is very long.
fn first_line(source: &dyn Source) -> io::Result<Vec<u8>> {
    let mut line = vec![0; LINE];
    let count = read_full(source, 0, &mut line)?;
    line.truncate(count);
    let end = memchr::memchr(b'\n', &line).map_or(0, |at| at + 1);
    line.truncate(end);
    Ok(line)
}

impl Source for Joined<'_> {
    fn length(&self) -> u64 {
        self.length
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let at =
            self.pieces.partition_point(|piece| piece.start + piece.length <= offset);
        let Some(piece) = self.pieces.get(at) else { return Ok(0) };
        let inside = offset - piece.start;
        let left = usize::try_from(piece.length - inside).unwrap_or(usize::MAX);
        let most = buffer.len().min(left);
        let Some(buffer) = buffer.get_mut(..most) else { return Ok(0) };
        match piece.bytes {
            Bytes::File(source) => source.read_at(piece.from + inside, buffer),
            Bytes::LineEnd => {
                buffer.fill(b'\n');
                Ok(most)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(files: &[&[u8]], step: usize) -> String {
        let files: Vec<Vec<u8>> = files.iter().map(|file| file.to_vec()).collect();
        let sources: Vec<&dyn Source> = files.iter().map(|f| f as &dyn Source).collect();
        let joined = Joined::new(&sources).unwrap();
        let mut text = Vec::new();
        let mut piece = vec![0; step];
        loop {
            let count = read_full(&joined, text.len() as u64, &mut piece).unwrap();
            if count == 0 {
                break;
            }
            text.extend_from_slice(&piece[..count]);
        }
        assert_eq!(text.len() as u64, joined.length());
        String::from_utf8(text).unwrap()
    }

    /// Files follow each other with a line end between, and labels stand once.
    #[test]
    fn joins_files() {
        for step in [1, 3, 100] {
            assert_eq!(joined(&[b"a\n1\n", b"2", b"", b"3\n"], step), "a\n1\n2\n3\n");
            assert_eq!(joined(&[b"a,b\n1,2\n", b"a,b\n3,4"], step), "a,b\n1,2\n3,4\n");
        }
    }
}
