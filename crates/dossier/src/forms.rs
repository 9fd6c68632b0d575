//! What stood in forms when they went out: the folder `forms/`.
//!
//! Such a record is named after its form and never changes: a form with other questions
//! or answers has another id. The history does not follow it.

use std::path::PathBuf;

use untoc_core::check_id;

use crate::disk::{Kind, read_whole};
use crate::dossier::Dossier;
use crate::error::Error;
use crate::file_name::FORMS;
use crate::keep::replace;
use crate::stored::FILE_MOST;

impl Dossier<'_> {
    /// Keeps what stands in a form that goes out. A record that is there stays as it is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_form(&self, id: &str, text: &str) -> Result<(), Error> {
        let Some(path) = self.form_path(id) else { return Ok(()) };
        if self.disk.kind(&path)? != Kind::Absent {
            return Ok(());
        }
        let folder = self.root.join(FORMS);
        if self.disk.kind(&folder)? == Kind::Absent {
            self.disk.make_folder(&folder)?;
        }
        replace(self.disk, &folder, &format!("{id}.json"), text.as_bytes())?;
        Ok(())
    }

    /// Returns what stood in a form when it went out, where that is known.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn form(&self, id: &str) -> Result<Option<String>, Error> {
        let Some(path) = self.form_path(id) else { return Ok(None) };
        match self.disk.kind(&path)? {
            Kind::File(_) => {
                let bytes = read_whole(self.disk, &path, FILE_MOST)?;
                Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
            }
            Kind::Absent | Kind::Folder | Kind::Link | Kind::Other => Ok(None),
        }
    }

    fn form_path(&self, id: &str) -> Option<PathBuf> {
        check_id(id).ok().map(|()| self.root.join(FORMS).join(format!("{id}.json")))
    }
}
