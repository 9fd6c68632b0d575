//! Which profile a table looks like.

use crate::columns::match_fields;
use crate::layout::Layout;
use crate::profiles::profiles;
use crate::table_schema::TableSchema;

/// Returns the profile that a table looks like: all required fields are there, and most
/// columns belong to it.
pub fn suggest_profile(layout: &Layout) -> Option<&'static TableSchema> {
    if layout.header_rows.is_empty() {
        return None;
    }
    let mut best: Option<(usize, &TableSchema)> = None;
    for profile in profiles() {
        let columns = match_fields(profile, layout).columns;
        let found = columns.iter().flatten().count();
        let complete = profile
            .fields
            .iter()
            .zip(&columns)
            .all(|(field, column)| column.is_some() || !field.constraints.required);
        let most = found >= 3 && found * 2 >= layout.labels.len();
        if complete && most && best.is_none_or(|(count, _)| found > count) {
            best = Some((found, profile));
        }
    }
    best.map(|(_, profile)| profile)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Dialect;

    fn suggested(text: &str) -> Option<&'static str> {
        let layout =
            Layout::detect(&text.as_bytes().to_vec(), &Dialect::default()).unwrap();
        suggest_profile(&layout).map(|profile| profile.name.as_str())
    }

    /// A table that fits is recognized, another is not.
    #[test]
    fn recognizes_profiles() {
        let case =
            "case_id,vic_Methods_of_Control,prs_Gender,year\nA1,Threats,Feminine,2015\n";
        assert_eq!(suggested(case), Some("case"));
        let indicator =
            "Iso3_code,Indicator,Year,Sex,txtVALUE,Source\nXXA,Persons,2015,Total,20,x\n";
        assert_eq!(suggested(indicator), Some("indicator"));
        assert_eq!(suggested("a,b,c\n1,x,2\n"), None);
    }
}
