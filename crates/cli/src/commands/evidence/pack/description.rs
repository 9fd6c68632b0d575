//! The description of an evidence item: from flags, from a file, or asked for.

use std::path::{Path, PathBuf};

use clap::Args;
use untoc_core::{
    Day, EVIDENCE_FORMAT, Evidence, ItemId, Naming, OnwardUse, PartialDate, Period,
    Provider, ProviderKind, Sensitivity, Terms, slug,
};

use super::draft;
use super::questions::{self, Answers};
use crate::commands::evidence::interview::End;
use crate::commands::init::parse_language;
use crate::error::CommandError;
use crate::inputs;

/// What is said about an evidence item.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct DescriptionArguments {
    /// Take the description from this file (evidence.json); flags go before it
    #[arg(long, value_name = "FILE")]
    pub(super) from: Option<PathBuf>,
    /// The id; made of the title if absent
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<String>,
    /// The title
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    /// The organization that gives the data
    #[arg(long, value_name = "NAME")]
    pub(super) provider: Option<String>,
    /// ngo, academia, private_sector, intergovernmental, government or media
    #[arg(long, value_name = "KIND")]
    pub(super) provider_kind: Option<String>,
    /// How to reach the organization: an office, not a person
    #[arg(long, value_name = "TEXT")]
    pub(super) contact: Option<String>,
    /// The time that the data is about: 2025, or 2020..2025
    #[arg(long, value_name = "FROM..TO")]
    pub(super) period: Option<String>,
    /// A country or region that the data is about; may be given several times
    #[arg(long, value_name = "NAME")]
    pub(super) place: Vec<String>,
    /// What one row or count is: a person, a case, an incident
    #[arg(long, value_name = "TEXT")]
    pub(super) unit: Option<String>,
    /// How the data came about
    #[arg(long, value_name = "TEXT")]
    pub(super) method: Option<String>,
    /// The licence, by its name or address
    #[arg(long, value_name = "TEXT")]
    pub(super) licence: Option<String>,
    /// public, restricted (for the authority) or personal (rows are about persons)
    #[arg(long, value_name = "WORD")]
    pub(super) sensitivity: Option<String>,
    /// What the data may be used for
    #[arg(long, value_name = "TEXT")]
    pub(super) purpose: Option<String>,
    /// To whom it may be passed on: none, secretariat, reviewing_states or public
    #[arg(long, value_name = "WORD")]
    pub(super) onward_use: Option<String>,
    /// Whether the provider may be named: named, kind_only or unnamed
    #[arg(long, value_name = "WORD")]
    pub(super) naming: Option<String>,
    /// The legal basis, or the consent of the persons in the data
    #[arg(long, value_name = "TEXT")]
    pub(super) basis: Option<String>,
    /// The last day on which it may be kept
    #[arg(long, value_name = "DATE")]
    pub(super) keep_until: Option<String>,
    /// What the data cannot show
    #[arg(long, value_name = "TEXT")]
    pub(super) limitations: Option<String>,
    /// The language of the data (BCP 47)
    #[arg(long, value_name = "TAG")]
    pub(super) language: Option<String>,
    /// Ask for what is missing, even if this is no terminal
    #[arg(long, hide = true)]
    pub(super) ask: bool,
    /// Ask for nothing, even at a terminal
    #[arg(long, hide = true, conflicts_with = "ask")]
    no_ask: bool,
}

impl DescriptionArguments {
    /// Says whether anything of a description was given.
    pub(crate) fn is_given(&self) -> bool {
        self.from.is_some() || self.title.is_some() || self.provider.is_some()
    }

    /// Makes the description; what is missing is asked for where somebody can answer.
    ///
    /// Whoever stops finds the answers in a file beside `output`.
    pub(crate) fn complete(
        &self,
        issued: Option<Day>,
        output: &Path,
    ) -> Result<Evidence, CommandError> {
        let (base, lacks) = match self.base()? {
            Some((base, lacks)) => (Some(base), lacks),
            None => (None, Vec::new()),
        };
        let mut answers = Answers::of(self, base.as_ref(), &lacks);
        let somebody = || std::io::IsTerminal::is_terminal(&std::io::stdin());
        if (self.ask || (!self.no_ask && somebody()))
            && questions::ask(&mut answers)? == End::Stopped
        {
            return Err(draft::keep(&answers, output)?);
        }
        let missing = answers.missing();
        if !missing.is_empty() {
            let error = CommandError::usage(format!(
                "the description lacks: {}",
                missing.join(", ")
            ));
            return Err(missing
                .iter()
                .fold(error, |error, name| error.hint(questions::hint(name))));
        }
        made(base, &answers, issued)
    }

    /// Reads the description that was begun, and which needed parts it lacks.
    fn base(&self) -> Result<Option<(Evidence, Vec<&'static str>)>, CommandError> {
        let Some(path) = &self.from else { return Ok(None) };
        let text = inputs::read_text(path)?;
        let mut json: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        let lacks = json.as_object_mut().map(draft::fill_in).unwrap_or_default();
        // A description that was written by hand has no list of files yet.
        if let Some(fields) = json.as_object_mut()
            && fields
                .get("files")
                .is_none_or(|files| files.as_array().is_some_and(Vec::is_empty))
        {
            fields.insert("files".to_owned(), placeholder());
        }
        let whole = if json.is_object() { json.to_string() } else { text };
        let mut read = untoc_schema::read_evidence(&whole);
        match read.value.take().filter(|_| read.findings.is_empty()) {
            Some(base) => Ok(Some((base, lacks))),
            None => Err(inputs::refused(&inputs::name_of(path), read.findings)),
        }
    }
}

/// A file that stands in for those that are not known yet.
fn placeholder() -> serde_json::Value {
    serde_json::json!([{
        "path": "data/none", "bytes": 0, "sha256": "0".repeat(64),
        "media_type": "text/csv", "role": "data",
    }])
}

fn made(
    base: Option<Evidence>,
    answers: &Answers,
    issued: Option<Day>,
) -> Result<Evidence, CommandError> {
    let text = |name: &str| answers.get(name).map(str::to_owned);
    let needed = |name: &str| text(name).unwrap_or_default();
    let title = needed("title");
    let id = match text("id") {
        Some(id) => id,
        None => slug(&title).ok_or_else(|| {
            CommandError::usage("no id can be made of the title")
                .hint("give one with --id, for example --id court-monitoring-2025")
        })?,
    };
    let places = answers.get("place").unwrap_or_default().split(';').map(str::trim);
    let places = places.filter(|place| !place.is_empty()).map(str::to_owned).collect();
    Ok(Evidence {
        schema: base.as_ref().and_then(|base| base.schema.clone()),
        format: EVIDENCE_FORMAT.to_owned(),
        id: ItemId::parse(&id).map_err(|error| {
            CommandError::usage(format!("\"{id}\" cannot be an id: {error}"))
        })?,
        title,
        provider: Provider {
            name: needed("provider"),
            kind: word(
                answers,
                "provider-kind",
                ProviderKind::ALL,
                ProviderKind::as_str,
            )?,
            contact: text("contact"),
        },
        issued: base.as_ref().and_then(|base| base.issued).or(issued),
        period: answers.get("period").map(period).transpose()?,
        places,
        unit: text("unit"),
        method: text("method"),
        licence: text("licence"),
        sensitivity: word(answers, "sensitivity", Sensitivity::ALL, Sensitivity::as_str)?,
        terms: Terms {
            purpose: needed("purpose"),
            onward_use: word(answers, "onward-use", OnwardUse::ALL, OnwardUse::as_str)?,
            naming: word(answers, "naming", Naming::ALL, Naming::as_str)?,
            basis: text("basis"),
            keep_until: answers.get("keep-until").map(day).transpose()?,
        },
        limitations: text("limitations"),
        language: answers.get("language").map(parse_language).transpose()?,
        files: Vec::new(),
        extensions: base.and_then(|base| base.extensions),
    })
}

fn word<T: Copy>(
    answers: &Answers,
    name: &str,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<T, CommandError> {
    let given = answers.get(name).unwrap_or_default();
    let folded = given.trim().to_lowercase().replace(['-', ' '], "_");
    all.iter().copied().find(|word| as_str(*word) == folded).ok_or_else(|| {
        let words: Vec<&str> = all.iter().map(|word| as_str(*word)).collect();
        CommandError::usage(format!(
            "\"{given}\" is not known for --{name}; expected {}",
            untoc_report::Words::load("en").one_of(&words)
        ))
    })
}

/// Says what is wrong with a part before the next one is asked for.
pub(super) fn judge(name: &str, text: &str, has_id: bool) -> Result<(), CommandError> {
    match name {
        "title" if !has_id && slug(text).is_none() => Err(CommandError::usage(
            "no id can be made of this; use some letters of the Latin alphabet, or give an id with --id",
        )),
        "period" => period(text).map(drop),
        "keep-until" => day(text).map(drop),
        "language" => parse_language(text).map(drop),
        _ => Ok(()),
    }
}

fn day(text: &str) -> Result<Day, CommandError> {
    Day::parse(text).map_err(|error| CommandError::usage(error.to_string()))
}

fn period(text: &str) -> Result<Period, CommandError> {
    let (from, to) = match text.split_once("..") {
        Some((from, to)) => (from, Some(to)),
        None => (text, None),
    };
    let date = |text: &str| {
        PartialDate::parse(text.trim()).map_err(|error| {
            CommandError::usage(error.to_string())
                .hint("write a period as 2025, or as 2020..2025")
        })
    };
    let to = to.filter(|to| !to.trim().is_empty()).map(date).transpose()?;
    Ok(Period { from: date(from)?, to })
}
