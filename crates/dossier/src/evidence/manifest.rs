//! The lists of a bag: a digest and a path in each line (RFC 8493, section 2.1.3).

use std::collections::{BTreeMap, BTreeSet};

use untoc_core::{Code, Finding, Place};

use super::walk::name_finding;

/// A list of a bag.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    /// The digests by path.
    pub digests: BTreeMap<String, String>,
    /// What is wrong with the list.
    pub findings: Vec<Finding>,
}

/// Reads a list; `name` is that of its file.
pub(super) fn read(text: &str, name: &str) -> Manifest {
    let mut manifest = Manifest::default();
    let mut seen = BTreeSet::new();
    for (at, line) in text.split(['\n', '\r']).enumerate() {
        if line.is_empty() {
            continue;
        }
        let Some((digest, path)) = parts(line) else {
            let place = Place { line: Some(at + 1), ..Place::file(name) };
            let finding = Finding::new(Code::EvidencePackageMalformed, place);
            manifest.findings.push(finding.plain("fault", "line").plain("item", name));
            continue;
        };
        if let Some(mut finding) = name_finding(&path, &mut seen) {
            if manifest.digests.contains_key(&path) {
                finding = Finding::new(Code::EvidencePackageMalformed, Place::file(name))
                    .plain("fault", "repeated")
                    .plain("item", &path);
            }
            finding.set_file(name);
            manifest.findings.push(finding);
            continue;
        }
        manifest.digests.insert(path, digest);
    }
    manifest
}

fn parts(line: &str) -> Option<(String, String)> {
    let (digest, path) = line.split_once([' ', '\t'])?;
    let path = path.trim_start_matches([' ', '\t']);
    let hex = digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit());
    (hex && !path.is_empty()).then(|| (digest.to_lowercase(), decode(path)))
}

/// Line ends and the percent sign are the only characters that a list encodes.
fn decode(path: &str) -> String {
    let pairs =
        [("%0D", "\r"), ("%0d", "\r"), ("%0A", "\n"), ("%0a", "\n"), ("%25", "%")];
    pairs.iter().fold(path.to_owned(), |path, (code, sign)| path.replace(code, sign))
}

/// Writes a list.
pub(super) fn write<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    files
        .map(|(path, digest)| format!("{digest}  {}\n", path.replace('%', "%25")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIGEST: &str =
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /// What is written is read back, and names that lead elsewhere are found.
    #[test]
    fn reads_lists() {
        let text =
            write([("data/50%.csv", DIGEST), ("data/a b.csv", DIGEST)].into_iter());
        let read_back = read(&text, "manifest-sha256.txt");
        assert_eq!(read_back.findings, []);
        let paths: Vec<&String> = read_back.digests.keys().collect();
        assert_eq!(paths, ["data/50%.csv", "data/a b.csv"]);
        let text = format!(
            "{DIGEST}  ../x\n{DIGEST}  data/a\n{DIGEST} data/A\r\n{DIGEST}\tdata/a\nx  data/b\n"
        );
        let found = read(&text, "manifest-sha256.txt").findings;
        let faults: Vec<_> = found.iter().map(|f| f.values["fault"].clone()).collect();
        insta::assert_debug_snapshot!(faults);
    }
}
