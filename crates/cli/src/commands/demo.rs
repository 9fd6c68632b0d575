//! `untoc demo`: the main job on a complete example, in one go.

use std::path::{Path, PathBuf};

use clap::Args;
use untoc_core::{Changes, Level, Response, Severity};
use untoc_dossier::{ChangeSet, Via, validate};
use untoc_report::Ink;

use crate::commands::show;
use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::inputs::write_file;
use crate::output::Output;
use crate::session::{Session, create};
use crate::world::{World, show_path};

/// Make a complete example of the invented State Exampleland: fill, validate and export,
/// in one go.
#[derive(Debug, Args)]
#[command(
    after_help = "Everything it makes is in one folder, which you can remove when you have seen enough."
)]
pub(crate) struct Demo {
    /// The folder to make; untoc-demo or the next free name if absent
    folder: Option<PathBuf>,
}

const SETTINGS: &str = include_str!("../demo_data/dossier.json");
const LAWS: &str = include_str!("../demo_data/laws.json");
const RESPONSES: [&str; 2] = [
    include_str!("../demo_data/responses/untoc-cluster-1.json"),
    include_str!("../demo_data/responses/tip-cluster-1.json"),
];

/// The answer that is given in front of the user's eyes.
const ONE_MORE: (&str, &str) = ("untoc-23-q3", "in_part");

/// Runs the command.
pub(crate) fn run(arguments: &Demo, world: &World, output: &mut Output) -> CommandResult {
    let folder = match &arguments.folder {
        Some(folder) => folder.clone(),
        None => free_name(Path::new("untoc-demo")),
    };
    let shown = show_path(&folder);
    let head = |text: &str| world.style.paint(Ink::Strong, text);
    output.line(&head(&format!(
        "1. Make the dossier of Exampleland (an invented State) in {shown}"
    )))?;
    let settings = untoc_schema::read_settings(SETTINGS).value.ok_or_else(broken)?;
    create(world, &folder, &settings)?;
    let mut session = Session::open_at(world, &folder)?;
    for plan in session.plans() {
        output.line(&format!(
            "   {}: {}, {} questions",
            plan.id(),
            plan.instrument().name(),
            plan.len()
        ))?;
    }

    output.line(&head("2. Enter the laws and bring in what the agencies answered"))?;
    let laws = untoc_schema::read_laws(LAWS).value.ok_or_else(broken)?;
    output.line(&format!(
        "   {} laws, {} contributors",
        laws.laws.len(),
        settings.contributors.len()
    ))?;
    session.save_laws(laws)?;
    fill(&mut session, output)?;

    output.line(&head("3. Answer one more question"))?;
    answer(&mut session, world, output)?;

    output.line(&head("4. Validate"))?;
    check(&session, world, output)?;

    output.line(&head("5. Export"))?;
    export(&session, &folder, world, output)?;

    output.line(&head("6. Look around"))?;
    for (command, what) in [
        (format!("cd {shown}"), "go in"),
        ("untoc status".to_owned(), "progress, what is next, who is late"),
        ("untoc validate --level submission".to_owned(), "every message in full"),
        ("untoc fill".to_owned(), "answer what is open"),
        ("untoc undo".to_owned(), "take back the last answer"),
    ] {
        output.line(&format!("   {command:<36} {what}"))?;
    }
    Ok(exit::CLEAN)
}

/// Makes the dossier of the example in a folder that does not exist yet, without a word.
pub(crate) fn make(world: &World, folder: &Path) -> Result<(), CommandError> {
    let settings = untoc_schema::read_settings(SETTINGS).value.ok_or_else(broken)?;
    create(world, folder, &settings)?;
    let mut session = Session::open_at(world, folder)?;
    session.save_laws(untoc_schema::read_laws(LAWS).value.ok_or_else(broken)?)?;
    fill(&mut session, &mut Output::silent())
}

/// Returns the first of `name`, `name-2`, `name-3` that does not exist yet.
fn free_name(name: &Path) -> PathBuf {
    let mut number = 1_u32;
    let mut free = name.to_path_buf();
    while free.exists() {
        number += 1;
        free = PathBuf::from(format!("{}-{number}", name.display()));
    }
    free
}

fn broken() -> CommandError {
    CommandError::new(ErrorKind::Internal, "the example in this program cannot be read")
}

fn fill(session: &mut Session<'_>, output: &mut Output) -> Result<(), CommandError> {
    let mut set = ChangeSet::default();
    for text in RESPONSES {
        let theirs: Response = untoc_schema::read_response(text, session.library())
            .value
            .ok_or_else(broken)?;
        let plan = session.find_questionnaire(theirs.questionnaire.as_str())?;
        let changes = Changes::compare(session.response(&plan)?, &theirs);
        output.line(&format!("   {}: {} answers", plan.id(), changes.len()))?;
        set.answers.insert(plan.id().clone(), changes);
    }
    session.commit(&set, Via::Import, None)
}

fn answer(
    session: &mut Session<'_>,
    world: &World,
    output: &mut Output,
) -> Result<(), CommandError> {
    let (id, value) = ONE_MORE;
    let (plan, slot) = session.find_question(id)?;
    output.line(&show::wrapped(&plan.question(slot).text, "   ", 90))?;
    output.line(&format!("   > untoc answer {id} {value}"))?;
    let before = session.response(&plan)?.clone();
    let words = [value.to_owned()];
    let typed = crate::value_input::parse_value(&plan, slot, &words)?;
    let entry = untoc_core::Entry {
        at: Some(world.time()),
        ..untoc_core::Entry::with_value(typed)
    };
    let change = untoc_core::Change {
        question: plan.question(slot).id.clone(),
        before: before.answers.get(id).cloned(),
        after: Some(entry),
    };
    session.record(&plan, Changes(vec![change]), Via::Answer, None)?;
    for line in show::consequences(&plan, &before, session.response(&plan)?) {
        output.line(&format!("   {line}"))?;
    }
    Ok(())
}

fn check(
    session: &Session<'_>,
    world: &World,
    output: &mut Output,
) -> Result<(), CommandError> {
    for level in [Level::Draft, Level::Submission] {
        let findings = validate(session.dossier(), level, world.today());
        let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let notes = count(Severity::Note);
        output.line(&format!(
            "   level {}: {errors} errors, {warnings} warnings, {notes} notes",
            level.as_str()
        ))?;
        let words = world.words();
        for finding in findings.iter().filter(|f| f.severity > Severity::Note).take(3) {
            let message = words.message(finding, untoc_report::Privacy::Masked);
            output.line(&format!("      {}: {message}", finding.severity.as_str()))?;
        }
        if errors + warnings > 3 {
            output.line(&format!("      and {} more", errors + warnings - 3))?;
        }
    }
    output.line("   A draft may have gaps; a submission may not. The example leaves some open on purpose.")
}

fn export(
    session: &Session<'_>,
    folder: &Path,
    world: &World,
    output: &mut Output,
) -> Result<(), CommandError> {
    let files = crate::commands::export::everything(session)?;
    let out = folder.join("exports");
    for (name, bytes) in files {
        let path = out.join(&name);
        write_file(&path, &bytes, false)?;
        output.line(&format!(
            "   {} ({} kB)",
            show_path(&path),
            bytes.len().div_ceil(1000)
        ))?;
    }
    world.tell("");
    Ok(())
}
