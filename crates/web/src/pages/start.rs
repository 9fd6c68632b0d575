//! The start page with its four doors: begin, open, look at an example, check a file.

use std::path::{Path, PathBuf};

use askama::Template;
use untoc_core::{Cluster, CountryCode, Day, Instrument, Settings, countries, slug};
use untoc_dossier::{Act, Dossier, RealDisk, Via, is_dossier};

use crate::ask::Ask;
use crate::frame::Frame;
use crate::reply::{Fault, Reply};

#[derive(Template)]
#[template(path = "start.html")]
struct Page<'a> {
    frame: Frame<'a>,
    countries: Vec<String>,
    instruments: Vec<(&'static str, &'static str)>,
    clusters: Vec<(u8, &'static str)>,
    dossiers: Vec<(String, String)>,
    home: String,
    refused: Option<String>,
    typed: Typed,
}

#[derive(Default)]
struct Typed {
    state: String,
    due: String,
    focal_point: String,
    folder: String,
}

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    page(ask, None)
}

fn page(ask: &Ask, refused: Option<String>) -> Result<Reply, Fault> {
    let home = &ask.app.options.home;
    let mut frame = Frame::bare(&ask.app, ask.app.words().say("web-start", &[]));
    frame.faults = usize::from(refused.is_some());
    let text = |name: &str| ask.form.text(name).unwrap_or_default().to_owned();
    Reply::page(&Page {
        countries: countries().iter().map(|country| country.en.clone()).collect(),
        instruments: Instrument::ALL.map(|one| (one.code(), one.name())).into(),
        clusters: Cluster::ALL.map(|one| (one.number(), one.title())).into(),
        dossiers: dossiers(home),
        home: home.display().to_string(),
        refused,
        typed: Typed {
            state: text("state"),
            due: text("due"),
            focal_point: text("focal_point"),
            folder: text("folder"),
        },
        frame,
    })
}

/// Returns the dossiers that lie in a folder.
fn dossiers(home: &Path) -> Vec<(String, String)> {
    let names = untoc_dossier::Disk::list(&RealDisk, home, 1_000).unwrap_or_default();
    let there = |name: &String| is_dossier(&RealDisk, &home.join(name)).unwrap_or(false);
    let shown = |name: String| (home.join(&name).display().to_string(), name);
    names.into_iter().filter(there).map(shown).collect()
}

/// Makes the folder of a new dossier.
pub(crate) fn begin(ask: &Ask) -> Result<Reply, Fault> {
    let (settings, folder) = match typed(ask) {
        Ok(typed) => typed,
        Err(refused) => return page(ask, Some(refused)),
    };
    let act = Act::new(Via::Init, ask.app.time());
    match Dossier::init(&RealDisk, &folder, &settings, &ask.app.library, &act) {
        Ok(_) => {
            ask.app.open_root(folder);
            Reply::see("/")
        }
        Err(error) => page(ask, Some(error.to_string())),
    }
}

fn typed(ask: &Ask) -> Result<(Settings, PathBuf), String> {
    let words = ask.app.words();
    let say = |key: &str| words.say(&format!("web-{key}"), &[]);
    let form = &ask.form;
    let state = form.text("state").ok_or_else(|| say("no-state"))?;
    let state = CountryCode::find(state).map_err(|error| match error.nearest {
        Some((_, name)) => words.say("web-state-nearest", &[("text", name.into())]),
        None => error.to_string(),
    })?;
    let mut instruments: Vec<Instrument> =
        form.all("instrument").filter_map(Instrument::from_code).collect();
    let number = |text: &str| text.parse().ok().and_then(Cluster::new);
    let mut clusters: Vec<Cluster> = form.all("cluster").filter_map(number).collect();
    if instruments.is_empty() || clusters.is_empty() {
        return Err(say("no-scope"));
    }
    instruments.sort_unstable();
    instruments.dedup();
    clusters.sort_unstable();
    clusters.dedup();
    let due = match form.text("due") {
        None => None,
        Some(text) => Some(Day::parse(text).map_err(|_| say("due-no-day"))?),
    };
    let year = ask.app.today().year();
    let name = state.name().and_then(slug).unwrap_or_else(|| state.to_string());
    let folder = match form.text("folder") {
        Some(folder) => folder.to_owned(),
        None => format!("{}-{year}", name.to_lowercase()),
    };
    let settings = Settings {
        due,
        focal_point: form.text("focal_point").map(str::to_owned),
        language: form.text("language").unwrap_or("en").to_owned(),
        start: Some(Day(ask.app.today())),
        ..Settings::new(state, instruments, clusters)
    };
    Ok((settings, ask.app.options.home.join(folder)))
}

/// Opens a dossier that is there.
pub(crate) fn open(ask: &Ask) -> Result<Reply, Fault> {
    let Some(folder) = ask.form.text("folder") else {
        return page(ask, Some(ask.app.words().say("web-no-folder", &[])));
    };
    let folder = ask.app.options.home.join(folder);
    match is_dossier(&RealDisk, &folder) {
        Ok(true) => {
            ask.app.open_root(folder);
            crate::recover::recover(&ask.app);
            Reply::see("/")
        }
        Ok(false) => page(ask, Some(ask.app.words().say("web-no-dossier", &[]))),
        Err(error) => page(ask, Some(error.to_string())),
    }
}

/// Makes the dossier of the example and opens it.
pub(crate) fn example(ask: &Ask) -> Result<Reply, Fault> {
    let home = &ask.app.options.home;
    let name = |number: u32| match number {
        1 => "untoc-example".to_owned(),
        _ => format!("untoc-example-{number}"),
    };
    let free = (1..1_000).map(|number| home.join(name(number))).find(|path| {
        untoc_dossier::Disk::kind(&RealDisk, path)
            .is_ok_and(|kind| kind == untoc_dossier::Kind::Absent)
    });
    let folder = free.ok_or_else(|| Fault::wrong_of("fault-examples"))?;
    ask.app.desk.make_example(&folder)?;
    ask.app.open_root(folder);
    Reply::see("/")
}
