//! Forms to fill in and reports for readers.

use untoc_core::{Day, Level};
use untoc_export::{
    ExportOptions, FormFormat, FormOptions, LeftOut, OfficialFormat, Outline,
    OutlineFinding, ReportFormat, StoredForm, Subject, annex, compose, form, outline,
};
use untoc_pdf::PdfError;
use untoc_report::{Privacy, Words};

use super::{Export, Files};
use crate::error::{CommandError, ErrorKind};
use crate::session::{Session, explain};

/// Returns the words of documents: in the language that was asked for, else in that of
/// the dossier.
fn words(arguments: &Export, session: &Session<'_>) -> Words {
    let own = session.dossier().settings().map(|settings| settings.language.clone());
    let wanted = arguments.language.clone().or(own).unwrap_or_default();
    let words = Words::load(&wanted);
    let base = wanted.split('-').next().unwrap_or_default();
    if !wanted.is_empty() && !words.language().eq_ignore_ascii_case(base) {
        let world = session.world();
        world.tell(&format!("there are no words in {wanted} yet; they are in English"));
    }
    words
}

/// Writes forms: one for a contributor, else one for each questionnaire. What stands in
/// them is kept in the dossier first.
pub(super) fn forms(
    arguments: &Export,
    format: FormFormat,
    session: &Session<'_>,
    subjects: &[Subject<'_>],
    options: &ExportOptions,
) -> Result<(Files, LeftOut), CommandError> {
    let words = words(arguments, session);
    let options = FormOptions { export: options.clone(), ..FormOptions::default() };
    let groups: Vec<(String, &[Subject<'_>])> =
        match &options.export.selection.contributor {
            Some(contributor) => vec![(contributor.to_string(), subjects)],
            None => subjects
                .iter()
                .map(|subject| {
                    (subject.plan.id().to_string(), std::slice::from_ref(subject))
                })
                .collect(),
        };
    let mut left_out = LeftOut::default();
    let mut files = Vec::new();
    for (name, subjects) in groups {
        let form = form(subjects, &options, &words);
        if form.is_empty() {
            return Err(CommandError::usage(format!("no question of {name} is chosen"))
                .hint("choose others with --section, --contributor or --questionnaire"));
        }
        left_out.absorb(form.left_out);
        keep(session, form.stored())?;
        let bytes = format.write(&form, &words).map_err(|error| {
            CommandError::new(ErrorKind::Findings, format!("{name}: {error}"))
                .hint("write a part of it with --section, or take --to docx or html")
        })?;
        files.push((format!("{name}.{}", format.extension()), bytes));
    }
    Ok((files, left_out))
}

/// Keeps what stands in a file that goes out, so that an import can tell who changed what.
pub(super) fn keep(session: &Session<'_>, form: &StoredForm) -> Result<(), CommandError> {
    let text = form.to_text(&session.world().time());
    let kept = session.dossier().keep_form(form.id.as_str(), &text);
    kept.map_err(|error| explain(&error))
}

/// Writes a report.
pub(super) fn report(
    arguments: &Export,
    format: ReportFormat,
    session: &Session<'_>,
    subjects: &[Subject<'_>],
    options: &ExportOptions,
) -> Result<(Files, LeftOut), CommandError> {
    let words = words(arguments, session);
    let outline = outlined(arguments, session, subjects, options, &words);
    let name = format!("response.{}", format.extension());
    Ok((vec![(name, format.write(&outline, &words))], outline.left_out))
}

/// Writes the answers in the official order.
pub(super) fn official(
    arguments: &Export,
    format: OfficialFormat,
    session: &Session<'_>,
    subjects: &[Subject<'_>],
    options: &ExportOptions,
) -> Result<(Files, LeftOut), CommandError> {
    let words = words(arguments, session);
    let overlay = crate::commands::official::load(session, arguments.official.as_ref())?;
    let today = Day(session.world().today());
    let order = compose(subjects, &overlay, options, &words, today);
    let name = format!("official.{}", format.extension());
    Ok((vec![(name, format.write(&order, &words))], order.left_out))
}

/// Makes the outline of a report, with the annex if it is wanted.
fn outlined(
    arguments: &Export,
    session: &Session<'_>,
    subjects: &[Subject<'_>],
    options: &ExportOptions,
    words: &Words,
) -> Outline {
    let today = Day(session.world().today());
    let mut outline = outline(subjects, options, words, today);
    if arguments.with_findings {
        outline.annex = Some(findings(session, subjects, today, words));
    }
    outline
}

/// Refuses a PDF, early, where the program was built without it.
pub(super) fn require_pdf() -> Result<(), CommandError> {
    match untoc_pdf::PDF_IS_BUILT_IN {
        true => Ok(()),
        false => Err(explain_pdf(&PdfError::NotBuilt)),
    }
}

fn explain_pdf(error: &PdfError) -> CommandError {
    let message = error.to_string();
    match error {
        PdfError::NotBuilt => CommandError::usage(message)
            .hint("use --to docx --as report, and save it as PDF in Word or LibreOffice")
            .hint("or use --to html --as report, and print it as PDF in the browser")
            .hint("or build it in: cargo install --path crates/cli --features pdf"),
        PdfError::Layout(_) => CommandError::new(ErrorKind::Findings, message)
            .hint("use --to docx --as report or --to html --as report in its place"),
    }
}

/// Writes a report as PDF, and tells which characters it cannot show.
pub(super) fn pdf(
    arguments: &Export,
    session: &Session<'_>,
    subjects: &[Subject<'_>],
    options: &ExportOptions,
) -> Result<(Files, LeftOut), CommandError> {
    let words = words(arguments, session);
    let outline = outlined(arguments, session, subjects, options, &words);
    let pdf = untoc_pdf::to_pdf(&outline, &words).map_err(|error| explain_pdf(&error))?;
    let world = session.world();
    let own = world.words();
    for finding in &pdf.findings {
        let place = finding.place().and_then(|place| place.question.as_ref());
        let place = place.map(|question| format!("{question}: ")).unwrap_or_default();
        let message = own.message(finding, Privacy::Masked);
        world.tell(&format!("{place}{message} [{}]", finding.code));
    }
    Ok((vec![("response.pdf".to_owned(), pdf.bytes)], outline.left_out))
}

/// Returns what a check for submission finds about the chosen questionnaires.
fn findings(
    session: &Session<'_>,
    subjects: &[Subject<'_>],
    today: Day,
    words: &Words,
) -> Vec<OutlineFinding> {
    let found = untoc_dossier::validate(session.dossier(), Level::Submission, today.0);
    let about = |questionnaire: &str| {
        subjects.iter().any(|subject| subject.plan.id().as_str() == questionnaire)
    };
    let chosen = found.iter().filter(|finding| {
        let place = finding.place().and_then(|place| place.questionnaire.as_deref());
        place.is_none_or(about)
    });
    annex(chosen, words)
}
