//! The XML of office files, one start, end or text at a time.
//!
//! Document types are refused, since their entities could do anything, and so is what is
//! nested too deep or is too much. References are resolved to characters; no entity
//! beyond the five of XML is known.

use std::io::{BufRead, BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// How much XML is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct XmlLimits {
    /// The deepest nesting of elements.
    pub depth: usize,
    /// The most starts, ends and texts.
    pub nodes: usize,
}

/// Why XML is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum XmlFault {
    /// It is not well-formed.
    Damaged,
    /// It has a document type.
    DocType,
    /// It is nested too deep.
    Depth,
    /// It has too much in it.
    Nodes,
}

/// What a walk through XML meets.
#[derive(Debug)]
pub enum XmlNode<'x> {
    /// An element begins.
    Start(XmlElement<'x>),
    /// An element ends; its name is without prefix.
    End(String),
    /// Text between elements, decoded.
    Text(String),
}

/// The beginning of an element.
#[derive(Debug)]
pub struct XmlElement<'x> {
    /// The name, without prefix.
    pub name: String,
    start: BytesStart<'x>,
}

impl XmlElement<'_> {
    /// Returns an attribute by its name without prefix.
    pub fn get(&self, name: &str) -> Option<String> {
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

    /// Returns an attribute that is a number.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.parse().ok()
    }

    /// Says whether an attribute is true.
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.get(name).as_deref(), Some("1" | "true"))
    }
}

/// A walk through XML.
pub struct XmlNodes<'x> {
    reader: Reader<&'x [u8]>,
    walk: Walk,
}

impl std::fmt::Debug for XmlNodes<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count = self.walk.count;
        f.debug_struct("XmlNodes").field("count", &count).finish_non_exhaustive()
    }
}

impl<'x> XmlNodes<'x> {
    /// Begins with a text.
    pub fn of(text: &'x str, limits: XmlLimits) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, walk: Walk { limits, depth: 0, count: 0 } }
    }

    /// Returns the next node; `None` at the end.
    ///
    /// # Errors
    /// When the text is not well-formed, or past a limit.
    pub fn node(&mut self) -> Result<Option<XmlNode<'x>>, XmlFault> {
        loop {
            match self.walk.take(self.reader.read_event())? {
                Taken::Node(node) => return Ok(Some(node)),
                Taken::Nothing => {}
                Taken::End => return Ok(None),
            }
        }
    }

    /// Passes over the rest of an element.
    ///
    /// # Errors
    /// As for [`Self::node`].
    pub fn skip(&mut self) -> Result<(), XmlFault> {
        let outside = self.walk.depth.saturating_sub(1);
        while self.walk.depth > outside {
            if self.node()?.is_none() {
                return Err(XmlFault::Damaged);
            }
        }
        Ok(())
    }
}

/// The most bytes of one tag or text that is read piece by piece; a cell of a spreadsheet
/// holds at most 32,767 characters.
const LONGEST: usize = 4 << 20;

/// Walks through XML that is read piece by piece, and hands over each node; `visit` says
/// whether to go on.
pub(crate) fn walk_stream(
    source: impl Read,
    limits: XmlLimits,
    visit: &mut dyn FnMut(XmlNode<'_>) -> bool,
) -> Result<(), StreamFault> {
    let mut reader = Reader::from_reader(Metered { source: buffered(source), left: 0 });
    reader.config_mut().expand_empty_elements = true;
    let mut walk = Walk { limits, depth: 0, count: 0 };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        reader.get_mut().left = LONGEST;
        let event = match reader.read_event_into(&mut buffer) {
            Err(quick_xml::Error::Io(error)) => {
                let error = std::io::Error::new(error.kind(), error);
                return Err(StreamFault::Io(error));
            }
            event => event,
        };
        match walk.take(event)? {
            Taken::Node(node) => {
                if !visit(node) {
                    return Ok(());
                }
            }
            Taken::Nothing => {}
            Taken::End => return Ok(()),
        }
    }
}

/// Why XML that is read piece by piece is not read on.
#[derive(Debug)]
pub(crate) enum StreamFault {
    Xml,
    Io(std::io::Error),
}

impl From<XmlFault> for StreamFault {
    fn from(_: XmlFault) -> Self {
        Self::Xml
    }
}

fn buffered<R: Read>(source: R) -> BufReader<R> {
    BufReader::with_capacity(64 << 10, source)
}

/// Gives no more bytes than are left, so that no tag or text fills the memory.
struct Metered<R> {
    source: R,
    left: usize,
}

impl<R: BufRead> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.source.read(buffer)
    }
}

impl<R: BufRead> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.left == 0 {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count);
        self.source.consume(count);
    }
}

/// Where a walk is.
struct Walk {
    limits: XmlLimits,
    depth: usize,
    count: usize,
}

/// What came of the next event.
enum Taken<'x> {
    Node(XmlNode<'x>),
    /// A remark or the like.
    Nothing,
    End,
}

impl Walk {
    fn take<'x>(
        &mut self,
        event: quick_xml::Result<Event<'x>>,
    ) -> Result<Taken<'x>, XmlFault> {
        self.count += 1;
        if self.count > self.limits.nodes {
            return Err(XmlFault::Nodes);
        }
        let node = match event {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                self.depth += 1;
                if self.depth > self.limits.depth {
                    return Err(XmlFault::Depth);
                }
                let name: String = start.local_name().as_ref().to_owned();
                XmlNode::Start(XmlElement { name, start })
            }
            Ok(Event::End(end)) => {
                self.depth = self.depth.saturating_sub(1);
                XmlNode::End(end.local_name().as_ref().to_owned())
            }
            Ok(Event::Text(text)) => XmlNode::Text(text.xml10_content().into_owned()),
            Ok(Event::CData(text)) => XmlNode::Text(text.xml10_content().into_owned()),
            Ok(Event::GeneralRef(reference)) => {
                XmlNode::Text(resolve(&reference).ok_or(XmlFault::Damaged)?)
            }
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {
                return Ok(Taken::Nothing);
            }
            Ok(Event::DocType(_)) => return Err(XmlFault::DocType),
            Err(_) => return Err(XmlFault::Damaged),
            Ok(Event::Eof) if self.depth == 0 => return Ok(Taken::End),
            Ok(Event::Eof) => return Err(XmlFault::Damaged),
        };
        Ok(Taken::Node(node))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(text: &str) -> Result<String, XmlFault> {
        let mut nodes = XmlNodes::of(text, XmlLimits { depth: 3, nodes: 20 });
        let mut out = String::new();
        while let Some(node) = nodes.node()? {
            out.push_str(&match node {
                XmlNode::Start(element) => {
                    format!("<{} {:?}>", element.name, element.get("a"))
                }
                XmlNode::End(name) => format!("</{name}>"),
                XmlNode::Text(text) => text,
            });
        }
        Ok(out)
    }

    /// Prefixes fall, references and character data become text, empty elements end.
    #[test]
    fn reads_elements_and_texts() {
        let read = walk("<w:p w:a='1&amp;2'>x&#x2713;&lt;<![CDATA[<y>]]><w:b/></w:p>");
        assert_eq!(read.unwrap(), "<p Some(\"1&2\")>x✓<<y><b None></b></p>");
    }

    /// What could do harm or never end is refused.
    #[test]
    fn refuses_what_could_harm() {
        let fault = |text: &str| walk(text).unwrap_err();
        assert_eq!(fault("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"), XmlFault::DocType);
        assert_eq!(fault("<a>&e;</a>"), XmlFault::Damaged);
        assert_eq!(fault("<a><b></a>"), XmlFault::Damaged);
        assert_eq!(fault("<a>"), XmlFault::Damaged);
        assert_eq!(fault("<a><b><c><d/></c></b></a>"), XmlFault::Depth);
        assert_eq!(fault(&"<a/>".repeat(20)), XmlFault::Nodes);
    }
}
