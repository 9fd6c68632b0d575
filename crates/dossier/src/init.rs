//! Makes a new dossier.

use std::path::Path;

use untoc_core::{Laws, Library, Response, Settings};

use crate::act::Act;
use crate::compose::Composed;
use crate::contents::Contents;
use crate::disk::{Disk, Kind};
use crate::dossier::{Dossier, is_dossier};
use crate::error::Error;
use crate::file_name::{BACKUP, FileName, HISTORY, LOCK, LOCK_NOTE, RESPONSES};
use crate::history::Step;
use crate::layout::under_review;
use crate::lock;
use crate::write::Target;

/// Files that a system puts into every folder.
const SYSTEM_FILES: [&str; 4] = [".DS_Store", "desktop.ini", "Desktop.ini", "Thumbs.db"];

const NAMES_MOST: usize = 1000;

impl<'a> Dossier<'a> {
    /// Makes a dossier in a folder that is empty or does not exist yet.
    ///
    /// The history gets a first line with everything that is made; a dossier whose making
    /// was stopped after that line is completed when it is opened, and one that was
    /// stopped before is made anew by calling this again.
    ///
    /// # Errors
    /// When there is something else in the folder, a questionnaire is not loaded, or the
    /// disk refuses.
    pub fn init(
        disk: &'a dyn Disk,
        root: &Path,
        settings: &Settings,
        library: &'a Library,
        act: &Act,
    ) -> Result<Self, Error> {
        let composed = compose_new(settings, library)?;
        check_free(disk, root)?;
        disk.make_folder(root)?;
        let mut dossier = Self {
            disk,
            library,
            root: root.to_owned(),
            contents: Contents::read(disk, root, library)?,
            patience: lock::PATIENCE,
        };
        let _held = dossier.begin(act)?;
        // Somebody else may have been faster.
        check_free(disk, root)?;
        disk.make_folder(&root.join(RESPONSES))?;
        dossier.record(composed, act, None)?;
        if let Some(above) = root.parent().filter(|p| !p.as_os_str().is_empty()) {
            // The folder is there; whether its name is on the disk yet, is not ours.
            let _ = disk.sync_folder(above);
        }
        Ok(dossier)
    }
}

fn compose_new(settings: &Settings, library: &Library) -> Result<Composed, Error> {
    let mut files = vec![
        (FileName::Settings, settings.to_text()),
        (FileName::Laws, Laws::default().to_text()),
    ];
    for id in under_review(settings) {
        let plan = library
            .get(id.as_str())
            .ok_or_else(|| Error::NoQuestionnaire { id: id.clone() })?;
        let response = Response::new(&plan, settings.state, settings.language.clone());
        files.push((FileName::Response(id), response.to_text()));
    }
    let mut composed = Composed::default();
    for (file, text) in files {
        composed.steps.extend(Step::text(&file, None, Some(&text)));
        composed.targets.push(Target { file, text: Some(text) });
    }
    Ok(composed)
}

/// Makes sure that nothing of anybody's stands in the folder. What a stopped attempt has
/// left is nobody's.
fn check_free(disk: &dyn Disk, root: &Path) -> Result<(), Error> {
    let not_empty = || Error::NotEmpty { path: root.to_owned() };
    match disk.kind(root)? {
        Kind::Absent => return Ok(()),
        Kind::Folder => {}
        // The folder may be named through a link; what matters is what is in it.
        Kind::File(_) => return Err(not_empty()),
        Kind::Link | Kind::Other => {}
    }
    if is_dossier(disk, root)? {
        return Err(Error::DossierExists { path: root.to_owned() });
    }
    for name in disk.list(root, NAMES_MOST)? {
        let own = matches!(name.as_str(), LOCK | LOCK_NOTE | HISTORY | BACKUP)
            || is_temporary(&name)
            || SYSTEM_FILES.contains(&name.as_str());
        let empty = name == RESPONSES
            && disk.kind(&root.join(RESPONSES))? == Kind::Folder
            && disk
                .list(&root.join(RESPONSES), NAMES_MOST)?
                .iter()
                .all(|name| is_temporary(name));
        if !own && !empty {
            return Err(not_empty());
        }
    }
    Ok(())
}

fn is_temporary(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(".json.new")
}
