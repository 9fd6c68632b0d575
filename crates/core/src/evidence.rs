//! Evidence items: what the provider says of one, and what the State keeps about it.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::answer::Audience;
use crate::date::PartialDate;
use crate::id::ItemId;
use crate::settings::Day;

/// The name and major version of the format of a description.
pub const EVIDENCE_FORMAT: &str = "untoc-evidence/1";

/// The description of an evidence item, by its provider (`evidence.json`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// A link to the JSON Schema, kept as it was.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always [`EVIDENCE_FORMAT`].
    pub format: String,
    /// The id that the provider proposes.
    pub id: ItemId,
    /// The title.
    pub title: String,
    /// Who gives it.
    pub provider: Provider,
    /// When the description was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Day>,
    /// The time that the data is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The countries or regions that the data is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// What one row or one count is: a person, a case, an incident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How the data came about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// The licence, by its name or address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// How carefully it must be kept.
    pub sensitivity: Sensitivity,
    /// On what terms it is given.
    pub terms: Terms,
    /// What the data cannot show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limitations: Option<String>,
    /// The language of the data (BCP 47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The files, in the order of their paths.
    pub files: Vec<EvidenceFile>,
    /// Anything that another program wants to keep here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Json>,
}

/// Who gives an evidence item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// The name of the organization.
    pub name: String,
    /// What kind of organization it is.
    pub kind: ProviderKind,
    /// How to reach it: an office, not a person's own address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// The time that data is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// When it begins.
    pub from: PartialDate,
    /// When it ends; absent means the same year, month or day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
}

/// On what terms an evidence item is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// What it may be used for.
    pub purpose: String,
    /// To whom it may be passed on.
    pub onward_use: OnwardUse,
    /// Whether the provider may be named.
    pub naming: Naming,
    /// The legal basis, or the consent of the persons whom the data is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The last day on which it may be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_until: Option<Day>,
}

/// A file of an evidence item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceFile {
    /// The path in the package, with `/`.
    pub path: String,
    /// The number of bytes.
    pub bytes: u64,
    /// The SHA-256 digest, 64 hexadecimal digits.
    pub sha256: String,
    /// The media type, such as `text/csv`.
    pub media_type: String,
    /// What the file is for.
    pub role: FileRole,
    /// The name that the file had, where it is stored under another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$inner])* $variant,)*
        }

        impl $name {
            /// All of them in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Returns the name in files.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// Finds one by its name; a space or hyphen may stand for the underscore.
            pub fn from_name(name: &str) -> Option<Self> {
                let name = name.trim().to_lowercase().replace(['-', ' '], "_");
                Self::ALL.iter().copied().find(|word| word.as_str() == name)
            }
        }
    };
}

words! {
    /// What kind of organization a provider is.
    ProviderKind {
        /// A non-governmental organization.
        Ngo = "ngo",
        /// A university or research institute.
        Academia = "academia",
        /// A company.
        PrivateSector = "private_sector",
        /// An organization of States.
        Intergovernmental = "intergovernmental",
        /// An authority of a State.
        Government = "government",
        /// A newspaper, a broadcaster.
        Media = "media",
    }
}

words! {
    /// How carefully an evidence item must be kept.
    Sensitivity {
        /// Everybody may see it.
        Public = "public",
        /// It is meant for the authority that it is given to.
        Restricted = "restricted",
        /// Its rows are about persons, even if no one is named.
        Personal = "personal",
    }
}

words! {
    /// To whom an evidence item may be passed on, from the most private on.
    OnwardUse {
        /// To nobody: it stays with the authority that it is given to.
        None = "none",
        /// To the secretariat.
        Secretariat = "secretariat",
        /// To the States that review the answers, and the secretariat.
        ReviewingStates = "reviewing_states",
        /// To everybody.
        Public = "public",
    }
}

words! {
    /// Whether a provider may be named.
    Naming {
        /// By its name.
        Named = "named",
        /// Only by what kind of organization it is.
        KindOnly = "kind_only",
        /// Not at all.
        Unnamed = "unnamed",
    }
}

words! {
    /// What a file of an evidence item is for.
    FileRole {
        /// A table.
        Data = "data",
        /// What the columns and codes of a table mean.
        Codebook = "codebook",
        /// A report, a picture, anything to be read.
        Document = "document",
        /// The file that a table was taken from.
        Original = "original",
    }
}

impl OnwardUse {
    /// Returns the widest audience of answers that may go out with the item. An answer
    /// for the review goes to the reviewing States as well as to the secretariat.
    pub fn audience(self) -> Audience {
        match self {
            Self::None | Self::Secretariat => Audience::National,
            Self::ReviewingStates => Audience::Review,
            Self::Public => Audience::Public,
        }
    }
}

impl Evidence {
    /// Returns the description as it is written.
    pub fn to_text(&self) -> String {
        crate::text::json(self)
    }

    /// Returns the provider as it may be named to others; `None` if it may not be.
    pub fn named_provider(&self) -> Option<String> {
        match self.terms.naming {
            Naming::Named => Some(self.provider.name.clone()),
            Naming::KindOnly => Some(self.provider.kind.as_str().replace('_', " ")),
            Naming::Unnamed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names are read as people write them, and nothing goes further than its terms.
    #[test]
    fn names_and_circles() {
        assert_eq!(
            ProviderKind::from_name("Private sector"),
            Some(ProviderKind::PrivateSector)
        );
        for word in OnwardUse::ALL {
            let text = serde_json::to_value(word).unwrap();
            assert_eq!(text, word.as_str());
        }
        assert_eq!(OnwardUse::Secretariat.audience(), Audience::National);
        assert!(OnwardUse::Public.audience() > OnwardUse::ReviewingStates.audience());
    }
}
