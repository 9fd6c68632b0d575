//! The four instruments and the four thematic clusters of the review.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An instrument under review: the Convention or one of its Protocols.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Instrument {
    /// United Nations Convention against Transnational Organized Crime.
    Untoc,
    /// Protocol to Prevent, Suppress and Punish Trafficking in Persons.
    Tip,
    /// Protocol against the Smuggling of Migrants by Land, Sea and Air.
    Som,
    /// Protocol against the Illicit Manufacturing of and Trafficking in Firearms.
    Fp,
}

impl Instrument {
    /// All instruments in the order in which people name them.
    pub const ALL: [Self; 4] = [Self::Untoc, Self::Tip, Self::Som, Self::Fp];

    /// Returns the short code used in ids: `untoc`, `tip`, `som` or `fp`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Untoc => "untoc",
            Self::Tip => "tip",
            Self::Som => "som",
            Self::Fp => "fp",
        }
    }

    /// Finds an instrument by its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|i| i.code().eq_ignore_ascii_case(code.trim()))
    }

    /// Returns the name that people read, in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::Untoc => "Convention",
            Self::Tip => "Trafficking in Persons Protocol",
            Self::Som => "Smuggling of Migrants Protocol",
            Self::Fp => "Firearms Protocol",
        }
    }
}

impl fmt::Display for Instrument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A thematic cluster, 1 to 4.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "u8", into = "u8")]
pub struct Cluster(u8);

impl Cluster {
    /// All clusters in order.
    pub const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// Returns the cluster with this number, if there is one.
    pub fn new(number: u8) -> Option<Self> {
        (1..=4).contains(&number).then_some(Self(number))
    }

    /// Returns the number, 1 to 4.
    pub fn number(self) -> u8 {
        self.0
    }

    /// Returns the title of the cluster in English.
    pub fn title(self) -> &'static str {
        match self.0 {
            1 => "Criminalization and jurisdiction",
            2 => {
                "Prevention, technical assistance, protection measures and other measures"
            }
            3 => "Law enforcement and the judicial system",
            _ => "International cooperation, mutual legal assistance and confiscation",
        }
    }
}

impl TryFrom<u8> for Cluster {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::new(number).ok_or_else(|| {
            format!("cluster {number} does not exist; clusters are 1 to 4")
        })
    }
}

impl From<Cluster> for u8 {
    fn from(cluster: Cluster) -> Self {
        cluster.0
    }
}

impl fmt::Display for Cluster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
