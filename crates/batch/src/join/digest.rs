//! A digest of the options that all parts of a run must share.

use crate::run::Options;
use crate::shard::fnv_1a;

/// Returns a digest of the options that all parts of a run must share.
pub(crate) fn digest(options: &Options<'_>) -> String {
    let mut text = format!(
        "{} {} {:?} {} {}",
        options.tool.version,
        options.level.as_str(),
        options.privacy,
        options.statistics,
        options.today,
    );
    for (code, severity) in options.severities.iter() {
        let weight = severity.map_or("off", |severity| severity.as_str());
        text.push_str(&format!(" {code}={weight}"));
    }
    if let Some(baseline) = options.baseline {
        text.push_str(&format!(" baseline={:016x}", baseline.digest()));
    }
    if let Some(expectation) = options.expectation {
        text.push_str(&format!(" expect={:016x}", expectation.digest()));
    }
    format!("{:016x}", fnv_1a(text.as_bytes()))
}
