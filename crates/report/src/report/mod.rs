//! The report of a check: what was looked at and what was found, in every format.

mod csv;
mod fingerprint;
mod format;
mod github;
mod head;
mod json;
mod junit;
mod reported;
mod sarif;
#[cfg(test)]
mod tests;

pub use fingerprint::fingerprints;
pub use format::{MachineFormat, Part};
pub use head::{
    CodeCount, DossierRecord, Head, Pending, REPORT_FORMAT, ShardPart, Summary, Tool,
};
pub(crate) use json::items as json_items;
pub use json::{LastLine, ReportLine};
pub use reported::Reported;
