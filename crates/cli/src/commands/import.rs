//! `untoc import`: bring answers home from a file.

use std::path::PathBuf;

use clap::Args;
use untoc_core::{Code, ContributorId, Finding, Place, Severity, Status, settle};
use untoc_dossier::Via;
use untoc_export::{
    FormId, ImportOptions, ImportPlan, Imported, Incoming, ReadOptions, StoredForm,
    Values, describe_change, plan_import, read_returned,
};
use untoc_report::Privacy;

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::inputs;
use crate::output::Output;
use crate::session::{Session, explain};
use crate::world::World;

/// Bring answers home from a JSON or CSV file. Each change is shown; untoc undo takes the
/// whole import back.
///
/// An empty cell never deletes an answer. Where an answer here is newer than in the file,
/// nothing is overwritten: both are shown, and you choose with --take-theirs.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc import justice.csv --dry-run                 show what would change
  untoc import justice.csv --by ministry-of-justice
  untoc undo                                         take the import back")]
pub(crate) struct Import {
    /// The file: a filled CSV table, or a response in JSON
    file: PathBuf,
    /// Show what would change and change nothing
    #[arg(long)]
    dry_run: bool,
    /// The contributor who gave the answers
    #[arg(long, value_name = "ID")]
    by: Option<String>,
    /// Take the answers of the file also where the dossier has newer ones
    #[arg(long)]
    take_theirs: bool,
    /// Take a file that is of another State
    #[arg(long)]
    other_state: bool,
    /// Take a file that was made for another version of the questionnaire
    #[arg(long)]
    other_version: bool,
    /// Hide the texts of answers in what is shown
    #[arg(long)]
    hide_values: bool,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Import,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    if let Some(by) = &arguments.by {
        session.check_contributor(by)?;
    }
    let imported = read(arguments, &session)?;
    let mut findings = imported.findings;
    let options = ImportOptions {
        other_state: arguments.other_state,
        other_version: arguments.other_version,
        by: arguments.by.as_ref().map(ContributorId::unchecked),
        at: Some(world.time()),
        // What an agency sends in is offered, until the focal point has looked at it.
        status: arguments.by.as_ref().map(|_| Status::Proposed),
    };
    let base = match &imported.form {
        Some(form) => base(&session, form, &mut findings)?,
        None => None,
    };
    let mut planned = Vec::new();
    for incoming in &imported.incoming {
        let plan = session.find_questionnaire(incoming.plan.id().as_str())?;
        let base = base.as_ref().and_then(|form| form.base(plan.id()));
        let result = plan_import(incoming, base, session.response(&plan)?, &options);
        findings.extend(result.findings.iter().cloned());
        planned.push((incoming, result));
    }
    let name = inputs::name_of(&arguments.file);
    for finding in &mut findings {
        finding.set_file(&name);
    }
    let count = show_changes(arguments, world, output, &planned)?;
    let refused = show_findings(world, output, settle(findings))?;
    if refused {
        return Err(CommandError::new(crate::error::ErrorKind::Findings, "nothing was imported")
            .hint("mend the file, or use --other-state or --other-version if that is what you want"));
    }
    finish(arguments, &mut session, output, planned, count)
}

/// Returns what stood in a form when it went out; says so where that is not known.
fn base(
    session: &Session<'_>,
    form: &FormId,
    findings: &mut Vec<Finding>,
) -> Result<Option<StoredForm>, CommandError> {
    let text = session.dossier().form(form.as_str()).map_err(|error| explain(&error))?;
    let Some(text) = text else {
        findings.push(Finding::new(Code::ImportTwoWay, Place::default()));
        return Ok(None);
    };
    match StoredForm::read(&text, session.library()) {
        Ok(stored) => Ok(Some(stored)),
        Err(finding) => {
            findings.push(*finding);
            Ok(None)
        }
    }
}

fn finish(
    arguments: &Import,
    session: &mut Session<'_>,
    output: &mut Output,
    planned: Vec<(&Incoming, ImportPlan)>,
    count: usize,
) -> CommandResult {
    let conflicts: usize =
        planned.iter().map(|(_, plan)| plan.merge.conflicts.len()).sum();
    let unchanged: usize = planned.iter().map(|(_, plan)| plan.unchanged).sum();
    if arguments.dry_run {
        output.line(&format!("would change {count} answers; {unchanged} are here already; nothing was changed"))?;
        return Ok(exit::CLEAN);
    }
    let mut answers = Vec::new();
    for (incoming, plan) in planned {
        let mut changes = plan.merge.changes;
        if arguments.take_theirs {
            changes.0.extend(plan.merge.conflicts.into_iter().map(|conflict| {
                untoc_core::Change {
                    question: conflict.question,
                    before: conflict.ours,
                    after: conflict.theirs,
                }
            }));
        }
        if !changes.is_empty() {
            answers.push((incoming.plan.id().clone(), changes));
        }
    }
    if !answers.is_empty() {
        session.record_all(answers, Via::Import, arguments.by.as_deref())?;
    }
    output.line(&format!("changed {count} answers; {unchanged} were here already"))?;
    if conflicts > 0 && !arguments.take_theirs {
        output.line(&format!("left {conflicts} answers as they are, because they are newer here; take those of the file with --take-theirs"))?;
        return Ok(exit::FINDINGS);
    }
    Ok(exit::CLEAN)
}

fn read(arguments: &Import, session: &Session<'_>) -> Result<Imported, CommandError> {
    let bytes = inputs::read_bytes(&arguments.file)?;
    let options = ReadOptions { laws: Some(session.laws()?), ..ReadOptions::default() };
    let name = inputs::name_of(&arguments.file);
    let imported = read_returned(&bytes, session.library(), &options);
    if imported.incoming.is_empty() {
        if imported.findings.is_empty() {
            return Err(CommandError::usage(format!("there is no answer in {name}")));
        }
        return Err(inputs::refused(&name, imported.findings));
    }
    Ok(imported)
}

/// Shows every change and every conflict; returns how many answers change.
fn show_changes(
    arguments: &Import,
    world: &World,
    output: &mut Output,
    planned: &[(&Incoming, ImportPlan)],
) -> Result<usize, CommandError> {
    let values = if arguments.hide_values { Values::Masked } else { Values::Shown };
    let words = world.words();
    let mut count = 0;
    for (incoming, plan) in planned {
        let mut shown: Vec<(bool, untoc_core::Change)> =
            plan.merge.changes.0.iter().map(|change| (false, change.clone())).collect();
        shown.extend(plan.merge.conflicts.iter().map(|conflict| {
            let change = untoc_core::Change {
                question: conflict.question.clone(),
                before: conflict.ours.clone(),
                after: conflict.theirs.clone(),
            };
            (true, change)
        }));
        for (conflict, change) in shown {
            let described = describe_change(&incoming.plan, &change, &words, values);
            let mut lines = described.to_lines(&words).into_iter();
            let mark = match (conflict, arguments.take_theirs) {
                (true, false) => "newer here, left as it is: ",
                (true, true) => "newer here, taken from the file: ",
                (false, _) => "",
            };
            count += usize::from(!conflict || arguments.take_theirs);
            output.line(&format!("{mark}{}", lines.next().unwrap_or_default()))?;
            for line in lines {
                output.line(&format!("    {}", line.trim_start()))?;
            }
        }
    }
    Ok(count)
}

/// Shows what is said about the file; returns whether it is refused.
fn show_findings(
    world: &World,
    output: &mut Output,
    findings: Vec<Finding>,
) -> Result<bool, CommandError> {
    let words = world.words();
    let mut refused = false;
    for finding in &findings {
        let fatal = matches!(
            finding.code,
            untoc_core::Code::ImportOtherState | untoc_core::Code::ImportOtherVersion
        );
        refused |= fatal && finding.severity == Severity::Error;
        let place = finding.place();
        let line = place
            .and_then(|p| p.line)
            .map(|line| format!("line {line}: "))
            .unwrap_or_default();
        output.line(&format!(
            "{}: {line}{}",
            finding.severity.as_str(),
            words.message(finding, Privacy::Shown)
        ))?;
        if let Some(hint) = words.hint(finding, Privacy::Shown) {
            output.line(&format!("    {hint}"))?;
        }
    }
    Ok(refused)
}
