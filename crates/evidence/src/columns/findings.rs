//! What is to be said about cells.

use untoc_core::{Code, Finding, Place};

use super::judge::Fault;
use super::{CellTally, Column};
use crate::fields::Kind;
use crate::table_schema::{Constraints, Field};
use crate::tally::grouped;

/// The most choices that a finding lists.
const CHOICES: usize = 12;

/// Says what was found in cells; `fields` are those of the checks.
pub(crate) fn findings(
    tally: &CellTally,
    columns: &[Column],
    fields: &[&Field],
) -> Vec<Finding> {
    let mut found = Vec::new();
    for ((index, fault), group) in &tally.0 {
        let (Some(column), Some(field)) = (columns.get(*index), fields.get(*index))
        else {
            continue;
        };
        let finding = describe(*fault, field);
        found.push(grouped(finding, group, Some(column.at), Some(&field.name)));
    }
    found
}

fn describe(fault: Fault, field: &Field) -> Finding {
    let constraints = &field.constraints;
    let new = |code| Finding::new(code, Place::default()).plain("field", &field.name);
    match fault {
        Fault::Missing => new(Code::TableValueMissing),
        Fault::WrongType => {
            new(Code::TableValueWrongType).plain("expected", field.kind.name())
        }
        Fault::WrongFormat => {
            new(Code::TableValueWrongFormat).plain("expected", format(&field.kind))
        }
        Fault::Below | Fault::Above => {
            range(new(Code::TableValueOutOfRange), constraints)
        }
        Fault::TooShort => {
            let least = constraints.min_length.unwrap_or(0);
            new(Code::TableValueWrongLength).plain("kind", "short").number("limit", least)
        }
        Fault::TooLong => {
            let most = constraints.max_length.unwrap_or(0);
            new(Code::TableValueWrongLength).plain("kind", "long").number("limit", most)
        }
        Fault::Pattern => {
            let pattern = constraints.pattern.as_deref().unwrap_or_default();
            let finding = new(Code::TableValuePattern).plain("expected", pattern);
            let title = field.title.as_str();
            if title.is_empty() { finding } else { finding.plain("about", title) }
        }
        Fault::Option => {
            let listed = constraints.options.as_ref().or(field.categories.as_ref());
            choices(new(Code::TableValueNotAnOption), listed)
        }
        Fault::Item => {
            choices(new(Code::TableValueNotAnOption), constraints.item_options.as_ref())
        }
        Fault::Schema => new(Code::TableValueSchema),
        Fault::Folded(at) => {
            let codes = constraints.options.as_ref().or(field.categories.as_ref());
            let codes = codes.or(constraints.item_options.as_ref());
            let code = codes.and_then(|codes| codes.get(at)).cloned().unwrap_or_default();
            new(Code::TableValueFolded).plain("expected", code)
        }
    }
}

fn format(kind: &Kind) -> &'static str {
    use crate::fields::TextFormat as Format;
    let Kind::String(format) = kind else { return kind.name() };
    match format {
        Format::Plain => kind.name(),
        Format::Email => "email",
        Format::Uri => "uri",
        Format::Binary => "binary",
        Format::Uuid => "uuid",
    }
}

fn range(mut finding: Finding, constraints: &Constraints) -> Finding {
    let ends: [(&'static str, &Option<String>); 4] = [
        ("minimum", &constraints.minimum),
        ("maximum", &constraints.maximum),
        ("above", &constraints.exclusive_minimum),
        ("below", &constraints.exclusive_maximum),
    ];
    for (name, end) in ends {
        if let Some(end) = end {
            finding = finding.plain(name, end);
        }
    }
    finding
}

fn choices(finding: Finding, listed: Option<&Vec<String>>) -> Finding {
    let Some(listed) = listed else { return finding };
    if listed.len() <= CHOICES {
        return finding.one_of("expected", listed);
    }
    finding.number("limit", listed.len())
}
