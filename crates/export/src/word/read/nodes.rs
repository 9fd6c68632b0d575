//! The XML of a part of a document, one start, end or text at a time.
//!
//! What is nested too deep, or is too much, is refused; so are document types, whose
//! entities could do anything.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// The deepest nesting of elements.
const DEPTH_MOST: usize = 200;
/// The most elements and texts.
const NODES_MOST: usize = 3_000_000;

/// Why a document is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is no well-formed XML.
    Damaged,
    /// It has a document type, whose entities could do anything.
    DocType,
    /// It is nested too deep.
    Depth,
    /// It has too much in it.
    Elements,
}

pub(super) enum Node<'x> {
    Start(Element<'x>),
    End(String),
    Text(String),
}

pub(super) struct Element<'x> {
    pub(super) name: String,
    start: BytesStart<'x>,
}

impl Element<'_> {
    pub(super) fn get(&self, name: &str) -> Option<String> {
        for attribute in self.start.attributes() {
            let attribute = attribute.ok()?;
            let local = attribute.key.local_name();
            let local: &str = local.as_ref();
            if local == name {
                let version = quick_xml::XmlVersion::Implicit1_0;
                let value = attribute.normalized_value(version).ok()?;
                return Some(value.into_owned());
            }
        }
        None
    }

    pub(super) fn value(&self) -> String {
        self.get("val").unwrap_or_default()
    }

    /// Says whether a property is switched on.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off"))
    }
}

/// The nodes that are left.
pub(super) struct Nodes<'x> {
    reader: Reader<&'x [u8]>,
    depth: usize,
    count: usize,
}

impl<'x> Nodes<'x> {
    /// Begins with a text.
    pub(super) fn of(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0, count: 0 }
    }

    /// Returns the next one; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Node<'x>>, Fault> {
        loop {
            self.count += 1;
            if self.count > NODES_MOST {
                return Err(Fault::Elements);
            }
            let node = match self.reader.read_event() {
                Ok(Event::Start(start) | Event::Empty(start)) => {
                    self.depth += 1;
                    if self.depth > DEPTH_MOST {
                        return Err(Fault::Depth);
                    }
                    let name: String = start.local_name().as_ref().to_owned();
                    Node::Start(Element { name, start })
                }
                Ok(Event::End(end)) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::End(end.local_name().as_ref().to_owned())
                }
                Ok(Event::Text(text)) => Node::Text(text.xml10_content().into_owned()),
                Ok(Event::CData(text)) => Node::Text(text.xml10_content().into_owned()),
                Ok(Event::GeneralRef(reference)) => {
                    Node::Text(resolve(&reference).ok_or(Fault::Damaged)?)
                }
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => continue,
                Ok(Event::DocType(_)) => return Err(Fault::DocType),
                Err(_) => return Err(Fault::Damaged),
                Ok(Event::Eof) => {
                    return if self.depth == 0 { Ok(None) } else { Err(Fault::Damaged) };
                }
            };
            return Ok(Some(node));
        }
    }

    /// Passes over the rest of an element.
    pub(super) fn skip(&mut self) -> Result<(), Fault> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                return Err(Fault::Damaged);
            }
        }
        Ok(())
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
