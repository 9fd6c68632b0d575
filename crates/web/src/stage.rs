//! Files that were sent in and shown, and wait in memory until somebody decides.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::ask::Upload;
use crate::once::random_text;

/// The most files that wait; the oldest make room for new ones.
const MOST: usize = 2;

/// Files that were sent in together.
pub(crate) struct Bundle {
    pub(crate) files: Vec<Arc<Upload>>,
    /// What opens them, where they are encrypted: in memory only, and no longer than they.
    pub(crate) secret: Option<String>,
}

impl Bundle {
    /// Returns the name of the first file, with how many others there are.
    pub(crate) fn name(&self) -> String {
        let first = self.files.first().map(|file| file.name.clone()).unwrap_or_default();
        match self.files.len() {
            0 | 1 => first,
            all => format!("{first} + {}", all - 1),
        }
    }

    /// Returns the names and bytes.
    pub(crate) fn contents(&self) -> Vec<(String, Vec<u8>)> {
        let file = |file: &Arc<Upload>| (file.name.clone(), file.bytes.clone());
        self.files.iter().map(file).collect()
    }
}

/// Files that wait.
#[derive(Default)]
pub(crate) struct Staged(VecDeque<(String, Arc<Bundle>)>);

impl Staged {
    /// Lets files wait and returns the name under which they are found again.
    pub(crate) fn put(&mut self, bundle: Bundle) -> String {
        let key = random_text();
        self.0.push_back((key.clone(), Arc::new(bundle)));
        while self.0.len() > MOST {
            self.0.pop_front();
        }
        key
    }

    /// Returns files that wait.
    pub(crate) fn get(&self, key: &str) -> Option<Arc<Bundle>> {
        let found = self.0.iter().find(|(known, _)| known == key);
        found.map(|(_, bundle)| Arc::clone(bundle))
    }

    /// Forgets files.
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
        let file = || Bundle {
            files: vec![Arc::new(Upload { name: "a.csv".to_owned(), bytes: Vec::new() })],
            secret: None,
        };
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
