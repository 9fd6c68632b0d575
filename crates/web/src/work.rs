//! An open dossier, for the time of one request.

use std::path::Path;
use std::sync::Arc;

use axum::http::StatusCode;
use untoc_core::{Laws, Plan, Response, Settings};
use untoc_dossier::{Act, ChangeSet, Dossier, Journal, RealDisk, Via};
use untoc_report::Words;

use crate::reply::Fault;
use crate::visit::Visit;

/// An open dossier, for the time of one request. No lock is held.
pub(crate) struct Work<'a> {
    pub(crate) app: &'a Visit,
    /// The words of the pages: as the reader has chosen, else in the language of the
    /// answers where there are some.
    pub(crate) words: &'a Words,
    pub(crate) dossier: Dossier<'a>,
    pub(crate) settings: Settings,
    pub(crate) laws: Laws,
}

impl<'a> Work<'a> {
    /// Opens the dossier that the pages are about.
    pub(crate) fn open(app: &'a Visit) -> Result<Self, Fault> {
        let root = app.root().ok_or_else(|| {
            Fault::missing_of("fault-no-dossier").hint_of("fault-no-dossier-hint")
        })?;
        Self::open_at(app, &root)
    }

    pub(crate) fn open_at(app: &'a Visit, root: &Path) -> Result<Self, Fault> {
        let dossier = Dossier::open(&RealDisk, root, &app.library)?;
        let settings = dossier.require_settings()?.clone();
        let laws = dossier.laws();
        let words = app.words_for(&settings.language);
        Ok(Self { app, words, dossier, settings, laws })
    }

    /// Returns the questionnaires under review, in order.
    pub(crate) fn plans(&self) -> Vec<Arc<Plan>> {
        let ids = self.settings.questionnaires();
        ids.iter().filter_map(|id| self.app.library.get(id.as_str())).collect()
    }

    /// Returns the response to a questionnaire.
    pub(crate) fn response(&self, plan: &Plan) -> Result<&Response, Fault> {
        self.dossier.response(plan.id()).ok_or_else(|| {
            let text = format!("the response to {} cannot be read", plan.id());
            Fault::new(StatusCode::CONFLICT, text).hint_of("fault-backup")
        })
    }

    /// Finds the questionnaire under review that has a section.
    pub(crate) fn find_section(&self, id: &str) -> Result<Arc<Plan>, Fault> {
        let has = |plan: &Arc<Plan>| {
            plan.questionnaire().sections.iter().any(|s| s.id.as_str() == id)
        };
        let found = self.plans().into_iter().find(has);
        found.ok_or_else(|| Fault::missing_of("fault-no-section"))
    }

    /// Finds a question among the questionnaires under review.
    pub(crate) fn find_question(&self, id: &str) -> Result<(Arc<Plan>, usize), Fault> {
        let plans = self.plans().into_iter();
        let mut found = plans.filter_map(|plan| plan.slot(id).map(|slot| (plan, slot)));
        found.next().ok_or_else(|| Fault::missing_of("fault-no-question"))
    }

    /// Returns the autosave area.
    pub(crate) fn journal(&self) -> Journal<'static> {
        Journal::of(&RealDisk, self.dossier.path())
    }

    /// Records changes.
    pub(crate) fn commit(
        &mut self,
        set: &ChangeSet,
        via: Via,
    ) -> Result<Option<u64>, untoc_dossier::Error> {
        let act = Act::new(via, self.app.time());
        let number = self.dossier.commit(set, &act)?;
        if let Some(settings) = self.dossier.settings() {
            self.settings = settings.clone();
        }
        self.laws = self.dossier.laws();
        Ok(number)
    }
}
