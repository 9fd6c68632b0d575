//! Writes whole lines only, so that a report that is cut off ends with a whole line.

use std::io::{self, Write};

/// How many bytes a pipe takes in one go or not at all (POSIX asks for 512, Linux and
/// macOS give 4,096 and 512; files take more).
const AT_ONCE: usize = 4096;

/// A writer that hands on whole lines, as many at once as a pipe takes in one go.
///
/// A program that is killed stops between two such calls; a line that is longer is handed
/// on in one call of its own.
pub struct WholeLines<W: Write> {
    out: W,
    waiting: Vec<u8>,
}

impl<W: Write> WholeLines<W> {
    /// Makes a writer of whole lines.
    pub fn new(out: W) -> Self {
        Self { out, waiting: Vec::with_capacity(AT_ONCE) }
    }

    /// Returns the writer; what was not flushed is lost.
    pub fn into_inner(self) -> W {
        self.out
    }

    fn hand_on(&mut self) -> io::Result<()> {
        let result = self.out.write_all(&self.waiting).and_then(|()| self.out.flush());
        self.waiting.clear();
        result
    }
}

impl<W: Write> Write for WholeLines<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            let begun = self.waiting.last().is_some_and(|byte| *byte != b'\n');
            if !begun && self.waiting.len() + line.len() > AT_ONCE {
                self.hand_on()?;
            }
            self.waiting.extend_from_slice(line);
        }
        // Whoever reads along sees every finding soon.
        if self.waiting.ends_with(b"\n") {
            self.hand_on()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.hand_on()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keeps what each call was given.
    #[derive(Default)]
    struct Calls(Vec<Vec<u8>>);

    impl Write for Calls {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.push(bytes.to_vec());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Every call hands on whole lines, and no more than a pipe takes at once.
    #[test]
    fn hands_on_whole_lines() {
        let mut lines = WholeLines::new(Calls::default());
        let mut whole = Vec::new();
        for length in [10, 3000, 2000, 5000, 1, 4096] {
            let text = format!("{}\n{}\n", "x".repeat(length), "y".repeat(length / 2));
            let (head, tail) = text.split_at(length / 3);
            lines.write_all(head.as_bytes()).unwrap();
            lines.write_all(tail.as_bytes()).unwrap();
            whole.extend_from_slice(text.as_bytes());
        }
        lines.flush().unwrap();
        let calls = lines.out.0;
        assert!(calls.iter().all(|call| call.is_empty() || call.ends_with(b"\n")));
        let many = |call: &&Vec<u8>| call.iter().filter(|b| **b == b'\n').count() > 1;
        assert!(calls.iter().filter(many).all(|call| call.len() <= AT_ONCE));
        assert_eq!(calls.concat(), whole);
    }
}
