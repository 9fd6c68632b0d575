//! `untoc import`: bring answers home from a file.

use std::path::PathBuf;

use clap::Args;
use untoc_core::{
    Changes, Code, ContributorId, Finding, Place, Plan, Severity, Status, settle,
};
use untoc_dossier::Via;
use untoc_export::{
    Decision, FormId, ImportOptions, ImportPlan, Imported, Incoming, NotCounted,
    ReadOptions, StoredForm, Values, describe_change, keep_beside, not_counted,
    plan_import, read_returned,
};
use untoc_report::Privacy;

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::inputs;
use crate::output::Output;
use crate::session::{Session, explain};
use crate::world::World;

/// Bring answers home from a form that was filled in: Word, Excel, OpenDocument, the saved
/// answers of a page, CSV or JSON. Each change is shown; untoc undo takes the whole import
/// back.
///
/// What the file is, is told by its content. A form shows its id on the first page; by it
/// the import knows what stood in the form when it went out, and takes only what was
/// changed there. An empty cell never deletes an answer. Where an answer was changed here
/// and there, nothing is overwritten: both are shown, what the file says is kept in the
/// remarks, and you choose with --take-theirs or --join.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc import justice.docx --dry-run                show what would change
  untoc import justice.docx
  untoc import justice.csv --by ministry-of-justice
  untoc undo                                         take the import back")]
pub(crate) struct Import {
    /// The file that came back
    file: PathBuf,
    /// Show what would change and change nothing
    #[arg(long)]
    dry_run: bool,
    /// The contributor who gave the answers; else the one for whom the form was made
    #[arg(long, value_name = "ID")]
    by: Option<String>,
    /// Take the answers of the file also where the dossier has newer ones
    #[arg(long)]
    take_theirs: bool,
    /// Where both were changed, put the text of the file after the one that stands here
    #[arg(long, conflicts_with = "take_theirs")]
    join: bool,
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
    let base = match &imported.form {
        Some(form) => base(&session, form, &mut findings)?,
        None => None,
    };
    let by = giver(arguments, &session, base.as_ref());
    let options = ImportOptions {
        other_state: arguments.other_state,
        other_version: arguments.other_version,
        by: by.as_ref().map(ContributorId::unchecked),
        at: Some(world.time()),
        // What an agency sends in is offered, until the focal point has looked at it.
        status: by.as_ref().map(|_| Status::Proposed),
    };
    let mut planned = Vec::new();
    for incoming in &imported.incoming {
        let plan = session.find_questionnaire(incoming.plan.id().as_str())?;
        findings.extend(base.as_ref().and_then(|form| form.missing(incoming)));
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
    finish(arguments, &mut session, output, &planned, by.as_deref(), count)
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
    planned: &[(&Incoming, ImportPlan)],
    by: Option<&str>,
    count: usize,
) -> CommandResult {
    let unchanged: usize = planned.iter().map(|(_, plan)| plan.unchanged).sum();
    if arguments.dry_run {
        output.line(&format!("would change {count} answers; {unchanged} are here already; nothing was changed"))?;
        for (incoming, plan) in planned {
            let changes = arguments.decided(plan);
            tell_not_counted(session, output, &incoming.plan, &changes)?;
        }
        return Ok(exit::CLEAN);
    }
    let words = session.world().words();
    let who = by.map_or_else(|| inputs::name_of(&arguments.file), ToOwned::to_owned);
    let mut answers = Vec::new();
    let mut left = 0;
    for (incoming, plan) in planned {
        let mut changes = arguments.decided(plan);
        for conflict in &plan.merge.conflicts {
            if !changes.0.iter().any(|change| change.question == conflict.question) {
                left += 1;
                changes.0.extend(keep_beside(&incoming.plan, conflict, &who, &words));
            }
        }
        if !changes.is_empty() {
            answers.push((incoming.plan.id().clone(), changes));
        }
    }
    if !answers.is_empty() {
        session.record_all(answers, Via::Import, by)?;
    }
    output.line(&format!("changed {count} answers; {unchanged} were here already"))?;
    for (incoming, plan) in planned {
        let changes = arguments.decided(plan);
        tell_not_counted(session, output, &incoming.plan, &changes)?;
    }
    if left > 0 {
        output.line(&format!("left {left} answers as they are, because they are newer here; what the file says is kept in their remarks"))?;
        output.line("    take those of the file with --take-theirs, or put both together with --join")?;
        return Ok(exit::FINDINGS);
    }
    Ok(exit::CLEAN)
}

/// Says which answers of the file are kept and do not count as things stand.
fn tell_not_counted(
    session: &Session<'_>,
    output: &mut Output,
    plan: &Plan,
    changes: &Changes,
) -> Result<(), CommandError> {
    let NotCounted { waiting, set_aside } =
        not_counted(plan, session.response(plan)?, changes);
    for (questions, why) in [
        (waiting, "wait for the answer to an earlier question"),
        (set_aside, "are kept, but their questions are not asked as things stand"),
    ] {
        if !questions.is_empty() {
            let ids: Vec<String> = questions.iter().map(ToString::to_string).collect();
            output.line(&format!("{} answers {why}: {}", ids.len(), ids.join(", ")))?;
        }
    }
    Ok(())
}

/// Returns who gave the answers: who is named, else for whom the form was made.
fn giver(
    arguments: &Import,
    session: &Session<'_>,
    form: Option<&StoredForm>,
) -> Option<String> {
    let made_for = form.and_then(|form| form.contributor.clone());
    let known = |id: &String| session.check_contributor(id).is_ok();
    arguments.by.clone().or_else(|| made_for.filter(known))
}

impl Import {
    /// Returns the changes that are made, apart from what is kept in remarks.
    fn decided(&self, plan: &ImportPlan) -> Changes {
        plan.decide(|_, both| match (both, self.conflicts()) {
            (false, _) => Decision::Take,
            (true, decision) => decision,
        })
    }

    /// Returns what is done with answers that were changed on both sides.
    fn conflicts(&self) -> Decision {
        if self.take_theirs {
            Decision::Take
        } else if self.join {
            Decision::Join
        } else {
            Decision::Keep
        }
    }
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
            let mark = match (conflict, arguments.conflicts()) {
                (true, Decision::Keep) => "newer here, left as it is: ",
                (true, Decision::Take) => "newer here, taken from the file: ",
                (true, Decision::Join) => "newer here, put together with: ",
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

/// Returns where something stands in the file: its line, or its row and column.
fn stands(place: &Place) -> String {
    let table = place.table.as_ref();
    let number = |name: &str, number: Option<usize>| match number {
        Some(number) => format!("{name} {number}: "),
        None => String::new(),
    };
    match place.line {
        Some(line) => number("line", Some(line)),
        None => number("row", table.and_then(|table| table.row)),
    }
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
        let line = finding.place().map(stands).unwrap_or_default();
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
