//! The fields of a response beside its answers.

use std::sync::Arc;

use untoc_core::{
    Answers, Code, CountryCode, Library, Plan, QuestionnaireId, RESPONSE_FORMAT,
    Response, nearest,
};

use super::entry::read_answers;
use super::value::extensions;
use crate::form::{Form, coded};
use crate::format::{Format, check_format};
use crate::json::Node;
use crate::language::is_language;
use crate::pointer::Path;

pub(super) const FIELDS: [&str; 8] = [
    "$schema",
    "format",
    "questionnaire",
    "questionnaire_version",
    "state",
    "language",
    "answers",
    "extensions",
];

/// Reads a whole response; nothing if the text is of another format.
pub(super) fn read_root(
    form: &mut Form,
    root: &Node<'_>,
    library: &Library,
) -> Option<Response> {
    let path = Path::ROOT;
    let Some(fields) = root.fields() else {
        form.wrong_type(root, &path, "", "object");
        return None;
    };
    let format = check_format(form, root, RESPONSE_FORMAT);
    if format == Format::Other {
        return None;
    }
    let plan = read_questionnaire(form, root, library);
    let plan = plan.as_deref();
    let mut response = empty(root);
    let mut state = None;
    for member in fields {
        let (node, path) = (&member.value, path.key(&member.key));
        match &*member.key {
            "$schema" => response.schema = form.any_text(node, &path, "$schema"),
            "format" | "questionnaire" => {}
            "questionnaire_version" => {
                let version = read_version(form, node, &path, plan);
                response.questionnaire_version = version.unwrap_or_default();
            }
            "state" => state = read_state(form, node, &path),
            "language" => {
                let code = Code::LanguageMalformed;
                let language = form.written(node, &path, "language", code, is_language);
                response.language = language.unwrap_or_default();
            }
            "answers" => response.answers = read_answers(form, node, &path, plan),
            "extensions" => response.extensions = extensions(form, node, &path),
            _ => form.unknown(member, &Path::ROOT, &FIELDS),
        }
    }
    response.state = state.unwrap_or(CountryCode::EXAMPLELAND);
    if state.is_none() || format == Format::Absent {
        form.lose();
    }
    for field in
        ["questionnaire", "questionnaire_version", "state", "language", "answers"]
    {
        if root.field(field).is_none() {
            form.missing(root, &Path::ROOT, field);
            form.lose();
        }
    }
    Some(response)
}

fn empty(root: &Node<'_>) -> Response {
    let questionnaire = root.field("questionnaire").and_then(Node::as_text);
    Response {
        schema: None,
        format: RESPONSE_FORMAT.to_owned(),
        questionnaire: QuestionnaireId::unchecked(questionnaire.unwrap_or_default()),
        questionnaire_version: String::new(),
        state: CountryCode::EXAMPLELAND,
        language: String::new(),
        answers: Answers::default(),
        extensions: None,
    }
}

/// Finds the questionnaire that is answered; from here on places name it.
fn read_questionnaire(
    form: &mut Form,
    root: &Node<'_>,
    library: &Library,
) -> Option<Arc<Plan>> {
    let node = root.field("questionnaire")?;
    let path = Path::ROOT.key("questionnaire");
    let id = form.any_text(node, &path, "questionnaire")?;
    let plan = library.get(&id);
    if plan.is_none() {
        let ids = || library.ids().iter().map(QuestionnaireId::as_str);
        let mut finding = form
            .finding(Code::QuestionnaireUnknown, node.start, &path)
            .typed("value", &id)
            .one_of("expected", ids());
        if let Some(near) = nearest(&id, ids()) {
            finding = finding.plain("nearest", near);
        }
        form.push(finding);
    }
    form.around.questionnaire = Some(id);
    plan
}

fn read_version(
    form: &mut Form,
    node: &Node<'_>,
    path: &Path<'_>,
    plan: Option<&Plan>,
) -> Option<String> {
    let version = form.any_text(node, path, "questionnaire_version")?;
    if let Some(plan) =
        plan.filter(|plan| plan.version() != version && !plan.is_newer_than(&version))
    {
        let finding = form
            .finding(Code::QuestionnaireVersion, node.start, path)
            .plain("expected", plan.version())
            .plain("questionnaire", plan.id());
        form.push(coded(finding, "value", &version));
    }
    Some(version)
}

/// Reads the State; a name or a code in small letters is reported and understood.
fn read_state(form: &mut Form, node: &Node<'_>, path: &Path<'_>) -> Option<CountryCode> {
    let text = form.any_text(node, path, "state")?;
    if let Ok(state) = CountryCode::parse(&text) {
        return Some(state);
    }
    let meant = CountryCode::find(&text).ok();
    let mut finding = form
        .finding(Code::FieldNotAllowed, node.start, path)
        .plain("field", "state")
        .typed("value", &text)
        .plain("expected", "state-code");
    if let Some(meant) = meant {
        finding = finding.plain("nearest", meant);
    }
    form.push(finding);
    form.lose();
    meant
}
