//! Evidence that comes in through the browser: looked at first, then taken in.

use std::path::PathBuf;

use clap::{Args, Command, FromArgMatches};
use untoc_core::{Evidence, EvidenceCheck, Finding, settle};
use untoc_report::{Privacy, Reported, place_in_words};
use untoc_web::{EvidenceLook, Sent, TableFinding};

use super::add::{Add, check_tables, take_in};
use super::open::{Keys, open};
use crate::commands::evidence::pack::gather::{Gathered, Wanted, Workbooks};
use crate::commands::evidence::pack::schemas::Schemas;
use crate::error::{CommandError, ErrorKind};
use crate::output::Output;
use crate::world::World;

/// What may be said about evidence in the browser, by the names of the options.
const OPTIONS: [&str; 18] = [
    "title",
    "provider",
    "provider-kind",
    "contact",
    "period",
    "place",
    "unit",
    "method",
    "limitations",
    "licence",
    "sensitivity",
    "purpose",
    "onward-use",
    "naming",
    "basis",
    "keep-until",
    "received-from",
    "id",
];

/// A file that was laid aside for the time of a request.
struct Aside {
    folder: tempfile::TempDir,
    paths: Vec<PathBuf>,
}

impl Aside {
    fn of(files: &[(String, Vec<u8>)]) -> Result<Self, CommandError> {
        let unwritable = |error: std::io::Error| {
            let text = format!("cannot lay the file aside: {error}");
            CommandError::new(ErrorKind::Unwritable, text)
        };
        let folder = tempfile::tempdir().map_err(unwritable)?;
        let mut paths: Vec<PathBuf> = Vec::new();
        for (name, bytes) in files {
            let name = plain(name);
            let mut path = folder.path().join(&name);
            // Names that differ by case only are one file on some systems.
            let same = |known: &PathBuf| {
                known.to_string_lossy().to_lowercase()
                    == path.to_string_lossy().to_lowercase()
            };
            if paths.iter().any(same) {
                path = folder.path().join(format!("{}-{name}", paths.len() + 1));
            }
            let mut file = std::fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(&path)
                .map_err(unwritable)?;
            std::io::Write::write_all(&mut file, bytes).map_err(unwritable)?;
            paths.push(path);
        }
        Ok(Self { folder, paths })
    }

    /// Takes the folder out of what is said: whoever sent the file does not know it.
    fn told(&self, error: CommandError) -> CommandError {
        let folder = self.folder.path().join("").display().to_string();
        CommandError {
            kind: error.kind,
            message: error.message.replace(&folder, ""),
            hints: error.hints.iter().map(|hint| hint.replace(&folder, "")).collect(),
        }
    }
}

/// Returns a name that is one file in a folder, whoever made it up.
fn plain(name: &str) -> String {
    let fits = |c: char| c.is_alphanumeric() || " ._-()".contains(c);
    let name: String = name.chars().map(|c| if fits(c) { c } else { '_' }).collect();
    let name = name.trim_matches([' ', '.']);
    // The ending tells what the file is, so a long name loses its beginning.
    let start = name.char_indices().rev().nth(79).map_or(0, |(at, _)| at);
    match name.get(start..).map(|name| name.trim_start_matches([' ', '.'])) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => "file".to_owned(),
    }
}

/// Says what a file or package holds and what the checks say; it is kept nowhere.
pub(crate) fn look(world: &World, sent: &Sent<'_>) -> Result<EvidenceLook, CommandError> {
    let aside = Aside::of(sent.files)?;
    let found = found(&aside, sent.secret).map_err(|error| aside.told(error))?;
    let (description, checks, findings) = found;
    Ok(EvidenceLook { description, checks, findings: in_words(world, &findings) })
}

/// The description that a package brings along, what the checks say, and what was found.
type Found = (Option<Evidence>, Vec<EvidenceCheck>, Vec<Finding>);

fn found(aside: &Aside, typed: Option<&str>) -> Result<Found, CommandError> {
    let schemas = Schemas::default();
    let keys = Keys { identities: &[], passphrase: None, typed };
    let opened = match aside.paths.as_slice() {
        [only] => open(only, &keys)?,
        _ => None,
    };
    Ok(match opened {
        Some(opened) => {
            let inspected = opened.inspect()?;
            let Some(package) = &inspected.package else {
                return Err(CommandError::new(ErrorKind::Findings, "this is no package"));
            };
            let (checks, findings) = check_tables(&schemas, package)?;
            (Some(package.description().clone()), checks, findings)
        }
        None => {
            let workbooks = Workbooks::Unchanged;
            let wanted = Wanted { schemas: &schemas, workbooks, codebooks: &[] };
            let gathered = Gathered::of(&aside.paths, &wanted)?;
            let mut findings = gathered.findings;
            // Where the file was laid aside is nothing to whoever sent it.
            for place in findings.iter_mut().flat_map(|finding| &mut finding.places) {
                let file = place.file.as_deref().map(std::path::Path::new);
                let name = file.and_then(|file| file.file_name());
                place.file = name.map(|name| name.to_string_lossy().into_owned());
            }
            (None, gathered.checks, settle(findings))
        }
    })
}

fn in_words(world: &World, findings: &[Finding]) -> Vec<TableFinding> {
    let words = world.words();
    let reported = Reported::all(findings, None, &words, Privacy::Masked);
    let one = |finding: &Reported| TableFinding {
        severity: finding.severity,
        code: finding.code.clone(),
        place: finding.place().map(|p| place_in_words(&words, p)).unwrap_or_default(),
        message: finding.message.clone(),
        help: finding.help.clone(),
    };
    reported.iter().map(one).collect()
}

/// Takes a file or package into the dossier, as the command does, and returns its id.
pub(crate) fn add(
    world: &World,
    sent: &Sent<'_>,
    said: &[(String, String)],
) -> Result<String, CommandError> {
    let aside = Aside::of(sent.files)?;
    let arguments = parsed(&aside, said)?;
    let id = take_in(&arguments, sent.secret, world, &mut Output::silent());
    id.map(|id| id.to_string()).map_err(|error| aside.told(error))
}

/// Reads what was said as the command reads its options, so that both mean the same.
fn parsed(aside: &Aside, said: &[(String, String)]) -> Result<Add, CommandError> {
    let paths = aside.paths.iter().map(|path| path.clone().into_os_string());
    let mut words: Vec<_> = paths.chain(["--no-ask".into()]).collect();
    let known = said.iter().filter(|(name, _)| OPTIONS.contains(&name.as_str()));
    words.extend(known.map(|(name, text)| format!("--{name}={text}").into()));
    let command = Add::augment_args(Command::new("add").no_binary_name(true));
    let matches = command.try_get_matches_from(words);
    let add = matches.and_then(|matches| Add::from_arg_matches(&matches));
    add.map_err(|error| CommandError::usage(error.kind().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name leads nowhere but into the folder, and keeps its ending.
    #[test]
    fn names_are_plain() {
        for (name, wanted) in [
            ("../../etc/passwd", "_.._etc_passwd"),
            ("counts 2025.csv", "counts 2025.csv"),
            ("", "file"),
            ("..", "file"),
            ("a\u{0}b.csv", "a_b.csv"),
        ] {
            assert_eq!(plain(name), wanted);
        }
        let long = format!("{}.csv", "a".repeat(300));
        assert!(plain(&long).ends_with(".csv") && plain(&long).len() <= 80);
    }

    /// What was found names the file as it was sent, and not where it was laid aside.
    #[test]
    fn findings_name_the_file() {
        let text = b"victim_name,email\nJo Example,jo@example.org\n";
        let aside = Aside::of(&[("names.csv".to_owned(), text.to_vec())]).unwrap();
        let (_, checks, findings) = found(&aside, None).unwrap();
        let folder = aside.folder.path().display().to_string();
        assert!(!findings.is_empty() && checks.len() == 1);
        for finding in &findings {
            let said = format!("{finding:?}");
            assert!(!said.contains(&folder), "{said}");
        }
    }

    /// Several files are looked at together, two of one name as well.
    #[test]
    fn several_files_are_one_item() {
        let file = |name: &str| (name.to_owned(), b"year,count\n2025,12\n".to_vec());
        let aside =
            Aside::of(&[file("a.csv"), file("A.csv"), file("report.txt")]).unwrap();
        let (description, checks, _) = found(&aside, None).unwrap();
        assert!(description.is_none());
        assert_eq!(checks.len(), 2);
    }

    /// A package that is encrypted is opened with what was typed, and with nothing else.
    #[cfg(feature = "age")]
    #[test]
    fn an_encrypted_package_needs_what_opens_it() {
        let secret = age::secrecy::SecretString::from("correct horse battery".to_owned());
        let mut recipient = age::scrypt::Recipient::new(secret);
        recipient.set_work_factor(2);
        let sealed = age::encrypt(&recipient, b"no package").unwrap();
        let aside = Aside::of(&[("a.zip.age".to_owned(), sealed)]).unwrap();
        let said = |typed| found(&aside, typed).unwrap_err().message;
        assert!(said(None).contains("encrypted with a passphrase"));
        assert!(said(Some("another passphrase")).contains("cannot be opened"));
        // It is opened, and what is in it is looked at.
        let opened = said(Some("correct horse battery"));
        assert!(!opened.contains("encrypted package"), "{opened}");
    }

    /// Every option that the page may give is known to the command.
    #[test]
    fn every_option_is_known() {
        let aside =
            Aside::of(&[("counts.csv".to_owned(), b"a,b\n1,2\n".to_vec())]).unwrap();
        for name in OPTIONS {
            let said = [(name.to_owned(), "--x".to_owned())];
            assert!(parsed(&aside, &said).is_ok(), "{name}");
        }
    }
}
