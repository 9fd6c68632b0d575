//! A receipt as text, Markdown and HTML.

use super::receipt::Receipt;

/// What stands in a receipt, in its order.
enum Block {
    Title(String),
    Heading(&'static str),
    Fact(String, String),
    Item(String),
    Text(String),
}

impl Receipt {
    /// Writes the receipt as plain text.
    pub fn to_plain_text(&self) -> String {
        let mut page = String::new();
        for block in self.blocks() {
            match block {
                Block::Title(text) => {
                    page.push_str(&format!(
                        "{text}\n{}\n",
                        "=".repeat(text.chars().count())
                    ));
                }
                Block::Heading(text) => page.push_str(&format!("\n{text}\n\n")),
                Block::Fact(name, text) => page.push_str(&format!("{name}: {text}\n")),
                Block::Item(text) => page.push_str(&format!("- {text}\n")),
                Block::Text(text) => page.push_str(&format!("{text}\n")),
            }
        }
        page
    }

    /// Writes the receipt as Markdown.
    pub fn to_markdown(&self) -> String {
        let escaped = |text: &str| {
            let special = ['\\', '`', '*', '_', '[', ']', '<', '>', '#', '|'];
            let escape = |c: char| match special.contains(&c) {
                true => format!("\\{c}"),
                false => c.to_string(),
            };
            text.chars().map(escape).collect::<String>()
        };
        let mut page = String::new();
        for block in self.blocks() {
            match block {
                Block::Title(text) => page.push_str(&format!("# {}\n\n", escaped(&text))),
                Block::Heading(text) => page.push_str(&format!("\n## {text}\n\n")),
                Block::Fact(name, text) => {
                    page.push_str(&format!("- **{name}**: {}\n", escaped(&text)));
                }
                Block::Item(text) => page.push_str(&format!("- {}\n", escaped(&text))),
                Block::Text(text) => page.push_str(&format!("\n{}\n", escaped(&text))),
            }
        }
        page
    }

    /// Writes the receipt as a page that opens in a browser; it loads nothing.
    pub fn to_html(&self) -> String {
        let escaped = |text: &str| {
            text.replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;")
                .replace('"', "&quot;")
        };
        let mut body = String::new();
        let mut list = false;
        let close = |body: &mut String, list: &mut bool| {
            if std::mem::take(list) {
                body.push_str("</ul>\n");
            }
        };
        for block in self.blocks() {
            let line = match block {
                Block::Title(text) => format!("<h1>{}</h1>\n", escaped(&text)),
                Block::Heading(text) => format!("<h2>{text}</h2>\n"),
                Block::Text(text) => format!("<p>{}</p>\n", escaped(&text)),
                Block::Fact(name, text) => {
                    format!("<li><b>{}</b>: {}</li>\n", escaped(&name), escaped(&text))
                }
                Block::Item(text) => format!("<li>{}</li>\n", escaped(&text)),
            };
            let item = line.starts_with("<li>");
            if item && !list {
                body.push_str("<ul>\n");
                list = true;
            } else if !item {
                close(&mut body, &mut list);
            }
            body.push_str(&line);
        }
        close(&mut body, &mut list);
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n<style>body {{ font-family: sans-serif; max-width: 45em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere }}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
            escaped(&self.heading())
        )
    }

    fn heading(&self) -> String {
        format!("Receipt for {}", self.title)
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Title(self.heading())];
        let mut fact = |name: &str, text: Option<&String>| {
            blocks.extend(text.map(|text| Block::Fact(name.to_owned(), text.clone())));
        };
        fact("Item", Some(&self.item));
        fact("Provider", Some(&self.provider));
        fact("State", Some(&self.state));
        fact("Focal point", self.focal_point.as_ref());
        fact("Received", self.received.as_ref());
        fact("Received from", self.received_from.as_ref());
        fact("Received as", self.received_as.as_ref());
        fact("Receipt written", Some(&self.written));
        fact("Digest of the package", Some(&self.digest));
        blocks.push(Block::Heading("What was received"));
        blocks.extend(self.files.iter().map(|file| {
            Block::Item(format!(
                "{}, {} bytes, sha256 {}",
                file.path, file.bytes, file.sha256
            ))
        }));
        blocks.push(Block::Heading("What the checks found"));
        self.checks(&mut blocks);
        blocks.push(Block::Heading("Where it is used"));
        self.uses(&mut blocks);
        blocks.push(Block::Heading("On what terms it is kept"));
        let terms = self.terms.iter();
        blocks.extend(terms.map(|(name, text)| Block::Fact(name.clone(), text.clone())));
        blocks
    }

    fn checks(&self, blocks: &mut Vec<Block>) {
        if self.checks.is_empty() {
            blocks.push(Block::Text("No table was checked.".to_owned()));
            return;
        }
        for check in &self.checks {
            let verdict = match check.verdict.as_deref() {
                Some("blocked") => "a person could be recognized",
                Some("authority-only") => "for the authority only",
                Some("publishable") => "publishable, as far as the check can tell",
                _ => "not checked for privacy",
            };
            let profile = check
                .profile
                .as_ref()
                .map(|p| format!(", profile {p}"))
                .unwrap_or_default();
            blocks.push(Block::Item(format!(
                "{}: {} rows{profile}; {} errors, {} warnings; privacy: {verdict}",
                check.path, check.rows, check.errors, check.warnings
            )));
        }
        let last = "A passed check is no proof that nobody can be recognized.";
        blocks.push(Block::Text(last.to_owned()));
    }

    fn uses(&self, blocks: &mut Vec<Block>) {
        for used in &self.used {
            let provision =
                used.provision.as_ref().map(|p| format!(" ({p})")).unwrap_or_default();
            let what = match used.stance.as_str() {
                "supports" => "supports the answer to",
                "contradicts" => "contradicts the answer to",
                _ => "gives background to the answer to",
            };
            blocks.push(Block::Item(format!(
                "{what} {}{provision}: {}",
                used.question, used.text
            )));
        }
        if self.used_elsewhere > 0 {
            blocks.push(Block::Text(format!(
                "Used in {} more answers, which are for national authorities only.",
                self.used_elsewhere
            )));
        }
        if self.used.is_empty() && self.used_elsewhere == 0 {
            blocks.push(Block::Text(match &self.unused_because {
                Some(reason) => format!("No answer uses it: {reason}"),
                None => "No answer uses it yet.".to_owned(),
            }));
        }
    }
}
