//! A temporary file for keys that do not fit into memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Mutex, PoisonError};

use untoc_evidence::Scratch;

/// Parts of a temporary file, which is gone when the program ends.
#[derive(Default)]
pub(super) struct FileScratch {
    inside: Mutex<Inside>,
}

#[derive(Default)]
struct Inside {
    file: Option<File>,
    end: u64,
    /// For each part its pieces: offset and length.
    parts: BTreeMap<usize, Vec<(u64, usize)>>,
}

impl Scratch for FileScratch {
    fn append(&self, part: usize, bytes: &[u8]) -> io::Result<()> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let offset = inside.end;
        let file = match &mut inside.file {
            Some(file) => file,
            none => none.insert(tempfile::tempfile()?),
        };
        file.seek(SeekFrom::Start(offset))?;
        file.write_all(bytes)?;
        inside.end += bytes.len() as u64;
        inside.parts.entry(part).or_default().push((offset, bytes.len()));
        Ok(())
    }

    fn read(&self, part: usize) -> io::Result<Vec<u8>> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let Inside { file, parts, .. } = &mut *inside;
        let mut bytes = Vec::new();
        let (Some(file), Some(pieces)) = (file, parts.get(&part)) else {
            return Ok(bytes);
        };
        for (offset, length) in pieces {
            file.seek(SeekFrom::Start(*offset))?;
            Read::by_ref(file).take(*length as u64).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts come back whole and apart.
    #[test]
    fn keeps_parts_apart() {
        let scratch = FileScratch::default();
        for round in 0..3_u8 {
            scratch.append(1, &[round; 3]).unwrap();
            scratch.append(7, &[round + 10]).unwrap();
        }
        assert_eq!(scratch.read(1).unwrap(), [0, 0, 0, 1, 1, 1, 2, 2, 2]);
        assert_eq!(scratch.read(7).unwrap(), [10, 11, 12]);
        assert!(scratch.read(2).unwrap().is_empty());
    }
}
