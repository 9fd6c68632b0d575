//! Letters to the senders of dossiers, one for each dossier of a report.

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

use untoc_core::Library;
use untoc_report::{DossierRecord, LetterAbout, LetterForm, Reported, Words, letter};

use crate::error::Error;
use crate::sink::ReportFile;
use crate::stored::StoredReport;

/// How letters are written.
#[derive(Debug)]
pub struct LetterOptions<'a> {
    /// The questionnaires, for the words of questions and articles.
    pub library: &'a Library,
    /// The words of the letters.
    pub words: &'a Words,
    /// The form.
    pub form: LetterForm,
    /// Whether the folder may hold files already, and letters replace those of their name.
    pub replace: bool,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Letters {
    /// How many letters were written.
    pub written: usize,
    /// How many findings are about no dossier and so in no letter.
    pub left_out: usize,
    /// How many other files the folder holds: letters from earlier, most likely.
    pub others: usize,
}

/// Writes one letter for each dossier of a report into a folder.
///
/// # Errors
/// When the report must not go out or is not whole, or a letter cannot be written.
pub fn letters(
    mut report: StoredReport,
    folder: &Path,
    options: &LetterOptions<'_>,
) -> Result<Letters, Error> {
    check(&report)?;
    prepare(folder, options.replace)?;
    let mut names = BTreeSet::new();
    let mut letters = Letters::default();
    let level = report.level;
    while let Some(subject) = report.next_subject().map(|next| next.map(str::to_owned)) {
        let (findings, dossiers) = report.take(subject.as_deref())?;
        if dossiers.is_empty() {
            letters.left_out += findings.len();
        }
        for dossier in &dossiers {
            let own = own_findings(&findings, &dossiers, dossier);
            let about =
                LetterAbout { dossier, findings: &own, level, library: options.library };
            let text = letter(about, options.words).to_text(options.form);
            let name = file_name(&dossier.name, options.form, &mut names);
            let path = folder.join(name);
            let mut file = ReportFile::begin(&path, options.replace)?;
            let failed = |source| Error::Write { path: path.clone(), source };
            file.write_all(text.as_bytes()).map_err(failed)?;
            file.keep()?;
            letters.written += 1;
        }
    }
    let held = fs::read_dir(folder).map(Iterator::count).unwrap_or_default();
    letters.others = held.saturating_sub(letters.written);
    Ok(letters)
}

fn check(report: &StoredReport) -> Result<(), Error> {
    let name = report.path.to_string_lossy().replace('\\', "/");
    let refuse = |message: String, hint: &str| {
        Err(Error::Parts { message, hint: hint.to_owned() })
    };
    if report.last.shows_values {
        let message = format!("{name} shows what people wrote, so it must not go out");
        return refuse(message, "make the report again without --show-values");
    }
    if let Some(part) = &report.last.shard {
        let message = format!("{name} is part {} of {} of a run", part.part, part.of);
        return refuse(message, "join the parts first: untoc join-reports FILE…");
    }
    Ok(())
}

/// Makes the folder; refuses one that holds something.
fn prepare(folder: &Path, replace: bool) -> Result<(), Error> {
    let failed = |source| Error::Write { path: folder.to_owned(), source };
    fs::create_dir_all(folder).map_err(failed)?;
    let mut held = fs::read_dir(folder).map_err(failed)?;
    match held.next() {
        Some(_) if !replace => Err(failed(ErrorKind::DirectoryNotEmpty.into())),
        Some(_) | None => Ok(()),
    }
}

/// Returns the findings about one dossier of a subject, and about what holds it.
fn own_findings(
    findings: &[Reported],
    dossiers: &[DossierRecord],
    dossier: &DossierRecord,
) -> Vec<Reported> {
    let lies_in = |finding: &Reported, dossier: &DossierRecord| {
        finding.file().starts_with(&dossier.prefix) || finding.file() == dossier.name
    };
    let is_own = |finding: &&Reported| {
        lies_in(finding, dossier) || !dossiers.iter().any(|other| lies_in(finding, other))
    };
    findings.iter().filter(is_own).cloned().collect()
}

/// The most characters of a name, without what tells two letters apart.
const NAME_MOST: usize = 96;

/// Returns a name that is safe on every system, and not yet taken.
fn file_name(dossier: &str, form: LetterForm, taken: &mut BTreeSet<String>) -> String {
    let mut name = String::from("letter");
    let mut gap = true;
    for c in dossier.chars() {
        if c.is_ascii_alphanumeric() {
            if gap {
                name.push('-');
            }
            name.push(c.to_ascii_lowercase());
            gap = false;
        } else {
            gap = true;
        }
        if name.len() >= NAME_MOST {
            break;
        }
    }
    let mut number = 1;
    let mut unlike = name.clone();
    while !taken.insert(unlike.clone()) {
        number += 1;
        unlike = format!("{name}-{number}");
    }
    format!("{unlike}.{}", form.extension())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names hold letters, digits and dashes only, and no two are the same anywhere.
    #[test]
    fn names_are_safe() {
        let mut taken = BTreeSet::new();
        let mut name = |of: &str| file_name(of, LetterForm::Html, &mut taken);
        assert_eq!(name("in/Kenya 2026"), "letter-in-kenya-2026.html");
        assert_eq!(name("IN/kenya-2026"), "letter-in-kenya-2026-2.html");
        assert_eq!(name("p.zip!/x"), "letter-p-zip-x.html");
        assert_eq!(name("../../etc/passwd"), "letter-etc-passwd.html");
        assert_eq!(name("."), "letter.html");
        assert_eq!(name("肯尼亚"), "letter-2.html");
        assert_eq!(name("con"), "letter-con.html");
        assert!(name(&"x".repeat(9000)).len() < 120);
    }
}
