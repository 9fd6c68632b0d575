//! `untoc evidence receipt`: tells the provider what became of the data.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use untoc_core::{Audience, CountryCode, Evidence};
use untoc_dossier::Item;
use untoc_export::{Receipt, ReceiptUse};

use super::list::day;
use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::inputs::write_file;
use crate::output::Output;
use crate::session::Session;
use crate::world::{World, show_path};

/// Write a receipt for the provider: what was received, what the checks found, and where
/// it is used, or why not.
///
/// Answers for national authorities only are counted and not named.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence receipt court-monitoring-2025
  untoc evidence receipt court-monitoring-2025 --to html --output receipt.html")]
pub(crate) struct ReceiptArguments {
    /// The item
    #[arg(value_name = "ITEM")]
    item: String,
    /// The form
    #[arg(long, value_name = "FORM", default_value = "text")]
    to: Form,
    /// The file to write; standard output if absent
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite a file that is there
    #[arg(long)]
    force: bool,
}

/// The form of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Plain text, for a mail
    Text,
    /// Markdown
    Markdown,
    /// A page for the browser
    Html,
    /// For programs
    Json,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &ReceiptArguments,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let session = Session::open(world)?;
    let item = super::find(&session, &arguments.item)?;
    let receipt = of(&item, &session)?;
    let text = match arguments.to {
        Form::Text => receipt.to_plain_text(),
        Form::Markdown => receipt.to_markdown(),
        Form::Html => receipt.to_html(),
        Form::Json => receipt.to_json(),
    };
    match &arguments.output {
        None => output.text(&text)?,
        Some(path) => {
            write_file(path, text.as_bytes(), arguments.force)?;
            world.tell(&format!("wrote {}", show_path(path)));
        }
    }
    Ok(exit::CLEAN)
}

/// Writes the receipt of an item as a page for the browser.
pub(crate) fn page(world: &World, item: &str) -> Result<String, CommandError> {
    let session = Session::open(world)?;
    let item = super::find(&session, item)?;
    Ok(of(&item, &session)?.to_html())
}

fn of(item: &Item, session: &Session<'_>) -> Result<Receipt, CommandError> {
    let (Some(record), Some(description)) = (&item.record, &item.description) else {
        return Err(CommandError::new(
            ErrorKind::Findings,
            format!("the record or the description of {} cannot be read", item.id),
        )
        .hint("see what is wrong with them: untoc validate"));
    };
    let (used, used_elsewhere) = uses(item, session);
    let received = record.received.as_ref();
    let settings = session.settings()?;
    Ok(Receipt {
        format: Receipt::FORMAT,
        state: state_name(settings.state),
        focal_point: settings.focal_point.clone(),
        written: session.world().today().to_string(),
        item: item.id.to_string(),
        title: description.title.clone(),
        provider: description.provider.name.clone(),
        received: received.map(|received| day(&received.at).to_owned()),
        received_from: received
            .map(|received| received.from.clone())
            .filter(|from| *from != description.provider.name),
        received_as: received.map(|received| received.form.as_str().replace('_', " ")),
        digest: record.digest.clone(),
        files: record
            .files
            .iter()
            .filter(|f| f.path.starts_with("data/"))
            .cloned()
            .collect(),
        checks: record.checks.clone(),
        used,
        used_elsewhere,
        unused_because: record.unused_because.clone(),
        terms: terms(description),
    })
}

fn uses(item: &Item, session: &Session<'_>) -> (Vec<ReceiptUse>, usize) {
    let (mut used, mut elsewhere) = (Vec::new(), 0);
    for (questionnaire, question, link) in session.dossier().links_to(&item.id) {
        let Some(response) = session.dossier().response(&questionnaire) else { continue };
        let entry = response.answers.get(question.as_str());
        if entry.is_none_or(|entry| entry.audience() == Audience::National) {
            elsewhere += 1;
            continue;
        }
        let plan = session.library().get(questionnaire.as_str());
        let slot = plan.as_ref().and_then(|plan| plan.slot(question.as_str()));
        let text =
            plan.as_ref().zip(slot).map(|(plan, slot)| plan.question(slot).text.clone());
        let provision = plan.as_ref().zip(slot).and_then(|(plan, slot)| {
            let words = session.world().words();
            let instrument = words.say(
                "place-instrument",
                &[("instrument", plan.instrument().code().into())],
            );
            Some(format!("{instrument}, {}", plan.provisions(slot).first()?))
        });
        used.push(ReceiptUse {
            question: question.to_string(),
            text: text.unwrap_or_default(),
            provision,
            stance: link.stance.as_str().to_owned(),
        });
    }
    (used, elsewhere)
}

fn state_name(code: CountryCode) -> String {
    if code == CountryCode::EXAMPLELAND {
        return "Exampleland".to_owned();
    }
    let known = untoc_core::countries().iter().find(|c| c.alpha3 == code.to_string());
    known.map_or_else(|| code.to_string(), |country| country.en.clone())
}

fn terms(description: &Evidence) -> Vec<(String, String)> {
    let terms = &description.terms;
    let mut lines = vec![
        ("Purpose".to_owned(), terms.purpose.clone()),
        ("Onward use".to_owned(), terms.onward_use.as_str().replace('_', " ")),
        ("Naming of the provider".to_owned(), terms.naming.as_str().replace('_', " ")),
    ];
    if let Some(basis) = &terms.basis {
        lines.push(("Legal basis or consent".to_owned(), basis.clone()));
    }
    if let Some(day) = terms.keep_until {
        lines.push(("Kept until".to_owned(), day.to_string()));
    }
    lines
}
