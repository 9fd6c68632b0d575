//! The smallest change of whole lines between two texts.
//!
//! The history records settings, laws and the form of responses by it: exact to the
//! byte, short, and easy to turn round.

/// Some lines of a text in place of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    /// The first line that differs, from 1.
    pub line: usize,
    /// The lines before, with their line ends.
    pub before: String,
    /// The lines after, with their line ends.
    pub after: String,
}

impl Edit {
    /// Returns the change between two texts; `None` if they are the same.
    pub(crate) fn between(before: &str, after: &str) -> Option<Self> {
        if before == after {
            return None;
        }
        let old: Vec<&str> = before.split_inclusive('\n').collect();
        let new: Vec<&str> = after.split_inclusive('\n').collect();
        let same = |(a, b): &(&&str, &&str)| a == b;
        let head = old.iter().zip(&new).take_while(same).count();
        let room = old.len().min(new.len()) - head;
        let tail =
            old.iter().rev().zip(new.iter().rev()).take_while(same).take(room).count();
        let middle =
            |lines: &[&str]| lines.get(head..lines.len() - tail).map(<[_]>::concat);
        Some(Self {
            line: head + 1,
            before: middle(&old).unwrap_or_default(),
            after: middle(&new).unwrap_or_default(),
        })
    }
}

/// Puts lines in place of others; `None` if these do not stand there.
pub(crate) fn replace_lines(
    text: &str,
    line: usize,
    before: &str,
    after: &str,
) -> Option<String> {
    let skipped = line.checked_sub(1)?;
    let mut start = 0;
    let mut lines = text.split_inclusive('\n');
    for _ in 0..skipped {
        start += lines.next()?.len();
    }
    let (head, rest) = text.split_at_checked(start)?;
    let tail = rest.strip_prefix(before)?;
    let whole_lines = before.is_empty() || before.ends_with('\n') || tail.is_empty();
    whole_lines.then(|| [head, after, tail].concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A change in the middle takes only the lines that differ.
    #[test]
    fn takes_only_what_differs() {
        let edit = Edit::between("a\nb\nc\n", "a\nx\ny\nc\n").unwrap();
        assert_eq!((edit.line, &*edit.before, &*edit.after), (2, "b\n", "x\ny\n"));
        assert_eq!(Edit::between("a\n", "a\n"), None);
    }

    /// Lines that have moved or changed are not overwritten.
    #[test]
    fn refuses_other_lines() {
        assert_eq!(replace_lines("a\nb\n", 2, "c\n", "d\n"), None);
        assert_eq!(replace_lines("a\nbc\n", 2, "b", "d\n"), None);
        assert_eq!(replace_lines("a\n", 5, "", "d\n"), None);
        assert_eq!(replace_lines("a\n", 0, "a\n", "d\n"), None);
    }

    proptest! {
        /// A change leads from the one text to the other and back, byte for byte.
        #[test]
        fn leads_there_and_back(a in "[ab\n\r]{0,12}", b in "[ab\n\r]{0,12}") {
            if let Some(edit) = Edit::between(&a, &b) {
                let there = replace_lines(&a, edit.line, &edit.before, &edit.after);
                prop_assert_eq!(there.as_deref(), Some(&*b));
                let back = replace_lines(&b, edit.line, &edit.after, &edit.before);
                prop_assert_eq!(back.as_deref(), Some(&*a));
            } else {
                prop_assert_eq!(a, b);
            }
        }
    }
}
