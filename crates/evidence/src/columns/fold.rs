//! Reading names and codes without regard to how they are written.

/// Writes a name without what people and programs change: case, blanks, underscores,
/// hyphens and points.
pub(crate) fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| {
            !c.is_whitespace() && !matches!(c, '_' | '-' | '–' | '—' | '.' | '\u{feff}')
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The misspellings of real files are the same name.
    #[test]
    fn folds_real_misspellings() {
        assert_eq!(fold("vic_Methods_of_Control"), fold("vic_MethodsOfControl"));
        assert_eq!(fold("DebtBondage "), fold("DebtBondage"));
        assert_eq!(fold("Trans\u{a0}gender"), fold("transgender"));
    }
}
