//! `untoc evidence summary`: what a table shows, as tables and charts.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use untoc_core::Figure;
use untoc_evidence::{
    Audience, CsvText, SummaryAsked, SummaryError, TableSchema, Wording, Zeros,
    case_properties, compare_sources, suggest_profile, summarize,
};
use untoc_report::{Argument, Words, figure_rows, figure_svg, figure_text};

use super::check::AudienceName;
use super::table::unreadable;
use super::table_input::{LayoutOptions, OpenTable, named_schema};
use super::verdict;
use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::inputs;
use crate::output::Output;
use crate::world::{World, show_path};

/// Show what a table shows: tables and charts, with small counts left out.
///
/// Cases: how complete the table is, cases by year, victims by form, sex and age, flows from
/// citizenship to country of exploitation, means of control and ways of recruitment.
/// Indicators: trends, the way from the offence to the conviction, forms, citizenships, and
/// two sources beside each other. Arms: what came in, and how much was traced. Counts below
/// 5 (11 for the public) read <5, and others are left out (*) so that none can be worked
/// out.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence summary cases.csv                        tables and bars in the terminal
  untoc evidence summary cases.csv --by year,sex --by form,age
  untoc evidence summary counts.csv --to svg --output charts      a chart a file
  untoc evidence summary counts.csv --with police.csv     what two sources count
  untoc evidence summary cases.csv --to json

Exit codes: 0 done; 2 wrong use; 3 the table could not be read; 4 a file could not be
written.")]
pub(crate) struct Summary {
    /// A table, or the id of an evidence item of the dossier
    #[arg(value_name = "FILE|ITEM")]
    file: PathBuf,
    /// For cases: a table by these properties, joined by commas; more than once for several
    #[arg(long, value_name = "NAMES")]
    by: Vec<String>,
    /// A second table of indicators, to compare what both count
    #[arg(long, value_name = "FILE")]
    with: Option<PathBuf>,
    /// How to write the figures
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    to: FormatName,
    /// The folder for the files; needed for svg
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Replace files that exist
    #[arg(long)]
    force: bool,
    /// Where the numbers come from, as it is to stand under each figure; the name of the
    /// file if absent
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// Who is to see the figures
    #[arg(long, value_name = "AUDIENCE", default_value = "restricted")]
    audience: AudienceName,
    /// The least count that may be shown; 5, or 11 for the public
    #[arg(long, value_name = "NUMBER")]
    min_count: Option<usize>,
    /// The profile of the table; recognized if absent
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    #[command(flatten)]
    layout: LayoutOptions,
}

/// How figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatName {
    /// For the terminal
    Text,
    /// One table a figure
    Csv,
    /// One picture a figure
    Svg,
    /// One document with all figures
    Json,
}

/// Runs the command.
pub(super) fn run(
    arguments: &Summary,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let figures = figures(arguments, world)?;
    if figures.is_empty() {
        return Err(CommandError::usage("there is nothing in this table to summarize")
            .hint("see what is in it: untoc evidence check FILE"));
    }
    if let Some(folder) = &arguments.output {
        let end = match arguments.to {
            FormatName::Text => "txt",
            FormatName::Csv => "csv",
            FormatName::Svg => "svg",
            FormatName::Json => "json",
        };
        if arguments.to == FormatName::Json {
            write(folder, "figures.json", &json(&figures), arguments)?;
        } else {
            for figure in &figures {
                let text = text(figure, arguments.to, world, true);
                write(folder, &format!("{}.{end}", figure.id), &text, arguments)?;
            }
        }
        let folder = show_path(folder);
        let values = [("count", figures.len().into()), ("folder", folder.into())];
        world.tell(&world.words().say("summary-written", &values));
        return Ok(exit::CLEAN);
    }
    match arguments.to {
        FormatName::Svg => {
            return Err(CommandError::usage("pictures need a folder to stand in")
                .hint("name one that is new or empty: --output charts"));
        }
        FormatName::Json => output.text(&json(&figures))?,
        FormatName::Text | FormatName::Csv => {
            for (at, figure) in figures.iter().enumerate() {
                if at > 0 {
                    output.text("\n")?;
                }
                output.text(&text(figure, arguments.to, world, false))?;
            }
        }
    }
    Ok(exit::CLEAN)
}

fn figures(arguments: &Summary, world: &World) -> Result<Vec<Figure>, CommandError> {
    let path = super::named_table::file_of(&arguments.file, world)?;
    let audience = Audience::from(arguments.audience);
    let wording = InWords(world.words());
    let name = |path: &Path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        name.unwrap_or_else(|| show_path(path))
    };
    let asked = SummaryAsked {
        by: arguments.by.iter().map(|names| list(names)).collect(),
        threshold: verdict::least_count(audience, arguments.min_count),
        zeros: match audience {
            Audience::Restricted => Zeros::Absent,
            Audience::Public => Zeros::Small,
        },
        source: arguments.source.clone().unwrap_or_else(|| name(&path)),
        wording: &wording,
    };
    let open = OpenTable::open(&path, &arguments.layout)?;
    let table = open.table(&path)?;
    let schema: TableSchema = match arguments.profile.as_deref() {
        Some(name) => named_schema(name, world)?.0,
        None => {
            suggest_profile(&table.layout).cloned().ok_or_else(|| no_profile(&path))?
        }
    };
    if let Some(other) = &arguments.with {
        let second = OpenTable::open(other, &arguments.layout)?;
        let pair = [(&table, name(&path)), (&second.table(other)?, name(other))];
        let [(one, first), (two, second_name)] = &pair;
        let tables = [(*one, first.as_str()), (*two, second_name.as_str())];
        return compare_sources(tables, &schema, &asked, &open.reading())
            .map_err(|error| explain(error, &path));
    }
    summarize(&table, &schema, &asked, &open.reading())
        .map_err(|error| explain(error, &path))
}

fn no_profile(path: &Path) -> CommandError {
    let name = inputs::name_of(path);
    CommandError::usage(format!("{name} looks like no profile that is known"))
        .hint("name the profile it follows: --profile case")
        .hint(format!(
            "or give it the form of one: untoc evidence prepare {name} --profile case --output prepared.csv"
        ))
}

fn explain(error: SummaryError, path: &Path) -> CommandError {
    let said = CommandError::usage(error.to_string());
    match error {
        SummaryError::Io(error) => unreadable(path, &error),
        SummaryError::UnknownProperty(_) => {
            said.hint(format!("summarize by: {}", case_properties().join(", ")))
        }
        SummaryError::NoCases => said.hint("leave --by out"),
        SummaryError::TooManyCells(_) => {
            said.hint("cross fewer properties in one --by, or take a part of the table")
        }
    }
}

fn list(names: &str) -> Vec<String> {
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

/// Writes a figure as a text; in a file there is no terminal.
fn text(figure: &Figure, to: FormatName, world: &World, in_file: bool) -> String {
    match to {
        FormatName::Svg => figure_svg(figure),
        FormatName::Json => untoc_core::json(figure),
        FormatName::Text => {
            let mut screen = world.screen();
            if in_file {
                screen.style = untoc_report::Style::Plain;
                screen.width = 90;
            }
            figure_text(figure, &screen)
        }
        FormatName::Csv => {
            let mut csv = CsvText::new();
            for row in figure_rows(figure) {
                csv.row(row);
            }
            csv.take()
        }
    }
}

fn json(figures: &[Figure]) -> String {
    untoc_core::json(&serde_json::json!({
        "format": "untoc-figures/1",
        "tool": {"name": "untoc", "version": env!("CARGO_PKG_VERSION")},
        "figures": figures,
    }))
}

fn write(
    folder: &Path,
    name: &str,
    text: &str,
    arguments: &Summary,
) -> Result<(), CommandError> {
    inputs::write_file(&folder.join(name), text.as_bytes(), arguments.force)
}

/// The words of figures, in the user's language.
pub(super) struct InWords(pub(super) Words);

impl Wording for InWords {
    fn say(&self, key: &str, values: &[(&'static str, String)]) -> String {
        let values: Vec<(&str, Argument<'_>)> =
            values.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        self.0.say(key, &values)
    }

    fn name(&self, code: &str) -> String {
        let simple = code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let key = format!("category-{code}");
        let own = simple.then(|| self.0.find(&key, &[])).flatten();
        own.unwrap_or_else(|| spaced(code))
    }
}

/// Writes a code likeThis in words.
fn spaced(code: &str) -> String {
    let code = match code.split_once('_') {
        Some((section, rest)) if section.len() == 1 => rest,
        _ => code,
    };
    let mut out = String::new();
    let mut before = ' ';
    let mut rest = code.chars().peekable();
    while let Some(c) = rest.next() {
        let small_next = rest.peek().is_some_and(|next| next.is_lowercase());
        // A capital begins a word, also behind a word of one letter; a code of capitals
        // stays as it is.
        let begins = before.is_lowercase() || (before.is_uppercase() && small_next);
        if c.is_uppercase() && begins {
            out.push(' ');
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes are read as words, and capitals stay.
    #[test]
    fn spaces_codes() {
        assert_eq!(spaced("AtAPlaceOfBusiness"), "At a place of business");
        assert_eq!(spaced("XXB"), "XXB");
        assert_eq!(spaced("F_Construction"), "Construction");
        assert_eq!(spaced("18-20"), "18-20");
    }
}
