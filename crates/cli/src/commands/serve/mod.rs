//! `untoc serve`: the form in the browser.

mod desk;
mod opener;
mod ports;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use untoc_web::{Access, App, AppOptions, ServeError, ServeOptions, Served, serve};

use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::world::World;

/// Fill in the form in the browser, on this machine only.
///
/// Without a dossier it shows a start page, where one can be made, opened or looked at.
/// The address holds a secret: whoever has it can read and change the dossier, so keep it
/// to yourself. No other machine can reach it, and nothing is sent anywhere.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc serve --open                     open the form in your browser
  untoc serve --dossier DIR --read-only  show a dossier, change nothing
  untoc serve --port 8765 --idle 0       always the same address, until Ctrl-C

What you type is kept while you type, and becomes a change that untoc log shows and untoc
undo takes back. Stop with Ctrl-C; it also stops by itself when nobody uses it.")]
pub(crate) struct Serve {
    /// The port; 0 takes a free one [default: the same one for the same folder, if it is free]
    #[arg(long, value_name = "NUMBER")]
    port: Option<u16>,
    /// Open the address in the browser
    #[arg(long)]
    open: bool,
    /// Show the dossier and change nothing
    #[arg(long)]
    read_only: bool,
    /// Stop after so many minutes without a request; 0 never stops
    #[arg(long, value_name = "MINUTES", default_value_t = 120)]
    idle: u64,
}

/// Runs the command.
pub(crate) fn run(arguments: &Serve, world: &World) -> CommandResult {
    let home = world.folder()?;
    let options = AppOptions {
        dossier: dossier(world, &home)?,
        home,
        access: if arguments.read_only { Access::ReadOnly } else { Access::Full },
        lang: world.global.lang.clone(),
    };
    let desk = Box::new(desk::CommandDesk::new(world.at_present()?));
    let folder = options.dossier.as_ref().unwrap_or(&options.home);
    let ports = arguments.port.map_or_else(|| ports::of(folder), |port| vec![port]);
    let idle = (arguments.idle > 0).then(|| Duration::from_secs(arguments.idle * 60));
    let app = Arc::new(App::new(desk, Arc::clone(&world.library), options));
    let served = serve(app, ServeOptions { ports, idle }, |address| {
        // The address is what the command is for, so it is shown whatever was asked.
        let _ = crate::output::talk().line(address);
        world.tell("open this address in your browser; stop with Ctrl-C");
        if arguments.open && opener::open(address).is_err() {
            world.tell("no browser could be opened; copy the address into one");
        }
    });
    match served {
        Ok(Served::Stopped) => Ok(exit::CLEAN),
        Ok(Served::Idle) => {
            world.tell("stopped: nobody has used it for a while; everything is saved");
            Ok(exit::CLEAN)
        }
        Err(error) => Err(refused(&error)),
    }
}

/// Returns the dossier that was named or stands above; none is no error here.
fn dossier(
    world: &World,
    home: &std::path::Path,
) -> Result<Option<PathBuf>, CommandError> {
    let disk = &untoc_dossier::RealDisk;
    let explain = |error| crate::session::explain(&error);
    let Some(named) = &world.global.dossier else {
        return untoc_dossier::find_upward(disk, home).map_err(explain);
    };
    let folder = home.join(named);
    if untoc_dossier::is_dossier(disk, &folder).map_err(explain)? {
        return Ok(Some(folder));
    }
    Err(explain(untoc_dossier::Error::NoDossier { path: folder }))
}

fn refused(error: &ServeError) -> CommandError {
    CommandError::new(ErrorKind::Unwritable, error.to_string())
        .hint("leave --port out to take a free one")
}
