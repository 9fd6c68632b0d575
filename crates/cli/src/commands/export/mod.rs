//! `untoc export`: the answers as data or as a report, or a form to fill in.

mod chosen;
mod deliver;
mod documents;

use std::path::PathBuf;

use chosen::{chosen_plans, subjects};
use clap::{Args, ValueEnum};
use deliver::{deliver, tell_left_out};
use untoc_core::{Audience, ContributorId, QuestionnaireId, SectionId};
use untoc_export::{
    CsvOptions, Delimiter, ExportOptions, FormFormat, LeftOut, OfficialFormat,
    ReportFormat, Scope, Selection, Subject, to_csv, to_json,
};
use untoc_report::Words;

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::World;

use super::survey;

/// Write a form to fill in (Word, Excel, HTML), a report (Markdown, Word, HTML, PDF), or
/// the answers as data (JSON, CSV).
///
/// A form goes to an agency, which fills it in without this tool; untoc import brings the
/// answers home. With --contributor it holds what that agency is asked for, in one file;
/// else there is one file for each questionnaire. What stood in a form is kept in the
/// folder forms of the dossier, so that an import can tell who changed what.
///
/// Answers that are set aside stay out of reports and forms; a table of answers marks
/// them. Answers for a smaller circle than --audience stay out of all, and so do remarks;
/// what was left out is counted.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc export --to docx --contributor ministry-of-justice --output justice.docx
  untoc export --to docx --blank --section untoc-5 --output article-5.docx
  untoc export --to docx --as report --output response.docx
  untoc export --to html --contributor ministry-of-justice --output justice.html
  untoc export --to html --as report --with-findings --output response.html
  untoc export --to md --output response.md
  untoc export --to csv --section untoc-5
  untoc export --to csv --contributor ministry-of-justice --blank --output justice.csv
  untoc export --to json --output outbox           one file for each questionnaire
  untoc export --to xlsform --blank --questionnaire untoc-cluster-1 --output form.xlsx
  untoc export --to xlsx --contributor ministry-of-justice --output justice.xlsx
  untoc export --by official --to html --output enter.html    see untoc official

A survey for SurveyJS or for ODK and Kobo (xlsform) is always blank, and needs no dossier
when --questionnaire says what to ask. What such a survey cannot carry is told.

A CSV file opens in Excel and LibreOffice and comes back with untoc import.")]
pub(crate) struct Export {
    /// The format
    #[arg(long, value_name = "FORMAT")]
    to: Format,
    /// A form to fill in, or a report for readers; docx, xlsx and html are forms unless
    /// you say report
    #[arg(long = "as", value_name = "WHAT")]
    shape: Option<Shape>,
    /// Put the answers into the order of the official questionnaire (html, md, csv, json)
    #[arg(long, value_name = "ORDER", conflicts_with_all = ["blank", "open", "shape"])]
    by: Option<Order>,
    /// The official questionnaire to use in place of the dossier's (untoc-overlay/1)
    #[arg(long, value_name = "FILE", requires = "by")]
    official: Option<PathBuf>,
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
    /// The language of the words around questions and answers; else that of the dossier
    #[arg(long, value_name = "LANG")]
    language: Option<String>,
    /// Show questions that are asked and not answered yet as well
    #[arg(long, conflicts_with = "blank")]
    open: bool,
    /// Include internal remarks
    #[arg(long)]
    with_remarks: bool,
    /// For reports: add what a check for submission finds, as an annex
    #[arg(long)]
    with_findings: bool,
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
    /// A Word document: a form to fill in, or a report
    Docx,
    /// An Excel workbook: a form to fill in
    Xlsx,
    /// A page for a browser: a form to fill in without network, or a report
    Html,
    /// The stored format, for other programs and other dossiers
    Json,
    /// One table with a line for each answer, for Excel and statistics
    Csv,
    /// A report for readers
    Md,
    /// A report for readers and archives (PDF/UA), if the program was built with it
    Pdf,
    /// A blank survey for SurveyJS
    Surveyjs,
    /// A blank survey for ODK, Kobo and other tools that take an XLSForm
    Xlsform,
}

/// The order of the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Order {
    /// That of the official questionnaire
    Official,
}

/// What a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shape {
    /// To fill in
    Form,
    /// To read
    Report,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Form(FormFormat),
    Report(ReportFormat),
    Official(OfficialFormat),
    Pdf,
    Json,
    Csv,
    Survey(survey::Kind),
}

impl Format {
    /// Returns the format of forms, if it is one.
    fn form(self) -> Option<FormFormat> {
        match self {
            Self::Docx => Some(FormFormat::Word),
            Self::Xlsx => Some(FormFormat::Excel),
            Self::Html => Some(FormFormat::Html),
            Self::Json
            | Self::Csv
            | Self::Md
            | Self::Pdf
            | Self::Surveyjs
            | Self::Xlsform => None,
        }
    }

    /// Returns the format of reports, if it is one.
    fn report(self) -> Option<ReportFormat> {
        match self {
            Self::Docx => Some(ReportFormat::Word),
            Self::Html => Some(ReportFormat::Html),
            Self::Md => Some(ReportFormat::Markdown),
            Self::Xlsx
            | Self::Json
            | Self::Csv
            | Self::Pdf
            | Self::Surveyjs
            | Self::Xlsform => None,
        }
    }

    /// Returns the format of the official order, if it is one.
    fn official(self) -> Option<OfficialFormat> {
        match self {
            Self::Html => Some(OfficialFormat::Html),
            Self::Md => Some(OfficialFormat::Markdown),
            Self::Csv => Some(OfficialFormat::Csv),
            Self::Json => Some(OfficialFormat::Json),
            Self::Docx | Self::Xlsx | Self::Pdf | Self::Surveyjs | Self::Xlsform => None,
        }
    }

    /// Returns what is neither form nor report.
    fn data(self) -> Option<Target> {
        match self {
            Self::Json => Some(Target::Json),
            Self::Csv => Some(Target::Csv),
            Self::Surveyjs => Some(Target::Survey(survey::Kind::SurveyJs)),
            Self::Xlsform => Some(Target::Survey(survey::Kind::XlsForm)),
            Self::Pdf => Some(Target::Pdf),
            Self::Docx | Self::Xlsx | Self::Html | Self::Md => None,
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
    let target = target(arguments)?;
    let (files, left_out) = make(arguments, target, world)?;
    deliver(arguments, world, output, &files)?;
    if let Some((left_out, options)) = left_out {
        tell_left_out(world, left_out, &options);
    }
    Ok(exit::CLEAN)
}

/// Returns the files that the command would write.
pub(crate) fn files(arguments: &Export, world: &World) -> Result<Files, CommandError> {
    make(arguments, target(arguments)?, world).map(|(files, _)| files)
}

fn make(
    arguments: &Export,
    target: Target,
    world: &World,
) -> Result<(Files, Option<(LeftOut, ExportOptions)>), CommandError> {
    if let Target::Survey(kind) = target {
        return Ok((blank_survey(arguments, world, kind)?, None));
    }
    let session = Session::open(world)?;
    let options = options(arguments, target, &session)?;
    let chosen = chosen_plans(arguments, &session)?;
    let subjects = subjects(&session, &chosen)?;
    let (files, left_out) = write(arguments, target, &session, &subjects, &options)?;
    Ok((files, Some((left_out, options))))
}

/// Works out what is written, and refuses what makes no sense.
fn target(arguments: &Export) -> Result<Target, CommandError> {
    let Export { to, shape, .. } = arguments;
    if arguments.by == Some(Order::Official) {
        return to.official().map(Target::Official).ok_or_else(|| {
            CommandError::usage("the official order is not written in this format")
                .hint("use --to html, --to md, --to csv or --to json")
        });
    }
    let target = match (shape, to.form(), to.report()) {
        (None | Some(Shape::Form), Some(form), _) => Some(Target::Form(form)),
        (None | Some(Shape::Report), _, Some(report)) => Some(Target::Report(report)),
        (None, None, None) => to.data(),
        (Some(Shape::Report), _, None) if *to == Format::Pdf => to.data(),
        (Some(Shape::Form), None, _) => {
            return Err(CommandError::usage("this format is no form to fill in")
                .hint("use --to docx, --to xlsx or --to html"));
        }
        (Some(Shape::Report), _, None) => {
            return Err(CommandError::usage("this format is no report for readers")
                .hint("use --to docx, --to html, --to md or --to pdf"));
        }
    };
    let Some(target) = target else {
        return Err(CommandError::usage("this format cannot be written"));
    };
    if target == Target::Pdf {
        documents::require_pdf()?;
    }
    let is_report = matches!(target, Target::Report(_) | Target::Pdf);
    if arguments.blank && (is_report || target == Target::Json) {
        return Err(CommandError::usage(
            "reports and JSON cannot be exported as a form to fill in",
        )
        .hint("use --blank with --to docx, xlsx, html, csv, surveyjs or xlsform"));
    }
    if arguments.with_findings && !is_report {
        return Err(CommandError::usage("only a report has an annex of findings")
            .hint("add --as report, or use --to md"));
    }
    if arguments.open && matches!(target, Target::Form(_)) {
        return Err(CommandError::usage(
            "a form always has the questions without answer",
        )
        .hint("leave --open out"));
    }
    Ok(target)
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
    target: Target,
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
    } else if matches!(target, Target::Form(_)) {
        Scope::Form
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

/// Files by name.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

fn write(
    arguments: &Export,
    target: Target,
    session: &Session<'_>,
    subjects: &[Subject<'_>],
    options: &ExportOptions,
) -> Result<(Files, LeftOut), CommandError> {
    let mut left_out = LeftOut::default();
    let mut files = Vec::new();
    match target {
        Target::Form(format) => {
            return documents::forms(arguments, format, session, subjects, options);
        }
        Target::Report(format) => {
            return documents::report(arguments, format, session, subjects, options);
        }
        Target::Official(format) => {
            return documents::official(arguments, format, session, subjects, options);
        }
        Target::Pdf => {
            return documents::pdf(arguments, session, subjects, options);
        }
        Target::Json => {
            for subject in subjects {
                let (text, left) = to_json(*subject, options);
                left_out.absorb(left);
                files.push((format!("{}.json", subject.plan.id()), text.into()));
            }
        }
        Target::Csv => {
            let delimiter =
                if arguments.semicolon { Delimiter::Semicolon } else { Delimiter::Comma };
            let csv = CsvOptions { delimiter, ..CsvOptions::default() };
            let words = Words::load(arguments.language.as_deref().unwrap_or("en"));
            let (text, left, stored) = to_csv(subjects, options, csv, &words);
            // Data can be taken from a folder that cannot be written, as on a disc.
            if let Err(error) = documents::keep(session, &stored) {
                session.world().tell(&format!(
                    "{error}; an import of this table will compare two ways only"
                ));
            }
            left_out.absorb(left);
            files.push(("response.csv".to_owned(), text.into()));
        }
        // Surveys hold no answers and are written elsewhere.
        Target::Survey(_) => {}
    }
    Ok((files, left_out))
}

/// Returns every response in every format, as the demo writes them.
pub(crate) fn everything(session: &Session<'_>) -> Result<Files, CommandError> {
    let plans = session.plans();
    let subjects = subjects(session, &plans)?;
    let mut all = Vec::new();
    for to in [Format::Md, Format::Csv, Format::Json] {
        let arguments = Export::plain(to);
        let target = target(&arguments)?;
        let options = ExportOptions::default();
        let (files, _) = write(&arguments, target, session, &subjects, &options)?;
        all.extend(files);
    }
    Ok(all)
}

impl Export {
    /// Returns the usual options for a format.
    fn plain(to: Format) -> Self {
        Self {
            to,
            shape: None,
            by: None,
            official: None,
            language: None,
            questionnaire: Vec::new(),
            section: Vec::new(),
            contributor: None,
            audience: AudienceName::Review,
            blank: false,
            open: false,
            with_remarks: false,
            with_findings: false,
            semicolon: false,
            output: None,
            force: false,
        }
    }
}
