//! Explanations for the terminal.

use untoc_core::Code;

use super::{Example, explain};
use crate::screen::Screen;
use crate::style::Ink;
use crate::words::Words;
use crate::wrap::{Layout, wrap};

/// Returns the explanation of a code as people read it.
pub fn explanation_text(code: Code, words: &Words, screen: Screen) -> String {
    let explanation = explain(code);
    let severity =
        words.say("severity", &[("severity", code.severity().as_str().into())]);
    let title = format!("{code} ({severity})");
    let mut out = format!("{}\n", screen.style.paint(Ink::Strong, &title));
    let mut head = |key: &str, body: &str| {
        let head = screen.style.paint(Ink::Strong, &words.say(key, &[]));
        out.push_str(&format!("\n{head}\n{body}"));
    };
    head("explain-what", &prose(explanation.what, screen));
    head("explain-why", &prose(explanation.why, screen));
    head("explain-wrong", &blocks(&explanation.wrong, screen));
    head("explain-right", &blocks(&explanation.right, screen));
    head("explain-mend", &prose(explanation.mend, screen));
    out
}

/// Returns all codes, each with its sentence.
pub fn explain_list(words: &Words, screen: Screen) -> String {
    let room = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or(0);
    let mut out = String::new();
    for code in Code::ALL {
        out.push_str(&screen.labelled(code.as_str(), room, code.sentence()));
    }
    out.push('\n');
    out.push_str(&screen.indented(0, &words.say("explain-more", &[])));
    out
}

/// Lays out paragraphs and lists.
fn prose(text: &str, screen: Screen) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let rest = if line.starts_with("- ") { "    " } else { "  " };
        let layout = Layout { width: screen.width, first: "  ", rest };
        out.push_str(wrap(line, layout).trim_end());
        out.push('\n');
    }
    out
}

/// Shows examples as they stand in a file, each under its path.
fn blocks(examples: &[Example], screen: Screen) -> String {
    let mut out = String::new();
    for (position, example) in examples.iter().enumerate() {
        if position > 0 {
            out.push('\n');
        }
        if let Some(path) = example.path {
            out.push_str(&format!("  {}\n", screen.style.paint(Ink::Faint, path)));
        }
        for line in example.text.lines() {
            out.push_str(format!("    {line}").trim_end());
            out.push('\n');
        }
    }
    out
}
