//! What can be taken back and what can be made again.

use super::scan::Indexed;
use crate::act::Via;
use crate::file_name::FileName;

/// The changes that stand, and those that were taken back, each the newest last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Stack {
    pub done: Vec<u64>,
    pub undone: Vec<u64>,
}

impl Stack {
    /// Reads the lines in order.
    pub(crate) fn of(lines: &[Indexed]) -> Self {
        let mut stack = Self::default();
        for line in lines {
            match (&line.via, line.of) {
                (Via::Init, _) => {}
                // What led to an item that is erased has lost its values.
                (Via::Erase, _) => {
                    let gone: Vec<u64> = lines
                        .iter()
                        .filter(|before| before.n < line.n && share_item(before, line))
                        .map(|before| before.n)
                        .collect();
                    stack.done.retain(|n| !gone.contains(n));
                    stack.undone.clear();
                }
                (Via::Undo, Some(of)) => {
                    stack.done.retain(|n| *n != of);
                    stack.undone.push(of);
                }
                (Via::Redo, Some(of)) => {
                    stack.undone.retain(|n| *n != of);
                    stack.done.push(of);
                }
                // Nobody chose to make this change instead of the one taken back.
                (Via::Outside, _) => stack.done.push(line.n),
                _ => {
                    stack.done.push(line.n);
                    stack.undone.clear();
                }
            }
        }
        stack
    }
}

/// Says whether two lines change the record of the same evidence item.
fn share_item(one: &Indexed, other: &Indexed) -> bool {
    let items = one.files.iter().filter(|c| matches!(c.file, FileName::Evidence(_)));
    let mut items = items.map(|change| &change.file);
    items.any(|item| other.files.iter().any(|change| change.file == *item))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;

    fn stack(lines: &[(Via, Option<u64>)]) -> (Vec<u64>, Vec<u64>) {
        let lines: Vec<Indexed> = lines
            .iter()
            .zip(1..)
            .map(|((via, of), n)| Indexed {
                number: 0,
                n,
                at: String::new(),
                by: None,
                via: via.clone(),
                of: *of,
                from: 0,
                length: 0,
                digest: Digest::of(b""),
                files: Vec::new(),
            })
            .collect();
        let stack = Stack::of(&lines);
        (stack.done, stack.undone)
    }

    /// Undo and redo walk back and forth over the same changes.
    #[test]
    fn walks_back_and_forth() {
        use Via::{Answer, Init, Redo, Undo};
        let mut lines = vec![(Init, None), (Answer, None), (Answer, None)];
        assert_eq!(stack(&lines), (vec![2, 3], vec![]));
        lines.push((Undo, Some(3)));
        lines.push((Undo, Some(2)));
        assert_eq!(stack(&lines), (vec![], vec![3, 2]));
        lines.push((Redo, Some(2)));
        assert_eq!(stack(&lines), (vec![2], vec![3]));
    }

    /// A new change takes the place of what was taken back; one from outside does not.
    #[test]
    fn a_new_change_ends_redo() {
        use Via::{Answer, Init, Outside, Undo};
        let mut lines = vec![(Init, None), (Answer, None), (Undo, Some(2))];
        lines.push((Outside, None));
        assert_eq!(stack(&lines), (vec![4], vec![2]));
        lines.push((Answer, None));
        assert_eq!(stack(&lines), (vec![4, 5], vec![]));
    }
}
