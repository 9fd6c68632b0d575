//! Writes a form as a page for a browser.

use std::borrow::Cow;

use askama::Template;
use serde_json::Number;
use untoc_core::{Choice, Kind, parent_id};
use untoc_report::{Words, choice_in_words};

use crate::address::Part;
use crate::expected::{Bounds, expected_words};
use crate::fields::{Field, FieldKind};
use crate::form::{FORM_PARTS, Form, FormPart, FormQuestion};
use crate::html::data::data;
use crate::html::inline::{Inline, STYLE};
use crate::html::report::lang_unless;
use crate::words;
use crate::words::capital;

/// What forms add to [`STYLE`].
pub const FORM_STYLE: &str = include_str!("../../templates/form.css");

/// The script of forms: conditions, rows, messages, progress, saving.
pub const FORM_SCRIPT: &str = include_str!("../../templates/form.js");

/// Writes a form as a self-contained page; `words` are those that it was built with.
pub(crate) fn write_form(form: &Form<'_>, words: &Words) -> Vec<u8> {
    let page = Page {
        style: Inline::of(&[STYLE, FORM_STYLE]),
        script: Inline::of(&[FORM_SCRIPT]),
        data: data(form, words),
        form,
        words,
    };
    // Writing into a text cannot fail, and no template of ours returns an error.
    page.render().unwrap_or_default().into_bytes()
}

#[derive(Template)]
#[template(path = "form.html")]
struct Page<'a> {
    style: Inline,
    script: Inline,
    data: String,
    form: &'a Form<'a>,
    words: &'a Words,
}

impl Page<'_> {
    fn say(&self, key: &str) -> String {
        words::document(self.words, key)
    }

    fn page(&self, key: &str) -> String {
        self.words.say(&format!("page-{key}"), &[])
    }

    /// Returns how to fill in the form, without what is said of paper and of files.
    fn how(&self) -> Vec<&str> {
        let others = ["answer", "rows", "return"]
            .map(|key| self.words.say(&format!("form-how-{key}"), &[]));
        let by = self.words.say("form-how-return-by", &[("date", "".into())]);
        let same = |line: &str| {
            // The line with the date has it in its middle.
            others.iter().any(|other| other == line)
                || (line.len() > by.len() && without_date(line) == by)
        };
        let how = self.form.cover.how.iter().map(String::as_str);
        how.filter(|line| !same(line)).collect()
    }

    fn given(&self) -> String {
        self.words.say("form-given", &[])
    }

    fn row(&self, number: &usize) -> String {
        self.words.say("page-row", &[("row", (*number).into())])
    }

    fn capital(&self, text: impl AsRef<str>) -> String {
        capital(text.as_ref())
    }

    fn kind(&self, part: &FormPart<'_>, question: &FormQuestion<'_>) -> Kind {
        part.plan.question(question.fields.slot).kind
    }

    /// Says whether an answer has several controls, which stand in a group.
    fn is_group(&self, kind: &Kind) -> bool {
        kind.is_choice() || kind.has_rows() || *kind == Kind::Multiple
    }

    fn is_follow_up(&self, question: &FormQuestion<'_>) -> bool {
        parent_id(question.id) != question.id
    }

    /// Returns the provisions, how strictly they bind and whether an answer is needed.
    fn provision(&self, question: &FormQuestion<'_>) -> String {
        let known = [&question.provisions, &question.obligation];
        let mut pieces: Vec<&str> =
            known.into_iter().flatten().map(String::as_str).collect();
        pieces.push(&question.required);
        capital(&pieces.join("; "))
    }

    /// Returns the language and direction of the questions, where they are not the
    /// page's.
    fn wording(&self, part: &FormPart<'_>) -> String {
        let lang = lang_unless(&part.plan.questionnaire().language, &self.form.language);
        if part.wording_direction == self.form.direction {
            lang
        } else {
            format!("{lang} dir=\"{}\"", part.wording_direction.as_str())
        }
    }

    fn lang(&self, language: &str) -> String {
        lang_unless(language, &self.form.language)
    }

    fn option<'o>(&self, kind: &Kind, option: &'o Choice) -> Cow<'o, str> {
        choice_in_words(self.words, *kind, option)
    }

    /// Yes and no are in our words; all other options are in the questionnaire's.
    fn option_lang(&self, part: &FormPart<'_>, kind: &Kind) -> String {
        match kind {
            Kind::Implementation | Kind::YesNo => String::new(),
            Kind::Single
            | Kind::Multiple
            | Kind::Text
            | Kind::Number
            | Kind::Date
            | Kind::Laws
            | Kind::Cases
            | Kind::Authorities
            | Kind::Table => self.wording(part),
        }
    }

    fn column<'f>(&self, kind: &Kind, field: &'f Field<'_>) -> Cow<'f, str> {
        words::column(self.words, *kind, field.address.field(), &field.label)
    }

    /// The columns of a table are the questionnaire's, all others are ours.
    fn column_lang(&self, part: &FormPart<'_>, kind: &Kind) -> String {
        if *kind == Kind::Table { self.wording(part) } else { String::new() }
    }

    fn cell_option(&self, option: &Choice) -> String {
        // The points of a gap table are questions, and long; the id finds them again.
        if option.label.chars().count() > 60 {
            format!("{}: {}", option.value, option.label)
        } else {
            option.label.clone()
        }
    }

    /// Says whether a field takes the whole width of a row.
    fn width(&self, field: &Field<'_>) -> &'static str {
        let long = field.options.iter().any(|o| o.label.chars().count() > 40);
        match field.kind {
            FieldKind::Text | FieldKind::Questions => "wide",
            FieldKind::Choice if long => "wide",
            FieldKind::Choice
            | FieldKind::Ticks
            | FieldKind::Number
            | FieldKind::WholeNumber
            | FieldKind::Date
            | FieldKind::Link
            | FieldKind::Texts
            | FieldKind::Law
            | FieldKind::Rows
            | FieldKind::Evidence
            | FieldKind::Word => "narrow",
        }
    }

    fn is_ticked(&self, field: &Field<'_>, option: &Choice) -> bool {
        field.content.split("; ").any(|value| value == option.value)
    }

    /// Returns how to fill in a field, where that does not go without saying.
    fn hint(&self, field: &Field<'_>) -> String {
        match field.kind {
            FieldKind::Law => {
                expected_words(self.words, FieldKind::Law, &[], Bounds::default())
            }
            FieldKind::Number
            | FieldKind::WholeNumber
            | FieldKind::Date
            | FieldKind::Link
            | FieldKind::Texts => capital(&field.expected),
            FieldKind::Choice
            | FieldKind::Ticks
            | FieldKind::Text
            | FieldKind::Questions
            | FieldKind::Rows
            | FieldKind::Evidence
            | FieldKind::Word => String::new(),
        }
    }

    /// Returns what the script checks a field against, as attributes.
    fn limits(&self, field: &Field<'_>) -> String {
        let number = |name: &str, number: Option<&Number>| {
            number.map_or_else(String::new, |number| format!(" {name}=\"{number}\""))
        };
        let limits = || {
            number("data-minimum", field.minimum) + &number("data-maximum", field.maximum)
        };
        match field.kind {
            FieldKind::Number => {
                format!(" data-type=\"number\" inputmode=\"decimal\"{}", limits())
            }
            FieldKind::WholeNumber => format!(
                " data-type=\"number\" data-whole inputmode=\"numeric\"{}",
                limits()
            ),
            FieldKind::Date => " data-type=\"date\"".to_owned(),
            FieldKind::Link => " data-type=\"link\" inputmode=\"url\"".to_owned(),
            FieldKind::Choice
            | FieldKind::Ticks
            | FieldKind::Text
            | FieldKind::Texts
            | FieldKind::Law
            | FieldKind::Questions
            | FieldKind::Rows
            | FieldKind::Evidence
            | FieldKind::Word => String::new(),
        }
    }

    fn none_fields<'q, 'f>(&self, question: &'q FormQuestion<'f>) -> Vec<&'q Field<'f>> {
        let parts = FORM_PARTS.into_iter().filter(|part| *part != Part::Note);
        parts.filter_map(|part| question.part(part)).collect()
    }

    fn note_fields<'q, 'f>(&self, question: &'q FormQuestion<'f>) -> Vec<&'q Field<'f>> {
        question.part(Part::Note).into_iter().collect()
    }

    fn has_none(&self, question: &FormQuestion<'_>) -> bool {
        self.none_fields(question).iter().any(|field| !field.content.is_empty())
    }

    fn has_note(&self, question: &FormQuestion<'_>) -> bool {
        self.note_fields(question).iter().any(|field| !field.content.is_empty())
    }
}

/// Returns a line without the day that stands in it: 2027-05-01.
fn without_date(line: &str) -> String {
    let is_day = |text: &str| {
        text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            })
    };
    let day = line.char_indices().map(|(at, _)| line.get(at..at + 10).unwrap_or(""));
    match day.into_iter().find(|text| is_day(text)) {
        Some(day) => line.replacen(day, "", 1),
        None => line.to_owned(),
    }
}
