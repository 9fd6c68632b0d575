//! JSON pointers (RFC 6901): written while walking, and found again in a tree.

use std::collections::HashMap;

use crate::json::{Kind, Member, Node};

/// The way from the root to a value, as a list that lives on the stack.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'p> {
    Root,
    Key(&'p str),
    Index(usize),
}

impl Path<'_> {
    /// The root.
    pub(crate) const ROOT: Path<'static> = Path { parent: None, step: Step::Root };

    /// Returns the way to a field.
    pub(crate) fn key<'p>(&'p self, key: &'p str) -> Path<'p> {
        Path { parent: Some(self), step: Step::Key(key) }
    }

    /// Returns the way to an item.
    pub(crate) fn index(&self, index: usize) -> Path<'_> {
        Path { parent: Some(self), step: Step::Index(index) }
    }

    /// Returns the pointer.
    pub(crate) fn pointer(&self) -> String {
        let mut steps = Vec::new();
        let mut at = Some(self);
        while let Some(path) = at {
            steps.push(path.step);
            at = path.parent;
        }
        let mut out = String::new();
        for step in steps.into_iter().rev() {
            match step {
                Step::Root => {}
                Step::Key(key) => push_key(&mut out, key),
                Step::Index(index) => push_key(&mut out, &index.to_string()),
            }
        }
        out
    }
}

/// Adds a step to a pointer.
pub(crate) fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    for c in key.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(c),
        }
    }
}

/// Finds values by their pointers; objects with many fields are indexed once.
pub(crate) struct Finder<'n, 't> {
    root: &'n Node<'t>,
    indexes: HashMap<usize, HashMap<&'n str, &'n Member<'t>>>,
}

const MANY: usize = 16;

impl<'n, 't> Finder<'n, 't> {
    /// Starts at the root of a tree.
    pub(crate) fn new(root: &'n Node<'t>) -> Self {
        Self { root, indexes: HashMap::new() }
    }

    /// Returns the value at a pointer, or the nearest value around what is not there.
    pub(crate) fn nearest(&mut self, pointer: &str) -> &'n Node<'t> {
        let mut at = self.root;
        for step in pointer.split('/').skip(1) {
            match self.child(at, step) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// Returns what one step of a pointer leads to.
    pub(crate) fn child(
        &mut self,
        node: &'n Node<'t>,
        step: &str,
    ) -> Option<&'n Node<'t>> {
        match &node.kind {
            Kind::Array(items) => items.get(step.parse::<usize>().ok()?),
            Kind::Object(_) => {
                let key = step.replace("~1", "/").replace("~0", "~");
                self.member(node, &key).map(|member| &member.value)
            }
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::Text(_) => None,
        }
    }

    /// Returns the field of an object with this key.
    pub(crate) fn member(
        &mut self,
        node: &'n Node<'t>,
        key: &str,
    ) -> Option<&'n Member<'t>> {
        let Kind::Object(members) = &node.kind else { return None };
        let mut counted = members.iter().filter(|member| !member.shadowed);
        if members.len() < MANY {
            return counted.find(|member| member.key == key);
        }
        let index = self
            .indexes
            .entry(node.start)
            .or_insert_with(|| counted.map(|member| (&*member.key, member)).collect());
        index.get(key).copied()
    }

    /// Returns the root.
    pub(crate) fn root(&self) -> &'n Node<'t> {
        self.root
    }
}

/// Returns the pointer to the innermost value at a byte; at a key, that to its field.
pub(crate) fn pointer_at(root: &Node<'_>, byte: usize) -> String {
    let mut pointer = String::new();
    let mut at = root;
    loop {
        match &at.kind {
            Kind::Array(items) => {
                let index = items.partition_point(|item| item.end <= byte);
                match items.get(index) {
                    Some(item) if item.start <= byte => {
                        push_key(&mut pointer, &index.to_string());
                        at = item;
                    }
                    _ => return pointer,
                }
            }
            Kind::Object(members) => {
                let index = members.partition_point(|member| member.value.end <= byte);
                match members.get(index) {
                    Some(member) if member.start <= byte => {
                        push_key(&mut pointer, &member.key);
                        if byte < member.value.start {
                            return pointer;
                        }
                        at = &member.value;
                    }
                    _ => return pointer,
                }
            }
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::Text(_) => {
                return pointer;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    const TEXT: &str = r#"{"a": [1, {"b/c": "x"}], "~": {}}"#;

    /// A pointer written on the way down finds the value again, escapes included.
    #[test]
    fn pointers_find_their_way_back() {
        let parsed = parse(TEXT);
        let root = parsed.root.unwrap();
        let a = Path::ROOT.key("a");
        let item = a.index(1);
        let pointer = item.key("b/c").pointer();
        assert_eq!(pointer, "/a/1/b~1c");
        let mut finder = Finder::new(&root);
        assert_eq!(finder.nearest(&pointer).as_text(), Some("x"));
        assert_eq!(finder.nearest("/a/7/z").start, 6, "the list around what is missing");
        assert_eq!(finder.nearest("").start, 0);
        assert_eq!(finder.nearest("/~0").shape().as_str(), "object");
    }

    /// The innermost value at a byte is found, and at a key its field.
    #[test]
    fn bytes_have_pointers() {
        let parsed = parse(TEXT);
        let root = parsed.root.unwrap();
        let at = |part: &str| pointer_at(&root, TEXT.find(part).unwrap());
        assert_eq!(at("1"), "/a/0");
        assert_eq!(at("\"b/c"), "/a/1/b~1c");
        assert_eq!(at("\"x"), "/a/1/b~1c");
        assert_eq!(at("\"~"), "/~0");
        assert_eq!(pointer_at(&root, 0), "");
    }
}
