//! Reads the whole history once and keeps what is needed: where each line stands, what
//! it says about the files, and whether each line follows from the one before it.

use std::collections::BTreeMap;

use super::HISTORY_FORMAT;
use super::line::LineView;
use crate::act::Via;
use crate::digest::Digest;
use crate::file_name::FileName;

/// What stands in the history.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    /// The lines that can be read, in order.
    pub lines: Vec<Indexed>,
    /// Lines that do not follow from the line before them: the first hundred.
    pub breaks: Vec<Break>,
    /// The length up to which the file is made of whole lines.
    pub whole: u64,
    /// How many bytes of a cut-off line follow.
    pub torn: usize,
    /// Whether a line was written by a newer version of this tool.
    pub newer: bool,
    /// Whether the last whole line lacks its line end.
    pub unended: bool,
    /// The state of each file after the last line.
    pub files: BTreeMap<FileName, Option<Digest>>,
}

/// The most breaks that are listed, since a hostile file may have one on each line.
const BREAKS_MOST: usize = 100;

/// A line of the history without its values.
#[derive(Debug, Clone)]
pub(crate) struct Indexed {
    /// The line of the file, from 1.
    pub number: usize,
    pub n: u64,
    pub at: String,
    pub by: Option<String>,
    pub via: Via,
    pub of: Option<u64>,
    /// Where the line begins, and its length without the line end.
    pub from: u64,
    pub length: usize,
    pub digest: Digest,
    /// The files that the line changes: the state before and after.
    pub files: Vec<FileChange>,
}

/// The state of a file before and after a line; `None` is absence. What stood before is
/// unknown for a file that no earlier line names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileChange {
    pub file: FileName,
    pub before: Option<Digest>,
    pub after: Option<Digest>,
}

/// A line that does not follow from the line before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Break {
    /// The line of the file, from 1.
    pub line: usize,
    pub reason: BreakReason,
}

/// Why a line does not follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BreakReason {
    /// It cannot be read.
    Unreadable,
    /// Its format is unknown to this version.
    Format,
    /// Its number is not the next one.
    Number,
    /// Its digest of the line before it is another.
    Chain,
}

impl BreakReason {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Format => "format",
            Self::Number => "number",
            Self::Chain => "chain",
        }
    }
}

impl Index {
    /// Returns the last line that can be read.
    pub(crate) fn last(&self) -> Option<&Indexed> {
        self.lines.last()
    }

    /// Returns the number of the next line.
    pub(crate) fn next_number(&self) -> u64 {
        self.last().map_or(1, |line| line.n.saturating_add(1))
    }

    /// Returns a line by its number.
    pub(crate) fn line(&self, n: u64) -> Option<&Indexed> {
        self.lines.iter().rev().find(|line| line.n == n)
    }

    fn add_break(&mut self, line: usize, reason: BreakReason) {
        if self.breaks.len() < BREAKS_MOST {
            self.breaks.push(Break { line, reason });
        }
    }

    /// Takes a line that can be read; `checkable` says whether the line before it could.
    fn take(&mut self, view: &LineView<'_>, at: At, checkable: bool) {
        let At { number, from, length } = at;
        let digest = view.digest();
        if view.format != HISTORY_FORMAT {
            self.newer |= is_newer(&view.format);
            self.add_break(number, BreakReason::Format);
        } else if !checkable {
            // That the line before cannot be read has been said.
        } else if view.n != self.next_number() {
            self.add_break(number, BreakReason::Number);
        } else if view.previous != self.last().map(|line| line.digest) {
            self.add_break(number, BreakReason::Chain);
        }
        let mut files = Vec::new();
        for (path, state) in &view.files {
            let Some(file) = FileName::parse(path) else { continue };
            let before = self.files.insert(file.clone(), state.0).flatten();
            files.push(FileChange { file, before, after: state.0 });
        }
        self.lines.push(Indexed {
            number,
            n: view.n,
            at: view.at.clone(),
            by: view.by.clone(),
            via: view.via.clone(),
            of: view.of,
            from,
            length,
            digest,
            files,
        });
    }
}

/// Where a line stands.
struct At {
    number: usize,
    from: u64,
    length: usize,
}

fn is_newer(format: &str) -> bool {
    let major = |format: &str| -> Option<u32> {
        let (name, major) = format.split_once('/')?;
        (name == "untoc-history").then(|| major.parse().ok())?
    };
    major(format) > major(HISTORY_FORMAT)
}

/// Reads a history.
pub(crate) fn scan(bytes: &[u8]) -> Index {
    let mut index = Index::default();
    let mut checkable = true;
    let mut from = 0;
    let count = bytes.split_inclusive(|byte| *byte == b'\n').count();
    for (at, raw) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let number = at + 1;
        let ended = raw.ends_with(b"\n");
        let text = std::str::from_utf8(raw).ok().map(str::trim_ascii_end);
        let view = text.and_then(|text| Some((LineView::read(text)?, text.len())));
        match view {
            Some((view, length)) => {
                index.take(&view, At { number, from, length }, checkable);
                index.unended = !ended;
                checkable = true;
            }
            None if text.is_some_and(str::is_empty) && ended => {}
            // The last line was being written when the power went.
            None if number == count => {
                index.torn = raw.len();
                break;
            }
            None => {
                index.add_break(number, BreakReason::Unreadable);
                checkable = false;
            }
        }
        from += raw.len() as u64;
    }
    index.whole = from;
    index
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::Act;
    use crate::history::Line;

    fn history(lines: u64) -> String {
        let mut text = String::new();
        for n in 1..=lines {
            let line = Line {
                n,
                act: Act::new(Via::Answer, "2026-11-24T09:30:00Z"),
                of: None,
                steps: Vec::new(),
                files: [(FileName::Laws, Some(Digest::of(&n.to_le_bytes())))].into(),
                previous: scan(text.as_bytes()).last().map(|line| line.digest),
            };
            text.push_str(&line.to_text());
        }
        text
    }

    /// A history that this tool has written is whole, also after a mail program has
    /// changed its line ends.
    #[test]
    fn accepts_a_whole_history() {
        let text = history(3);
        for text in [text.clone(), text.replace('\n', "\r\n"), text.trim_end().to_owned()]
        {
            let index = scan(text.as_bytes());
            assert_eq!(index.breaks, []);
            assert_eq!((index.lines.len(), index.torn), (3, 0));
            assert_eq!(index.whole, text.len() as u64);
            assert_eq!(index.unended, !text.ends_with('\n'));
            let last = &index.lines[2].files[0];
            assert_eq!(last.before, Some(Digest::of(&2_u64.to_le_bytes())));
            assert_eq!(index.files[&FileName::Laws], last.after);
        }
    }

    /// Whatever is cut off the last line, the lines before it stay.
    #[test]
    fn finds_a_torn_line() {
        let whole = history(2);
        let text = history(3);
        for cut in whole.len() + 1..text.len() - 1 {
            let index = scan(&text.as_bytes()[..cut]);
            assert_eq!(index.lines.len(), 2, "cut at {cut}");
            assert_eq!(
                (index.whole, index.torn),
                (whole.len() as u64, cut - whole.len())
            );
            assert_eq!(index.breaks, []);
        }
        let zeros = [whole.as_bytes(), &[0; 300]].concat();
        assert_eq!(scan(&zeros).torn, 300);
    }

    /// Each way of tampering breaks the chain at the line that shows it.
    #[test]
    fn finds_breaks() {
        let text = history(4);
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let broken = |parts: &[&str]| -> Vec<(usize, &'static str)> {
            let index = scan(parts.concat().as_bytes());
            index.breaks.iter().map(|b| (b.line, b.reason.as_str())).collect()
        };
        assert_eq!(broken(&[lines[0], lines[2], lines[3]]), [(2, "number")]);
        assert_eq!(
            broken(&[lines[0], "oops\n", lines[2], lines[3]]),
            [(2, "unreadable")]
        );
        let changed = lines[1].replace("09:30", "09:31");
        assert_eq!(broken(&[lines[0], &changed, lines[2], lines[3]]), [(3, "chain")]);
        let newer = lines[3].replace("untoc-history/1", "untoc-history/2");
        assert_eq!(broken(&[lines[0], lines[1], lines[2], &newer]), [(4, "format")]);
    }
}
