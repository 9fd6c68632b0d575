//! What all requests share.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use untoc_core::{Library, QuestionId};
use untoc_report::Words;

use crate::desk::Desk;
use crate::once::{Tokens, random_text, same};
use crate::stage::Staged;

/// Whether the pages may change something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Access {
    /// They may.
    #[default]
    Full,
    /// They only show.
    ReadOnly,
}

/// How the pages are set up.
#[derive(Debug, Clone)]
pub struct AppOptions {
    /// The dossier to begin with; without one the start page is shown.
    pub dossier: Option<PathBuf>,
    /// The folder in which new dossiers are made.
    pub home: PathBuf,
    /// Whether the pages may change something.
    pub access: Access,
    /// The language of the program's words.
    pub lang: String,
}

/// What was taken in when the program started, by question and window: the digest of the
/// entry that the text started from, and that of the entry that came of it.
type TakenIn = BTreeMap<(QuestionId, String), (String, String)>;

/// What all requests share.
pub struct App {
    pub(crate) desk: Box<dyn Desk>,
    pub(crate) library: Arc<Library>,
    /// The words in the language that the program was started with.
    usual: Words,
    /// The words of all languages that pages are in, loaded when first needed.
    others: Vec<(&'static str, OnceLock<Words>)>,
    pub(crate) options: AppOptions,
    pub(crate) dossier: RwLock<Option<PathBuf>>,
    pub(crate) hosts: RwLock<Vec<String>>,
    secret: String,
    tokens: Mutex<Tokens>,
    pub(crate) staged: Mutex<Staged>,
    taken_in: Mutex<TakenIn>,
    /// One writer at a time inside this program; others are kept out by the dossier.
    pub(crate) writing: Mutex<()>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("options", &self.options).finish_non_exhaustive()
    }
}

impl App {
    /// Makes what the requests share.
    pub fn new(desk: Box<dyn Desk>, library: Arc<Library>, options: AppOptions) -> Self {
        Self {
            usual: Words::for_pages(&options.lang),
            others: Words::of_pages().map(|tag| (tag, OnceLock::new())).collect(),
            dossier: RwLock::new(options.dossier.clone()),
            hosts: RwLock::new(Vec::new()),
            secret: random_text(),
            tokens: Mutex::default(),
            staged: Mutex::default(),
            taken_in: Mutex::default(),
            writing: Mutex::new(()),
            desk,
            library,
            options,
        }
    }

    /// Sets the port on which requests come in; other hosts and ports are refused.
    pub fn listen_on(&self, port: u16) {
        let names = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{port}"));
        *self.hosts.write().unwrap_or_else(PoisonError::into_inner) = names.into();
    }

    /// Returns the address that lets in; it holds the secret.
    pub fn first_address(&self) -> String {
        let hosts = self.hosts.read().unwrap_or_else(PoisonError::into_inner);
        let host = hosts.first().map_or("127.0.0.1", String::as_str);
        format!("http://{host}/?key={}", self.secret)
    }

    /// Returns the name of the cookie: cookies do not tell ports apart, and two dossiers
    /// may be open at a time.
    pub(crate) fn cookie(&self) -> String {
        let hosts = self.hosts.read().unwrap_or_else(PoisonError::into_inner);
        let port = hosts.first().and_then(|host| host.rsplit(':').next()).unwrap_or("0");
        format!("untoc-{port}")
    }

    /// Returns the words in a language, if there are some.
    pub(crate) fn words_in(&self, language: &str) -> Option<&Words> {
        let base = language.split('-').next().unwrap_or_default();
        let found = self.others.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(base));
        found.map(|(tag, words)| words.get_or_init(|| Words::for_pages(tag)))
    }

    /// Returns the words in the language that the program was started with.
    pub(crate) fn usual(&self) -> &Words {
        &self.usual
    }

    /// Returns the path and query of an address, if it is one of ours.
    pub(crate) fn own_path(&self, address: &str) -> Option<String> {
        let rest = address.strip_prefix("http://")?;
        let hosts = self.hosts.read().unwrap_or_else(PoisonError::into_inner);
        let path = hosts.iter().find_map(|host| rest.strip_prefix(host.as_str()))?;
        let is_plain = path.bytes().all(|byte| byte.is_ascii_graphic());
        let is_ours = path.starts_with('/') && !path.starts_with("//") && is_plain;
        let leads_on = path.starts_with("/language/") || path.contains("key=");
        (is_ours && !leads_on).then(|| path.to_owned())
    }

    pub(crate) fn knows(&self, secret: &str) -> bool {
        same(secret, &self.secret)
    }

    pub(crate) fn secret(&self) -> &str {
        &self.secret
    }

    pub(crate) fn give_token(&self) -> String {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).give()
    }

    pub(crate) fn take_token(&self, token: &str) -> bool {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).take(token)
    }

    /// Notes that a text of a window was taken in. If that window is still open, it knows
    /// nothing of it, and goes on from where its text started.
    pub(crate) fn took_in(
        &self,
        question: QuestionId,
        window: String,
        base: String,
        now: String,
    ) {
        let mut taken_in = self.taken_in.lock().unwrap_or_else(PoisonError::into_inner);
        taken_in.insert((question, window), (base, now));
    }

    /// Says whether the entry of now is what came of an earlier text of the same window.
    pub(crate) fn is_own(
        &self,
        question: &QuestionId,
        window: &str,
        base: &str,
        now: &str,
    ) -> bool {
        let taken_in = self.taken_in.lock().unwrap_or_else(PoisonError::into_inner);
        let found = taken_in.get(&(question.clone(), window.to_owned()));
        found.is_some_and(|(from, to)| from == base && to == now)
    }

    pub(crate) fn root(&self) -> Option<PathBuf> {
        self.dossier.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns a mark of the open dossier, so that a page of another one, still open in
    /// some window, cannot save into this one.
    pub(crate) fn mark(&self) -> String {
        let root = self.root().unwrap_or_default();
        let digest = untoc_dossier::Digest::of(root.as_os_str().as_encoded_bytes());
        digest.hex().chars().take(12).collect()
    }

    pub(crate) fn open_root(&self, root: PathBuf) {
        *self.dossier.write().unwrap_or_else(PoisonError::into_inner) = Some(root);
    }

    pub(crate) fn is_read_only(&self) -> bool {
        self.options.access == Access::ReadOnly
    }

    /// Returns the time as it stands in files.
    pub(crate) fn time(&self) -> String {
        self.desk.now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// Returns today's date in UTC, like all times in files.
    pub(crate) fn today(&self) -> jiff::civil::Date {
        jiff::tz::TimeZone::UTC.to_datetime(self.desk.now()).date()
    }
}
