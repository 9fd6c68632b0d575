//! A blank questionnaire as an XLSForm, for ODK, Kobo and other tools of their kind.
//!
//! A section is a group. The names of the fields are the ids of the questions, with
//! `_no_answer`, `_reason` and `_note` behind them; rows are repeats, and each cell is
//! named after question and column.

mod condition;
mod input;
mod line;
mod lists;
mod question;
mod workbook;

use untoc_core::{Finding, Plan};

use self::line::Line;
use self::lists::Lists;
use super::SurveyOptions;
use super::carried::Losses;
use super::guard::{Guard, guards};
use super::naming::xml_name;
use super::wording::{Text, Wording};
use super::words;

/// Says why an XLSForm could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write the workbook")]
pub struct SurveyError(#[source] Box<dyn std::error::Error + Send + Sync>);

/// Returns a blank questionnaire as an XLSForm (the bytes of an `.xlsx` file), with what
/// an XLSForm cannot carry as findings.
///
/// # Errors
/// Where the workbook cannot be put together, as with more rows than a sheet has.
pub fn to_xlsform(
    plan: &Plan,
    options: &SurveyOptions<'_>,
) -> Result<(Vec<u8>, Vec<Finding>), SurveyError> {
    let guards = guards(plan);
    let wording = Wording::new(plan, options.translations);
    let mut losses = Losses::new(plan, "XLSForm", &guards);
    let mut lists = Lists::default();
    let lines = lines(plan, &guards, &wording, &mut lists);
    let sheets = workbook::Sheets {
        plan,
        title: words::title(&wording),
        wording: &wording,
        lines: &lines,
        lists: &lists,
    };
    let bytes = workbook::write(&sheets, &mut losses)
        .map_err(|error| SurveyError(Box::new(error)))?;
    Ok((bytes, losses.findings()))
}

/// Returns the sheets as text, a line for each row, for tests.
#[cfg(test)]
pub(super) fn sheets_as_text(plan: &Plan, options: &SurveyOptions<'_>) -> String {
    let wording = Wording::new(plan, options.translations);
    let mut lists = Lists::default();
    let lines = lines(plan, &guards(plan), &wording, &mut lists);
    let title = words::title(&wording);
    let sheets =
        workbook::Sheets { plan, title, wording: &wording, lines: &lines, lists: &lists };
    let mut text = String::new();
    for (name, table) in workbook::tables(&sheets) {
        text.push_str(&format!("== {name}\n{}\n", table.heading.join(" | ")));
        for (_, cells) in table.rows {
            text.push_str(&format!("{}\n", cells.join(" | ")));
        }
    }
    text
}

fn lines(
    plan: &Plan,
    guards: &[Guard],
    wording: &Wording<'_>,
    lists: &mut Lists,
) -> Vec<Line> {
    let mut lines = vec![
        Line::new("begin_group", "respondent").labelled(Text::plain(words::RESPONDENT)),
        Line::new("text", "answered_by").labelled(Text::plain(words::ANSWERED_BY)),
        Line::new("end_group", ""),
    ];
    let mut open = None;
    for slot in plan.slots() {
        let section = &plan.section(slot).id;
        if open != Some(section) {
            if open.is_some() {
                lines.push(Line::new("end_group", ""));
            }
            open = Some(section);
            lines.extend(section_head(plan, slot, wording));
        }
        if let Some(guard) = guards.get(slot) {
            lines.extend(question::lines(plan, slot, guard, wording, lists));
        }
    }
    if open.is_some() {
        lines.push(Line::new("end_group", ""));
    }
    lines
}

fn section_head(plan: &Plan, slot: usize, wording: &Wording<'_>) -> Vec<Line> {
    let name = xml_name(plan.section(slot).id.as_str());
    let begin = Line::new("begin_group", name.as_str())
        .labelled(words::section_title(wording, slot));
    let intro = wording.of(slot, |plan, slot| plan.section(slot).intro.clone());
    let mut head = vec![begin];
    if let Some(intro) = intro {
        head.push(Line::new("note", format!("{name}_intro")).labelled(intro));
    }
    head
}
