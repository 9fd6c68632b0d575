//! Takes in what was typed before the program was stopped.

use untoc_core::QuestionId;

use crate::posted::Posted;
use crate::save::save;
use crate::sheet::digest;
use crate::visit::Visit;
use crate::work::Work;

/// Takes in what was typed before the program was stopped, as far as it is a valid answer
/// and nobody has changed the same one since. Everything else stays in the autosave area
/// and is shown on its page.
pub(crate) fn recover(app: &Visit) {
    let Ok(mut work) = Work::open(app) else { return };
    let Ok(left) = work.journal().read() else { return };
    for record in left {
        let Some(plan) = app.library.get(record.questionnaire.as_str()) else { continue };
        let fields = record.fields.clone().unwrap_or_default();
        let mut posted = Posted::one(&record.question, &fields);
        posted.base.clone_from(&record.base);
        let form: [(QuestionId, Posted); 1] = [(record.question.clone(), posted)];
        // What cannot be taken in now is kept where it is.
        let Ok(outcome) = save(&mut work, &plan, &form, &record.window) else { continue };
        if outcome.written.contains(&record.question)
            && let Ok(response) = work.response(&plan)
        {
            let now = digest(response.answers.get(record.question.as_str()));
            app.took_in(record.question, record.window, record.base, now);
        }
    }
}
