//! `untoc export`: the answers as data or as a report, or a blank form.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use untoc_core::{Audience, ContributorId, Day, Plan, QuestionnaireId, SectionId};
use untoc_export::{
    CsvOptions, Delimiter, ExportOptions, LeftOut, Scope, Selection, Subject, outline,
    to_csv, to_json, to_markdown,
};
use untoc_report::Words;

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::inputs::write_file;
use crate::output::Output;
use crate::session::Session;
use crate::world::{World, show_path};

use super::survey;

/// Write the answers as data (JSON, CSV) or as a report (Markdown).
///
/// Answers that are set aside stay out of reports and forms; a table of answers marks
/// them. Answers for a smaller circle than --audience stay out of all, and so do remarks;
/// what was left out is counted.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc export --to md --output response.md
  untoc export --to csv --section untoc-5
  untoc export --to csv --contributor ministry-of-justice --blank --output justice.csv
  untoc export --to json --output outbox           one file for each questionnaire
  untoc export --to xlsform --blank --questionnaire untoc-cluster-1 --output form.xlsx

A survey for SurveyJS or for ODK and Kobo (xlsform) is always blank, and needs no dossier
when --questionnaire says what to ask. What such a survey cannot carry is told.

A CSV file opens in Excel and LibreOffice and comes back with untoc import.")]
pub(crate) struct Export {
    /// The format
    #[arg(long, value_name = "FORMAT")]
    to: Format,
    /// Only this questionnaire; may be given several times
    #[arg(long, value_name = "ID")]
    questionnaire: Vec<String>,
    /// Only this section; may be given several times
    #[arg(long, value_name = "ID")]
    section: Vec<String>,
    /// Only the questions that this contributor is asked for
    #[arg(long, value_name = "ID")]
    contributor: Option<String>,
    /// For whom: national, review or public
    #[arg(long, value_name = "AUDIENCE", default_value = "review")]
    audience: AudienceName,
    /// Questions without answers: a form to fill in
    #[arg(long)]
    blank: bool,
    /// Show questions that are asked and not answered yet as well
    #[arg(long, conflicts_with = "blank")]
    open: bool,
    /// Include internal remarks
    #[arg(long)]
    with_remarks: bool,
    /// For CSV: separate cells by semicolons, as Excel expects in many countries
    #[arg(long)]
    semicolon: bool,
    /// The file to write, or the folder where there are several; standard output if absent
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Overwrite what is there
    #[arg(long)]
    force: bool,
}

/// The formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The stored format, for other programs and other dossiers
    Json,
    /// One table with a line for each answer, for Excel and statistics
    Csv,
    /// A report for readers
    Md,
    /// A blank survey for SurveyJS
    Surveyjs,
    /// A blank survey for ODK, Kobo and other tools that take an XLSForm
    Xlsform,
}

impl Format {
    /// Says which kind of survey this is, if it is one.
    fn survey(self) -> Option<survey::Kind> {
        match self {
            Self::Surveyjs => Some(survey::Kind::SurveyJs),
            Self::Xlsform => Some(survey::Kind::XlsForm),
            Self::Json | Self::Csv | Self::Md => None,
        }
    }
}

/// Who may see an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AudienceName {
    /// Only the national authorities
    National,
    /// The States of the review and the secretariat
    Review,
    /// Everybody
    Public,
}

impl From<AudienceName> for Audience {
    fn from(name: AudienceName) -> Self {
        match name {
            AudienceName::National => Self::National,
            AudienceName::Review => Self::Review,
            AudienceName::Public => Self::Public,
        }
    }
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Export,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    if let Some(kind) = arguments.to.survey() {
        let files = blank_survey(arguments, world, kind)?;
        deliver(arguments, world, output, &files)?;
        return Ok(exit::CLEAN);
    }
    let session = Session::open(world)?;
    if arguments.blank && arguments.to != Format::Csv {
        return Err(CommandError::usage(
            "JSON and Markdown cannot be exported as a form to fill in",
        )
        .hint("use --blank with --to csv, --to surveyjs or --to xlsform"));
    }
    let options = options(arguments, &session)?;
    let chosen = chosen_plans(arguments, &session)?;
    let subjects = subjects(&session, &chosen)?;
    let (files, left_out) = write(arguments, &session, &subjects, &options)?;
    deliver(arguments, world, output, &files)?;
    tell_left_out(world, left_out, &options);
    Ok(exit::CLEAN)
}

fn blank_survey(
    arguments: &Export,
    world: &World,
    kind: survey::Kind,
) -> Result<Files, CommandError> {
    if !arguments.blank {
        return Err(CommandError::usage("a survey has questions and no answers")
            .hint("add --blank"));
    }
    if !arguments.section.is_empty() || arguments.contributor.is_some() {
        return Err(CommandError::usage(
            "a survey is made of a whole questionnaire, since its conditions name questions of other sections",
        )
        .hint("choose with --questionnaire ID, or use --to csv --blank for some sections"));
    }
    let plans = if arguments.questionnaire.is_empty() {
        Session::open(world)?.plans()
    } else {
        survey::find_plans(world, &arguments.questionnaire)?
    };
    survey::write(world, &plans, kind)
}

fn options(
    arguments: &Export,
    session: &Session<'_>,
) -> Result<ExportOptions, CommandError> {
    for section in &arguments.section {
        session.find_section(section)?;
    }
    if let Some(contributor) = &arguments.contributor {
        session.check_contributor(contributor)?;
    }
    let scope = if arguments.blank {
        Scope::Blank
    } else if arguments.open {
        Scope::AnswersAndOpen
    } else {
        Scope::Answers
    };
    Ok(ExportOptions {
        selection: Selection {
            questionnaires: arguments
                .questionnaire
                .iter()
                .map(QuestionnaireId::unchecked)
                .collect(),
            sections: arguments.section.iter().map(SectionId::unchecked).collect(),
            contributor: arguments.contributor.as_ref().map(ContributorId::unchecked),
        },
        audience: arguments.audience.into(),
        remarks: arguments.with_remarks,
        scope,
    })
}

fn chosen_plans(
    arguments: &Export,
    session: &Session<'_>,
) -> Result<Vec<Arc<Plan>>, CommandError> {
    if !arguments.questionnaire.is_empty() {
        return arguments
            .questionnaire
            .iter()
            .map(|id| session.find_questionnaire(id))
            .collect();
    }
    let mut plans = session.plans();
    if !arguments.section.is_empty() {
        plans.retain(|plan| {
            let sections = &plan.questionnaire().sections;
            sections
                .iter()
                .any(|s| arguments.section.iter().any(|id| id == s.id.as_str()))
        });
    }
    if let Some(contributor) = &arguments.contributor {
        let settings = session.settings()?;
        plans.retain(|plan| {
            plan.slots().any(|slot| {
                settings
                    .assignment(plan, slot)
                    .is_some_and(|a| a.to.as_str() == contributor)
            })
        });
        if plans.is_empty() {
            return Err(CommandError::usage(format!(
                "{contributor} is asked for nothing yet"
            ))
            .hint(format!(
                "assign a section with: untoc assign SECTION --to {contributor}"
            )));
        }
    }
    Ok(plans)
}

fn subjects<'s>(
    session: &'s Session<'_>,
    plans: &'s [Arc<Plan>],
) -> Result<Vec<Subject<'s>>, CommandError> {
    let mut subjects = Vec::new();
    for plan in plans {
        subjects.push(Subject {
            plan,
            response: session.response(plan)?,
            settings: session.dossier().settings(),
            laws: Some(session.laws()?),
            evidence: None,
        });
    }
    Ok(subjects)
}

/// Files by name.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

fn write(
    arguments: &Export,
    session: &Session<'_>,
    subjects: &[Subject<'_>],
    options: &ExportOptions,
) -> Result<(Files, LeftOut), CommandError> {
    let words = Words::load("en");
    let mut left_out = LeftOut::default();
    let mut files = Vec::new();
    match arguments.to {
        Format::Json => {
            for subject in subjects {
                let (text, left) = to_json(*subject, options);
                left_out.absorb(left);
                files.push((format!("{}.json", subject.plan.id()), text.into()));
            }
        }
        Format::Csv => {
            let delimiter =
                if arguments.semicolon { Delimiter::Semicolon } else { Delimiter::Comma };
            let csv = CsvOptions { delimiter, ..CsvOptions::default() };
            let (text, left) = to_csv(subjects, options, csv, &words);
            left_out.absorb(left);
            files.push(("response.csv".to_owned(), text.into()));
        }
        Format::Md => {
            let today = Day(session.world().today());
            let outline = outline(subjects, options, &words, today);
            left_out.absorb(outline.left_out);
            files.push(("response.md".to_owned(), to_markdown(&outline, &words).into()));
        }
        // Surveys hold no answers and are written elsewhere.
        Format::Surveyjs | Format::Xlsform => {}
    }
    Ok((files, left_out))
}

fn deliver(
    arguments: &Export,
    world: &World,
    output: &mut Output,
    files: &[(String, Vec<u8>)],
) -> Result<(), CommandError> {
    match (&arguments.output, files) {
        (None, [(_, bytes)]) => output.bytes(bytes),
        (None, _) => Err(CommandError::usage(format!(
            "there are {} questionnaires, and one file for each",
            files.len()
        ))
        .hint("give a folder with --output DIR, or choose one with --questionnaire ID")),
        (Some(path), [(_, bytes)]) if !path.is_dir() => {
            write_file(path, bytes, arguments.force)?;
            world.tell(&format!("wrote {}", show_path(path)));
            Ok(())
        }
        (Some(folder), files) => {
            // Nothing is written unless everything can be.
            if !arguments.force
                && let Some((name, _)) =
                    files.iter().find(|(name, _)| folder.join(name).exists())
            {
                let path = show_path(&folder.join(name));
                return Err(CommandError::new(
                    crate::error::ErrorKind::Unwritable,
                    format!("{path} exists already"),
                )
                .hint("use --force to replace it, or give another folder"));
            }
            for (name, bytes) in files {
                let path = folder.join(name);
                write_file(&path, bytes, arguments.force)?;
                world.tell(&format!("wrote {}", show_path(&path)));
            }
            Ok(())
        }
    }
}

fn tell_left_out(world: &World, left_out: LeftOut, options: &ExportOptions) {
    let audience = options.audience.as_str();
    for (count, what) in [
        (
            left_out.more_private,
            format!("answers for a smaller circle than \"{audience}\""),
        ),
        (
            left_out.set_aside,
            "answers that are set aside or wait for an earlier one".to_owned(),
        ),
        (
            left_out.unknown,
            "answers to questions that the questionnaire does not have".to_owned(),
        ),
        (left_out.remarks, "remarks".to_owned()),
    ] {
        if count > 0 {
            world.tell(&format!("left out: {count} {what}"));
        }
    }
}

/// Returns every response in every format, as the demo writes them.
pub(crate) fn everything(session: &Session<'_>) -> Result<Files, CommandError> {
    let plans = session.plans();
    let subjects = subjects(session, &plans)?;
    let mut all = Vec::new();
    for to in [Format::Md, Format::Csv, Format::Json] {
        let arguments = Export::plain(to);
        let (files, _) =
            write(&arguments, session, &subjects, &ExportOptions::default())?;
        all.extend(files);
    }
    Ok(all)
}

impl Export {
    /// Returns the usual options for a format.
    fn plain(to: Format) -> Self {
        Self {
            to,
            questionnaire: Vec::new(),
            section: Vec::new(),
            contributor: None,
            audience: AudienceName::Review,
            blank: false,
            open: false,
            with_remarks: false,
            semicolon: false,
            output: None,
            force: false,
        }
    }
}
