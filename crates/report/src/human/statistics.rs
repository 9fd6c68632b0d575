//! How often each code was found, as a table.

use super::{Human, ink, severity_word};
use crate::report::CodeCount;
use crate::words::Words;
use crate::wrap::{cut, pad, width};
use untoc_core::Code;

/// Returns how often each code was found as people read it, the most frequent first.
pub fn statistics_human(
    counts: &[CodeCount],
    words: &Words,
    human: &Human<'_>,
) -> String {
    let mut counts: Vec<&CodeCount> = counts.iter().collect();
    counts.sort_by_key(|count| std::cmp::Reverse(count.findings));
    let widest = |texts: Vec<usize>| texts.into_iter().max().unwrap_or_default();
    let numbers = widest(counts.iter().map(|c| c.findings.to_string().len()).collect());
    let codes = widest(counts.iter().map(|c| width(&c.code)).collect());
    let severities =
        widest(counts.iter().map(|c| width(&severity_word(words, c.severity))).collect());
    let mut out = String::new();
    for count in counts {
        let severity = severity_word(words, count.severity);
        let gap = " ".repeat(severities.saturating_sub(width(&severity)));
        let coloured = human.style.paint(ink(count.severity), &severity);
        let sentence = Code::from_name(&count.code).map_or("", Code::sentence);
        let room = human.width.saturating_sub(numbers + severities + codes + 6);
        out.push_str(&format!(
            "{:>numbers$}  {coloured}{gap}  {}  {}\n",
            count.findings,
            pad(&count.code, codes),
            cut(sentence.trim_end_matches('.'), room.max(20)),
        ));
    }
    out
}
