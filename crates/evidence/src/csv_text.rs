//! Tables that this crate writes: CSV that no program runs as formulas.

/// A table as text, row by row.
#[derive(Debug, Clone, Default)]
pub struct CsvText {
    text: String,
}

impl CsvText {
    /// Makes an empty table.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a row.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        let before = self.text.len();
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                self.text.push(',');
            }
            cell_into(&mut self.text, cell.as_ref());
        }
        // A row of one empty cell would be a blank line.
        if self.text.len() == before {
            self.text.push_str("\"\"");
        }
        self.text.push('\n');
    }

    /// Returns what was written so far, and begins anew.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }
}

fn cell_into(text: &mut String, cell: &str) {
    let guarded = runs(cell);
    let quoted = cell.contains([',', '"', '\n', '\r'])
        || cell.starts_with(char::is_whitespace)
        || cell.ends_with(char::is_whitespace);
    if !quoted {
        if guarded {
            text.push('\'');
        }
        text.push_str(cell);
        return;
    }
    text.push('"');
    if guarded {
        text.push('\'');
    }
    for c in cell.chars() {
        if c == '"' {
            text.push('"');
        }
        text.push(c);
    }
    text.push('"');
}

/// Says whether a spreadsheet would take a text for a formula.
fn runs(cell: &str) -> bool {
    let first = cell.chars().next();
    matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'))
        && cell.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells are quoted where they must be, and formulas do not run.
    #[test]
    fn writes_cells() {
        let mut csv = CsvText::new();
        csv.row(["a", "b,c", "d\"e", "=1+1", "-5", "-x,y", ""]);
        csv.row([""]);
        assert_eq!(csv.take(), "a,\"b,c\",\"d\"\"e\",'=1+1,-5,\"'-x,y\",\n\"\"\n");
    }
}
