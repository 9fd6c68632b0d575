//! Where a field stands: the question, which part of its entry, which row and column.

use std::fmt;

use untoc_core::QuestionId;

/// A part of an entry that has a field of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The answer itself; one cell of it where the answer has rows.
    Value,
    /// Which kind of *no answer*.
    NoAnswer,
    /// The reason for it.
    Reason,
    /// In which review the answer stands.
    ElsewhereReference,
    /// When it was given there.
    ElsewhereDate,
    /// What has changed since.
    ElsewhereChanges,
    /// The note.
    Note,
    /// Internal remarks.
    Remarks,
    /// Links to evidence, one a line.
    Evidence,
    /// Who may see it.
    Audience,
    /// How far it has come.
    Status,
    /// Who gave it.
    By,
    /// When it was given.
    At,
    /// Its language.
    Language,
    /// What fits no other field, as a JSON object with the fields of an entry.
    More,
}

impl Part {
    /// All parts in their order.
    pub const ALL: [Self; 15] = [
        Self::Value,
        Self::NoAnswer,
        Self::Reason,
        Self::ElsewhereReference,
        Self::ElsewhereDate,
        Self::ElsewhereChanges,
        Self::Note,
        Self::Remarks,
        Self::Evidence,
        Self::Audience,
        Self::Status,
        Self::By,
        Self::At,
        Self::Language,
        Self::More,
    ];

    /// Returns the name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::NoAnswer => "no_answer",
            Self::Reason => "reason",
            Self::ElsewhereReference => "elsewhere_reference",
            Self::ElsewhereDate => "elsewhere_date",
            Self::ElsewhereChanges => "elsewhere_changes",
            Self::Note => "note",
            Self::Remarks => "remarks",
            Self::Evidence => "evidence",
            Self::Audience => "audience",
            Self::Status => "status",
            Self::By => "by",
            Self::At => "at",
            Self::Language => "language",
            Self::More => "more",
        }
    }

    /// Finds a part by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == name)
    }
}

/// The address of a field: `untoc-5-q1/note`, `untoc-5-q1a/value/2/provision`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The question.
    pub question: QuestionId,
    /// The part of its entry.
    pub part: Part,
    /// The row, from 1, and the key of the column, for a cell.
    pub cell: Option<(usize, String)>,
}

impl Address {
    /// Makes the address of a part of an entry.
    pub fn part(question: &QuestionId, part: Part) -> Self {
        Self { question: question.clone(), part, cell: None }
    }

    /// Makes the address of a cell of an answer with rows.
    pub fn cell(question: &QuestionId, row: usize, column: impl Into<String>) -> Self {
        let cell = Some((row, column.into()));
        Self { question: question.clone(), part: Part::Value, cell }
    }

    /// Returns the name of the field inside its question: the column or the part.
    pub fn field(&self) -> &str {
        self.cell.as_ref().map_or(self.part.as_str(), |(_, column)| column)
    }

    /// Reads an address as [`fmt::Display`] writes it.
    pub fn parse(text: &str) -> Option<Self> {
        let mut pieces = text.splitn(4, '/');
        let question = QuestionId::parse(pieces.next()?).ok()?;
        let part = Part::from_name(pieces.next()?)?;
        let cell = match (pieces.next(), pieces.next()) {
            (None, _) => None,
            (Some(row), Some(column)) if part == Part::Value && !column.is_empty() => {
                let row = row.parse().ok().filter(|row| *row >= 1)?;
                Some((row, column.to_owned()))
            }
            (Some(_), _) => return None,
        };
        Some(Self { question, part, cell })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.question, self.part.as_str())?;
        match &self.cell {
            None => Ok(()),
            Some((row, column)) => write!(f, "/{row}/{column}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An address reads back as it is written, and nothing else is an address.
    #[test]
    fn addresses_read_back() {
        for good in ["untoc-5-q1/note", "untoc-5-q1a/value/2/provision", "tip-5-q1/value"]
        {
            assert_eq!(Address::parse(good).unwrap().to_string(), good);
        }
        for bad in
            ["", "untoc-5-q1", "untoc-5-q1/value/0/a", "untoc-5-q1/note/1/a", "A/note"]
        {
            assert_eq!(Address::parse(bad), None, "{bad}");
        }
    }
}
