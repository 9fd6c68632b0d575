//! An open dossier, and what commands do with it.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use untoc_core::{
    Changes, Code, Laws, Library, Plan, QuestionnaireId, Response, Settings, nearest,
};
use untoc_dossier::{
    Act, ChangeSet, Dossier, Error, ErrorKind as DossierErrorKind, RealDisk, Removal, Via,
};
use untoc_export::KnownEvidence;
use untoc_report::Privacy;

use crate::error::{CommandError, ErrorKind};
use crate::inputs;
use crate::world::{World, show_path};

/// An open dossier.
pub(crate) struct Session<'w> {
    world: &'w World,
    dossier: Dossier<'w>,
    laws: Laws,
    /// What exports know of the evidence items, read when first asked for.
    evidence: OnceCell<BTreeMap<String, KnownEvidence>>,
}

impl<'w> Session<'w> {
    /// Opens the dossier that the command is about.
    pub(crate) fn open(world: &'w World) -> Result<Self, CommandError> {
        Self::open_at(world, &world.dossier_folder()?)
    }

    /// Opens the dossier in a folder.
    pub(crate) fn open_at(world: &'w World, folder: &Path) -> Result<Self, CommandError> {
        let dossier =
            Dossier::open(&RealDisk, folder, &world.library).map_err(|e| explain(&e))?;
        // Opening mends a history whose last line was cut off; only this opening knows.
        for finding in dossier.findings().iter().filter(|f| f.code == Code::HistoryTorn) {
            world.tell(&world.words().message(finding, Privacy::Masked));
        }
        let laws = dossier.laws();
        Ok(Self { world, dossier, laws, evidence: OnceCell::new() })
    }

    /// Returns what the command knows of the world.
    pub(crate) fn world(&self) -> &'w World {
        self.world
    }

    /// Returns the questionnaires.
    pub(crate) fn library(&self) -> &'w Library {
        &self.world.library
    }

    /// Returns the dossier itself.
    pub(crate) fn dossier(&self) -> &Dossier<'w> {
        &self.dossier
    }

    /// Returns the dossier itself, to change it.
    pub(crate) fn dossier_mut(&mut self) -> &mut Dossier<'w> {
        &mut self.dossier
    }

    /// Returns the settings.
    pub(crate) fn settings(&self) -> Result<&Settings, CommandError> {
        self.dossier.require_settings().map_err(|e| explain(&e))
    }

    /// Returns the register of laws.
    pub(crate) fn laws(&self) -> Result<&Laws, CommandError> {
        Ok(&self.laws)
    }

    /// Returns the titles of the evidence items, and how far each may be passed on.
    pub(crate) fn known_evidence(&self) -> &BTreeMap<String, KnownEvidence> {
        self.evidence.get_or_init(|| {
            let items = self.dossier.items().into_iter();
            let known = items.filter_map(|item| {
                let description = item.description?;
                let onward = description.terms.onward_use;
                let known = KnownEvidence { title: description.title, onward };
                Some((item.id.to_string(), known))
            });
            known.collect()
        })
    }

    /// Returns the questionnaires under review that are loaded, in order.
    pub(crate) fn plans(&self) -> Vec<Arc<Plan>> {
        let ids =
            self.dossier.settings().map(Settings::questionnaires).unwrap_or_default();
        ids.iter().filter_map(|id| self.library().get(id.as_str())).collect()
    }

    /// Returns the response to a questionnaire.
    pub(crate) fn response(&self, plan: &Plan) -> Result<&Response, CommandError> {
        self.dossier.response(plan.id()).ok_or_else(|| {
            CommandError::new(
                ErrorKind::Findings,
                format!("the response to {} cannot be read", plan.id()),
            )
            .hint("see what is wrong with it: untoc validate")
        })
    }

    /// Finds a question among the questionnaires under review.
    pub(crate) fn find_question(
        &self,
        id: &str,
    ) -> Result<(Arc<Plan>, usize), CommandError> {
        let id = id.trim().to_lowercase();
        self.settings()?;
        let plans = self.plans();
        for plan in &plans {
            if let Some(slot) = plan.slot(&id) {
                return Ok((Arc::clone(plan), slot));
            }
        }
        if let Some((plan, _)) = self.library().find_question(&id) {
            return Err(CommandError::usage(format!(
                "{id} is a question of {}, which is not under review here",
                plan.id()
            ))
            .hint(format!("add the cluster with: untoc add cluster {}", plan.cluster()))
            .hint(format!(
                "or the instrument with: untoc add instrument {}",
                plan.instrument()
            )));
        }
        let ids = plans
            .iter()
            .flat_map(|plan| plan.slots().map(|slot| plan.question(slot).id.as_str()));
        let error = CommandError::usage(format!("there is no question {id}"));
        Err(match nearest(&id, ids) {
            Some(near) => error.hint(format!("did you mean {near}?")),
            None => error.hint("search by words with: untoc questions WORDS"),
        })
    }

    /// Finds the questionnaire under review that has a section.
    pub(crate) fn find_section(&self, id: &str) -> Result<Arc<Plan>, CommandError> {
        self.settings()?;
        let plans = self.plans();
        let has = |plan: &&Arc<Plan>| {
            plan.questionnaire().sections.iter().any(|s| s.id.as_str() == id)
        };
        if let Some(plan) = plans.iter().find(has) {
            return Ok(Arc::clone(plan));
        }
        let ids = plans
            .iter()
            .flat_map(|plan| plan.questionnaire().sections.iter().map(|s| s.id.as_str()));
        let error = CommandError::usage(format!("there is no section {id} under review"));
        Err(match nearest(id, ids) {
            Some(near) => error.hint(format!("did you mean {near}?")),
            None => error.hint("see the sections with: untoc status"),
        })
    }

    /// Finds a questionnaire under review.
    pub(crate) fn find_questionnaire(&self, id: &str) -> Result<Arc<Plan>, CommandError> {
        self.settings()?;
        let plans = self.plans();
        if let Some(plan) = plans.iter().find(|plan| plan.id().as_str() == id) {
            return Ok(Arc::clone(plan));
        }
        let names: Vec<_> = plans.iter().map(|plan| plan.id().to_string()).collect();
        Err(CommandError::usage(format!("{id} is not under review here"))
            .hint(format!("under review are: {}", names.join(", "))))
    }

    /// Makes sure that a contributor is listed.
    pub(crate) fn check_contributor(&self, id: &str) -> Result<(), CommandError> {
        let settings = self.settings()?;
        if settings.contributor(id).is_some() {
            return Ok(());
        }
        let error = CommandError::usage(format!("there is no contributor {id}"));
        let ids = settings.contributors.iter().map(|contributor| contributor.id.as_str());
        Err(match nearest(id, ids) {
            Some(near) => error.hint(format!("did you mean {near}?")),
            None => error.hint("add one with: untoc contributor add \"Name\" --id ID"),
        })
    }

    /// Records changes of answers.
    pub(crate) fn record(
        &mut self,
        plan: &Plan,
        changes: Changes,
        via: Via,
        by: Option<&str>,
    ) -> Result<(), CommandError> {
        self.commit(&ChangeSet::answers(plan.id(), changes), via, by)
    }

    /// Records changes of several responses as one change.
    pub(crate) fn record_all(
        &mut self,
        answers: Vec<(QuestionnaireId, Changes)>,
        via: Via,
        by: Option<&str>,
    ) -> Result<(), CommandError> {
        let set =
            ChangeSet { answers: answers.into_iter().collect(), ..ChangeSet::default() };
        self.commit(&set, via, by)
    }

    /// Records new settings.
    pub(crate) fn save_settings(
        &mut self,
        settings: Settings,
    ) -> Result<(), CommandError> {
        self.commit(&ChangeSet::settings(settings), Via::Settings, None)
    }

    /// Records another set of instruments and clusters; `force` lets answers go.
    pub(crate) fn save_scope(
        &mut self,
        settings: Settings,
        force: bool,
    ) -> Result<(), CommandError> {
        let removal = if force { Removal::Allow } else { Removal::Refuse };
        let set = ChangeSet { removal, ..ChangeSet::settings(settings) };
        self.commit(&set, Via::Settings, None)
    }

    /// Records a new register of laws.
    pub(crate) fn save_laws(&mut self, laws: Laws) -> Result<(), CommandError> {
        self.commit(&ChangeSet::laws(laws), Via::Settings, None)
    }

    /// Returns who changes the dossier now, by what.
    pub(crate) fn act(&self, via: Via, by: Option<&str>) -> Act {
        let act = Act::new(via, self.world.time());
        match by {
            Some(who) => act.by(who),
            None => act,
        }
    }

    /// Records any change.
    pub(crate) fn commit(
        &mut self,
        set: &ChangeSet,
        via: Via,
        by: Option<&str>,
    ) -> Result<(), CommandError> {
        let act = self.act(via, by);
        self.dossier.commit(set, &act).map_err(|e| explain(&e))?;
        self.laws = self.dossier.laws();
        self.evidence = OnceCell::new();
        Ok(())
    }
}

/// Makes the dossier of a State.
pub(crate) fn create(
    world: &World,
    folder: &Path,
    settings: &Settings,
) -> Result<(), CommandError> {
    let act = Act::new(Via::Init, world.time());
    Dossier::init(&RealDisk, folder, settings, &world.library, &act)
        .map(|_| ())
        .map_err(|e| explain(&e))
}

/// Turns an error of the dossier into one of the command, with what to do next.
#[expect(clippy::wildcard_enum_match_arm, reason = "the list of errors may grow")]
pub(crate) fn explain(error: &Error) -> CommandError {
    let kind = match error.kind() {
        DossierErrorKind::Read => ErrorKind::Unreadable,
        DossierErrorKind::Write => ErrorKind::Unwritable,
        DossierErrorKind::Refused => ErrorKind::Findings,
        DossierErrorKind::Usage => ErrorKind::Usage,
    };
    let message = CommandError::new(kind, error.to_string());
    match error {
        Error::Busy { .. } => message
            .hint("wait until the other program has finished, then try again")
            .hint("if no other program runs, the lock is let go by itself when it ends"),
        Error::NoDossier { .. } => {
            message.hint("make one with: untoc init DIR --state \"…\" --instruments untoc --clusters 1")
        }
        Error::DossierExists { .. } => message.hint("give another name, or work in the dossier that is there"),
        Error::NotEmpty { .. } => message.hint("give the name of a folder that does not exist yet"),
        Error::Faulty { file, findings } => {
            let refused = inputs::refused(file, findings.clone());
            let mut message = message.hint("mend the file in an editor; the folder .backup holds earlier versions");
            message.hints.extend(refused.hints);
            message
        }
        Error::Conflict { kept, .. } => {
            let message = message.hint("nothing was overwritten; look at the answer and record it again");
            match kept {
                Some(path) => message.hint(format!("what you gave is kept in {}", show_path(path))),
                None => message,
            }
        }
        Error::NoQuestionnaire { .. } => message.hint("the questionnaires are listed by: untoc questions"),
        Error::NotUnderReview { .. } => message.hint("add it with: untoc add instrument, untoc add cluster"),
        Error::HasAnswers { .. } => {
            message.hint("use --force to remove them as well; untoc undo brings them back")
        }
        Error::ChangedSince { .. } => message.hint("see what was changed with: untoc log"),
        Error::Unfinished { .. } => {
            message.hint("close the program that holds the file; the next command completes the change")
        }
        Error::NothingToUndo | Error::NothingToRedo => message.hint("see what was changed with: untoc log"),
        _ => message,
    }
}
