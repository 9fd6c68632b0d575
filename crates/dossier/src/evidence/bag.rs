//! Makes a bag (BagIt 1.0, RFC 8493) out of a description and files.

use untoc_core::{Evidence, EvidenceFile, StoredFile};

use super::manifest;
use super::package::{Origin, Package, Part};
use super::{BAG_INFO, BAGIT, DATA_PACKAGE, DESCRIPTION, MANIFEST, TAG_MANIFEST};
use crate::digest::Digest;

const BAGIT_TEXT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Makes a package: the description gets the list of the files, which lie in `data/`.
///
/// The same description and files give the same bytes. `data_package` is the text of the
/// Data Package that describes the tables.
pub fn bag_of<'d>(
    mut description: Evidence,
    data_package: String,
    files: Vec<(EvidenceFile, Origin<'d>)>,
) -> Package<'d> {
    let mut parts: Vec<Part<'d>> = Vec::new();
    let mut described = Vec::new();
    for (file, origin) in files {
        let stored = StoredFile {
            path: file.path.clone(),
            bytes: file.bytes,
            sha256: file.sha256.clone(),
            received_as: None,
        };
        parts.push(Part { file: stored, origin });
        described.push(file);
    }
    described.sort_by(|a, b| a.path.cmp(&b.path));
    parts.sort_by(|a, b| a.file.cmp(&b.file));
    description.files = described;
    let payload = parts.iter().map(|p| (p.file.path.as_str(), p.file.sha256.as_str()));
    let list = manifest::write(payload);
    let info = info(&description);
    let mut tags = vec![
        (BAG_INFO, info),
        (BAGIT, BAGIT_TEXT.to_owned()),
        (DATA_PACKAGE, data_package),
        (DESCRIPTION, description.to_text()),
        (MANIFEST, list),
    ];
    let digests: Vec<(&str, String)> = tags
        .iter()
        .map(|(name, text)| (*name, Digest::of(text.as_bytes()).hex()))
        .collect();
    let list =
        manifest::write(digests.iter().map(|(name, digest)| (*name, digest.as_str())));
    tags.push((TAG_MANIFEST, list));
    parts.extend(tags.into_iter().map(|(name, text)| tag(name, text)));
    Package::new(description, parts)
}

fn tag<'d>(name: &str, text: String) -> Part<'d> {
    let bytes = text.into_bytes();
    let file = StoredFile {
        path: name.to_owned(),
        bytes: bytes.len() as u64,
        sha256: Digest::of(&bytes).hex(),
        received_as: None,
    };
    Part { file, origin: Origin::Bytes(bytes) }
}

fn info(description: &Evidence) -> String {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bytes: u64 = description.files.iter().map(|file| file.bytes).sum();
    let mut info = String::new();
    let mut line = |label: &str, text: &str| {
        info.push_str(&format!("{label}: {}\n", one_line(text)));
    };
    line("Bag-Software-Agent", concat!("untoc ", env!("CARGO_PKG_VERSION")));
    if let Some(day) = description.issued {
        line("Bagging-Date", &day.to_string());
    }
    line("External-Description", &description.title);
    line("External-Identifier", description.id.as_str());
    line("Payload-Oxum", &format!("{bytes}.{}", description.files.len()));
    line("Source-Organization", &description.provider.name);
    info
}
