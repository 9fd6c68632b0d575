//! A letter as a page: no script, no other file, nothing from the network.

use untoc_core::Severity;

use super::{Letter, Point, spans};

const STYLE: &str = include_str!("letter.css");

pub(super) fn write(letter: &Letter) -> String {
    let mut out = String::new();
    let title = escape(&letter.title);
    out.push_str(&format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
        letter.language,
        direction(letter.language),
    ));
    for paragraph in &letter.opening {
        out.push_str(&format!("<p>{}</p>\n", text(paragraph)));
    }
    for part in &letter.parts {
        out.push_str(&format!("<section>\n<h2>{}</h2>\n<ul>\n", text(&part.heading)));
        part.points.iter().for_each(|each| point(each, &mut out));
        out.push_str("</ul>\n</section>\n");
    }
    let (heading, steps) = &letter.steps;
    out.push_str(&format!("<section class=\"next\">\n<h2>{}</h2>\n", text(heading)));
    out.push_str("<ol>\n");
    for step in steps {
        out.push_str(&format!("<li>{}</li>\n", text(step)));
    }
    out.push_str(&format!("</ol>\n</section>\n<p>{}</p>\n", text(&letter.closing)));
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn direction(language: &str) -> &'static str {
    if language == "ar" { "rtl" } else { "ltr" }
}

fn point(point: &Point, out: &mut String) {
    let class = match point.severity {
        Severity::Error => "mend",
        Severity::Warning => "look",
        Severity::Note => "know",
    };
    out.push_str(&format!(
        "<li class=\"{class}\">\n<p><b class=\"label\">{}</b> ",
        text(&point.label)
    ));
    if let Some(question) = &point.question {
        out.push_str(&format!("<span class=\"question\">{}</span>", text(question)));
        out.push_str("</p>\n<p>");
    }
    out.push_str(&format!("{}</p>\n", text(&point.message)));
    if !point.list.is_empty() {
        out.push_str("<ul class=\"questions\">\n");
        for question in &point.list {
            out.push_str(&format!("<li>{}</li>\n", text(question)));
        }
        out.push_str("</ul>\n");
    }
    if let Some(help) = &point.help {
        out.push_str(&format!("<p class=\"help\">{}</p>\n", text(help)));
    }
    out.push_str(&format!("<p class=\"place\">{}</p>\n</li>\n", text(&point.place)));
}

/// Returns a text as HTML, with its commands set apart.
fn text(text: &str) -> String {
    let mut out = String::new();
    for (part, command) in spans(text) {
        match command {
            true => out.push_str(&format!("<code>{}</code>", escape(part))),
            // A value may be in another script than the letter.
            false => out.push_str(&escape(part)),
        }
    }
    out
}

fn escape(text: &str) -> String {
    crate::escape::escape(text, |c| (c == '\'').then_some("&#39;"))
}
