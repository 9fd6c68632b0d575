//! The overlay of an official questionnaire: the file `official.json`.
//!
//! The history does not follow it: it is made from a table that the State keeps, and holds
//! no answers.

use crate::disk::{Kind, read_whole};
use crate::dossier::Dossier;
use crate::error::Error;
use crate::file_name::{BACKUP, OFFICIAL};
use crate::keep::{keep_earlier, replace};
use crate::stored::FILE_MOST;

impl Dossier<'_> {
    /// Keeps an overlay in place of the one that is there, which goes to the backups.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_official(&self, text: &str) -> Result<(), Error> {
        let path = self.root.join(OFFICIAL);
        if let Kind::File(_) = self.disk.kind(&path)?
            && let Some(earlier) = read_whole(self.disk, &path, FILE_MOST)?
            && earlier != text.as_bytes()
        {
            keep_earlier(self.disk, &self.root.join(BACKUP).join("official"), &earlier)?;
        }
        replace(self.disk, &self.root, OFFICIAL, text.as_bytes())?;
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
