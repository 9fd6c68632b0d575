//! The direction in which a language is written.

/// The direction in which a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// From left to right.
    #[default]
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// Returns the direction of a language (BCP 47), by its script if it names one.
    pub fn of(language: &str) -> Self {
        let mut parts = language.split(['-', '_']);
        let base = parts.next().unwrap_or_default().to_ascii_lowercase();
        let script = parts.find(|part| {
            part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())
        });
        let right = match script.map(str::to_ascii_lowercase).as_deref() {
            Some(script) => {
                matches!(script, "arab" | "hebr" | "thaa" | "syrc" | "nkoo" | "rohg")
            }
            None => matches!(
                &*base,
                "ar" | "fa"
                    | "he"
                    | "ur"
                    | "ps"
                    | "dv"
                    | "yi"
                    | "ug"
                    | "sd"
                    | "ckb"
                    | "ks"
            ),
        };
        if right { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// Says whether the language is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        self == Self::RightToLeft
    }

    /// Returns the word of HTML: `ltr` or `rtl`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A script that is named decides; else the language does.
    #[test]
    fn follows_script_and_language() {
        for right in ["ar", "AR-eg", "fa", "uz-Arab", "ckb"] {
            assert_eq!(Direction::of(right), Direction::RightToLeft, "{right}");
        }
        for left in ["en", "ar-Latn", "zh-Hans", "", "ru", "arn"] {
            assert_eq!(Direction::of(left), Direction::LeftToRight, "{left}");
        }
    }
}
