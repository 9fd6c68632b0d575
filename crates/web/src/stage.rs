//! Files that were sent in and shown, and wait in memory until somebody decides.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::ask::Upload;
use crate::once::random_text;

/// The most files that wait; the oldest make room for new ones.
const MOST: usize = 2;

/// Files that wait.
#[derive(Default)]
pub(crate) struct Staged(VecDeque<(String, Arc<Upload>)>);

impl Staged {
    /// Lets a file wait and returns the name under which it is found again.
    pub(crate) fn put(&mut self, file: Arc<Upload>) -> String {
        let key = random_text();
        self.0.push_back((key.clone(), file));
        while self.0.len() > MOST {
            self.0.pop_front();
        }
        key
    }

    /// Returns a file that waits.
    pub(crate) fn get(&self, key: &str) -> Option<Arc<Upload>> {
        let found = self.0.iter().find(|(known, _)| known == key);
        found.map(|(_, file)| Arc::clone(file))
    }

    /// Forgets a file.
    pub(crate) fn forget(&mut self, key: &str) {
        self.0.retain(|(known, _)| known != key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file is found until it is forgotten or newer ones take its room.
    #[test]
    fn files_wait() {
        let file = || Arc::new(Upload { name: "a.csv".to_owned(), bytes: Vec::new() });
        let mut staged = Staged::default();
        let first = staged.put(file());
        assert!(staged.get(&first).is_some() && staged.get("").is_none());
        let second = staged.put(file());
        let third = staged.put(file());
        assert!(staged.get(&first).is_none());
        staged.forget(&second);
        assert!(staged.get(&second).is_none() && staged.get(&third).is_some());
    }
}
