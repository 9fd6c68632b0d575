//! One finding: its place, its message, its line in the file, and what to do.

use super::{Human, ink, severity_word, source};
use crate::place::{place_in_file, place_in_words};
use crate::report::Reported;
use crate::style::Ink;
use crate::words::Words;
use crate::wrap::{Layout, width, wrap};

pub(super) fn show(
    finding: &Reported,
    words: &Words,
    human: &Human<'_>,
    out: &mut String,
) {
    let style = human.style;
    if let Some(place) = finding.place() {
        let people = place_in_words(words, place);
        let file = place_in_file(place).unwrap_or_default();
        let named = people == place.file.as_deref().unwrap_or_default();
        if !people.is_empty() && !named {
            line(&style.paint(Ink::Strong, &people), out);
        }
        let code = format!("{file}  [{}]", finding.code);
        line(&style.paint(Ink::Faint, code.trim_start()), out);
    }
    let severity = severity_word(words, finding.severity);
    let mut message = finding.message.clone();
    if let Some(times) = times(finding, words) {
        message = format!("{message} ({times})");
    }
    let colour = style.paint(ink(finding.severity), &severity);
    labelled(&severity, &colour, &message, human, out);
    if let Some(shown) = source::line(finding, human) {
        out.push_str(&shown);
    }
    if let Some(hint) = &finding.help {
        hint_line(hint, words, human, out);
    }
}

/// Adds the hint under a message.
pub(super) fn hint_line(hint: &str, words: &Words, human: &Human<'_>, out: &mut String) {
    let label = words.say("report-hint", &[]);
    labelled(&label, &human.style.paint(Ink::Good, &label), hint, human, out);
}

/// Adds a label and a text whose further lines stand under its first.
pub(crate) fn labelled(
    label: &str,
    coloured: &str,
    text: &str,
    human: &Human<'_>,
    out: &mut String,
) {
    let first = format!("    {label}: ");
    let rest = " ".repeat(width(&first));
    let layout = Layout { width: human.width, first: &first, rest: &rest };
    // Colours take no room, so the text is laid out first and coloured after.
    let wrapped = wrap(text, layout);
    out.push_str(&wrapped.replacen(label, coloured, 1));
    out.push('\n');
}

fn line(text: &str, out: &mut String) {
    out.push_str("  ");
    out.push_str(text);
    out.push('\n');
}

/// How often the cause was met, and on which lines first.
fn times(finding: &Reported, words: &Words) -> Option<String> {
    if finding.count < 2 {
        return None;
    }
    let count = ("count", finding.count.into());
    let lines: Vec<String> =
        finding.places.iter().filter_map(|p| p.line).map(|l| l.to_string()).collect();
    Some(match lines.len() {
        0 => words.say("report-times", &[count]),
        number => {
            let joined = words.all_of(&lines);
            let arguments =
                [count, ("lines", joined.into()), ("lines-count", number.into())];
            words.say("report-more-lines", &arguments)
        }
    })
}
