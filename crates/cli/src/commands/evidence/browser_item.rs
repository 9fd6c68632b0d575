//! What the pages in the browser show of an evidence item.

use untoc_core::Figure;
use untoc_evidence::{Audience, SummaryAsked, Zeros, suggest_profile, summarize};

use super::named_table::tables_in;
use super::summary::InWords;
use super::table_input::{LayoutOptions, OpenTable};
use super::verdict;
use crate::error::CommandError;
use crate::session::Session;
use crate::world::World;

pub(crate) use super::item::receipt::page as item_receipt;
pub(crate) use super::item::upload::{add as add_upload, look as look_at_upload};

/// The most bytes of a table that is summarized while somebody waits for a page.
const TABLE_MOST: u64 = 64 << 20;

/// Summarizes the tables of an item whose profile is known, for the authority itself.
pub(crate) fn item_figures(
    world: &World,
    item: &str,
) -> Result<Vec<Figure>, CommandError> {
    let session = Session::open(world)?;
    let item = super::item::find(&session, item)?;
    let wording = InWords(world.words());
    let mut figures = Vec::new();
    for (at, path) in tables_in(&item.folder.join("data")).iter().enumerate() {
        if std::fs::metadata(path).is_ok_and(|kind| kind.len() > TABLE_MOST) {
            continue;
        }
        let Ok(open) = OpenTable::open(path, &LayoutOptions::default()) else { continue };
        let Ok(table) = open.table(path) else { continue };
        let Some(schema) = suggest_profile(&table.layout) else { continue };
        let asked = SummaryAsked {
            by: Vec::new(),
            threshold: verdict::least_count(Audience::Restricted, None),
            zeros: Zeros::Absent,
            source: path
                .file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            wording: &wording,
        };
        // A table that cannot be summarized is told of by its check.
        let found =
            summarize(&table, schema, &asked, &open.reading()).unwrap_or_default();
        figures.extend(found.into_iter().map(|mut figure| {
            // Places in the page are told apart where several tables stand on it.
            figure.id = format!("table-{}-{}", at + 1, figure.id);
            figure
        }));
    }
    Ok(figures)
}
