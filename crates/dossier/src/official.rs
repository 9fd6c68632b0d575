//! The overlay of an official questionnaire: the file `official.json`.
//!
//! The history does not follow it: it is made from a table that the State keeps, and holds
//! no answers.

use crate::disk::{Flush, Kind, read_whole};
use crate::dossier::Dossier;
use crate::error::Error;
use crate::file_name::OFFICIAL;
use crate::stored::FILE_MOST;

impl Dossier<'_> {
    /// Keeps an overlay in place of the one that is there.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_official(&self, text: &str) -> Result<(), Error> {
        let path = self.root.join(OFFICIAL);
        let temporary = self.root.join(".official.json.new");
        if self.disk.kind(&temporary)? != Kind::Absent {
            self.disk.remove(&temporary)?;
        }
        self.disk.write_new(&temporary, text.as_bytes(), None, Flush::Now)?;
        self.disk.rename(&temporary, &path)?;
        self.disk.sync_folder(&self.root)?;
        Ok(())
    }

    /// Returns the overlay, where there is one.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn official(&self) -> Result<Option<String>, Error> {
        let path = self.root.join(OFFICIAL);
        match self.disk.kind(&path)? {
            Kind::File(_) => {
                let bytes = read_whole(self.disk, &path, FILE_MOST)?;
                Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
            }
            Kind::Absent | Kind::Folder | Kind::Link | Kind::Other => Ok(None),
        }
    }
}
