//! A letter as Markdown (CommonMark), which also reads well as plain text.

use super::{Letter, Point, spans};

pub(super) fn write(letter: &Letter) -> String {
    let mut out = format!("# {}\n", text(&letter.title));
    for paragraph in &letter.opening {
        out.push_str(&format!("\n{}\n", text(paragraph)));
    }
    for part in &letter.parts {
        out.push_str(&format!("\n## {}\n", text(&part.heading)));
        part.points.iter().for_each(|each| point(each, &mut out));
    }
    let (heading, steps) = &letter.steps;
    out.push_str(&format!("\n## {}\n\n", text(heading)));
    for (at, step) in steps.iter().enumerate() {
        out.push_str(&format!("{}. {}\n", at + 1, text(step)));
    }
    out.push_str(&format!("\n{}\n", text(&letter.closing)));
    out
}

fn point(point: &Point, out: &mut String) {
    out.push_str(&format!("\n- **{}**: ", text(&point.label)));
    if let Some(question) = &point.question {
        out.push_str(&format!("{}\n\n  ", text(question)));
    }
    out.push_str(&format!("{}\n", text(&point.message)));
    if !point.list.is_empty() {
        out.push('\n');
        for question in &point.list {
            out.push_str(&format!("  - {}\n", text(question)));
        }
    }
    if let Some(help) = &point.help {
        out.push_str(&format!("\n  {}\n", text(help)));
    }
    out.push_str(&format!("\n  {}\n", text(&point.place)));
}

/// Returns a text on one line, with every sign of Markdown or HTML made harmless.
fn text(text: &str) -> String {
    let mut out = String::new();
    let line = text.replace('\n', " ");
    for (part, command) in spans(&line) {
        match command {
            true => out.push_str(&format!("`{part}`")),
            false => out.push_str(&escape(part)),
        }
    }
    out
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut following = text.chars().skip(1);
    for c in text.chars() {
        let after = following.next().unwrap_or(' ');
        let in_word = before.is_alphanumeric() && after.is_alphanumeric();
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '_' if in_word => out.push('_'),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
        before = c;
    }
    out
}
