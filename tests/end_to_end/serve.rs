//! `untoc serve`: who is let in by the real binary, and what stops it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use crate::run::Place;

/// A server that is stopped when the test ends.
struct Server {
    child: Child,
    host: String,
    key: String,
}

impl Server {
    fn start(place: &Place) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_untoc"))
            .args(["serve", "--idle", "5"])
            .current_dir(place.path("."))
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let talk = child.stderr.take().unwrap();
        BufReader::new(talk).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap();
        let (host, key) = address.split_once("/?key=").unwrap();
        Self { child, host: host.to_owned(), key: key.to_owned() }
    }

    /// Sends a request as it is and returns the first line of the answer.
    fn ask(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.lines().next().unwrap_or_default().to_owned()
    }

    fn get(&self, host: &str, cookie: &str) -> String {
        self.ask(&format!(
            "GET / HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
        ))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program comes back at the address at which it was, with another secret, so that
/// a page that is still open can go on saving.
#[test]
fn comes_back_at_the_same_address() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    let first = Server::start(&place);
    let (host, key) = (first.host.clone(), first.key.clone());
    drop(first);
    let second = Server::start(&place);
    assert_eq!(second.host, host);
    assert_ne!(second.key, key);
    let port = host.split_once(':').unwrap().1;
    let cookie = |key: &str| format!("untoc-{port}={key}");
    assert!(second.get(&host, &cookie(&key)).contains("403"));
    assert!(second.get(&host, &cookie(&second.key)).contains("200"));
}

/// The real server listens on this machine only, and lets in whoever brings its secret
/// under its own name; a form from elsewhere writes nothing.
#[test]
fn lets_in_who_knows_the_secret() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    let before = place.read("history.jsonl");
    let server = Server::start(&place);
    assert!(server.host.starts_with("127.0.0.1:"));
    let port = server.host.split_once(':').unwrap().1;
    let cookie = format!("untoc-{port}={}", server.key);
    assert!(server.get(&server.host, &cookie).contains("200"));
    assert!(server.get(&server.host, "").contains("403"));
    assert!(server.get("evil.example", &cookie).contains("421"));
    let form = format!(
        "POST /section/untoc-5 HTTP/1.1\r\nHost: {}\r\nOrigin: http://evil.example\r\nCookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 22\r\nConnection: close\r\n\r\nuntoc-5-q1%2Fvalue=yes",
        server.host
    );
    assert!(server.ask(&form).contains("403"));
    assert_eq!(place.read("history.jsonl"), before);
}
