//! Changes by something else than this tool: recorded before the next write, so that
//! nothing that stood in the dossier is lost.

use std::path::Path;

use untoc_core::{Changes, Library};

use crate::contents::{Contents, Difference};
use crate::disk::{Disk, DiskError};
use crate::draft::read_whole_response;
use crate::file_name::FileName;
use crate::history::{Kept, Step, What};
use crate::stored::Raw;
use crate::values::replay;

/// Returns the steps from what the history left to what stands there now.
pub(crate) fn steps(
    disk: &dyn Disk,
    root: &Path,
    contents: &Contents,
    library: &Library,
) -> Result<Vec<Step>, DiskError> {
    let mut steps = Vec::new();
    for difference in contents.differences() {
        let left = replay(disk, root, contents, &difference.file, library)?;
        steps.extend(of_file(contents, &difference, left, library));
    }
    Ok(steps)
}

#[expect(clippy::option_option, reason = "what the history left, where it still tells")]
fn of_file(
    contents: &Contents,
    difference: &Difference,
    left: Option<Option<String>>,
    library: &Library,
) -> Vec<Step> {
    let file = &difference.file;
    let now = match contents.raw(file) {
        Raw::Text { text, .. } => Some(text.as_str()),
        Raw::Absent | Raw::Bytes { .. } | Raw::Unusable => None,
    };
    let known = now.is_some() || difference.found.is_none();
    let Some(left) = left.filter(|_| known) else {
        let what = What::Text {
            line: None,
            before: difference.expected.map(Kept::Digest),
            after: match now {
                Some(text) => Some(Kept::Value(text.to_owned())),
                None => difference.found.map(Kept::Digest),
            },
        };
        return vec![Step { file: file.clone(), what }];
    };
    if let (FileName::Response(_), Some(left), Some(now)) = (file, &left, now)
        && let Some(steps) = entry_steps(file, left, now, library)
    {
        return steps;
    }
    Step::text(file, left.as_deref(), now).into_iter().collect()
}

/// Returns the changes of entries and then those of form, where both texts can be read
/// whole.
fn entry_steps(
    file: &FileName,
    left: &str,
    now: &str,
    library: &Library,
) -> Option<Vec<Step>> {
    let (mut before, plan) = read_whole_response(left, library)?;
    let (after, other) = read_whole_response(now, library)?;
    if plan.id() != other.id() || before.to_text() != left {
        return None;
    }
    let changes = Changes::compare(&before, &after);
    changes.apply(&mut before).ok()?;
    before.normalise(&plan);
    let mut steps: Vec<Step> = changes
        .0
        .into_iter()
        .map(|change| Step {
            file: file.clone(),
            what: What::Entry {
                question: change.question,
                before: change.before.map(Kept::Value),
                after: change.after.map(Kept::Value),
            },
        })
        .collect();
    steps.extend(Step::text(file, Some(&before.to_text()), Some(now)));
    Some(steps)
}
