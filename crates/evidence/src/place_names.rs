//! Countries by whatever people call them, found in one step.

use std::collections::HashMap;
use std::sync::LazyLock;

use untoc_core::{CountryCode, countries};

static NAMES: LazyLock<HashMap<String, CountryCode>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for country in countries() {
        let Ok(code) = CountryCode::parse(&country.alpha3) else { continue };
        let own = [
            &country.alpha3,
            &country.alpha2,
            &country.en,
            &country.fr,
            &country.es,
            &country.ru,
            &country.ar,
            &country.zh,
        ];
        let aliases = country.aliases.split('|').filter(|alias| !alias.is_empty());
        for name in own.into_iter().map(String::as_str).chain(aliases) {
            names.entry(name.to_lowercase()).or_insert(code);
        }
    }
    for name in ["xxa", "exampleland"] {
        names.insert(name.to_owned(), CountryCode::EXAMPLELAND);
    }
    names
});

/// Finds a country by its code or its name in any of the six languages of the UN.
pub(crate) fn country(text: &str) -> Option<CountryCode> {
    let known = NAMES.get(&text.trim().to_lowercase()).copied();
    // Codes from XAA to XZZ are for everybody's own use (ISO 3166-1).
    let own = || CountryCode::parse(text).ok().filter(|_| text.starts_with('X'));
    known.or_else(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the model finds is found here as well.
    #[test]
    fn agrees_with_the_model() {
        for text in
            ["KEN", "ke", "Kenya", "КЕНИЯ", "肯尼亚", "Exampleland", "XXA", "nowhere"]
        {
            assert_eq!(country(text), CountryCode::find(text).ok(), "{text}");
        }
        assert_eq!(country("XXB").unwrap().as_str(), "XXB");
    }
}
