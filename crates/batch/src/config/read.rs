//! Reads the text of the file, and says everything that is wrong with it at once.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use untoc_core::{Code, Level, Severity, nearest};

use super::Config;
use crate::error::Fault;
use crate::glob::Pattern;

const KEYS: [&str; 3] = ["level", "exclude", "severity"];
const LEVELS: [&str; 2] = ["draft", "submission"];
const SEVERITIES: [&str; 4] = ["error", "warning", "note", "off"];

type Key<'t> = Spanned<Cow<'t, str>>;
type Item<'t> = Spanned<DeValue<'t>>;

pub(super) fn read(text: &str) -> Result<Config, Vec<Fault>> {
    let mut reader = Reader { text, config: Config::default(), faults: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let line = error.span().map_or(1, |span| reader.line(span));
        let message = format!("this is no TOML: {}", error.message());
        reader.faults.push(Fault::at(line, message));
    }
    if reader.faults.is_empty() {
        for (key, value) in table.get_ref().iter() {
            reader.setting(key, value);
        }
    }
    reader.faults.sort_by_key(|fault| fault.line);
    reader.config.severities.sort_by_key(|(_, _, line)| *line);
    match reader.faults.is_empty() {
        true => Ok(reader.config),
        false => Err(reader.faults),
    }
}

struct Reader<'t> {
    text: &'t str,
    config: Config,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn setting(&mut self, key: &Key<'_>, value: &Item<'_>) {
        match key.get_ref().as_ref() {
            "level" => self.level(value),
            "exclude" => self.exclude(value),
            "severity" => {
                if let DeValue::Table(table) = value.get_ref() {
                    for (code, weight) in table.iter() {
                        self.severity(code, weight);
                    }
                } else {
                    self.fault(value.span(), "severity is no table").hint_last(
                        "write [severity] in a line of its own, and below it lines such as law-not-cited = \"error\"",
                    );
                }
            }
            other => {
                let line = self.line(key.span());
                let fault = Fault::at(line, format!("there is no setting \"{other}\""));
                self.faults.push(suggest(fault, other, &KEYS));
            }
        }
    }

    fn level(&mut self, value: &Item<'_>) {
        let line = self.line(value.span());
        match word(value) {
            Some("draft") => self.config.level = Some((Level::Draft, line)),
            Some("submission") => self.config.level = Some((Level::Submission, line)),
            _ => self.not_one_of("level", value, &LEVELS),
        }
    }

    fn exclude(&mut self, value: &Item<'_>) {
        let DeValue::Array(items) = value.get_ref() else {
            return self
                .fault(value.span(), "exclude is no list")
                .hint_last("write it as exclude = [\"archive/**\"]");
        };
        for item in items.iter() {
            let line = self.line(item.span());
            let text = word(item).filter(|text| !text.is_empty());
            match text.and_then(Pattern::parse) {
                Some(pattern) => self.config.exclude.push((pattern, line)),
                None => self
                    .fault(item.span(), "an item of exclude is no pattern")
                    .hint_last("write patterns such as \"archive/**\" or \"*.old.json\""),
            }
        }
    }

    fn severity(&mut self, key: &Key<'_>, value: &Item<'_>) {
        let name = key.get_ref().as_ref();
        let line = self.line(key.span());
        let Some(code) = Code::from_name(name) else {
            let fault = Fault::at(line, format!("there is no finding \"{name}\""));
            let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
            let fault = match nearest(name, codes) {
                Some(near) => {
                    fault.hint(format!("write {near} if that is what is meant"))
                }
                None => fault.hint("see all codes with: untoc explain --list"),
            };
            return self.faults.push(fault);
        };
        if code == Code::FileUnreadable {
            let message =
                "file-unreadable always weighs most: what was not read was not checked";
            return self.faults.push(Fault::at(line, message).hint("remove the line"));
        }
        let severity = match word(value) {
            Some("error") => Some(Severity::Error),
            Some("warning") => Some(Severity::Warning),
            Some("note") => Some(Severity::Note),
            Some("off") => None,
            _ => return self.not_one_of(name, value, &SEVERITIES),
        };
        self.config.severities.push((code, severity, line));
    }

    fn not_one_of(&mut self, name: &str, value: &Item<'_>, expected: &[&str]) {
        let line = self.line(value.span());
        let quoted: Vec<String> =
            expected.iter().map(|word| format!("\"{word}\"")).collect();
        let (last, before) = quoted.split_last().map_or(("", &[][..]), |(l, b)| (l, b));
        let expected_words = format!("{} or {last}", before.join(", "));
        let found = word(value).map_or(String::new(), |text| format!(" \"{text}\""));
        let message = format!("{name} cannot be{found}; expected {expected_words}");
        let fault = Fault::at(line, message.replace("cannot be;", "is something else;"));
        self.faults.push(match word(value) {
            Some(text) => suggest(fault, text, expected),
            None => fault,
        });
    }

    fn fault(&mut self, span: Range<usize>, message: &str) -> &mut Self {
        let line = self.line(span);
        self.faults.push(Fault::at(line, message));
        self
    }

    fn hint_last(&mut self, hint: &str) {
        if let Some(fault) = self.faults.last_mut() {
            fault.hint = Some(hint.to_owned());
        }
    }

    fn line(&self, span: Range<usize>) -> usize {
        let before = self.text.get(..span.start).unwrap_or_default();
        before.matches('\n').count() + 1
    }
}

fn word<'v>(value: &'v Item<'_>) -> Option<&'v str> {
    match value.get_ref() {
        DeValue::String(text) => Some(text),
        DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)
        | DeValue::Array(_)
        | DeValue::Table(_) => None,
    }
}

fn suggest(fault: Fault, word: &str, known: &[&str]) -> Fault {
    match nearest(word, known.iter().copied()) {
        Some(near) => fault.hint(format!("write {near} if that is what is meant")),
        None => fault.hint(format!("there are: {}", known.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that can be set is read, with the line that it stands in.
    #[test]
    fn reads_settings() {
        let text = "level = \"submission\"\nexclude = [\n  \"archive/**\",\n  \"*.old.json\",\n]\n\n[severity]\nlaw-not-cited = \"error\"\ndate-in-future = \"off\"\n";
        let config = read(text).unwrap();
        assert_eq!(config.level, Some((Level::Submission, 1)));
        let lines: Vec<_> =
            config.exclude.iter().map(|(p, l)| (p.as_str(), *l)).collect();
        assert_eq!(lines, [("archive/**", 3), ("*.old.json", 4)]);
        assert_eq!(
            config.severities,
            [
                (Code::LawNotCited, Some(Severity::Error), 8),
                (Code::DateInFuture, None, 9)
            ]
        );
        assert!(read("").unwrap().severities.is_empty());
    }

    /// Everything that is wrong is said at once, with what was most likely meant.
    #[test]
    fn says_what_is_wrong() {
        let text = "levle = \"draft\"\nlevel = \"sumbission\"\nexclude = \"x\"\n\n[severity]\nlaw-not-sited = \"error\"\nlaw-not-cited = \"fatal\"\nfile-unreadable = \"off\"\nlaw-unknown = 3\n";
        insta::assert_debug_snapshot!(read(text).unwrap_err());
        let faults = read("level = \nx = [").unwrap_err();
        assert!(faults.iter().all(|fault| fault.message.starts_with("this is no TOML")));
    }
}
