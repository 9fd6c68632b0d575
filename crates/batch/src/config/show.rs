//! What is set, and where.

use untoc_core::Level;

use super::Config;

/// A setting with its value and where that comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The name, as it stands in the file.
    pub name: String,
    /// The value.
    pub value: String,
    /// The line of the file; `None` for what is usual.
    pub line: Option<usize>,
}

impl Config {
    /// Returns every setting in the order of the file's description.
    pub fn settings(&self) -> Vec<Setting> {
        let setting = |name: String, value: &str, line| Setting {
            name,
            value: value.to_owned(),
            line,
        };
        let level = self.level.map_or(Level::default(), |(level, _)| level);
        let line = self.level.map(|(_, line)| line);
        let mut settings = vec![setting("level".to_owned(), level.as_str(), line)];
        for (pattern, line) in &self.exclude {
            settings.push(setting("exclude".to_owned(), pattern.as_str(), Some(*line)));
        }
        if self.exclude.is_empty() {
            settings.push(setting("exclude".to_owned(), "nothing", None));
        }
        for (code, severity, line) in &self.severities {
            let weight = severity.map_or("off", |severity| severity.as_str());
            settings.push(setting(format!("severity.{code}"), weight, Some(*line)));
        }
        if self.severities.is_empty() {
            let value = "as untoc explain --list shows them";
            settings.push(setting("severity".to_owned(), value, None));
        }
        settings
    }
}
