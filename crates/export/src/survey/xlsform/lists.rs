//! The sheet `choices`: lists of choices, each once.

use untoc_core::Choice;

use crate::survey::naming::codes;
use crate::survey::wording::Text;

/// A list of choices: values in the survey with what people read.
type List = Vec<(String, Text)>;

/// The lists that questions and columns name.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<(String, List)>);

impl Lists {
    /// Returns the name of the list with these choices; it is added under the name
    /// `proposed` if no list has the same ones.
    pub(super) fn name_of(
        &mut self,
        proposed: &str,
        choices: &[Choice],
        text: impl Fn(&str) -> Option<Text>,
    ) -> String {
        let list: List = choices
            .iter()
            .zip(codes(choices))
            .map(|(choice, code)| {
                let label = text(&choice.value)
                    .unwrap_or_else(|| Text::plain(choice.label.as_str()));
                (code, label)
            })
            .collect();
        self.name_of_list(proposed, list)
    }

    /// Returns the name of this list, adding it if it is new.
    pub(super) fn name_of_list(&mut self, proposed: &str, list: List) -> String {
        if let Some((name, _)) = self.0.iter().find(|(_, known)| *known == list) {
            return name.clone();
        }
        self.0.push((proposed.to_owned(), list));
        proposed.to_owned()
    }

    /// Walks through all choices: list, value, text.
    pub(super) fn items(&self) -> impl Iterator<Item = (&str, &str, &Text)> {
        self.0.iter().flat_map(|(name, list)| {
            list.iter().map(move |(value, text)| (name.as_str(), value.as_str(), text))
        })
    }
}
