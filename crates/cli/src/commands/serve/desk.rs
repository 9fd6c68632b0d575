//! What the pages in the browser take from the commands.

use std::path::Path;

use clap::{Args, Command, FromArgMatches};
use jiff::Timestamp;
use untoc_core::Figure;
use untoc_web::{
    Desk, EvidenceLook, ExportFormat, ExportWish, Sent, TableCheck, Trouble,
};

use crate::commands::export::{Export, files};
use crate::commands::{demo, evidence};
use crate::error::CommandError;
use crate::world::World;

/// The commands, as the pages use them.
pub(super) struct CommandDesk {
    world: World,
}

/// The formats: name, label, whether it can be a form, whether it can be a report or data.
const FORMATS: [(&str, &str, bool, bool); 8] = [
    ("docx", "Word", true, true),
    ("html", "Web page", true, true),
    ("xlsx", "Excel", true, false),
    ("md", "Markdown", false, true),
    ("csv", "CSV table", true, true),
    ("json", "JSON, for other programs", false, true),
    ("surveyjs", "SurveyJS survey", true, false),
    ("xlsform", "XLSForm, for ODK and Kobo", true, false),
];

impl CommandDesk {
    pub(super) fn new(world: World) -> Self {
        Self { world }
    }

    /// Returns the surroundings of now, in a dossier.
    fn world_in(&self, dossier: &Path) -> Result<World, Trouble> {
        let mut world = self.world.at_present().map_err(trouble)?;
        world.global.dossier = Some(dossier.to_owned());
        world.global.quiet = 2;
        Ok(world)
    }
}

impl Desk for CommandDesk {
    fn now(&self) -> Timestamp {
        self.world.at_present().map_or_else(|_| self.world.now(), |world| world.now())
    }

    fn export_formats(&self) -> Vec<ExportFormat> {
        let format = |(name, label, is_form, is_report): (&str, &str, bool, bool)| {
            let (name, label) = (name.to_owned(), label.to_owned());
            ExportFormat { name, label, is_form, is_report }
        };
        FORMATS.map(format).into()
    }

    fn export(
        &self,
        dossier: &Path,
        wish: &ExportWish,
    ) -> Result<Vec<(String, Vec<u8>)>, Trouble> {
        let world = self.world_in(dossier)?;
        files(&parsed(wish)?, &world).map_err(trouble)
    }

    fn make_example(&self, folder: &Path) -> Result<(), Trouble> {
        let world = self.world_in(folder)?;
        demo::make(&world, folder).map_err(trouble)
    }

    fn check_table(&self, name: &str, bytes: &[u8]) -> Result<TableCheck, Trouble> {
        let world = self.world.at_present().map_err(trouble)?;
        evidence::check_upload(&world, name, bytes).map_err(trouble)
    }

    fn look_at_evidence(&self, sent: &Sent<'_>) -> Result<EvidenceLook, Trouble> {
        let world = self.world.at_present().map_err(trouble)?;
        evidence::look_at_upload(&world, sent).map_err(trouble)
    }

    fn add_evidence(
        &self,
        dossier: &Path,
        sent: &Sent<'_>,
        said: &[(String, String)],
    ) -> Result<String, Trouble> {
        let world = self.world_in(dossier)?;
        evidence::add_upload(&world, sent, said).map_err(trouble)
    }

    fn item_figures(&self, dossier: &Path, item: &str) -> Result<Vec<Figure>, Trouble> {
        let world = self.world_in(dossier)?;
        evidence::item_figures(&world, item).map_err(trouble)
    }

    fn item_receipt(&self, dossier: &Path, item: &str) -> Result<String, Trouble> {
        let world = self.world_in(dossier)?;
        evidence::item_receipt(&world, item).map_err(trouble)
    }
}

/// Reads a wish as the command reads its options, so that both mean the same.
fn parsed(wish: &ExportWish) -> Result<Export, Trouble> {
    let mut words = vec!["--to", wish.format.as_str()];
    match (wish.blank, wish.format.as_str()) {
        (true, "docx" | "xlsx" | "html") => words.extend(["--as", "form"]),
        (true, _) => words.push("--blank"),
        (false, "docx" | "html") => words.extend(["--as", "report"]),
        (false, _) => {}
    }
    for (option, value) in [
        ("--questionnaire", &wish.questionnaire),
        ("--section", &wish.section),
        ("--contributor", &wish.contributor),
    ] {
        if let Some(value) = value {
            words.extend([option, value.as_str()]);
        }
    }
    words.extend(["--audience", wish.audience.as_str()]);
    let command = Export::augment_args(Command::new("export").no_binary_name(true));
    let matches = command.try_get_matches_from(words);
    let export = matches.and_then(|matches| Export::from_arg_matches(&matches));
    export.map_err(|_| {
        Trouble::new("this cannot be exported").hint("choose a format on the page")
    })
}

fn trouble(error: CommandError) -> Trouble {
    Trouble { message: error.message, hints: error.hints }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every format that the page offers is known to the command.
    #[test]
    fn every_format_is_known() {
        for (name, _, is_form, is_report) in FORMATS {
            for blank in [true, false] {
                if (blank && is_form) || (!blank && is_report) {
                    let wish = ExportWish {
                        format: name.to_owned(),
                        blank,
                        ..ExportWish::default()
                    };
                    assert!(parsed(&wish).is_ok(), "{name}");
                }
            }
        }
        let wish = ExportWish { format: "--help".to_owned(), ..ExportWish::default() };
        assert!(parsed(&wish).is_err());
    }
}
