//! Opens an address with the browser of this system.

use std::io;
use std::process::{Command, Stdio};

/// Opens an address; the browser goes on by itself.
pub(super) fn open(address: &str) -> io::Result<()> {
    let mut command = if cfg!(target_os = "windows") {
        // `start` is a word of the shell; its first text in quotes is a title.
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]).arg(address);
        command
    } else if cfg!(target_os = "macos") {
        let mut command = Command::new("open");
        command.arg(address);
        command
    } else {
        let mut command = Command::new("xdg-open");
        command.arg(address);
        command
    };
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(|_| ())
}
