//! The page `docs/findings.md`, made of the explanations.

use untoc_core::Code;

use super::{HEADINGS, text_of};

/// Returns the page that explains all codes, as it stands in `docs/findings.md`.
pub fn findings_page() -> String {
    let mut out = String::from(
        "# Findings\n\n\
         What the tool says about a file, each with its code. A code keeps its name and \
         meaning for good. An error must be mended, a warning should be looked at, and a \
         note is good to know. `untoc explain CODE` shows the same in the terminal.\n\n\
         This page is made from the files in `crates/report/explain`; change it there. \
         The last column says whether the JSON Schema of a questionnaire (`untoc schema \
         untoc-cluster-1`) sees the fault too.\n\n\
         | code | weight | what it says | in the schema |\n\
         | --- | --- | --- | --- |\n",
    );
    for code in Code::ALL {
        let seen = if code.in_schema() { "yes" } else { "no" };
        out.push_str(&format!(
            "| [`{code}`](#{code}) | {} | {} | {seen} |\n",
            code.severity().as_str(),
            code.sentence(),
        ));
    }
    for code in Code::ALL {
        out.push_str(&format!("\n## {code}\n"));
        let text = text_of(*code);
        let body = text.split_once('\n').map_or("", |(_, body)| body);
        out.push_str(&deeper(body));
    }
    out
}

/// Moves the headings of an explanation one level down.
fn deeper(body: &str) -> String {
    let mut out = String::new();
    for line in body.lines() {
        let heading =
            line.strip_prefix("## ").filter(|heading| HEADINGS.contains(heading));
        match heading {
            Some(heading) => out.push_str(&format!("### {heading}\n")),
            None => out.push_str(&format!("{line}\n")),
        }
    }
    out
}
