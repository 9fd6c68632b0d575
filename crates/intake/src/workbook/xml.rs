//! The XML of office files: no document types, no entities beyond the five.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::unreadable;
use crate::limits::Refusal;

/// What a walk through XML meets.
pub(super) enum Node<'x> {
    /// An element begins.
    Start(Element<'x>),
    /// An element ends.
    End(String),
    /// Text between elements, decoded.
    Text(String),
}

/// The beginning of an element; its name is without prefix.
pub(super) struct Element<'x> {
    pub(super) name: String,
    start: BytesStart<'x>,
}

impl Element<'_> {
    /// Returns an attribute by its name without prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        for attribute in self.start.attributes() {
            let attribute = attribute.ok()?;
            let local = attribute.key.local_name();
            let local: &str = local.as_ref();
            if local == name {
                return attribute
                    .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                    .ok()
                    .map(std::borrow::Cow::into_owned);
            }
        }
        None
    }

    /// Returns an attribute that is a number.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.parse().ok()
    }

    /// Says whether an attribute is true.
    pub(super) fn flag(&self, name: &str) -> bool {
        matches!(self.get(name).as_deref(), Some("1" | "true"))
    }
}

/// Walks through a document and hands over each node; `visit` says whether to go on.
pub(super) fn walk(
    text: &str,
    visit: &mut dyn FnMut(Node<'_>) -> bool,
) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    loop {
        let node = match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                let name: String = start.local_name().as_ref().to_owned();
                Node::Start(Element { name, start })
            }
            Ok(Event::End(end)) => Node::End(end.local_name().as_ref().to_owned()),
            Ok(Event::Text(text)) => Node::Text(text.xml10_content().into_owned()),
            Ok(Event::CData(text)) => Node::Text(text.xml10_content().into_owned()),
            Ok(Event::GeneralRef(reference)) => {
                Node::Text(resolve(&reference).ok_or_else(|| unreadable("form"))?)
            }
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => continue,
            Ok(Event::DocType(_)) | Err(_) => return Err(unreadable("form")),
            Ok(Event::Eof) => return Ok(()),
        };
        if !visit(node) {
            return Ok(());
        }
    }
}

fn resolve(reference: &BytesRef<'_>) -> Option<String> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(character.to_string());
    }
    let name = reference.xml10_content();
    let text = match &*name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    };
    Some(text.to_owned())
}
