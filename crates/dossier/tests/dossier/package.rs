//! Packages of evidence: what is made is read back, and every fault is refused.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use untoc_core::{
    Evidence, EvidenceFile, FileRole, Finding, ItemId, Naming, OnwardUse, Provider,
    ProviderKind, Sensitivity, Terms, Word,
};
use untoc_dossier::{
    Digest, Disk, EvidenceLimits, Flush, Kind, Origin, Package, PackedDisk, RealDisk,
    bag_of, inspect_package, package_root, write_zip,
};
use untoc_intake::{Archive, ArchiveLimits, Refusal};

const DATA_PACKAGE: &str = "{\n  \"resources\": []\n}\n";

pub(crate) fn description() -> Evidence {
    Evidence {
        schema: None,
        format: untoc_core::EVIDENCE_FORMAT.to_owned(),
        id: ItemId::unchecked("court-monitoring-2025"),
        title: "Court monitoring 2025".to_owned(),
        provider: Provider {
            name: "Open Courts Exampleland".to_owned(),
            kind: ProviderKind::Ngo,
            contact: None,
        },
        issued: None,
        period: None,
        places: Vec::new(),
        unit: None,
        method: None,
        licence: None,
        sensitivity: Sensitivity::Restricted,
        terms: Terms {
            purpose: "the review of the Convention".to_owned(),
            onward_use: OnwardUse::ReviewingStates,
            naming: Naming::Named,
            basis: None,
            keep_until: None,
        },
        limitations: None,
        language: None,
        files: Vec::new(),
        extensions: None,
    }
}

pub(crate) fn package(files: &[(&str, &[u8])]) -> Package<'static> {
    let files = files.iter().map(|(path, bytes)| {
        let file = EvidenceFile {
            path: (*path).to_owned(),
            bytes: bytes.len() as u64,
            sha256: Digest::of(bytes).hex(),
            media_type: "text/csv".to_owned(),
            role: FileRole::Data,
            original: None,
        };
        (file, Origin::Bytes(bytes.to_vec()))
    });
    bag_of(description(), DATA_PACKAGE.to_owned(), files.collect())
}

pub(crate) fn small() -> Package<'static> {
    package(&[("data/cases.csv", b"year,cases\n2024,17\n"), ("data/codes.csv", b"a,b\n")])
}

/// Writes the files of a package into a folder.
fn unpack(package: &Package<'_>, folder: &Path) {
    for file in package.files() {
        let path = folder.join(&file.path);
        RealDisk.make_folder(path.parent().unwrap()).unwrap();
        let bytes = package.read(&file.path).unwrap();
        RealDisk.write_new(&path, &bytes, None, Flush::Later).unwrap();
    }
}

fn show(findings: &[Finding]) -> Vec<String> {
    let word = |finding: &Finding, name: &str| match finding.values.get(name) {
        Some(Word::Plain(text)) => format!(" {text}"),
        _ => String::new(),
    };
    let line = |f: &Finding| format!("{}{}{}", f.code, word(f, "fault"), word(f, "item"));
    findings.iter().map(line).collect()
}

/// Lays the package into a folder, damages it and returns what is found.
fn damaged(damage: impl FnOnce(&Path)) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    unpack(&small(), folder.path());
    damage(folder.path());
    let inspected =
        inspect_package(&RealDisk, folder.path(), &EvidenceLimits::default()).unwrap();
    assert_eq!(inspected.package.is_none(), !inspected.findings.is_empty());
    show(&inspected.findings)
}

/// A package that was made here is read without a finding, from a folder and from a zip
/// file, and has the same digest.
#[test]
fn reads_what_it_makes() {
    assert_eq!(damaged(|_| {}), Vec::<String>::new());
    let made = small();
    let mut bytes = Cursor::new(Vec::new());
    write_zip(&made, &mut bytes).unwrap();
    let mut again = Cursor::new(Vec::new());
    write_zip(&small(), &mut again).unwrap();
    assert_eq!(bytes.get_ref(), again.get_ref(), "the same bytes each time");
    let archive = Archive::open(bytes, ArchiveLimits::default()).unwrap();
    assert_eq!(archive.findings(), []);
    let disk = PackedDisk::new(archive);
    let root = package_root(&disk, Path::new("")).unwrap();
    assert_eq!(root, PathBuf::from("court-monitoring-2025"));
    let inspected = inspect_package(&disk, &root, &EvidenceLimits::default()).unwrap();
    assert_eq!(inspected.findings, []);
    let read = inspected.package.unwrap();
    assert_eq!(read.digest(), made.digest());
    assert_eq!(read.description(), made.description());
}

/// The files of a bag stand word for word, so that other programs can be held to them.
#[test]
fn a_bag_is_written_in_one_way() {
    let made = small();
    let mut page = String::new();
    for file in made.files().filter(|file| !file.path.starts_with("data/")) {
        let text = String::from_utf8(made.read(&file.path).unwrap()).unwrap();
        page.push_str(&format!("== {}\n{text}", file.path));
    }
    let version = concat!("untoc ", env!("CARGO_PKG_VERSION"));
    insta::assert_snapshot!(page.replace(version, "untoc [version]"));
}

/// Every fault of a package in a folder has its finding.
#[test]
fn refuses_damaged_packages() {
    let write = |path: &str, text: &'static str| {
        let path = path.to_owned();
        damaged(move |root| fs::write(root.join(path), text).unwrap())
    };
    let remove = |path: &str| damaged(|root| fs::remove_file(root.join(path)).unwrap());
    let mut page = String::new();
    let mut note = |what: &str, found: Vec<String>| {
        assert!(!found.is_empty(), "{what}");
        page.push_str(&format!("{what}\n    {}\n", found.join("\n    ")));
    };
    note("a changed byte", write("data/cases.csv", "year,cases\n2024,18\n"));
    note(
        "a changed description",
        damaged(|root| {
            let path = root.join("evidence.json");
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replace("reviewing_states", "public")).unwrap();
        }),
    );
    note("a missing file", remove("data/cases.csv"));
    note("a missing list", remove("manifest-sha256.txt"));
    note("no declaration", remove("bagit.txt"));
    note("no description", remove("evidence.json"));
    note("an extra file of data", write("data/names.csv", "A. Example\n"));
    note("an extra file beside", write("notes.txt", "x"));
    note("files from elsewhere", write("fetch.txt", "https://example.org/x 1 data/x\n"));
    note("another version", write("bagit.txt", "BagIt-Version: 2.0\n"));
    note(
        "a wrong count",
        damaged(|root| {
            let path = root.join("bag-info.txt");
            fs::write(&path, "Payload-Oxum: 99.9\n").unwrap();
        }),
    );
    for path in ["../evil.csv", "/etc/passwd", "data/CON.csv", "data/Cases.csv", "C:/x"] {
        note(
            &format!("the name {path} in a list"),
            damaged(|root| {
                let file = root.join("manifest-sha256.txt");
                let text = fs::read_to_string(&file).unwrap();
                fs::write(&file, format!("{text}{}  {path}\n", "0".repeat(64))).unwrap();
            }),
        );
    }
    #[cfg(unix)]
    note(
        "a link",
        damaged(|root| {
            std::os::unix::fs::symlink("/etc/passwd", root.join("data/link.csv"))
                .unwrap();
        }),
    );
    #[cfg(unix)]
    note(
        "names that differ by capitals",
        damaged(|root| {
            fs::write(root.join("data/CASES.csv"), "x").unwrap();
        }),
    );
    insta::assert_snapshot!(page);
}

/// Too many files, too many bytes and folders too deep are refused before they are read.
#[test]
fn refuses_what_is_too_large() {
    let folder = tempfile::tempdir().unwrap();
    unpack(&small(), folder.path());
    let found = |limits: EvidenceLimits| {
        let inspected = inspect_package(&RealDisk, folder.path(), &limits).unwrap();
        assert!(inspected.package.is_none());
        show(&inspected.findings)
    };
    let usual = EvidenceLimits::default();
    assert_eq!(found(EvidenceLimits { files: 3, ..usual }), ["evidence-limit files"]);
    assert_eq!(found(EvidenceLimits { total: 9, ..usual }), ["evidence-limit total"]);
    assert_eq!(found(EvidenceLimits { depth: 0, ..usual }), ["evidence-limit depth"]);
    let file = found(EvidenceLimits { file: 9, ..usual });
    assert_eq!(file, ["evidence-limit file bag-info.txt"]);
}

/// A zip file made of entries by hand.
fn zip_of(entries: &[(&str, &[u8])]) -> Result<Vec<String>, Refusal> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in entries {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let bytes = zip.finish().unwrap();
    let archive = Archive::open(bytes, ArchiveLimits::default())?;
    Ok(show(archive.findings()))
}

/// Names and sizes that no zip file should have are refused by the reader of zip files.
#[test]
fn refuses_bad_zip_files() {
    for (name, fault) in [
        ("x/../../evil", "outside"),
        ("/etc/passwd", "outside"),
        ("C:/evil", "outside"),
        ("x/NUL.csv", "system"),
    ] {
        let found = zip_of(&[(name, b"x")]).unwrap();
        assert_eq!(found, [format!("archive-name {fault} {name}")]);
    }
    let found = zip_of(&[("x/a.csv", b"x"), ("x/A.csv", b"y")]).unwrap();
    assert_eq!(found, ["archive-name twice x/A.csv"]);
    let zeros = vec![0; 8 << 20];
    let made = package(&[("data/zeros.csv", &zeros)]);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for file in made.files() {
        let name = format!("court-monitoring-2025/{}", file.path);
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(&made.read(&file.path).unwrap()).unwrap();
    }
    let zip = zip.finish().unwrap();
    let disk = PackedDisk::new(Archive::open(zip, ArchiveLimits::default()).unwrap());
    let root = package_root(&disk, Path::new("")).unwrap();
    assert!(inspect_package(&disk, &root, &EvidenceLimits::default()).is_err());
    let refused = show(&disk.into_refused());
    assert_eq!(refused, ["archive-limit ratio court-monitoring-2025/data/zeros.csv"]);
}

/// A file that packs very well is no trap when this tool has packed it.
#[test]
fn opens_what_packs_very_well() {
    let zeros = vec![b'0'; 8 << 20];
    let mut zip = Cursor::new(Vec::new());
    write_zip(&package(&[("data/zeros.csv", &zeros)]), &mut zip).unwrap();
    let disk = PackedDisk::new(Archive::open(zip, ArchiveLimits::default()).unwrap());
    let root = package_root(&disk, Path::new("")).unwrap();
    let inspected = inspect_package(&disk, &root, &EvidenceLimits::default()).unwrap();
    assert_eq!(inspected.findings, []);
    assert_eq!(inspected.package.unwrap().read("data/zeros.csv").unwrap(), zeros);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any files come out of a zip file as they went in, and one other byte is noticed.
    #[test]
    fn any_files_come_back(
        names in proptest::collection::btree_set("[a-zé%][a-z0-9 %é.-]{0,12}[a-z]", 1..5),
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        at in any::<prop::sample::Index>(),
    ) {
        let paths: Vec<String> = names
            .iter()
            .filter(|name| untoc_intake::check_relative_path(name).is_ok())
            .map(|name| format!("data/{name}"))
            .collect();
        prop_assume!(!paths.is_empty());
        let files: Vec<(&str, &[u8])> =
            paths.iter().map(|path| (path.as_str(), bytes.as_slice())).collect();
        let made = package(&files);
        let mut zip = Cursor::new(Vec::new());
        write_zip(&made, &mut zip).unwrap();
        let disk = PackedDisk::new(Archive::open(zip, ArchiveLimits::default()).unwrap());
        let root = package_root(&disk, Path::new("")).unwrap();
        let limits = EvidenceLimits::default();
        let inspected = inspect_package(&disk, &root, &limits).unwrap();
        prop_assert_eq!(&inspected.findings, &[]);
        let read = inspected.package.unwrap();
        for path in &paths {
            prop_assert_eq!(&read.read(path).unwrap(), &bytes);
        }
        let folder = tempfile::tempdir().unwrap();
        unpack(&made, folder.path());
        let all: Vec<String> = made.files().map(|file| file.path.clone()).collect();
        let path = folder.path().join(at.get(&all));
        let mut changed = fs::read(&path).unwrap();
        match changed.is_empty() {
            true => changed.push(b'x'),
            false => {
                let place = at.index(changed.len());
                changed[place] ^= 1;
            }
        }
        fs::write(&path, changed).unwrap();
        prop_assert!(matches!(RealDisk.kind(&path), Ok(Kind::File(_))));
        let inspected = inspect_package(&RealDisk, folder.path(), &limits).unwrap();
        // A list that is changed in its own bytes is noticed by what it lists.
        prop_assert!(inspected.package.is_none(), "{:?}", path);
    }
}
