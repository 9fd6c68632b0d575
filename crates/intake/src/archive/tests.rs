//! Zip files, good and bad.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use untoc_core::Word;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

fn packed(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in files {
        match name.strip_suffix('/') {
            Some(folder) => writer.add_directory(folder, options).unwrap(),
            None => {
                writer.start_file(*name, options).unwrap();
                writer.write_all(bytes).unwrap();
            }
        }
    }
    writer.finish().unwrap().into_inner()
}

fn open(bytes: &[u8]) -> Result<Archive<Cursor<&[u8]>>, Refusal> {
    Archive::open(Cursor::new(bytes), ArchiveLimits::default())
}

fn code(result: Result<impl Sized, Refusal>) -> (Code, String) {
    match result {
        Err(Refusal::Finding(finding)) => (finding.code, fault(&finding)),
        Err(Refusal::Io(error)) => panic!("{error}"),
        Ok(_) => panic!("it is accepted"),
    }
}

fn fault(finding: &Finding) -> String {
    match finding.values.get("fault") {
        Some(Word::Plain(fault)) => fault.clone(),
        _ => String::new(),
    }
}

/// Changes some bytes everywhere that they stand, in the directory and in the heads.
fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = bytes.to_vec();
    let places: Vec<usize> =
        (0..bytes.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    bytes
}

proptest! {
    /// What the usual programs pack is read back, byte for byte.
    #[test]
    fn reads_what_was_packed(
        files in proptest::collection::btree_map("[a-z]{4,8}(/[a-z]{4,8}\\.json)?", proptest::collection::vec(any::<u8>(), 0..2000), 0..6),
        stored in any::<bool>(),
    ) {
        let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        // Names have four letters or more: some of three, such as "nul", are devices.
        // A name that is a file here and a folder there cannot be packed.
        let clash = |name: &str| files.keys().any(|other| other.starts_with(&format!("{name}/")));
        let list: Vec<(&str, &[u8])> = files.iter().filter(|(name, _)| !clash(name)).map(|(n, b)| (n.as_str(), b.as_slice())).collect();
        let bytes = packed(&list, method);
        let mut archive = open(&bytes).unwrap();
        prop_assert!(archive.findings().is_empty());
        let entries = archive.entries().to_vec();
        prop_assert_eq!(entries.iter().map(ArchiveEntry::path).collect::<Vec<_>>(), list.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        for (entry, (_, body)) in entries.iter().zip(&list) {
            let read = archive.read(entry, u64::MAX).unwrap().unwrap();
            prop_assert_eq!(read.as_slice(), *body);
        }
    }

    /// Any byte may be another: never a panic, and never another text in silence.
    #[test]
    fn survives_any_change(at in any::<proptest::sample::Index>(), to in any::<u8>(), cut in any::<bool>()) {
        let body = "{\"format\": \"untoc-dossier/1\"} ".repeat(40);
        let files = [("a/dossier.json", body.as_bytes()), ("a/laws.json", b"{}")];
        let mut bytes = packed(&files, CompressionMethod::Deflated);
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = to }
        if let Ok(mut archive) = open(&bytes) {
            for entry in archive.entries().to_vec() {
                if let Ok(Some(read)) = archive.read(&entry, 1 << 20) {
                    let same = read == body.as_bytes() || read == b"{}";
                    prop_assert!(same);
                }
            }
        }
    }
}

/// Names that lead elsewhere, are links or stand twice are refused, and the rest is read.
#[test]
fn refuses_names() {
    let good = ("a.json", &b"1"[..]);
    for (name, expected) in [
        ("../x.json", "outside"),
        ("/etc/pass", "outside"),
        ("a\\b.json", "system"),
        ("x/nul.txt", "system"),
        ("A.json", "twice"),
        ("a.json/b", "twice"),
    ] {
        let plain = "z".repeat(name.len());
        let bytes = packed(&[good, (&plain, b"2")], CompressionMethod::Stored);
        let bytes = replace(&bytes, plain.as_bytes(), name.as_bytes());
        let archive = open(&bytes).unwrap();
        let faults: Vec<String> = archive.findings().iter().map(fault).collect();
        assert_eq!(faults, [expected], "{name}");
        assert!(archive.findings().iter().all(|f| f.code == Code::ArchiveName));
        let kept: Vec<&str> = archive.entries().iter().map(ArchiveEntry::path).collect();
        let one = if name == "a.json/b" { "a.json/b" } else { "a.json" };
        assert_eq!(kept, [one], "{name}");
    }
    let bytes = packed(&[good, ("zzzzzz", b"2")], CompressionMethod::Stored);
    let twice = open(&replace(&bytes, b"zzzzzz", b"a.json")).unwrap().findings().len();
    assert_eq!(twice, 1);
    let latin = replace(&bytes, b"zzzzzz", b"caf\xe9.j");
    assert_eq!(fault(&open(&latin).unwrap().findings()[0]), "encoding");
}

/// A link is refused, and what programs add on their own is passed over.
#[test]
fn refuses_links() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    writer.add_symlink("link", "/etc/passwd", options).unwrap();
    writer.start_file("__MACOSX/._a", options).unwrap();
    writer.start_file("a/.DS_Store", options).unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    let archive = open(&bytes).unwrap();
    assert_eq!(archive.entries(), []);
    assert_eq!(archive.findings().iter().map(fault).collect::<Vec<_>>(), ["link"]);
}

/// What contradicts itself, or is cut off, or is no zip file, is not believed.
#[test]
fn refuses_what_is_damaged() {
    let body = "0123456789".repeat(50);
    let files = [("one.json", body.as_bytes()), ("two.json", body.as_bytes())];
    let bytes = packed(&files, CompressionMethod::Stored);
    let malformed = |fault: &str| (Code::ArchiveMalformed, fault.to_owned());
    assert_eq!(code(open(b"")), malformed("form"));
    assert_eq!(code(open(b"{}")), malformed("form"));
    assert_eq!(code(open(&bytes[..bytes.len() - 1])), malformed("form"));
    assert_eq!(code(open(&[b"sh", bytes.as_slice()].concat())), malformed("form"));
    // Another text under the same checksum.
    let mut other = bytes.clone();
    let at = other.windows(3).position(|w| w == b"456").unwrap();
    other[at] = b'X';
    let mut archive = open(&other).unwrap();
    let entry = archive.entries()[0].clone();
    assert_eq!(code(archive.read(&entry, u64::MAX)), malformed("checksum"));
    // A name in the head that is not the one in the directory.
    let mut other = bytes.clone();
    let at = other.windows(8).position(|w| w == b"one.json").unwrap();
    other[at] = b'O';
    let mut archive = open(&other).unwrap();
    let entry = archive.entries()[0].clone();
    assert_eq!(code(archive.read(&entry, u64::MAX)), malformed("checksum"));
}

/// Programs that write piece by piece say the sizes in the fields for large files.
#[test]
fn reads_sizes_of_large_files() {
    let mut bytes = packed(&[("a.json", b"{}")], CompressionMethod::Stored);
    let sizes = [2_u64.to_le_bytes(), 2_u64.to_le_bytes()].concat();
    let extra = [&[1, 0, 16, 0][..], &sizes].concat();
    bytes[18..26].fill(0xff);
    bytes[28] = 20;
    bytes.splice(36..36, extra);
    // The directory stands that much further back.
    let end = bytes.windows(4).rposition(|w| w == b"PK\x05\x06").unwrap();
    bytes[end + 16] += 20;
    let mut archive = open(&bytes).unwrap();
    let entry = archive.entries()[0].clone();
    assert_eq!(archive.read(&entry, 9).unwrap().unwrap(), b"{}");
    // A size there that is not the one in the directory.
    let lie = replace(&bytes, &2_u64.to_le_bytes(), &3_u64.to_le_bytes());
    let malformed = (Code::ArchiveMalformed, "checksum".to_owned());
    assert_eq!(code(open(&lie).unwrap().read(&entry, 9)), malformed);
}

/// Two entries that share their bytes are the mark of a trap.
#[test]
fn refuses_overlaps() {
    let body = [b'x'; 100];
    let files = [("one.json", &body[..]), ("two.json", &body[..])];
    let mut bytes = packed(&files, CompressionMethod::Stored);
    let heads: Vec<usize> =
        (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"PK\x01\x02")).collect();
    bytes[heads[1] + 42..heads[1] + 46].copy_from_slice(&[10, 0, 0, 0]);
    assert_eq!(code(open(&bytes)), (Code::ArchiveMalformed, "form".to_owned()));
}

/// Too many entries, too much in all, and too much for its size are each refused.
#[test]
fn refuses_traps() {
    let zeros = vec![0; 8 << 20];
    let bytes =
        packed(&[("a.json", &zeros), ("b.json", b"1")], CompressionMethod::Deflated);
    let limits = ArchiveLimits::default();
    let with = |limits| Archive::open(Cursor::new(bytes.as_slice()), limits);
    let few = ArchiveLimits { entries: 1, ..limits };
    assert_eq!(code(with(few)), (Code::ArchiveLimit, "entries".to_owned()));
    let small = ArchiveLimits { total: 1 << 20, ..limits };
    assert_eq!(code(with(small)), (Code::ArchiveLimit, "total".to_owned()));
    let mut archive = with(limits).unwrap();
    let entry = archive.entries()[0].clone();
    assert_eq!(archive.read(&entry, 1 << 20).unwrap(), None);
    let ratio = (Code::ArchiveLimit, "ratio".to_owned());
    assert_eq!(code(archive.read(&entry, u64::MAX)), ratio);
    // A size that is a lie is found out at the first byte too many.
    let said = (8_u32 << 20).to_le_bytes();
    let lie = replace(&bytes, &said, &1000_u32.to_le_bytes());
    let mut archive = Archive::open(Cursor::new(lie.as_slice()), limits).unwrap();
    let entry = archive.entries()[0].clone();
    let checksum = (Code::ArchiveMalformed, "checksum".to_owned());
    assert_eq!(code(archive.read(&entry, u64::MAX)), checksum);
}

/// An encrypted entry, and one of a method that is not read, are refused by name.
#[test]
fn refuses_methods() {
    let bytes = packed(&[("a.json", b"1")], CompressionMethod::Stored);
    let at = bytes.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    for (offset, value, expected) in [(8, 1, "encrypted"), (10, 14, "method")] {
        let mut other = bytes.clone();
        other[at + offset] = value;
        let archive = open(&other).unwrap();
        assert_eq!(archive.entries(), []);
        assert_eq!(archive.findings().iter().map(fault).collect::<Vec<_>>(), [expected]);
    }
}
