//! Forms to fill in and reports for readers.

use untoc_core::{Day, Level};
use untoc_export::{
    ExportOptions, FormFormat, FormOptions, LeftOut, OfficialFormat, OutlineFinding,
    ReportFormat, StoredForm, Subject, annex, compose, form, outline,
};
use untoc_report::Words;

use super::{Export, Files};
use crate::error::CommandError;
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
        let bytes = format.write(&form, &words);
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
    let today = Day(session.world().today());
    let mut outline = outline(subjects, options, &words, today);
    if arguments.with_findings {
        outline.annex = Some(findings(session, subjects, today, &words));
    }
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
