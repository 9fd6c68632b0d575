//! Reads a report that is one JSON document, one finding at a time.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::io::{self, Read};
use std::path::Path;

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde::{Deserialize, Serialize};
use untoc_core::Level;
use untoc_report::{
    CodeCount, DossierRecord, LastLine, MachineFormat, Reported, ShardPart, Summary, Tool,
};

use super::{AsideWriter, LINE_MOST, Reading, StoredReport, check_format, faulty};
use crate::error::{Error, Fault};

/// Everything of the document but its lists.
#[derive(Default)]
struct Opening {
    format: Option<String>,
    tool: Option<Tool>,
    level: Option<Level>,
    summary: Option<Summary>,
    statistics: Option<Vec<CodeCount>>,
    shard: Option<ShardPart>,
    shows_values: bool,
}

pub(super) fn read(source: impl Read, path: &Path) -> Result<StoredReport, Error> {
    let mut reading = Reading::new(path);
    let mut opening = Opening::default();
    // Errors of the disk cannot pass through the reader of JSON; they wait here.
    let failed = RefCell::new(None);
    let since = Cell::new(0);
    let bounded = Bounded { source, since: &since };
    let mut json = serde_json::Deserializer::from_reader(bounded);
    let document = Document {
        opening: &mut opening,
        reading: &mut reading,
        failed: &failed,
        since: &since,
    };
    let read = document.deserialize(&mut json).and_then(|()| json.end());
    if let Some(error) = failed.into_inner() {
        return Err(error);
    }
    if let Some(format) = &opening.format {
        check_format(path, format)?;
    }
    if let Err(error) = read {
        if since.get() > LINE_MOST {
            let message = "one finding of the report is larger than any that is made";
            return Err(faulty(path, Fault::at(error.line(), message)));
        }
        if let (true, Some(kind)) = (error.is_io(), error.io_error_kind()) {
            return Err(Error::Read { path: path.to_owned(), source: kind.into() });
        }
        let message = match error.is_eof() {
            true => "the report was cut off",
            false => "this is no report",
        };
        let fault = Fault::at(error.line(), message);
        let hint = "name a report that untoc validate wrote with --format json or jsonl";
        return Err(faulty(path, fault.hint(hint)));
    }
    match opening {
        Opening {
            format: Some(_),
            tool: Some(tool),
            level: Some(level),
            summary: Some(summary),
            statistics,
            shard,
            shows_values,
        } => {
            let last = LastLine { summary, statistics, shard, shows_values };
            reading.finish(MachineFormat::Json, (tool, level), last)
        }
        _ => Err(faulty(
            path,
            Fault::whole("this is no report").hint(
                "name a report that untoc validate wrote with --format json or jsonl",
            ),
        )),
    }
}

/// A source that ends in an error where one item goes on for too long: a text of
/// gigabytes must not fill the memory.
struct Bounded<'c, R> {
    source: R,
    /// How many bytes were read since the last item was laid aside.
    since: &'c Cell<u64>,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.source.read(buffer)?;
        self.since.set(self.since.get() + length as u64);
        match self.since.get() > LINE_MOST {
            true => Err(io::ErrorKind::InvalidData.into()),
            false => Ok(length),
        }
    }
}

struct Document<'r> {
    opening: &'r mut Opening,
    reading: &'r mut Reading,
    failed: &'r RefCell<Option<Error>>,
    since: &'r Cell<u64>,
}

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a report")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "format" => self.opening.format = Some(map.next_value()?),
                "tool" => self.opening.tool = Some(map.next_value()?),
                "level" => self.opening.level = Some(map.next_value()?),
                "summary" => self.opening.summary = Some(map.next_value()?),
                "statistics" => self.opening.statistics = Some(map.next_value()?),
                "shard" => self.opening.shard = Some(map.next_value()?),
                "shows_values" => self.opening.shows_values = map.next_value()?,
                "dossiers" => map.next_value_seed(List::<DossierRecord> {
                    aside: &mut self.reading.dossiers,
                    failed: self.failed,
                    since: self.since,
                    of: std::marker::PhantomData,
                })?,
                "findings" => map.next_value_seed(List::<Reported> {
                    aside: &mut self.reading.findings,
                    failed: self.failed,
                    since: self.since,
                    of: std::marker::PhantomData,
                })?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// A list whose items are laid aside one by one.
struct List<'r, T> {
    aside: &'r mut AsideWriter,
    failed: &'r RefCell<Option<Error>>,
    since: &'r Cell<u64>,
    of: std::marker::PhantomData<T>,
}

impl<'de, T: Deserialize<'de> + Serialize> DeserializeSeed<'de> for List<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de> + Serialize> Visitor<'de> for List<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while let Some(item) = items.next_element::<T>()? {
            self.since.set(0);
            if let Err(error) = self.aside.push(&item) {
                *self.failed.borrow_mut() = Some(error);
                return Err(A::Error::custom("laid aside in vain"));
            }
        }
        Ok(())
    }
}
