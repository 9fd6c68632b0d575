//! The field `format`: the name and the major version of a stored format.

use untoc_core::{Code, DOSSIER_FORMAT, LAWS_FORMAT, RESPONSE_FORMAT, nearest};

use crate::form::{Form, coded};
use crate::json::Node;
use crate::pointer::Path;
use crate::stored::{OPTIONS_FORMAT, QUESTIONNAIRE_FORMAT};

/// The formats that this version reads.
pub(crate) const FORMATS: [&str; 7] = [
    RESPONSE_FORMAT,
    DOSSIER_FORMAT,
    LAWS_FORMAT,
    QUESTIONNAIRE_FORMAT,
    OPTIONS_FORMAT,
    "untoc-report/1",
    "untoc-history/1",
];

/// What the field `format` of a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// The format that was expected.
    Expected,
    /// Nothing, or something that may be a slip: the rest is worth a look.
    Absent,
    /// Another format or a newer version: the rest follows other rules.
    Other,
}

/// Checks the format of an object and reports what is wrong with it.
pub(crate) fn check_format(form: &mut Form, root: &Node<'_>, expected: &str) -> Format {
    let Some(node) = root.field("format") else {
        let finding = form
            .finding(Code::FormatUnknown, root.start, &Path::ROOT)
            .plain("expected", expected);
        form.push(finding);
        return Format::Absent;
    };
    let path = Path::ROOT.key("format");
    let Some(found) = form.any_text(node, &path, "format") else { return Format::Absent };
    if found == expected {
        return Format::Expected;
    }
    let (code, format) = judge(&found, expected);
    let mut finding = form.finding(code, node.start, &path).plain("expected", expected);
    finding = coded(finding, "value", &found);
    if code == Code::FormatUnknown
        && let Some(near) = nearest(&found, [expected])
    {
        finding = finding.plain("nearest", near);
    }
    form.push(finding);
    form.lose();
    format
}

fn judge(found: &str, expected: &str) -> (Code, Format) {
    let version = |text: &str| {
        text.rsplit_once('/').and_then(|(_, major)| major.parse::<u32>().ok())
    };
    if name(found).is_some() && name(found) == name(expected) {
        return match (version(found), version(expected)) {
            (Some(theirs), Some(ours)) if theirs > ours => {
                (Code::FormatNewer, Format::Other)
            }
            _ => (Code::FormatUnknown, Format::Absent),
        };
    }
    let known = FORMATS.iter().any(|format| name(format) == name(found));
    (Code::FormatUnknown, if known { Format::Other } else { Format::Absent })
}

/// Returns the name before the slash, if it looks like the name of a format.
fn name(format: &str) -> Option<&str> {
    let (name, major) = format.split_once('/')?;
    let plain = |text: &str| {
        (1..=40).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
    };
    (plain(name) && plain(major)).then_some(name)
}
