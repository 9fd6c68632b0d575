//! The tree of a JSON text.

use std::borrow::Cow;

/// A value, with the bytes that it takes in the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node<'t> {
    /// What the value is.
    pub kind: Kind<'t>,
    /// Where it begins.
    pub start: usize,
    /// Where it ends; the byte behind it.
    pub end: usize,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind<'t> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it is written.
    Number(&'t str),
    /// A text, its escapes resolved.
    Text(Cow<'t, str>),
    /// The items of an array.
    Array(Vec<Node<'t>>),
    /// The fields of an object, in their order, those of a repeated key included.
    Object(Vec<Member<'t>>),
}

/// A field of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member<'t> {
    /// The key, its escapes resolved.
    pub key: Cow<'t, str>,
    /// Where the key begins.
    pub start: usize,
    /// The value.
    pub value: Node<'t>,
    /// Whether the key stands again further down, so that this field does not count.
    pub shadowed: bool,
}

/// What a value looks like, for the words of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Null,
    Boolean,
    Number,
    Text,
    List,
    Rows,
    Object,
}

impl Shape {
    /// Returns the word that the messages know.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::Text => "text",
            Self::List => "list",
            Self::Rows => "rows",
            Self::Object => "object",
        }
    }
}

impl<'t> Node<'t> {
    /// Returns what the value looks like.
    pub(crate) fn shape(&self) -> Shape {
        match &self.kind {
            Kind::Null => Shape::Null,
            Kind::Bool(_) => Shape::Boolean,
            Kind::Number(_) => Shape::Number,
            Kind::Text(_) => Shape::Text,
            Kind::Array(items)
                if !items.is_empty()
                    && items.iter().all(|i| matches!(i.kind, Kind::Object(_))) =>
            {
                Shape::Rows
            }
            Kind::Array(_) => Shape::List,
            Kind::Object(_) => Shape::Object,
        }
    }

    /// Returns the text, if the value is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            Kind::Null
            | Kind::Bool(_)
            | Kind::Number(_)
            | Kind::Array(_)
            | Kind::Object(_) => None,
        }
    }

    /// Returns the fields that count, if the value is an object.
    pub(crate) fn fields(&self) -> Option<impl Iterator<Item = &Member<'t>>> {
        match &self.kind {
            Kind::Object(members) => Some(members.iter().filter(|m| !m.shadowed)),
            Kind::Null
            | Kind::Bool(_)
            | Kind::Number(_)
            | Kind::Text(_)
            | Kind::Array(_) => None,
        }
    }

    /// Returns the value of a field; for a few look-ups only, it walks along the fields.
    pub(crate) fn field(&self, key: &str) -> Option<&Node<'t>> {
        self.fields()?.find(|member| member.key == key).map(|member| &member.value)
    }
}
