//! With the crate `age`.

use std::io::{Cursor, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use age::armor::ArmoredReader;
use age::secrecy::SecretString;
use age::{Decryptor, Encryptor, IdentityFile};
use untoc_dossier::EvidenceLimits;

use crate::commands::evidence::pack::SealArguments;
use crate::error::{CommandError, ErrorKind};
use crate::inputs;
use crate::output::talk;

/// The most work that is done for a passphrase, as a power of two; about a minute.
const WORK_MOST: u8 = 22;

/// Encrypts a package for keys, or with a passphrase.
pub(in crate::commands::evidence) fn seal(
    bytes: &[u8],
    arguments: &SealArguments,
) -> Result<Vec<u8>, CommandError> {
    let failed = |error: String| {
        CommandError::new(ErrorKind::Internal, format!("cannot encrypt: {error}"))
    };
    let encryptor = match &arguments.passphrase {
        Some(file) => Encryptor::with_user_passphrase(passphrase(file, true)?),
        None => {
            let keys = recipients(&arguments.recipients)?;
            let keys = keys.iter().map(|key| key as &dyn age::Recipient);
            Encryptor::with_recipients(keys).map_err(|error| failed(error.to_string()))?
        }
    };
    let mut sealed = Vec::new();
    let write = || -> std::io::Result<()> {
        let mut writer = encryptor.wrap_output(&mut sealed)?;
        writer.write_all(bytes)?;
        writer.finish().map(drop)
    };
    write().map_err(|error| failed(error.to_string()))?;
    Ok(sealed)
}

fn recipients(texts: &[String]) -> Result<Vec<age::x25519::Recipient>, CommandError> {
    let mut keys = Vec::new();
    for text in texts {
        if text.starts_with("age1") {
            keys.push(recipient(text)?);
            continue;
        }
        let path = Path::new(text);
        let file = inputs::read_text(path)?;
        let before = keys.len();
        for line in file.lines().map(str::trim) {
            if !line.is_empty() && !line.starts_with('#') {
                keys.push(recipient(line)?);
            }
        }
        if keys.len() == before {
            return Err(CommandError::usage(format!(
                "{} holds no key",
                inputs::name_of(path)
            )));
        }
    }
    Ok(keys)
}

fn recipient(text: &str) -> Result<age::x25519::Recipient, CommandError> {
    text.parse().map_err(|_| {
        let mut error = CommandError::usage("the key to encrypt for cannot be read")
            .hint("name a key that begins with age1, as age-keygen prints it");
        if text.starts_with("AGE-SECRET-KEY-") {
            error = CommandError::usage(
                "this is a secret key, with which packages are opened",
            )
            .hint("ask for the public key that belongs to it; it begins with age1");
        }
        error
    })
}

fn damaged(error: &dyn std::fmt::Display) -> CommandError {
    CommandError::new(
        ErrorKind::Findings,
        format!("the encrypted package cannot be opened: {error}"),
    )
}

/// Opens an encrypted package with the keys in files, or with a passphrase; `typed` is
/// one of both that somebody has typed elsewhere than on the terminal.
pub(in crate::commands::evidence) fn open(
    bytes: &[u8],
    identities: &[PathBuf],
    with: Option<&PathBuf>,
    typed: Option<&str>,
) -> Result<Vec<u8>, CommandError> {
    let decryptor = Decryptor::new(ArmoredReader::new(Cursor::new(bytes)))
        .map_err(|error| damaged(&error))?;
    let keys: Vec<Box<dyn age::Identity>> = match decryptor.is_scrypt() {
        true => {
            let secret = match (typed, with) {
                (Some(text), _) => checked(text.to_owned(), "the passphrase")?,
                (None, Some(file)) => passphrase(file, false)?,
                (None, None) => {
                    return Err(CommandError::usage(
                        "the package is encrypted with a passphrase",
                    )
                    .hint("add --passphrase, or --passphrase FILE"));
                }
            };
            let mut identity = age::scrypt::Identity::new(secret);
            identity.set_max_work_factor(WORK_MOST);
            vec![Box::new(identity)]
        }
        false => {
            if let Some(text) = typed {
                return decrypted(decryptor, &keys_in(text, "what was typed")?);
            }
            if identities.is_empty() {
                return Err(CommandError::usage("the package is encrypted for a key")
                    .hint("name the file with the secret key: --identity key.txt"));
            }
            keys(identities)?
        }
    };
    decrypted(decryptor, &keys)
}

fn decrypted<R: Read>(
    decryptor: Decryptor<R>,
    keys: &[Box<dyn age::Identity>],
) -> Result<Vec<u8>, CommandError> {
    let reader = decryptor
        .decrypt(keys.iter().map(|key| key.as_ref() as &dyn age::Identity))
        .map_err(|error| damaged(&error))?;
    let limit = EvidenceLimits::default().total;
    let mut opened = Vec::new();
    reader.take(limit + 1).read_to_end(&mut opened).map_err(|error| damaged(&error))?;
    if opened.len() as u64 > limit {
        return Err(damaged(&format!("it holds more than {} GiB", limit >> 30)));
    }
    Ok(opened)
}

fn keys(files: &[PathBuf]) -> Result<Vec<Box<dyn age::Identity>>, CommandError> {
    let mut keys = Vec::new();
    for path in files {
        let text = inputs::read_text(path)?;
        keys.extend(keys_in(&text, &inputs::name_of(path))?);
    }
    Ok(keys)
}

/// Reads the keys in a text; `name` says whose it is.
fn keys_in(text: &str, name: &str) -> Result<Vec<Box<dyn age::Identity>>, CommandError> {
    let unreadable = || {
        CommandError::usage(format!("{name} holds no secret key")).hint(
            "name a file that age-keygen has made; its key begins with AGE-SECRET-KEY-1",
        )
    };
    let file = IdentityFile::from_buffer(Cursor::new(text.as_bytes()))
        .map_err(|_| unreadable())?;
    let found = file.into_identities().map_err(|_| unreadable())?;
    if found.is_empty() {
        return Err(unreadable());
    }
    Ok(found.into_iter().map(|key| key as Box<dyn age::Identity>).collect())
}

/// Reads a passphrase: the first line of a file, or from the terminal, which does not
/// show it.
fn passphrase(file: &Path, twice: bool) -> Result<SecretString, CommandError> {
    if !file.as_os_str().is_empty() {
        let text = inputs::read_text(file)?;
        let line = text.lines().next().unwrap_or_default().trim_end();
        return checked(line.to_owned(), &inputs::name_of(file));
    }
    if !std::io::stdin().is_terminal() {
        return Err(CommandError::usage("nobody is there to type the passphrase")
            .hint("write it into a file of its own and name that: --passphrase FILE"));
    }
    let ask = |prompt: &str| {
        rpassword::prompt_password(prompt).map_err(|error| {
            CommandError::new(
                ErrorKind::Unreadable,
                format!("cannot read the passphrase: {error}"),
            )
        })
    };
    // A slip of the finger must not cost what was typed before.
    const TRIES: usize = 3;
    let mut last = None;
    for _ in 0..if twice { TRIES } else { 1 } {
        let again = match ask("Passphrase: ") {
            Ok(typed) => match checked(typed.clone(), "the passphrase") {
                Ok(_) if twice && ask("Once more: ")? != typed => {
                    CommandError::usage("the two passphrases differ").hint("try again")
                }
                Ok(secret) => return Ok(secret),
                Err(error) => error,
            },
            Err(error) => return Err(error),
        };
        if twice {
            talk().line(&again.message)?;
        }
        last = Some(again);
    }
    Err(last.unwrap_or_else(|| CommandError::usage("there is no passphrase")))
}

fn checked(text: String, name: &str) -> Result<SecretString, CommandError> {
    match text.chars().count() {
        0..8 => Err(CommandError::usage(format!("{name} has fewer than 8 characters"))
            .hint("use several words that nobody can guess")),
        _ => Ok(SecretString::from(text)),
    }
}
