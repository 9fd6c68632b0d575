//! The check of a table that came in through the browser.

use std::path::Path;

use clap::{Args, Command, FromArgMatches};
use untoc_core::{Finding, settle};
use untoc_evidence::Dialect;
use untoc_report::{Privacy, Reported, place_in_words};
use untoc_web::{TableCheck, TableFinding};

use super::check::{Asked, Check};
use super::{show, table};
use crate::error::{CommandError, ErrorKind};
use crate::world::World;

/// Checks a table by the same code as the command. The bytes are laid aside for the time
/// of the check, since it reads large tables in parts.
pub(crate) fn check_upload(
    world: &World,
    name: &str,
    bytes: &[u8],
) -> Result<TableCheck, CommandError> {
    let unwritable = |error: std::io::Error| {
        let text = format!("cannot lay the file aside: {error}");
        CommandError::new(ErrorKind::Unwritable, text)
    };
    let folder = tempfile::tempdir().map_err(unwritable)?;
    // The name tells whether cells are separated by tabs, and nothing else.
    let ending = Path::new(name).extension().and_then(|end| end.to_str());
    let ending = ending.filter(|end| end.bytes().all(|b| b.is_ascii_alphanumeric()));
    let path = folder.path().join(format!("table.{}", ending.unwrap_or("csv")));
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(&path);
    let written = file.as_mut().map_err(|e| std::io::Error::from(e.kind()));
    std::io::Write::write_all(written.map_err(unwritable)?, bytes).map_err(unwritable)?;
    drop(file);
    let command = Check::augment_args(Command::new("check").no_binary_name(true));
    let matches = command.try_get_matches_from([path.as_os_str()]);
    let arguments = matches.and_then(|matches| Check::from_arg_matches(&matches));
    let arguments = arguments.map_err(|e| CommandError::usage(e.to_string()))?;
    let dialect = Dialect::default();
    let question = arguments.question()?;
    let asked = Asked {
        arguments: &arguments,
        world,
        dialect: &dialect,
        schema: None,
        question: &question,
    };
    let checked = table::check(&asked, &path)?;
    let words = world.words();
    let shown = show::Shown { world, privacy: Privacy::Masked, schema: None };
    let mut findings: Vec<Finding> = checked.report.findings.clone();
    let verdict = checked.disclosure.as_ref().map(|found| {
        findings.extend(found.findings.iter().cloned());
        words.say("evidence-verdict", &[("verdict", found.verdict.as_str().into())])
    });
    for finding in &mut findings {
        finding.set_file(name);
    }
    let reported = Reported::all(&settle(findings), None, &words, Privacy::Masked);
    let finding = |finding: &Reported| TableFinding {
        severity: finding.severity,
        code: finding.code.clone(),
        place: finding.place().map(|p| place_in_words(&words, p)).unwrap_or_default(),
        message: finding.message.clone(),
        help: finding.help.clone(),
    };
    Ok(TableCheck {
        facts: vec![shown.table(&checked)],
        verdict,
        findings: reported.iter().map(finding).collect(),
    })
}
