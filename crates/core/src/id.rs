//! Ids: short names that a person can read, type and find again.
//!
//! Ids are `[a-z0-9-]`, start and end with a letter or digit, have at most 64
//! characters and are no device name of Windows, because several of them become
//! names of files and folders on every system.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The longest id, in characters.
pub const ID_MAX: usize = 64;

const DEVICE_NAMES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
    "lpt9",
];

/// Says why a text cannot be an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The text is empty.
    #[error("an id cannot be empty")]
    Empty,
    /// The text has more than [`ID_MAX`] characters.
    #[error("an id has at most 64 characters")]
    TooLong,
    /// The text has a character outside `[a-z0-9-]`, or a hyphen at an end.
    #[error(
        "an id has only small letters a to z, digits and single hyphens between them"
    )]
    Character,
    /// The text is a device name of Windows and cannot name a file there.
    #[error("this word is reserved by Windows and cannot name a file there")]
    DeviceName,
}

/// Checks that a text can be an id.
pub fn check_id(text: &str) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() > ID_MAX {
        return Err(IdError::TooLong);
    }
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if !text.bytes().all(allowed)
        || text.starts_with('-')
        || text.ends_with('-')
        || text.contains("--")
    {
        return Err(IdError::Character);
    }
    if DEVICE_NAMES.contains(&text) {
        return Err(IdError::DeviceName);
    }
    Ok(())
}

/// Makes an id out of any title: "Ministry of Justice" becomes `ministry-of-justice`.
///
/// Returns `None` when nothing of the title can stand in an id, as for a title in
/// Arabic or Chinese: the caller then asks for an id.
pub fn slug(title: &str) -> Option<String> {
    let mut out = String::new();
    for c in title.chars() {
        let folded = fold_letter(c);
        if folded.is_empty() {
            if !out.is_empty() && !out.ends_with('-') {
                out.push('-');
            }
        } else {
            out.push_str(folded.as_str());
        }
        if out.len() >= 48 {
            break;
        }
    }
    let out = out.trim_matches('-').to_owned();
    check_id(&out).ok().map(|()| out)
}

fn fold_letter(c: char) -> String {
    let lower: String = c.to_lowercase().collect();
    match lower.as_str() {
        "à" | "á" | "â" | "ã" | "ä" | "å" => "a".into(),
        "è" | "é" | "ê" | "ë" => "e".into(),
        "ì" | "í" | "î" | "ï" => "i".into(),
        "ò" | "ó" | "ô" | "õ" | "ö" | "ø" => "o".into(),
        "ù" | "ú" | "û" | "ü" => "u".into(),
        "ç" => "c".into(),
        "ñ" => "n".into(),
        "œ" => "oe".into(),
        "æ" => "ae".into(),
        "ß" => "ss".into(),
        other if other.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) => {
            other.into()
        }
        _ => String::new(),
    }
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Parses an id strictly.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                check_id(text).map(|()| Self(text.to_owned()))
            }

            /// Takes a text from a file as it is; a rule reports it if nothing has this id.
            pub fn unchecked(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// Returns the id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id_type!(
    /// The id of a questionnaire: `untoc-cluster-1`.
    QuestionnaireId
);
id_type!(
    /// The id of a section: `untoc-5`.
    SectionId
);
id_type!(
    /// The id of a question: `untoc-5-q1`.
    QuestionId
);
id_type!(
    /// The id of an evidence item: `court-monitoring-2025`.
    ItemId
);
id_type!(
    /// The id of a law in the dossier's register: `criminal-code`.
    LawId
);
id_type!(
    /// The id of a contributor: `ministry-of-justice`.
    ContributorId
);

#[cfg(test)]
mod tests {
    use super::*;

    /// Ids that could not name a file, or would be read in two ways, are refused.
    #[test]
    fn refuses_what_cannot_name_a_file() {
        assert_eq!(check_id(""), Err(IdError::Empty));
        assert_eq!(check_id("Ministry"), Err(IdError::Character));
        assert_eq!(check_id("-a"), Err(IdError::Character));
        assert_eq!(check_id("a--b"), Err(IdError::Character));
        assert_eq!(check_id("../etc"), Err(IdError::Character));
        assert_eq!(check_id("com1"), Err(IdError::DeviceName));
        assert_eq!(check_id(&"a".repeat(65)), Err(IdError::TooLong));
        assert_eq!(check_id("untoc-5-q1a"), Ok(()));
    }

    /// A title becomes an id where its script allows it.
    #[test]
    fn makes_ids_of_titles() {
        assert_eq!(
            slug("Ministère de la Justice").as_deref(),
            Some("ministere-de-la-justice")
        );
        assert_eq!(slug("Penal Code (2014)").as_deref(), Some("penal-code-2014"));
        assert_eq!(slug("وزارة العدل"), None);
        assert_eq!(slug("CON"), None);
    }
}
