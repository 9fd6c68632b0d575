//! From text to tree.

use std::collections::HashMap;

use untoc_core::{Code, Finding, Place};

use super::fault::{Fault, Syntax};
use super::node::{Kind, Member, Node};
use super::{DEPTH_MAX, VALUES_MAX, number, string};

/// What reading a text gives.
pub(crate) struct Parsed<'t> {
    /// The tree; `None` where the syntax does not hold.
    pub root: Option<Node<'t>>,
    /// What is wrong; the places have bytes only.
    pub findings: Vec<Finding>,
}

/// Reads a text. A fault of syntax ends the reading; repeated keys, numbers too large
/// and lone surrogates do not.
pub(crate) fn parse(text: &str) -> Parsed<'_> {
    let mut parser = Parser {
        text,
        bytes: text.as_bytes(),
        at: 0,
        depth: 0,
        values: 0,
        findings: Vec::new(),
    };
    match parser.document() {
        Ok(root) => Parsed { root: Some(root), findings: parser.findings },
        Err(fault) => {
            let finding = fault.finding(text, parser.at);
            parser.findings.push(finding);
            Parsed { root: None, findings: parser.findings }
        }
    }
}

struct Parser<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    depth: usize,
    values: usize,
    findings: Vec<Finding>,
}

/// From this many fields on, repeated keys are looked for with a table.
const MANY: usize = 16;

/// A hostile text may hold more faults than anybody reads.
const FINDINGS_MAX: usize = 1_000;

impl<'t> Parser<'t> {
    fn document(&mut self) -> Result<Node<'t>, Fault> {
        self.blanks();
        if self.at == self.bytes.len() {
            return Err(Fault::Empty);
        }
        let root = self.value(0)?;
        self.blanks();
        match self.peek() {
            None => Ok(root),
            Some(byte) => Err(Fault::Trailing(matches!(byte, b'{' | b'['))),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Reads a value; `open` is the byte of the bracket around it.
    fn value(&mut self, open: usize) -> Result<Node<'t>, Fault> {
        self.values += 1;
        if self.values > VALUES_MAX {
            return Err(Fault::TooMany);
        }
        let start = self.at;
        let kind = match self.peek() {
            None => return Err(Fault::Truncated(open)),
            Some(b'"') => Kind::Text(self.string()?),
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::array)?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Kind::Bool(true))?,
            Some(b'f') => self.word("false", Kind::Bool(false))?,
            Some(b'n') => self.word("null", Kind::Null)?,
            Some(_) => return Err(self.foreign(Syntax::Value)),
        };
        Ok(Node { kind, start, end: self.at })
    }

    fn nested(
        &mut self,
        read: fn(&mut Self) -> Result<Kind<'t>, Fault>,
    ) -> Result<Kind<'t>, Fault> {
        if self.depth == DEPTH_MAX {
            return Err(Fault::TooDeep);
        }
        self.depth += 1;
        let kind = read(self)?;
        self.depth -= 1;
        Ok(kind)
    }

    fn array(&mut self) -> Result<Kind<'t>, Fault> {
        let open = self.at;
        self.at += 1;
        let mut items = Vec::new();
        self.blanks();
        match self.peek() {
            Some(b']') => {
                self.at += 1;
                return Ok(Kind::Array(items));
            }
            Some(b'}') => return Err(Fault::Mismatch(open)),
            _ => {}
        }
        loop {
            self.blanks();
            items.push(self.value(open)?);
            if self.closes(open, b']')? {
                return Ok(Kind::Array(items));
            }
        }
    }

    fn object(&mut self) -> Result<Kind<'t>, Fault> {
        let open = self.at;
        self.at += 1;
        let mut members = Vec::new();
        self.blanks();
        match self.peek() {
            Some(b'}') => {
                self.at += 1;
                return Ok(Kind::Object(members));
            }
            Some(b']') => return Err(Fault::Mismatch(open)),
            _ => {}
        }
        loop {
            self.blanks();
            let start = self.at;
            let key = match self.peek() {
                None => return Err(Fault::Truncated(open)),
                Some(b'"') => self.string()?,
                Some(_) => return Err(self.foreign(Syntax::Key)),
            };
            self.blanks();
            match self.peek() {
                None => return Err(Fault::Truncated(open)),
                Some(b':') => self.at += 1,
                Some(_) => return Err(Fault::Syntax(Syntax::Colon)),
            }
            self.blanks();
            let value = self.value(open)?;
            members.push(Member { key, start, value, shadowed: false });
            if self.closes(open, b'}')? {
                self.shadow(&mut members);
                return Ok(Kind::Object(members));
            }
        }
    }

    /// Reads the comma or the bracket behind a value; says whether the bracket closes.
    fn closes(&mut self, open: usize, bracket: u8) -> Result<bool, Fault> {
        self.blanks();
        match self.peek() {
            None => Err(Fault::Truncated(open)),
            Some(byte) if byte == bracket => {
                self.at += 1;
                Ok(true)
            }
            Some(b',') => {
                let comma = self.at;
                self.at += 1;
                self.blanks();
                match self.peek() {
                    Some(b']' | b'}') => {
                        self.at = comma;
                        Err(Fault::Syntax(Syntax::CommaTrailing))
                    }
                    _ => Ok(false),
                }
            }
            Some(b']' | b'}') => Err(Fault::Mismatch(open)),
            Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9') => {
                Err(Fault::Syntax(Syntax::CommaMissing))
            }
            Some(_) => Err(self.foreign(Syntax::CommaOrEnd)),
        }
    }

    fn word(&mut self, word: &str, kind: Kind<'t>) -> Result<Kind<'t>, Fault> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let found = rest.get(..length).unwrap_or_default();
        if found == word.as_bytes() {
            self.at += length;
            return Ok(kind);
        }
        if length == rest.len() && word.as_bytes().starts_with(found) {
            let start = self.at;
            self.at = self.bytes.len();
            return Err(Fault::Truncated(start));
        }
        Err(Fault::Syntax(Syntax::Word))
    }

    fn number(&mut self) -> Result<Kind<'t>, Fault> {
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        match number::scan(rest) {
            Ok(length) => {
                let raw = self.text.get(start..start + length).unwrap_or_default();
                self.at += length;
                if number::number(raw).is_none() {
                    self.note(Finding::new(Code::NumberTooLarge, at(start)));
                }
                Ok(Kind::Number(raw))
            }
            Err(offset) if offset == rest.len() => {
                self.at = self.bytes.len();
                Err(Fault::Truncated(start))
            }
            Err(_) => Err(Fault::Syntax(Syntax::Number)),
        }
    }

    fn string(&mut self) -> Result<std::borrow::Cow<'t, str>, Fault> {
        let start = self.at;
        let (at_byte, fault) = match string::scan(self.text, start) {
            Ok(scanned) => {
                self.at = scanned.end;
                for lone in scanned.lone {
                    self.note(Finding::new(Code::SurrogateLone, at(lone)));
                }
                return Ok(scanned.text);
            }
            Err(string::Broken::Open) => (self.bytes.len(), Fault::Truncated(start)),
            Err(string::Broken::LineBreak(byte)) => {
                (byte, Fault::Syntax(Syntax::LineBreak))
            }
            Err(string::Broken::Control(byte)) => (byte, Fault::Syntax(Syntax::Control)),
            Err(string::Broken::Escape(byte)) => (byte, Fault::Syntax(Syntax::Escape)),
        };
        self.at = at_byte;
        Err(fault)
    }

    /// Names what stands here instead of what was expected, where people often write it.
    fn foreign(&self, expected: Syntax) -> Fault {
        let rest = self.text.get(self.at..).unwrap_or_default();
        Fault::Syntax(match rest.chars().next() {
            Some('\'' | '`') => Syntax::QuoteSingle,
            Some('“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’') => {
                Syntax::QuoteCurly
            }
            Some('/' | '#') => Syntax::Comment,
            Some(c) if c.is_alphabetic() || c == '_' || c == '$' => {
                if expected == Syntax::Key {
                    Syntax::KeyUnquoted
                } else if expected == Syntax::CommaOrEnd {
                    Syntax::CommaMissing
                } else {
                    Syntax::Word
                }
            }
            Some('+' | '.') if expected == Syntax::Value => Syntax::Number,
            _ => expected,
        })
    }

    /// Marks the fields whose key stands again further down, and reports each repetition.
    fn shadow(&mut self, members: &mut [Member<'t>]) {
        let mut repeated: Vec<(usize, usize)> = Vec::new();
        if members.len() < MANY {
            for (later, member) in members.iter().enumerate() {
                let before = members.get(..later).unwrap_or_default();
                if let Some(first) = before.iter().rposition(|m| m.key == member.key) {
                    repeated.push((first, later));
                }
            }
        } else {
            let mut seen: HashMap<&str, usize> = HashMap::with_capacity(members.len());
            for (later, member) in members.iter().enumerate() {
                if let Some(first) = seen.insert(&member.key, later) {
                    repeated.push((first, later));
                }
            }
        }
        for (first, later) in repeated {
            let start = |member: Option<&Member>| member.map_or(0, |m| m.start);
            let key = members.get(later).map_or("", |m| &m.key);
            let mut finding =
                Finding::new(Code::KeyDuplicate, at(start(members.get(later))))
                    .typed("field", key);
            finding.places.push(at(start(members.get(first))));
            self.note(finding);
            if let Some(member) = members.get_mut(first) {
                member.shadowed = true;
            }
        }
    }

    fn note(&mut self, finding: Finding) {
        if self.findings.len() < FINDINGS_MAX {
            self.findings.push(finding);
        } else if let Some(same) =
            self.findings.iter_mut().rev().find(|f| f.code == finding.code)
        {
            same.count += 1;
        }
    }
}

fn at(byte: usize) -> Place {
    Place { byte: Some(byte), ..Place::default() }
}
