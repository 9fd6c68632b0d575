//! Opens a document, or says why not.

use std::collections::BTreeMap;
use std::io::Cursor;

use untoc_core::{Code, Finding, Place};
use untoc_intake::{Archive, ArchiveLimits, Refusal, XmlFault as Fault};

use super::markup::{Document, read, read_comments};
use super::relations::read_relations;

/// The most bytes of one part.
const PART_MOST: u64 = 24 << 20;

const LIMITS: ArchiveLimits = ArchiveLimits {
    entries: 2_000,
    directory: 1 << 20,
    total: 256 << 20,
    ratio: 200,
    large: 1 << 20,
};

/// What is read of a document.
pub(super) struct Opened {
    pub(super) document: Document,
    /// Comments by id: what is said, with the name of who says it.
    pub(super) comments: BTreeMap<String, String>,
    /// The properties, as XML.
    pub(super) properties: String,
}

/// Opens a document. It must be safe in all its parts, not only in those that are read.
pub(super) fn open(bytes: &[u8]) -> Result<Opened, Box<Finding>> {
    let archive = Archive::open(Cursor::new(bytes), LIMITS).map_err(refusal)?;
    let mut package = Package { archive };
    package.check()?;
    let main = package.main()?;
    let text = package.text(&main)?.ok_or_else(|| refused("damaged"))?;
    let document = read(&text).map_err(fault)?;
    drop(text);
    let mut comments = BTreeMap::new();
    if let Some(text) = package.text("word/comments.xml")? {
        for (id, author, said) in read_comments(&text).map_err(fault)? {
            let named = match author.trim() {
                "" => said,
                author => format!("{author}: {said}"),
            };
            comments.insert(id, named);
        }
    }
    let properties = package.text("docProps/core.xml")?.unwrap_or_default();
    Ok(Opened { document, comments, properties })
}

struct Package<'b> {
    archive: Archive<Cursor<&'b [u8]>>,
}

impl Package<'_> {
    /// Reads a part; none where there is none.
    fn text(&mut self, path: &str) -> Result<Option<String>, Box<Finding>> {
        let entries = self.archive.entries();
        let Some(entry) = entries.iter().find(|e| e.path() == path).cloned() else {
            return Ok(None);
        };
        let bytes = self.archive.read(&entry, PART_MOST).map_err(refusal)?;
        let bytes = bytes.ok_or_else(|| not_safe("size"))?;
        String::from_utf8(bytes).map(Some).map_err(|_| refused("damaged"))
    }

    /// Refuses macros and whatever would be fetched from elsewhere.
    fn check(&mut self) -> Result<(), Box<Finding>> {
        let paths: Vec<String> =
            self.archive.entries().iter().map(|e| e.path().to_owned()).collect();
        let macros = |path: &String| {
            let path = path.to_lowercase();
            path.ends_with("vbaproject.bin") || path.ends_with("vbadata.xml")
        };
        let types = self.text("[Content_Types].xml")?.unwrap_or_default();
        if paths.iter().any(macros) || types.contains("macroEnabled") {
            return Err(not_safe("macros"));
        }
        if !self.archive.findings().is_empty() {
            let first = self.archive.findings().first().cloned();
            return Err(first.map_or_else(|| refused("damaged"), Box::new));
        }
        for path in paths.iter().filter(|path| path.ends_with(".rels")) {
            let text = self.text(path)?.unwrap_or_default();
            let relations = read_relations(&text).map_err(fault)?;
            // A link that a person may click is text like any other.
            let fetched = |(kind, _, outside): &(String, String, bool)| {
                *outside && !kind.ends_with("/hyperlink")
            };
            if relations.iter().any(fetched) {
                return Err(not_safe("links"));
            }
        }
        Ok(())
    }

    /// Returns the path of the main part: not every program calls it `document.xml`.
    fn main(&mut self) -> Result<String, Box<Finding>> {
        let text = self.text("_rels/.rels")?.unwrap_or_default();
        let relations = read_relations(&text).map_err(fault)?;
        let main =
            relations.iter().find(|(kind, _, _)| kind.ends_with("/officeDocument"));
        let path = main.map_or("word/document.xml", |(_, target, _)| target);
        Ok(path.trim_start_matches('/').to_owned())
    }
}

fn fault(fault: Fault) -> Box<Finding> {
    match fault {
        Fault::Damaged => refused("damaged"),
        Fault::DocType => not_safe("dtd"),
        Fault::Depth => not_safe("depth"),
        Fault::Nodes => not_safe("elements"),
    }
}

fn refusal(refusal: Refusal) -> Box<Finding> {
    match refusal {
        Refusal::Finding(finding) => finding,
        // A file in memory can be read; only what stands in it can be wrong.
        Refusal::Io(_) => refused("damaged"),
    }
}

fn refused(kind: &str) -> Box<Finding> {
    let finding = Finding::new(Code::FormNotReadable, Place::default());
    Box::new(finding.plain("kind", kind))
}

fn not_safe(kind: &str) -> Box<Finding> {
    Box::new(Finding::new(Code::FormUnsafe, Place::default()).plain("kind", kind))
}
