//! Packs the parts of a document into a file, always into the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a document.
pub(super) struct Parts {
    /// `word/document.xml`.
    pub(super) document: String,
    /// `word/styles.xml`.
    pub(super) styles: String,
    /// `word/numbering.xml`.
    pub(super) numbering: String,
    /// `word/settings.xml`.
    pub(super) settings: String,
    /// `word/footer1.xml`.
    pub(super) footer: String,
    /// `docProps/core.xml`.
    pub(super) core: String,
    /// The addresses of links, each as `rIdL1`, `rIdL2`, … in the document.
    pub(super) links: Vec<String>,
}

/// Packs a document.
pub(super) fn pack(parts: &Parts) -> Vec<u8> {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let types = format!(
        "{head}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{WORD}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{WORD}.styles+xml\"/>\
         <Override PartName=\"/word/numbering.xml\" ContentType=\"{WORD}.numbering+xml\"/>\
         <Override PartName=\"/word/settings.xml\" ContentType=\"{WORD}.settings+xml\"/>\
         <Override PartName=\"/word/footer1.xml\" ContentType=\"{WORD}.footer+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         </Types>"
    );
    let relations = format!(
        "{head}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         </Relationships>"
    );
    let mut own = format!("{head}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (id, name) in [
        ("rId1", "styles"),
        ("rId2", "numbering"),
        ("rId3", "settings"),
        ("rId4", "footer"),
    ] {
        let file = if name == "footer" { "footer1" } else { name };
        own.push_str(&format!(
            "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{name}\" Target=\"{file}.xml\"/>"
        ));
    }
    for (at, link) in parts.links.iter().enumerate() {
        let mut xml = super::xml::Xml::default();
        let id = format!("rIdL{}", at + 1);
        xml.empty(
            "Relationship",
            &[
                ("Id", &id),
                ("Type", &format!("{OFFICE}/hyperlink")),
                ("Target", link),
                ("TargetMode", "External"),
            ],
        );
        own.push_str(&xml.into_text());
    }
    own.push_str("</Relationships>");
    write(&[
        ("[Content_Types].xml", &types),
        ("_rels/.rels", &relations),
        ("docProps/core.xml", &parts.core),
        ("word/_rels/document.xml.rels", &own),
        ("word/document.xml", &parts.document),
        ("word/footer1.xml", &parts.footer),
        ("word/numbering.xml", &parts.numbering),
        ("word/settings.xml", &parts.settings),
        ("word/styles.xml", &parts.styles),
    ])
}

fn write(files: &[(&str, &str)]) -> Vec<u8> {
    // One fixed time, so that the same document is the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        let written = writer
            .start_file(*name, options)
            .and_then(|()| Ok(writer.write_all(text.as_bytes())?));
        written.expect("memory takes whatever is written, and the names are plain");
    }
    let cursor = writer.finish().expect("memory takes whatever is written");
    cursor.into_inner()
}
